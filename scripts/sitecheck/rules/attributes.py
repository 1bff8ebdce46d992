"""The rule about what raw HTML is made of: a browser ignores what it does not know, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from problems import Problem, suggest

from sitecheck.pages import Page
from sitecheck.project import Project
from sitecheck.references import TAG, visible
from sitecheck.rules.built.access import ARIA
from sitecheck.rules.markup import TAGS, VOID

KNOWN = frozenset(
    """abbr action alt autocomplete checked cite class colspan content controls coords data datetime decoding dir disabled download
    enctype fetchpriority for form formaction headers height hidden href hreflang id inert inputmode ismap itemprop itemscope
    itemtype kind label lang list loading loop markdown max maxlength media method min minlength multiple muted name open pattern
    placeholder popover popovertarget poster preload readonly referrerpolicy rel required reversed role rows rowspan scope selected
    shape size sizes span spellcheck src srcdoc srclang srcset start step style summary tabindex target title translate type
    usemap value width wrap""".split()
)
DRAWN = ("svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "text", "use", "defs", "symbol")
ELEMENTS = frozenset(
    """a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data
    datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head
    header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object
    ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span
    strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr
    font center marquee blink""".split()  # html-harmless names the last ones
)
CLASSES = re.compile(r"\sclass=\"(?P<names>[^\"]*)\"")
THEMES = "md-"  # the theme's own classes
MARKDOWN = re.compile(r"\]\(|\*\*|`|^(?:[-*+|]|#+|\d+\.) ", re.MULTILINE)
ATTRIBUTE = re.compile(r"\s(?P<name>[^\s=\"'<>/]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")
TYPED = "“”«»„‘’"  # marks of running text


def attributes_known(project: Project) -> Iterator[Problem]:
    """Raw HTML is of elements, attributes and classes that browsers and styles know; Markdown in it needs `markdown`.

    In docs/en/law.md
    wrong: speaks of <b tittle="x">unity</b>
    right: speaks of unity
    """
    for page in project.pages.values():
        if "<" not in page.text:
            continue
        for block in page.blocks:
            if block.generated or page.text.find("<", block.start, block.end) < 0 or block.kind.startswith("generated"):
                continue
            for tag in TAG.finditer(visible(page.block_text(block))):
                if tag["rest"][:1] in (":", "@", ".", "-"):  # an address: <https://…>
                    continue
                if fault := _element_fault(project, tag) or tag["tag"].lower() not in DRAWN and _fault(tag["rest"]):
                    yield Problem(page.file, *page.place(block.start + tag.start()), "attributes-known", *fault)
        yield from _unread(page)


def _element_fault(project: Project, tag: re.Match) -> tuple[str, str] | None:
    """Return what is wrong with the name of an element, or with its classes, and the remedy."""
    name = tag["tag"].lower()
    if name not in ELEMENTS and name not in DRAWN:
        return f"browsers know no element <{name}>", f"correct it{suggest(name, ELEMENTS)}"
    if match := CLASSES.search(tag["rest"]):
        for each in match["names"].split():
            if not each.startswith(THEMES) and each not in project.dotted:
                known = set(re.findall(r"(?<![\w)])\.([a-z][\w-]*)(?=[ ,:{\[>.])", project.programs))
                return f"no style or script knows the class {each}", f"correct it, or remove it{suggest(each, known)}"
    return None


def _unread(page: Page) -> Iterator[Problem]:
    """Yield blocks of Markdown in an element that is not marked to hold some: they stay as they are typed."""
    opened: list[tuple[str, bool, int]] = []
    for block in page.blocks:
        if block.generated or block.kind.startswith("generated"):
            continue
        text = page.block_text(block)
        if opened and not opened[0][1] and block.kind != "html" and MARKDOWN.search(text):
            name, _, at = opened[0]
            message = f"<{name}> has no `markdown`, so the {block.kind} in it stays as it is typed"
            yield Problem(page.file, *page.place(at), "attributes-known", message, f"write <{name} markdown>")
            opened[0] = name, True, at  # say it once
        for tag in TAGS.finditer(visible(text)) if "<" in text else ():
            name = tag["tag"].lower()
            if tag["close"]:
                while opened and opened.pop()[0] != name:
                    pass
            elif name not in VOID and not tag["self"]:
                opened.append((name, "markdown" in tag[0], block.start + tag.start()))


def _fault(rest: str) -> tuple[str, str] | None:
    """Return what is wrong with the attributes of an element, and the remedy."""
    for match in ATTRIBUTE.finditer(rest):
        name, value = match["name"].lower(), match["value"] or ""
        if value.startswith(tuple(TYPED)):
            return f"the value of {name} begins with {value[0]}, which belongs to it", 'write straight marks: name="value"'
        known = ARIA if name.startswith("aria-") else KNOWN
        if name not in known and not name.startswith(("data-", "on")):
            return f"browsers know no attribute {name}", f"correct it{suggest(name, known)}"
    if set("\"'") & set(ATTRIBUTE.sub("", rest)):
        return "a mark of an attribute's value is not closed", 'write it in two straight marks: name="value"'
    return None
