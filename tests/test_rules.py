"""Every rule: its own example breaks it, in words compared whole, and what is close passes."""

from pathlib import Path

import pytest
import yaml
from blocks import WRITERS
from finish.pairs import write_blocks
from finish.search import write_search
from sitecheck.explain import example, rule_id, sentence
from sitecheck.rules import ALL_RULES, OFFLINE_RULES, OFFLINE_SITE_RULES, RULES

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
        "docs/en/law.md:1:1: front-matter: no description\n    fix: begin the page with `---`, `description: …`, `---`",
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
        "docs/en/law.md:2:1: fresh: law.md: kk changed since this translation was read against it\n"
        "    fix: compare both, then `python scripts/build.py accept en law.md:2`",
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
        "mkdocs.yml:2:1: settings-needed: font is not set: the theme asks a font host\n    fix: write font: false below theme:",
    ),
    "status-dated: another wording": (
        "docs/_data/validity.yml",
        "wording: 2008-10-20",
        "wording: 2008-12-20",
        "docs/_data/validity.yml:3:12: status-dated: wording: 2008-12-20 is the day of no event\n"
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
        "    fix: compare both, then `python scripts/build.py accept en law.md:10`",
    ),
    "front-matter: a link in a description": (
        "docs/en/law.md",
        "description: The Law.",
        "description: The [Law](index.md).",
        "docs/en/law.md:3:1: front-matter: description holds “](”, and is shown as plain text\n    fix: write words alone: no links, addresses or tags",
    ),
    "in-language: a sentence among Kazakh ones": (
        "docs/kk/law.md",
        "Екіншісі",
        "Это предложение забыли тут перевести вовремя. Екіншісі",
        "docs/kk/law.md:10:1: in-language: “Это предложение забыли тут перевести вовремя.” has no letter of Kazakh alone\n"
        "    fix: translate it, or mark it: *words*{ lang=ru }",
    ),
    "clean-spaces: a comma twice": (
        "docs/en/law.md",
        "The second",
        "The second,,",
        "docs/en/law.md:10:11: clean-spaces: “,,” has a sign too many\n    fix: leave one, or write …",
    ),
    "clean-spaces: no space between sentences": (
        "docs/en/law.md",
        "The second",
        "It ends.The second",
        "docs/en/law.md:10:8: clean-spaces: a space is missing after “.”\n    fix: begin a sentence with one",
    ),
    "clean-spaces: a hyphen for a dash after a citation": (
        "docs/en/law.md",
        "unity [¶2](#p2)",
        "unity [¶2](#p2) - this",
        "docs/en/law.md:10:38: clean-spaces: - stands for a dash\n    fix: write –",
    ),
    "quotation-marks: those of another language": (
        "docs/ru/law.md",
        "Второй говорит",
        "“Второй” говорит",
        "docs/ru/law.md:10:1: quotation-marks: “ is no mark of ru\n    fix: write «»",
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
        "docs/ru/law.md:10:1: same-references: links to nothing where docs/kk/law.md:10 has #p2\n    fix: cite and link the same, in the same order",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_named(tiny, name):
    file, old, new, message = BREAKS[name]
    tiny.replace(file, old, new)
    assert message in tiny.problems()


def test_same_pages(tiny):
    (tiny.root / "docs/ru/glossary.md").unlink()
    assert (
        "docs/kk/glossary.md: same-pages: there is no docs/ru/glossary.md\n"
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
            "Екіншісі (т.б.), adilet.zan.kz, 5–6 …",
            "Второй (т. д.), adilet.zan.kz, 5–6 …",
            "The second (etc.), adilet.zan.kz, 5–6 …",
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
            "**Екі *екі* сөз**, *сөз*, `a * {b}`, 2 \\* 2 * 2, *unity*{ lang=en }",
            "**Два *два* слова**, *слово*, `a * {b}`, 2 \\* 2 * 2, *unity*{ lang=en }",
            "**Two *two* words**, *word*, `a * {b}`, 2 \\* 2 * 2, *бірлік*{ lang=kk }",
        ),
    ),
    "a box": (
        "law.md",
        ("Екіншісі", "Второй", "The second"),
        ('!!! note "Ескерту"\n    Екіншісі', '!!! note "Примечание"\n    Второй', '!!! note "Note"\n    The second'),
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
    "a style that asks another host": ("</head>", '<style>@import "https://elsewhere.example/x.css";</style></head>', "no-strangers: a style of <style> loads https://elsewhere.example/x.css"),
    "a button that opens nothing": ('<a href="law/">', '<button popovertarget="lost">x</button><a href="law/">', "ids-meant: popovertarget of <button> names the id “lost”, which is not on the page"),
    "a link to #": ('<a href="law/">', '<a href="#">top</a> <a href="law/">', "built-links: <a> leads to #, which is nowhere"),
    "a role that does not exist": ('<a href="law/">', '<b role="buton">x</b> <a href="law/">', "aria-known: there is no role “buton”"),
    "an encoded slash": ('<a href="law/">', '<a href="law%2F">', "built-links: <a> leads to law%2F, which does not exist"),
    "two slashes": ('<a href="law/">', '<a href="./law//">', "built-links: <a> leads to ./law//, which does not exist"),
    "a private host": ('<a href="law/">', '<a href="https://aigerim.local/law/">', "outside-whole: <a> leads to https://aigerim.local/law/, which exists only on the author's machine"),
    "a language that a link does not lead to": ('<a href="law/">', '<a hreflang="ru" href="law/">', 'foreign-marked: the link law/ says hreflang="ru" and leads to kk'),
    "a dead colour": ('<a href="law/">', '<svg fill="url(#lost)"></svg><a href="law/">', "built-links: <svg> leads to #lost: there is no #lost"),
    "a value that aria does not know": ('<a href="law/">', '<b aria-hidden="ture">x</b><a href="law/">', "aria-known: aria-hidden cannot be “ture”"),
    "a link in what is hidden": ('<a href="law/">', '<b aria-hidden="true"><a href="./">x</a></b><a href="law/">', "keys-in-order: a hidden <b> holds something that can be reached by keyboard"),
    "a button that cannot be reached": ('<a href="law/">', '<b role="button">x</b><a href="law/">', "keys-in-order: a <b role=button> cannot be reached by keyboard"),
    "a hidden button without words": ('<a href="law/">', '<button hidden></button><a href="law/">', "things-named: a button has no words"),
    "a hidden skip link": ('class="md-skip"', 'hidden class="md-skip"', "skip-link: the skip link is hidden"),
    "a skip link to the menu": ('href="#home" class="md-skip"', 'href="#menu" id="menu" class="md-skip"', "skip-link: the skip link leads to #menu, which is not in the text of the page"),
    "two languages of one name": ('lang="ru">ru<', 'lang="ru">kk<', "switch-leads: 2 links of the language switch are called “kk”"),
}  # fmt: skip


