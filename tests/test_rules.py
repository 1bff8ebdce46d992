"""Every rule: its own example breaks it, in words compared whole, and what is close passes."""

from pathlib import Path

import pytest
import yaml
from blocks import WRITERS
from finish.pairs import write_blocks
from finish.search import write_search
from sitecheck.explain import example, rule_id, sentence
from sitecheck.rules import ALL_RULES, OFFLINE_RULES, OFFLINE_SITE_RULES, RULES
from translations import accept

MESSAGES = yaml.safe_load((Path(__file__).parent / "messages.yml").read_text(encoding="utf-8"))
OFFLINE = [*OFFLINE_RULES, *OFFLINE_SITE_RULES]
ADDRESS = "https://someone.example/site/"


@pytest.fixture(autouse=True)
def address(monkeypatch):
    monkeypatch.setenv("SITE_URL", ADDRESS)


def found(tiny, rule):
    """Return what one rule says of the tiny site, built where the rule looks at the built one."""
    problems = tiny.problems() if rule in RULES else tiny.built_problems(offline=rule in OFFLINE)
    return [problem for problem in problems if f": {rule_id(rule)}: " in problem]


@pytest.mark.parametrize("rule", ALL_RULES, ids=rule_id)
def test_the_example_of_a_rule_breaks_it(tiny, rule):
    if rule not in RULES:
        tiny.build(offline=rule in OFFLINE)
    tiny.break_it(example(rule))
    assert "\n".join(found(tiny, rule)) == MESSAGES[rule_id(rule)].strip()


def test_the_tiny_site_is_right(tiny):
    tiny.build()
    assert tiny.problems() == []
    assert tiny.built_problems() == []


def test_a_built_site_says_itself_where_it_stands(tiny, monkeypatch):
    tiny.build()
    tiny.replace("site/index.html", f'<link rel="canonical" href="{ADDRESS}">', f"<link href={ADDRESS} rel=canonical>")
    monkeypatch.delenv("SITE_URL")
    assert tiny.built_problems() == []


def test_every_rule_has_a_message_and_a_sentence():
    assert set(MESSAGES) == {rule_id(rule) for rule in ALL_RULES}
    assert [rule_id(rule) for rule in ALL_RULES if not sentence(rule).endswith(".")] == []


