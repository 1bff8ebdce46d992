"""Faults in the pages: links, languages, quotations, letters."""

from __future__ import annotations

import re
import unicodedata

from mutations.faults import Fault, misspelled, swap, swapped

PAGES, FOREIGN = "docs/*/**/*.md", "docs/ru/**/*.md docs/en/**/*.md"
KAZAKH, RUSSIAN, ENGLISH = (f"docs/{code}/**/*.md" for code in ("kk", "ru", "en"))
LINK = r"(?<=\]\()"
TO_PAGE = LINK + r"(?P<right>(?:\.\./)*[\w/-]{4,}\.md)(?=[#)])"
TO_FILE = LINK + r"(?P<at>[\w/.-]+)\.md(?=[#)])"
PLAIN = LINK + r"(?P<at>)(?=[a-z][\w/-]*\.md)"
WHERE = LINK + r"(?P<at>)(?:\.\./)*(?P<page>[a-z/-]+)\.md(?=[#)])"
LABEL = r"\[[^\[\]\n¶]+\]"
SENTENCE = r"(?<=[.?!] )(?P<at>[А-ЯЁA-ZӘҒҚҢӨҰҮҺІ][^\n\[\]*|`«»“”()]{40,}?\.)(?=\s)"
CYRILLIC = {"о": "o", "е": "e", "а": "a", "с": "c", "р": "p", "х": "x"}
LATIN = {latin: letter for letter, latin in CYRILLIC.items()}
KAZAKH_PLAIN = {"қ": "к", "ғ": "г", "ң": "н", "ө": "о", "ә": "а", "і": "и", "ұ": "у", "ү": "у"}
PARAGRAPH = r"(?<=\n\n)(?P<at>[^\W\d_][^\n]{60,})(?=\n)"
RUSSIAN_WORD = r"(?<=[а-яё,] )(?P<word>[а-яё]*[оеасрх][а-яё]{4,})(?= [а-яё])"
LETTER = r"(?<=[а-яёa-z]{2})(?P<at>)(?=[а-яёa-z]{3})"


def _number(match, chance):
    return swap(match, "n", str(chance.choice([n for n in range(1, 12) if str(n) != match["n"]])))


def _capital(match, _):
    folder, slash, name = match[0].rpartition("/")
    return folder + slash + name.capitalize()


def _other_paragraph(match, _):
    number = 1 + int(match["n"]) % 11
    return f"[¶{number}]({match['path']}#p{number})"


def _id_twice(match, _):
    return match[0][: match.start("at") - match.start()] + match["at"] + match["id"] + " }"


def _after(text):
    return rf"\g<at>{text}"


