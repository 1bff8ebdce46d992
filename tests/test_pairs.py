"""Reading side by side on the real site in a real browser: every page beside every other language, and what may go wrong."""

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from finish.alternates import counterpart
from finish.pairs import BLOCKS, OWN
from languages import LANGUAGES, SOURCE
from selectolax.lexbor import LexborHTMLParser
from test_site import NAMES, url
from watch import watch

AXE = Axe()
SLOW = ("color-contrast", "link-in-text-block", "target-size")  # they look at every pixel: seconds a page
FAILED = {"kk": "Жүктелмеді.", "ru": "Не удалось загрузить.", "en": "The other language could not be loaded."}
ADDED = f"{OWN}, .tick"  # what scripts add to a block, too
LINE = 24  # pixels: a line of text on a phone
# Scroll so that a block in the middle of the page stands at the top, and tell where it stands.
SCROLL = """() => {
  globalThis.mark = [...document.querySelectorAll("article :is(p, li)")]
    .filter(block => block.offsetHeight > 30 && !block.closest("details"));
  mark = mark[mark.length >> 1];
  scrollTo(0, mark.getBoundingClientRect().top + scrollY - 60);
  return mark.getBoundingClientRect().top;
}"""
# What a reader sees: of each block the texts by language, and what would hinder them.
SEEN = """([select, own]) => {
  const text = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(own).forEach(node => node.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
  };
  const blocks = [...document.querySelectorAll(select)].map(block => block.matches(".quote")
    ? [...block.querySelectorAll(".version [lang]")].map(part => [part.lang, text(part)])
    : [...block.querySelectorAll(":scope > .pairs > *")].map(part => [part.lang || document.documentElement.lang, text(part)]));
  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  return {
    blocks,
    twice: ids.filter((id, n) => ids.indexOf(id) !== n),
    width: document.documentElement.scrollWidth,
    top: globalThis.mark?.getBoundingClientRect().top,
  };
}"""
PAIRS = "article .pairs"
PHONE = {"width": 360, "height": 800}
ASSETS = Path(__file__).resolve().parent.parent / "docs/assets"


@pytest.fixture(scope="module")
def context(browser):
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(context):
    """One page for all tests: to open another takes longer than most of them."""
    return watch(context.new_page())


@pytest.fixture
def page(tab):
    """A page that remembers nothing and notes its faults and what it loads."""
    tab.faults, tab.loaded = [], []
    yield tab
    assert tab.faults == []
    tab.evaluate("localStorage.clear()")
    tab.set_viewport_size(PHONE)
    tab.emulate_media(media="null", color_scheme="null")
    tab.goto("about:blank")


def built_path(name, language):
    """Return the built file of a page."""
    return counterpart(f"{url(name, 'kk')}index.html", language)


@pytest.fixture(scope="module")
def texts(site):
    """A function that returns the texts of a page's blocks in a language, as they stand in its own built page."""

    def read(name, language):
        tree = LexborHTMLParser((site / built_path(name, language)).read_bytes())
        nodes = tree.css(BLOCKS)
        for own in tree.css(f"article :is({OWN})"):
            own.decompose()
        quoted = f".version [lang={language}]"
        return [" ".join((node.css_first(quoted) if node.tag == "figure" else node).text().split()) for node in nodes]

    return read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_beside_every_other_language(page, address, texts, name, language):
    others = [other for other in LANGUAGES if other != language]
    page.goto(address + url(name, language))
    before = page.evaluate("document.querySelector('article').innerHTML")
    for chosen in ([others[0]], others, [others[1]]) if language == SOURCE else [others]:
        top = page.evaluate(SCROLL)
        page.evaluate("chosen => Reading.show(chosen)", chosen)
        seen = page.evaluate(SEEN, [BLOCKS, ADDED])
        wanted = list(zip(*(texts(name, each) for each in (language, *chosen))))
        assert len(seen["blocks"]) == len(wanted)
        for block, row in zip(seen["blocks"], wanted):
            shown = [[each, text] for each, text in block if each in (language, *chosen)]
            assert sorted(shown) == sorted(map(list, zip((language, *chosen), row)))
        assert seen["twice"] == []
        assert seen["width"] == 360
        assert abs(seen["top"] - top) <= LINE
        if chosen == others and language == SOURCE:  # the others have the same elements
            assert violations(page, without=SLOW) == []
    page.evaluate("Reading.show([])")
    assert page.evaluate("document.querySelector('article').innerHTML") == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["ru/tasks/cooperation/?with=kk", "en/?with=kk", "tasks/associations/?with=ru,en"])
