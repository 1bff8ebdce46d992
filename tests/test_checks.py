"""What the site says of its last check: the table on the project page, the badges, the numbers for programs."""

import json
from types import SimpleNamespace

import pytest
from blocks.checks import PLACE
from finish.checks import add_checks, count_checked, draw_badge
from finish.tables import label_tables
from records import load_data
from sitecheck.pages import read_pages
from stamp import Stamp
from translations import read_ledger

STAMP = Stamp("abc1234", 1_790_000_000)
COUNTS = {
    "kk": {"pages": 4, "texts": 1200},
    "ru": {"pages": 4, "texts": 1200, "fresh": 1196, "stale": 1, "changed": 2, "missing": 1},
    "en": {"pages": 4, "texts": 1200, "fresh": 1200, "stale": 0, "changed": 0, "missing": 0},
}
WORDS = {
    f"checks-{name}": SimpleNamespace(text=lambda language, text=text: text)
    for name, text in {
        "day": "Of {day}.",
        "rules": "Rules: {rules}.",
        "caption": "Pages & more",
        "badge": "{day}, {fresh} of {texts}, {pages}",
        **{name: name for name in ("language", "pages", "texts", "fresh", "again", "missing", "files", "badges")},
    }.items()
}
TABLE = """<p class="checks">Of <time datetime="2026-09-21">21 сентября 2026 года</time>. Rules: 150.</p>
<table><caption>Pages &amp; more</caption>
<thead><tr><th scope="col">language</th><th scope="col">pages</th><th scope="col">texts</th><th scope="col">fresh</th>\
<th scope="col">again</th><th scope="col">missing</th></tr></thead>
<tbody>
<tr><th scope="row" lang="kk">Қазақша</th><td data-label="pages">4</td><td data-label="texts">1\xa0200</td>\
<td data-label="fresh">–</td><td data-label="again">–</td><td data-label="missing">–</td></tr>
<tr><th scope="row" lang="ru">Русский</th><td data-label="pages">4</td><td data-label="texts">1\xa0200</td>\
<td data-label="fresh">1\xa0196</td><td data-label="again">3</td><td data-label="missing">1</td></tr>
<tr><th scope="row" lang="en">English</th><td data-label="pages">4</td><td data-label="texts">1\xa0200</td>\
<td data-label="fresh">1\xa0200</td><td data-label="again">0</td><td data-label="missing">0</td></tr>
</tbody>
</table>
<p class="download">files <a href="../../checks/checks.json">checks.json</a>. badges \
<a href="../../checks/kk.svg" hreflang="kk" lang="kk">Қазақша</a>, <a href="../../checks/ru.svg" hreflang="ru" lang="ru">Русский</a>, \
<a href="../../checks/en.svg" hreflang="en" lang="en">English</a>.</p>"""
BADGE = """<svg xmlns="http://www.w3.org/2000/svg" width="263" height="20" role="img" lang="ru">
<title>Русский: 2026-09-21, 1\xa0196 of 1\xa0200, 4</title>
<clipPath id="edge"><rect width="263" height="20" rx="3"/></clipPath>
<g clip-path="url(#edge)"><rect width="61" height="20" fill="#3d4a52"/><rect x="61" width="202" height="20" fill="#9a4a12"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="8" y="14" textLength="45" lengthAdjust="spacingAndGlyphs">Русский</text>
<text x="69" y="14" textLength="186" lengthAdjust="spacingAndGlyphs">2026-09-21, 1\xa0196 of 1\xa0200, 4</text>
</g>
</svg>
"""


@pytest.fixture
def page(tmp_path):
    page = tmp_path / "ru/about/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<main>{PLACE}</main>")
    return page


def test_the_table_stands_in_its_place_for_each_language(page, tmp_path):
    add_checks(tmp_path, COUNTS, 150, STAMP, WORDS)
    assert label_tables(page.read_text()) == f"<main>{TABLE}</main>"


def test_the_badge_of_a_language():
    assert draw_badge("ru", COUNTS["ru"], "2026-09-21", WORDS) == BADGE


def test_a_badge_is_of_another_colour_where_something_must_be_compared():
    colours = {code: "#9a4a12" in draw_badge(code, COUNTS[code], "2026-09-21", WORDS) for code in COUNTS}
    assert colours == {"kk": False, "ru": True, "en": False}


def test_the_numbers_for_programs(page, tmp_path):
    add_checks(tmp_path, COUNTS, 150, STAMP, WORDS)
    assert sorted(file.name for file in (tmp_path / "checks").iterdir()) == ["checks.json", "en.svg", "kk.svg", "ru.svg"]
    assert json.loads((tmp_path / "checks/checks.json").read_text()) == {
        "version": "2026-09-21 (abc1234)",
        "rules": 150,
        "languages": COUNTS,
    }


def test_a_day_that_nobody_knows_is_not_told(page, tmp_path):
    add_checks(tmp_path, COUNTS, 150, Stamp("", 0), WORDS)
    assert page.read_text().startswith('<main><p class="checks">Rules: 150.</p>\n<table>')
    made = "".join(file.read_text() for file in (tmp_path / "checks").iterdir()) + page.read_text()
    assert "1970" not in made


def test_what_is_counted(tiny):
    def count():
        return count_checked(load_data(tiny.root), read_pages(tiny.root), read_ledger(tiny.root))

    whole = {"pages": 4, "texts": 35, "fresh": 35, "stale": 0, "changed": 0, "missing": 0}
    assert count() == {"kk": {"pages": 4, "texts": 35}, "ru": whole, "en": whole}
    tiny.replace("docs/kk/glossary.md", "# Сөздік", "# Сөздігіміз")
    tiny.replace("docs/en/law.md", "The second speaks", "The second one speaks")
    stale = {**whole, "fresh": 34, "stale": 1}
    assert count() == {"kk": {"pages": 4, "texts": 35}, "ru": stale, "en": {**stale, "fresh": 33, "changed": 1}}
