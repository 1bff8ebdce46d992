"""Rules about the head of a built page: what its source says, what the other pages have, the policy, letters gone wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from finish.alternates import NOT_FOUND, language_of
from finish.policy import write_policy
from languages import LANGUAGES
from problems import Problem

from sitecheck.built import BuiltSite, is_page
from sitecheck.parsed import Parsed

DATA = ("application/", "speculationrules", "importmap")  # types of scripts that do not run as scripts of the page
EARLY = 1024  # bytes in which browsers look for the letters' code
LEFT = {  # what a build leaves that went wrong; a pattern of bytes that begins with a letter is found fast
    re.compile(rb"\{[{%]"): "a piece of a template",
    re.compile(rb"&amp;(?:nbsp|amp|lt|gt|quot|#\w+);"): "an entity shown as text",
}
LOST = {
    "\N{REPLACEMENT CHARACTER}": "a letter that was lost",
    **dict.fromkeys(("Ð", "Ñ", "â€", "Р°"), "UTF-8 read in another code"),
}


def head_as_written(page: Parsed) -> Iterator[Problem]:
    """Title and description of a built page are those that its source gives it, the title with the name of the site.

    In site/ru/index.html
    wrong: content="Home."
    right: content="Главная."
    """
    front = page.site.front(page.path) if page.path != NOT_FOUND else {}
    if "title" in front:
        name = page.site.menus[language_of(page.path)].name
        wanted = f"{front['title']} – {name}" if front["title"] != name else name
        found = page.title
        if " ".join(found.split()) != " ".join(wanted.split()):
            message = f"the title is “{found}”"
            yield page.problem("head-as-written", message, f"it must be “{wanted}”; overrides/base.html writes it", "title")
    if "description" in front and page.meta("description")[:1] != [front["description"]]:
        message = f"the description is “{', '.join(page.meta('description'))}”"
        fix = f"it must be “{front['description']}”; overrides/base.html writes it"
        yield page.problem("head-as-written", message, fix, "description")


def loads_alike(site: BuiltSite) -> Iterator[Problem]:
    """A page loads the styles, scripts, icons and the manifest that most pages of its language load.

    In site/index.html
    wrong: <link rel="stylesheet" href="other.css">
    right: <link rel="stylesheet" href="site.css">
    """
    for code in LANGUAGES:
        pages = [page for path, page in site.pages.items() if is_page(path) and language_of(path) == code]
        counts = Counter(file for page in pages for file in page.loads)
        usual = {file for file, count in counts.items() if count * 2 > len(pages)}
        for page in pages:
            for file in sorted(usual - page.loads):
                message = f"the page does not load {file}, as {counts[file]} of {len(pages)} pages do"
                yield site.problem(page.path, "loads-alike", message, "`make site`; overrides/base.html links it", "title")


def letters_whole(page: Parsed) -> Iterator[Problem]:
    """A page is UTF-8 and says so early, and holds no piece of a template, no lost letter and no entity shown as text.

    In site/index.html
    wrong: <p>The law, {{ page.title }}.</p>
    right: <p>The law.</p>
    """
    try:
        html = page.html.decode()
    except UnicodeDecodeError as error:
        html = page.html.decode(errors="ignore")
        message = f"the page is not UTF-8 at byte {error.start}"
        yield page.problem("letters-whole", message, "`make site` writes UTF-8", "title")
    if b"charset" not in page.html[:EARLY].lower():
        message = f"the first {EARLY} bytes do not say the letters' code"
        yield page.problem("letters-whole", message, 'begin the head with <meta charset="utf-8">', "title")
    found = {match[0].decode(): what for pattern, what in LEFT.items() if (match := pattern.search(page.html))}
    found |= {sign: what for sign, what in LOST.items() if sign[-1] in html and sign in html}  # one letter is found faster
    for sign, what in found.items():
        yield page.problem(
            "letters-whole", f"the page holds “{sign}”, {what}", "correct the page or template that this text comes from", "title"
        )


def policy_holds(page: Parsed) -> Iterator[Problem]:
    """The policy of a page lets run and load what the site serves, what stands in the page itself, and nothing else.

    In site/index.html
    wrong: script-src 'self' 'unsafe-inline'
    right: script-src 'self'
    """
    scripts = [each.node.text() for each in page.by_tag["script"] if _runs(each.attributes)]
    wanted = write_policy(scripts, [style.node.text() for style in page.by_tag["style"]])
    found = [meta.get("content") for meta in page.by_tag["meta"] if meta.get("http-equiv").lower() == "content-security-policy"]
    if found == [wanted]:
        return
    fix = "scripts/finish/policy.py writes it; a script is a file in docs/assets/, never a line in a page"
    if len(found) != 1:
        yield page.problem("policy-holds", f"the page has {len(found) or 'no'} policies", fix, "title")
    else:
        says, must = ([rule.strip() for rule in text.split(";")] for text in (found[0], wanted))
        message = f"the policy says “{_rest(says, must)}” where “{_rest(must, says)}” belongs"
        yield page.problem("policy-holds", message, fix, "title")


def _runs(attributes: dict[str, str | None]) -> bool:
    return "src" not in attributes and not (attributes.get("type") or "").startswith(DATA)


def _rest(rules: list[str], others: list[str]) -> str:
    return "; ".join(rule for rule in rules if rule not in others) or "nothing"
