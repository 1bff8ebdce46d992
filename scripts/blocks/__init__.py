"""Generated blocks: text that `build.py write` puts into pages, between two markers.

    <!-- write: quote p4 -->
    … what the writer `quote` returns for `p4` …
    <!-- /write -->

A writer is a function of the data, the page and the words of its marker; it returns Markdown.
`WRITERS` lists them. `check` fails where a block differs from what its writer returns.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from problems import Problem, suggest
from records import Data

from blocks import cards, checks, editions, glossary, law, path, quiz, status, tasks, worksheets

WRITERS = {
    "apart": law.write_apart,
    "cards": tasks.write_cards,
    "checks": checks.write_checks,
    "download": cards.write_download,
    "editions": editions.write_editions,
    "flashcards": cards.write_flashcards,
    "glossary": glossary.write_glossary,
    "key": worksheets.write_key,
    "law": law.write_law,
    "lines": worksheets.write_lines,
    "name": worksheets.write_name,
    "path": path.write_path,
    "picture": tasks.write_picture,
    "questions": quiz.write_questions,
    "quiz-key": quiz.write_key,
    "quiz-pupil": quiz.write_pupil,
    "quiz-score": quiz.write_score,
    "quote": law.write_quote,
    "sheet": worksheets.write_sheet,
    "status": status.write_status,
    "timeline": status.write_timeline,
    "validity": status.write_validity,
}

# Each pattern looks back at the beginning of its line: one that begins with `^` stops at every character of a page.
MARKERS = re.compile(
    r"<!-- write: (?<=^<!-- write: )(?P<call>[^\n]*?) -->\n(?:(?!<!-- write:|<!-- /write -->$)[^\n]*\n)*<!-- /write -->$",
    re.MULTILINE,
)
START = re.compile(r"<!-- write:(?<=^<!-- write:)", re.MULTILINE)


@dataclass(frozen=True)
class Target:
    """The page that a block is written into: `name` is its path in the language's folder, such as "tasks/unity.md"."""

    language: str
    name: str

    def link(self, address: str) -> str:
        """Return the address of a page of the same language, as this page must write it."""
        page, _, anchor = address.partition("#")
        if page == self.name:
            return "#" + anchor if anchor else ""
        path = _path_from(posixpath.dirname(self.name), page) if "/" in self.name else page
        return path + ("#" + anchor if anchor else "")

    def cite(self, paragraph: str) -> str:
        """Return the link that cites a paragraph of the Law."""
        return f"[¶{paragraph[1:]}]({self.link('law.md#' + paragraph)})"


@lru_cache(maxsize=256)
def _path_from(folder: str, page: str) -> str:
    return posixpath.relpath(page, folder)


def fill_blocks(text: str, target: Target, data: Data, file: str) -> tuple[str, list[Problem]]:
    """Return the page's text with every block as its writer returns it, and the markers that are wrong."""
    problems = [*_unclosed(text, file)]

    def problem(match: re.Match, message: str, fix: str) -> str:
        line = text.count("\n", 0, match.start()) + 1
        problems.append(Problem(file, line, 13, "generated", message, fix))
        return match[0]

    def fill(match: re.Match) -> str:
        name, *words = match["call"].split()
        if name not in WRITERS:
            return problem(match, f"no writer {name}", f"there are {', '.join(WRITERS)}{suggest(name, WRITERS)}")
        try:
            body = WRITERS[name](data, target, *words)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            said = str(error.args[0] if isinstance(error, KeyError) else error)  # a KeyError shows its words quoted
            message = f"the writer {name} cannot use `{match['call']}`: {said}"
            marker = any(re.search(rf"(?<![\w/.-]){re.escape(word)}(?![\w.-])", said) for word in words) or isinstance(
                error, TypeError
            )
            fix = (
                "name a record that exists, as `quote p4`" if marker else "mend the record in docs/_data that it takes this from"
            )
            return problem(match, message, fix)
        return f"<!-- write: {match['call']} -->\n{body.strip()}\n<!-- /write -->"

    return MARKERS.sub(fill, text), problems


def _unclosed(text: str, file: str) -> Iterator[Problem]:
    closed = {match.start() for match in MARKERS.finditer(text)}
    for start in START.finditer(text):
        if start.start() not in closed:
            line = text.count("\n", 0, start.start()) + 1
            yield Problem(file, line, 1, "generated", "the block has no end", "add a line `<!-- /write -->` after it")
