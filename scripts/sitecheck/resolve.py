"""Resolve: the only place that knows how an address in a page leads to another page."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from languages import LANGUAGES

from sitecheck.pages import Page

OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_outside(address: str) -> bool:
    """Tell whether an address leads out of the site."""
    return bool(OUTSIDE.match(address))


def resolve(page: Page, address: str) -> tuple[str, str, str]:
    """Return language, page name and id that an address in a page leads to.

    The language is empty where the address climbs out of the languages' folders; the id is empty without `#`.
    """
    path, _, id = address.partition("#")
    path = unquote(path)
    if not path:
        return page.language, page.name, unquote(id)
    full = posixpath.normpath(posixpath.join(page.language, posixpath.dirname(page.name), path))
    language, _, name = full.partition("/")
    return (language, name, unquote(id)) if language in LANGUAGES else ("", full, unquote(id))
