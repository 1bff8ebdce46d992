"""Rules about templates, styles and pictures: what they name exists, and nothing comes from another host."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.pages import FOLDER, place_in
from sitecheck.project import Project
from sitecheck.resolve import page_at
from sitecheck.rules.addresses import HERE
from sitecheck.settings import FILE

ADDRESS = re.compile(r"\s(?:href|src|action|poster|content)=\"(?P<address>[^\"]*)\"")
FILTERED = re.compile(r"\{\{\s*(?P<quote>['\"])(?P<path>[^'\"]*)(?P=quote)\s*\|\s*url\s*\}\}(?P<rest>.*)")
BASED = re.compile(r"\{\{\s*base(?:_url)?\s*\}\}/?(?P<path>[^{}]*)$")
CSS = re.compile(r"@import\s+[\"'](?P<imported>[^\"']+)|url\(\s*[\"']?(?P<url>[^\"')]+)")
USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
DEFINED = re.compile(r"(--[\w-]+)[\"']?\s*[:,]")
THEMES = "--md-"  # the theme defines these
NOTE = re.compile(r"\{#.*?#\}", re.DOTALL)
SLOT = re.compile(r"\$?\{[^{}]*\}")
# A name made at run time: `words-${language}.js`. It is found by its brace, then looked at from its beginning.
MADE = re.compile(r"\{[^{}\s]{0,40}\}[\w.-]*\.[a-z0-9]{2,11}\b")
MADE_BEGINNING = re.compile(r"\b[a-z][\w.-]*\$?$")
LONGEST = 60  # letters of a beginning
VENDOR = "assets/vendor/"
PLACES = ("assets/", *(f"{language}/" for language in LANGUAGES))


def templates_lead(project: Project) -> Iterator[Problem]:
    """Addresses in the theme's own templates lead to pages and files that exist, wherever the site is published.

    In overrides/404.html
    wrong: {{ 'lew/' | url }}
    right: {{ 'law/' | url }}
    """
    for name, text in project.templates.items():
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
    for name, text in texts_of(project, ".css"):
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


def properties_defined(project: Project) -> Iterator[Problem]:
    """Every custom property that a style uses, as var(--ink), is defined somewhere or has a value to fall back on.

    In docs/assets/site.css
    wrong: body { color: var(--inc);
    right: body {
    """
    defined = set(DEFINED.findall(project.programs))
    for name, text in texts_of(project, ".css"):
        for match in USED.finditer(text):
            if match[1] not in defined and not match[1].startswith(THEMES):
                message = f"{match[1]} is defined nowhere"
                fix = f"define it in {FOLDER}/assets/site.css{suggest(match[1], defined)}"
                yield Problem(f"{FOLDER}/{name}", *place_in(text, match.start()), "properties-defined", message, fix)


def pictures_whole(project: Project) -> Iterator[Problem]:
    """Pictures in SVG are valid XML, hold no script and nothing from another host, and what they use is there.

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
        text = (project.root / file).read_text(encoding="utf-8")
        for fragment, message, fix in _picture_faults(project, name, tree):
            yield Problem(file, *place_in(text, max(text.find(fragment), 0)), "pictures-whole", message, fix)


def _picture_faults(project: Project, name: str, tree: ElementTree.ElementTree) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in a picture, with words that stand there."""
    ids = [node.attrib["id"] for node in tree.iter() if "id" in node.attrib]
    for node in tree.iter():
        tag = node.tag.rpartition("}")[2]
        address = next((value for key, value in node.attrib.items() if key.endswith(("href", "src"))), "")
        script = next((key for key in node.attrib if key.startswith("on")), "")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), address.partition("#")[0]))
        if re.match(r"(?:https?:)?//", address) or tag == "script":
            yield address or "<script", f"<{tag}> loads something from another host or runs a script", "remove it"
        elif script:
            yield f" {script}=", f"{script} of <{tag}> holds a script", "remove it"
        elif address.startswith("#") and address[1:] not in ids:
            fix = f"the ids are {', '.join(ids) or 'none'}{suggest(address[1:], ids)}"
            yield address, f"<{tag}> uses {address}, which the picture does not hold", fix
        elif address and not address.startswith(("#", "data:")) and path not in project.files:
            fix = f"the files are those below {FOLDER}/{suggest(path, project.files)}"
            yield address, f"<{tag}> shows {address}, which does not exist", fix


def assets_used(project: Project) -> Iterator[Problem]:
    """Every file in docs/assets, or beside the pages, is named by a page, a template, a setting, a style or a program.

    In docs/assets/one.svg
    wrong: file docs/assets/two.svg
    right: file docs/assets/one.svg
    """
    names = [
        name for name in sorted(project.files) if name.startswith(PLACES) and VENDOR not in name and not name.endswith(".md")
    ]
    same = Counter(map(posixpath.basename, names))  # of two open.js the name alone tells nothing
    lost = [name for name in names if not _is_named(project, name, alone=same[posixpath.basename(name)] == 1)]
    made = (
        [re.compile("[a-z0-9]+".join(map(re.escape, SLOT.split(name)))) for name in _made_names(project.programs)] if lost else []
    )
    for name in lost:
        if not any(pattern.fullmatch(posixpath.basename(name)) for pattern in made):
            yield Problem(f"{FOLDER}/{name}", 0, 0, "assets-used", "nothing names the file", "use it, or remove it")


def _is_named(project: Project, name: str, alone: bool) -> bool:
    base = posixpath.basename(name)
    if alone or base not in project.named:
        return base in project.named
    loading = (text for file, text in project.program_texts.items() if file == FILE or file in project.templates)
    return any(f"{posixpath.basename(posixpath.dirname(name))}/{base}" in NOTE.sub("", text) for text in loading)


def _made_names(programs: str) -> Iterator[str]:
    for match in MADE.finditer(programs):
        if beginning := MADE_BEGINNING.search(programs, max(0, match.start() - LONGEST), match.start()):
            yield beginning[0] + match[0]


def texts_of(project: Project, *ends: str) -> Iterator[tuple[str, str]]:
    """Yield path below docs/ and text of the site's own files of a kind."""
    for file, text in project.program_texts.items():
        if file.startswith(f"{FOLDER}/assets/") and file.endswith(ends):
            yield file.removeprefix(f"{FOLDER}/"), text
