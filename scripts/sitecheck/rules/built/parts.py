"""Rules about the parts of a page, and what stands on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from finish.alternates import NOT_FOUND, counterpart, language_of
from languages import LANGUAGES
from problems import Problem

from sitecheck.built import BuiltSite
from sitecheck.parsed import Parsed
from sitecheck.rules.built.access import name_of

USUAL = 0.7  # of the pages of a language


def parts_told(page: Parsed) -> Iterator[Problem]:
    """What a page is made of can be told apart: one main part, menus by their names, tables by header cells, groups by titles.

    In site/index.html
    wrong: <details>The law.</details>
    right: <p>The law.</p>
    """
    mains = len(page.by_tag["main"])
    if mains != 1 and page.path != NOT_FOUND:
        yield page.problem("parts-told", f"the page has {mains or 'no'} <main>", "put the article into one", "title")
    menus = page.by_tag["nav"] if len(page.by_tag["nav"]) > 1 else ()
    for menu in (each for each in menus if not name_of(each)):
        yield page.problem("parts-told", "one of several <nav> has no name", "write aria-label", menu)
    for table in page.by_tag.get("table", ()):
        if table.get("role") not in ("presentation", "none") and not table.node.css_first("th"):
            yield page.problem("parts-told", "a table has no header cells", "write its first row with <th>", table)
    for group in (*page.by_tag["details"], *page.by_tag["fieldset"]):
        title = group.node.css_first("summary, legend")
        if title is None and group.tag == "details" or title is not None and title.tag == "legend" and not title.text().strip():
            what = "summary" if group.tag == "details" else "words in its legend"
            yield page.problem("parts-told", f"a <{group.tag}> has no {what}", "say what it holds", group)


def labels_agree(site: BuiltSite) -> Iterator[Problem]:
    """What stands on every page has one name on all pages of a language, and another in each language.

    In site/ru/law/index.html
    wrong: class="md-skip">Text</a>
    right: class="md-skip">К тексту</a>
    """
    names = {code: _usual_names(site, code) for code in LANGUAGES}
    for path, page in site.pages.items():
        own = names.get(language_of(path), {}) if path != NOT_FOUND else {}
        for what, name in page.labels:
            if own.get(what, name) != name:
                yield site.problem(path, "labels-agree", f"<{what}> is called “{name}”", f"other pages call it “{own[what]}”")
    for one, other in combinations(LANGUAGES, 2):
        for what, name in names[one].items():
            if names[other].get(what) == name:
                message = f"<{what}> is called “{name}” in {one} and in {other}"
                yield site.problem(counterpart("index.html", other), "labels-agree", message, "translate it")


def _usual_names(site: BuiltSite, code: str) -> dict[str, str]:
    """Return what almost all pages of a language call an element."""
    counts = Counter(
        label for path, page in site.pages.items() if language_of(path) == code and path != NOT_FOUND for label in page.labels
    )
    pages = sum(language_of(path) == code for path in site.pages)
    return {what: name for (what, name), count in counts.items() if count >= USUAL * pages}
