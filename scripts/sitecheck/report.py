"""Report: the only place that prints problems."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict
from itertools import groupby

from problems import Problem, find_faults

FORMATS = ("text", "json", "github")


def report(problems: list[Problem], counts: dict[str, int], done: str = "", form: str = "", quiet: bool = False) -> int:
    """Print the problems, sorted and grouped by file, and one closing line; return the exit status.

    `done` says what was made, where nothing is wrong. `form` is one of FORMATS; without it, GitHub's annotations are
    added in its workflows. `quiet` leaves out all but the problems; the status is the same.
    """
    problems = sorted(set(problems))
    faults = find_faults(problems)
    if form == "json":
        print(json.dumps({"counts": counts, "problems": [asdict(problem) for problem in problems]}, ensure_ascii=False, indent=1))
    else:
        _print_problems(problems, form or ("github" if os.environ.get("GITHUB_ACTIONS") else "text"))
        if not quiet:
            print(_closing_line(problems, faults, counts, done))
    return 1 if faults else 0


def _print_problems(problems: list[Problem], form: str) -> None:
    for number, (_, group) in enumerate(groupby(problems, key=lambda problem: problem.file)):
        if number:
            print()
        for problem in group:
            print(problem)
            if form == "github":
                print(annotation(problem))


def annotation(problem: Problem) -> str:
    """Return the line that GitHub's workflows show beside the source."""
    level = "warning" if problem.warning else "error"
    place = f"file={_escape(problem.file, ',:')},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    text = f"{problem.rule}: {problem.message}" + (f"\nfix: {problem.fix}" if problem.fix else "")
    return f"::{level} {place},title={problem.rule}::{_escape(text)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _closing_line(problems: list[Problem], faults: list[Problem], counts: dict[str, int], done: str) -> str:
    checked = f"checked {', '.join(f'{count} {what}' for what, count in counts.items())}"
    warnings = len(problems) - len(faults)
    warned = f", {_count(warnings, 'warning')}" if warnings else ""
    if not faults:
        return f"{done + '; ' if done else ''}{checked}: no problems{warned}"
    files = len({problem.file for problem in faults})
    rules = Counter(problem.rule for problem in faults).most_common()
    lines = [f"  {count:>5}  {rule}" for rule, count in rules] if len(faults) > 1 else []
    return "\n".join(["", *lines, f"{checked}: {_count(len(faults), 'problem')} in {_count(files, 'file')}{warned}"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
