"""Rules about the built site as a whole: site map, search, styles, data, the 404 page."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.machines import MARKDOWN
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.built import BuiltSite
from sitecheck.pages import FOLDER
from sitecheck.parsed import Parsed, css_addresses
from sitecheck.places import source_file

MAP = "sitemap.xml"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LEFT_OVER = re.compile(r"(?:^|/)(?:_data/|\.git|\.DS_Store|Thumbs\.db|.*\.(?:md|markdown|ya?ml|py|bak|orig|swp|tmp)$|.*~$)")
LOADED = re.compile(r"[\"'`](?:\.\./|[\w-]+/)*(?P<name>[\w-]+(?:\$\{language\}|\$\{other\})?\.(?:js|css))[\"'`]")
DATA = re.compile(r"^assets/vendor/|^assets/search/texts-|\.blocks\.js$")  # scripts of others, texts: none loads a file
SLOT = re.compile(r"\$\{\w+\}")
POINTERS = ("location", "address", "url", "href", "link", "page", "path")


def all_built(site: BuiltSite) -> Iterator[Problem]:
    """Every Markdown page was built, and nothing that belongs to the sources alone was published.

    In site/ru/law/index.html
    wrong: file site/ru/law/index.html.bak
    right: file site/ru/law/index.html
    """
    sources = set(site.sources.values())
    for language in LANGUAGES:
        folder = site.root / FOLDER / language
        for file in sorted(folder.rglob("*.md")):
            name = file.relative_to(site.root).as_posix()
            if name not in sources:
                yield Problem(name, 0, 0, "all-built", "the page was not built", "`make site`")
    for path in sorted(site.files):
        if LEFT_OVER.search(path) and not path.startswith(f"{MARKDOWN}/"):
            yield site.problem(path, "all-built", "a file of the sources was published", "remove it, or name it in exclude_docs")
        elif path.endswith((".html", ".json", ".xml", ".css", ".js")) and not (site.folder / path).stat().st_size:
            yield site.problem(path, "all-built", "the file is empty", "`make site`")


def titles_apart(site: BuiltSite) -> Iterator[Problem]:
    """No two built pages have the same title, and no two of a language the same description.

    In site/ru/law/index.html
    wrong: <title>ru ru/index.html
    right: <title>ru ru/law/index.html
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
        if site.address:
            yield site.problem(MAP, "sitemap-whole", "there is no site map", "MkDocs writes it: `make site`")
        return
    try:
        tree = ElementTree.fromstring(site.read(MAP))
    except ElementTree.ParseError as error:
        yield Problem(f"site/{MAP}", *error.position, "sitemap-whole", f"not valid XML: {error.msg}", "`make site`")
        return
    entries = {(entry.findtext("s:loc", "", NAMES) or "").strip(): entry for entry in tree.iterfind("s:url", NAMES)}
    if len(entries) < len(tree.findall("s:url", NAMES)):
        yield site.problem(MAP, "sitemap-whole", "an address stands twice", "name each page once")
    wanted = {site.url(path): path for path in site.pages if path != NOT_FOUND and site.sources[path]}
    for address in sorted(wanted.keys() - entries.keys()):
        yield site.problem(wanted[address], "sitemap-whole", f"the site map does not name {address}", "`make site` writes it")
    for address in sorted(entries.keys() - wanted.keys()):
        found = site.resolve(MAP, address)
        if not address.startswith(site.address) or found is None or found[0] not in site.files or site.url(found[0]) != address:
            yield site.problem(MAP, "sitemap-whole", f"{address} is no page of the site", f"remove it{suggest(address, wanted)}")
    for address in sorted(entries.keys() & wanted.keys()):
        yield from _map_versions(site, wanted[address], entries[address])
    if f"{MAP}.gz" in site.files and not _same_packed(site):
        yield site.problem(f"{MAP}.gz", "sitemap-whole", "the packed site map is another one", "`make site` writes both")


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


def data_leads(site: BuiltSite) -> Iterator[Problem]:
    """Published data is valid JSON, and every address in it leads to a page and an id that exist.

    In site/law.json
    wrong: "address": "law/#lew"
    right: "address": "law/#law"
    """
    for path in sorted(name for name in site.files if name.endswith((".json", ".webmanifest", ".jsonld"))):
        if path.startswith("assets/vendor/"):
            continue
        try:
            data = json.loads(site.read(path))
        except ValueError as error:
            yield site.problem(path, "data-leads", f"not valid JSON: {error}", "`make site`")
            continue
        for address in dict.fromkeys(_pointers(data)):
            if fault := _pointer_fault(site, posixpath.join(posixpath.dirname(path), "index.html"), address):
                yield site.problem(path, "data-leads", *fault)


