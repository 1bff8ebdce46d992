"""Rules about words that are spelled in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, permutations

import re2
from languages import SOURCE
from problems import Problem

from sitecheck.letters import plain
from sitecheck.project import Project
from sitecheck.sieve import LETTER

LETTERS = re.compile(r"[^\W\d_]+")
# In UTF-8, all but Cyrillic letters becomes a space: ASCII, and the first byte of what is between them, as « and –.
APART = bytes(code if 0x80 <= code < 0xC0 or 0xD0 <= code <= 0xD3 else ord(" ") for code in range(256))
_END = "(?:[лдт]ар|сы|ары)[дтн]ын|(?:[лдт]ер|сі|ері)[дтн]ін"
PLAIN_END = re.compile(rf"\b[^\W\d_]+(?:{_END})\b", re.IGNORECASE)
MAY_END_PLAINLY = re2.compile(rf"(?i)(?:{_END})(?:[^{LETTER[1:-1]}]|\z)")
YO = "ё".encode()
BOTH_RIGHT = {"все", "чем", "нем", "моем", "твоем", "своем", "небо", "узнаем", "берет", "осел", "падеж", "мел"}
LEAST, SHORTEST = 2, 5  # how often the other spelling must stand; shorter words have twins that are right
FAR = 4  # how many times as usual the other spelling must be where letters are mixed up rather than typed plainly


def special_letters(project: Project) -> Iterator[Problem]:
    """No Kazakh word is spelled in two ways that differ only in letters such as қ and к: халқы, not халкы.

    In docs/kk/law.md
    wrong: келисімді
    right: келісімді
    """
    yield from _plain_endings(project)
    if not _may_differ(_vocabulary(project)):
        return
    counts = Counter(word for text in project.texts(SOURCE) for word in _words(text.words))
    spellings: dict[str, set[str]] = {}
    for word in counts:
        for part in {word, word[:-1], word[:-2], word[:-3]}:
            if len(part) >= SHORTEST:
                spellings.setdefault(plain(part), set()).add(word)
    odd = {word: better for word in counts if (better := _better(word, counts, spellings))}
    for text in project.texts(SOURCE) if odd else ():
        for match in LETTERS.finditer(text.words):
            better = odd.get(match[0].lower(), "")
            better = better.capitalize() if match[0][0].isupper() else better
            example = text.raw[match.start() - 1 : match.start()] == "*" == text.raw[match.end() : match.end() + 1]
            if better and not example:
                message = f"“{match[0]}” is spelled “{better}” elsewhere"
                yield text.problem(match.start(), "special-letters", message, f"did you mean {better}?")


def yo_written(project: Project) -> Iterator[Problem]:
    """Where a Russian word is written with ё, it is so everywhere: ещё, not еще.

    In docs/ru/law.md
    wrong: Второй ещё говорит, ещё раз и еще раз
    right: Второй говорит
    """
    texts = [page.text for page in project.pages.values() if page.language == "ru"]
    texts += [text for records in project.data.files.values() for each in records.values() for text in each.texts["ru"].values()]
    words: set[bytes] = set()
    for text in texts:
        words.update(text.encode().translate(APART).split())
    right = {word.decode(errors="ignore").replace("ё", "е"): word.decode(errors="ignore") for word in words if YO in word}
    wrong = {word for word in right if word.encode() in words and word.lower() not in BOTH_RIGHT}
    for text in project.texts("ru") if wrong else ():
        for match in LETTERS.finditer(text.words):
            better = right[match[0]] if match[0] in wrong else ""
            if better and project.words["ru"][better] > project.words["ru"][match[0]]:
                message = f"“{match[0]}” is spelled “{better}” elsewhere"
                yield text.problem(match.start(), "yo-written", message, f"did you mean {better}?")


def _plain_endings(project: Project) -> Iterator[Problem]:
    """Find the genitive with н: after -лар, -дар and -сы it ends in ң."""
    texts = (text for page in project.pages.values() if page.language == SOURCE for text in (page.text,))
    records = (
        text for records in project.data.files.values() for each in records.values() for text in each.texts[SOURCE].values()
    )
    if not any(map(MAY_END_PLAINLY.search, chain(texts, records))):
        return
    for text in project.texts(SOURCE):
        for match in PLAIN_END.finditer(text.words):
            message = f"“{match[0]}” ends in н, but this ending is written with ң"
            yield text.problem(match.start(), "special-letters", message, f"did you mean {match[0][:-1]}ң?")


def _vocabulary(project: Project) -> set[str]:
    """Return the longer words of everything in Kazakh, passages in other languages included."""
    pages = (page.text for page in project.pages.values() if page.language == SOURCE)
    records = (record for records in project.data.files.values() for record in records.values())
    words: set[str] = set()
    for text in (*pages, *("\n".join(record.texts[SOURCE].values()) for record in records)):
        letters = text.lower().encode().translate(APART).decode(errors="ignore")  # four times as fast as a pattern
        words.update(word for word in letters.split() if len(word) >= SHORTEST)
    return words


def _may_differ(words: set[str]) -> bool:
    """Tell whether two of the words, or their beginnings, differ only in letters typed plainly: most often none do."""
    first: dict[str, str] = {}
    spellings: dict[str, set[str]] = {}
    for word in words:
        bare = plain(word)
        for size in range(max(SHORTEST, len(word) - 3), len(word) + 1):
            part, other = word[:size], first.setdefault(bare[:size], word[:size])
            if part != other:
                spellings.setdefault(bare[:size], {other}).add(part)
    rivals = (pair for parts in spellings.values() for pair in permutations(parts, 2))
    return any(
        _typed_plainly(part, other) or part in words and _swapped(part, other)
        for part, other in rivals
        if part in words or len(part) >= SHORTEST + 2
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in LETTERS.findall(text) if len(word) >= SHORTEST]


def _better(word: str, counts: Counter, spellings: dict[str, set[str]]) -> str:
    """Return the spelling that is usual where a word is written with plain letters instead, or ""."""
    for end in (0, 1, 2, 3):
        part = word[: len(word) - end]
        if len(part) < SHORTEST + 2 * bool(end):
            return ""
        others = [other for other in spellings.get(plain(part), ()) if other != word]
        same = [other for other in others if other.startswith(part)]
        if same:
            return ""
        better = [other for other in others if _typed_plainly(part, other)]
        better += [other for other in others if not end and _swapped(part, other) and counts[other] >= FAR * counts[word]]
        count = sum(counts[other] for other in better)
        if better and count >= LEAST and count > counts[word]:
            best = max(better, key=lambda other: (counts[other], other))
            return best[: len(part)] + word[len(part) :]
    return ""


def _typed_plainly(word: str, other: str) -> bool:
    """Tell whether a word differs from another only by plain letters; a last н may be an ending of its own beside ң."""
    differing = [(a, b) for a, b in zip(word, other) if a != b]
    ending = differing == [("н", "ң")] and word[:-1] == other[: len(word) - 1]
    return bool(differing) and len(other) >= len(word) and not ending and all(plain(b) == a for a, b in differing)


def _swapped(word: str, other: str) -> bool:
    """Tell whether a word differs from another by ұ and ү, or by letters of Kazakh alone in the place of plain ones."""
    differing = [(a, b) for a, b in zip(word, other) if a != b]
    return len(word) == len(other) and bool(differing) and all(b == plain(a) or {a, b} == {"ұ", "ү"} for a, b in differing)
