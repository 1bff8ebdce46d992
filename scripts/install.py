"""Set up what the commands need: `install.py packages`, `tools`, `lighthouse`, `browser`.

`make` calls it where it is due. It uses the standard library only, for it runs before anything is installed.
"""

import hashlib
import os
import re
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
    if not is_made(FOLDER, ROOT / "requirements.txt"):
        print("Setting up .venv (once; about a minute)", file=sys.stderr)
        make_environment(FOLDER, ROOT / "requirements.txt")
        print("Set up.", file=sys.stderr)


def install_tools():
    """Make .venv/tools with the packages that only measurements and the weekly look need, each with its hash."""
    if not is_made(FOLDER / "tools", ROOT / "benchmarks/tools.txt"):
        make_environment(FOLDER / "tools", ROOT / "benchmarks/tools.txt")


def is_made(folder, lock):
    """Tell whether an environment is what its lock file asks for: a checkout makes the file newer and may change nothing in it."""
    ready = folder / "ready"
    made = ready.is_file() and ready.read_text() == _digest(lock)
    if made:
        ready.touch()
    return made


def _digest(lock):
    return hashlib.sha256(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def make_environment(folder, lock):
    """Make an environment with the packages of a lock file, or leave the one of before as it was.

    It is ready where its file `ready` is. It is made in its place, since its programs name that; meanwhile the old one stands aside.
    """
    old = folder.with_name(folder.name + "-old")
    if (folder / "ready").exists():
        _remove(old)
        folder.rename(old)
    try:
        _fill_environment(folder, lock)
    except BaseException:
        if (old / "ready").exists():
            _remove(folder)
            old.rename(folder)
        raise
    _remove(old)


def _remove(folder):
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(str(folder), ignore_errors=True)


def _fill_environment(folder, lock):
    try:
        venv.create(folder, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        said = (getattr(error, "output", None) or b"").decode(errors="replace")  # pip's, or ensurepip's, with a traceback
        reason = next(iter(re.findall(r"\[Errno.*|No module named.*", said)), error)
        advice = ". On Debian and Ubuntu: apt install python3-venv" if "ensurepip" in str(reason) else ""
        sys.exit(f"install: {folder} could not be made: {reason}{advice}")
    fetch_packages(folder / "bin" / "python", lock)
    (folder / "ready").write_text(_digest(lock))


def fetch_packages(python, lock):
    """Install the packages of a lock file into the environment of a Python, or exit with pip's reason in one sentence."""
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-deps", "--require-hashes", "--requirement", lock]
    for command in (install, [*pip, "check"]):  # without dependencies, a lock file that lost some lines installs too
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            _refuse(lock, [line[len("ERROR: ") :] for line in done.stderr.splitlines() if line.startswith("ERROR: ")], done)


def _refuse(lock, reasons, done):
    reason = (reasons or (done.stdout + done.stderr).strip().splitlines() or ["no reason was given"])[0]
    reason = re.sub(r" \(from versions:.*|[.:]? *$", "", reason.partition(". ")[0])
    sys.exit(
        f"install: the packages of {lock} could not be installed: {reason}. "
        f"Is there a network? If the file was changed, `git checkout {lock}` brings it back."
    )


def install_lighthouse():
    """Make .venv/lighthouse with the packages of benchmarks/package-lock.json, each with its hash; none runs a script of its own."""
    folder, lock = FOLDER / "lighthouse", ROOT / "benchmarks/package-lock.json"
    if not shutil.which("npm"):
        sys.exit("install: npm is needed to ask Lighthouse. Install Node.js, which brings it.")
    folder.mkdir(exist_ok=True)
    for file in (lock, lock.with_name("package.json")):
        shutil.copy(file, folder)
    npm = ["npm", "ci", "--loglevel=error", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder]
    done = subprocess.run(npm, capture_output=True, text=True)
    if done.returncode:
        said = [line[len("npm error ") :] for line in done.stderr.splitlines() if line.startswith("npm error ")]
        _refuse(lock, [" ".join(line for line in said if not re.match("(code|syscall|errno) ", line))], done)
    (folder / "ready").touch()


def install_browser():
    """Install Chromium where there is none: Debian's package on Debian, Playwright's own elsewhere."""
    named = os.environ.get("CHROMIUM")
    if named and not find_browser():
        sys.exit(f"install: CHROMIUM names {named}, which is not there. Name another, or leave it out.")
    if not find_browser():
        print("Installing Chromium for the tests (once)", file=sys.stderr)
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
    try:
        {
            "packages": install_packages,
            "tools": install_tools,
            "lighthouse": install_lighthouse,
            "browser": install_browser,
        }[sys.argv[1]]()
    except KeyboardInterrupt:
        sys.exit("install: stopped")
