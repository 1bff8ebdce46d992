"""Questions: what a record of quiz.yml asks, offers and holds to be right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from records import Record

GROUPS = ("law", "goal", "tasks", "wording")
KINDS = ("one", "several", "order", "match")
LETTERS = "abcdef"  # what is chosen from, or put in order
NUMBERS = "1234"  # what is matched with a lettered option
CITATION = re.compile(r"¶(\d+)")
FOREIGN = re.compile(r"\*([^*]+)\*\{ lang=(\w+) \}")  # a passage in another language, as pages write it


@dataclass(frozen=True)
class Question:
    """A record of quiz.yml and its number on the page, from 1."""

    record: Record
    number: int

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return str(self.record.own["kind"])

    @property
    def answer(self) -> list[str]:
        """The letters of the answer, as the head of quiz.yml says."""
        answer = self.record.own["answer"]
        return [str(letter) for letter in answer] if isinstance(answer, list) else [str(answer)]

    def options(self, language: str) -> dict[str, str]:
        """Return the lettered texts: what one chooses from or puts in order."""
        return {key: self.record.text(language, key) for key in LETTERS if self.record.text(language, key)}

    def parts(self, language: str) -> dict[str, str]:
        """Return the texts that the reader judges one by one and that each have a reason: the numbered ones of a match, else
        the options."""
        numbered = {key: self.record.text(language, key) for key in NUMBERS if self.record.text(language, key)}
        return numbered if self.kind == "match" else self.options(language)

    def right(self, part: str) -> str:
        """Return what is right for a part: its place in an order, its option in a match; else "yes" or "" for a wrong option."""
        if self.kind == "order":
            return str(self.answer.index(part) + 1)
        if self.kind == "match":
            return dict(zip(NUMBERS, self.answer)).get(part, "")
        return "yes" if part in self.answer else ""

    def why(self, language: str, part: str) -> str:
        """Return the reason of a part; it cites paragraphs, as ¶4."""
        return self.record.text(language, f"{part}-why")


def read_questions(records: dict[str, Record]) -> list[Question]:
    """Return the questions in their order."""
    return [Question(record, number) for number, record in enumerate(records.values(), 1)]


def plain(text: str) -> str:
    """Return a text without its marks of another language, for places that hold nothing but letters."""
    return FOREIGN.sub(r"\1", text)
