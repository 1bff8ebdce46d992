"""The stamp that a build and every edition carries: which state of the project it was made from."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from problems import CannotCheck


@dataclass(frozen=True)
class Stamp:
    """The last commit, in seven digits, and its time in seconds; "" and 0 outside git."""

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
    """Return the stamp of a project, with "dirty" where a file differs from its commit.

    Tags are not asked: a clone may have them or not, and one commit gives the same bytes in both. Raises CannotCheck where git
    does not answer, since the folder belongs to another user.
    """

    def ask(*words: str) -> str:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True)
        if "safe.directory" in done.stderr:
            raise CannotCheck(
                f"{root} belongs to another user, so git does not say which commit it is: "
                f"`git config --global --add safe.directory {root.resolve()}`"
            )
        return done.stdout.strip()

    seconds = ask("log", "-1", "--format=%ct")
    commit, _, dirty = ask("describe", "--always", "--dirty", "--exclude=*", "--abbrev=40").partition("-")
    return Stamp(commit[:7] + (f"-{dirty}" if dirty else ""), int(seconds or 0))
