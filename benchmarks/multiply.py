"""Multiply the site: copies of the real pages, sources and built ones, in folders of their own, until there are enough."""

from __future__ import annotations

import posixpath
import re
import shutil
from functools import partial
from html import escape
from pathlib import Path

import translations
import yaml
from blocks import Target, fill_blocks
from downloads import FOLDER
from finish.alternates import counterpart, language_of
from finish.machines import MARKDOWN, write_llms
from finish.outline import read_outlines
from finish.pairs import write_blocks
from finish.previews import add_previews
from finish.search import write_search
from languages import LANGUAGES, SOURCE
from records import load_data
from selectolax.lexbor import LexborHTMLParser
from sitecheck.built import BuiltSite
from sitecheck.menus import Menu
from sitecheck.pages import read_pages

ADDRESS = "https://someone.example/law/"
DOWNLOADS = f"{FOLDER}/"  # the page of the downloads is one: the build fills it where it stands
HREF = re.compile(r"(?P<start>\s(?:href|src)=\")(?P<address>[^\":#]+)(?=[\"#])")
FULL = re.compile(re.escape(ADDRESS) + r"(?P<language>(?:ru|en)/)?(?!assets/)(?=[\w\"<-])")
MARKDOWN_LINK = re.compile(r"(?P<start>\]\(|\s(?:href|src)=\")(?P<path>[\w.-][\w./-]*)(?=[)#\"])")
NAV = re.compile(r"(?P<start><nav [^>]*class=\"(?P<kind>menu|neighbours)\">).*?</nav>", re.DOTALL)
PREVIEWS = re.compile(r'<meta [^>]*property="og:[^>]*>|<script type="application/ld\+json">.*?</script>', re.DOTALL)
MARK = ' aria-current="page"'
GROUP = 8  # copies in a section of the menu, so that no page lists many
TITLE = re.compile(r"^(title|description): \"?(.*?)\"?$", re.MULTILINE)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'


