"""Right changes: what a careful maintainer does, and what must raise nothing.

Each takes a copy, finds its place in it and changes it; it returns True where it changes the built site.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import translations
from blocks import Target, fill_blocks
from languages import LANGUAGES, TRANSLATIONS
from records import load_data
from sitecheck.pages import read_pages

from mutations.faults import ARTICLE, Copy

WORDS = {
    "kk": "Оқырман әр сөйлемнің түпнұсқасын көре алады",
    "ru": "Читатель может увидеть исходный текст каждого предложения",
    "en": "Readers can see the source text of each sentence",
}
STATUS = "<!-- write: status -->\n<!-- /write -->"
HEADING = re.compile(r"^## (?P<words>.*?) \{ #(?P<id>[\w-]+) \}$", re.MULTILINE)


def _accept(copy: Copy) -> None:
    """Write the generated blocks anew and accept every translation."""
    data = load_data(copy.root)
    for page in read_pages(copy.root).values():
        text, _ = fill_blocks(page.text, Target(page.language, page.name), data, page.file)
        if text != page.text:
            copy.write(page.file, text)
    pairs = list(translations.collect_pairs(data, read_pages(copy.root)))
    copy.write(str(translations.LEDGER), (copy.root / translations.LEDGER).read_text(encoding="utf-8"))
    for language in TRANSLATIONS:
        translations.accept(copy.root, language, list({pair.unit for pair in pairs if pair.language == language}))


def _everywhere(copy: Copy, change: Callable[[str, str], str], name: str = "goal.md") -> None:
    """Change the three versions of a page, and accept the translations."""
    for language in LANGUAGES:
        file = f"docs/{language}/{name}"
        text = (copy.root / file).read_text(encoding="utf-8")
        new = change(language, text)
        assert new != text, f"nothing changed in {file}"
        copy.write(file, new)
    _accept(copy)


def _before_heading(text: str, more: str) -> str:
    """Return a page with words added to the paragraph before its first heading of the second level."""
    before, heading, after = text.partition("\n\n## ")
    return before + more + heading + after


def _add(copy: Copy, more: str, name: str = "goal.md", **words: str) -> None:
    """Add a text to a paragraph in three languages: `words` stands in it for the language's own."""
    own = words or WORDS
    _everywhere(copy, lambda language, text: _before_heading(text, more.format(own[language])), name)


def new_page(copy):
    """a new page in three languages, named in the menu"""
    for language, words in WORDS.items():
        front = f"---\ntitle: {words}\ndescription: {words}.\n---\n\n# {words} {{ #new-page }}\n\n"
        copy.write(f"docs/{language}/new-page.md", f"{front}{STATUS}\n\n{words} [¶4](law.md#p4).\n")
    settings = (copy.root / "mkdocs.yml").read_text(encoding="utf-8")
    copy.write("mkdocs.yml", settings.replace("  - about.md\n", "  - new-page.md\n  - about.md\n"))
    _accept(copy)


def wrapped_paragraph(copy):
    """a paragraph wrapped anew, in one language"""
    file = "docs/en/goal.md"
    text = (copy.root / file).read_text(encoding="utf-8")
    match = re.search(r"(?<=\n\n)[^\W\d_][^\n]{60,}(?=\n\n## )", text)
    wrapped = textwrap.fill(match[0], 60, break_long_words=False, break_on_hyphens=False)
    copy.write(file, text[: match.start()] + wrapped + text[match.end() :])


def new_sentence(copy):
    """a sentence added in three languages and accepted"""
    _add(copy, " {}.")


def new_paragraph(copy):
    """a paragraph added in three languages and accepted"""
    _add(copy, "\n\n{}.")


def new_list(copy):
    """a list added in three languages and accepted"""
    _add(copy, "\n\n{0}:\n\n- {0};\n- {0}, ¶4.")


def numbered_list(copy):
    """a numbered list added in three languages and accepted"""
    _add(copy, "\n\n1. {0}.\n2. {0}.")


def new_table(copy):
    """a table added in three languages and accepted"""
    _add(copy, "\n\n| {0} | ¶ |\n|---|---|\n| {0} | [¶4](law.md#p4) |")


def new_box(copy):
    """a box added in three languages and accepted"""
    _add(copy, '\n\n!!! words "{0}"\n    {0}.')


def new_heading(copy):
    """a heading added in three languages and accepted"""
    _add(copy, "\n\n## {0} {{ #more-here }}\n\n{0}.")


def new_citation(copy):
    """a citation added in three languages and accepted"""
    _add(copy, " {} [¶4](law.md#p4).")


