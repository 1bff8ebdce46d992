#!/usr/bin/env python3
"""Put a release together in dist/: `make release VERSION=1.2.0`. The site is built before; the same commit gives the same bytes."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from manifest import EDITIONS, MANIFEST
from parts import list_parts
from problems import CannotCheck
from publish import SITE
from stamp import read_stamp
from vendor import checksum

ROOT = Path(__file__).resolve().parent.parent
DIST = Path("dist")
SUMS, NOTES = "SHA256SUMS", "NOTES.md"


def make_release(root: Path, version: str) -> list[str]:
    """Make dist/ anew: the site as one archive, the editions if there are any, parts list, notes, checksums; return the names."""
    notes = read_notes((root / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if not (root / SITE).is_dir():
        raise CannotCheck(f"there is no {SITE}/: build it with `make site`")
    made = read_stamp(root).time
    dist = root / DIST
    shutil.rmtree(dist, ignore_errors=True)
    shutil.copytree(root / EDITIONS, dist, ignore=shutil.ignore_patterns(MANIFEST)) if (
        root / EDITIONS
    ).is_dir() else dist.mkdir()
    pack_folder(root / SITE, dist / f"site-{version}.zip", made)
    (dist / f"parts-{version}.cdx.json").write_text(list_parts(root, version, made), encoding="utf-8")
    (dist / NOTES).write_text(notes, encoding="utf-8")
    files = sorted(path for path in dist.rglob("*") if path.is_file())
    sums = "".join(f"{checksum(path.read_bytes())}  {path.relative_to(dist).as_posix()}\n" for path in files)
    (dist / SUMS).write_text(sums, encoding="utf-8")
    return [path.relative_to(dist).as_posix() for path in files]


def pack_folder(folder: Path, archive: Path, made: datetime) -> None:
    """Pack a folder into a ZIP archive: sorted, all files of one time and one mode, so that the bytes depend on nothing else."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as contents:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(
                path.relative_to(folder).as_posix(), max(made, datetime(1980, 1, 1, tzinfo=UTC)).timetuple()[:6]
            )
            entry.external_attr = 0o644 << 16
            contents.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def read_notes(changelog: str, version: str) -> str:
    """Return the section of a version, without its heading. Raises CannotCheck where there is none."""
    sections = dict(re.findall(r"^## ([\w.]+)[^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL))
    if version not in sections:
        raise CannotCheck(f"CHANGELOG.md has no section “## {version}”, only: {', '.join(sections) or 'none'}")
    return sections[version].strip() + "\n"


if __name__ == "__main__":
    try:
        for name in make_release(ROOT, sys.argv[1]):
            print(f"{DIST}/{name}")
    except (CannotCheck, OSError) as error:
        sys.exit(f"release: {error}")
