"""Faults in the built site: what only readers get to see."""

from __future__ import annotations

from mutations.faults import Fault, misspelled
from mutations.in_files import WHOLE

HTML, ENGLISH = "site/**/index.html", "site/en/**/index.html"
TEMPLATE = "overrides/*"
A = r"<a href=\"(?P<right>(?:\.\./)*(?:\w+/)+)(?P<id>#[\w-]+)?\">(?P<words>[^<>¶]{6,})</a>"
INSIDE = r"(?P<start><a href=\")(?:\.\./)+[\w/-]+/(?:#[\w-]+)?(?P<end>\">(?P<words>[^<>¶]{6,})</a>)"
SWITCH = r"(?P<at><a href=\")(?P<to>[^\"]*)(?=\" hreflang=\"{0}\" lang=\"{0}\")"
H2 = r"<h2(?P<at> id=\"[\w-]+\")>(?P<t>.*?)</h2>"
KAZAKH = "<p>Ассамблеяның мақсаты этносаралық келісімді қамтамасыз ету болып табылады.</p>"


def built(name, pattern, new, files=HTML, reported=TEMPLATE, **more):
    """Return a fault of built pages whose line no source tells, unless it says so."""
    return Fault(name, files, pattern, new, reported=reported, **{"line": False, **more})


def inside(name, address):
    """Return a fault that gives a link of an article another address."""
    return built(name, INSIDE, rf"\g<start>{address}\g<end>", article=True, line=True)


def added(name, html):
    """Return a fault that adds an element to an article."""
    return built(name, r"(?P<at>)</article>", html + "</article>")


def headed(name, html):
    """Return a fault that adds an element to the head."""
    return built(name, r"(?P<at>)</head>", html + "</head>")


def mapped(name, pattern, new):
    """Return a fault of the site map."""
    return built(name, pattern, new, files="site/sitemap.xml", reported="docs/*")


def lost(name, pattern, new):
    """Return a fault of the 404 page."""
    return built(name, pattern, new, files="site/404.html")


def made(name, pattern, new, files):
    """Return a fault of a file that is made from the pages."""
    return built(name, pattern, new, files=files, reported="site/* docs/*")


LINKS = [
    built("link misspelled", A, misspelled(), article=True, line=True),
    inside("link to no page", "../no-such-page/"),
    inside("link to no id of the page", "#no-such-id"),
    inside("link from the host's root", "/goal/"),
    inside("link to the project path", "/law/goal/"),
    inside("link to the Markdown file", "../goal.md"),
    inside("link with the site's full address", "https://someone.example/law/"),
    inside("link to the preview server", "http://localhost:8000/goal/"),
    inside("link to the disk", "file:///home/a/site/index.html"),
    inside("link with a script", "javascript:void(0)"),
    inside("link without address", ""),
    inside("link of # alone", "#"),
    inside("link by http", "http://adilet.zan.kz/"),
    inside("link to no host", "https://"),
    inside("link to a broken host", "https://adilet..zan.kz/"),
    inside("link to a space", "https://adilet.zan.kz/a b"),
    inside("link to a folder without page", "../assets/"),
    inside("link out of the site", "../../../../../x/"),
    built("link with a capital letter", A, lambda m, c: m[0].replace(m["right"], m["right"].upper()), article=True, line=True),
    built(
        "link to another language",
        r"(?P<start><a href=\")\.\./(?P<page>law|glossary|goal)/(?P<end>(?:#[\w-]+)?\">(?P<words>[^<>¶]{4,})</a>)",
        r"\g<start>../../\g<page>/\g<end>",
        files="site/en/*/index.html",
        article=True,
        line=True,
    ),
    built("citation leads to another paragraph", r"#p(?P<n>\d+)(?=\">¶)", lambda m, c: f"#p{int(m['n']) % 11 + 1}", article=True),
    inside("link with an encoded slash", "..%2Fgoal/"),
    inside("link with two slashes", "..//goal/"),
    inside("link to a private host", "https://aigerim.local/goal/"),
    added("colour missing", '<svg><rect fill="url(#lost)"/></svg>'),
    built("icon missing", r"(?P<at><link href=\")[^\"]*(?=\" rel=\"apple-touch-icon)", r"\g<at>lost.png"),
    built("style missing", r"(?P<at><link href=\"(?:\.\./)*assets/)site(?=\.css)", r"\g<at>sight"),
    built("script missing", r"(?P<at><script defer=\"\" src=\"(?:\.\./)*assets/)site", r"\g<at>sight"),
    added("download missing", '<a href="downloads/lost.pdf">The Law as PDF</a>'),
    added("srcset missing", '<img src="./" srcset="lost.png 1x, lost2.png 2x" alt="x">'),
    added("picture of a style attribute missing", '<div style="background: url(lost.png)">x</div>'),
    added("video missing", '<video src="lost.mp4"></video>'),
    added("poster missing", '<video poster="lost.png"></video>'),
    added("symbol missing", '<svg><use href="lost.svg#sign"></use></svg>'),
    added("object missing", '<object data="lost.svg" title="x"></object>'),
    added("source of a quotation missing", '<blockquote cite="../no-such-page/">x</blockquote>'),
    added("area that leads nowhere", '<map name="m"><area href="../no-such-page/" alt="x"></map>'),
    built("link of the head that leads nowhere", r"(?P<at><link href=\")[^\"]*(?=\" rel=\"manifest)", r"\g<at>lost.webmanifest"),
    built(
        "dead address in a style",
        r"\Z(?P<at>)",
        "\n.lost { background: url(lost.svg) }\n",
        files="site/assets/*.css",
        reported="docs/assets/*",
    ),
    headed("dead address in the page's styles", "<style>.lost { background: url(lost.svg) }</style>"),
    built(
        "menu that leads nowhere",
        r"(?P<at><li><a href=\")(?:\.\./)+[\w-]+/(?=\">[^<]*</a>.*</nav><(?:nav aria|/div><main))",
        r"\g<at>../no-such-page/",
        reported="mkdocs.yml overrides/*",
    ),
    built(
        "footer that leads nowhere",
        r"(?P<at><a href=\")[^\"]*(?=\" rel=\"(?:prev|next))",
        r"\g<at>../no-such-page/",
        reported="mkdocs.yml overrides/*",
    ),
]

