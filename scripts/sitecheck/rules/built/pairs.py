"""Rules about what is loaded for reading side by side and for notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from finish.alternates import NOT_FOUND, language_of
from finish.pairs import BLOCKS, block_file
from problems import Problem

from sitecheck.parsed import Parsed, unspaced

HREF = re.compile(r' href=\\"([^"\\]*)')
BLOCK = re.compile(r'\["(\w+)","([^<"\\]*)')  # its tag and what it begins with: words, to the first tag or sign


def blocks_own(page: Parsed) -> Iterator[Problem]:
    """The blocks kept beside a page, for reading side by side, are those of the page: in its language, with its words and links.

    In site/ru/law/index.blocks.js
    wrong: ["p","The lew."]
    right: ["p","The law."]
    """
    file = block_file(page.path)
    if page.path == NOT_FOUND or file not in page.site.files:  # `pairs-match` names it
        return
    text = page.site.read(file)
    blocks = BLOCK.findall(text)
    if not text.startswith(_begin(language_of(page.path))) or not text.endswith("]};\n"):
        fault = f"is no whole script of blocks in {language_of(page.path)}"
    elif " ".join([tag for tag, _ in blocks]) != page.site.pages[page.path].blocks:
        fault = "has other blocks than the page"
    else:
        fault = _other_link(page, text) or _other_words(page, [words for _, words in blocks])
    if fault:
        yield page.problem("blocks-own", f"{file} {fault}", "`make site`: scripts/finish/pairs.py writes it", "title")


@cache
def _begin(language: str) -> str:
    data = json.dumps({"select": BLOCKS, "blocks": []}, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.pairBlocks ??= {{}}).{language} = {data.removesuffix(']}')}"


def _other_link(page: Parsed, text: str) -> str:
    """Return what is wrong with the first link of the blocks that is not the page's, in this order."""
    ours = iter([element.attributes["href"] for element in page.by_attribute["href"]])
    lost = next((href for href in HREF.findall(text) if href.replace("&amp;", "&") not in ours), None)
    return f"has a link to {lost}, which the page has not" if lost is not None else ""


def _other_words(page: Parsed, begins: list[str]) -> str:
    """Return what is wrong with the first block whose first words are not the page's, in this order."""
    at = 0
    for words in unspaced(_plain("\0".join(begins))).split("\0"):
        if (at := page.unspaced.find(words, at)) < 0:
            return f"says “{words}”, which the page does not"
    return ""


def _plain(html: str) -> str:
    """Return the text that HTML without tags shows, as the parser writes it."""
    return html.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
