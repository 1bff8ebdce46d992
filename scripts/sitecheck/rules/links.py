"""Rules about links and citations in the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from problems import Problem, suggest

from sitecheck.project import Project
from sitecheck.resolve import is_outside, resolve

CITATION = re.compile(r"¶\s*(\d+)$")


def target_exists(project: Project) -> Iterator[Problem]:
    """Every link inside the site leads to a page and an id that exist."""
    for reference in project.references:
        if is_outside(reference.address):
            continue
        language, name, id = resolve(reference.page, reference.address)
        if not language:
            yield Problem(
                *reference.place,
                "target-exists",
                f"{reference.address} leads out of the language's folder",
                "link to a page of the same language",
            )
        elif (language, name) not in project.pages:
            names = [other for code, other in project.pages if code == language]
            yield Problem(
                *reference.place,
                "target-exists",
                f"there is no docs/{language}/{name}",
                f"the pages are those of docs/{language}{suggest(name, names)}",
            )
        elif id and id not in (ids := project.ids(language, name)):
            near = suggest(id, ids)
            fix = f"docs/{language}/{name} has {len(ids)} ids{near or ': ' + ', '.join('#' + one for one in ids[:20])}"
            yield Problem(*reference.place, "target-exists", f"there is no #{id} in docs/{language}/{name}", fix)


def same_language(project: Project) -> Iterator[Problem]:
    """No link leaves its language by accident: readers switch language with the switch."""
    for reference in project.references:
        if is_outside(reference.address):
            continue
        language, name, _ = resolve(reference.page, reference.address)
        if language and language != reference.page.language:
            yield Problem(
                *reference.place,
                "same-language",
                f"the link leads from {reference.page.language} to {language}/{name}",
                f"link to docs/{reference.page.language}/{name}",
            )


def label_agrees(project: Project) -> Iterator[Problem]:
    """A citation's number is that of the paragraph it leads to, and links to paragraphs are labelled as citations."""
    for reference in project.references:
        if is_outside(reference.address):
            continue
        _, name, id = resolve(reference.page, reference.address)
        said = CITATION.search(reference.label)
        meant = re.fullmatch(r"p(\d+)", id) if name == "law.md" else None
        if said and (not meant or said[1] != meant[1]):
            fix = f"label and address must name one paragraph: [¶{said[1]}](…law.md#p{said[1]})"
            yield Problem(
                *reference.place, "label-agrees", f"the label says ¶{said[1]}, the link leads to {reference.address}", fix
            )
