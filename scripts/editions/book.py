"""The printed book: cover, contents, chapters; in one language, or in all three side by side."""

from __future__ import annotations

import re
from pathlib import Path

from blocks.status import status_text
from languages import LANGUAGES, SOURCE
from records import Data
from selectolax.lexbor import LexborHTMLParser
from stamp import Stamp

from editions.chapters import Chapter, join_blocks
from editions.typeset import to_typst, typeset

FORM = Path(__file__).with_name("book.typ")
HEADING = re.compile(r"^<h[1-6][^>]*>(.*)</h[1-6]>$", re.DOTALL)
ID = re.compile(r' id="[^"]*"')


def make_book(chapters: list[Chapter], language: str, data: Data, stamp: Stamp) -> bytes:
    """Return the book of one language as a PDF."""
    return _bind(join_blocks(chapters), chapters[0].title, language, data, stamp)


def make_trilingual_book(chapters: dict[str, list[Chapter]], data: Data, stamp: Stamp) -> bytes:
    """Return the book in three columns, block beside block, as a PDF; landscape."""
    versions = zip(*(chapters[language] for language in LANGUAGES), strict=True)
    rows = (_row(*blocks) for pages in versions for blocks in zip(*(page.blocks for page in pages), strict=True))
    title = " · ".join(chapters[language][0].title for language in LANGUAGES)
    return _bind("\n".join(rows), title, SOURCE, data, stamp, flipped=True)


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


def _bind(html: str, title: str, language: str, data: Data, stamp: Stamp, flipped: bool = False) -> bytes:
    settings = {
        "title": title,
        "subtitle": data.word("edition-subtitle", language),
        "contents": data.word("edition-contents", language),
        "note": status_text(data, language, "full"),
        "made": f"{data.word('edition-independent', language)} {stamp.version}",
        "language": language,
        "flipped": flipped,
    }
    return typeset(FORM, "book", settings, to_typst(html, stamp), stamp)
