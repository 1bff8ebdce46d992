"""Downloads: files for readers to take away. Pages may link to them; `{}` in a name is a language.

The build itself makes cards and quiz; the other files are editions, which `build.py editions` makes.
"""

from __future__ import annotations

from languages import LANGUAGES

FOLDER = "downloads"
LAW = "law-70-iv"
BUILT = {"cards": ("cards-{}.apkg",), "quiz": ("quiz-{}.xml",)}
EDITIONS = {
    "offline": (f"{LAW}-offline.zip",),
    "one-file": (f"{LAW}.html",),
    "book": (f"{LAW}-{{}}.pdf",),
    "book-three": (f"{LAW}-{'-'.join(LANGUAGES)}.pdf",),
    "e-book": (f"{LAW}-{{}}.epub",),
    "worksheets": ("worksheets-{}.pdf",),
    "law-sheet": ("law-sheet-{}.pdf",),
    "lesson": ("lesson-{}.docx",),
    "law-data": ("law.json", "law.csv", "law.schema.json"),
    "glossary-data": ("glossary.json", "glossary.csv", "glossary.tbx", "glossary.schema.json"),
    "quiz-data": ("quiz.json", "quiz.schema.json"),
    "memory": (f"{LAW}.tmx",),
}
ALL = BUILT | EDITIONS


def list_files(name: str) -> dict[str, str]:
    """Return the files of a download with the language of each, "" where it has all. Raises KeyError for an unknown name."""
    return {pattern.format(language): language for pattern in ALL[name] for language in (LANGUAGES if "{}" in pattern else ("",))}


def download(name: str, language: str) -> str:
    """Return the path of a download in the built site, in a language. Raises KeyError for an unknown name."""
    return f"{FOLDER}/{ALL[name][0].format(language)}"


def _paths(names: dict) -> frozenset[str]:
    return frozenset(f"{FOLDER}/{file}" for name in names for file in list_files(name))


BUILT_FILES = _paths(BUILT)
FILES = BUILT_FILES | _paths(EDITIONS)
