"""Rules about words: quotations that drifted, names of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from languages import LANGUAGES
from problems import Problem

from sitecheck.letters import WORD
from sitecheck.project import Project
from sitecheck.references import blank
from sitecheck.sieve import LETTER, where
from sitecheck.texts import Text

QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”")
NEAR, STEM, LEAST = 0.72, 4, 3  # how like the source; letters that inflection leaves alone; words of a quotation
_BETWEEN = r"[^a-zA-Z\x{c0}-\x{4ff}«»“”]"
MAY_QUOTE = rf"[«“]{_BETWEEN}*{(LEAST - 1) * f'{LETTER}+{_BETWEEN}+'}{LETTER}"
SAID = re.compile(r"«[^«»]+»|“[^“”]+”|\*[^*\n]+\*|`[^`\n]+`")  # quoted, or shown as an example
MISTAKES = {  # what copies and translations of the Law have wrong, and what is right
    "en": {
        r"inter-ethnic": "interethnic",
        r"(?:interethnic|public) consent": "accord",
        r"of the Kazakhstan(?!i)\b": "of Kazakhstan",
        r"main objectives": "main tasks",
        r"Assembly of Peoples?\b(?! of)": "Assembly of the People",
        r"Assembly of the Kazakhstan People": "Assembly of the People of Kazakhstan",
        r"Kazakh patriotism|patriotism of Kazakh\b": "Kazakhstani patriotism",
        r"Kazakh civi[cl] identity": "Kazakhstani civic identity",
    },
    "ru": {
        r"межнационально\w+ соглас\w+": "межэтническое согласие",
        r"меж-этническ\w+": "межэтнический",
        r"казахск\w+ патриотизм\w*": "казахстанский патриотизм",
        r"Ассамбле\w+ народа Казахстан\b": "Ассамблея народа Казахстана",
    },
    "kk": {
        r"ұлтаралық келісім\w*": "этносаралық келісім",
        r"қазақ патриотизм\w*": "қазақстандық патриотизм",
    },
}

ROMAN = str.maketrans("ІХlі1\u2160\u2164\u2169", "IXIII" + "IVX")
_ROMAN = rf"(?P<roman>(?=[lі1]*[IVXІ\u2160\u2164\u2169])[IVXLC{''.join(map(chr, ROMAN))}]+)"
ACT = re.compile(rf"(?:(?P<sign>№|\bNo\.?|\bN)[ \u00a0]*)?\b(?P<number>\d+)(?:[ \u00a0]?[-‐‑–—][ \u00a0]?{_ROMAN}\b)?")
_ODD = f"[{''.join(map(chr, ROMAN))}]"
_WRONG_ACT = (
    rf"№(?:[^ \x{{a0}}]|[ \x{{a0}}]{{2}})|\d(?:[ \x{{a0}}][-‐‑–—][ \x{{a0}}]?|[-‐‑–—][ \x{{a0}}]|[‐‑–—])(?:[IVXLC]|{_ODD})"
    rf"|\d-[IVXLC]*{_ODD}"
)
MAY_BE_ACT = dict.fromkeys(LANGUAGES, rf"{_WRONG_ACT}|\bNo?\.?[ \x{{a0}}]*\d")
MAY_BE_ACT["en"] = rf"{_WRONG_ACT}|\bN[ \x{{a0}}]*\d|\bNo[ \x{{a0}}]*\d|\bNo\.(?:\d|[ \x{{a0}}]{{2}})"

# The same in RE2: without looking ahead, and with letters of every alphabet for \w.
MAY_MISTAKE = {
    language: "(?i)" + re.sub(r"\(\?!.*?\)|\\b", "", "|".join(patterns)).replace(r"\w", rf"(?:{LETTER}|\d)")
    for language, patterns in MISTAKES.items()
}


@where(MAY_QUOTE)
def quotations_stand(text: Text) -> Iterator[Problem]:
    """Words in quotation marks that are nearly those of the Law are those of the Law.

    In docs/en/law.md
    wrong: The second speaks of “the grand goal of the Assembly is accord”, and of unity
    right: The second speaks of unity
    """
    if text.file.endswith("/law.yml"):
        return
    for match in QUOTED.finditer(text.words):
        parts = [[word.lower() for word in WORD.findall(part)] for part in match[0].split("…")]  # … is a gap
        drifted = (_drifted(words, text.project.law_words[text.language]) for words in parts if len(words) >= LEAST)
        if near := next(filter(None, drifted), ""):
            fix = f"quote word for word: {near}; or leave the quotation marks out"
            yield text.problem(match.start(), "quotations-stand", f"{match[0]} is not what the Law says", fix)


def _drifted(words: list[str], law: list[tuple[str, ...]]) -> str:
    """Return the words of the Law that are nearly these; "" where they stand there, inflected perhaps, or are far from it."""
    size, best, near = len(words), NEAR, ""
    stems, own = [word[:STEM] for word in words], set(words)
    for paragraph in law:
        lower, law_stems = _lowered(paragraph)
        shared = [word in own for word in lower]
        if stems[0] in law_stems and any(law_stems[start : start + size] == stems for start in range(len(law_stems))):
            return ""
        for start in range(max(1, len(lower) - size + 1)) if sum(shared) * 2 >= size else ():
            window = lower[start : start + size]
            if sum(shared[start : start + size]) * 2 < size or len(set(window) & own) * 2 < size:
                continue
            ratio = SequenceMatcher(None, window, words).ratio()
            if ratio >= best:
                best, near = ratio, " ".join(paragraph[start : start + size])
    return near


@cache
def _lowered(paragraph: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the words of a paragraph in small letters, and their stems."""
    lower = [word.lower() for word in paragraph]
    return lower, [word[:STEM] for word in lower]


