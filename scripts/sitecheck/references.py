"""Collect: what defines an id (targets) and what uses one (references)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from sitecheck.pages import HEADING_ID, Page

LABEL = r"(?P<label>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)"
IMAGE = r"(?:(?<=!\[)(?P<image>))?"  # looks back: a pattern that begins with one sure character is found ten times as fast
LINK = re.compile(
    rf"\[{IMAGE}{LABEL}\]\([ \t\n]*(?P<address><[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\s*\)"
    r"(?P<attributes>\{:?[^}\n]*\})?"
)
LABELLED = re.compile(rf"\[{IMAGE}{LABEL}\]\[(?P<name>[^\[\]\n]*)\](?P<attributes>\{{:?[^}}\n]*\}})?")
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:\s*(?P<address>\S+)", re.MULTILINE)
HTML = re.compile(
    r"\s(?P<attribute>href|src|poster|action|formaction|data)=(?P<quote>[\"'])(?P<address>.*?)(?P=quote)", re.DOTALL
)
ADDRESSED = re.compile(r"(?:href|src|poster|action|data)=")
TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
WRITTEN_ID = re.compile(r"\{:?[^}\n]*?#([^\s}]+)[^}\n]*\}|<[a-z][^>]*\sid=\"([^\"]+)\"")
CODE = re.compile(r"`[^`\n]+`|<!--.*?-->", re.DOTALL)
LANGUAGE = re.compile(r"\b(?:href)?lang=[\"']?(\w+)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A use of an address: `label` is the words of the link, `offset` where the link begins in its page.

    `kind` is "link", "image" or, for an address that MkDocs leaves as it is, "html". `language` is what the link says
    of the language of its target, or "".
    """

    page: Page
    label: str
    address: str
    offset: int
    generated: bool
    kind: str = "link"
    language: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column of the link."""
        return self.page.file, *self.page.place(self.offset)


@dataclass(frozen=True, slots=True)
class Target:
    """A definition of an id."""

    page: Page
    id: str
    offset: int
    generated: bool


def visible(text: str) -> str:
    """Return Markdown with code and comments replaced by spaces: no link stands there."""
    if "`" not in text and "<!" not in text:
        return text
    return CODE.sub(blank, text)


def blank(match: re.Match) -> str:
    """Return spaces for what was found; line breaks stay."""
    found = match[0]
    return " " * len(found) if "\n" not in found else re.sub(r"[^\n]", " ", found)


def collect_references(page: Page) -> list[Reference]:
    """Return the links and images of a page, in order."""
    return list(_references(page))


def _references(page: Page) -> Iterator[Reference]:
    text = visible(page.text) if "]:" in page.text else ""
    names = {match["name"].casefold(): match["address"] for match in DEFINITION.finditer(text)}
    for block in page.blocks:
        if block.kind.startswith("generated"):
            continue
        text = page.block_text(block)
        if "[" not in text and "<" not in text:
            continue
        text = visible(text)
        found = [
            *(_inline(text) if "](" in text else ()),
            *(_labelled(text, names) if names else ()),
            *(_html(text) if "=" in text and ADDRESSED.search(text) else ()),
        ]
        for offset, kind, label, address, language in sorted(found):
            yield Reference(page, intern(label), intern(address), block.start + offset, block.generated, kind, language)


def _inline(text: str) -> Iterator[tuple[int, str, str, str, str]]:
    for match in LINK.finditer(text):
        yield (*_start(match), match["label"], match["address"].strip("<>"), _language(match["attributes"]))


def _labelled(text: str, names: dict[str, str]) -> Iterator[tuple[int, str, str, str, str]]:
    for match in LABELLED.finditer(text):
        name = (match["name"] or match["label"]).casefold()
        if name in names:
            yield (*_start(match), match["label"], names[name], _language(match["attributes"]))


def _html(text: str) -> Iterator[tuple[int, str, str, str, str]]:
    for tag in TAG.finditer(text):
        for match in HTML.finditer(tag["rest"]):
            label = text[tag.end() :].partition("</")[0]
            yield tag.start(), "html", label, match["address"].strip(), _language(tag["rest"])


def _start(match: re.Match) -> tuple[int, str]:
    return (match.start(), "link") if match["image"] is None else (match.start() - 1, "image")


def _language(attributes: str | None) -> str:
    match = LANGUAGE.search(attributes) if attributes else None
    return match[1] if match else ""


def collect_targets(page: Page) -> list[Target]:
    """Return the ids that a page defines, in order."""
    return [
        Target(page, intern(match[1] or match[2]), block.start + match.start(), block.generated)
        for block in page.blocks
        for text in (page.block_text(block),)
        if "#" in text or "id=" in text
        for match in WRITTEN_ID.finditer(text)
    ]


def heading_id(text: str) -> str:
    """Return the written id of a heading, or an empty string."""
    match = HEADING_ID.search(text)
    return match[1] if match else ""