@pytest.mark.parametrize("name", BUILT)
def test_a_fault_of_a_built_page_is_named(tiny, name):
    old, new, message = BUILT[name]
    tiny.build()
    tiny.replace("site/index.html", old, new)
    assert [problem.partition(": ")[2].partition(" (site/index.html)")[0] for problem in tiny.built_problems()] == [message]


def test_a_language_that_does_not_exist_hides_no_other_fault(tiny):
    tiny.build()
    tiny.replace("site/index.html", '<html lang="kk">', '<html lang="kz">')
    tiny.replace(
        "site/index.html", "<p>The law.</p>", '<p><a href="one.svg" download>one.svg</a> <span class="facts">12 KB</span></p>'
    )
    assert {problem.split(": ")[1] for problem in tiny.built_problems()} >= {"built-language", "downloads-told"}


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
    tiny.write("docs/assets/site.js", 'await Promise.all(["part.js", `more-${code}.js`].map(load)); add("late.css")')
    for name in ("part.js", "more-kk.js", "late.css"):
        tiny.write(f"docs/assets/parts/{name}", "")
    tiny.write("docs/assets/parts/lost-kk.js", "")
    assert [problem.split(": ")[0] for problem in tiny.problems() if "assets-used" in problem] == ["docs/assets/parts/lost-kk.js"]
