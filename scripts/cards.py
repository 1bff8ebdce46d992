"""Cards to learn from: one for each term of the glossary and one for each task, in every language."""

from __future__ import annotations

from dataclasses import dataclass

from languages import LANGUAGES
from records import Data


@dataclass(frozen=True)
class Card:
    """A card: `names` are the terms in the other languages, by language; `topic` is a group of the glossary, or "six-tasks"."""

    id: str
    topic: str
    front: str
    back: str
    names: dict[str, str]
    paragraphs: tuple[str, ...]


def read_cards(data: Data, language: str) -> list[Card]:
    """Return the cards of a language: the terms in the order of the glossary, then the tasks in that of the Law."""
    return [*_terms(data, language), *read_task_cards(data, language)]


def _terms(data: Data, language: str) -> list[Card]:
    others = [other for other in LANGUAGES if other != language]
    return [
        Card(
            id,
            str(term.own["group"]),
            term.text(language, "term"),
            term.text(language, "definition"),
            {other: term.text(other, "term") for other in others},
            tuple(term.own["paragraphs"]),
        )
        for id, term in data["glossary"].items()
    ]


def read_task_cards(data: Data, language: str) -> list[Card]:
    """Return the cards of the tasks: the number of a task on the front, what it is on the back."""
    return [
        Card(
            f"task-{id}",
            "six-tasks",
            data["law"][task.own["paragraph"]].text(language, "name"),
            task.text(language, "short"),
            {},
            (task.own["paragraph"],),
        )
        for id, task in data["tasks"].items()
    ]
