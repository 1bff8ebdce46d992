"""Open data: the records as JSON with a schema, as CSV for spreadsheets, as TMX and TBX for translators."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

from languages import LANGUAGES, SOURCE
from records import SCHEMAS, Data, Record
from stamp import Stamp

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# The pages that show a file's records, each at its own id.
PAGES = {"law": "law/#", "glossary": "glossary/#", "quiz": "quiz/#"}
ALIGNED = ("law", "glossary")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BOM = "\ufeff"  # without it spreadsheets take UTF-8 for another code
_WORD, _WORDS = {"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string", "minLength": 1}}
SHARED = {
    "digest": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
    "group": _WORD,
    "kind": _WORD,
    "read": _WORD,
    "chosen": {"type": "boolean"},
    "answer": {**_WORDS, "minItems": 1},
    "paragraphs": {"type": "array", "items": {"type": "string", "pattern": "^p[0-9]+$"}},
}


def write_table(file: str, data: Data, stamp: Stamp, address: str) -> bytes:
    """Return a file of open data, by its name: law.json, glossary.csv; `address` is where the site will stand, or ""."""
    name, _, form = file.partition(".")
    match form:
        case "json":
            return write_json(name, data[name], stamp, address)
        case "schema.json":
            return write_schema(name, stamp)
        case "csv":
            return write_csv(name, data[name], stamp)
        case "tmx":
            return write_tmx({name: data[name] for name in ALIGNED}, stamp)
        case "tbx":
            return write_tbx(data[name], stamp)
    raise ValueError(f"nothing writes {file}")


def write_json(name: str, records: dict[str, Record], stamp: Stamp, address: str) -> bytes:
    """Return the records of a data file as JSON, in their order."""
    data = {
        "name": name,
        "version": stamp.version,
        "licence": LICENCE,
        "note": "The Kazakh texts of the Law are the source and belong to nobody; Russian and English are unofficial translations.",
        "schema": f"{name}.schema.json",
        "records": [_plain(name, record, address) for record in records.values()],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _plain(name: str, record: Record, address: str) -> dict:
    place = {"address": address + PAGES[name] + record.id} if address else {}
    own = {key: value.replace(".md#", "/#") if key == "read" else value for key, value in record.own.items()}
    return {"id": f"{name}:{record.id}", **place, **own, **{language: record.texts[language] for language in LANGUAGES}}


def write_schema(name: str, stamp: Stamp) -> bytes:
    """Return the JSON Schema (draft 2020-12) of what `write_json` gives."""
    schema = SCHEMAS[name]
    texts = {
        "type": "object",
        "properties": {key: {"type": "string", "minLength": 1} for key in schema.texts},
        "required": [key for key in schema.texts if key not in schema.optional],
        "additionalProperties": False,
    }
    record = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": f"^{name}:[a-z0-9.-]+$"},
            "address": {"type": "string", "format": "uri"},
            **{key: SHARED[key] for key in schema.shared},
            **{language: {"$ref": "#/$defs/texts"} for language in LANGUAGES},
        },
        "required": ["id", *(key for key in schema.shared if key not in schema.optional), *LANGUAGES],
        "additionalProperties": False,
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": stamp.version,
        "title": name,
        "type": "object",
        "properties": {
            "name": {"const": name},
            **{key: {"type": "string"} for key in ("version", "licence", "note", "schema")},
            "records": {"type": "array", "minItems": 1, "items": record},
        },
        "required": ["name", "version", "licence", "note", "schema", "records"],
        "additionalProperties": False,
        "$defs": {"texts": texts},
    }
    return (json.dumps(whole, indent=1) + "\n").encode()


def write_csv(name: str, records: dict[str, Record], stamp: Stamp) -> bytes:
    """Return the records as a table: the id, then each text in each language, side by side."""
    keys = SCHEMAS[name].texts
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["id", *(f"{key} ({language})" for key in keys for language in LANGUAGES), "version", "licence"])
    for record in records.values():
        texts = [record.text(language, key) for key in keys for language in LANGUAGES]
        table.writerow([f"{name}:{record.id}", *texts, stamp.version, LICENCE])
    return (BOM + out.getvalue()).encode()


def write_tmx(files: dict[str, dict[str, Record]], stamp: Stamp) -> bytes:
    """Return every text of the given files beside its translations, as TMX 1.4b."""
    tmx = ElementTree.Element("tmx", version="1.4")
    ElementTree.SubElement(
        tmx,
        "header",
        {
            "creationtool": "editions",
            "creationtoolversion": stamp.version,
            "segtype": "paragraph",
            "o-tmf": "yaml",
            "adminlang": "en",
            "srclang": SOURCE,
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(tmx, "body")
    for id, texts in _aligned(files):
        unit = ElementTree.SubElement(body, "tu", tuid=id)
        for language, text in texts.items():
            segment = ElementTree.SubElement(ElementTree.SubElement(unit, "tuv", {LANG: language}), "seg")
            segment.text = text
    return _xml(tmx, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _aligned(files: dict[str, dict[str, Record]]) -> Iterator[tuple[str, dict[str, str]]]:
    for name, records in files.items():
        for record in records.values():
            for key in SCHEMAS[name].texts:
                if record.text(SOURCE, key):
                    yield f"{name}:{record.id}.{key}", {language: record.text(language, key) for language in LANGUAGES}


def write_tbx(glossary: dict[str, Record], stamp: Stamp) -> bytes:
    """Return the glossary as TBX: a concept with its definition and name in each language."""
    tbx = ElementTree.Element("martif", {"type": "TBX", LANG: SOURCE})
    header = ElementTree.SubElement(ElementTree.SubElement(tbx, "martifHeader"), "fileDesc")
    ElementTree.SubElement(ElementTree.SubElement(header, "sourceDesc"), "p").text = f"Version {stamp.version}. {LICENCE}"
    body = ElementTree.SubElement(ElementTree.SubElement(tbx, "text"), "body")
    for record in glossary.values():
        concept = ElementTree.SubElement(body, "termEntry", id=record.id)
        for language in LANGUAGES:
            own = ElementTree.SubElement(concept, "langSet", {LANG: language})
            ElementTree.SubElement(own, "descrip", type="definition").text = record.text(language, "definition")
            ElementTree.SubElement(ElementTree.SubElement(own, "tig"), "term").text = record.text(language, "term")
    return _xml(tbx, '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">')


def _xml(root: ElementTree.Element, doctype: str) -> bytes:
    ElementTree.indent(root, space=" ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()
