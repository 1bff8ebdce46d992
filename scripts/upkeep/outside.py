"""Ask every outside address of the pages and the timeline whether it answers: a report, never a gate.

lychee asks, several hosts at once and politely: at most two requests to a host at a time, one second between them, retries
with a pause, and what answered in the last week is not asked again (`.lycheecache`).
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from problems import CannotCheck, Problem
from sitecheck.project import Project

LYCHEE = Path(__file__).resolve().parent.parent.parent / ".venv/tools/bin/lychee"
POLITE = ["--host-concurrency", "2", "--host-request-interval", "1s", "--max-concurrency", "16"]
PATIENT = ["--max-retries", "3", "--retry-wait-time", "2", "--timeout", "30"]
CACHED = ["--cache", "--max-cache-age", "7d", "--cache-exclude-status", "400.."]
KINDS = ("error_map", "timeout_map")


def check_outside(root: Path, lychee: Path = LYCHEE) -> tuple[list[Problem], int]:
    """Return a warning for each place that names an address which does not answer, and how many addresses were asked."""
    places = collect_addresses(Project(root))
    if not places:
        return [], 0
    with tempfile.TemporaryDirectory() as folder:
        addresses = Path(folder) / "addresses.txt"
        addresses.write_text("".join(f"{address}\n" for address in places), encoding="utf-8")
        command = [lychee, "--no-progress", "--format", "json", *POLITE, *PATIENT, *CACHED, addresses]
        try:
            done = subprocess.run(command, cwd=root, capture_output=True, text=True)
            answers = json.loads(done.stdout)
        except FileNotFoundError as error:
            raise CannotCheck(f"there is no {lychee}: `make outside-links` sets it up") from error
        except ValueError as error:
            raise CannotCheck(f"lychee gave no answers: {done.stderr.strip()[:300]}") from error
    return list(_dead(answers, places)), len(places)


def look_outside(root: Path, lychee: Path = LYCHEE) -> tuple[str, list[str]]:
    """Ask every outside address; return what was asked and a sentence for each place with one that does not answer."""
    problems, asked = check_outside(root, lychee)
    return f"{asked} outside addresses were asked", [f"{each.file}:{each.line}: {each.message}" for each in problems]


def collect_addresses(project: Project) -> dict[str, list[tuple[str, int, int]]]:
    """Return every outside address with the places that name it, in order of address."""
    places: dict[str, list[tuple[str, int, int]]] = {}
    for reference in project.references:
        if reference.address.startswith(("https://", "http://")) and not reference.generated:
            places.setdefault(reference.address.partition("#")[0], []).append(reference.place)
    for event in project.data["timeline"].values():
        for address in event.own["sources"] if isinstance(event.own["sources"], list) else ():
            at = event.problem(("sources",), "", "")
            places.setdefault(str(address).partition("#")[0], []).append((at.file, at.line, at.column))
    return dict(sorted(places.items()))


def _dead(answers: dict, places: dict[str, list[tuple[str, int, int]]]) -> Iterator[Problem]:
    failures = [failure for kind in KINDS for found in answers.get(kind, {}).values() for failure in found]
    for failure in failures:
        address, reason = failure["url"], failure["status"].get("details") or failure["status"]["text"]
        for place in places.get(address) or places.get(address.rstrip("/"), ()):
            message, fix = f"{address} does not answer: {reason}", "open it in a browser: correct it, or cite another source"
            yield Problem(*place, "outside-links", message, fix, warning=True)
