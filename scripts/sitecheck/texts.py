"""Texts: what people read, in one language, with the place of every word.

A text has the length of its source, so that places agree; what is no running text of that language (code, addresses,
tags, attribute lists, passages marked as another language) is replaced by spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from problems import Problem
from records import Record

from sitecheck.pages import FRONT_MATTER, Page
from sitecheck.references import blank

if TYPE_CHECKING:
    from sitecheck.project import Project

HIDDEN = re.compile(
    r"""(?P<foreign>\*[^*\n]+\*\{:?[^}\n]*\blang=\w+[^}\n]*\}|\[[^\]\n]*\]\([^)\s]*\)\{:?[^}\n]*\blang=\w+[^}\n]*\})
      | (?P<element><(?P<tag>\w+)[^>]*\slang=[^>]*>.*?</(?P=tag)>)
      | <!--.*?--> | ```.*?^[ ]*``` | `[^`\n]+` | </?[a-z][^>]*>
      | \{:?\s[^}\n]*\} | \{:[^}\n]*\} | \{[a-z]+(?::[a-z]+)?\}
      | (?<=\])\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:[ ]+"[^"\n]*")?\) | ^[ ]{0,3}\[[^\[\]\n]+\]:[ ]\S+ | ^(?:!!!|\?\?\?\+?)[ ]\w+(?=[ "]) | ^\|[\s:|-]+\|$ | \bhttps?://[^\s)>\]]+""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
MAIL = re.compile(r"\b[\w.-]+@[\w-]+(?:\.[\w-]+)+")
HOST_OR_FILE = re.compile(r"\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:kz|ru|com|org|net|info|gov|io|md|yml|html)\b")
MAY_NAME_HOST = re.compile(r"[A-Za-z0-9]\.[a-z]")
MARK_UP = re.compile(r"[*\[\]|\\]|^\s*#+ |^\s*(?:[-+]|\d+\.) ", re.MULTILINE)
MAY_HIDE = re.compile(r"[*<`{\[\]|\\#@]|[A-Za-z]\.[a-z]|http|^\s*(?:[-+!?]|\d+\.) ?", re.MULTILINE)
BOX_TITLE = re.compile(r'((?:!!!|\?\?\?\+?) +\w+ +)"([^"\n]*)"', re.MULTILINE)


def running_text(markdown: str) -> str:
    """Return Markdown with all but its running text replaced by spaces."""
    if not MAY_HIDE.search(markdown):
        return markdown
    text = markdown
    if text.startswith(("!!!", "???")):
        text = BOX_TITLE.sub(lambda match: f"{' ' * len(match[1])} {match[2]} ", text)
    text = HIDDEN.sub(blank, text)
    if "@" in text:
        text = MAIL.sub(blank, text)
    if MAY_NAME_HOST.search(text):
        text = HOST_OR_FILE.sub(blank, text)
    return MARK_UP.sub(blank, text)


@dataclass
class Text:
    """A running text: `raw` as written; `locate` gives line and column of an offset."""

    project: Project
    language: str
    file: str
    raw: str
    locate: Callable[[int], tuple[int, int]]

    @cached_property
    def words(self) -> str:
        """The text with all but its words blanked."""
        return running_text(self.raw)

    def problem(self, offset: int, rule: str, message: str, fix: str = "") -> Problem:
        """Return a problem at an offset of the text."""
        return Problem(self.file, *self.locate(offset), rule, message, fix)


def page_texts(project: Project, page: Page) -> Iterator[Text]:
    """Yield the title, the description and each written block of a page."""
    for key in ("title", "description"):
        value, line = page.front.get(key, ("", 1))
        if value:
            yield Text(project, page.language, page.file, value, lambda at, n=line, v=value: _in_front(page, n, v, at))
    for block in page.blocks:
        if not block.generated and not block.kind.startswith("generated"):
            raw = page.block_text(block)
            yield Text(project, page.language, page.file, raw, lambda at, b=block: page.place(b.start + at))


def _in_front(page: Page, line: int, value: str, offset: int) -> tuple[int, int]:
    """Return where a character of a front matter's value stands."""
    return line, max(page.text.split("\n", line)[line - 1].find(value), 0) + offset + 1


def record_texts(project: Project, record: Record, languages: Iterable[str]) -> Iterator[Text]:
    """Yield each text of a record in some languages."""
    for language in languages:
        for key, text in record.texts[language].items():
            place = record.places[language, key]
            locate = lambda at, text=text, place=place: _locate(project.root / record.file, place, text, at)  # noqa: E731
            yield Text(project, language, record.file, text, locate)


def _locate(file: Path, place: tuple[int, int], text: str, offset: int) -> tuple[int, int]:
    """Return where a word of a text stands in its data file: YAML folds lines, words stay whole and in order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    first, column = place[0] - 1, place[1] - 1
    rest = [" " * column + lines[first][column:], *lines[first + 1 :]]
    words = ((number, match) for number, line in enumerate(rest) for match in re.finditer(r"\S+", line))
    number = len(text[: offset + 1].split()) - 1 if text[offset : offset + 1].strip() else len(text[:offset].split())
    begin = text.rfind(" ", 0, offset) + 1
    for index, (line, match) in enumerate(words):
        if index == number:
            quote = 1 if index == 0 and match[0][0] in "\"'" else 0
            return first + line + 1, match.start() + quote + offset - begin + 1
    return place


def front_matter_end(page: Page) -> int:
    """Return where a page's own text begins."""
    match = FRONT_MATTER.match(page.text)
    return match.end() if match else 0
