"""Records: what must be aligned in three languages, from the YAML files in docs/_data/.

A data file maps ids to records. A record has keys of its own (dates, paragraphs, …) and one mapping
for each language, with the same keys in each. `SCHEMAS` lists the keys; anything else is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from languages import LANGUAGES
from problems import CannotCheck, Problem, suggest

FOLDER = Path("docs/_data")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is 14 times as fast on the glossary

CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
BLOCK = (">", "|")  # what begins a text that stands on the lines below
QUIZ_PARTS = tuple(key for part in "1234abcdef" for key in (part, f"{part}-why"))


@dataclass(frozen=True)
class Schema:
    """The keys of a data file: `shared` by the languages and `texts` in each; those in `optional` may be absent."""

    texts: tuple[str, ...]
    shared: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


SCHEMAS = {
    "law": Schema(shared=("digest",), texts=("name", "kind", "text")),
    "parts": Schema(texts=("label", "words")),
    "tasks": Schema(shared=("paragraph",), texts=("name", "short")),
    "glossary": Schema(
        shared=("group", "paragraphs", "chosen"),
        texts=("term", "definition", "mistake"),
        optional=("mistake",),
    ),
    "quiz": Schema(
        shared=("group", "kind", "answer", "read"),
        texts=("question", *QUIZ_PARTS),
        optional=QUIZ_PARTS,  # the rules about questions know which parts a question needs
    ),
    "validity": Schema(shared=("checked", "wording"), texts=("wording", "checked", "open", "more", "full")),
    "sentences": Schema(shared=("paragraph", "sentence", "kind"), texts=("why",)),
    "wordings": Schema(shared=("kinds",), texts=("statement", "why")),
    "timeline": Schema(shared=("date", "confidence", "sources"), texts=("title", "text")),
    "editions": Schema(shared=("group",), texts=("name", "text")),
    "words": Schema(texts=("text",)),
}


@dataclass(frozen=True)
class Record:
    """One record: `own` holds the shared values, `texts` the texts by language and key.

    `places` gives line and column (from 1) of each value by its path, such as ("kk", "text");
    the empty path is the record itself.
    """

    id: str
    file: str
    own: dict[str, object]
    texts: dict[str, dict[str, str]]
    places: dict[tuple[str, ...], tuple[int, int]]

    def text(self, language: str, key: str = "text") -> str:
        """Return a text, or an empty string where an optional one is absent."""
        return self.texts[language].get(key, "")

    def problem(self, path: tuple[str, ...], rule: str, message: str, fix: str = "") -> Problem:
        """Return a problem at the place of the value at `path`."""
        line, column = self.places.get(path) or self.places[()]
        return Problem(self.file, line, column, rule, message, fix)


class File(dict[str, Record]):
    """The records of a data file by id; one that does not exist is missed in words that name the file and the nearest id."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()

    def __missing__(self, id: str) -> Record:
        raise KeyError(f"{FOLDER}/{self.name}.yml has no record {id}{suggest(id, self)}")


