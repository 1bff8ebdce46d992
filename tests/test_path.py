"""The path for self-study: ticks that this browser remembers, in every language, or a plain list."""

import pytest
from languages import LANGUAGES, SOURCE


def path(language):
    return ("" if language == SOURCE else f"{language}/") + "learn/"


def ticks(page):
    return page.locator(".path input").evaluate_all("boxes => boxes.map(box => box.checked)")


def test_ticks_are_remembered_and_the_same_in_every_language(page, address):
    page.goto(address + path("kk"))
    assert page.locator(".path-progress output").inner_text() == "0 / 6"
    page.locator(".path input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # the links of the second step come before its tick
    page.locator(".path input").nth(2).check()
    for language in ("kk", "ru", "en"):
        page.goto(address + path(language))
        assert ticks(page) == [True, False, True, False, False, False]
        assert page.locator(".path-progress output").inner_text() == "2 / 6"
    page.get_by_role("button", name="Start over").click()
    assert ticks(page) == [False] * 6
    assert page.locator(".path-progress button").is_disabled()
    page.reload()
    assert ticks(page) == [False] * 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tick_says_which_step_it_is(page, address, language):
    page.goto(address + path(language))
    word = {"kk": "Орындадым", "ru": "Готово", "en": "Done"}[language]
    steps = page.locator(".path > ol > li > strong").all_inner_texts()
    assert len(steps) == 6
    for step in steps:
        assert page.get_by_role("checkbox", name=f"{word} {step}").count() == 1


def test_ticks_last_as_long_as_the_page_where_storage_is_forbidden(page_without_storage, address):
    page = page_without_storage
    page.goto(address + path("en"))
    page.locator(".path input").first.check()
    assert page.locator(".path-progress output").inner_text() == "1 / 6"


@pytest.mark.parametrize(
    "stored", ["{", "[true, true]", "null", '{"step-1": true, "step-2": "<b>", "step-3": 1, "step-9": true}']
)
def test_what_another_program_stored_does_no_harm(page, address, stored):
    page.goto(address + path("en"))
    page.evaluate("stored => localStorage.setItem('law:path', stored)", stored)
    page.reload()
    assert ticks(page) == [stored.startswith('{"'), False, False, False, False, False]


def test_a_plain_list_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path("ru"))
    assert page.locator(".path > ol > li").count() == 6
    assert page.locator(".path-progress").is_hidden()
    assert page.locator(".path input").count() == 0
    context.close()


def test_ticks_from_a_disk(page, site):
    page.goto((site / "ru/learn/index.html").as_uri())
    page.locator(".path input").last.check()
    assert page.locator(".path-progress output").inner_text() == "1 / 6"
