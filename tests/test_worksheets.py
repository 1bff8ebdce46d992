"""Worksheets: on paper each sheet takes its pages and shows all of itself; sheet and key agree, in every language."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from blocks import Target, fill_blocks
from languages import LANGUAGES, SOURCE
from pypdf import PdfReader
from records import load_data

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"goal": 2, "tasks": 2, "source-or-commentary": 2, "then-and-now": 2, "bingo": 2, "law-sheet": 1}
MILLIMETRE = 72 / 25.4
CALL = re.compile(r"<!-- write: sheet (.*?) -->")
ROW = re.compile(r"^\| (?!---)(.*) \|$", re.MULTILINE)


def path(name, language):
    """Return a page's path below the site's address."""
    return ("" if language == SOURCE else f"{language}/") + f"{name}/"


READ = """() => {
  const key = document.querySelector("#key");
  const later = node => node === key || key && key.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  const nodes = [...document.querySelectorAll("article :is(h1, h2, h3, p, li, th, td)")].filter(node => !node.querySelector("p"));
  return {
    texts: nodes.map(node => [later(node) ? 1 : 0, node.innerText]),
    cells: [...document.querySelectorAll("article tbody :is(th, td)")].map(node => node.innerText.trim()),
    cut: [...document.querySelectorAll("article *")].filter(node =>
      getComputedStyle(node).display !== "inline" && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
      || node.getBoundingClientRect().right > innerWidth + 1).map(node => node.outerHTML.slice(0, 80)),
  };
}"""


@pytest.fixture(scope="module")
def sheets(browser, address):
    """What each sheet shows on paper, by name and language: its pages as printed, its texts, its cells, what is cut off."""
    page, sheets = browser.new_page(), {}
    page.emulate_media(media="print")
    for name in PAGES:
        wide = 297 - 2 * 8 if name == "law-sheet" else 210 - 2 * 12
        page.set_viewport_size({"width": int(wide * 96 / 25.4), "height": 1000})
        for language in LANGUAGES:
            page.goto(address + ("" if language == SOURCE else f"{language}/") + f"worksheets/{name}/")
            printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
            sheets[name, language] = {"pages": printed, **page.evaluate(READ)}
    page.close()
    return sheets


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_fits_its_pages_and_nothing_is_cut_off(sheets, name, language):
    sheet = sheets[name, language]
    sizes = [
        (round(float(page.mediabox.width) / MILLIMETRE), round(float(page.mediabox.height) / MILLIMETRE))
        for page in sheet["pages"]
    ]
    assert sizes == [(297, 210) if name == "law-sheet" else (210, 297)] * PAGES[name]
    printed = [squeeze(page.extract_text()) for page in sheet["pages"]]
    assert [text for number, text in sheet["texts"] if squeeze(text.removesuffix("#")) not in printed[number]] == []
    assert sheet["cut"] == []


def squeeze(text):
    """Return a text without what line breaks and ligatures change."""
    return re.sub(r"[\s\-\u2010\u00ad\u2060]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", PAGES)
def test_numbers_and_letters_are_the_same_in_every_language(sheets, name):
    marks = re.compile(r"(?:\d+|[A-F])(?=\.|$| ¶)|¶\d+")
    kk, ru, en = ([mark[0] for cell in sheets[name, each]["cells"] if (mark := marks.match(cell))] for each in LANGUAGES)
    assert kk
    assert kk == ru == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exercise_has_its_key(language):
    data = load_data(ROOT)
    calls = [
        call for file in sorted((ROOT / "docs" / language / "worksheets").glob("*.md")) for call in CALL.findall(file.read_text())
    ]
    assert len(calls) == 8
    for call in calls:
        sheet, key = (rows(fill(data, language, f"{kind} {call}")) for kind in ("sheet", "key"))
        answers = [row[-1] for row in key if row[0] in {row[0] for row in sheet}]
        assert all(answers), call
        if not call.startswith(("law", "bingo")):
            assert [row[0] for row in sheet][: len(key)] == [row[0] for row in key]
            assert all(not row[-1] for row in sheet[1 : len(key)]), call


def fill(data, language, call):
    """Return the Markdown of a block."""
    text, problems = fill_blocks(
        f"<!-- write: {call} -->\n<!-- /write -->\n", Target(language, "worksheets/one.md"), data, "one.md"
    )
    assert not problems
    return text


def rows(markdown):
    """Return the cells of each table row, its head included."""
    return [[cell.strip() for cell in row.split(" | ")] for row in ROW.findall(markdown)]


def test_matching_letters_lead_to_the_right_meaning():
    text = fill(load_data(ROOT), "en", "sheet terms patriotism goal tolerance")
    assert rows(text)[4:] == [
        ["Letter", "Meaning"],
        ["A", "The result that the work is meant to achieve."],
        ["B", "A person’s love for Kazakhstan and responsibility towards the country, whatever their ethnic group."],
        ["C", "A patient and respectful attitude to people whose language, faith, customs or opinions differ from one’s own."],
    ]
    assert [row[1:] for row in rows(fill(load_data(ROOT), "en", "key terms patriotism goal tolerance"))[1:]] == [
        ["Kazakhstani patriotism", "B"],
        ["goal", "A"],
        ["tolerance", "C"],
    ]


def test_no_meaning_read_out_names_its_term():
    from blocks.worksheets import BINGO, _meaning

    data = load_data(ROOT)
    assert len(BINGO) == len(set(BINGO)) == 24
    for language in LANGUAGES:
        meanings = [_meaning(data["glossary"][id], language) for id in BINGO]
        assert len(set(meanings)) == len(BINGO)
        assert [
            id for id, text in zip(BINGO, meanings) if data["glossary"][id].text(language, "term").casefold() in text.casefold()
        ] == []


def test_an_answer_that_is_no_choice_is_named(tiny):
    tiny.replace("docs/_data/sentences.yml", "kind: law", "kind: opinion")
    call = "<!-- write: key sentences -->\n<!-- /write -->\n"
    problems = fill_blocks(call, Target("en", "law.md"), load_data(tiny.root), "docs/en/law.md")[1]
    assert [str(problem) for problem in problems] == [
        "docs/en/law.md:1:13: generated: the writer key cannot use `key sentences`: opinion is not one of fact, law, commentary\n"
        "    fix: mend the record in docs/_data that it takes this from"
    ]
