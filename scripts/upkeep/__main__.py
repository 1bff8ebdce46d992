"""`make upkeep`: every look in turn, as one report. Exit status: 0 all is well, 1 something wants doing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from address import site_address
from records import load_data

from upkeep import write_report
from upkeep.outside import look_outside
from upkeep.packages import look_at_packages
from upkeep.published import look_published
from upkeep.status import look_at_status

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Look at everything and print the report."""
    site, address = ROOT / "site", site_address()
    looks = {
        "Outside addresses": look_outside(ROOT),
        "Published site": look_published(site, address),
        "Packages": look_at_packages(ROOT / "requirements.txt"),
        "Status line": look_at_status(load_data(ROOT), date.today()),
    }
    print(write_report(looks))
    return 1 if any(faults for _, faults in looks.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