COPIED = {
    "kk": "Бұл бетте Заңның мақсаты мен міндеттері қысқаша түсіндіріледі, әр сөйлем тармаққа сүйенеді.",
    "ru": "На этой странице кратко объясняются цель и задачи Закона, каждое предложение опирается на абзац.",
    "en": "This page explains the goal and the tasks of the Law in short, and each sentence rests on a paragraph.",
}
NAME_IN_ADDRESS = LINK + r"(?:\.\./)*(?:\w+/)*(?P<right>[a-z-]*[aceopx][a-z-]*)\.md(?=[#)])"
LINKS = [
    Fault("page name misspelled", PAGES, LINK + r"(?:\.\./)*(?:\w+/)*(?P<right>[a-z-]{4,})\.md(?=[#)])", misspelled()),
    Fault("id on another page misspelled", PAGES, LINK + r"[\w/.-]+\.md#(?P<right>[a-z-]{5,})(?=\))", misspelled()),
    Fault("id on this page misspelled", PAGES, LINK + r"#(?P<right>[a-z-]{5,})(?=\))", misspelled()),
    Fault("paragraph that does not exist", PAGES, LINK + r"(?P<at>(?:\.\./)*law\.md#p)\d+", r"\g<at>12"),
    Fault("citation leads to another paragraph", PAGES, r"\[¶\d+\]\([^)#]*#p(?P<n>\d+)\)", _number),
    Fault("citation says another paragraph", PAGES, r"\[¶(?P<n>\d+)\](?=\()", _number),
    Fault("folder instead of file", PAGES, TO_FILE, r"\g<at>/"),
    Fault("html instead of md", PAGES, TO_FILE, r"\g<at>.html"),
    Fault("no ending", PAGES, TO_FILE, r"\g<at>"),
    Fault("address from the host", PAGES, PLAIN, "/"),
    Fault("address out of the site", PAGES, PLAIN, "../../../"),
    Fault("address one folder too high", PAGES, PLAIN, "../"),
    Fault("address with a backslash", PAGES, LINK + r"(?P<at>\.\.)/(?=\w)", r"\g<at>\\\\"),
    Fault("capital letter in an address", PAGES, TO_PAGE, _capital),
    Fault("Cyrillic letter in an address", PAGES, NAME_IN_ADDRESS, swapped("right", LATIN)),
    Fault(
        "Cyrillic letter in an id", PAGES, LINK + r"[\w/.-]*#(?P<right>[a-z-]*[aceox][a-z-]{2,})(?=\))", swapped("right", LATIN)
    ),
    Fault("capital letter in an id", PAGES, r"(?<=#)(?P<right>[a-z][a-z-]{3,})(?=\))", _capital),
    Fault("encoded #", PAGES, LINK + r"(?P<at>[\w/.-]+\.md)#", r"\g<at>%23"),
    Fault("space in an address", PAGES, TO_FILE, r"\g<at> .md"),
    Fault("encoded space in an address", PAGES, TO_FILE, r"\g<at>.md%20"),
    Fault("invisible character in an address", PAGES, TO_FILE, "\\g<at>\u200b.md"),
    Fault("soft hyphen in an address", PAGES, TO_FILE, "\\g<at>\u00ad.md"),
    Fault("preview server's address", PAGES, WHERE, r"http://127.0.0.1:8000/\g<page>/"),
    Fault("author's disk", PAGES, WHERE, r"file:///C:/law/docs/\g<page>.md"),
    Fault("author's folder", PAGES, WHERE, r"/home/aigul/law/docs/kk/\g<page>.md"),
    Fault("this site's full address", PAGES, WHERE, r"https://someone.example/law/\g<page>/"),
    Fault("empty address", PAGES, LINK + r"(?P<at>[a-z][\w/.-]*\.md#?[\w-]*)(?=\))", ""),
    Fault("address of # alone", PAGES, LINK + r"(?P<at>[a-z][\w/.-]*\.md#?[\w-]*)(?=\))", "#"),
    Fault("two #", PAGES, LINK + r"(?P<at>[\w/.-]+\.md)#(?=\w)", r"\g<at>##"),
    Fault("two slashes", PAGES, LINK + r"(?P<at>\.\./)(?=\w)", r"\g<at>/"),
    Fault(
        "sheet of another number",
        "docs/*/worksheets/index.md docs/*/teach.md",
        r"\[(?:(?:[Лл]ист|[Ss]heet) \d|\d-парақ|\d\. [^\]]+)\]\((?P<at>(?:worksheets/)?)(?:goal|tasks|bingo|then-and-now)\.md",
        lambda match, _: re.sub(r"[\w-]+\.md$", "source-or-commentary.md", match[0]),
    ),
    Fault(
        "words name another host",
        PAGES,
        r"(?P<at>\[adilet\.zan\.kz\]\()https://adilet\.zan\.kz[^)]*",
        r"\g<at>https://astanatimes.com/",
    ),
    Fault("user in an address", PAGES, LINK + r"(?P<at>https://)", r"\g<at>me:word@"),
    Fault("address that stands for another", PAGES, LINK + r"(?P<at>https://)[^)]+", r"\g<at>example.com/"),
    Fault("sentence's mark in an address", PAGES, LINK + r"(?P<at>https://[^)]+)\)", r"\g<at>»)"),
    Fault("escaped bracket", PAGES, r"(?P<at>)\[(?P<words>[^\[\]\n]+)\](?=\([\w/.#-]+\))", r"\\[\g<words>\\]"),
    Fault("wide brackets", PAGES, LINK + r"(?P<at>[\w/.#-]+)\)", lambda match, _: match[0][:-1] + "）"),
    Fault("language that the link does not have", ENGLISH, r"(?P<at>\]\([\w/.#-]+\))(?!\{)", r"\g<at>{ hreflang=ru }"),
    Fault("attribute misspelled", PAGES, SENTENCE, _after(' <abbr tittle="x">x</abbr>')),
    Fault("typographic marks in a tag", PAGES, SENTENCE, _after(" <abbr title=“x”>x</abbr>")),
    Fault("question in an address", PAGES, TO_FILE, r"\g<at>.md?from=menu"),
    Fault("label without definition", PAGES, rf"(?P<at>{LABEL})\([\w/.#-]+\)", r"\g<at>[no-such-label]"),
    Fault("bracket of an address not closed", PAGES, rf"(?P<at>{LABEL}\([\w/.#-]+)\)(?=[ .,])", r"\g<at>"),
    Fault("bracket of a label not closed", PAGES, r"(?P<at>\[[^\[\]\n¶]+)\](?=\([\w/.#-]+\))", r"\g<at>"),
    Fault("bracket of a label not opened", PAGES, r"(?P<at>)\[(?=[^\[\]\n¶]+\]\([\w/.#-]+\))", ""),
    Fault("space between label and address", PAGES, rf"(?P<at>{LABEL})(?=\([\w/.#-]+\))", r"\g<at> "),
    Fault("link without words", PAGES, r"(?P<at>\[)[^\[\]\n¶]+(?=\]\([\w/.#-]+\))", r"\g<at>"),
    Fault("link to another language", ENGLISH, LINK + r"(?P<at>)(?=(?:law|goal|glossary|history)\.md)", "../ru/"),
    Fault("http", PAGES, LINK + r"(?P<at>)https:", "http:"),
    Fault("scheme misspelled", PAGES, LINK + r"(?P<at>)https:", "htps:"),
    Fault("no colon after the scheme", PAGES, LINK + r"(?P<at>)https://", "https//"),
    Fault("one slash after the scheme", PAGES, LINK + r"(?P<at>)https://", "https:/"),
    Fault("two schemes", PAGES, LINK + r"(?P<at>)https://", "https://https://"),
    Fault("no scheme", PAGES, LINK + r"(?P<at>)https://", ""),
    Fault("comma in the host", PAGES, LINK + r"(?P<at>https://[\w-]+)\.", r"\g<at>,"),
    Fault("Cyrillic letter in the host", PAGES, LINK + r"https://(?P<host>[a-z.]*[aceopx][a-z.]*)", swapped("host", LATIN)),
    Fault("bare address", PAGES, SENTENCE, _after(" https://adilet.zan.kz/kaz/docs/Z080000070_")),
    Fault("bare www", PAGES, SENTENCE, _after(" www.assembly.kz")),
    Fault("bare mail address", PAGES, SENTENCE, _after(" aigul@assembly.kz")),
    Fault("link of a wiki", PAGES, SENTENCE, _after(" [[law]]")),
    Fault("note without definition", PAGES, SENTENCE, _after(" One[^1].")),
    Fault("mail address without host", PAGES, SENTENCE, _after(" [mail](mailto:aigul@)")),
    Fault("telephone number with letters", PAGES, SENTENCE, _after(" [phone](tel:+7-717-ABC)")),
    Fault("link to the data", PAGES, SENTENCE, _after(" [data](../_data/lew.yml)")),
    Fault("dead picture", PAGES, SENTENCE, _after(" ![picture](../assets/lost.svg)")),
    Fault("picture from another host", PAGES, SENTENCE, _after(" ![picture](https://elsewhere.example/map.png)")),
    Fault("picture without words", PAGES, SENTENCE, _after(' <img src="https://elsewhere.example/map.png">')),
    Fault("dead link in HTML", PAGES, SENTENCE, _after(' <a href="../no-such-page/">page</a>')),
    Fault("dead id in HTML", PAGES, SENTENCE, _after(' <a href="#no-such-id">id</a>')),
    Fault("script in a link", PAGES, SENTENCE, _after(" [open](javascript:alert(1))")),
    Fault("script in HTML", PAGES, SENTENCE, _after(' <b onclick="alert(1)">b</b>')),
    Fault("frame", PAGES, SENTENCE, _after(' <iframe src="https://elsewhere.example/"></iframe>')),
    Fault("tag not closed", PAGES, SENTENCE, _after(" <b>")),
    Fault("end tag without start", PAGES, SENTENCE, _after(" </i>")),
    Fault("inline style", PAGES, SENTENCE, _after(' <b style="color: red">b</b>')),
    Fault("words of another page", KAZAKH, rf"(?P<at>{LABEL})\(glossary\.md#[\w-]+\)", "[Сөздік](law.md)"),
    Fault("mention of no paragraph", PAGES, SENTENCE, _after(" ¶17.")),
    Fault("reference definition that is dead", PAGES, SENTENCE, _after(" [page][one]\n\n[one]: no-such-page.md\n")),
]

