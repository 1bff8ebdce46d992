"""The questions of the quiz as Moodle XML, one file a language, for teachers who use a learning platform.

What is put in order becomes a match of each line with its place: every Moodle has that kind of question.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from downloads import download
from languages import LANGUAGES, SOURCE
from questions import CITATION, FOREIGN, GROUPS, Question, plain, read_questions
from records import Data

ALL = 100


def write_questions(folder: Path, address: str, data: Data) -> None:
    """Write the questions of each language into the built folder; `address` is where the site will stand, or ""."""
    for language in LANGUAGES:
        file = folder / download("quiz", language)
        file.parent.mkdir(exist_ok=True)
        tree = ElementTree(_quiz(data, language, address))
        indent(tree)
        tree.write(file, encoding="utf-8", xml_declaration=True)


def _quiz(data: Data, language: str, address: str) -> Element:
    quiz = Element("quiz")
    questions = read_questions(data["quiz"])
    for group in GROUPS:
        category = SubElement(quiz, "question", type="category")
        _text(
            SubElement(category, "category"),
            f"$course$/top/{data.word('cards-deck', language)}/{data.word(f'quiz-{group}', language)}",
        )
        for question in questions:
            if question.record.own["group"] == group:
                _question(quiz, question, language, address)
    return quiz


def _question(quiz: Element, question: Question, language: str, address: str) -> None:
    choice = question.kind in ("one", "several")
    element = SubElement(quiz, "question", type="multichoice" if choice else "matching")
    asked = question.record.text(language, "question")
    _text(SubElement(element, "name"), f"{question.number:02}. {plain(asked)}")
    _html(element, "questiontext", _as_html(asked, language, address))
    reasons = (
        "" if choice else "".join(f"<li>{_reason(question, part, language, address)}</li>" for part in question.parts(language))
    )
    _html(element, "generalfeedback", f"<ul>{reasons}</ul>" if reasons else "")
    for name, value in {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": question.record.id}.items():
        SubElement(element, name).text = value
    if choice:
        SubElement(element, "single").text = str(question.kind == "one").lower()
    SubElement(element, "shuffleanswers").text = "true"
    if choice:
        SubElement(element, "answernumbering").text = "ABCD"
    (_answers if choice else _pairs)(element, question, language, address)


def _answers(element: Element, question: Question, language: str, address: str) -> None:
    parts = question.parts(language)
    for part, text in parts.items():
        answer = SubElement(element, "answer", fraction=_share(question, part, len(parts)), format="html")
        _text(answer, _as_html(text, language, address))
        _html(answer, "feedback", _as_html(question.why(language, part), language, address))


def _share(question: Question, part: str, parts: int) -> str:
    """Return what choosing an option gives, in per cent: all right ones together 100, all wrong ones together -100."""
    right = len(question.answer)
    if part in question.answer:
        return f"{ALL / right:.7g}"
    return "0" if question.kind == "one" else f"{-ALL / (parts - right):.7g}"


def _pairs(element: Element, question: Question, language: str, address: str) -> None:
    options = question.options(language)
    for part, text in question.parts(language).items():
        pair = SubElement(element, "subquestion", format="html")
        _text(pair, _as_html(text, language, address))
        right = question.right(part)
        _text(SubElement(pair, "answer"), plain(options[right]) if question.kind == "match" else right)


def _reason(question: Question, part: str, language: str, address: str) -> str:
    asked = _as_html(question.parts(language)[part], language, address)
    return f"<b>{asked}</b><br>{_as_html(question.why(language, part), language, address)}"


def _as_html(text: str, language: str, address: str) -> str:
    """Return a text with its citations as links, where the address of the site is known."""
    marked = FOREIGN.sub(r'<span lang="\2">\1</span>', escape(text, quote=False))
    folder = "" if language == SOURCE else f"{language}/"
    return CITATION.sub(rf'<a href="{address}{folder}law/#p\1">¶\1</a>', marked) if address else marked


def _html(parent: Element, name: str, html: str) -> None:
    _text(SubElement(parent, name, format="html"), html)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
