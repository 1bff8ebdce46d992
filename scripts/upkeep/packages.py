"""The packages: is a pinned one known to be unsafe?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

COMMAND = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json", "--requirement"]


def look_at_packages(requirements: Path) -> tuple[str, list[str]]:
    """Ask pip-audit about every package of the lock file; return what was asked and a sentence for each known weakness."""
    done = subprocess.run([sys.executable, "-m", "pip_audit", *COMMAND, requirements], capture_output=True, text=True)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        return "the packages could not be looked up", [
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer"
        ]
    faults = [
        f"{package['name']} {package['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions']) or 'no version'}"
        for package in packages
        for weakness in package.get("vulns", [])
    ]
    return f"{len(packages)} packages were looked up, {len(faults)} weaknesses are known", faults
