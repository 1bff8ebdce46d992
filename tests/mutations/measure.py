"""Put every fault into a copy of the real site, one at a time, with three seeds, and print what the checker finds.

python tests/mutations/measure.py [--seeds 3] [--only WORDS]
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "tests")]

from problems import CannotCheck, Problem  # noqa: E402
from selectolax.lexbor import LexborHTMLParser  # noqa: E402
from sitecheck.check import check_built, check_sources  # noqa: E402

from mutations import in_built, in_files, in_frame, in_pages  # noqa: E402
from mutations.faults import Copy, Fault, Planted  # noqa: E402
from mutations.right_changes import RIGHT_CHANGES  # noqa: E402

ADDRESS = "https://someone.example/law/"
FAULTS: dict[str, list[Fault]] = {**in_pages.FAULTS, **in_files.FAULTS, **in_built.FAULTS, **in_frame.FAULTS}
NEEDED = {"caught": 98, "file": 95, "line": 90, "right": 70}  # per cent
PARTS = 2  # processes


@dataclass(frozen=True)
class Result:
    """What the checker said of one fault: whether it was caught, with the right file, line and value; None where none is known."""

    area: str
    name: str
    caught: bool
    file: bool | None
    line: bool | None
    right: bool | None
    said: str


def copy_project(folder: Path, site: Path) -> Copy:
    """Return a copy of the project with its built site."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    shutil.copytree(site, folder / "site")
    for page in (folder / "site").rglob("*.html"):  # each attribute between quotation marks, each element with its end
        html = LexborHTMLParser(page.read_bytes()).html
        page.write_text(html.replace("<!DOCTYPE html>", "<!doctype html>"), encoding="utf-8")
    return Copy(folder)


def check(copy: Copy, built: bool) -> list[Problem]:
    """Return what the checker says of the copy: of its built site or of its sources."""
    try:
        return check_built(copy.root, copy.root / "site")[0] if built else check_sources(copy.root)[0]
    except CannotCheck as error:
        place = re.match(r"([\w/.-]+):(\d+):\d+: ", str(error))
        return [Problem(place[1] if place else "", int(place[2]) if place else 0, 0, "cannot-check", str(error))]
    except Exception as error:  # a crash tells a maintainer nothing: it counts as a miss, and the rest goes on
        traceback.print_exc()
        return [Problem("", 0, 0, "fresh", f"crashed: {error!r}")]


def measure(copy: Copy, faults: Iterable[tuple[str, Fault]], seed: int) -> Iterator[Result]:
    """Yield the result of each fault, put at a place that the seed chooses."""
    for area, fault in faults:
        planted = copy.put(fault, random.Random(f"{seed} {area} {fault.name}"))
        try:
            yield judge(area, planted, check(copy, built=area.startswith("built")))
        finally:
            copy.undo()


def judge(area: str, planted: Planted, problems: list[Problem]) -> Result:
    """Compare what was found with what was planted. That a translation changed says nothing of any other fault."""
    fault = planted.fault
    counted = [each for each in problems if (each.rule in fault.rules if fault.rules else each.rule != "fresh")]
    there = [each for each in counted if any(fnmatch(each.file, file) for file in (planted.file, *fault.reported.split()))]
    own = [each for each in counted if each.file == planted.file]
    return Result(
        area,
        fault.name,
        bool(counted),
        bool(there) if counted else None,
        any(each.line in planted.lines for each in own) if own and fault.line and planted.lines else None,
        any(planted.right in each.message + each.fix for each in counted) if counted and planted.right else None,
        f"{planted.file}:{','.join(map(str, sorted(planted.lines)))}: {planted.right} " + " / ".join(map(str, counted[:3])),
    )


def run(site: Path, seed: int, part: int, only: str) -> list[Result]:
    """Return the results of every other fault with one seed."""
    os.environ["SITE_URL"] = ADDRESS
    with tempfile.TemporaryDirectory() as folder:
        chosen = [(area, fault) for area, faults in FAULTS.items() for fault in faults if only in f"{area} {fault.name}"]
        return list(measure(copy_project(Path(folder) / "copy", site), chosen[part::PARTS], seed))


def alarms(copy: Copy) -> Iterator[tuple[str, list[Problem]]]:
    """Yield for each right change what the checker says of it, which should be nothing."""
    for change in RIGHT_CHANGES:
        with contextlib.redirect_stdout(io.StringIO()):
            built = change(copy)
        yield change.__doc__ or "", check(copy, built=bool(built))
        copy.undo()


def share(values: Iterable[bool | None]) -> float | None:
    """Return how many per cent are true of those that are known; None where none is."""
    known = [value for value in values if value is not None]
    return 100 * sum(known) / len(known) if known else None


def table(results: list[Result]) -> str:
    """Return the results as a table, an area a row."""
    rows = [f"{'area':26}{'kinds':>7}{'faults':>8}" + "".join(f"{name:>9}" for name in NEEDED)]
    for area in (*dict.fromkeys(result.area for result in results), "all"):
        some = [result for result in results if area in (result.area, "all")]
        shares = [share(getattr(result, name) for result in some) for name in NEEDED]
        kinds = len({(result.area, result.name) for result in some})
        rows.append(
            f"{area:26}{kinds:>7}{len(some):>8}" + "".join("        –" if one is None else f"{one:8.1f}%" for one in shares)
        )
    return "\n".join([*rows, f"{'needed':41}" + "".join(f"{needed:>8}%" for needed in NEEDED.values())])


def lacking(results: list[Result]) -> list[str]:
    """Return what is found less often than is needed."""
    shares = {name: share(getattr(result, name) for result in results) for name in NEEDED}
    return [name for name, needed in NEEDED.items() if shares[name] is not None and shares[name] < needed]


def build(folder: Path) -> Path:
    """Build the site of the project as the command does."""
    for name in ("docs", "overrides", "scripts", "mkdocs.yml"):
        (folder / name).symlink_to(PROJECT / name)
    command = [sys.executable, PROJECT / "scripts/build.py", "--root", folder, "site"]
    subprocess.run(command, check=True, env={**os.environ, "SITE_URL": ADDRESS}, stdout=subprocess.DEVNULL)
    return folder / "site"


def main() -> int:
    """Print what was missed, what was a false alarm, and the table; return 1 where less is found than is needed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", default="", help="faults whose area or name holds these words")
    parser.add_argument("--site", type=Path, help=f"a site built already for {ADDRESS}")
    options = parser.parse_args()
    os.environ["SITE_URL"] = ADDRESS
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or build(Path(folder))
        with ProcessPoolExecutor(max_workers=PARTS) as pool:
            jobs = [(seed, part) for seed in range(options.seeds) for part in range(PARTS)]
            done = [pool.submit(run, site, *job, options.only) for job in jobs]
            results = [result for each in done for result in each.result()]
        copy = copy_project(Path(folder) / "copy", site)
        wrong = [(name, problems) for name, problems in alarms(copy) if problems]
    for result in results:
        name = next((name for name in NEEDED if getattr(result, name) is False), "")
        if name:
            print(f"{'missed' if name == 'caught' else f'not the {name}'}: {result.area}: {result.name}: {result.said}\n")
    for name, problems in wrong:
        print(f"false alarm: {name}\n" + "\n".join(map(str, problems[:4])) + "\n")
    print(table(results))
    print(f"{len(RIGHT_CHANGES)} right changes, {len(wrong)} of them reported")
    return 1 if wrong or lacking(results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
