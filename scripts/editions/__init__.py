"""Editions: everything that can be downloaded, made from the built site and the records.

Each edition is a function that returns bytes, listed by hand in `list_editions`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from languages import LANGUAGES
from records import Data
from sitecheck.settings import menu_name, read_settings

from editions import book, epub, offline, onefile, sheets, tables
from editions.chapters import Chapter, read_chapters
from editions.sources import FOLDER, MANIFEST, digest_sources
from editions.stamp import Stamp

NAME = "law-70-iv"
TABLES = ("law", "glossary")


@dataclass(frozen=True)
class Source:
    """What editions are made from: the project, its built site, its records, and the stamp they carry."""

    root: Path
    site: Path
    data: Data
    stamp: Stamp

    @cached_property
    def chapters(self) -> dict[str, list[Chapter]]:
        """The chapters of the book, by language."""
        return read_chapters(self.root, self.site)

    @cached_property
    def worksheets(self) -> list[str]:
        """The pages of the worksheets, without their index."""
        pages = [menu_name(value).removesuffix(".md") for value in read_settings(self.root).menu]
        return [page for page in pages if page.startswith("worksheets/") and page != "worksheets/index"]

    def name(self, edition: str, language: str) -> str:
        """Return what the downloads page calls an edition."""
        return self.data["editions"][edition].text(language, "name")


def list_editions(source: Source) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by file name, in the order in which they are made."""
    data, stamp = source.data, source.stamp
    files = {f"{NAME}-offline.zip": lambda: offline.make_offline(source.site, NAME, stamp)}
    files[f"{NAME}.html"] = lambda: onefile.make_one_file(source.chapters, data, stamp)
    for name in TABLES:
        files[f"{name}.json"] = lambda name=name: tables.write_json(name, data[name], stamp)
        files[f"{name}.schema.json"] = lambda name=name: tables.write_schema(name)
        files[f"{name}.csv"] = lambda name=name: tables.write_csv(name, data[name], stamp)
    files[f"{NAME}.tmx"] = lambda: tables.write_tmx({name: data[name] for name in TABLES}, stamp)
    files["glossary.tbx"] = lambda: tables.write_tbx(data["glossary"], stamp)
    for language in LANGUAGES:
        files |= _list_own(source, language)
    files[f"{NAME}-{'-'.join(LANGUAGES)}.pdf"] = lambda: book.make_trilingual_book(source.chapters, data, stamp)
    return files


def _list_own(source: Source, language: str) -> dict[str, Callable[[], bytes]]:
    """Return the editions of one language."""
    data, stamp = source.data, source.stamp
    papers = [page for page in source.worksheets if page != "worksheets/law-sheet"]
    lesson = ["teach", *papers]

    def print_pages(edition: str, pages: list[str]) -> bytes:
        return sheets.print_pages(source.site, pages, language, source.name(edition, language), stamp)

    return {
        f"{NAME}-{language}.pdf": lambda: book.make_book(source.chapters, language, data, stamp),
        f"{NAME}-{language}.epub": lambda: epub.make_epub(source.chapters, language, data, stamp),
        f"worksheets-{language}.pdf": lambda: print_pages("worksheets", papers),
        f"law-sheet-{language}.pdf": lambda: print_pages("law-sheet", ["worksheets/law-sheet"]),
        f"lesson-{language}.docx": lambda: sheets.make_docx(
            read_chapters(source.root, source.site, lesson)[language], language, source.name("lesson", language), stamp
        ),
    }


def make_editions(source: Source) -> list[str]:
    """Make every edition into editions/, with a manifest; return the names of those that failed.

    A failed edition is named with its cause and the others are made; the folder takes its place when it is whole.
    """
    failed, made = [], {}
    with tempfile.TemporaryDirectory(prefix=".editions-", dir=source.root) as folder:
        new = Path(folder) / "new"
        new.mkdir()
        files = list_editions(source)
        for number, (name, make) in enumerate(files.items(), 1):
            start = time.perf_counter()
            try:
                content = make()
            except Exception as error:  # whatever stops one edition must not stop the others
                print(f"[{number}/{len(files)}] {name} failed: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
                failed.append(name)
                continue
            (new / name).write_bytes(content)
            made[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), "date": source.stamp.day}
            print(f"[{number}/{len(files)}] {name}, {len(content):,} bytes, {time.perf_counter() - start:.1f} s", flush=True)
        manifest = {"version": source.stamp.version, "sources": digest_sources(source.root), "files": made}
        (new / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        place, old = source.root / FOLDER, Path(folder) / "old"
        if place.exists():
            os.rename(place, old)
        shutil.move(new, place)
    return failed
