"""Worksheets on paper: the sheet and its key, a page each, and the Law on one sheet."""

from __future__ import annotations

from pathlib import Path

from blocks.status import status_text
from records import Data
from stamp import Stamp

from editions.chapters import Chapter, anchor
from editions.typeset import to_typst, typeset

FORM = Path(__file__).with_name("sheets.typ")
ACROSS = "worksheets/law-sheet"  # three languages side by side need the long side of the paper


def make_sheets(chapters: list[Chapter], title: str, data: Data, stamp: Stamp) -> bytes:
    """Return worksheets as a PDF, each page of them on one sheet of paper. Raises an error where one does not fit."""
    pages = "\n".join(f"#sheet[\n{to_typst(page, stamp)}\n]" for chapter in chapters for page in _pages(chapter))
    language = chapters[0].language
    settings = {
        "title": title,
        "status": " ".join(status_text(data, language, key) for key in ("wording", "checked", "open")),
        "made": f"{data.word('edition-independent', language)} {stamp.version}",
        "language": language,
        "flipped": chapters[0].name == ACROSS,
    }
    return typeset(FORM, "sheets", settings, pages, stamp)


def _pages(chapter: Chapter) -> list[str]:
    """Return what stands on each page: the student's sheet, and its key if there is one."""
    key = f' id="{anchor(chapter.name, "key")}"'
    start = next((number for number, block in enumerate(chapter.blocks) if key in block), len(chapter.blocks))
    return [page for blocks in (chapter.blocks[:start], chapter.blocks[start:]) if (page := "\n".join(blocks))]