def two_citations(copy):
    """a range of two citations"""
    _add(copy, " {} [¶4](law.md#p4), [¶6](law.md#p6).")


def quoted_law(copy):
    """words of the Law quoted letter for letter, with their citation"""
    _add(
        copy,
        " {} [¶4](law.md#p4).",
        kk="Мәтінде «этносаралық келісімді қамтамасыз ету» делінген",
        ru="В тексте сказано «обеспечение межэтнического согласия»",
        en="The text says “to ensure interethnic accord”",
    )


def marked_quotation(copy):
    """a Kazakh quotation, marked, in three languages"""
    _add(copy, " {}: *Қазақстан халқы Ассамблеясы*{{ lang=kk }}.")


def marked_element(copy):
    """a passage in another language, marked in HTML"""
    _add(copy, ' {}: <span lang="ru">Ассамблея народа Казахстана</span>.')


def link_to_language(copy):
    """a link to another language that says so"""
    _add(copy, " {}: [Қазақша](../kk/law.md#p4){{ hreflang=kk lang=kk }}.")


def outside_link(copy):
    """an outside link with brackets, percents and a question in its address"""
    _add(copy, " [{}](https://ru.wikipedia.org/wiki/%D0%90_(%D0%91)?x=1#top).")


def cyrillic_host(copy):
    """an outside address whose host is in Cyrillic letters throughout"""
    _add(copy, " [{}](https://мысал.қаз/бет).")


def link_beside(copy):
    """a link that opens a page with another language beside it"""
    _add(copy, " [{}](law.md?with=ru#p4).")


def menu_outside(copy):
    """an outside address in the menu"""
    settings = (copy.root / "mkdocs.yml").read_text(encoding="utf-8")
    copy.write("mkdocs.yml", settings.replace("  - about.md\n", "  - about.md\n  - https://adilet.zan.kz/kaz\n"))


def new_script(copy):
    """a new script, and a template that loads it for one page"""
    copy.write("docs/assets/wide.js", 'const wide = `${location.hash} <b>`, found = /[("]/.test(wide);\n')
    text = (copy.root / "overrides/main.html").read_text(encoding="utf-8")
    more = (
        '  {% if url.endswith("about/") %}<script src="{{ \'assets/wide.js\' | url }}" defer></script>{% endif %}\n{% endblock %}'
    )
    copy.write("overrides/main.html", text.replace("{% endblock %}", more))


def mail_link(copy):
    """a mail address and a telephone number"""
    _add(copy, " [{}](mailto:info@assembly.kz), [+7 7172](tel:+77172000000).")


def link_upward(copy):
    """a link to a page of the folder above and to a section of it"""
    _add(copy, " [{}](../goal.md#text).", "tasks/unity.md")


def labelled_link(copy):
    """a link whose address stands below"""
    _add(copy, " [{}][here].\n\n[here]: law.md#p4")


def code_in_text(copy):
    """an address shown as code, which is no link"""
    _add(copy, " {}: `[x](no-such-page.md)`.")


def comment_in_text(copy):
    """a comment of the author, which nobody reads"""
    _add(copy, " {}.\n\n<!-- no-such-page.md, http://localhost -->")


def reworded_heading(copy):
    """a heading reworded with its id kept"""
    more = {"kk": "Тағы:", "ru": "Ещё:", "en": "Again:"}
    _everywhere(copy, lambda code, text: HEADING.sub(rf"## {more[code]} \g<words> {{ #\g<id> }}", text, count=1))


def renamed_id(copy):
    """an id renamed with every link to it"""
    for file, text in copy.files("docs/kk/**/*.md docs/ru/**/*.md docs/en/**/*.md docs/_data/*.yml").items():
        new = text.replace("goal.md#apart", "goal.md#in-parts")
        if file.endswith("/goal.md"):
            new = new.replace("{ #apart }", "{ #in-parts }").replace("(#apart)", "(#in-parts)")
        if new != text:
            copy.write(file, new)
    _accept(copy)


def names_in_latin(copy):
    """names and abbreviations in Latin letters in Kazakh and Russian text"""
    _add(copy, " {}: UNESCO, CC BY 4.0, adilet.zan.kz.")


def dates(copy):
    """the same date in three languages, each in its own order"""
    _add(copy, " {}.", kk="Бұл 2008 жылғы 20 қазанда болды", ru="Это было 20 октября 2008 года", en="That was on 20 October 2008")


def dashes(copy):
    """dashes, ranges, hyphens and per cents"""
    _add(copy, " {} – 2007–2022, № 70-IV, 50 %.")


