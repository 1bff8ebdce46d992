"""Which translations were read against their source, and which changed since.

`docs/_data/translations.yml` is the ledger: for each record, and for each block of a page, the digests of
source and translation as they were when somebody read them side by side. A pair that is not in it is not fresh.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product
from pathlib import Path

import yaml
from files import replace_text
from invariants import differing_invariants
from languages import LANGUAGES, SOURCE, TRANSLATIONS
from problems import CannotCheck, Problem, suggest
from records import Data, Loader, Record, load_data
from sitecheck.pages import Page, read_pages

LEDGER = Path("docs/_data/translations.yml")
HEADER = """# Written by `build.py accept`: the digests of source and translation when somebody last read them side by side.
# `build.py translations` shows what changed since.
"""
STATES = ("fresh", "stale", "changed", "missing")

Ledger = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation: a record, a block of a page, or a page's title or description.

    `unit` is the record ("law.p4") or the page ("goal.md"); `locate` gives line and column of the translation in its file,
    `locate_source` those of the source.
    """

    unit: str
    language: str
    source: str
    translation: str
    file: str
    locate: Callable[[], tuple[int, int]]
    source_file: str
    locate_source: Callable[[], tuple[int, int]]

    @property
    def line(self) -> int:
        """The line of the translation."""
        return self.locate()[0]

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column of the translation."""
        return self.file, *self.locate()

    @property
    def source_place(self) -> tuple[str, int, int]:
        """File, line and column of the source."""
        return self.source_file, *self.locate_source()

    @property
    def name(self) -> str:
        """What `accept` takes: the unit, and for a block of a page its line."""
        return f"{self.unit}:{self.line}" if self.unit.endswith(".md") else self.unit

    @property
    def digests(self) -> str:
        """What the ledger holds of the pair."""
        return f"{digest(self.source)}-{digest(self.translation)}"


@lru_cache(maxsize=256)
def digest(text: str) -> str:
    """Return eight hexadecimal digits that change when the text does; line breaks and double spaces do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def collect_pairs(data: Data, pages: dict[tuple[str, str], Page]) -> Iterator[Pair]:
    """Yield every pair, records first. Pages whose blocks do not match in number are left to the rule same-shape."""
    yield from _record_pairs(data)
    yield from _page_pairs(pages)


def _record_pairs(data: Data) -> Iterator[Pair]:
    for file, records in data.files.items():
        for id, record in records.items():
            for language in TRANSLATIONS:
                ours, theirs = (partial(_first_place, record, code) for code in (language, SOURCE))
                texts = ("\n".join(record.texts[code].values()) for code in (SOURCE, language))
                yield Pair(f"{file}.{id}", language, *texts, record.file, ours, record.file, theirs)


def _first_place(record: Record, language: str) -> tuple[int, int]:
    return record.places[language, next(iter(record.texts[language]))]


def _page_pairs(pages: dict[tuple[str, str], Page]) -> Iterator[Pair]:
    names = [name for language, name in pages if language == SOURCE]
    for name, language in product(names, TRANSLATIONS):  # a source text beside one translation, then beside the next
        source, page = pages[SOURCE, name], pages.get((language, name))
        if not page:
            continue
        for key in (key for key in source.front if key in page.front):
            (text, there), (translation, line) = source.front[key], page.front[key]
            yield Pair(name, language, text, translation, page.file, partial(_line, line), source.file, partial(_line, there))
        theirs, ours = source.written(), page.written()
        if len(theirs) != len(ours):
            continue
        for a, b in zip(theirs, ours):
            if not b.kind.startswith("generated"):
                texts = source.block_text(a), page.block_text(b)
                places = (page.file, partial(page.place, b.start), source.file, partial(source.place, a.start))
                yield Pair(name, language, *texts, *places)


def _line(line: int) -> tuple[int, int]:
    return line, 1


def read_ledger(root: Path) -> Ledger:
    """Return the ledger; an absent file is an empty one. Raises CannotCheck where it is not valid."""
    try:
        ledger = yaml.load((root / LEDGER).read_text(encoding="utf-8"), Loader) or {}
        return {unit: {code: str(pairs).split() for code, pairs in languages.items()} for unit, languages in ledger.items()}
    except FileNotFoundError:
        return {}
    except yaml.MarkedYAMLError as error:
        place = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise CannotCheck(f"{LEDGER}{place} is not valid: {error.problem}; restore it from the last commit") from error
    except (yaml.YAMLError, AttributeError) as error:
        raise CannotCheck(f"{LEDGER} is not valid: {error}; restore it from the last commit") from error


def write_ledger(root: Path, ledger: Ledger) -> None:
    """Write the ledger, sorted, one unit and language a paragraph, so that changes are easy to read and to merge."""
    lines = [HEADER]
    for unit in sorted(ledger):
        lines.append(f"{unit}:")
        for language in sorted(ledger[unit], key=LANGUAGES.index):
            pairs = ledger[unit][language]
            lines.append(f"  {language}: {pairs[0]}" if len(pairs) == 1 else f"  {language}: >-")
            lines += [f"    {pair}" for pair in pairs] if len(pairs) > 1 else []
    replace_text(root / LEDGER, "\n".join(lines) + "\n")


def judge(pair: Pair, ledger: Ledger) -> str:
    """Return "fresh", "stale" (the source changed), "changed" (the translation did) or "missing" (never read)."""
    known = ledger.get(pair.unit, {}).get(pair.language, [])
    if pair.digests in known:
        return "fresh"
    source, translation = pair.digests.split("-")
    if any(entry.endswith(f"-{translation}") for entry in known):
        return "stale"
    return "changed" if any(entry.startswith(f"{source}-") for entry in known) else "missing"


