"""Rules about the records of worksheets: what they point at exists, and their answers can be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from blocks.worksheets import CHOICES, split_sentences
from languages import LANGUAGES
from problems import Problem, suggest
from records import Record

from sitecheck.pages import Page
from sitecheck.project import Project

KEYLESS = ("law",)  # sheets without a question


def exercises_answered(project: Project) -> Iterator[Problem]:
    """Exercises point at what exists, their answers are among those to choose from, and each has its key on its page.

    In docs/_data/sentences.yml
    wrong: sentence: 2
    right: sentence: 1
    """
    for record in project.data["sentences"].values():
        yield from _sentence_exists(project, record)
        yield from _answers_known(record, "kind", "kind")
    for record in project.data["wordings"].values():
        yield from _answers_known(record, "kinds", "wording")
    for page in project.pages.values():
        yield from _keys_beside(page)


def _keys_beside(page: Page) -> Iterator[Problem]:
    """Yield the sheets of a page without a key made from the same records, and the keys without a sheet."""
    calls = {word: {} for word in ("sheet", "key")}
    for block in page.blocks:
        _, _, call = block.kind.partition("generated ")
        word, _, exercise = call.partition(" ")
        if word in calls and exercise not in KEYLESS:
            calls[word][exercise] = block.start
    for word, other in (("sheet", "key"), ("key", "sheet")):
        for exercise, start in calls[word].items():
            if exercise not in calls[other]:
                near = next((each for each in calls[other] if each.split()[:1] == exercise.split()[:1]), "")
                there = f", there is {other} {near}" if near else ""
                message = f"no {other} of this page is of {exercise}{there}"
                fix = f"write `<!-- write: {other} {exercise} -->`: both come from the same records"
                yield Problem(page.file, *page.place(start), "exercises-answered", message, fix)


def _sentence_exists(project: Project, record: Record) -> Iterator[Problem]:
    law, paragraph, number = project.data["law"], record.own["paragraph"], record.own["sentence"]
    if paragraph not in law:
        message = f"{record.id}: there is no paragraph {paragraph}"
        fix = f"the paragraphs are {', '.join(law)}{suggest(str(paragraph), law)}"
        yield record.problem(("paragraph",), "exercises-answered", message, fix)
        return
    counts = {language: len(split_sentences(law[paragraph].text(language))) for language in LANGUAGES}
    if missing := [language for language, count in counts.items() if number not in range(1, count + 1)]:
        message = f"{record.id}: {paragraph} has no sentence {number} in {', '.join(missing)}"
        yield record.problem(("sentence",), "exercises-answered", message, f"the last sentence is number {min(counts.values())}")


def _answers_known(record: Record, key: str, group: str) -> Iterator[Problem]:
    if key.endswith("s") and not isinstance(record.own[key], list):
        yield record.problem((key,), "exercises-answered", f"{record.id}: {key} is not a list", f'write ["{record.own[key]}"]')
    answers = record.own[key] if isinstance(record.own[key], list) else [record.own[key]]
    for answer in answers:
        if answer not in CHOICES[group]:
            fix = f"the answers are {', '.join(CHOICES[group])}{suggest(str(answer), CHOICES[group])}"
            yield record.problem((key,), "exercises-answered", f"{record.id}: there is no answer {answer}", fix)
    if not answers or len(set(map(str, answers))) != len(answers):
        yield record.problem((key,), "exercises-answered", f"{record.id}: no answer, or the same answer twice", "name each once")