LANGUAGES = [
    Fault("heading lost", FOREIGN, r"^(?P<at>## .*\n)\n", "", line=False),
    Fault("heading of another level", FOREIGN, r"^(?P<at>## )(?=.*\{ #)", "### "),
    Fault("id misspelled in one language", FOREIGN, r"^(?P<at>)## .* \{ #(?P<right>[a-z-]{5,}) \}$", misspelled()),
    Fault("heading without id", FOREIGN, r"^(?P<at>## .*) \{ #[a-z-]+ \}$", r"\g<at>"),
    Fault("paragraph lost", FOREIGN, r"(?<=\n\n)(?P<at>[^\W\d_][^\n]{60,}\n)\n", "", line=False),
    Fault(
        "paragraph split",
        FOREIGN,
        r"(?<=\n\n)(?P<a>[^\W\d_][^\n]{20,}?[.!?]) (?=[^\W\d_][^\n]{60,}\n)",
        r"\g<a>" + "\n\n",
        line=False,
    ),
    Fault("list item lost", FOREIGN, r"^(?P<at>(?:-|\d+\.) .*\n)", "", line=False),
    Fault("table row lost", FOREIGN, r"(?<=\|\n)(?P<at>\| (?!-).*\|\n)(?=\|)", "", line=False),
    Fault("table cell lost", FOREIGN, r"^(?P<at>\| (?![-:])[^|\n]* )\|(?=.*\|$)", r"\g<at>"),
    Fault("link lost in one language", FOREIGN, r"\[(?P<at>[^\[\]\n¶]+)\]\([\w/.-]+\.md#?[\w-]*\)", r"\g<at>"),
    Fault("citation lost in one language", FOREIGN, r"(?P<at>) \[¶\d+\]\([^)\n]+\)", ""),
    Fault(
        "citation of another paragraph in one language", FOREIGN, r"\[¶(?P<n>\d+)\]\((?P<path>[^)#]*)#p\d+\)", _other_paragraph
    ),
    Fault(
        "links in another order",
        FOREIGN,
        rf"(?P<a>{LABEL}\([^)\n]+\))(?P<between>[^\n\[\]]+)(?P<b>{LABEL}\([^)\n]+\))",
        r"\g<b>\g<between>\g<a>",
    ),
    Fault("Kazakh text in Russian", RUSSIAN, PARAGRAPH, COPIED["kk"]),
    Fault("English text in Russian", RUSSIAN, PARAGRAPH, COPIED["en"]),
    Fault("Russian text in English", ENGLISH, PARAGRAPH, COPIED["ru"]),
    Fault("Kazakh text in English", ENGLISH, PARAGRAPH, COPIED["kk"]),
    Fault("Russian text in Kazakh", KAZAKH, PARAGRAPH, COPIED["ru"]),
    Fault("English text in Kazakh", KAZAKH, PARAGRAPH, COPIED["en"]),
    Fault("Russian sentence in Kazakh", KAZAKH, SENTENCE, _after(" Это предложение забыли перевести на казахский язык.")),
    Fault("English sentence in Russian", RUSSIAN, SENTENCE, _after(" This sentence was never put into Russian.")),
    Fault("Kazakh sentence in English", ENGLISH, SENTENCE, _after(" Бұл сөйлем ағылшын тіліне аударылмаған.")),
    Fault("Kazakh heading in Russian", RUSSIAN, r"^## (?P<at>.*)(?= \{ #)", "## Заңның мақсаты мен міндеттері қандай"),
    Fault("Russian title in English", ENGLISH, r"^(?P<at>title: ).*", r"\g<at>О цели и задачах этого Закона"),
    Fault(
        "Kazakh description in Russian",
        RUSSIAN,
        r"^(?P<at>description: ).*",
        r"\g<at>Бұл бетте Заңның мақсаты түсіндіріледі және талданады.",
    ),
    Fault(
        "number changed in translation", FOREIGN, r"(?<= )[3-9](?P<n>\d)(?= [а-яёa-z])", lambda m, c: f"2{m['n']}", reported=PAGES
    ),
    Fault("year changed in translation", FOREIGN, r"\b(?P<at>200)8(?= )", r"\g<at>9"),
    Fault("source changed", KAZAKH, SENTENCE, _after(" Бұл мәтін өзгерді."), reported=PAGES, line=False, rules=("fresh",)),
    Fault("translation changed", FOREIGN, SENTENCE, lambda m, c: m[0].replace(" ", " – ", 1), rules=("fresh",)),
    Fault(
        "month changed in translation",
        RUSSIAN,
        r"(?<=\d )(?P<at>)(?:января|марта|октября|июля)",
        lambda m, c: c.choice(["февраля", "мая", "августа"]),
        rules=("same-numbers",),
    ),
    Fault("no such language", PAGES, r"(?<=\*\{ lang=)(?P<at>\w\w)", "kz"),
    Fault("no title", PAGES, r"^(?P<at>title: .*)\n", "", line=False),
    Fault("no description", PAGES, r"^(?P<at>description: .*)\n", "", line=False),
    Fault("front matter key misspelled", PAGES, r"^(?P<right>description)(?=: )", misspelled()),
    Fault("front matter not closed", PAGES, r"(?<=\n)(?P<at>---\n)(?=\n#)", "", line=False),
    Fault("no first heading", PAGES, r"^(?P<at># .*\n)", "", line=False),
    Fault("two first headings", PAGES, r"^(?P<at>#)# (?=.*\{ #)", r"\g<at> "),
    Fault("id stands twice", PAGES, r"^## .* \{ #(?P<id>[a-z-]+) \}$(?:.|\n)*?^(?P<at>## .* \{ #)[a-z-]+ \}$", _id_twice),
    Fault("id in Cyrillic", PAGES, r"^(?P<at>## .* \{ #)[a-z-]+ \}$", r"\g<at>мақсат }"),
    Fault("heading too deep", PAGES, r"^(?P<at>)## (?=.*\{ #)", "#### "),
    Fault("empty heading", PAGES, r"^(?P<at>## ).*(?=\{ #)", r"\g<at>"),
]

