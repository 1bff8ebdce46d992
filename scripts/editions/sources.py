"""What ties editions to the sources they were made from: they are published only beside a site of the same sources."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

FOLDER = Path("editions")
MANIFEST = "manifest.json"
SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml")


def digest_sources(root: Path) -> str:
    """Return a digest of every file that the site and the editions are made from."""
    digest = hashlib.sha256()
    files = (file for name in SOURCES for file in ([root / name] if (root / name).is_file() else (root / name).rglob("*")))
    for file in sorted(file for file in files if file.is_file() and "__pycache__" not in file.parts):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def read_manifest(root: Path) -> dict[str, dict]:
    """Return the editions that belong to the present sources, {name: {bytes, sha256, date}}; none where they do not."""
    file = root / FOLDER / MANIFEST
    if not file.is_file():
        return {}
    manifest = json.loads(file.read_text(encoding="utf-8"))
    return manifest["files"] if manifest["sources"] == digest_sources(root) else {}
