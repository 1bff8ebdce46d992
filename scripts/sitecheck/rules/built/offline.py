"""Rules about a site that is opened from a disk."""

from __future__ import annotations

from collections.abc import Iterator

from finish.alternates import NOT_FOUND
from problems import Problem

from sitecheck.parsed import Parsed


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
