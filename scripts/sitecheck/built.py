"""Read the built site: what readers get, whatever made it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from finish.alternates import language_of
from problems import CannotCheck, Problem
from publish import site_address
from selectolax.lexbor import LexborHTMLParser

ADDRESSES = ("href", "src", "poster", "data", "action")


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site: `links` are (address, tag) in order, `language` is what the page says of itself."""

    path: str
    language: str
    ids: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @property
    def source(self) -> str:
        """The Markdown file it was made from."""
        language = language_of(self.path)
        bare = self.path.removeprefix(f"{language}/")
        name = bare.removesuffix("index.html").rstrip("/")
        return f"docs/{language}/{name or 'index'}.md"

    def problem(self, rule: str, message: str, fix: str = "") -> Problem:
        """Return a problem of this page."""
        return Problem(f"site/{self.path}", 0, 0, rule, message, fix)


@dataclass
class BuiltSite:
    """The built site: pages by path, all files, and the address it was built for ("" where none is known)."""

    folder: Path
    pages: dict[str, BuiltPage]
    files: frozenset[str]
    address: str

    def resolve(self, page: BuiltPage, address: str) -> tuple[str, str] | None:
        """Return file path and id that an address leads to; None where it leads out of the site."""
        base_path = urlsplit(self.address).path or "/"
        parts = urlsplit(address)
        if (parts.scheme or parts.netloc) and not (self.address and address.startswith(self.address)):
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            full = path.removeprefix(base_path) if path.startswith(base_path) else "../" + path.lstrip("/")
        else:
            full = posixpath.join(posixpath.dirname(page.path), path) if path else page.path
        folder = not full or full.endswith(("/", "/.", "/..")) or full in (".", "..")
        full = posixpath.normpath(full)
        full = "" if full == "." else full
        if folder or full not in self.files and f"{full}/index.html" in self.files:
            full = posixpath.join(full, "index.html")
        return full, unquote(parts.fragment)


def read_built(root: Path, folder: Path) -> BuiltSite:
    """Read every page of the built site. Raises CannotCheck where there is none."""
    if not folder.is_dir():
        raise CannotCheck(f"there is no built site {folder}: build it with `make site`")
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {path: _read_page(folder, path) for path in sorted(files) if path.endswith(".html")}
    if not pages:
        raise CannotCheck(f"there are no pages in {folder}: nothing was checked")
    return BuiltSite(folder, pages, files, site_address())


def _read_page(folder: Path, path: str) -> BuiltPage:
    tree = LexborHTMLParser((folder / path).read_bytes())
    links = [(node.attributes[name] or "", node.tag) for name in ADDRESSES for node in tree.css(f"[{name}]")]
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    return BuiltPage(path, (tree.root.attributes.get("lang") or ""), tuple(ids), tuple(links))
