"""Rules about the language that texts are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from languages import LANGUAGES, SOURCE
from problems import Problem

from sitecheck.exceptions import allow
from sitecheck.letters import KAZAKH_ONLY, KAZAKH_WORD, WORD, judge_language
from sitecheck.project import Project
from sitecheck.references import blank
from sitecheck.sieve import where
from sitecheck.texts import Text, running_text

NAMES = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
ENOUGH = 4  # words: fewer do not show their language
LONG = 6  # words of a sentence: in shorter Kazakh ones no special letter need stand, but no typically Russian word does
RUSSIAN_WORD = re.compile(  # prepositions, small words and endings that Kazakh does not have
    r"\b(?:в|во|для|из|к|на|об|по|с|со|при|под|над|это|эта|этот|эти|что|как|или|его|её|они|она|был|была|было|были|есть|только|также|"
    r"который|которая|которое|которые|нет|если|чтобы|между)\b|[а-яё]{2}(?:ться|ется|ются|ется|ого|ему|ыми|ости|ской|ского|ении|ание)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^\W\d_][^.!?:;]+[.!?:;]?")
LATIN_RUN = re.compile(r"(?:\b[a-z][a-z’'-]*[ ,]+){2,}[a-z]{3,}", re.IGNORECASE)
LATIN_PAIR = re.compile(r"[\s:–-]*[a-z][a-z’'-]+(?:[\s:–-]+[a-z][a-z’'-]+){1,2}[\s.:?!]*", re.IGNORECASE)
WHOLE = re.compile(r"\A[^|]+\Z|(?<=\|)[^|\n]+(?=\|)")  # a text, a cell
ITALICS = re.compile(r"(?<![*\w])\*[^*\n]+\*(?![*{])")
NAME = re.compile(r"[A-Z][\w’'-]*(?:[ ,]+(?:[A-Z][\w’'-]*|of|the|and|in|on|for|to|at|an?))*")
LATIN_WORD = re.compile(r"[a-zA-Z]{3}")
PLAIN_WORD = re.compile(r"(?<![\w.(#/-])[^\W\d_A-Z\u0410-\u042f]{3,}(?![\w./-])")  # no name, no abbreviation, no file
OUTSIDE_LINK = re.compile(r"\[[^\]\n]*\]\((?:https?:|mailto:)[^)\s]*\)")
# A Latin word that is no address and no attribute; three Cyrillic words in a row without a letter of Kazakh alone; such a letter.
_LATIN = r"(?:\A|[^a-zA-Z\d./#=_&?%:(-]|[^\]]\()[a-zA-Z]|\{[^}\n]*(?:\n|\z)"
_OWN = KAZAKH_ONLY + KAZAKH_ONLY.upper()
_CYRILLIC = r"[а-яёА-ЯЁ]"
_BETWEEN = rf"[^{_OWN}а-яёА-ЯЁ]"
MAY_BE_FOREIGN = {
    "kk": rf"{_LATIN}|(?:\A|{_BETWEEN}){_CYRILLIC}+{_BETWEEN}+{_CYRILLIC}+{_BETWEEN}+{_CYRILLIC}+(?:{_BETWEEN}|\z)",
    "ru": rf"{_LATIN}|[{_OWN}]",
    "en": r"[\x{400}-\x{4ff}]",
}
QUOTATION = re.compile(r"«[^«»]*»|“[^“”]*”")


@where(MAY_BE_FOREIGN)
def in_language(text: Text) -> Iterator[Problem]:
    """Every text is in the language of its page; a passage in another language is marked `*…*{ lang=kk }`.

    In docs/ru/law.md
    wrong: The second speaks of unity
    right: Второй говорит о единстве
    """
    words = _without_names(text)
    found = judge_language(words)
    count = len(WORD.findall(words)) if found != text.language else 0
    if count >= ENOUGH and not _may_be_kazakh(text.language, words, count):
        message = f"the text is {NAMES[found]}, the page {NAMES[text.language]}"
        fix = f"translate it, or mark it: *words*{{ lang={found} }}"
        yield text.problem(_first(words), "in-language", message, fix)
    elif text.language == SOURCE and (match := next(_lost_sentences(words), None)):
        message = f"“{match[0].strip()}” has no letter that only Kazakh uses, so it seems not to be Kazakh"
        yield text.problem(match.start(), "in-language", message, "translate it, or mark it: *words*{ lang=ru }")
    elif text.language != "en" and LATIN_WORD.search(words):
        for match in _english(text, QUOTATION.sub(blank, words)):
            message = f"“{match[0]}” is English, the page {NAMES[text.language]}"
            yield text.problem(match.start(), "in-language", message, "translate it, or mark it: *words*{ lang=en }")


def _english(text: Text, words: str) -> Iterator[re.Match]:
    """Yield three English words in a row, and two that are all of a text, a cell or a passage in italics; names are none."""
    for match in LATIN_RUN.finditer(words):
        if not NAME.fullmatch(match[0]):
            yield match
    for whole in (*WHOLE.finditer(text.raw), *ITALICS.finditer(text.raw)):
        match = LATIN_PAIR.fullmatch(words, *whole.span())
        if match and not NAME.fullmatch(match[0].strip()):
            yield re.compile(r"\S.*\S").search(words, *whole.span())


def _without_names(text: Text) -> str:
    """Return the words of a text without those of outside links: they are names."""
    return running_text(OUTSIDE_LINK.sub(blank, text.raw)) if "](http" in text.raw else text.words


def _lost_sentences(words: str) -> Iterator[re.Match]:
    """Yield the sentences of some length in which no word has one of the letters that Kazakh has and Russian has not."""
    for match in SENTENCE.finditer(words):
        if KAZAKH_WORD.search(match[0]):
            continue
        count = len(WORD.findall(match[0]))
        if (count >= LONG or count >= ENOUGH and RUSSIAN_WORD.search(match[0])) and judge_language(match[0]) == "ru":
            yield match


def _may_be_kazakh(language: str, words: str, count: int) -> bool:
    """Tell whether a short text with one or two of the special letters can be Kazakh all the same."""
    return language == "kk" and count < 3 * ENOUGH and bool(KAZAKH_WORD.search(words))


def _first(words: str) -> int:
    match = WORD.search(words)
    return match.start() if match else 0


@allow("docs/_data/glossary.yml", "glossary.halyk-kenesi", "the name of this body is not translated into Russian")
def translated(project: Project) -> Iterator[Problem]:
    """No text is the same in two languages.

    In docs/ru/law.md
    wrong: Екіншісі бірлікті айтады
    right: Второй говорит о единстве
    """
    for first, second in combinations(LANGUAGES, 2):
        for unit, text, places in (*_same_in_pages(project, first, second), *_same_in_records(project, first, second)):
            words = running_text(text)
            if len(WORD.findall(words)) > 1:
                wrong, right = (first, second) if judge_language(words) == second else (second, first)
                message = f"{unit} is the same text in {right} and {wrong}"
                yield Problem(*places[wrong], "translated", message, "translate it")


Same = tuple[str, str, dict[str, tuple[str, int, int]]]  # the unit, the text, its place by language


def _same_in_pages(project: Project, first: str, second: str) -> Iterator[Same]:
    """Yield the titles, descriptions, blocks and cells of pages that are the same in two languages."""
    for page, other in (
        (page, project.pages.get((second, name))) for (code, name), page in project.pages.items() if code == first
    ):
        for key in page.front.keys() & other.front.keys() if other else ():
            (text, line), (same, line_there) = page.front[key], other.front[key]
            if text == same:
                yield page.name, text, {first: (page.file, line, 1), second: (other.file, line_there, 1)}
        blocks = list(zip(page.written(), other.written())) if other else ()
        for a, b in blocks:
            size = a.length
            row = a.kind.startswith("row")
            if row or size == b.length and not a.kind.startswith("generated"):
                texts = (page.block_text(a), other.block_text(b))
                for text in _shared(*texts, row):
                    place, place_there = page.place(a.start), other.place(b.start)
                    yield f"{page.name}:{place[0]}", text, {first: (page.file, *place), second: (other.file, *place_there)}


def _shared(text: str, other: str, row: bool) -> list[str]:
    """Return what two blocks share as a whole: all, or cells of a row."""
    if text == other:
        return [text]
    return [a for a, b in zip(text.split("|"), other.split("|")) if a == b and PLAIN_WORD.search(a)] if row else []


def _same_in_records(project: Project, first: str, second: str) -> Iterator[Same]:
    """Yield the texts of records that are the same in two languages."""
    for file, records in project.data.files.items():
        for id, record in records.items():
            for key, text in record.texts[first].items():
                if text == record.texts[second].get(key):
                    yield f"{file}.{id}", text, {code: (record.file, *record.places[code, key]) for code in (first, second)}
