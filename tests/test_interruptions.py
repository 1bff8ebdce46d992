"""What can go wrong from outside: a kill at any moment, a full disk, a folder that cannot be written, a wrong Python, a broken
lock file, no browser. The last good site stays whole, and one sentence says what is wrong."""

import ast
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import build
import files
import install
import pytest
from conftest import ADDRESS, REPOSITORY
from files import replace_folder, replace_text, restore_folder

ROOT = Path(__file__).resolve().parent.parent
KILLS = 5  # of the build, and of the editions


@pytest.fixture
def make_project(tmp_path, site):
    """Makes a project of the real pages that has been built: its site/ is the last good one."""

    def make(name):
        root = tmp_path / name
        shutil.copytree(site, root / "site")
        for part in ("docs", "overrides", "scripts", "mkdocs.yml"):
            (root / part).symlink_to(ROOT / part)
        return root

    return make


def start(root, program=(ROOT / "scripts/build.py",), command="site", **options):
    environment = {**os.environ, "SITE_URL": ADDRESS, "REPO_URL": REPOSITORY}
    words = [sys.executable, *program, "--root", root, command]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment, **options)


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_kill_at_random_moments_leaves_the_last_good_site_whole(make_project, site):
    seed = int(time.time())
    moments = random.Random(seed)
    good = contents(site)

    def kill_at(number):
        root = make_project(str(number))
        with start(root) as building:
            time.sleep(moments.uniform(0, 8))
            building.kill()
        return contents(root / "site") == good  # a build that was done gives the same bytes

    with ThreadPoolExecutor(KILLS) as threads:
        assert list(threads.map(kill_at, range(KILLS))) == [True] * KILLS, f"seed {seed}"


# The editions command, its MkDocs and its editions made short: what is killed is what it does with folders.
EDITIONS = """
import sys, shutil, time
sys.path.insert(0, sys.argv[1])
import build, editions, publish
publish._run_mkdocs = lambda root, folder: shutil.copytree(sys.argv[2], folder, dirs_exist_ok=True) and []
publish.finish_site = publish.link_sources = publish.set_policies = lambda *_: None
editions.list_editions = lambda _: {f"made-{n}.dat": lambda n=n: time.sleep(.05) or bytes(9999 * n + 9) for n in range(20)}
raise SystemExit(build.main(sys.argv[3:]))
"""


def test_a_kill_while_editions_are_made_leaves_the_last_good_site_and_editions_whole(make_project, site):
    seed = int(time.time())
    moments = random.Random(seed)
    program = ("-c", EDITIONS, ROOT / "scripts", site)
    first = make_project("first")
    with start(first, program, "editions") as making:
        assert making.wait() == 0, making.stderr.read()
    good = {name: contents(first / name) for name in ("site", "editions")}
    assert "downloads/made-19.dat" in good["site"]

    def kill_at(number):
        root = make_project(str(number))
        for name in good:
            shutil.copytree(first / name, root / name, dirs_exist_ok=True)
        with start(root, program, "editions") as making:
            time.sleep(moments.uniform(0, 4))
            making.kill()
        return {name: contents(root / name) for name in good} == good

    with ThreadPoolExecutor(KILLS) as threads:
        assert list(threads.map(kill_at, range(KILLS))) == [True] * KILLS, f"seed {seed}"


def test_an_edition_that_fails_leaves_the_last_good_site_whole(make_project, site):
    root = make_project("project")
    program = ("-c", EDITIONS.replace("bytes(9999 * n + 9)", "bytes(9 // n)"), ROOT / "scripts", site)
    with start(root, program, "editions") as making:
        error = making.stderr.read()
    assert (making.returncode, error) == (1, "[1/20] made-0.dat failed: ZeroDivisionError: integer division or modulo by zero\n")
    assert contents(root / "site") == contents(site)
    assert len(contents(root / "editions")) == 20  # the others, and their list


