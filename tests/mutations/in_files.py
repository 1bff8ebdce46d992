"""Faults in files other than pages: records, settings, templates, styles, scripts, pictures; and in which files there are."""

from __future__ import annotations

from mutations.faults import Fault, misspelled, swapped
from mutations.in_pages import CYRILLIC, PAGES, RUSSIAN_WORD

GLOSSARY, TASKS, TIMELINE, VALIDITY, QUIZ, LAW, PARTS, WORDS = (
    f"docs/_data/{name}.yml" for name in ("glossary", "tasks", "timeline", "validity", "quiz", "law", "parts", "words")
)
RECORDS_OF_TEXT = f"{GLOSSARY} {TASKS} {TIMELINE} {QUIZ}"
TEXT_KEY = r"^    (?P<at>title|term|question|name): .*"
WHOLE = r"\A(?:.|\n)+\Z"
SETTINGS = "mkdocs.yml"
CSS, JS, SVG, TEMPLATE = "docs/assets/*.css", "docs/assets/*.js", "docs/assets/*.svg", "overrides/404.html"
FRAME, INTERFACE = "overrides/*.html overrides/partials/*.html", "overrides/partials/languages/kk.html"
EDITIONS, SENTENCES, WORDINGS = (f"docs/_data/{name}.yml" for name in ("editions", "sentences", "wordings"))
LAW_LINK = r"(?P<at>href=\")\{\{ base \}\}/law/"