def test_colours_and_sizes_are_for_everybody(page, address, place, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address + place)
    page.locator(PAIRS).first.wait_for()
    assert violations(page) == []


def violations(page, without=()):
    """Return what axe finds in the article and the menu's button, with the first place of each."""
    page.evaluate(AXE.axe_script)
    rules = {rule: {"enabled": False} for rule in without}
    options = {"resultTypes": ["violations"], "rules": rules}
    found = page.evaluate("options => axe.run(['article', '.pairs-open'], options)", options)["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found]


def choose(page, text):
    """Open the menu and press a choice."""
    page.click(".pairs-open")
    page.get_by_role("button", name=text, exact=True).click()


def languages_shown(page):
    """Return the languages beside the first block."""
    return page.locator("article h1 .pairs > [lang]").evaluate_all("nodes => nodes.map(node => node.lang)")


def test_the_choice_lasts_while_reading_on(page, address):
    page.goto(address + "goal/")
    choose(page, "Русский")
    page.locator(PAIRS).first.wait_for()
    assert page.url == address + "goal/"
    for path, others in {"status/": ["ru"], "ru/goal/": ["kk"], "en/goal/": ["kk"], "goal/": ["en"]}.items():
        page.goto(address + path)
        page.locator(PAIRS).first.wait_for()
        assert languages_shown(page) == others
    choose(page, "Тек қазақша")
    page.locator(PAIRS).first.wait_for(state="detached")
    page.goto(address + "status/", wait_until="load")
    assert page.locator(PAIRS).count() == 0


@pytest.mark.parametrize(("query", "others"), {"ru": ["ru"], "en": ["en"], "en,ru": ["ru", "en"], "kk,ru,xx": ["ru"]}.items())
def test_the_address_says_what_is_read(page, address, query, others):
    page.goto(f"{address}goal/?with={query}#text")
    page.locator(PAIRS).first.wait_for()
    assert languages_shown(page) == others
    page.goto(address + "status/")
    page.locator(PAIRS).first.wait_for()
    assert languages_shown(page) == others


JUNK = [
    "",
    "xx",
    "kk",
    "null",
    "RU",
    "__proto__",
    "constructor",
    "<img src=x onerror=alert(1)>",
    '{"a":1}',
    "../../ru",
    "я" * 5000,
    "%00",
]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_in_the_address_and_in_storage_is_ignored(page, address, junk):
    page.goto(address + "404.html")  # any page of the same origin, without scripts
    page.evaluate("junk => localStorage.setItem('law:reading', junk)", junk)
    page.goto(f"{address}goal/?with={quote(junk)}", wait_until="load")
    assert page.locator(PAIRS).count() == 0
    assert page.locator("img[src=x]").count() == 0
    assert not any("/pairs/pairs" in address for address in page.loaded)


def test_it_works_where_storage_is_forbidden(context, address):
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
    )
    page.goto(address + "goal/")
    choose(page, "Русский")
    page.locator(PAIRS).first.wait_for()
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_loaded_is_said(context, address, language):
    """Outside the `page` fixture: here an error of the page is right."""
    page = context.new_page()
    page.goto(address + url("goal.md", language))
    before = page.evaluate("document.querySelector('article').innerHTML")
    page.route("**/*.blocks.js", lambda route: route.abort())
    other = next(link for link in page.locator(".languages a:not([aria-current])").all_inner_texts())
    choose(page, other)
    page.get_by_role("alert").wait_for()
    assert page.get_by_role("alert").inner_text().startswith(FAILED[language])
    assert page.evaluate("document.querySelector('article').innerHTML") == before
    page.keyboard.press("Escape")
    page.unroute("**/*.blocks.js")
    choose(page, other)
    page.locator(PAIRS).first.wait_for()
    page.evaluate("localStorage.clear()")
    page.close()


