"""Rules about letters, quotation marks and spaces, in every text that people wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from problems import Problem

from sitecheck.exceptions import allow
from sitecheck.letters import ALPHABETS, CYRILLIC_LETTER, LATIN_LETTER, TWINS, character_name, judge_language, restored
from sitecheck.references import blank
from sitecheck.sieve import unless, where
from sitecheck.texts import Text

LETTERS = re.compile(r"[^\W\d_]+")
STRANGE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd\ue000-\uf8ff]"
)
# Characters that texts are made of: each is meant to be there, and none is a mark upon a letter.
USUAL = r"[\t\n -~\x{a0}-\x{ac}\x{ae}-\x{17f}\x{400}-\x{482}\x{48a}-\x{4ff}\x{2010}-\x{2027}\x{202f}-\x{205e}\x{20b8}\x{2116}\x{2190}-\x{21ff}]*"
ACCENT = re.compile(r"[\u0300-\u036f]")
QUOTES = {"kk": "«»", "ru": "«»", "en": "“”"}
ODD = "\"'´`‘„‟″"
# A mark that is not the language's, one that closes nothing, one that is not closed before the next opens.
MAY_UNPAIR = {
    code: rf"[{ODD}{''.join(set('«»“”') - set(own))}]|(?:\A|{own[1]})[^{own}]*{own[1]}|{own[0]}[^{own[1]}]*(?:{own[0]}|\z)"
    for code, own in QUOTES.items()
}
GUILLEMETS, INNER = re.compile(r"«[^«»]*»"), re.compile(r"„[^„“”]*[“”]")  # «… „…“ …»: a quotation inside one
STRAIGHT = re.compile(r"[\"„‟″]|(?<=\w)['´`‘](?=\w)|(?<!\w)'(?=\w)|(?<=\w)'(?!\w)")
TWO_CAPITALS = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2}[a-zа-яёәіңғүұқөһ]{3,}")
UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum"
    r"|[(\[](?:[Cc]heck|[Ss]ource|[Пп]роверить|[Уу]точнить|[Ии]сточник|[Тт]ексеру|[Тт]ексер|[Дд]ереккөз)[!?]*[)\]](?!\()"
)
QUOTED = re.compile(r"«[^«»“”]*»|“[^«»“”]*”")


def _foreign(letters: str) -> re.Pattern:
    """Return a pattern for words, one after the other, with a letter that is neither among these nor a Latin one."""
    word = rf"[^\W\d_]*(?![{letters}a-z])[^\W\d_][^\W\d_]*"
    return re.compile(rf"\b{word}(?: {word})*", re.IGNORECASE)


MIXED = r"[a-zA-Z\x{c0}-\x{24f}][\x{400}-\x{4ff}]|[\x{400}-\x{4ff}][a-zA-Z\x{c0}-\x{24f}]"
MAY_MIX = {code: MIXED if code == "en" else rf"{MIXED}|\b[aceopxyi]{{1,2}}\b" for code in ALPHABETS}
MAY_MIX["ru"] += r"|(?:\A|[.!?»)|*] )[ABCKOY] [а-яё]"
CAPITAL_TWINS = str.maketrans("ABCKOY", "АВСКОУ")
FIRST_WORD = re.compile(
    r"(?:\A|[.!?»)][ ]+|[ ]{2})(?P<word>[ABCKOY])(?= [а-яё])"
)  # Russian has such words; Latin ones begin no sentence
BOTH_ALPHABETS = re.compile(r"[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")
MAY_BE_FOREIGN = {language: rf"[^\PLa-zA-Z{own}{own.upper()}]" for language, own in ALPHABETS.items()}
STRANGERS = {language: re.compile(rf"(?![{letters}])[^\W\d_]", re.IGNORECASE) for language, letters in ALPHABETS.items()}
FOREIGN = {language: _foreign(letters) for language, letters in ALPHABETS.items()}


@where(MAY_MIX)
def mixed_letters(text: Text) -> Iterator[Problem]:
    """No word mixes Latin and Cyrillic letters, and no Latin letters stand for a Cyrillic word that looks the same.

    In docs/ru/law.md
    wrong: Втoрой
    right: Второй
    """
    for match in LETTERS.finditer(text.words):
        word = match[0]
        if word.isascii():
            whole = not re.search(r"\d", text.words[max(0, match.start() - 1) : match.end() + 1])
            twin = text.language != "en" and len(word) < 3 and whole and word.translate(TWINS)
            wrong = bool(twin) and not LATIN_LETTER.search(twin)
        else:
            wrong = bool(LATIN_LETTER.search(word) and CYRILLIC_LETTER.search(word))
        if wrong:
            yield text.problem(match.start(), "mixed-letters", *_mixture(word, text.language))
    for match in FIRST_WORD.finditer(text.words) if text.language == "ru" else ():
        twin = match["word"].translate(CAPITAL_TWINS)
        message, fix = f"“{match['word']}” is a Latin letter", f"did you mean {twin}? Type it again in one alphabet"
        yield text.problem(match.start("word"), "mixed-letters", message, fix)


def _mixture(word: str, language: str) -> tuple[str, str]:
    """Return what is wrong with a word of two alphabets, and which one it should be."""
    latin, cyrillic = (len(letters.findall(word)) for letters in (LATIN_LETTER, CYRILLIC_LETTER))
    in_latin = latin > cyrillic > 0 or latin == cyrillic and language == "en"
    home, other = ("en", "kk") if in_latin else ("kk" if language == "en" else language, "en")
    few, many, odd = ("Cyrillic", "Latin", CYRILLIC_LETTER) if home == "en" else ("Latin", "Cyrillic", LATIN_LETTER)
    shown = " ".join(f"[{letter}]" if odd.match(letter) else letter for letter in word)
    right = restored(word, home) or restored(word, other)
    fix = f"did you mean {right}? Type it again in one alphabet" if right else "type the word again in one alphabet"
    return f"“{word}” has {few} letters among {many} ones: {shown}", fix


@where(MAY_BE_FOREIGN)
@allow("docs/*", "“Қазақстан Халық Кеңесі”", "the name of this body is not translated into Russian")
def alphabet(text: Text) -> Iterator[Problem]:
    """Every word is in letters of its page's language; another language is in quotation marks or is marked `*…*{ lang=kk }`.

    In docs/ru/law.md
    wrong: Второй говорит о бірлік
    right: Второй говорит о единстве
    """
    words = QUOTED.sub(lambda match, own=text.language: _without_foreign(match, own), text.words)
    for run in FOREIGN[text.language].finditer(words):
        if BOTH_ALPHABETS.search(run[0]):  # mixed-letters reports it
            continue
        message = f"“{run[0]}” has letters that {text.language} does not have"
        right = restored(run[0], text.language)
        known = right and right.lower() in text.project.words[text.language]
        mark = "mark its language: *word*{ lang=kk }"
        guessed = right and " " not in run[0] and (known or len(STRANGERS[text.language].findall(run[0])) == 1)
        fix = f"did you mean {right}?" + ("" if known else f" Or {mark}") if guessed else f"correct the word, or {mark}"
        yield text.problem(run.start(), "alphabet", message, fix)


def _without_foreign(match: re.Match, language: str) -> str:
    """Blank a quotation that is in another language as a whole."""
    return match[0] if judge_language(match[0]) == language else " " * len(match[0])


@where(MAY_UNPAIR)
def quotation_marks(text: Text) -> Iterator[Problem]:
    """Quotation marks are those of the language, «» or “”, and come in pairs.

    In docs/ru/law.md
    wrong: Второй говорит о "единстве"
    right: Второй говорит о единстве
    """
    words = GUILLEMETS.sub(lambda match: INNER.sub(blank, match[0]), text.words) if "„" in text.words else text.words
    for match in STRAIGHT.finditer(words):
        message = f"{match[0]} is not a quotation mark for running text"
        yield text.problem(match.start(), "quotation-marks", message, f"write {QUOTES[text.language]} or ’")
    yield from _unpaired(text, words)
    yield from _foreign_marks(text, words)


def _unpaired(text: Text, words: str) -> Iterator[Problem]:
    opened: list[int] = []
    for match in re.finditer("[«»“”]", words):
        if match[0] in "«“":
            opened.append(match.start())
        elif opened and (words[opened[-1]] == "«") == (match[0] == "»"):
            opened.pop()
        else:
            yield text.problem(match.start(), "quotation-marks", f"{match[0]} closes nothing", "open the quotation, or remove it")
    for start in opened:
        yield text.problem(start, "quotation-marks", f"{words[start]} is never closed", "close the quotation")


def _foreign_marks(text: Text, words: str) -> Iterator[Problem]:
    """Find marks of another language outside of a quotation in those of the text's own: inside, they are right."""
    own, depth = QUOTES[text.language], 0
    for match in re.finditer("[«»“”‘]", words):
        if match[0] in own:
            depth += 1 if match[0] == own[0] else -1
        elif not depth and match[0] in "«“‘":
            yield text.problem(
                match.start(), "quotation-marks", f"{match[0]} is not a quotation mark used in {text.language}", f"write {own}"
            )