def test_a_folder_takes_the_place_of_another_in_one_step(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new/page").write_text("new")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/page").write_text("old")
    replace_folder(tmp_path / "new", tmp_path / "site")
    assert contents(tmp_path) == {"site/page": b"new"}


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_where_folders_cannot_be_exchanged_the_next_build_brings_the_old_one_back(tmp_path, monkeypatch, renames):
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    done = []

    def rename(old, new, really=os.rename):
        if len(done) == renames:
            raise KeyboardInterrupt
        done.append(new)
        really(old, new)

    monkeypatch.setattr(files, "_exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", rename)
    if renames < 2:
        with pytest.raises(KeyboardInterrupt):
            replace_folder(tmp_path / "new", tmp_path / "site")
        renames = 3
        restore_folder(tmp_path / "site")
    else:
        replace_folder(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site/page").read_text() == ("new" if renames == 2 else "site")


def test_a_full_disk_is_told_in_one_sentence(make_project):
    root = make_project("project")
    before = contents(root / "site")
    with start(root, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))) as building:
        error = building.stderr.read()
    assert (building.returncode, error.count("\n")) == (2, 1)
    assert error.startswith("build.py: File too large: ")
    assert error.endswith("; what was there before is as it was\n")
    assert contents(root / "site") == before
    assert [path.name for path in root.glob(".site-*")] == []


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tiny, monkeypatch, capsys):
    def refuse(*_, dir, **__):
        raise OSError(30, "Read-only file system", str(dir))

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert build.main(["--root", str(tiny.root), "site"]) == 2
    assert capsys.readouterr().err == f"build.py: Read-only file system: {tiny.root}; what was there before is as it was\n"


