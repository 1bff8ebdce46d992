"""Rules about mkdocs.yml: the menu, its words in every language, the files and settings it names."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from languages import LANGUAGES, NAMES, SOURCE, TRANSLATIONS
from problems import Problem, suggest

from sitecheck.letters import judge_language
from sitecheck.pages import FOLDER
from sitecheck.project import Project
from sitecheck.settings import FILE, Value, menu_name

NEEDED = {  # what the site relies on, and what goes wrong without it
    ("theme", "name"): ("material", "the frame of the pages stands on another theme"),
    ("theme", "custom_dir"): ("overrides", "the site's own frame is not used"),
    ("theme", "font"): ("false", "the theme asks a font host"),
    ("theme", "language"): (SOURCE, "the interface is not in the source language"),
    ("plugins", "i18n", "docs_structure"): ("folder", "one folder a language is not read"),
    ("plugins", "i18n", "fallback_to_default"): ("false", f"pages in {SOURCE} are published as translations"),
}
DEFAULTS = {  # MkDocs's own, which the site relies on too
    ("docs_dir",): (str(FOLDER), "the pages stand elsewhere"),
    ("use_directory_urls",): ("true", "pages have other addresses"),
}
EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc")
FILES = (("extra_css",), ("extra_javascript",), ("theme", "favicon"), ("theme", "logo"))
TEXTS = (("copyright",), ("theme", "palette", "toggle", "name"))  # beside the menu's titles and the site's name


def menu_complete(project: Project) -> Iterator[Problem]:
    """The menu names every page once, and only pages that exist.

    In mkdocs.yml
    wrong: - glosary.md
    right: - glossary.md
    """
    names = {name for _, name in project.pages}
    menu = project.settings.menu
    seen: dict[str, Value] = {}
    for value in menu:
        name = menu_name(value)
        if name not in names:
            fix = f"the pages are those of {FOLDER}/{SOURCE}{suggest(name, names)}"
            yield value.problem("menu-complete", f"the menu names {value.text}, which does not exist", fix)
        elif name in seen:
            yield value.problem("menu-complete", f"the menu names {name} twice, first in line {seen[name].line}", "keep one")
        seen.setdefault(name, value)
    for name in sorted(names - set(seen) if menu else ()):
        place = project.settings.place("nav")
        yield Problem(FILE, *place, "menu-complete", f"the menu does not name {name}", f"add `- {name}` to nav:")


def _locales(project: Project) -> dict[str, list[Value]]:
    """Return the values of each language of the i18n plugin, by its code, with paths that begin in it."""
    values = [Value(v.path[4:], v.text, v.line, v.column) for v in _plugin(project, "i18n", "languages")]
    numbers = [(value.path[0], value.text) for value in values if value.path[1:] == ("locale",)]
    return {
        code: [Value(v.path[1:], v.text, v.line, v.column) for v in values if v.path[0] == number] for number, code in numbers
    }


def _plugin(project: Project, name: str, option: str) -> list[Value]:
    return [v for v in project.settings.below("plugins") if len(v.path) > 4 and v.path[2] == name and v.path[3] == option]


def languages_set(project: Project) -> Iterator[Problem]:
    """mkdocs.yml builds every language of the site, the source language as the default, and no other.

    In mkdocs.yml
    wrong: - locale: uk
    right: - locale: ru
    """
    locales = _locales(project)
    anywhere = next(iter(project.settings.values), Value((), "", 1, 1))
    for code in LANGUAGES:
        if code not in locales:
            fix = f"write `- locale: {code}` below languages:{suggest(code, locales)}"
            yield anywhere.problem("languages-set", f"the language {code} is not built", fix)
    for code, values in locales.items():
        found = {value.path: value for value in values}
        place = found["locale",]
        if code not in LANGUAGES:
            yield place.problem("languages-set", f"there is no language {code}", f"the languages are {', '.join(LANGUAGES)}")
        if ("build",) in found and found["build",].text != "true":
            yield found["build",].problem("languages-set", f"{code} is not built", "write build: true")
        name = found.get(("name",), place)
        if code in NAMES and name.text != NAMES[code]:
            yield name.problem("languages-set", f"{code} is named {name.text}", f"write name: {NAMES[code]}, as it names itself")
        default = found.get(("default",))
        if (code == SOURCE) != (default is not None and default.text == "true"):
            yield (default or place).problem(
                "languages-set", f"the default language is {SOURCE}", "write default: true there only"
            )


def menu_translated(project: Project) -> Iterator[Problem]:
    """The titles that the menu itself gives, and the site's name, stand in every language.

    In mkdocs.yml
    wrong: nav_translations: {Reed: Чтение}
    right: nav_translations: {Read: Чтение}
    """
    titles = {value.text: value for value in project.settings.sections}
    for code, values in _locales(project).items():
        given = {str(value.path[1]): value for value in values if value.path[0] == "nav_translations"}
        place = next(value for value in values if value.path == ("locale",))
        for title in titles:
            if title not in given:
                fix = f"add `{title}: …` to nav_translations{suggest(title, given)}"
                yield place.problem("menu-translated", f"the menu's title {title} has no words in {code}", fix)
        for title, value in given.items():
            if title not in titles:
                fix = f"the titles are {', '.join(titles) or 'none'}{suggest(title, titles)}"
                yield value.problem("menu-translated", f"the menu has no title {title}", fix)
            elif _other_language(value.text, code):
                yield value.problem("menu-translated", f"“{value.text}” is not in {code}", "translate it")
        name = next((value for value in values if value.path == ("site_name",)), None)
        if code in TRANSLATIONS and (name is None or _other_language(name.text, code)):
            yield (name or place).problem(
                "menu-translated", f"the site has no name in {code}", "write site_name: below the locale"
            )
        for value in values:
            if value.path in TEXTS and _other_language(value.text, code):
                yield value.problem("menu-translated", f"“{value.text}” is not in {code}", "translate it")


def _other_language(text: str, code: str) -> bool:
    """Tell whether a title of a few words is surely not in a language: Kazakh has words without its special letters."""
    found = judge_language(text)
    return found != code and not (code == "kk" and found == "ru")


def files_named(project: Project) -> Iterator[Problem]:
    """Styles, scripts and pictures that mkdocs.yml names exist in docs/ and come from this site.

    In mkdocs.yml
    wrong: extra_css: [assets/sight.css]
    right: extra_css: [assets/site.css]
    """
    for path in FILES:
        for value in project.settings.below(*path):
            if value.path[-1] in ("defer", "async", "type"):
                continue
            if urlsplit(value.text).netloc:
                fix = "put the file into docs/assets/"
                yield value.problem("files-named", f"{value.text} is loaded from another host", fix)
            elif value.text not in project.files:
                fix = f"the files are those below {FOLDER}/{suggest(value.text, project.files)}"
                yield value.problem("files-named", f"there is no {FOLDER}/{value.text}", fix)


def settings_needed(project: Project) -> Iterator[Problem]:
    """mkdocs.yml holds the settings that the site relies on: no fonts from elsewhere, no falling back to another language.

    In mkdocs.yml
    wrong: fallback_to_default: true
    right: fallback_to_default: false
    """
    found = {tuple(part for part in value.path if isinstance(part, str)): value for value in project.settings.values}
    for path, (needed, reason) in (NEEDED | DEFAULTS).items():
        value = found.get(path)
        if value.text != needed if value else path in NEEDED:
            place = (value.line, value.column) if value else project.settings.place(*path)
            message = f"{path[-1]} is {value.text if value else 'not set'}: {reason}"
            fix = f"write {path[-1]}: {needed}" + (f" below {path[-2]}:" if path[:-1] else "")
            yield Problem(FILE, *place, "settings-needed", message, fix)
    extensions = {str((*value.path, value.text)[2]) for value in project.settings.below("markdown_extensions")}
    for name in EXTENSIONS:
        if name not in extensions:
            place = project.settings.place("markdown_extensions")
            message = f"the extension {name} is not set: pages use it"
            yield Problem(FILE, *place, "settings-needed", message, f"write `- {name}` below markdown_extensions:")