BREAKS = {
    "front-matter: no description": (
        "docs/en/law.md",
        "description: The Law.\n",
        "",
        "docs/en/law.md:3:1: front-matter: no description\n    fix: begin the page with `---`, `description: …`, `---`",
    ),
    "front-matter: no space after the colon": (
        "docs/en/law.md",
        "title: The Law",
        "title:The Law",
        "docs/en/law.md:2:7: front-matter: no space after the colon: nothing of the front matter is read\n    fix: write `title: The Law`",
    ),
    "front-matter: a colon without quotes": (
        "docs/en/law.md",
        "title: The Law",
        "title: The Law: one",
        "docs/en/law.md:2:1: front-matter: title is not plain YAML\n    fix: put the text in straight quotes",
    ),
    "headings-in-order: none": (
        "docs/en/history.md",
        "# History { #history }\n\n## Today { #today }\n\n",
        "",
        "docs/en/history.md:5:1: headings-in-order: the page has no heading\n    fix: begin the text with `# Title { #id }`",
    ),
    "blocks-apart: in a list": (
        "docs/en/law.md",
        "The second",
        "- one\n    - The second",
        "docs/en/law.md:11:5: blocks-apart: the list is inside another list, but lists have only one level\n    fix: begin the line without spaces",
    ),
    "blocks-apart: code by four spaces": (
        "docs/en/law.md",
        "The second",
        "    The second",
        "docs/en/law.md:10:5: blocks-apart: the paragraph is indented, and becomes code\n"
        "    fix: begin it without spaces, or write the box that it belongs to above it",
    ),
    "blocks-apart: three spaces": (
        "docs/en/law.md",
        "The second",
        '!!! words "Words"\n   The second',
        "docs/en/law.md:11:4: blocks-apart: the paragraph begins with 3 spaces\n"
        "    fix: begin it with none, or with four where it belongs to a box",
    ),
    "blocks-apart: out of the box": (
        "docs/en/law.md",
        "The second",
        '!!! words "Words"\nThe second',
        "docs/en/law.md:11:1: blocks-apart: the text of the box is not indented, and falls out of it\n    fix: begin it with four spaces",
    ),
    "boxes-filled: no title": (
        "docs/en/law.md",
        "The second",
        "!!! words\n    The second",
        'docs/en/law.md:10:1: boxes-filled: the box has no title, and gets an English one\n    fix: write !!! words "Title"',
    ),
    "tables-whole: the line is short": (
        "docs/en/law.md",
        "The second",
        "| a | b |\n|---|\n| c | d |\n\nThe second",
        "docs/en/law.md:11:1: tables-whole: the header row has 2 cells, but the line below it has 1, so the table stays plain text\n"
        "    fix: write |---|---| below it",
    ),
    "tables-whole: a row is short": (
        "docs/en/law.md",
        "The second",
        "| a | b |\n|---|---|\n| c |\n\nThe second",
        "docs/en/law.md:12:1: tables-whole: the table has rows of 2 cells, this one has 1\n"
        "    fix: write | on either side of each cell, and \\| for the sign itself",
    ),
    "tables-whole: a blank line inside": (
        "docs/en/law.md",
        "The second",
        "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n\nThe second",
        "docs/en/law.md:13:1: tables-whole: there is no line |---| here, below the header row, so the table stays plain text\n"
        "    fix: write |---|---| below the header row, and leave no blank line in the table",
    ),
    "lists-whole: a number with a bracket": (
        "docs/en/law.md",
        "The second",
        "1) The second",
        "docs/en/law.md:10:1: lists-whole: “1)” begins no list item\n    fix: begin it with `- ` or `1. `",
    ),
    "same-shape: lost among others of its kind": (
        "docs/en/law.md",
        "The first paragraph names [accord](glossary.md#accord) [¶1](#p1).\n\n",
        "",
        "docs/en/law.md:8:1: same-shape: a paragraph is missing: docs/kk/law.md has it in line 8\n"
        "    fix: give both versions the same blocks in the same order",
    ),
    "same-shape: the source differs": (
        "docs/kk/law.md",
        "Екіншісі",
        "- Екіншісі",
        "docs/kk/law.md:10:1: same-shape: an item where docs/ru/law.md, like every translation, has a paragraph (line 10)\n"
        "    fix: give both versions the same blocks in the same order",
    ),
    "same-ids: the source differs": (
        "docs/kk/law.md",
        "{ #text }",
        "{ #texts }",
        "docs/kk/law.md:12:10: same-ids: #texts where docs/ru/law.md, like every translation, has #text\n"
        "    fix: give both versions the same ids in the same order (docs/ru/law.md)",
    ),
    "templates-agree: a link of two things": (
        "overrides/404.html",
        "<a href",
        '{% for one in all %}<a href="{{ one.url }}">{{ page.title }}</a>{% endfor %}<a href',
        "overrides/404.html:2:45: templates-agree: the link leads to one, but page.title is in it\n    fix: take both from the same",
    ),
    "templates-agree: a language that stays": (
        "overrides/404.html",
        "<a href",
        '{% for one in all %}<a href="{{ one.url }}" hreflang="kk">{{ one.title }}</a>{% endfor %}<a href',
        'overrides/404.html:2:44: templates-agree: hreflang="kk" stays the same, and the address does not\n    fix: write {{ one.lang }}',
    ),
    "templates-agree: a code for words": (
        "overrides/404.html",
        "<a href",
        '{% for one in all %}<a href="{{ one.url }}">{{ one.lang }}</a>{% endfor %}<a href',
        "overrides/404.html:2:45: templates-agree: the words of the link are a code\n    fix: show the name",
    ),
    "paragraphs-named: no list": (
        "docs/_data/glossary.yml",
        "paragraphs: [p1]",
        "paragraphs: p1",
        "docs/_data/glossary.yml:3:15: paragraphs-named: accord: p1 is no list\n    fix: write [p1]",
    ),
    "settings-needed: more than one value": (
        "mkdocs.yml",
        "font: false",
        "font: {text: Roboto}",
        "mkdocs.yml:6:3: settings-needed: font is more than one value: the theme loads fonts from another host\n    fix: write font: false below theme:",
    ),
    "clean-spaces: a sentence joined to a citation's": (
        "docs/ru/law.md",
        "единстве [¶2](#p2).",
        "единстве [¶2](#p2).О том",
        "docs/ru/law.md:10:36: clean-spaces: a space is missing after “.”\n    fix: put a space before the next sentence",
    ),
    "clean-spaces: a sentence joined to emphasis": (
        "docs/en/law.md",
        "The second speaks",
        "The second.*Now* it speaks",
        "docs/en/law.md:10:11: clean-spaces: a space is missing after “.”\n    fix: put a space before the next sentence",
    ),
    "clean-spaces: a sentence joined to a number": (
        "docs/en/law.md",
        "The second speaks",
        "The second.2 speak",
        "docs/en/law.md:10:11: clean-spaces: a space is missing after “.”\n    fix: put a space before the next sentence",
    ),
    "clean-spaces: a hyphen with a space": (
        "docs/kk/law.md",
        "Екіншісі",
        "Бірте- бірте екіншісі",
        "docs/kk/law.md:10:6: clean-spaces: there is a space at a hyphen\n    fix: write it without, or write – between spaces",
    ),
    "clean-spaces: a dash for a hyphen": (
        "docs/en/law.md",
        "The second speaks",
        "The well-known and well–known second speaks",
        "docs/en/law.md:10:20: clean-spaces: there is a dash in “well–known”\n    fix: did you mean well-known?",
    ),
    "clean-spaces: a decimal point in Russian": (
        "docs/ru/law.md",
        "Второй говорит",
        "Второй на 87.15 процента говорит",
        "docs/ru/law.md:10:11: clean-spaces: 87.15 is not written so in ru\n    fix: write 87,15",
    ),
    "clean-spaces: a small letter after a full stop": (
        "docs/en/law.md",
        "The second speaks",
        "The second. and speaks",
        "docs/en/law.md:10:11: clean-spaces: after “.” comes a small letter\n    fix: begin a sentence with a capital, or write , or ;",
    ),
    "clean-spaces: a full stop before a citation and after": (
        "docs/en/law.md",
        "unity [¶2]",
        "unity. [¶2]",
        "docs/en/law.md:10:27: clean-spaces: the sentence ends before its citation and after it\n    fix: end it after",
    ),
    "words-once: in a link": (
        "docs/en/law.md",
        "The second speaks",
        "The second [second](glossary.md) speaks",
        "docs/en/law.md:10:5: words-once: “second” appears twice in a row\n    fix: remove one",
    ),
    "words-once: two words": (
        "docs/en/law.md",
        "speaks of unity",
        "speaks of speaks of unity",
        "docs/en/law.md:10:12: words-once: “speaks of” appears twice in a row\n    fix: remove one",
    ),
    "alphabet: a letter of another Cyrillic alphabet": (
        "docs/kk/law.md",
        "Екіншісі",
        "Екіншісі ұлттыќ",
        "docs/kk/law.md:10:10: alphabet: “ұлттыќ” has letters that kk does not have\n    fix: did you mean ұлттық? Or mark its language: *word*{ lang=kk }",
    ),
    "mixed-letters: a Latin capital": (
        "docs/ru/law.md",
        "Второй",
        "A второй",
        "docs/ru/law.md:10:1: mixed-letters: “A” is a Latin letter\n    fix: did you mean А? Type it again in one alphabet",
    ),
    "quotation-marks: single ones": (
        "docs/en/law.md",
        "The second",
        "The ‘second’",
        "docs/en/law.md:10:5: quotation-marks: ‘ is not a quotation mark used in en\n    fix: write “”",
    ),
    "nothing-unfinished: a note": (
        "docs/ru/law.md",
        "Второй",
        "(проверить!) Второй",
        "docs/ru/law.md:10:1: nothing-unfinished: “(проверить!)” is left in the text\n    fix: finish the text, or leave it out",
    ),
    "in-language: a short sentence": (
        "docs/kk/law.md",
        "Екіншісі",
        "Это просто другой текст. Екіншісі",
        "docs/kk/law.md:10:1: in-language: “Это просто другой текст.” has no letter that only Kazakh uses, so it seems not to be Kazakh\n    fix: translate it, or mark it: *words*{ lang=ru }",
    ),
    "attributes-known: an element": (
        "docs/en/law.md",
        "unity",
        "<term>unity</term>",
        "docs/en/law.md:10:22: attributes-known: browsers know no element <term>\n    fix: correct it; did you mean tr?",
    ),
    "attributes-known: a class": (
        "docs/en/law.md",
        "unity",
        '<b class="paht">unity</b>',
        "docs/en/law.md:10:22: attributes-known: no style or script knows the class paht\n    fix: correct it, or remove it",
    ),
    "attributes-known: Markdown that stays": (
        "docs/en/law.md",
        "The second",
        "<div>\n\n- **one**\n\n</div>\n\nThe second",
        "docs/en/law.md:10:1: attributes-known: <div> has no `markdown`, so the item in it stays as it is typed\n"
        "    fix: write <div markdown>",
    ),
    "acts-known: in a record": (
        "docs/_data/words.yml",
        "Source",
        "Source No. 71-IV",
        "docs/_data/words.yml:4:25: acts-known: no fact names the act 71-IV\n"
        "    fix: did you mean 70-IV? Or name it in docs/_data/timeline.yml",
    ),
    "same-shape: taken in by the block before": (
        "docs/en/law.md",
        "[¶1](#p1).\n\nThe",
        "[¶1](#p1). The",
        "docs/en/law.md:8:1: same-shape: a paragraph is missing: docs/kk/law.md has it in line 10\n"
        "    fix: give both versions the same blocks in the same order",
    ),
    "same-numbers: in a record": (
        "docs/_data/quiz.yml",
        "a: Согласие, a-why: Так",
        "a: Согласие, a-why: Так 5 раз",
        "docs/_data/quiz.yml:7:52: same-numbers: numbers differ: kk has none, ru has 5\n"
        "    fix: compare both, and correct the wrong one",
    ),
    "source-kept: a paragraph left out": (
        "docs/_data/law.yml",
        "p2:",
        "p3:",
        "docs/_data/law.yml:6:1: source-kept: p3 is where p2 should be\n"
        "    fix: keep every paragraph, in the order of the Law, with its number",
    ),
    "same-references: the source differs": (
        "docs/kk/law.md",
        "айтады [¶2](#p2)",
        "айтады",
        "docs/kk/law.md:10:1: same-references: links to nothing where docs/ru/law.md:10 has #p2\n    fix: give both versions the same citations and links, in the same order",
    ),
    "same-numbers: the source differs": (
        "docs/kk/law.md",
        "Екіншісі",
        "Екіншісі 5",
        "docs/kk/law.md:10:1: same-numbers: numbers differ: kk has 5, ru has none\n    fix: ru and en agree: compare both, and correct the wrong one",
    ),
    "same-numbers: an act": (
        "docs/en/law.md",
        "The second",
        "No. 149-II: the second",
        "docs/en/law.md:10:1: same-numbers: numbers differ: kk has none, en has 149-II\n    fix: compare both, and correct the wrong one",
    ),
    "translated: Russian in Kazakh": (
        "docs/kk/law.md",
        "Екіншісі бірлікті айтады [¶2](#p2).",
        "Второй говорит о единстве [¶2](#p2).",
        "docs/kk/law.md:10:1: translated: law.md:10 is the same text in ru and kk\n    fix: translate it",
    ),
    "translated: one text of a record": (
        "docs/_data/wordings.yml",
        "why: Есть в тексте.",
        "why: It is in the text.",
        "docs/_data/wordings.yml:4:42: translated: wordings.accord is the same text in en and ru\n    fix: translate it",
    ),
    "markup-whole: a star that is left": (
        "docs/en/law.md",
        "The second",
        "**The* second –",
        "docs/en/law.md:10:1: markup-whole: the emphasis is not closed, or there is a space inside it\n    fix: write **words** or *words*",
    ),
    "markup-whole: a slot in a page": (
        "docs/en/law.md",
        "The second",
        "{checked} The second",
        "docs/en/law.md:10:1: markup-whole: the attribute list is not whole and will stay plain text\n"
        "    fix: write { #id }, { lang=kk } or { .class }",
    ),
    "markup-known: an entity": (
        "docs/en/law.md",
        "The second",
        "The&nbsp;second",
        "docs/en/law.md:10:4: markup-known: “&nbsp;” is the name of a character\n    fix: type the character itself",
    ),
    "markup-known: a comment without an end": (
        "docs/en/law.md",
        "The second",
        "<!-- The second",
        "docs/en/law.md:10:1: markup-known: “<!--” belongs to a comment that is not whole\n"
        "    fix: write <!-- before it and --> after it, or remove it",
    ),
    "markup-known: a list after a space": (
        "docs/en/law.md",
        "(glossary.md#accord)",
        "(glossary.md#accord) { hreflang=en }",
        "docs/en/law.md:8:55: markup-known: “) { hreflang=” stands apart from what it marks, and stays in the text\n"
        "    fix: write it without a space: [words](address){ hreflang=ru }",
    ),
    "markup-known: a link in a link": (
        "docs/en/law.md",
        "[accord](glossary.md#accord)",
        "[an [accord](glossary.md#accord)](glossary.md)",
        "docs/en/law.md:8:27: markup-known: “[an [accord](glossary.md#accord)](” is a link inside a link\n    fix: link once",
    ),
    "markup-known: a link in code": (
        "docs/en/law.md",
        "[accord](glossary.md#accord)",
        "`[accord](glossary.md#accord)`",
        "docs/en/law.md:8:35: markup-known: “`[accord](glossary.md#accord)`” is a link in code, and stays plain text\n"
        "    fix: take it out of the backticks, or write the address alone",
    ),
    "markup-known: quotes in a tag": (
        "docs/en/law.md",
        "The second",
        "<span class=“one”>The</span> second",
        'docs/en/law.md:10:13: markup-known: “<span class=“” is used as a straight quote in a tag\n    fix: write "',
    ),
    "mixed-letters: in English": (
        "docs/en/law.md",
        "The second",
        "The sесond",
        "docs/en/law.md:10:5: mixed-letters: “sесond” has Cyrillic letters among Latin ones: s [е] [с] o n d\n"
        "    fix: did you mean second? Type it again in one alphabet",
    ),
    "mixed-letters: a word of one letter": (
        "docs/ru/law.md",
        "говорит о",
        "говорит o",
        "docs/ru/law.md:10:16: mixed-letters: “o” has Latin letters among Cyrillic ones: [o]\n"
        "    fix: did you mean о? Type it again in one alphabet",
    ),
    "alphabet: a word that stands elsewhere": (
        "docs/ru/law.md",
        "Второй говорит о",
        "Второй абзац называет, первый называєт",
        "docs/ru/law.md:10:31: alphabet: “называєт” has letters that ru does not have\n    fix: did you mean называет?",
    ),
    "clean-characters: invisible": (
        "docs/ru/law.md",
        "говорит",
        "гово\u00adрит",
        "docs/ru/law.md:10:12: clean-characters: the character U+00AD (soft hyphen) is not meant to be here\n"
        "    fix: delete it: говорит",
    ),
    "special-letters: ү for ұ": (
        "docs/kk/law.md",
        "Екіншісі",
        "Сұрақ, сұрақ, сұрақ, сұрақ пен сүрақ",
        "docs/kk/law.md:10:32: special-letters: “сүрақ” is spelled “сұрақ” elsewhere\n    fix: did you mean сұрақ?",
    ),
    "special-letters: a genitive": (
        "docs/kk/law.md",
        "Екіншісі",
        "Екіншісінін",
        "docs/kk/law.md:10:1: special-letters: “Екіншісінін” ends in н, but this ending is written with ң\n    fix: did you mean Екіншісінің?",
    ),
    "acts-written: letters that look like Latin ones": (
        "docs/ru/law.md",
        "Второй",
        "Закон №149-Vl и второй",
        "docs/ru/law.md:10:7: acts-written: “№149-Vl” is not how the number of an act is written\n    fix: did you mean № 149-VI?",
    ),
    "clean-spaces: of several kinds": (
        "docs/en/law.md",
        "The second",
        "The\u00a0 second",
        "docs/en/law.md:10:4: clean-spaces: there are 2 spaces between the words (no-break space and space)\n    fix: write one space",
    ),
    "clean-spaces: a tab": (
        "docs/en/law.md",
        "The second",
        "The\tsecond",
        "docs/en/law.md:10:4: clean-spaces: there is tab between the words\n    fix: write one space",
    ),
    "same-ends: in one language": (
        "docs/kk/law.md",
        "келісімді](glossary.md#accord) атайды [¶1](#p1).",
        "келісімді](glossary.md#accord) атайды [¶1](#p1)",
        "docs/kk/law.md:8:63: same-ends: no punctuation mark ends the text; in docs/ru/law.md and docs/en/law.md one does\n"
        "    fix: end it as in the other languages",
    ),
    "in-language: two words of a heading": (
        "docs/ru/law.md",
        "## Текст",
        "## Key terms",
        "docs/ru/law.md:12:4: in-language: “Key terms” is English, the page Russian\n"
        "    fix: translate it, or mark it: *words*{ lang=en }",
    ),
    "language-marks: another language": (
        "docs/en/law.md",
        "The second",
        "The *бірлік*{ lang=ru } second",
        "docs/en/law.md:10:5: language-marks: “бірлік” is marked as ru, and is kk\n    fix: write { lang=kk }, or correct the words",
    ),
    "clean-spaces: none before a citation": (
        "docs/en/law.md",
        "unity [¶2]",
        "unity[¶2]",
        "docs/en/law.md:10:27: clean-spaces: a space is missing at “[”\n    fix: set words apart by one space",
    ),
    "clean-spaces: none after a colon": (
        "docs/en/law.md",
        "The second speaks",
        "The second:speaks",
        "docs/en/law.md:10:11: clean-spaces: a space is missing at “:”\n    fix: set words apart by one space",
    ),
    "clean-spaces: one before a full stop": (
        "docs/en/law.md",
        "[¶2](#p2).",
        "[¶2](#p2) .",
        "docs/en/law.md:10:37: clean-spaces: the space is wrong here\n    fix: one space between words, none before , . ; : ! ?",
    ),
    "clean-spaces: a range": (
        "docs/en/law.md",
        "The second",
        "In 10-15 the second",
        "docs/en/law.md:10:6: clean-spaces: a hyphen is used in a range\n    fix: write –",
    ),
    "clean-characters: an accent": (
        "docs/ru/law.md",
        "говорит",
        "говори́т",
        "docs/ru/law.md:10:14: clean-characters: there is a mark over the letter\n    fix: leave it out: говорит",
    ),
    "words-once: with a hyphen": (
        "docs/en/law.md",
        "The second",
        "The ready-made ready-made second",
        "docs/en/law.md:10:5: words-once: “ready-made” appears twice in a row\n    fix: remove one",
    ),
    "same-ends: a description": (
        "docs/en/law.md",
        "description: The Law.",
        "description: The Law",
        "docs/en/law.md:3:1: same-ends: no punctuation mark ends the text; in docs/kk/law.md and docs/ru/law.md one does\n    fix: end it as in the other languages",
    ),
    "markup-known: a heading without a space": (
        "docs/en/law.md",
        "The second",
        "##The second",
        "docs/en/law.md:10:1: markup-known: “##” is markup that this site does not use\n    fix: remove it, or write **words** or *words*",
    ),
    "in-language: in italics": (
        "docs/ru/law.md",
        "говорит о",
        "говорит *public consent* о",
        "docs/ru/law.md:10:17: in-language: “public consent” is English, the page Russian\n    fix: translate it, or mark it: *words*{ lang=en }",
    ),
    "generated: no such writer": (
        "docs/en/law.md",
        "<!-- write: law -->",
        "<!-- write: lew -->",
        f"docs/en/law.md:14:13: generated: no writer lew\n    fix: there are {', '.join(WRITERS)}; did you mean law?",
    ),
    "generated: a block without an end": (
        "docs/en/law.md",
        "<!-- /write -->",
        "",
        "docs/en/law.md:14:1: generated: the block has no end\n    fix: add a line `<!-- /write -->` after it",
    ),
    "exercises-answered: no such paragraph": (
        "docs/_data/sentences.yml",
        "paragraph: p1",
        "paragraph: p12",
        "docs/_data/sentences.yml:2:14: exercises-answered: first: there is no paragraph p12\n"
        "    fix: the paragraphs are p1, p2; did you mean p2?",
    ),
    "exercises-answered: no such answer": (
        "docs/_data/wordings.yml",
        "2008",
        "2009",
        "docs/_data/wordings.yml:2:10: exercises-answered: accord: there is no answer 2009\n"
        "    fix: the answers are 2008, 2018, source, unknown; did you mean 2008?",
    ),
    "exercises-answered: no list": (
        "docs/_data/wordings.yml",
        'kinds: ["2008"]',
        'kinds: "2008"',
        'docs/_data/wordings.yml:2:10: exercises-answered: accord: kinds is not a list\n    fix: write ["2008"]',
    ),
    "exercises-answered: a key of other records": (
        "docs/en/law.md",
        "<!-- write: law -->",
        "<!-- write: sheet terms accord -->\n<!-- /write -->\n\n<!-- write: key terms unity -->\n<!-- /write -->\n\n<!-- write: law -->",
        "docs/en/law.md:14:1: exercises-answered: no key of this page is of terms accord, there is key terms unity\n"
        "    fix: write `<!-- write: key terms accord -->`: both come from the same records",
    ),
    "generated: no such record": (
        "docs/en/law.md",
        "<!-- write: law -->",
        "<!-- write: quote p12 -->\n<!-- /write -->\n\n<!-- write: law -->",
        "docs/en/law.md:14:13: generated: the writer quote cannot use `quote p12`: docs/_data/law.yml has no record p12; did you mean p2?\n"
        "    fix: name a record that exists, as `quote p4`",
    ),
    "parts-stand: words of two parts": (
        "docs/_data/parts.yml",
        "p1.goal:",
        "p1.whose:\n  kk: {label: Кім, words: Ассамблеяның}\n  ru: {label: Чья, words: Ассамблеи}\n  en: {label: Whose, words: is accord}\np1.goal:",
        "docs/_data/parts.yml:8:28: parts-stand: “accord” overlaps with the words of p1.whose in p1 (en)\n    fix: give “accord” to one of them",
    ),
    "facts-sourced: an official text that nothing names": (
        "docs/_data/timeline.yml",
        "[https://adilet.zan.kz/kaz/docs/Z080000070_]\n  kk: {title: Заң, text: № 70-IV қол",
        "[]\n  kk: {title: Заң, text: Қол",
        "docs/_data/timeline.yml:5:26: facts-sourced: signed: nothing names the official text in kk\n"
        "    fix: give its address in sources, or its number, such as № 70-IV, in the text; else it is B or C",
    ),
    "paragraphs-named: a term that stands elsewhere": (
        "docs/_data/glossary.yml",
        "paragraphs: [p1]",
        "paragraphs: [p2]",
        "docs/_data/glossary.yml:3:15: paragraphs-named: accord: no word of “келісім” is in p2\n"
        "    fix: name the paragraphs where the term appears",
    ),
    "status-dated: no such case": (
        "docs/_data/validity.yml",
        "{checked:dative}",
        "{checked:genitive}",
        "docs/_data/validity.yml:4:40: status-dated: kk has no case genitive\n    fix: the cases are dative, locative; did you mean dative?",
    ),
    "status-dated: a date that one language lost": (
        "docs/_data/validity.yml",
        'ru: {wording: "{wording}."',
        'ru: {wording: "2008."',
        "docs/_data/validity.yml:5:17: status-dated: the ru text does not show wording, kk does\n    fix: write {wording} in its place",
    ),
    "headings-in-order: no words": (
        "docs/en/law.md",
        "## Text {",
        "## {",
        "docs/en/law.md:12:1: headings-in-order: the heading has no words\n    fix: write them, or remove the heading in every language",
    ),
    "links-whole: no words": (
        "docs/en/law.md",
        "[accord](glossary.md#accord)",
        "[](glossary.md#accord)",
        "docs/en/law.md:8:27: links-whole: the link has no words\n    fix: write [words](address)",
    ),
    "same-numbers: in a description": (
        "docs/en/law.md",
        "description: The Law.",
        "description: The Law in 11 paragraphs.",
        "docs/en/law.md:3:1: same-numbers: numbers differ: kk has none, en has 11\n    fix: compare both, and correct the wrong one",
    ),
    "fresh: the source's title changed": (
        "docs/kk/law.md",
        "title: Заң",
        "title: Заңымыз",
        "docs/kk/law.md:2:1: fresh: law.md: this text changed since ru and en were read against it\n"
        "    fix: compare each with it, then `.venv/bin/python scripts/build.py accept ru law.md:2` "
        "and `.venv/bin/python scripts/build.py accept en law.md:2`",
    ),
    "special-letters: at the beginning of a sentence": (
        "docs/kk/law.md",
        "Екіншісі бірлікті айтады",
        "Екіншісі бірлікті айтады. Келисімді",
        "docs/kk/law.md:10:27: special-letters: “Келисімді” is spelled “Келісімді” elsewhere\n    fix: did you mean Келісімді?",
    ),
    "settings-needed: not set": (
        "mkdocs.yml",
        "  font: false\n",
        "",
        "mkdocs.yml:2:1: settings-needed: font is not set: the theme loads fonts from another host\n    fix: write font: false below theme:",
    ),
    "status-dated: another wording": (
        "docs/_data/validity.yml",
        "wording: 2008-10-20",
        "wording: 2008-12-20",
        "docs/_data/validity.yml:3:12: status-dated: wording: no event has the date 2008-12-20\n"
        "    fix: the days are those of docs/_data/timeline.yml; did you mean 2008-10-20?",
    ),
    "settings-needed: no extension": (
        "mkdocs.yml",
        "  - md_in_html\n",
        "",
        "mkdocs.yml:37:1: settings-needed: the extension md_in_html is not set: pages use it\n"
        "    fix: write `- md_in_html` below markdown_extensions:",
    ),
    "settings-needed: other addresses": (
        "mkdocs.yml",
        "site_name: Заң\n",
        "site_name: Заң\nuse_directory_urls: false\n",
        "mkdocs.yml:2:21: settings-needed: use_directory_urls is false: pages have other addresses\n"
        "    fix: write use_directory_urls: true",
    ),
    "languages-set: a language's name": (
        "mkdocs.yml",
        "name: Қазақша",
        "name: Kazakh",
        "mkdocs.yml:17:17: languages-set: kk is named Kazakh\n    fix: write name: Қазақша, as it names itself",
    ),
    "menu-translated: other words": (
        "mkdocs.yml",
        "          site_name: The Law\n",
        "          site_name: The Law\n          copyright: Независимый проект.\n",
        "mkdocs.yml:30:22: menu-translated: “Независимый проект.” is not in en\n    fix: translate it",
    ),
    "settings-needed: an address for every copy": (
        "mkdocs.yml",
        '!ENV [SITE_URL, ""]',
        "https://someone.example/",
        "mkdocs.yml:47:11: settings-needed: site_url is https://someone.example/: every copy of the site would give this as its own address\n"
        '    fix: write site_url: !ENV [SITE_URL, ""]',
    ),
    "settings-needed: records published": (
        "mkdocs.yml",
        "  _data/\n",
        "  data/\n",
        "mkdocs.yml:45:15: settings-needed: exclude_docs is data/: the records are published as they are\n"
        "    fix: write exclude_docs: |, and _data/ in a line below it",
    ),
    "settings-needed: the theme's search": (
        "mkdocs.yml",
        "plugins:\n",
        "plugins:\n  - search\n",
        "mkdocs.yml:12:5: settings-needed: the plugin search is on: the theme's search is loaded beside the site's own\n"
        "    fix: remove `- search`",
    ),
    "settings-known: of a script": (
        "mkdocs.yml",
        "{path: assets/site.js",
        "{pth: assets/site.js",
        "mkdocs.yml:10:4: settings-known: nothing reads the key pth\n"
        "    fix: the keys there are async, defer, path, type; did you mean path?",
    ),
    "menu-complete: a section without pages": (
        "mkdocs.yml",
        "      - glossary.md\n      - history.md\n",
        "  - glossary.md\n  - history.md\n",
        "mkdocs.yml:34:10: menu-complete: the menu's section Read holds no pages\n    fix: indent its pages below it, or remove it",
    ),
    "menu-translated: the first page of another section": (
        "mkdocs.yml",
        "  - index.md\n",
        "  - Home: index.md\n",
        "mkdocs.yml:32:5: menu-translated: the menu title Home is not translated into kk, ru, en\n    fix: add `Home: …` to nav_translations",
    ),
    "menu-translated: Russian for Kazakh": (
        "mkdocs.yml",
        "{Read: Оқу}",
        "{Read: Второй текст}",
        "mkdocs.yml:20:36: menu-translated: “Второй текст” is not in kk\n    fix: translate it",
    ),
    "menu-translated: words in some languages": (
        "mkdocs.yml",
        "          site_name: The Law\n",
        "          site_name: The Law\n          copyright: An independent project.\n",
        "mkdocs.yml:21:19: menu-translated: there is no copyright in ru, other languages have one\n    fix: write copyright: below the locale",
    ),
    "target-exists: no such page": (
        "docs/en/law.md",
        "(glossary.md#accord)",
        "(glosary.md#accord)",
        "docs/en/law.md:8:27: target-exists: there is no docs/en/glosary.md\n    fix: the pages are those of docs/en; did you mean glossary.md?",
    ),
    "fresh: the translation changed": (
        "docs/en/law.md",
        "The second speaks of unity",
        "The second tells of unity",
        "docs/en/law.md:10:1: fresh: law.md: this translation changed since it was read against kk\n"
        "    fix: compare both, then `.venv/bin/python scripts/build.py accept en law.md:10`",
    ),
    "front-matter: a link in a description": (
        "docs/en/law.md",
        "description: The Law.",
        "description: The [Law](index.md).",
        "docs/en/law.md:3:1: front-matter: description holds “](”, and is shown as plain text\n    fix: write words only: no links, addresses or tags",
    ),
    "in-language: a sentence among Kazakh ones": (
        "docs/kk/law.md",
        "Екіншісі",
        "Это предложение забыли тут перевести вовремя. Екіншісі",
        "docs/kk/law.md:10:1: in-language: “Это предложение забыли тут перевести вовремя.” has no letter that only Kazakh uses, so it seems not to be Kazakh\n"
        "    fix: translate it, or mark it: *words*{ lang=ru }",
    ),
    "clean-spaces: a comma twice": (
        "docs/en/law.md",
        "The second",
        "The second,,",
        "docs/en/law.md:10:11: clean-spaces: “,,” has one punctuation mark too many\n    fix: leave one, or write …",
    ),
    "clean-spaces: no space between sentences": (
        "docs/en/law.md",
        "The second",
        "It ends.The second",
        "docs/en/law.md:10:8: clean-spaces: a space is missing after “.”\n    fix: put a space before the next sentence",
    ),
    "clean-spaces: a hyphen for a dash after a citation": (
        "docs/en/law.md",
        "unity [¶2](#p2)",
        "unity [¶2](#p2) - this",
        "docs/en/law.md:10:38: clean-spaces: - is used as a dash\n    fix: write –",
    ),
    "quotation-marks: those of another language": (
        "docs/ru/law.md",
        "Второй говорит",
        "“Второй” говорит",
        "docs/ru/law.md:10:1: quotation-marks: “ is not a quotation mark used in ru\n    fix: write «»",
    ),
    "templates-lead: the author's machine": (
        "overrides/404.html",
        "{{ 'law/' | url }}",
        "http://localhost:8000/law/",
        "overrides/404.html:2:44: templates-lead: http://localhost:8000/law/ exists only on the author's machine\n"
        "    fix: write {{ 'law/' | url }}, an address below the site's own",
    ),
    "same-references": (
        "docs/ru/law.md",
        "единстве [¶2](#p2)",
        "единстве",
        "docs/ru/law.md:10:1: same-references: links to nothing where docs/kk/law.md:10 has #p2\n    fix: give both versions the same citations and links, in the same order",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_named(tiny, name):
    file, old, new, message = BREAKS[name]
    tiny.replace(file, old, new)
    assert message in tiny.problems()


def test_the_option_is_named_whose_letter_is_not_next(tiny):
    quiz = tiny.read("docs/_data/quiz.yml")
    tiny.write("docs/_data/quiz.yml", quiz.replace(" b: ", " c: ").replace(" b-why: ", " c-why: "))
    assert (
        "docs/_data/quiz.yml:6:75: questions-keyed: goal: its options are a, c\n    fix: letter them from a, number from 1"
        in tiny.problems()
    )


def test_a_text_on_the_lines_below_its_key_is_named_where_it_begins(tiny):
    flat, block = (
        '{name: Міндет, kind: Заң, text: "Міндеттері: бірлік."}',
        "\n    name: Міндет\n    kind: Заң\n    text: >-\n      ",
    )
    tiny.replace("docs/_data/law.yml", flat, f"{block}Міндеттері:\n      бірліктер.")
    assert [problem.split(": ")[0] for problem in tiny.problems() if "source-kept" in problem] == ["docs/_data/law.yml:12:1"]


LEADS = {  # what one translation may write for glossary.md#accord, and what no other may
    "with another language": "glossary.md?with=kk#accord",
    "by its folder": "../ru/glossary.md#accord",
    "in another language": "../kk/glossary.md#accord",
}


@pytest.mark.parametrize("address", LEADS.values(), ids=LEADS)
def test_links_are_compared_by_what_they_lead_to(tiny, address):
    tiny.replace("docs/ru/law.md", "(glossary.md#accord)", f"({address}){{ hreflang=kk }}")
    assert accept(tiny.root, "ru", ["law.md"]) == 0
    assert not [problem for problem in tiny.problems() if "same-references" in problem]


def test_files_of_each_language_are_one(tiny):
    for language in ("kk", "ru", "en"):
        tiny.write(f"docs/assets/one-{language}.pdf", "")
        tiny.replace(f"docs/{language}/law.md", "[¶2](#p2)", f"[¶2](#p2) [PDF](../assets/one-{language}.pdf)")
    assert [accept(tiny.root, language, ["law.md"]) for language in ("ru", "en")] == [0, 0]
    assert [problem for problem in tiny.problems() if "-references" in problem or "fresh" in problem] == []


def test_the_status_line_stands_where_it_stands_elsewhere(tiny):
    for language in ("kk", "ru", "en"):
        for name in ("law", "glossary", "history"):
            page = tiny.read(f"docs/{language}/{name}.md")
            block = page[page.index("<!-- write: status") :]
            tiny.write(f"docs/{language}/{name}.md", page.replace(block, "").replace(" }\n\n", f" }}\n\n{block}\n", 1))
    assert {problem.split("\n")[0] for problem in tiny.problems()} == {
        f"docs/{language}/index.md:12:1: status-line: the status line is not where it is on other pages"
        for language in ("kk", "ru", "en")
    }


def test_a_merge_conflict_in_a_record_is_called_one(tiny):
    tiny.replace("docs/_data/tasks.yml", "unity:\n", "<<<<<<< HEAD\nunity:\n=======\nunity:\n>>>>>>> more\n")
    assert tiny.problems() == [
        "docs/_data/tasks.yml:1:1: records: a merge conflict is not resolved\n"
        "    fix: keep one of the two texts, and remove its three lines"
    ]


def test_an_official_text_may_be_named_by_its_number(tiny):
    tiny.replace("docs/_data/timeline.yml", "[https://adilet.zan.kz/kaz/docs/Z080000070_]", "[]")
    assert not [problem for problem in tiny.problems() if "facts-sourced" in problem]


def test_a_title_of_the_menu_that_is_another_sections(tiny):
    tiny.replace("mkdocs.yml", "  - index.md\n", "  - Home: index.md\n")
    for language, home in {"Оқу": "Басты бет", "Чтение": "Словарь", "Reading": "Home"}.items():
        tiny.replace("mkdocs.yml", f"{{Read: {language}}}", f"{{Home: {home}, Read: {language}}}")
    assert tiny.problems() == [
        "mkdocs.yml:25:36: menu-translated: “Словарь” translates Home, but is the title of glossary.md, the first page of Read\n"
        "    fix: write `Home: Главная`"
    ]


def test_the_menu_may_lead_outside(tiny):
    tiny.replace("mkdocs.yml", "  - law.md\n", "  - law.md\n  - https://adilet.zan.kz/kaz\n")
    assert tiny.problems() == []


def test_same_pages(tiny):
    (tiny.root / "docs/ru/glossary.md").unlink()
    assert (
        "docs/ru/glossary.md: same-pages: there is no docs/ru/glossary.md\n"
        "    fix: write docs/ru/glossary.md, or remove the page in kk and en"
    ) in tiny.problems()


def test_every_paragraph_cited(tiny):
    tiny.replace_everywhere("law.md", (" [¶2](#p2)",) * 3, ("",) * 3)
    assert tiny.problems() == [
        f"docs/_data/law.yml:6:1: every-paragraph-cited: no page in {language} explains p2\n    fix: cite it where it is explained: [¶2](law.md#p2)"
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
    "signs that belong together": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        (
            "Екіншісі (т.б.), adilet.zan.kz, 5–6 … PDF-ті, «сөз»-ге, 12:30, 2026-07-01?..",
            "Второй (т. д.), adilet.zan.kz, 5–6 … PDF-файлы, «слово»-то, 12:30, 2026-07-01?..",
            "The second (etc.), adilet.zan.kz, 5–6 … PDFs, word(s), 12:30, that that, 2026-07-01?..",
        ),
    ),
    "marks of another language inside one's own": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        ("Екіншісі («үш “бір” сөз»)", "Второй («три “одно” слова»)", "The second (“three «one» words”)"),
    ),
    "emphasis, code and attributes, whole": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        (
            "**Бір *екі* сөз**, *сөз*, `a * {b}`, 2 \\* 2 * 2, *unity*{ lang=en }",
            "**Одно *два* слова**, *слово*, `a * {b}`, 2 \\* 2 * 2, *unity*{ lang=en }",
            "**One *two* words**, *word*, `a * {b}`, 2 \\* 2 * 2, *бірлік*{ lang=kk }",
        ),
    ),
    "a box": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        ('!!! note "Ескерту"\n    Екіншісі', '!!! note "Примечание"\n    Второй', '!!! note "Note"\n    The second'),
    ),
    "a list, a table, code and a box with two paragraphs": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        tuple(
            f"- {a} {b}\n- {b}\n    {a}\n\n    {b} {a}\n\n1. {b} {a}\n\n| {a} | {b} |\n|---|:-:|\n| {b} {a} | 1 \\| 2 |\n\n"
            f'```python\nif a:\n\n    b\n```\n\n!!! note "{a} {b} {a}"\n    {b} {a}\n\n    - {a}\n\n{b}'
            for a, b in (("сөз", "Екіншісі"), ("слово", "Второй"), ("word", "The second"))
        ),
    ),
    "a title with a colon, in quotes": (
        "law.md",
        ("title: Заң", "title: Закон", "title: The Law"),
        ('title: "Заң: мәтін"', "title: 'Закон: текст'", 'title: "The Law: text"'),
    ),
    "a link to another language, in one version": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        ("[Екіншісі](glossary.md)", "[Второй](../kk/glossary.md){ hreflang=kk }", "[The second](glossary.md)"),
    ),
    "an exact quotation with a gap": (
        "law.md",
        ("айтады [¶2]", "единстве [¶2]", "unity [¶2]"),
        (
            "айтады: «Ассамблеяның мақсаты … келісім» [¶1](#p1) [¶2]",
            "единстве: «Цель Ассамблеи … согласие» [¶1](#p1) [¶2]",
            "unity: “The goal of … accord” [¶1](#p1) [¶2]",
        ),
    ),
    "a quotation in a quotation, and a name in italics": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        (
            "*The Times of Central Asia*, «екі „бір“ сөз» Екіншісі",
            "*The Times of Central Asia*, «два „одно“ слова» Второй",
            "*The Times of Central Asia*, “two «one» words” The second",
        ),
    ),
    "the numbers of acts": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        (
            "№ 149-VI, № 747, 11-М, 90-Х, 5–6, «No. 149-II» Екіншісі",
            "№ 149-VI, № 747, 11-М, 90-Х, 5–6, «No. 149-II» Второй",
            "No. 149-VI, No. 747, 11-M, 5–6, 90, “№ 149-II” The second",
        ),
    ),
    "brackets, a hyphen before a gap, addresses, an act of its own": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        (
            'бір (екі), <https://adilet.zan.kz>, [үш](glossary.md "Сөздік"), № 345-VIII, 87,15 %, т.б. Екіншісі',
            'два (одно- и двухлетний), <https://adilet.zan.kz>, [три](glossary.md "Словарь"), № 345-VIII, 87,15 %, т. д. Второй',
            'two (short- and long-term), <https://adilet.zan.kz>, [three](glossary.md "Glossary"), No. 345-VIII, 87.15%, etc. The second',
        ),
    ),
    "raw HTML with Markdown in it": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        tuple(
            f'<div class="md-grid" markdown>\n\n- **{word}**\n\n</div>\n\n{word}' for word in ("Екіншісі", "Второй", "The second")
        ),
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


