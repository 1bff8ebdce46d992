"""The rule about the words in the theme's own templates: from the theme or the records, or in the language that they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from languages import LANGUAGES, SOURCE
from problems import Problem

from sitecheck.pages import place_in
from sitecheck.project import Project
from sitecheck.references import blank
from sitecheck.resolve import page_at
from sitecheck.rules.assets import BASED, FILTERED
from sitecheck.rules.templates import CODE, COMMENT, JINJA, LOOSE, NOT_FOUND

SAID = re.compile(r"\s(?:aria-label|aria-description|title|alt|placeholder)=\"(?P<words>[^\"]*)\"")
MARKUP = re.compile(r"<[^<>]*>|&#?\w+;")
WORDS = re.compile(r"[^\W\d_]{2,}(?:[ ,]+[^\W\d_]+)*")
MARKED = re.compile(r"<[a-z][^<>]*\slang=\"(?P<code>[a-z]+)\"[^<>]*>")
LINK = re.compile(r"<a\b[^<>]*\shref=\"(?P<address>[^\"]*)\"")
ENTRY = re.compile(r"^\s*\"(?P<key>[\w.]+)\": \"(?P<text>(?:[^\"\\]|\\.)*)\"", re.MULTILINE)
SETTING = re.compile(r"language|direction|search\.config\..*")  # entries that are no words


def templates_speak(project: Project) -> Iterator[Problem]:
    """Words of a template come from the theme or the records; where they are written out, they are in the language named.

    In overrides/404.html
    wrong: <a lang="ru" href="{{ base_url }}">
    right: <a href="{{ base_url }}">
    """
    for name, text in project.templates.items():
        if name == NOT_FOUND:
            found = _not_found(project, text)
        elif PurePosixPath(name).parent.name == "languages":
            found = _interface(project, PurePosixPath(name).stem, text)
        else:
            found = _typed(text)
        for at, message, fix in found:
            yield Problem(name, *place_in(text, at), "templates-speak", message, fix)


def _typed(text: str) -> Iterator[tuple[int, str, str]]:
    bare = LOOSE.sub(blank, CODE.sub(blank, JINJA.sub(blank, COMMENT.sub(blank, text))))
    for at, words in (
        *((match.start("words"), match["words"]) for match in SAID.finditer(bare)),
        *((match.start(), match[0]) for match in WORDS.finditer(MARKUP.sub(blank, bare))),
    ):
        if WORDS.search(words) and not words.isupper():  # CC BY is the same in every language
            fix = "take it from the theme, {{ lang.t('…') }}, or from the records"
            yield at, f"“{words.strip()}” stays in one language on every page", fix


def _interface(project: Project, code: str, text: str) -> Iterator[tuple[int, str, str]]:
    """Yield words of the interface that are in another language than the file says."""
    right = {"language": code, "direction": "ltr"}
    for match in ENTRY.finditer(text):
        key, words = match["key"], match["text"]
        if words != right.get(key, words):
            yield match.start("text"), f"{key} is {words}", f"write {right[key]}"
        elif not words.strip():
            yield match.start(), f"{key} has no words", f"write them in {code}"
        elif code in LANGUAGES and not SETTING.fullmatch(key) and WORDS.search(words) and project.is_foreign(words, code):
            yield match.start("text"), f"“{words}” is not in {code}", "translate it"


def _not_found(project: Project, text: str) -> Iterator[tuple[int, str, str]]:
    """Yield words in another language than the element they stand in says, and links that leave it."""
    marks = list(MARKED.finditer(text))
    body = max(text.find("<body"), 0)
    pages: dict[str, list[tuple[str, int]]] = {}
    for mark, after in zip(marks, [*marks[1:], None]):
        start, end, code = max(mark.start(), body), after.start() if after else len(text), mark["code"]
        shown = MARKUP.sub(blank, CODE.sub(blank, JINJA.sub(blank, text[start:end])))
        for match in re.finditer(r"\S(?:\S| (?=\S))*", shown):
            if WORDS.search(match[0]) and project.is_foreign(match[0], code):
                yield start + match.start(), f"“{match[0]}” is not in {code}", f"translate it, or correct lang={code}"
        for match in LINK.finditer(text, start, end):
            inside = FILTERED.match(match["address"]) or BASED.match(match["address"])
            language, page = page_at(inside["path"] or ".") if inside else ("", "")
            if language and language != code:
                yield match.start("address"), f"words in {code} lead to a page in {language}", f"lead to the page in {code}"
            elif language:
                pages.setdefault(code, []).append((page, match.start("address")))
    for code, links in pages.items():
        for (page, at), (there, _) in zip(links, pages.get(SOURCE, ())):
            if page != there:
                yield at, f"the link in {code} leads to {page}, that in {SOURCE} to {there}", "lead to the same page"