@where(MAY_MISTAKE)
def terms_consistent(text: Text) -> Iterator[Problem]:
    """One thing has one name: mistranslations known from other copies appear only where they are quoted or shown in italics.

    In docs/en/law.md
    wrong: The second speaks of inter-ethnic unity
    right: The second speaks of unity
    """
    words = SAID.sub(blank, text.raw)
    for wrong, right in MISTAKES[text.language].items():
        for match in re.finditer(wrong, words, re.IGNORECASE):
            message = f"“{match[0]}” is a known mistranslation"
            yield text.problem(match.start(), "terms-consistent", message, f"write “{right}” in the right form, or quote it")


@where(MAY_BE_ACT)
def acts_written(text: Text) -> Iterator[Problem]:
    """The number of an act is written as № 149-VI, in English as No. 149-VI, with a hyphen and Latin letters.

    In docs/en/law.md
    wrong: The second speaks of No. 70–IV, and of unity
    right: The second speaks of unity
    """
    for match in ACT.finditer(QUOTED.sub(blank, text.words)):
        number = f"{match['number']}-{match['roman'].translate(ROMAN)}" if match["roman"] else match["number"]
        sign = "No." if text.language == "en" and match["sign"] != "№" else "№"
        right = f"{sign} {number}" if match["sign"] else number
        if (match["sign"] or match["roman"]) and match[0].replace("\u00a0", " ") != right:
            message = f"“{match[0]}” is not how the number of an act is written"
            yield text.problem(match.start(), "acts-written", message, f"did you mean {right}?")


def terms_unique(project: Project) -> Iterator[Problem]:
    """No two terms of the glossary have the same name in a language.

    In docs/_data/glossary.yml
    wrong: en: {term: accord, definition: Being of one mind.}⏎peace:⏎  group: goal⏎  paragraphs: [p1]⏎  chosen: false⏎  kk: {term: тыныштық, definition: Тыныш күй.}⏎  ru: {term: мир, definition: Покой.}⏎  en: {term: accord, definition: Quiet.}
    right: en: {term: accord, definition: Being of one mind.}
    """
    first: dict[tuple[str, str], str] = {}
    for id, term in project.data["glossary"].items():
        for language in LANGUAGES:
            name = term.text(language, "term").casefold()
            other = first.setdefault((language, name), id)
            if other != id:
                yield term.problem((language, "term"), "terms-unique", f"{other} has the same name", "give each its own name")


def terms_used(project: Project) -> Iterator[Problem]:
    """Every term of the glossary is linked where a page or another term needs it.

    In docs/en/law.md
    wrong: names accord [¶1]
    right: names [accord](glossary.md#accord) [¶1]
    """
    used = {
        (reference.page.language, id)
        for reference, _, name, id in project.inside
        if name == "glossary.md" and not (reference.generated and reference.page.name == name)
    }
    for id, term in project.data["glossary"].items():
        missing = [language for language in LANGUAGES if (language, id) not in used]
        if missing:
            message = f"no page in {', '.join(missing)} links to the term {id}"
            fix = f"link to it where it is introduced: [{term.text(missing[0], 'term')}](glossary.md#{id}), or remove the record"
            yield term.problem((), "terms-used", message, fix)
