"""What a page tells of a download: its size, its date and its checksum."""

from __future__ import annotations

import hashlib

from dates import write_date
from selectolax.lexbor import LexborNode

PLACE = "span.facts"  # scripts/blocks/editions.py writes it, empty, after the link to a file


def find_link(place: LexborNode) -> LexborNode | None:
    """Return the link that the facts stand beside."""
    return place.parent.css_first("a[download]")


def write_facts(content: bytes, day: str, language: str) -> str:
    """Return size, date and checksum of a file as HTML."""
    return (
        f"<span>{write_size(len(content), language)} · "
        f'<time class="unbroken" datetime="{day}">{write_date(day, language)}</time></span> '
        f"<span>SHA-256 <code>{hashlib.sha256(content).hexdigest()}</code></span>"
    )


def write_size(count: int, language: str) -> str:
    """Return a number of bytes as readers of a language write it: «1,2 МБ», "340 KB"."""
    kilobytes, megabytes = ("KB", "MB") if language == "en" else ("КБ", "МБ")
    if count < 1_000_000:
        number, unit = f"{count / 1000:.1f}" if count < 100_000 else f"{count / 1000:.0f}", kilobytes
    else:
        number, unit = f"{count / 1_000_000:.1f}", megabytes
    return f"{number if language == 'en' else number.replace('.', ',')}\N{NO-BREAK SPACE}{unit}"
