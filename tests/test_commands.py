"""The command as its user runs it: wrong use is answered with what, where and how, and never with a traceback."""

import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import build
import publish
import pytest
from sitecheck.explain import fill_table
from sitecheck.rules import ALL_RULES, RULES
from watch import watch

ROOT = Path(__file__).resolve().parent.parent


def run(*words, root=None, **environment):
    command = [sys.executable, ROOT / "scripts/build.py", *(["--root", root] if root else []), *words]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "GITHUB_ACTIONS": "", **environment})
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_an_unknown_command():
    status, _, error = run("chekc")
    assert status == 2
    assert error.endswith("; did you mean check?\n    fix: .venv/bin/python scripts/build.py --help shows every command\n")


def test_a_python_without_the_packages():
    command = [sys.executable, "-S", ROOT / "scripts/build.py", "check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    told = f"build.py: No module named 'yaml': run `make check` once, then .venv/bin/python {ROOT}/scripts/build.py\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_check_says_how_much(tiny):
    assert run("check", root=tiny.root) == (
        0,
        f"checked 12 pages, 2 paragraphs, 1 terms, 27 references, {len(RULES)} rules: no problems\n",
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
    annotation = (
        "::error file=docs/en/glossary.md,line=2,col=1,title=front-matter::front-matter: no title"
        "%0Afix: begin the page with `---`, `title: …`, `---`\n"
    )
    assert annotation in output
    assert annotation in run("check", "--format", "github", root=tiny.root)[1]


def test_json(tiny):
    tiny.replace("docs/en/glossary.md", "title: Glossary\n", "")
    status, output, _ = run("check", "--format", "json", root=tiny.root)
    assert status == 1
    assert json.loads(output)["problems"][0] == {
        "file": "docs/en/glossary.md",
        "line": 2,
        "column": 1,
        "rule": "front-matter",
        "message": "no title",
        "fix": "begin the page with `---`, `title: …`, `---`",
        "warning": False,
    }


def test_quiet_is_not_silent(tiny):
    assert run("check", "-q", root=tiny.root) == (0, "", "")
    tiny.replace("docs/en/glossary.md", "title: Glossary\n", "")
    status, output, _ = run("check", "-q", root=tiny.root)
    assert (status, "front-matter: no title" in output, "checked" in output) == (1, True, False)


def test_a_warning_fails_nothing(tiny):
    tiny.replace("docs/_data/validity.yml", "2026-07-01", "2009-07-01")
    run("write", root=tiny.root)
    status, output, _ = run("check", root=tiny.root)
    assert status == 0
    assert output.startswith(
        "docs/_data/validity.yml:2:12: warning: status-dated: the sources were last read on 2009-07-01\n    fix: read them again\n"
    )
    assert output.endswith("no problems, 1 warning\n")


def test_a_rule_is_explained():
    assert run("check", "--explain", "label-agrees") == (
        0,
        "label-agrees: A citation's number is that of the paragraph it leads to.\n\n"
        "In docs/en/law.md\n  wrong:\n    [¶1](#p2)\n  right:\n    [¶2](#p2)\n",
        "",
    )
    status, _, error = run("check", "--explain", "lable-agrees")
    assert status == 2
    assert error.startswith("build.py: there is no rule lable-agrees; did you mean label-agrees?")


def test_the_table_of_rules_is_current(tiny):
    assert fill_table((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), ALL_RULES).count("| `") == len(ALL_RULES)
    tiny.write("CONTRIBUTING.md", "# Rules\n\n<!-- rules -->\n<!-- /rules -->\n")
    status, output, _ = run("check", root=tiny.root)
    assert status == 1
    assert output.startswith("CONTRIBUTING.md: rules-table: the table of rules is not current\n    fix: `make write`\n")
    assert run("write", root=tiny.root)[1].startswith("wrote CONTRIBUTING.md\n")
    assert run("check", root=tiny.root)[0] == 0


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
    assert run("write", root=tiny.root)[:2] == (0, "wrote docs/en/law.md\nwrote 1 of 12 pages; checked 12 pages: no problems\n")
    assert run("write", root=tiny.root)[:2] == (0, "wrote 0 of 12 pages; checked 12 pages: no problems\n")


@pytest.mark.parametrize("file", ["docs/_data/law.yml", "docs/en/law.md"])
def test_a_failed_build_keeps_the_last_site(tiny, file):
    tiny.write("site/index.html", "the last good site")
    tiny.write(file, "{")
    status, _, _ = run("site", root=tiny.root)
    assert status == 1
    assert tiny.read("site/index.html") == "the last good site"
    assert sorted(path.name for path in tiny.root.iterdir()) == ["docs", "mkdocs.yml", "overrides", "site"]


def test_a_taken_port(tiny):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, error = run("serve", "--port", str(port), root=tiny.root)
    assert (status, error) == (2, f"build.py: port {port} is taken: stop what uses it, or `make serve PORT={port + 1}`\n")


@pytest.fixture
def project(tmp_path):
    """A copy of the real project, to be changed."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    return tmp_path


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_serve_shows_a_page_that_is_being_worked_on_and_loads_it_again(project, browser):
    change(project / "docs/en/goal.md", "# The goal {", "# The goal in a single sentence {")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-u", ROOT / "scripts/build.py", "--root", project, "serve", "--port", str(port)]
    page = watch(browser.new_page())
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        try:
            lines = []
            while not lines or not lines[-1].startswith("The site is on"):
                lines.append(serving.stdout.readline())
                assert lines[-1], "".join(lines)
            with page.expect_request("**/livereload/**"):  # the page's policy allows the preview's own script
                page.goto(f"http://127.0.0.1:{port}/en/goal/")
            assert page.locator("h1").inner_text().startswith("The goal in a single sentence")
        finally:
            page.close()
            serving.send_signal(signal.SIGINT)
    assert page.faults == []
    assert any(line.startswith("docs/en/goal.md") and "fresh" in line for line in lines)
    assert not (project / "site").exists()


def test_a_warning_does_not_stop_the_build(tiny, monkeypatch, capsys):
    tiny.replace("docs/_data/validity.yml", "2026-07-01", "2009-07-01")
    run("write", root=tiny.root)
    built = []
    monkeypatch.setattr(publish, "build_site", lambda root, *_: built.append(root) or [])
    assert build.main(["--root", str(tiny.root), "site"]) == 0
    assert built == [tiny.root]
    assert "warning: status-dated" in capsys.readouterr().out


def test_a_reader_that_stops_listening_is_told_nothing_more(tiny):
    for number in range(2000):
        tiny.write(f"docs/assets/unused-{number}.css", "")
    command = shlex.join(map(str, (sys.executable, ROOT / "scripts/build.py", "--root", tiny.root, "check")))
    done = subprocess.run(f"{command} | head -1", shell=True, capture_output=True, text=True)
    assert done.stderr == ""
