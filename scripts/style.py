#!/usr/bin/env python3
"""Write style.html: the colours, the type and the components of the site as readers see them, in light and in dark.

The colours come from docs/assets/site.css, the components out of the built pages: what is shown is what is published.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain
from pathlib import Path

from files import replace_text
from problems import CannotCheck
from publish import SITE
from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).resolve().parent.parent
STYLE = Path("style.html")
SHEET = Path("docs/assets/site.css")
COLOUR = re.compile(r"--(?P<name>[\w-]+): light-dark\((?P<light>#\w+), (?P<dark>#\w+)\);")
PALETTE = re.compile(r"^:root \{$.*?^\}$", re.MULTILINE | re.DOTALL)
SCHEMES = ("light", "dark")
TEXT, GROUND = ("sky", "ink", "ink-soft", "warm"), ("sky-soft", "paper", "warm-soft", *(f"part-{n}" for n in range(1, 6)))
USES = {
    "sky": "links, the source text, what belongs to the Law",
    "sky-soft": "the ground of the source text, of heads of tables and of cards",
    "paper": "the page",
    "ink": "text",
    "ink-soft": "what is said beside the text: marks, captions, dates read",
    "line": "borders",
    "warm": "the one accent: ornament, focus, status, dates, examples",
    "warm-soft": "the ground of the status line and of what was found",
    **{f"part-{n}": f"part {n} of a sentence taken apart" for n in range(1, 6)},
}
LETTERS = (
    "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі – «келісім» № 70-IV, ¶ 4",
    "Ёё Йй Щщ Ъъ Ыы Ээ – «согласие» № 70-IV, ¶ 4",
    "Aa Gg Qq – “accord” No. 70-IV, ¶ 4",
)


@dataclass(frozen=True)
class Component:
    """A component: what it is for, what writes it, and the first place on a built page where it stands."""

    name: str
    use: str
    written: str
    page: str
    selector: str


COMPONENTS = (
    Component("Status line", "on every page: which wording, how far its status is known", "write: status", "goal", ".status"),
    Component("Source and translation", "the Law’s words with their ¶; a translation is dashed and marked", "write: quote p4", "goal", "figure.quote"),
    Component("In other words", "our explanation of a sentence; never looks like the source", "!!! words", "goal", ".admonition.words"),
    Component("Example", "a case, to think with", "!!! example", "tasks/unity", ".admonition.example"),
    Component("Note", "what the text leaves open", "!!! note", "tasks", ".admonition.note"),
    Component("Sentence taken apart", "the parts of a sentence, numbered in the text and in the list", "write: apart p4", "goal", "figure.apart"),
    Component("Term", "its names, what it means, where it stands; a mistake to avoid", "write: glossary", "glossary", "h3:has(+ .names)"),
    Component("Question", "options with a reason each, shown after the answer", "write: questions …", "quiz", ".question"),
    Component("Timeline", "dated events, each with how sure it is", "write: timeline", "history", ".timeline"),
    Component("Task cards", "the six tasks", "write: cards", "tasks", ".cards"),
    Component("Difference table", "the rows compare; on a phone each becomes a list", "Markdown", "history", "table"),
    Component("Picture of the Law", "the home page’s picture, in words", "write: picture", "", ".picture"),
    Component("Download", "a file with its size, date and checksum", "write: editions …", "downloads", ".edition"),
    Component("Button", "what works only with a script; hidden without", "", "quiz", ".question .md-button"),
)  # fmt: skip


def write_style(root: Path) -> Path:
    """Write the style page and return its path. Raises CannotCheck where there is no site, or a component is nowhere."""
    if not (root / SITE / "index.html").is_file():
        raise CannotCheck(f"there is no {SITE}/: build it with `make site`")
    sheet = (root / SHEET).read_text(encoding="utf-8")
    samples = {each.name: _sample(root, each) for each in COMPONENTS}
    styles = (root / SITE / "assets/site.css").read_text(encoding="utf-8")
    own = dict.fromkeys(chain.from_iterable(_own_styles(root, each) for each in COMPONENTS))
    body = "".join(
        f'<section class="scheme" style="color-scheme: {scheme}" aria-label="{scheme}">{_section(scheme, sheet, samples)}</section>'
        for scheme in SCHEMES
    )
    replace_text(root / STYLE, PAGE.format(styles="\n".join((styles, *own, PALETTE.findall(sheet)[0])), body=body))
    return root / STYLE


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours "#rrggbb", 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def read_colours(sheet: str) -> dict[str, dict[str, str]]:
    """Return each colour by name with its value in light and in dark."""
    return {match["name"]: {scheme: match[scheme] for scheme in SCHEMES} for match in COLOUR.finditer(sheet)}


def _section(scheme: str, sheet: str, samples: dict[str, str]) -> str:
    colours = {name: values[scheme] for name, values in read_colours(sheet).items()}
    rows = "".join(
        f'<tr><th scope="row"><span class="swatch" style="background: {value}"></span> {name}</th><td><code>{value}</code></td>'
        f"<td>{escape(USES[name])}</td><td>{_contrasts(name, colours)}</td></tr>"
        for name, value in colours.items()
    )
    type_ = "".join(
        f"<h{level}>{escape(LETTERS[0])}</h{level}>" if level else "".join(f"<p>{escape(line)}</p>" for line in LETTERS)
        for level in (1, 2, 3, 0)
    )
    parts = "".join(
        f"<h2>{escape(each.name)}</h2><p>{escape(each.use)}. {f'<code>{escape(each.written)}</code>' if each.written else ''}</p>{samples[each.name]}"
        for each in COMPONENTS
    )
    return (
        f'<div class="md-typeset"><h1>{scheme.title()}</h1><div class="colours"><table><thead><tr><th>Colour</th><th>Value</th><th>For</th><th>Contrast</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div><h2>Type</h2>{type_}<h2>Ornament</h2><div class='ornament'></div>{parts}</div>"
    )


def _contrasts(name: str, colours: dict[str, str]) -> str:
    if name in TEXT:
        return f"{contrast(colours[name], colours['paper']):.1f} on paper"
    return f"{contrast(colours['ink'], colours[name]):.1f} under ink" if name in GROUND else ""


def _page(root: Path, component: Component) -> LexborHTMLParser:
    return LexborHTMLParser((root / SITE / "en" / component.page / "index.html").read_bytes())


def _own_styles(root: Path, component: Component) -> Iterator[str]:
    yield from (style.text() for style in _page(root, component).css("head style"))


def _sample(root: Path, component: Component) -> str:
    """Return the component's HTML as it stands on its page, its links leading nowhere."""
    found = _page(root, component).css_first(f"article {component.selector}")
    if found is None:
        place = f"{SITE}/en/{component.page}".rstrip("/")
        raise CannotCheck(
            f"{component.name}: there is no {component.selector} in {place}; correct COMPONENTS in scripts/style.py"
        )
    nodes = [found]
    while found.tag == "h3" and (following := _next(nodes[-1])) is not None and following.tag == "p":
        nodes.append(following)
    for node in nodes:
        for each in node.css("ol.timeline > li:nth-child(n + 4)"):
            each.decompose()
        for each in node.css("[hidden]"):
            del each.attrs["hidden"]
        for each in node.css("[href]"):
            each.attrs["href"] = "#"
        for each in node.css(".headerlink"):
            each.decompose()
    return "".join(node.html for node in nodes)


def _next(node: LexborNode) -> LexborNode | None:
    following = node.next
    while following is not None and following.tag.startswith("-"):
        following = following.next
    return following


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Style</title>
<style>
{styles}
body {{ margin: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }}
.scheme {{ padding: 1.5rem; background: var(--paper); color: var(--ink); min-width: 0; }}
.colours :is(th, code) {{ white-space: nowrap; }}
.ornament {{ width: 160px; height: 10px; background: var(--warm); mask: var(--ornament) repeat-x; }}
.swatch {{ display: inline-block; width: 1.6em; height: 1.6em; border: 1px solid var(--line); border-radius: .2rem; vertical-align: middle; }}
</style>
</head>
<body>{body}</body>
</html>
"""


if __name__ == "__main__":
    try:
        print(f"wrote {write_style(ROOT).relative_to(ROOT)}")
    except (CannotCheck, OSError) as error:
        print(f"style.py: {error}", file=sys.stderr)
        raise SystemExit(2) from None
