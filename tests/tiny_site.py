"""The tiny site built: what MkDocs and the finishing steps make of it, reduced to what rules look at."""

from __future__ import annotations

import gzip
import json
import re
import struct

from finish.alternates import counterpart, link_languages
from finish.machines import write_llms, write_manifests
from finish.outline import read_outlines
from finish.pairs import write_blocks, write_script
from finish.pictures import ICONS
from finish.policy import set_policy
from finish.previews import PICTURE, PICTURE_SIZE, add_previews
from finish.search import write_search
from languages import LANGUAGES, SOURCE
from languages import NAMES as LANGUAGE_NAMES
from records import load_data
from sitecheck.menus import Menu, read_menu
from sitecheck.settings import read_settings

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
<title>{whole}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{address}">
<link rel="stylesheet" href="{top}site.css">
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
<a href="{home}" class="home">{site}</a>
<nav aria-label="{frame[menu]}" class="menu">{menu}</nav>
<nav aria-label="{frame[contents]}" class="contents"><a href="#{second}">Text</a></nav>
<nav class="neighbours" aria-label="{frame[prev]}, {frame[next]}">{neighbours}</nav>
</body>
</html>
"""
CURRENT = ' aria-current="true"'
FRAME = {
    "kk": {"menu": "Мәзір", "contents": "Мазмұны", "prev": "Алдыңғы", "next": "Келесі"},
    "ru": {"menu": "Меню", "contents": "Содержание", "prev": "Назад", "next": "Вперёд"},
    "en": {"menu": "Menu", "contents": "Contents", "prev": "Previous", "next": "Next"},
}
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
NOT_FOUND = """<!doctype html>
<html lang="kk">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>404</title></head>
<body><h1>404</h1><a href="/site/">kk</a> <a lang="ru" href="/site/ru/">ru</a> <a lang="en" href="/site/en/">en</a></body>
</html>
"""


def write_site(tiny, offline: bool) -> None:
    """Write the built site into the tiny project's site/; `offline`, with links to files instead of folders."""
    paths = [counterpart("index.html" if name == "index" else f"{name}/index.html", code) for name in IDS for code in LANGUAGES]
    site, data = tiny.root / "site", load_data(tiny.root)
    menus = {code: read_menu(read_settings(tiny.root), code, lambda path: _front(tiny, path, "title")) for code in LANGUAGES}
    pages = {path: _page(tiny, path, menus[_of(path)]) for path in paths}
    outlines = read_outlines(pages)
    for path, html in pages.items():
        html = set_policy(add_previews(html, outlines[path], outlines, ADDRESS, data))
        tiny.write(f"site/{path}", FOLDER.sub(r"\1index.html", html) if offline else html)
    write_blocks(site)
    write_manifests(site, outlines)
    write_llms(site, tiny.root / "docs", outlines, ADDRESS)
    sizes = {name: (size, size) for size, name in ICONS.items()} | {PICTURE.format(code): PICTURE_SIZE for code in LANGUAGES}
    (site / "assets").mkdir(exist_ok=True)
    for name, size in sizes.items():
        (site / name).write_bytes(PNG + struct.pack(">II", *size) + b"\x08")
    for name, text in {
        "site.css": "body { background: url(one.svg) }",
        "one.svg": "<svg/>",
        "404.html": set_policy(NOT_FOUND),
    }.items():
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


def _front(tiny, path: str, key: str) -> str:
    source = tiny.read(f"docs/{_of(path)}/{_name(path)}.md")
    return re.search(f"^{key}: (.*)$", source, re.MULTILINE)[1]


def _page(tiny, path: str, menu: Menu) -> str:
    language = _of(path)
    top = "../" * path.count("/")
    id, second = IDS[_name(path)]
    title = _front(tiny, path, "title")
    switch = " ".join(
        f'<a href="{top}{_short(counterpart(path, code)) or "."}" hreflang="{code}" lang="{code}"{CURRENT * (code == language)}>{LANGUAGE_NAMES[code]}</a>'
        for code in LANGUAGES
    )
    entries = (
        f'<a href="{top}{_short(file) or "."}"{" aria-current=page" * (file == path)}>{label}</a>'
        for label, file in menu.shown(path)
    )
    neighbours = (
        f'<a href="{top}{_short(file) or "."}" rel="{rel}"><small>{FRAME[language][rel]}</small> {label}</a>'
        for rel, (label, file) in menu.neighbours(path).items()
    )
    html = PAGE.format(
        language=language,
        description=_front(tiny, path, "description"),
        address=ADDRESS + _short(path),
        top=top,
        id=id,
        second=second if path != "index.html" else "text",
        frame=FRAME[language],
        name=NAMES[language],
        skip=SKIP[language],
        switch=switch,
        title=title,
        whole=title if title == menu.name else f"{title} – {menu.name}",
        site=menu.name,
        home=(top + _short(counterpart("index.html", language))) or ".",
        menu=" ".join(entries),
        neighbours=" ".join(neighbours),
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
