"""The finishing steps on tiny pages: one style file, one script file, small HTML, what machines read."""

import json
from types import SimpleNamespace

import pytest
from finish.machines import link_icons, write_llms, write_manifests, write_map
from finish.minify import minify
from finish.outline import Outline, parents, read_outlines
from finish.pictures import draw, write_pictures
from finish.previews import LOCALES, add_previews, describe, open_graph
from finish.scripts import write_scripts
from finish.styles import names_in, prune, shrink, write_styles
from languages import LANGUAGES

ADDRESS = "https://someone.example/site/"
DATA = {"validity": {"status": SimpleNamespace(own={"wording": "2008-10-20"})}}
PAGES = {
    path: Outline(path, f"Title of {path}", f"About {path}.")
    for top in ("", "ru/", "en/")
    for path in (f"{top}index.html", f"{top}law/index.html", f"{top}tasks/index.html", f"{top}tasks/unity/index.html")
}


def pruned(css, html="", script="", outside=""):
    return shrink(prune(css, names_in([html], [script]), outside)).strip()


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{top:0}video{top:0}", "p{top:0}"),
        (".a{top:0}.b{top:0}", ".a{top:0}"),
        (".a .b,.a:hover{top:0}", ".a:hover{top:0}"),
        ("#i{top:0}#j{top:0}", "#i{top:0}"),
        ("[dir=ltr] p{top:0}[dir=rtl] p{top:0}", "[dir=ltr] p{top:0}"),
        ("[dir^=l] p{top:0}[title^=l]{top:0}", "[dir^=l] p{top:0}"),
        ("p[open]{top:0}p[data-now]{top:0}", "p[open],p[data-now]{top:0}"),
        ("p:not(.b):is(.a,.c){top:0}", "p:not(.b):is(.a,.c){top:0}"),
        (".found{top:0}.lost{top:0}", ".found{top:0}"),
        ("@media print{.b{top:0}}@media print{p{top:0}}", "@media print{p{top:0}}"),
        ("@keyframes x{to{top:0}}@keyframes y{to{top:0}}p{animation:1s x}", "@keyframes x{to{top:0}}p{animation:1s x}"),
        (":root{--a:1px;--b:2px}p{top:var(--a)}", ":root{--a:1px}p{top:var(--a)}"),
        (":root{--a:var(--b);--b:2px;--c:var(--b)}p{top:var(--a)}", ":root{--a:var(--b);--b:2px}p{top:var(--a)}"),
        (":root{--a:url('x;y}z');--b:1px}p{background:var(--a)}", ":root{--a:url(x;y}z)}p{background:var(--a)}"),
        (":root{--far:1px;--b:2px}", ":root{--far:1px}"),
        (".a--b:hover{top:0}.a--c:hover{top:0}", ".a--b:hover{top:0}"),
    ],
)
def test_only_rules_that_something_uses_stay(css, kept):
    html = '<html dir="ltr"><p class="a a--b" id="i" data-x>'
    found = pruned(css, html, 'node.className = "found"', "b{top:var(--far)}")
    assert found.replace('"', "'") == kept


def test_the_styles_of_all_pages_are_one_file_and_those_of_some_stand_in_them(tmp_path):
    for file, text in {"stylesheets/main.1.css": "p{top:0}", "one.css": "p{left:0}", "site.css": "p{right:0}"}.items():
        (tmp_path / "assets" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / file).write_text(text)
    pages = {
        "index.html": '<p><link rel="stylesheet" href="assets/site.css">',
        "law/index.html": '<p><link rel="stylesheet" href="../assets/site.css"><link rel="stylesheet" href="../assets/one.css">',
    }
    write_styles(tmp_path, pages, [])
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["site.css"]
    assert (tmp_path / "assets/site.css").read_text() == "p{top:0;right:0}"
    assert pages["law/index.html"] == '<p><link rel="stylesheet" href="../assets/site.css"><style>p{left:0}</style>'


def test_the_scripts_of_all_pages_are_one_file_and_those_of_some_another(tmp_path):
    (tmp_path / "assets").mkdir()
    for name in ("load", "search", "memory", "quiz"):
        (tmp_path / f"assets/{name}.js").write_text(f"{name}();\n")
    script = '<script src="{}assets/{}.js" defer></script>'
    pages = {
        "index.html": "".join(script.format("", name) for name in ("load", "search")),
        "quiz/index.html": "".join(script.format("../", name) for name in ("load", "search", "memory", "quiz")),
    }
    write_scripts(tmp_path, pages)
    assert {path.name: path.read_text() for path in (tmp_path / "assets").iterdir()} == {
        "site.js": "load();\n\nsearch();\n",
        "memory-quiz.js": "memory();\n\nquiz();\n",
    }
    assert pages["quiz/index.html"] == script.format("../", "site") + script.format("../", "memory-quiz")


def test_small_html_keeps_end_tags_and_spaces_between_words():
    html = (
        "<!doctype html>\n<html>\n<head>\n</head>\n<body>\n<!-- x -->\n<ul>\n <li><b>a</b> <i>b</i>\n</li>\n</ul>\n</body></html>"
    )
    assert minify(html) == "<!doctype html><html><head></head><body><ul><li><b>a</b> <i>b</i></li></ul></body></html>"


def test_a_page_is_outlined():
    html = '<meta name="description" content="About."><h1 id="a">The  law<a class="headerlink" href="#a">#</a></h1>'
    assert read_outlines({"404.html": "", "ru/law/index.html": html}) == {
        "ru/law/index.html": Outline("ru/law/index.html", "The law", "About.")
    }


