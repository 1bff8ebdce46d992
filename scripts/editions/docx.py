"""The lesson and the worksheets for a text program: what a teacher changes is styles, not single words."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pypandoc
from stamp import Stamp

from editions.chapters import Chapter, join_blocks
from editions.convert import convert

FILTER, STYLES = (Path(__file__).with_name(name) for name in ("docx.lua", "docx.xml"))
PAPER = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'


def make_docx(chapters: list[Chapter], title: str, stamp: Stamp) -> bytes:
    """Return chapters as a DOCX on A4."""
    metadata = {"title": title, "lang": chapters[0].language, "subtitle": stamp.version}
    options = ["--reference-doc=reference.docx", f"--lua-filter={FILTER.name}"]
    options += [f"--metadata={key}:{value}" for key, value in metadata.items()]
    files = {"reference.docx": _reference(), FILTER.name: FILTER.read_bytes()}
    return convert(join_blocks(chapters), "docx", options, stamp, files)


def _reference() -> bytes:
    """Return Pandoc's own reference document with A4 paper and the styles of docx.xml."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"]
    old = zipfile.ZipFile(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = content.replace(b"</w:styles>", STYLES.read_bytes() + b"</w:styles>")
            if name == "word/document.xml":
                content = content.replace(b"<w:sectPr>", f"<w:sectPr>{PAPER}".encode())
            new.writestr(zipfile.ZipInfo(name), content)  # Pandoc gave it the time of now; this is always 1980
    return out.getvalue()
