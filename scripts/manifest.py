"""What ties editions to the sources they were made from: they are published only beside a site of the same sources."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

EDITIONS = Path("editions")
MANIFEST = "manifest.json"
SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt")


def digest_sources(root: Path) -> str:
    """Return a digest of every file that the site and the editions are made from."""
    digest = hashlib.sha256()
    for name in SOURCES:
        place = root / name
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def write_manifest(root: Path, version: str, day: str, names: list[str]) -> bytes:
    """Return the list of editions that were made, with the digest of their sources."""
    manifest = {"version": version, "day": day, "sources": digest_sources(root), "files": names}
    return (json.dumps(manifest, indent=1) + "\n").encode()


def read_manifest(root: Path) -> dict[str, str]:
    """Return the editions that belong to the present sources, each with its day; none where they do not."""
    file = root / EDITIONS / MANIFEST
    if not file.is_file():
        return {}
    manifest = json.loads(file.read_text(encoding="utf-8"))
    return dict.fromkeys(manifest["files"], manifest["day"]) if manifest["sources"] == digest_sources(root) else {}
