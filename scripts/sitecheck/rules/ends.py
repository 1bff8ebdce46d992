"""Rules about how texts end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import LANGUAGES
from problems import Problem

from sitecheck.pages import Page
from sitecheck.project import Project

STOPS = ".?!:;…"
CLOSING = " \n)»”*`]"
LINK_END = re.compile(r"\]\([^()\s]*\)$")
ATTRIBUTES = re.compile(r"\{[^}\n]*\}\s*$")
SENTENCES = re.compile(r"[^\W\d_]{3}[)»”\]]*[.?!] [A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]")
CELL = re.compile(r"(?<!\\)\|")


def same_ends(project: Project) -> Iterator[Problem]:
    """A text ends with a full stop, or another sign of an end, where it does so in the other languages.

    In docs/en/law.md
    wrong: unity [¶2](#p2)⏎
    right: unity [¶2](#p2).⏎
    """
    for name in (name for language, name in project.pages if language == LANGUAGES[0]):
        pages = [project.pages[code, name] for code in LANGUAGES if (code, name) in project.pages]
        blocks = [page.written() for page in pages]
        if len(pages) == len(LANGUAGES):
            yield from _in_front(pages)
        if len(pages) == len(LANGUAGES) and len({len(each) for each in blocks}) == 1:
            yield from _in_pages(pages, list(zip(*blocks)))
    for record in (record for records in project.data.files.values() for record in records.values()):
        for key in record.texts[LANGUAGES[0]]:
            texts = [record.text(code, key) for code in LANGUAGES]
            number, message = _odd(texts, LANGUAGES) if all(" " in text for text in texts) else (0, "")
            if message and any(map(_end, texts)):
                yield record.problem((LANGUAGES[number], key), "same-ends", message, "end it as in the other languages")


def _in_front(pages: list[Page]) -> Iterator[Problem]:
    """Compare the ends of the descriptions."""
    number, message = _odd([page.front.get("description", ("",))[0] for page in pages], [page.file for page in pages])
    if message:
        page = pages[number]
        yield Problem(
            page.file, page.front.get("description", ("", 1))[1], 1, "same-ends", message, "end it as in the other languages"
        )


def _in_pages(pages: list[Page], rows: list[tuple]) -> Iterator[Problem]:
    """Compare the ends of the blocks and cells that stand beside each other."""
    for blocks in rows:
        kind = blocks[0].kind
        if kind.startswith(("generated", "html", "box")):
            continue
        texts = [page.block_text(block) for page, block in zip(pages, blocks)]
        parts = zip(*(CELL.split(text) for text in texts)) if kind.startswith("row") else (texts,)
        for each in parts:
            number, message = _odd(each, [page.file for page in pages])
            if message and (kind[:7] != "heading" or _end(each[number])):
                page, block = pages[number], blocks[number]
                at = block.start + texts[number].find(each[number]) + len(each[number].rstrip()) - 1
                yield Problem(page.file, *page.place(at), "same-ends", message, "end it as in the other languages")


def _odd(texts: tuple[str, ...] | list[str], names: tuple[str, ...] | list[str]) -> tuple[int, str]:
    """Return which text alone ends with a sign, or alone without one, and what is wrong; or nothing."""
    ends = [_end(text) for text in texts]
    if ends[0] == ends[1] == ends[2]:
        lost = not ends[0] and all(text.rstrip()[-1:].isalpha() and SENTENCES.search(text) for text in texts)
        return 0, "no punctuation mark ends the text after its sentences" if lost else ""
    with_sign = [bool(end) for end in ends]
    number = with_sign.index(sum(with_sign) == 1) if sum(with_sign) in (1, 2) else -1
    if number < 0:
        return 0, ""
    others = " and ".join(name for at, name in enumerate(names) if at != number)
    end = next(end for end in ends if end)
    return number, f"“{end}” ends the text here, but nothing does in {others}" if with_sign[
        number
    ] else f"no punctuation mark ends the text; in {others} one does"


def _end(text: str) -> str:
    """Return the sign that ends a text, or ""."""
    text = LINK_END.sub("", text.rstrip()).rstrip(CLOSING)  # a question may be the words of a link
    if text.endswith("}"):
        text = ATTRIBUTES.sub("", text).rstrip(CLOSING)
    return text[-1:] if text[-1:] in STOPS else ""
