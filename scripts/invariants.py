"""What a translation must share with its source, whatever its words: numbers, months, citations and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from dates import find_months
from languages import LANGUAGES, SOURCE
from sitecheck.resolve import is_outside

if TYPE_CHECKING:
    from translations import Pair

NUMBER = re.compile(r"\d+(?:[ \u00a0,]\d{3})*(?:-[IVXLC]+\b)?")  # an act number, 149-VI, is one
DIGITS = re.compile(r"\d+(?:-[IVXLC]+\b)?\s?")
OTHER_LANGUAGE = re.compile(rf"\.\./(?:{'|'.join(LANGUAGES)})/")
FILE_LANGUAGE = re.compile(rf"-(?:{'|'.join(LANGUAGES)})(?=\.\w+$)")
TOLD = re.compile(r"\?with=[^#]*")  # opens a page side by side with another language
ADDRESS = re.compile(r"\]\((<[^<>\s]*>|(?:[^()\s]|\([^()\s]*\))+)(?:\s+\"[^\"\n]*\")?\)")
CITATION = re.compile(r"\[¶\d+\]\([^)\s]+\)")


def differing_invariants(pair: Pair) -> str:
    """Return what must be equal in both languages and is not: numbers, months, citations; "" where all is equal."""
    return _differing("citations and links", pair, partial(_targets, pair.unit)) or differing_numbers(pair)


def _targets(unit: str, text: str) -> list[str]:
    return [without_language(unit, address) for address in ADDRESS.findall(text)]


def without_language(unit: str, address: str) -> str:
    """Return what an address on a page leads to, in whichever language: ../ru/law.md, law.md and law.md?with=ru are one page."""
    address = address.strip("<>")
    if is_outside(address):
        return address
    path, mark, id = TOLD.sub("", OTHER_LANGUAGE.sub("", address)).partition("#")
    return any_language(normpath(join(dirname(unit), path)) if path else unit) + mark + id


def any_language(name: str) -> str:
    """Return a file's name without the language that it may end with: law-kk.pdf and law-ru.pdf are one."""
    return FILE_LANGUAGE.sub("", name)


def differing_numbers(pair: Pair) -> str:
    """Return which numbers or months differ between source and translation; "" where all are equal."""
    theirs, ours = (DIGITS.findall(text) for text in (pair.source, pair.translation))
    fault = ""
    if theirs != ours and sorted(map(str.strip, theirs)) != sorted(map(str.strip, ours)):
        fault = _differing("numbers", pair, _numbers)
    dated = any(len(number) > 3 or not number.isdigit() for number in (*theirs, *ours))  # most are those of citations
    return fault or (_differing("months", pair, _months) if dated else "")


def _differing(what: str, pair: Pair, find: Callable[[str], list[str]]) -> str:
    theirs, ours = (find(text) for text in (pair.source, pair.translation))
    if theirs == ours:
        return ""
    missing, more = ([*(Counter(a) - Counter(b)).elements()] for a, b in ((theirs, ours), (ours, theirs)))
    if not missing and not more:
        missing, more = theirs, ours  # the order differs
    return f"{what} differ: {SOURCE} has {', '.join(missing) or 'none'}, {pair.language} has {', '.join(more) or 'none'}"


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text, sorted, without grouping; those of citations and addresses do not count."""
    bare = ADDRESS.sub("]", CITATION.sub("", text))
    return sorted(re.sub(r"[ \u00a0,]", "", number) for number in NUMBER.findall(bare))


def _months(text: str) -> list[str]:
    return sorted(find_months(text), key=int)
