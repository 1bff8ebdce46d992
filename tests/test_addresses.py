"""One commit, one site: whatever the folder, the time, the locale and the time zone. It works under a project path of any name
and at the root of a host: both are crawled in a browser, as readers and search engines go."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from conftest import ADDRESS, REPOSITORY, make_once
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
LEFT = "net::ERR_ABORTED"  # the page was left while the browser still asked for its icon
HOST = "https://someone.github.io/"
ENVIRONMENTS = {
    "path": {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    "root": {"GITHUB_REPOSITORY": "Someone/Someone.github.io"},
}


def build_copy(folder, environment):
    """Copy the project into a folder of another name, as a clone would, and build there."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    ours = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL", "GITHUB_REPOSITORY")}
    command = [sys.executable, "-B", folder / "scripts/build.py", "site"]
    done = subprocess.run(command, cwd="/", env={**ours, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def copies(tmp_path_factory):
    """The sites of copies under other names, each built once in its own environment, when a test first asks for it."""

    def site_of(name):
        make = functools.partial(build_copy, environment=ENVIRONMENTS[name])
        return make_once(tmp_path_factory, f"a copy: {name}", make) / "site"

    return site_of


def test_two_builds_of_one_commit_are_byte_for_byte_the_same(site, copies):
    ours, theirs = (
        {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (site, copies("path"))
    )
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_fork_has_its_own_addresses_and_no_other(copies):
    home = (copies("root") / "index.html").read_text(encoding="utf-8")
    head = LexborHTMLParser(home).head
    assert head.css_first("link[rel=canonical]").attrs["href"] == HOST
    assert head.css_first("link[hreflang=ru]").attrs["href"] == f"{HOST}ru/"
    assert "https://github.com/Someone/Someone.github.io/edit/main/docs/kk/index.md" in home
    for page in copies("root").rglob("*.*ml"):
        text = page.read_text(encoding="utf-8")
        assert not any(other in text for other in (ADDRESS, REPOSITORY, "127.0.0.1", str(ROOT))), page


@pytest.mark.parametrize(("name", "path"), [("path", "/another-name/"), ("root", "/")])
def test_every_address_answers_in_a_browser(copies, browser, tmp_path, name, path):
    served = copies(name) if path == "/" else tmp_path
    if path != "/":
        (tmp_path / path.strip("/")).symlink_to(copies(name))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(served))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        seen, faults = crawl(browser, f"http://127.0.0.1:{server.server_port}{path}")
        server.shutdown()
    assert faults == []
    assert len(seen) == len(list(copies(name).rglob("*.html"))) - 1  # all but the page for addresses that do not exist


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def crawl(browser, start):
    """Follow every link below an address; return the pages opened and the requests that failed or went elsewhere."""
    page, faults = browser.new_page(), []
    page.on(
        "requestfailed",
        lambda asked: None if asked.failure == LEFT else faults.append(f"{asked.url} failed on {page.url}: {asked.failure}"),
    )
    page.on("response", lambda answer: faults.append(f"{answer.url} {answer.status}") if answer.status >= 400 else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith((start, "data:")) else faults.append(f"{asked.url} is elsewhere")
    )
    seen, waiting = set(), {start}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        page.goto(address, wait_until="load")
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
        pages = {urldefrag(link).url for link in links if link.startswith(start)}
        waiting |= {link for link in pages if link.endswith("/")} - seen
    page.close()
    return seen, faults
