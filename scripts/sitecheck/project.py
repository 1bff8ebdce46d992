"""What the rules look at: records, pages, references and targets of one project, each read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from records import Data, load_data

from sitecheck.pages import Page, read_pages
from sitecheck.references import Reference, Target, collect_references, collect_targets


@dataclass
class Project:
    """The sources of a site: `pages` by language and name."""

    root: Path
    data: Data = field(init=False)
    pages: dict[tuple[str, str], Page] = field(init=False)

    def __post_init__(self) -> None:
        self.data = load_data(self.root)
        self.pages = read_pages(self.root)

    @cached_property
    def references(self) -> list[Reference]:
        """Every link of every page, in order."""
        return [reference for page in self.pages.values() for reference in collect_references(page)]

    @cached_property
    def targets(self) -> dict[tuple[str, str], list[Target]]:
        """The ids that each page defines, by language and name."""
        return {key: collect_targets(page) for key, page in self.pages.items()}

    def ids(self, language: str, name: str) -> list[str]:
        """Return the ids of a page, in order."""
        return [target.id for target in self.targets[language, name]]
