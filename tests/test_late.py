"""Scripts that come late: nothing moves under the eyes of who has begun to read."""

import pytest
from languages import LANGUAGES
from test_site import url

STYLED = """async () => {
  const isLoading = () => [...document.querySelectorAll("link[rel=stylesheet]")].some(link => !link.sheet);
  while (isLoading()) await new Promise(requestAnimationFrame);
}"""
PLACES = """elements => elements.map(element => {
  const {x, y, width, height} = element.getBoundingClientRect();
  return [element.tagName, element.id, element.className, x, y, width, height];
})"""


@pytest.fixture(scope="module")
def page(browser):
    """A page whose scripts wait until `page.waiting` is let go."""
    page = browser.new_page()
    page.route("**/*.js", lambda route: page.waiting.append(route))
    yield page
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["goal.md", "glossary.md", "learn.md", "quiz.md"])
def test_nothing_moves(page, address, name, language, width):
    page.waiting = []
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + url(name, language), wait_until="commit")
    page.locator(".md-footer").wait_for()
    page.evaluate(STYLED)
    parts = page.locator("article > *, article li, .md-footer")
    before = parts.evaluate_all(PLACES)
    assert page.waiting
    for route in page.waiting:
        route.continue_()
    page.wait_for_load_state()  # the scripts have run: they are all deferred
    assert parts.evaluate_all(PLACES) == before
