"""The texts that search looks through: for each language one script file, written from the built pages.

A script, because a page opened from a disk may load a script beside it, and may not fetch a data file.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from languages import LANGUAGES, SOURCE
from records import Record
from selectolax.lexbor import LexborHTMLParser, LexborNode

from finish.alternates import counterpart, language_of

TEXTS = "assets/search/texts-{}.js"
# The theme's own search: its index and its stemmers, which no page loads.
UNUSED = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")
HEADINGS = {"h1", "h2", "h3"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"}
# What stands around the text: link marks, the status line of each page, labels of quotations, a term's other names and
# places; questions and cards, which would give their answers away; what later steps write into the page.
AROUND = (
    ".headerlink, .status, .mark, .names, .where, .question, .score, .key, .pupil, .flashcards, .facts, .improve, script, style"
)


def write_search(folder: Path, words: dict[str, Record]) -> None:
    """Write the texts of each language into the built folder, with the interface words of the search box."""
    for name in UNUSED:
        shutil.rmtree(folder / name, ignore_errors=True)
    pages = sorted(folder.rglob("index.html"))
    for language in LANGUAGES:
        own = [path for path in pages if language_of(path.relative_to(folder).as_posix()) == language]
        texts = {
            "language": language,
            "folder": "" if language == SOURCE else f"{language}/",
            "words": {id.removeprefix("search-"): words[id].text(language) for id in words if id.startswith("search-")},
            "pages": [_read_page(folder, path, language) for path in own],
        }
        file = folder / TEXTS.format(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        file.write_text(f"(globalThis.searchTexts ??= {{}}).{language} = {data};\n", encoding="utf-8")


def _read_page(folder: Path, file: Path, language: str) -> dict:
    """Return a page: its path, the same in every language, its title and its sections."""
    path = counterpart(file.relative_to(folder).as_posix(), SOURCE).removesuffix("index.html")
    tree = LexborHTMLParser(file.read_bytes())
    sections = list(read_sections(tree.css_first("article"), language))
    return {"path": path, "title": sections[0]["title"] if sections else "", "sections": sections}


def read_sections(article: LexborNode, language: str) -> Iterator[dict[str, str]]:
    """Yield the sections of a page, from each heading with an id to the next: {"id", "title", "text"}.

    A passage in another language is left out: search finds it in that language's own texts.
    """
    for node in article.css(f"{AROUND}, [lang]:not([lang={language}])"):
        node.decompose()
    id, title, pieces = "", "", []
    for node in article.traverse(include_text=True):
        if node.tag in HEADINGS and node.attributes.get("id"):
            if id:
                yield _section(id, title, pieces)
            id, title, pieces = node.attributes["id"], _squeeze(node.text()), []
        elif node.tag == "-text":
            if not _in_heading(node):
                pieces.append(node.text_content or "")
        elif node.tag not in INLINE:
            pieces.append(" ")
    if id:
        yield _section(id, title, pieces)


def _section(id: str, title: str, pieces: list[str]) -> dict[str, str]:
    return {"id": id, "title": title, "text": _squeeze("".join(pieces))}


def _in_heading(node: LexborNode) -> bool:
    """Whether a text belongs to a section's heading, alone or inside a link or emphasis."""
    while node.parent and node.parent.tag in HEADINGS | INLINE:
        node = node.parent
        if node.tag in HEADINGS and node.attributes.get("id"):
            return True
    return False


def _squeeze(text: str) -> str:
    return " ".join(text.split())
