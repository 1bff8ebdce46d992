"""Exceptions: what a rule lets pass, with the reason, beside the rule.

@allow("docs/_data/validity.yml", "Қазақстан Халық Кеңесі", "the name of a body is not translated")
def alphabet(project): …
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from problems import Problem

OWN = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Allowed:
    """An exception: problems in `file` (a pattern) whose message holds `words` pass, for a reason."""

    file: str
    words: str
    reason: str

    def covers(self, problem: Problem) -> bool:
        """Tell whether a problem is excused."""
        return self.words in problem.message and fnmatch(problem.file, self.file)


def allow(file: str, words: str, reason: str) -> Callable[[Callable], Callable]:
    """Return a decorator that gives a rule one exception."""

    def decorate(rule: Callable) -> Callable:
        rule.exceptions = (Allowed(file, words, reason), *getattr(rule, "exceptions", ()))
        return rule

    return decorate


def apply_rules(
    rules: Iterable[Callable], subjects: Iterable, root: Path, choose: Callable[[Any], Iterable[Callable]] | None = None
) -> Iterator[Problem]:
    """Yield what the rules find in the subjects and no exception excuses, then the exceptions that excuse nothing any more.

    `choose` tells which of the rules can find something in a subject; without it all are asked.
    Only the project that the program belongs to can need exceptions: its folder holds the program.
    """
    excused = {rule: getattr(rule, "exceptions", ()) for rule in rules}
    used = set()
    for subject in subjects:
        for rule in choose(subject) if choose else excused:
            for problem in rule(subject):
                excuse = next((each for each in excused[rule] if each.covers(problem)), None)
                if excuse:
                    used.add(excuse)
                else:
                    yield problem
    own = (root / "scripts/sitecheck").is_dir()
    for rule, exceptions in excused.items() if own else ():
        yield from (_unused(rule, each) for each in exceptions if each not in used)


def _unused(rule: Callable, exception: Allowed) -> Problem:
    code = rule.__code__
    file = Path(code.co_filename).resolve()
    place = file.relative_to(OWN).as_posix() if file.is_relative_to(OWN) else file.name
    message = f"the exception “{exception.words}” in {exception.file} excuses nothing any more"
    return Problem(place, code.co_firstlineno, 1, "exceptions-used", message, "remove it")
