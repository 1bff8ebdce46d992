"""Blocks of the worksheets: a student's sheet and its key, both from the same rows, so that they cannot differ.

    <!-- write: sheet parts p4 -->      the exercise with its answers left blank
    <!-- write: key parts p4 -->        the same with the answers

Numbers and letters are the same in every language, so that a mixed class can work and check together.
"""

from __future__ import annotations

import re
from string import ascii_uppercase as LETTERS

from languages import LANGUAGES, SOURCE
from records import Data, Record

BINGO = (  # terms whose first sentence in the glossary tells them apart
    "preamble state-national-policy stability interaction civil-society state-bodies institution goal tasks interethnic-accord "
    "public-accord kazakh-people people-of-kazakhstan patriotism civic-identity competitive-nation tolerance unity "
    "founding-values extremism assisting political-legal-culture ethnocultural-association joining-efforts"
).split()
CARD = 4  # a bingo card has so many rows and columns
SENTENCE_END = re.compile(r"(?<=\.)\s+")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; every one of them ends with a full stop."""
    return SENTENCE_END.split(text)


def write_sheet(data: Data, page, exercise: str, *ids: str) -> str:
    """The exercise as students get it, with its answers left blank."""
    return EXERCISES[exercise](data, page, False, *ids)


def write_key(data: Data, page, exercise: str, *ids: str) -> str:
    """The same exercise with its answers."""
    return EXERCISES[exercise](data, page, True, *ids)


def write_name(data: Data, page) -> str:
    """The line for name, class and date."""
    words = (data.word(f"sheet-{id}", page.language) for id in ("name", "class", "date"))
    fields = "\n".join(f'<span class="field">{word} <span class="blank"></span></span>' for word in words)
    return f'<p class="name-line">\n{fields}\n</p>'


def write_lines(data: Data, page, count: str) -> str:
    """Lines to write on."""
    return '<div class="lines">\n' + "<p></p>\n" * int(count) + "</div>"


def _parts(data: Data, page, key: bool, paragraph: str) -> str:
    """The parts of a sentence: for each question, the words that answer it."""
    parts = [part for id, part in data["parts"].items() if id.split(".")[0] == paragraph]
    rows = (
        (number, f"{part.text(page.language, 'label')}?", key and f"{part.text(page.language, 'words')} {page.cite(paragraph)}")
        for number, part in enumerate(parts, 1)
    )
    return _fill(data, page, ("number", "question", "answer"), rows)


def _terms(data: Data, page, key: bool, *ids: str) -> str:
    """Terms to match with their meanings."""
    terms = [data["glossary"][id] for id in ids]
    names = [term.text(page.language, "term") for term in terms]
    return _match(data, page, key, ("term", "meaning"), names, [_meaning(term, page.language) for term in terms])


def _tasks(data: Data, page, key: bool) -> str:
    """The six tasks to match with their paragraphs."""
    tasks = data["tasks"].values()
    names = [task.text(page.language, "name") for task in tasks]
    cited = [page.cite(task.own["paragraph"]) for task in tasks] if key else ()
    texts = [data["law"][task.own["paragraph"]].text(page.language).rstrip(";.") for task in tasks]
    return _match(data, page, key, ("task", "text"), names, texts, cited) + ("" if key else "\n\n" + _mark(data, page))


def _who(data: Data, page, key: bool, *ids: str) -> str:
    """Whom a task's text names: the letter of the text, the question, the words."""
    order = _mix([task.own["paragraph"] for task in data["tasks"].values()])
    rows = []
    for id in ids:
        part, paragraph = data["parts"][id], id.split(".")[0]
        words = key and f"{part.text(page.language, 'words')} {page.cite(paragraph)}"
        rows.append((LETTERS[order.index(paragraph)], f"{part.text(page.language, 'label')}?", words))
    return _fill(data, page, ("text", "question", "answer"), sorted(rows))


def _sentences(data: Data, page, key: bool) -> str:
    """Sentences of the source text to sort: a fact, the Law's text, or commentary."""
    rows = []
    for number, record in enumerate(data["sentences"].values(), 1):
        paragraph, kind = record.own["paragraph"], record.own["kind"]
        text = split_sentences(data["law"][paragraph].text(page.language))[record.own["sentence"] - 1].rstrip(";")
        answer = key and f"**{_number(data, page, 'kind', kind)}.** {record.text(page.language, 'why')} {page.cite(paragraph)}"
        rows.append((number, _short(text) if key else text, answer))
    table = _table(data, page, ("number", "text", "answer"), rows)
    return table if key else f"{table}\n\n{_mark(data, page)}"


