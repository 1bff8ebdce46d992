"""Read the built site: what readers get, whatever made it.

Each file is read once. A page is parsed into elements for the rules about one page, then only what other pages
and the rules about the whole site need of it is kept, so that memory grows slowly.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from sys import intern
from urllib.parse import unquote, urlsplit

from address import site_address
from downloads import FILES
from finish.alternates import NOT_FOUND, language_of
from finish.pairs import BLOCKS
from problems import CannotCheck, Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitecheck.places import find_place
from sitecheck.resolve import is_outside

ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "srcset", "cite", "xlink:href")
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
CSS_IMPORT = re.compile(r"@import\s+[\"']([^\"']+)")
LAZY_PAGE = re.compile(r"(?:^|/)index\.html$")


@dataclass(slots=True)  # not frozen: some hundred a page are made, and a frozen one takes three times as long
class Element:
    """An element of a page: its attributes and its node in the parsed tree."""

    tag: str
    attributes: dict[str, str | None]
    node: LexborNode

    def get(self, name: str) -> str:
        """Return an attribute, or an empty string."""
        return self.attributes.get(name) or ""


@dataclass
class Parsed:
    """A page with its elements, in order, by tag and by attribute; it lives only while the page is judged."""

    site: BuiltSite
    path: str
    html: bytes
    tree: LexborHTMLParser
    by_tag: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    by_attribute: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        by_tag, by_attribute = self.by_tag, self.by_attribute
        for node in self.tree.css("*"):
            tag, attributes = node.tag, node.attributes
            element = Element(tag, attributes, node)
            by_tag[tag].append(element)
            for name in attributes:
                by_attribute[name].append(element)

    @property
    def language(self) -> str:
        """What the page says of its language."""
        return self.by_tag["html"][0].get("lang") if self.by_tag["html"] else ""

    @cached_property
    def article(self) -> LexborNode | None:
        """What the page is about, without menus: the article, or else the main part."""
        return self.tree.css_first("article") or self.tree.css_first("main")

    def meta(self, name: str, key: str = "name") -> list[str]:
        """Return the contents of the <meta> elements of a name."""
        return [meta.get("content") for meta in self.by_tag["meta"] if meta.get(key).lower() == name]

    def links(self, rel: str) -> list[Element]:
        """Return the <link> elements of a relation."""
        return [link for link in self.by_tag["link"] if rel in link.get("rel").split()]

    def addresses(self) -> Iterator[tuple[str, str, str]]:
        """Yield tag, attribute and address of all that the page names."""
        for name in ADDRESSES:
            for element in self.by_attribute.get(name, ()):
                value = element.attributes[name] or ""
                for address in _candidates(value) if name == "srcset" else (value.strip(),):
                    yield element.tag, name, address
        for element in self.by_attribute.get("style", ()):
            yield from ((element.tag, "style", address) for address in CSS_URL.findall(element.get("style")))
        for style in self.by_tag.get("style", ()):
            yield from (("style", "style", address) for address in css_addresses(style.node.text()))

    def problem(self, rule: str, message: str, fix: str = "", near: Element | str = "") -> Problem:
        """Return a problem of the page, at the place of its source that made `near`: an element, or "title" and such."""
        return Problem(*find_place(self.site.root, self.path, self.tree, near), rule, f"{message} (site/{self.path})", fix)


def css_addresses(text: str) -> list[str]:
    """Return the addresses that a style sheet names, each once."""
    return list(dict.fromkeys((*CSS_URL.findall(text), *CSS_IMPORT.findall(text))))


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.split()]


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What is kept of a page: `links` are its distinct (tag, attribute, address), `blocks` the tags of its blocks."""

    path: str
    language: str
    title: str
    description: str
    ids: frozenset[str]
    links: tuple[tuple[str, str, str], ...]
    blocks: str


