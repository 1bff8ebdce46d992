"""Rules about facts: dates, sources, paragraphs that records name; and about records that nothing uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from operator import ne

from dates import MONTHS
from languages import LANGUAGES, SOURCE
from problems import Problem, suggest
from records import Record

from sitecheck.letters import WORD
from sitecheck.project import ACT, Project
from sitecheck.sieve import where
from sitecheck.texts import Text

HALF_A_YEAR = timedelta(days=183)
CONFIDENCE = ("A", "B", "C")
BEGINNING = re.compile(r"-(?=[\"'`{$])(?<![^a-z]-)")  # of a name made at run time: 'search-in-' ~ code, f"quiz-{group}"
STEM = 0.75  # of a Kazakh word, without its endings
LONGEST = 60  # letters of a beginning
BEFORE = re.compile(r"(?<![\w-])(?:[a-z]+-)+$")
NUMBER = re.compile(r"(?:№|No\.)\s?\d")
SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


def _date(value: object) -> date | None:
    """Return the first day that an ISO date, year and month, or year means; None where it is none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
    try:
        return date(*(int(part or 1) for part in match.groups())) if match else None
    except ValueError:
        return None


def facts_dated(project: Project) -> Iterator[Problem]:
    """Every event has a date that exists and is not in the future, and the events are in chronological order.

    In docs/_data/timeline.yml
    wrong: date: "2008-10-32"
    right: date: "2008-10-20"
    """
    dated: list[tuple[date, str]] = []
    for id, event in project.data["timeline"].items():
        day = _date(event.own["date"])
        if day is None:
            message = f"{id}: {event.own['date']} is not a date"
            yield event.problem(("date",), "facts-dated", message, 'write "YYYY-MM-DD", "YYYY-MM" or "YYYY"')
        elif day > date.today():
            yield event.problem(("date",), "facts-dated", f"{id}: {event.own['date']} is in the future", "correct the year")
        else:
            dated.append((day, id))
    for (before, first), (day, id) in pairwise(dated):
        if day < before:
            event = project.data["timeline"][id]
            fix = f"move it before {first}, or correct the date"
            yield event.problem(("date",), "facts-dated", f"{id} is earlier than {first}, which comes before it", fix)


def facts_sourced(project: Project) -> Iterator[Problem]:
    """Every event says how certain it is: A, B or C; an official text (A) is named, by its address or by its number.

    In docs/_data/timeline.yml
    wrong: confidence: D
    right: confidence: A
    """
    for id, event in project.data["timeline"].items():
        mark, sources = event.own["confidence"], event.own["sources"]
        if mark not in CONFIDENCE:
            message = f"{id}: there is no confidence {mark}"
            yield event.problem(
                ("confidence",), "facts-sourced", message, f"write one of {', '.join(CONFIDENCE)}; history.md explains them"
            )
        if not isinstance(sources, list) or len(set(map(str, sources))) != len(sources):
            yield event.problem(
                ("sources",), "facts-sourced", f"{id}: the sources are not a list, or one appears twice", "write [https://…]"
            )
        elif mark == "A" and not sources:
            for language in LANGUAGES:
                if not NUMBER.search(event.text(language)):
                    message = f"{id}: nothing names the official text in {language}"
                    fix = "give its address in sources, or its number, such as № 70-IV, in the text; else it is B or C"
                    yield event.problem((language, "text"), "facts-sourced", message, fix)


@where(r"\d-[IVXLC]")
def acts_known(text: Text) -> Iterator[Problem]:
    """An act that nearly has the number of one in the timeline or the glossary is that one.

    In docs/en/law.md
    wrong: The second, No. 70-VI, speaks
    right: The second speaks
    """
    known = text.project.acts
    for match in ACT.finditer(text.words):
        if match.groups() not in known and (near := _nearly(*match.groups(), known)):
            fix = f"did you mean {near}? Or name it in docs/_data/timeline.yml"
            yield text.problem(match.start(), "acts-known", f"no fact names the act {match[0]}", fix)


def _nearly(number: str, convocation: str, known: Iterable[tuple[str, str]]) -> str:
    """Return the act that has the same number and another convocation, or the same but for one digit; "" if none has."""
    for other, roman in known:
        same = Counter(number) == Counter(other) or len(number) == len(other) and sum(map(ne, number, other)) == 1
        longer, shorter = sorted((number, other), key=len, reverse=True)
        one_more = len(longer) == len(shorter) + 1 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
        if number == other or convocation == roman and len(number) > 1 and (same or one_more):
            return f"{other}-{roman}"
    return ""


