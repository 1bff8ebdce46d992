"""Rules about how addresses are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from address import site_address
from problems import Problem

from sitecheck.project import Project
from sitecheck.references import DEFINITION, LABELLED, LINK, blank, visible
from sitecheck.resolve import is_outside

HERE = re.compile(
    r"//(?:localhost|127\.\d|0\.0\.0\.0|\[::1?\]|192\.168\.|10\.\d|172\.(?:1[6-9]|2\d|3[01])\.|[\w.-]+\.(?:local|localhost|lan|internal)(?![\w.-]))"
    r"|^file:|^[a-z]:[\\/]|^/(?:home|Users|tmp|work|mnt)/",
    re.IGNORECASE,
)
HOST = re.compile(r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,24}|xn--[a-z0-9-]+)(?::\d+)?$", re.IGNORECASE)
WITHOUT_SCHEME = re.compile(
    r"(?:www\.|[a-z0-9-]+\.(?:kz|ru|com|org|net|info|gov)(?:/|$))|https?[/;,]|ttps?:|htt?p?s?/", re.IGNORECASE
)
MAIL = re.compile(r"mailto:[\w.+%-]+@[\w-]+(?:\.[\w-]+)+(?:\?[^\s]*)?$", re.ASCII)
PHONE = re.compile(r"tel:\+?[0-9][0-9-]{4,}$")
LEFT_OVER = re.compile(
    r"(?P<link>\]\s*\(|\[[^\[\]\n]+\]\[[^\[\]\n]*\]|\[\[[^\[\]\n]+\]\])|(?P<bare>\b(?:https?://|www\.|[\w.+-]+@[\w-]+\.)\S+)|(?P<open>!?\[[^\[\]\n]*$)",
    re.MULTILINE,
)
SIMPLE_LINK = re.compile(r"\[[^\[\]`]*\]\([^()\s`]*\)")
MAY_LINK = re.compile(r"[\[@]|https?:|www\.")
TAG_OR_LINK = re.compile(r"<https://[^>\s]+>|<[a-z/!][^>]*>")
GITHUB = re.compile(r"https?://[\w-]+\.github\.io/")
PLAIN = re.compile(r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.md(?:#[a-z0-9-]+)?|#[a-z0-9-]+")  # nothing is wrong with most
SPACE = re.compile(r"\s|%20$|[\u200b-\u200f\u00ad]")
ALIKE = re.compile(r"[авекмнорстухіјѕһԛԝ0-9-]+")  # Cyrillic letters that look like Latin ones
SCHEMES = ("https", "mailto", "tel")


def inside_address(project: Project) -> Iterator[Problem]:
    """A link inside the site names the Markdown file, relative to the page: `../law.md#p4`.

    In docs/en/law.md
    wrong: (/en/glossary/#accord)
    right: (glossary.md#accord)
    """
    own = site_address()
    for reference in project.references:
        plain = reference.kind == "link" and PLAIN.fullmatch(reference.address)
        fault = not plain and _inside_fault(reference.address, reference.kind, own)
        if fault:
            yield Problem(*reference.place, "inside-address", *fault)


def _inside_fault(address: str, kind: str, own: str) -> tuple[str, str] | None:
    relative = "write it relative to the page, as `../law.md#p4`"
    if not address.strip("#"):
        return f"the address is {'empty' if not address else 'only #'}", "name a page or an id, or drop the link"
    if HERE.search(address):
        return f"{address} exists only on the author's machine", relative
    if (own and address.startswith(own)) or GITHUB.match(address):
        return f"{address} is this site's own full address: it breaks in copies and at other addresses", relative
    if is_outside(address):
        return None
    if WITHOUT_SCHEME.match(address):
        return f"{address} has no https:// and is taken for a file of this site", "begin it with https://"
    if address.startswith("/"):
        return f"{address} starts at the host, which holds other sites too", relative
    if "\\" in address or SPACE.search(address):
        return f"{address} holds a space or a backslash", "use / between folders, and names without spaces"
    path = address.partition("#")[0]
    if "//" in path or address.count("#") > 1 or "?" in address:
        return f"{address} is not well formed", relative
    if kind == "link" and path and (path.endswith("/") or path.endswith(".html") or "." not in path.rpartition("/")[2]):
        return f"{address} names no Markdown file", relative
    return None


def outside_address(project: Project) -> Iterator[Problem]:
    """An outside address is whole and uses https, mailto or tel.

    In docs/en/law.md
    wrong: speaks of [unity](http://adilet.zan.kz)
    right: speaks of unity
    """
    for reference in project.references:
        fault = is_outside(reference.address) and not HERE.search(reference.address) and outside_fault(reference.address)
        if fault:
            yield Problem(*reference.place, "outside-address", *fault)
    for id, event in project.data["timeline"].items():
        for address in event.own["sources"] if isinstance(event.own["sources"], list) else ():
            if fault := outside_fault(str(address)):
                yield event.problem(("sources",), "outside-address", f"{id}: {fault[0]}", fault[1])


def outside_fault(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an outside address, and the remedy; None where it is well formed."""
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto":
        return None if MAIL.match(address) else (f"{address} is no mail address", "write mailto:name@host.kz")
    if scheme == "tel":
        return None if PHONE.match(address) else (f"{address} is no telephone number", "write tel:+77172000000")
    if scheme == "http":
        return f"{address} is not encrypted", "use https:"
    if scheme != "https":
        return f"{address} cannot be opened by every reader", f"use {', '.join(SCHEMES)}"
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return f"{address} is not well formed", "copy it again from the browser"
    if not host.isascii() and _is_mixed(host):
        return f"the host {host} has letters of another alphabet that look alike", "type the host again, in Latin letters"
    if not HOST.match(_in_ascii(host)) or re.search(r"https?:/|\s|[<>\"{}|\\^`]|[.,;:!]$|…", address[8:]) or "//" in parts.path:
        return f"{address} is not well formed", "copy it again from the browser"
    return None


def _is_mixed(host: str) -> bool:
    """Tell whether letters of a host are not what they seem: two alphabets in one word, or words that could be Latin before .kz."""
    words = host.partition(":")[0].lower().split(".")
    mixed = any(not word.isascii() and re.search(r"[a-z]", word) for word in words)
    return mixed or words[-1].isascii() and any(not word.isascii() and ALIKE.fullmatch(word) for word in words)


def _in_ascii(host: str) -> str:
    """Return a host as browsers ask for it: "қаз" is "xn--80ao21a"."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def links_whole(project: Project) -> Iterator[Problem]:
    """What is written as a link is one: it has words, brackets close, labels are defined, no address stands bare.

    In docs/en/law.md
    wrong: speaks of unity [the Law][law-text]
    right: speaks of unity
    """
    for reference in project.references:
        if reference.kind == "link" and not reference.label.strip(" *_`"):
            yield Problem(*reference.place, "links-whole", "the link has no words", "write [words](address)")
    for page in project.pages.values():
        if not MAY_LINK.search(SIMPLE_LINK.sub("", page.text)):
            continue
        names = {match["name"].casefold() for match in DEFINITION.finditer(page.text)}
        for block in page.blocks:
            if block.generated or not MAY_LINK.search(page.text, block.start, block.end):
                continue
            text = _without_links(visible(page.block_text(block)), names)
            for match in LEFT_OVER.finditer(text):
                kind = match.lastgroup
                message = {
                    "link": "the link is not whole and will stay plain text",
                    "bare": f"the address {match[0]} stays plain text",
                    "open": "the bracket is not closed and will stay plain text",
                }[kind]
                yield Problem(
                    page.file, *page.place(block.start + match.start()), "links-whole", message, "write [words](address)"
                )


def _without_links(text: str, names: set[str]) -> str:
    """Return Markdown with every whole link replaced by spaces; `names` are the labels that the page defines."""

    def blank_known(match: re.Match) -> str:
        return blank(match) if (match["name"] or match["label"]).casefold() in names else match[0]

    text = LINK.sub(blank, DEFINITION.sub(blank, text) if "]:" in text else text)
    text = LABELLED.sub(blank_known, text) if names else text
    return TAG_OR_LINK.sub(blank, text) if "<" in text else text
