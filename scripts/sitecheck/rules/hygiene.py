"""Rules about letters, quotation marks and spaces, in every text that people wrote."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, permutations
from operator import eq

import re2
from languages import SOURCE
from problems import Problem

from sitecheck.exceptions import allow
from sitecheck.letters import ALPHABETS, CYRILLIC_LETTER, KAZAKH_ONLY, LATIN_LETTER, TWINS, judge_language, plain, restored
from sitecheck.project import Project
from sitecheck.references import blank
from sitecheck.sieve import LETTER, unless, where
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
SPACES = re.compile(
    r"(?<=\S) {2,}(?=\S)|(?<=[\w)»”\]*}]) +(?=[,.;:!?](?:\s|$))|(?<=[«“(]) | (?=[»”)])|(?<=[а-яёa-z]),(?=[^\W\d_])", re.IGNORECASE
)
SPACE = r" \u00a0\t\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACES = re.compile(rf"(?<=\S)(?:[{SPACE}]*(?![ \u00a0])[{SPACE}]+|[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0)(?=\S)")
UNSPACED = re.compile(  # on the raw text
    r"(?<=[)»”\w]),(?=[\[«“*])|(?<=[^\W\d_]{2})(?:[«“](?=\w)|\[(?=¶)|\((?=[^\W\d_]{3}))|(?<=[^\W\d_])[»”](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2}):(?=[^\W\d_]{2})|(?<=[\w)])–(?= )|(?<= )–(?=[^\W\d_])|(?<=[\w)\]»”])—(?=\S)"
)
HYPHENS = re.compile(r"(?<![\d-])\d{1,3}(?P<range>-)\d{1,3}(?![\d-])|(?P<hyphen>[‐‑])")
_L = LETTER[1:-1]
MAY_UNSPACE = (
    rf"[)»”{_L}\d],[\[«“*]|{LETTER}{{2}}(?:[«“][{_L}\d]|\[¶|\({LETTER}{{3}})|{LETTER}[»”]{LETTER}{{2}}|{LETTER}{{2}}:{LETTER}{{2}}"
    rf"|[{_L}\d)]– | –{LETTER}|[{_L}\d)\]»”]—\S|\d-\d|[‐‑]|,\.|\?\?|!!|[?!]\.|[)»”\]*}}] +[,.;:!?]"
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
TWO_CAPITALS = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2}[a-zа-яёәіңғүұқөһ]{3,}")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum")
HYPHEN = re.compile(r"(?<=[^\s|>]) (?P<hyphen>-|--|—) (?=[^\s|])")
SPECIAL = re.compile(rf"[{KAZAKH_ONLY}аингукох]", re.IGNORECASE)
QUOTED = re.compile(r"«[^«»“”]*»|“[^«»“”]*”")


def _foreign(letters: str) -> re.Pattern:
    """Return a pattern for words, one after the other, with a letter that is neither among these nor a Latin one."""
    word = rf"[^\W\d_]*(?![{letters}a-z])[^\W\d_][^\W\d_]*"
    return re.compile(rf"\b{word}(?: {word})*", re.IGNORECASE)


MIXED = r"[a-zA-Z\x{c0}-\x{24f}][\x{400}-\x{4ff}]|[\x{400}-\x{4ff}][a-zA-Z\x{c0}-\x{24f}]"
MAY_MIX = {code: MIXED if code == "en" else rf"{MIXED}|\b[aceopxyi]{{1,2}}\b" for code in ALPHABETS}
BOTH_ALPHABETS = re.compile(r"[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")
MAY_BE_FOREIGN = {language: rf"[^\PLa-zA-Z{own}{own.upper()}]" for language, own in ALPHABETS.items()}
FOREIGN = {language: _foreign(letters) for language, letters in ALPHABETS.items()}
# In UTF-8, all but Cyrillic letters becomes a space: ASCII, and the first byte of what is between them, as « and –.
APART = bytes(code if 0x80 <= code < 0xC0 or 0xD0 <= code <= 0xD3 else ord(" ") for code in range(256))
_END = "(?:[лдт]ар|сы|ары)[дтн]ын|(?:[лдт]ер|сі|ері)[дтн]ін"
PLAIN_END = re.compile(rf"\b[^\W\d_]+(?:{_END})\b", re.IGNORECASE)
MAY_END_PLAINLY = re2.compile(rf"(?i)(?:{_END})(?:[^{LETTER[1:-1]}]|\z)")
YO = "ё".encode()
BOTH_RIGHT = {"все", "чем", "нем", "моем", "твоем", "своем", "небо", "узнаем", "берет", "осел", "падеж", "мел"}
LEAST, SHORTEST = 2, 5  # how often the other spelling must stand; shorter words have twins that are right


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
    """Every word is in letters of its page's language; another language stands in quotation marks or is marked `*…*{ lang=kk }`.

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
        fix = f"did you mean {right}?" if known else "correct the word, or mark its language: *word*{ lang=kk }"
        yield text.problem(run.start(), "alphabet", message, fix)


