"""Rules about where links and citations of the sources lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

import downloads
from problems import Problem, suggest

from sitecheck.pages import FOLDER
from sitecheck.project import Project
from sitecheck.resolve import same_letters
from sitecheck.sieve import where
from sitecheck.texts import Text

CITATION = re.compile(r"¶\s*(\d+)$")
NUMBERED = re.compile(
    r"(?:^|\s)(?:абзаце?|paragraph|№)\s*(\d+)$|^(\d+)-?\s?(?:тармақ\w*|абзац\w*|\w{2} paragraph)$", re.IGNORECASE
)
MENTION = re.compile(r"¶\s?(\d+)")


def target_exists(project: Project) -> Iterator[Problem]:
    """Every link inside the site leads to a page, an id or a file that exists.

    In docs/en/law.md
    wrong: (glossary.md#acord)
    right: (glossary.md#accord)
    """
    for reference, language, name, id in project.inside:
        fault = _missing(project, language, name, id)
        if fault:
            yield Problem(*reference.place, "target-exists", *fault)


def _missing(project: Project, language: str, name: str, id: str) -> tuple[str, str] | None:
    """Return what is missing, and what exists instead; None where the target is there."""
    if not language:
        if name.startswith(".."):
            return f"{name} lies outside {FOLDER}/", "link to a page of the same language, or to a file in docs/assets/"
        return None if name in project.files or name in downloads.FILES else _no_file(name, project.files)
    if (language, name) not in project.pages:
        if f"{language}/{name}" in project.files:
            return None
        names = [other for code, other in project.pages if code == language]
        twin = next((other for other in names if same_letters(other, name)), "")
        near = f"; it is written {twin}" if twin else suggest(name, names)
        return f"there is no {FOLDER}/{language}/{name}", f"the pages are those of {FOLDER}/{language}{near}"
    ids = project.ids(language, name)
    if not id or id in ids:
        return None
    near = suggest(id, ids) or ": " + ", ".join("#" + one for one in ids[:20])
    return f"there is no #{id} in {FOLDER}/{language}/{name}", f"{FOLDER}/{language}/{name} has {len(ids)} ids{near}"


def _no_file(name: str, files: frozenset[str]) -> tuple[str, str]:
    twin = next((file for file in files if same_letters(file, name)), "")
    near = f"; it is written {twin}" if twin else suggest(name, files)
    return f"there is no {FOLDER}/{name}", f"the files are those below {FOLDER}/{near}"


def same_language(project: Project) -> Iterator[Problem]:
    """No link leaves its language unless it says so with `{ hreflang=ru }`: readers switch language with the switch.

    In docs/en/law.md
    wrong: (../ru/glossary.md#accord)
    right: (glossary.md#accord)
    """
    for reference, language, name, _ in project.inside:
        if language not in ("", reference.page.language, reference.language):
            yield Problem(
                *reference.place,
                "same-language",
                f"the link leads from {reference.page.language} to {language}/{name}",
                f"link to {FOLDER}/{reference.page.language}/{name}, or say so: `{{ hreflang={language} }}` after the link",
            )


def label_agrees(project: Project) -> Iterator[Problem]:
    """A citation's number is that of the paragraph it leads to.

    In docs/en/law.md
    wrong: [¶1](#p2)
    right: [¶2](#p2)
    """
    for reference, _, name, id in project.inside:
        said = CITATION.search(reference.label) or NUMBERED.search(reference.label)
        number = said and next(filter(None, said.groups()))
        meant = re.fullmatch(r"p(\d+)", id) if name == "law.md" else None
        if number and (meant or "¶" in reference.label) and (not meant or number != meant[1]):
            message = f"the label says ¶{number}, the link leads to {reference.address}"
            fix = f"label and address must name one paragraph: [¶{number}](…law.md#p{number})"
            yield Problem(*reference.place, "label-agrees", message, fix)


def label_names_target(project: Project) -> Iterator[Problem]:
    """A link whose words are the title of a page leads to that page.

    In docs/en/index.md
    wrong: [Glossary](law.md)
    right: [Glossary](glossary.md)
    """
    titles = {}
    for (language, name), page in project.pages.items():
        title = page.front.get("title", ("",))[0]
        titles.setdefault((language, _bare(title)), set()).add(name)
    for reference, language, name, id in project.inside:
        named = titles.get((language or reference.page.language, _bare(reference.label)), set())
        if name == "glossary.md" and id:  # the words are a term: term-named judges them
            continue
        if reference.kind != "image" and named and name not in named:
            one = sorted(named)[0]
            message = f"the words “{reference.label}” are the title of {one}, the link leads to {name}"
            yield Problem(*reference.place, "label-names-target", message, f"link to {one}, or name {name}")


def _bare(text: str) -> str:
    return " ".join(text.strip(" «»“”*").casefold().split())


@where("¶")
def mentions_exist(text: Text) -> Iterator[Problem]:
    """A paragraph named in running text, as ¶4, exists.

    In docs/en/law.md
    wrong: speaks of unity, as ¶7 does
    right: speaks of unity
    """
    known = [id.removeprefix("p") for id in text.project.data["law"]]
    for match in MENTION.finditer(text.raw):
        if match[1] not in known:
            fix = f"the paragraphs are ¶{known[0]} to ¶{known[-1]}{suggest(match[1], known)}"
            yield text.problem(match.start(), "mentions-exist", f"there is no ¶{match[1]}", fix)
