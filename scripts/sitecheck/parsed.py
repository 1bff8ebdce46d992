"""A page of the built site parsed: its elements, by tag and by attribute, and what several rules ask of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.outline import Outline
from problems import Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitecheck.compare import unspaced
from sitecheck.places import find_place, in_template

if TYPE_CHECKING:
    from sitecheck.built import BuiltSite

ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "srcset", "imagesrcset", "cite", "xlink:href")
SEVERAL = ("srcset", "imagesrcset")
STYLED = ("style", "fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end")  # may hold url()
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
CSS_IMPORT = re.compile(r"@import\s+[\"']([^\"']+)")

HEAD = {"description": "meta[name=description]"}
HEADINGS = "h1, h2, h3, h4, h5, h6"
PLAIN = frozenset("b br em i li ol p small strong tbody td th thead tr ul".split())

Link = tuple[str, str, str]  # tag, attribute and address


@dataclass(slots=True)  # not frozen: some hundred a page are made, and a frozen one takes three times as long
class Element:
    """An element of a page: its attributes and its node in the parsed tree."""

    tag: str
    attributes: dict[str, str | None]
    node: LexborNode

    @classmethod
    def of(cls, node: LexborNode) -> Element:
        """Return the element of a node."""
        return cls(node.tag, node.attributes, node)

    def get(self, name: str) -> str:
        """Return an attribute, or an empty string."""
        return self.attributes.get(name) or ""


@dataclass
class Parsed:
    """A page with its elements, in order, by tag and by attribute; it lives only while the page is judged.

    Those of PLAIN that have no attribute, a third of a page, are left out: they hold text, and rules ask for more.
    """

    site: BuiltSite
    path: str
    html: bytes
    tree: LexborHTMLParser
    by_tag: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    by_attribute: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    _leads: dict[str, tuple[str, str] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_tag, by_attribute = self.by_tag, self.by_attribute
        for node in self.tree.css("*"):
            tag, attributes = node.tag, node.attributes
            if attributes or tag not in PLAIN:
                element = Element(tag, attributes, node)
                by_tag[tag].append(element)
                for name in attributes:
                    by_attribute[name].append(element)

    @property
    def language(self) -> str:
        """What the page says of its language."""
        return self.by_tag["html"][0].get("lang") if self.by_tag["html"] else ""

    @cached_property
    def title(self) -> str:
        """The words of its <title>."""
        return self.by_tag["title"][0].node.text().strip() if self.by_tag["title"] else ""

    @cached_property
    def heading(self) -> str:
        """The words of its first heading: that of its text, if the frame has one too."""
        found = [each.node for each in self.by_tag["h1"]]
        if len(found) > 1 and self.article is not None:
            found = self.article.css("h1")
        return plain_text(found[0]) if found else ""

    @cached_property
    def outline(self) -> Outline:
        """What it says of itself."""
        return Outline(self.path, self.heading, next(iter(self.meta("description")), ""))

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """What the pages that it names say of themselves, and what it says; without the home page of its language, nothing."""
        others = self.site.outlines(self.path)
        return others | {self.path: self.outline} if counterpart("index.html", language_of(self.path)) in others else {}

    @cached_property
    def article(self) -> LexborNode | None:
        """What the page is about, without menus: the article, or else the main part."""
        found = self.by_tag["article"] or self.by_tag["main"]
        return found[0].node if found else None

    def nodes(self, kind: str) -> list[LexborNode]:
        """Return the nodes of a tag and class, as "nav.languages"; found among the elements, without asking the whole tree."""
        tag, _, name = kind.partition(".")
        return [element.node for element in self.by_tag[tag] if name in element.get("class").split()]

    @cached_property
    def words(self) -> str:
        """The words of the article."""
        return self.article.text(separator=" ") if self.article is not None else ""

    @cached_property
    def unspaced(self) -> str:
        """The letters of the article, without spaces: what joins the texts of two elements is not what joins them elsewhere."""
        return unspaced(self.words)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the page."""
        return frozenset(element.get("id") for element in self.by_attribute["id"])

    @cached_property
    def headings(self) -> list[tuple[LexborNode, str]]:
        """Each heading of the article, or else of the page, with its words."""
        root = self.article or self.tree.body
        return [(node, node.text()) for node in root.css(HEADINGS)] if root is not None else []

    @cached_property
    def link_words(self) -> list[tuple[Element, str]]:
        """Each <a> with its words."""
        return [(element, element.node.text().strip()) for element in self.by_tag["a"]]

    @cached_property
    def navs(self) -> dict[str, list[Element]]:
        """The links of each <nav>, by its class."""
        links, found = iter(self.by_tag["a"]), defaultdict(list)
        for nav in self.by_tag["nav"]:
            inside = nav.node.css("a")
            first = inside[0].mem_id if inside else None
            start = next((link for link in links if link.node.mem_id == first), None) if inside else None
            found[nav.get("class")] += [start, *islice(links, len(inside) - 1)] if start else []
        return found

    @cached_property
    def passages(self) -> list[tuple[Element, str]]:
        """Each element that says its language, with its words; without those of <html>, which are the whole page."""
        marked = self.by_attribute["lang"]
        return [(element, element.node.text(separator=" ") if element.tag != "html" else "") for element in marked]

    @cached_property
    def _meta(self) -> dict[tuple[str, str], list[str]]:
        found = defaultdict(list)
        for meta in self.by_tag["meta"]:
            for key in ("name", "property"):
                found[key, meta.get(key).lower()].append(meta.get("content"))
        return found

    def meta(self, name: str, key: str = "name") -> list[str]:
        """Return the contents of the <meta> elements of a name."""
        return self._meta.get((key, name), [])

    def links(self, rel: str) -> list[Element]:
        """Return the <link> elements of a relation."""
        return [link for link in self.by_tag["link"] if rel in link.get("rel").split()]

    @cached_property
    def addresses(self) -> tuple[Link, ...]:
        """All that the page names, each once."""
        return tuple(dict.fromkeys((*self._in_attributes(), *self.in_styles())))

    def _in_attributes(self) -> Iterator[Link]:
        for name in ADDRESSES:
            for element in self.by_attribute.get(name, ()):
                value = element.attributes[name] or ""
                for address in _candidates(value) if name in SEVERAL else (value.strip(),):
                    yield element.tag, name, address

    def in_styles(self) -> Iterator[Link]:
        """Yield what the styles that stand in the page name."""
        for name in STYLED:
            for element in self.by_attribute.get(name, ()):
                yield from ((element.tag, name, address) for address in CSS_URL.findall(element.get(name)))
        for style in self.by_tag.get("style", ()):
            yield from (("style", "style", address) for address in css_addresses(style.node.text()))

    def leads(self, address: str) -> tuple[str, str] | None:
        """Return file and id that an address leads to; None where it leads out of the site. Each is resolved once."""
        if address not in self._leads:
            self._leads[address] = self.site.resolve(self.path, address)
        return self._leads[address]

    def problem(self, rule: str, message: str, fix: str = "", near: Element | str = "") -> Problem:
        """Return a problem of the page, at the place of its source that made `near`: an element, or "title" and such."""
        root = self.site.root
        problem = Problem(*find_place(root, self.path, self.tree, near), rule, f"{message} (site/{self.path})", fix)
        node = self.tree.css_first(HEAD.get(near, "title")) if isinstance(near, str) else near.node
        if self.path != NOT_FOUND and (template := node and in_template(root, node)):
            self.site.templates[problem] = template
        return problem

    def problem_at(self, link: Link, rule: str, message: str, fix: str = "") -> list[Problem]:
        """Return a problem at each element that has this tag, attribute and address."""
        tag, name, address = link
        found = [element for element in self.by_tag[tag] if address in (element.attributes.get(name) or "").strip()]
        exact = [element for element in found if (element.attributes.get(name) or "").strip() == address]
        return [self.problem(rule, message, fix, element) for element in exact or found[:1] or [""]]


def plain_text(element: Element | LexborNode) -> str:
    """Return the words of an element, with single spaces, without the mark that leads to a heading."""
    node = element.node if isinstance(element, Element) else element
    return " ".join(node.text().removesuffix("#").split())


def css_addresses(text: str) -> list[str]:
    """Return the addresses that a style sheet names, each once."""
    return list(dict.fromkeys((*CSS_URL.findall(text), *CSS_IMPORT.findall(text))))


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.split()]