def _without_foreign(match: re.Match, language: str) -> str:
    """Blank a quotation that is in another language as a whole."""
    return match[0] if judge_language(match[0]) == language else " " * len(match[0])


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
            if better:
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
            message = f"“{match[0]}” ends in н"
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
    return any(_typed_plainly(part, other) for part, other in rivals if part in words or len(part) >= SHORTEST + 2)


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


@where(MAY_UNPAIR)
def quotation_marks(text: Text) -> Iterator[Problem]:
    """Quotation marks are those of the language, «» or “”, and come in pairs.

    In docs/ru/law.md
    wrong: Второй говорит о "единстве"
    right: Второй говорит о единстве
    """
    words = GUILLEMETS.sub(lambda match: INNER.sub(blank, match[0]), text.words) if "„" in text.words else text.words
    for match in STRAIGHT.finditer(words):
        message = f"{match[0]} is no mark of running text"
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


def _as_letters(match: re.Match) -> str:
    """Return an inner quotation without its marks, so that “ is not taken for an opening one."""
    return f"x{match[0][1:-1]}x"


def _foreign_marks(text: Text, words: str) -> Iterator[Problem]:
    """Find marks of another language outside of a quotation in those of the text's own: inside, they are right."""
    own, depth = QUOTES[text.language], 0
    for match in re.finditer("[«»“”]", words):
        if match[0] in own:
            depth += 1 if match[0] == own[0] else -1
        elif not depth and match[0] in "«“":
            yield text.problem(match.start(), "quotation-marks", f"{match[0]} is no mark of {text.language}", f"write {own}")


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
            names = " and ".join(dict.fromkeys(map(_name, match[0])))
            message = (
                f"between the words stands {names}"
                if len(match[0]) == 1
                else f"between the words stand {len(match[0])} spaces ({names})"
            )
            yield text.problem(match.start(), "clean-spaces", message, "write one space")
    for match in UNSPACED.finditer(text.raw):
        if text.words[match.start() - 1 : match.start() + 2].strip(" ,") and _is_running(text, match.start()):
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


def _is_running(text: Text, offset: int) -> bool:
    """Tell whether a sign belongs to the text, not to code, an address or a passage in another language."""
    return text.words[offset] == text.raw[offset] or text.raw[offset] in "[" or text.words[offset - 1 : offset].strip() != ""


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


@unless(USUAL)
def clean_characters(text: Text) -> Iterator[Problem]:
    """No invisible characters, no broken ones, and every letter is one character (NFC).

    In docs/ru/law.md
    wrong: Второй
    right: Второй
    """
    for match in STRANGE.finditer(text.raw):
        message = f"the character U+{ord(match[0]):04X} ({_name(match[0])}) is not meant to be here"
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
        yield text.problem(match.start(), "clean-characters", "a mark stands upon the letter", f"leave it out: {right}")


def _around(text: str, offset: int) -> str:
    """Return the word around an offset, with the marks that stand in it."""
    return re.search(r"[^\s*()\[\]«»“”.,:;!?|]*\Z", text[:offset])[0] + re.match(r"[^\s*()\[\]«»“”.,:;!?|]*", text[offset:])[0]


@where(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2}[a-zа-яёәіңғүұқөһ]{3}")
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


@where(r"TODO|FIXME|TBD|XXX|[Ll]orem ipsum")
def nothing_unfinished(text: Text) -> Iterator[Problem]:
    """No note to oneself and no stand-in for a text is left: TODO, FIXME, lorem ipsum.

    In docs/en/law.md
    wrong: The second speaks of TODO
    right: The second speaks of unity
    """
    for match in UNFINISHED.finditer(text.raw):
        yield text.problem(
            match.start(), "nothing-unfinished", f"“{match[0]}” is left in the text", "finish the text, or leave it out"
        )


@cache
def _name(character: str) -> str:
    return unicodedata.name(character, "control character").lower()
