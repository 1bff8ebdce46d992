"""Finish: what is done to the built pages after MkDocs, each step a module with one job."""

from __future__ import annotations

from pathlib import Path

from records import Data

from finish.alternates import link_languages
from finish.anki import write_packages
from finish.moodle import write_questions
from finish.search import write_search
from finish.tables import label_tables
from finish.typography import set_spaces


def finish_site(folder: Path, address: str, data: Data) -> None:
    """Finish every page in the built folder, write what search needs and what readers download; `address` is where the site will stand, or ""."""
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        html = page.read_text(encoding="utf-8")
        html = link_languages(html, page.relative_to(folder).as_posix(), address)
        html = set_spaces(label_tables(html))
        page.write_text(html, encoding="utf-8")
    write_search(folder, data["words"])
    write_packages(folder, address, data)
    write_questions(folder, address, data)
