"""The e-book: chapters as EPUB 3 with what readers need to know of its accessibility."""

from __future__ import annotations

import tempfile
import uuid
from pathlib import Path

import pypandoc
import yaml
from records import Data

from editions.chapters import Chapter
from editions.stamp import Stamp, fixed_time

FOLDER = Path(__file__).parent
STYLE = FOLDER / "epub.css"


def make_epub(chapters: dict[str, list[Chapter]], language: str, data: Data, stamp: Stamp) -> bytes:
    """Return the e-book of one language."""
    metadata = {
        "title": chapters[language][0].title,
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
    html = "\n".join(block for chapter in chapters[language] for block in chapter.blocks)
    with tempfile.TemporaryDirectory() as folder, fixed_time(stamp):
        settings, out = Path(folder) / "metadata.yml", Path(folder) / "book.epub"
        settings.write_text(yaml.safe_dump(metadata, allow_unicode=True), encoding="utf-8")
        options = [f"--metadata-file={settings}", f"--css={STYLE}", "--split-level=1", "--quiet", "--toc", "--toc-depth=2"]
        pypandoc.convert_text(html, "epub3", format="html", outputfile=str(out), extra_args=options)
        return out.read_bytes()