RECORDS = [
    Fault("term names a paragraph that does not exist", GLOSSARY, r"(?P<at>paragraphs: \[p)\d+", r"\g<at>14"),
    Fault("term names a paragraph twice", GLOSSARY, r"(?P<at>paragraphs: \[(?P<p>p\d+))", r"\g<at>, \g<p>"),
    Fault("task names a paragraph that does not exist", TASKS, r"(?P<at>paragraph: p)\d+", r"\g<at>12"),
    Fault("term renamed", GLOSSARY, r"^(?P<at>[a-z-]+):\n(?=  group)", "renamed-term:\n", line=False, reported=PAGES),
    Fault("date that does not exist", TIMELINE, r"(?P<at>date: \"\d{4})-\d\d", r"\g<at>-13"),
    Fault("date in the future", TIMELINE, r"(?P<at>date: \")\d{4}", r"\g<at>2091"),
    Fault("dates not in order", TIMELINE, r"(?P<at>date: \")20[12]\d", r"\g<at>1990"),
    Fault("no such confidence", TIMELINE, r"(?P<at>confidence: )[ABC]", r"\g<at>F"),
    Fault("source without https", TIMELINE, r"(?P<at>sources: \[)https:", r"\g<at>http:"),
    Fault("source that is no address", TIMELINE, r"(?P<at>sources: \[)https://[^\],]+", r"\g<at>a newspaper"),
    Fault("fact without source", TIMELINE, r"(?P<at>confidence: A)\n  sources: \[.*\]", "\\g<at>\n  sources: []", line=False),
    Fault("status checked in the future", VALIDITY, r"(?P<at>checked: 20)\d\d(?=-)", r"\g<at>88"),
    Fault("status checked on no day", VALIDITY, r"(?P<at>checked: \d{4})-\d\d", r"\g<at>-17"),
    Fault("status text without its date", VALIDITY, r"(?P<at>checked: \"[^\"\n]*)\{checked(?::\w+)?\}", r"\g<at>2026"),
    Fault("slot misspelled", VALIDITY, r"\{(?P<right>wording)", misspelled(), line=False),
    Fault("text missing in one language", RECORDS_OF_TEXT, TEXT_KEY + r"\n", "", line=False),
    Fault("text empty", RECORDS_OF_TEXT, TEXT_KEY + "$", r'    \g<at>: ""'),
    Fault("key misspelled", RECORDS_OF_TEXT, r"^    (?P<right>title|term|question|definition)(?=:)", misspelled()),
    Fault("key that does not exist", RECORDS_OF_TEXT, r"^  (?P<at>kk):$", "  colour: red\n  kk:", line=False),
    Fault("language misspelled", RECORDS_OF_TEXT, r"^  (?P<at>kk):$", "  kz:", line=False),
    Fault("record twice", RECORDS_OF_TEXT, r"(?P<record>^(?P<id>[a-z-]+):\n(?:  .*\n)+)", r"\g<record>\g<record>", line=False),
    Fault("data that do not parse", RECORDS_OF_TEXT, TEXT_KEY + "$", r"    \g<at>: [open", line=False),
    Fault(
        "letter of the source text",
        LAW,
        r"(?<=  kk:\n)(?:    (?:name|kind): .*\n)+(?P<at>    text: (?:>-\n      )?\S+)\w",
        r"\g<0>а",
        line=False,
    ),
    Fault("another wording", VALIDITY, r"(?P<at>wording: 2008-1)0", r"\g<at>2"),
    Fault("word of the Law changed", LAW, r"(?<= )(?P<at>халқы|народа|People)(?= )", "x", line=False, reported=PAGES),
    Fault("word of a part changed", PARTS, r"^(?P<at>    words: )\S+", r"\g<at>xx"),
    Fault("part of no paragraph", PARTS, r"^p(?P<n>\d+)(?=\.)", "p44"),
    Fault(
        "word that nothing uses",
        WORDS,
        r"\A(?P<at>)",
        "never-asked-for:\n  kk: {text: Бос}\n  ru: {text: Пусто}\n  en: {text: Spare}\n",
        line=False,
    ),
    Fault("Latin letter in a record", RECORDS_OF_TEXT, RUSSIAN_WORD, swapped("word", CYRILLIC)),
    Fault("straight quotes in a record", RECORDS_OF_TEXT, r"(?<=[а-яё,] )(?P<at>[а-яё]{5,})(?= [а-яё])", r'"\g<at>"'),
    Fault("zero-width space in a record", TIMELINE, r"(?<=[а-яё,] )(?P<at>)(?=[а-яё]{5,} [а-яё])", "\u200b"),
    Fault("word twice in a record", RECORDS_OF_TEXT, r"(?<=[а-яё,] )(?P<at>[а-яё]{5,})(?= [а-яё])", r"\g<at> \g<at>"),
    Fault("download misspelled", EDITIONS, r"^(?P<right>[a-z-]{5,}):$", misspelled(), reported=PAGES),
    Fault("download of no group", EDITIONS, r"^(?P<at>  group: )\w+", r"\g<at>reed"),
    Fault("download not described", EDITIONS, r"^book:\n(?:  .*\n)+", "", line=False, reported=PAGES),
    Fault("term stands in another paragraph", GLOSSARY, r"(?P<at>paragraphs: \[)p4\]", r"\g<at>p8]", line=False),
    Fault("question without its mark", QUIZ, r"^(?P<at>    question: [^\n]*)\?", r"\g<at>"),
    Fault("date in a case that does not exist", VALIDITY, r"\{checked:(?P<right>dative)", misspelled(), line=False),
    Fault("statement's kinds no list", WORDINGS, r"(?P<at>kinds: )\[(?P<kind>\"?\w+\"?)\]", r"\g<at>\g<kind>"),
    Fault("merge conflict in a record", RECORDS_OF_TEXT, r"^(?P<at>[a-z-]+:\n)", r"<<<<<<< HEAD\n\g<at>"),
    Fault("answer that is no option", QUIZ, r"(?P<at>answer: \[)[a-d]", r"\g<at>f"),
    Fault(
        "question that leads nowhere",
        QUIZ,
        r"(?P<at>read: )[\w/-]+\.md#\w{3,}",
        r"\g<at>law.md#no-such-id",
        line=False,
        reported=PAGES,
    ),
    Fault("question of no group", QUIZ, r"^(?P<at>  group: )\w+", r"\g<at>nothing", line=False, reported=PAGES),
    Fault(
        "kind of question misspelled", QUIZ, r"  kind: (?P<right>several|order|match)", misspelled(), line=False, reported=PAGES
    ),
    Fault("reason cites no paragraph that exists", QUIZ, r"(?P<at>-why: .*¶)\d+", r"\g<at>19"),
    Fault(
        "Russian record in Kazakh",
        TIMELINE,
        r"(?<=  kk:\n)    title: .*\n(?P<at>    text: ).*",
        f"    title: Новое\n    text: {'Это предложение забыли перевести на казахский язык.'}",
    ),
    Fault(
        "translation of a record changed", TIMELINE, r"(?P<at>  en:\n    title: )", r"\g<at>New – ", line=False, rules=("fresh",)
    ),
    Fault(
        "year of a record changed in translation",
        TIMELINE,
        r"(?P<at>    text: .* )20(?P<n>\d\d)(?= [гy.,])",
        r"\g<at>19\g<n>",
        line=False,
    ),
]

