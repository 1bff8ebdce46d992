"""The frame around the text in a real browser: the drawer without scripts and by keyboard, light and dark as chosen."""

import io

import pytest
from pypdf import PdfReader


@pytest.fixture
def phone(browser):
    """A page on a phone; `open_phone(scripts=False)` gives one that runs no scripts."""
    contexts = []

    def open_phone(scripts=True, **settings):
        contexts.append(browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=scripts, **settings))
        return contexts[-1].new_page()

    yield open_phone
    for context in contexts:
        context.close()


def test_the_drawer_opens_without_scripts(phone, address):
    page = phone(scripts=False)
    page.goto(address + "ru/goal/")
    assert not page.locator(".menu").is_visible()
    page.click(".menu-open")
    page.click(".menu a[href='../law/']")
    assert page.url == address + "ru/law/"


def test_the_drawer_by_keyboard(phone, address):
    page = phone()
    page.goto(address + "ru/tasks/unity/")
    page.focus(".menu-open")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.menu') !== null")
    page.keyboard.press("Escape")
    assert not page.locator(".menu").is_visible()
    assert page.evaluate("document.activeElement.className").startswith("menu-open")


def test_the_drawer_closes_when_its_link_leads_to_this_page(phone, address):
    page = phone()
    page.goto(address + "ru/tasks/unity/")
    page.click(".menu-open")
    page.click(".contents a[href='#questions']")
    page.locator(".menu").wait_for(state="hidden")
    assert page.url.endswith("#questions")


def test_a_printed_page_names_its_links_and_where_it_comes_from_and_has_no_menus(phone, address):
    page = phone()
    page.goto(address + "en/teach/")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(each.mediabox.width), round(each.mediabox.height)) for each in printed.pages} == {(595, 842)}  # A4
    text = " ".join(" ".join(each.extract_text().split()) for each in printed.pages)
    assert text.startswith("1 For teachers This site explains")
    assert "adilet.zan.kz (https://adilet.zan.kz/kaz/docs/Z080000070_)" in text
    end = "not ours. https://someone.example/law/en/teach/"
    assert text.endswith(end)


def test_menus_stand_beside_the_text_where_there_is_room(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "ru/tasks/unity/")
    left, text, right = (page.locator(name).bounding_box() for name in (".menu", "article", ".contents"))
    assert left["x"] + left["width"] <= text["x"]
    assert text["x"] + text["width"] <= right["x"]
    assert not page.locator(".menu-open").is_visible()
    assert page.locator(".menu [aria-current=page]").inner_text() == "Единство народа и общественное согласие"
    page.close()


def test_colours_follow_the_system_until_they_are_chosen_and_the_choice_is_kept(phone, address):
    def paper():
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    page = phone(color_scheme="dark")
    page.goto(address + "goal/")
    dark, button = paper(), page.locator(".scheme")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    light = paper()
    assert light != dark
    page.goto(address + "ru/goal/")
    assert (paper(), button.get_attribute("aria-pressed")) == (light, "false")
    page.emulate_media(color_scheme="light")
    assert paper() == light


def test_without_scripts_colours_follow_the_system_and_no_button_pretends(phone, address):
    page = phone(scripts=False, color_scheme="dark")
    page.goto(address + "goal/")
    assert not page.locator(".scheme").is_visible()
    dark = page.locator("body").screenshot()
    page.emulate_media(color_scheme="light")
    assert page.locator("body").screenshot() != dark
