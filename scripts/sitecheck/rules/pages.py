"""Rules about one page by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blocks import Target, fill_blocks
from problems import Problem, suggest

from sitecheck.project import Project
from sitecheck.references import heading_id

FRONT_KEYS = ("title", "description")
ID = re.compile(r"[a-z][a-z0-9-]*$")


def front_matter(project: Project) -> Iterator[Problem]:
    """A page's front matter holds a title and a description, and nothing else."""
    for page in project.pages.values():
        for key in FRONT_KEYS:
            if not page.front.get(key, ("",))[0]:
                yield Problem(page.file, 1, 1, "front-matter", f"no {key}", f"begin the page with `---`, `{key}: …`, `---`")
        for key, (_, line) in page.front.items():
            if key not in FRONT_KEYS:
                fix = f"the keys are {', '.join(FRONT_KEYS)}{suggest(key, FRONT_KEYS)}"
                yield Problem(page.file, line, 1, "front-matter", f"unknown key {key}", fix)


def ids_written(project: Project) -> Iterator[Problem]:
    """Every heading has a written id in ASCII, so that its address is the same in all languages."""
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
    """No id stands twice on a page."""
    for targets in project.targets.values():
        first = {}
        for target in targets:
            if target.id in first:
                line, _ = target.page.place(first[target.id])
                place = target.page.place(target.offset)
                yield Problem(
                    target.page.file, *place, "ids-unique", f"#{target.id} stands twice, first in line {line}", "rename one"
                )
            first.setdefault(target.id, target.offset)


def generated(project: Project) -> Iterator[Problem]:
    """Every generated block holds what its writer returns today."""
    for page in project.pages.values():
        text, problems = fill_blocks(page.text, Target(page.language, page.name), project.data, page.file)
        yield from problems
        if text != page.text:
            ours, theirs = page.text.splitlines(), text.splitlines()
            line = next((n for n, pair in enumerate(zip(ours, theirs), 1) if pair[0] != pair[1]), len(ours))
            yield Problem(page.file, line, 1, "generated", "a generated block is not current", "`make write`")
