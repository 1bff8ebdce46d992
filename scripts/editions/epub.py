"""The e-book: chapters as EPUB 3 with what readers need to know of its accessibility."""

from __future__ import annotations

import uuid
from pathlib import Path

import yaml
from records import Data
from stamp import Stamp

from editions.chapters import Chapter, join_blocks
from editions.convert import convert

STYLE = Path(__file__).with_name("epub.css")


def make_epub(chapters: list[Chapter], language: str, data: Data, stamp: Stamp) -> bytes:
    """Return the e-book of one language."""
    metadata = {
        "title": chapters[0].title,
        "subtitle": data.word("edition-subtitle", language),
        "lang": language,
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'law-70-IV/{language}')}",
        "date": stamp.day,
        "rights": "CC BY 4.0",
        "description": f"{data.word('edition-independent', language)} {stamp.version}",
        "accessModes": ["textual"],
        "accessModesSufficient": ["textual"],
        "accessibilityFeatures": ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"],
        "accessibilityHazards": ["none"],
        "accessibilitySummary": data.word("edition-accessible", language),
        "toc-title": data.word("edition-contents", language),
    }
    files = {"metadata.yml": yaml.safe_dump(metadata, allow_unicode=True).encode(), "style.css": STYLE.read_bytes()}
    options = ["--metadata-file=metadata.yml", "--css=style.css", "--split-level=1", "--toc", "--toc-depth=2"]
    return convert(join_blocks(chapters), "epub3", options, stamp, files)
