"""What a fault is, and how it is put into a copy of the site."""

from __future__ import annotations

import posixpath
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from finish.alternates import language_of

GENERATED = re.compile(r"^<!-- write: .*?^<!-- /write -->$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
New = str | Callable[[re.Match, random.Random], str]


@dataclass(frozen=True)
class Fault:
    """`pattern` in one of `files` becomes `new`, a template of the match or a function of the match and a random generator.

    The group `right` of the pattern, if it has one, is the value that the checker should offer, and `at` the exact place.
    `reported` names other files, as patterns, where the fault may rightly be reported. `line` tells that the place is known;
    `rules`, which rules alone count. `new` of None removes the file; `moved` gives it another name in its folder (with `keep`,
    the old one stays too). `article` looks only at the article of a built page, `blocks` at generated blocks too.
    """

    name: str
    files: str
    pattern: str
    new: New | None
    reported: str = ""
    line: bool = True
    rules: tuple[str, ...] = ()
    article: bool = False
    blocks: bool = False
    moved: str = ""
    keep: bool = False


@dataclass(frozen=True)
class Planted:
    """A fault in its place: the source file that it concerns, the lines that name it, and the right value, or ""."""

    fault: Fault
    file: str
    lines: frozenset[int]
    right: str


class Copy:
    """A copy of the project with its built site in site/; what is changed can be undone."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._old: dict[Path, bytes | None] = {}
        self._texts: dict[str, dict[str, str]] = {}

    def files(self, pattern: str) -> dict[str, str]:
        """Return the texts of the files of some patterns, as they are without any fault."""
        if pattern not in self._texts:
            paths = sorted({path for each in pattern.split() for path in self.root.glob(each) if path.is_file()})
            self._texts[pattern] = {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        return self._texts[pattern]

    def write(self, file: str, text: str | None) -> None:
        """Write a file, or remove it where the text is None."""
        path = self.root / file
        self._old.setdefault(path, path.read_bytes() if path.exists() else None)
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def undo(self) -> None:
        """Bring every file back."""
        for path, old in self._old.items():
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        self._old.clear()

    def put(self, fault: Fault, chance: random.Random) -> Planted:
        """Put a fault at a place chosen by chance."""
        places = [(file, match) for file, text in self.files(fault.files).items() for match in find_places(fault, file, text)]
        assert places, f"there is no place for the fault “{fault.name}”"
        file, match = chance.choice(places)
        text = self.files(fault.files)[file]
        new = fault.new(match, chance) if callable(fault.new) else match.expand(fault.new or "")
        changed = text if fault.new is None else text[: match.start()] + new + text[match.end() :]
        assert changed != text or fault.moved or fault.new is None, f"the fault “{fault.name}” changes nothing in {file}"
        self._write_changed(fault, file, changed)
        at = match.start("at") if "at" in match.re.groupindex else match.start()
        right = match["right"] if "right" in match.re.groupindex else ""
        return Planted(fault, source_of(self.root, file), self._lines(file, text, at, match), right)

    def _write_changed(self, fault: Fault, file: str, text: str) -> None:
        if fault.new is None and not fault.keep:
            self.write(file, None)
        elif not fault.moved:
            self.write(file, text)
        if fault.moved:
            folder = "" if fault.moved.startswith("site/") else posixpath.dirname(file)
            self.write(posixpath.normpath(posixpath.join(folder, fault.moved)), text)

    def _lines(self, file: str, text: str, at: int, match: re.Match) -> frozenset[int]:
        """Return the lines that name the place: its own, or that where its paragraph begins."""
        if file.startswith("site/"):
            return self._source_lines(file, match)
        first = max(text.rfind("\n\n", 0, at) + 2, text.rfind(" -->\n", 0, at) + 5)
        return frozenset({text.count("\n", 0, at) + 1, text.count("\n", 0, first if first > 4 else 0) + 1})

    def _source_lines(self, file: str, match: re.Match) -> frozenset[int]:
        """Return the lines of the source that hold the words in the group `words`; none where they do not tell the place."""
        words = match["words"] if "words" in match.re.groupindex else ""
        source = self.root / source_of(self.root, file)
        lines = source.read_text(encoding="utf-8").splitlines() if words and source.is_file() else []
        return frozenset(number for number, line in enumerate(lines, 1) if words in line)


def find_places(fault: Fault, file: str, text: str) -> list[re.Match]:
    """Return where a fault can be put into a file: not in what is generated, nor in code."""
    hidden = [match.span() for match in GENERATED.finditer(text)] if file.endswith(".md") and not fault.blocks else []
    start, end = 0, len(text)
    if fault.article:
        article = ARTICLE.search(text)
        start, end = article.span() if article else (0, 0)
    found = re.compile(fault.pattern, re.MULTILINE).finditer(text, start, end)
    return [match for match in found if not any(a <= match.start() < b for a, b in hidden)]


def source_of(root: Path, file: str) -> str:
    """Return the source that a maintainer mends for a file: the page for a built page, else the file itself."""
    if not file.startswith("site/") or not file.endswith(".html"):
        return file
    path = file.removeprefix("site/")
    if path == "404.html":
        return "overrides/404.html"
    language = language_of(path)
    name = path.removeprefix(f"{language}/").removesuffix("index.html").rstrip("/")
    candidates = (f"docs/{language}/{each}.md" for each in (name or "index", f"{name}/index"))
    return next((each for each in candidates if (root / each).is_file()), file)


def misspell(word: str, chance: random.Random) -> str:
    """Return a word with one letter left out, doubled, swapped with the next or replaced."""
    while True:
        at = chance.randrange(1, len(word) - 1)
        a, b = word[at], word[at + 1]
        wrong = chance.choice(("", a + a, b + a, chance.choice("aeionrst")))
        made = word[:at] + wrong + word[at + (2 if wrong == b + a else 1) :]
        if made != word:
            return made


def misspelled(group: str = "right") -> New:
    """Return a change that misspells one group of the match."""
    return lambda match, chance: swap(match, group, misspell(match[group], chance))


def swapped(group: str, table: dict[str, str]) -> New:
    """Return a change that swaps one letter of a group, chosen by chance, for its like in the table."""

    def change(match: re.Match, chance: random.Random) -> str:
        word = match[group]
        at = chance.choice([n for n, letter in enumerate(word) if letter in table])
        return swap(match, group, word[:at] + table[word[at]] + word[at + 1 :])

    return change


def swap(match: re.Match, group: str, new: str) -> str:
    """Return the match with one group replaced."""
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return match[0][:start] + new + match[0][end:]
