"""Links between the languages in the page's head: full addresses, and x-default for the source language.

The i18n plugin writes them relative and without x-default; search engines want full ones.
"""

from __future__ import annotations

import posixpath
import re

from languages import LANGUAGES, SOURCE, TRANSLATIONS

LINK = re.compile(r"\s*<link rel=\"alternate\"[^>]*hreflang=[^>]*>")
NOT_FOUND = "404.html"


def language_of(path: str) -> str:
    """Return the language of a page of the built site: the source language stands at the root."""
    first = path.partition("/")[0]
    return first if first in TRANSLATIONS else SOURCE


def counterpart(path: str, language: str) -> str:
    """Return the path of the same page in another language."""
    own = language_of(path)
    bare = path if own == SOURCE else path.partition("/")[2]
    return bare if language == SOURCE else f"{language}/{bare}"


def link_languages(html: str, path: str, address: str) -> str:
    """Write the page's hreflang links anew; without an address they are relative. The 404 page has none."""
    html = LINK.sub("", html)
    if path == NOT_FOUND:
        return html
    links = "".join(
        f'\n      <link rel="alternate" hreflang="{code}" href="{_address(path, counterpart(path, language), address)}">'
        for code, language in (*((language, language) for language in LANGUAGES), ("x-default", SOURCE))
    )
    return html.replace("</head>", f"{links}\n  </head>", 1)


def _address(path: str, other: str, address: str) -> str:
    other = re.sub(r"(^|/)index\.html$", r"\1", other)
    if address:
        return address + other
    relative = posixpath.relpath(other or ".", posixpath.dirname(path) or ".")
    return relative + "/" if other.endswith("/") or not other else relative
