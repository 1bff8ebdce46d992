"""Links in pages: a wrong one is named with exactly what to write in its place; what is close passes."""

import pytest

ADDRESS = "https://someone.example/law/"
TERM, CITED = "[accord](glossary.md#accord)", "[¶2](#p2)"
FAULTS = {
    "a page of another folder": (TERM, "[accord](tasks/glossary.md#accord)", "target-exists: there is no docs/en/tasks/glossary.md\n    fix: the pages are those of docs/en; there is docs/en/glossary.md: write glossary.md#accord"),
    "a folder too high": (TERM, "[accord](../glossary.md#accord)", "target-exists: there is no docs/glossary.md\n    fix: the files are those below docs/; there is docs/en/glossary.md: write glossary.md#accord"),
    "an id of another page": (TERM, "[accord](history.md#accord)", "target-exists: there is no #accord in docs/en/history.md\n    fix: docs/en/history.md has 2 ids: it is in another page, write glossary.md#accord"),
    "a page's file in raw HTML": (TERM, '<a href="glossary.md">accord</a>', "target-exists: there is no docs/en/law/glossary.md\n    fix: the files are those below docs/; there is docs/en/glossary.md: write ../glossary/"),
    "from the host": (TERM, "[accord](/glossary.md#accord)", "inside-address: /glossary.md#accord starts at the host, which holds other sites too\n    fix: write glossary.md#accord"),
    "from the host, with the site's folder": (TERM, "[accord](/law/glossary/#accord)", "inside-address: /law/glossary/#accord starts at the host, which holds other sites too\n    fix: write glossary.md#accord"),
    "the site's own address, with www": (TERM, f"[accord]({ADDRESS.replace('//', '//www.')}glossary/#accord)", "inside-address: https://www.someone.example/law/glossary/#accord is this site's own full address: it breaks in copies and at other addresses\n    fix: write glossary.md#accord"),
    "another language beside it that does not exist": (TERM, "[accord](glossary.md?with=kz#accord)", "inside-address: glossary.md?with=kz#accord is not well formed\n    fix: write glossary.md#accord"),
    "a language that the link does not have": (TERM, f"{TERM}{{ hreflang=ru }}", "same-language: the link says hreflang=ru but leads to en/glossary.md\n    fix: write hreflang=en, or link to ru/glossary.md"),
    "a no-break space in an address": (CITED, "[¶2](\N{NO-BREAK SPACE}#p2)", "links-whole: the link is not whole and will stay plain text\n    fix: write [words](address)"),
    "wide brackets": (CITED, "[¶2]（#p2）", "links-whole: the link is not whole and will stay plain text\n    fix: write [words](address)"),
    "a note without definition": (CITED, "[¶2](#p2)[^1]", "links-whole: the link is not whole and will stay plain text\n    fix: write [words](address)"),
    "an escaped bracket": (CITED, r"\[¶2\](#p2)", "links-whole: the bracket is escaped: the link stays plain text\n    fix: remove the \\"),
    "a link in a link": (CITED, "[see [¶2](#p2)](history.md)", "links-whole: there is a link inside a link\n    fix: end the first before the second"),
    "a mark of the sentence in an address": (CITED, "[law](https://adilet.zan.kz/kaz»)", "outside-address: https://adilet.zan.kz/kaz» is not well formed\n    fix: copy it again from the browser"),
    "a Cyrillic letter in an address": (CITED, "[law](https://adilet.zan.kz/kaz/Z08а)", "outside-address: Z08а in https://adilet.zan.kz/kaz/Z08а has a letter of another alphabet that looks alike\n    fix: write https://adilet.zan.kz/kaz/Z08a"),
    "a Cyrillic letter in a host": (CITED, "[law](https://аdilet.zan.kz)", "outside-address: the host аdilet.zan.kz has letters of another alphabet that look alike\n    fix: type the host again, in Latin letters"),
    "a user in an address": (CITED, "[law](https://me:word@adilet.zan.kz/)", "outside-address: https://me:word@adilet.zan.kz/ names a user\n    fix: take the words before @ out of the address"),
    "an address that stands for another": (CITED, "[law](https://example.com/)", "outside-address: example.com is a placeholder for an address that was still to be found\n    fix: write the real one, or drop the link"),
    "the words name another host": (CITED, "[adilet.zan.kz](https://assembly.kz/)", "outside-address: the words name adilet.zan.kz, but the link leads to assembly.kz\n    fix: link to adilet.zan.kz, or name assembly.kz"),
    "an attribute of a typewriter": (CITED, "<a href=“../glossary/”>law</a>", "attributes-known: the value of href begins with “, which belongs to it\n    fix: write straight marks: name=\"value\""),
    "an attribute not closed": (CITED, "<a href='../glossary/\">law</a>", "attributes-known: a mark of an attribute's value is not closed\n    fix: write it in two straight marks: name=\"value\""),
}  # fmt: skip
RIGHT = [
    "[x](glossary.md?with=ru,kk#accord)",
    "[x](https://мысал.қаз/бет) [x](https://xn--80aaxitdbjk.xn--p1ai/)",
    "[x](https://ru.wikipedia.org/wiki/Закон_2008)",
    "[adilet.zan.kz](https://www.adilet.zan.kz/kaz) [zan.kz](https://adilet.zan.kz/)",
    '<a href="../glossary/" hreflang="en" data-x="1" aria-label="x">x</a>',
]


@pytest.fixture(autouse=True)
def address(monkeypatch):
    monkeypatch.setenv("SITE_URL", ADDRESS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_remedy(tiny, name):
    old, new, message = FAULTS[name]
    tiny.replace("docs/en/law.md", old, new)
    assert message in [problem.partition(": ")[2] for problem in tiny.problems()]


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_close_passes(tiny, words):
    tiny.replace_everywhere("law.md", (CITED,) * 3, (f"{CITED}, `x` {words}",) * 3)
    rules = {problem.split(": ")[1] for problem in tiny.problems()}
    assert not rules & {
        "inside-address",
        "outside-address",
        "target-exists",
        "links-whole",
        "attributes-known",
        "same-references",
    }


def test_the_number_of_a_worksheet_is_that_of_its_page(tiny):
    tiny.replace("docs/en/history.md", "title: History", "title: Sheet 1. History")
    tiny.replace("docs/en/glossary.md", "title: Glossary", "title: Sheet 2. Glossary")
    tiny.replace(
        "docs/en/law.md", TERM, "[Sheet 2](history.md), [1. History](history.md), [sheet 1](index.md), [4. Text](index.md)"
    )
    found = [problem for problem in tiny.problems() if "label-names-target" in problem]
    assert [problem.partition(": ")[2] for problem in found] == [
        "label-names-target: the words “Sheet 2” name sheet 2, but the link leads to history.md\n    fix: link to glossary.md",
        "label-names-target: the words “sheet 1” name sheet 1, but the link leads to index.md\n    fix: link to history.md",
    ]
