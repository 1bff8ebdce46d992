"""Rules about what machines read of a built page: its head, its data; and about what it asks of whom."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from finish.alternates import NOT_FOUND
from finish.previews import SCHEMA, graph_of, open_graph
from problems import Problem

from sitecheck.compare import differences
from sitecheck.parsed import Element, Parsed, plain_text
from sitecheck.rules.addresses import HERE

ASKING = frozenset("stylesheet preload modulepreload prefetch preconnect dns-prefetch icon manifest apple-touch-icon".split())
LOADING = ("script", "img", "iframe", "source", "video", "audio", "embed", "object", "track", "input", "use", "image", "frame")
ASKERS = (*LOADING, "link", "form", "button", "base", "meta")
ASKED = ("src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction", "imagesrcset")
HOST = re.compile(r"(?:https?:|wss?:)?//")
SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
PAIRED = "a span div ul nav button section article main header footer ol table figure form".split()  # the most frequent first
TAG = re.compile(rb"</?(?:%s)(?=[\s>])" % "|".join(PAIRED).encode())


def head_whole(page: Parsed) -> Iterator[Problem]:
    """The head gives one title, one description, the character encoding and the viewport for phones.

    In site/index.html
    wrong: <meta name="description" content="">
    right: <meta name="description" content="Басты бет.">
    """
    titles = [title for title in page.by_tag["title"] if title.node.parent.tag == "head"]
    if len(titles) != 1 or not titles[0].node.text().strip():
        yield page.problem(
            "head-whole",
            f"titles on the page: {len(titles)}; there must be exactly one, and it must not be empty",
            "write `title:`",
            "title",
        )
    if page.path != NOT_FOUND:
        descriptions = page.meta("description")
        if len(descriptions) != 1 or not descriptions[0].strip():
            message = f"descriptions on the page: {len(descriptions)}; there must be exactly one, and it must not be empty"
            yield page.problem("head-whole", message, "write `description:`", "description")
    if not any(meta.get("charset").lower() == "utf-8" for meta in page.by_tag["meta"]):
        yield page.problem("head-whole", "the page does not say that it is UTF-8", '<meta charset="utf-8">', "title")
    views = page.meta("viewport")
    if not views or re.search(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*1(?:\.0)?\b", views[0]):
        message = "the page does not fit itself to phones, or does not let readers enlarge it"
        yield page.problem("head-whole", message, '<meta name="viewport" content="width=device-width,initial-scale=1">', "title")


def canonical_own(page: Parsed) -> Iterator[Problem]:
    """A page's canonical address, and the one it shows in print, is its own full address.

    In site/law/index.html
    wrong: rel="canonical" href="https://someone.example/site/"
    right: rel="canonical" href="https://someone.example/site/law/"
    """
    wanted = page.site.url(page.path)
    found = [link.get("href") for link in page.links("canonical")]
    if page.path == NOT_FOUND or not page.site.address:
        return
    if found != [wanted]:
        message = f"the canonical address is {', '.join(found) or 'missing'}"
        yield page.problem("canonical-own", message, f"it must be {wanted}; MkDocs makes it from site_url", "title")
    for element in page.by_tag["p"]:
        if element.get("class") == "printed" and (printed := plain_text(element)) != wanted:
            yield page.problem("canonical-own", f"the address for print is {printed}", f"it must be {wanted}", element)


def previews_whole(page: Parsed) -> Iterator[Problem]:
    """What a page gives for previews is all there, in the page's own words and language, and its picture exists.

    In site/index.html
    wrong: property="og:image" content="https://someone.example/site/lost.png"
    right: property="og:image" content="https://someone.example/site/assets/preview-kk.png"
    """
    if page.path == NOT_FOUND or not page.outlines:
        return
    wanted = dict(open_graph(page.outlines[page.path], page.outlines, page.site.address))
    for meta in page.by_tag["meta"]:
        name, content = meta.get("property") or meta.get("name"), meta.get("content")
        if name.startswith(("og:", "twitter:")) and (fault := _preview_fault(page, name, content, wanted)):
            yield page.problem("previews-whole", *fault, "title")
    for name in wanted:
        if not page.meta(name, "property"):
            fix = f'<meta property="{name}" content="{wanted[name]}">; scripts/finish/previews.py writes it'
            yield page.problem("previews-whole", f"the page has no {name}", fix, "title")


def _preview_fault(page: Parsed, name: str, content: str, wanted: dict[str, str]) -> tuple[str, str] | None:
    right = wanted.get(name.replace("twitter:", "og:"), content)
    if not content.strip():
        return f"{name} is empty", "write it, or leave it out"
    if content.split() != right.split():
        return f"{name} is {content}", f"it must be {right}"
    if name in ("og:image", "twitter:image", "og:image:url", "og:image:secure_url"):
        found = page.leads(content)
        if found is None or found[0] not in page.site.files or not content.startswith("http"):
            return f"{name} is {content}, which does not exist here", "name a file of the site, in full"
    return None


def data_parses(page: Parsed) -> Iterator[Problem]:
    """JSON-LD in a page is valid and says what the page is: its address, name, language, place; its addresses exist.

    In site/index.html
    wrong: "url":"https://someone.example/site/lost/"
    right: "url":"https://someone.example/site/"
    """
    scripts = [script for script in page.by_tag["script"] if script.get("type") == "application/ld+json"]
    found = []
    for script in scripts:
        try:
            found.append(json.loads(script.node.text()))
        except ValueError as error:
            yield page.problem(
                "data-parses",
                f"JSON-LD is not valid: {error}",
                "correct the template or program that writes this JSON-LD",
                "title",
            )
    wanted = _data_of(page)
    if wanted and not scripts:
        yield page.problem("data-parses", "the page has no JSON-LD", "scripts/finish/previews.py writes it", "title")
    elif wanted and found and wanted not in found:
        for path, value, right in differences(found.pop(0), wanted):
            fix = f"it must be {right}; scripts/finish/previews.py writes it"
            yield page.problem("data-parses", f"{path} of JSON-LD is {value}", fix, "title")
    for data in found:
        yield from _other_data(page, data) if data != wanted else ()


def _data_of(page: Parsed) -> dict | None:
    """Return what a page must say of itself; None where it need not, or where the site has no home page."""
    if page.path == NOT_FOUND or not page.outlines:
        return None
    graph = graph_of(page.outlines[page.path], page.outlines, page.site.address, page.site.signed)
    return {"@context": SCHEMA, "@graph": graph}


def _other_data(page: Parsed, data: object) -> Iterator[Problem]:
    if not all(isinstance(each, dict) and "@context" in each for each in (data if isinstance(data, list) else [data])):
        yield page.problem("data-parses", "JSON-LD has no @context", 'begin with "@context": "https://schema.org"', "title")
    for address in _strings(data):
        found = page.site.address and address.startswith(page.site.address) and page.leads(address)
        if found and found[0] not in page.site.files:
            yield page.problem("data-parses", f"JSON-LD names {address}, which does not exist", "name a page that does", "title")


def _strings(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for value in values for text in _strings(value)]


def found_by_search(page: Parsed) -> Iterator[Problem]:
    """Search engines may list every page but the one for addresses that do not exist.

    In site/index.html
    wrong: <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
    right: <meta name="viewport" content="width=device-width">
    """
    robots = ", ".join((*page.meta("robots"), *page.meta("googlebot")))
    hidden = bool(re.search(r"noindex|none|nofollow|unavailable_after", robots, re.IGNORECASE))
    if hidden != (page.path == NOT_FOUND):
        message = f"robots is “{robots}”" if robots else "the page is open to search engines"
        yield page.problem("found-by-search", message, "noindex belongs on the 404 page only", "title")


def no_strangers(page: Parsed) -> Iterator[Problem]:
    """A page loads nothing from another host, sends nothing there, and does not lead away by itself.

    In site/index.html
    wrong: <img src="https://elsewhere.example/one.svg" alt="">
    right: <img src="one.svg" alt="">
    """
    for element in (each for tag in ASKERS for each in page.by_tag.get(tag, ())):
        if fault := _strange(page, element):
            yield page.problem("no-strangers", fault, "keep it on this site, or remove it", element)
    for element in page.by_attribute.get("ping", ()):
        yield page.problem("no-strangers", f"<{element.tag}> reports each visit to {element.get('ping')}", "remove ping", element)
    for tag, _, address in page.in_styles():
        if _elsewhere(page.site.address, address):
            yield page.problem("no-strangers", f"a style of <{tag}> loads {address}", "put the file into docs/assets/", "title")


def _strange(page: Parsed, element: Element) -> str:
    if element.tag == "base":
        return "<base> changes where every address leads"
    if element.tag == "meta":
        return "the page leads away by itself (refresh)" if element.get("http-equiv").lower() == "refresh" else ""
    if element.tag == "link" and ASKING.isdisjoint(element.get("rel").split()):
        return ""
    for name in ASKED:
        address = name in element.attributes and element.get(name).strip()
        if address and _elsewhere(page.site.address, address):
            return f"<{element.tag}> loads something from another host: {address}"
    return ""


@lru_cache(maxsize=1024)  # pages load the same files
def _elsewhere(own: str, address: str) -> bool:
    return bool(HOST.match(address)) and urlsplit(address).netloc != urlsplit(own).netloc or bool(HERE.search(address))


def no_hidden_scripts(page: Parsed) -> Iterator[Problem]:
    """No address and no attribute of a page holds a script.

    In site/index.html
    wrong: <a href="javascript:void(0)">law</a>
    right: <a href="law/">law</a>
    """
    for name, elements in page.by_attribute.items():
        if name.startswith("on") and len(name) > 4:
            for element in elements:
                yield page.problem(
                    "no-hidden-scripts", f"<{element.tag}> has a script in {name}", "write it in docs/assets/", element
                )
    for link in page.addresses:
        if SCRIPT.match(link[2]) and link[1] in ("href", "src", "action", "formaction", "data"):
            message = f"<{link[0]}> has a script in {link[1]}"
            yield from page.problem_at(link, "no-hidden-scripts", message, "lead to a page; scripts are files in docs/assets/")


def tags_closed(page: Parsed) -> Iterator[Problem]:
    """Every element that needs an end tag has one, and the page begins with its doctype.

    In site/index.html
    wrong: <div><p>The law.</p>
    right: <p>The law.</p>
    """
    html = page.html
    if not html.lstrip()[:15].lower().startswith(b"<!doctype html>"):
        yield page.problem("tags-closed", "the page does not begin with <!doctype html>", "begin with it", "title")
    counts = Counter(TAG.findall(html))
    for tag in PAIRED:
        opened, closed = counts[f"<{tag}".encode()], counts[f"</{tag}".encode()]
        if opened != closed:
            message = f"<{tag}> is opened {opened} times but closed {closed} times"
            yield page.problem("tags-closed", message, "close each, in order", "title")
