"""Rules about the questions of the quiz."""

from __future__ import annotations

from collections.abc import Iterator

from languages import LANGUAGES, SOURCE
from problems import Problem, suggest
from questions import CITATION, GROUPS, KINDS, LETTERS, NUMBERS, Question, read_questions

from sitecheck.project import Project

SHAPES = {
    "one": "name one letter, such as [b]",
    "several": "name at least two letters and leave one out, such as [a, c]",
    "order": "name every letter once, in the right order",
    "match": "name a letter for each number, in the order of the numbers",
}


def _questions(project: Project) -> list[Question]:
    return read_questions(project.data["quiz"])


def questions_keyed(project: Project) -> Iterator[Problem]:
    """A question's answer fits its kind: one right option, several but not all, all in order, or one for each number.

    In docs/_data/quiz.yml
    wrong: answer: [a, b]
    right: answer: [a]
    """
    for question in _questions(project):
        record, kind = question.record, question.kind
        if kind not in KINDS:
            message = f"{record.id}: there is no kind {kind}"
            yield record.problem(("kind",), "questions-keyed", message, f"the kinds are {', '.join(KINDS)}{suggest(kind, KINDS)}")
        elif fault := _shape_fault(question):
            fix = f"letter them from {LETTERS[0]}, number from 1"
            yield record.problem(_first_wrong(question), "questions-keyed", f"{record.id}: {fault}", fix)
        elif fault := _answer_fault(question):
            yield record.problem(("answer",), "questions-keyed", f"{record.id}: {fault}", SHAPES[kind])


def _shape_fault(question: Question) -> str:
    """Return what is wrong with the options and numbers of a question, or an empty string."""
    letters = "".join(question.options(SOURCE))
    numbers = "".join(number for number in NUMBERS if question.record.text(SOURCE, number))
    if len(letters) < 2 or not LETTERS.startswith(letters):
        return f"its options are {', '.join(letters) or 'none'}"
    if not NUMBERS.startswith(numbers) or (len(numbers) > 1) != (question.kind == "match"):
        return f"it has {len(numbers) or 'no'} numbered lines, but is of the kind “{question.kind}”"
    return ""


def _first_wrong(question: Question) -> tuple[str, ...]:
    """Return the path of the first option whose letter is not next in order; of the record where all are."""
    options = zip(LETTERS, question.options(SOURCE))
    return next(((SOURCE, letter) for expected, letter in options if letter != expected), ())


def _answer_fault(question: Question) -> str:
    answer, letters, count = question.answer, list(question.options(SOURCE)), len(question.answer)
    strange = [letter for letter in answer if letter not in letters]
    if strange:
        return f"the answer names {', '.join(strange)}, but the options are {', '.join(letters)}"
    fits = {
        "one": count == 1,
        "several": 1 < len(set(answer)) == count < len(letters),
        "order": sorted(answer) == letters,
        "match": count == len(question.parts(SOURCE)) and (count != len(letters) or len(set(answer)) == count),
    }[question.kind]
    return (
        ""
        if fits
        else f"{count} {'letter' if count == 1 else 'letters'} in the answer to a question of the kind “{question.kind}”"
    )


def questions_ask(project: Project) -> Iterator[Problem]:
    """Every question ends with a question mark, in every language.

    In docs/_data/quiz.yml
    wrong: question: What is the goal.,
    right: question: What is the goal?,
    """
    for question in _questions(project):
        for language in LANGUAGES:
            if not question.record.text(language, "question").rstrip().endswith("?"):
                message = f"{question.record.id}: the question does not end with ?"
                yield question.record.problem((language, "question"), "questions-ask", message, "end it with ?")


def options_differ(project: Project) -> Iterator[Problem]:
    """No two options of a question say the same thing.

    In docs/_data/quiz.yml
    wrong: b: accord,
    right: b: unity,
    """
    for question in _questions(project):
        for language in LANGUAGES:
            first: dict[str, str] = {}
            for part, text in {**question.options(language), **question.parts(language)}.items():
                same = " ".join(text.split()).casefold().strip(" .")
                if same in first:
                    message = f"{question.record.id}: {part} says the same thing as {first[same]}: “{text}”"
                    place = (language, part)
                    yield question.record.problem(place, "options-differ", message, "offer something else, in every language")
                first.setdefault(same, part)


def answers_explained(project: Project) -> Iterator[Problem]:
    """Every answer to a question is explained, right or wrong, and the explanation cites the same paragraphs everywhere.

    In docs/_data/quiz.yml
    wrong: It is a task.
    right: It is a task ¶2.
    """
    for question in _questions(project):
        for language in LANGUAGES:
            for part in question.parts(language):
                why, key = question.why(language, part), f"{part}-why"
                cited, there = (CITATION.findall(text) for text in (why, question.why(SOURCE, part)))
                fault = ""
                if not why:
                    fault = f"{part} has no reason"
                elif not cited:
                    fault = f"{key} cites no paragraph"
                elif cited != there:
                    fault = f"{key} cites ¶{', ¶'.join(cited)}, in {SOURCE} ¶{', ¶'.join(there)}"
                if fault:
                    place = (language, key if why else part)
                    fix = "say why in a sentence that ends with its paragraph: … ¶4."
                    yield question.record.problem(place, "answers-explained", f"{question.record.id}: {fault}", fix)


def questions_lead(project: Project) -> Iterator[Problem]:
    """Every question belongs to a group of the quiz and says where its answer can be read: a page and an id that exist.

    In docs/_data/quiz.yml
    wrong: read: law.md#p3
    right: read: law.md#p1
    """
    for question in _questions(project):
        record, group, read = question.record, str(question.record.own["group"]), str(question.record.own["read"])
        if group not in GROUPS:
            fix = f"the groups are {', '.join(GROUPS)}{suggest(group, GROUPS)}"
            yield record.problem(("group",), "questions-lead", f"{record.id}: there is no group {group}", fix)
        page, _, id = read.partition("#")
        if (SOURCE, page) not in project.pages:
            fix = f"name a page, such as law.md#p4{suggest(page, [name for _, name in project.pages])}"
            yield record.problem(("read",), "questions-lead", f"{record.id}: there is no page {page}", fix)
        elif id not in (ids := project.ids(SOURCE, page)):
            fix = f"{page} has #{', #'.join(ids[:20])}{suggest(id, ids)}"
            yield record.problem(("read",), "questions-lead", f"{record.id}: there is no #{id} in {page}", fix)
