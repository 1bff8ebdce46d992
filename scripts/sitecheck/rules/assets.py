"""Rules about templates, styles, scripts and pictures: what they name exists, and nothing comes from another host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from problems import Problem, suggest

from sitecheck.pages import FOLDER, place_in
from sitecheck.project import Project
from sitecheck.resolve import page_at
from sitecheck.rules.addresses import HERE

OVERRIDES = "overrides"
ADDRESS = re.compile(r"\s(?:href|src|action|poster|content)=\"(?P<address>[^\"]*)\"")
FILTERED = re.compile(r"\{\{\s*(?P<quote>['\"])(?P<path>[^'\"]*)(?P=quote)\s*\|\s*url\s*\}\}(?P<rest>.*)")
BASED = re.compile(r"\{\{\s*base(?:_url)?\s*\}\}/?(?P<path>[^{}]*)$")
CSS = re.compile(r"@import\s+[\"'](?P<imported>[^\"']+)|url\(\s*[\"']?(?P<url>[^\"')]+)")
OUTSIDE_LOAD = re.compile(
    r"(?:fetch|import|Worker|importScripts|sendBeacon|EventSource|WebSocket|open)\s*\(\s*[^)]{0,40}?[\"'`]((?:https?:|wss?:)?//[^\"'`]+)"
    r"|\.(?:src|href|action)\s*=\s*[\"'`]((?:https?:)?//[^\"'`]+)|\sfrom\s*[\"']((?:https?:)?//[^\"']+)"
)
EVAL = re.compile(r"\beval\s*\(|new\s+Function\s*\(|document\.write\s*\(|javascript:", re.IGNORECASE)
SLOT = re.compile(r"\$?\{[^{}]*\}")
# A name made at run time: `words-${language}.js`. It is found by its brace, then looked at from its beginning.
MADE = re.compile(r"\{[^{}\s]{0,40}\}[\w.-]*\.[a-z0-9]{2,11}\b")
MADE_BEGINNING = re.compile(r"\b[a-z][\w.-]*\$?$")
LONGEST = 60  # letters of a beginning
VENDOR = "assets/vendor/"


def templates_lead(project: Project) -> Iterator[Problem]:
    """Addresses in the theme's own templates lead to pages and files that exist, wherever the site stands.

    In overrides/404.html
    wrong: {{ 'lew/' | url }}
    right: {{ 'law/' | url }}
    """
    for file in sorted((project.root / OVERRIDES).rglob("*.html")):
        text, name = file.read_text(encoding="utf-8"), file.relative_to(project.root).as_posix()
        for match in ADDRESS.finditer(text):
            if fault := _template_fault(project, match["address"].strip(), match[0]):
                place = place_in(text, match.start("address"))
                yield Problem(name, *place, "templates-lead", *fault)


def _template_fault(project: Project, address: str, attribute: str) -> tuple[str, str] | None:
    fix = "write {{ 'law/' | url }}, an address below the site's own"
    inside = FILTERED.match(address) or BASED.match(address)
    if not inside:
        if re.match(r"(?:https?:)?//", address):
            if HERE.search(address):
                return f"{address} exists only on the author's machine", fix
            return (
                None
                if attribute.strip().startswith("href")
                else (f"{address} is on another host", "keep the file in docs/assets/")
            )
        wrong = not address and "content" not in attribute or re.match(r"/(?!/)|\.{1,2}/|javascript:|file:", address)
        return (f"the address “{address}” holds only where it was written", fix) if wrong else None
    path = posixpath.normpath(inside["path"]) if inside["path"] else ""
    if path in ("", ".") or path in project.files:
        return None
    language, page = page_at(path)
    if "." in posixpath.basename(path) or not any((language, each) in project.pages for each in (page, page[:-3] + "/index.md")):
        pages = [each for each in project.files if each.startswith("assets/")] + [f"{name[:-3]}/" for _, name in project.pages]
        return f"{inside['path']} does not exist", f"{fix}{suggest(inside['path'], pages)}"
    return None


def styles_lead(project: Project) -> Iterator[Problem]:
    """Addresses in style files lead to files that exist here.

    In docs/assets/site.css
    wrong: url(won.svg)
    right: url(one.svg)
    """
    for name in sorted(name for name in project.files if name.endswith(".css") and VENDOR not in name):
        text = (project.root / FOLDER / name).read_text(encoding="utf-8")
        for match in CSS.finditer(text):
            address = (match["url"] or match["imported"]).strip()
            place = place_in(text, match.start())
            if re.match(r"(?:https?:)?//", address):
                message = f"{address} is loaded from another host"
                yield Problem(f"{FOLDER}/{name}", *place, "styles-lead", message, "put the file into docs/assets/")
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), address.partition("#")[0].partition("?")[0]))
            if not address.startswith(("data:", "#")) and path not in project.files:
                fix = f"the files are those below {FOLDER}/{suggest(path, project.files)}"
                yield Problem(f"{FOLDER}/{name}", *place, "styles-lead", f"{address} does not exist", fix)
        if text.count("{") != text.count("}"):
            message = f"{text.count('{')} braces open, {text.count('}')} close"
            yield Problem(f"{FOLDER}/{name}", 0, 0, "styles-lead", message, "close each rule")


def scripts_stay(project: Project) -> Iterator[Problem]:
    """Scripts ask no other host and run no text as a program.

    In docs/assets/site.js
    wrong: fetch("https://elsewhere.example/x")
    right: fetch("x.json")
    """
    for name in sorted(name for name in project.files if name.endswith((".js", ".mjs")) and VENDOR not in name):
        text = (project.root / FOLDER / name).read_text(encoding="utf-8")
        for match in (*OUTSIDE_LOAD.finditer(text), *EVAL.finditer(text)):
            address = next(filter(None, match.groups()), "") if match.re is OUTSIDE_LOAD else ""
            message = f"the script asks another host: {address}" if address else f"{match[0]} runs text as a program"
            yield Problem(f"{FOLDER}/{name}", *place_in(text, match.start()), "scripts-stay", message, "remove it")


def pictures_whole(project: Project) -> Iterator[Problem]:
    """Pictures in SVG are valid XML and hold no script and nothing from another host.

    In docs/assets/one.svg
    wrong: <svg xmlns="http://www.w3.org/2000/svg"><image href="https://elsewhere.example/x.png"/>
    right: <svg xmlns="http://www.w3.org/2000/svg">
    """
    for name in sorted(name for name in project.files if name.endswith(".svg")):
        file = f"{FOLDER}/{name}"
        try:
            tree = ElementTree.parse(project.root / file)
        except ElementTree.ParseError as error:
            line, column = error.position
            yield Problem(file, line, column + 1, "pictures-whole", f"not valid XML: {error.msg}", "mend it")
            continue
        for node in tree.iter():
            address = next((value for key, value in node.attrib.items() if key.endswith(("href", "src"))), "")
            if re.match(r"(?:https?:)?//", address) or node.tag.endswith("script"):
                message = f"<{node.tag.rpartition('}')[2]}> asks another host or runs a script"
                yield Problem(file, 0, 0, "pictures-whole", message, "remove it")


def assets_used(project: Project) -> Iterator[Problem]:
    """Every file in docs/assets is named by a page, a template, a setting, a style or a program.

    In docs/assets/one.svg
    wrong: file docs/assets/two.svg
    right: file docs/assets/one.svg
    """
    names = (name for name in sorted(project.files) if name.startswith("assets/") and VENDOR not in name)
    lost = [name for name in names if posixpath.basename(name) not in project.named]
    made = (
        [re.compile("[a-z0-9]+".join(map(re.escape, SLOT.split(name)))) for name in _made_names(project.programs)] if lost else []
    )
    for name in lost:
        if not any(pattern.fullmatch(posixpath.basename(name)) for pattern in made):
            yield Problem(f"{FOLDER}/{name}", 0, 0, "assets-used", "nothing names the file", "use it, or remove it")


def _made_names(programs: str) -> Iterator[str]:
    for match in MADE.finditer(programs):
        if beginning := MADE_BEGINNING.search(programs, max(0, match.start() - LONGEST), match.start()):
            yield beginning[0] + match[0]