STRUCTURE = [
    Fault("line below a table's head lost", PAGES, r"^(?P<at>\|---[-|]+\|\n)", "", line=False),
    Fault("line below a table's head too short", PAGES, r"^(?P<at>\|---)\|---(?=[-|]*\|$)", r"\g<at>", line=False),
    Fault("table row too short", PAGES, r"^(?P<at>\| (?![-:])[^|\n]+\|)[^|\n]+\|(?=[^\n]*$)(?!\n\|-)", r"\g<at>"),
    Fault("blank line in a table", PAGES, r"(?<=\|\n)(?P<at>)(?=\| (?!-)[^\n]*\|\n\|)(?<!-\|\n)", "\n", line=False),
    Fault("no blank line before a list", PAGES, r"(?<=[.:]\n)(?P<at>\n)(?=- \S)", "", line=False),
    Fault("no blank line before a table", PAGES, r"(?<=[.:]\n)(?P<at>\n)(?=\| \S)", "", line=False),
    Fault("code not closed", "docs/*/downloads/open-data.md", r"(?P<at>\)\n)```\n", r"\g<at>", line=False),
    Fault("code changed in one language", "docs/*/downloads/open-data.md", r"(?P<at>law:p)4(?=\":)", r"\g<at>5"),
    Fault("text of a box not indented", PAGES, r"(?<=\"\n)(?P<at>    )(?=\S)", ""),
    Fault("text of a box indented by three", PAGES, r"(?<=\"\n)(?P<at>    )(?=\S)", "   "),
    Fault("title of a box lost", PAGES, r"^(?P<at>!!! \w+) \".*\"$", r"\g<at>"),
    Fault("paragraph indented", PAGES, PARAGRAPH, r"    \g<at>"),
    Fault("list item in a list", PAGES, r"(?<=\n)(?P<at>- )(?=\S[^\n]*\n- )(?<=\n- )", "    - "),
    Fault("number with a bracket", PAGES, r"^(?P<at>1)\. ", r"\g<at>) "),
    Fault("bullet", PAGES, r"(?<=\n\n)(?P<at>- )", "• "),
    Fault("paragraph twice", PAGES, PARAGRAPH, r"\g<at>\n\n\g<at>", line=False),
    Fault("item twice", PAGES, r"^(?P<at>- [^\n]{70,}\n)", r"\g<at>\g<at>", line=False),
    Fault("merge not finished", PAGES, PARAGRAPH, "<<<<<<< HEAD\n\\g<at>\n=======\n\\g<at>\n>>>>>>> main"),
    Fault("no space in front matter", PAGES, r"^(?P<at>title:) ", r"\g<at>"),
    Fault("strikethrough", PAGES, SENTENCE, _after(" ~~no~~.")),
    Fault("entity", PAGES, r"(?<=[а-яёa-z]{3})(?P<at> )(?=[а-яёa-z]{3})", "&nbsp;"),
    Fault("comment without an end", PAGES, SENTENCE, r"<!-- \g<at>", line=False),
    Fault("slot left in a page", PAGES, SENTENCE, _after(" {checked}.")),
    Fault("attribute list after a space", PAGES, r"(?P<at>\*)(?=\{ lang=\w\w \})", r"\g<at> "),
    Fault("line broken by two spaces", PAGES, r"(?<=[а-яёa-z]{3})(?P<at> )(?=[а-яёa-z]{3})", "  \n"),
]

