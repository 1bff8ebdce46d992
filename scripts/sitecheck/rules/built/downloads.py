"""Rules about what pages tell of files for readers to take away."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from downloads import ALL, FILES, FOLDER, list_files
from finish.alternates import language_of
from finish.downloads import PAGES as DOWNLOAD_PAGES
from finish.facts import PLACE, find_link, write_facts
from problems import Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitecheck.parsed import Element, Parsed

KIND = PLACE.partition(".")[2].encode()  # the class, which few pages name
NO_DAY = "1970"  # for a comparison that fails anyway
FILE = re.compile(r"[\w.-]+\.[a-z]{2,8}")
FILE_LANGUAGES = {f"{FOLDER}/{file}": language for name in ALL for file, language in list_files(name).items()}


def downloads_told(page: Parsed) -> Iterator[Problem]:
    """What a page says about a download is true: its language, its size, its checksum; and the list of downloads names all.

    In site/index.html
    wrong: <p><a href="one.svg" download>one.svg</a> <span class="facts">12 KB</span></p>
    right: <p>The law.</p>
    """
    places = page.tree.css(PLACE) if KIND in page.html else []
    for place in places:
        link = find_link(place)
        file = link and page.leads(link.attributes.get("href") or "")
        if (
            file and file[0] in page.site.files and (fault := _told_fault(page, place, link, file[0]))
        ):  # or `built-links` names it
            yield page.problem("downloads-told", fault, "`make site` writes it", Element("a", link.attributes, link))
    if page.path in DOWNLOAD_PAGES:
        offered = {found[0] for each in page.by_tag["a"] if (found := page.leads(each.get("href")))}
        for file in sorted((FILES & page.site.files) - offered):
            yield page.problem(
                "downloads-told", f"{file} is published, but the page does not lead to it", "`make site` writes it", "title"
            )
        if len(places) != len(FILES):
            message = f"the page describes {len(places)} downloads, but there are {len(FILES)}"
            yield page.problem("downloads-told", message, "describe each in docs/_data/editions.yml", "title")


def _told_fault(page: Parsed, place: LexborNode, link: LexborNode, file: str) -> str:
    """Return what is told wrong of a file: its language or name by the words of the link, its size and checksum beside it."""
    words, name = link.text().strip(), posixpath.basename(file)
    marked = [node.attributes.get("lang") for node in link.css("[lang]")]
    if (
        file in FILE_LANGUAGES
        and any(language != FILE_LANGUAGES[file] for language in marked)
        or FILE.fullmatch(words)
        and words != name
    ):
        return f"the words of the link to {file} are “{words}”"
    time = place.css_first("time")
    day = time.attributes["datetime"] if time else NO_DAY
    true = write_facts((page.site.folder / file).read_bytes(), day, language_of(page.path))
    return (
        ""
        if place.text() == LexborHTMLParser(true).body.text()
        else f"what the page says about {file} is not true: {place.text() or 'nothing'}"
    )