def find_stale(pairs: Iterable[Pair], pages: dict[tuple[str, str], Page], ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for every pair that is not fresh, and for every ledger entry of a unit that is gone.

    Where all translations of a text are stale, the source changed: it is named, once.
    """
    says = {
        "stale": f"{SOURCE} changed since this translation was read against it",
        "changed": f"this translation changed since it was read against {SOURCE}",
        "missing": f"this translation was never read against {SOURCE}",
    }
    units = {name for _, name in pages}
    stale: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        units.add(pair.unit)
        state = judge(pair, ledger)
        if state == "stale":
            stale.setdefault((pair.unit, pair.source), []).append(pair)
        elif state != "fresh":
            yield Problem(*pair.place, "fresh", f"{pair.unit}: {says[state]}", f"compare both, then {_accepting([pair])}")
    for found in stale.values():
        if len({pair.language for pair in found}) == len(TRANSLATIONS) > 1:
            message = f"{found[0].unit}: this text changed since {' and '.join(TRANSLATIONS)} were read against it"
            fix = f"compare each with it, then {_accepting(found)}"
            yield Problem(*found[0].source_place, "fresh", message, fix)
        else:
            for pair in found:
                message = f"{pair.unit}: {says['stale']}"
                yield Problem(*pair.place, "fresh", message, f"compare both, then {_accepting([pair])}")
    for unit in sorted(set(ledger) - units):
        fix = "`.venv/bin/python scripts/build.py accept` drops it with the next translation accepted"
        yield Problem(str(LEDGER), 0, 0, "fresh", f"{unit} is in the ledger and nowhere else", fix)


def _accepting(pairs: list[Pair]) -> str:
    return " and ".join(f"`.venv/bin/python scripts/build.py accept {pair.language} {pair.name}`" for pair in pairs)


def show(root: Path) -> int:
    """Print a table of the units by language: how many pairs are fresh, stale, changed or missing."""
    pairs, ledger = list(collect_pairs(load_data(root), read_pages(root))), read_ledger(root)
    counts: dict[tuple[str, str], Counter] = {}
    for pair in pairs:
        unit = pair.unit if pair.unit.endswith(".md") else pair.unit.partition(".")[0] + ".yml"
        counts.setdefault((unit, pair.language), Counter())[judge(pair, ledger)] += 1
    width = max(len(unit) for unit, _ in counts)
    print(f"{'':{width}}  " + "".join(f"{'':6}" + "".join(f"{state:>9}" for state in STATES) for _ in TRANSLATIONS[:1]))
    for (unit, language), count in sorted(counts.items()):
        print(f"{unit:{width}}  {language:6}" + "".join(f"{count[state] or '·':>9}" for state in STATES))
    todo = [pair for pair in pairs if judge(pair, ledger) != "fresh"]
    for pair in todo:
        print(f"{pair.file}:{pair.line}: {pair.language} {pair.name} is {judge(pair, ledger)}")
    print(f"{len(pairs) - len(todo)} of {len(pairs)} translations are fresh")
    return 0


def accept(root: Path, language: str, names: list[str]) -> int:
    """Record that the named translations were read; refuse, without a change, where the invariants differ."""
    data, pages = load_data(root), read_pages(root)
    pairs = [pair for pair in collect_pairs(data, pages) if pair.language == language]
    chosen = [pair for name in names for pair in _named(name, pairs)]
    refused = [(pair, reason) for pair in chosen if (reason := differing_invariants(pair))]
    for pair, reason in refused:
        print(f"{':'.join(map(str, pair.place))}: accept: {reason}\n    fix: correct the translation, then accept it")
    if refused:
        print(f"accepted nothing: {len(refused)} of {len(chosen)} differ")
        return 1
    ledger = read_ledger(root)
    for unit in dict.fromkeys(pair.unit for pair in chosen):
        entries = ledger.setdefault(unit, {})
        accepted = {pair.digests for pair in chosen if pair.unit == unit}
        entries[language] = _in_order([pair for pair in pairs if pair.unit == unit], accepted, entries.get(language, []))
    units = {pair.unit for pair in collect_pairs(data, pages)}
    write_ledger(root, {unit: entry for unit, entry in ledger.items() if unit in units})
    print(f"accepted {len(chosen)} {'translation' if len(chosen) == 1 else 'translations'} into {language}")
    return 0


def _in_order(pairs: list[Pair], accepted: set[str], known: list[str]) -> list[str]:
    """Return the ledger's entries of a unit: for each pair in turn what was accepted now or, else, what was known of it."""
    entries = []
    for pair in pairs:
        source, translation = pair.digests.split("-")
        if pair.digests in accepted or pair.digests in known:
            entries.append(pair.digests)
        else:
            entries += [entry for entry in known if entry.startswith(source) or entry.endswith(translation)]
    return list(dict.fromkeys(entries))


def _named(name: str, pairs: list[Pair]) -> list[Pair]:
    """Return the pairs that a name means: a record (its file may be left out), a page, or a block by its line."""
    found = [pair for pair in pairs if name in (pair.name, pair.unit, pair.unit.partition(".")[2])]
    if not found:
        names = [name for pair in pairs for name in (pair.name, pair.unit)]
        raise CannotCheck(
            f"accept: there is no {name}{suggest(name, names)} (`.venv/bin/python scripts/build.py translations` lists all)"
        )
    return found
