"""Pages without the spaces, quotation marks and comments that browsers do not need."""

from __future__ import annotations

import minify_html


def minify(html: str) -> str:
    """Return the page made small. End tags stay: people read the source, and programs count on them."""
    return minify_html.minify(html, keep_closing_tags=True, keep_html_and_head_opening_tags=True, minify_css=True)
