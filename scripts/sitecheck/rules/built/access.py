"""Rules about what assistive technology reads of a built page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from finish.alternates import NOT_FOUND
from problems import Problem, suggest

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
HEADINGS = "h1, h2, h3, h4, h5, h6"


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
            yield page.problem("ids-once", f"the id {id} stands {counts[id]} times", "rename one", element)
        seen.add(id)


def ids_meant(page: Parsed) -> Iterator[Problem]:
    """Labels, descriptions and table headers name ids that are on the page.

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


def things_named(page: Parsed) -> Iterator[Problem]:
    """Links, buttons, pictures and frames have words that a screen reader can say.

    In site/index.html
    wrong: <a href="law/"></a>
    right: <a href="law/">law</a>
    """
    for image in (*page.by_tag["img"], *page.by_tag["area"]):
        if "alt" not in image.attributes:
            yield page.problem(
                "things-named", f"the picture {image.get('src')} has no alt", 'say what it shows, or alt=""', image
            )
    pressed = ((element, element.node.text().strip()) for tag in ("button", "summary") for element in page.by_tag[tag])
    for element, words in (*page.link_words, *pressed):
        if not (words or _name(element) or "hidden" in element.attributes or element.get("aria-hidden") == "true"):
            what = "link" if element.tag == "a" else element.tag
            yield page.problem("things-named", f"a {what} has no words", "write words in it, or aria-label", element)
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
            yield page.problem("fields-labelled", f"a <{element.tag}> has no label", "put it into a <label> with words", element)


def aria_known(page: Parsed) -> Iterator[Problem]:
    """Every role and every aria attribute of a page is one that WAI-ARIA knows.

    In site/index.html
    wrong: <article aria-labeledby="home">
    right: <article aria-labelledby="home">
    """
    for name in sorted(name for name in page.by_attribute if name.startswith("aria-") and name not in ARIA):
        for element in page.by_attribute[name]:
            yield page.problem("aria-known", f"there is no attribute {name}", f"correct it{suggest(name, ARIA)}", element)
    for element in page.by_attribute.get("role", ()):
        for role in element.get("role").split() or [""]:
            if role not in ROLES and not role.startswith(("doc-", "graphics-")):
                yield page.problem("aria-known", f"there is no role “{role}”", f"correct it{suggest(role, ROLES)}", element)


def _name(element: Element) -> str:
    """Return what names a link or button that has no words of its own: its label, its title or its pictures."""
    label = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
    return label.strip() or "".join(image.attributes.get("alt") or "" for image in element.node.css("img")).strip()


def headings_step(page: Parsed) -> Iterator[Problem]:
    """A built page has one first-level heading; headings are not empty and leave no level out.

    In site/index.html
    wrong: <h4 id="text">Text</h4>
    right: <h2 id="text">Text</h2>
    """
    root = page.article or page.tree.body
    order = root.css(HEADINGS) if root is not None else []
    levels = [int(node.tag[1]) for node in order]
    if levels.count(1) != 1 and page.path != NOT_FOUND:
        yield page.problem("headings-step", f"the page has {levels.count(1) or 'no'} first-level headings", "write one", "title")
    for before, level, node in zip([0, *levels], levels, order):
        if level > before + 1:
            message = f"a heading of level {level} follows {f'one of level {before}' if before else 'none'}"
            yield page.problem("headings-step", message, f"make it level {before + 1}", Element.of(node))
        if not node.text().replace("#", "").strip():
            message = f"a heading of level {level} is empty"
            yield page.problem("headings-step", message, "write it, or remove it", Element.of(node))


def skip_link(page: Parsed) -> Iterator[Problem]:
    """The first link of a page skips to its text, for those who go by keyboard.

    In site/index.html
    wrong: <a href="law/" class="md-skip">
    right: <a href="#home" class="md-skip">
    """
    if page.path != NOT_FOUND:
        first = page.by_tag["a"][0] if page.by_tag["a"] else None
        if first is None or not first.get("href").startswith("#") or len(first.get("href")) < 2:
            message = f"the first link leads to {first.get('href') if first else 'nowhere'}"
            yield page.problem("skip-link", message, "begin the page with a link to the id of its heading", "title")
        elif first.get("href")[1:] not in page.ids:
            message = f"the skip link leads to {first.get('href')}, which is not on the page"
            yield page.problem("skip-link", message, "lead to the id of the first heading", "title")


def keys_in_order(page: Parsed) -> Iterator[Problem]:
    """The keyboard goes through a page in the order of its text, and nothing hidden takes the focus.

    In site/index.html
    wrong: <a tabindex="3" href="law/">law</a>
    right: <a href="law/">law</a>
    """
    for element in page.by_attribute.get("tabindex", ()):
        if element.get("tabindex").strip().lstrip("+").isdigit() and int(element.get("tabindex")) > 0:
            message = f"tabindex {element.get('tabindex')} changes the order of the page"
            yield page.problem("keys-in-order", message, "remove it, or write 0", element)
    for element in page.by_attribute.get("aria-hidden", ()):
        if element.get("aria-hidden") == "true" and element.tag in ("a", "button") and element.get("tabindex") != "-1":
            message = f"a hidden <{element.tag}> can be reached by keyboard"
            yield page.problem("keys-in-order", message, 'show it, or add tabindex="-1"', element)
    keys = Counter(element.get("accesskey") for element in page.by_attribute.get("accesskey", ()))
    for key, count in keys.items():
        if count > 1:
            yield page.problem("keys-in-order", f"the key {key} is taken {count} times", "give each its own", "title")
