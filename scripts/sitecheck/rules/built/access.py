"""Rules about what assistive technology reads of a built page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from problems import Problem, suggest
from selectolax.lexbor import LexborNode

from sitecheck.parsed import Element, Parsed

POINTING = (
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-errormessage"),
    *("aria-activedescendant", "aria-flowto", "for", "headers", "list", "form", "popovertarget", "commandfor"),
)
SAID = ("aria-label", "aria-labelledby", "title", "alt")  # attributes that name a field
PRESSED = ("hidden", "submit", "reset", "button", "image")  # inputs that need no label beside them
# WAI-ARIA 1.2: every role that a page may give, every attribute
ROLES = frozenset(
    """alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary
    contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading img
    insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation
    none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox
    separator slider spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar
    tooltip tree treegrid treeitem""".split()
)
ARIA = frozenset(
    f"aria-{name}"
    for name in """activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex
    colindextext colspan controls current describedby description details disabled dropeffect errormessage expanded flowto grabbed
    haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable orientation owns placeholder
    posinset pressed readonly relevant required roledescription rowcount rowindex rowindextext rowspan selected setsize sort
    valuemax valuemin valuenow valuetext""".split()
)
FILE_NAME = re.compile(r"\.(?:png|jpe?g|svg|gif|webp|avif)$", re.IGNORECASE)
TRUTH = frozenset(("true", "false"))
VALUES = {
    "scope": frozenset(("row", "col", "rowgroup", "colgroup")),
    "aria-current": TRUTH | {"page", "step", "location", "date", "time"},
    "aria-haspopup": TRUTH | {"menu", "listbox", "tree", "grid", "dialog"},
    "aria-live": frozenset(("off", "polite", "assertive")),
    "aria-invalid": TRUTH | {"grammar", "spelling"},
    "aria-sort": frozenset(("ascending", "descending", "none", "other")),
    "aria-orientation": frozenset(("horizontal", "vertical", "undefined")),
    **dict.fromkeys(("aria-pressed", "aria-checked"), TRUTH | {"mixed"}),
    **dict.fromkeys(("aria-expanded", "aria-selected", "aria-grabbed"), TRUTH | {"undefined"}),
    **dict.fromkeys(("aria-hidden", "aria-busy", "aria-disabled", "aria-required", "aria-modal", "aria-atomic"), TRUTH),
    **dict.fromkeys(("aria-multiline", "aria-multiselectable", "aria-readonly"), TRUTH),
}


def ids_once(page: Parsed) -> Iterator[Problem]:
    """No id of the built page is empty, holds a space or stands twice.

    In site/index.html
    wrong: <h2 id="home">Text</h2>
    right: <h2 id="text">Text</h2>
    """
    counts = Counter(element.get("id") for element in page.by_attribute["id"])
    seen = set()
    for element in page.by_attribute["id"]:
        id = element.get("id")
        if not id or id != "".join(id.split()):
            yield page.problem("ids-once", f"the id “{id}” is empty or holds a space", "write one word", element)
        elif counts[id] > 1 and id in seen:
            yield page.problem("ids-once", f"the id {id} appears {counts[id]} times", "rename one", element)
        seen.add(id)


def ids_meant(page: Parsed) -> Iterator[Problem]:
    """Labels, descriptions and table headers name ids that are on the page, pictures a map that is.

    In site/index.html
    wrong: aria-labelledby="hom"
    right: aria-labelledby="home"
    """
    for name in POINTING:
        for element in page.by_attribute.get(name, ()):
            for id in element.get(name).split() or [""]:
                if id not in page.ids:
                    message = f"{name} of <{element.tag}> names the id “{id}”, which is not on the page"
                    yield page.problem("ids-meant", message, f"name an id of the page{suggest(id, page.ids)}", element)
    for picture in page.by_attribute.get("usemap", ()):
        maps = {f"#{each.get('name')}" for each in page.by_tag["map"]}
        if picture.get("usemap") not in maps:
            message = f"there is no map {picture.get('usemap')}"
            yield page.problem("ids-meant", message, f"name a <map> of the page{suggest(picture.get('usemap'), maps)}", picture)


def things_named(page: Parsed) -> Iterator[Problem]:
    """Links, buttons, pictures and frames have words that a screen reader can say, also those that a script shows later.

    In site/index.html
    wrong: <a href="law/"></a>
    right: <a href="law/">law</a>
    """
    for image in (*page.by_tag["img"], *page.by_tag["area"]):
        if "alt" not in image.attributes or FILE_NAME.search(image.get("alt")):
            fault = "has no alt" if "alt" not in image.attributes else f"is called {image.get('alt')}"
            yield page.problem("things-named", f"the picture {image.get('src')} {fault}", 'say what it shows, or alt=""', image)
    pressed = ((element, element.node.text().strip()) for tag in ("button", "summary") for element in page.by_tag[tag])
    for element, words in (*page.link_words, *pressed):
        if not (words or name_of(element) or element.get("aria-hidden") == "true"):
            what = "link" if element.tag == "a" else element.tag
            yield page.problem("things-named", f"a {what} has no words", "write words in it, or aria-label", element)
    for hidden in page.by_attribute.get("aria-hidden", ()):
        around = hidden.node.parent
        if (
            around.tag in ("a", "button")
            and around.text().strip() == hidden.node.text().strip() != ""
            and not name_of(_element(around))
        ):
            message = f"the words of a <{around.tag}> are hidden: {hidden.node.text().strip()}"
            yield page.problem("things-named", message, "remove aria-hidden, or write aria-label", hidden)
    for drawn in page.by_attribute.get("role", ()):
        if drawn.get("role") == "img" and not (name_of(drawn) or drawn.node.css_first("title")):
            yield page.problem("things-named", f"a <{drawn.tag} role=img> has no name", "write aria-label", drawn)
    for frame in (*page.by_tag["iframe"], *page.by_tag["object"]):
        if not frame.get("title"):
            yield page.problem("things-named", f"the <{frame.tag}> has no title", "write title", frame)


def fields_labelled(page: Parsed) -> Iterator[Problem]:
    """Every field of a form has words that say what to enter: a label around it or for it, or aria-label.

    In site/index.html
    wrong: <input name="q"> <a href="law/">law</a>
    right: <a href="law/">law</a>
    """
    labelled = {label.get("for") for label in page.by_tag["label"]}
    for element in (each for tag in ("input", "select", "textarea") for each in page.by_tag[tag]):
        if element.get("type") in PRESSED or any(element.get(name) for name in SAID) or element.get("id") in labelled - {""}:
            continue
        around = element.node.parent
        while around is not None and around.tag not in ("label", "body"):
            around = around.parent
        if around is None or around.tag != "label":
            yield page.problem(
                "fields-labelled", f"the <{element.tag}> has no label", "put it into a <label> with words", element
            )


def aria_known(page: Parsed) -> Iterator[Problem]:
    """Every role and every aria attribute of a page is one that WAI-ARIA knows, with a value that it allows.

    In site/index.html
    wrong: <article aria-labeledby="home">
    right: <article aria-labelledby="home">
    """
    for name in sorted(name for name in page.by_attribute if name.startswith("aria-") and name not in ARIA):
        for element in page.by_attribute[name]:
            yield page.problem("aria-known", f"there is no attribute {name}", f"correct it{suggest(name, ARIA)}", element)
    for name in VALUES.keys() & page.by_attribute.keys():
        for element in page.by_attribute[name]:
            if element.get(name) not in VALUES[name]:
                fix = f"the values are {', '.join(sorted(VALUES[name]))}{suggest(element.get(name), VALUES[name])}"
                yield page.problem("aria-known", f"{name} cannot be “{element.get(name)}”", fix, element)
    for element in page.by_attribute.get("role", ()):
        for role in element.get("role").split() or [""]:
            if role not in ROLES and not role.startswith(("doc-", "graphics-")):
                yield page.problem("aria-known", f"there is no role “{role}”", f"correct it{suggest(role, ROLES)}", element)


def _element(node: LexborNode) -> Element:
    return Element.of(node)


def name_of(element: Element) -> str:
    """Return what names a link or button that has no words of its own: its label, its title or its pictures."""
    label = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
    return label.strip() or "".join(image.attributes.get("alt") or "" for image in element.node.css("img")).strip()
