"""Rules about scripts: whole, in order, and asking nothing but what the site serves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

import minify_html
from problems import Problem, suggest

from sitecheck.pages import FOLDER, place_in
from sitecheck.project import Project
from sitecheck.rules.assets import texts_of

OUTSIDE_LOAD = re.compile(
    r"(?:fetch|import|Worker|importScripts|sendBeacon|EventSource|WebSocket|open)\s*\(\s*[^)]{0,40}?[\"'`]((?:https?:|wss?:)?//[^\"'`]+)"
    r"|\.(?:src|href|action)\s*=\s*[\"'`]((?:https?:)?//[^\"'`]+)|\sfrom\s*[\"']((?:https?:)?//[^\"']+)"
)
EVAL = re.compile(r"\beval\s*\(|new\s+Function\s*\(|document\.write\s*\(|javascript:", re.IGNORECASE)
ROOTED = re.compile(
    r"(?:\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\(|\b(?:fetch|import|load|URL)\(|\.(?:href|src|action)\s*=)\s*[\"'`](?P<address>/[^/\"'`][^\"'`]*)"
)
NAMED = re.compile(r"[\"'](?P<file>(?:\.{1,2}/)*\w[\w./-]*\.(?:m?js|css|json|svg|png|webp|woff2))[\"']")
FOLDERS = re.compile(r"\bURL\(\s*[\"'](?P<folder>(?:\.\./)*\w[\w./-]*/)[\"']\s*,\s*document\.currentScript")
DEFINES = re.compile(r"^(?:const|let|var|class|(?:async )?function\*?) +(\w+)", re.MULTILINE)
END = "\n;  0"  # what a minifier shortens, where it can read the script before it


def scripts_stay(project: Project) -> Iterator[Problem]:
    """Scripts ask no other host and run no text as a program.

    In docs/assets/site.js
    wrong: fetch("https://elsewhere.example/x")
    right: fetch("x.json")
    """
    for name, text in texts_of(project, ".js", ".mjs"):
        for match in (*OUTSIDE_LOAD.finditer(text), *EVAL.finditer(text)):
            address = next(filter(None, match.groups()), "") if match.re is OUTSIDE_LOAD else ""
            message = (
                f"the script loads something from another host: {address}" if address else f"{match[0]} runs text as a program"
            )
            yield Problem(f"{FOLDER}/{name}", *place_in(text, match.start()), "scripts-stay", message, "remove it")


def scripts_whole(project: Project) -> Iterator[Problem]:
    """Every script can be read by a browser: brackets and quotation marks are closed, and no line is garbled.

    In docs/assets/site.js
    wrong: fetch("x.json"
    right: fetch("x.json")
    """
    for name, text in texts_of(project, ".js", ".mjs"):
        if not _parses(text):
            lines = text.splitlines()
            faulty = next((n for n in range(len(lines)) if _parses("\n".join(lines[:n] + lines[n + 1 :]))), -1)
            message = "no browser can read the script" + (": this line alone is at fault" if faulty >= 0 else "")
            yield Problem(f"{FOLDER}/{name}", faulty + 1, int(faulty >= 0), "scripts-whole", message, "close what was opened")


def _parses(script: str) -> bool:
    """Tell whether a script is valid: the minifier leaves what it cannot read as it is."""
    return not minify_html.minify(f"<script>{script}{END}</script>", minify_js=True).endswith(f"{END}</script>")


def scripts_lead(project: Project) -> Iterator[Problem]:
    """Addresses in scripts lead to files that exist, wherever the site is published.

    In docs/assets/site.js
    wrong: fetch("z.json")
    right: fetch("x.json")
    """
    programs = "".join(text for name, text in project.program_texts.items() if name.endswith(".py"))
    folders = {f"{posixpath.dirname(name)}/" for name in project.files}
    for name, text in texts_of(project, ".js", ".mjs"):
        bases = {posixpath.dirname(name), "assets", ""}  # its own folder, that of the joined file, the site
        for match in ROOTED.finditer(text):
            message = f"{match['address']} starts at the host, which holds other sites too"
            fix = "make it relative to the script or the page: new URL(…, document.currentScript.src)"
            yield Problem(f"{FOLDER}/{name}", *place_in(text, match.start("address")), "scripts-lead", message, fix)
        for match in (*NAMED.finditer(text), *FOLDERS.finditer(text)):
            address = match[1]
            known = project.files if match.re is NAMED else folders
            full = [posixpath.normpath(posixpath.join(base, address)) + "/" * address.endswith("/") for base in bases]
            made = address.count(".") == 2 and f'"{address[address.index(".") :]}"' in programs  # "index.blocks.js"
            if not made and not known.intersection(full):
                near = suggest(full[0], known)
                message, fix = f"{address} does not exist", f"the files are those below {FOLDER}/{near}"
                yield Problem(f"{FOLDER}/{name}", *place_in(text, match.start(1)), "scripts-lead", message, fix)


def scripts_ordered(project: Project) -> Iterator[Problem]:
    """A script in mkdocs.yml stands after those whose names it uses: they run in that order.

    In mkdocs.yml
    wrong: [{path: assets/site.js, defer: true},⏎  {path: assets/first.js, defer: true}]
    right: [{path: assets/first.js, defer: true},⏎  {path: assets/site.js, defer: true}]
    """
    listed = [value for value in project.settings.below("extra_javascript") if f"{FOLDER}/{value.text}" in project.program_texts]
    later: dict[str, str] = {}
    for value in reversed(listed):
        text = project.program_texts[f"{FOLDER}/{value.text}"]
        own = DEFINES.findall(text)
        for name, file in later.items():
            if name not in own and re.search(rf"(?<![\w.\"'#-]){name}\(", text):
                message = f"{value.text} uses {name}, which {file} defines below it"
                yield value.problem("scripts-ordered", message, f"move {file} above it")
        later.update(dict.fromkeys(own, value.text))
