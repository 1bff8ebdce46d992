"""What search reads, in the built site: one script file a language, with an entry for each page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from finish.search import TEXTS
from languages import SOURCE

if TYPE_CHECKING:
    from sitecheck.built import BuiltSite


@dataclass
class SearchTexts:
    """What search reads in a language: the words of its box, the `places` of pages, and their entries until they are taken."""

    file: str
    fault: str = ""
    words: dict[str, str] = field(default_factory=dict)
    places: Counter[str] = field(default_factory=Counter)
    entries: dict[str, dict] = field(default_factory=dict)

    def take(self, path: str) -> dict | None:
        """Return the entry of a page and forget it: together they are as large as all texts of the site."""
        return self.entries.pop(path, None)


def read_search(site: BuiltSite, language: str) -> SearchTexts:
    """Return what search reads in a language."""
    texts = SearchTexts(TEXTS.format(language))
    if texts.file not in site.files:
        texts.fault = f"there are no texts to search in {language}"
        return texts
    folder = "" if language == SOURCE else f"{language}/"
    try:
        own, data = site.read_script(texts.file)
        said = own, data["language"], data["folder"]
        texts.words = data["words"]
        texts.places = Counter(folder + page["path"] for page in data["pages"])
        texts.entries = {f"{folder}{page['path']}index.html": page for page in data["pages"]}
    except (ValueError, KeyError, TypeError) as error:
        texts.fault = (
            f"the texts cannot be read: {error!r}" if isinstance(error, KeyError) else f"the texts cannot be read: {error}"
        )
        return texts
    if said != (language, language, folder):
        texts.fault = f"the texts say that they are of {', '.join(map(repr, said))}"
    return texts
