"""Measure the checker beside others on the same generated sites: CPU time, time, memory; print them and their ratios.

    python benchmarks/check.py SITE [--sizes 100 1000 5000] [--tools DIRECTORY] [--without NAMES]

SITE is the real site, built for https://someone.example/law/. DIRECTORY holds lychee and linkchecker; `make bench-check`
sets both up. Every program reads the files of the disk and asks no host.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "benchmarks")]
BUILD = [sys.executable, str(PROJECT / "scripts/build.py")]


@dataclass(frozen=True)
class Cost:
    """What a program took: seconds of CPU, seconds, megabytes at its peak; and its exit status."""

    cpu: float
    wall: float
    memory: float
    status: int


def measure(command: list[str], folder: Path) -> Cost:
    """Run a program in a folder and return what it took, its children included."""
    from multiply import ADDRESS

    environment = {**os.environ, "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / scale, process.returncode)


def programs(folder: Path, tools: Path) -> dict[str, list[str]]:
    """Return the programs by name: ours reads sources and site with every rule, the others what they can."""
    site = folder / "site"
    pages = [str(page) for page in sorted(site.rglob("*.html"))]
    return {
        "ours": [*BUILD, "--root", str(folder), "check", str(site)],
        "ours, sources": [*BUILD, "--root", str(folder), "check"],
        "lychee": [
            str(tools / "lychee"),
            "--offline",
            "--no-progress",
            "--include-fragments",
            "--root-dir",
            str(site),
            str(site / "**/*.html"),
        ],
        "linkchecker": [str(tools / "linkchecker"), "--no-status", "--no-warnings", "--threads=2", "--recursion-level=1", *pages],
        "our build": [*BUILD, "--root", str(folder), "site"],
        "mkdocs --strict": [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "--strict",
            "-f",
            "plain.yml",
            "-d",
            str(folder / "built"),
        ],
    }


def main() -> None:
    """Print a table for each size."""
    from multiply import multiply

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--tools", type=Path, default=Path(".venv/tools/bin"))
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    print(f"{'pages':>6} {'':16}{'CPU s':>8}{'time s':>8}{'MB':>7}{'CPU a page':>12}{'× ours':>8}  status")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)  # linkchecker gives up the rights of root before it reads
            pages = multiply(PROJECT, options.site.resolve(), folder, size)
            ours = None
            for program, command in programs(folder, options.tools.resolve()).items():
                if program in options.without:
                    continue
                cost = measure(command, folder)
                ours = ours or cost
                ratio = f"{cost.cpu / ours.cpu:>8.2f}"
                print(
                    f"{pages:>6} {program:16}{cost.cpu:>8.2f}{cost.wall:>8.2f}{cost.memory:>7.0f}{1000 * cost.cpu / pages:>9.2f} ms{ratio}  {cost.status}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
