"""Rules about published data."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from problems import Problem, suggest

from sitecheck.built import BuiltSite
from sitecheck.rules.built.files import MAP

POINTERS = ("location", "address", "url", "href", "link", "page", "path", "schema")
JSON, XML, OTHER = (".json", ".webmanifest", ".jsonld"), (".xml", ".tmx", ".tbx", ".svg"), (".csv",)
HERE_IN_TEXT = re.compile(r"https?://(?:localhost|127\.\d|0\.0\.0\.0|192\.168\.|[\w.-]+\.local\b)[^\s\"'<>)]*")


def data_leads(site: BuiltSite) -> Iterator[Problem]:
    """Published data is valid JSON or XML, and every address in it leads to a page and an id that exist, those of its record.

    In site/law.json
    wrong: "address": "law/#lew"
    right: "address": "law/#law"
    """
    for path in sorted(
        name for name in site.files if name.endswith(JSON + XML + OTHER) and not name.startswith("assets/vendor/")
    ):
        text = site.read(path)
        for fault in _data_faults(site, path, text):
            yield site.problem(path, "data-leads", *fault)


def _data_faults(site: BuiltSite, path: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a file of data."""
    pointers = dict.fromkeys(_own_addresses(site.address, text))
    try:
        if path.endswith(JSON):
            data = json.loads(text)
            pointers |= dict.fromkeys(_pointers(data))
            yield from _record_faults(site, data)
        elif path.endswith(XML) and path != MAP:  # `sitemap-whole` reads it
            ElementTree.fromstring(text)
    except (ValueError, ElementTree.ParseError) as error:
        yield f"not valid {'JSON' if path.endswith(JSON) else 'XML'}: {error}", "`make site`"
    for address in pointers if path != MAP else ():
        if fault := _pointer_fault(site, posixpath.join(posixpath.dirname(path), "index.html"), address):
            yield fault
    if here := HERE_IN_TEXT.search(text):
        yield (
            f"an entry leads to {here[0]}, which exists only on the author's machine",
            "`make site` with the address of the site",
        )


def _own_addresses(own: str, text: str) -> Iterator[str]:
    """Yield the addresses of this site in a text of any kind; one with another scheme leads out of it."""
    if own:
        name = re.escape(own.partition(":")[2])
        yield from (html.unescape(address) for address in re.findall(rf"https?:{name}[^\s\"'<>(){{}}\\]*", text))


def _record_faults(site: BuiltSite, data: object) -> Iterator[tuple[str, str]]:
    """Yield the records whose address is that of another: law:p4 stands at law/#p4."""
    for record in data.get("records", ()) if isinstance(data, dict) else ():
        id, address = (record.get(key, "") for key in ("id", "address")) if isinstance(record, dict) else ("", "")
        found = site.resolve("index.html", address) if ":" in id and address else None
        wanted = id.replace(":", "/#")
        if found and f"{site.place(found[0])}#{found[1]}" != wanted:
            yield f"the record {id} leads to {address}", f"its address is {site.address}{wanted}"


def _pointers(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in POINTERS and isinstance(value, str))
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _pointers(value)


def _pointer_fault(site: BuiltSite, path: str, address: str) -> tuple[str, str] | None:
    found = site.resolve(path, address) if address else ("index.html", "")
    if found is None and site.address and address.startswith("http:" + site.address.partition(":")[2]):
        return f"an entry leads to {address}, which is not encrypted", f"write {address.replace('http:', 'https:', 1)}"
    if found is None or re.search(r"\s", address):
        return None
    file, id = found
    if file not in site.files:
        return f"an entry leads to {address}, which does not exist", f"no such file was built{suggest(file, site.files)}"
    if id and file in site.pages and id not in site.pages[file].ids:
        return f"an entry leads to {address}: there is no #{id}", f"{file} has no such id{suggest(id, site.pages[file].ids)}"
    return None
