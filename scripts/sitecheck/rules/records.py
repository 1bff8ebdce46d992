"""Rules about records as such: their groups, the downloads they describe, and that no two say the same."""

from __future__ import annotations

from collections.abc import Iterator

from blocks.cards import GROUPS as TERM_GROUPS
from blocks.editions import GROUPS as DOWNLOAD_GROUPS
from downloads import ALL
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.project import Project

GROUPS = {"glossary": TERM_GROUPS, "editions": DOWNLOAD_GROUPS}
TOLD_APART = {"quiz": "question", "timeline": "title", "wordings": "statement", "tasks": "name", "editions": "name"}


def groups_known(project: Project) -> Iterator[Problem]:
    """Every term and every download stands in a group that the pages show; whether a term is our choice is true or false.

    In docs/_data/editions.yml
    wrong: group: reed
    right: group: read
    """
    for file, groups in GROUPS.items():
        for record in project.data[file].values():
            if (group := str(record.own["group"])) not in groups:
                fix = f"the groups are {', '.join(groups)}{suggest(group, groups)}"
                yield record.problem(("group",), "groups-known", f"{record.id}: there is no group {group}", fix)
            if record.own.get("chosen", True) not in (True, False):
                message = f"{record.id}: chosen is {record.own['chosen']}"
                yield record.problem(("chosen",), "groups-known", message, "write true or false")


def editions_described(project: Project) -> Iterator[Problem]:
    """The downloads that records describe are those that are made, and the page of downloads offers each.

    In docs/_data/editions.yml
    wrong: offlin:⏎
    right: offline:⏎
    """
    records = project.data["editions"]
    for id, record in records.items():
        if id not in ALL:
            fix = f"scripts/downloads.py makes {', '.join(ALL)}{suggest(id, ALL)}"
            yield record.problem((), "editions-described", f"there is no download {id}", fix)
    shown = any(block.kind.startswith("generated editions") for page in project.pages.values() for block in page.blocks)
    for id in ALL if shown else ():
        if id not in records:
            message, fix = f"nothing describes the download {id}", "add a record, or it is made and no page offers it"
            yield Problem("docs/_data/editions.yml", 0, 0, "editions-described", message, fix)


def records_differ(project: Project) -> Iterator[Problem]:
    """No two questions, events, statements, tasks or downloads have the same words, and no sentence is asked about twice.

    In docs/_data/sentences.yml
    wrong: second:⏎  paragraph: p1⏎  sentence: 1⏎  kind: law⏎  kk: {why: Басқа.}⏎  ru: {why: Другое.}⏎  en: {why: Other.}⏎first:
    right: first:
    """
    for file, key in TOLD_APART.items():
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for id, record in project.data[file].items():
                words = " ".join(record.text(language, key).split()).casefold()
                if words in seen:
                    message = f"{id} has the same {key} as {seen[words]}"
                    yield record.problem((language, key), "records-differ", message, "say what is special here")
                seen.setdefault(words, id)
    asked: dict[tuple[object, object], str] = {}
    for id, record in project.data["sentences"].items():
        place = record.own["paragraph"], record.own["sentence"]
        if place in asked:
            message = f"{id} asks about the same sentence as {asked[place]}"
            yield record.problem(("sentence",), "records-differ", message, "ask about another one")
        asked.setdefault(place, id)
