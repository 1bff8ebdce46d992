"""Wrong data files are named by file, line and column, with the remedy; nothing else is checked until they are whole."""

import pytest

FAULTS = {
    "broken YAML": (
        "docs/_data/tasks.yml",
        "  paragraph: p2",
        "  paragraph: [p2",
        "docs/_data/tasks.yml:3:5: records: not valid YAML: did not find expected ',' or ']'\n"
        "    fix: mend the line; quote a text that holds a colon",
    ),
    "a language is missing": (
        "docs/_data/tasks.yml",
        "  ru: {name: Единство, short: Укреплять единство.}\n",
        "",
        "docs/_data/tasks.yml:4:3: records: unity has no ru\n    fix: add `ru:`; a record has paragraph, kk, ru, en",
    ),
    "a text is missing": (
        "docs/_data/tasks.yml",
        "name: Единство, ",
        "",
        "docs/_data/tasks.yml:4:8: records: unity.ru has no name\n    fix: add `name:`; a record has name, short",
    ),
    "a text is empty": (
        "docs/_data/tasks.yml",
        "name: Единство",
        "name: ''",
        "docs/_data/tasks.yml:4:14: records: unity.ru.name is empty\n    fix: write the text",
    ),
    "an unknown key": (
        "docs/_data/tasks.yml",
        "  paragraph: p2",
        "  paragraph: p2\n  pargraph: p2",
        "docs/_data/tasks.yml:3:3: records: unity has an unknown key pargraph\n"
        "    fix: a record has paragraph, kk, ru, en; did you mean paragraph?",
    ),
    "an id twice": (
        "docs/_data/words.yml",
        "translation-ru:",
        "source-kk:",
        "docs/_data/words.yml:5:1: records: source-kk appears twice, first on line 1\n    fix: give each its own id",
    ),
    "an optional text in one language only": (
        "docs/_data/glossary.yml",
        "definition: Общее мнение.",
        "definition: Общее мнение., mistake: нет",
        "docs/_data/glossary.yml:5:7: records: accord.kk has no mistake, other languages have\n    fix: write it, or drop it everywhere",
    ),
    "a day that no month has": (
        "docs/_data/validity.yml",
        "2026-07-01",
        "2026-07-32",
        "docs/_data/validity.yml:2:12: records: status.checked cannot be read: day is out of range for month\n"
        "    fix: write a day as 2026-07-01",
    ),
    "no records": (
        "docs/_data/tasks.yml",
        "unity:",
        "- unity:",
        "docs/_data/tasks.yml:1:1: records: the file holds no records\n    fix: give it records, as `id: {…}`",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_record_is_named(tiny, name):
    file, old, new, message = FAULTS[name]
    tiny.replace(file, old, new)
    assert message in tiny.problems()


def test_a_missing_file_is_named(tiny):
    (tiny.root / "docs/_data/words.yml").unlink()
    assert tiny.problems() == ["docs/_data/words.yml: records: the file is missing\n    fix: restore docs/_data/words.yml"]


def test_an_unknown_file_is_named(tiny):
    tiny.write("docs/_data/word.yml", "a: {}\n")
    assert tiny.problems() == [
        "docs/_data/word.yml: records: no data file of this name is known; did you mean words?\n"
        "    fix: add it to SCHEMAS in scripts/records.py"
    ]
