"""Scripts that come late: nothing moves under the eyes of who has begun to read."""

import pytest
from languages import LANGUAGES
from test_site import url

PLACES = "elements => elements.map(({tagName, id, className}) => [tagName, id, className]).map((name, n) => [...name, elements[n].getBoundingClientRect().toJSON()])"


@pytest.mark.parametrize("width", [360, 412, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["index.md", "goal.md", "glossary.md", "learn.md", "quiz.md"])
def test_nothing_moves(browser, address, name, language, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    waiting = []
    page.route("**/*.js", lambda route: waiting.append(route))
    page.goto(address + url(name, language), wait_until="commit")
    page.locator(".md-footer").wait_for()
    parts = page.locator("article > *, article li, .md-footer")
    before = parts.evaluate_all(PLACES)
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert parts.evaluate_all(PLACES) == before
    page.close()
