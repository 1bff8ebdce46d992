"""Rules about how those who cannot see a page, or use no mouse, go through it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from finish.alternates import NOT_FOUND
from problems import Problem
from selectolax.lexbor import LexborNode

from sitecheck.parsed import Element, Parsed

PRESSED = frozenset("button link checkbox switch tab menuitem option radio slider textbox combobox".split())  # roles
FOCUSING = frozenset("a area button input select textarea summary option".split())
FOCUSED = "a[href]:not([tabindex='-1']), button:not([tabindex='-1']), input, select, textarea, [tabindex='0']"


def headings_step(page: Parsed) -> Iterator[Problem]:
    """A built page has one first-level heading; headings are not empty and leave no level out.

    In site/index.html
    wrong: <h4 id="text">Text</h4>
    right: <h2 id="text">Text</h2>
    """
    levels = [int(node.tag[1]) for node, _ in page.headings]
    firsts = len(page.by_tag["h1"])
    if firsts != 1:
        yield page.problem("headings-step", f"the page has {firsts or 'no'} first-level headings", "write one", "title")
    for before, level, (node, words) in zip([0, *levels], levels, page.headings):
        if level > before + 1:
            message = f"a heading of level {level} follows {f'one of level {before}' if before else 'none'}"
            yield page.problem("headings-step", message, f"make it level {before + 1}", _element(node))
        if not words.replace("#", "").strip():
            yield page.problem("headings-step", f"a heading of level {level} is empty", "write it, or remove it", _element(node))


def _element(node: LexborNode) -> Element:
    return Element.of(node)


def skip_link(page: Parsed) -> Iterator[Problem]:
    """The first link of a page can be seen and skips to its text, for those who use the keyboard.

    In site/index.html
    wrong: <a href="law/" class="md-skip">
    right: <a href="#home" class="md-skip">
    """
    first = page.by_tag["a"][0] if page.by_tag["a"] else None
    fault = "" if page.path == NOT_FOUND else _skip_fault(page, first)
    if fault:
        yield page.problem("skip-link", fault, "begin the page with a link to the id of its heading", "title")


def _skip_fault(page: Parsed, first: Element | None) -> str:
    address = first.get("href") if first else "nowhere"
    if address[:1] != "#" or len(address) < 2:
        return f"the first link leads to {address}"
    if "hidden" in first.attributes or first.get("aria-hidden") == "true":
        return "the skip link is hidden"
    target = next((each.node for each in page.by_attribute["id"] if each.get("id") == address[1:]), None)
    while target is not None and target.tag not in ("article", "main"):
        target = target.parent
    return "" if target is not None else f"the skip link leads to {address}, which is not in the text of the page"


def keys_in_order(page: Parsed) -> Iterator[Problem]:
    """The keyboard goes through a page in the order of its text, to all that can be pressed and to nothing hidden.

    In site/index.html
    wrong: <a tabindex="3" href="law/">law</a>
    right: <a href="law/">law</a>
    """
    for element in page.by_attribute.get("tabindex", ()):
        if element.get("tabindex").strip().lstrip("+").isdigit() and int(element.get("tabindex")) > 0:
            message = f"tabindex {element.get('tabindex')} changes the order of the page"
            yield page.problem("keys-in-order", message, "remove it, or write 0", element)
    for element in page.by_attribute.get("aria-hidden", ()):
        if element.get("aria-hidden") == "true" and element.tag in ("a", "button") and element.get("tabindex") != "-1":
            message = f"a hidden <{element.tag}> can be reached by keyboard"
            yield page.problem("keys-in-order", message, 'show it, or add tabindex="-1"', element)
        elif element.get("aria-hidden") == "true" and element.node.css_first(FOCUSED):
            message = f"a hidden <{element.tag}> holds something that can be reached by keyboard"
            yield page.problem("keys-in-order", message, "remove aria-hidden", element)
    for element in page.by_attribute.get("role", ()):
        if element.get("role") in PRESSED and element.tag not in FOCUSING and "tabindex" not in element.attributes:
            message = f"a <{element.tag} role={element.get('role')}> cannot be reached by keyboard"
            yield page.problem("keys-in-order", message, "write a <button>", element)
    keys = Counter(element.get("accesskey") for element in page.by_attribute.get("accesskey", ()))
    for key, count in keys.items():
        if count > 1:
            yield page.problem("keys-in-order", f"the key {key} is taken {count} times", "give each its own", "title")
