"""The rule about numbers: a translation has those of its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from invariants import differing_numbers
from languages import SOURCE, TRANSLATIONS
from problems import Problem
from translations import Pair

from sitecheck.project import Project


def same_numbers(project: Project) -> Iterator[Problem]:
    """A translation has the numbers of its source: dates, act numbers, amounts.

    In docs/en/law.md
    wrong: The second speaks of 7 unities
    right: The second speaks of unity
    """
    faults: dict[tuple[str, str], list[tuple[Pair, str]]] = {}
    for pair in project.pairs():
        if fault := differing_numbers(pair):
            faults.setdefault((pair.unit, pair.source), []).append((pair, fault))
    for differing in faults.values():
        fix = "compare both, and correct the wrong one"
        if len(differing) == len(TRANSLATIONS) > 1 and not differing_numbers(_between([pair for pair, _ in differing])):
            pair, fault = differing[0]
            place = _number_place(project, pair, SOURCE) or pair.source_place
            yield Problem(*place, "same-numbers", fault, f"{' and '.join(TRANSLATIONS)} agree: {fix}")
            continue
        for pair, fault in differing:
            place = _number_place(project, pair, pair.language) or pair.place
            yield Problem(*place, "same-numbers", fault, fix)


def _number_place(project: Project, pair: Pair, language: str) -> tuple[str, int, int] | None:
    """Return where the text of a record stands that has other numbers; None for a page."""
    if (SOURCE, pair.unit) in project.pages:
        return None
    file, _, id = pair.unit.partition(".")
    record = project.data[file][id]
    for key, text in record.texts[pair.language].items():
        if differing_numbers(replace(pair, source=record.text(SOURCE, key), translation=text)):
            return record.file, *record.places[language, key]
    return None


def _between(pairs: list[Pair]) -> Pair:
    """Return two translations of a text as a pair."""
    return replace(pairs[1], source=pairs[0].translation)
