"""Rules about where links and citations of the sources lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import downloads
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.pages import FOLDER
from sitecheck.project import Project
from sitecheck.references import LINK, Reference
from sitecheck.resolve import address_from, same_letters
from sitecheck.sieve import where
from sitecheck.texts import Text

CITATION = re.compile(r"¶\s*(\d+)$")
NUMBERED = re.compile(
    r"(?:^|\s)(?:абзаце?|paragraph|№)\s*(\d+)$|^(\d+)-?\s?(?:тармақ\w*|абзац\w*|\w{2} paragraph)$", re.IGNORECASE
)
SHEET = re.compile(r"\b(?:sheet|лист\w{0,2}) (\d+)\b|\b(\d+)-парақ|^(\d+)\. ", re.IGNORECASE)
LANGUAGE_FOLDERS = tuple(f"{language}/" for language in LANGUAGES)
FEW = 4  # pages with the same id, of which one was meant
MENTION = re.compile(r"¶\s?(\d+)")


def target_exists(project: Project) -> Iterator[Problem]:
    """Every link inside the site leads to a page, an id or a file that exists.

    In docs/en/law.md
    wrong: (glossary.md#acord)
    right: (glossary.md#accord)
    """
    for reference, language, name, id in project.inside:
        fault = _missing(project, reference, language, name, id)
        if fault:
            yield Problem(*reference.place, "target-exists", *fault)


def _missing(project: Project, reference: Reference, language: str, name: str, id: str) -> tuple[str, str] | None:
    """Return what is missing, and what exists instead; None where the target is there."""
    page = reference.page
    if not language or (language, name) not in project.pages:
        path = f"{language}/{name}" if language else name
        if path in project.files or path in downloads.FILES:
            return None
        known = [other for code, other in project.pages if code == (language or page.language)]
        meant = project.meant(page, name, id) if language in ("", page.language) else ""
        twin = next((other for other in (known if language else project.files) if same_letters(other, name)), "")
        if meant:
            near = f"; there is {FOLDER}/{page.language}/{meant}: write {address_from(page, meant, id, reference.kind)}"
        elif twin:
            near = f"; it is written {twin}"
        elif path.startswith(".."):
            return f"{path} lies outside {FOLDER}/", "link to a page of the same language, or to a file in docs/assets/"
        else:
            near = suggest(name, known if language else [file for file in project.files if not file.startswith(LANGUAGE_FOLDERS)])
        there = f"the pages are those of {FOLDER}/{language}" if language else f"the files are those below {FOLDER}/"
        return f"there is no {FOLDER}/{path}", there + near
    ids = project.ids(language, name)
    if not id or id in ids:
        return None
    others = [other for (code, other), _ in project.pages.items() if code == language and id in project.ids(code, other)]
    if language == page.language and 0 < len(others) < FEW:
        near = ": it is in another page, write " + " or ".join(address_from(page, each, id, reference.kind) for each in others)
    else:
        near = suggest(id, ids) or ": " + ", ".join("#" + one for one in ids[:20])
    return f"there is no #{id} in {FOLDER}/{language}/{name}", f"{FOLDER}/{language}/{name} has {len(ids)} ids{near}"


def same_language(project: Project) -> Iterator[Problem]:
    """No link leaves its language unless it says so with `{ hreflang=ru }`: readers change language with the language switch.

    In docs/en/law.md
    wrong: (../ru/glossary.md#accord)
    right: (glossary.md#accord)
    """
    for reference, language, name, _ in project.inside:
        said = reference.language
        if said and said != language and language and _says(reference, f"hreflang={said}"):
            message = f"the link says hreflang={said} but leads to {language}/{name}"
            yield Problem(*reference.place, "same-language", message, f"write hreflang={language}, or link to {said}/{name}")
        if language not in ("", reference.page.language, reference.language):
            yield Problem(
                *reference.place,
                "same-language",
                f"the link leads from {reference.page.language} to {language}/{name}",
                f"link to {FOLDER}/{reference.page.language}/{name}, or say so: `{{ hreflang={language} }}` after the link",
            )


def _says(reference: Reference, words: str) -> bool:
    match = LINK.match(reference.page.text, reference.offset)
    return bool(match) and words in (match["attributes"] or "")


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
            message = f"the label says ¶{number}, but the link leads to {reference.address}"
            fix = f"label and address must name one paragraph: [¶{number}](…law.md#p{number})"
            yield Problem(*reference.place, "label-agrees", message, fix)


def label_names_target(project: Project) -> Iterator[Problem]:
    """A link whose words are the title of a page, or the number of a worksheet, leads to that page.

    In docs/en/index.md
    wrong: [Glossary](law.md)
    right: [Glossary](glossary.md)
    """
    titles, sheets, sheet = {}, {}, cache(_sheet)  # pages use the same words
    for (language, name), page in project.pages.items():
        title = page.front.get("title", ("",))[0]
        titles.setdefault((language, _bare(title)), set()).add(name)
        if number := _sheet(title)[0]:
            sheets[language, number] = name
    for reference, language, name, id in project.inside:
        named = titles.get((language or reference.page.language, _bare(reference.label)), set())
        if name == "glossary.md" and id:  # the words are a term: term-named judges them
            continue
        if reference.kind != "image" and named and name not in named:
            one = sorted(named)[0]
            message = f"the words “{reference.label}” are the title of {one}, but the link leads to {name}"
            yield Problem(*reference.place, "label-names-target", message, f"link to {one}, or name {name}")
            continue
        number, says_sheet = sheet(reference.label)
        if number and (says_sheet or name in sheets.values()):
            one = sheets.get((reference.page.language, number), name)
            if one != name:
                message = f"the words “{reference.label}” name sheet {number}, but the link leads to {name}"
                yield Problem(*reference.place, "label-names-target", message, f"link to {address_from(reference.page, one)}")


def _sheet(words: str) -> tuple[str, bool]:
    """Return the number of the worksheet that some words name, or "", and whether they say that it is one."""
    match = SHEET.search(words)
    return (next(filter(None, match.groups())), not match[3]) if match else ("", False)


def _bare(text: str) -> str:
    return " ".join(text.strip(" «»“”*").casefold().split())


@where("¶")
def mentions_exist(text: Text) -> Iterator[Problem]:
    """A paragraph named in running text, such as ¶4, exists.

    In docs/en/law.md
    wrong: speaks of unity, as ¶7 does
    right: speaks of unity
    """
    known = [id.removeprefix("p") for id in text.project.data["law"]]
    for match in MENTION.finditer(text.raw):
        if match[1] not in known:
            fix = f"the paragraphs are ¶{known[0]} to ¶{known[-1]}{suggest(match[1], known)}"
            yield text.problem(match.start(), "mentions-exist", f"there is no ¶{match[1]}", fix)
