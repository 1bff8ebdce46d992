"""Rules about where the addresses of the built site lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from finish.alternates import NOT_FOUND, language_of
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.built import BuiltSite
from sitecheck.parsed import Element, Link, Parsed
from sitecheck.resolve import same_letters
from sitecheck.rules.addresses import HERE, outside_fault
from sitecheck.rules.built.downloads import FILE_LANGUAGES

OUT_OF_SITE = re.compile(r"[a-z][a-z0-9+.-]*:|//|[a-z]:\\|/(?:home|Users)/", re.IGNORECASE)
CITATION = re.compile(r"¶\s?(?P<number>\d+)$")


def built_links(site: BuiltSite) -> Iterator[Problem]:
    """Every address inside the built site leads to a file, and its anchor to an id in it.

    In site/index.html
    wrong: <a href="lew/">law</a>
    right: <a href="law/">law</a>
    """
    for page in site.pages.values():
        for link in page.open:
            fault = _link_fault(site, page.path, link)
            if fault:
                yield from site.parse_page(page.path).problem_at(link, "built-links", *fault)


def _link_fault(site: BuiltSite, path: str, link: Link) -> tuple[str, str] | None:
    tag, attribute, address = link
    found = site.resolve(path, address)
    if not address:
        empty = attribute in ("href", "src", "srcset") and tag != "use"
        return (f"<{tag}> has an empty {attribute}", "name a page or a file, or remove it") if empty else None
    if found is None:
        return None
    if address == "#":
        return f"<{tag}> leads to #, which is nowhere", "name a page or an id"
    file, id = found
    if file not in site.files:
        return f"<{tag}> leads to {address}, which does not exist", _instead(site, path, address, file)
    if id and file in site.pages and id not in site.pages[file].ids:
        near = suggest(id, site.pages[file].ids)
        return f"<{tag}> leads to {address}: there is no #{id}", f"{file} has no such id{near}"
    return None


def _instead(site: BuiltSite, path: str, address: str, file: str) -> str:
    """Return what exists instead of a file, as the page must write it."""
    plain = posixpath.normpath(unquote(file))
    twin = next((name for name in site.files if same_letters(name, file) or plain == name), "")
    if twin:
        return f"it is written {_relative(path, twin)}"
    if file.endswith("index.html") and file.count("/") and file.removesuffix("/index.html").endswith((".md", ".html")):
        return "an address of the built site ends in a folder, not in .md"
    pages = (name for name in site.files if name.endswith("index.html") == file.endswith("index.html"))
    near = suggest(address.partition("#")[0], [_relative(path, name) for name in pages])
    return f"no such file was built{near}"


def _relative(path: str, file: str) -> str:
    """Return the address of a built file as a page writes it: that of its folder for an index.html."""
    address = posixpath.relpath(file, posixpath.dirname(path) or ".").removesuffix("index.html")
    return address or "./"


def citations_agree(page: Parsed) -> Iterator[Problem]:
    """The number of a citation in the built page is that of the paragraph that it leads to.

    In site/index.html
    wrong: <a href="law/">law</a> <a href="law/#text">¶2</a>
    right: <a href="law/">law</a>
    """
    for element, words in page.link_words:
        match = words[:1] == "¶" and CITATION.match(words)
        id = match and element.get("href").partition("#")[2]
        if match and id != f"p{match['number']}":
            message = f"the citation ¶{match['number']} leads to #{id}"
            yield page.problem("citations-agree", message, f"lead to #p{match['number']}", element)


def outside_whole(page: Parsed) -> Iterator[Problem]:
    """Outside addresses in the built page are whole and use https, mailto or tel; none is the author's machine.

    In site/index.html
    wrong: <a href="http://localhost:8000/law/">law</a>
    right: <a href="law/">law</a>
    """
    for link in page.addresses:
        tag, name, address = link
        if name not in ("href", "src") or not OUT_OF_SITE.match(address) or address.startswith("data:"):
            continue
        if page.site.address and address.startswith(page.site.address):
            continue
        if HERE.search(address):
            message = f"<{tag}> leads to {address}, which exists only on the author's machine"
            yield from page.problem_at(link, "outside-whole", message, "write the address relative to the page")
        elif tag == "a" and (fault := outside_fault(address)):
            yield from page.problem_at(link, "outside-whole", *fault)


def own_address(page: Parsed) -> Iterator[Problem]:
    """Links of a page to its own site are relative, so that copies of the site work; the 404 page's start at the host.

    In site/index.html
    wrong: <a href="https://someone.example/site/law/">law</a>
    right: <a href="law/">law</a>
    """
    own = page.site.address
    for element in page.by_tag["a"]:
        address = element.get("href")
        full = own and (":" in address or address[:2] == "//") and _names_site(own, address)
        rooted = address[:1] == "/" and address[:2] != "//" and page.path != NOT_FOUND
        if full or rooted:
            message = f"the link {address} works only where the site is now"
            yield page.problem("own-address", message, "write the address relative to the page", element)


def _names_site(own: str, address: str) -> bool:
    """Tell whether an address begins with that of the site, whatever its scheme; a host has no capital letters."""
    return address.lower().removeprefix("https:").removeprefix("http:").startswith(own.lower().partition(":")[2])


def foreign_marked(page: Parsed) -> Iterator[Problem]:
    """A link in an article to a page or file in another language says so with hreflang or lang, and hreflang is true.

    In site/index.html
    wrong: <a href="law/">law</a> <a href="ru/law/">закон</a>
    right: <a href="law/">law</a>
    """
    links = page.by_tag["a"] if page.article and page.path != NOT_FOUND else []
    foreign = {address: language for address in {link.get("href") for link in links} if (language := _foreign(page, address))}
    for element in links:
        address = element.get("href")
        language = foreign.get(address)
        if not language or language in (element.get("hreflang"), element.get("lang")):
            continue
        if not any(parent_has_language(element.node, language)):
            message = f"the link {address} leads from {language_of(page.path)} to {language} without saying so"
            fix = f'lead to the page of the same language, or write hreflang="{language}"'
            yield page.problem("foreign-marked", message, fix, element)
    for element in page.by_attribute.get("hreflang", ()):
        language = element.tag == "a" and _language_there(page, element.get("href"))
        if language and language != element.get("hreflang") and not _is_switch(element):
            message = f'the link {element.get("href")} says hreflang="{element.get("hreflang")}" but leads to {language}'
            yield page.problem("foreign-marked", message, f'write hreflang="{language}", or lead there', element)


def _is_switch(element: Element) -> bool:
    return "languages" in (element.node.parent.attributes.get("class") or "").split()  # `switch-leads` looks at it


def _foreign(page: Parsed, address: str) -> str:
    """Return the language of the page that an address leads to, where it is another; else ""."""
    language = _language_there(page, address)
    return "" if language == language_of(page.path) else language


def _language_there(page: Parsed, address: str) -> str:
    """Return the language of the page or the download that an address leads to; "" where it has none."""
    file, _ = page.leads(address) or ("", "")
    if file in FILE_LANGUAGES:
        return FILE_LANGUAGES[file]
    if (name := posixpath.splitext(posixpath.basename(file))[0]) in LANGUAGES:
        return name
    return language_of(file) if file.endswith(".html") and file in page.site.files and file != NOT_FOUND else ""


def parent_has_language(node, language: str) -> Iterator[bool]:
    """Yield for each element around a node whether it is marked as being in a language."""
    while (node := node.parent) is not None and node.tag not in ("body", "html", "-undef"):
        yield node.attributes.get("lang") == language
