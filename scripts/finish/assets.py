"""Files that pages load: which, and how to put one in the place of several."""

from __future__ import annotations

import posixpath
import re


def resolve(path: str, address: str) -> str:
    """Return the file of the site that a relative address on a page names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address.partition("?")[0]))


def relative(path: str, file: str) -> str:
    """Return the address of a file of the site, relative to a page."""
    return posixpath.relpath(file, posixpath.dirname(path) or ".")


def named(path: str, html: str, link: re.Pattern) -> list[str]:
    """Return the files that a page loads by such links, in order."""
    return [resolve(path, match["address"]) for match in link.finditer(html)]


def common(pages: dict[str, str], link: re.Pattern) -> list[str]:
    """Return the files that every page loads, of those pages that load any, in order."""
    lists = [files for path, html in pages.items() if (files := named(path, html, link))]
    return [file for file in lists[0] if all(file in files for files in lists)] if lists else []


def link_one(path: str, html: str, link: re.Pattern, files: list[str], one: str, file: str) -> str:
    """Return the page with one link to `file` in the place of the first of those to `files`, and without the others."""
    links = [match[0] for match in link.finditer(html) if resolve(path, match["address"]) in files]
    for number, each in enumerate(links):
        html = html.replace(each, one.format(relative(path, file)) if number == 0 else "", 1)
    return html
