"""A problem: one thing that is wrong, where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault.

    `file` is relative to the project, `line` and `column` count from 1 (0: the whole file);
    `fix` says what exists instead and how to mend the fault.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.rule}: {self.message}" + (f"\n    fix: {self.fix}" if self.fix else "")


class CannotCheck(Exception):
    """The work could not be done at all: the command reports the message and exits with 2."""


def suggest(wrong: str, existing: Iterable[str]) -> str:
    """Return "; did you mean X?" for the nearest of `existing`, or an empty string."""
    near = get_close_matches(wrong, list(existing), n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""
