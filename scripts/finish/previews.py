"""What a page gives to those who show it elsewhere: words and a picture for previews (Open Graph), data (JSON-LD).

Whatever needs a full address is left out where nobody knows yet where the site will stand.
"""

from __future__ import annotations

import json
from html import escape

from languages import SOURCE
from records import Data

from finish.alternates import counterpart
from finish.outline import Outline, parents

LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}
PICTURE = "assets/preview-{}.png"
PICTURE_SIZE = (1200, 630)
LAW = "law/"
IDENTIFIER = "70-IV"
SCHEMA = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def add_previews(html: str, page: Outline, pages: dict[str, Outline], address: str, data: Data) -> str:
    """Return the page with what previews and search engines read, at the end of its head."""
    tags = "".join(f'\n    <meta property="{key}" content="{escape(value)}">' for key, value in open_graph(page, pages, address))
    graph = json.dumps(
        {"@context": SCHEMA, "@graph": describe(page, pages, address, data)}, ensure_ascii=False, separators=(",", ":")
    )
    graph = graph.replace("</", "<\\/")
    script = f'\n    <script type="application/ld+json">{graph}</script>'
    return html.replace("</head>", f"{tags}{script}\n  </head>", 1)


def open_graph(page: Outline, pages: dict[str, Outline], address: str) -> list[tuple[str, str]]:
    """Return what Open Graph wants: names with their values."""
    home = pages[counterpart("index.html", page.language)]
    tags = [
        ("og:type", "website" if page is home else "article"),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:site_name", home.title),
        ("og:locale", LOCALES[page.language]),
    ]
    if address:
        tags += [
            ("og:url", page.url(address)),
            ("og:image", address + PICTURE.format(page.language)),
            ("og:image:alt", home.title),
        ]
    return tags


def describe(page: Outline, pages: dict[str, Outline], address: str, data: Data) -> list[dict]:
    """Return what the page is, in the words of schema.org: learning material about the Law, and where it stands in the site."""
    return graph_of(page, pages, address, str(data["validity"]["status"].own["wording"]))


def graph_of(page: Outline, pages: dict[str, Outline], address: str, signed: str) -> list[dict]:
    """Return the same without the records: `signed` is the day of the Law's wording."""
    law = pages.get(counterpart(f"{LAW}index.html", page.language), page)
    whole = page is law or page.name == ""
    graph = [_material(page, law, address), _law(law, pages, address, signed, whole)]
    above = parents(page, pages)
    if above and address:
        graph.append(_breadcrumbs([*above, page], address))
    return graph


def _material(page: Outline, law: Outline, address: str) -> dict:
    return {
        "@type": "Quiz" if page.name.split("/")[0] == "quiz" else "LearningResource",
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        **({"url": page.url(address), "about": {"@id": _law_id(law, address)}} if address else {}),
    }


def _law(law: Outline, pages: dict[str, Outline], address: str, signed: str, whole: bool) -> dict:
    """Return the Law: whole on its own page and the home page, by its name and number elsewhere."""
    return {
        "@type": "Legislation",
        **({"@id": _law_id(law, address)} if address else {}),
        "name": pages[counterpart("index.html", law.language)].title,
        "legislationIdentifier": IDENTIFIER,
        "legislationDate": signed,
        "legislationDateVersion": signed,
        **({"inLanguage": SOURCE, "legislationJurisdiction": "KZ"} if whole else {}),
        **({"url": law.url(address)} if whole and address else {}),
    }


def _law_id(law: Outline, address: str) -> str:
    return f"{law.url(address)}#law"


def _breadcrumbs(pages: list[Outline], address: str) -> dict:
    items = [
        {"@type": "ListItem", "position": number, "name": page.title, "item": page.url(address)}
        for number, page in enumerate(pages, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