@dataclass
class Data:
    """All records by file and id, the problems found while reading them, and the interface words that were asked for."""

    files: dict[str, dict[str, Record]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def __getitem__(self, file: str) -> dict[str, Record]:
        return self.files[file]

    def word(self, id: str, language: str) -> str:
        """Return an interface word of the generated blocks."""
        self.used.add(id)
        return self.files["words"][id].text(language)


def load_data(root: Path) -> Data:
    """Read every data file named in `SCHEMAS`; faulty records are left out and named in `problems`."""
    if not (root / FOLDER).is_dir():
        raise CannotCheck(f"there is no folder {root / FOLDER}: run the command in the project's own folder")
    data = Data()
    for name, schema in SCHEMAS.items():
        data.files[name] = File(name)
        _read_file(root, FOLDER / f"{name}.yml", schema, data, name)
    known = [f"{name}.yml" for name in (*SCHEMAS, "translations")]
    for path in sorted((root / FOLDER).glob("*.y*ml")):
        if path.name not in known:
            message = f"no data file of this name is known{suggest(path.stem, SCHEMAS) if path.suffix == '.yml' else ''}"
            fix = "add it to SCHEMAS in scripts/records.py" if path.suffix == ".yml" else f"move its records to {path.stem}.yml"
            data.problems.append(Problem(str(FOLDER / path.name), 0, 0, "records", message, fix))
    return data


def _read_file(root: Path, file: Path, schema: Schema, data: Data, name: str) -> None:
    def problem(mark: yaml.Mark | None, message: str, fix: str = "") -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        data.problems.append(Problem(str(file), line, column, "records", message, fix))

    try:
        text = (root / file).read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader)
    except FileNotFoundError:
        return problem(None, "the file is missing", f"restore {file}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start)
        return problem(yaml.Mark(str(file), 0, line, 0, None, None), "not UTF-8", "save the file as UTF-8")
    except yaml.MarkedYAMLError as error:
        if conflict := CONFLICT.search(text):
            line = text.count("\n", 0, conflict.start())
            mark = yaml.Mark(str(file), 0, line, 0, None, None)
            return problem(mark, "a merge conflict is not resolved", "keep one of the two texts, and remove its three lines")
        return problem(error.problem_mark, f"not valid YAML: {error.problem}", "mend the line; quote a text that holds a colon")
    if not isinstance(tree, yaml.MappingNode):
        return problem(tree and tree.start_mark, "the file holds no records", "give it records, as `id: {…}`")
    marks = {key.value: key.start_mark for key, _ in tree.value}
    for key, node in _items(tree, problem):
        record = _read_record(key, marks[key], node, str(file), schema, problem)
        if record:
            data.files[name][key] = record


def _items(node: yaml.MappingNode, problem) -> list[tuple[str, yaml.Node]]:
    """Return the items of a mapping, without those whose key came before."""
    seen: dict[str, yaml.Mark] = {}
    items = []
    for key, value in node.value:
        if key.value in seen:
            problem(
                key.start_mark, f"{key.value} appears twice, first on line {seen[key.value].line + 1}", "give each its own id"
            )
        else:
            seen[key.value] = key.start_mark
            items.append((key.value, value))
    return items


def _read_record(id: str, mark: yaml.Mark, node: yaml.Node, file: str, schema: Schema, problem) -> Record | None:
    if not isinstance(node, yaml.MappingNode):
        problem(node.start_mark, f"{id} is no record", f"give it the keys {', '.join((*schema.shared, *LANGUAGES))}")
        return None
    items = dict(_items(node, problem))
    whole = _compare_keys(id, mark, node, items, (*schema.shared, *LANGUAGES), schema.optional, problem)
    places: dict[tuple[str, ...], tuple[int, int]] = {(): (mark.line + 1, mark.column + 1)}
    texts: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        inner = items.get(language)
        if not isinstance(inner, yaml.MappingNode):
            if inner is not None:
                problem(inner.start_mark, f"{id}.{language} has no keys", f"give it {', '.join(schema.texts)}")
            whole = False
            continue
        values = dict(_items(inner, problem))
        whole &= _compare_keys(f"{id}.{language}", inner.start_mark, inner, values, schema.texts, schema.optional, problem)
        texts[language] = {}
        for key, value in values.items():
            if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
                problem(value.start_mark, f"{id}.{language}.{key} is empty", "write the text")
                whole = False
                continue
            texts[language][key] = value.value.rstrip("\n")
            places[language, key] = _place_of(value)
    if whole and len({frozenset(keys) for keys in texts.values()}) > 1:
        whole = False
        for language in LANGUAGES:
            for key in sorted(set().union(*texts.values()) - set(texts[language])):
                mark = _mark_of_lost(key, texts, items[language])
                problem(mark, f"{id}.{language} has no {key}, other languages have", "write it, or drop it everywhere")
    if not whole:
        return None
    own = {}
    for key in schema.shared:
        if key in items:
            try:
                own[key] = yaml.SafeLoader("").construct_object(items[key], deep=True)
            except ValueError as error:  # a day that no month has
                problem(items[key].start_mark, f"{id}.{key} cannot be read: {error}", "write a day as 2026-07-01")
                return None
            places[key,] = items[key].start_mark.line + 1, items[key].start_mark.column + 1
    return Record(id, file, own, texts, places)


def _mark_of_lost(key: str, texts: dict[str, dict[str, str]], node: yaml.MappingNode) -> yaml.Mark:
    """Return where a text that one language lacks should stand: at what follows it in another language, or at the language."""
    whole = list(next(each for each in texts.values() if key in each))
    later = whole[whole.index(key) + 1 :]
    return next((each.start_mark for each, _ in node.value if each.value in later), node.start_mark)


def _place_of(text: yaml.ScalarNode) -> tuple[int, int]:
    """Return line and column, from 1, where a text begins: below its mark where it is written as a block."""
    mark = text.start_mark
    return (mark.line + 2, 1) if text.style in BLOCK else (mark.line + 1, mark.column + 1)


def _compare_keys(id: str, place, node, items, expected: tuple[str, ...], optional: tuple[str, ...], problem) -> bool:
    """Report keys that are missing or unknown; return whether all is well."""
    missing = [key for key in expected if key not in items and key not in optional]
    unknown = [key for key in items if key not in expected]
    for key in missing:
        later = expected[expected.index(key) + 1 :]
        mark = next((each.start_mark for each, _ in node.value if each.value in later), place)
        problem(mark, f"{id} has no {key}", f"add `{key}:`; a record has {', '.join(expected)}")
    for key in unknown:
        mark = next(k.start_mark for k, _ in node.value if k.value == key)
        problem(mark, f"{id} has an unknown key {key}", f"a record has {', '.join(expected)}{suggest(key, expected)}")
    return not (missing or unknown)
