"""Kazakh nouns that stand on the site, and all their forms: plural, possessive and case, by the rules of a grammar book.

The table is our own and written in ordinary letters, so it shares nothing with the stemmer's endings in folded ones.
"""

from __future__ import annotations

from itertools import product

# A noun whose last vowel drops before a possessive vowel is written with it in brackets; "!" marks back vowels.
NOUNS = """
заң хал(ы)қ ассамблея мақсат міндет тармақ мәтін бап сөз сөйлем ұғым сөздік аударма түсіндірме келісім
бірлік бірлестік мәдениет тіл дәстүр саясат қоғам мемлекет орган азамат президент мекеме тұлға мәртебе
құрылым принцип қатынас жүйе жұмыс бағыт тәртіп редакция құқық бостандық экстремизм көрініс әрекет
толеранттылық рөл ұлт құндылық жағдай сессия кеңес хатшылық конституция жарлық тарих! дереккөз мысал сұрақ
мектеп ор(ы)н дау(ы)с адам мүше
""".split()

FRONT = "әеіөүиэ"
VOWELS = "аәеёіоөуұүыиэюя"
VOICELESS = "кқпстфхцчшщбвгғд"  # and the voiced stops of loanwords, which take the same endings
NASAL = "мнң"
PERSONS = ("", "my", "your", "your (polite)", "his", "our")
CASES = ("", "of", "to", "the", "in", "from", "with")
TO_FRONT = str.maketrans("аығқ", "еігк")


def noun_forms(noun: str) -> list[str]:
    """Return the forms of a noun: 2 numbers × 6 owners × 7 cases."""
    word = noun.translate({ord(mark): None for mark in "()!"})
    is_front = "!" not in noun and next(letter for letter in reversed(word) if letter in VOWELS and letter not in "у") in FRONT
    short = noun.partition("(")[0] + noun.partition(")")[2] if "(" in noun else _voice(word)
    plural = word + _harmonise(_pick(word, "лар", "дар", "тар", soft="рйу"), is_front)
    forms = []
    for (whole, before_vowel), person in product(((word, short), (plural, plural)), PERSONS):
        owned = _own(whole, before_vowel, person, is_front)
        forms += [_decline(owned, person, case, is_front) for case in CASES]
    return forms


def _voice(word: str) -> str:
    return word[:-1] + {"қ": "ғ", "к": "г", "п": "б"}.get(word[-1], word[-1])


def _pick(word: str, after_vowel: str, after_voiced: str, after_voiceless: str, soft: str = "") -> str:
    last = word[-1]
    if last in VOICELESS:
        return after_voiceless
    return after_vowel if last in VOWELS.replace("у", "") + soft else after_voiced


def _harmonise(ending: str, is_front: bool) -> str:
    return ending.translate(TO_FRONT) if is_front else ending


def _own(word: str, before_vowel: str, person: str, is_front: bool) -> str:
    if word[-1] in VOWELS.replace("у", ""):
        ending = dict(zip(PERSONS, ("", "м", "ң", "ңыз", "сы", "мыз")))[person]
        return word + _harmonise(ending, is_front)
    ending = dict(zip(PERSONS, ("", "ым", "ың", "ыңыз", "ы", "ымыз")))[person]
    return (before_vowel if ending else word) + _harmonise(ending, is_front)


def _decline(word: str, person: str, case: str, is_front: bool) -> str:
    if person == "his":
        ending = dict(zip(CASES, ("", "ның", "на", "н", "нда", "нан", "мен")))[case]
    else:
        hissing = "бен" if word[-1] in "жз" else "мен"
        ending = {
            "": "",
            "of": "ның" if word[-1] in NASAL else _pick(word, "ның", "дың", "тың"),
            "to": "а" if person in ("my", "your") else _pick(word, "ға", "ға", "қа"),
            "the": _pick(word, "ны", "ды", "ты"),
            "in": _pick(word, "да", "да", "та"),
            "from": "нан" if word[-1] in NASAL else _pick(word, "дан", "дан", "тан"),
            "with": _pick(word, "мен", hissing, "пен"),
        }[case]
    return word + (ending if case == "with" else _harmonise(ending, is_front))
