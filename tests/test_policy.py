"""No way in: what stands in a page and was not built does not run, whatever the address bar and the storage hold."""

import functools
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from finish.policy import set_policy
from languages import LANGUAGES
from test_site import NAMES, url
from watch import watch

ROOT = Path(__file__).resolve().parent.parent
BAIT = "hacked"
MARKUP = f'"\'><img src=x onerror="{BAIT}=1"><script>{BAIT}=1</script><svg onload={BAIT}=1>{{{{7*7}}}}'
ATTACKS = {
    "a script in the page": f"<script>{BAIT}=1</script>",
    "a script in an address": f'<script src="data:text/javascript,{BAIT}=1"></script>',
    "a script from elsewhere": f'<script src="http://127.0.0.2:9/{BAIT}.js"></script>',
    "a handler": f'<img src="x" onerror="{BAIT}=1">',
    "a handler of a picture": f'<svg onload="{BAIT}=1"></svg>',
    "a link that runs": f'<a id="bait" href="javascript:{BAIT}=1">go</a>',
    "a frame": f'<iframe srcdoc="<script>parent.{BAIT}=1</script>"></iframe>',
    "a frame that runs": f'<iframe src="javascript:parent.{BAIT}=1"></iframe>',
    "an object": f'<object data="data:text/html,<script>parent.{BAIT}=1</script>"></object>',
    "another base": '<base href="http://127.0.0.2:9/"><script src="site.js"></script>',
    "a style in the page": "<style>body { background: url(http://127.0.0.2:9/style) }</style>",
    "a style of an element": '<p style="background: url(http://127.0.0.2:9/attribute)">x</p>',
    "styles from elsewhere": '<link rel="stylesheet" href="http://127.0.0.2:9/style.css">',
    "a picture from elsewhere": '<img src="http://127.0.0.2:9/picture.png" alt="">',
    "a film from elsewhere": '<video src="http://127.0.0.2:9/film.mp4" autoplay></video>',
    "a form": '<form action="http://127.0.0.2:9/form"><button id="bait">go</button></form>',
    "an eval of our own": '<script src="/law/assets/bait.js"></script>',
}
KEYS = ("scheme", "law:reading", "law:cards", "law:path", "law:quiz")  # all that the site stores
EVAL = f'try {{ eval("{BAIT}=1") }} catch {{}} try {{ new Function("{BAIT}=1")() }} catch {{}} setTimeout("{BAIT}=1")'


def test_a_policy_names_what_stands_in_the_page_and_nothing_else():
    html = '<head><meta charset="utf-8"><script>one()</script><script type="application/json">{}</script><script src="a.js"></script>'
    once = set_policy(html)
    assert re.search("script-src ([^;]*);", once)[1] == "'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"
    assert set_policy(once) == once
    other = re.sub(r'http-equiv="([^"]*)" content="([^"]*)"', r'content="\2" http-equiv=\1', once)
    assert set_policy(other) == once
    assert set_policy(once.replace("one()", "two()")) == set_policy(html.replace("one()", "two()"))


def test_every_page_has_a_policy_before_all_that_it_governs(site):
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert policy, page
        assert not re.search(r"<(?:script|link|style|img)\b", html[: policy.start()])
        assert not re.search(r"unsafe|\*|https?:|strict-dynamic|blob:", policy[1])


@pytest.fixture(scope="module")
def page(browser):
    """A page that notes its errors and every request to another host."""
    page = watch(browser.new_context().new_page())
    page.elsewhere = []
    page.on("dialog", lambda dialog: (page.faults.append(dialog.message), dialog.dismiss()))
    page.on("response", lambda answer: None if answer.url.startswith("http://127.0.0.1:") else page.elsewhere.append(answer.url))
    yield page
    page.context.close()


def give(html, route):
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


