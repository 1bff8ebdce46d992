"""Open to everyone: what axe finds on every page, on narrow screens, in large and spaced letters, in forced colours.

Every page is looked at in one language and one of the four ways (light or dark, on a phone or a computer), in turn, so that every
component is seen in all. `make access`, which the workflow runs too, looks at every page in every language and way: it takes minutes.
"""

import os
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from languages import LANGUAGES
from test_site import NAMES, url

AXE = Axe().axe_script
WAYS = list(product(("light", "dark"), (360, 1280)))
if os.environ.get("ACCESS") == "all":
    VISITS = [(name, language, *way) for name in NAMES for language in LANGUAGES for way in WAYS]
else:
    VISITS = [(name, LANGUAGES[place % 3], *WAYS[place % 4]) for place, name in enumerate(NAMES)]
# Letters, words, lines and paragraphs set as far apart as readers may need (WCAG 1.4.12)
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
# The elements that stick out of the screen, outside of boxes that scroll by themselves
OUT = """() => [...document.querySelectorAll("body *")]
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1 && node.getBoundingClientRect().width > 1)
  .filter(node => !node.closest("[popover]") && !["auto", "scroll", "hidden"].includes(getComputedStyle(node.parentElement).overflowX))
  .map(node => node.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def page(browser):
    """One page for all tests: to open another takes longer than most of them."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def violations(page):
    """Return what axe finds in the whole page, each with its first place."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found]


@pytest.mark.parametrize(("name", "language", "scheme", "width"), VISITS)
def test_nothing_hinders_a_reader(page, address, name, language, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + url(name, language))
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 512})  # 1280 × 2048 pixels at 400 %
    assert (page.evaluate("document.documentElement.scrollWidth"), page.evaluate(OUT)) == (320, [])
    page.evaluate(SPACED)
    assert (page.evaluate("document.documentElement.scrollWidth"), page.evaluate(OUT)) == (320, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_hinders_a_reader_in_menus_and_search(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "tasks/unity/")
    page.click(".menu-open")
    page.locator("#menus:popover-open").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click(".pairs-open")
    page.locator(".pairs-menu:popover-open").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator("dialog.search input").fill("бірлік")
    page.locator("dialog.search li a").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("place", ["", "goal/?with=ru", "quiz/"])
def test_buttons_and_focus_are_seen_in_forced_colours(page, address, place):
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + place)
    ground = page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")
    icons = page.locator(".md-header button:not([hidden]) svg").evaluate_all(
        "nodes => nodes.map(node => getComputedStyle(node).fill)"
    )
    assert icons
    assert ground not in icons
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") not in ("none", "")
    page.emulate_media(forced_colors="none")
    page.evaluate("localStorage.clear()")


def test_nothing_moves_for_a_reader_who_asked_for_rest(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "quiz/")
    page.click(".menu-open")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_keyboard_goes_through_the_header_in_the_order_of_the_page(page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "ru/goal/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    assert page.locator(".md-skip").is_visible()
    names = []
    for _ in range(8):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText.trim()")
        )
    assert names[:7] == [
        "Закон «Об Ассамблее народа Казахстана»", "Қазақша", "Русский", "English", "Тёмная тема", "Показать рядом другой язык", "Поиск",
    ]  # fmt: skip
    page.goto(address + "ru/goal/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("/ru/goal/#goal")
