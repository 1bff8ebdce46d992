"""The block that holds the whole glossary."""

from __future__ import annotations

from itertools import groupby

from records import Data, Record

from blocks.law import languages_from


def write_glossary(data: Data, page) -> str:
    """Every term under its group: three names, definition, the paragraphs where it stands, common mistranslations."""
    blocks = []
    for group, terms in groupby(data["glossary"].items(), key=lambda item: item[1].own["group"]):
        blocks.append(f"## {data.word(f'group-{group}', page.language)} {{ #group-{group} }}")
        blocks += [_term(data, page, id, term) for id, term in terms]
    return "\n\n".join(blocks)


def _term(data: Data, page, id: str, term: Record) -> str:
    def word(name: str) -> str:
        return data.word(name, page.language)

    names = " · ".join(f"*{term.text(other, 'term')}*{{ lang={other} }}" for other in languages_from(page.language)[1:])
    lines = [
        f"### {term.text(page.language, 'term')} {{ #{id} }}",
        f"{names}\n{{: .names }}",
        term.text(page.language, "definition"),
    ]
    if mistake := term.text(page.language, "mistake"):
        lines.append(f"**{word('mistake')}:** {mistake}\n{{: .mistake }}")
    cited = ", ".join(page.cite(paragraph) for paragraph in term.own["paragraphs"])
    where = f"{word('where')}: {cited}." if cited else word("nowhere")
    lines.append(f"{where}{' ' + word('chosen') if term.own['chosen'] else ''}\n{{: .where }}")
    return "\n\n".join(lines)
