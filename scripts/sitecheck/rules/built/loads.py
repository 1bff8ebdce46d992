"""Rules about what scripts and styles of the built site load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.built import BuiltSite
from sitecheck.pages import FOLDER
from sitecheck.parsed import css_addresses
from sitecheck.rules.built.lists import PNG
from sitecheck.rules.scripts import OUTSIDE_LOAD

# What a script names: the folder that it loads from, beside itself; files in it; a module beside itself.
LOADED = re.compile(
    r"new URL\(\s*[\"'](?P<folder>[\w./-]+/)[\"'],\s*document\.currentScript\.src\s*\)"
    r"|(?P<beside>\bimport\s*\(?\s*|\bfrom\s*)?[\"'`](?P<name>(?:[\w.-]+/)*[\w-]+(?:\$\{[^}`]+\})?[\w.-]*\.(?:js|css))[\"'`]"
)
DATA = re.compile(r"^assets/vendor/|^assets/search/texts-|^assets/pairs/(?:notes|words)-|\.blocks\.js$")  # none loads a file
MERGE = re.compile(r"^(?:<{7}|>{7}) .*|^={7}$", re.MULTILINE)
SLOT = re.compile(r"\$\{[^}]+\}")


def scripts_load(site: BuiltSite) -> Iterator[Problem]:
    """The scripts and styles that a script loads later are there, for every language, in the folder that it names.

    In site/assets/load.js
    wrong: "lost.css"
    right: "dialog.css"
    """
    for path in sorted(name for name in site.files if name.endswith(".js") and not DATA.search(name)):
        folder = own = posixpath.dirname(path)
        text = site.read(path)
        for match in LOADED.finditer(text):
            if match["folder"]:
                folder = posixpath.join(own, match["folder"])
                continue
            for name in sorted({SLOT.sub(code, match["name"]) for code in LANGUAGES}):
                if not _is_there(site, own if match["beside"] else folder, name):
                    near = suggest(
                        name, [posixpath.relpath(file, folder or ".") for file in site.files if file.endswith((".js", ".css"))]
                    )
                    message = f"the script loads {name}, which does not exist"
                    yield site.problem(path, "scripts-load", message, f"name a file of docs/assets/{near}")


def files_whole(site: BuiltSite) -> Iterator[Problem]:
    """Published scripts and styles hold no lines of an unfinished merge and ask no other host; a PNG is one.

    In site/assets/load.js
    wrong: fetch("https://elsewhere.example/x"); load("dialog.css");
    right: load("dialog.css");
    """
    for path in sorted(name for name in site.files if name.endswith((".js", ".css")) and not DATA.search(name)):
        text = site.read(path)
        fault = MERGE.search(text) or (OUTSIDE_LOAD.search(text) if path.endswith(".js") else None)
        if fault:
            line = text.count("\n", 0, fault.start()) + 1
            what = "has a line of an unfinished merge" if fault.re is MERGE else "loads something from another host"
            yield Problem(
                f"site/{path}",
                line,
                1,
                "files-whole",
                f"the file {what}: {fault[0]}",
                "correct the source file that this file is made from, then `make site`",
            )
    for path in sorted(name for name in site.files if name.endswith(".png")):
        if not (site.folder / path).read_bytes().startswith(PNG):
            yield site.problem(path, "files-whole", "the file is not a PNG", "`make site`: scripts/finish/pictures.py draws it")


def _is_there(site: BuiltSite, folder: str, name: str) -> bool:
    """Tell whether a script finds a file in its folder, or beside every page, as the blocks of the page."""
    return posixpath.normpath(posixpath.join(folder, name)) in site.files or name in site.files


def styles_load(site: BuiltSite) -> Iterator[Problem]:
    """Addresses in published style files lead to files that exist here.

    In site/site.css
    wrong: url(won.svg)
    right: url(one.svg)
    """
    for path in sorted(name for name in site.files if name.endswith(".css")):
        text = site.read(path)
        for address in css_addresses(text):
            if address.startswith(("data:", "#", "var(")):
                continue
            found = site.resolve(path, address)
            if found is None or found[0] not in site.files:
                what = "is on another host" if found is None else "does not exist"
                source = f"{FOLDER}/{path}" if (site.root / FOLDER / path).is_file() else f"site/{path}"
                yield Problem(
                    source,
                    0,
                    0,
                    "styles-load",
                    f"url({address}) {what}",
                    f"name a file of the site{suggest(address, site.files)}",
                )
