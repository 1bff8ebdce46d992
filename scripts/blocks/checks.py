"""The block of the project page that says what the last check found: its place alone, since every commit changes what stands there."""

from __future__ import annotations

from records import Data

PLACE = '<div class="checks"></div>'  # scripts/finish/checks.py fills it when the site is built


def write_checks(data: Data, page) -> str:
    """The place of the last check, by language."""
    return PLACE