SETTING = [
    Fault(
        "key misspelled", SETTINGS, r"^(?P<right>extra_css|extra_javascript|exclude_docs|markdown_extensions)(?=:)", misspelled()
    ),
    Fault("key of a script misspelled", SETTINGS, r"\{(?P<right>path)(?=: assets)", misspelled()),
    Fault("records published", SETTINGS, r"^exclude_docs: \|\n(?:  .*\n)+", "", line=False),
    Fault("theme's search on", SETTINGS, r"^(?P<at>plugins:.*\n)", r"\g<at>  - search\n", line=False),
    Fault("address of one copy", SETTINGS, r"(?P<at>site_url: ).*", r"\g<at>https://someone.example/law/"),
    Fault("hint in one language", SETTINGS, r"(?P<at>permalink_title: )\"#\"", r"\g<at>Permanent link"),
    Fault(
        "section without pages",
        SETTINGS,
        r"^(?P<at>  - Downloads:\n)(?P<pages>(?:      - .*\n)+)",
        r"\g<at>  - downloads/index.md\n  - downloads/open-data.md\n",
    ),
    Fault("Russian menu title in Kazakh", SETTINGS, r"(?P<at>Tasks: )Алты міндет", r"\g<at>Шесть задач"),
    Fault(
        "menu titles swapped",
        SETTINGS,
        r"(?P<at>Worksheets: )Рабочие листы, Downloads: Скачать",
        r"\g<at>Скачать, Downloads: Рабочие листы",
    ),
    Fault("no copyright in one language", SETTINGS, r"^          (?P<at>copyright: ).*\n", "", line=False),
    Fault("scripts in another order", SETTINGS, r"^(?P<at>.*assets/load\.js.*\n)(?P<next>.*\n)", r"\g<next>\g<at>", line=False),
    Fault(
        "script left out", SETTINGS, r"^  - \{path: assets/(?:load|search/open)\.js.*\n", "", line=False, reported="docs/assets/*"
    ),
    Fault("menu names no page", SETTINGS, r"^\s+- (?P<right>[a-z/-]{4,})\.md$", misspelled()),
    Fault("menu leaves a page out", SETTINGS, r"^\s+- (?P<at>[a-z]+)\.md\n", "", line=False, reported=PAGES),
    Fault("menu names a page twice", SETTINGS, r"^(?P<at>  - goal\.md\n)", r"\g<at>\g<at>", line=False),
    Fault("menu title untranslated", SETTINGS, r"(?P<at>nav_translations: \{)Home: [^,]+, ", r"\g<at>", line=False),
    Fault("menu title misspelled", SETTINGS, r"nav_translations: \{Home: [^,]+, (?P<right>Tasks)", misspelled()),
    Fault("menu title in another language", SETTINGS, r"(?P<at>Tasks: )Шесть задач", r"\g<at>The six tasks"),
    Fault("language not built", SETTINGS, r"(?P<at>build: )true", r"\g<at>false"),
    Fault("locale misspelled", SETTINGS, r"(?P<at>- locale: )ru", r"\g<at>rus"),
    Fault("falling back to another language", SETTINGS, r"(?P<at>fallback_to_default: )false", r"\g<at>true"),
    Fault("fonts from another host", SETTINGS, r"(?P<at>  font: )false", r"\g<at>{text: Roboto}"),
    Fault("no name in one language", SETTINGS, r"^          site_name: (?P<at>.*)\n", "", line=False),
    Fault(
        "name in another language", SETTINGS, r"(?P<at>          site_name: Закон) .*", "          site_name: Law on the Assembly"
    ),
    Fault("language under another name", SETTINGS, r"(?P<at>          name: )(?:Қазақша|Русский)", r"\g<at>Kazakh"),
    Fault(
        "words of the frame in another language",
        SETTINGS,
        r"(?P<at>copyright: )An .*",
        r"\g<at>Независимый проект, не официальный сайт.",
    ),
    Fault("extension left out", SETTINGS, r"^  - (?P<at>attr_list|md_in_html|admonition|tables)\n", "", line=False),
    Fault("addresses of another form", SETTINGS, r"^(?P<at>docs_dir: docs\n)", "use_directory_urls: false\n"),
    Fault("frame of another folder", SETTINGS, r"(?P<at>custom_dir: )overrides", r"\g<at>override"),
    Fault("style that does not exist", SETTINGS, r"extra_css: \[assets/frame\.css, assets/(?P<right>site\.css)", misspelled()),
    Fault("script that does not exist", SETTINGS, r"\{path: (?P<right>assets/[\w/.-]+\.js)", misspelled()),
    Fault("script from another host", SETTINGS, r"(?P<at>\{path: )assets/[\w/.-]+\.js", r"\g<at>https://elsewhere.example/x.js"),
    Fault("icon that does not exist", SETTINGS, r"(?P<at>favicon: assets/)[\w.]+", r"\g<at>lost.svg"),
]

