"""Files that machines read: the site map, robots.txt, llms.txt with the pages' Markdown, the manifests with the icons."""

from __future__ import annotations

import gzip
import json
import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from languages import LANGUAGES, SOURCE

from finish.alternates import counterpart, language_of
from finish.assets import relative
from finish.outline import Outline
from finish.pictures import ICONS

MANIFEST = "manifest.webmanifest"
MARKDOWN = "markdown"
MAP = "sitemap.xml"
LLMS = "llms.txt"
URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
FRONT = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
ICON_LINK = re.compile(r'<link rel="icon"[^>]*>')
MARKER = re.compile(r"\n<!-- /?write\b.*-->(?=\n)")  # a pattern that begins with letters is found fast


def write_map(folder: Path, pages: dict[str, Outline], address: str) -> None:
    """Write the site map, plain and packed, with every page in every language, and robots.txt; neither without an address."""
    for name in (MAP, f"{MAP}.gz"):
        (folder / name).unlink(missing_ok=True)
    if not address:
        return
    entries = "".join(_entry(page, pages, address) for page in pages.values())
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{URLSET}\n{entries}</urlset>\n'
    (folder / MAP).write_text(text, encoding="utf-8")
    (folder / f"{MAP}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    (folder / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {address}{MAP}\n", encoding="utf-8")


def _entry(page: Outline, pages: dict[str, Outline], address: str) -> str:
    versions = [(code, pages[counterpart(page.path, code)]) for code in LANGUAGES if counterpart(page.path, code) in pages]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(version.url(address))}"/>'
        for code, version in (*versions, ("x-default", versions[0][1]))
    )
    return f"<url><loc>{escape(page.url(address))}</loc>{links}</url>\n"


def link_icons(html: str, path: str, icon: str) -> str:
    """Return the page with its icon, an SVG, in itself, which saves a request, and with links to what phones ask for."""
    small = quote(icon.strip().replace('"', "'"), safe=" '/:=")
    manifest, large = (relative(path, file) for file in (counterpart(MANIFEST, language_of(path)), ICONS[180]))
    links = (
        f'<link rel="icon" href="data:image/svg+xml,{small}">\n    <link rel="apple-touch-icon" href="{large}">'
        f'\n    <link rel="manifest" href="{manifest}">'
    )
    return ICON_LINK.sub(links, html, count=1)


def write_manifests(folder: Path, pages: dict[str, Outline]) -> None:
    """Write one manifest a language: the site's name and icons for a phone's home screen."""
    for language in LANGUAGES:
        manifest = describe_app(language, pages[counterpart("index.html", language)].title)
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (folder / counterpart(MANIFEST, language)).write_text(text, encoding="utf-8")


def describe_app(language: str, name: str) -> dict:
    """Return the manifest of a language, for a site of that name."""
    top = "" if language == SOURCE else "../"
    icons = [{"src": top + file, "sizes": f"{size}x{size}", "type": "image/png"} for size, file in ICONS.items()]
    return {"name": name, "lang": language, "start_url": "./", "display": "browser", "icons": icons}


def write_llms(folder: Path, sources: Path, pages: dict[str, Outline], address: str) -> None:
    """Write llms.txt: what the site is, and each page with a link to its Markdown, which is written beside it.

    The Markdown stands in the folders of the sources, so that the links between its pages hold as they are written.
    """
    files = {path: _copy_markdown(folder, sources, page) for path, page in pages.items()}
    (folder / LLMS).write_text("\n".join(list_pages(pages, files, address)) + "\n", encoding="utf-8")


def list_pages(pages: dict[str, Outline], files: dict[str, str], address: str) -> list[str]:
    """Return the lines of llms.txt; `files` gives the Markdown of each page."""
    home = pages[counterpart("index.html", "en")]
    lines = [f"# {home.title}", "", f"> {home.description}"]
    for language in LANGUAGES:
        lines += ["", f"## {pages[counterpart('index.html', language)].title}", ""]
        own = (page for page in pages.values() if page.language == language)
        lines += [f"- [{page.title}]({address}{files[page.path]}): {page.description}" for page in own]
    return lines


def _copy_markdown(folder: Path, sources: Path, page: Outline) -> str:
    """Write the Markdown of a page, without what only the build needs; return its path in the built site."""
    name = page.name.rstrip("/") or "index"
    source = next(
        path for path in (sources / page.language / f"{name}.md", sources / page.language / name / "index.md") if path.is_file()
    )
    file = folder / MARKDOWN / source.relative_to(sources)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(strip_markdown(source.read_text(encoding="utf-8")), encoding="utf-8")
    return file.relative_to(folder).as_posix()


def strip_markdown(text: str) -> str:
    """Return the Markdown of a page without what only the build needs."""
    front = FRONT.match(text)
    return MARKER.sub("", f"\n{text[front.end() if front else 0 :]}")[1:]
