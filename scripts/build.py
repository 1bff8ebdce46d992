#!/usr/bin/env python3
"""The one command: check, write, build and show the site.

    python scripts/build.py check          prove every reference; change nothing (`check site`: in the built site too)
    python scripts/build.py write          write the generated blocks into the pages
    python scripts/build.py site           check, build into site/, check what was built
    python scripts/build.py editions       make books, files for print and open data, and put them into site/
    python scripts/build.py serve          the same as site, shown on a local address, again at every change
    python scripts/build.py translations   show what is fresh, stale or missing
    python scripts/build.py accept ru p4   record that a translation was read against its source
    python scripts/build.py outside-links  ask every outside address whether it answers (`make outside-links` sets up lychee)

Exit status: 0 all is well, 1 problems were found, 2 the work could not be done.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

try:
    import translations
    from blocks import Target, fill_blocks
    from files import replace_text
    from languages import TRANSLATIONS
    from problems import CannotCheck, Problem, find_faults, suggest
    from records import Data, load_data
    from sitecheck.check import check_built, check_sources
    from sitecheck.explain import explain, fill_table
    from sitecheck.pages import read_pages
    from sitecheck.report import FORMATS, report
    from sitecheck.rules import ALL_RULES
except ImportError as error:  # another Python than that of .venv
    print(f"build.py: {error}: run `make check` once, then .venv/bin/python {sys.argv[0]}", file=sys.stderr)
    raise SystemExit(2) from None

ROOT = Path(__file__).resolve().parent.parent
CONTRIBUTING = "CONTRIBUTING.md"


def check(options: argparse.Namespace) -> int:
    """Check the sources; with a built site given, that too."""
    if options.explain:
        print(explain(options.explain, ALL_RULES))
        return 0
    problems, counts = check_sources(options.root)
    problems += _check_table(options.root)
    if options.site:
        found, built = check_built(options.root, options.site, options.offline)
        problems, counts = problems + found, {**counts, **built}
    return report(problems, counts, form=options.format, quiet=options.quiet)


def _check_table(root: Path) -> list[Problem]:
    """Return a problem where the table of rules in CONTRIBUTING is not the one that the rules give."""
    file = root / CONTRIBUTING
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    if text == fill_table(text, ALL_RULES):
        return []
    return [Problem(CONTRIBUTING, 0, 0, "rules-table", "the table of rules is not current", "`make write`")]


def write(options: argparse.Namespace) -> int:
    """Write the generated blocks into the pages."""
    data = load_data(options.root)
    problems, changed = list(data.problems), []
    pages = read_pages(options.root) if not problems else {}
    for page in pages.values():
        text, found = fill_blocks(page.text, Target(page.language, page.name), data, page.file)
        problems += found
        if text != page.text:
            replace_text(options.root / page.file, text)
            changed.append(page.file)
    file = options.root / CONTRIBUTING
    if file.is_file() and (text := file.read_text(encoding="utf-8")) != (filled := fill_table(text, ALL_RULES)):
        replace_text(file, filled)
        changed.append(CONTRIBUTING)
    for name in changed:  # after all is written: a reader that stops listening stops no work
        print(f"wrote {name}")
    return report(problems, {"pages": len(pages)}, done=f"wrote {len(changed)} of {len(pages)} pages")


def site(options: argparse.Namespace) -> int:
    """Check the sources, build, check the built site, and put it into site/."""
    return _build(options)


def _build(options: argparse.Namespace, preview: bool = False, make: Callable[[Path, Data], list[Problem]] | None = None) -> int:
    """Build into site/ what has no problem, or a preview with its problems; return the exit status."""
    from publish import SITE, build_site

    print("Checking the sources", flush=True)
    problems, counts = check_sources(options.root)
    faults = find_faults(problems)
    if faults and not (preview and all(fault.rule != "records" for fault in faults)):  # no page without whole records
        return report(problems, counts)
    print("Building the site", flush=True)

    def check_folder(folder: Path):
        print("Checking the built site", flush=True)
        found, built = check_built(options.root, folder)
        counts.update(built)
        return found

    problems += build_site(options.root, check_folder, preview, make)
    return report(problems, counts, done=f"built {'a preview' if preview else f'{SITE}/'}")


def editions(options: argparse.Namespace) -> int:
    """Make everything that can be downloaded into editions/, and put it into the site."""
    from address import site_address
    from stamp import read_stamp

    from editions import PLACE, Source, make_editions

    def make(folder: Path, data: Data) -> list[Problem]:
        print("Making the editions", flush=True)
        failed = make_editions(Source(options.root, folder, data, read_stamp(options.root), site_address()))
        return [Problem(f"{PLACE}/{name}", 0, 0, "editions", "could not be made", "see its cause above") for name in failed]

    return _build(options, make=make)


def serve(options: argparse.Namespace) -> int:
    """Build, show on a local address, problems or not, and build again when a source changes."""
    from serve import serve_site

    return serve_site(options.root, options.port, lambda: _build(options, preview=True))


def show_translations(options: argparse.Namespace) -> int:
    """Show a table of what is fresh, stale or missing."""
    return translations.show(options.root)


def outside_links(options: argparse.Namespace) -> int:
    """Ask every outside address whether it answers; what does not is a warning."""
    from upkeep.outside import check_outside

    problems, asked = check_outside(options.root)
    return report(problems, {"outside addresses": asked})


def accept(options: argparse.Namespace) -> int:
    """Record that translations were read against their source."""
    return translations.accept(options.root, options.language, options.names)


class Parser(argparse.ArgumentParser):
    """Names the nearest command for one that does not exist."""

    def error(self, message: str):
        wrong = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
        near = suggest(wrong, COMMANDS) if "invalid choice" in message and wrong not in COMMANDS else ""
        print(
            f"build.py: {message}{near}\n    fix: .venv/bin/python scripts/build.py --help shows every command", file=sys.stderr
        )
        raise SystemExit(2)


COMMANDS = {
    "check": check,
    "write": write,
    "site": site,
    "editions": editions,
    "serve": serve,
    "translations": show_translations,
    "accept": accept,
    "outside-links": outside_links,
}


def read_options(words: list[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = Parser(prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", parser_class=Parser)
    adders = {name: commands.add_parser(name, help=function.__doc__) for name, function in COMMANDS.items()}
    adders["check"].add_argument("site", nargs="?", type=Path, help="a built site to check too")
    adders["check"].add_argument("--offline", action="store_true", help="the built site is opened from a disk")
    adders["check"].add_argument("--format", choices=FORMATS, default="", help="how problems are written (default: text)")
    adders["check"].add_argument("--explain", metavar="RULE", help="show what a rule wants, with an example")
    adders["check"].add_argument("-q", "--quiet", action="store_true", help="write nothing but problems")
    adders["serve"].add_argument("--port", type=int, default=8000)
    adders["accept"].add_argument("language", choices=TRANSLATIONS)
    adders["accept"].add_argument("names", nargs="+", metavar="name", help="p4, glossary.unity, goal.md or goal.md:41")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Run a command and return its exit status."""
    options = read_options(words)
    try:
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # `check | head`: nobody reads the rest, nor what Python would say of it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except CannotCheck as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        place = error.filename2 or error.filename or options.root
        print(f"build.py: {error.strerror}: {place}; what was there before is as it was", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    gc.set_threshold(200_000)  # records and pages hold no cycles: looking for them took a quarter of a check's time
    raise SystemExit(main(sys.argv[1:]))
