"""Rules about the menu and the words that mkdocs.yml gives in every language."""

from __future__ import annotations

from collections.abc import Iterator

from languages import SOURCE
from problems import Problem, suggest

from sitecheck.pages import FOLDER
from sitecheck.project import Project
from sitecheck.resolve import is_outside
from sitecheck.settings import FILE, Value, menu_name

NAME = ("site_name",)
TEXTS = (
    ("copyright",),
    ("site_description",),
    ("theme", "palette", "toggle", "name"),
)  # beside the menu's titles and the site's name


def menu_complete(project: Project) -> Iterator[Problem]:
    """The menu names every page once, and only pages that exist.

    In mkdocs.yml
    wrong: - glosary.md
    right: - glossary.md
    """
    names = {name for _, name in project.pages}
    entries = project.settings.below("nav")
    seen: dict[str, Value] = {}
    for value in entries:
        name = menu_name(value)
        if not value.text:
            fix = "indent its pages below it, or remove it"
            yield value.problem("menu-complete", f"the menu's section {value.path[-1]} holds no pages", fix)
        elif is_outside(value.text):
            continue
        elif name not in names:
            fix = f"the pages are those of {FOLDER}/{SOURCE}{suggest(name, names)}"
            yield value.problem("menu-complete", f"the menu names {value.text}, which does not exist", fix)
        elif name in seen:
            yield value.problem("menu-complete", f"the menu names {name} twice, first on line {seen[name].line}", "keep one")
        seen.setdefault(name, value)
    for name in sorted(names - set(seen) if entries else ()):
        place = project.settings.place("nav")
        yield Problem(FILE, *place, "menu-complete", f"the menu does not name {name}", f"add `- {name}` to nav:")


def menu_translated(project: Project) -> Iterator[Problem]:
    """The titles that the menu itself gives, the site's name and what stands on every page are in every language.

    In mkdocs.yml
    wrong: nav_translations: {Reed: Чтение}
    right: nav_translations: {Read: Чтение}
    """
    titles = {value.text: value for value in project.settings.sections}
    locales = project.settings.locales
    yield from _without_words(titles, locales)
    used = {path for path in TEXTS if any(value.path == path for values in locales.values() for value in values)}
    for code, values in locales.items():
        given = _given(values)
        place = next(value for value in values if value.path == ("locale",))
        for title, value in given.items():
            if title not in titles:
                fix = f"the titles are {', '.join(titles) or 'none'}{suggest(title, titles)}"
                yield value.problem("menu-translated", f"the menu has no title {title}", fix)
            elif project.is_foreign(value.text, code):
                yield value.problem("menu-translated", f"“{value.text}” is not in {code}", "translate it")
        yield from _sections_themselves(project, code, given)
        found = {value.path: value for value in values}
        if code != SOURCE and NAME not in found:
            yield place.problem("menu-translated", f"the site has no name in {code}", "write site_name: below the locale")
        for path in sorted(used - set(found)):
            if code != SOURCE or not project.settings.below(*path):
                fix = f"write {': '.join(path)}: below the locale"
                yield place.problem("menu-translated", f"there is no {path[-1]} in {code}, other languages have one", fix)
        for value in (found[path] for path in (NAME, *TEXTS) if path in found):
            if project.is_foreign(value.text, code):
                yield value.problem("menu-translated", f"“{value.text}” is not in {code}", "translate it")


def _given(values: list[Value]) -> dict[str, Value]:
    """Return the words that a language gives for titles of the menu."""
    return {str(value.path[1]): value for value in values if value.path[0] == "nav_translations"}


def _without_words(titles: dict[str, Value], locales: dict[str, list[Value]]) -> Iterator[Problem]:
    """Yield titles of the menu without words: at the title where no language has them, else at the language."""
    words = {code: _given(values) for code, values in locales.items()}
    for title, named in titles.items():
        lacking = [code for code in words if title not in words[code]]
        if len(lacking) == len(words) > 1:
            message = f"the menu title {title} is not translated into {', '.join(lacking)}"
            known = {each for given in words.values() for each in given}
            yield named.problem("menu-translated", message, f"add `{title}: …` to nav_translations{suggest(title, known)}")
            continue
        for code in lacking:
            place = next(value for value in locales[code] if value.path == ("locale",))
            where = next(iter(words[code].values()), place)
            fix = f"add `{title}: …` to nav_translations{suggest(title, words[code])}"
            yield where.problem("menu-translated", f"the menu title {title} is not translated into {code}", fix)


def _sections_themselves(project: Project, code: str, given: dict[str, Value]) -> Iterator[Problem]:
    """Yield titles of sections that are the title of another section's first page."""
    pages = {value.path: value.text for value in project.settings.menu}
    first = {section.text: pages[section.path] for section in project.settings.sections if section.path in pages}
    named = {title: _title(project, code, name) for title, name in first.items()}
    for title, value in given.items():
        other = next((each for each, words in named.items() if words == value.text and named.get(title) != words), "")
        if other:
            message = f"“{value.text}” translates {title}, but is the title of {first[other]}, the first page of {other}"
            fix = f"write `{title}: {named.get(title, '…')}`"
            yield value.problem("menu-translated", message, fix)


def _title(project: Project, code: str, name: str) -> str:
    page = project.pages.get((code, name))
    return page.front.get("title", ("",))[0] if page else ""