def inner_quotation(copy):
    """quotation marks inside quotation marks"""
    _add(copy, " {}.", kk="Ол «“ел” деген сөз» дейді", ru="Он говорит: «слово “народ” понятно»", en="It says “the word «ел»”")


def term_link(copy):
    """a term linked by an inflected form"""
    _add(
        copy,
        " {}.",
        kk="Ол [Ассамблеяға](glossary.md#assembly) қатысты",
        ru="Это относится к [Ассамблее](glossary.md#assembly)",
        en="This concerns the [Assembly’s](glossary.md#assembly) work",
    )


def title_with_colon(copy):
    """a title with a colon, in quotes"""
    _everywhere(
        copy, lambda language, text: re.sub(r"^title: (.*)$", rf'title: "\1: {WORDS[language]}"', text, count=1, flags=re.M)
    )


def quotation_with_gap(copy):
    """an exact quotation with a gap"""
    _add(
        copy,
        " {} [¶7](law.md#p7).",
        kk="Заңда «халық бірлігін нығайту … дамыту» деп жазылған",
        ru="В Законе сказано: «укрепление единства народа … по основополагающим ценностям»",
        en="The Law says “strengthening the unity of the people … on the founding values”",
    )


def quotation_in_quotation(copy):
    """marks within marks, and a newspaper's name in italics"""
    _add(
        copy,
        " {}.",
        kk="*The Times of Central Asia* газеті «„Заң“ туралы» мақала шығарды",
        ru="Газета *The Times of Central Asia* выпустила статью «О „Законе“»",
        en="*The Times of Central Asia* published an article “On the «Law»”",
    )


def code_and_box(copy):
    """code in all languages, a box of two paragraphs with a list"""
    _add(copy, '\n\n```python\nprint("law:p4")\n```\n\n!!! example "{0}"\n    {0}.\n\n    - {0};\n    - {0}.')


def paragraph_in_item(copy):
    """a list item of two paragraphs"""
    _add(copy, "\n\n- {0}.\n\n    {0}!\n\n- {0}?")


def new_asset(copy):
    """a new style that the settings name"""
    copy.write("docs/assets/wide.css", "body { color: black }\n")
    settings = (copy.root / "mkdocs.yml").read_text(encoding="utf-8")
    copy.write("mkdocs.yml", settings.replace("assets/site.css]", "assets/site.css, assets/wide.css]"))


def _built(copy: Copy, html: str) -> bool:
    file = "site/en/goal/index.html"
    text = (copy.root / file).read_text(encoding="utf-8")
    end = ARTICLE.search(text).end() - len("</article>")
    copy.write(file, text[:end] + html + text[end:])
    return True


def built_link(copy):
    """built: a link with a question and one to a folder's index.html"""
    return _built(copy, '<a href="../law/index.html#p4">the fourth</a> <a href="../law/?from=goal#p4">again</a>')


def built_encoded(copy):
    """built: a Cyrillic id, its link percent-encoded"""
    return _built(copy, '<div id="мақсат">x</div><a href="#%D0%BC%D0%B0%D2%9B%D1%81%D0%B0%D1%82">x</a>')


def built_picture(copy):
    """built: a picture in the page itself, described"""
    return _built(copy, '<img alt="a dot" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')


def built_foreign(copy):
    """built: a link to another language that says so, and a marked passage"""
    return _built(copy, '<a href="../../ru/goal/" hreflang="ru">Цель</a><div lang="kk">Бұл – Заңның мақсаты туралы сөйлем.</div>')


def built_hidden(copy):
    """built: a hidden button, a symbol for ornament, a link with a label"""
    return _built(
        copy,
        '<button hidden aria-label="Shown by its script"></button><svg aria-hidden="true"></svg><a href="../law/" aria-label="The Law"><svg></svg></a>',
    )


def built_access(copy):
    """built: a labelled field, a role with its attribute"""
    return _built(copy, '<label>Name <input type="text"></label><div role="status" aria-live="polite"></div>')


RIGHT_CHANGES = [
    *(new_page, wrapped_paragraph, new_sentence, new_paragraph, new_list, numbered_list, new_table, new_box, new_heading),
    *(new_citation, two_citations, quoted_law, marked_quotation, marked_element, link_to_language, outside_link, mail_link),
    *(cyrillic_host, link_beside, menu_outside, new_script),
    *(link_upward, labelled_link, code_in_text, comment_in_text, reworded_heading, renamed_id, names_in_latin, dates, dashes),
    *(inner_quotation, term_link, title_with_colon, quotation_with_gap, quotation_in_quotation, code_and_box, paragraph_in_item),
    *(new_asset, built_link, built_encoded, built_picture, built_foreign, built_hidden, built_access),
]