BUILT = {
    "things that nobody sees": ('<a href="law/">', '<a ping="https://elsewhere.example/" href="law/">', "no-strangers: <a> reports each visit to https://elsewhere.example/"),
    "a style that asks another host": ("</head>", '<style>@import "https://elsewhere.example/x.css";</style></head>', "no-strangers: a style of <style> loads https://elsewhere.example/x.css", "policy-holds: the policy says “style-src 'self'” where “style-src 'self' 'sha256-3W8cDi5W/RW9NK82DdGdDLtVpK2PYcL7wO+Y6XKNV6g='” belongs"),
    "a button that opens nothing": ('<a href="law/">', '<button popovertarget="lost">x</button><a href="law/">', "ids-meant: popovertarget of <button> names the id “lost”, which is not on the page"),
    "a link to #": ('<a href="law/">', '<a href="#">top</a> <a href="law/">', "built-links: <a> leads to #, which is nowhere"),
    "a role that does not exist": ('<a href="law/">', '<b role="buton">x</b> <a href="law/">', "aria-known: there is no role “buton”"),
    "an entry of the menu lost": (' <a href="glossary/">Оқу</a>', "", "menu-leads: the menu has nothing, but should have “Оқу” leading to glossary/index.html"),
    "another page marked as this one": (' aria-current=page>Басты бет', ">Басты бет", "menu-leads: the menu marks “Басты бет” wrongly: the page is index.html"),
    "a heading that the contents leave out": ('class="contents"><a href="#text">Text</a>', 'class="contents">', "contents-lead: the table of contents has nothing, but should have “Text” leading to #text"),
    "the next page called by another's title": ("</small> Заң", "</small> Сөздік", "neighbours-lead: the footer has “Сөздік” leading to law/index.html, but should have “Заң” leading to law/index.html"),
    "a title for previews that is not the heading": ('property="og:title" content="Басты бет"', 'property="og:title" content="Сөздік"', "previews-whole: og:title is Сөздік"),
    "a tag for previews that has another attribute": ('property="og:title"', 'name="og:title"', "previews-whole: the page has no og:title"),
    "no data": ("application/ld+json", "application/json+ld", "data-parses: the page has no JSON-LD"),
    "a policy that comes too late": ('<meta charset="utf-8">', f"<!--{'x' * 1024}--><meta charset=\"utf-8\">", "letters-whole: the first 1024 bytes do not say the letters' code"),
    "a direction": ("<body>", '<body dir="rtl">', 'built-language: <body> says dir="rtl"'),
    "a page that leaves the results one day": ("</head>", '<meta name="ROBOTS" content="Unavailable_After: 2030-01-01"></head>', "found-by-search: robots is “Unavailable_After: 2030-01-01”"),
    "two languages of one name": ('lang="ru">Русский<', 'lang="ru">Қазақша<', "switch-leads: the language switch calls ru “Қазақша”"),
    "an encoded slash": ('<a href="law/">', '<a href="law%2F">', "built-links: <a> leads to law%2F, which does not exist"),
    "two slashes": ('<a href="law/">', '<a href="./law//">', "built-links: <a> leads to ./law//, which does not exist"),
    "a private host": ('<a href="law/">', '<a href="https://aigerim.local/law/">', "outside-whole: <a> leads to https://aigerim.local/law/, which exists only on the author's machine"),
    "a language that a link does not lead to": ('<a href="law/">', '<a hreflang="ru" href="law/">', 'foreign-marked: the link law/ says hreflang="ru" but leads to kk'),
    "a dead colour": ('<a href="law/">', '<svg fill="url(#lost)"></svg><a href="law/">', "built-links: <svg> leads to #lost: there is no #lost"),
    "a value that aria does not know": ('<a href="law/">', '<b aria-hidden="ture">x</b><a href="law/">', "aria-known: aria-hidden cannot be “ture”"),
    "a link in what is hidden": ('<a href="law/">', '<b aria-hidden="true"><a href="./">x</a></b><a href="law/">', "keys-in-order: a hidden <b> holds something that can be reached by keyboard"),
    "a button that cannot be reached": ('<a href="law/">', '<b role="button">x</b><a href="law/">', "keys-in-order: a <b role=button> cannot be reached by keyboard"),
    "a hidden button without words": ('<a href="law/">', '<button hidden></button><a href="law/">', "things-named: a button has no words"),
    "a hidden skip link": ('class="md-skip"', 'hidden class="md-skip"', "skip-link: the skip link is hidden"),
    "a skip link to the menu": ('href="#home" class="md-skip"', 'href="#menu" id="menu" class="md-skip"', "skip-link: the skip link leads to #menu, which is not in the text of the page"),
}  # fmt: skip


