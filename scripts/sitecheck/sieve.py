"""Sieve: which rules can find something in a text at all. All are asked in one pass, so that most texts cost no more.

A rule about texts says so in RE2's syntax, which knows no looking around: `@where(r"…")` for a rule that finds something
only in texts that hold this, `@unless(r"…")` for one that finds nothing in texts that are this from end to end.
Either may be given by language. A rule that says nothing is asked about every text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import re2
from languages import LANGUAGES

from sitecheck.texts import Text

LETTER = r"[a-zA-Z\x{c0}-\x{4ff}]"  # of Latin and Cyrillic; \pL knows all, and takes half of a check's start to compile
NOTHING = r"\z."  # no text holds it
MEMORY = 1 << 23  # bytes for the states of a language's patterns
Patterns = str | dict[str, str]


def where(patterns: Patterns) -> Callable[[Callable], Callable]:
    """Return a decorator: the rule finds something only in texts that hold this."""
    return _say("where", patterns)


def unless(patterns: Patterns) -> Callable[[Callable], Callable]:
    """Return a decorator: the rule finds nothing in texts that are this as a whole."""
    return _say("unless", patterns)


def _say(what: str, patterns: Patterns) -> Callable[[Callable], Callable]:
    def decorate(rule: Callable) -> Callable:
        setattr(rule, what, patterns if isinstance(patterns, dict) else dict.fromkeys(LANGUAGES, patterns))
        return rule

    return decorate


class Sieve:
    """Some rules about texts, and for each language the patterns of all in one automaton."""

    def __init__(self, rules: Iterable[Callable]) -> None:
        self.rules = list(rules)
        self._sets = {language: self._compile(language) for language in LANGUAGES}
        self._chosen: dict[tuple[int, ...], list[Callable]] = {}
        self._always = {number for number, rule in enumerate(self.rules) if not hasattr(rule, "where")}

    def _compile(self, language: str) -> re2.Set:
        options = re2.Options()
        options.max_mem = MEMORY
        patterns = re2.Set.SearchSet(options)
        for rule in self.rules:
            where, unless = (getattr(rule, what, {}).get(language) for what in ("where", "unless"))
            patterns.Add(where or (rf"\A(?:{unless})\z" if unless else NOTHING))
        patterns.Compile()
        return patterns

    def __call__(self, text: Text) -> list[Callable]:
        """Return the rules that can find something in a text, in order."""
        found = tuple(self._sets[text.language].Match(text.raw) or ())
        if found not in self._chosen:  # there are few combinations
            numbers = self._always.symmetric_difference(found)
            self._chosen[found] = [self.rules[number] for number in sorted(numbers)]
        return self._chosen[found]
