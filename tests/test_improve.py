"""The link that leads to the file a page is written in."""

import re

import pytest
from address import repository_address, site_address
from conftest import REPOSITORY, ROOT
from finish.improve import find_source, link_sources
from languages import LANGUAGES
from records import load_data
from test_site import NAMES, url

EDIT = f"{REPOSITORY}/edit/main/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_its_own_file(site, language):
    for name in NAMES:
        html = (site / url(name, language) / "index.html").read_text(encoding="utf-8")
        files = re.findall(rf'<a href="{re.escape(EDIT)}([^"]*)"', html)
        assert files[0] == f"docs/{language}/{name}"
        assert [file for file in files if not (ROOT / file).is_file()] == []


@pytest.mark.parametrize(
    ("name", "record"),
    [("law.md", "law"), ("glossary.md", "glossary"), ("quiz.md", "quiz"), ("downloads/index.md", "editions"), ("about.md", "")],
)
def test_a_page_made_of_records_leads_to_them_too(site, name, record):
    html = (site / url(name, "ru") / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<p class="improve">(.*?)</p>', html)[1]
    assert (f'· <a href="{EDIT}docs/_data/{record}.yml">Улучшить данные страницы</a>' in found) == bool(record)


def test_only_pages_have_the_link(tmp_path, tiny):
    whole = "<html><article></article></html>"
    for name in ("ru/law/index.html", "404.html", "downloads/one-file.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(whole)
    link_sources(tmp_path / "site", tiny.root, REPOSITORY, load_data(ROOT)["words"])
    linked = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("*.html")
        if path.read_text() != whole
    }
    assert linked == {"ru/law/index.html"}


def test_the_source_of_a_built_page(tiny):
    tiny.write("docs/ru/tasks/index.md", "")
    pages = ("index.html", "ru/law/index.html", "ru/tasks/index.html")
    assert [find_source(page, tiny.root).as_posix() for page in pages] == [
        "docs/kk/index.md",
        "docs/ru/law.md",
        "docs/ru/tasks/index.md",
    ]


@pytest.mark.parametrize(
    ("environment", "site", "repository"),
    [
        ({}, "", ""),
        ({"GITHUB_REPOSITORY": "Someone/law"}, "https://someone.github.io/law/", "https://github.com/Someone/law"),
        (
            {"GITHUB_REPOSITORY": "Someone/someone.github.io"},
            "https://someone.github.io/",
            "https://github.com/Someone/someone.github.io",
        ),
        (
            {"SITE_URL": "https://law.example", "REPO_URL": "https://git.example/law/"},
            "https://law.example/",
            "https://git.example/law",
        ),
    ],
)
def test_the_addresses_come_from_the_environment(monkeypatch, environment, site, repository):
    for name in ("SITE_URL", "REPO_URL", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (site_address(), repository_address()) == (site, repository)
