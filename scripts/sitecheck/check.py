"""Run the rules: over the sources, and over the built site."""

from __future__ import annotations

from pathlib import Path

from problems import Problem

from sitecheck.built import read_built
from sitecheck.project import Project
from sitecheck.rules import BUILT_RULES, RULES


def check_sources(root: Path) -> tuple[list[Problem], dict[str, int]]:
    """Return what is wrong with the sources, and how much of what was checked. Raises CannotCheck."""
    project = Project(root)
    problems = list(project.data.problems)
    if not problems:  # every rule may rely on whole records
        problems = [problem for rule in RULES for problem in rule(project)]
    counts = {
        "pages": len(project.pages),
        "paragraphs": len(project.data["law"]),
        "terms": len(project.data["glossary"]),
        "references": len(project.references),
        "rules": len(RULES),
    }
    return problems, counts


def check_built(root: Path, folder: Path) -> tuple[list[Problem], dict[str, int]]:
    """Return what is wrong with the site built in `folder`, and how much was checked. Raises CannotCheck."""
    built = read_built(root, folder)
    problems = [problem for rule in BUILT_RULES for problem in rule(built)]
    counts = {"built pages": len(built.pages), "built links": sum(len(page.links) for page in built.pages.values())}
    return problems, counts
