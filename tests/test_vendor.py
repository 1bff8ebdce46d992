"""What comes from elsewhere: the vendored files are as they came, and a package that is another is refused."""

import json
import re
import shutil
import tarfile
from pathlib import Path

import pytest
import vendor
from problems import CannotCheck
from vendor import FOLDER, fetch_files, find_touched, read_vendored

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "vendor")
    return tmp_path / "vendor"


def test_the_vendored_files_are_untouched():
    assert find_touched() == []


def test_every_vendored_package_says_where_it_comes_from():
    for package in read_vendored().values():
        assert set(package) == {"origin", "version", "licence", "integrity", "files"}
        assert any("LICENSE" in name for name in package["files"]), "the licence comes along"


def test_a_touched_file_is_found(folder):
    (folder / "minisearch.js").write_text("alert(1)")
    (folder / "minisearch.LICENSE.txt").unlink()
    (folder / "more.js").touch()
    assert find_touched(folder) == [
        "minisearch.LICENSE.txt is missing",
        "minisearch.js is not as it came",
        "more.js is not listed",
    ]


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """An npm that gives a package of our own making."""
    package = tmp_path / "package"
    (package / "dist/umd").mkdir(parents=True)
    (package / "dist/umd/index.js").write_text("a newer one")
    (package / "LICENSE.txt").write_text("MIT")
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as archive:
        archive.add(package, "package")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/npm").write_text(f"#!/bin/sh\ncp {tmp_path}/package.tgz .\n")
    (tmp_path / "bin/npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    return tmp_path / "package.tgz"


def test_another_package_than_the_one_named_is_refused(folder, npm):
    with pytest.raises(
        CannotCheck, match=r"minisearch@\S+ has the integrity sha512-\S+, VENDOR.yml names .*: nothing was written"
    ):
        fetch_files(folder)
    assert find_touched(folder) == []


def test_a_newer_package_is_taken_with_its_checksums(folder, npm, capsys):
    text = (folder / vendor.LIST).read_text()
    old = read_vendored(folder)["minisearch"]["integrity"]
    (folder / vendor.LIST).write_text(text.replace(old, vendor.integrity_of(npm.read_bytes())))
    fetch_files(folder)
    assert (folder / "minisearch.js").read_text() == "a newer one"
    assert find_touched(folder) == []


def test_without_npm_one_sentence_says_what_is_needed(folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotCheck, match="npm is needed to fetch the vendored files: install Node.js"):
        fetch_files(folder)


@pytest.mark.parametrize("file", ["requirements.txt", "benchmarks/tools.txt"])
def test_every_python_package_is_locked_with_a_hash_and_without_an_address(file):
    lock = (ROOT / file).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", lock[lock.index("==") :])
    assert [package.partition(" ")[0] for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in lock


def test_every_npm_package_is_locked_with_a_hash_and_without_an_address():
    text = (ROOT / "benchmarks/package-lock.json").read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert "://" not in text
