"""The sieve loses nothing: a text in which a rule finds something is never taken for a right one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from languages import LANGUAGES
from sitecheck.project import Project
from sitecheck.rules import TEXT_RULES
from sitecheck.rules.hygiene import QUOTES
from sitecheck.sieve import Sieve, unless, where
from sitecheck.texts import Text

ROOT = Path(__file__).resolve().parent.parent
PIECES = [
    *(
        " (",
        "  ",
        " ,",
        ", ",
        " .",
        "..",
        "...",
        ";:",
        ". ",
        ".",
        "—",
        " - ",
        " -- ",
        "\n",
        "\N{NO-BREAK SPACE}",
        "\N{SOFT HYPHEN}",
    ),
    *(
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "’",
        "`",
        "**",
        "*",
        "{",
        "}",
        "{ #id }",
        "{ lang=kk }",
        "[",
        "]",
        "](law.md#p4)",
        "[¶12](x.md)",
    ),
    *(
        " the the ",
        " бірлік бірлік ",
        "The.Next",
        "бірлік",
        "единства",
        "unity of the people",
        "о",
        "a",
        "Xалық",
        "халқы",
        "é",
        "é",
        "ґ",
        "\u200b",
        "\ufffd",
    ),
    *(
        "ұлтаралық келісімді",
        "казахский патриотизм",
        "inter-ethnic",
        " №149-VI ",
        " 149–VI ",
        " № 149-Vl ",
        "&nbsp;",
        "~~да~~",
        "{checked}",
        "TODO",
        *(
            "№149-VI",
            "No.70-IV",
            "N 5",
            "70–IV",
            "149-Vl",
            "149 -VI",
            "~~",
            "&nbsp;",
            "• ",
            "1) ",
            "слово:слово",
            "],[",
            "2-3",
            "THis",
        ),
        "Lorem ipsum",
        "¶4",
        "¶40",
        "https://adilet.zan.kz/kaz",
    ),
    *("<b>", "</b>", '<span lang="ru">да</span>', "`code`", "*слово*{ lang=ru }", "|", "| ", "!!! words", "№ 149-VI", "20 қазан"),
    *("Это предложение совсем не на казахском языке.", "This sentence is in English alone", "Бұл сөйлем қазақша жазылған."),
]


@pytest.fixture(scope="module")
def project():
    return Project(ROOT)


def broken(text: str, chance: random.Random) -> str:
    """Return a text with pieces put in, doubled or taken out at some places."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((0, 0, 1, 5, 20)))
        text = text[:at] + chance.choice((*PIECES, text[at:end] * 2, "")) + text[end:]
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_with_a_fault_passes(project, language):
    chance, choose = random.Random(language), Sieve(TEXT_RULES)
    quotations = [record.text(language).join(QUOTES[language]) for record in project.data["law"].values()]
    raw = [text.raw for text in project.texts(language)] + 9 * quotations
    missed, finders = [], set()
    for _ in range(1500):
        text = Text(project, language, "docs/page.md", broken(chance.choice(raw), chance), lambda at: (1, at + 1))
        found = {rule for rule in TEXT_RULES if any(True for _ in rule(text))}
        if found and not found & set(choose(text)):
            missed.append((sorted(rule.__name__ for rule in found), text.raw))
        finders |= found
    assert missed == []
    assert finders == set(TEXT_RULES)


def test_a_rule_says_where_it_finds_something_or_where_nothing():
    @where("x")
    def has_x(text):
        """It has an x."""

    @unless("a*")
    def not_only_a(text):
        """It is not all a."""

    def silent(text):
        """It says nothing of where."""

    choose = Sieve([has_x, not_only_a, silent])
    chosen = {raw: [rule.__name__ for rule in choose(Text(None, "en", "", raw, None))] for raw in ("x", "aa", "ab", "")}
    assert chosen == {
        "x": ["has_x", "not_only_a", "silent"],
        "aa": ["silent"],
        "ab": ["not_only_a", "silent"],
        "": ["silent"],
    }
