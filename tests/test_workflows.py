"""What stands in .github: the workflows are right and safe, every action is pinned, the forms speak three languages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": FORMS,
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "citation-file-format": [ROOT / "CITATION.cff"],
}
BIN = Path(sys.executable).parent


def run(*command):
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_actionlint_is_clean_with_shellcheck():
    assert run("shellcheck", "--version")  # where there is none, actionlint says nothing and leaves the steps unread
    assert run("actionlint", "-no-color", "-shellcheck", BIN / "shellcheck", *WORKFLOWS) == ""


def test_zizmor_is_clean():
    assert (
        json.loads(run("zizmor", "--offline", "--no-progress", "--quiet", "--persona", "auditor", "--format", "json", ".github"))
        == []
    )


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_has_the_shape_that_github_reads(schema):
    assert SCHEMAS[schema]
    run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema])


def test_every_action_is_pinned_by_its_commit_with_its_version_beside_it():
    uses = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in uses if not re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []
    pins = {tuple(re.search(r"uses: (\S+)@(\S+)", line).groups()) for line in uses}
    assert len(pins) == len({action for action, _ in pins}), "an action is pinned at two commits"


def test_nothing_is_allowed_that_no_job_asks_for():
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}
        for job in workflow["jobs"].values():
            runs_code = any("make" in step.get("run", "") for step in job["steps"])
            may_write = "write" in job["permissions"].values()
            assert not (runs_code and may_write), f"{path.name}: code of the change runs where something can be written"
            assert job["timeout-minutes"] <= 30


def test_every_make_target_that_a_workflow_runs_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    runs = [
        step["run"]
        for path in WORKFLOWS
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    named = {word for run in runs for call in re.findall(r"make (?:--silent )?([a-z ]+)", run) for word in call.split()}
    assert named == named & targets
    assert named >= {"lint", "test", "editions", "upkeep", "release"}


LOOK = yaml.safe_load((GITHUB / "workflows/weekly.yml").read_text(encoding="utf-8"))["jobs"]["look"]["steps"][2]["run"]


@pytest.mark.parametrize(
    ("make", "status", "report"),
    [
        ("echo all; echo noise >&2", "well", "all\n"),
        ("echo '- [ ] mend'; exit 1", "wanting", "- [ ] mend\n"),
        ("echo install: no >&2; exit 2", "wanting", "The site could not be made anew:\n\n```\ninstall: no\n```\n"),
    ],
)
def test_the_weekly_report_tells_even_why_there_is_none(tmp_path, make, status, report):
    (tmp_path / "make").write_text(f"#!/bin/sh\n{make}\n")
    (tmp_path / "make").chmod(0o755)
    places = {"GITHUB_OUTPUT": tmp_path / "output", "GITHUB_STEP_SUMMARY": tmp_path / "summary"}
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", **{name: str(place) for name, place in places.items()}}
    subprocess.run(["bash", "-e", "-c", LOOK], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "output").read_text() == f"status={status}\n"
    assert (tmp_path / "summary").read_text() == (tmp_path / "report.md").read_text() == report


def test_the_summary_is_text_and_no_command_to_the_runner():
    done = subprocess.run(["make", "-n", "summary"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "check --format text site" in done.stdout


def test_the_forms_speak_three_languages():
    assert len(FORMS) == 3
    for path in FORMS:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        labels = [form["name"], form["description"], *(part["attributes"]["label"] for part in form["body"])]
        assert [label for label in labels if label.count(" · ") != len(LANGUAGES) - 1] == []


def test_every_language_has_its_line_in_codeowners():
    paths = {line.split()[0] for line in (GITHUB / "CODEOWNERS").read_text().splitlines() if line.startswith("/")}
    assert {f"/docs/{language}/" for language in LANGUAGES} <= paths
    assert [path for path in paths if not (ROOT / path.strip("/")).exists()] == []
