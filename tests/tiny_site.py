"""The tiny site built: what MkDocs and the finishing steps make of it, reduced to what rules look at."""

from __future__ import annotations

import gzip
import json
import re

from finish.alternates import counterpart, link_languages
from finish.pairs import write_blocks, write_script
from finish.search import write_search
from languages import LANGUAGES, SOURCE

ADDRESS = "https://someone.example/site/"
NAMES = {"kk": "Тілді таңдау", "ru": "Выбор языка", "en": "Choose a language"}
SKIP = {"kk": "Мәтінге", "ru": "К тексту", "en": "To the text"}
TEXTS = {
    "kk": "Бірінші тармақ келісімді атайды, екіншісі бірлікті айтады.",
    "ru": "Первый абзац называет согласие, второй говорит о единстве.",
    "en": "The first paragraph names accord, the second speaks of unity.",
}
FOLDER = re.compile(r"(<a href=\"(?:\.\./|\w+/)*)\.?(?=\")")
IDS = {"index": ("home", "start"), "law": ("law", "text"), "glossary": ("glossary", "accord"), "history": ("history", "today")}
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{language} {path}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{address}">
<link rel="stylesheet" href="{top}site.css">
<meta property="og:image" content="https://someone.example/site/one.svg">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "WebPage", "url": "{address}"}}</script>
</head>
<body>
<a href="#{id}" class="md-skip">{skip}</a>
<nav class="languages" aria-label="{name}">{switch}</nav>
<main><article aria-labelledby="{id}">
<h1 id="{id}">{title}</h1>
<p>{text}</p>
<h2 id="{second}">Text</h2>
<p>The law.</p>
<p lang="ru">Первый абзац называет согласие и единство народа</p>
<img src="{top}one.svg" alt="">
<a href="{law}">law</a>
</article></main>
</body>
</html>
"""
CURRENT = ' aria-current="true"'
NOT_FOUND = """<!doctype html>
<html lang="kk">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>404</title></head>
<body><h1>404</h1><a href="/site/">kk</a> <a lang="ru" href="/site/ru/">ru</a> <a lang="en" href="/site/en/">en</a></body>
</html>
"""


def write_site(tiny, offline: bool) -> None:
    """Write the built site into the tiny project's site/; `offline`, with links to files instead of folders."""
    paths = [counterpart("index.html" if name == "index" else f"{name}/index.html", code) for name in IDS for code in LANGUAGES]
    for path in paths:
        tiny.write(f"site/{path}", FOLDER.sub(r"\1index.html", _page(path)) if offline else _page(path))
    write_blocks(tiny.root / "site")
    for name, text in {"site.css": "body { background: url(one.svg) }", "one.svg": "<svg/>", "404.html": NOT_FOUND}.items():
        tiny.write(f"site/{name}", text)
    tiny.write("site/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n")
    tiny.write("site/sitemap.xml", _sitemap(paths))
    (tiny.root / "site/sitemap.xml.gz").write_bytes(gzip.compress((tiny.root / "site/sitemap.xml").read_bytes()))
    write_search(tiny.root / "site", {})
    for language in LANGUAGES:
        write_script(tiny.root / f"site/assets/pairs/notes-{language}.js", "notes", language, _notes(language))
    tiny.write("site/law.json", json.dumps({"address": "law/#law"}))
    tiny.write("site/assets/load.js", 'load("dialog.css");')
    tiny.write("site/assets/dialog.css", "dialog { color: inherit }")


def _notes(language: str) -> dict:
    law = _short(counterpart("law/index.html", language))
    return {"site": ADDRESS, "law": law, "paragraphs": {}, "terms": {"accord": {}}}


def _short(path: str) -> str:
    return path.removesuffix("index.html")


def _name(path: str) -> str:
    return _short(path).removeprefix("ru/").removeprefix("en/").rstrip("/") or "index"


def _of(path: str) -> str:
    return next((code for code in LANGUAGES[1:] if path.startswith(f"{code}/")), SOURCE)


def _page(path: str) -> str:
    language = _of(path)
    top = "../" * path.count("/")
    id, second = IDS[_name(path)]
    switch = " ".join(
        f'<a href="{top}{_short(counterpart(path, code)) or "."}" hreflang="{code}" lang="{code}"{CURRENT * (code == language)}>{code}</a>'
        for code in LANGUAGES
    )
    html = PAGE.format(
        language=language,
        path=path,
        description="Home of the law." if path == "index.html" else f"About {path}",
        address=ADDRESS + _short(path),
        top=top,
        id=id,
        second=second if path != "index.html" else "text",
        name=NAMES[language],
        skip=SKIP[language],
        switch=switch,
        title=path,
        text=TEXTS[language],
        law=f"{top}{counterpart('law/index.html', language).removesuffix('index.html')}",
    )
    return link_languages(html, path, ADDRESS)


def _sitemap(paths: list[str]) -> str:
    entries = "".join(
        f"<url><loc>{ADDRESS}{_short(path)}</loc>"
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{ADDRESS}{_short(counterpart(_source(path), code))}"/>'
            for code in LANGUAGES
        )
        + "</url>\n"
        for path in paths
    )
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{entries}</urlset>\n'


def _source(path: str) -> str:
    return counterpart(path, SOURCE)
