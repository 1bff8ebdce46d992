"""The command as its user runs it: wrong use is answered with what, where and how, and never with a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*words, root=None, **environment):
    command = [sys.executable, ROOT / "scripts/build.py", *(["--root", root] if root else []), *words]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "GITHUB_ACTIONS": "", **environment})
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_an_unknown_command():
    status, _, error = run("chekc")
    assert status == 2
    assert error.endswith("; did you mean check?\n    fix: python scripts/build.py --help shows every command\n")


def test_check_says_how_much(tiny):
    assert run("check", root=tiny.root) == (
        0,
        "checked 6 pages, 2 paragraphs, 1 terms, 9 references, 16 rules: no problems\n",
        "",
    )


def test_check_reports_all_problems_sorted(tiny):
    tiny.replace("docs/en/law.md", "(#p2)", "(#p3)")
    tiny.replace("docs/en/glossary.md", "title: Glossary\n", "")
    status, output, _ = run("check", root=tiny.root)
    places = [line.split(" ")[0] for line in output.splitlines() if line.startswith("docs")]
    assert status == 1
    assert places == sorted(places)
    assert output.splitlines()[-1].endswith("problems in 3 files")


def test_github_annotations(tiny):
    tiny.replace("docs/en/glossary.md", "title: Glossary\n", "")
    _, output, _ = run("check", root=tiny.root, GITHUB_ACTIONS="true")
    assert "::error file=docs/en/glossary.md,line=1,col=1::front-matter: no title\n" in output


def test_nothing_to_check(tmp_path):
    assert run("check", root=tmp_path)[0] == 2
    (tmp_path / "docs/_data").mkdir(parents=True)
    status, _, error = run("check", root=tmp_path)
    assert status == 2
    assert error == f"build.py: there are no pages in {tmp_path}/docs/{{kk,ru,en}}: nothing was checked\n"


def test_no_built_site(tiny):
    status, _, error = run("check", tiny.root / "site", root=tiny.root)
    assert (status, error) == (2, f"build.py: there is no built site {tiny.root}/site: build it with `make site`\n")


def test_write_is_done_once(tiny):
    tiny.replace("docs/en/law.md", "<p>The tasks: unity.</p>", "")
    assert run("write", root=tiny.root)[:2] == (0, "wrote docs/en/law.md\nwrote 1 of 6 pages; checked 6 pages: no problems\n")
    assert run("write", root=tiny.root)[:2] == (0, "wrote 0 of 6 pages; checked 6 pages: no problems\n")


@pytest.mark.parametrize("file", ["docs/_data/law.yml", "docs/en/law.md"])
def test_a_failed_build_keeps_the_last_site(tiny, file):
    tiny.write("site/index.html", "the last good site")
    tiny.write(file, "{")
    status, _, _ = run("site", root=tiny.root)
    assert status == 1
    assert tiny.read("site/index.html") == "the last good site"
    assert sorted(path.name for path in tiny.root.iterdir()) == ["docs", "site"]


def test_a_taken_port(tiny):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, error = run("serve", "--port", str(port), root=tiny.root)
    assert (status, error) == (2, f"build.py: port {port} is taken: stop what uses it, or `make serve PORT={port + 1}`\n")
