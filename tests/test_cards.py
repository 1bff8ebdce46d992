"""The cards on the glossary page, in a real browser."""

import pytest
from languages import LANGUAGES
from test_quiz import DATA, hindrances

PATHS = {"kk": "glossary/", "ru": "ru/glossary/", "en": "en/glossary/"}
TOTAL = len(DATA["glossary"]) + len(DATA["tasks"])


def front(page):
    return page.locator(".flashcards .front").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_are_turned_and_learnt_by_keyboard(page, address, language):
    page.goto(address + PATHS[language])
    first, second = (term.text(language, "term") for term in list(DATA["glossary"].values())[:2])
    assert hindrances(page, ".flashcards") == []
    assert front(page) == first
    assert page.locator(".flashcards .back").inner_text() == ""
    page.locator(".flashcards .turn").focus()
    page.keyboard.press("Enter")
    assert DATA["glossary"]["law"].text(language, "definition")[:20] in page.locator(".flashcards .back").inner_text()
    assert hindrances(page, ".flashcards") == []
    page.keyboard.press("Enter")  # the focus is on "I know it"
    assert front(page) == second
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # "not yet"
    assert page.locator(".flashcards output").inner_text() == f"1 / {TOTAL}"
    page.reload()
    assert front(page) == second
    assert page.locator(".flashcards output").inner_text() == f"1 / {TOTAL}"


def test_the_tasks_are_cards_too(page, address):
    page.goto(address + PATHS["en"])
    page.locator("#topic").select_option("six-tasks")
    for number, task in enumerate(DATA["tasks"].values(), 1):
        assert front(page) == f"Task {number}"
        page.locator(".flashcards .turn").click()
        assert task.text("en", "short") in page.locator(".flashcards .back").inner_text()
        page.locator(".flashcards .know").click()
    assert page.locator(".flashcards .done:visible").count() == 1
    assert hindrances(page, ".flashcards") == []
    page.keyboard.press("Enter")  # the focus is on "start over"
    assert front(page) == "Task 1"


def test_cards_work_where_storage_is_forbidden(page_without_storage, address):
    page = page_without_storage
    page.goto(address + PATHS["kk"])
    page.locator(".flashcards .turn").click()
    page.locator(".flashcards .know").click()
    assert page.locator(".flashcards output").inner_text() == f"1 / {TOTAL}"


def test_without_scripts_the_cards_are_not_shown(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATHS["kk"])
    assert page.locator(".flashcards:visible").count() == 0
    assert page.locator(".download a[href$='cards-kk.apkg']:visible").count() == 1
    context.close()
