"""What several tests share: the tiny site, the real site built once, a browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from install import find_browser
from playwright.sync_api import sync_playwright
from tiny import Tiny
from watch import watch

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the commands that tests run are compiled once, not each time
for name in ("SITE_URL", "REPO_URL", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_ACTIONS"):
    os.environ.pop(name, None)  # in a workflow the site under test would stand where the project does
ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://someone.example/law/"
REPOSITORY = "https://github.com/someone/law"
PHONE = {"width": 360, "height": 800}
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"


@pytest.fixture
def tiny(tmp_path):
    """A tiny site, whole and right."""
    return Tiny(tmp_path)


def make_once(tmp_path_factory, name, make):
    """Return a folder of this run, made by whichever of the run's processes asks first; `make` gets the new folder."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each process has a folder of its own in that of the run
        run = run.parent
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    assert done.exists(), f"{name} could not be made: see the first test that asked for it"
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built once in a copy of the project by the command that publishes it."""
    return make_once(tmp_path_factory, "project", build) / "site"


def build(root):
    """Build the site in a folder that looks like this project."""
    for name in ("docs", "overrides", "scripts", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    environment = {**os.environ, "SITE_URL": ADDRESS, "REPO_URL": REPOSITORY}
    command = [sys.executable, ROOT / "scripts/build.py", "--root", root, "site"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def address(site, tmp_path_factory):
    """Where a local server shows the built site, under a project path as GitHub Pages does."""
    top = tmp_path_factory.mktemp("server")
    (top / "law").symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(top))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/law/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    path = find_browser()
    assert path, "no Chromium was found: `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(browser):
    """One page for many tests: to open another takes longer than most of them."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield watch(context.new_page())
    context.close()


@pytest.fixture
def page(tab, address):
    """A page of a phone that remembers nothing and notes its faults."""
    tab.faults, tab.loaded = [], []
    yield tab
    assert tab.faults == []
    tab.unroute_all()
    tab.emulate_media(media="null", color_scheme="null")
    tab.goto(address + "404.html")  # a page of the site, without scripts
    tab.evaluate("localStorage.clear()")


@pytest.fixture
def page_without_storage(browser):
    """A page of a browser that forbids to store anything."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(NO_STORAGE)
    page = watch(context.new_page())
    yield page
    assert page.faults == []
    context.close()
