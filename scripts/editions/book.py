"""The printed book: cover, contents, chapters; in one language, or in all three side by side."""

from __future__ import annotations

from pathlib import Path

from blocks.status import status_text
from languages import LANGUAGES, SOURCE, TRANSLATIONS
from records import Data
from selectolax.lexbor import LexborHTMLParser, LexborNode
from stamp import Stamp

from editions.chapters import Chapter, join_blocks
from editions.typeset import to_typst, typeset

FORM = Path(__file__).with_name("book.typ")


def make_book(chapters: list[Chapter], language: str, data: Data, stamp: Stamp) -> bytes:
    """Return the book of one language as a PDF."""
    return _bind(join_blocks(chapters), chapters[0].title, language, data, stamp)


def make_trilingual_book(chapters: dict[str, list[Chapter]], data: Data, stamp: Stamp) -> bytes:
    """Return the book in three columns, block beside block, as a PDF; landscape."""
    versions = zip(*(chapters[language] for language in LANGUAGES), strict=True)
    rows = (_row(*blocks) for pages in versions for blocks in zip(*(page.blocks for page in pages), strict=True))
    title = " · ".join(chapters[language][0].title for language in LANGUAGES)
    return _bind("\n".join(rows), title, SOURCE, data, stamp, flipped=True)


def _row(*blocks: str) -> str:
    """Return a block beside its translations; a table, which needs the width, above them."""
    trees = {language: LexborHTMLParser(f"<body>{block}") for language, block in zip(LANGUAGES, blocks, strict=True)}
    source = trees[SOURCE]
    if source.css_first("body > :is(h1, h2, h3, h4)"):
        names = (f'<span lang="{language}">{trees[language].body.child.inner_html}</span>' for language in TRANSLATIONS)
        return f'{blocks[0]}<div class="names"><p>{" · ".join(names)}</p></div>'
    if source.css_first("body > .names"):  # they stand below the term already
        return ""
    own = {language: tree.css_first(f".version:has([lang={language}])") for language, tree in trees.items()}
    if all(own.values()):  # a quotation, with the parts of its sentence before it and its number after it
        parts = {language: tree.css_first(".parts") for language, tree in trees.items()}
        rows = ([_beside(parts)] if all(parts.values()) else []) + [_beside(own)]
        captions = [caption.html for caption in source.css(".caption")]
        return f'<div class="quote">{"".join(rows + captions)}</div>'
    marked = {language: f'<div lang="{language}">{_html(tree, language)}</div>' for language, tree in trees.items()}
    if source.css_first("table"):
        return "".join(marked.values())
    return _columns(marked, "kinds" if source.css_first("body > .kind") else "")


def _beside(nodes: dict[str, LexborNode]) -> str:
    return _columns({language: f'<div lang="{language}">{node.html}</div>' for language, node in nodes.items()})


def _columns(cells: dict[str, str], kind: str = "") -> str:
    return f'<div class="row {kind}">{"".join(f"""<div class="cell">{cell}</div>""" for cell in cells.values())}</div>'


def _html(tree: LexborHTMLParser, language: str) -> str:
    """Return a block; of its versions one alone keeps the ids."""
    for node in tree.css("[id]") if language != SOURCE else ():
        del node.attrs["id"]
    return tree.body.inner_html


def _bind(html: str, title: str, language: str, data: Data, stamp: Stamp, flipped: bool = False) -> bytes:
    settings = {
        "title": title,
        "subtitle": data.word("edition-subtitle", language),
        "contents": data.word("edition-contents", language),
        "note": status_text(data, language, "full"),
        "made": f"{data.word('edition-independent', language)} {stamp.version}",
        "language": language,
        "flipped": flipped,
    }
    return typeset(FORM, "book", settings, to_typst(html, stamp), stamp)
