"""The whole site as a zip: unpacked, every page opens from a disk, without a server or a network."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from editions.stamp import Stamp

# An address of a folder inside the site, in a page or in a script that holds HTML: from a disk it must name the file.
FOLDER_LINK = re.compile(r'(\bhref=\\?"?)((?:\.\./|[\w.-]+/)*|\.)(?=[#?"\\ >])')
OUTSIDE = ("downloads/", "sitemap.xml", "robots.txt", "CNAME")
HTML = (".html", ".blocks.js")


def make_offline(site: Path, name: str, stamp: Stamp) -> bytes:
    """Return the zip; everything in it stands in one folder, `name`."""
    out = io.BytesIO()
    time = datetime.fromtimestamp(max(stamp.seconds, 315532800), UTC)  # a zip knows no time before 1980
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            path = file.relative_to(site).as_posix()
            if path.startswith(OUTSIDE):
                continue
            entry = zipfile.ZipInfo(f"{name}/{path}", time.timetuple()[:6])
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, _from_disk(file))
    return out.getvalue()


def _from_disk(file: Path) -> bytes:
    """Return a file of the site with every link to a folder leading to the page in it."""
    if not file.name.endswith(HTML):
        return file.read_bytes()
    return FOLDER_LINK.sub(_name_file, file.read_text(encoding="utf-8")).encode()


def _name_file(match: re.Match) -> str:
    start, folder = match.groups()
    if not folder:  # "#p4": this page
        return match[0]
    return f"{start}{'' if folder == '.' else folder}index.html"
