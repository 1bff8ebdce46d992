"""Sections of the menu have names that screen readers can say: the theme names them by a label that holds only an icon."""

from __future__ import annotations

import re

SECTION = re.compile(
    r'aria-labelledby="__nav_\d+_label"(?P<rest>[^>]*>\s*<label class="md-nav__title"[^>]*>\s*<span[^>]*></span>\s*(?P<name>[^<]+?)\s*</label>)'
)


def name_sections(html: str) -> str:
    """Return the page with each section of the menu named by its title."""
    return SECTION.sub(r'aria-label="\g<name>"\g<rest>', html)
