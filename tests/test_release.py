"""A release: the same commit gives the same bytes, the parts list is whole, the notes are the version's own."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from parts import list_parts
from problems import CannotCheck
from release import make_release, pack_folder, read_notes
from vendor import read_vendored

ROOT = Path(__file__).resolve().parent.parent
MADE = datetime(2026, 7, 1, tzinfo=UTC)


def test_the_parts_list_is_valid_and_whole():
    text = list_parts(ROOT, "1.0.0", MADE)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    names = {part["name"] for part in json.loads(text)["components"]}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
    assert names == locked | set(read_vendored())
    assert list_parts(ROOT, "1.0.0", MADE) == text


def test_a_package_is_in_the_parts_list_with_the_hashes_of_the_lock_file():
    parts = {part["name"]: part for part in json.loads(list_parts(ROOT, "1.0.0", MADE))["components"]}
    hashes = {found["content"] for found in parts["mkdocs"]["externalReferences"][0]["hashes"]}
    lines = (ROOT / "requirements.txt").read_text().split("\nmkdocs==")[1].split("# via")[0]
    assert hashes == set(re.findall(r"sha256:(\w+)", lines))


def test_the_notes_are_the_section_of_the_version():
    changelog = "# Changes\n\n## Unreleased\n\n- c\n\n## 1.1.0 – 2026-02-01\n\n- b\n\n## 1.0.0 – 2026-01-01\n\n- a\n"
    assert read_notes(changelog, "1.1.0") == "- b\n"
    with pytest.raises(CannotCheck, match=r"CHANGELOG.md has no section “## 2.0.0”, only: Unreleased, 1.1.0, 1.0.0"):
        read_notes(changelog, "2.0.0")


def test_an_archive_depends_on_the_files_alone(tmp_path):
    for name in ("a", "b"):
        folder = tmp_path / name
        (folder / "ru").mkdir(parents=True)
        for file in ("index.html", "ru/index.html") if name == "a" else ("ru/index.html", "index.html"):
            (folder / file).write_text("the same")
        (folder / "index.html").chmod(0o600 if name == "a" else 0o644)
        pack_folder(folder, tmp_path / f"{name}.zip", MADE)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_checksums_are_those_that_sha256sum_reads(tmp_path):
    for name, text in {"CHANGELOG.md": "## 1.0.0\n\n- first\n", "site/index.html": "site", "editions/kk.pdf": "book"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    for name in ("requirements.txt", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    assert make_release(tmp_path, "1.0.0") == ["NOTES.md", "kk.pdf", "parts-1.0.0.cdx.json", "site-1.0.0.zip"]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "dist", check=True)


def test_a_version_without_notes_is_refused_in_one_sentence():
    done = subprocess.run([sys.executable, ROOT / "scripts/release.py", "0.0.0"], capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("release: CHANGELOG.md has no section “## 0.0.0”")
