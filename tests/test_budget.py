"""What pages weigh, to the byte, and what a browser really asks for: a page that outgrows its budget names the file."""

import pytest
from finish.alternates import NOT_FOUND
from weight import BLOCKING, SECOND, WHOLE, Visit, visit


def paths(site):
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if path.name != NOT_FOUND]


def test_every_page_keeps_its_budget(site):
    assert [fault for path in paths(site) for fault in visit(site, path).faults()] == []


@pytest.mark.parametrize("path", ["index.html", "ru/tasks/unity/index.html"])
def test_a_browser_asks_for_these_files_and_no_others(browser, address, site, path):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path.removesuffix("index.html"), wait_until="networkidle")
    context.close()
    counted = [address + file.removesuffix("index.html") for file in visit(site, path).kinds]
    assert sorted(asked) == sorted(counted)


KINDS = {"index.html": "page", "site.css": "style", "site.js": "script", "map.svg": "picture"}


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        (
            (7_000, 9_000, 900, 200),
            "the first paint waits for 16000 bytes, 14000 are allowed: site.css takes 9000, its share is 6500",
        ),
        (
            (7_000, 6_000, 11_500, 200),
            "a first visit takes 24700 bytes, 24000 are allowed: site.js takes 11500, its share is 4000",
        ),
        (
            (8_300, 5_000, 900, 200),
            "the page itself takes 8300 bytes, 8000 are allowed: index.html takes 8300, its share is 7500",
        ),
    ],
)
def test_a_page_that_is_too_heavy_names_the_file(weights, fault):
    assert Visit("index.html", KINDS, dict(zip(KINDS, weights)), 3_000).faults() == [f"index.html: {fault}"]


def test_a_fifth_request_is_named():
    kinds = {**KINDS, "quiz.js": "script"}
    faults = Visit("index.html", kinds, dict.fromkeys(kinds, 100), 3_000).faults()
    assert faults == ["index.html: 5 requests, 4 are allowed: index.html, site.css, site.js, map.svg, quiz.js"]


def test_a_long_text_pays_for_its_frame_alone():
    weights = dict(zip(KINDS, (SECOND + 4_000, BLOCKING - SECOND, WHOLE - BLOCKING - 200, 200)))
    assert Visit("index.html", KINDS, weights, 8_000).faults() == []
