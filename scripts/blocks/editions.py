"""Blocks of the downloads page: what can be taken away, as downloads.py and editions.yml name it."""

from __future__ import annotations

import posixpath
from html import escape

from downloads import ALL, FOLDER, list_files
from languages import NAMES
from problems import suggest
from records import Data
from sitecheck.resolve import built_folder

GROUPS = ("read", "teach", "data")


def write_editions(data: Data, page, group: str) -> str:
    """The downloads of a group, each with its files; scripts/finish/downloads.py writes size, date and checksum beside them."""
    if group not in GROUPS:
        raise ValueError(f"there is no group {group}, only {', '.join(GROUPS)}")
    records = [record for record in data["editions"].values() if record.own["group"] == group]
    return "\n".join(_edition(record, page) for record in records)


def _edition(record, page) -> str:
    name, text = (escape(record.text(page.language, key), quote=False) for key in ("name", "text"))
    if record.id not in ALL:
        raise KeyError(f"docs/_data/editions.yml names {record.id}, which is not made{suggest(record.id, ALL)}")
    files = "\n".join(_file(file, language, page) for file, language in list_files(record.id).items())
    return f'<div class="edition">\n<p><b>{name}</b><br>{text}</p>\n<ul>\n{files}\n</ul>\n</div>'


def _file(file: str, language: str, page) -> str:
    address = posixpath.relpath(f"{FOLDER}/{file}", built_folder(page) or ".")
    label = f'<span lang="{language}">{NAMES[language]}</span>' if language else file
    mark = f' hreflang="{language}"' if language else ""
    return f'<li><a href="{address}" download{mark}>{label}</a> <span class="facts"></span></li>'
