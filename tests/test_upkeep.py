"""The weekly look: what it finds on a local server that keeps, changes and loses pages."""

import functools
import http.server
import threading
from datetime import date

import pytest
from records import load_data
from upkeep import write_report
from upkeep.published import look_published
from upkeep.status import look_at_status


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def server(tmp_path):
    """A server of the folder "there", and its address."""
    (tmp_path / "there").mkdir()
    handler = functools.partial(Handler, directory=str(tmp_path / "there"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path / "there", f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_published_file_that_differs_or_is_missing_is_named(tmp_path, server):
    folder, address = server
    site = tmp_path / "site"
    site.mkdir()
    for name, ours, theirs in (("same.html", "1", "1"), ("other.html", "1", "2"), ("new.html", "1", None)):
        (site / name).write_text(ours)
        if theirs:
            (folder / name).write_text(theirs)
    assert look_published(site, address) == (
        f"1 of 3 files at {address} are byte for byte those of this commit",
        ["new.html could not be fetched: HTTP Error 404: File not found", "other.html is another file there"],
    )
    assert look_published(site, "")[1] == ["set SITE_URL, or run this in a workflow"]


def test_the_age_of_the_status_line_is_told(tiny):
    data = load_data(tiny.root)
    assert look_at_status(data, date(2026, 7, 31)) == ("the status line is 30 days old: sources were read up to 2026-07-01", [])
    assert look_at_status(data, date(2027, 7, 1))[1] == ["read the sources again and write the day into docs/_data/validity.yml"]


def test_the_report_is_a_list_of_what_to_do():
    looks = {"Packages": ("2 packages were looked up", []), "Status line": ("it is 300 days old", ["read again"])}
    assert write_report(looks) == (
        "## Packages\n\n2 packages were looked up\n\n## Status line\n\nit is 300 days old\n\n- [ ] read again"
    )


def test_a_site_that_was_never_published_does_not_overflow_the_issue():
    report = write_report({"Published site": ("0 of 9,999 files", [f"{number} is missing" for number in range(9999)])})
    assert report.endswith("\n- [ ] 49 is missing\n- [ ] 9949 more")
