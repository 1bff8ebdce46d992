"""What the check found, for each language: a table on the project page, a badge, and the numbers for programs.

The site is published only when nothing is wrong, so that what it says of itself is what the last check found. The day is that
of the commit: the same commit gives the same bytes.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from blocks.checks import PLACE
from dates import write_date
from languages import LANGUAGES, NAMES, SOURCE, TRANSLATIONS
from records import Data, Record
from sitecheck.pages import Page
from stamp import Stamp
from translations import STATES, Ledger, collect_pairs, judge

from finish.alternates import language_of
from finish.assets import relative

FOLDER = "checks"
NUMBERS = f"{FOLDER}/checks.json"
COLUMNS = ("pages", "texts", "fresh", "again", "missing")
NONE = "–"  # the source is not compared with itself
# A badge: its height, the width of a letter and the room beside a text, in points; its colours, of which white stands out.
HEIGHT, LETTER, ROOM = 20, 6.4, 8
NAME_COLOUR, FRESH, STALE = "#3d4a52", "#0b6b74", "#9a4a12"
BADGE = """<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}" role="img" lang="{language}">
<title>{name}: {text}</title>
<clipPath id="edge"><rect width="{whole}" height="{height}" rx="3"/></clipPath>
<g clip-path="url(#edge)"><rect width="{left}" height="{height}" fill="{dark}"/><rect x="{left}" width="{right}" height="{height}" fill="{colour}"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="{room}" y="14" textLength="{name_width}" lengthAdjust="spacingAndGlyphs">{name}</text>
<text x="{text_start}" y="14" textLength="{text_width}" lengthAdjust="spacingAndGlyphs">{text}</text>
</g>
</svg>
"""

Counts = dict[str, dict[str, int]]


def count_checked(data: Data, pages: dict[tuple[str, str], Page], ledger: Ledger) -> Counts:
    """Return for each language its pages and texts, and how many of the translations are in each state."""
    counts = {language: {"pages": sum(code == language for code, _ in pages), "texts": 0} for language in LANGUAGES}
    for language in TRANSLATIONS:
        counts[language] |= dict.fromkeys(STATES, 0)
    for pair in collect_pairs(data, pages):
        counts[pair.language]["texts"] += 1
        counts[pair.language][judge(pair, ledger)] += 1
    counts[SOURCE]["texts"] = max(counts[language]["texts"] for language in TRANSLATIONS)
    return counts


def add_checks(folder: Path, counts: Counts, rules: int, stamp: Stamp, words: dict[str, Record]) -> None:
    """Write the table into every page of the built folder that has its place, and the badges and the numbers beside them."""
    day = stamp.day if stamp.seconds else ""  # outside git nobody knows it
    for page in sorted(folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if PLACE in html:
            path = page.relative_to(folder).as_posix()
            page.write_text(html.replace(PLACE, write_table(path, counts, rules, day, words)), encoding="utf-8")
    (folder / FOLDER).mkdir(exist_ok=True)
    for language in LANGUAGES:
        (folder / badge_file(language)).write_text(draw_badge(language, counts[language], day, words), encoding="utf-8")
    numbers = {"version": stamp.version if day else "", "rules": rules, "languages": counts}
    (folder / NUMBERS).write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


def badge_file(language: str) -> str:
    """Return the path of a language's badge in the built site."""
    return f"{FOLDER}/{language}.svg"


def write_table(path: str, counts: Counts, rules: int, day: str, words: dict[str, Record]) -> str:
    """Return what was checked as HTML, for the page at `path`, in its language. Another step labels the cells."""
    language = language_of(path)

    def word(name: str, **values: object) -> str:
        return escape(words[f"checks-{name}"].text(language), quote=False).format(**values)

    said = [word("day", day=f'<time datetime="{day}">{write_date(day, language)}</time>')] if day else []
    said.append(word("rules", rules=rules))
    head = "".join(f"<th>{word(name)}</th>" for name in ("language", *COLUMNS))
    rows = "\n".join(
        f'<tr><td lang="{code}">{NAMES[code]}</td>' + "".join(f"<td>{cell}</td>" for cell in _cells(own, language)) + "</tr>"
        for code, own in counts.items()
    )
    badges = ", ".join(
        f'<a href="{relative(path, badge_file(code))}" hreflang="{code}" lang="{code}">{NAMES[code]}</a>' for code in counts
    )
    return (
        f'<p class="checks">{" ".join(said)}</p>\n<table><caption>{word("caption")}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n"
        f'<p class="download">{word("files")} <a href="{relative(path, NUMBERS)}">checks.json</a>. {word("badges")} {badges}.</p>'
    )


def _cells(own: dict[str, int], language: str) -> list[str]:
    shown = own | {"again": own["stale"] + own["changed"]} if "fresh" in own else own
    return [write_number(shown[name], language) if name in shown else NONE for name in COLUMNS]


def write_number(number: int, language: str) -> str:
    """Return a number as readers of a language write it: «1 234», "1,234"."""
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def draw_badge(language: str, own: dict[str, int], day: str, words: dict[str, Record]) -> str:
    """Return the badge of a language as SVG: its name, the day, and how many texts were compared with the source."""
    values = own if "fresh" in own else {**own, "fresh": own["texts"]}
    shown = {name: write_number(number, language) for name, number in values.items()}
    name, text = NAMES[language], words["checks-badge"].text(language).format(day=day or NONE, **shown)
    name_width, text_width = (round(len(each) * LETTER) for each in (name, text))
    left, right = name_width + 2 * ROOM, text_width + 2 * ROOM
    return BADGE.format(
        language=language,
        name=name,
        text=escape(text),
        whole=left + right,
        left=left,
        right=right,
        height=HEIGHT,
        room=ROOM,
        name_width=name_width,
        text_start=left + ROOM,
        text_width=text_width,
        dark=NAME_COLOUR,
        colour=FRESH if values["fresh"] == own["texts"] else STALE,
    )
