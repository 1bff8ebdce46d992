"""The cards as packages for Anki, one a language. A new download updates the notes of an older one: their ids stay."""

from __future__ import annotations

import os
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cards import Card, read_cards
from downloads import download
from languages import LANGUAGES, SOURCE
from records import Data

# Anki knows decks and kinds of notes by these numbers, for ever: another number would make a second deck.
DECKS = {"kk": 1702008701, "ru": 1702008702, "en": 1702008703}
MODEL = 1702008700
FIELDS = ("Id", "Front", "Back", "Names", "Where")
ANSWER = '{{FrontSide}}<hr id="answer">{{Back}}<p class="names">{{Names}}</p><p class="where">{{Where}}</p>'
STYLE = """.card { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34em; margin: 0 auto; padding: 1em; text-align: start; }
.front { font-size: 1.3em; font-weight: 650; text-align: center; }
.names, .where { font-size: .85em; opacity: .8; }"""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the ZIP format: one commit always gives the same bytes


def write_packages(folder: Path, address: str, data: Data) -> None:
    """Write a package for each language into the built folder; `address` is where the site will stand, or ""."""
    for language in LANGUAGES:
        file = folder / download("cards", language)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(_package(read_cards(data, language), language, address, data))


def _package(cards: list[Card], language: str, address: str, data: Data) -> bytes:
    import genanki

    model = genanki.Model(
        MODEL,
        "law-assembly",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "1", "qfmt": '<p class="front">{{Front}}</p>', "afmt": ANSWER}],
        css=STYLE,
    )
    deck = genanki.Deck(DECKS[language], data.word("cards-deck", language))
    for card in cards:
        id = genanki.guid_for("law-assembly", language, card.id)
        deck.add_note(genanki.Note(model, _fields(card, language, address, data), guid=id, tags=[card.topic]))
    packed = BytesIO()
    # Anki takes what is newer: the time is that of the commit.
    genanki.Package(deck).write_to_file(packed, timestamp=max(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), 1))
    return _same_bytes(packed)


def _fields(card: Card, language: str, address: str, data: Data) -> list[str]:
    names = " · ".join(f'<span lang="{other}">{escape(name)}</span>' for other, name in card.names.items())
    cited = ", ".join(_cite(paragraph, language, address) for paragraph in card.paragraphs)
    where = f"{data.word('where', language)}: {cited}" if cited else data.word("nowhere", language)
    return [card.id, escape(card.front), escape(card.back), names, where]


def _cite(paragraph: str, language: str, address: str) -> str:
    folder = "" if language == SOURCE else f"{language}/"
    return f'<a href="{address}{folder}law/#{paragraph}">¶{paragraph[1:]}</a>' if address else f"¶{paragraph[1:]}"


def _same_bytes(packed: BytesIO) -> bytes:
    """Return the package with one time for all it holds."""
    again = BytesIO()
    with ZipFile(packed) as old, ZipFile(again, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return again.getvalue()
