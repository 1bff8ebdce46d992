"""What the rules look at: records, pages, references, targets, texts and settings of one project, each read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from languages import LANGUAGES, SOURCE
from records import Data, load_data
from translations import Ledger, Pair, collect_pairs, read_ledger

from sitecheck.letters import RUSSIAN, WORD, judge_language
from sitecheck.pages import FOLDER, Page, read_pages
from sitecheck.references import Reference, Target, collect_references, collect_targets
from sitecheck.resolve import is_outside, resolve
from sitecheck.settings import Settings, read_settings
from sitecheck.texts import Text, page_texts, record_texts

OVERRIDES = "overrides"
SCRIPTS = ("css", "js", "mjs", "html", "svg", "json", "webmanifest")
PROGRAMS = (
    *(f"{FOLDER}/assets/**/*.{end}" for end in SCRIPTS),
    "overrides/**/*.html",
    "overrides/**/*.js",
    "*.yml",
    "scripts/**/*.py",
)
IDLE = {"vendor", "sitecheck"}  # folders that use nothing: what the rules name, they name as an example
SRCSET = re.compile(r"\ssrcset=\"([^\"]*)\"")
ACT = re.compile(r"(?<![\d-])(\d+)-([IVXLC]+)\b")  # its number and the convocation
NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")
DOTTED = re.compile(r"\.([\w-]+)")
APART = bytes(code if code > 127 or chr(code).isalnum() or chr(code) in "_-." else ord(" ") for code in range(256))


@dataclass
class Project:
    """The sources of a site: `pages` by language and name, and the `ledger` of the translations that were read."""

    root: Path
    data: Data = field(init=False)
    ledger: Ledger = field(init=False)
    pages: dict[tuple[str, str], Page] = field(init=False)

    def __post_init__(self) -> None:
        self.data = load_data(self.root)
        self.ledger = read_ledger(self.root)  # before the pages, which then take the memory that reading it needs
        self.pages = read_pages(self.root)

    @cached_property
    def references_by_page(self) -> dict[tuple[str, str], list[Reference]]:
        """The links of each page, in order, by language and name."""
        return {key: collect_references(page) for key, page in self.pages.items()}

    @cached_property
    def references(self) -> list[Reference]:
        """Every link of every page, in order."""
        return [reference for references in self.references_by_page.values() for reference in references]

    @cached_property
    def inside(self) -> list[tuple[Reference, str, str, str]]:
        """Every link inside the site with the language, page and id it leads to."""
        inside = (each for each in self.references if each.address.strip("#") and not is_outside(each.address))
        return [(each, *self.find(each)) for each in inside if not each.address.startswith("/")]

    def pairs(self) -> Iterator[Pair]:
        """Yield every source text with its translation. They are not kept."""
        return collect_pairs(self.data, self.pages)

    @cached_property
    def targets(self) -> dict[tuple[str, str], list[Target]]:
        """The ids that each page defines, by language and name."""
        return {key: collect_targets(page) for key, page in self.pages.items()}

    def texts(self, *languages: str) -> Iterator[Text]:
        """Yield every text that people wrote: of pages, without what is generated, and of records. They are not kept."""
        languages = languages or LANGUAGES
        for page in self.pages.values():
            if page.language in languages:
                yield from page_texts(self, page)
        for record in (record for records in self.data.files.values() for record in records.values()):
            yield from record_texts(self, record, languages)

    @cached_property
    def law_words(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of the Law by language, paragraph by paragraph."""
        return {code: [tuple(WORD.findall(record.text(code))) for record in self.data["law"].values()] for code in LANGUAGES}

    @cached_property
    def acts(self) -> dict[tuple[str, str], None]:
        """The acts that facts and terms name: number and convocation."""
        records = (record for file in ("timeline", "glossary") for record in self.data[file].values())
        texts = (text for record in records for texts in record.texts.values() for text in texts.values())
        return dict.fromkeys(match.groups() for text in texts for match in ACT.finditer(text))

    @cached_property
    def words(self) -> dict[str, Counter[str]]:
        """How often each word stands in a language, in small letters: to tell the right one where one is misspelt."""
        return {
            code: Counter(word.lower() for text in self.texts(code) for word in WORD.findall(text.words)) for code in LANGUAGES
        }

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below docs/, as its path there."""
        folder = self.root / FOLDER
        return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    @cached_property
    def program_texts(self) -> dict[str, str]:
        """The text of each file that can use a word or a file: templates, settings, styles, scripts, programs."""
        files = {file for pattern in PROGRAMS for file in self.root.glob(pattern) if not IDLE.intersection(file.parts)}
        paths = {file.relative_to(self.root).as_posix(): file for file in sorted(files)}
        return {name: file.read_text(encoding="utf-8", errors="replace") for name, file in paths.items()}

    @cached_property
    def programs(self) -> str:
        """The text of all these files."""
        return "\n".join(self.program_texts.values())

    @cached_property
    def dotted(self) -> frozenset[str]:
        """Every name behind a dot in these files: the classes that styles and scripts know are among them."""
        return frozenset(DOTTED.findall(self.programs))

    @cached_property
    def templates(self) -> dict[str, str]:
        """The text of each of the theme's own templates, by its path in the project."""
        return {name: text for name, text in self.program_texts.items() if name.startswith(OVERRIDES) and name.endswith(".html")}

    @cached_property
    def named(self) -> frozenset[str]:
        """Every name of a word or a file that a page, a template, a setting, a style, a script or a program writes out."""
        written = {reference.address for reference in self.references if not is_outside(reference.address)}
        written.update(match for page in self.pages.values() if "srcset=" in page.text for match in SRCSET.findall(page.text))
        return frozenset(_names(self.programs)).union(*map(NAME.findall, written))

    @cached_property
    def settings(self) -> Settings:
        """What mkdocs.yml says."""
        return read_settings(self.root)

    def ids(self, language: str, name: str) -> list[str]:
        """Return the ids of a page, in order."""
        return self._ids[language, name]

    @cached_property
    def _ids(self) -> dict[tuple[str, str], list[str]]:
        return {key: [target.id for target in targets] for key, targets in self.targets.items()}

    def is_foreign(self, text: str, language: str) -> bool:
        """Tell whether a few words are surely not in a language.

        Kazakh has words without a letter of its own: a Russian preposition among them tells, and a word that the Russian
        records use and the Kazakh ones do not.
        """
        found = judge_language(text)
        if (language, found) != (SOURCE, "ru"):
            return found != language
        words = [word.lower() for word in WORD.findall(text)]
        longer = (word for word in words if len(word) > 3)
        return any(word in RUSSIAN for word in words) or any(
            word in self._vocabulary["ru"] and word not in self._vocabulary[SOURCE] for word in longer
        )

    @cached_property
    def _vocabulary(self) -> dict[str, str]:
        records = [record for file in self.data.files.values() for record in file.values()]
        return {code: " ".join(text for each in records for text in each.texts[code].values()).lower() for code in (SOURCE, "ru")}

    def meant(self, page: Page, path: str, id: str = "") -> str:
        """Return the name of the page of a language that a wrong path means: one that ends so, and has the id; or ""."""
        parts = [part for part in path.split("/") if part not in ("", ".", "..", str(FOLDER), *LANGUAGES)]
        if parts:
            parts[-1] = parts[-1].removesuffix(".html").removesuffix(".md")
        ends = ["/".join(parts[start:]) for start in range(len(parts))]
        names = [f"{end}{more}.md" for end in ends for more in ("", "/index")]
        pages = [name for code, name in self.pages if code == page.language]
        found = [name for name in names if name in pages] or [
            each for each in pages for name in names[-2:-1] if each.endswith(f"/{name}")
        ]
        return next((name for name in found if id and id in self.ids(page.language, name)), found[0] if found else "")

    def find(self, reference: Reference) -> tuple[str, str, str]:
        """Return language, page name and id that a link leads to, as `resolve` does; a folder's page is its index."""
        language, name, id = resolve(reference.page, reference.address, reference.kind)
        if reference.kind == "html" and (language, name) not in self.pages:
            index = name.removesuffix(".md") + "/index.md"
            name = index if (language, index) in self.pages else name
        return language, name, id


def _names(text: str) -> Iterator[str]:
    """Yield the names in a text, as NAME finds them; cutting bytes apart is five times as fast."""
    for word in set(text.encode().translate(APART).decode().split()):
        if word.isascii() and ".." not in word:
            yield word.strip(".") or word
        else:
            yield from NAME.findall(word)
