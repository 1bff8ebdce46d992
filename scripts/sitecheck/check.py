"""Run the rules: over the sources, and over the built site."""

from __future__ import annotations

from pathlib import Path

from problems import Problem

from sitecheck.built import read_built
from sitecheck.everywhere import say_once
from sitecheck.exceptions import apply_rules
from sitecheck.project import Project
from sitecheck.rules import OFFLINE_RULES, OFFLINE_SITE_RULES, PAGE_RULES, PROJECT_RULES, RULES, SITE_RULES, TEXT_RULES
from sitecheck.rules.structure import merges_finished
from sitecheck.sieve import Sieve


def check_sources(root: Path) -> tuple[list[Problem], dict[str, int]]:
    """Return what is wrong with the sources, and how much of what was checked. Raises CannotCheck."""
    project = Project(root)
    problems = list(merges_finished(project)) or list(project.data.problems)
    if not problems:  # every rule may rely on whole records
        problems = [
            *apply_rules(PROJECT_RULES, [project], root),
            *apply_rules(TEXT_RULES, project.texts(), root, choose=Sieve(TEXT_RULES)),
        ]
    counts = {
        "pages": len(project.pages),
        "paragraphs": len(project.data["law"]),
        "terms": len(project.data["glossary"]),
        "references": len(project.references),
        "rules": len(RULES),
    }
    return problems, counts


def check_built(root: Path, folder: Path, offline: bool = False) -> tuple[list[Problem], dict[str, int]]:
    """Return what is wrong with the site built in `folder`, and how much was checked. Raises CannotCheck.

    `offline` adds the rules of a site that is opened from a disk.
    """
    built = read_built(root, folder, offline)
    problems = list(apply_rules([*PAGE_RULES, *(OFFLINE_RULES if offline else ())], built.parse(), root))
    problems += apply_rules([*SITE_RULES, *(OFFLINE_SITE_RULES if offline else ())], [built], root)
    problems = say_once(built, problems)
    counts = {
        "built pages": len(built.pages),
        "built links": sum(page.links for page in built.pages.values()),
        "built rules": len(PAGE_RULES) + len(SITE_RULES),
    }
    return problems, counts
