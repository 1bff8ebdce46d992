"""Rules about what search knows of the built pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from finish.alternates import NOT_FOUND, language_of
from finish.search import HEADINGS, read_sections
from languages import LANGUAGES
from problems import Problem, suggest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitecheck.built import BuiltSite
from sitecheck.compare import unspaced
from sitecheck.parsed import Element, Parsed
from sitecheck.rules.built.languages import other_language
from sitecheck.searched import SearchTexts

REMEDY = "`make site` writes what search reads"


def search_tells(page: Parsed) -> Iterator[Problem]:
    """What search shows of a page is what stands there: its title, its headings with their ids, the words below each.

    In site/assets/search/texts-ru.js
    wrong: "title":"Tekst"
    right: "title":"Text"
    """
    entry = page.site.search(language_of(page.path)).take(page.path) if page.path != NOT_FOUND and page.article else None
    if entry is None:  # `search-leads` names a page that search does not find
        return
    sections = entry.get("sections", [])
    own = sections[0].get("title") if sections else ""
    if entry.get("title") != own:
        message = f"search calls the page “{entry.get('title')}”, but its heading is “{own}”"
        yield page.problem("search-tells", message, REMEDY, "title")
    if not _surely_same(page, sections):
        for ours, theirs in zip_longest(read_sections(_article(page), language_of(page.path)), sections):
            if ours != theirs:
                id, message = _difference(ours, theirs)
                yield page.problem("search-tells", message, REMEDY, _element(page, id))
                break


def _surely_same(page: Parsed, sections: list[dict[str, str]]) -> bool:
    """Tell of most pages, in a fifth of the time that reading their sections anew takes, that the search knows them well."""
    headings = {
        id: unspaced(words) for node, words in page.headings if node.tag in HEADINGS and (id := node.attributes.get("id"))
    }
    if len(headings) != len(sections):
        return False
    starts = [0]
    for section in sections:
        heading = headings.get(section["id"], "")
        if heading.removesuffix("#") != unspaced(section["title"]):
            return False
        starts.append(page.unspaced.find(heading, starts[-1]))
    parts = zip(sections, starts[1:], [*starts[2:], None])
    return min(starts) == 0 and all(_holds(page.unspaced[start:end], section["text"]) for section, start, end in parts)


def _holds(part: str, text: str) -> bool:
    """Tell whether a part of a page holds a text, its sentences or their words: what search leaves out may stand between them."""
    return unspaced(text) in part or all(
        unspaced(sentence) in part or all(word in part for word in sentence.split()) for sentence in text.split(". ")
    )


def _element(page: Parsed, id: str) -> Element | str:
    return next((each for each in page.by_attribute["id"] if each.get("id") == id), "title")


def _article(page: Parsed) -> LexborNode:
    return LexborHTMLParser(page.html).css_first("article")  # another tree: reading takes out what search leaves out


def _difference(ours: dict[str, str] | None, theirs: dict[str, str] | None) -> tuple[str, str]:
    """Return the id of the section that differs, and how."""
    if ours is None:
        return theirs["id"], f"search finds #{theirs['id']}, which is no heading"
    if theirs is None or ours["id"] != theirs["id"]:
        return ours["id"], f"search does not find #{ours['id']}"
    if ours["title"] != theirs.get("title"):
        return ours["id"], f"search calls #{ours['id']} “{theirs.get('title')}”, but the heading is “{ours['title']}”"
    return ours["id"], f"what search shows for #{ours['id']} is not what the page says"


def search_leads(site: BuiltSite) -> Iterator[Problem]:
    """Search reads texts in every language, with its words, and finds each page once, and none that does not exist.

    In site/assets/search/texts-ru.js
    wrong: "path":"lew/"
    right: "path":"law/"
    """
    words = {name for code in LANGUAGES for name in site.search(code).words}
    for code in LANGUAGES:
        texts = site.search(code)
        if texts.fault:
            yield Problem(f"site/{texts.file}", 0, 0, "search-leads", texts.fault, "`make site`")
            continue
        for name in sorted(words - texts.words.keys()):
            yield site.problem(texts.file, "search-leads", f"the search box has no word “{name}” in {code}", "`make site`")
        for word in texts.words.values():
            if other_language(word, code):
                yield site.problem(
                    texts.file, "search-leads", f"the word “{word}” of the search box is not in {code}", "`make site`"
                )
        yield from _pages_found(site, texts, code)


def _pages_found(site: BuiltSite, texts: SearchTexts, code: str) -> Iterator[Problem]:
    own = {site.place(path) for path in site.pages if path != NOT_FOUND and language_of(path) == code}
    for place in sorted(texts.places.keys() - own):
        message = f"an entry leads to {place}, which does not exist"
        yield site.problem(texts.file, "search-leads", message, f"no such page was built{suggest(place, own)}")
    for path in sorted(site.pages):
        if site.place(path) in own - texts.places.keys() and site.sources[path]:
            yield site.problem(path, "search-leads", "the search does not find the page", "`make site` writes its texts")
    for place in sorted(place for place, count in texts.places.items() if count > 1):
        yield site.problem(texts.file, "search-leads", f"{place} appears {texts.places[place]} times", "`make site`")
