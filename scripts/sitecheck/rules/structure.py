"""Rules about the structure of Markdown: what is written as a list, a table or a box becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from problems import Problem

from sitecheck.pages import Block, Page
from sitecheck.project import Project
from sitecheck.sieve import LETTER, where
from sitecheck.texts import Text

MARGINS = ("", "    ")
JOINED = {("item", "item"), ("numbered item", "numbered item"), ("row", "row")}  # stand together without a blank line
APART = ("paragraph", "item", "numbered item", "row", "box")
BLANK = re.compile(r"\n[ \t]*\n")
RULE = re.compile(r"\|[\s:|-]+\|")
CONFLICT = re.compile(r"^(?:(?P<begin><{7} .*)|(?P<end>>{7} .*)|={7})$", re.MULTILINE)
CONFLICT_SIGNS = ("<<<<<<< ", ">>>>>>> ", "\n=======\n")
END_SPACES = re.compile(r"[ \t]{2,}\n|\t\n")
FENCE = re.compile(r"^[ ]*(?P<fence>```)", re.MULTILINE)
LONG = 60  # characters: shorter blocks may be the same
LIST_LIKE = re.compile(
    r"(?:(?<=[.;:!?]\n)|\A)[ ]*(?P<mark>-(?=[^\s-])|[–—](?=\s)|\d{1,2}\)|\d{1,2}\.(?=[^\W\d_]))|^[ ]*(?P<sign>[•‣▪·])",
    re.MULTILINE,
)
MAY_LIST = rf"(?:\A|[.;:!?]\n) *(?:-[^\s-]|[–—]\s|\d{{1,2}}\)|\d{{1,2}}\.{LETTER})|(?:\A|\n) *[•‣▪·]"


def _kind(block: Block) -> str:
    """Return the kind of a block without its number of cells or its name."""
    return block.kind if block.kind.endswith("item") else block.kind.partition(" ")[0]


def _problem(page: Page, block: Block, rule: str, message: str, fix: str) -> Problem:
    return Problem(page.file, *page.place(block.start), rule, message, fix)


def merges_finished(project: Project) -> Iterator[Problem]:
    """No file holds two versions of a text that Git could not merge. Until then nothing else is judged.

    In docs/en/law.md
    wrong: <<<<<<< HEAD⏎The second speaks⏎=======⏎The second tells⏎>>>>>>> branch
    right: The second speaks
    """
    pages = ((page.file, page.text) for page in project.pages.values())
    for file, text in (*pages, *project.program_texts.items()):  # records say it themselves
        inside = False
        for match in CONFLICT.finditer(text) if any(sign in text for sign in CONFLICT_SIGNS) else ():
            if not inside or match["begin"]:
                message = f"a merge was not finished: “{match[0]}”"
                fix = "keep one of both versions, and remove the lines <<<<<<<, ======= and >>>>>>>"
                yield Problem(file, text.count("\n", 0, match.start()) + 1, 1, "merges-finished", message, fix)
            inside = not match["end"]


def lines_end(project: Project) -> Iterator[Problem]:
    """No line ends with two spaces or a tab: that breaks the line, and nobody sees why.

    In docs/en/law.md
    wrong: The second  ⏎speaks
    right: The second speaks
    """
    for page in project.pages.values():
        for match in END_SPACES.finditer(page.text) if "  \n" in page.text or "\t\n" in page.text else ():
            if page.text[match.start() - 1 : match.start()].strip():
                place = page.place(match.start())
                yield Problem(page.file, *place, "lines-end", "spaces at the end of the line force a line break", "remove them")


def blocks_apart(project: Project) -> Iterator[Problem]:
    """A blank line stands before a list, a table or a box; four spaces begin what is in a box, and nothing else.

    In docs/en/law.md
    wrong: ⏎- The second speaks
    right: ⏎⏎The second speaks
    """
    for page in project.pages.values():
        holder = None  # the last block that is not indented
        for before, block in pairwise(chain((None,), page.blocks)):
            if block.generated:
                continue
            fault = _misplaced(page, holder, block) or (before and not before.generated and _glued(page, before, block))
            if fault:
                yield _problem(page, block, "blocks-apart", *fault)
            holder = holder if block.box else block


def _misplaced(page: Page, holder: Block | None, block: Block) -> tuple[str, str] | None:
    """Tell what is wrong with the spaces before a block."""
    if page.text[block.start - 1 : block.start] in ("\n", ""):
        return None
    margin = page.text[page.text.rfind("\n", 0, block.start) + 1 : block.start]
    within = _kind(holder) if holder else ""
    if margin not in MARGINS:
        return (
            f"the {_kind(block)} begins with {len(margin)} spaces",
            "begin it with none, or with four where it belongs to a box",
        )
    if within == "box" or within.endswith("item") and block.kind == "paragraph":
        return None
    if within.endswith("item"):
        return "the list is inside another list, but lists have only one level", "begin the line without spaces"
    return (
        f"the {_kind(block)} is indented, and becomes code",
        "begin it without spaces, or write the box that it belongs to above it",
    )


def _glued(page: Page, before: Block, block: Block) -> tuple[str, str] | None:
    """Tell what is wrong with a block that follows without a blank line."""
    first, second = _kind(before), _kind(block)
    if first not in APART or second not in APART or (first, second) in JOINED or BLANK.search(page.text, before.end, block.start):
        return None
    if first == "box":
        return None if block.box else ("the text of the box is not indented, and falls out of it", "begin it with four spaces")
    return f"no blank line sets the {second} apart from the {first} above, so it becomes part of it", "put a blank line between"


def boxes_filled(project: Project) -> Iterator[Problem]:
    """A box has a title and holds text.

    In docs/en/law.md
    wrong: !!! words "Words"⏎⏎The second speaks
    right: The second speaks
    """
    for page in project.pages.values():
        for block, after in pairwise(chain(page.blocks, (None,))) if "!!!" in page.text or "???" in page.text else ():
            if not block.kind.startswith("box"):
                continue
            if '"' not in page.block_text(block).rstrip('" '):
                yield _problem(
                    page,
                    block,
                    "boxes-filled",
                    "the box has no title, and gets an English one",
                    f'write !!! {block.kind[4:]} "Title"',
                )
            if not (after and after.box):
                yield _problem(page, block, "boxes-filled", "the box holds no text", "indent the text below it by four spaces")


def tables_whole(project: Project) -> Iterator[Problem]:
    """A table has a line `|---|---|` below its head, no blank line inside, and the same number of cells in each row.

    In docs/en/law.md
    wrong: | The second | speaks |⏎| of | unity |
    right: The second speaks of unity [¶2](#p2).
    """
    for page in project.pages.values():
        head = gap = None
        for block, after in pairwise(chain(page.blocks, (None,))) if "\n|" in page.text else ():
            if block.generated or not block.kind.startswith("row"):
                head = gap = None
                continue
            head = head or block
            rest = page.text[block.end : after.start] if after else page.text[block.end :]
            rule = RULE.search(rest)
            if fault := _torn(head, block, rule):
                below = after.start if after and after.kind.startswith("row") else block.start
                at = block.start if block is not head else block.end + rule.start() if rule else gap or below
                yield Problem(page.file, *page.place(at), "tables-whole", *fault)
            blank = BLANK.search(rest)
            gap = blank and block.end + blank.start() + 1
            if blank:
                head = None


def _torn(head: Block, row: Block, rule: re.Match | None) -> tuple[str, str] | None:
    """Tell what is wrong with a row of a table; `rule` is what draws the line below it."""
    cells = int(head.kind[7:])
    if row is head and not rule:
        return (
            "there is no line |---| here, below the header row, so the table stays plain text",
            f"write {'|---' * cells}| below the header row, and leave no blank line in the table",
        )
    if row is head and rule[0].count("|") - 1 != cells:
        return (
            f"the header row has {cells} cells, but the line below it has {rule[0].count('|') - 1}, so the table stays plain text",
            f"write {'|---' * cells}| below it",
        )
    if row.kind != head.kind:
        return (
            f"the table has rows of {cells} cells, this one has {row.kind[7:]}",
            "write | on either side of each cell, and \\| for the sign itself",
        )
    return None


def fences_closed(project: Project) -> Iterator[Problem]:
    """A piece of code between lines ``` ends: what follows would be code too.

    In docs/en/law.md
    wrong: ```⏎The second speaks
    right: The second speaks
    """
    for page in project.pages.values():
        fences = list(FENCE.finditer(page.text)) if "```" in page.text else ()
        if len(fences) % 2:
            place = page.place(fences[-1].start("fence"))
            yield Problem(
                page.file,
                *place,
                "fences-closed",
                "the code is not closed: all that follows is shown as code",
                "write ``` on a line below the code",
            )


def blocks_once(project: Project) -> Iterator[Problem]:
    """No paragraph, list item or table row stands twice on a page.

    In docs/en/law.md
    wrong: The first paragraph names [accord](glossary.md#accord) [¶1](#p1).⏎⏎The first paragraph names
    right: The first paragraph names
    """
    for page in project.pages.values():
        first: dict[str, Block] = {}
        for block in page.blocks:
            if block.generated or block.length < LONG:
                continue
            other = first.setdefault(page.block_text(block), block)
            if other is not block:
                line, _ = page.place(other.start)
                yield _problem(page, block, "blocks-once", f"the {_kind(block)} is the same as in line {line}", "remove one")


@where(MAY_LIST)
def lists_whole(text: Text) -> Iterator[Problem]:
    """A list item begins with `- ` or `1. `: other signs make no list.

    In docs/en/law.md
    wrong: • The second speaks
    right: The second speaks
    """
    for match in LIST_LIKE.finditer(text.raw):
        if text.words[match.start(match.lastgroup) :].strip():
            yield text.problem(
                match.start(match.lastgroup),
                "lists-whole",
                f"“{match[match.lastgroup]}” begins no list item",
                "begin it with `- ` or `1. `",
            )
