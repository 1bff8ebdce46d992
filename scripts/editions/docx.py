"""The lesson and the worksheets for a text program: what a teacher changes is styles, not single words."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pypandoc
import yaml
from blocks.status import status_text
from records import Data
from stamp import Stamp

from editions.chapters import Chapter, join_blocks
from editions.convert import convert

FILTER, STYLES = (Path(__file__).with_name(name) for name in ("docx.lua", "docx.xml"))
PAPER = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINE = 'w:val="single" w:sz="4" w:space="0" w:color="4C5B62"'
BORDERS = f"<w:tblBorders>{''.join(f'<w:{side} {LINE}/>' for side in SIDES)}</w:tblBorders>"


def make_docx(chapters: list[Chapter], title: str, data: Data, stamp: Stamp) -> bytes:
    """Return chapters as a DOCX on A4, after a page that says what this is and how far the Law's status is known."""
    language = chapters[0].language
    metadata = {
        "title": title,
        "subtitle": f"{data.word('edition-independent', language)} {stamp.version}",
        "abstract": status_text(data, language, "full"),
        "abstract-title": data.word("edition-status", language),
        "lang": language,
    }
    # in a file, which Pandoc reads as UTF-8; the words of a command it reads in the letters of the locale
    defaults = yaml.safe_dump({"metadata": metadata}, allow_unicode=True).encode()
    options = ["--reference-doc=reference.docx", f"--lua-filter={FILTER.name}", "--defaults=defaults.yaml"]
    files = {"reference.docx": _reference(), FILTER.name: FILTER.read_bytes(), "defaults.yaml": defaults}
    return convert(join_blocks(chapters), "docx", options, stamp, files)


def _reference() -> bytes:
    """Return Pandoc's own reference document with A4 paper, our styles, and lines around the cells of tables."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"]
    old = zipfile.ZipFile(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = _add_styles(content.decode()).encode()
            if name == "word/document.xml":
                content = content.replace(b"</w:sectPr>", f"{PAPER}</w:sectPr>".encode())
            new.writestr(zipfile.ZipInfo(name), content)  # Pandoc gave it the time of now; this is always 1980
    return out.getvalue()


def _add_styles(styles: str) -> str:
    """Return the styles with ours; a chapter begins a page, and cells that are written into have lines around them."""
    for id, place, addition in (("Heading1", "<w:spacing", "<w:pageBreakBefore/>"), ("Table", "<w:tblCellMar>", BORDERS)):
        before, after = styles.split(f'w:styleId="{id}"')
        styles = f'{before}w:styleId="{id}"{after.replace(place, addition + place, 1)}'
    return styles.replace("</w:styles>", f"{STYLES.read_text(encoding='utf-8')}</w:styles>")
