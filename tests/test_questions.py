"""Questions and cards: wrong records are named by file and line; what teachers and learners download can be read."""

import json
import sqlite3
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import xmlschema
from cards import read_cards
from downloads import BUILT_FILES, download
from languages import LANGUAGES
from questions import GROUPS, KINDS, read_questions
from records import load_data

ROOT = Path(__file__).resolve().parent.parent
QUIZ = "docs/_data/quiz.yml"
FAULTS = {
    "an option that is not there": (
        "answer: [a]",
        "answer: [c]",
        "4:11: questions-keyed: goal: the answer names c, but the options are a, b\n    fix: name one letter, such as [b]",
    ),
    "one right answer where several are asked for": (
        "kind: one",
        "kind: several",
        "4:11: questions-keyed: goal: 1 letter in the answer to a question of the kind “several”\n"
        "    fix: name at least two letters and leave one out, such as [a, c]",
    ),
    "an order without all": (
        "kind: one",
        "kind: order",
        "4:11: questions-keyed: goal: 1 letter in the answer to a question of the kind “order”\n"
        "    fix: name every letter once, in the right order",
    ),
    "nothing to match": (
        "kind: one",
        "kind: match",
        "1:1: questions-keyed: goal: it has no numbered lines, but is of the kind “match”\n"
        "    fix: letter them from a, number from 1",
    ),
    "no such kind": (
        "kind: one",
        "kind: single",
        "3:9: questions-keyed: goal: there is no kind single\n    fix: the kinds are one, several, order, match",
    ),
    "no such group": (
        "group: goal",
        "group: gaol",
        "2:10: questions-lead: goal: there is no group gaol\n    fix: the groups are law, goal, tasks, wording; did you mean goal?",
    ),
    "no such page": (
        "read: law.md",
        "read: lew.md",
        "5:9: questions-lead: goal: there is no page lew.md\n    fix: name a page, such as law.md#p4; did you mean law.md?",
    ),
    "a missing translation": (
        "b: Единство, ",
        "",
        "7:75: records: goal.ru has no b, other languages have\n    fix: write it, or drop it everywhere",
    ),
    "a paragraph that is not there": (
        "It is a task ¶2",
        "It is a task ¶12",
        "8:107: mentions-exist: there is no ¶12\n    fix: the paragraphs are ¶1 to ¶2; did you mean 2?",
    ),
    "another paragraph than the source": (
        "It is a task ¶2",
        "It is a task ¶1",
        "8:94: answers-explained: goal: b-why cites ¶1, in kk ¶2\n    fix: say why in a sentence that ends with its paragraph: … ¶4.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_question_is_named(tiny, name):
    old, new, message = FAULTS[name]
    tiny.replace(QUIZ, old, new)
    assert f"{QUIZ}:{message}" in tiny.problems()


@pytest.fixture(scope="module")
def data():
    return load_data(ROOT)


def test_there_are_questions_of_every_group_and_kind(data):
    questions = read_questions(data["quiz"])
    assert len(questions) >= 24
    assert {question.kind for question in questions} == set(KINDS)
    assert [question.record.own["group"] for question in questions] == sorted(
        (question.record.own["group"] for question in questions), key=GROUPS.index
    )


def test_the_right_answer_has_no_favourite_place(data):
    places = [question.answer[0] for question in read_questions(data["quiz"]) if question.kind == "one"]
    assert max(places.count(letter) for letter in "abc") <= len(places) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_how_many_questions_there_are(data, language):
    text = (ROOT / f"docs/{language}/quiz.md").read_text(encoding="utf-8")
    count = len(data["quiz"])
    assert text.count('<div class="question"') == count
    assert (
        text.count(f"{count} сұрақ" if language == "kk" else f"{count} вопросов" if language == "ru" else f"{count} questions")
        == 2
    )


def test_every_download_is_built(site):
    files = {path.relative_to(site).as_posix() for path in (site / "downloads").iterdir() if not path.name.startswith("index.")}
    assert {file for file in files if (site / file).is_file()} == BUILT_FILES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_for_moodle_fit_its_format(site, data, language):
    file = site / download("quiz", language)
    xmlschema.XMLSchema(Path(__file__).parent / "moodle.xsd").validate(file)
    found = {
        element.findtext("idnumber"): element for element in ElementTree.parse(file).getroot() if element.find("name") is not None
    }
    assert list(found) == list(data["quiz"])
    for question in read_questions(data["quiz"]):
        element, parts = found[question.record.id], question.parts(language)
        if question.kind in ("one", "several"):
            right = [answer for answer in element.findall("answer") if float(answer.get("fraction")) > 0]
            assert len(right) == len(question.answer)
            assert sum(float(answer.get("fraction")) for answer in right) == pytest.approx(100, abs=0.001)
            assert [answer.findtext("feedback/text").count("¶") > 0 for answer in element.findall("answer")] == [True] * len(
                parts
            )
        else:
            assert len(element.findall("subquestion")) == len(parts)


def read_package(file, folder):
    """Return what Anki reads of a package: its decks, and its notes as (guid, tags, fields)."""
    with ZipFile(file) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        collection = sqlite3.connect(package.extract("collection.anki2", folder))
    assert collection.execute("pragma integrity_check").fetchone() == ("ok",)
    decks = json.loads(collection.execute("select decks from col").fetchone()[0])
    notes = [
        (guid, tags.split(), fields.split("\x1f"))
        for guid, tags, fields in collection.execute("select guid, tags, flds from notes")
    ]
    assert collection.execute("select count(*) from cards").fetchone()[0] == len(notes)
    return {int(id): deck["name"] for id, deck in decks.items()}, notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_for_anki_hold_every_term_and_task(site, data, tmp_path, language):
    decks, notes = read_package(site / download("cards", language), tmp_path)
    cards = read_cards(data, language)
    assert data.word("cards-deck", language) in decks.values()
    assert [fields[:2] for _, _, fields in notes] == [[card.id, card.front] for card in cards]
    assert [tags for _, tags, _ in notes] == [[card.topic] for card in cards]
    assert len(cards) == len(data["glossary"]) + len(data["tasks"])


def test_a_note_for_anki_is_the_same_in_every_build(site, tmp_path):
    """Anki updates a note whose id it knows: these ids may never change."""
    notes = {language: read_package(site / download("cards", language), tmp_path)[1] for language in LANGUAGES}
    ids = {(language, fields[0]): guid for language in LANGUAGES for guid, _, fields in notes[language]}
    assert len(set(ids.values())) == len(ids)
    assert {key: ids[key] for key in [("kk", "law"), ("ru", "law"), ("en", "task-unity")]} == {
        ("kk", "law"): "ES:aafHqxy",
        ("ru", "law"): "PeNs)8vFxG",
        ("en", "task-unity"): "D%xXd|H5ob",
    }
