"""The stamp that every edition carries: which state of the project it was made from."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """The commit that an edition was made from, its time in seconds, and the address of the site, or ""."""

    commit: str
    seconds: int
    address: str

    @property
    def day(self) -> str:
        """The day of the commit, YYYY-MM-DD."""
        return datetime.fromtimestamp(self.seconds, UTC).date().isoformat()

    @property
    def version(self) -> str:
        """The day and the commit: what tells two editions apart."""
        return f"{self.day} ({self.commit})" if self.commit else self.day


def read_stamp(root: Path, address: str) -> Stamp:
    """Return the stamp of the last commit; outside git, of the epoch."""
    done = subprocess.run(["git", "-C", root, "log", "-1", "--format=%h %ct"], capture_output=True, text=True)
    commit, _, seconds = done.stdout.strip().partition(" ")
    return Stamp(commit, int(seconds or 0), address)


@contextmanager
def fixed_time(stamp: Stamp) -> Iterator[None]:
    """Let the programs that are run meanwhile take the stamp's time for now, so that they give the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(stamp.seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
