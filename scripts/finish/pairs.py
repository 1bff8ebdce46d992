"""Reading side by side: beside each built page a script file with its blocks, for the pages in other languages.

A script, because a page opened from a disk may load a script beside it, and may not fetch another page. Nobody loads
it who does not read side by side. The rule `pairs-match` proves that the blocks of all versions of a page agree.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from languages import LANGUAGES
from records import Record
from selectolax.lexbor import LexborHTMLParser, LexborNode

from finish.alternates import NOT_FOUND, language_of

_TEXTS = ":is(h1, h2, h3, h4, h5, h6, p, li, th, td, dt, dd, figcaption, summary, legend)"
# What shows all languages by itself: the Law's own text, a sentence taken apart, a term with its names below it.
_WHOLE = ".versions *, .apart blockquote *, .apart figcaption, .apart figcaption *, .names, h3:has(+ .names)"
# What scripts write into: verdicts, scores, cards; the links that lead to the source of the page; the files of a download,
# and what is said of those that are missing.
_LIVE = ".verdict *, .score *, .path-progress *, .flashcards *, .improve, .edition li, .missing"
# A block is the smallest element that holds text; a quotation is one block, its versions stand in it.
BLOCKS = f"article {_TEXTS}:not(:has({_TEXTS}), .quote *, {_WHOLE}, {_LIVE}), article .quote"
# What belongs to one page alone: link marks, and what is pressed or filled in.
OWN = ".headerlink, script, style, button, input, select, textarea"
BUTTON = '<button type="button" class="pairs-open'  # in overrides/partials/alternate.html
WORDS = "assets/pairs/words-{}.js"


def block_file(page: str) -> str:
    """Return the name of the file with a page's blocks: "ru/goal/index.html" has "ru/goal/index.blocks.js"."""
    return page.removesuffix(".html") + ".blocks.js"


def name_button(html: str, language: str, words: dict[str, Record]) -> str:
    """Return the page with the words of the button that opens the menu, and what it says where nothing can be loaded."""
    label, failed = (escape(words[f"pairs-{id}"].text(language)) for id in ("label", "failed"))
    return html.replace(
        BUTTON, f'<button type="button" title="{label}" aria-label="{label}" data-failed="{failed}" class="pairs-open'
    )


def write_pairs(folder: Path, words: dict[str, Record]) -> None:
    """Write the words of the menu in each language, and the blocks of every page, as they are after all other steps."""
    for language in LANGUAGES:
        own = {id.removeprefix("pairs-"): words[id].text(language) for id in words if id.startswith("pairs-")}
        write_script(folder / WORDS.format(language), "pairWords", language, {"words": own})
    write_blocks(folder)


def write_blocks(folder: Path) -> None:
    """Write the blocks of every page beside it."""
    for page in sorted(folder.rglob("*.html")):
        name = page.relative_to(folder).as_posix()
        if name == NOT_FOUND:
            continue
        language = language_of(name)
        blocks = [[tag, html] for tag, html in read_blocks(page.read_bytes(), language)]
        write_script(folder / block_file(name), "pairBlocks", language, {"select": BLOCKS, "blocks": blocks})


def write_script(file: Path, name: str, language: str, data: dict) -> None:
    """Write data as a script that puts it, under its language, into a global of that name."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"(globalThis.{name} ??= {{}}).{language} = {text};\n", encoding="utf-8")


def read_blocks(html: bytes, language: str) -> list[tuple[str, str]]:
    """Return tag and inner HTML of each block, in order, without ids; of a quotation the version in the page's language."""
    tree = LexborHTMLParser(html)
    nodes = tree.css(BLOCKS)
    for node in tree.css(f"article :is({OWN})"):
        node.decompose()
    for node in tree.css("article [id]"):
        del node.attrs["id"]
    return [(node.tag, _content(node, language)) for node in nodes]


def _content(node: LexborNode, language: str) -> str:
    if node.tag == "figure":
        return node.css_first(f".version:has([lang={language}])").html
    return "".join(child.html for child in node.iter(include_text=True)).strip()
