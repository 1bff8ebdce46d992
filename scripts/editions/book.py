"""The printed book: chapters through Pandoc into Typst, and from there a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pypandoc
import typst
from blocks.status import status_text
from languages import LANGUAGES, SOURCE
from records import Data
from selectolax.lexbor import LexborHTMLParser

from editions.chapters import Chapter
from editions.stamp import Stamp

FOLDER = Path(__file__).parent
LOOK, FILTER = FOLDER / "book.typ", FOLDER / "typeset.lua"
HEADING = re.compile(r"^<h[1-6][^>]*>(.*)</h[1-6]>$", re.DOTALL)
ID = re.compile(r' id="[^"]*"')


def make_book(chapters: dict[str, list[Chapter]], language: str, data: Data, stamp: Stamp) -> bytes:
    """Return the book of one language as a PDF."""
    html = "\n".join(block for chapter in chapters[language] for block in chapter.blocks)
    return _typeset(html, chapters[language][0].title, language, data, stamp)


def make_trilingual_book(chapters: dict[str, list[Chapter]], data: Data, stamp: Stamp) -> bytes:
    """Return the book in three columns, block beside block, as a PDF; landscape."""
    versions = zip(*(chapters[language] for language in LANGUAGES))
    rows = (_row(*blocks) for pages in versions for blocks in zip(*(page.blocks for page in pages)))
    title = " · ".join(chapters[language][0].title for language in LANGUAGES)
    return _typeset("\n".join(rows), title, SOURCE, data, stamp, flipped=True)


def _row(*blocks: str) -> str:
    """Return a block beside its translations; what holds all languages by itself stands once."""
    source, *others = blocks
    if 'class="versions"' in source:
        versions = LexborHTMLParser(source).css(".versions > *")
        return f'<div class="row">{"".join(f"""<div class="cell">{version.html}</div>""" for version in versions)}</div>'
    if 'class="version' in source:
        return source
    if HEADING.match(source):
        names = (f'<span lang="{language}">{HEADING.match(block)[1]}</span>' for language, block in zip(LANGUAGES[1:], others))
        return f'{source}<div class="names"><p>{" · ".join(names)}</p></div>'
    cells = (
        f'<div class="cell"><div lang="{language}">{block if language == SOURCE else ID.sub("", block)}</div></div>'
        for language, block in zip(LANGUAGES, blocks)
    )
    return f'<div class="row">{"".join(cells)}</div>'


def _typeset(html: str, title: str, language: str, data: Data, stamp: Stamp, flipped: bool = False) -> bytes:
    body = pypandoc.convert_text(html, "typst", format="html", extra_args=[f"--lua-filter={FILTER}", "--wrap=none"])
    body = body.replace("align(center)[#table(", "align(left)[#table(")  # Pandoc centres every table
    day = datetime.fromtimestamp(stamp.seconds, UTC)
    settings = {
        "title": title,
        "subtitle": data.word("edition-subtitle", language),
        "contents": data.word("edition-contents", language),
        "note": status_text(data, language, "full"),
        "made": f"{data.word('edition-independent', language)} {stamp.version}",
        "language": language,
    }
    named = ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items())
    date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    look = LOOK.read_text(encoding="utf-8")
    setup = f"#show: book.with({named}, date: {date}, flipped: {'true' if flipped else 'false'})"
    return typst.compile(f"{look}\n{setup}\n{body}".encode(), pdf_standards=["ua-1"], timestamp=stamp.seconds)