LANGUAGES = [
    built("switch leads to the home page", SWITCH.format("ru"), r"\g<at>../../ru/", files="site/en/*/index.html"),
    built(
        "switch leads to another page",
        SWITCH.format("kk"),
        r"\g<at>../../status/",
        files="site/en/goal/index.html site/en/law/index.html",
    ),
    built("switch leads to its own page", SWITCH.format("ru"), r"\g<at>./", files=ENGLISH),
    built("switch leads nowhere", SWITCH.format("ru"), r"\g<at>../../ru/no-such-page/", files=ENGLISH),
    built("switch has another lang", r"(?P<at>hreflang=\"ru\" lang=\")ru", r"\g<at>kk", files=ENGLISH),
    built("switch has another hreflang", r"(?P<at>\" hreflang=\")ru(?=\" lang=\"ru)", r"\g<at>uk", files=ENGLISH),
    built("switch leaves a language out", r"(?P<at>)<a href=\"[^\"]*\" hreflang=\"kk\".*?</a>", "", files=ENGLISH),
    built(
        "switch marks another language as current",
        r"(?P<at>hreflang=\"kk\" lang=\"kk\")(?=>Қ)",
        r'\g<at> aria-current="true"',
        files=ENGLISH,
    ),
    built("switch names a language by another's name", r"(?P<at>lang=\"kk\">)Қазақша", r"\g<at>Русский", files=ENGLISH),
    built("page says another language", r"(?P<at><html lang=\")en", r"\g<at>ru", files=ENGLISH),
    built("page says no language", r"(?P<at><html) lang=\"\w+\"", r"\g<at>"),
    built("page says the country's code", r"(?P<at><html lang=\")kk", r"\g<at>kz", files="site/*/index.html"),
    built("alternate missing", r"<link [^>]*hreflang=\"ru\" rel=\"alternate\">(?P<at>)", ""),
    built(
        "alternate leads to the home page",
        r"(?P<at><link href=\"https://someone.example/law/ru/)[\w/-]+(?=\" hreflang)",
        r"\g<at>",
        files=ENGLISH,
    ),
    built(
        "alternate leads to another language",
        r"(?P<at><link href=\"https://someone.example/law/)ru/(?=[^>]* hreflang)",
        r"\g<at>en/",
    ),
    built("alternate has another code", r"(?P<at><link [^>]*hreflang=\")ru", r"\g<at>uk"),
    built("alternate stands twice", r"(?P<all><link [^>]*hreflang=\"ru\"[^>]*>)", r"\g<all>\g<all>"),
    built("alternate is relative", r"(?P<at><link href=\")https://someone.example/law/(?=[^>]* hreflang=\"ru)", r"\g<at>../"),
    built(
        "alternate does not return",
        r"(?P<at><link href=\"https://someone.example/law/)[\w/-]+(?=\" hreflang=\"kk)",
        r"\g<at>",
        files="site/ru/goal/index.html site/en/goal/index.html",
    ),
    built("x-default missing", r"<link [^>]*hreflang=\"x-default\"[^>]*>(?P<at>)", ""),
    built(
        "x-default leads to another page",
        r"(?P<at><link href=\"https://someone.example/law/)(?=[^>]* hreflang=\"x-default)",
        r"\g<at>ru/",
    ),
    built(
        "article in another language",
        r"(?P<at><article[^>]*>)(?:.|\n)*?(?=<h2)",
        rf'\g<at><h1 id="x">Мақсат</h1>{KAZAKH * 4}',
        files="site/en/goal/index.html site/en/status/index.html",
    ),
    built(
        "whole page of another language",
        r"(?P<at><html lang=\")(?:ru|kk)",
        r"\g<at>en",
        files="site/ru/goal/index.html site/goal/index.html",
        moved="site/en/goal/index.html",
        keep=True,
        reported="docs/en/goal.md overrides/*",
    ),
    added("passage whose mark is wrong", f'<div lang="ru">{KAZAKH}</div>'),
    built(
        "paragraph of another language",
        r"(?P<at>)</article>",
        "<p>Это предложение забыли перевести на английский язык, и оно осталось русским.</p></article>",
        files=ENGLISH,
    ),
    built(
        "menu's name in another language",
        r"(?P<at><nav aria-label=\")[^\"]*(?=\" class=\"menu)",
        r"\g<at>Навигация по всему сайту",
        files=ENGLISH,
    ),
]

