"""Typst, which typesets HTML that Pandoc converted into a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typst
from stamp import Stamp

from editions.convert import convert

LOOK, FILTER = (Path(__file__).with_name(name) for name in ("look.typ", "typeset.lua"))


def to_typst(html: str, stamp: Stamp) -> str:
    """Return HTML as Typst, with the components of look.typ."""
    files = {FILTER.name: FILTER.read_bytes()}
    body = convert(html, "typst", [f"--lua-filter={FILTER.name}", "--wrap=none"], stamp, files).decode()
    return body.replace("align(center)[#table(", "align(left)[#table(")  # Pandoc centres every table


def typeset(form: Path, function: str, settings: Mapping[str, str | bool], body: str, stamp: Stamp) -> bytes:
    """Return Typst as a PDF, in the form that a function of a file gives it."""
    named = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}, " for key, value in settings.items())
    date = f"date: datetime(year: {stamp.time.year}, month: {stamp.time.month}, day: {stamp.time.day})"
    texts = (file.read_text(encoding="utf-8") for file in (LOOK, form))
    whole = "\n".join((*texts, f"#show: {function}.with({named}{date})", body))
    fonts = typst.Fonts(include_system_fonts=False)  # those that Typst brings: everywhere the same
    return typst.compile(whole.encode(), font_paths=fonts, pdf_standards=["ua-1"], timestamp=stamp.seconds)