def is_hacked(page):
    return page.evaluate(f"typeof {BAIT} !== 'undefined'")


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_gets_into_a_page_does_not_run(page, address, site, attack):
    html = (site / "en/law/index.html").read_text(encoding="utf-8").replace("<h1", ATTACKS[attack] + "<h1", 1)
    page.route("**/en/law/", functools.partial(give, html))
    page.route("**/bait.js", lambda route: route.fulfill(body=EVAL, content_type="text/javascript"))
    page.route("http://127.0.0.2:9/**", lambda route: route.fulfill(body=f"{BAIT}=1", content_type="text/javascript"))
    page.elsewhere.clear()
    page.goto(address + "en/law/")
    if page.locator("#bait").count():
        page.locator("#bait").click(no_wait_after=True)
    page.wait_for_timeout(50)
    assert page.url.startswith(address)
    assert (is_hacked(page), page.elsewhere) == (False, [])
    page.unroute_all()


def test_the_attacks_work_where_there_is_no_policy(page, address, site):
    html = (site / "en/law/index.html").read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    for attack in ("a script in the page", "a handler", "a frame", "a link that runs", "an eval of our own"):
        bad = html.replace("<h1", ATTACKS[attack] + "<h1", 1)
        page.route("**/en/law/", functools.partial(give, bad))
        page.route("**/bait.js", lambda route: route.fulfill(body=EVAL, content_type="text/javascript"))
        page.goto(address + "en/law/")
        if page.locator("#bait").count():
            page.locator("#bait").click(no_wait_after=True)
        page.wait_for_timeout(50)
        assert is_hacked(page), attack
        page.unroute_all()


def planted(page):
    """What of the markup has become part of the page."""
    return page.locator("[onerror], [onload], img[src=x], iframe, object").count()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_from_the_address_reaches_the_page(page, address, name):
    words = quote(MARKUP)
    page.faults.clear()
    for tail in (f"?with={words}&q={words}&h=a+{words}#{words}", "?with=__proto__&with=%00&h=%ff&q[]=1#%"):
        page.goto(address + url(name, "ru") + tail)
        page.wait_for_timeout(20)
        assert (is_hacked(page), planted(page)) == (False, 0), tail
    assert page.faults == []


@pytest.mark.parametrize(
    "stored", ["", "{", "null", "[]", '"x"', MARKUP, f'{{"color": {{"scheme": "{quote(MARKUP)}"}}, "index": 99}}']
)
def test_nothing_from_storage_reaches_the_page(page, address, stored):
    page.faults.clear()
    page.goto(address + "404.html")  # a page of the site, without scripts
    for key in KEYS:
        page.evaluate("([key, stored]) => localStorage.setItem(key, stored)", [key, stored])
    for name in ("glossary.md", "learn.md", "quiz.md"):
        page.goto(address + url(name, "en"))
        assert not is_hacked(page)
        assert page.locator("h1:visible").count() == 1
        assert planted(page) == 0
    page.evaluate("localStorage.clear()")
    assert page.faults == []


def test_a_query_is_shown_as_text_and_never_as_markup(page, address):
    page.goto(address + "ru/")
    page.keyboard.press("/")
    page.locator("dialog input").fill(MARKUP)
    page.wait_for_timeout(300)
    assert not is_hacked(page)
    assert planted(page) == 0


def test_nothing_is_stored_before_a_choice(browser, address):
    context = browser.new_context()
    page = context.new_page()
    for number, name in enumerate(NAMES):
        page.goto(address + url(name, LANGUAGES[number % 3]))
    stored = page.evaluate("[document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [name for name in stored if name] == []
    assert context.cookies() == []
    context.close()


def test_pages_keep_to_their_own_policy(browser, address, site):
    context = browser.new_context()
    context.add_init_script("addEventListener('securitypolicyviolation', event => (window.broken ??= []).push(event.blockedURI))")
    page = context.new_page()
    for start in (address, site.as_uri() + "/"):  # also from a disk
        for path in ("en/law/index.html", "404.html"):
            page.goto(start + path)
            page.keyboard.press("/")
            page.wait_for_timeout(300)
            assert page.evaluate("window.broken") is None, start + path
            assert page.evaluate("document.styleSheets.length") > 0
    context.close()
