"""Rules about the frame of a built page: the menu, the ways on and home, the list of what is on the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from finish.alternates import NOT_FOUND, counterpart, language_of
from problems import Problem

from sitecheck.menus import Place
from sitecheck.parsed import Element, Parsed, plain_text

FOLDER = "overrides/partials"


def menu_leads(page: Parsed) -> Iterator[Problem]:
    """The menu of a page has the entries of mkdocs.yml in their order, in the page's language, and shows where one is.

    In site/law/index.html
    wrong: <a href="../history/">Оқу</a>
    right: <a href="../glossary/">Оқу</a>
    """
    if page.path == NOT_FOUND:
        return
    links = page.navs["menu"]
    fix = f"mkdocs.yml and the titles of the pages give the entries; {FOLDER}/nav.html writes them"
    yield from _compare(page, "menu-leads", "the menu", links, page.site.menus[language_of(page.path)].shown(page.path), fix)
    for link in links:
        if (link.get("aria-current") == "page") != (_place(page, link) == page.path):
            message = f"the menu marks “{plain_text(link)}” wrongly: the page is {page.path}"
            yield page.problem("menu-leads", message, 'aria-current="page" stands on the link to the page itself alone', link)


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
    words = {link.node.mem_id: plain_text(small) for link in links if (small := link.node.css_first("small"))}
    fix = f"the order is that of mkdocs.yml; {FOLDER}/footer.html writes them"
    yield from _compare(page, "neighbours-lead", "the foot", links, list(wanted.values()), fix, words)
    named = [nav.get("aria-label") for nav in page.by_tag["nav"] if nav.get("class") == "neighbours"]
    names = dict(zip(("prev", "next"), named[0].split(", "))) if named else {}
    for link, rel in zip(links, wanted):
        if link.get("rel") != rel or words.get(link.node.mem_id) != names.get(rel):
            message = f"the link to {_place(page, link)} says rel={link.get('rel')} and “{words.get(link.node.mem_id, '')}”"
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
    yield from _compare(page, "contents-lead", "the table of contents", page.navs["contents"], headings, fix)


def home_leads(page: Parsed) -> Iterator[Problem]:
    """The head of a page leads to the home page of its language, by the name of the site in that language.

    In site/ru/law/index.html
    wrong: <a href="../../" class="home">
    right: <a href="../../ru/" class="home">
    """
    if page.path == NOT_FOUND:
        return
    language = language_of(page.path)
    links = [each for each in page.by_attribute["class"] if each.tag == "a" and "home" in each.get("class").split()]
    wanted = [(page.site.menus[language].name, counterpart("index.html", language))]
    fix = f"mkdocs.yml gives the name as site_name; {FOLDER}/header.html writes the link"
    yield from _compare(page, "home-leads", "the head", links, wanted, fix)


def _place(page: Parsed, link: Element) -> str:
    """Return where a link leads: to a page, or to an id of its own page."""
    address = link.get("href")
    if address[:1] == "#":
        return address
    file, id = page.leads(address) or (address, "")
    return f"{file}#{id}" if id else file


def _compare(
    page: Parsed, rule: str, what: str, links: list[Element], wanted: list[Place], fix: str, before: dict[int, str] | None = None
) -> Iterator[Problem]:
    """Yield the first difference between links and what they should be; `before` are words of a link before its label."""
    texts = (plain_text(link).removeprefix((before or {}).get(link.node.mem_id, "")).strip() for link in links)
    found = [(text, _place(page, link)) for text, link in zip(texts, links)]
    if found == wanted:
        return
    at = next(number for number, (one, other) in enumerate(zip_longest(found, wanted)) if one != other)
    near = links[min(at, len(links) - 1)] if links else "title"
    yield page.problem(rule, f"{what} has {_say(found, at)} where {_say(wanted, at)} belongs", fix, near)


def _say(places: list[Place], at: int) -> str:
    return f"“{places[at][0]}” to {places[at][1]}" if at < len(places) else "nothing"
