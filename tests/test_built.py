"""Rules about the built site, each broken in a tiny built site."""

import pytest
from sitecheck.built import read_built
from sitecheck.rules import BUILT_RULES

PAGE = '<!doctype html><html lang="{}"><title>x</title><h1 id="law">x</h1>{}'


def problems(root, pages, files=()):
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for path in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    site = read_built(root, root)
    return [str(problem) for rule in BUILT_RULES for problem in rule(site)]


RIGHT = [
    '<a href="law/">x</a>',
    '<a href="law/#law">x</a>',
    '<a href="law/index.html#law">x</a>',
    '<a href="#law">x</a>',
    '<a href=".">x</a>',
    '<a href="https://adilet.zan.kz/kaz/">x</a>',
    '<a href="mailto:a@b.kz">x</a>',
    '<img src="a%20b.png" alt="">',
    '<a href="https://someone.example/site/law/#law">x</a>',
    '<a href="/site/law/">x</a>',
]
WRONG = {
    '<a href="lew/">x</a>': "<a> leads to lew/, which does not exist\n    fix: no such file was built; did you mean law/index.html?",
    '<a href="law/#lew">x</a>': "<a> leads to law/#lew: there is no #lew\n    fix: law/index.html has no such id; did you mean law?",
    '<img src="b.png">': "<img> leads to b.png, which does not exist\n    fix: no such file was built; did you mean a b.png?",
    '<a href="../../law/">x</a>': "<a> leads to ../../law/, which does not exist\n    fix: no such file was built; did you mean law/index.html?",
    '<a href="/law/">x</a>': "<a> leads to /law/, which does not exist\n    fix: no such file was built; did you mean law/index.html?",
}


def tiny_site(body):
    return {"index.html": PAGE.format("kk", body), "law/index.html": PAGE.format("kk", "")}


@pytest.mark.parametrize("body", RIGHT)
def test_built_links_pass(tmp_path, monkeypatch, body):
    monkeypatch.setenv("SITE_URL", "https://someone.example/site/")
    assert problems(tmp_path, tiny_site(body), ["a b.png"]) == []


@pytest.mark.parametrize("body", WRONG)
def test_built_links_fail(tmp_path, monkeypatch, body):
    monkeypatch.setenv("SITE_URL", "https://someone.example/site/")
    assert problems(tmp_path, tiny_site(body), ["a b.png"]) == [f"site/index.html: built-links: {WRONG[body]}"]


def test_built_language(tmp_path):
    pages = {"index.html": PAGE.format("kk", ""), "ru/index.html": PAGE.format("kk", ""), "404.html": PAGE.format("kk", "")}
    assert problems(tmp_path, pages) == [
        'site/ru/index.html: built-language: the page says lang="kk"\n    fix: it stands among the pages of "ru"'
    ]
