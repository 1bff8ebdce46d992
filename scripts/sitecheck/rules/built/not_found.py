"""The rule about the page for addresses that do not exist: one page, in every language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from finish.alternates import NOT_FOUND, counterpart, language_of
from languages import LANGUAGES, SOURCE
from problems import Problem

from sitecheck.built import BuiltSite
from sitecheck.letters import KAZAKH_WORD, WORD, judge_language
from sitecheck.parsed import Element, Parsed, plain_text
from sitecheck.places import source_file

TEXTS = ("h1", "h2", "h3", "p")
ENOUGH = 4  # words show a language


def not_found_page(site: BuiltSite) -> Iterator[Problem]:
    """The 404 page works for an address of any depth, leads on in each language to the same pages, and is one page for all.

    In site/404.html
    wrong: href="ru/">
    right: href="/site/ru/">
    """
    if NOT_FOUND not in site.pages:
        source = source_file(site.root, NOT_FOUND)
        fix = f"`make site`: {source} makes it" if source else "write overrides/404.html"
        yield Problem(source or f"site/{NOT_FOUND}", 0, 0, "not-found-page", "there is no 404 page", fix)
        return
    page = site.parse_page(NOT_FOUND)
    yield from _is_one(page)
    yield from _in_its_language(page)
    for link in page.addresses:
        if link[2] and not re.match(r"/|#|data:|[a-z]+:", link[2]):
            message = f"<{link[0]}> leads to {link[2]}, which is wrong in deeper folders"
            yield from page.problem_at(link, "not-found-page", message, "write {{ 'law/' | url }}: a full path")
    marked = {element.get("lang") for element in page.by_attribute["lang"]}
    if marked.issuperset(LANGUAGES):
        yield from _leads_alike(page)
    for code in sorted(set(LANGUAGES) - marked):
        message = f"no text of the 404 page is marked as {code}"
        yield page.problem("not-found-page", message, f'put it into <div lang="{code}">')
    homes = {found[0] for link in page.addresses if (found := page.leads(link[2]))}
    for code in LANGUAGES:
        if counterpart("index.html", code) not in homes:
            base = urlsplit(site.address).path or "/"
            message = f"the 404 page does not lead to the home page in {code}"
            yield page.problem(
                "not-found-page", message, f"link to {base}{counterpart('index.html', code).removesuffix('index.html')}"
            )


def _is_one(page: Parsed) -> Iterator[Problem]:
    if len(page.by_tag["h1"]) != 1:
        message = f"the 404 page has {len(page.by_tag['h1']) or 'no'} first-level headings"
        yield page.problem(
            "not-found-page", message, "one in the first language, <h2> in the others", (*page.by_tag["h1"], "")[-1]
        )
    for link in (*page.links("canonical"), *page.links("alternate")):
        message = f"the 404 page names {link.get('href')} as its {link.get('rel')} address"
        yield page.problem("not-found-page", message, "remove it: the page has no address of its own", link)


def _in_its_language(page: Parsed) -> Iterator[Problem]:
    """Yield the headings and paragraphs that are not in the language that they are marked as."""
    for element in (element for tag in TEXTS for element in page.tree.css(tag)):
        words, code = plain_text(element), _language(page, element)
        found = judge_language(words)
        if len(WORD.findall(words)) >= ENOUGH and found != code and not (code == "kk" and KAZAKH_WORD.search(words)):
            message = f"“{words[:40]}” is among the words in {code} but is {found}"
            near = Element(element.tag, element.attributes, element)
            yield page.problem("not-found-page", message, f"write it in {code}", near)


def _language(page: Parsed, node) -> str:
    """Return the language that an element is marked as, by itself or by what it stands in."""
    while node is not None and node.tag not in ("html", "-undef"):
        if node.attributes.get("lang"):
            return node.attributes["lang"]
        node = node.parent
    return page.language


def _leads_alike(page: Parsed) -> Iterator[Problem]:
    """Yield the links that lead to another language than their words, or elsewhere than their like in the first language."""
    links = {code: [link for link in page.by_tag["a"] if _language(page, link.node) == code] for code in LANGUAGES}
    leads = {code: [(page.leads(link.get("href")) or ("",))[0] for link in links[code]] for code in LANGUAGES}
    for code in LANGUAGES:
        for number, (link, file) in enumerate(zip(links[code], leads[code])):
            like = counterpart(leads[SOURCE][number], code) if number < len(leads[SOURCE]) else file
            if file in page.site.files and (language_of(file) != code or file != like):
                message = f"“{plain_text(link)}” leads to {file}"
                fix = f"it must lead to {like}: the links of all languages lead to the same pages"
                yield page.problem("not-found-page", message, fix, link)
