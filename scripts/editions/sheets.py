"""Worksheets on paper: their pages as Chromium prints them, several in one PDF; and as DOCX, for teachers to change."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypandoc
from install import find_browser
from problems import CannotCheck

from editions.chapters import Chapter, page_path
from editions.stamp import Stamp, fixed_time


def print_pages(site: Path, names: Iterable[str], language: str, title: str, stamp: Stamp) -> bytes:
    """Return pages of the built site as one PDF, in order. Raises CannotCheck where there is no Chromium."""
    from playwright.sync_api import sync_playwright

    path = find_browser()
    if not path:
        raise CannotCheck("there is no Chromium to print with: `make .venv/browser` installs it")
    with sync_playwright() as playwright, pikepdf.new() as whole:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        page = browser.new_page(java_script_enabled=False)
        for name in names:
            page.goto((site / page_path(name, language) / "index.html").as_uri())
            with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True))) as part:
                whole.pages.extend(part.pages)
        browser.close()
        return _sign(whole, language, title, stamp)


def _sign(pdf: pikepdf.Pdf, language: str, title: str, stamp: Stamp) -> bytes:
    """Give the PDF its title and language, and the time of the stamp instead of now."""
    time = datetime.fromtimestamp(stamp.seconds, UTC).strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo["/Title"], pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"] = title, time, time
    pdf.docinfo["/Subject"] = stamp.version
    pdf.Root.Lang = language
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, linearize=False)
    return out.getvalue()


def make_docx(chapters: list[Chapter], language: str, title: str, stamp: Stamp) -> bytes:
    """Return chapters as a DOCX with styles for everything."""
    html = "\n".join(block for chapter in chapters for block in chapter.blocks)
    with tempfile.TemporaryDirectory() as folder, fixed_time(stamp):
        out = Path(folder) / "lesson.docx"
        options = [f"--metadata=title:{title}", f"--metadata=lang:{language}", f"--metadata=subtitle:{stamp.version}", "--quiet"]
        pypandoc.convert_text(html, "docx", format="html", outputfile=str(out), extra_args=options)
        return out.read_bytes()
