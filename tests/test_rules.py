"""Every rule about the sources: what breaks it, in words compared whole, and what is close and must pass."""

import pytest


def test_the_tiny_site_is_right(tiny):
    assert tiny.problems() == []


BREAKS = {
    "front-matter: an unknown key": (
        "docs/ru/law.md",
        "title: Закон\n",
        "title: Закон\ntittle: Закон\n",
        "docs/ru/law.md:3:1: front-matter: unknown key tittle\n    fix: the keys are title, description; did you mean title?",
    ),
    "front-matter: no description": (
        "docs/en/law.md",
        "description: The Law.\n",
        "",
        "docs/en/law.md:1:1: front-matter: no description\n    fix: begin the page with `---`, `description: …`, `---`",
    ),
    "ids-written: an id in Cyrillic": (
        "docs/ru/glossary.md",
        "{ #glossary }",
        "{ #словарь }",
        "docs/ru/glossary.md:6:1: ids-written: #словарь is not a plain id\n    fix: use a–z, 0–9 and hyphens, a letter first",
    ),
    "ids-unique": (
        "docs/en/glossary.md",
        "{ #accord }",
        "{ #glossary }",
        "docs/en/glossary.md:8:11: ids-unique: #glossary stands twice, first in line 6\n    fix: rename one",
    ),
    "generated: a block edited by hand": (
        "docs/en/law.md",
        "<p>The tasks: unity.</p>",
        "<p>The tasks: union.</p>",
        "docs/en/law.md:42:1: generated: a generated block is not current\n    fix: `make write`",
    ),
    "generated: no such writer": (
        "docs/en/law.md",
        "<!-- write: law -->",
        "<!-- write: lew -->",
        "docs/en/law.md:14:13: generated: no writer lew\n    fix: there are apart, cards, glossary, law, picture, quote, status, "
        "timeline, validity; did you mean law?",
    ),
    "generated: a block without an end": (
        "docs/en/law.md",
        "<!-- /write -->",
        "",
        "docs/en/law.md:14:1: generated: the block has no end\n    fix: add a line `<!-- /write -->` after it",
    ),
    "same-ids": (
        "docs/en/glossary.md",
        "{ #accord }",
        "{ #accords }",
        "docs/en/glossary.md:8:11: same-ids: #accords where docs/kk/glossary.md has #accord\n"
        "    fix: give both versions the same ids in the same order (docs/kk/glossary.md)",
    ),
    "same-shape: a paragraph became a list item": (
        "docs/en/law.md",
        "The second speaks",
        "- The second speaks",
        "docs/en/law.md:10:1: same-shape: an item where docs/kk/law.md has a paragraph (line 10)\n"
        "    fix: bring both versions to the same blocks in the same order",
    ),
    "same-references": (
        "docs/ru/law.md",
        "единстве [¶2](#p2)",
        "единстве",
        "docs/ru/law.md:10:1: same-references: links to nothing where docs/kk/law.md:10 has #p2\n    fix: cite and link the same, in the same order",
    ),
    "target-exists: no such id": (
        "docs/en/law.md",
        "(#p2)",
        "(#p22)",
        "docs/en/law.md:10:28: target-exists: there is no #p22 in docs/en/law.md\n    fix: docs/en/law.md has 4 ids; did you mean p2?",
    ),
    "target-exists: no such page": (
        "docs/en/law.md",
        "(glossary.md#accord)",
        "(glosary.md#accord)",
        "docs/en/law.md:8:27: target-exists: there is no docs/en/glosary.md\n    fix: the pages are those of docs/en; did you mean glossary.md?",
    ),
    "same-language": (
        "docs/en/law.md",
        "(glossary.md#accord)",
        "(../ru/glossary.md#accord)",
        "docs/en/law.md:8:27: same-language: the link leads from en to ru/glossary.md\n    fix: link to docs/en/glossary.md",
    ),
    "label-agrees": (
        "docs/ru/law.md",
        "[¶2](#p2)",
        "[¶1](#p2)",
        "docs/ru/law.md:10:27: label-agrees: the label says ¶1, the link leads to #p2\n"
        "    fix: label and address must name one paragraph: [¶1](…law.md#p1)",
    ),
    "term-named": (
        "docs/en/law.md",
        "[accord](glossary.md#accord)",
        "[unity](glossary.md#accord)",
        "docs/en/law.md:8:27: term-named: the label “unity” names no form of the term “accord”\n"
        "    fix: link the words of the term, or link another term",
    ),
    "quoted-exactly": (
        "docs/en/law.md",
        "speaks of unity [¶2](#p2)",
        "speaks of “one unity” [¶2](#p2)",
        "docs/en/law.md:10:22: quoted-exactly: «one unity» does not stand in ¶2 (en)\n    fix: quote word for word: The tasks: unity.",
    ),
    "parts-stand": (
        "docs/_data/parts.yml",
        "words: accord",
        "words: agreement",
        "docs/_data/parts.yml:4:28: parts-stand: “agreement” stands 0 times in p1 (en)\n"
        "    fix: take words that stand there once, letter for letter",
    ),
    "fresh: the source changed": (
        "docs/kk/law.md",
        "Екіншісі бірлікті айтады",
        "Екіншісі халық бірлігін айтады",
        "docs/ru/law.md:10:1: fresh: law.md: kk changed since this translation was read against it\n"
        "    fix: compare both, then `python scripts/build.py accept ru law.md:10`",
    ),
    "fresh: the translation changed": (
        "docs/en/law.md",
        "The second speaks of unity",
        "The second tells of unity",
        "docs/en/law.md:10:1: fresh: law.md: this translation changed since it was read against kk\n"
        "    fix: compare both, then `python scripts/build.py accept en law.md:10`",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_named(tiny, name):
    file, old, new, message = BREAKS[name]
    tiny.replace(file, old, new)
    assert message in tiny.problems()


def test_every_rule_is_broken_above():
    from sitecheck.rules import RULES

    broken = {name.partition(":")[0] for name in BREAKS} | {"same-pages", "every-paragraph-cited"}
    assert {rule.__name__.replace("_", "-") for rule in RULES} == broken


def test_same_pages(tiny):
    (tiny.root / "docs/ru/glossary.md").unlink()
    assert (
        "docs/kk/glossary.md: same-pages: there is no docs/ru/glossary.md\n"
        "    fix: write docs/ru/glossary.md, or remove the page in kk and en"
    ) in tiny.problems()


def test_every_paragraph_cited(tiny):
    tiny.replace_everywhere("law.md", (" [¶2](#p2)",) * 3, ("",) * 3)
    assert tiny.problems() == [
        f"docs/_data/law.yml:5:1: every-paragraph-cited: no page in {language} explains p2\n    fix: cite it where it is explained: [¶2](law.md#p2)"
        for language in ("en", "kk", "ru")
    ]


RIGHT = {
    "a quotation word for word": (
        "law.md",
        ("бірлікті айтады [¶2]", "единстве [¶2]", "unity [¶2]"),
        ("айтады: «Міндеттері: бірлік» [¶2]", "единстве: «Задачи: единство» [¶2]", "unity: “The tasks: unity” [¶2]"),
    ),
    "a quotation with a gap": (
        "law.md",
        ("тармақ [келісімді]", "абзац называет [согласие]", "names [accord]"),
        (
            "«Ассамблеяның … келісім» тармақта, [келісімді]",
            "абзац «Цель … согласие», [согласие]",
            "“The goal … accord”, [accord]",
        ),
    ),
    "words wrapped over two lines": (
        "law.md",
        ("Екіншісі бірлікті", "Второй говорит", "The second speaks"),
        ("Екіншісі\nбірлікті", "Второй\nговорит", "The second\nspeaks"),
    ),
    "an outside link": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        ("[Екіншісі](https://adilet.zan.kz)", "[Второй](https://adilet.zan.kz)", "[The second](https://adilet.zan.kz)"),
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_change_passes(tiny, name):
    tiny.replace_everywhere(*RIGHT[name])
    assert tiny.problems() == []
