"""Outside links: asked all, reported where they stand, and never a gate."""

import shlex
import sys

import pytest
from problems import CannotCheck
from sitecheck.project import Project
from upkeep.outside import check_outside, collect_addresses, look_outside

LYCHEE = """
import json, sys
addresses = open(sys.argv[-1]).read().split()
failures = [{"url": each, "status": {"text": "404", "details": "Not Found"}} for each in addresses if "lost" in each]
print(json.dumps({"error_map": {"addresses.txt": failures}, "timeout_map": {}}))
sys.exit(2)
"""


@pytest.fixture
def lychee(tmp_path):
    """A program that answers as lychee does: every address with “lost” in it is dead."""
    program, answer = tmp_path / "lychee", tmp_path / "answer.py"
    answer.write_text(LYCHEE)
    program.write_text(f'#!/bin/sh\nexec {shlex.join((sys.executable, str(answer)))} "$@"\n')  # in any folder, however named
    program.chmod(0o755)
    return program


def test_a_dead_link_is_a_warning_where_it_stands(tiny, lychee):
    tiny.replace("docs/en/law.md", "The second", "[The second](https://adilet.zan.kz/lost#p1)")
    tiny.replace("docs/ru/law.md", "Второй", "[Второй](https://adilet.zan.kz/)")
    problems, asked = check_outside(tiny.root, lychee)
    assert "\n".join(map(str, problems)) == (
        "docs/en/law.md:10:1: warning: outside-links: https://adilet.zan.kz/lost does not answer: Not Found\n"
        "    fix: open it in a browser: correct it, or cite another source"
    )
    assert asked == len(collect_addresses(Project(tiny.root)))
    assert look_outside(tiny.root, lychee) == (
        f"{asked} outside addresses were asked",
        ["docs/en/law.md:10: https://adilet.zan.kz/lost does not answer: Not Found"],
    )


def test_an_address_is_asked_once(tiny):
    for code, word in (("en", "The second"), ("ru", "Второй")):
        tiny.replace(f"docs/{code}/law.md", word, f"[{word}](https://adilet.zan.kz/)")
    assert len(collect_addresses(Project(tiny.root))["https://adilet.zan.kz/"]) == 2


def test_without_lychee_the_remedy_is_named(tiny):
    tiny.replace("docs/en/law.md", "The second", "[The second](https://adilet.zan.kz/)")
    with pytest.raises(CannotCheck, match="`make outside-links` sets it up"):
        check_outside(tiny.root, tiny.root / "no-such-program")
