"""Rules about templates, scripts, styles and pictures: what each finds, and what is close and passes."""

import pytest

INTERFACE = '{% macro t(key) %}{{ {\n  "language": "kk",\n  "search.config.lang": "en",\n  "footer.next": "Келесі бет"\n}[key] }}{% endmacro %}\n'
FAULTS = {
    "a block that is not closed": ("overrides/main.html", "{% if page %}x", "1:1: templates-whole: if is not closed"),
    "an end without a beginning": ("overrides/main.html", "{% endif %}", "1:1: templates-whole: endif closes no if"),
    "a single brace": ("overrides/main.html", "<p>{ page.title }}", "1:4: templates-whole: a single { stays in the page as it is"),
    "a script in a template": ("overrides/main.html", "<script>go()</script>", "1:1: templates-whole: a script in a template is not run: the site's policy forbids it"),
    "a partial that is missing": ("overrides/main.html", '{% include "partials/hed.html" %}', "1:1: templates-whole: there is no template partials/hed.html"),
    "a partial that nothing includes": ("overrides/partials/old.html", "", "templates-whole: no template includes this file"),
    "a page that does not exist": ("overrides/main.html", '{% if page.url.endswith("lew/") %}{% endif %}', "1:16: templates-agree: no page has lew/ in its address, so this never happens"),
    "an id that no template gives": ("overrides/main.html", '<button popovertarget="menu"></button>', "1:8: templates-agree: popovertarget names the id menu, which no template gives"),
    "a language that does not exist": ("overrides/main.html", '<p lang="kz"></p>', "1:3: templates-agree: lang=kz is not a language of the site"),
    "next for previous": ("overrides/main.html", '<a rel="next" href="{{ page.previous_page.url }}"></a>', "1:1: templates-agree: page.previous_page is next to the words for the other direction"),
    "a section's last page": ("overrides/main.html", "{{ item.children[-1].url }}", "1:8: templates-agree: a section leads to its last page"),
    "a second heading of the first level": ("overrides/main.html", "<h1>{{ page.title }}</h1>", "1:1: templates-agree: every page has a second first-level heading"),
    "words in a template": ("overrides/main.html", "<p>Menu</p>", "1:4: templates-speak: “Menu” stays in one language on every page"),
    "words in an attribute": ("overrides/main.html", '<p title="Menu"></p>', "1:11: templates-speak: “Menu” stays in one language on every page"),
    "Russian for Kazakh": ("overrides/partials/languages/kk.html", INTERFACE.replace("Келесі бет", "Вперёд к тексту"), "4:19: templates-speak: “Вперёд к тексту” is not in kk"),
    "English for Kazakh": ("overrides/partials/languages/kk.html", INTERFACE.replace("Келесі бет", "Next page"), "4:19: templates-speak: “Next page” is not in kk"),
    "another code": ("overrides/partials/languages/kk.html", INTERFACE.replace('"kk"', '"kz"'), "2:16: templates-speak: language is kz"),
    "a 404 page that changes language": ("overrides/404.html", '<p lang="kk"><a href="{{ base_url }}/ru/law/">Заңның мәтіні</a></p>', "1:23: templates-speak: words in kk lead to a page in ru"),
    "a 404 page with other links": ("overrides/404.html", '<p lang="kk"><a href="{{ base_url }}/law/"></a></p><p lang="ru"><a href="{{ base_url }}/ru/history/"></a></p>', "1:74: templates-speak: the link in ru leads to history.md, that in kk to law.md"),
    "a script that a browser cannot read": ("docs/assets/site.js", 'fetch("x.json")\nfunction ( {\nfirst()\n', "2:1: scripts-whole: no browser can read the script: this line alone is at fault"),
    "an address from the host": ("docs/assets/site.js", 'fetch("x.json"); location.href = "/law/";', "1:35: scripts-lead: /law/ starts at the host, which holds other sites too"),
    "a folder that does not exist": ("docs/assets/site.js", 'fetch("x.json"); new URL("parts/", document.currentScript.src)', "1:27: scripts-lead: parts/ does not exist"),
    "a missing symbol in a picture": ("docs/assets/one.svg", '<svg xmlns="http://www.w3.org/2000/svg"><use href="#arrow"/></svg>', "1:52: pictures-whole: <use> uses #arrow, which the picture does not hold"),
    "a missing picture in a picture": ("docs/assets/one.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="map.png"/></svg>', "1:54: pictures-whole: <image> shows map.png, which does not exist"),
    "a script in a picture's attribute": ("docs/assets/one.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="go()"/>', "1:40: pictures-whole: onload of <svg> holds a script"),
    "a file beside the pages": ("docs/en/old.html", "<p>Old</p>", "assets-used: nothing names the file"),
    "a merge conflict in a template": ("overrides/main.html", "<<<<<<< HEAD\n", "1:1: merges-finished: a merge was not finished: “<<<<<<< HEAD”"),
}  # fmt: skip
RIGHT = {
    "blocks, whole": ("overrides/main.html", '{% set x = 1 %}{% set y %}{{ x }}{% endset %}{%- if y -%}{% else %}{%- endif %}{# {% if #}{{ {"a": 1}["a"] }}'),
    "a part of the theme": ("overrides/main.html", '{% extends "base.html" %}{% include "partials/source.html" %}{% include ".icons/" ~ icon %}'),
    "a part of the theme, replaced": ("overrides/partials/source.html", "{{ lang.t('source') }}"),
    "pages and folders": ("overrides/main.html", '{% if page.url.endswith("law/") or "his" in url %}{% endif %}'),
    "neighbours": ("overrides/main.html", '{% if page.previous_page or page.next_page %}<a rel="prev" href="{{ page.previous_page.url }}"></a><a rel="next" href="{{ page.next_page.url }}"></a>{% endif %}'),
    "an id of another template": ("overrides/404.html", '<p id="menu"><a aria-controls="menu" href="{{ base_url }}/law/">x</a></p>'),
    "words from elsewhere": ("overrides/main.html", '<p title="{{ lang.t("nav") }}">CC BY 4.0 {{ page.title }} – &nbsp; · 4</p><style>p { color: red }</style>'),
    "Kazakh without letters of its own": ("overrides/partials/languages/kk.html", INTERFACE.replace("Келесі бет", "Басты бет")),
    "a 404 page in three languages": ("overrides/404.html", "<html lang=\"kk\"><title>404 · Page not found</title><body><a href=\"{{ base_url }}/law/\">Заңның мәтіні</a><p lang=\"ru\"><a href=\"{{ base_url }}/ru/law/\">Текст Закона</a></p>"),
    "a script of this site": ("docs/assets/site.js", 'fetch("x.json"); fetch("../assets/x.json"); const a = `${first()} <b>`, re = /[("]/; new URL("../", document.currentScript.src); load(`more-${a}.js`)'),
    "a value to fall back on": ("docs/assets/site.css", ":root { --ink: red } a { color: var(--ink); width: var(--wide, 2em) } p { color: var(--md-primary-fg-color) } b { background: url(one.svg) }"),
    "a symbol in a picture": ("docs/assets/one.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path id="a" d=""/><use href="#a"/></svg>'),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named(tiny, name):
    file, text, message = FAULTS[name]
    tiny.write(file, text)
    assert f"{file}:{' ' * (not message[0].isdigit())}{message}" in [problem.partition("\n")[0] for problem in tiny.problems()]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_close_passes(tiny, name):
    tiny.write(*RIGHT[name])
    assert tiny.problems() == []


def test_of_two_files_with_one_name_each_is_named_with_its_folder(tiny):
    for folder in ("one", "two"):
        tiny.write(f"docs/assets/{folder}/open.css", "")
    tiny.write(
        "overrides/main.html", '{# assets/two/open.css #}<link rel="stylesheet" href="{{ \'assets/one/open.css\' | url }}">'
    )
    assert tiny.problems() == ["docs/assets/two/open.css: assets-used: nothing names the file\n    fix: use it, or remove it"]


def test_a_picture_for_wide_screens_is_used(tiny):
    tiny.write("docs/assets/two.svg", tiny.read("docs/assets/one.svg"))
    tiny.replace("docs/kk/law.md", "[¶2](#p2)", '[¶2](#p2) <img src="../assets/one.svg" srcset="../assets/two.svg 2x" alt="">')
    assert not [problem for problem in tiny.problems() if "assets-used" in problem]
