"""Rules about raw HTML and pictures in the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import LANGUAGES
from problems import Problem, suggest

from sitecheck.letters import ALPHABETS, KAZAKH_WORD, judge_language
from sitecheck.pages import Page
from sitecheck.project import Project
from sitecheck.references import TAG, visible
from sitecheck.sieve import unless, where
from sitecheck.texts import Text

FORBIDDEN = ("base", "link", "meta", "iframe", "object", "embed", "frame", "style", "font", "center", "marquee", "blink")
VOID = ("br", "hr", "img", "input", "wbr", "source", "link", "col", "area", "meta", "base", "embed", "track")
LOADS = re.compile(
    r"\b(?:src|srcset|poster|action|formaction|data)=[\"']?\s*(?:https?:)?//|url\([\"']?(?:https?:)?//", re.IGNORECASE
)
SCRIPT = re.compile(r"=[\"']?\s*(?:javascript|vbscript|data:text/html)[:,;]|\son[a-z]+=", re.IGNORECASE)
MARKDOWN_IMAGE = re.compile(r"!\[\s*\]\(|!\[[^\]]+\]\((?:https?:)?//[^)]*\)")
TAGS = re.compile(r"<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?![\w:.@-])[^<>]*?(?P<self>/?)>", re.IGNORECASE)
WHOLE = re.compile(
    r"""\\[`*{}] | `[^`\n]+` | <[^<>]*> | \]\((?:[^()\s]|\([^()\s]*\))*\) | ^[ ]{0,3}[*][ ]
      | \*\*\*(?=[^\s*])[^*]+(?<=\S)\*\*\* | \*\*(?=[^\s*])(?:[^*]|(?<!\*)\*[^*\n]+\*(?!\*))*?(?<=\S)\*\* | \*(?=[^\s*])[^*]+(?<=\S)\*
      | \{:?[ ]?(?:[#.][\w-]+|[\w-]+=(?:[\w-]+|"[^"\n]*"))(?:[ ](?:[#.][\w-]+|[\w-]+=(?:[\w-]+|"[^"\n]*")))*[ ]?\}""",
    re.VERBOSE | re.MULTILINE,
)
PLAINLY_WHOLE = (  # most texts: emphasis and code without anything inside, attribute lists
    r"(?:[^`*{}]|\*\*[^\s\x{a0}*`{}](?:[^*`{}]*[^\s\x{a0}*`{}])?\*\*|\*[^\s\x{a0}*`{}](?:[^*`{}]*[^\s\x{a0}*`{}])?\*|`[^`\n]+`"
    r"|\{:? ?(?:[#.][\w-]+|[a-z-]+=[\w-]+)(?: (?:[#.][\w-]+|[a-z-]+=[\w-]+))* ?\})*"
)
LEFT_OVER = re.compile(r"(?P<code>`)|(?P<emphasis>\*\*+|(?<!\s)\*|\*(?!\s))|(?P<list>[{}])")
SAYS = {
    "code": ("the code is not closed", "put a ` on either side"),
    "emphasis": ("the emphasis is not closed, or there is a space inside it", "write **words** or *words*"),
    "list": ("the attribute list is not whole and will stay plain text", "write { #id }, { lang=kk } or { .class }"),
}
SLOT = re.compile(r"\{[a-z]+(?::[a-z]+)?\}")  # a record's text may have them, to be filled
OTHER_MARKUP = re.compile(
    r"""(?P<sign>~~|==|<<|>>|\\\\|(?<![^\n])\#+(?=[^\W\d_])|(?<![^\s(«“])_(?=[^\W_])|(?<=[^\W_])_(?=[\s.,;:!?)»”]|\Z)|(?<![^\s(]):[a-z_]{3,}:)
      | (?P<entity>&(?:[a-z]+|\#\d+|\#x[\da-f]+);) | (?P<wide>[\uff08\uff09\uff3b\uff3d\uff5b\uff5d\u3010\u3011\uff0a\uff03])
      | (?P<note>\[\^\w+\]) | (?P<comment><!--|-->) | (?P<nested>\[[^\[\]]*\[[^\[\]]*\]\([^()]*\)[^\[\]]*\]\()
      | [)*](?P<list>[ ]+\{:?[ ]*(?:href)?lang=) | <[a-z][^<>]*=(?P<quote>[«“„”»])""",
    re.VERBOSE,
)
IN_CODE = re.compile(r"`\[[^`\n]*(?P<link>\]\((?P<address>[^()`\n]*)\))[^`\n]*`")
OTHER_SAYS = {
    "sign": ("is markup that this site does not use", "remove it, or write **words** or *words*"),
    "entity": ("is the name of a character", "type the character itself"),
    "wide": ("is a sign of full width", "type it on a keyboard of this language"),
    "note": ("refers to a note, and there are none", "say it in the text"),
    "comment": ("belongs to a comment that is not whole", "write <!-- before it and --> after it, or remove it"),
    "nested": ("is a link inside a link", "link once"),
    "list": (
        "stands apart from what it marks, and stays in the text",
        "write it without a space: [words](address){ hreflang=ru }",
    ),
    "quote": ("is used as a straight quote in a tag", 'write "'),
    "link": ("is a link in code, and stays plain text", "take it out of the backticks, or write the address alone"),
}
MAY_BE_OTHER_MARKUP = (
    r"~~|==|<<|>>|\\\\|(?:\A|\n)#+[^\s#]|(?:\A|[\s(«“])_|_(?:[\s.,;:!?)»”]|\z)|(?:\A|[\s(]):[a-z_]|&[a-z#]|\[\^|<!--|-->|[)*] +\{|\[[^\[\]]*\[|=[«“„”»]|`\["
    r"|[\x{ff08}\x{ff09}\x{ff3b}\x{ff3d}\x{ff5b}\x{ff5d}\x{3010}\x{3011}\x{ff0a}\x{ff03}]"
)
BOX = re.compile(r"^ *(?:!!!|\?\?\?\+?) *(?P<kind>[^\s\"]*)")
BOXES = ("words", "example", "note")  # those that site.css knows
MARKED = re.compile(
    r"(?:(?<!\*)\*(?P<words>[^*\n]+)\*|\[(?P<label>[^\[\]\n]+)\]\([^)\s]*\))\{:?[^}\n]*(?<!href)\blang=(?P<code>\w+)"
)
LANGUAGE_TAG = re.compile(r"\{[^}\n]*\b(?:href)?lang=[\"']?([\w-]+)|<[a-z][^>]*\s(?:href)?lang=[\"']([^\"']*)")


def _written(page: Page, sign: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of the blocks that people wrote and that hold a sign."""
    for block in page.blocks if sign in page.text else ():
        if not block.generated and page.text.find(sign, block.start, block.end) >= 0 and not block.kind.startswith("generated"):
            yield block.start, visible(page.block_text(block))


def html_harmless(project: Project) -> Iterator[Problem]:
    """Raw HTML runs no script of its own, loads nothing from another host and needs no inline style.

    In docs/en/law.md
    wrong: speaks of <b onclick="alert(1)">unity</b>
    right: speaks of unity
    """
    for page in project.pages.values():
        for start, text in _written(page, "<"):
            for tag in TAG.finditer(text):
                fault = _harm(tag["tag"].lower(), tag["rest"])
                if fault:
                    fix = "remove it; styles and scripts are files in docs/assets/"
                    yield Problem(page.file, *page.place(start + tag.start()), "html-harmless", fault, fix)


def _harm(tag: str, rest: str) -> str:
    if tag in FORBIDDEN:
        return f"<{tag}> does not belong in a page"
    if SCRIPT.search(rest) or tag == "script" and "src=" not in rest:
        return f"<{tag}> holds a script"
    if LOADS.search(rest):
        return f"<{tag}> loads something from another host"
    return f"<{tag}> has an inline style" if re.search(r"\sstyle=", rest) else ""


def html_closed(project: Project) -> Iterator[Problem]:
    """Every tag of raw HTML is closed, in order.

    In docs/en/law.md
    wrong: speaks of <b>unity
    right: speaks of unity
    """
    for page in project.pages.values():
        open_tags: list[tuple[str, int]] = []
        for start, tag in ((start, tag) for start, text in _written(page, "<") for tag in TAGS.finditer(text)):
            name = tag["tag"].lower()
            if name in VOID or tag["self"]:
                continue
            if not tag["close"]:
                open_tags.append((name, start + tag.start()))
            elif open_tags and open_tags[-1][0] == name:
                open_tags.pop()
            else:
                fix = f"close <{open_tags[-1][0]}> first" if open_tags else "remove it, or open it before"
                place = page.place(start + tag.start())
                yield Problem(page.file, *place, "html-closed", f"</{name}> closes nothing that is open", fix)
                open_tags = [each for each in open_tags if each[0] != name]
        for name, offset in open_tags:
            yield Problem(page.file, *page.place(offset), "html-closed", f"<{name}> is never closed", f"write </{name}>")


def pictures_described(project: Project) -> Iterator[Problem]:
    """Every picture says in words what it shows and comes from this site; `alt=""` marks a mere ornament.

    In docs/en/law.md
    wrong: speaks of ![](../assets/one.svg) unity
    right: speaks of unity
    """
    for page in project.pages.values():
        for start, text in _written(page, "!["):
            for match in MARKDOWN_IMAGE.finditer(text):
                outside = "//" in match[0]
                message = "the picture is loaded from another host" if outside else "the picture has no alternative text"
                fix = "put the file into docs/assets/" if outside else "say what it shows: ![words](address)"
                yield Problem(page.file, *page.place(start + match.start()), "pictures-described", message, fix)
        for start, text in _written(page, "<"):
            for tag in TAG.finditer(text):
                if tag["tag"].lower() == "img" and not re.search(r"\salt=", tag["rest"]):
                    place = page.place(start + tag.start())
                    yield Problem(
                        page.file, *place, "pictures-described", "the picture has no alternative text", 'add alt="…" to it'
                    )


def language_marks(project: Project) -> Iterator[Problem]:
    """A passage or link marked as another language names one of the site's languages, and is in it.

    In docs/en/law.md
    wrong: speaks of *бірлік*{ lang=kz }
    right: speaks of unity
    """
    for page in project.pages.values():
        for start, text in _written(page, "lang="):
            for match in LANGUAGE_TAG.finditer(text):
                code = match[1] or match[2] or ""
                if code not in LANGUAGES:
                    fix = f"the languages are {', '.join(LANGUAGES)}{suggest(code, LANGUAGES)}"
                    yield Problem(
                        page.file, *page.place(start + match.start()), "language-marks", f"there is no language {code}", fix
                    )
            for match in MARKED.finditer(text):
                words, code = match["words"] or match["label"], match["code"]
                if found := _not_in(words, code):
                    message = f"“{words}” is marked as {code}, and is {found}"
                    place = page.place(start + match.start())
                    yield Problem(page.file, *place, "language-marks", message, f"write {{ lang={found} }}, or correct the words")


def _not_in(words: str, code: str) -> str:
    """Return the language that the letters of a passage show where it is another than the one it is marked as."""
    letters = [letter for letter in words.lower() if letter.isalpha()]
    latin = sum(letter in ALPHABETS["en"] for letter in letters)
    if code not in LANGUAGES or not letters:
        return ""
    if (code == "en") != (2 * latin > len(letters)):
        return "en" if code != "en" else judge_language(words)
    return "kk" if code == "ru" and KAZAKH_WORD.search(words) else ""


@unless(PLAINLY_WHOLE)
def markup_whole(text: Text) -> Iterator[Problem]:
    """Emphasis, code and attribute lists are whole: no `**`, no backtick and no brace stays in the text.

    In docs/en/law.md
    wrong: The second **speaks of unity
    right: The second speaks of unity
    """
    raw = SLOT.sub(_filled, text.raw) if text.file.endswith(".yml") else text.raw
    for match in LEFT_OVER.finditer(WHOLE.sub(_filled, raw)):
        yield text.problem(match.start(), "markup-whole", *SAYS[match.lastgroup])


def _filled(match: re.Match) -> str:
    """Return what is whole as letters, so that a sign beside it is seen to belong to a word."""
    return "x" * len(match[0])


@where(MAY_BE_OTHER_MARKUP)
def markup_known(text: Text) -> Iterator[Problem]:
    """No markup that pages do not use stays in the text: `~~`, `==`, entities, notes, comments without an end.

    In docs/en/law.md
    wrong: The second speaks of ~~unity~~
    right: The second speaks of unity
    """
    for match in (*OTHER_MARKUP.finditer(visible(text.raw)), *IN_CODE.finditer(text.raw)):
        at = match.start(match.lastgroup)
        example = match.re is IN_CODE and not _leads(text, match["address"])
        if not example and (
            match.lastgroup != "sign" or text.words[at] != " " or match[0][0] in "#\\"
        ):  # an address may hold signs
            message, fix = OTHER_SAYS[match.lastgroup]
            yield text.problem(at, "markup-known", f"“{match[0].strip()}” {message}", fix)


def _leads(text: Text, address: str) -> bool:
    """Tell whether an address in code is that of a page: then it is no example."""
    return (text.language, address.partition("#")[0].replace("../", "")) in text.project.pages


def boxes_known(project: Project) -> Iterator[Problem]:
    """A box is of a kind that the site's styles know.

    In docs/en/law.md
    wrong: !!! wrods "Words"⏎    The second speaks
    right: The second speaks
    """
    for page in project.pages.values():
        for start, text in (*_written(page, "!!!"), *_written(page, "???")):
            if (match := BOX.match(text)) and match["kind"] not in BOXES:
                fix = f"the kinds are {', '.join(BOXES)}{suggest(match['kind'], BOXES)}"
                place = page.place(start + match.start("kind"))
                yield Problem(page.file, *place, "boxes-known", f"there is no kind of box {match['kind']}".rstrip(), fix)
