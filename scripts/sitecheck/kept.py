"""What is kept of each built page until all are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from finish.pairs import BLOCKS
from selectolax.lexbor import LexborNode

from sitecheck.parsed import Link, Parsed

LOADED = frozenset(("stylesheet", "manifest", "apple-touch-icon"))
Label = tuple[str, str]  # an element by its tag and class, and its name


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What is kept of a page: how many `links` it has, which of them are `open` until all pages are read, the tags of its `blocks`,
    the files that it `loads`, the names of what stands on every page.
    """

    path: str
    language: str
    title: str
    heading: str
    description: str
    ids: frozenset[str]
    links: int
    open: tuple[Link, ...]
    blocks: str
    loads: frozenset[str]
    labels: tuple[Label, ...]


def keep(page: Parsed) -> BuiltPage:
    """Return what is kept of a page."""
    return BuiltPage(
        page.path,
        page.language,
        page.title,
        page.heading,
        next(iter(page.meta("description")), ""),
        frozenset(map(intern, page.ids)),
        len(page.addresses),
        tuple((tag, name, intern(address)) for tag, name, address in page.addresses if not _is_right(page, address)),
        intern(" ".join(node.tag for node in _blocks(page))),  # mostly the same in all languages
        page.site.same(frozenset(_loads(page))),
        _labels(page),
    )


def _loads(page: Parsed) -> Iterator[str]:
    """Yield the files that a page loads by its head, and those that systems ask for."""
    for link in page.by_tag["link"]:
        if LOADED.intersection(link.get("rel").split()) and (found := page.leads(link.get("href"))):
            yield found[0]
    for script in page.by_tag["script"]:
        if "src" in script.attributes and (found := page.leads(script.get("src"))):
            yield found[0]


def _labels(page: Parsed) -> tuple[Label, ...]:
    """Return what the page calls the buttons and menus that stand on every page, and its first link; mostly as all others do."""
    named = [each for each in page.by_attribute.get("aria-label", ()) if each.tag in ("button", "nav")]
    labels = [(intern(f"{each.tag} {each.get('class')}"), intern(each.get("aria-label"))) for each in named]
    first = page.by_tag["a"][:1]
    return tuple(labels + [("a", intern(each.node.text().strip())) for each in first])


def _is_right(page: Parsed, address: str) -> bool:
    """Tell whether an address surely leads somewhere, whatever ids other pages have."""
    found = page.leads(address)
    if found is None or address in ("", "#"):
        return found is None
    file, id = found
    return file in page.site.files and (not id or file == page.path and id in page.ids)


def _blocks(page: Parsed) -> list[LexborNode]:
    """Return the blocks of a page; looking for them in its one article is a third cheaper."""
    articles = page.by_tag["article"]
    return (articles[0].node if len(articles) == 1 else page.tree).css(BLOCKS)
