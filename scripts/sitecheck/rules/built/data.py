"""Rules about published data."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator

from problems import Problem, suggest

from sitecheck.built import BuiltSite

POINTERS = ("location", "address", "url", "href", "link", "page", "path")


def data_leads(site: BuiltSite) -> Iterator[Problem]:
    """Published data is valid JSON, and every address in it leads to a page and an id that exist.

    In site/law.json
    wrong: "address": "law/#lew"
    right: "address": "law/#law"
    """
    for path in sorted(name for name in site.files if name.endswith((".json", ".webmanifest", ".jsonld"))):
        if path.startswith("assets/vendor/"):
            continue
        try:
            data = json.loads(site.read(path))
        except ValueError as error:
            yield site.problem(path, "data-leads", f"not valid JSON: {error}", "`make site`")
            continue
        for address in dict.fromkeys(_pointers(data)):
            if fault := _pointer_fault(site, posixpath.join(posixpath.dirname(path), "index.html"), address):
                yield site.problem(path, "data-leads", *fault)


def _pointers(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in POINTERS and isinstance(value, str))
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _pointers(value)


def _pointer_fault(site: BuiltSite, path: str, address: str) -> tuple[str, str] | None:
    found = site.resolve(path, address) if address else ("index.html", "")
    if found is None or re.search(r"\s", address):
        return None
    file, id = found
    if file not in site.files:
        return f"an entry leads to {address}, which does not exist", f"no such file was built{suggest(file, site.files)}"
    if id and file in site.pages and id not in site.pages[file].ids:
        return f"an entry leads to {address}: there is no #{id}", f"{file} has no such id{suggest(id, site.pages[file].ids)}"
    return None
