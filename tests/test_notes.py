"""Notes on paragraphs and terms, on the real site in a real browser: what they show, how they open and close."""

import re

import pytest
import yaml
from languages import LANGUAGES
from test_site import ROOT, url
from watch import watch

PUBLISHED = "https://someone.example/law/"  # the address that the tests build the site for
CITATIONS = {
    "kk": "Қазақстан Республикасының 2008 жылғы 20 қазандағы № 70-IV «Қазақстан халқы Ассамблеясы туралы» Заңы, осы сайттың "
    f"нөмірлеуі бойынша 4-тармақ (3-бап, 2008 жылғы мәтін). {PUBLISHED}law/#p4",
    "ru": "Закон Республики Казахстан от 20 октября 2008 года № 70-IV «Об Ассамблее народа Казахстана», по нумерации этого сайта "
    f"абзац 4 (статья 3, текст 2008 года), неофициальный перевод. {PUBLISHED}ru/law/#p4",
    "en": "Law of the Republic of Kazakhstan No. 70-IV of 20 October 2008 “On the Assembly of the People of Kazakhstan”, paragraph 4 "
    f"as numbered on this site (article 3, 2008 wording), unofficial translation. {PUBLISHED}en/law/#p4",
}
BUTTONS = {
    "kk": ("Мекенжайын көшіру", "Дереккөз сипаттамасын көшіру"),
    "ru": ("Скопировать адрес", "Скопировать библиографическую ссылку"),
    "en": ("Copy link", "Copy citation"),
}
CITED = "article p a[href$='law/#p4']"
TERM = "article p a[href$='glossary/#assembly']"
PARAGRAPH_NOTE = "#paragraph-note:popover-open"
TERM_NOTE = "#term-note:popover-open"


@pytest.fixture(scope="module")
def context(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(context):
    """One page for all tests: to open another takes longer than most of them."""
    return watch(context.new_page())


@pytest.fixture
def page(tab):
    """A page that notes its faults."""
    tab.faults, tab.loaded = [], []
    yield tab
    tab.unroute_all()
    assert tab.faults == []
    tab.goto("about:blank")


@pytest.fixture(scope="module")
def records():
    return {name: yaml.safe_load((ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8")) for name in ("law", "glossary")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_is_shown_in_three_languages_and_can_be_cited(page, address, records, language):
    page.goto(address + url("goal.md", language))
    page.locator(CITED).first.click()
    note = page.locator(PARAGRAPH_NOTE)
    note.wait_for()
    assert page.url == address + url("goal.md", language)
    assert note.get_attribute("aria-label") == f"¶4 · {records['law']['p4'][language]['name']}"
    shown = note.locator("p[lang]").evaluate_all("nodes => nodes.map(node => [node.lang, node.textContent])")
    order = [language, *(other for other in LANGUAGES if other != language)]
    assert shown == [[each, records["law"]["p4"][each]["text"]] for each in order]
    for button, copied in zip(BUTTONS[language], (f"{PUBLISHED}{url('law.md', language)}#p4", CITATIONS[language])):
        note.get_by_role("button", name=button).click()
        note.get_by_role("status").filter(has_text=re.compile(".")).wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == copied


def test_a_note_closes_and_the_focus_returns(page, address):
    page.goto(address + "goal/")
    page.locator(CITED).first.focus()
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.mouse.click(5, 790),
        lambda: page.get_by_role("button", name="Жабу").click(),
    ):
        page.keyboard.press("Enter")
        page.locator(PARAGRAPH_NOTE).wait_for()
        assert page.evaluate("document.activeElement.id") == "paragraph-note"
        close()
        page.locator(PARAGRAPH_NOTE).wait_for(state="detached")
        page.wait_for_function("selector => document.activeElement === document.querySelector(selector)", arg=CITED)


def test_what_cannot_be_copied_is_shown(page, address):
    page.goto(address + "en/goal/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')) }")
    page.locator(CITED).first.click()
    page.get_by_role("button", name="Copy citation").click()
    assert page.locator(".note textarea").input_value() == CITATIONS["en"]
    assert page.evaluate("getSelection().toString()") == CITATIONS["en"]


def test_a_term_is_explained_while_the_pointer_is_on_it(page, address, records):
    page.goto(address + "ru/goal/")
    assembly = records["glossary"]["assembly"]
    page.hover(TERM)
    note = page.locator(TERM_NOTE)
    note.wait_for()
    assert page.get_attribute(TERM, "aria-describedby") == "term-note"
    text = re.sub(r"\s+", " ", note.inner_text())
    names = f"{assembly['ru']['term']} {assembly['kk']['term']} · {assembly['en']['term']}"
    assert text == f"{names} {assembly['ru']['definition'].strip()} Посмотреть в словаре"
    note.hover()
    page.wait_for_timeout(400)
    assert note.is_visible()
    page.mouse.move(5, 790)
    note.wait_for(state="detached")
    assert page.get_attribute(TERM, "aria-describedby") is None
    page.click(TERM)
    assert page.url == address + "ru/glossary/#assembly"


def test_a_term_is_explained_by_keyboard(page, address):
    page.goto(address + "goal/")
    page.focus("article h1 a")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", TERM):
            break
    page.locator(TERM_NOTE).wait_for()
    page.keyboard.press("Escape")
    page.locator(TERM_NOTE).wait_for(state="detached")
    assert page.evaluate("selector => document.activeElement.matches(selector)", TERM)
    page.keyboard.press("Enter")
    page.wait_for_url(address + "glossary/#assembly")


def test_a_tap_explains_a_term_and_a_second_one_leads_to_it(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(address + "goal/?with=ru")
    page.locator("article .pairs").first.wait_for()
    page.locator(TERM).first.tap()
    page.locator(TERM_NOTE).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.touchscreen.tap(180, 100)
    page.locator(TERM_NOTE).wait_for(state="detached")
    page.locator(".pairs-other a[href$='glossary/#assembly']").first.tap()
    page.locator(TERM_NOTE).wait_for()
    assert page.locator(TERM_NOTE).get_attribute("lang") == "ru"
    page.locator(".pairs-other a[href$='glossary/#assembly']").first.tap()
    page.wait_for_url(address + "ru/glossary/#assembly")
    context.close()


def test_a_link_stays_a_link_where_notes_cannot_be_loaded(page, address):
    page.goto(address + "goal/")
    page.route("**/pairs/*", lambda route: route.abort())
    page.locator(CITED).first.click()
    page.wait_for_url(address + "law/#p4")
    assert {fault.partition(": ")[2] for fault in page.faults} == {"net::ERR_FAILED"}  # the browser says so by itself
    page.faults.clear()


def test_notes_open_from_a_disk(page, site):
    page.goto((site / "ru/goal/index.html").as_uri())
    page.locator(CITED).first.click()
    page.locator(PARAGRAPH_NOTE).wait_for()
