"""Read mkdocs.yml with the place of every value."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from problems import CannotCheck, Problem
from records import CONFLICT, Loader

from sitecheck.resolve import is_outside

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Value:
    """A scalar of the file: `path` leads to it through keys and, in lists, numbers."""

    path: tuple[str | int, ...]
    text: str
    line: int
    column: int

    def problem(self, rule: str, message: str, fix: str = "") -> Problem:
        """Return a problem at the value."""
        return Problem(FILE, self.line, self.column, rule, message, fix)


@dataclass(frozen=True)
class Settings:
    """All scalars in order, and line and column of every key by its path."""

    values: tuple[Value, ...]
    keys: dict[tuple[str | int, ...], tuple[int, int]]

    def place(self, *path: str) -> tuple[int, int]:
        """Return line and column of a key, or of the nearest one above it."""
        while path and path not in self.keys:
            path = path[:-1]
        return self.keys.get(path, (1, 1))

    def below(self, *path: str) -> list[Value]:
        """Return the values whose path begins so."""
        return [value for value in self.values if value.path[: len(path)] == path]

    def of(self, plugin: str) -> list[Value]:
        """Return the values of a plugin's options, with paths that begin there."""
        return [
            Value(value.path[3:], value.text, value.line, value.column)
            for value in self.below("plugins")
            if len(value.path) > 3 and value.path[2] == plugin
        ]

    @property
    def menu(self) -> list[Value]:
        """The pages of the menu, in order."""
        return [value for value in self.below("nav") if value.text and not is_outside(value.text)]

    @property
    def locales(self) -> dict[str, list[Value]]:
        """The values of each language of the i18n plugin, by its code, with paths that begin in it."""
        values = [Value(value.path[1:], value.text, value.line, value.column) for value in self.of("i18n")]
        numbers = [(value.path[0], value.text) for value in values if value.path[1:] == ("locale",)]
        return {
            code: [Value(v.path[1:], v.text, v.line, v.column) for v in values if v.path[:1] == (number,)]
            for number, code in numbers
        }

    @property
    def sections(self) -> list[Value]:
        """The titles that the menu itself gives, each with the path of its first page."""
        first: dict[str, Value] = {}
        for value in self.below("nav"):
            for depth, part in enumerate(value.path[1:], 2):
                if isinstance(part, str) and part not in first:
                    first[part] = Value(value.path, part, *self.keys[value.path[:depth]])
        return list(first.values())


def read_settings(root: Path) -> Settings:
    """Read mkdocs.yml. Raises CannotCheck where it is missing or not valid."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader)
    except FileNotFoundError as error:
        raise CannotCheck(f"there is no {root / FILE}: run the command in the project's own folder") from error
    except yaml.MarkedYAMLError as error:
        if conflict := CONFLICT.search(text):
            line = text.count("\n", 0, conflict.start()) + 1
            raise CannotCheck(f"{FILE}:{line}:1: a merge conflict is not resolved: keep one of the two texts") from error
        mark = error.problem_mark
        place = f"{FILE}:{mark.line + 1}:{mark.column + 1}" if mark else FILE
        raise CannotCheck(f"{place}: not valid YAML: {error.problem}; mend the line") from error
    return Settings(tuple(_scalars(tree, ())), dict(_keys(tree, ()))) if tree else Settings((), {})


def _scalars(node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[Value]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _scalars(value, (*path, number))
    else:
        yield Value(path, node.value, node.start_mark.line + 1, node.start_mark.column + 1)


def _keys(node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], tuple[int, int]]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), (key.start_mark.line + 1, key.start_mark.column + 1)
            yield from _keys(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _keys(value, (*path, number))


def menu_name(value: Value) -> str:
    """Return the page name that an entry of the menu means."""
    return posixpath.normpath(value.text)
