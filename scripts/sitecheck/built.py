"""Read the built site: what readers get, whatever made it.

Each file is read once. A page is parsed for the rules about one page, then only what other pages and the rules about
the whole site need of it is kept, so that memory grows slowly.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from address import site_address
from downloads import FILES
from finish.alternates import NOT_FOUND, language_of
from problems import CannotCheck, Problem
from selectolax.lexbor import LexborHTMLParser

from sitecheck.kept import BuiltPage, keep
from sitecheck.parsed import Element, Parsed
from sitecheck.places import source_file
from sitecheck.resolve import is_outside
from sitecheck.searched import SearchTexts, read_search

LAZY_PAGE = re.compile(r"(?:^|/)index\.html$")


@dataclass
class BuiltSite:
    """The built site: pages by path, all files, and the address it was built for ("" where none is known)."""

    root: Path
    folder: Path
    files: frozenset[str]
    address: str
    offline: bool = False  # opened from a disk
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    _search: dict[str, SearchTexts] = field(default_factory=dict)

    def parse(self) -> Iterator[Parsed]:
        """Yield every page parsed, one language after the other, and keep what the rules about the whole site need.

        A download is no page.
        """
        paths = (file for file in self.files if file.endswith((".html", ".htm")) and file not in FILES)
        for path in sorted(paths, key=lambda path: (language_of(path), path)):
            parsed = self.parse_page(path)
            self.pages[path] = keep(parsed)
            yield parsed

    def parse_page(self, path: str) -> Parsed:
        """Parse one page."""
        html = (self.folder / path).read_bytes()
        return Parsed(self, path, html, LexborHTMLParser(html))

    def read(self, path: str) -> str:
        """Return the text of a file."""
        with open(f"{self.folder}/{path}", "rb") as file:  # a Path and a text file take half as long again
            return file.read().decode(errors="replace")

    def read_script(self, path: str) -> tuple[str, Any]:
        """Return language and data of a script that `finish.pairs.write_script` wrote. Raises ValueError where it is not whole."""
        begin, _, data = self.read(path).partition(" = ")
        return begin.rpartition(".")[2], json.loads(data.rstrip().removesuffix(";"))

    def search(self, language: str) -> SearchTexts:
        """Return what search reads in a language."""
        if language not in self._search:
            self._search[language] = read_search(self, language)
        return self._search[language]

    def resolve(self, path: str, address: str) -> tuple[str, str] | None:
        """Return file and id that an address in a file leads to; None where it leads out of the site."""
        own = bool(self.address) and address.startswith(self.address)
        if not own and (":" in address or address[:2] == "//") and is_outside(address):
            try:
                urlsplit(address)
            except ValueError:
                return address, ""
            return None
        rest, _, id = (address[len(self.address) :] if own else address).partition("#")
        file = rest.partition("?")[0]
        if "%" in address:
            file, id = file if "%2f" in file.lower() else unquote(file), unquote(id)  # a server takes %2F for no slash
        if id == "top" or ":~:" in id:  # what browsers understand by themselves
            id = "" if id == "top" else id.partition(":~:")[0]
        if own:
            full = file
        elif file.startswith("/"):
            full = file.removeprefix(self.base) if file.startswith(self.base) else "../" + file.lstrip("/")
        else:
            full = path[: path.rfind("/") + 1] + file if file else path
        if "//" in full:  # nor two slashes for one
            return full, id
        folder = not full or full.endswith(("/", "/.", "/..")) or full in (".", "..")
        full = posixpath.normpath(full)
        full = "" if full == "." else full
        if folder or full not in self.files and f"{full}/index.html" in self.files:
            full = f"{full}/index.html" if full else "index.html"
        return full, id

    @cached_property
    def sources(self) -> dict[str, str]:
        """The source of each page, "" where there is none."""
        return {path: source_file(self.root, path) for path in self.pages}

    @cached_property
    def base(self) -> str:
        """The path of the site at its host: "/name/"; "/" where its address is not known."""
        return urlsplit(self.address).path or "/"

    def url(self, path: str) -> str:
        """Return the full address of a page; relative to the site where none is known."""
        return self.address + self.place(path)

    def place(self, path: str) -> str:
        """Return the address of a page, relative to the site."""
        return LAZY_PAGE.sub(lambda match: "/" if match[0][0] == "/" else "", path)

    def problem(self, path: str, rule: str, message: str, fix: str = "", near: Element | str = "") -> Problem:
        """Return a problem of a page or another file of the site."""
        if path in self.pages:
            return self.parse_page(path).problem(rule, message, fix, near)
        return Problem(f"site/{path}", 0, 0, rule, message, fix)


def read_built(root: Path, folder: Path, offline: bool = False) -> BuiltSite:
    """Return the built site, its pages not yet parsed. Raises CannotCheck where there is none."""
    if not folder.is_dir():
        raise CannotCheck(f"there is no built site {folder}: build it with `make site`")
    files = frozenset(list_folder(folder))
    if not any(path.endswith(".html") for path in files):
        raise CannotCheck(f"there are no pages in {folder}: nothing was checked")
    return BuiltSite(root, folder, files, site_address() or _address_in(folder), offline)


def list_folder(folder: Path, inside: str = "") -> Iterator[str]:
    """Yield the paths of all files in a folder; as text, since a Path for each costs ten times as much."""
    for entry in os.scandir(folder / inside):
        if entry.is_dir(follow_symlinks=False):
            yield from list_folder(folder, f"{inside}{entry.name}/")
        elif entry.is_file():
            yield inside + entry.name


def _address_in(folder: Path) -> str:
    """Return the address that the site was built for, as its home page says; "" where it says none."""
    home = folder / "index.html"
    link = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]") if home.is_file() else None
    return (link.attributes.get("href") or "") if link else ""


def is_page(path: str) -> bool:
    """Tell whether a built file is a page of its own in one language: not the one for addresses that do not exist."""
    return path != NOT_FOUND and language_of(path) != ""
