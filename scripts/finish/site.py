"""Every step of finishing, in the order in which they build on each other."""

from __future__ import annotations

import shutil
from pathlib import Path

from records import Data

from finish.alternates import language_of, link_languages
from finish.anki import write_packages
from finish.machines import link_icons, write_llms, write_manifests, write_map
from finish.minify import minify
from finish.moodle import write_questions
from finish.notes import write_notes
from finish.outline import read_outlines
from finish.pairs import name_button, write_pairs
from finish.pictures import ICON, write_pictures
from finish.previews import add_previews
from finish.scripts import write_scripts
from finish.search import write_search
from finish.styles import write_styles
from finish.tables import label_tables
from finish.typography import set_spaces


def finish_site(folder: Path, sources: Path, address: str, data: Data) -> None:
    """Finish every page in the built folder and write the files that they need or that machines read.

    `sources` holds the Markdown, one folder a language; `address` is where the site will stand, or "".
    """
    shutil.rmtree(folder / "assets/images", ignore_errors=True)  # the theme's own icon
    pages = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    outlines = read_outlines(pages)
    for path, html in pages.items():
        html = name_button(link_languages(html, path, address), language_of(path), data["words"])
        pages[path] = set_spaces(label_tables(html))
    icon = (folder / ICON).read_text(encoding="utf-8")
    for path, outline in outlines.items():
        pages[path] = add_previews(link_icons(pages[path], path, icon), outline, outlines, address, data)
    scripts = [path.read_text(encoding="utf-8") for path in own_scripts(folder)]
    write_scripts(folder, pages)
    write_styles(folder, pages, scripts)
    for path, html in pages.items():
        (folder / path).write_text(minify(html), encoding="utf-8")
    write_search(folder, data["words"])
    write_pairs(folder, data["words"])
    write_notes(folder, address, data)
    write_packages(folder, address, data)
    write_questions(folder, address, data)
    write_pictures(folder, outlines)
    write_manifests(folder, outlines)
    write_map(folder, outlines, address)
    write_llms(folder, sources, outlines, address)


def own_scripts(folder: Path) -> list[Path]:
    """Return our own script files of the built folder: not the theme's, not those of others."""
    return [path for path in sorted((folder / "assets").rglob("*.js")) if not {"javascripts", "vendor"} & set(path.parts)]
