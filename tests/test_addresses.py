"""One commit, one site: whatever the folder, the time, the locale and the time zone. Only the address changes it, and then it
works there: under a project path and at the root of a host, crawled in a browser as readers and search engines go."""

import functools
import gzip
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from conftest import ADDRESS

ROOT = Path(__file__).resolve().parent.parent
LEFT = "net::ERR_ABORTED"  # the page was left while the browser still asked for its icon
ADDRESSES = {"path": "https://someone.github.io/another-name/", "root": "https://someone.github.io/"}
ENVIRONMENTS = {
    "path": {
        "GITHUB_REPOSITORY": "Someone/another-name",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "kk_KZ",
        "PYTHONHASHSEED": "7",
    },
    "root": {"GITHUB_REPOSITORY": "Someone/Someone.github.io"},
}


def build_copy(folder, environment):
    """Copy the project into a folder of another name, as a clone would, build there and return the site."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    ours = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL", "GITHUB_REPOSITORY")}
    command = [sys.executable, "-B", folder / "scripts/build.py", "site"]
    done = subprocess.run(command, cwd="/", env={**ours, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """The sites of copies under other names, each built in its own environment, two at a time."""
    top = tmp_path_factory.mktemp("copies")
    with ThreadPoolExecutor(2) as threads:
        builds = {name: threads.submit(build_copy, top / f"a copy: {name}", ENVIRONMENTS[name]) for name in ENVIRONMENTS}
    return {name: build.result() for name, build in builds.items()}


def read_site(folder, address):
    """Return the files of a site, with one sign in the place of its address and of its path on the host."""
    contents = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name, content in contents.items():
        content = gzip.decompress(content) if name.endswith(".gz") else content
        content = content.replace(address.encode(), b"@")
        contents[name] = content.replace(f'"{urlsplit(address).path}'.encode(), b'"@') if name == "404.html" else content
    return contents


def test_two_builds_of_one_commit_differ_in_nothing_but_the_address(site, copies):
    ours, theirs = read_site(site, ADDRESS), read_site(copies["path"], ADDRESSES["path"])
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_fork_has_its_own_address_and_no_other(copies, name):
    address = ADDRESSES[name]
    home = (copies[name] / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}">' in home
    assert f'hreflang="ru" href="{address}ru/"' in home
    for page in copies[name].rglob("*.*ml"):
        found = set(re.findall(r"https://someone\.\w+\.\w+/(?:another-name/)?", page.read_text(encoding="utf-8")))
        assert found <= {address, "https://someone.github.io/"} if name == "root" else found <= {address}, page


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_address_of_a_fork_answers_in_a_browser(copies, browser, name, tmp_path):
    path = ADDRESSES[name].removeprefix("https://someone.github.io")
    (tmp_path / "host").mkdir()
    served = copies[name] if path == "/" else tmp_path / "host"
    if path != "/":
        (served / path.strip("/")).symlink_to(copies[name])
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(served))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        seen, faults = crawl(browser, f"http://127.0.0.1:{server.server_port}{path}")
        server.shutdown()
    assert faults == []
    assert len(seen) == len(list(copies[name].rglob("*.html"))) - 1  # all but the page for addresses that do not exist


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