def test_the_pages_above():
    assert parents(PAGES["ru/tasks/unity/index.html"], PAGES) == [PAGES["ru/index.html"], PAGES["ru/tasks/index.html"]]
    assert parents(PAGES["index.html"], PAGES) == []


def test_previews_know_every_language():
    assert tuple(LOCALES) == LANGUAGES


def test_previews_without_an_address_name_none():
    page = PAGES["ru/law/index.html"]
    html = add_previews("<head></head>", page, PAGES, "", DATA)
    assert "someone.example" not in html
    assert "og:url" not in html
    assert "BreadcrumbList" not in html
    assert ("og:locale", "ru_RU") in open_graph(page, PAGES, "")


def test_the_data_of_a_page():
    law = {
        "@type": "Legislation",
        "@id": f"{ADDRESS}en/law/#law",
        "name": "Title of en/index.html",
        "legislationIdentifier": "70-IV",
        "legislationDate": "2008-10-20",
        "legislationDateVersion": "2008-10-20",
    }
    above = [("en/index.html", "en/"), ("en/tasks/index.html", "en/tasks/"), ("en/tasks/unity/index.html", "en/tasks/unity/")]
    assert describe(PAGES["en/tasks/unity/index.html"], PAGES, ADDRESS, DATA) == [
        {
            "@type": "LearningResource",
            "name": "Title of en/tasks/unity/index.html",
            "description": "About en/tasks/unity/index.html.",
            "inLanguage": "en",
            "isAccessibleForFree": True,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "url": f"{ADDRESS}en/tasks/unity/",
            "about": {"@id": law["@id"]},
        },
        law,
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": f"Title of {path}", "item": ADDRESS + url}
                for number, (path, url) in enumerate(above, start=1)
            ],
        },
    ]


def test_the_law_is_described_whole_on_its_own_page_and_a_quiz_is_a_quiz():
    whole = describe(PAGES["law/index.html"], PAGES, ADDRESS, DATA)[1]
    assert (whole["inLanguage"], whole["legislationJurisdiction"], whole["url"]) == ("kk", "KZ", f"{ADDRESS}law/")
    assert describe(Outline("ru/quiz/index.html", "", ""), PAGES, ADDRESS, DATA)[0]["@type"] == "Quiz"


def test_data_cannot_end_its_element():
    page = Outline("index.html", "</script><b>", "About.")
    html = add_previews("<head></head>", page, {**PAGES, "index.html": page}, ADDRESS, DATA)
    assert html.count("</script>") == 1
    assert '"name":"<\\/script><b>"' in html


def test_the_icon_stands_in_the_page():
    html = link_icons('<link rel="icon" href="../assets/favicon.svg">', "ru/index.html", '<svg fill="#fff"/>\n')
    assert [line.strip() for line in html.splitlines()] == [
        '<link rel="icon" href="data:image/svg+xml,%3Csvg fill=\'%23fff\'/%3E">',
        '<link rel="apple-touch-icon" href="../assets/icon-180.png">',
        '<link rel="manifest" href="manifest.webmanifest">',
    ]


def test_the_site_map_and_robots(tmp_path):
    pages = {path: page for path, page in PAGES.items() if path.endswith("law/index.html")}
    write_map(tmp_path, pages, ADDRESS)
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{ADDRESS}{top}law/"/>'
        for code, top in (("kk", ""), ("ru", "ru/"), ("en", "en/"), ("x-default", ""))
    )
    entries = [f"<url><loc>{ADDRESS}{top}law/</loc>{links}</url>" for top in ("", "ru/", "en/")]
    assert (tmp_path / "sitemap.xml").read_text().splitlines()[2:-1] == entries
    assert (tmp_path / "robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n"


def test_without_an_address_there_is_no_site_map(tmp_path):
    (tmp_path / "sitemap.xml").write_text("MkDocs")
    write_map(tmp_path, PAGES, "")
    assert list(tmp_path.iterdir()) == []


def test_llms_names_the_markdown_of_every_page(tmp_path):
    for page in PAGES.values():
        source = tmp_path / "docs" / page.language / f"{page.name.rstrip('/') or 'index'}.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text("---\ntitle: T\n---\n\n# Heading { #h }\n\n<!-- write: status -->\nStatus\n<!-- /write -->\n")
    write_llms(tmp_path / "site", tmp_path / "docs", PAGES, ADDRESS)
    lines = (tmp_path / "site/llms.txt").read_text().splitlines()
    assert lines[:3] == ["# Title of en/index.html", "", "> About en/index.html."]
    assert f"- [Title of ru/law/index.html]({ADDRESS}markdown/ru/law.md): About ru/law/index.html." in lines
    assert (tmp_path / "site/markdown/ru/law.md").read_text() == "# Heading { #h }\n\nStatus\n"


def test_manifests_and_pictures(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "ru").mkdir()
    (tmp_path / "en").mkdir()
    (tmp_path / "assets/favicon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    write_pictures(tmp_path, PAGES)
    write_manifests(tmp_path, PAGES)
    manifest = json.loads((tmp_path / "ru/manifest.webmanifest").read_text())
    assert (manifest["lang"], manifest["name"], manifest["start_url"]) == ("ru", "Title of ru/index.html", "./")
    assert all((tmp_path / "ru" / icon["src"]).is_file() for icon in manifest["icons"])
    first = (tmp_path / "assets/preview-kk.png").read_bytes()
    write_pictures(tmp_path, PAGES)
    assert (tmp_path / "assets/preview-kk.png").read_bytes() == first


def test_no_line_of_a_preview_begins_with_a_dash():
    assert ">–" not in draw("Title", "Закон 2008 года на казахском, русском и английском языках – 11 абзацев")
