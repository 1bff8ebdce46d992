"""What a built page says of itself, for the head, the site map and the lists that machines read."""

from __future__ import annotations

from dataclasses import dataclass

from languages import LANGUAGES
from selectolax.lexbor import LexborHTMLParser

from finish.alternates import NOT_FOUND, counterpart, language_of


@dataclass(frozen=True)
class Outline:
    """A page: its path in the built site, its heading and its description."""

    path: str
    title: str
    description: str

    @property
    def language(self) -> str:
        """The language that the page is in."""
        return language_of(self.path)

    @property
    def name(self) -> str:
        """Its address below the home page of its language, the same in all languages: "" or "tasks/unity/"."""
        return counterpart(self.path, LANGUAGES[0]).removesuffix("index.html")

    def url(self, address: str) -> str:
        """Return its full address."""
        return address + self.path.removesuffix("index.html")


def read_outlines(pages: dict[str, str]) -> dict[str, Outline]:
    """Return the outline of every page but the one for addresses that do not exist, by path; home pages come first."""
    return in_order({path: _read(path, html) for path, html in pages.items() if path != NOT_FOUND})


def in_order(pages: dict[str, Outline]) -> dict[str, Outline]:
    """Return the pages in the order of their addresses: a folder's own page comes before those in it."""
    return {path: pages[path] for path in sorted(pages, key=lambda path: path.replace("index.html", ""))}


def _read(path: str, html: str) -> Outline:
    tree = LexborHTMLParser(html)
    heading = tree.css_first("h1")
    for link in heading.css(".headerlink"):
        link.decompose()
    description = tree.css_first("meta[name=description]")
    return Outline(path, " ".join(heading.text().split()), description.attributes["content"] or "")


def parents(outline: Outline, outlines: dict[str, Outline]) -> list[Outline]:
    """Return the pages above a page, from the home page of its language down: those whose folders hold its folder."""
    folders = outline.name.split("/")[:-2]
    names = ["", *("/".join(folders[: depth + 1]) + "/" for depth in range(len(folders)))]
    paths = (counterpart(f"{name}index.html", outline.language) for name in names if name != outline.name)
    return [outlines[path] for path in paths if path in outlines]
