"""The whole site as a zip: unpacked, every page opens from a disk, without a server or a network."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from finish.downloads import PAGES, fill_page
from finish.facts import write_facts
from finish.policy import set_policy
from records import Record
from stamp import Stamp

# An address of a folder inside the site, in a page or in a script that holds HTML: from a disk it must name the file.
FOLDER_LINK = re.compile(r'(\bhref=(?:\\?")?)((?:[\w.-]+/)*(?:\.\.?)?)(?=[#?"\\ >])')
NEEDLESS = ("sitemap.xml", "sitemap.xml.gz", "robots.txt", "CNAME")
HTML = (".html", ".blocks.js")
FIRST = datetime(1980, 1, 1, tzinfo=UTC)  # a zip knows no time before


def make_offline(site: Path, name: str, words: dict[str, Record], stamp: Stamp) -> bytes:
    """Return the zip; everything in it stands in one folder, `name`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.comment = stamp.version.encode()
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            path = file.relative_to(site).as_posix()
            if path not in NEEDLESS:
                entry = zipfile.ZipInfo(f"{name}/{path}", max(stamp.time, FIRST).timetuple()[:6])
                entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
                archive.writestr(entry, _from_disk(site, path, words, stamp))
    return out.getvalue()


def _from_disk(site: Path, path: str, words: dict[str, Record], stamp: Stamp) -> bytes:
    """Return a file of the site with every link to a folder leading to the page in it, and no link to what is not here."""
    content = (site / path).read_bytes()
    if not path.endswith(HTML):
        return content

    def facts(other: str, language: str) -> str:
        file = site / other
        return write_facts(file.read_bytes(), stamp.day, language) if file.is_file() else ""

    html = content.decode()
    if path in PAGES:
        html = fill_page(html, path, facts, words)
    html = FOLDER_LINK.sub(_name_file, html)
    return (set_policy(html) if path.endswith(".html") else html).encode()


def _name_file(match: re.Match) -> str:
    start, folder = match.groups()
    if not folder:  # "#p4": this page
        return match[0]
    return f"{start}{folder}{'' if folder.endswith('/') else '/'}index.html"
