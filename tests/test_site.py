"""The real site, built once, in a real browser: every page, every language, the language switch, no request elsewhere."""

import re
from pathlib import Path

import pytest
from finish.alternates import counterpart
from languages import LANGUAGES, SOURCE
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(path.relative_to(ROOT / "docs" / SOURCE).as_posix() for path in (ROOT / "docs" / SOURCE).rglob("*.md"))


def url(name, language):
    """Return the address of a page below the site's own."""
    path = re.sub(r"(^|/)index$", r"\1", name.removesuffix(".md"))
    path = f"{path}/" if path and not path.endswith("/") else path
    return path if language == SOURCE else f"{language}/{path}"


@pytest.fixture(scope="module")
def page(browser):
    """A browser page that notes every error and every request to another host."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(("http://127.0.0.1:", "data:")) else page.faults.append(request.url),
    )
    page.on("requestfailed", lambda request: page.faults.append(f"failed: {request.url}"))
    yield page
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens(page, address, name, language):
    page.faults.clear()
    response = page.goto(address + url(name, language))
    assert response.status == 200
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.locator("aside.status a").get_attribute("href").endswith("#today")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.faults == []


@pytest.mark.parametrize("name", ["law.md", "tasks/unity.md"])
def test_the_language_switch_keeps_page_and_section(page, address, name):
    section = "p4" if name == "law.md" else "questions"
    page.goto(address + url(name, "kk") + "#" + section)
    for language in ("ru", "en", "kk"):
        page.click(f".languages a[hreflang={language}]")
        page.wait_for_url(address + url(name, language) + "#" + section)
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator(f".languages a[hreflang={language}]").get_attribute("aria-current") == "true"


def test_all_three_versions_of_a_page_are_linked_in_its_head(site):
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        nodes = LexborHTMLParser(path.read_bytes()).css("link[rel=alternate]")
        links = [(node.attributes["hreflang"], node.attributes["href"]) for node in nodes]
        if name == "404.html":
            assert links == []
            continue
        base = "https://someone.example/law/"
        wanted = [(language, base + counterpart(name, language).removesuffix("index.html")) for language in LANGUAGES]
        assert links == [*wanted, ("x-default", wanted[0][1])]


def test_the_page_that_does_not_exist(page, address):
    page.faults.clear()
    page.goto(address + "404.html")
    assert page.locator("[lang]").evaluate_all("nodes => nodes.map(node => node.lang)") == ["kk", "ru", "en"]
    links = page.locator("a").evaluate_all("nodes => nodes.map(node => node.getAttribute('href'))")
    assert set(links) >= {"/law/", "/law/ru/", "/law/en/", "/law/ru/law/"}
    assert page.faults == []


def test_everything_reads_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "ru/law/")
    assert page.locator("blockquote:visible").count() == 3 * 11 + 3
    page.click(".languages a[hreflang=en]")
    assert page.url == address + "en/law/"
    context.close()


def test_every_paragraph_has_its_address_in_every_language(page, address):
    for language in LANGUAGES:
        page.goto(address + url("law.md", language))
        headings = page.locator("h3[id^=p]").evaluate_all("nodes => nodes.map(node => node.id)")
        assert headings == [f"p{number}" for number in range(1, 12)]