def multiply(project: Path, site: Path, folder: Path, size: int) -> int:
    """Write a project of about `size` built pages into a folder, with its site in site/; return how many there are."""
    for name in ("docs", "overrides", "scripts/finish", "scripts/editions"):  # the programs that use words of the records
        shutil.copytree(project / name, folder / name)
    shutil.copytree(site, folder / "site")
    pages = [path.relative_to(site).as_posix() for path in site.rglob("index.html")]
    copied = [page for page in pages if DOWNLOADS not in page]
    copies = [f"copy-{number}" for number in range(1, (size - len(pages)) // len(copied) + 1)]
    source = project / "docs" / SOURCE
    names = sorted(name for path in source.rglob("*.md") if DOWNLOADS not in (name := path.relative_to(source).as_posix()))
    for copy in copies:
        _copy_sources(project, folder, copy, names)
        for page in copied:
            _copy_page(site, folder / "site", copy, page)
    _fill(folder)
    _write_settings(project, folder, copies, names)
    _finish(folder, [*pages, *(_moved(page, copy) for copy in copies for page in copied)])
    _write_map(folder / "site", pages + [_moved(page, copy) for copy in copies for page in copied])
    _accept(folder)
    write_blocks(folder / "site")
    write_search(folder / "site", load_data(folder)["words"])
    return len(pages) + len(copied) * len(copies)


def _copy_sources(project: Path, folder: Path, copy: str, names: list[str]) -> None:
    for language in LANGUAGES:
        for name in names:
            text = (project / "docs" / language / name).read_text(encoding="utf-8")
            text = TITLE.sub(lambda match: f"{match[1]}: {match[2]} {copy[5:]}", text, count=2)
            target = folder / "docs" / language / copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(MARKDOWN_LINK.sub(partial(_lead_back, name, copy), text), encoding="utf-8")


def _lead_back(name: str, copy: str, match: re.Match) -> str:
    """Return a link of a copied page that leads to what the first page's link leads to."""
    full = posixpath.join(posixpath.dirname(name), match["path"])
    return match["start"] + posixpath.relpath(full, posixpath.join(copy, posixpath.dirname(name)))


def _fill(folder: Path) -> None:
    """Write the generated blocks, whose links depend on where a page stands."""
    data = load_data(folder)
    for page in read_pages(folder).values():
        text, _ = fill_blocks(page.text, Target(page.language, page.name), data, page.file)
        (folder / page.file).write_text(text, encoding="utf-8")


def _moved(page: str, copy: str) -> str:
    """Return where a page stands in a copy: "ru/goal/index.html" → "ru/copy-1/goal/index.html"."""
    language = language_of(page)
    prefix = "" if language == SOURCE else f"{language}/"
    return posixpath.join(prefix, copy, page.removeprefix(prefix))


def _copy_page(site: Path, target: Path, copy: str, page: str) -> None:
    """Copy a built page; its links lead to the first pages, those of the language switch to the same copy."""
    moved = _moved(page, copy)
    versions = {counterpart(page, language) for language in LANGUAGES}

    def lead(match: re.Match) -> str:
        full = posixpath.normpath(posixpath.join(posixpath.dirname(page), match["address"]))
        file = posixpath.normpath(posixpath.join(full, "index.html"))
        if file in versions:
            full = posixpath.dirname(_moved(file, copy)) or "."
        slash = "/" if match["address"].endswith("/") or (site / file).is_file() else ""
        return match["start"] + posixpath.relpath(full, posixpath.dirname(moved)) + slash

    html = LexborHTMLParser((site / page).read_bytes()).html  # every attribute between quotation marks
    html = FULL.sub(lambda match: f"{ADDRESS}{match['language'] or ''}{copy}/", HREF.sub(lead, html))
    html = html.replace('" name="description"', f' {copy[5:]}" name="description"', 1)
    (target / moved).parent.mkdir(parents=True, exist_ok=True)
    (target / moved).write_text(html, encoding="utf-8")


def _finish(folder: Path, pages: list[str]) -> None:
    """Give every page what a site of this size has: title, way home, menu, neighbours, previews; write llms.txt anew."""
    site, data = BuiltSite(folder, folder / "site", frozenset(pages), ADDRESS), load_data(folder)
    texts = {path: LexborHTMLParser((site.folder / path).read_bytes()).html for path in pages}
    outlines = read_outlines(texts)
    for path, html in texts.items():
        menu, title = site.menus[language_of(path)], site.front(path)["title"]
        html = NAV.sub(partial(_links, menu, path), PREVIEWS.sub("", html))
        title = title if title == menu.name else f"{title} – {menu.name}"
        html = re.sub(r"(?<=<title>)[^<]*", escape(title), html, count=1)
        html = re.sub(r'(?<=class="home" href=")[^"]*', _address(counterpart("index.html", language_of(path)), path), html)
        (site.folder / path).write_text(add_previews(html, outlines[path], outlines, ADDRESS, data), encoding="utf-8")
    shutil.rmtree(site.folder / MARKDOWN)
    write_llms(site.folder, folder / "docs", outlines, ADDRESS)


def _address(file: str, path: str) -> str:
    return posixpath.relpath(posixpath.dirname(file) or ".", posixpath.dirname(path) or ".") + "/"


def _links(menu: Menu, path: str, match: re.Match) -> str:
    """Return the menu of a page, or the links to its neighbours."""
    if match["kind"] == "menu":
        places = [("", place) for place in menu.shown(path)]
    else:
        words = re.search(r'aria-label="([^"]*)"', match["start"])[1].split(", ")
        near = menu.neighbours(path)
        places = [(f"<small>{word}</small> ", near[rel]) for rel, word in zip(("prev", "next"), words) if rel in near]
    rels = iter(menu.neighbours(path))
    links = (
        f'<li><a href="{_address(file, path)}"'
        f"{MARK * (file == path)}{f' rel={next(rels)}' if word else ''}>{word}{label}</a></li>"
        for word, (label, file) in places
    )
    return f"{match['start']}<ul>{''.join(links)}</ul></nav>"


def _write_settings(project: Path, folder: Path, copies: list[str], names: list[str]) -> None:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    sections = "  - Tasks:\n" if copies else ""  # a title that has translations
    for number, copy in enumerate(copies):
        sections += "      - Tasks:\n" * (number % GROUP == 0) + "          - Tasks:\n"
        sections += "".join(f"              - {copy}/{name}\n" for name in names)
    text = text.replace("  - about.md\n", f"  - about.md\n{sections}")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    plain = {"INHERIT": "mkdocs.yml", "nav": ["index.md"], "validation": {"nav": {"omitted_files": "ignore"}}}
    (folder / "plain.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")  # a menu of 5,000 pages would be what is measured


def _write_map(site: Path, pages: list[str]) -> None:
    def entry(page: str) -> str:
        source = counterpart(page, SOURCE)
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{_url(counterpart(source, code))}"/>' for code in LANGUAGES
        )
        return f"<url><loc>{_url(page)}</loc>{links}</url>\n"

    (site / "sitemap.xml").write_text(HEAD + "".join(map(entry, pages)) + "</urlset>\n", encoding="utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)


def _url(page: str) -> str:
    return ADDRESS + page.removesuffix("index.html")


def _accept(folder: Path) -> None:
    ledger: translations.Ledger = {}
    for pair in translations.collect_pairs(load_data(folder), read_pages(folder)):
        ledger.setdefault(pair.unit, {}).setdefault(pair.language, []).append(pair.digests)
    translations.write_ledger(folder, ledger)
