"""One small script file for the whole site, and one more for pages that need scripts of their own.

Scripts are put one after the other, as the browser would run them: they share one scope, and `document.currentScript` is
the one file. That of the whole site is assets/site.js.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath

from finish.assets import common, link_one, named

SCRIPTS = "assets/site.js"
THEME = "assets/javascripts"
LINK = re.compile(r"<script src=\"(?P<address>[^\"]+)\" defer></script>")


def write_scripts(folder: Path, pages: dict[str, str]) -> None:
    """Write the script files into the built folder, and name them in the pages in place of those that they hold."""
    shutil.rmtree(folder / THEME, ignore_errors=True)
    shared = common(pages, LINK)
    lists = {path: [file for file in named(path, html, LINK) if file not in shared] for path, html in pages.items()}
    wholes = {SCRIPTS: shared} if shared else {}
    wholes.update({_name(files): files for files in lists.values() if files})
    texts = {file: (folder / file).read_text(encoding="utf-8") for files in wholes.values() for file in files}
    for file in texts:
        (folder / file).unlink()
    for whole, files in wholes.items():
        (folder / whole).write_text("\n".join(texts[file] for file in files), encoding="utf-8")
    for path in pages:
        for whole, files in ((SCRIPTS, shared), (_name(lists[path]), lists[path])):
            pages[path] = link_one(path, pages[path], LINK, files, '<script src="{}" defer></script>', whole)


def _name(files: list[str]) -> str:
    return f"assets/{'-'.join(PurePosixPath(file).stem for file in files)}.js"
