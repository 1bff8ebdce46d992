"""Explain: what a rule wants, out of its own docstring.

The first paragraph of a rule's docstring is the sentence people read. Its example follows, in three lines:

    In docs/en/law.md
    wrong: [¶1](#p2)
    right: [¶2](#p2)

The file is one of the tests' tiny site, which is right; with `wrong` in the place of `right` the rule must find it.
`⏎` stands for a new line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from problems import CannotCheck, suggest

EXAMPLE = re.compile(r"^In (?P<file>\S+)\nwrong:(?P<wrong>.*)\nright:(?P<right>.*)$", re.MULTILINE)
START, END = "<!-- rules -->\n", "<!-- /rules -->"


@dataclass(frozen=True)
class Example:
    """What breaks a rule, and what is right in its place."""

    file: str
    wrong: str
    right: str


def rule_id(rule: Callable) -> str:
    """Return the name of a rule as reports write it."""
    return rule.__name__.replace("_", "-")


def _doc(rule: Callable) -> str:
    return "\n".join(line.strip() for line in (rule.__doc__ or "").splitlines())


def sentence(rule: Callable) -> str:
    """Return what the rule says must be true."""
    return " ".join(_doc(rule).partition("\n\n")[0].split())


def example(rule: Callable) -> Example:
    """Return the rule's example."""
    match = EXAMPLE.search(_doc(rule))
    assert match, f"the docstring of {rule.__name__} has no example"
    return Example(match["file"], *(match[key].strip().replace("⏎", "\n") for key in ("wrong", "right")))


def explain(name: str, rules: Iterable[Callable]) -> str:
    """Return what a rule wants, with its example. Raises CannotCheck for a rule that does not exist."""
    by_name = {rule_id(rule): rule for rule in rules}
    if name not in by_name:
        raise CannotCheck(f"there is no rule {name}{suggest(name, by_name)}; the rules are {', '.join(by_name)}")
    shown = example(by_name[name])
    lines = [f"{name}: {sentence(by_name[name])}", "", f"In {shown.file}"]
    for label, text in (("wrong", shown.wrong), ("right", shown.right)):
        lines += [f"  {label}:", *(f"    {line}" for line in (text or "(nothing)").splitlines())]
    lines += [f"Exception: {each.file}: {each.words} – {each.reason}" for each in getattr(by_name[name], "exceptions", ())]
    return "\n".join(lines)


def rules_table(rules: Iterable[Callable]) -> str:
    """Return the table of rules as CONTRIBUTING holds it."""
    return "\n".join(_rows(rules)) + "\n"


def _rows(rules: Iterable[Callable]) -> Iterator[str]:
    yield from ("| Rule | What must be true |", "|---|---|")
    for rule in rules:
        yield f"| `{rule_id(rule)}` | {sentence(rule).replace('|', chr(92) + '|')} |"


def fill_table(text: str, rules: Iterable[Callable]) -> str:
    """Return a document with the table of rules written anew between its two markers."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    return before + start + rules_table(rules) + end + after if start and end else text
