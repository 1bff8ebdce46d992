"""Places where a line must not break: «2008 жылғы», «№ 70-IV», «1-бап», «1 марта», a dash and the word before it."""

from __future__ import annotations

import re

from dates import MONTHS

NO_BREAK = "\N{NO-BREAK SPACE}"
TOKENS = re.compile(r"(<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)", re.DOTALL)
SKIPPED = re.compile(r"<(/?)(script|style|pre|code|textarea|title)\b")

_MONTH = "|".join(sorted({name for names in MONTHS.values() for name in names.split()}, key=len, reverse=True))
JOIN = re.compile(rf" (?:(?<=\d )(?=(?:{_MONTH}|жыл|год|лет|%))|(?<=№ )(?=\w)|(?<=\bNo\. )(?=\d)|(?<=¶ )(?=\d)|(?<=\S )(?=–\s))")
HYPHENATED = re.compile(r"\b\d+-(?:[IVXLC]+|[а-яёәіңғүұқөһ]{1,12})\b")  # 70-IV, 1-бап, 4-й


def set_spaces(html: str) -> str:
    """Return the page with its text kept together where it must be; tags, scripts and code are left as they are."""
    pieces, skipped = TOKENS.split(html), 0
    for index, piece in enumerate(pieces):
        if index % 2:
            if match := SKIPPED.match(piece):
                skipped += -1 if match[1] else 1
        elif not skipped and not piece.isspace():
            piece = JOIN.sub(NO_BREAK, piece)
            pieces[index] = HYPHENATED.sub(r'<span class="unbroken">\g<0></span>', piece) if "-" in piece else piece
    for before, after in zip(range(0, len(pieces), 2), range(2, len(pieces), 2)):
        if (
            pieces[after - 1].startswith("<a ") and pieces[after].startswith("¶") and pieces[before].endswith(" ")
        ):  # a citation stays with its last word
            pieces[before] = pieces[before][:-1] + NO_BREAK
    return "".join(pieces)
