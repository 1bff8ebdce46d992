"""Rules about the built site."""

from __future__ import annotations

from collections.abc import Iterator

from finish.alternates import NOT_FOUND, language_of
from problems import Problem, suggest

from sitecheck.built import BuiltSite


def built_links(site: BuiltSite) -> Iterator[Problem]:
    """Every address inside the built site leads to a file, and its anchor to an id in it."""
    for page in site.pages.values():
        for address, tag in dict.fromkeys(page.links):
            found = site.resolve(page, address)
            if found is None or address == "":
                continue
            path, id = found
            if path not in site.files:
                fix = f"no such file was built{suggest(path, site.files)}"
                yield page.problem("built-links", f"<{tag}> leads to {address}, which does not exist", fix)
            elif id and path in site.pages and id not in site.pages[path].ids:
                fix = f"{path} has no such id{suggest(id, site.pages[path].ids)}"
                yield page.problem("built-links", f"<{tag}> leads to {address}: there is no #{id}", fix)


def built_language(site: BuiltSite) -> Iterator[Problem]:
    """Every page says which language it is in, and says the right one."""
    for page in site.pages.values():
        expected = language_of(page.path)
        if page.path != NOT_FOUND and page.language != expected:
            yield page.problem(
                "built-language", f'the page says lang="{page.language}"', f'it stands among the pages of "{expected}"'
            )