@pytest.mark.parametrize("name", BUILT)
def test_a_fault_of_a_built_page_is_named(tiny, name):
    old, new, *messages = BUILT[name]
    tiny.build()
    tiny.replace("site/index.html", old, new)
    assert [problem.partition(": ")[2].partition(" (site/index.html)")[0] for problem in tiny.built_problems()] == messages


@pytest.mark.parametrize("said", [' lang="kz"', ' lang="k]"', ' lang=""', ""])
def test_a_language_that_does_not_exist_hides_no_other_fault(tiny, said):
    tiny.build()
    tiny.replace("site/index.html", '<html lang="kk">', f"<html{said}>")
    tiny.replace(
        "site/index.html", "<p>The law.</p>", '<p><a href="one.svg" download>one.svg</a> <span class="facts">12 KB</span></p>'
    )
    assert {problem.split(": ")[1] for problem in tiny.built_problems()} >= {"built-language", "downloads-told", "search-tells"}


def test_a_file_named_after_a_language_is_in_that_language(tiny):
    tiny.build()
    (tiny.root / "site/checks").mkdir()
    (tiny.root / "site/checks/ru.svg").write_bytes((tiny.root / "site/one.svg").read_bytes())
    tiny.replace("site/index.html", '<a href="law/">', '<a href="checks/ru.svg" hreflang="en">x</a> <a href="law/">')
    assert (
        'docs/kk/index.md: foreign-marked: the link checks/ru.svg says hreflang="en" but leads to ru (site/index.html)\n    fix: write hreflang="ru", or lead there'
        in tiny.built_problems()
    )


