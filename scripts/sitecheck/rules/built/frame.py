"""Rules about the frame of a built page: the menu, the ways on and home, the list of what is on the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from finish.alternates import NOT_FOUND, counterpart, language_of
from problems import Problem

from sitecheck.menus import Place
from sitecheck.parsed import Element, Parsed, plain_text

FOLDER = "overrides/partials"


def menu_leads(page: Parsed) -> Iterator[Problem]:
    """The menu of a page has the entries of mkdocs.yml in their order, in the page's language, and shows which page the reader is on.

    In site/law/index.html
    wrong: <a href="../history/">Оқу</a>
    right: <a href="../glossary/">Оқу</a>
    """
    if page.path == NOT_FOUND:
        return
    links, wanted = page.navs["menu"], page.site.menus[language_of(page.path)].shown(page.path)
    found = _found(page, links)
    fix = f"mkdocs.yml and the titles of the pages give the entries; {FOLDER}/nav.html writes them"
    yield from _compare(page, "menu-leads", "the menu", links, found, wanted, fix)
    for link, (label, place) in zip(links, found):
        if (link.attributes.get("aria-current") == "page") != (place == page.path):
            message = f"the menu marks “{label}” wrongly: the page is {page.path}"
            yield page.problem("menu-leads", message, 'aria-current="page" belongs only on the link to the page itself', link)


def neighbours_lead(page: Parsed) -> Iterator[Problem]:
    """Below a page stand the pages before and after it in the menu, by their titles, and the words say which is which.

    In site/law/index.html
    wrong: <a href="../glossary/" rel="prev">
    right: <a href="../glossary/" rel="next">
    """
    if page.path == NOT_FOUND:
        return
    wanted = page.site.menus[language_of(page.path)].neighbours(page.path)
    links = page.navs["neighbours"]
    words = [plain_text(small) if (small := link.node.css_first("small")) else "" for link in links]
    found = [(label.removeprefix(word).strip(), place) for word, (label, place) in zip(words, _found(page, links))]
    fix = f"the order is that of mkdocs.yml; {FOLDER}/footer.html writes them"
    yield from _compare(page, "neighbours-lead", "the footer", links, found, list(wanted.values()), fix)
    named = [nav.get("aria-label") for nav in page.by_tag["nav"] if nav.get("class") == "neighbours"]
    names = dict(zip(("prev", "next"), named[0].split(", "))) if named else {}
    for link, word, (_, place), rel in zip(links, words, found, wanted):
        if link.get("rel") != rel or word != names.get(rel, ""):
            message = f"the link to {place} says rel={link.get('rel')} and “{word}”"
            yield page.problem("neighbours-lead", message, f"it is rel={rel} and “{names.get(rel, '')}”", link)


def contents_lead(page: Parsed) -> Iterator[Problem]:
    """The list of what is on a page has its headings of the second and third level, in order, each with its own words.

    In site/law/index.html
    wrong: <a href="#law">Text</a>
    right: <a href="#text">Text</a>
    """
    if page.path == NOT_FOUND:
        return
    headings = [(plain_text(each), f"#{each.get('id')}") for each in page.by_attribute["id"] if each.tag in ("h2", "h3")]
    fix = f"{FOLDER}/toc.html writes the headings of the page"
    links = page.navs["contents"]
    yield from _compare(page, "contents-lead", "the table of contents", links, _found(page, links), headings, fix)


def home_leads(page: Parsed) -> Iterator[Problem]:
    """The head of a page leads to the home page of its language, by the name of the site in that language.

    In site/ru/law/index.html
    wrong: <a href="../../" class="home">
    right: <a href="../../ru/" class="home">
    """
    if page.path == NOT_FOUND:
        return
    language = language_of(page.path)
    links = list(islice((each for each in page.by_tag["a"] if each.attributes.get("class") == "home"), 1))
    wanted = [(page.site.menus[language].name, counterpart("index.html", language))]
    fix = f"mkdocs.yml gives the name as site_name; {FOLDER}/header.html writes the link"
    yield from _compare(page, "home-leads", "the header", links, _found(page, links), wanted, fix)


def _found(page: Parsed, links: list[Element]) -> list[Place]:
    """Return the words of links and where they lead: to a page, or to an id of their own page."""
    places = []
    for link in links:
        address = link.get("href")
        file, id = ("", "") if address[:1] == "#" else page.leads(address) or (address, "")
        places.append((plain_text(link), address if not file else f"{file}#{id}" if id else file))
    return places


def _compare(
    page: Parsed, rule: str, what: str, links: list[Element], found: list[Place], wanted: list[Place], fix: str
) -> Iterator[Problem]:
    """Yield the first difference between what links say and what they should."""
    if found != wanted:
        at = next(number for number, (one, other) in enumerate(zip_longest(found, wanted)) if one != other)
        near = links[min(at, len(links) - 1)] if links else "title"
        yield page.problem(rule, f"{what} has {_say(found, at)}, but should have {_say(wanted, at)}", fix, near)


def _say(places: list[Place], at: int) -> str:
    return f"“{places[at][0]}” leading to {places[at][1]}" if at < len(places) else "nothing"