def status_dated(project: Project) -> Iterator[Problem]:
    """The status line says when the sources were read: a day not in the future, at most half a year ago (a warning).

    In docs/_data/validity.yml
    wrong: checked: 2099-07-01
    right: checked: 2026-07-01
    """
    events = [str(event.own["date"]) for event in project.data["timeline"].values()]
    for record in project.data["validity"].values():
        for key in ("checked", "wording"):
            value = record.own[key]
            day = _date(value)
            if day is None or day > date.today():
                message = f"{key}: {value} is not a date, or is in the future"
                yield record.problem((key,), "status-dated", message, "write YYYY-MM-DD, the day on which sources were read")
            elif key == "wording" and str(value) not in events:
                message = f"wording: no event has the date {value}"
                fix = f"the days are those of docs/_data/timeline.yml{suggest(str(value), events)}"
                yield record.problem((key,), "status-dated", message, fix)
            elif key == "checked" and date.today() - day > HALF_A_YEAR:
                problem = record.problem((key,), "status-dated", f"the sources were last read on {value}", "read them again")
                yield Problem(
                    problem.file, problem.line, problem.column, problem.rule, problem.message, problem.fix, warning=True
                )
        for language in LANGUAGES:
            if "{checked" not in record.text(language, "checked"):
                message = f"the {language} text does not show the day"
                yield record.problem((language, "checked"), "status-dated", message, "write {checked} in its place")
            for key, text in record.texts[language].items():
                lost = {match[1] for match in SLOT.finditer(record.text(SOURCE, key))} - {m[1] for m in SLOT.finditer(text)}
                if lost - {"checked"}:
                    message = f"the {language} text does not show {', '.join(sorted(lost))}, {SOURCE} does"
                    yield record.problem((language, key), "status-dated", message, "write {wording} in its place")
                for match in SLOT.finditer(text):
                    if match[1] not in record.own:
                        message = f"there is no date {match[1]}{suggest(match[1], record.own)}"
                        yield record.problem((language, key), "status-dated", message, f"the dates are {', '.join(record.own)}")
                    elif match[2] and f"{language}:{match[2]}" not in MONTHS:
                        cases = [name.partition(":")[2] for name in MONTHS if name.startswith(f"{language}:")]
                        fix = f"the cases are {', '.join(cases) or 'none'}{suggest(match[2], cases)}"
                        message = f"{language} has no case {match[2]}"
                        yield record.problem((language, key), "status-dated", message, fix)


def _named_paragraphs(project: Project) -> Iterator[tuple[Record, str, str]]:
    for term in project.data["glossary"].values():
        paragraphs = term.own["paragraphs"]
        yield from ((term, "paragraphs", str(id)) for id in (paragraphs if isinstance(paragraphs, list) else [paragraphs]))
    for task in project.data["tasks"].values():
        yield task, "paragraph", str(task.own["paragraph"])


def paragraphs_named(project: Project) -> Iterator[Problem]:
    """Paragraphs that a term or a task names exist, each once and in order; a word of the term stands in each.

    In docs/_data/glossary.yml
    wrong: paragraphs: [p11]
    right: paragraphs: [p1]
    """
    law = list(project.data["law"])
    last: dict[str, int] = {}
    for record, key, id in _named_paragraphs(project):
        if key == "paragraphs" and not isinstance(record.own[key], list):
            yield record.problem((key,), "paragraphs-named", f"{record.id}: {record.own[key]} is no list", f"write [{id}]")
            continue
        group = f"{record.file}:{record.id}" if key == "paragraphs" else record.file
        if id not in law:
            fix = f"the paragraphs are {law[0]} to {law[-1]}{suggest(id, law)}"
            yield record.problem((key,), "paragraphs-named", f"{record.id}: there is no paragraph {id}", fix)
        elif law.index(id) <= last.get(group, -1):
            message = f"{record.id}: {id} comes after a later paragraph, or is named twice"
            yield record.problem((key,), "paragraphs-named", message, "name each once, in the order of the Law")
        else:
            last[group] = law.index(id)
            if key == "paragraphs" and not _stands(record.text(SOURCE, "term"), project.data["law"][id].text(SOURCE)):
                message = f"{record.id}: no word of “{record.text(SOURCE, 'term')}” is in {id}"
                yield record.problem((key,), "paragraphs-named", message, "name the paragraphs where the term appears")


def _stands(term: str, paragraph: str) -> bool:
    """Tell whether a word of a term stands in a paragraph, with whatever ending."""
    stems = (word[: max(3, round(len(word) * STEM))] for word in WORD.findall(term.lower()) if len(word) > 2)
    return any(stem in paragraph.lower() for stem in stems)


def records_used(project: Project) -> Iterator[Problem]:
    """Every record is used: parts by a sentence taken apart, words by a writer, a template, a script or a program.

    In docs/_data/words.yml
    wrong: spare:⏎  kk: {text: Бос}⏎  ru: {text: Пусто}⏎  en: {text: Spare}⏎source-kk:
    right: source-kk:
    """
    kinds = {block.kind for page in project.pages.values() for block in page.blocks}
    for id, part in project.data["parts"].items():
        paragraph = id.partition(".")[0]
        if f"generated apart {paragraph}" not in kinds:
            message = f"no page takes {paragraph} apart"
            yield part.problem((), "records-used", message, f"write `<!-- write: apart {paragraph} -->` into a page")
    unused = {id: record for id, record in project.data["words"].items() if id not in project.data.used}
    names = {part for name in project.named for part in name.split(".")} if unused else set()
    beginnings = tuple(_beginnings(project.programs)) if unused.keys() - names else ()
    for id, record in unused.items():
        if id not in names and not id.startswith(beginnings):
            yield record.problem((), "records-used", f"nothing uses the word {id}", "use it, or remove the record")


def _beginnings(programs: str) -> set[str]:
    """Return the beginnings of names that programs put together."""
    before = (programs[max(0, match.start() - LONGEST) : match.end()] for match in BEGINNING.finditer(programs))
    return {match[0] for text in before if (match := BEFORE.search(text))}
