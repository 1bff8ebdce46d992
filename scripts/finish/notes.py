"""Notes on paragraphs and terms: for each language one script file, which a page loads when a reader asks for a note."""

from __future__ import annotations

from pathlib import Path

from languages import LANGUAGES, SOURCE
from records import Data, Record

from finish.pairs import write_script

NOTES = "assets/pairs/notes-{}.js"


def write_notes(folder: Path, address: str, data: Data) -> None:
    """Write what notes show, in each language, into the built folder; `address` is where the site will stand, or ""."""
    for language in LANGUAGES:
        notes = {
            "site": address,
            "law": "law/" if language == SOURCE else f"{language}/law/",
            "words": {id.removeprefix("note-"): data.word(id, language) for id in data["words"] if id.startswith("note-")},
            "source": SOURCE,
            "marks": {each: _mark(data, each, language) for each in LANGUAGES},
            "paragraphs": {id: _paragraph(record, language) for id, record in data["law"].items()},
            "terms": {id: _term(record, language) for id, record in data["glossary"].items()},
        }
        write_script(folder / NOTES.format(language), "notes", language, notes)


def _mark(data: Data, each: str, language: str) -> str:
    """Return what a quotation in a language is called: the source, or an unofficial translation."""
    return data.word(f"{'source' if each == SOURCE else 'translation'}-{each}", language)


def _paragraph(record: Record, language: str) -> dict:
    texts = {each: record.text(each) for each in LANGUAGES}
    return {"name": record.text(language, "name"), "kind": record.text(language, "kind"), "texts": texts}


def _term(record: Record, language: str) -> dict:
    names = {each: record.text(each, "term") for each in LANGUAGES}
    return {"names": names, "definition": record.text(language, "definition")}
