#!/usr/bin/env python3
"""Fetch the vendored files anew, as docs/assets/vendor/VENDOR.yml names them: `make vendor`. It needs npm and a network."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import yaml
from problems import CannotCheck

FOLDER = Path(__file__).resolve().parent.parent / "docs/assets/vendor"
LIST = "VENDOR.yml"


def read_vendored(folder: Path = FOLDER) -> dict[str, dict]:
    """Return the vendored packages by name: origin, version, licence, integrity, files."""
    return yaml.safe_load((folder / LIST).read_text(encoding="utf-8"))


def find_touched(folder: Path = FOLDER) -> list[str]:
    """Return a sentence for every file of the folder that is not what the list says, is missing, or is not in the list."""
    listed = {name: file["sha256"] for package in read_vendored(folder).values() for name, file in package["files"].items()}
    there = {path.name: checksum(path.read_bytes()) for path in folder.iterdir() if path.name != LIST}
    return [
        f"{name} is {'missing' if name not in there else 'not listed' if name not in listed else 'not as it came'}"
        for name in sorted(listed.keys() | there.keys())
        if listed.get(name) != there.get(name)
    ]


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def integrity_of(archive: bytes) -> str:
    """Return what npm calls the integrity of a package: the SHA-512 of its archive."""
    return "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()


def fetch_files(folder: Path = FOLDER) -> None:
    """Fetch every package of the list, write its files and their checksums. Raises CannotCheck where a package is another."""
    if not shutil.which("npm"):
        raise CannotCheck("npm is needed to fetch the vendored files: install Node.js")
    text = (folder / LIST).read_text(encoding="utf-8")
    for name, package in read_vendored(folder).items():
        with tempfile.TemporaryDirectory() as temporary:
            archive = _fetch_package(name, package, Path(temporary))
            with tarfile.open(archive) as contents:
                for file, entry in package["files"].items():
                    content = contents.extractfile(f"package/{entry['from']}").read()
                    (folder / file).write_bytes(content)
                    text = re.sub(rf"(?<= {re.escape(file)}:\n)((?:.*\n)*?\s*sha256: )\w+", rf"\g<1>{checksum(content)}", text)
        print(f"fetched {name} {package['version']}: {', '.join(package['files'])}")
    (folder / LIST).write_text(text, encoding="utf-8")


def _fetch_package(name: str, package: dict, folder: Path) -> Path:
    """Return the archive of a package, proven to be the one with the integrity that the list names."""
    wanted = f"{name}@{package['version']}"
    done = subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, capture_output=True, text=True)
    archive = next(folder.glob("*.tgz"), None)
    if done.returncode or not archive:
        raise CannotCheck(f"npm could not fetch {wanted}: {done.stderr.strip()}")
    integrity = integrity_of(archive.read_bytes())
    if integrity != package["integrity"]:
        raise CannotCheck(f"{wanted} has the integrity {integrity}, {LIST} names {package['integrity']}: nothing was written")
    return archive


if __name__ == "__main__":
    try:
        fetch_files()
    except CannotCheck as error:
        sys.exit(f"vendor: {error}")
