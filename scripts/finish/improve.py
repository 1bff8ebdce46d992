"""The link at the end of a page that leads to the file it is written in, for whoever can say it better."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from languages import SOURCE
from records import FOLDER, Record

from finish.alternates import counterpart, language_of

BRANCH = "main"  # what is published: see .github/workflows/site.yml
SOURCES = Path("docs")
# The blocks that hold most of a page's words, and the data file that they are written from.
RECORDS = {
    "law": "law",
    "glossary": "glossary",
    "questions": "quiz",
    "timeline": "timeline",
    "cards": "tasks",
    "editions": "editions",
}
BLOCK = re.compile(r"^<!-- write: ([\w-]+)", re.MULTILINE)


def link_sources(folder: Path, root: Path, repository: str, words: dict[str, Record]) -> None:
    """Write the link into every page of the built folder; without a repository's address there is none."""
    for page in sorted(folder.rglob("index.html")) if repository else ():  # not into what is downloaded, nor the 404 page
        path = page.relative_to(folder).as_posix()
        html = page.read_text(encoding="utf-8")
        page.write_text(link_source(html, path, root, repository, words), encoding="utf-8")


def link_source(html: str, path: str, root: Path, repository: str, words: dict[str, Record]) -> str:
    """Return the page with links to the file it is made from and, where records hold most of it, to those."""
    language = language_of(path)
    source = find_source(path, root)
    kinds = BLOCK.findall((root / source).read_text(encoding="utf-8"))
    record = next((name for kind, name in RECORDS.items() if kind in kinds), "")
    files = {"improve-page": source} | ({"improve-records": FOLDER / f"{record}.yml"} if record else {})
    links = " · ".join(
        f'<a href="{escape(f"{repository}/edit/{BRANCH}/{file.as_posix()}")}">{escape(words[word].text(language))}</a>'
        for word, file in files.items()
    )
    return html.replace("</article>", f'<p class="improve">{links}</p></article>', 1)


def find_source(path: str, root: Path) -> Path:
    """Return the Markdown file of a built page, relative to the project: "ru/goal/index.html" is made from docs/ru/goal.md."""
    language = language_of(path)
    folder = SOURCES / language / counterpart(path, SOURCE).removesuffix("index.html")
    page = folder.with_suffix(".md")
    return page if (root / page).is_file() else folder / "index.md"
