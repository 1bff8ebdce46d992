"""Build the site: MkDocs into a new folder, the finishing steps, then the new folder takes the place of site/."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from address import repository_address, site_address
from files import replace_folder, restore_folder
from finish.checks import add_checks, count_checked
from finish.downloads import add_downloads
from finish.improve import link_sources
from finish.policy import set_policies
from finish.site import finish_site
from problems import CannotCheck, Problem, find_faults
from records import Data, load_data
from sitecheck.pages import read_pages
from sitecheck.rules import PAGE_RULES, RULES, SITE_RULES
from stamp import read_stamp
from translations import read_ledger

if TYPE_CHECKING:
    from jinja2 import FileSystemLoader

SITE, PREVIEW = Path("site"), Path(".preview")


def build_site(
    root: Path,
    check: Callable[[Path], list[Problem]],
    preview: bool = False,
    make: Callable[[Path, Data], list[Problem]] | None = None,
) -> list[Problem]:
    """Build the site, check it, and put it into site/ where nothing is wrong with it.

    `check` takes the built folder. Returns the problems; where one is more than a warning, the last good site/ stays as it was.
    A preview is put into its own folder, problems or not: who works on a page wants to see it. `make` makes the editions from
    the built folder and the records, and returns a problem for each that failed; without it those that belong to the present
    sources are published, if there are any.
    """
    _clear(root)
    with _new_folder(root) as folder:
        problems = _run_mkdocs(root, folder)
        data, stamp = load_data(root), read_stamp(root)
        counts = count_checked(data, read_pages(root), read_ledger(root))
        add_checks(folder, counts, len(RULES) + len(PAGE_RULES) + len(SITE_RULES), stamp, data["words"])
        finish_site(folder, root / "docs", site_address(), data)
        if make:
            problems += make(folder, data)
        add_downloads(folder, root, stamp.day, data["words"])
        link_sources(folder, root, repository_address(), data["words"])
        set_policies(folder)
        problems += check(folder)
        if preview or not find_faults(problems):
            replace_folder(folder, root / (PREVIEW if preview else SITE))
    return problems


@contextmanager
def _new_folder(root: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=".site-", dir=root))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(root: Path) -> None:
    """Drop what an interrupted build left; a site that it had already put aside comes back first."""
    restore_folder(root / SITE)
    for left in root.glob(".site-*"):
        shutil.rmtree(left, ignore_errors=True)


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _list_templates(loader: FileSystemLoader) -> list[str]:
    """Return the files of the theme as Jinja does, without hidden folders: MkDocs leaves them out, after a look at every icon."""
    found = set()
    for place in loader.searchpath:
        for folder, folders, files in os.walk(place):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inner = os.path.relpath(folder, place).replace(os.sep, "/")
            found.update(file if inner == "." else f"{inner}/{file}" for file in files)
    return sorted(found)


def _run_mkdocs(root: Path, folder: Path) -> list[Problem]:
    """Build with MkDocs; return its warnings as problems."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(read_stamp(root).seconds))
    os.environ["SITE_URL"] = site_address()
    from jinja2 import FileSystemLoader, TemplateError
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    FileSystemLoader.list_templates = _list_templates
    warnings = _Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(warnings)
    log.propagate = False
    try:
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(folder))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, TemplateError) as error:
        raise CannotCheck(f"MkDocs could not build the site: {error}") from error
    finally:
        log.removeHandler(warnings)
    return [Problem("mkdocs.yml", 0, 0, "mkdocs", message) for message in warnings.messages]
