"""Rules about the three versions of a page: reading side by side depends on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest

from languages import LANGUAGES, SOURCE
from problems import Problem, suggest
from translations import differing_numbers

from sitecheck.pages import Block, Page
from sitecheck.project import Project


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
                yield Problem(f"docs/{have[0]}/{name}", 0, 0, "same-pages", f"there is no docs/{language}/{name}", fix)


def _versions(project: Project) -> Iterator[tuple[Page, Page]]:
    """Yield each translated page with its source page."""
    for (language, name), page in project.pages.items():
        if language != SOURCE and (SOURCE, name) in project.pages:
            yield project.pages[SOURCE, name], page


def same_ids(project: Project) -> Iterator[Problem]:
    """The versions of a page define the same ids in the same order.

    In docs/en/glossary.md
    wrong: { #accords }
    right: { #accord }
    """
    for source, page in _versions(project):
        theirs, ours = (project.targets[each.language, each.name] for each in (source, page))
        for a, b in zip_longest(theirs, ours):
            if (a and a.id) != (b and b.id):
                place = b or (ours[-1] if ours else None)
                found = f"#{b.id}" if b else "the end of the page"
                wanted = f"#{a.id}" if a else "no more ids"
                line, column = page.place(place.offset) if place else (1, 1)
                fix = f"give both versions the same ids in the same order (docs/{SOURCE}/{page.name})"
                yield Problem(page.file, line, column, "same-ids", f"{found} where {source.file} has {wanted}", fix)
                break


def same_shape(project: Project) -> Iterator[Problem]:
    """The versions of a page have the same headings, paragraphs, list items, table rows and boxes in the same order.

    In docs/en/law.md
    wrong: ⏎- The second speaks
    right: ⏎The second speaks
    """
    for source, page in _versions(project):
        for a, b in zip_longest(source.written(), page.written()):
            if a is None or b is None or (a.kind, a.box) != (b.kind, b.box):
                place = page.place(b.start) if b else page.place(len(page.text) - 1)
                there = f"{_describe(a)} (line {source.place(a.start)[0]})" if a else "nothing more"
                message = f"{_describe(b) if b else 'the end of the page'} where {source.file} has {there}"
                yield Problem(
                    page.file, *place, "same-shape", message, "bring both versions to the same blocks in the same order"
                )
                break


def _describe(block: Block) -> str:
    article = "an" if block.kind[0] in "aeiou" else "a"
    return f"{article} {block.kind}{' in a box' if block.box else ''}"


def same_references(project: Project) -> Iterator[Problem]:
    """Each block has the same links and citations, in the same order, as its counterpart.

    In docs/ru/law.md
    wrong: единстве [¶1](#p1)
    right: единстве [¶2](#p2)
    """
    for source, page in _versions(project):
        if len(source.written()) != len(page.written()):
            continue  # same-shape reports it
        theirs, ours = _by_block(project, source), _by_block(project, page)
        for number, (a, b) in enumerate(zip(theirs, ours)):
            if a != b:
                block = page.written()[number]
                message = (
                    f"links to {_list(b)} where {source.file}:{source.place(source.written()[number].start)[0]} has {_list(a)}"
                )
                yield Problem(
                    page.file, *page.place(block.start), "same-references", message, "cite and link the same, in the same order"
                )


def _by_block(project: Project, page: Page) -> list[list[str]]:
    """Return the addresses that stand in each written block."""
    blocks = page.written()
    starts, found = [block.start for block in blocks], [[] for _ in blocks]
    for reference in project.references_by_page[page.language, page.name]:
        if not reference.generated:
            found[bisect_right(starts, reference.offset) - 1].append(reference.address)
    return found


def _list(addresses: list[str]) -> str:
    return ", ".join(addresses) or "nothing"


def same_numbers(project: Project) -> Iterator[Problem]:
    """A translation has the numbers of its source: dates, act numbers, amounts.

    In docs/en/law.md
    wrong: The second speaks of 7 unities
    right: The second speaks of unity
    """
    for pair in project.pairs():
        if fault := differing_numbers(pair):
            yield Problem(*pair.place, "same-numbers", fault, "compare both, and correct the wrong one")
