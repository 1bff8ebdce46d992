"""Search on the real site in a real browser: what it finds, what it shows, what it loads, and how it is used."""

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from finish.alternates import language_of
from kazakh_nouns import NOUNS, noun_forms
from languages import LANGUAGES
from selectolax.lexbor import LexborHTMLParser
from watch import watch

QUERIES = Path(__file__).parent / "queries.tsv"
START = {"kk": "", "ru": "ru/", "en": "en/"}
SPECIAL = str.maketrans("әіңғүұқөһ", "аингуукох")
# Type a query, return what is shown: [[language, address of each result]].
ASK = """query => {
  const input = document.querySelector("dialog.search input");
  input.value = query;
  input.dispatchEvent(new Event("input"));
  return [...document.querySelectorAll("dialog.search ol")].map(list => [list.lang, ...[...list.querySelectorAll("a")].map(a => a.href)]);
}"""


@pytest.fixture(scope="module")
def context(browser):
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(context):
    """One page for all tests: to open another takes longer than most of them."""
    return watch(context.new_page())


@pytest.fixture
def page(tab):
    """A page that notes its faults and what it loads."""
    tab.faults, tab.loaded = [], []
    yield tab
    assert tab.faults == []


def open_search(page, url):
    """Open a page and its search, and wait for the texts of all languages."""
    page.goto(url)
    page.keyboard.press("/")
    page.locator("dialog.search[open]").wait_for()
    page.wait_for_function("count => Object.keys(searchTexts).length === count", arg=len(LANGUAGES))
    page.wait_for_function("document.activeElement.name === 'query'")


@pytest.fixture(scope="module")
def searching(context, address):
    """A page with its search open, for one query after the other."""
    page = context.new_page()
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.faults = []
    open_search(page, address)
    return page


def ask(page, query):
    """Return the addresses found, by language, in the order shown; each as path#id below the site."""
    root = page.evaluate("new URL('../../', document.querySelector('script[src*=engine]').src).href")
    shown = page.evaluate(ASK, query)
    return {language: [_place(address, root) for address in addresses] for language, *addresses in shown}


def _place(address, root):
    parts = urlsplit(address.removeprefix(root))
    return unquote(parts.path) + ("#" + parts.fragment if parts.fragment else "")


@pytest.fixture(scope="module")
def texts(site):
    """The text of every page, as its readers see it, by its path."""
    found = {}
    for file in site.rglob("*/index.html"):
        article = LexborHTMLParser(file.read_bytes()).css_first("article")
        found[file.relative_to(site).as_posix().removesuffix("index.html")] = article.text(separator=" ")
    found[""] = LexborHTMLParser((site / "index.html").read_bytes()).css_first("article").text(separator=" ")
    return found


def relevant_pages(texts, language, pattern):
    """Return the pages of a language whose text matches every part of a pattern ("a && b")."""
    parts = [re.compile(part, re.IGNORECASE) for part in pattern.split(" && ")]
    return {path for path, text in texts.items() if language_of(path) == language and all(part.search(text) for part in parts)}


