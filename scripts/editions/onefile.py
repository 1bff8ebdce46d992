"""The one-file edition: a single HTML file, all three languages side by side, small enough to be sent in a messenger.

To stay small it holds the text once in each language, the citations as its only links, and no glossary links.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from blocks.status import status_text
from finish.policy import set_policy
from languages import LANGUAGES, NAMES, SOURCE
from records import Data
from selectolax.lexbor import LexborHTMLParser, LexborNode
from stamp import Stamp

from editions.chapters import Chapter

FOLDER = Path(__file__).parent
STYLE, SCRIPT = FOLDER / "onefile.css", FOLDER / "onefile.js"
# What to know about the project and where to start stand on the site.
LEFT_OUT = ("index", "about")
CITATION = re.compile(r"#law--(p\d+)$")
NEEDLESS = re.compile(r"</(?:p|li|tr|td|th|thead|tbody|dt|dd)>|<t(?:head|body)>")
PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>{title}</title>
<style>{style}</style>
<header><h1>{title}</h1>{switches}<input type="search" hidden aria-label="{find}" placeholder="{find}"><nav><ul>{contents}</ul></nav></header>
<main>{status}{rows}</main>
<footer>{note}</footer>
<script>{script}</script>
"""


def make_one_file(chapters: dict[str, list[Chapter]], data: Data, stamp: Stamp) -> bytes:
    """Return the file as HTML."""
    pages = [versions for versions in zip(*(chapters[language] for language in LANGUAGES)) if versions[0].name not in LEFT_OUT]
    rows = (_row(blocks, versions[0].name) for versions in pages for blocks in zip(*(page.blocks for page in versions)))
    switches = "".join(
        f'<label lang="{language}"><input type="checkbox" checked id="{language}">{name}</label>'
        for language, name in NAMES.items()
    )
    page = PAGE.format(
        language=SOURCE,
        title=escape(chapters[SOURCE][0].title),
        style=_squeeze(STYLE.read_text(encoding="utf-8")),
        switches=switches,
        find=" · ".join(data.word("edition-find", language) for language in LANGUAGES),
        contents="".join(
            f'<li><a href="#{_id(versions[0].name)}">{" · ".join(page.title for page in versions)}</a>' for versions in pages
        ),
        status=_cells([f"<p>{escape(status_text(data, language, 'full'))}" for language in LANGUAGES]),
        rows="\n".join(rows),
        note=" · ".join(f"{data.word('edition-independent', language)} {stamp.version}" for language in LANGUAGES),
        script=SCRIPT.read_text(encoding="utf-8").strip(),
    )
    return set_policy(page).encode()


def _row(blocks: tuple[str, ...], name: str) -> str:
    """Return a block in every language; what shows all languages by itself stands once, with its labels in each."""
    trees = [LexborHTMLParser(f"<body>{block}") for block in blocks]
    first = trees[0].body.child
    if first is not None and first.tag == "h1":
        return _cells([f"<h2>{tree.body.text().strip()}</h2>" for tree in trees], _id(name))
    labels = [tree.css_first(".parts ol") for tree in trees]
    if all(labels):  # the parts of a sentence; the sentence itself stands above
        return _cells([_plain(label.parent) for label in labels])
    own = [tree.css_first(f".version > div[lang={language}]") for tree, language in zip(trees, LANGUAGES, strict=True)]
    if all(own):
        return _cells([_plain(version) for version in own], kind="law")
    if first is not None and first.attrs.get("class") in ("names", "where"):
        return ""  # the names stand beside each other anyway
    id = CITATION.search("#" + (first.attrs.get("id") or "")) if first is not None else None
    return _cells([_plain(tree.body) for tree in trees], id[1] if id else "")


def _id(name: str) -> str:
    return name.replace("/", "-")


def _cells(texts: list[str], id: str = "", kind: str = "") -> str:
    """Return the texts of a row, each marked with its language."""
    if not any(text.strip() for text in texts):
        return ""
    attributes = (f" id={id}" if id else "") + (f" class={kind}" if kind else "")
    cells = (text if text.startswith("<p>") and text.count("<p>") == 1 else f"<div>{text}</div>" for text in texts)
    marked = (re.sub(r"^<(\w+)", rf"<\1 lang={language}", cell) for language, cell in zip(LANGUAGES, cells))
    return f"<section{attributes}>{''.join(marked)}</section>"


def _plain(node: LexborNode) -> str:
    """Return the HTML inside, without attributes but languages and the addresses of citations."""
    for each in node.css("*"):
        if each.tag == "a" and not (
            CITATION.search(each.attrs.get("href") or "") or (each.attrs.get("href") or "").startswith("http")
        ):
            each.unwrap()
            continue
        for key in list(each.attrs):
            value = each.attrs[key] or ""
            del each.attrs[key]
            if key == "lang":
                each.attrs["lang"] = value
            if key == "href":
                each.attrs["href"] = CITATION.sub(r"#\1", value)
    for each in node.css("div, span:not([lang])"):
        if each.mem_id != node.mem_id:
            each.unwrap()
    html = "".join(child.html for child in node.iter(include_text=True))
    return re.sub(r'(lang|href)="([^" ]+)"', r"\1=\2", NEEDLESS.sub("", _squeeze(html)))


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("&nbsp;", "\u00a0")).replace("> <", "><").strip()
