"""Pictures made at every build: one for previews in each language, and the icon in the sizes that systems ask for.

Their letters come from a package, never from the machine, so that the same sources always give the same bytes.
"""

from __future__ import annotations

import textwrap
from html import escape
from pathlib import Path

import font_source_serif_pro
import resvg_py
from languages import LANGUAGES

from finish.alternates import counterpart
from finish.outline import Outline
from finish.previews import PICTURE, PICTURE_SIZE

ICON = "assets/favicon.svg"
ICONS = {size: f"assets/icon-{size}.png" for size in (180, 192, 512)}
FONTS = [font_source_serif_pro.SourceSerifProSemibold, font_source_serif_pro.SourceSerifPro]
TITLE, TEXT = (24, 76, 92), (58, 34, 50)  # letters in a line, their size, the height of the line
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#0a3d48"/>
<path d="M1000 75l240 240-240 240-240-240z" fill="none" stroke="#7cc7d6" stroke-opacity=".22" stroke-width="4"/>
<path d="M1000 155l160 160-160 160-160-160z" fill="none" stroke="#7cc7d6" stroke-opacity=".22" stroke-width="4"/>
<path d="M80 84l26 26-26 26-26-26z" fill="#e9b25c"/>
<g font-family="Source Serif Pro" fill="#fff">{}</g>
</svg>"""


def write_pictures(folder: Path, pages: dict[str, Outline]) -> None:
    """Write the pictures into the built folder."""
    width, height = PICTURE_SIZE
    for language in LANGUAGES:
        home = pages[counterpart("index.html", language)]
        (folder / PICTURE.format(language)).write_bytes(_paint(draw(home.title, home.description), width, height))
    icon = (folder / ICON).read_text(encoding="utf-8")
    for size, name in ICONS.items():
        (folder / name).write_bytes(_paint(icon, size, size))


def draw(title: str, text: str) -> str:
    """Return the preview as SVG: a title and a text below it."""
    return FRAME.format(_lines(title, *TITLE, 250, "600") + _lines(text, *TEXT, 450, "400"))


def _lines(text: str, letters: int, size: int, height: int, top: int, weight: str) -> str:
    lines = textwrap.wrap(text.replace(" –", "\N{NO-BREAK SPACE}–"), letters, max_lines=3, placeholder="…")
    start = top - (len(lines) - 2) * height // 2
    return "".join(
        f'<text x="54" y="{start + number * height}" font-size="{size}" font-weight="{weight}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _paint(svg: str, width: int, height: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True, font_files=FONTS))
