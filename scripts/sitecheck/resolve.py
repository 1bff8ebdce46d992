"""Resolve: the only place that knows how an address in a page leads to another page or file."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import lru_cache
from sys import intern
from urllib.parse import unquote

from languages import LANGUAGES, SOURCE, TRANSLATIONS

from sitecheck.pages import Page

OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_outside(address: str) -> bool:
    """Tell whether an address leads out of the site."""
    return bool(OUTSIDE.match(address))


def resolve(page: Page, address: str, kind: str = "link") -> tuple[str, str, str]:
    """Return language, page name and id that an address in a page leads to.

    The language is empty where the address leads out of the languages' folders: to a file of all languages such as
    "assets/site.css", or nowhere ("../…"). The id is empty without `#`. Addresses of kind "html" start at the built page.
    """
    path, _, id = address.partition("#")
    if "%" in address or "?" in address:
        path, id = unquote(path).partition("?")[0], unquote(id)
    if not path:
        return page.language, page.name, id
    if kind == "html":
        return *page_at(posixpath.join(built_folder(page), path)), id
    language, name = _page_from(f"{page.language}/{page.name[: page.name.rfind('/') + 1]}", path)
    return language, name, intern(id) if language else id


@lru_cache(maxsize=256)
def _page_from(folder: str, path: str) -> tuple[str, str]:
    """Return language and page name that a path in a folder of docs/ leads to; of anything else, no language and the path."""
    full = posixpath.normpath(path if path[0] == "/" else folder + path)
    language, _, name = full.partition("/")
    return (language, intern(name)) if language in LANGUAGES else ("", intern(full))


def address_from(page: Page, name: str, id: str = "", kind: str = "link") -> str:
    """Return what a page must write to lead to a page of its own language; of kind "html", in raw HTML."""
    if kind == "html":
        here, there = (folder_of(page.language, each) or "." for each in (page.name, name))
        path = f"{posixpath.relpath(there, here)}/"
    else:
        path = posixpath.relpath(name, posixpath.dirname(page.name) or ".") if name != page.name else ""
    return path + (f"#{id}" if id else "")


def built_folder(page: Page) -> str:
    """Return the folder of the built site where a page stands: "" for the home page."""
    return folder_of(page.language, page.name)


def folder_of(language: str, name: str) -> str:
    """Return the folder of the built site where a page of a language stands."""
    name = name.removesuffix(".md")
    name = posixpath.dirname(name) if posixpath.basename(name) == "index" else name
    return posixpath.join("" if language == SOURCE else language, name)


def page_at(full: str) -> tuple[str, str]:
    """Return language and page name of a path of the built site; of a file, no language and the path."""
    full = posixpath.normpath(full).removesuffix("index.html").rstrip("/")
    if full.startswith("..") or "." in posixpath.basename(full) and full != ".":
        return "", full
    first, _, rest = full.partition("/")
    language, name = (first, rest) if first in TRANSLATIONS else (SOURCE, "" if full == "." else full)
    return language, f"{name or 'index'}.md"


def same_letters(one: str, other: str) -> bool:
    """Tell whether two names differ only in letter case or in how their letters are composed."""
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()
