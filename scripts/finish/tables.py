"""Tables that read on a phone: each cell carries its column's name, the first cell of a row names the row."""

from __future__ import annotations

import re

TABLE = re.compile(
    r"<table>(?P<caption>\s*<caption>[^<]*</caption>)?\s*<thead>(?P<head>.*?)</thead>\s*<tbody>(?P<body>.*?)</tbody>\s*</table>",
    re.DOTALL,
)
HEADER = re.compile(r"<th(?P<rest>[^>]*)>(?P<text>.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td(?P<rest>[^>]*)>(?P<text>.*?)</td>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def label_tables(html: str) -> str:
    """Return the page with `scope` on header cells and `data-label` on the others.

    A browser that shows rows as blocks, as on a phone, takes the label from there.
    """
    return TABLE.sub(_label_table, html)


def _label_table(match: re.Match) -> str:
    labels = [TAG.sub("", header["text"]) for header in HEADER.finditer(match["head"])]
    head = HEADER.sub(r'<th scope="col"\g<rest>>\g<text></th>', match["head"])
    body = ROW.sub(lambda row: _label_row(row[0], labels), match["body"])
    return f"<table>{match['caption'] or ''}\n<thead>{head}</thead>\n<tbody>{body}</tbody>\n</table>"


def _label_row(row: str, labels: list[str]) -> str:
    left = iter(labels)

    def label(cell: re.Match) -> str:
        name = next(left, "")
        if name == labels[0]:
            return f'<th scope="row"{cell["rest"]}>{cell["text"]}</th>'
        return f'<td data-label="{name}"{cell["rest"]}>{cell["text"]}</td>'

    return CELL.sub(label, row)
