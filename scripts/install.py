"""Set up what the commands need: `install.py packages` and `install.py browser`.

`make` calls it where it is due. It uses the standard library only, for it runs before anything is installed.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser():
    """Return the path of a Chromium that is installed, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next(filter(None, map(shutil.which, BROWSERS)), None) or _own_browser()


def _own_browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_packages():
    """Make .venv with the packages of requirements.txt, each with its hash."""
    if sys.version_info < (3, 11):
        sys.exit(
            f"install: Python 3.11 or later is needed, this is {sys.version.split()[0]}. Name another: make PYTHON=python3.12"
        )
    print("Setting up .venv (once; about a minute)")
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"install: .venv could not be made: {error}. On Debian and Ubuntu: apt install python3-venv")
    fetch_packages(FOLDER / "bin" / "python", ROOT / "requirements.txt")
    (FOLDER / "ready").touch()
    print("Set up.")


def fetch_packages(python, lock):
    """Install the packages of a lock file into the environment of a Python, or exit with pip's reason in one sentence."""
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--no-deps", "--require-hashes"]
    done = subprocess.run([*pip, "--requirement", lock], stderr=subprocess.PIPE, text=True)
    if done.returncode:
        reasons = [line[len("ERROR: ") :] for line in done.stderr.splitlines() if line.startswith("ERROR: ")]
        reason = (reasons[0] if reasons else done.stderr).strip().partition(". ")[0].rstrip(".")
        sys.exit(
            f"install: the packages of {lock} could not be installed: {reason}. `git checkout {lock.name}` brings the file back."
        )


def install_browser():
    """Install Chromium where there is none: Debian's package on Debian, Playwright's own elsewhere."""
    named = os.environ.get("CHROMIUM")
    if named and not find_browser():
        sys.exit(f"install: CHROMIUM names {named}, which is not there. Name another, or leave it out.")
    if not find_browser():
        print("Installing Chromium for the tests (once)")
        for command in _browser_commands():
            if subprocess.run(command).returncode:
                sys.exit(
                    f"install: `{' '.join(map(str, command))}` failed. Install Chromium, or name one: CHROMIUM=/path/to/chromium make test"
                )
    if not find_browser():
        sys.exit("install: no Chromium was found. Install it, or name one: CHROMIUM=/path/to/chromium make test")


def _browser_commands():
    if shutil.which("apt-get") and "ID=debian" in Path("/etc/os-release").read_text():
        sudo = ["sudo"] if os.geteuid() else []
        return [
            [*sudo, "apt-get", "update", "-qq"],
            [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
        ]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


if __name__ == "__main__":
    {"packages": install_packages, "browser": install_browser}[sys.argv[1]]()
