"""Finish: what is done to the built pages after MkDocs, each step a module with one job."""

from __future__ import annotations

from pathlib import Path

from records import Data

from finish.alternates import language_of, link_languages
from finish.anki import write_packages
from finish.menu import name_sections
from finish.moodle import write_questions
from finish.notes import write_notes
from finish.pairs import name_button, write_pairs
from finish.search import write_search
from finish.tables import label_tables
from finish.typography import set_spaces


def finish_site(folder: Path, address: str, data: Data) -> None:
    """Finish every page in the built folder; write what search, reading side by side and notes need, and what readers download.

    `address` is where the site will stand, or "".
    """
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        html = page.read_text(encoding="utf-8")
        path = page.relative_to(folder).as_posix()
        html = link_languages(html, path, address)
        html = name_button(html, language_of(path), data["words"])
        html = set_spaces(label_tables(name_sections(html)))
        page.write_text(html, encoding="utf-8")
    write_search(folder, data["words"])
    write_pairs(folder, data["words"])
    write_notes(folder, address, data)
    write_packages(folder, address, data)
    write_questions(folder, address, data)