LOST = {
    "a link that leads to another language": ('href="/site/ru/"', 'href="/site/en/"', "“ru” leads to en/index.html"),
    "a second heading": ("</h1>", "</h1><h1>404</h1>", "the 404 page has 2 first-level headings"),
    "an address of its own": ("</head>", '<link rel="canonical" href="/site/"></head>', "the 404 page names /site/ as its canonical address"),
    "words of another language": ("<body>", '<body><p lang="en">По этому адресу нет страницы.</p>', "“По этому адресу нет страницы.” is among the words in en but is ru"),
}  # fmt: skip


@pytest.mark.parametrize("name", LOST)
def test_a_fault_of_the_404_page_is_named(tiny, name):
    old, new, message = LOST[name]
    tiny.build()
    tiny.replace("site/404.html", old, new)
    assert any(f": not-found-page: {message} (site/404.html)" in problem for problem in tiny.built_problems())


def test_what_a_template_does_to_every_page_is_said_once_and_there(tiny):
    tiny.write("overrides/base.html", '<html>\n<nav class="languages">\n  <a href="{{ alt.link }}">{{ alt.name }}</a>\n</nav>\n')
    tiny.build()
    pages = [path.relative_to(tiny.root).as_posix() for path in sorted((tiny.root / "site").rglob("index.html"))]
    for page in pages:
        tiny.replace(page, "Русский", "RU")
    assert tiny.built_problems() == [
        "overrides/base.html:3:3: switch-leads: the language switch calls ru “RU” (on 12 pages, as site/en/glossary/index.html)\n"
        "    fix: call it Русский, as it names itself"
    ]
    tiny.replace(pages[0], "RU", "Русский")
    tiny.replace(pages[1], "RU", "Русский")
    assert len(tiny.built_problems()) == 3  # once for the pages of two languages, and for each of the other two