def read_queries(language):
    """Return (query, pattern, kind) for the pages of a language."""
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines()[1:]]
    return [row[1:] for row in rows if row[0] == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_page_is_found(page, address, texts, language):
    open_search(page, address + START[language])
    judged, misses = Counter(), []
    for query, pattern, _ in read_queries(language):
        right = relevant_pages(texts, language, pattern)
        if not right:
            continue
        found = [place.partition("#")[0] for place in ask(page, query).get(language, [])]
        marks = {"none": not found, "five": bool(right & set(found[:5])), "first": bool(found) and found[0] in right}
        judged.update({"all": 1, **marks})
        if not marks["first"]:
            misses.append(f"{query}: {found[:5]}")
    assert judged["five"] >= 0.95 * judged["all"], misses
    assert judged["first"] >= 0.95 * judged["all"], misses
    assert judged["none"] <= 0.02 * judged["all"], misses


def test_there_are_queries_of_every_kind():
    kinds = Counter(kind for language in LANGUAGES for _, _, kind in read_queries(language))
    cross = sum(count for kind, count in kinds.items() if "→" in kind)
    assert min(len(read_queries("kk")) - cross, cross, *(len(read_queries(language)) for language in ("ru", "en"))) >= 30


def test_every_form_of_a_noun_finds_its_page(page, address):
    """60 nouns of the site, in every number, person and case, with and without the special letters."""
    open_search(page, address)
    forms = {noun: noun_forms(noun) for noun in NOUNS}
    found = page.evaluate(
        """forms => {
          const engine = new Engine("kk");
          engine.add(searchTexts.kk);
          const top = form => engine.find(form).groups.flatMap(group => group.results.slice(0, 5).map(result => result.path));
          const words = page => page.sections.flatMap(({title, text}) => Words.split(`${title} ${text}`.toLowerCase()));
          return {
            pages: Object.fromEntries(searchTexts.kk.pages.map(page => [page.path, [...new Set(words(page))]])),
            found: Object.fromEntries(forms.map(form => [form, top(form)])),
          };
        }""",
        [form for list in forms.values() for form in list],
    )
    misses, count = [], 0
    for noun, list in forms.items():
        right = {path for path, words in found["pages"].items() if set(list) & set(words)}
        assert right, f"{noun} does not stand on the site"
        count += len(list)
        misses += [form for form in list if not right & set(found["found"][form])]
    assert len(misses) <= 0.02 * count, misses


def test_the_special_letters_need_not_be_typed(page, address):
    """Both ways of typing a form come out as one word, so both find the same."""
    open_search(page, address)
    pairs = [[form, form.translate(SPECIAL)] for noun in NOUNS for form in noun_forms(noun)]
    assert page.evaluate("pairs => pairs.filter(([a, b]) => Kazakh.fold(a) !== Kazakh.fold(b))", pairs) == []


@pytest.mark.parametrize(
    "query", ["¶4", "¶ 4", "p4", "P 4", "п4", "4-тармақ", "4-тармағы", "тармақ 4", "4 tarmaq", "4-й абзац", "paragraph 4"]
)
def test_a_paragraph_is_found_by_its_number(searching, query):
    assert ask(searching, query) == {"kk": ["law/#p4"]}


def test_results_are_labelled_with_their_language(page, address):
    open_search(page, address)
    found = ask(page, "единство народа")
    assert list(found) == ["kk", "ru"]
    assert found["kk"][0] == "glossary/#unity"
    assert found["ru"][0] == "ru/glossary/#unity"
    assert page.locator("dialog.search h2").all_inner_texts() == ["Қазақша", "Орысша"]


def test_a_result_opens_at_its_section_with_the_words_marked(page, address):
    open_search(page, address)
    page.keyboard.type("халыктын бирлиги")
    first = page.locator("dialog.search li a").first
    assert first.locator("b mark").all_inner_texts() == ["халық", "бірлігі"]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/law/glossary/\?h=.*#unity$"))
    marks = page.locator("article mark")
    marks.first.wait_for()
    assert {"халық", "бірлігі"} <= {text.lower() for text in marks.all_inner_texts()}
    assert page.locator("#unity").evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_nothing_found_offers_the_glossary_and_the_closest_word(page, address):
    open_search(page, address + "ru/")
    page.keyboard.type("консттитоцийи")
    assert page.locator("dialog.search li").count() == 0
    assert page.locator(".search-status").inner_text() == "Ничего не найдено."
    assert page.get_by_role("link", name="Посмотреть в словаре").get_attribute("href") == address + "ru/glossary/"
    offered = page.locator(".search-output button")
    assert offered.inner_text().startswith("конституци")
    offered.click()
    assert page.locator("dialog.search li").count() > 0


@pytest.mark.parametrize(
    "query",
    [
        "", " ", "а", "a", "я" * 1000, "слово " * 200, "😀", "👩‍👩‍👧‍👦 🇰🇿", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "және мен бұл", "и в на", "the of and", "\x00\x01\x1b\u202e\u200b", "__proto__", "constructor toString", "¶", "¶0", "¶99", "p", "\\", "*", "[",
        "a" * 39 + "😀", "\ud800",
    ],
)  # fmt: skip
def test_a_strange_query_does_no_harm(searching, query):
    before = searching.evaluate("document.querySelectorAll('script, img, style, iframe').length")
    searching.evaluate(ASK, query)
    assert searching.evaluate("document.querySelectorAll('script, img, style, iframe').length") == before
    assert searching.faults == []
    assert searching.evaluate(
        "[...document.querySelectorAll('dialog.search *')].every(node => !node.outerHTML.includes('onerror'))"
    )


def test_words_in_the_address_are_only_compared(page, address):
    page.goto(address + "goal/?h=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+%D0%BC%D0%B0%D2%9B%D1%81%D0%B0%D1%82%D1%8B")
    page.locator("article mark").first.wait_for()
    assert {text.lower() for text in page.locator("article mark").all_inner_texts()} == {"мақсаты"}
    assert page.locator("img[src=x]").count() == 0


def test_nothing_is_loaded_until_search_is_opened(page, address):
    page.goto(address + "goal/", wait_until="networkidle")
    before = [url for url in page.loaded if "/search/" in url or "/vendor/" in url or "search" in url.rpartition("/")[2]]
    assert before == []


def test_what_search_loads_is_small(page, address, site):
    """At most 40 KB in gzip, the index, which grows with the site, counted apart."""
    open_search(page, address)
    loaded = {url.removeprefix(address) for url in page.loaded if "/assets/search/" in url or "/assets/vendor/" in url}
    sizes = {path: len(gzip.compress((site / path).read_bytes(), 9)) for path in loaded if "texts-" not in path}
    assert len(sizes) == 7
    assert sum(sizes.values()) <= 40_000, sizes


def test_search_works_from_a_disk(page, site):
    open_search(page, (site / "ru/goal/index.html").as_uri())
    page.keyboard.type("заңның мақсаты")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^file://.*/ru/[a-z/]*index\.html"))
    assert page.locator("html").get_attribute("lang") == "ru"
    assert all(url.startswith("file://") for url in page.loaded)


def test_search_is_used_by_keyboard(page, address):
    def focused():
        return page.evaluate("document.activeElement.name || document.activeElement.closest('li, .search-open')?.className")

    page.goto(address + "goal/")
    page.focus(".search-open")
    page.keyboard.press("Enter")
    page.locator("dialog.search[open]").wait_for()
    assert focused() == "query"
    page.keyboard.type("заң")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.querySelectorAll('dialog.search li a')].indexOf(document.activeElement)") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused() == "query"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # the first one may empty the field
    assert page.locator("dialog.search[open]").count() == 0
    assert "search-open" in focused()
    page.keyboard.press("Control+k")
    page.locator("dialog.search[open]").wait_for()


def test_search_says_what_it_is_to_a_screen_reader(page, address):
    open_search(page, address + "en/")
    page.keyboard.type("p4")
    snapshot = page.locator("dialog.search").aria_snapshot()
    assert snapshot.partition("      - listitem:\n")[0] == (
        '- dialog "Search the site":\n'
        "  - search:\n"
        '    - searchbox "Search the site": p4\n'
        '    - button "Close": ×\n'
        '  - status: "Found: 1"\n'
        '  - region "In English":\n'
        '    - heading "In English" [level=2]\n'
        "    - list:\n"
    )


def test_without_scripts_there_is_no_search_button(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator(".search-open").is_visible()
    context.close()
