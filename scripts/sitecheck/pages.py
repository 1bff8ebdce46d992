"""Read: Markdown files become pages, and pages become blocks with their places.

A block is what stands beside its counterpart in another language: a heading, a paragraph, a list item,
a table row, a box title, a generated block. CONTRIBUTING lists the Markdown that pages may use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern

from languages import LANGUAGES
from problems import CannotCheck

FOLDER = Path("docs")

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_ITEM = [("item", re.compile(r"(?:[-*+]|\d{1,3}\.) +"))]
_BOX = [("box", re.compile(r"(?:!!!|\?\?\?\+?) (\w+)"))]
LINE_KINDS = {  # by the first character of a line: the first pattern that matches tells what it begins
    "<": [
        ("generated", re.compile(r"<!-- write: (.*?) -->$")),
        ("end", re.compile(r"<!-- /write -->$")),
        ("html", re.compile(r"<[/!a-z]")),
    ],
    "#": [("heading", re.compile(r"(#{1,6}) "))],
    "{": [("attributes", re.compile(r"\{:.*\}$"))],
    "|": [("rule", re.compile(r"\|[\s:|-]+\|$")), ("row", re.compile(r"\|"))],
    **dict.fromkeys("!?", _BOX),
    **dict.fromkeys("-*+0123456789", _ITEM),
}
CELL_END = re.compile(r"(?<!\\)\|")
HEADING_ID = re.compile(r"\{:?[^}]*#([^\s}]+)[^}]*\}\s*$")


@dataclass(slots=True)  # not frozen: some dozens a page are made, and a frozen one takes three times as long
class Block:
    """A piece of a page: `start` is an offset into the page's text, `box` tells that it stands in a box.

    Large sites keep half a million of them: a length is mostly a small number, which takes no memory of its own.
    """

    kind: str
    start: int
    length: int
    generated: bool = False
    box: bool = False

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + self.length


@dataclass
class Page:
    """A Markdown file: `name` is its path in the language's folder, `file` its path in the project."""

    language: str
    name: str
    file: str
    text: str
    front: dict[str, tuple[str, int]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def block_text(self, block: Block) -> str:
        """Return the Markdown of a block."""
        return self.text[block.start : block.start + block.length]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        return place_in(self.text, offset)

    @property
    def end(self) -> tuple[int, int]:
        """Line and column of the last character."""
        return self.place(max(0, len(self.text) - 1))

    def written(self) -> list[Block]:
        """Return the blocks that people write; of a generated block only its marker."""
        return [block for block in self.blocks if not block.generated]


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset into a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def read_pages(root: Path) -> dict[tuple[str, str], Page]:
    """Return all pages by language and name. Raises CannotCheck where there are none."""
    pages = {}
    for language in LANGUAGES:
        folder = root / FOLDER / language
        for path in sorted(folder.rglob("*.md")):
            name = path.relative_to(folder).as_posix()
            try:
                pages[language, name] = read_page(language, name, path.read_text(encoding="utf-8"))
            except UnicodeDecodeError as error:
                raise CannotCheck(f"{path.relative_to(root)}:{bad_line(error)} is not UTF-8: save it as UTF-8") from error
    if not pages:
        raise CannotCheck(f"there are no pages in {root / FOLDER}/{{{','.join(LANGUAGES)}}}: nothing was checked")
    return pages


def bad_line(error: UnicodeDecodeError) -> int:
    """Return the line of the first byte that is not UTF-8."""
    return error.object.count(b"\n", 0, error.start) + 1


def read_page(language: str, name: str, text: str) -> Page:
    """Return a page with its front matter and its blocks."""
    page = Page(language, name, f"{FOLDER}/{language}/{name}", text)
    page.front, start = read_front(text)
    page.blocks = _read_blocks(text, start)
    return page


def read_front(text: str) -> tuple[dict[str, tuple[str, int]], int]:
    """Return the front matter of a page, each value with its line, and where it ends."""
    match = FRONT_MATTER.match(text)
    lines = (line.partition(":") for line in match[1].splitlines()) if match else ()
    front = {key.strip(): (_unquoted(value.strip()), number) for number, (key, _, value) in enumerate(lines, 2)}
    return front, match.end() if match else 0


def _unquoted(value: str) -> str:
    """Return a YAML value without the quotes around it."""
    quote = value[:1]
    if quote not in ("'", '"') or len(value) < 2 or value[-1] != quote:
        return value
    return value[1:-1].replace("''", "'") if quote == "'" else value[1:-1].replace('\\"', '"')


def _read_blocks(text: str, start: int) -> list[Block]:
    blocks: list[Block] = []
    generated = False
    open_text = False  # the last block takes the lines that follow
    fence = False
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        begin = start + line.find(bare)
        start += len(line)
        border = bare.startswith("```")
        if border:
            fence = not fence
        if border or fence or not bare:
            open_text = False
            continue
        kind, match = _line_kind(bare)
        if kind == "end":
            generated, open_text = False, False
        elif kind == "generated":
            blocks.append(Block(intern(f"generated {match[1]}"), begin, len(bare)))
            generated, open_text = True, False
        elif kind in ("rule", "attributes"):
            open_text = open_text and kind == "attributes"
        elif kind == "text" and open_text:
            blocks[-1].length = begin + len(bare) - blocks[-1].start
        else:
            blocks.append(Block(_block_kind(kind, match, bare), begin, len(bare), generated, line.startswith("    ")))
            open_text = kind in ("text", "item", "html")
    return blocks


def _line_kind(line: str) -> tuple[str, re.Match | None]:
    for kind, pattern in LINE_KINDS.get(line[0], ()):
        if match := pattern.match(line):
            return kind, match
    return "text", None


def _block_kind(kind: str, match: re.Match | None, line: str) -> str:
    if kind == "heading":
        return intern(f"heading {len(match[1])}")
    if kind == "box":
        return f"box {match[1]}"
    if kind == "row":
        return intern(f"row of {len(CELL_END.findall(line)) - 1}")
    if kind == "item":
        return "numbered item" if line[0].isdigit() else "item"
    return "paragraph" if kind == "text" else kind
