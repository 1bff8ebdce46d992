"""Rules about a site that is opened from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from finish.alternates import NOT_FOUND
from problems import Problem

from sitecheck.built import BuiltSite
from sitecheck.parsed import Parsed
from sitecheck.rules.built.loads import DATA

ASKED = re.compile(r"\b(?:fetch|import)\s*\(|\bXMLHttpRequest\b|\blocation\.origin\b|\bserviceWorker\b|\bEventSource\b")


def offline_opens(page: Parsed) -> Iterator[Problem]:
    """In the offline edition every link names a file, since a folder opened from a disk shows no page. Checked with --offline.

    In site/index.html
    wrong: <a href="law/">law</a>
    right: <a href="law/index.html">law</a>
    """
    for link in page.addresses if page.path != NOT_FOUND else ():
        address = link[2].partition("#")[0].partition("?")[0]
        found = address and page.leads(address)
        if not found or link[0] == "link" and link[1] == "href" and not address.endswith((".css", ".svg")):
            continue
        if address.startswith("/") or "//" in address or found[0].endswith("index.html") and not address.endswith("index.html"):
            message = f"<{link[0]}> leads to {link[2]}, which opens no page when the site is read from a disk"
            yield from page.problem_at(link, "offline-opens", message, f"lead to the file: {found[0]}")
    loading = (*page.by_tag["script"], *page.by_tag["link"]) if page.path != NOT_FOUND else ()
    for element in loading:
        for name in ("crossorigin", "integrity"):
            if name in element.attributes:
                message = f"<{element.tag} {name}> is loaded on no page opened from a disk"
                yield page.problem("offline-opens", message, f"remove {name}", element)
        if element.get("type") == "module" or element.get("src").startswith("//"):
            message = f"<script {'type=module' if element.get('type') else 'src=' + element.get('src')}> is loaded on no page opened from a disk"
            yield page.problem("offline-opens", message, "load a plain script beside the page", element)


def offline_runs(site: BuiltSite) -> Iterator[Problem]:
    """In the offline edition no script asks for what a page opened from a disk may not have. Checked with --offline.

    In site/assets/load.js
    wrong: fetch("dialog.css")
    right: load("dialog.css")
    """
    for path in sorted(name for name in site.files if name.endswith(".js") and not DATA.search(name)):
        for match in ASKED.finditer(site.read(path)):
            message = f"the script says {match[0]}, which does not work on a page opened from a disk"
            yield site.problem(path, "offline-runs", message, "load a script beside the page, as docs/assets/load.js does")
