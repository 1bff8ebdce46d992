"""The status line: how long ago were the sources read?"""

from __future__ import annotations

from datetime import date

from records import Data
from sitecheck.rules.facts import HALF_A_YEAR


def look_at_status(data: Data, today: date) -> tuple[str, list[str]]:
    """Return how old the status line is and, where that is more than half a year, what to do."""
    checked = date.fromisoformat(str(data["validity"]["status"].own["checked"]))
    age = today - checked
    faults = ["read the sources again and write the day into docs/_data/validity.yml"] if age > HALF_A_YEAR else []
    return f"the status line is {age.days} days old: sources were read up to {checked}", faults