def _wordings(data: Data, page, key: bool) -> str:
    """Statements about the wordings of the Law to sort: 2008, 2018, one source, not known."""
    rows = []
    for number, record in enumerate(data["wordings"].values(), 1):
        kinds = ", ".join(_number(data, page, "wording", kind) for kind in record.own["kinds"])
        answer = key and f"**{kinds}.** {record.text(page.language, 'why')}"
        rows.append((number, record.text(page.language, "statement"), answer))
    table = _table(data, page, ("number", "statement", "answer"), rows)
    names = [data.word(f"wording-{kind}", page.language) for kind in CHOICES["wording"]]
    return table if key else f"{_choices(names)}\n\n{table}"


def _bingo(data: Data, page, key: bool) -> str:
    """An empty card and the terms to choose from; the key holds the meanings to read out."""
    terms = [data["glossary"][id] for id in BINGO]
    names = [term.text(page.language, "term") for term in terms]
    if key:
        rows = ((number, name, _meaning(term, page.language)) for number, (name, term) in enumerate(zip(names, terms), 1))
        return _table(data, page, ("number", "term", "meaning"), rows)
    row = "<tr>" + "<td></td>" * CARD + "</tr>\n"
    card = f'<table class="card" role="presentation">\n{row * CARD}</table>'
    return f"{card}\n\n{_choices(names)}"


def _law(data: Data, page, key: bool) -> str:
    """The whole text, its languages side by side in the same order on every page."""
    heads = ["¶", *(_origin(data, page, language) for language in LANGUAGES)]
    rows = (
        (page.cite(id), *(f'<span lang="{language}">{record.text(language)}</span>' for language in LANGUAGES))
        for id, record in data["law"].items()
    )
    return f'<div class="law-sheet" markdown>\n\n{_rows(heads, rows)}\n\n</div>'


EXERCISES = {
    "parts": _parts,
    "terms": _terms,
    "tasks": _tasks,
    "who": _who,
    "sentences": _sentences,
    "wordings": _wordings,
    "bingo": _bingo,
    "law": _law,
}
CHOICES = {  # the answers of an exercise, in the order of their numbers on the sheet
    "kind": ("fact", "law", "commentary"),
    "wording": ("2008", "2018", "source", "unknown"),
}


def _match(data: Data, page, key: bool, heads: tuple[str, str], names: list[str], texts: list[str], cited=()) -> str:
    """Numbered names to match with lettered texts; the key gives the letters."""
    mixed = _mix(texts)
    letters = (key and LETTERS[mixed.index(text)] for text in texts)
    answers = [f"{letter} {cite}" for letter, cite in zip(letters, cited)] if cited else letters
    table = _table(data, page, ("number", heads[0], "letter"), zip(range(1, 99), names, answers))
    return table if key else f"{table}\n\n" + _table(data, page, ("letter", heads[1]), zip(LETTERS, mixed))


def _mix(items: list[str]) -> list[str]:
    """Return the items in an order that gives nothing away and is always the same: 6 4 2 1 3 5."""
    return items[1::2][::-1] + items[::2]


def _fill(data: Data, page, heads: tuple[str, ...], rows) -> str:
    """A table with room to write in."""
    return f'<div class="fill" markdown>\n\n{_table(data, page, heads, rows)}\n\n</div>'


def _table(data: Data, page, heads: tuple[str, ...], rows) -> str:
    return _rows([data.word(f"sheet-{head}", page.language) for head in heads], rows)


def _rows(heads: list[str], rows) -> str:
    lines = [heads, ["---"] * len(heads), *([str(cell or "") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _choices(names: list[str]) -> str:
    """What to choose from, numbered."""
    items = "\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f'<div class="choices" markdown>\n\n{items}\n\n</div>'


def _number(data: Data, page, group: str, kind: str) -> str:
    """An answer with its number among the choices. Raises KeyError for one that is not among them."""
    if kind not in CHOICES[group]:
        raise KeyError(f"{kind} is not one of {', '.join(CHOICES[group])}")
    return f"{CHOICES[group].index(kind) + 1}. {data.word(f'{group}-{kind}', page.language)}"


def _mark(data: Data, page) -> str:
    """Whether the texts above are the source or our translation."""
    return _origin(data, page, page.language) + "\n{: .mark }"


def _origin(data: Data, page, language: str) -> str:
    return data.word(f"{'source' if language == SOURCE else 'translation'}-{language}", page.language)


def _meaning(term: Record, language: str) -> str:
    return split_sentences(term.text(language, "definition"))[0]


def _short(text: str) -> str:
    """The first words of a sentence."""
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
