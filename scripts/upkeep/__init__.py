"""Upkeep: what time does to a site that nobody changed. `make upkeep` prints the answer in Markdown.

Each look returns a sentence of what was looked at and a sentence for each fault. They need a network: a workflow runs them
once a week, no build does.
"""

from __future__ import annotations

MOST = 50  # faults of one look that are named: an issue holds 65,536 letters


def write_report(looks: dict[str, tuple[str, list[str]]]) -> str:
    """Return the report: a heading for each look, its sentence, its faults as a list of boxes to tick."""
    parts = []
    for title, (sentence, faults) in looks.items():
        named = faults[:MOST] + ([f"{len(faults) - MOST} more"] if len(faults) > MOST else [])
        boxes = "".join(f"\n- [ ] {fault}" for fault in named)
        parts.append(f"## {title}\n\n{sentence}" + (f"\n{boxes}" if boxes else ""))
    return "\n\n".join(parts)