def test_a_counterpart_of_another_build_is_refused(context, address, site):
    page = context.new_page()
    page.route("**/ru/goal/index.blocks.js", lambda route: route.fulfill(path=site / "ru/status/index.blocks.js"))
    page.goto(address + "goal/?with=ru")
    page.get_by_role("alert").wait_for()
    assert page.locator(PAIRS).count() == 0
    page.close()


def test_it_is_used_by_keyboard(page, address):
    page.goto(address + "ru/goal/")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.pairs-open')"):
            break
    page.keyboard.press("Enter")
    page.locator(".pairs-menu:popover-open").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Қазақша"
    page.keyboard.press("Enter")
    page.locator(PAIRS).first.wait_for()
    page.locator(".pairs-menu:popover-open").wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('.pairs-open')")
    page.keyboard.press("Enter")
    assert page.locator(".pairs-menu").aria_snapshot() == (
        '- group "Показать рядом другой язык":\n'
        "  - paragraph: Показать рядом другой язык\n"
        '  - button "Қазақша" [pressed]\n'
        '  - button "English"\n'
        '  - button "Оба языка"\n'
        '  - button "Только по-русски"\n'
        '  - button "Скопировать адрес страницы в этом виде"\n'
        '  - status "Скопировать адрес страницы в этом виде"'
    )
    page.keyboard.press("Escape")
    assert page.locator(".pairs-menu:popover-open").count() == 0


def test_the_address_of_the_view_is_copied(page, context, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + "en/goal/?with=kk,ru#text")
    page.locator(PAIRS).first.wait_for()
    choose(page, "Copy the address of this view")
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + "en/goal/?with=kk,ru#text"


def test_columns_where_there_is_room_and_both_marked_under_the_pointer(page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    for query, columns in {"ru": 2, "ru,en": 3}.items():
        page.goto(f"{address}goal/?with={query}")
        pair = page.locator("article > p .pairs").first
        pair.wait_for()
        tops = pair.locator("> *").evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().left)")
        assert len(set(tops)) == columns
        pair.hover()
        paints = pair.locator("> *").evaluate_all("nodes => nodes.map(node => getComputedStyle(node).backgroundColor)")
        assert len(set(paints)) == 1
        assert paints[0] != "rgba(0, 0, 0, 0)"
        assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_what_is_shown_is_printed(page, address):
    page.goto(address + "goal/?with=ru")
    page.locator(PAIRS).first.wait_for()
    page.click(".pairs-open")
    page.emulate_media(media="print")
    assert page.locator("article .pairs-other:not([hidden])").evaluate_all("nodes => nodes.every(node => node.checkVisibility())")
    assert not page.locator(".pairs-menu").is_visible()
    links = page.locator(".pairs-other a[href*='law/#p4']")
    assert {link.get_attribute("href") for link in links.all()} == {"/law/ru/law/#p4"}  # an address with a host would be printed


def test_without_scripts_nothing_is_lost(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "goal/?with=ru")
    assert not page.locator(".pairs-open").is_visible()
    page.click("article a[href='../law/#p4'] >> nth=0")
    assert page.url == address + "law/#p4"
    context.close()


def test_it_works_from_a_disk(page, site):
    page.goto((site / "ru/goal/index.html").as_uri() + "?with=kk,en")
    page.locator(PAIRS).first.wait_for()
    assert languages_shown(page) == ["kk", "en"]
    choose(page, "Только по-русски")
    page.locator(PAIRS).first.wait_for(state="detached")
    assert all(address.startswith("file://") for address in page.loaded)


def test_who_does_not_use_it_pays_next_to_nothing(page, address):
    """At most 2 KB in gzip, of scripts and styles, and no text in another language."""
    page.goto(address + "goal/", wait_until="load")
    assert [url for url in page.loaded if "/pairs/" in url or "blocks" in url] == []
    style = [line for line in (ASSETS / "site.css").read_bytes().splitlines() if b".pairs-" in line]
    paid = [(ASSETS / name).read_bytes() for name in ("load.js", "pairs/open.js")] + style
    assert sum(len(gzip.compress(part, 9)) for part in paid) <= 2048
