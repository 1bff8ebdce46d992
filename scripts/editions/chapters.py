"""The pages of the built site as chapters: the text alone, with ids and links that hold in one document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from languages import LANGUAGES, SOURCE
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sitecheck.settings import menu_name, read_settings

# What is used on the site and not read in a book.
LEFT_OUT = ("learn", "quiz", "teach", "worksheets", "downloads")
COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
NOT_TEXT = ".headerlink, .status, .improve, .download, .flashcards, #cards, #cards + p, script, style, button, nav, input, form, [hidden]"
SHEETS = "worksheets/"


@dataclass(frozen=True)
class Chapter:
    """A page in one language: its name ("tasks/unity"), title, and its blocks as HTML, in order."""

    name: str
    language: str
    title: str
    blocks: tuple[str, ...]


def list_chapters(root: Path) -> list[str]:
    """Return the pages that the book is made of, in the order of the menu."""
    return [page for page in _menu(root) if page.partition("/")[0] not in LEFT_OUT]


def list_sheets(root: Path) -> list[str]:
    """Return the worksheets in the order of the menu, without the page that lists them."""
    return [page for page in _menu(root) if page.startswith(SHEETS) and page != f"{SHEETS}index"]


def _menu(root: Path) -> list[str]:
    return [menu_name(value).removesuffix(".md") for value in read_settings(root).menu]


def read_chapters(site: Path, names: list[str]) -> dict[str, list[Chapter]]:
    """Return pages of the built site as chapters, by language."""
    titles = {name: _article(site, SOURCE, name).css_first("h1").id for name in names}
    return {language: [_read(site, language, name, titles) for name in names] for language in LANGUAGES}


def join_blocks(chapters: Iterable[Chapter]) -> str:
    """Return all blocks of some chapters as HTML."""
    return "\n".join(block for chapter in chapters for block in chapter.blocks)


def page_path(name: str, language: str) -> str:
    """Return the folder of a page below the site: "" or "ru/tasks/unity/"."""
    own = name.removesuffix("index").rstrip("/")
    return ("" if language == SOURCE else f"{language}/") + (f"{own}/" if own else "")


def _article(site: Path, language: str, name: str) -> LexborNode:
    return LexborHTMLParser((site / page_path(name, language) / "index.html").read_bytes()).css_first("article")


def _read(site: Path, language: str, name: str, titles: dict[str, str]) -> Chapter:
    article = _article(site, language, name)
    for node in article.css(NOT_TEXT):
        node.decompose()
    for line in article.css(".lines p"):  # converters drop paragraphs that hold nothing
        line.inner_html = '<span class="blank"></span>'
    for node in article.css("[id]"):
        node.attrs["id"] = anchor(name, node.attrs["id"])
    for link in article.css("a[href]"):
        _lead(link, page_path(name, language), language, titles)
    title = article.css_first("h1").text().strip()
    return Chapter(
        name, language, title, tuple(_as_divisions(node.html) for node in article.iter() if not node.html.startswith("<!--"))
    )


def anchor(name: str, id: str) -> str:
    """Return the id that a place of a page has in a document of several pages."""
    return f"{name.replace('/', '-')}--{id}"


def _as_divisions(html: str) -> str:
    """Return a block with everything that has a class as a plain division: converters drop the classes of the others."""
    html = COMMENT.sub("", html).replace("<figcaption", '<div class="caption"').replace("</figcaption", "</div")
    html = re.sub(r"<(/?)(?:blockquote|figure|aside)\b", r"<\1div", html)
    if 'class="picture"' in html:
        html = html.replace('class="caption"', 'class="arrow"')
    html = re.sub(r"<p (class=\"[^\"]*\"[^>]*)>(.*?)</p>", r"<div \1><p>\2</p></div>", html, flags=re.DOTALL)
    return re.sub(r"<(ol|ul) (class=\"[^\"]*\")>(.*?)</\1>", r"<div \2><\1>\3</\1></div>", html, flags=re.DOTALL)


def _lead(link: LexborNode, path: str, language: str, titles: dict[str, str]) -> None:
    """Let a link lead to its place in the document; one that leads out of the document becomes mere text."""
    address = urlsplit(link.attrs["href"])
    if address.scheme:
        return
    folder = posixpath.normpath("/" + path + address.path).strip("/")
    own = folder if language == SOURCE else folder.removeprefix(language).strip("/")
    name = next((name for name in titles if page_path(name, SOURCE).strip("/") == own), None)
    if name is None:
        link.unwrap()
    else:
        link.attrs["href"] = "#" + anchor(name, address.fragment or titles[name])
