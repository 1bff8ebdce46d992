"""The ledger of translations: what `accept` records, what it refuses, what `translations` shows."""

import pytest
from problems import CannotCheck
from translations import accept, read_ledger, show


def test_accept_makes_a_changed_block_fresh(tiny):
    tiny.replace("docs/ru/law.md", "Второй говорит", "Второй абзац говорит")
    assert len(tiny.problems()) == 1
    assert accept(tiny.root, "ru", ["law.md:10"]) == 0
    assert tiny.problems() == []


def test_accept_of_one_language_leaves_the_other_stale(tiny):
    tiny.replace("docs/kk/law.md", "Екіншісі бірлікті", "Екінші тармақ бірлікті")
    accept(tiny.root, "ru", ["law.md"])
    assert [problem.split("\n")[0] for problem in tiny.problems()] == [
        "docs/en/law.md:10:1: fresh: law.md: kk changed since this translation was read against it"
    ]


def test_accept_of_a_record_by_its_id(tiny, capsys):
    tiny.replace("docs/_data/law.yml", "Цель Ассамблеи – согласие.", "Целью Ассамблеи является согласие.")
    tiny.fill()
    assert accept(tiny.root, "ru", ["p1"]) == 0
    assert capsys.readouterr().out == "accepted 1 translation into ru\n"
    assert tiny.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("единстве [¶2](#p2)", "единстве", "citations and links differ: kk has law.md#p2, ru has none"),
        ("о единстве", "о 3 единствах", "numbers differ: kk has none, ru has 3"),
        ("о единстве", "о № 149-VI", "numbers differ: kk has none, ru has 149-VI"),
    ],
)
def test_accept_refuses_where_invariants_differ(tiny, capsys, old, new, reason):
    before = tiny.read("docs/_data/translations.yml")
    tiny.replace("docs/ru/law.md", old, new)
    assert accept(tiny.root, "ru", ["law.md:10"]) == 1
    assert capsys.readouterr().out == (
        f"docs/ru/law.md:10:1: accept: {reason}\n    fix: correct the translation, then accept it\naccepted nothing: 1 of 1 differ\n"
    )
    assert tiny.read("docs/_data/translations.yml") == before


def test_accept_refuses_another_month(tiny, capsys):
    said = ("2026 жылғы 20 қаңтарда екіншісі", "20 января 2026 года второй", "On 20 January 2026 the second")
    tiny.replace_everywhere("law.md", ("Екіншісі", "Второй", "The second"), said)
    assert tiny.problems() == []
    tiny.replace("docs/ru/law.md", "января", "февраля")
    assert accept(tiny.root, "ru", ["law.md:10"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "docs/ru/law.md:10:1: accept: months differ: kk has 1, ru has 2"


def test_a_moved_block_stays_fresh(tiny):
    for language in ("kk", "ru", "en"):
        blocks = tiny.read(f"docs/{language}/law.md").split("\n\n")
        blocks[2], blocks[3] = blocks[3], blocks[2]
        tiny.write(f"docs/{language}/law.md", "\n\n".join(blocks))
    assert tiny.problems() == []


def test_grouped_numbers_are_equal(tiny):
    tiny.replace("docs/kk/law.md", "бірлікті", "7 954 667 бірлікті")
    tiny.replace("docs/en/law.md", "unity", "7,954,667 unities")
    assert accept(tiny.root, "en", ["law.md"]) == 0


def test_accept_names_the_nearest(tiny):
    with pytest.raises(CannotCheck, match=r"there is no law\.p9; did you mean law\.p\d\?"):
        accept(tiny.root, "ru", ["law.p9"])


def test_a_ledger_that_is_not_valid(tiny):
    tiny.write("docs/_data/translations.yml", "law.md: [")
    with pytest.raises(CannotCheck, match="translations.yml:2 is not valid: did not find expected node content"):
        read_ledger(tiny.root)


def test_an_entry_of_nothing_is_named(tiny):
    tiny.write("docs/_data/translations.yml", tiny.read("docs/_data/translations.yml") + "gone.md:\n  ru: aaaaaaaa-bbbbbbbb\n")
    assert tiny.problems() == [
        "docs/_data/translations.yml: fresh: gone.md is in the ledger and nowhere else\n"
        "    fix: `.venv/bin/python scripts/build.py accept` drops it with the next translation accepted"
    ]


def test_the_table(tiny, capsys):
    tiny.replace("docs/kk/glossary.md", "# Сөздік", "# Сөздігіміз")
    assert show(tiny.root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["fresh", "stale", "changed", "missing"]
    assert [line.split() for line in lines[1:7]] == [
        ["editions.yml", "en", "1", "·", "·", "·"],
        ["editions.yml", "ru", "1", "·", "·", "·"],
        ["glossary.md", "en", "4", "1", "·", "·"],
        ["glossary.md", "ru", "4", "1", "·", "·"],
        ["glossary.yml", "en", "1", "·", "·", "·"],
        ["glossary.yml", "ru", "1", "·", "·", "·"],
    ]
    assert lines[-3:-1] == [
        "docs/ru/glossary.md:6: ru glossary.md:6 is stale",
        "docs/en/glossary.md:6: en glossary.md:6 is stale",
    ]