def test_a_404_page_says_which_language_is_which(tiny):
    tiny.build()
    tiny.replace("site/404.html", ' lang="ru"', "")
    assert tiny.built_problems() == [
        'overrides/404.html: not-found-page: no text of the 404 page is marked as ru (site/404.html)\n    fix: put it into <div lang="ru">'
    ]


@pytest.mark.parametrize(
    "field",
    ['<label>Word <input name="q"></label>', '<label for="q">Word</label><input id="q">', '<input aria-label="Word">', '<input type="submit" value="Go">'],
)  # fmt: skip
def test_a_field_with_words_passes(tiny, field):
    tiny.build()
    tiny.replace("site/index.html", '<a href="law/">', f'{field} <a href="law/">')
    assert tiny.built_problems() == []


CLOSE = {
    "the top of the page, which browsers know": '<a href="#top">up</a>',
    "words of a page, which browsers find": '<a href="law/#:~:text=law">law</a>',
    "a host in Cyrillic letters": '<a href="https://мысал.қаз/">қаз</a>',
    "a decoration that is hidden": '<b aria-hidden="true">•</b>',
    "a button of another element that takes the focus": '<b role="button" tabindex="0">x</b>',
    "a table for the eye alone": '<table role="presentation"><caption>x</caption></table>',
    "a marked link to another language": '<a hreflang="ru" href="ru/law/">law</a>',
    "a picture drawn in the page, with a name": '<svg role="img" aria-label="law"></svg>',
}


