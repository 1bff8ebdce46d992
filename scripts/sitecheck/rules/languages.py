"""Rules about the three versions of a page: reading side by side depends on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from invariants import any_language
from languages import LANGUAGES, SOURCE, TRANSLATIONS
from problems import Problem, suggest

from sitecheck.pages import Block, Page
from sitecheck.project import Project
from sitecheck.references import Reference
from sitecheck.resolve import is_outside

MARKS = re.compile(r"\]\([^)\s]+\)|\d+")  # what is the same in every language
FENCED = re.compile(r"^[ ]*```.*?^[ ]*```", re.DOTALL | re.MULTILINE)


def same_pages(project: Project) -> Iterator[Problem]:
    """Every page exists in every language under the same name.

    In docs/en/law.md
    wrong: file docs/en/other.md
    right: file docs/en/glossary.md
    """
    for name in sorted({name for _, name in project.pages}):
        have = [language for language in LANGUAGES if (language, name) in project.pages]
        for language in LANGUAGES:
            if language not in have:
                others = [other for code, other in project.pages if code == language and (have[0], other) not in project.pages]
                fix = f"write docs/{language}/{name}, or remove the page in {' and '.join(have)}{suggest(name, others)}"
                lost = language if len(have) > 1 else have[0]
                yield Problem(f"docs/{lost}/{name}", 0, 0, "same-pages", f"there is no docs/{language}/{name}", fix)


def _versions(project: Project) -> Iterator[list[Page]]:
    """Yield the versions of each page, its source first."""
    for (language, name), page in project.pages.items():
        if language == SOURCE:
            yield [page, *(project.pages[code, name] for code in TRANSLATIONS if (code, name) in project.pages)]


def _differing(project: Project, read: Callable[[Page], list]) -> Iterator[tuple[Page, Page]]:
    """Yield each page that differs in what `read` finds, with the page that it differs from.

    A translation differs from its source; where the translations agree with each other, the source from them.
    """
    for source, *pages in _versions(project):
        found = [read(page) for page in (source, *pages)]
        if len(pages) > 1 and found[0] != found[1] and all(each == found[1] for each in found[2:]):
            yield source, pages[0]
        else:
            yield from ((page, source) for page, each in zip(pages, found[1:]) if each != found[0])


def _told(page: Page, other: Page) -> str:
    """Return what a page differs from, in words."""
    return other.file if page.language != SOURCE else f"{other.file}, like every translation,"


def same_ids(project: Project) -> Iterator[Problem]:
    """The versions of a page define the same ids in the same order.

    In docs/en/glossary.md
    wrong: { #accords }
    right: { #accord }
    """
    for page, other in _differing(project, lambda page: project.ids(page.language, page.name)):
        theirs, ours = (project.targets[each.language, each.name] for each in (other, page))
        a, b = next((a, b) for a, b in zip_longest(theirs, ours) if (a and a.id) != (b and b.id))
        place = page.place(b.offset) if b else page.end
        found = f"#{b.id}" if b else "the end of the page"
        message = f"{found} where {_told(page, other)} has {f'#{a.id}' if a else 'no more ids'}"
        fix = f"give both versions the same ids in the same order ({other.file})"
        yield Problem(page.file, *place, "same-ids", message, fix)


def same_shape(project: Project) -> Iterator[Problem]:
    """The versions of a page have the same headings, paragraphs, list items, table rows and boxes in the same order.

    In docs/en/law.md
    wrong: ⏎- The second speaks
    right: ⏎The second speaks
    """
    for page, other in _differing(
        project, lambda page: [(block.kind, block.box) for block in page.blocks if not block.generated]
    ):
        a, b, after = _first_difference(other, page)
        place = page.place((b or after).start) if b or after else page.end
        told, line = _told(page, other), f"line {other.place(a.start)[0]}" if a else ""
        if a and b:
            message = f"{_describe(b)} where {told} has {_describe(a)} ({line})"
        else:
            message = f"{_describe(a)} is missing: {told} has it in {line}" if a else f"{_describe(b)} that {told} does not have"
        yield Problem(page.file, *place, "same-shape", message, "give both versions the same blocks in the same order")


def _first_difference(other: Page, page: Page) -> tuple[Block | None, Block | None, Block | None]:
    """Return the first blocks that differ in kind, None for one that is not there, and what follows on the page.

    What the blocks cite and count tells which of several alike is lost. Where the block before took it in, that is returned.
    """
    theirs, ours = other.written(), page.written()
    alike = [
        [(block.kind, block.box, *MARKS.findall(each.block_text(block))) for block in blocks]
        for each, blocks in ((other, theirs), (page, ours))
    ]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *alike, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n, (a, b) in enumerate(zip_longest(theirs[i:i_end], ours[j:j_end]), -1):
            if a and b and (a.kind, a.box) == (b.kind, b.box):
                continue
            before = ours[j + n : j + n + 1] if j + n >= 0 else []
            if a and not b and before and _holds_both(page.block_text(before[0]), other.block_text(theirs[i + n]), a):
                return a, b, before[0]
            if b and not a:
                b = next((each for each in ours[j + 1 :] if page.block_text(each) == page.block_text(b)), b)
            return a, b, ours[j_end] if j_end < len(ours) else None
    raise AssertionError("pages of the same shape were compared")


def _holds_both(text: str, other: str, lost: Block) -> bool:
    """Tell by its length whether a block took in the one that is lost behind it."""
    return len(text) > max(1.3 * len(other), 0.75 * (len(other) + lost.end - lost.start))


def _describe(block: Block) -> str:
    article = "an" if block.kind[0] in "aeiou" else "a"
    return f"{article} {block.kind}{' in a box' if block.box else ''}"


def same_code(project: Project) -> Iterator[Problem]:
    """Code between lines ``` is the same in all versions of a page.

    In docs/en/law.md
    wrong: ```⏎law["p1"]⏎```⏎⏎The second
    right: The second
    """
    for page, other in _differing(project, lambda page: FENCED.findall(page.text) if "```" in page.text else []):
        theirs, ours = (_code_lines(each) for each in (other, page))
        a, b = next((a, b) for a, b in zip_longest(theirs, ours) if (a and a[0]) != (b and b[0]))
        place = page.place(b[1]) if b else page.end
        message = f"{f'“{b[0]}”' if b else 'no more code'} where {_told(page, other)} has {f'“{a[0]}”' if a else 'no more code'}"
        yield Problem(page.file, *place, "same-code", message, "show the same code in every language")


def _code_lines(page: Page) -> list[tuple[str, int]]:
    """Return the lines of code of a page, with their places."""
    lines = (line for match in FENCED.finditer(page.text) for line in re.compile(r"[^\n]+").finditer(page.text, *match.span()))
    return [(line[0], line.start()) for line in lines]


def same_references(project: Project) -> Iterator[Problem]:
    """Each block has the same links and citations, in the same order, as its counterpart.

    In docs/ru/law.md
    wrong: единстве [¶1](#p1)
    right: единстве [¶2](#p2)
    """
    for pages in _versions(project):
        blocks = [page.written() for page in pages]
        if len({len(each) for each in blocks}) > 1:
            continue  # same-shape reports it
        found = [_by_block(project, page, each) for page, each in zip(pages, blocks)]
        addresses = [[[reference.address for reference in each] for each in lists] for lists in found]
        for number, lists in enumerate(zip(*found)) if any(each != addresses[0] for each in addresses[1:]) else ():
            yield from _other_references(project, pages, [each[number] for each in blocks], lists)


def _other_references(
    project: Project, pages: list[Page], blocks: list[Block], lists: tuple[list[Reference], ...]
) -> Iterator[Problem]:
    """Find the version of a block that links to something else; both translations agreeing, it is the source."""
    links = [[_target(project, reference) for reference in each] for each in lists]
    if len(pages) > 2 and links[0] != links[1] and all(each == links[1] for each in links[2:]):
        wrong = [(0, 1)]
    else:
        wrong = [(number, 0) for number in range(1, len(pages)) if links[number] != links[0]]
    for ours, theirs in wrong:
        page, other = pages[ours], pages[theirs]
        there = f"{other.file}:{other.place(blocks[theirs].start)[0]}"
        message = f"links to {_list(lists[ours])} where {there} has {_list(lists[theirs])}"
        other_one = (reference for reference, a, b in zip(lists[ours], links[ours], links[theirs]) if a != b)
        place = page.place(next((reference.offset for reference in other_one), blocks[ours].start))
        yield Problem(
            page.file, *place, "same-references", message, "give both versions the same citations and links, in the same order"
        )


def _target(project: Project, reference: Reference) -> str:
    """Return what a link leads to, in whichever language; of a link out of the site, its address."""
    if is_outside(reference.address):
        return reference.address
    _, name, id = project.find(reference)
    return f"{any_language(name)}#{id}"


def _by_block(project: Project, page: Page, blocks: list[Block]) -> list[list[Reference]]:
    """Return the links that stand in each written block."""
    starts, found = [block.start for block in blocks], [[] for _ in blocks]
    for reference in project.references_by_page[page.language, page.name]:
        if not reference.generated:
            found[bisect_right(starts, reference.offset) - 1].append(reference)
    return found


def _list(references: list[Reference]) -> str:
    return ", ".join(reference.address for reference in references) or "nothing"
