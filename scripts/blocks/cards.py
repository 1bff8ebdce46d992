"""Blocks of the cards: what docs/assets/cards/ turns on the glossary page; and of downloads."""

from __future__ import annotations

import posixpath
from html import escape

from cards import read_task_cards
from downloads import download
from records import Data
from sitecheck.resolve import built_folder

GROUPS = ("law", "status", "goal", "tasks", "bodies")


def write_flashcards(data: Data, page) -> str:
    """The cards: a choice of topics, the card, its buttons. The terms are those of the page, the tasks stand here."""

    def word(name: str) -> str:
        return data.word(f"cards-{name}", page.language)

    topics = {"": word("all"), **{f"group-{group}": data.word(f"group-{group}", page.language) for group in GROUPS}}
    topics["six-tasks"] = data.word("picture-tasks", page.language)
    options = "".join(f'<option value="{topic}">{escape(name, quote=False)}</option>' for topic, name in topics.items())
    tasks = "\n".join(
        f'<li id="{card.id}" markdown><b>{card.front}</b> <span markdown>{card.back} {page.cite(card.paragraphs[0])}</span></li>'
        for card in read_task_cards(data, page.language)
    )
    return (
        '<section class="flashcards" markdown hidden>\n'
        f'<p><label for="topic">{word("topic")}</label> <select id="topic">{options}</select></p>\n'
        '<div class="card" role="group" aria-live="polite">\n<p class="front"></p>\n<div class="back" hidden></div>\n</div>\n'
        f'<p class="buttons"><button type="button" class="md-button turn">{word("turn")}</button>\n'
        f'<button type="button" class="md-button know" hidden>{word("know")}</button>\n'
        f'<button type="button" class="md-button not-yet" hidden>{word("not-yet")}</button></p>\n'
        f'<p class="done" hidden>{word("done")}</p>\n'
        f'<p class="count">{word("count")}: <output></output></p>\n'
        f'<p><button type="button" class="md-button restart">{word("restart")}</button></p>\n'
        f'<ul class="six-tasks" markdown hidden>\n{tasks}\n</ul>\n</section>'
    )


def write_download(data: Data, page, name: str) -> str:
    """A link to a download of this language, in words of its own."""
    here = built_folder(page) or "."
    address = posixpath.relpath(download(name, page.language), here)
    return f'<p class="download"><a href="{address}" download>{data.word(f"download-{name}", page.language)}</a></p>'
