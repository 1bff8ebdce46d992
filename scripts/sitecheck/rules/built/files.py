"""Rules about the built site as a whole: its files, the site map, the 404 page."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from downloads import FILES
from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.machines import MARKDOWN
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.built import BuiltSite, list_folder
from sitecheck.pages import FOLDER

MAP = "sitemap.xml"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
# What belongs to those who write: by the beginning of a name or of a folder, by its end.
LEFT_OVER = re.compile(
    r"(?:^|/)(?:_data/|\.(?!nojekyll$|well-known/)|Thumbs\.db)|\.(?:md|markdown|ya?ml|py|pyc|toml|ini|log|bak|old|orig|rej|swp|tmp|save)$|~$"
)
GIVEN = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|epub|zip|apkg|tmx|tbx|csv)$")  # what readers take away
OPENED = (".html", ".json", ".xml", ".css", ".js", ".svg", ".png", ".webmanifest", ".txt")


def all_built(site: BuiltSite) -> Iterator[Problem]:
    """Every Markdown page was built; nothing that belongs to the sources alone and no unlisted download was published.

    In site/ru/law/index.html
    wrong: file site/ru/law/index.html.bak
    right: file site/ru/law/index.html
    """
    sources = set(site.sources.values())
    for language in LANGUAGES:
        for file in sorted(list_folder(site.root / FOLDER, f"{language}/")) if (site.root / FOLDER / language).is_dir() else ():
            if file.endswith(".md") and f"{FOLDER}/{file}" not in sources:
                yield Problem(f"{FOLDER}/{file}", 0, 0, "all-built", "the page was not built", "`make site`")
    for path in sorted(site.files):
        if LEFT_OVER.search(path) and not path.startswith(f"{MARKDOWN}/"):
            yield site.problem(path, "all-built", "a file of the sources was published", "remove it, or name it in exclude_docs")
        elif GIVEN.search(path) and path not in FILES:
            fix = "remove it, or name it in scripts/downloads.py"
            yield site.problem(path, "all-built", "the file is in no list of downloads", fix)
        elif path.endswith(OPENED) and not os.stat(f"{site.folder}/{path}").st_size:
            yield site.problem(path, "all-built", "the file is empty", "`make site`")


def titles_apart(site: BuiltSite) -> Iterator[Problem]:
    """No two built pages have the same title, and no two of a language the same description.

    In site/ru/law/index.html
    wrong: <title>Словарь – Закон
    right: <title>Закон
    """
    for key in ("title", "description"):
        first: dict[tuple[str, str], str] = {}
        for path, page in site.pages.items():
            value = getattr(page, key)
            other = first.setdefault((language_of(path), value), path) if value else path
            if other != path:
                yield site.problem(path, "titles-apart", f"{other} has the same {key}: {value}", "say what is special here", key)


def sitemap_whole(site: BuiltSite) -> Iterator[Problem]:
    """The site map is valid and names every page once, with its versions in the other languages.

    In site/sitemap.xml
    wrong: <loc>https://someone.example/site/lew/</loc>
    right: <loc>https://someone.example/site/law/</loc>
    """
    if not site.address or MAP not in site.files:
        if site.address and not site.offline:  # nobody looks for one on a disk
            yield site.problem(MAP, "sitemap-whole", "there is no site map", "MkDocs writes it: `make site`")
        return
    try:
        tree = ElementTree.fromstring(site.read(MAP))
    except ElementTree.ParseError as error:
        yield Problem(f"site/{MAP}", *error.position, "sitemap-whole", f"not valid XML: {error.msg}", "`make site`")
        return
    entries = {(entry.findtext("s:loc", "", NAMES) or "").strip(): entry for entry in tree.iterfind("s:url", NAMES)}
    if len(entries) < len(tree.findall("s:url", NAMES)):
        yield site.problem(MAP, "sitemap-whole", "an address appears twice", "name each page once")
    wanted = {site.url(path): path for path in site.pages if path != NOT_FOUND and site.sources[path]}
    for address in sorted(wanted.keys() - entries.keys()):
        yield site.problem(wanted[address], "sitemap-whole", f"the site map does not name {address}", "`make site` writes it")
    for address in sorted(entries.keys() - wanted.keys()):
        found = site.resolve(MAP, address)
        if not address.startswith(site.address) or found is None or found[0] not in site.files or site.url(found[0]) != address:
            yield site.problem(
                MAP, "sitemap-whole", f"{address} is not a page of the site", f"remove it{suggest(address, wanted)}"
            )
    for address in sorted(entries.keys() & wanted.keys()):
        yield from _map_versions(site, wanted[address], entries[address])
    if f"{MAP}.gz" in site.files and not _same_packed(site):
        yield site.problem(
            f"{MAP}.gz", "sitemap-whole", "the compressed site map differs from sitemap.xml", "`make site` writes both"
        )


def _map_versions(site: BuiltSite, path: str, entry: ElementTree.Element) -> Iterator[Problem]:
    links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", NAMES)}
    for code in LANGUAGES if links else ():
        wanted = site.url(counterpart(path, code))
        if links.get(code) != wanted:
            message = f"the site map gives {links.get(code) or 'nothing'} as the {code} version of {site.url(path)}"
            yield site.problem(path, "sitemap-whole", message, f"it must be {wanted}")


def _same_packed(site: BuiltSite) -> bool:
    try:
        return gzip.decompress((site.folder / f"{MAP}.gz").read_bytes()) == (site.folder / MAP).read_bytes()
    except OSError:
        return False


def robots_open(site: BuiltSite) -> Iterator[Problem]:
    """robots.txt, where there is one, closes nothing that is published and names the site map.

    In site/robots.txt
    wrong: Disallow: /
    right: Allow: /
    """
    if "robots.txt" not in site.files:
        return
    lines = [line.partition("#")[0].partition(":") for line in site.read("robots.txt").splitlines()]
    values = [(key.strip().lower(), value.strip()) for key, _, value in lines if key.strip()]
    for key, value in values:
        if key == "disallow" and value:
            yield site.problem(
                "robots.txt", "robots-open", f"Disallow: {value} closes pages to search engines", "remove the line"
            )
        elif key == "sitemap" and site.address and value != site.address + MAP:
            yield site.problem("robots.txt", "robots-open", f"the site map is not at {value}", f"Sitemap: {site.address}{MAP}")
        elif key not in ("disallow", "sitemap", "allow", "user-agent", "crawl-delay", "host"):
            yield site.problem("robots.txt", "robots-open", f"there is no key {key}", "User-agent, Allow, Disallow, Sitemap")
    if site.address and "sitemap" not in dict(values):
        yield site.problem("robots.txt", "robots-open", "the site map is not named", f"Sitemap: {site.address}{MAP}")
