"""Rules about the theme's own templates: they are whole, used, and name what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.pages import place_in
from sitecheck.project import OVERRIDES, Project
from sitecheck.references import blank
from sitecheck.rules.built.access import ARIA, POINTING

ROOTS = ("404.html", "main.html")  # MkDocs itself takes these
NOT_FOUND = f"{OVERRIDES}/404.html"
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"\{%[-+]?\s*(?P<end>end)?(?P<name>\w+)(?P<rest>.*?)%\}", re.DOTALL)
BLOCKS = ("if", "for", "macro", "block", "call", "filter", "with", "autoescape", "set", "trans", "raw")
INCLUDED = re.compile(r"\{%-?\s*(?:include|extends|import|from)\s+[\"'](?P<file>[^\"']+)[\"']\s*(?!\s*~)")
CODE = re.compile(r"<(style|script)\b[^>]*>.*?</\1>", re.DOTALL)
BRACE = re.compile(r"[{}]")
LOOSE = re.compile(r"\{[^{}]*\}")
FRAME = {  # what the frame of every page says, and what readers lose without it
    "page.content": "the text",
    "page.meta.description": "the words that search engines show",
    "config.copyright": "who speaks here, and under which licence",
    "lang.t('language')": "the language that a screen reader reads it in",
    "lang.t('direction')": "the direction of the script",
}
INLINE = re.compile(r"<script(?![^>]*\s(?:src|type=\"application/ld\+json\"))[^>]*>")
CONDITION = re.compile(r"endswith\([\"'](?P<end>[^\"']*)[\"']\)|[\"'](?P<part>[^\"'\s]+)[\"']\s+in\s+(?:page\.)?url\b")
ID = re.compile(r"\sid=\"([^\"{]+)\"")
ATTRIBUTE = re.compile(
    r"\s(?P<name>aria-[\w-]+|(?:href)?lang|for|headers|list|form|popovertarget|commandfor)=\"(?P<value>[^\"]*)\""
)
ORDER = re.compile(r"\([^()]*page\.(?P<page>next|previous)_page[^()]*|<a\b[^>]*page\.(?P<link>next|previous)_page[^>]*>")
OTHER = {"next": re.compile(r"\bprev"), "previous": re.compile(r"\bnext")}
HEADING = re.compile(r"<h1\b")
ANCHOR = re.compile(r"<a\b(?P<tag>[^<>]*?\shref=\"(?P<address>[^\"]*)\"[^<>]*)>(?P<words>.*?)</a>", re.DOTALL)
LOOP = re.compile(r"\bfor\s+([\w\s,]+?)\s+in\b")
TYPED = re.compile(r"'[^']*'")
NAMES = re.compile(r"(?<![.\w])[a-z_]\w*")
OF = re.compile(r"\{[{%][^{}]*?(?<![.\w])(?P<thing>\w+)\.(?P<what>title|name|url|link|lang)\b")
FIXED = re.compile(r"\s(?:href)?lang=\"[a-z]+\"")
LAST = re.compile(r"\.children(?:\[-1\]|\s*\|\s*last)")


def templates_whole(project: Project) -> Iterator[Problem]:
    """A template closes what it opens, includes templates that exist, runs no script of its own, and is used.

    In overrides/404.html
    wrong: {{ base_url }">
    right: {{ base_url }}">
    """
    spec = find_spec("material")
    theme = Path(spec.submodule_search_locations[0]) / "templates" if spec else None

    def exists(file: str) -> bool:
        return f"{OVERRIDES}/{file}" in project.templates or (theme is not None and (theme / file).is_file())

    included = set()
    for name, text in project.templates.items():
        shown = COMMENT.sub(blank, text)
        for at, message, fix in (*_open_blocks(shown), *_loose(shown)):
            yield Problem(name, *place_in(text, at), "templates-whole", message, fix)
        for match in INCLUDED.finditer(shown):
            included.add(match["file"])
            if not exists(match["file"]):
                fix = f"the templates are those of {OVERRIDES}/ and of the theme{suggest(match['file'], map(_short, project.templates))}"
                place = place_in(text, match.start())
                yield Problem(name, *place, "templates-whole", f"there is no template {match['file']}", fix)
    every = "".join(project.templates.values()).replace('"', "'")
    for held, reason in FRAME.items() if f"{OVERRIDES}/base.html" in project.templates else ():
        if held not in every:
            message = f"no template shows {held}: pages lose {reason}"
            yield Problem(f"{OVERRIDES}/base.html", 0, 0, "templates-whole", message, f"write {{{{ {held} }}}} where it stood")
    for name in project.templates:
        file = _short(name)
        words = file in [f"partials/languages/{code}.html" for code in LANGUAGES]
        if file not in (*ROOTS, *included) and not words and not (theme is not None and (theme / file).is_file()):
            yield Problem(name, 0, 0, "templates-whole", "no template includes this file", "include it, or remove it")


def _short(name: str) -> str:
    return name.removeprefix(f"{OVERRIDES}/")


def _open_blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the blocks that are opened and not closed, or closed and not opened."""
    opened: list[re.Match] = []
    for match in TAG.finditer(text):
        if match["end"] and (not opened or opened.pop()["name"] != match["name"]):
            yield match.start(), f"end{match['name']} closes no {match['name']}", "close the block that was opened last"
            return
        if not match["end"] and match["name"] in BLOCKS and not (match["name"] == "set" and "=" in match["rest"]):
            opened.append(match)
    for match in opened:
        yield match.start(), f"{match['name']} is not closed", f"write {{% end{match['name']} %}} after it"


def _loose(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield braces that are not whole, and scripts that the policy of the site stops."""
    for match in JINJA.finditer(text):
        if "{{" in match[0][2:] or "{%" in match[0][2:]:
            yield match.start(), f"{match[0][:2]} is not closed", "write {{ … }} or {% … %}, whole"
    rest = CODE.sub(blank, JINJA.sub(blank, text))
    if match := BRACE.search(rest):
        yield match.start(), f"a single {match[0]} stays in the page as it is", "write {{ … }} or {% … %}, whole"
    for match in INLINE.finditer(text):
        yield match.start(), "a script in a template is not run: the site's policy forbids it", "put it into docs/assets/"


def templates_agree(project: Project) -> Iterator[Problem]:
    """What a template names is there: pages in its conditions, ids, languages; a link's words are of what it leads to.

    In overrides/404.html
    wrong: <a aria-lable="x" href="{{ base_url }}">
    right: <a href="{{ base_url }}">
    """
    ids = {id for text in project.templates.values() for id in ID.findall(text)}
    folders = {f"{name[:-3].removesuffix('index').rstrip('/')}/" for _, name in project.pages}
    for name, text in project.templates.items():
        shown = COMMENT.sub(blank, text)
        for at, message, fix in (*_attributes(shown, ids), *_conditions(shown, folders), *_directions(shown), *_mixed(shown)):
            yield Problem(name, *place_in(text, at), "templates-agree", message, fix)
        for match in HEADING.finditer(shown) if name != NOT_FOUND else ():
            message, fix = "every page has a second first-level heading", "use another element: the text brings its own"
            yield Problem(name, *place_in(text, match.start()), "templates-agree", message, fix)


def _attributes(text: str, ids: set[str]) -> Iterator[tuple[int, str, str]]:
    for match in ATTRIBUTE.finditer(text):
        name, value = match["name"], match["value"]
        if name.startswith("aria-") and name not in ARIA:
            yield match.start(), f"there is no attribute {name}", f"use one of WAI-ARIA{suggest(name, ARIA)}"
        elif "{" in value:
            continue
        elif name in ("lang", "hreflang") and value not in (*LANGUAGES, "x-default"):
            yield match.start(), f"{name}={value} is not a language of the site", f"the languages are {', '.join(LANGUAGES)}"
        elif name in POINTING:
            for id in (each for each in value.split() if each not in ids):
                fix = f"the ids of the templates are {', '.join(sorted(ids)) or 'none'}{suggest(id, ids)}"
                yield match.start(), f"{name} names the id {id}, which no template gives", fix


def _conditions(text: str, folders: set[str]) -> Iterator[tuple[int, str, str]]:
    for match in CONDITION.finditer(text):
        end, part = match["end"], match["part"]
        if not any(folder.endswith(end) if end is not None else part in folder for folder in folders):
            fix = f"addresses of pages end with /{suggest(end or part, folders)}"
            yield match.start(), f"no page has {end or part} in its address, so this never happens", fix


def _directions(text: str) -> Iterator[tuple[int, str, str]]:
    for match in ORDER.finditer(text):
        page = match["page"] or match["link"]
        if OTHER[page].search(match[0].replace(f"page.{page}_page", "")):
            yield (
                match.start(),
                f"page.{page}_page is next to the words for the other direction",
                "use page.next_page with the words for “next”, page.previous_page with those for “previous”",
            )
    for match in LAST.finditer(text):
        yield match.start(), "a section leads to its last page", "lead to the first: children[0]"


def _mixed(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield links whose address is of one thing, and whose words or language are of another."""
    things = {"page", *(name for names in LOOP.findall(text) for name in re.findall(r"\w+", names))}
    for link in ANCHOR.finditer(text):
        address = set(NAMES.findall(TYPED.sub("", link["address"]))) & things
        if not address:
            continue
        for match in OF.finditer(text, link.start(), link.end()):
            if match["thing"] in things - address:
                message = f"the link leads to {' or '.join(sorted(address))}, but {match['thing']}.{match['what']} is in it"
                yield match.start(), message, "take both from the same"
        for match in FIXED.finditer(link["tag"]):
            message = f"{match[0].strip()} stays the same, and the address does not"
            yield link.start("tag") + match.start(), message, f"write {{{{ {sorted(address)[0]}.lang }}}}"
        shown = OF.findall(link["words"])
        if shown and all(what == "lang" for _, what in shown):
            yield link.start("words"), "the words of the link are a code", "show the name"
