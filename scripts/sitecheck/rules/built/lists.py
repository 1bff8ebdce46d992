"""Rules about what is made from the pages for machines: manifests, pictures, llms.txt and the pages' Markdown."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from xml.etree import ElementTree

from finish.alternates import counterpart
from finish.machines import LLMS, MANIFEST, MARKDOWN, describe_app, list_pages
from finish.outline import Outline, in_order
from finish.pictures import ICONS
from finish.previews import PICTURE, PICTURE_SIZE
from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.built import BuiltSite, is_page
from sitecheck.compare import differences
from sitecheck.pages import FOLDER

FEW = 20  # lines are named one by one
PNG = b"\x89PNG\r\n\x1a\n"


def manifests_whole(site: BuiltSite) -> Iterator[Problem]:
    """Each language has a manifest with its name, its home page and the icons.

    In site/ru/manifest.webmanifest
    wrong: "lang": "kk"
    right: "lang": "ru"
    """
    for code in LANGUAGES:
        path, home = counterpart(MANIFEST, code), counterpart("index.html", code)
        if path not in site.files:
            yield Problem(f"site/{path}", 0, 0, "manifests-whole", f"there is no manifest in {code}", "`make site` writes it")
            continue
        try:
            found = json.loads(site.read(path))
        except ValueError:  # `data-leads` names it
            continue
        wanted = describe_app(code, site.pages[home].heading) if home in site.pages else found
        for key, value, right in differences(found, wanted):
            yield site.problem(path, "manifests-whole", f"{key} is {value}", f"it must be {right}; `make site` writes it")


def pictures_drawn(site: BuiltSite) -> Iterator[Problem]:
    """The icons and the pictures for previews are PNG, each in its size; drawings are whole SVG.

    In site/assets/icon-180.png
    wrong: file site/assets/icon-181.png
    right: file site/assets/icon-180.png
    """
    wanted = {name: (size, size) for size, name in ICONS.items()}
    wanted |= {PICTURE.format(code): PICTURE_SIZE for code in LANGUAGES}
    for path, (width, height) in wanted.items():
        content = (site.folder / path).read_bytes() if path in site.files else b""
        found = struct.unpack(">II", content[16:24]) if content.startswith(PNG) and len(content) > 24 else None
        if found != (width, height):
            what = f"is {found[0]} × {found[1]} points" if found else "is not a PNG" if content else "is missing or empty"
            fix = f"`make site` draws it, {width} × {height} points"
            yield Problem(f"site/{path}", 0, 0, "pictures-drawn", f"the picture {what}", fix)
    for path in sorted(path for path in site.files if path.endswith(".svg")):
        try:
            ElementTree.fromstring(site.read(path))
        except ElementTree.ParseError as error:
            message = f"the drawing is not valid: {error.msg}"
            yield Problem(f"site/{path}", *error.position, "pictures-drawn", message, "mend it in docs/assets/")


def llms_whole(site: BuiltSite) -> Iterator[Problem]:
    """llms.txt names the Markdown of every page once, in its language, with the page's title and description.

    In site/llms.txt
    wrong: /markdown/ru/lew.md
    right: /markdown/ru/law.md
    """
    if any(counterpart("index.html", code) not in site.pages for code in LANGUAGES):
        return
    if LLMS not in site.files:
        if any(path.startswith(f"{MARKDOWN}/") for path in site.files):
            yield Problem(f"site/{LLMS}", 0, 0, "llms-whole", f"there is no {LLMS}", "`make site` writes it")
        return
    pages = {path: Outline(path, page.heading, page.description) for path, page in site.pages.items() if is_page(path)}
    twins = {path: f"{MARKDOWN}/{site.sources[path].removeprefix(f'{FOLDER}/')}" for path in pages if site.sources[path]}
    ordered = {path: page for path, page in in_order(pages).items() if path in twins}
    wanted, found = list_pages(ordered, twins, site.address), site.read(LLMS).splitlines()
    known, there = set(wanted), set(found)
    lost = [line for line in dict.fromkeys(wanted) if line not in there]
    if len(lost) > FEW:
        message = f"{len(lost)} lines are missing, the first “{lost[0]}”"
        yield Problem(f"site/{LLMS}", 0, 0, "llms-whole", message, "`make site` writes it")
        return
    for number, line in enumerate(found, 1):
        if line not in known:
            fix = f"`make site` writes it{suggest(line, lost)}"
            yield Problem(f"site/{LLMS}", number, 1, "llms-whole", f"the line “{line}” tells of no page", fix)
    for line in lost:
        yield Problem(f"site/{LLMS}", 0, 0, "llms-whole", f"the line “{line}” is missing", "`make site` writes it")
    if there == known and found != wanted:
        yield Problem(f"site/{LLMS}", 0, 0, "llms-whole", "a line appears twice or in the wrong place", "`make site` writes it")


def twins_match(site: BuiltSite) -> Iterator[Problem]:
    """Beside llms.txt stands the Markdown of every page, as it is written, and no other.

    In site/markdown/ru/law.md
    wrong: # Законы
    right: # Закон
    """
    twins = {path for path in site.files if path.startswith(f"{MARKDOWN}/")}
    if not twins and LLMS not in site.files:
        return
    for path in site.pages:
        site.front(path)  # reads the source, where no rule has yet
    sources = {
        source: f"{MARKDOWN}/{source.removeprefix(f'{FOLDER}/')}" for source in site.sources.values() if source[-3:] == ".md"
    }
    for path in sorted(twins - set(sources.values())):
        fix = f"remove it: no page is made from {FOLDER}/{path.removeprefix(f'{MARKDOWN}/')}"
        yield Problem(f"site/{path}", 0, 0, "twins-match", "the Markdown belongs to no page", fix)
    for source, path in sources.items():
        if path not in twins:
            yield Problem(source, 0, 0, "twins-match", f"there is no {path}", "`make site` writes it")
        elif hash(site.read(path)) != site.twins[source]:
            yield Problem(f"site/{path}", 0, 0, "twins-match", f"the Markdown is not that of {source}", "`make site` writes it")
