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
    r"(?<=[)»”\w]),(?=[\[«“*])|(?<=[^\W\d_]{2})(?:[«“](?=\w)|\[(?=¶)|\((?=[^\W\d_]{3}))|(?<=[^\W\d_])[»”](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2}):(?=[^\W\d_]{2})|(?<=[\w)])–(?= )|(?<= )–(?=[^\W\d_])|(?<=\))–(?=[^\W\d_])|(?<=[\w)\]»”])—(?=\S)"
)
HYPHENS = re.compile(r"(?<![\d-])\d{1,3}(?P<range>-)\d{1,3}(?![\d-])|(?P<hyphen>[‐‑])")
MAY_UNSPACE = (  # looser than UNSPACED: each condition more makes the automaton larger
    rf"{LETTER}(?:[«“]|\[¶|[(:]{LETTER})|[»”]{LETTER}|,[\[«“*]|[^ ]– | –[^ ]|\)–{LETTER}|[^ ]—|\d-\d|[‐‑]|,\.|\?\?|!!|[?!]\."
)
MAY_MISPLACE = (
    r"[\t\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]|\x{a0}[ \x{a0}]| \x{a0}|"
    rf"\S {{2,}}\S| [,.;:!?](?:\s|\z)| [»”)]|[«“(] |{LETTER},{LETTER}"  # spaces
    r"|[^\s|>] (?:-|--|—) [^\s|]"  # dashes
    r"|[,;:][\s*`\[\]|\\]?[,;:]|\.\.(?:[^/]|\z)|(?:[^(/]|\A)\.\.|[^\]]\(\.\.|\.\./[^()\s]*(?:[(\s\x{a0}]|\z)"  # doubled signs; ../ begins an address
    rf"|(?:{LETTER}{{2}}|[)»”\]])[.!?][A-ZА-ЯЁ{KAZAKH_ONLY.upper()}]{LETTER}"  # a sentence that begins without a space
)
DOUBLED = re.compile(r"[,;:]\s?[,;:]|,\.|\?\?+|!!+|[?!]\.(?!\.)|(?<![.?!])\.{2,}")
AFTER_LINK = re.compile(r"(?<=[)»”\]])[.!?](?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][a-zа-яёәіңғүұқөһ])")
JOINED = re.compile(r"[.!?](?<=[a-zа-яёәіңғүұқөһ]{2}[.!?])(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][a-zа-яёәіңғүұқөһ])")
TWICE = re.compile(r"(?<![\w\-–’])(?!(?:that|had)\b)([^\W\d_]+(?:-[^\W\d_]+)*)\s+\1(?![\w\-’])", re.IGNORECASE)
HYPHEN = re.compile(r"(?<=[^\s|>]) (?P<hyphen>-|--|—) (?=[^\s|])")


@where(f"{MAY_MISPLACE}|{MAY_UNSPACE}")
def clean_spaces(text: Text) -> Iterator[Problem]:
    """Words are set apart by one space, punctuation by none before it; a dash is –; no sign is doubled.

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
                f"between the words stands {names}"
                if len(match[0]) == 1
                else f"between the words stand {len(match[0])} spaces ({names})"
            )
            yield text.problem(match.start(), "clean-spaces", message, "write one space")
    for match in UNSPACED.finditer(text.raw):
        if text.words[match.start() - (match[0] == "[")] != " ":  # [ is no word; in code and addresses nothing is
            yield text.problem(
                match.start(), "clean-spaces", f"a space is missing at “{match[0]}”", "set words apart by one space"
            )
    for match in HYPHENS.finditer(text.words):
        message, fix = ("- stands in a range", "write –") if match["range"] else (f"{match[0]} stands for a hyphen", "write -")
        yield text.problem(match.start(match.lastgroup), "clean-spaces", message, fix)
    for match in HYPHEN.finditer(text.raw) if " -" in text.raw or " — " in text.raw else ():
        if text.words[match.start("hyphen")] != " ":  # not in code, nor in a passage of another language
            yield text.problem(match.start("hyphen"), "clean-spaces", f"{match['hyphen']} stands for a dash", "write –")
    for match in DOUBLED.finditer(text.words):
        yield text.problem(match.start(), "clean-spaces", f"“{match[0]}” has a sign too many", "leave one, or write …")
    joined = [*JOINED.finditer(text.words), *(AFTER_LINK.finditer(text.raw) if ")" in text.raw or "»" in text.raw else ())]
    for match in joined:
        yield text.problem(match.start(), "clean-spaces", f"a space is missing after “{match[0]}”", "begin a sentence with one")


def words_once(text: Text) -> Iterator[Problem]:
    """No word stands twice in a row.

    In docs/en/law.md
    wrong: The second second speaks
    right: The second speaks
    """
    words = text.raw.lower().encode().translate(None, b".,;:!?)").split()
    if not any(map(eq, words, words[1:])):  # six times as fast as the pattern
        return
    for match in TWICE.finditer(text.words):
        if text.raw[match.start() : match.end()] == match[0]:  # nothing stands between
            yield text.problem(match.start(), "words-once", f"“{match[1]}” stands twice in a row", "remove one")


def _as_letters(match: re.Match) -> str:
    """Return an inner quotation without its marks, so that “ is not taken for an opening one."""
    return f"x{match[0][1:-1]}x"