@where(r"(?:\A|[^\]])\(")
def brackets_closed(text: Text) -> Iterator[Problem]:
    """A bracket that is opened is closed.

    In docs/en/law.md
    wrong: The second (of two speaks
    right: The second speaks
    """
    opened: list[int] = []
    for match in re.finditer("[()]", text.words):
        if match[0] == "(" and text.raw[match.start() - 1 : match.start()] != "]":  # a link that is not whole has its own rules
            opened.append(match.start())
        elif match[0] == ")" and opened:
            opened.pop()
    for start in opened:
        yield text.problem(start, "brackets-closed", "( is never closed", "close the bracket, or remove it")


@unless(USUAL)
def clean_characters(text: Text) -> Iterator[Problem]:
    """No invisible characters, no broken ones, and every letter is one character (NFC).

    In docs/ru/law.md
    wrong: Второй
    right: Второй
    """
    for match in STRANGE.finditer(text.raw):
        message = f"the character U+{ord(match[0]):04X} ({character_name(match[0])}) is not meant to be here"
        right = STRANGE.sub("", _around(text.raw, match.start())) if match[0] != "\ufffd" else ""
        yield text.problem(
            match.start(), "clean-characters", message, f"delete it: {right}" if right else "type the letter again"
        )
    if not unicodedata.is_normalized("NFC", text.raw):
        at = next(n for n, one in enumerate(text.raw) if unicodedata.combining(one) or not unicodedata.is_normalized("NFC", one))
        message = f"“{text.raw[max(at - 1, 0) : at + 1]}” is a letter and a mark, not one character"
        right = unicodedata.normalize("NFC", _around(text.raw, at))
        yield text.problem(max(at - 1, 0), "clean-characters", message, f"type the letter again: {right}")
    elif match := ACCENT.search(text.raw):
        right = ACCENT.sub("", _around(text.raw, match.start()))
        yield text.problem(match.start(), "clean-characters", "there is a mark over the letter", f"leave it out: {right}")