SOURCES = [
    Fault("mistranslation", ENGLISH, SENTENCE, _after(" The goal is inter-ethnic accord.")),
    Fault("mistranslation of accord", ENGLISH, SENTENCE, _after(" It speaks of interethnic consent.")),
    Fault("mistranslation in Russian", RUSSIAN, SENTENCE, _after(" Речь идёт о межнациональном согласии.")),
    Fault(
        "status line lost", PAGES, r"^(?P<at>)<!-- write: status -->\n(?:.*\n)*?<!-- /write -->\n", "", line=False, blocks=True
    ),
    Fault(
        "quotation that drifted",
        ENGLISH,
        SENTENCE,
        _after(" It says “this law secured at the highest level of law the status of the Assembly”."),
    ),
    Fault(
        "quotation that is nowhere",
        ENGLISH,
        SENTENCE,
        _after(" It speaks of “eternal friendship of all peoples” [¶4](law.md#p4)."),
    ),
    Fault(
        "term linked by other words",
        ENGLISH,
        rf"(?P<at>{LABEL})(?=\((?:\.\./)*glossary\.md#(?!law)[\w-]+\))",
        "[something else entirely]",
    ),
]

LETTERS = [
    Fault("Latin letter in a Russian word", RUSSIAN, RUSSIAN_WORD, swapped("word", CYRILLIC)),
    Fault("Latin letter in a Kazakh word", KAZAKH, RUSSIAN_WORD, swapped("word", CYRILLIC)),
    Fault(
        "Cyrillic letter in an English word",
        ENGLISH,
        r"(?<=[a-z,] )(?P<word>[a-z]*[oeacpx][a-z]{4,})(?= [a-z])",
        swapped("word", LATIN),
    ),
    Fault("Latin i in a Kazakh word", KAZAKH, r"(?<= )(?P<word>\w{2,}і\w+)(?= )", swapped("word", {"і": "i"})),
    Fault(
        "plain letter in a Kazakh word",
        KAZAKH,
        r"(?<= )(?P<right>халқы|Қазақстан|тармақ|бірлік|келісім|мақсаты)(?= )",
        swapped("right", KAZAKH_PLAIN),
    ),
    Fault("Latin c for с", RUSSIAN, r"(?<= )(?P<at>с)(?= [а-яё])", "c"),
    Fault("Kazakh letter in Russian", RUSSIAN, r"(?<= )(?P<word>[а-яё]{2,}к[а-яё]{2,})(?= )", swapped("word", {"к": "қ"})),
    Fault("Ukrainian letter in Kazakh", KAZAKH, r"(?<= )(?P<word>[а-яё]{2,}е[а-яё]{2,})(?= )", swapped("word", {"е": "є"})),
    Fault("straight quotes", PAGES, r"(?<=[а-яёa-z,] )(?P<at>[а-яёa-z]{5,})(?= [а-яёa-z])", r'"\g<at>"'),
    Fault("quotation not closed", PAGES, r"(?P<at>[«“][^«»“”\n]+)[»”]", r"\g<at>"),
    Fault("quotation not opened", PAGES, r"(?P<at>)[«“](?=[^«»“”\n]+[»”])", ""),
    Fault("two spaces", PAGES, r"(?<=[а-яёa-z] )(?P<at>)(?=[а-яёa-z])", " "),
    Fault("word twice", PAGES, r"(?<= )(?P<at>[а-яёa-z]{5,})(?= [а-яёa-z])", r"\g<at> \g<at>"),
    Fault("space before a comma", PAGES, r"(?<=[а-яёa-z])(?P<at>), ", " , "),
    Fault("no space after a comma", PAGES, r"(?<=[а-яёa-z])(?P<at>,) (?=[а-яёa-z])", r"\g<at>"),
    Fault("no space after a full stop", PAGES, r"(?<=[а-яёa-z]{3})(?P<at>\.) (?=[А-ЯЁA-Z][а-яёa-z])", r"\g<at>"),
    Fault("comma twice", PAGES, r"(?<=[а-яёa-z])(?P<at>,) ", ",, "),
    Fault("three full stops", PAGES, SENTENCE, lambda m, c: m[0][:-1] + "..."),
    Fault("emphasis not closed", PAGES, r"(?P<at>\*\*[^\s*][^*\n]*)\*\*", r"\g<at>"),
    Fault("space inside emphasis", PAGES, r"(?P<at>\*\*)(?=[^\s*][^*\n]*\*\*(?!\*))", "** "),
    Fault("code not closed", PAGES, SENTENCE, _after(" `code")),
    Fault("attribute list not closed", PAGES, r"(?P<at>\{ lang=\w\w) \}", r"\g<at>"),
    Fault("kind of box misspelled", PAGES, r"^!!! (?P<right>words|example)(?= )", misspelled()),
    Fault("text to do", PAGES, SENTENCE, _after(" TODO.")),
    Fault("stand-in for a text", PAGES, SENTENCE, _after(" Lorem ipsum dolor sit amet.")),
    Fault("hyphen for a dash", PAGES, r" (?P<at>–) ", " - "),
    Fault("long dash", PAGES, r" (?P<at>–) ", " — "),
    Fault("zero-width space", PAGES, LETTER, "\u200b"),
    Fault("soft hyphen", PAGES, LETTER, "\u00ad"),
    Fault("byte order mark", PAGES, r"(?<= )(?P<at>)(?=[а-яёa-z]{3})", "\ufeff"),
    Fault("broken character", PAGES, r"(?<=[а-яёa-z]{2})(?P<at>[а-яёa-z])(?=[а-яёa-z]{3})", "\ufffd"),
    Fault("decomposed letter", RUSSIAN, r"(?P<at>й)(?= )", lambda m, c: unicodedata.normalize("NFD", m[0])),
    Fault("full stop lost", PAGES, r"(?<=[а-яёa-z)])(?P<at>\.)(?=\n\n)", ""),
    Fault("tab", PAGES, r"(?<=[а-яёa-z]{2})(?P<at> )(?=[а-яёa-z]{3})", "\t"),
    Fault("no-break space and space", PAGES, r"(?<=[а-яёa-z]{2} )(?P<at>)(?=[а-яёa-z]{3})", "\u00a0"),
    Fault("thin space", PAGES, r"(?<=[а-яёa-z]{2})(?P<at> )(?=[а-яёa-z]{3})", "\u2009"),
    Fault("е for ё", RUSSIAN, r"(?<= )(?P<right>ещё|её|объём|самостоятельно, ё)(?= )", swapped("right", {"ё": "е"})),
    Fault(
        "genitive with a plain letter", KAZAKH, r"(?<= )(?P<right>[а-яәіңғүұқөһ]+[дт]ардың)(?= )", lambda m, c: m[0][:-1] + "н"
    ),
    Fault("dash in the number of an act", PAGES, r"(?P<at>\b149)-(?=VI\b)", r"\g<at>–"),
    Fault("Cyrillic letter in the number of an act", PAGES, r"(?<=№ )(?P<right>149-VI)\b", "149-VІ"),
    Fault("number of another act", FOREIGN, r"(?P<at>\b149-V)I\b(?![^\n]*149)", r"\g<at>II"),
    Fault("English marks in Russian", RUSSIAN, r"(?P<at>)«([^«»\n]+)»", r"“\2”"),
]

FAULTS = {"links": LINKS, "languages": LANGUAGES, "structure": STRUCTURE, "sources": SOURCES, "letters": LETTERS}
