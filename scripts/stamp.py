"""The stamp that a build and every edition carries: which state of the project it was made from."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """The last commit, as git describes it, and its time in seconds; "" and 0 outside git."""

    commit: str
    seconds: int

    @property
    def time(self) -> datetime:
        """The time of the commit: the same commit gives the same bytes."""
        return datetime.fromtimestamp(self.seconds, UTC)

    @property
    def day(self) -> str:
        """The day of the commit, YYYY-MM-DD."""
        return self.time.date().isoformat()

    @property
    def version(self) -> str:
        """The day and the commit: what tells two editions apart."""
        return f"{self.day} ({self.commit})" if self.commit else self.day


def read_stamp(root: Path) -> Stamp:
    """Return the stamp of a project: with the nearest tag if there is one, and "dirty" where a file differs from its commit."""

    def ask(*words: str) -> str:
        return subprocess.run(["git", "-C", root, *words], capture_output=True, text=True).stdout.strip()

    seconds = ask("log", "-1", "--format=%ct")
    return Stamp(ask("describe", "--always", "--dirty", "--tags", "--abbrev=7"), int(seconds or 0))
