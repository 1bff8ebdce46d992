"""Editions: everything that can be downloaded, made from the built site and the records.

Each edition is a function that returns bytes; EDITIONS in downloads.py names the files.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import manifest
from downloads import EDITIONS, list_files
from files import replace_folder, restore_folder
from languages import SOURCE
from records import Data
from stamp import Stamp

from editions import book, docx, epub, offline, onefile, sheets, tables
from editions.chapters import Chapter, list_chapters, list_sheets, read_chapters

PLACE = manifest.EDITIONS


@dataclass(frozen=True)
class Source:
    """What editions are made from: the project, its built site, its records, the stamp they carry, the site's address or ""."""

    root: Path
    site: Path
    data: Data
    stamp: Stamp
    address: str

    @cached_property
    def chapters(self) -> dict[str, list[Chapter]]:
        """The chapters of the book, by language."""
        return self.read(list_chapters(self.root))

    @cached_property
    def sheets(self) -> dict[str, list[Chapter]]:
        """The worksheets, by language; the last is the Law on one sheet."""
        return self.read(list_sheets(self.root))

    def read(self, names: list[str]) -> dict[str, list[Chapter]]:
        """Return pages of the built site as chapters, by language."""
        return read_chapters(self.site, names)

    def title(self, edition: str, language: str) -> str:
        """Return what the downloads page calls an edition."""
        return self.data["editions"][edition].text(language or SOURCE, "name")


def list_editions(source: Source) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by file name, in the order in which they are made."""
    return {
        file: lambda name=name, file=file, language=language: _make(source, name, file, language)
        for name in EDITIONS
        for file, language in list_files(name).items()
    }


def _make(source: Source, name: str, file: str, language: str) -> bytes:
    data, stamp = source.data, source.stamp
    match name:
        case "offline":
            return offline.make_offline(source.site, file.partition("-offline")[0], data["words"], stamp)
        case "one-file":
            return onefile.make_one_file(source.chapters, data, stamp)
        case "book":
            return book.make_book(source.chapters[language], language, data, stamp)
        case "book-three":
            return book.make_trilingual_book(source.chapters, data, stamp)
        case "e-book":
            return epub.make_epub(source.chapters[language], language, data, stamp)
        case "worksheets":
            return sheets.make_sheets(source.sheets[language][:-1], source.title(name, language), data, stamp)
        case "law-sheet":
            return sheets.make_sheets(source.sheets[language][-1:], source.title(name, language), data, stamp)
        case "lesson":
            chapters = source.read(["teach"])[language] + source.sheets[language]
            return docx.make_docx(chapters, source.title(name, language), data, stamp)
        case _:
            return tables.write_table(file, data, stamp, source.address)


def make_editions(source: Source) -> list[str]:
    """Make every edition into editions/, with a manifest; return the names of those that failed.

    A failed edition is named with its cause and the others are made. They are written when all are made, and their folder
    takes its place whole: whoever stops this finds the editions of before.
    """
    made, failed = {}, []
    files = list_editions(source)
    for number, (name, make) in enumerate(files.items(), 1):
        start = time.perf_counter()
        try:
            made[name] = make()
        except Exception as error:  # whatever stops one edition must not stop the others
            print(f"[{number}/{len(files)}] {name} failed: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            failed.append(name)
        else:
            print(f"[{number}/{len(files)}] {name}, {len(made[name]):,} bytes, {time.perf_counter() - start:.1f} s", flush=True)
    made[manifest.MANIFEST] = manifest.write_manifest(source.root, source.stamp.version, source.stamp.day, list(made))
    _replace(source.root, made)
    return failed


def _replace(root: Path, files: dict[str, bytes]) -> None:
    """Let the files take the place of those in editions/."""
    restore_folder(root / PLACE)
    for left in root.glob(".editions-*"):  # of an interrupted run
        shutil.rmtree(left, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=".editions-", dir=root))
    new.chmod(0o755)
    try:
        for name, content in files.items():
            (new / name).write_bytes(content)
        replace_folder(new, root / PLACE)
    finally:
        shutil.rmtree(new, ignore_errors=True)
