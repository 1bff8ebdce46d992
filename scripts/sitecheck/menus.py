"""The menu as mkdocs.yml gives it in one language: its entries, the order of the pages, what of it a page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from finish.alternates import counterpart

from sitecheck.settings import Settings, Value, menu_name

Place = tuple[str, str]  # a label and the page of the built site that it leads to


@dataclass(frozen=True)
class Entry:
    """An entry of the menu. A section leads to its first page and holds all its pages; `index` tells a folder's own page."""

    label: str
    path: str
    index: bool = False
    children: tuple[Entry, ...] = ()
    pages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Menu:
    """The menu of one language: its entries, and all pages in its order; `name` is what the site is called there."""

    name: str
    entries: tuple[Entry, ...]
    order: tuple[Place, ...]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Where each page stands in the order."""
        return {path: number for number, (_, path) in enumerate(self.order)}

    def shown(self, path: str) -> list[Place]:
        """Return what a page shows: the first level, and below the section that it stands in the pages of that."""
        return [place for entry in self.entries for place in _shown(entry, path)]

    def neighbours(self, path: str) -> dict[str, Place]:
        """Return the pages before and after a page, by `prev` and `next`."""
        at = self.numbers.get(path)
        near = {} if at is None else {"prev": at - 1, "next": at + 1}
        return {rel: self.order[number] for rel, number in near.items() if 0 <= number < len(self.order)}


def read_menu(settings: Settings, language: str, title_of: Callable[[str], str]) -> Menu:
    """Return the menu of a language; `title_of` gives the title of a page that the menu itself does not name."""
    own = _options(settings, language)
    words = {path[1]: text for path, text in own.items() if path[0] == "nav_translations"}
    names = [value.text for value in settings.below("site_name")]
    entries = tuple(_entries(settings.below("nav"), 1, language, words, title_of))
    return Menu(own.get(("site_name",)) or "".join(names), entries, tuple(_pages(entries)))


def _options(settings: Settings, language: str) -> dict[tuple, str]:
    """Return what the i18n plugin sets for a language."""
    values = [value for value in settings.of("i18n") if value.path[0] == "languages"]
    number = next((value.path[1] for value in values if value.path[2:] == ("locale",) and value.text == language), None)
    return {value.path[2:]: value.text for value in values if value.path[1] == number}


def _entries(values: list[Value], depth: int, language: str, words: dict[str, str], title_of) -> Iterator[Entry]:
    for _, group in groupby(values, key=lambda value: value.path[depth]):
        inside = list(group)
        titles = inside[0].path[depth + 1 :]
        label = words.get(titles[0], titles[0]) if titles else ""
        if len(titles) > 1:
            children = tuple(_entries(inside, depth + 2, language, words, title_of))
            pages = frozenset(path for _, path in _pages(children))
            yield Entry(label, children[0].path, children=children, pages=pages)
        elif inside[0].text.endswith(".md"):
            bare = menu_name(inside[0]).removesuffix(".md")
            index = bare == "index" or bare.endswith("/index")
            path = counterpart(f"{bare}.html" if index else f"{bare}/index.html", language)
            yield Entry(label or title_of(path), path, index)


def _pages(entries: tuple[Entry, ...]) -> Iterator[Place]:
    for entry in entries:
        yield from _pages(entry.children) if entry.children else [(entry.label, entry.path)]


def _shown(entry: Entry, path: str) -> Iterator[Place]:
    index = next((child for child in entry.children if child.index), None)
    if path not in entry.pages:
        yield entry.label, entry.path
    elif index:
        yield entry.label, index.path
    if path in entry.pages:
        yield from ((child.label, child.path) for child in entry.children if child is not index)
