"""The way out of the theme: each language builds alone, from seven lines, with neither our theme nor the i18n plugin."""

import logging
import re

import pytest
from conftest import ROOT
from finish.alternates import counterpart
from languages import LANGUAGES
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

SETTINGS = """\
site_name: The Law
docs_dir: {docs}
site_dir: {site}
theme: mkdocs
plugins: []
validation: {{links: {{anchors: warn}}}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, toc]
"""
OUTSIDE = re.compile(r"\.\./(?:assets|downloads)/|target '(?:\.\./)+(?:assets|downloads)/")  # files all languages share

CHECKS = ".checks, .checks + table, .checks + table + .download"  # scripts/finish/checks.py


@pytest.fixture(scope="module", params=LANGUAGES)
def alone(request, tmp_path_factory):
    """A language, its site built alone, and what MkDocs warned of."""
    top = tmp_path_factory.mktemp(request.param)
    settings = SETTINGS.format(docs=ROOT / "docs" / request.param, site=top / "site")
    assert settings.count("\n") == 7
    (top / "mkdocs.yml").write_text(settings, encoding="utf-8")
    warnings = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warnings.append(record.getMessage())
    logging.getLogger("mkdocs").addHandler(handler)
    build(load_config(str(top / "mkdocs.yml")))
    logging.getLogger("mkdocs").removeHandler(handler)
    return request.param, top / "site", warnings


def read_main(file, element):
    """Return the words of a page and the ids in it, without what the theme or a finishing step puts there."""
    main = LexborHTMLParser(file.read_bytes()).css_first(element)
    for node in main.css(f".headerlink, .improve, .facts, .missing, {CHECKS}, script, style"):
        node.decompose()
    return "".join(main.text().replace("\N{WORD JOINER}", "").split()), [node.attributes["id"] for node in main.css("[id]")]


def test_a_language_alone_has_the_same_words_and_ids(alone, site):
    language, folder, _ = alone
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    assert len(pages) == len(list((ROOT / "docs" / language).rglob("*.md")))
    for page in pages:
        ours = read_main(site / counterpart(page, language), "article")
        assert len(ours[0]) > 200
        assert read_main(folder / page, "[role=main]") == ours, page


def test_a_language_alone_builds_without_a_warning(alone):
    assert [warning for warning in alone[2] if not OUTSIDE.search(warning)] == []
