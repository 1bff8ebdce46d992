"""Rules about mkdocs.yml: its languages, the files and settings it names."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from languages import LANGUAGES, NAMES, SOURCE
from problems import Problem, suggest

from sitecheck.pages import FOLDER
from sitecheck.project import Project
from sitecheck.settings import FILE, Value

NEEDED = {  # what the site relies on, and what goes wrong without it
    ("site_url",): ("SITE_URL", "every copy of the site would give this as its own address"),
    ("exclude_docs",): ("_data/", "the records are published as they are"),
    ("theme", "name"): ("material", "the frame of the pages is made for another theme"),
    ("theme", "custom_dir"): ("overrides", "the site's own frame is not used"),
    ("theme", "font"): ("false", "the theme loads fonts from another host"),
    ("theme", "language"): (SOURCE, "the interface is not in the source language"),
    ("plugins", "i18n", "docs_structure"): ("folder", "pages are not read from one folder per language"),
    ("plugins", "i18n", "fallback_to_default"): ("false", f"pages in {SOURCE} are published as translations"),
    ("markdown_extensions", "toc", "permalink"): ("#", "headings have no link to themselves, or one that is not a #"),
    ("markdown_extensions", "toc", "permalink_title"): ("#", "every heading has a hint in one language"),
}
DEFAULTS = {  # MkDocs's own and its plugin's, which the site relies on too
    ("docs_dir",): (str(FOLDER), "the pages are in another folder"),
    ("use_directory_urls",): ("true", "pages have other addresses"),
    ("plugins", "i18n", "reconfigure_material"): ("true", "the theme's words stay in one language"),
}
WRITTEN = {
    "site_url": '!ENV [SITE_URL, ""]',
    "exclude_docs": "|, and _data/ in a line below it",
    "permalink": '"#"',
    "permalink_title": '"#"',
}
EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc")
UNWANTED = {"search": "the theme's search is loaded beside the site's own"}  # plugins
FILES = (("extra_css",), ("extra_javascript",), ("theme", "favicon"), ("theme", "logo"))
# The keys that MkDocs, the theme, the plugin and the extension read. A misspelt one is ignored without a word.
KNOWN = {
    (): """INHERIT config copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra extra_css
        extra_javascript extra_templates hooks markdown_extensions nav not_in_nav plugins remote_branch remote_name repo_name
        repo_url site_author site_description site_dir site_name site_url strict theme use_directory_urls validation watch""",
    ("theme",): "custom_dir direction favicon features font icon language locale logo name palette static_templates",
    ("extra_javascript",): "async defer path type",
    ("plugins", "i18n"): """admonition_translations build build_only_locale docs_structure enabled fallback_to_default languages
        reconfigure_material reconfigure_search""",
    ("plugins", "i18n", "languages"): """admonition_translations build copyright default extra fixed_link link locale name nav
        nav_translations site_author site_description site_name site_url theme""",
    ("markdown_extensions", "toc"): """anchorlink anchorlink_class baselevel marker permalink permalink_class permalink_leading
        permalink_title separator slugify title title_class toc_class toc_depth""",
    ("validation",): "absolute_links anchors links nav not_found omitted_files unrecognized_links",
}


def languages_set(project: Project) -> Iterator[Problem]:
    """mkdocs.yml builds every language of the site, the source language as the default, and no other.

    In mkdocs.yml
    wrong: - locale: uk
    right: - locale: ru
    """
    locales = project.settings.locales
    anywhere = next(iter(project.settings.values), Value((), "", 1, 1))
    for number, code in enumerate(LANGUAGES):
        if code not in locales:
            later = (value for each in LANGUAGES[number:] for value in locales.get(each, ()) if value.path == ("locale",))
            fix = f"write `- locale: {code}` below languages:{suggest(code, locales)}"
            yield next(later, anywhere).problem("languages-set", f"the language {code} is not built", fix)
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
    settings = project.settings
    found = {_names(value.path): value for value in reversed(settings.values)}
    for path, (needed, reason) in (NEEDED | DEFAULTS).items():
        value = found.get(path)
        if needed not in value.text.splitlines() if value else path in NEEDED:
            place = (value.line, value.column) if value else settings.keys.get(path) or settings.place(*path)
            said = value.text.strip() or "empty" if value else "more than one value" if path in settings.keys else "not set"
            message = f"{path[-1]} is {said}: {reason}"
            fix = f"write {path[-1]}: {WRITTEN.get(path[-1], needed)}" + (f" below {path[-2]}:" if path[:-1] else "")
            yield Problem(FILE, *place, "settings-needed", message, fix)
    extensions, plugins = (
        {str((*value.path, value.text)[2]): value for value in settings.below(key)} for key in ("markdown_extensions", "plugins")
    )
    for name in EXTENSIONS:
        if name not in extensions:
            place = settings.place("markdown_extensions")
            message = f"the extension {name} is not set: pages use it"
            yield Problem(FILE, *place, "settings-needed", message, f"write `- {name}` below markdown_extensions:")
    for name, reason in UNWANTED.items():
        if name in plugins:
            yield plugins[name].problem("settings-needed", f"the plugin {name} is on: {reason}", f"remove `- {name}`")


def settings_known(project: Project) -> Iterator[Problem]:
    """Every key of mkdocs.yml is one that MkDocs, the theme, the plugin or the extension reads.

    In mkdocs.yml
    wrong: extra_ccs: [
    right: extra_css: [
    """
    for path, place in project.settings.keys.items():
        known = KNOWN.get(_names(path[:-1]), "").split()
        if known and path[-1] not in known:
            fix = f"the keys there are {', '.join(known)}{suggest(str(path[-1]), known)}"
            yield Problem(FILE, *place, "settings-known", f"nothing reads the key {path[-1]}", fix)


def _names(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return a path without its numbers."""
    return tuple(part for part in path if isinstance(part, str))
