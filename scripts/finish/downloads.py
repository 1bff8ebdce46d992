"""The downloads page: beside each file its size, its date and its checksum, as the file stands in the built site."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from dates import write_date
from downloads import FOLDER
from languages import LANGUAGES
from manifest import EDITIONS, read_manifest
from records import Record
from selectolax.lexbor import LexborHTMLParser, LexborNode

from finish.assets import resolve
from finish.minify import minify

PLACE = "span.facts"  # scripts/blocks/editions.py writes it, empty, after the link to a file
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
    then the link gives way to its words."""
    tree = LexborHTMLParser(html)
    language = tree.css_first("html").attributes["lang"]
    for place in tree.css(PLACE):
        link = find_link(place)
        if link is None:  # filled before, without its file
            continue
        place.inner_html = facts(resolve(path, link.attributes["href"]), language)
        if not place.child:
            place.inner_html = words["downloads-missing"].text(language)
            link.unwrap()
    return minify(tree.html)


def find_link(place: LexborNode) -> LexborNode | None:
    """Return the link that the facts stand beside."""
    return place.parent.css_first("a[download]")


def write_facts(content: bytes, day: str, language: str) -> str:
    """Return size, date and checksum of a file as HTML."""
    return (
        f'{write_size(len(content), language)} · <time datetime="{day}">{write_date(day, language)}</time> · '
        f"SHA-256 <code>{hashlib.sha256(content).hexdigest()}</code>"
    )


def write_size(count: int, language: str) -> str:
    """Return a number of bytes as readers of a language write it: «1,2 МБ», "340 KB"."""
    kilobytes, megabytes = ("KB", "MB") if language == "en" else ("КБ", "МБ")
    if count < 1_000_000:
        number, unit = f"{count / 1000:.1f}" if count < 100_000 else f"{count / 1000:.0f}", kilobytes
    else:
        number, unit = f"{count / 1_000_000:.1f}", megabytes
    return f"{number if language == 'en' else number.replace('.', ',')}\N{NO-BREAK SPACE}{unit}"
