"""Rules about what stands between words: spaces, dashes, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from problems import Problem

from sitecheck.letters import KAZAKH_ONLY, character_name
from sitecheck.rules.hygiene import INNER
from sitecheck.sieve import LETTER, where
from sitecheck.texts import Text

SPACES = re.compile(
    r"(?<=\S) {2,}(?=\S)|(?<=[\w)»”\]*}]) +(?=[,.;:!?](?:\s|$))|(?<=[«“(]) | (?=[»”)])|(?<=[а-яёa-z]),(?=[^\W\d_])", re.IGNORECASE
)
SPACE = r" \u00a0\t\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACES = re.compile(rf"(?<=\S)(?:[{SPACE}]*(?![ \u00a0])[{SPACE}]+|[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0)(?=\S)")
UNSPACED = re.compile(  # on the raw text
    r"(?<=[)»”\w]),(?=[\[«“*])|(?<=[^\W\d_]{2})(?:[«“](?=\w)|\[(?=¶)|\((?=[^\W\d_]{3}|[^\W\d_]{2}[ ,]))|(?<=[^\W\d_])[»”](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2}):(?=[^\W\d_]{2})|(?<=[\w),])–(?= )|(?<= )–(?=[^\W\d_])|(?<=\))–(?=[^\W\d_])|(?<=[\w)\]»”])—(?=\S)"
)
HYPHENS = re.compile(r"(?<![\d-])\d{1,3}(?P<range>-)\d{1,3}(?![\d-])|(?P<hyphen>[‐‑])")
MAY_UNSPACE = (  # looser than UNSPACED: each condition more makes the automaton larger
    rf"{LETTER}(?:[«“]|\[¶|[(:]{LETTER}|- {LETTER}| -{LETTER}|–{LETTER})|[»”]{LETTER}|,[\[«“*]|[^ ]– | –[^ ]|\)–{LETTER}|[^ ]—|\d-\d|[‐‑]|,\.|\?\?|!!|[?!]\."
)
MAY_MISPLACE = (
    r"[\t\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]|\x{a0}[ \x{a0}]| \x{a0}|"
    rf"\S {{2,}}\S| [,.;:!?](?:\s|\z)| [»”)]|[«“(] |{LETTER},{LETTER}"  # spaces
    r"|[^\s|>] (?:-|--|—) [^\s|]"  # dashes
    r"|[,;:][\s*`\[\]|\\]?[,;:]|\.\.(?:[^/]|\z)|(?:[^(/]|\A)\.\.|[^\]]\(\.\.|\.\./[^()\s]*(?:[(\s\x{a0}]|\z)"  # doubled signs; ../ begins an address
    rf"|(?:{LETTER}{{2}}|[)»”\]])[.!?](?:[A-ZА-ЯЁ{KAZAKH_ONLY.upper()}][{LETTER[1:-1]} ]|\d|\*[A-ZА-ЯЁ{KAZAKH_ONLY.upper()}])"  # a sentence that begins without a space
    rf"|{LETTER}[.!?] [a-zа-яё{KAZAKH_ONLY}]|[.!?] \[¶|\d[.,]\d+[ \x{{a0}}]?(?:%|п|p)"  # one with a small letter, a mark twice, parts of a whole
)
DOUBLED = re.compile(r"[,;:]\s?[,;:]|,\.|\?\?+|!!+|[?!]\.(?!\.)|(?<![.?!])\.{2,}")
AFTER_LINK = re.compile(  # on the raw text
    r"(?<=[)»”\]])[.!?](?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][a-zа-яёәіңғүұқөһ]|[АВИКОСУЯAI] )|[.!?](?<=[a-zа-яёәіңғүұқөһ]{3}[.!?])(?=\*[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])"
)
CITED = re.compile(r"(?<=[\w)»”])[.!?] (?=\[¶\d+\]\([^()\s]*\)[.])")
SPLIT = re.compile(r"(?<=[^\W\d_])(?:-[ ](?!(?:и|или|либо|а|да|но|and|or|to|мен|және|не)\b)|[ ]-)(?=[^\W\d_]{2})", re.IGNORECASE)
JOINT = re.compile(r"[^\W\d_]+–[^\W\d_]+")
DECIMAL = re.compile(r"(?<![\d.,])\d+(?P<mark>[.,])\d+(?=[ \u00a0]?(?:%|процент|пайыз|per[ ]cent|percent))")
JOINED = re.compile(
    r"[.!?](?<=[a-zа-яёәіңғүұқөһ]{2}[.!?])(?:(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][a-zа-яёәіңғүұқөһ])|(?<=[a-zа-яёәіңғүұқөһ]{5}[.!?])(?=\d))"
)
SMALL = re.compile(r"(?<=[a-zа-яёәіңғүұқөһ]{5})[.!?] (?=[a-zа-яёәіңғүұқөһ]{3})")
TWICE = re.compile(r"(?<![\w\-–’])(?!(?:that|had)\b)([^\W\d_]+(?:-[^\W\d_]+)*)\s+\1(?![\w\-’])", re.IGNORECASE)
BEGINS = re.compile(r"(?<=\s)[\[*]+")  # a link or emphasis
PHRASE = re.compile(r"(?<![\w\-–’])([^\W\d_]+ [^\W\d_]+) \1(?![\w\-’])", re.IGNORECASE)
HYPHEN = re.compile(r"(?<=[^\s|>]) (?P<hyphen>-|--|—) (?=[^\s|])")


@where(f"{MAY_MISPLACE}|{MAY_UNSPACE}")
def clean_spaces(text: Text) -> Iterator[Problem]:
    """Words are set apart by one space, punctuation by none before it; a dash is –; no punctuation mark is doubled.

    In docs/en/law.md
    wrong: The second  speaks
    right: The second speaks
    """
    for match in SPACES.finditer(INNER.sub(_as_letters, text.raw) if "„" in text.raw else text.raw):
        if text.words[match.start() - 1 : match.end() + 1].strip() and "|" not in text.raw[match.start() - 1 : match.end() + 1]:
            yield text.problem(
                match.start(), "clean-spaces", "the space is wrong here", "one space between words, none before , . ; : ! ?"
            )
    for match in ODD_SPACES.finditer(text.raw):
        if text.words[match.start() - 1 : match.end() + 1].strip():
            names = " and ".join(dict.fromkeys(map(character_name, match[0])))
            message = (
                f"there is {names} between the words"
                if len(match[0]) == 1
                else f"there are {len(match[0])} spaces between the words ({names})"
            )
            yield text.problem(match.start(), "clean-spaces", message, "write one space")
    for match in UNSPACED.finditer(text.raw):
        if text.words[match.start() - (match[0] == "[")] != " ":  # [ is no word; in code and addresses nothing is
            yield text.problem(
                match.start(), "clean-spaces", f"a space is missing at “{match[0]}”", "set words apart by one space"
            )
    for match in HYPHENS.finditer(text.words):
        message, fix = (
            ("a hyphen is used in a range", "write –") if match["range"] else (f"{match[0]} is used as a hyphen", "write -")
        )
        yield text.problem(match.start(match.lastgroup), "clean-spaces", message, fix)
    for match in HYPHEN.finditer(text.raw) if " -" in text.raw or " — " in text.raw else ():
        if text.words[match.start("hyphen")] != " ":  # not in code, nor in a passage of another language
            yield text.problem(match.start("hyphen"), "clean-spaces", f"{match['hyphen']} is used as a dash", "write –")
    for match in DOUBLED.finditer(text.words):
        yield text.problem(
            match.start(), "clean-spaces", f"“{match[0]}” has one punctuation mark too many", "leave one, or write …"
        )
    for match in SPLIT.finditer(text.words) if "- " in text.raw or " -" in text.raw else ():
        yield text.problem(
            match.start(), "clean-spaces", "there is a space at a hyphen", "write it without, or write – between spaces"
        )
    for match in JOINT.finditer(text.words) if "–" in text.raw else ():
        hyphened = match[0].replace("–", "-")
        if hyphened.lower() in text.project.words[text.language]:
            yield text.problem(match.start(), "clean-spaces", f"there is a dash in “{match[0]}”", f"did you mean {hyphened}?")
    for match in DECIMAL.finditer(text.words):
        right = "." if text.language == "en" else ","
        if match["mark"] != right and not (right == "." and re.search(r",\d{3}$", match[0])):
            number = match[0].replace(match["mark"], right)
            yield text.problem(
                match.start(), "clean-spaces", f"{match[0]} is not written so in {text.language}", f"write {number}"
            )
    for match in SMALL.finditer(text.words):
        message = f"after “{match[0].strip()}” comes a small letter"
        yield text.problem(match.start(), "clean-spaces", message, "begin a sentence with a capital, or write , or ;")
    for match in CITED.finditer(text.raw) if " [¶" in text.raw else ():
        yield text.problem(match.start(), "clean-spaces", "the sentence ends before its citation and after it", "end it after")
    joined = [*JOINED.finditer(text.words), *AFTER_LINK.finditer(text.raw)]
    for match in joined:
        yield text.problem(
            match.start(), "clean-spaces", f"a space is missing after “{match[0]}”", "put a space before the next sentence"
        )


def words_once(text: Text) -> Iterator[Problem]:
    """No word appears twice in a row, and no two words do.

    In docs/en/law.md
    wrong: The second second speaks
    right: The second speaks
    """
    raw = text.raw.replace("](", " ") if "](" in text.raw else text.raw
    words = raw.lower().encode().translate(None, b".,;:!?)[*").split()
    if any(map(eq, words, words[1:])):  # six times as fast as the pattern
        found = TWICE
    elif any(map(eq, words, words[2:])) and any(map(eq, zip(words, words[1:]), zip(words[2:], words[3:]))):
        found = PHRASE
    else:
        return
    for match in found.finditer(text.words):
        if (
            BEGINS.sub(lambda found: " " * len(found[0]), text.raw[match.start() : match.end()]) == match[0]
        ):  # nothing stands between
            if "\n" in match[0] and text.raw[match.start() - 1 : match.start()] == "[":  # the words of a link, wrapped
                continue
            yield text.problem(match.start(), "words-once", f"“{match[1]}” appears twice in a row", "remove one")


def _as_letters(match: re.Match) -> str:
    """Return an inner quotation without its marks, so that “ is not taken for an opening one."""
    return f"x{match[0][1:-1]}x"
