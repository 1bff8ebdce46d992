"""Blocks of the quiz: the questions of a group, the score, the key for those who print it.

Everything is in the page: without scripts a reader has the question, its options and, under a summary, the answer.
docs/assets/quiz/ judges answers by `data-right` and says why with the words that stand in the answer.
"""

from __future__ import annotations

from html import escape

from questions import CITATION, FOREIGN, Question, plain, read_questions
from records import Data

GAP = "…"  # what a list shows where nothing is chosen yet


def write_questions(data: Data, page, group: str) -> str:
    """The questions of a group."""
    questions = [each for each in read_questions(data["quiz"]) if each.record.own["group"] == group]
    if not questions:
        raise KeyError(f"no questions of the group {group} in docs/_data/quiz.yml")
    return "\n\n".join(_question(data, page, each) for each in questions)


def _question(data: Data, page, question: Question) -> str:
    def word(name: str) -> str:
        return data.word(f"quiz-{name}", page.language)

    return (
        f'<div class="question" id="{question.record.id}" data-kind="{question.kind}" markdown>\n'
        f'<fieldset>\n<legend><span class="number">{question.number}.</span> {_text(question.record.text(page.language, "question"))}</legend>\n'
        f'<p class="how">{word(f"how-{question.kind}")}</p>\n{_fields(question, page.language)}\n</fieldset>\n'
        f'<button type="button" class="md-button" hidden>{word("check")}</button>\n'
        '<div class="verdict" role="status"></div>\n'
        f"<details markdown>\n<summary>{word('show')}</summary>\n<ul markdown>\n{_reasons(data, page, question)}\n</ul>\n"
        f"<p markdown>[{word('read')}]({page.link(question.record.own['read'])})</p>\n</details>\n</div>"
    )


def _text(text: str) -> str:
    """Return a text as HTML: what is marked as another language is so in the page too."""
    return FOREIGN.sub(r'<span lang="\2">\1</span>', escape(text, quote=False))


def _right(question: Question, part: str) -> str:
    """What tells the script what is right for a part; a box that stays empty needs none."""
    return f' data-right="{right}"' if (right := question.right(part)) else ""


def _fields(question: Question, language: str) -> str:
    """What the reader fills in: boxes to tick, or a list to choose from beside each part."""
    id, parts = question.record.id, question.parts(language)
    if question.kind in ("one", "several"):
        box = "radio" if question.kind == "one" else "checkbox"
        rows = (
            f'<li data-part="{part}"{_right(question, part)}><label>'
            f'<input type="{box}" name="{id}" value="{part}"> <span>{_text(text)}</span></label></li>'
            for part, text in parts.items()
        )
        return f'<ol class="options">\n{chr(10).join(rows)}\n</ol>'
    lettered = question.options(language).items()
    choices = [(letter, f"{letter.upper()}. {text}") for letter, text in lettered]
    if question.kind == "order":
        choices = [(str(place), str(place)) for place in range(1, len(parts) + 1)]
    offered = "".join(
        f'<option value="{value}">{escape(plain(text), quote=False)}</option>' for value, text in (("", GAP), *choices)
    )
    rows = (
        f'<li data-part="{part}"{_right(question, part)}><label for="{id}-{part}">{_text(text)}</label> '
        f'<select id="{id}-{part}">{offered}</select></li>'
        for part, text in parts.items()
    )
    all_options = "".join(f"<li>{_text(text)}</li>" for _, text in lettered) if question.kind == "match" else ""
    listed = f'<ol class="options listed">{all_options}</ol>\n' if all_options else ""
    return f'{listed}<ol class="{question.kind}">\n{chr(10).join(rows)}\n</ol>'


def _reasons(data: Data, page, question: Question) -> str:
    """Each part with what is right for it and why; those of an order stand in the right order."""
    return "\n".join(
        f'<li data-for="{part}" markdown>{_head(data, page.language, question, part)} '
        f"{CITATION.sub(lambda match: page.cite(f'p{match[1]}'), _text(question.why(page.language, part)))}</li>"
        for part in (question.answer if question.kind == "order" else question.parts(page.language))
    )


def _head(data: Data, language: str, question: Question, part: str) -> str:
    text, right = _text(question.parts(language)[part]), question.right(part)
    if question.kind == "order":
        return f'<b><span class="solution">{right}. </span>{text}</b><br>'
    if question.kind == "match":
        pair = f" – {right.upper()}. {_text(question.options(language)[right])}"
        return f'<b>{part}. {text}<span class="solution">{pair}</span></b><br>'
    mark = data.word("quiz-right" if right else "quiz-wrong", language)
    return f'<span class="mark">{mark}.</span> <b>{part.upper()}. {text}</b><br>'


def write_score(data: Data, page) -> str:
    """The count of right answers and what to read again, which docs/assets/quiz/ fills in, with the words it needs."""

    def word(name: str) -> str:
        return data.word(f"quiz-{name}", page.language)

    said = " ".join(f'data-{name}="{escape(word(name))}"' for name in ("right", "wrong", "more", "unfinished"))
    total = len(data["quiz"])
    return (
        f'<section class="score" {said} hidden>\n<p role="status"><span>{word("score")}: <output class="right">0</output> / {total}.</span> '
        f'<span>{word("answered")}: <output class="answered">0</output> / {total}.</span></p>\n'
        f'<div class="again" hidden>\n<p>{word("again")}</p>\n<ul></ul>\n</div>\n'
        f'<button type="button" class="md-button">{word("restart")}</button>\n</section>'
    )


def write_key(data: Data, page) -> str:
    """The answer key, printed on a page of its own."""
    rows = "\n".join(f"<li>{_key(question, page.language)}</li>" for question in read_questions(data["quiz"]))
    return f'<section class="key">\n<p class="title">{data.word("quiz-key", page.language)}</p>\n<ol>\n{rows}\n</ol>\n</section>'


def _key(question: Question, language: str) -> str:
    if question.kind in ("one", "several"):
        return ", ".join(letter.upper() for letter in question.answer)
    return ", ".join(f"{part.upper()} – {question.right(part).upper()}" for part in question.parts(language))


def write_pupil(data: Data, page) -> str:
    """A line for the name, printed above the questions."""
    return f'<p class="pupil">{data.word("quiz-pupil", page.language)}</p>'