def test_a_page_that_cannot_be_written_is_as_it_was(tmp_path, monkeypatch):
    page = tmp_path / "law.md"
    page.write_text("old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        replace_text(page, "new")
    assert contents(tmp_path) == {"law.md": b"old"}


def test_a_python_that_is_too_old_is_told_in_one_sentence(monkeypatch):
    version = namedtuple("version", "major minor micro")
    monkeypatch.setattr(sys, "version_info", version(3, 10, 12))
    monkeypatch.setattr(sys, "version", "3.10.12 (main)")
    with pytest.raises(SystemExit, match="Python 3.11 or later is needed, this is 3.10.12. Name another: make PYTHON=python3.12"):
        install.install_packages()


def test_an_old_python_can_read_the_file_that_tells_it():
    ast.parse((ROOT / "scripts/install.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_python_that_is_not_there_is_told_in_one_sentence(tmp_path):
    (tmp_path / "scripts").mkdir()
    for name in ("requirements.txt", "scripts/install.py"):
        (tmp_path / name).touch()
    done = subprocess.run(
        ["make", "-C", tmp_path, "-f", ROOT / "Makefile", "PYTHON=python3.99", "site"], capture_output=True, text=True
    )
    told = "make: there is no python3.99. Install Python 3.11 or later, or name it: make PYTHON=python3.12"
    assert done.stderr.splitlines()[0] == told
    assert done.returncode


NOTHING = "0" * 64
AGAIN = "Is there a network? If the file was changed, `git checkout {}` brings it back."


@pytest.mark.parametrize(
    ("lock", "reason"),
    [
        ("<<<<<<< HEAD\n", "Invalid requirement: '<<<<<<< HEAD'"),
        (f"mkdocs==99.1 --hash=sha256:{NOTHING}\n", "Could not find a version that satisfies the requirement mkdocs==99.1. Is"),
    ],
)
def test_a_broken_lock_file_and_no_network_are_told_in_one_sentence(tmp_path, monkeypatch, lock, reason):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    file = tmp_path / "requirements.txt"
    file.write_text(lock)
    with pytest.raises(SystemExit) as stopped:
        install.fetch_packages(sys.executable, file)
    told = str(stopped.value)
    assert told.startswith(f"install: the packages of {file} could not be installed: {reason}")
    assert told.endswith(AGAIN.format(file))
    assert "\n" not in told


def test_a_lock_file_that_lost_a_line_is_told_in_one_sentence(tmp_path, monkeypatch):
    answers = {"install": (0, ""), "check": (1, "jinja2 is not installed.\nnor is another\n")}
    monkeypatch.setattr(subprocess, "run", lambda words, **_: subprocess.CompletedProcess(words, *answers[words[4]], stderr=""))
    with pytest.raises(SystemExit, match="could not be installed: jinja2 is not installed. Is there a network"):
        install.fetch_packages(sys.executable, tmp_path / "requirements.txt")


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """An environment with its lock file; making one is made short, and its packages can be had unless the lock file is broken."""

    def create(folder, **_):
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "bin").mkdir(parents=True)

    def fetch(python, lock):
        if "broken" in lock.read_text():
            raise KeyboardInterrupt

    monkeypatch.setattr(install.venv, "create", create)
    monkeypatch.setattr(install, "fetch_packages", fetch)
    lock = tmp_path / "lock.txt"
    lock.write_text("good")
    install.make_environment(tmp_path / ".venv", lock)
    (tmp_path / ".venv/bin/program").write_text("works")
    return tmp_path / ".venv", lock


def test_an_environment_that_cannot_be_made_anew_stays_as_it_was(environment, tmp_path):
    folder, lock = environment
    before = contents(folder)
    lock.write_text("broken")
    with pytest.raises(KeyboardInterrupt):
        install.make_environment(folder, lock)
    assert contents(folder) == before
    folder.rename(tmp_path / ".venv-old")  # a kill while the new one was made
    (folder / "bin").mkdir(parents=True)
    with pytest.raises(KeyboardInterrupt):
        install.make_environment(folder, lock)
    assert contents(folder) == before
    lock.write_text("another")
    install.make_environment(folder, lock)
    assert sorted(contents(tmp_path)) == [".venv/ready", "lock.txt"]


def test_a_link_to_an_environment_is_replaced_and_what_it_leads_to_stays(environment, tmp_path):
    folder, lock = environment
    before = contents(folder)
    link = tmp_path / "other"
    link.symlink_to(folder)
    install.make_environment(link, lock)
    assert contents(folder) == before
    assert sorted(contents(link)) == ["ready"]
    assert not (tmp_path / "other-old").is_symlink()


def test_a_lock_file_that_is_only_newer_makes_nothing_anew(environment):
    folder, lock = environment
    later = (folder / "ready").stat().st_mtime + 5
    os.utime(folder / "ready", (1, 1))
    os.utime(lock, (later, later))
    assert install.is_made(folder, lock)
    assert (folder / "ready").stat().st_mtime > 1
    lock.write_text("another")
    assert not install.is_made(folder, lock)


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (b"ERROR: an OSError: [Errno 28] No space left on device\nTraceback\n", "[Errno 28] No space left on device"),
        (b"python3: No module named ensurepip\n", "No module named ensurepip. On Debian and Ubuntu: apt install python3-venv"),
    ],
)
def test_an_environment_that_cannot_be_made_is_told_in_one_sentence(tmp_path, monkeypatch, output, told):
    def refuse(*_, **__):
        raise subprocess.CalledProcessError(1, ["ensurepip"], output)

    monkeypatch.setattr(install.venv, "create", refuse)
    with pytest.raises(SystemExit) as stopped:
        install.make_environment(tmp_path, tmp_path / "requirements.txt")
    assert str(stopped.value) == f"install: {tmp_path} could not be made: {told}"


def test_what_npm_says_of_its_lock_file_is_told_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(install, "FOLDER", tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SystemExit, match="install: npm is needed to ask Lighthouse. Install Node.js, which brings it."):
        install.install_lighthouse()
    npm = tmp_path / "npm"
    npm.write_text(
        "#!/bin/sh\nprintf 'npm error code EINTEGRITY\\nnpm error Integrity checksum\\nnpm error failed. And more\\nnpm error A log\\n' >&2\nexit 1\n"
    )
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as stopped:
        install.install_lighthouse()
    lock = ROOT / "benchmarks/package-lock.json"
    assert str(stopped.value).endswith(f"{lock} could not be installed: Integrity checksum failed. {AGAIN.format(lock)}")
    assert not (tmp_path / "lighthouse/ready").exists()


def test_a_browser_that_is_not_there_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SystemExit, match="CHROMIUM names /nowhere/chromium, which is not there. Name another, or leave it out."):
        install.install_browser()