def _around(text: str, offset: int) -> str:
    """Return the word around an offset, with the marks that stand in it."""
    return re.search(r"[^\s*()\[\]«»“”.,:;!?|]*\Z", text[:offset])[0] + re.match(r"[^\s*()\[\]«»“”.,:;!?|]*", text[offset:])[0]


@where(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2}[a-zа-яёәіңғүұқөһ]")
def capitals_once(text: Text) -> Iterator[Problem]:
    """A word begins with one capital letter.

    In docs/en/law.md
    wrong: The SEcond
    right: The second
    """
    for match in TWO_CAPITALS.finditer(text.words):
        right = match[0].capitalize()
        yield text.problem(
            match.start(), "capitals-once", f"“{match[0]}” begins with two capital letters", f"did you mean {right}?"
        )


@where(r"TODO|FIXME|TBD|XXX|[Ll]orem ipsum|[(\[](?:[Cc]heck|[Ss]our|[Пп]ров|[Уу]точ|[Ии]сто|[Тт]екс|[Дд]ере)")
def nothing_unfinished(text: Text) -> Iterator[Problem]:
    """No note to oneself and no stand-in for a text is left: TODO, (check!), lorem ipsum.

    In docs/en/law.md
    wrong: The second speaks of TODO
    right: The second speaks of unity
    """
    for match in UNFINISHED.finditer(text.raw):
        yield text.problem(
            match.start(), "nothing-unfinished", f"“{match[0]}” is left in the text", "finish the text, or leave it out"
        )
