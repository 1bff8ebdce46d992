"""Letters: which language a text is in, and which letters a language has."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import cache

KAZAKH_ONLY = "әіңғүұқөһ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {"kk": CYRILLIC + KAZAKH_ONLY, "ru": CYRILLIC, "en": LATIN}
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
KAZAKH_WORD = re.compile(rf"[{KAZAKH_ONLY}{KAZAKH_ONLY.upper()}]\w*")  # from its first letter that only Kazakh has
RUSSIAN = frozenset("в во для и из к на об по с со".split())  # words that Kazakh does not have
LATIN_LETTER = re.compile(r"[a-zA-Z]")
CYRILLIC_LETTER = re.compile(r"[а-яёәіңғүұқөһ]", re.IGNORECASE)
LATIN_BYTES = string.ascii_letters.encode()
CYRILLIC_BYTES = b"\xd0\xd1\xd2\xd3"  # in UTF-8 one of these begins every letter from U+0400 to U+04FF, and nothing else
# What a plain letter stands for when the keyboard has no Kazakh layout.
PLAIN = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аинг" + "уукохАИНГУУКОХ")
# Latin letters that look like Cyrillic ones: a word of nothing else is not seen to be wrong.
TWINS = str.maketrans("aceopxyi", "асеорхуі")
_LATIN = str.maketrans("асеорхуіһқАВСЕНКМОРТХУІҺ", "aceopxyih" + "kABCEHKMOPTXYIH")
_CYRILLIC = str.maketrans(
    "aceopxyikmthəɵθӷѓќґєїӣҳABCEHKMOPTXYIƏƟΘЌҐЄЇ", "асеорхуі" + "кмтһәөөғғқғеііһ" + "АВСЕНКМОРТХУІ" + "ӘӨӨҚҒЕІ"
)


def restored(word: str, language: str) -> str:
    """Return a word with letters of the language in the place of those that look like them; "" where some look like none."""
    own = ALPHABETS[language]
    table = _LATIN if language == "en" else _CYRILLIC
    letters = ""
    for letter in unicodedata.normalize("NFC", word):
        if letter.lower() not in own and letter not in "-’'":
            like = letter.translate(table)
            letter = like if like != letter else unicodedata.normalize("NFD", letter)[0].translate(table)
            letter = plain(letter) if language == "ru" else letter
        letters += "" if unicodedata.combining(letter) else letter
    return letters if all(letter.lower() in own + "-’'" for letter in letters) else ""


def judge_language(text: str) -> str:
    """Return the language that most words of a text are in: "kk", "ru", "en".

    A quarter of words with letters that only Kazakh has makes it Kazakh; mostly Latin letters, English; else Russian.
    """
    written = text.encode("utf-8", "replace")  # bytes are counted ten times as fast as a pattern finds letters
    latin, cyrillic = (len(written) - len(written.translate(None, letters)) for letters in (LATIN_BYTES, CYRILLIC_BYTES))
    if latin > cyrillic:
        return "en"
    kazakh = len(KAZAKH_WORD.findall(text))
    if kazakh * 4 > len(text) - latin - cyrillic:  # words have something between them: there are no more than that
        return "kk"
    return "kk" if kazakh * 4 >= len(WORD.findall(text)) else "ru"


def plain(word: str) -> str:
    """Return a word without the letters that only Kazakh has: "халқы" → "халкы"."""
    return word.translate(PLAIN)


@cache
def character_name(character: str) -> str:
    """Return what Unicode calls a character."""
    return "tab" if character == "\t" else unicodedata.name(character, "control character").lower()
