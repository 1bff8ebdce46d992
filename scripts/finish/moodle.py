"""The questions of the quiz as Moodle XML, one file a language, for teachers who use a learning platform.

What is put in order becomes a match of each line with its place: every Moodle has that kind of question.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from downloads import download
from languages import LANGUAGES, SOURCE
from questions import CITATION, FOREIGN, GROUPS, Question, plain, read_questions
from records import Data

ALL = 100  # per cent of the mark


def write_questions(folder: Path, address: str, data: Data) -> None:
    """Write the questions of each language into the built folder; `address` is where the site will stand, or ""."""
    for language in LANGUAGES:
        file = folder / download("quiz", language)
        file.parent.mkdir(exist_ok=True)
        tree = ElementTree(_Exam(data, language, address).write())
        indent(tree)
        tree.write(file, encoding="utf-8", xml_declaration=True)


@dataclass(frozen=True)
class _Exam:
    """The questions of one language."""

    data: Data
    language: str
    address: str

    def write(self) -> Element:
        """Return all questions, each group in a category of its own."""
        quiz = Element("quiz")
        for group in GROUPS:
            category = f"$course$/top/{self.word('cards-deck')}/{self.word(f'quiz-{group}')}"
            _text(SubElement(SubElement(quiz, "question", type="category"), "category"), category)
            for question in read_questions(self.data["quiz"]):
                if question.record.own["group"] == group:
                    self.add_question(quiz, question)
        return quiz

    def word(self, id: str) -> str:
        return self.data.word(id, self.language)

    def add_question(self, quiz: Element, question: Question) -> None:
        boxes = question.kind in ("one", "several")
        asked = question.record.text(self.language, "question")
        element = SubElement(quiz, "question", type="multichoice" if boxes else "matching")
        _text(SubElement(element, "name"), f"{question.number:02}. {plain(asked)}")
        _html(element, "questiontext", f"<p>{self.html(asked)}</p><p>{self.word(f'quiz-how-{question.kind}')}</p>")
        _html(element, "generalfeedback", "" if boxes else self.reasons(question))
        for name, value in {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": question.record.id}.items():
            SubElement(element, name).text = value
        if boxes:
            self.add_answers(element, question)
        else:
            self.add_pairs(element, question)

    def add_answers(self, element: Element, question: Question) -> None:
        for name, value in {"single": question.kind == "one", "shuffleanswers": True}.items():
            SubElement(element, name).text = str(value).lower()
        SubElement(element, "answernumbering").text = "ABCD"
        for part, text in question.parts(self.language).items():
            answer = SubElement(element, "answer", fraction=_share(question, part), format="html")
            _text(answer, self.html(text))
            _html(answer, "feedback", self.html(question.why(self.language, part)))

    def add_pairs(self, element: Element, question: Question) -> None:
        SubElement(element, "shuffleanswers").text = "true"
        options = question.options(self.language)
        for part, text in question.parts(self.language).items():
            pair, right = SubElement(element, "subquestion", format="html"), question.right(part)
            _text(pair, self.html(text))
            _text(SubElement(pair, "answer"), plain(options[right]) if question.kind == "match" else right)

    def reasons(self, question: Question) -> str:
        parts = question.parts(self.language).items()
        rows = (f"<li><b>{self.html(text)}</b><br>{self.html(question.why(self.language, part))}</li>" for part, text in parts)
        return f"<ul>{''.join(rows)}</ul>"

    def html(self, text: str) -> str:
        """Return a text with its citations as links, where the address of the site is known."""
        marked = FOREIGN.sub(r'<span lang="\2">\1</span>', escape(text, quote=False))
        folder = "" if self.language == SOURCE else f"{self.language}/"
        return CITATION.sub(rf'<a href="{self.address}{folder}law/#p\1">¶\1</a>', marked) if self.address else marked


def _share(question: Question, part: str) -> str:
    """Return what choosing an option gives, in per cent: all right ones together 100, all wrong ones together -100."""
    right = len(question.answer)
    if part in question.answer:
        return f"{ALL / right:.7g}"
    return "0" if question.kind == "one" else f"{-ALL / (len(question.options(SOURCE)) - right):.7g}"


def _html(parent: Element, name: str, html: str) -> None:
    _text(SubElement(parent, name, format="html"), html)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
