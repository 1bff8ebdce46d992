"""The rule about attributes of raw HTML: a browser ignores one that it does not know, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from problems import Problem, suggest

from sitecheck.project import Project
from sitecheck.references import TAG, visible
from sitecheck.rules.built.access import ARIA

KNOWN = frozenset(
    """abbr action alt autocomplete checked cite class colspan content controls coords data datetime decoding dir disabled download
    enctype fetchpriority for form formaction headers height hidden href hreflang id inert inputmode ismap itemprop itemscope
    itemtype kind label lang list loading loop markdown max maxlength media method min minlength multiple muted name open pattern
    placeholder popover popovertarget poster preload readonly referrerpolicy rel required reversed role rows rowspan scope selected
    shape size sizes span spellcheck src srcdoc srclang srcset start step style summary tabindex target title translate type
    usemap value width wrap""".split()
)
DRAWN = ("svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "text", "use", "defs", "symbol")
ATTRIBUTE = re.compile(r"\s(?P<name>[^\s=\"'<>/]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")
TYPED = "“”«»„‘’"  # marks of running text


def attributes_known(project: Project) -> Iterator[Problem]:
    """Attributes of raw HTML are those that browsers know, and their values stand in straight marks, closed.

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
                if tag["rest"] and tag["tag"].lower() not in DRAWN and (fault := _fault(tag["rest"])):
                    yield Problem(page.file, *page.place(block.start + tag.start()), "attributes-known", *fault)


def _fault(rest: str) -> tuple[str, str] | None:
    """Return what is wrong with the attributes of a tag, and the remedy."""
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