ASSETS = [
    Fault("block of a template not closed", FRAME, r"\{%-? end(?P<at>if|for) -?%\}", "", line=False),
    Fault("expression of a template not closed", FRAME, r"(?P<at>\{\{ [\w.]+ )\}\}", r"\g<at>}"),
    Fault("single brace in a template", FRAME, r"\{(?P<at>\{ config\.\w+ \})\}", r"\g<at>"),
    Fault("words of one language in a template", FRAME, r"(?P<at>aria-label=\")\{\{ lang\.t\('nav'\) \}\}", r"\g<at>Menu"),
    Fault("attribute of a template misspelled", FRAME, r"(?P<right>aria-label)(?==)", misspelled()),
    Fault("id of a template misspelled", FRAME, r"popovertarget=\"(?P<right>menus)", misspelled()),
    Fault("partial that does not exist", FRAME, r"include \"partials/(?P<right>\w+)\.html", misspelled()),
    Fault(
        "partial that nothing includes",
        "overrides/partials/footer.html",
        WHOLE,
        None,
        line=False,
        moved="old-footer.html",
        keep=True,
        reported="overrides/*",
    ),
    Fault("condition that never holds", "overrides/main.html", r"endswith\(\"(?P<right>[a-z-]+/)", misspelled()),
    Fault("next leads to previous", FRAME, r"\(page\.(?P<at>next)_page, \"next\"", '(page.previous_page, "next"'),
    Fault("Kazakh interface in Russian", INTERFACE, r"(?P<at>\"footer\.next\": )\"[^\"]+\"", r'\g<at>"Следующая страница"'),
    Fault("interface without words", INTERFACE, r"(?P<at>\"(?:nav|toc|search|action\.skip)\": )\"[^\"]+\"", r'\g<at>""'),
    Fault("404 page leads to another language", TEMPLATE, r"(?P<at>\{\{ base \}\}/)ru/", r"\g<at>en/"),
    Fault("404 page in another language", TEMPLATE, r"(?P<at><h2>)По этому адресу[^<]+", r"\g<at>There is no such page"),
    Fault("merge conflict in a template or a script", f"{FRAME} {JS} {CSS}", r"^(?P<at>)(?=[<a-z.:].*)", "<<<<<<< HEAD\n"),
    Fault("script that does not parse", JS, r"(?P<at>\))(?=;$)", "", line=False),
    Fault("script asks for a missing file", "docs/assets/*/open.js", r"\"(?P<right>[a-z]{4,}\.js)\"", misspelled()),
    Fault("script leads to the host", JS, r"\Z(?P<at>)", '\nlocation.href = "/quiz/";\n', line=False),
    Fault("folder misspelled in a script", "docs/assets/*/open.js", r"new URL\(\"(?P<right>[a-z]+/)\"", misspelled()),
    Fault("property of a style misspelled", CSS, r"var\(--(?P<right>ink-soft|sky-soft|paper|line)\)", misspelled()),
    Fault("missing symbol in a picture", SVG, r"(?P<at>)</svg>", '<use href="#arrow"/></svg>', line=False),
    Fault("handler in a picture", SVG, r"<svg(?P<at>) ", '<svg onload="go()" ', line=False),
    Fault("dead link in a template", TEMPLATE, r"\{\{ base \}\}(?:/\w\w)?/(?P<right>[a-z]{3,})(?=/\")", misspelled()),
    Fault(
        "script from another host in a template",
        TEMPLATE,
        r"(?P<at>)</head>",
        '<script src="https://elsewhere.example/x.js"></script></head>',
    ),
    Fault("author's machine in a template", TEMPLATE, LAW_LINK, r"\g<at>http://localhost:8000/law/"),
    Fault("host root in a template", TEMPLATE, LAW_LINK, r"\g<at>/law/"),
    Fault("dead address in a style", CSS, r"\Z(?P<at>)", "\n.lost { background: url(lost.svg) }\n", line=False),
    Fault(
        "another host in a style", CSS, r"\Z(?P<at>)", "\n.far { background: url(https://elsewhere.example/x.png) }\n", line=False
    ),
    Fault("style imported from another host", CSS, r"\A(?P<at>)", '@import "https://elsewhere.example/x.css";\n'),
    Fault("brace of a style not closed", CSS, r"(?P<at>\{[^{}]*)\}", r"\g<at>", line=False),
    Fault("script asks another host", JS, r"\Z(?P<at>)", '\nfetch("https://elsewhere.example/count");\n', line=False),
    Fault("script that runs text", JS, r"\Z(?P<at>)", "\neval(location.hash);\n", line=False),
    Fault("picture that is no XML", SVG, r"</svg>", "</sgv>", line=False),
    Fault("picture with a script", SVG, r"(?P<at>)</svg>", "<script>alert(1)</script></svg>", line=False),
    Fault(
        "another host's picture in a picture",
        SVG,
        r"(?P<at>)</svg>",
        '<image href="https://elsewhere.example/x.png"/></svg>',
        line=False,
    ),
    Fault("page missing in one language", "docs/ru/*.md docs/en/*.md docs/kk/*.md", WHOLE, None, line=False, reported="docs/*"),
    Fault("page empty in one language", PAGES, r"(?<=\}\n)(?P<at>(?:.|\n)+)\Z", "", line=False),
    Fault(
        "page renamed in one language",
        "docs/ru/*.md docs/en/*.md",
        WHOLE,
        None,
        line=False,
        reported="docs/*",
        moved="new-name.md",
    ),
    Fault("page in no language", "docs/en/goal.md", WHOLE, None, line=False, reported="docs/*", moved="../goal.md"),
    Fault("style missing", "docs/assets/site.css", WHOLE, None, line=False, reported="mkdocs.yml"),
    Fault(
        "asset that nothing names",
        "docs/assets/favicon.svg",
        WHOLE,
        None,
        line=False,
        reported="docs/assets/* mkdocs.yml",
        moved="emblem.svg",
    ),
    Fault("data file missing", PARTS, WHOLE, None, line=False),
]

