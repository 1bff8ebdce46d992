"""The downloads page: beside each file its size, its date and its checksum, as the file stands in the built site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from downloads import FOLDER
from languages import LANGUAGES
from manifest import EDITIONS, read_manifest
from records import Record
from selectolax.lexbor import LexborHTMLParser

from finish.assets import resolve
from finish.facts import PLACE, find_link, write_facts
from finish.minify import minify

PAGES = ["downloads/index.html", *(f"{language}/downloads/index.html" for language in LANGUAGES)]


def add_downloads(folder: Path, root: Path, day: str, words: dict[str, Record]) -> None:
    """Put the editions of the present sources into the built folder, and say on its pages what each download is.

    `day` is that of the files that the build made.
    """
    manifest = read_manifest(root)
    for name in manifest:
        shutil.copy(root / EDITIONS / name, folder / FOLDER / name)

    def facts(path: str, language: str) -> str:
        file = folder / path
        return write_facts(file.read_bytes(), manifest.get(file.name, day), language) if file.is_file() else ""

    for path in PAGES:
        if (page := folder / path).is_file():
            page.write_text(fill_page(page.read_text(encoding="utf-8"), path, facts, words), encoding="utf-8")


def fill_page(html: str, path: str, facts: Callable[[str, str], str], words: dict[str, Record]) -> str:
    """Return the page with the facts of each download. `facts` gives them for a path and a language, "" where there is no file;
    then the link gives way to its words, and the page says so once, before its first part."""
    tree = LexborHTMLParser(html)
    language = tree.css_first("html").attributes["lang"]
    missing = None
    for place in tree.css(PLACE):
        link = find_link(place)
        if link is None:  # filled before, without its file
            continue
        place.inner_html = facts(resolve(path, link.attributes["href"]), language)
        if not place.child:
            missing = missing or link.parent.parent
            link.unwrap()
    if missing:
        told = LexborHTMLParser(f'<p class="missing">{words["downloads-missing"].text(language)}</p>').css_first("p")
        (tree.css_first("article h2") or missing).insert_before(told)
    return minify(tree.html)
