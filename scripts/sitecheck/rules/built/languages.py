"""Rules about the language that built pages say they are in, and about the ways between languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from finish.alternates import NOT_FOUND, counterpart, language_of
from finish.pairs import BLOCKS, block_file
from languages import LANGUAGES, NAMES, SOURCE
from problems import Problem, suggest

from sitecheck.built import BuiltSite
from sitecheck.kept import BuiltPage
from sitecheck.letters import KAZAKH_WORD, WORD, judge_language
from sitecheck.parsed import Element, Parsed, plain_text

ENOUGH, ENOUGH_LETTERS = 6, 3000  # fewer words do not show their language; more letters tell no more
CODES = (*LANGUAGES, "x-default")
IN_NAMES = ("aria-label", "title", "placeholder", "alt")


def built_language(page: Parsed) -> Iterator[Problem]:
    """Every page says which language it is in, and is in that language.

    In site/ru/index.html
    wrong: <html lang="kk">
    right: <html lang="ru">
    """
    expected = language_of(page.path)
    if page.path != NOT_FOUND and page.language != expected:
        message = f'the page says lang="{page.language}"'
        yield page.problem("built-language", message, f'it is among the pages of "{expected}"', "title")
    for element in page.by_attribute.get("dir", ()):
        if element.get("dir").lower() != "ltr":
            message = f'<{element.tag}> says dir="{element.get("dir")}"'
            yield page.problem("built-language", message, 'every language of the site is written from the left: "ltr"', element)
    words = _own_words(page) if page.path != NOT_FOUND else ""
    found = judge_language(words)
    if found != expected and len(WORD.findall(words)) > ENOUGH:
        message = f"the page says it is {expected}, but its text is {found}"
        yield page.problem("built-language", message, f"publish the {expected} text here", "title")


def _own_words(page: Parsed) -> str:
    """Return the words of the article without the passages that are marked as another language."""
    words = page.words
    foreign = [passage for element, passage in page.passages if element.get("lang") != page.language]
    words = words[: ENOUGH_LETTERS + 2 * sum(map(len, foreign))]  # no later passage, nor a part of one, reaches the first letters
    for passage in foreign:
        words = words.replace(passage, " ", 1)
    return words[:ENOUGH_LETTERS]


def passages_marked(page: Parsed) -> Iterator[Problem]:
    """A passage marked as a language of the site is in that language, and the mark is a language of the site.

    In site/index.html
    wrong: <p lang="en">Первый абзац называет согласие и единство народа</p>
    right: <p lang="ru">Первый абзац называет согласие и единство народа</p>
    """
    for element, words in page.passages:
        code = element.get("lang")
        if code not in LANGUAGES:
            fix = f"the languages are {', '.join(LANGUAGES)}{suggest(code, LANGUAGES)}"
            yield page.problem("passages-marked", f'lang="{code}" is not a language of the site', fix, element)
        elif element.tag != "body" and len(WORD.findall(words)) >= ENOUGH:
            found = judge_language(words)
            if found == code or code == "kk" and found == "ru" and KAZAKH_WORD.search(words) or _holds_marks(element):
                continue
            message = f'the passage is marked lang="{code}" but is {found}'
            yield page.problem("passages-marked", message, f'write lang="{found}"', element)


def _holds_marks(element: Element) -> bool:
    return any(node.mem_id != element.node.mem_id for node in element.node.css("[lang]"))


def names_in_language(page: Parsed) -> Iterator[Problem]:
    """Names that only screen readers say, and hints, are in the page's language.

    In site/ru/index.html
    wrong: <nav class="languages" aria-label="Тілді таңдау">
    right: <nav class="languages" aria-label="Выбор языка">
    """
    own = language_of(page.path)
    for name in IN_NAMES if page.path != NOT_FOUND else ():
        for element in page.by_attribute.get(name, ()):
            text = element.get(name)
            if element.get("lang") or not text or element.tag == "link":
                continue
            if other_language(text, own):
                message = f"{name}=“{text}” is not in {own}"
                yield page.problem("names-in-language", message, "give the theme the word in this language", element)


@lru_cache(maxsize=1024)  # most names stand on every page
def other_language(text: str, own: str) -> bool:
    """Tell whether a name of a few words is surely not in a language; a name in Latin letters may be one word."""
    if own == "en":
        return judge_language(text) != "en" and bool(WORD.search(text))
    foreign = KAZAKH_WORD.search(text) if own != SOURCE else None
    return bool(foreign) or len(WORD.findall(text)) > 1 and judge_language(text) == "en"


def alternates_whole(page: Parsed) -> Iterator[Problem]:
    """The head names the page in every language, itself included, and the source language as x-default.

    In site/ru/law/index.html
    wrong: hreflang="en" href="https://someone.example/site/en/"
    right: hreflang="en" href="https://someone.example/site/en/law/"
    """
    if page.path == NOT_FOUND:
        return
    links = [link for link in page.links("alternate") if "hreflang" in link.attributes]
    found = {link.get("hreflang"): link for link in links}
    for code in CODES:
        wanted = counterpart(page.path, SOURCE if code == "x-default" else code)
        if code not in found:
            message = f"the head names no page for hreflang {code}"
            yield page.problem(
                "alternates-whole", message, f"{wanted} is that page; scripts/finish/alternates.py writes it", "title"
            )
            continue
        address = found[code].get("href")
        leads = page.leads(address)
        if leads is None or leads[0] != wanted or (page.site.address and address != page.site.url(wanted)):
            message = f"hreflang {code} leads to {address}"
            yield page.problem("alternates-whole", message, f"it must lead to {page.site.url(wanted)}", "title")
    for code in found.keys() - set(CODES):
        fix = f"the codes are {', '.join(CODES)}{suggest(code, CODES)}"
        yield page.problem("alternates-whole", f"there is no hreflang {code}", fix, "title")
    if len(found) < len(links):
        yield page.problem("alternates-whole", "one hreflang appears twice", "name each language once", "title")


def switch_leads(page: Parsed) -> Iterator[Problem]:
    """The language switch leads to the same page in each language, by its own name and code, and shows which one the reader is on.

    In site/ru/law/index.html
    wrong: <a href="../../en/" hreflang="en" lang="en">
    right: <a href="../../en/law/" hreflang="en" lang="en">
    """
    if page.path == NOT_FOUND:
        return
    nodes = {node.mem_id: node for switch in page.nodes("nav.languages") for node in switch.css("a")}  # one may stand in another
    links = [Element.of(node) for node in nodes.values()]
    codes = [link.get("hreflang") for link in links]
    for code in LANGUAGES:
        if codes.count(code) != 1:
            message = f"the language switch has {codes.count(code) or 'no'} links to {code}"
            yield page.problem(
                "switch-leads",
                message,
                "overrides/partials/alternate.html writes one for each language",
                links[0] if links else "title",
            )
    for link in links:
        code, name = link.get("hreflang"), plain_text(link)
        if name != NAMES.get(code, name):
            message = f"the language switch calls {code} “{name}”"
            yield page.problem("switch-leads", message, f"call it {NAMES[code]}, as it names itself", link)
        leads = page.leads(link.get("href"))
        wanted = counterpart(page.path, code) if code in LANGUAGES else ""
        if leads is None or wanted and leads[0] != wanted:
            message = f"the language switch leads from {page.path} to {link.get('href')} for {code}"
            yield page.problem("switch-leads", message, f"it must lead to {wanted}", link)
        if link.get("lang") != code or code not in LANGUAGES:
            message = f'a link of the language switch says hreflang="{code}" and lang="{link.get("lang")}"'
            yield page.problem("switch-leads", message, "both are the code of the page it leads to", link)
        if bool(link.get("aria-current")) != (code == language_of(page.path)):
            message = f"the language switch does not show that the page is {language_of(page.path)}"
            yield page.problem("switch-leads", message, 'aria-current="true" belongs on the page\'s own language only', link)


def pairs_match(site: BuiltSite) -> Iterator[Problem]:
    """The versions of a built page have the same blocks in the same order, kept beside it for reading side by side.

    In site/ru/law/index.html
    wrong: <h3>The law.</h3>
    right: <p>The law.</p>
    """
    for path, page in site.pages.items():
        if path == NOT_FOUND:
            continue
        if block_file(path) not in site.files:
            message = f"there is no {block_file(path)}"
            yield site.problem(path, "pairs-match", message, "`make site`: scripts/finish/pairs.py writes it", "title")
        versions = [site.pages[each] for code in LANGUAGES if (each := counterpart(path, code)) in site.pages]
        usual, count = Counter(version.blocks for version in versions).most_common(1)[0]
        like = next(version for version in versions if version.blocks == (usual if count > 1 else versions[0].blocks))
        if page.blocks != like.blocks:
            yield _first_difference(site, path, like)


def _first_difference(site: BuiltSite, path: str, like: BuiltPage) -> Problem:
    parsed = site.parse_page(path)
    for ours, other in zip_longest(parsed.tree.css(BLOCKS), like.blocks.split()):
        if (ours and ours.tag) != other:
            found = f"<{ours.tag}>" if ours else "the end of the page"
            message = f"{found} where {like.path} has {f'<{other}>' if other else 'nothing more'}"
            near = Element.of(ours) if ours else "title"
            return parsed.problem("pairs-match", message, "give both versions the same blocks in the same order", near)
    raise AssertionError("compared without a difference")