def scripts_load(site: BuiltSite) -> Iterator[Problem]:
    """The scripts and styles that a script loads later are there, for every language.

    In site/assets/load.js
    wrong: "lost.css"
    right: "dialog.css"
    """
    names = {posixpath.basename(name) for name in site.files}
    for path in sorted(name for name in site.files if name.endswith(".js") and not DATA.search(name)):
        for match in LOADED.finditer(site.read(path)):
            wanted = {SLOT.sub(code, match["name"]) for code in LANGUAGES}
            for name in sorted(wanted - names):
                message = f"the script loads {name}, which does not exist"
                yield site.problem(path, "scripts-load", message, f"name a file of docs/assets/{suggest(name, names)}")


def _pointers(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in POINTERS and isinstance(value, str))
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _pointers(value)


def _pointer_fault(site: BuiltSite, path: str, address: str) -> tuple[str, str] | None:
    found = site.resolve(path, address) if address else ("index.html", "")
    if found is None or re.search(r"\s", address):
        return None
    file, id = found
    if file not in site.files:
        return f"an entry leads to {address}, which does not exist", f"no such file was built{suggest(file, site.files)}"
    if id and file in site.pages and id not in site.pages[file].ids:
        return f"an entry leads to {address}: there is no #{id}", f"{file} has no such id{suggest(id, site.pages[file].ids)}"
    return None


def styles_load(site: BuiltSite) -> Iterator[Problem]:
    """Addresses in published style files lead to files that exist here.

    In site/site.css
    wrong: url(won.svg)
    right: url(one.svg)
    """
    for path in sorted(name for name in site.files if name.endswith(".css")):
        text = site.read(path)
        for address in css_addresses(text):
            if address.startswith(("data:", "#", "var(")):
                continue
            found = site.resolve(path, address)
            if found is None or found[0] not in site.files:
                what = "is on another host" if found is None else "does not exist"
                source = f"{FOLDER}/{path}" if (site.root / FOLDER / path).is_file() else f"site/{path}"
                yield Problem(
                    source,
                    0,
                    0,
                    "styles-load",
                    f"url({address}) {what}",
                    f"name a file of the site{suggest(address, site.files)}",
                )


def not_found_page(site: BuiltSite) -> Iterator[Problem]:
    """The 404 page works for an address of any depth: it is there, full addresses only, a way home in each language.

    In site/404.html
    wrong: href="ru/">
    right: href="/site/ru/">
    """
    if NOT_FOUND not in site.pages:
        source = source_file(site.root, NOT_FOUND)
        fix = f"`make site`: {source} makes it" if source else "write overrides/404.html"
        yield Problem(source or f"site/{NOT_FOUND}", 0, 0, "not-found-page", "there is no 404 page", fix)
        return
    page = site.parse_page(NOT_FOUND)
    for link in page.addresses:
        if link[2] and not re.match(r"/|#|data:|[a-z]+:", link[2]):
            message = f"<{link[0]}> leads to {link[2]}, which is wrong in deeper folders"
            yield from page.problem_at(link, "not-found-page", message, "write {{ 'law/' | url }}: a full path")
    marked = {element.get("lang") for element in page.by_attribute["lang"]}
    for code in set(LANGUAGES) - marked:
        message = f"no text of the 404 page is marked as {code}"
        yield page.problem("not-found-page", message, f'put it into <div lang="{code}">')
    homes = {found[0] for link in page.addresses if (found := page.leads(link[2]))}
    for code in LANGUAGES:
        if counterpart("index.html", code) not in homes:
            base = urlsplit(site.address).path or "/"
            message = f"the 404 page does not lead to the home page in {code}"
            yield page.problem(
                "not-found-page", message, f"link {base}{counterpart('index.html', code).removesuffix('index.html')}"
            )


def offline_opens(page: Parsed) -> Iterator[Problem]:
    """In the offline edition every link names a file, since a folder shows no page from a disk. Checked with --offline.

    In site/index.html
    wrong: <a href="law/">law</a>
    right: <a href="law/index.html">law</a>
    """
    for link in page.addresses if page.path != NOT_FOUND else ():
        address = link[2].partition("#")[0].partition("?")[0]
        found = address and page.leads(address)
        if not found or link[0] == "link" and link[1] == "href" and not address.endswith((".css", ".svg")):
            continue
        if address.startswith("/") or found[0].endswith("index.html") and not address.endswith("index.html"):
            message = f"<{link[0]}> leads to {link[2]}, which opens no page from a disk"
            yield from page.problem_at(link, "offline-opens", message, f"lead to the file: {found[0]}")
