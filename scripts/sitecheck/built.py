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

import yaml
from address import site_address
from downloads import FILES
from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.machines import strip_markdown
from finish.outline import Outline
from finish.previews import LAW
from languages import LANGUAGES, SOURCE
from problems import CannotCheck, Problem
from records import FOLDER as RECORDS
from records import Loader
from selectolax.lexbor import LexborHTMLParser

from sitecheck.kept import BuiltPage, keep
from sitecheck.menus import Menu, read_menu
from sitecheck.pages import read_front
from sitecheck.parsed import Element, Parsed, plain_text
from sitecheck.places import Place, source_file
from sitecheck.resolve import is_outside
from sitecheck.searched import SearchTexts, read_search
from sitecheck.settings import read_settings

HEADING = re.compile(rb"<h1\b.*?</h1>", re.DOTALL)
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
    templates: dict[Problem, Place] = field(default_factory=dict)
    twins: dict[str, int] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _sets: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    _above: dict[tuple[str, str], dict[str, Outline]] = field(default_factory=dict)
    _fronts: dict[str, dict[str, str]] = field(default_factory=dict)
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
        if address[:1] == "#" and "%" not in address and address != "#top" and ":~:" not in address:
            return path, address[1:]
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
        return self._file_at(full), id

    def _file_at(self, path: str) -> str:
        """Return the file that a path of the site names: of a folder, its index.html."""
        full = posixpath.normpath(path)
        if full == ".":
            return "index.html"
        folder = path.endswith(("/", "/.", "/..")) or path == ".."
        return f"{full}/index.html" if folder or full not in self.files and f"{full}/index.html" in self.files else full

    @cached_property
    def sources(self) -> dict[str, str]:
        """The source of each page, "" where there is none."""
        return {path: self.source(path) for path in self.pages}

    def same(self, files: frozenset[str]) -> frozenset[str]:
        """Return the set that is equal to a given one and was given before: most pages load the same."""
        return self._sets.setdefault(files, files)

    def source(self, path: str) -> str:
        """Return the source of a page, "" where there is none."""
        if path not in self._sources:
            self._sources[path] = source_file(self.root, path)
        return self._sources[path]

    def front(self, path: str) -> dict[str, str]:
        """Return title and description as the source of a page gives them; none where there is no source."""
        if path not in self._fronts:
            source = self.source(path)
            text = (self.root / source).read_text(encoding="utf-8") if source.endswith(".md") else ""
            front, _ = read_front(text)
            self.twins[source] = hash(strip_markdown(text))
            self._fronts[path] = {key: front[key][0].strip('"') for key in ("title", "description") if key in front}
        return self._fronts[path]

    def outlines(self, path: str) -> dict[str, Outline]:
        """Return the outlines of the pages that a page names: the home page, the Law's, those above it. They may not be parsed yet."""
        key = language_of(path), path.rpartition("/")[0].rpartition("/")[0]
        if key not in self._above:
            language, parts = key[0], counterpart(path, SOURCE).split("/")[:-2]
            names = ("", LAW, *("/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))))
            paths = (counterpart(f"{name}index.html", language) for name in names)
            self._above[key] = {each: self._outline(each) for each in paths if each in self.files}
        return self._above[key]

    def _outline(self, path: str) -> Outline:
        heading = HEADING.search((self.folder / path).read_bytes())
        return Outline(path, plain_text(LexborHTMLParser(heading[0]).body) if heading else "", "")

    @cached_property
    def signed(self) -> str:
        """The day of the Law's wording, as the records say."""
        record = self.root / RECORDS / "validity.yml"
        return str(yaml.load(record.read_text(encoding="utf-8"), Loader)["status"]["wording"]) if record.is_file() else ""

    @cached_property
    def menus(self) -> dict[str, Menu]:
        """The menu of each language."""
        settings = read_settings(self.root)
        return {code: read_menu(settings, code, lambda path: self.front(path).get("title", "")) for code in LANGUAGES}

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
