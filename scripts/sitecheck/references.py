"""Collect: what defines an id (targets) and what uses one (references)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitecheck.pages import HEADING_ID, Page

LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
WRITTEN_ID = re.compile(r"\{:?[^}\n]*?#([^\s}]+)[^}\n]*\}|<[a-z][^>]*\sid=\"([^\"]+)\"")
CODE = re.compile(r"`[^`\n]+`")


@dataclass(frozen=True)
class Reference:
    """A use of an address: `label` is the words of the link, `offset` where the link begins in its page."""

    page: Page
    label: str
    address: str
    offset: int
    generated: bool

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column of the link."""
        return self.page.file, *self.page.place(self.offset)


@dataclass(frozen=True)
class Target:
    """A definition of an id."""

    page: Page
    id: str
    offset: int
    generated: bool


def collect_references(page: Page) -> list[Reference]:
    """Return the links and images of a page, in order."""
    return list(_references(page))


def _references(page: Page) -> Iterator[Reference]:
    for block in page.blocks:
        if block.kind.startswith("generated"):
            continue
        text = CODE.sub(lambda match: " " * len(match[0]), page.block_text(block))
        for match in LINK.finditer(text):
            yield Reference(page, match["label"], match["address"], block.start + match.start(), block.generated)


def collect_targets(page: Page) -> list[Target]:
    """Return the ids that a page defines, in order."""
    return [
        Target(page, match[1] or match[2], block.start + match.start(), block.generated)
        for block in page.blocks
        for match in WRITTEN_ID.finditer(page.block_text(block))
    ]


def heading_id(text: str) -> str:
    """Return the written id of a heading, or an empty string."""
    match = HEADING_ID.search(text)
    return match[1] if match else ""