@dataclass
class BuiltSite:
    """The built site: pages by path, all files, and the address it was built for ("" where none is known)."""

    root: Path
    folder: Path
    files: frozenset[str]
    address: str
    pages: dict[str, BuiltPage] = field(default_factory=dict)

    def parse(self) -> Iterator[Parsed]:
        """Yield every page parsed, and keep what the rules about the whole site need. A download is no page."""
        for path in sorted(file for file in self.files if file.endswith((".html", ".htm")) and file not in FILES):
            parsed = self.parse_page(path)
            self.pages[path] = _keep(parsed)
            yield parsed

    def parse_page(self, path: str) -> Parsed:
        """Parse one page."""
        html = (self.folder / path).read_bytes()
        return Parsed(self, path, html, LexborHTMLParser(html))

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.folder / path).read_text(encoding="utf-8", errors="replace")

    def resolve(self, path: str, address: str) -> tuple[str, str] | None:
        """Return file and id that an address in a file leads to; None where it leads out of the site."""
        own = bool(self.address) and address.startswith(self.address)
        if not own and is_outside(address):
            try:
                urlsplit(address)
            except ValueError:
                return address, ""
            return None
        rest, _, id = (address[len(self.address) :] if own else address).partition("#")
        file = rest.partition("?")[0]
        if "%" in address:
            file, id = unquote(file), unquote(id)
        if own:
            full = file
        elif file.startswith("/"):
            full = file.removeprefix(self.base) if file.startswith(self.base) else "../" + file.lstrip("/")
        else:
            full = path[: path.rfind("/") + 1] + file if file else path
        folder = not full or full.endswith(("/", "/.", "/..")) or full in (".", "..")
        full = posixpath.normpath(full)
        full = "" if full == "." else full
        if folder or full not in self.files and f"{full}/index.html" in self.files:
            full = f"{full}/index.html" if full else "index.html"
        return full, id

    @cached_property
    def base(self) -> str:
        """The path of the site at its host: "/name/"; "/" where its address is not known."""
        return urlsplit(self.address).path or "/"

    def url(self, path: str) -> str:
        """Return the full address of a page; relative to the site where none is known."""
        return self.address + LAZY_PAGE.sub(lambda match: "/" if match[0][0] == "/" else "", path)

    def problem(self, path: str, rule: str, message: str, fix: str = "", near: Element | str = "") -> Problem:
        """Return a problem of a page or another file of the site."""
        if path in self.pages:
            return self.parse_page(path).problem(rule, message, fix, near)
        return Problem(f"site/{path}", 0, 0, rule, message, fix)

    def problem_at(self, path: str, link: tuple[str, str, str], rule: str, message: str, fix: str = "") -> list[Problem]:
        """Return a problem at each element of a page that has this tag, attribute and address."""
        tag, name, address = link
        parsed = self.parse_page(path)
        found = [element for element in parsed.by_tag[tag] if address in (element.attributes.get(name) or "").strip()]
        exact = [element for element in found if (element.attributes.get(name) or "").strip() == address]
        return [parsed.problem(rule, message, fix, element) for element in exact or found[:1] or [""]]


def _keep(parsed: Parsed) -> BuiltPage:
    title = parsed.by_tag["title"][0].node.text().strip() if parsed.by_tag["title"] else ""
    return BuiltPage(
        parsed.path,
        parsed.language,
        title,
        next(iter(parsed.meta("description")), ""),
        frozenset(intern(element.get("id")) for element in parsed.by_attribute["id"]),
        tuple(dict.fromkeys((tag, name, intern(address)) for tag, name, address in parsed.addresses())),
        intern(" ".join(node.tag for node in parsed.tree.css(BLOCKS))),  # mostly the same in all languages
    )


def read_built(root: Path, folder: Path) -> BuiltSite:
    """Return the built site, its pages not yet parsed. Raises CannotCheck where there is none."""
    if not folder.is_dir():
        raise CannotCheck(f"there is no built site {folder}: build it with `make site`")
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    if not any(path.endswith(".html") for path in files):
        raise CannotCheck(f"there are no pages in {folder}: nothing was checked")
    return BuiltSite(root, folder, files, site_address() or _address_in(folder))


def _address_in(folder: Path) -> str:
    """Return the address that the site was built for, as its home page says; "" where it says none."""
    home = folder / "index.html"
    link = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]") if home.is_file() else None
    return (link.attributes.get("href") or "") if link else ""


def is_page(path: str) -> bool:
    """Tell whether a built file is a page of its own in one language: not the one for addresses that do not exist."""
    return path != NOT_FOUND and language_of(path) != ""
