"""Rules about what is loaded for reading side by side and for notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.notes import NOTES
from finish.pairs import BLOCKS, block_file
from languages import LANGUAGES
from problems import Problem

from sitecheck.built import BuiltSite
from sitecheck.compare import unspaced
from sitecheck.parsed import Parsed

PARAGRAPH = re.compile(r"p\d+")
HREF = ' href=\\"'  # in HTML that stands in JSON
EVERY = 3  # whose words are compared: a script of another build or page differs in more than two blocks
NEXT = '"],["'  # between two blocks


def blocks_own(page: Parsed) -> Iterator[Problem]:
    """The blocks kept beside a page, for reading side by side, are those of the page: in its language, with its words and links.

    In site/ru/law/index.blocks.js
    wrong: ["p","The lew."]
    right: ["p","The law."]
    """
    file = block_file(page.path)
    if page.path == NOT_FOUND or file not in page.site.files:  # `pairs-match` names it
        return
    text, begin = page.site.read(file), _begin(language_of(page.path))
    blocks = text[len(begin) + 2 :].split(NEXT)
    if not text.startswith(begin) or not text.endswith("]};\n"):
        fault = f"is no whole script of blocks in {language_of(page.path)}"
    elif " ".join([block[: block.find('"')] for block in blocks]) != page.site.pages[page.path].blocks:
        fault = "has other blocks than the page"
    else:
        fault = _other_link(page, text) or _other_words(page, blocks)
    if fault:
        yield page.problem("blocks-own", f"{file} {fault}", "`make site`: scripts/finish/pairs.py writes it", "title")


@cache
def _begin(language: str) -> str:
    data = json.dumps({"select": BLOCKS, "blocks": []}, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.pairBlocks ??= {{}}).{language} = {data.removesuffix(']}')}"


def _other_link(page: Parsed, text: str) -> str:
    """Return what is wrong with the first link of the blocks that is not the page's, in this order."""
    ours = iter([element.attributes["href"] for element in page.by_attribute["href"]])
    pieces = text.replace("&amp;", "&").split(HREF)[1:]  # a pattern takes twice as long
    lost = next((href for href in [piece[: piece.find("\\")] for piece in pieces] if href not in ours), None)
    return f"has a link to {lost}, which the page has not" if lost is not None else ""


def _other_words(page: Parsed, blocks: list[str]) -> str:
    """Return what is wrong with the first block, of every third, whose words before a tag are not the page's, in this order."""
    begins = "\0".join([block[block.find('"') + 3 :].partition("<")[0] for block in blocks[::EVERY]]).removesuffix('"]]};\n')
    ours, at = page.unspaced, 0
    for words in unspaced(_plain(begins)).split("\0"):
        if (at := ours.find(words, at)) < 0:
            return f"says “{words}”, which the page does not"
    return ""


def _plain(html: str) -> str:
    """Return the text that HTML without tags shows, as the parser and JSON write it."""
    return (
        html.replace('\\"', '"')
        .replace("\\n", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
    )


def notes_lead(site: BuiltSite) -> Iterator[Problem]:
    """What notes on paragraphs and terms show is there in every language, for those that its pages have, and leads to the Law.

    In site/assets/pairs/notes-ru.js
    wrong: "law":"ru/lew/"
    right: "law":"ru/law/"
    """
    for code in LANGUAGES:
        file = NOTES.format(code)
        if file not in site.files:
            yield Problem(f"site/{file}", 0, 0, "notes-lead", f"there are no notes in {code}", "`make site`")
            continue
        try:
            faults = [*_note_faults(site, code, *site.read_script(file))]
        except (ValueError, KeyError, TypeError) as error:
            faults = [f"the notes cannot be read: {error!r}"]
        for fault in faults:
            yield site.problem(file, "notes-lead", fault, "`make site`: scripts/finish/notes.py writes it")


def _note_faults(site: BuiltSite, code: str, language: str, notes: dict) -> Iterator[str]:
    if language != code:
        yield f"the notes say that they are {language}"
    if notes["site"] != site.address:
        yield f"the notes lead to {notes['site']}, and the site is {site.address}"
    law, glossary = (counterpart(f"{name}/index.html", code) for name in ("law", "glossary"))
    if notes["law"] != site.place(law):
        yield f"the notes lead to {notes['law']}, but the Law is in {site.place(law)}"
    for path, known in ((law, notes["paragraphs"]), (glossary, notes["terms"])):
        ids = site.pages[path].ids if path in site.pages else frozenset()
        for id in sorted(known.keys() - ids):
            yield f"there is a note on #{id}, which is not in {path}"
    lost = {id for id in site.pages[law].ids if PARAGRAPH.fullmatch(id)} if law in site.pages else set()
    for id in sorted(lost - notes["paragraphs"].keys()):
        yield f"there is no note on #{id} of {law}"
