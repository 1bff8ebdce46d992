"""Rules about one page by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blocks import Target, fill_blocks
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.pages import FOLDER, HEADING_ID, Page
from sitecheck.project import Project
from sitecheck.references import heading_id
from sitecheck.texts import front_matter_end

FRONT_KEYS = ("title", "description")
WORDS = re.compile(r"\w")
ID = re.compile(r"[a-z][a-z0-9-]*$")
STATUS = "generated status"
PLAIN_VALUE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?![\[{&*!|>%@`#\"'])(?:[^:#\n]|:(?=\S)|(?<=\S)#)+")
RIGHT_HEAD = re.compile("---\n" + "".join(rf"{key}: +(?:{PLAIN_VALUE.pattern})\n" for key in FRONT_KEYS) + "---\n")
MARKED_UP = re.compile(r"\]\(|<[a-z/!]|\bhttps?:|\bwww\.|[*_`]{2}|\]\[")


def pages_in_place(project: Project) -> Iterator[Problem]:
    """Every Markdown file is in a language's folder, has a name of a–z, 0–9 and hyphens, and is UTF-8.

    In docs/en/glossary.md
    wrong: file docs/en/Glossary_2.md
    right: file docs/en/glossary.md
    """
    for file in sorted(project.files):
        language, _, name = file.partition("/")
        if not file.lower().endswith((".md", ".markdown")):
            continue
        if language not in LANGUAGES:
            fix = f"move it into {FOLDER}/{' or '.join(LANGUAGES)}/{suggest(language, LANGUAGES)}"
            yield Problem(f"{FOLDER}/{file}", 0, 0, "pages-in-place", "the file is not in a folder of a language", fix)
        elif not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md", name):
            message = f"{name} is not a plain file name, and it becomes an address"
            yield Problem(f"{FOLDER}/{file}", 0, 0, "pages-in-place", message, "use a–z, 0–9 and hyphens, ending in .md")


def front_matter(project: Project) -> Iterator[Problem]:
    """A page's front matter holds a title and a description, each once, and nothing else.

    In docs/en/law.md
    wrong: ⏎tittle: The Law⏎
    right: ⏎title: The Law⏎
    """
    for page in project.pages.values():
        if not (RIGHT_HEAD.match(page.text) and all(page.front[key][0].strip() for key in FRONT_KEYS)):
            yield from _wrong_head(page)
        for key, (value, line) in page.front.items():
            if key in FRONT_KEYS and (match := MARKED_UP.search(value)):
                message = f"{key} holds “{match[0]}”, and is shown as plain text"
                yield Problem(page.file, line, 1, "front-matter", message, "write words only: no links, addresses or tags")


def _wrong_head(page: Page) -> Iterator[Problem]:
    """Find what is wrong in front matter that is not simply a title and a description."""
    head = page.text[: front_matter_end(page)]
    for key in FRONT_KEYS:
        if not page.front.get(key, ("",))[0].strip():
            line = page.front[key][1] if key in page.front else min(2 + FRONT_KEYS.index(key), head.count("\n") or 1)
            yield Problem(page.file, line, 1, "front-matter", f"no {key}", f"begin the page with `---`, `{key}: …`, `---`")
        if len(re.findall(rf"^{key}:", head, re.MULTILINE)) > 1:
            yield Problem(page.file, page.front[key][1], 1, "front-matter", f"{key} appears twice", "keep one")
    for line, text in enumerate(head.splitlines()[1:-1], 2):
        key, colon, value = text.partition(":")
        if key.strip() not in FRONT_KEYS:
            fix = f"the keys are {', '.join(FRONT_KEYS)}{suggest(key, FRONT_KEYS)}"
            yield Problem(page.file, line, 1, "front-matter", f"unknown key {key}", fix)
        elif value[:1].strip():
            message = "no space after the colon: nothing of the front matter is read"
            yield Problem(page.file, line, len(key) + 2, "front-matter", message, f"write `{key}: {value}`")
        elif value.strip() and not PLAIN_VALUE.fullmatch(value.strip()):
            yield Problem(page.file, line, 1, "front-matter", f"{key} is not plain YAML", "put the text in straight quotes")


def titles_unique(project: Project) -> Iterator[Problem]:
    """No two pages of a language have the same title or the same description.

    In docs/en/glossary.md
    wrong: title: The Law
    right: title: Glossary
    """
    for key in FRONT_KEYS:
        first: dict[tuple[str, str], str] = {}
        for page in project.pages.values():
            value, line = page.front.get(key, ("", 1))
            other = first.setdefault((page.language, value.casefold()), page.file)
            if value and other != page.file:
                fix = "readers of search results cannot tell the pages apart: say what is special here"
                yield Problem(page.file, line, 1, "titles-unique", f"{other} has the same {key}", fix)


def page_has_text(project: Project) -> Iterator[Problem]:
    """A page is more than its title.

    In docs/en/glossary.md
    wrong:
    right: This page explains the words.
    """
    for page in project.pages.values():
        if not any(not block.kind.startswith(("heading", STATUS)) and not block.generated for block in page.blocks):
            yield Problem(page.file, 0, 0, "page-has-text", "the page holds no text", "write it, or remove it in every language")


def headings_in_order(project: Project) -> Iterator[Problem]:
    """A page has one first-level heading, at its beginning; no level is left out, and no heading is without words.

    In docs/en/law.md
    wrong: ⏎#### Text
    right: ⏎## Text
    """
    for page in project.pages.values():
        level = 0
        for block in page.blocks:
            if not block.kind.startswith("heading"):
                continue
            now = int(block.kind.removeprefix("heading "))
            if now > level + 1 or (now == 1) != (level == 0):
                message = f"a heading of level {now} after {f'one of level {level}' if level else 'none'}"
                fix = f"make it {'#' * max(2, min(now, level + 1)) if level else '#'}"
                yield Problem(page.file, *page.place(block.start), "headings-in-order", message, fix)
            if not WORDS.search(HEADING_ID.sub("", page.block_text(block))):
                fix = "write them, or remove the heading in every language"
                yield Problem(page.file, *page.place(block.start), "headings-in-order", "the heading has no words", fix)
            level = now
        if not level:
            fix = "begin the text with `# Title { #id }`"
            yield Problem(page.file, *page.place(front_matter_end(page)), "headings-in-order", "the page has no heading", fix)


def status_line(project: Project) -> Iterator[Problem]:
    """Every page shows the status line, below its title: which wording it explains, and how far the Law's status is known.

    In docs/en/law.md
    wrong: <!-- write: validity -->
    right: <!-- write: status -->
    """
    below = [page for page in project.pages.values() if len(page.blocks) > 1 and page.blocks[1].kind == STATUS]
    usual = 2 * len(below) > len(project.pages)
    for page in project.pages.values():
        status = next((block for block in page.blocks if block.kind == STATUS), None)
        if not status:
            fix = "write `<!-- write: status -->` and `<!-- /write -->` below the heading, then `make write`"
            place = page.place(page.blocks[1].start) if len(page.blocks) > 1 else page.end
            yield Problem(page.file, *place, "status-line", "the page has no status line", fix)
        elif usual and status is not page.blocks[1]:
            message = "the status line is not where it is on other pages"
            yield Problem(page.file, *page.place(status.start), "status-line", message, "move it directly below the title")


def ids_written(project: Project) -> Iterator[Problem]:
    """Every heading has a written id in ASCII, so that its address is the same in all languages.

    In docs/en/glossary.md
    wrong: { #глоссарий }
    right: { #glossary }
    """
    for page in project.pages.values():
        for block in page.blocks:
            if not block.kind.startswith("heading"):
                continue
            id = heading_id(page.block_text(block))
            if not id:
                fix = "end the heading with ` { #id }`, the same id in every language"
                yield Problem(page.file, *page.place(block.start), "ids-written", "the heading has no id", fix)
            elif not ID.match(id):
                fix = "use a–z, 0–9 and hyphens, a letter first"
                yield Problem(page.file, *page.place(block.start), "ids-written", f"#{id} is not a plain id", fix)


def ids_unique(project: Project) -> Iterator[Problem]:
    """No id appears twice on a page.

    In docs/en/glossary.md
    wrong: { #glossary }⏎⏎## accord { #glossary }
    right: { #glossary }⏎⏎## accord { #accord }
    """
    for key, targets in project.targets.items():
        ids = project.ids(*key)
        if len(set(ids)) == len(ids):
            continue
        first = {}
        for target in targets:
            if target.id in first:
                line, _ = target.page.place(first[target.id])
                place = target.page.place(target.offset)
                yield Problem(
                    target.page.file, *place, "ids-unique", f"#{target.id} appears twice, first on line {line}", "rename one"
                )
            first.setdefault(target.id, target.offset)


def generated(project: Project) -> Iterator[Problem]:
    """Every generated block holds what its writer returns today.

    In docs/en/law.md
    wrong: <p>The tasks: union.</p>
    right: <p>The tasks: unity.</p>
    """
    for page in project.pages.values():
        text, problems = fill_blocks(page.text, Target(page.language, page.name), project.data, page.file)
        yield from problems
        if text != page.text:
            ours, theirs = page.text.splitlines(), text.splitlines()
            line = next((n for n, pair in enumerate(zip(ours, theirs), 1) if pair[0] != pair[1]), len(ours))
            yield Problem(page.file, line, 1, "generated", "a generated block is not current", "`make write`")