@pytest.mark.parametrize("name", CLOSE)
def test_what_is_close_to_a_fault_of_a_built_page_passes(tiny, name):
    tiny.build()
    tiny.replace("site/index.html", '<a href="law/">', f'{CLOSE[name]} <a href="law/">')
    assert tiny.built_problems() == []


def test_search_and_blocks_leave_out_what_stands_around_the_text(tiny):
    tiny.build()
    around = '<aside class="status">Checked.</aside><p>The <b lang="ru">закон</b> law.</p><p class="improve">Say it better</p>'
    for path in ("", "ru/", "en/"):
        tiny.replace(f"site/{path}index.html", "<p>The law.</p>", around)
    write_search(tiny.root / "site", {})
    write_blocks(tiny.root / "site")
    assert tiny.built_problems() == []


def test_the_links_of_blocks_are_those_of_the_page(tiny):
    tiny.build()
    for path in ("", "ru/", "en/"):
        tiny.replace(f"site/{path}index.html", "<p>The law.</p>", '<p>The “<a href="law/?a&amp;b#text">law</a>”.</p>')
    write_search(tiny.root / "site", {})
    write_blocks(tiny.root / "site")
    assert tiny.built_problems() == []
    tiny.replace("site/index.blocks.js", "b#text", "b#law")
    assert tiny.built_problems() == [
        "docs/kk/index.md:2:1: blocks-own: index.blocks.js has a link to law/?a&b#law, which the page has not (site/index.html)\n"
        "    fix: `make site`: scripts/finish/pairs.py writes it"
    ]


