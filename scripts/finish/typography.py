"""Places where a line must not break: «2008 жылғы», «№ 70-IV», «1-бап», «статья 1», «1 марта», «17–18», «¶6–¶11», «кто-то», a dash
or dots and the word before them, and small words: in Russian «в», «с», «об» stay with the next word, «ли», «же» with the last;
in Kazakh «де», «ма?» with the last."""

from __future__ import annotations

import re

from dates import MONTHS

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"
TOKENS = re.compile(r"(<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)", re.DOTALL)
ARTICLE = re.compile(r"<(/?)article\b")
SKIPPED = re.compile(r"<(/?)(script|style|pre|code|textarea|title)\b")

_MONTH = "|".join(sorted({name for names in MONTHS.values() for name in names.split()}, key=len, reverse=True))
_COUNTED = (
    "жыл|год|лет|%|тарма[қғ]|сөз|сұра[қғ]|қадам|мин|пайыз|абзац|слов|вопрос|шаг|процент|paragraph|word|question|step|min|per cent"
)
JOIN = re.compile(
    rf" (?:(?<=\d )(?={_MONTH}|{_COUNTED}|\+ \d)|(?<=\+ )(?=\d)|(?<=№ )(?=\w)|(?<=\bNo\. )(?=\d)|(?<=¶ )(?=\d)|(?<=\S )(?=[–·]\s)"
    r"|(?:(?<=\b[Сс]тать[яиею] )|(?<=\b[Пп]ункт )|(?<=\b[Пп]ункт[ае] )|(?<=\bArticle )|(?<=\bArticles )|(?<=\bЛист )|(?<=\bSheet )|(?<=\bBY ))(?=\d)"
    r"|(?<=\bCC )(?=BY\b)|(?<=[\w,] )(?=…)|(?<=\d\. The )(?=\w))"
)
SMALL = re.compile(
    r" (?:(?<=\b[АВИКОСУавикосу] )(?=[\w«])|(?:(?<=\b[Оо]б )|(?<=\b[ВвКкСс]о ))(?=[\w«])"
    r"|(?<=\w )(?=(?:ли|же|бы|де|да|те|та)\b|(?:ма|ме|ба|бе|па|пе)[?,]))"
)
_LETTER = r"[^\W\d_a-zA-Z]"  # Cyrillic: English says itself where a word may break
WHOLE = re.compile(
    r"\b(?:(?:\d+–)?\d+-(?:[IVXLC]+|[а-яёәіңғүұқөһ]{1,12})|\d+–\d+|[a-z]-\w+(?:\.\w+)*|\w+-(?:то|либо|нибудь)"
    rf"|[Пп]о-[а-яё]+|{_LETTER}{{2,3}}-{_LETTER}{{2,10}}|{_LETTER}{{4,6}}-{_LETTER}{{4,7}})\b"
)  # 70-IV, 1-бап, 4-й, 17–18, e-history.kz, кто-то, по-русски, іс-қимыл, Қасым-Жомарт
_INLINE = "a|b|code|em|i|span|strong|time"
OPENING, CLOSING = re.compile(rf"<(?:{_INLINE})\b[^>]*>"), re.compile(rf"</(?:{_INLINE})>")
LAST = re.compile(r"\b(?:[АВИКОСУавикосу]|[Оо]б|[ВвКкСс]о) \Z")


def set_spaces(html: str) -> str:
    """Return the page with its text kept together where it must be; tags, scripts and code are left as they are."""
    pieces, skipped, article = TOKENS.split(html), 0, False
    for index, piece in enumerate(pieces):
        if index % 2:
            if match := SKIPPED.match(piece):
                skipped += -1 if match[1] else 1
            elif match := ARTICLE.match(piece):
                article = not match[1]
        elif not skipped and not piece.isspace():
            piece = JOIN.sub(NO_BREAK, piece)
            if article:
                piece = SMALL.sub(NO_BREAK, piece)
                if LAST.search(piece) and OPENING.fullmatch(pieces[index + 1]):  # a small word stays with a link behind it
                    piece = piece[:-1] + NO_BREAK
            pieces[index] = WHOLE.sub(r'<span class="unbroken">\g<0></span>', piece) if "-" in piece or "–" in piece else piece
    for before, after in zip(range(0, len(pieces), 2), range(2, len(pieces), 2)):
        if (
            pieces[after - 1].startswith("<a ")
            and pieces[after].startswith("¶")
            and pieces[before].endswith(" ")
            and not (pieces[before] == ", " and before > 3 and pieces[before - 4].strip() == ",")
        ):  # a citation stays with its last word, two stay together; a longer list may break
            pieces[before] = pieces[before][:-1] + NO_BREAK
        if pieces[after] == "–" and pieces[before].startswith("¶"):  # nor does a line end within a range of citations
            pieces[after] += JOINER
        if pieces[after].startswith(" –") and CLOSING.fullmatch(pieces[after - 1]):  # a dash stays with a link before it
            pieces[after] = NO_BREAK + pieces[after][1:]
    return "".join(pieces)
