"""Faults of a template: what is wrong on nearly every page of a language is said once, where it is made."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from finish.alternates import language_of
from problems import Problem

from sitecheck.built import BuiltSite, is_page

NEARLY = 0.8  # of the pages of a language
FEW = 3  # pages show nothing
PAGE = re.compile(r" \(site/(?P<path>[^)]*)\)$")
OWN = re.compile(r"“[^”]*”|\S*[/.#]\S*|\d+")  # what a message may say of one page


def say_once(site: BuiltSite, problems: list[Problem]) -> list[Problem]:
    """Return the problems, those that a template makes on nearly every page of a language as one at the template."""
    said, groups = [], defaultdict(list)
    for problem in problems:
        if problem in site.templates:
            groups[problem.rule, OWN.sub("…", PAGE.sub("", problem.message)), site.templates[problem]].append(problem)
        else:
            said.append(problem)
    pages = Counter(language_of(path) for path in site.pages if is_page(path))
    for (_, _, place), group in groups.items():
        found = Counter(language_of(path) for path in {_path(problem) for problem in group})
        languages = {code for code, count in found.items() if count >= FEW and count >= NEARLY * pages[code]}
        everywhere = [problem for problem in group if language_of(_path(problem)) in languages]
        said += [problem for problem in group if language_of(_path(problem)) not in languages]
        if everywhere:
            said.append(_one(place, min(everywhere), sum(found[code] for code in languages)))
    return said


def _path(problem: Problem) -> str:
    match = PAGE.search(problem.message)
    return match["path"] if match else ""


def _one(place: tuple[str, int, int], problem: Problem, count: int) -> Problem:
    message = f"{PAGE.sub('', problem.message)} (on {count} pages, as site/{_path(problem)})"
    return Problem(*place, problem.rule, message, problem.fix)
