"""A problem: one thing that is wrong, where it stands, and how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LOOK_ALIKES = str.maketrans("аеорсухіһјѕВЕКМНОРСТХАӘІУ", "aeopcyxihjsBEKMHOPCTXAƏIY")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault.

    `file` is relative to the project, `line` and `column` count from 1 (0: the whole file);
    `fix` says what exists instead and how to mend the fault. A warning is shown and fails nothing.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    fix: str = ""
    warning: bool = False

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        kind = "warning: " if self.warning else ""
        return f"{place}: {kind}{self.rule}: {self.message}" + (f"\n    fix: {self.fix}" if self.fix else "")


def find_faults(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that fail a check: all but the warnings."""
    return [problem for problem in problems if not problem.warning]


class CannotCheck(Exception):
    """The work could not be done at all: the command reports the message and exits with 2."""


def look(text: str) -> str:
    """Return how a text looks: lower case, composed, letters of both alphabets that look the same made one."""
    return unicodedata.normalize("NFC", text).translate(LOOK_ALIKES).lower()


def suggest(wrong: str, existing: Iterable[str]) -> str:
    """Return "; did you mean X?" for the nearest of `existing`, or an empty string."""
    names = {look(name): name for name in existing}
    near = get_close_matches(look(wrong), list(names), n=1, cutoff=0.5)
    return f"; did you mean {names[near[0]]}?" if near else ""
