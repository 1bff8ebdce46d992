"""Rules about how addresses are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from address import site_address
from languages import LANGUAGES
from problems import LOOK_ALIKES, Problem

from sitecheck.project import Project
from sitecheck.references import DEFINITION, LABELLED, LINK, Reference, blank, visible
from sitecheck.resolve import address_from, is_outside

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
    r"(?P<link>\]\s*[(（]|\[[^\[\]\n]+\]\[[^\[\]\n]*\]|\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\n]+\])|(?P<bare>\b(?:https?://|www\.|[\w.+-]+@[\w-]+\.)\S+)|(?P<open>!?\[[^\[\]\n]*$)",
    re.MULTILINE,
)
SIMPLE_LINK = re.compile(r"\[[^\[\]`]*\]\([^()\s`]*\)")
MAY_LINK = re.compile(r"[\[@]|https?:|www\.")
TAG_OR_LINK = re.compile(r"<https://[^>\s]+>|<[a-z/!][^>]*>")
CYRILLIC_HOST = re.compile(r"(?:(?!-)[\dа-яёәіңғүұқөһ-]+\.)+[а-яёәіңғүұқөһ]{2,}(?::\d+)?$", re.IGNORECASE)
HOST_ALONE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,6})/?", re.IGNORECASE)
PLACEHOLDER = re.compile(
    r"(?:^|\.)example\.(?:com|org|net|kz|ru)$|\.(?:example|invalid|test)$|^(?:host|domain|site|your-?site)\."
)
WWW = re.compile(r"^https?://(?:www\.)?")
GITHUB = re.compile(r"https?://[\w-]+\.github\.io/")
PLAIN = re.compile(r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.md(?:#[a-z0-9-]+)?|#[a-z0-9-]+")  # nothing is wrong with most
SPACE = re.compile(r"\s|%20$|[\u200b-\u200f\u00ad]")
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
            message, fix = fault
            yield Problem(*reference.place, "inside-address", message, fix or _relative(project, reference, own))


def _relative(project: Project, reference: Reference, own: str) -> str:
    """Return what to write for a wrong address: exactly, where the page that it means is found."""
    path, _, id = WWW.sub("https://", reference.address).removeprefix(own or "/").partition("#")
    path = path.removeprefix(urlsplit(own).path).partition("?")[0]
    meant = project.meant(reference.page, path.partition("://")[2].partition("/")[2] if "://" in path else path, id)
    exact = meant and address_from(reference.page, meant, id, reference.kind)
    return f"write {exact}" if exact else "write it relative to the page, like this: `../law.md#p4`"


def _inside_fault(address: str, kind: str, own: str) -> tuple[str, str] | None:
    """Return what is wrong with an address inside the site, and the remedy: "" where it is to write it relative to the page."""
    relative = ""
    if not address.strip("#"):
        return f"the address is {'empty' if not address else 'only #'}", "name a page or an id, or drop the link"
    if HERE.search(address):
        return f"{address} exists only on the author's machine", relative
    if (own and WWW.sub("https://", address).startswith(own)) or GITHUB.match(address):
        return f"{address} is this site's own full address: it breaks in copies and at other addresses", relative
    if is_outside(address):
        return None
    if WITHOUT_SCHEME.match(address):
        return f"{address} has no https:// and is taken for a file of this site", "begin it with https://"
    if address.startswith("/"):
        return f"{address} starts at the host, which holds other sites too", relative
    if "\\" in address or SPACE.search(address):
        return f"{address} holds a space or a backslash", "use / between folders, and names without spaces"
    path, question, asked = address.partition("#")[0].partition("?")
    shown = asked.removeprefix("with=").split(",")  # a page opened with another language beside it
    if "//" in path or address.count("#") > 1 or question and not (asked.startswith("with=") and set(shown) <= set(LANGUAGES)):
        return f"{address} is not well formed", relative
    if kind == "link" and path and (path.endswith("/") or path.endswith(".html") or "." not in path.rpartition("/")[2]):
        return f"{address} names no Markdown file", relative
    return None


def outside_address(project: Project) -> Iterator[Problem]:
    """An outside address is whole, uses https, mailto or tel, and leads to the host that its words name.

    In docs/en/law.md
    wrong: speaks of [unity](http://adilet.zan.kz)
    right: speaks of unity
    """
    for reference in project.references:
        if not is_outside(reference.address) or HERE.search(reference.address):
            continue
        fault = outside_fault(reference.address) or _stranger(reference)
        if fault:
            yield Problem(*reference.place, "outside-address", *fault)
    for id, event in project.data["timeline"].items():
        for address in event.own["sources"] if isinstance(event.own["sources"], list) else ():
            if fault := outside_fault(str(address)):
                yield event.problem(("sources",), "outside-address", f"{id}: {fault[0]}", fault[1])


def _stranger(reference: Reference) -> tuple[str, str] | None:
    """Return what is wrong where an address stands for another one."""
    host = urlsplit(reference.address).netloc.partition(":")[0].lower()
    named = HOST_ALONE.fullmatch(reference.label.strip(" *`"))
    if PLACEHOLDER.search(host):
        return f"{host} is a placeholder for an address that was still to be found", "write the real one, or drop the link"
    if named and host and not f".{host}".endswith(f".{named[1].lower()}"):
        return f"the words name {named[1]}, but the link leads to {host}", f"link to {named[1]}, or name {host}"
    return None


def outside_fault(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an outside address, and the remedy; None where it is well formed."""
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto":
        return None if MAIL.match(address) else (f"{address} is not an email address", "write mailto:name@host.kz")
    if scheme == "tel":
        return None if PHONE.match(address) else (f"{address} is not a telephone number", "write tel:+77172000000")
    if scheme == "http":
        return f"{address} is not encrypted", "use https:"
    if scheme != "https":
        return f"{address} cannot be opened by every reader", f"use {', '.join(SCHEMES)}"
    try:
        parts = urlsplit(address)
        user, _, host = parts.netloc.rpartition("@")
    except ValueError:
        return f"{address} is not well formed", "copy it again from the browser"
    if user:
        return f"{address} names a user", "take the words before @ out of the address"
    if not host.isascii() and not CYRILLIC_HOST.match(host):
        return f"the host {host} has letters of another alphabet that look alike", "type the host again, in Latin letters"
    if twin := next((word for word in re.findall(r"\w+", parts.path) if not word.isascii() and _mixed(word)), ""):
        plain = address.replace(twin, twin.translate(LOOK_ALIKES))
        return f"{twin} in {address} has a letter of another alphabet that looks alike", f"write {plain}"
    if (
        host.isascii()
        and not HOST.match(host)
        or re.search(r"https?:/|\s|[<>\"{}|\\^`«»“”]|[.,;:!]$|…", address[8:])
        or "//" in parts.path
    ):
        return f"{address} is not well formed", "copy it again from the browser"
    return None


def _mixed(word: str) -> bool:
    """Tell whether a word is of Latin letters and digits, but for letters of the other alphabet that look like them."""
    return word.translate(LOOK_ALIKES).isascii() and any(letter.isascii() for letter in word)


def links_whole(project: Project) -> Iterator[Problem]:
    """What is written as a link is one: it has words, brackets close, labels are defined, no address is left bare.

    In docs/en/law.md
    wrong: speaks of unity [the Law][law-text]
    right: speaks of unity
    """
    for reference in project.references:
        label = reference.label if reference.kind == "link" else "picture"
        if not label.strip(" *_`"):
            yield Problem(*reference.place, "links-whole", "the link has no words", "write [words](address)")
        elif label[-1] == "\\":
            yield Problem(*reference.place, "links-whole", "the bracket is escaped: the link stays plain text", "remove the \\")
        elif "](" in label and "![" not in label:
            yield Problem(*reference.place, "links-whole", "there is a link inside a link", "end the first before the second")
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
