"""Downloads: files that the build makes for readers to take away, each in every language. Pages may link to them."""

from __future__ import annotations

from languages import LANGUAGES

FOLDER = "downloads"
NAMES = {"cards": "cards-{}.apkg", "quiz": "quiz-{}.xml"}


def download(name: str, language: str) -> str:
    """Return the path of a download in the built site, by its name in NAMES. Raises KeyError for another."""
    return f"{FOLDER}/{NAMES[name].format(language)}"


FILES = frozenset(download(name, language) for name in NAMES for language in LANGUAGES)