def test_an_offline_site_needs_no_site_map(tiny):
    tiny.build(offline=True)
    for name in ("sitemap.xml", "sitemap.xml.gz", "robots.txt"):
        (tiny.root / "site" / name).unlink()
    assert tiny.built_problems(offline=True) == []


MADE_AT_RUN_TIME = {
    "a word in a template": ("overrides/404.html", "{{ words['spare-in-' ~ code] }}"),
    "a word in a program": ("scripts/finish/spare.py", 'data.word(f"spare-in-{code}", code)'),
    "a word in a script": ("docs/assets/site.js", "words[`spare-in-${code}`]"),
}


@pytest.mark.parametrize("name", MADE_AT_RUN_TIME)
def test_a_word_whose_name_is_made_at_run_time_is_used(tiny, name):
    file, text = MADE_AT_RUN_TIME[name]
    tiny.write(file, text)
    words = tiny.read("docs/_data/words.yml")
    tiny.write(
        "docs/_data/words.yml", f"spare-in-ru:\n  kk: {{text: Бос}}\n  ru: {{text: Пусто}}\n  en: {{text: Spare}}\n{words}"
    )
    assert [problem for problem in tiny.problems() if "records-used" in problem] == []


def test_assets_that_scripts_and_styles_load_are_used(tiny):
    tiny.write(
        "docs/assets/site.js", 'fetch("x.json"); await Promise.all(["part.js", `more-${code}.js`].map(load)); add("late.css")'
    )
    for name in ("part.js", "more-kk.js", "late.css"):
        tiny.write(f"docs/assets/parts/{name}", "")
    tiny.write("docs/assets/parts/lost-kk.js", "")
    assert [problem.split(": ")[0] for problem in tiny.problems() if "assets-used" in problem] == ["docs/assets/parts/lost-kk.js"]
