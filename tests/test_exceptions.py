"""Exceptions: what a rule lets pass, and what happens when there is nothing to let pass any more."""

from problems import Problem
from sitecheck.exceptions import allow, apply_rules


@allow("docs/*.md", "“Кеңесі”", "a name")
def no_names(words):
    """No names."""
    for word in words:
        yield Problem("docs/ru/law.md", 1, 1, "no-names", f"“{word}” is a name")


def test_an_exception_lets_one_thing_pass(tmp_path):
    found = list(apply_rules([no_names], [["Кеңесі", "Халық"]], tmp_path))
    assert [problem.message for problem in found] == ["“Халық” is a name"]


def test_an_exception_that_excuses_nothing_is_reported(tmp_path):
    (tmp_path / "scripts/sitecheck").mkdir(parents=True)
    found = list(apply_rules([no_names], [[]], tmp_path))
    assert [str(problem) for problem in found] == [
        "tests/test_exceptions.py:7:1: exceptions-used: the exception ““Кеңесі”” in docs/*.md excuses nothing any more\n"
        "    fix: remove it"
    ]


def test_another_project_needs_none(tmp_path):
    assert list(apply_rules([no_names], [[]], tmp_path)) == []
