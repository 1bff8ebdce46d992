"""Report: the only place that prints problems."""

from __future__ import annotations

import os

from problems import Problem


def report(problems: list[Problem], counts: dict[str, int], done: str = "") -> int:
    """Print the problems, sorted, and one closing line; return the exit status.

    `done` says what was made, where nothing is wrong. GitHub's annotations are added in its workflows.
    """
    problems = sorted(set(problems))
    for problem in problems:
        print(problem)
        if os.environ.get("GITHUB_ACTIONS"):
            print(f"::error file={problem.file},line={problem.line},col={problem.column}::{problem.rule}: {problem.message}")
    checked = f"checked {', '.join(f'{count} {what}' for what, count in counts.items())}"
    if problems:
        files = len({problem.file for problem in problems})
        print(f"{checked}: {_count(len(problems), 'problem')} in {_count(files, 'file')}")
        return 1
    print(f"{done}; {checked}: no problems" if done else f"{checked}: no problems")
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
