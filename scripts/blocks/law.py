"""Blocks made from the paragraphs of the Law: the whole text, a quotation, a sentence taken apart."""

from __future__ import annotations

from html import escape

from languages import LANGUAGES, SOURCE
from records import Data


def languages_from(language: str) -> tuple[str, ...]:
    """Return all languages, the page's own first: a reader meets what they can read before the rest."""
    return (language, *(other for other in LANGUAGES if other != language))


def write_law(data: Data, page) -> str:
    """The whole text: each paragraph under a heading with its permanent id, in three languages."""
    blocks = []
    for id, record in data["law"].items():
        versions = "\n".join(
            _version(data, page, language, f"<p>{escape(record.text(language), quote=False)}</p>")
            for language in languages_from(page.language)
        )
        blocks.append(
            f"### ¶{id[1:]} · {record.text(page.language, 'name')} {{ #{id} }}\n\n"
            f"*{record.text(page.language, 'kind')}*\n{{: .kind }}\n\n"
            f'<div class="versions">\n{versions}\n</div>'
        )
    return "\n\n".join(blocks)


def write_quote(data: Data, page, paragraph: str) -> str:
    """A paragraph quoted: the source and, on a page in another language, our translation below it."""
    record = data["law"][paragraph]
    versions = "\n".join(
        _version(data, page, language, f"<p>{escape(record.text(language), quote=False)}</p>")
        for language in dict.fromkeys((SOURCE, page.language))
    )
    return f'<figure class="quote" markdown>\n{versions}\n<figcaption markdown>{page.cite(paragraph)}</figcaption>\n</figure>'


def write_apart(data: Data, page, paragraph: str) -> str:
    """A sentence taken apart: the list of its parts, then the sentence in three languages with each part marked."""
    record = data["law"][paragraph]
    parts = [part for id, part in data["parts"].items() if id.split(".")[0] == paragraph]
    if not parts:
        raise KeyError(f"no parts of {paragraph} in docs/_data/parts.yml")
    legend = "\n".join(
        f'<li class="part-{number}"><b>{part.text(page.language, "label")}</b> '
        f"<span>{part.text(page.language, 'words')}</span></li>"
        for number, part in enumerate(parts, 1)
    )
    versions = "\n".join(
        _version(data, page, language, f"<p>{_mark_parts(record.text(language), parts, language)}</p>")
        for language in languages_from(page.language)
    )
    return (
        f'<figure class="apart" markdown>\n<ol class="parts">\n{legend}\n</ol>\n{versions}\n'
        f"<figcaption markdown>{page.cite(paragraph)}</figcaption>\n</figure>"
    )


def _version(data: Data, page, language: str, text: str) -> str:
    """One language's text of a paragraph, marked as source or as unofficial translation."""
    kind = "source" if language == SOURCE else "translation"
    return (
        f'<blockquote class="version {kind}">\n<div lang="{language}">{text}</div>\n'
        f'<p class="mark">{data.word(f"{kind}-{language}", page.language)}</p>\n</blockquote>'
    )


def _mark_parts(text: str, parts, language: str) -> str:
    """Return the sentence as HTML, with the words of part n in a span of class part-n."""
    pieces = sorted(
        (text.index(piece), piece, number)
        for number, part in enumerate(parts, 1)
        for piece in part.text(language, "words").split(" … ")
    )
    marked, end = [], 0
    for start, piece, number in pieces:
        marked.append(escape(text[end:start], quote=False))
        marked.append(f'<span class="part part-{number}" data-part="{number}">{escape(piece, quote=False)}</span>')
        end = start + len(piece)
    return "".join(marked) + escape(text[end:], quote=False)