MACHINES = [
    built(
        "canonical of the home page", r"(?P<at><link href=\"https://someone.example/law/)[\w/-]+(?=\" rel=\"canonical)", r"\g<at>"
    ),
    built(
        "canonical of another language",
        r"(?P<at><link href=\"https://someone.example/law/)ru/(?=[^>]* rel=\"canonical)",
        r"\g<at>en/",
    ),
    built(
        "canonical of another host",
        r"(?P<at><link href=\"https://)someone.example(?=[^>]* rel=\"canonical)",
        r"\g<at>localhost:8000",
    ),
    built("canonical missing", r"<link [^>]*rel=\"canonical\">(?P<at>)", ""),
    built("canonical twice", r"(?P<all><link [^>]*rel=\"canonical\">)", r"\g<all>\g<all>"),
    headed("og:url of another page", '<meta property="og:url" content="https://someone.example/law/no-such-page/">'),
    headed("og:image missing", '<meta property="og:image" content="https://someone.example/law/assets/lost.png">'),
    headed("og:image relative", '<meta property="og:image" content="assets/favicon.svg">'),
    headed("og:title empty", '<meta property="og:title" content="">'),
    headed("og:locale of no language", '<meta property="og:locale" content="de_DE">'),
    built("og:title lost", r"<meta [^>]*property=\"og:title\">(?P<at>)", ""),
    built("og:title of another page", r"(?P<at><meta content=\")[^\"]*(?=\" property=\"og:title)", r"\g<at>Another page"),
    built("og:image of another language", r"(?P<at>preview-)en(?=\.png\" property=\"og:image\")", r"\g<at>kk", files=ENGLISH),
    built("og:title that is no property", r"(?P<at> )property(?==\"og:title)", r"\g<at>name"),
    built("JSON-LD lost", r"<script type=\"application/ld.json\">.*?</script>(?P<at>)", ""),
    built("JSON-LD of another page", r"(?P<at>\"name\":\")[^\"]*(?=\",\"description)", r"\g<at>Another page"),
    built("JSON-LD in another language", r"(?P<at>\"inLanguage\":\")\w\w(?=\",\"isA)", r"\g<at>kz"),
    built("breadcrumbs in disorder", r"(?P<at>\"position\":)2", r"\g<at>1"),
    built("policy lost", r"<meta [^>]*http-equiv=\"[^>]*>(?P<at>)", ""),
    built("policy opened", r"(?P<at>script-src 'self')", r"\g<at> 'unsafe-inline'"),
    headed("script in the page", "<script>x = 1</script>"),
    headed("noindex in capitals", '<meta name="ROBOTS" content="NOINDEX">'),
    built("style lost", r"<link [^>]*rel=\"stylesheet\">(?P<at>)", ""),
    built("script lost", r"<script defer=\"\" src=\"(?:\.\./)*assets/site.js\"></script>(?P<at>)", ""),
    built(
        "manifest of another language",
        r"(?P<at><link href=\")\.\./(?=[^\"]*manifest)",
        r"\g<at>../../",
        files="site/ru/*/index.html",
    ),
    headed("JSON-LD that does not parse", '<script type="application/ld+json">{"@context": "https://schema.org",}</script>'),
    headed(
        "JSON-LD with a dead address",
        '<script type="application/ld+json">{"@context": "https://schema.org", "url": "https://someone.example/law/lost/"}</script>',
    ),
    headed("JSON-LD without context", '<script type="application/ld+json">{"name": "x"}</script>'),
    headed("noindex", '<meta name="robots" content="noindex">'),
    headed("base", '<base href="https://someone.example/">'),
    headed("refresh", '<meta http-equiv="refresh" content="0; url=../">'),
    headed("manifest missing", '<link rel="manifest" href="manifest.webmanifest">'),
    headed("preload missing", '<link rel="preload" as="font" href="lost.woff2">'),
    headed("script of another host", '<script src="https://elsewhere.example/x.js"></script>'),
    headed("style of another host", '<link rel="stylesheet" href="//elsewhere.example/x.css">'),
    headed("connection to another host", '<link rel="preconnect" href="https://fonts.elsewhere.example">'),
    headed("import in a style", '<style>@import "https://elsewhere.example/x.css";</style>'),
    headed("second title", "<title>Another title</title>"),
    headed("second description", '<meta name="description" content="Another.">'),
    built("page may not be enlarged", r"(?P<at><meta content=\"width=device-width)", r"\g<at>,user-scalable=no"),
    built("page's width missing", r"<meta [^>]*name=\"viewport\">(?P<at>)", ""),
    built("title empty", r"(?P<at><title>)[^<]*", r"\g<at>"),
    built(
        "title of another page",
        r"(?P<at><title>)[^<]*",
        r"\g<at>The goal – Law on the Assembly of the People of Kazakhstan",
        files="site/en/status/index.html site/en/history/index.html",
        reported="docs/en/*",
    ),
    built("description missing", r"<meta [^>]*name=\"description\">(?P<at>)", ""),
    built("description empty", r"(?P<at><meta content=\")[^\"]*(?=\" name=\"description)", r"\g<at>"),
    built("letters' code missing", r"<meta charset=\"utf-8\">(?P<at>)", ""),
    built("doctype missing", r"<!doctype html>(?P<at>)", ""),
    added("frame of another host", '<iframe src="https://elsewhere.example/" title="x"></iframe>'),
    added("picture of another host", '<img src="https://elsewhere.example/x.png" alt="x">'),
    added("picture of another host in a style", '<div style="background: url(//elsewhere.example/x.png)">x</div>'),
    added("picture of another host in srcset", '<img src="./" srcset="https://elsewhere.example/x.png 2x" alt="x">'),
    added("form to elsewhere", '<form action="https://elsewhere.example/"><button>Go</button></form>'),
    added("button to elsewhere", '<form><button formaction="https://elsewhere.example/">Go</button></form>'),
    added("ping to elsewhere", '<a href="./" ping="https://elsewhere.example/count">here</a>'),
    added("script in an attribute", '<b onclick="alert(1)">b</b>'),
    mapped("site map leaves a page out", r"<url>\s*<loc>[^<]*/goal/</loc>(?:.|\n)*?</url>(?P<at>)", ""),
    mapped("site map names no page", r"(?P<at><loc>[^<]*)/goal/", r"\g<at>/gaol/"),
    mapped("site map does not parse", r"</urlset>(?P<at>)", ""),
    mapped("site map names a page twice", r"(?P<all><url>(?:.|\n)*?</url>)", r"\g<all>\g<all>"),
    mapped("site map of another host", r"(?P<at><loc>https://)someone", r"\g<at>noone"),
    mapped("site map's alternate leads to another page", r"(?P<at>hreflang=\"ru\" href=\"[^\"]*/ru/)[\w/-]+", r"\g<at>"),
    mapped("site map missing", WHOLE, None),
    built(
        "robots.txt closes the site",
        WHOLE,
        "User-agent: *\nDisallow: /\n",
        files="site/assets/site.css",
        moved="site/robots.txt",
        keep=True,
        reported="site/robots.txt",
    ),
]

FAULTS = {
    "built: links": LINKS,
    "built: languages": LANGUAGES,
    "built: machines": MACHINES,
}
