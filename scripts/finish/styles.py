"""One small style file for the whole site: the theme's styles and ours, without the rules that no page uses.

The theme brings 135 KB of styles for all it can do; this site uses a small part. tinycss2 reads the rules, and a rule
stays where every element, class and id that its selector names stands in a page or in a string of a script. lightningcss
makes the rest small and writes newer notations, such as light-dark(), for the browsers named below. A sheet that only some
pages link is written into these pages: its `@page` holds for them alone, and it costs no request.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import lightningcss
import tinycss2

from finish.assets import common, link_one, named, resolve

STYLES = "assets/site.css"
THEME = "assets/stylesheets"
BROWSERS = ["chrome >= 90", "firefox >= 90", "safari >= 15"]
LINK = re.compile(r"<link rel=\"stylesheet\" href=\"(?P<address>[^\"]+)\">")
START = re.compile(r"<(?P<tag>[a-z][\w-]*)(?P<rest>[^>]*)>")
ATTRIBUTE = re.compile(r"\s(?P<name>[a-z][\w-]*)(?:=(?:\"(?P<value>[^\"]*)\")?|(?=[\s/]|$))")
STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
PSEUDO = re.compile(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
NAME = re.compile(
    r"\[(?P<attribute>[\w-]+)(?:(?P<how>[~|^$*]?)=[\"']?(?P<value>[^\"'\]]*))?[^\]]*\]|(?P<word>[.#]?-?[a-zA-Z_][\w-]*)"
)
SETTING = re.compile(r"(?<![\w-])(?P<name>--[\w-]+)\s*:(?P<value>(?:\"[^\"]*\"|'[^']*'|[^;}\"'])*)(?:;|(?=\}))")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
STATES = ("hidden", "open")  # they come and go while a page is read, as those that scripts set: aria-… and data-…
# The theme's styles of these are not wanted: the frame is ours, and so are buttons and the kinds of boxes.
FRAME = {".md-header", ".md-header__inner", ".md-header__button", ".md-skip", ".md-footer", ".focus-visible"}
BOXES = {".md-button", "details", "summary", ".note", ".question", ".quote", ".example", "[role]", "[type]"}
UNWANTED = re.compile(
    r"(?:admonition-title|summary)::?(?:before|after|marker|-webkit)|::-webkit-scrollbar"
)  # icons, colours of bars
NESTING = ("media", "supports", "container", "layer")


def write_styles(folder: Path, pages: dict[str, str], scripts: list[str]) -> None:
    """Write the style file of the whole site and link it from the pages; put the styles of some pages alone into those pages."""
    files = common(pages, LINK)
    theme = _read(folder, sorted(path.relative_to(folder).as_posix() for path in (folder / THEME).glob("main.*.css")))
    shutil.rmtree(folder / THEME, ignore_errors=True)
    ours, outside = _read(folder, files), _read(folder, sorted((folder / "assets").rglob("*.css")))
    own = {file: _read(folder, [file]) for file in _own(pages, files)}
    names = names_in(pages.values(), scripts)
    theme = prune(theme, names - FRAME - BOXES, outside)
    for file in (*files, *own):
        (folder / file).unlink()
    (folder / STYLES).write_text(shrink(theme + prune(ours, names, outside + theme)), encoding="utf-8")
    for path, html in pages.items():
        html = link_one(path, html, LINK, files, '<link rel="stylesheet" href="{}">', STYLES)
        if set(named(path, html, LINK)) & own.keys():
            html = LINK.sub(partial(_inline, path, own, names_in([html], scripts)), html)
        pages[path] = html


def _read(folder: Path, files: Iterable[str | Path]) -> str:
    return "\n".join(re.sub(r"@charset[^;]*;", "", (folder / file).read_text(encoding="utf-8")) for file in files)


def _own(pages: dict[str, str], files: list[str]) -> set[str]:
    return {file for path, html in pages.items() for file in named(path, html, LINK)} - set(files)


def _inline(path: str, own: dict[str, str], names: set[str], match: re.Match) -> str:
    file = resolve(path, match["address"])
    return f"<style>{shrink(prune(own[file], names))}</style>" if file in own else match[0]


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return what selectors may name: "p", ".class", "#id", "[attribute]" and "[attribute=value]" of the pages, and the
    words in strings of scripts, each in all these forms."""
    tags: set[tuple[str, str]] = set()
    for html in pages:
        tags.update((match["tag"], match["rest"]) for match in START.finditer(html))
    names = {tag for tag, _ in tags} | {"html", "body"}
    for rest in {rest for _, rest in tags}:
        for match in ATTRIBUTE.finditer(rest):
            name, value = match["name"], match["value"] or ""
            names |= {f"[{name}]", f"[{name}={value}]"}
            if name in ("class", "id"):
                names.update(("." if name == "class" else "#") + word for word in value.split())
    words = {word for script in scripts for string in STRING.findall(script) for word in re.findall(r"[\w-]+", string)}
    return names.union(words, *({f".{word}", f"#{word}", f"[{word}]"} for word in words))


def prune(css: str, names: set[str], outside: str = "") -> str:
    """Return a style sheet without the rules, animations and variables that nothing uses; `outside` uses variables too."""
    rules = list(_kept(_parse(css), names))
    text = "\n".join(rules)
    animations = " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", text))
    rules = [rule for rule in rules if not (match := re.match(r"@keyframes\s+([\w-]+)", rule)) or match[1] in animations]
    return _without_variables("\n".join(rules), outside)


@cache
def _parse(css: str) -> list:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)  # many pages have the same sheet


def _kept(rules: Iterable, names: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _split(tinycss2.serialize(rule.prelude)) if is_used(each, names)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in NESTING and rule.content is not None:
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, True, True), names))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()


def _split(selectors: str) -> list[str]:
    """Split a list of selectors at the commas that stand outside of brackets."""
    return [each.strip() for each in re.split(r",(?![^(\[]*[)\]])", selectors)]


def is_used(selector: str, names: set[str]) -> bool:
    """Tell whether all that a selector names outside of its states, such as `:hover` and `[open]`, is there."""
    if UNWANTED.search(selector):
        return False
    named = NAME.finditer(PSEUDO.sub("", selector))
    return all(
        _attribute_used(*each.group("attribute", "how", "value"), names) if each["attribute"] else each["word"] in names
        for each in named
    )


def _attribute_used(name: str, how: str | None, value: str | None, names: set[str]) -> bool:
    if name in STATES or name.startswith(("aria-", "data-")) and not name.startswith("data-md-"):
        return True
    return f"[{name}]" in names and (bool(how) or value is None or value in names or f"[{name}={value}]" in names)


def _without_variables(css: str, outside: str) -> str:
    """Drop the variables that no property needs, nor a variable that one needs."""
    values: dict[str, set[str]] = {}
    for match in SETTING.finditer(css):
        values.setdefault(match["name"], set()).update(VARIABLE.findall(match["value"]))
    needed = set(VARIABLE.findall(SETTING.sub("", css) + outside))
    while more := set().union(*(values.get(name, ()) for name in needed)) - needed:
        needed |= more
    return SETTING.sub(lambda match: match[0] if match["name"] in needed else "", css)


def shrink(css: str) -> str:
    """Return a style sheet made small, for the browsers that the site knows."""
    return lightningcss.process_stylesheet(css, filename=STYLES, minify=True, browsers_list=BROWSERS, error_recovery=True)
