"""What a built page weighs: the files that a browser asks for on a first visit, in bytes after gzip.

The budgets are those of a page of some 600 words on a slow connection: what blocks the first paint fits into the first
ten packets (14 KB), a cold visit into 24 KB and four requests, the next page into 8 KB. A longer text may weigh what it
weighs beyond that: a page pays for its frame, not for its words.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from finish.assets import resolve
from selectolax.lexbor import LexborHTMLParser

TEXT = 4_000  # what the text of 600 words weighs by itself
BLOCKING, WHOLE, REQUESTS, SECOND = 14_000, 24_000, 4, 8_000
SHARES = {"page": 7_500, "style": 6_500, "script": 4_000, "picture": 6_000}  # of WHOLE; the first two of BLOCKING
ASKING = {
    "style": ("link[rel=stylesheet]", "href"),
    "script": ("script[src]", "src"),
    "picture": ("img", "src"),
}


@dataclass(frozen=True)
class Visit:
    """A first visit to a page: the files it asks for with their kinds, their weights, and the weight of its text alone."""

    path: str
    kinds: dict[str, str]
    weights: dict[str, int]
    text: int

    @property
    def allowance(self) -> int:
        """What the page may weigh more than others, since its text is long."""
        return max(0, self.text - TEXT)

    def weigh(self, *kinds: str) -> int:
        """Return what the files of some kinds weigh together; of all without any named."""
        return sum(weight for file, weight in self.weights.items() if not kinds or self.kinds[file] in kinds)

    def faults(self) -> list[str]:
        """Return what is over its budget, each with the file that takes most beyond its share."""
        blocking, own = self.weigh("page", "style"), self.weigh("page")
        sums = {
            "the first paint waits for {} bytes": (blocking, BLOCKING + self.allowance, ("page", "style")),
            "a first visit takes {} bytes": (self.weigh(), WHOLE + self.allowance, tuple(SHARES)),
            "the page itself takes {} bytes": (own, SECOND + self.allowance, ("page",)),
        }
        faults = [
            f"{self.path}: {words.format(weight)}, {limit} are allowed: {self._culprit(kinds)}"
            for words, (weight, limit, kinds) in sums.items()
            if weight > limit
        ]
        if len(self.weights) > REQUESTS:
            faults.append(f"{self.path}: {len(self.weights)} requests, {REQUESTS} are allowed: {', '.join(self.weights)}")
        return faults

    def _culprit(self, kinds: tuple[str, ...]) -> str:
        beyond = {
            file: weight - SHARES[self.kinds[file]] - (self.allowance if file == self.path else 0)
            for file, weight in self.weights.items()
            if self.kinds[file] in kinds
        }
        worst = max(beyond, key=beyond.get)
        return f"{worst} takes {self.weights[worst]}, its share is {self.weights[worst] - beyond[worst]}"


def visit(site: Path, path: str) -> Visit:
    """Return what a first visit to a page of the built site takes. Files of other hosts are not weighed: there are none."""
    html = (site / path).read_bytes()
    tree = LexborHTMLParser(html)
    kinds = {path: "page"}
    for kind, (selector, name) in ASKING.items():
        for node in tree.css(selector):
            address = node.attributes.get(name) or ""
            if not re.match(r"[a-z]+:|//", address):
                kinds[resolve(path, address)] = kind
    article = tree.css_first("article")
    text = len(gzip.compress(article.html.encode(), 9)) if article else 0
    return Visit(path, kinds, {file: packed(site / file) for file in kinds}, text)


@cache
def packed(file: Path) -> int:
    """Return the weight of a file after gzip."""
    return len(gzip.compress(file.read_bytes(), 9))
