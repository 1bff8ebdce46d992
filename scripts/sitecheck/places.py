"""Places: which line of which source made a piece of a built page."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from finish.alternates import NOT_FOUND, language_of
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitecheck.pages import FOLDER, Page, place_in, read_page
from sitecheck.references import collect_references, collect_targets
from sitecheck.texts import running_text

if TYPE_CHECKING:
    from sitecheck.parsed import Element

Place = tuple[str, int, int]
FRONT = {"title": "title", "description": "description"}
TEMPLATES = "overrides"
TELLING = ("class", "id", "rel", "name", "property", "http-equiv", "type", "lang", "popovertarget")  # what tells an element apart
ONCE = ("title", "html", "head", "body", "main", "article", "header", "footer")  # elements that a page has one of
WORDS = re.compile(r"\w+")
BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "blockquote", "summary", "dt", "dd")
LIKE = 0.5


def source_file(root: Path, path: str) -> str:
    """Return the source of a built page, relative to the project, or "" where there is none."""
    if path == NOT_FOUND:
        return "overrides/404.html" if (root / "overrides/404.html").is_file() else ""
    language = language_of(path)
    bare = path.removeprefix(f"{language}/").removesuffix(".html").removesuffix("index").rstrip("/")
    candidates = (f"{FOLDER}/{language}/{name}.md" for name in (bare or "index", f"{bare}/index".lstrip("/")))
    return next((name for name in candidates if (root / name).is_file()), "")


def find_place(root: Path, path: str, tree: LexborHTMLParser, near: Element | str) -> Place:
    """Return file, line and column that made an element of a built page, or its title or description; else its file."""
    name = source_file(root, path)
    if not name:
        return f"site/{path}", 0, 0
    text = (root / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        return (name, *_in_template(text, near))
    page = _page(language_of(path), name.split("/", 2)[2], text)
    if isinstance(near, str):
        return (name, page.front[near][1], 1) if near in page.front else (name, 0, 0)
    outside = _in_menu(root, near.node) or in_template(root, near.node)
    return outside or (name, *_in_page(page, tree, near))


def _in_template(text: str, near: Element | str) -> tuple[int, int]:
    words = "" if isinstance(near, str) else " ".join(near.node.text().split())[:40]
    at = text.find(f">{words}") if words else -1
    if at < 0 and not isinstance(near, str):
        at = text.find(f"<{near.tag}")
    return place_in(text, text.rfind("<", 0, at + 1)) if at >= 0 else (0, 0)


def _in_menu(root: Path, node: LexborNode) -> Place | None:
    """Return the line of mkdocs.yml that an entry of the menu comes from."""
    for parent in _parents(node) if node.tag == "a" else ():
        kind = parent.attributes.get("class") or ""
        if parent.tag == "nav" and "menu" in kind.split() and (root / "mkdocs.yml").is_file():
            text = (root / "mkdocs.yml").read_text(encoding="utf-8")
            return "mkdocs.yml", *_menu_line(text, node)
    return None


def in_template(root: Path, node: LexborNode) -> Place | None:
    """Return the template that makes an element of the frame: that with its tag and attributes, or with those around it."""
    parents = list(_parents(node))
    if any(parent.tag == "article" for parent in parents[1:]):
        return None
    for parent in parents:
        if place := _best(root, parent):
            inner = re.search(rf"<{node.tag}\b", place[1][place[2] :])
            return place[0], *place_in(place[1], place[2] + (inner.start() if inner else 0))
    return None


def _best(root: Path, node: LexborNode) -> tuple[str, str, int] | None:
    """Return file, text and offset of the tag in a template that has most of what tells an element apart."""
    telling = [f'{name}="{value}"' for name, value in node.attributes.items() if name in TELLING]
    best, place = 0, None
    for name, text in _templates(root):
        for match in re.finditer(rf"<{node.tag}\b[^>]*>", text):
            score = sum(each in match[0] for each in telling) + (node.tag in ONCE)
            if score > best:
                best, place = score, (name, text, match.start())
    return place


@lru_cache(maxsize=8)
def _templates(root: Path) -> list[tuple[str, str]]:
    """Return the templates of all pages with their texts."""
    files = (file for file in sorted((root / TEMPLATES).rglob("*.html")) if file.name != NOT_FOUND)
    return [(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")) for file in files]


@lru_cache(maxsize=64)
def _page(language: str, name: str, text: str) -> Page:
    return read_page(language, name, text)


def _menu_line(text: str, node: LexborNode) -> tuple[int, int]:
    """Return the place of the menu's entry for a link of the built menu."""
    entries = list(re.finditer(r"^\s*- ([\w/-]+)\.md\s*$", text, re.MULTILINE))
    slug = re.sub(r"(?:index\.html)?[#?].*$|/$", "", node.attributes.get("href") or "").rpartition("/")[2]
    for match in entries:
        if slug and match[1].removesuffix("/index").rpartition("/")[2] == slug:
            return place_in(text, match.start(1))
    return place_in(text, max(text.find("\nnav:") + 1, 0))


def _parents(node: LexborNode | None):
    while node is not None and node.tag not in ("-undef", "html"):
        yield node
        node = node.parent


def _in_page(page: Page, tree: LexborHTMLParser, near: Element) -> tuple[int, int]:
    return (
        _by_reference(page, tree, near)
        or _by_id(page, near.get("id"))
        or _by_text(page, near.node)
        or _by_id(page, _heading_before(tree, near.node))
        or (0, 0)
    )


def _plain(text: str) -> str:
    return " ".join(WORDS.findall(running_text(text).replace("¶", "p")))


def _label(node: LexborNode) -> str:
    return " ".join(WORDS.findall((node.attributes.get("alt") or node.text()).replace("¶", "p")))


def _by_reference(page: Page, tree: LexborHTMLParser, near: Element) -> tuple[int, int] | None:
    """Find a link or picture by its words: the n-th link with these words on both sides."""
    if near.tag not in ("a", "img"):
        return None
    label = _label(near.node)
    same = [node for node in tree.css(f"article {near.tag}") if _label(node) == label and not _is_permalink(node)]
    number = next((n for n, node in enumerate(same) if node.mem_id == near.node.mem_id), None)
    written = [
        each for each in collect_references(page) if _plain(each.label) == label and (each.kind == "image") == (near.tag == "img")
    ]
    if number is None or not written:
        return None
    return page.place(written[min(number, len(written) - 1)].offset)


def _is_permalink(node: LexborNode) -> bool:
    return "headerlink" in (node.attributes.get("class") or "")


def _by_id(page: Page, id: str) -> tuple[int, int] | None:
    targets = [target for target in collect_targets(page) if target.id == id] if id else []
    return page.place(targets[0].offset) if targets else None


def _by_text(page: Page, node: LexborNode) -> tuple[int, int] | None:
    """Find the block of the source that is most like the built block around an element."""
    block = next((parent for parent in _parents(node) if parent.tag in BLOCKS), node)
    words = WORDS.findall(block.text())[:60]
    best, place = LIKE, None
    for written in page.blocks:
        if written.kind.startswith("generated") or not words:
            continue
        theirs = WORDS.findall(running_text(page.block_text(written)))[:60]
        if not set(theirs) & set(words):
            continue
        ratio = SequenceMatcher(None, words, theirs, autojunk=False).ratio()
        if ratio > best:
            best, place = ratio, page.place(written.start)
    return place


def _heading_before(tree: LexborHTMLParser, node: LexborNode) -> str:
    last = ""
    for element in tree.css("article *"):
        if element.mem_id == node.mem_id:
            return last
        last = element.attributes.get("id") or last
    return ""