BLOCKS = [
    Fault(
        "key of other records",
        "docs/*/worksheets/*.md",
        r"^(?P<at><!-- write: key (?:terms|who) )\S+ ",
        r"\g<at>",
        blocks=True,
        line=False,
    ),
    Fault(
        "writer misspelled", PAGES, r"^<!-- write: (?P<right>quote|apart|picture|status|timeline)(?= )", misspelled(), blocks=True
    ),
    Fault("writer given no record", PAGES, r"^(?P<at><!-- write: quote )p\d+", r"\g<at>p23", blocks=True),
    Fault("block not closed", PAGES, r"^(?P<at><!-- /write -->)$", "", line=False, blocks=True),
    Fault("word of a generated block changed", PAGES, r"^(?P<at><div lang=\"kk\"><p>)\w+", r"\g<at>xx", blocks=True),
    Fault("generated citation changed", PAGES, r"^(?P<at><figcaption markdown>\[¶)\d+", r"\g<at>99", blocks=True),
    Fault(
        "generated block emptied",
        PAGES,
        r"^(?P<at><!-- write: quote p\d+ -->\n)(?:.*\n)+?(?=<!-- /write -->)",
        r"\g<at>",
        line=False,
        blocks=True,
    ),
    Fault(
        "generated block of another paragraph",
        PAGES,
        r"^(?P<at><!-- write: quote p)\d+(?= -->)",
        r"\g<at>1",
        line=False,
        blocks=True,
    ),
]

FAULTS = {"records": RECORDS, "settings": SETTING, "assets and files": ASSETS, "generated blocks": BLOCKS}
