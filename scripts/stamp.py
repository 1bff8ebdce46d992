"""The stamp that a build and every edition carries: which state of the project it was made from."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from problems import CannotCheck

# An archive of the repository, such as GitHub's ZIP, has no git in it: there git itself writes the commit into this file.
ARCHIVED = Path(".commit")


@dataclass(frozen=True)
class Stamp:
    """The last commit, in seven digits, and its time in seconds; "" and 0 where neither git nor an archive knows it."""

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
    """Return the stamp of a project, with "dirty" where a file differs from its commit; in an archive that is not known.

    Tags are not asked: a clone may have them or not, and one commit gives the same bytes in both. Raises CannotCheck where git
    does not answer, since the folder belongs to another user.
    """

    def ask(*words: str) -> str:
        try:
            done = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True)
        except FileNotFoundError:  # who takes an archive may have no git
            return ""
        if "safe.directory" in done.stderr:
            raise CannotCheck(
                f"{root} belongs to another user, so git does not say which commit it is: "
                f"`git config --global --add safe.directory {root.resolve()}`"
            )
        return done.stdout.strip()

    seconds = ask("log", "-1", "--format=%ct")
    if not seconds:
        return _read_archived(root / ARCHIVED)
    commit, _, dirty = ask("describe", "--always", "--dirty", "--exclude=*", "--abbrev=40").partition("-")
    return Stamp(commit[:7] + (f"-{dirty}" if dirty else ""), int(seconds))


def _read_archived(file: Path) -> Stamp:
    """Return what git wrote into the file when it made the archive; in a clone, or without the file, nothing is known."""
    written = re.match(r"([0-9a-f]{7})[0-9a-f]+ (\d+)$", file.read_text(encoding="utf-8")) if file.is_file() else None
    return Stamp(written[1], int(written[2])) if written else Stamp("", 0)
