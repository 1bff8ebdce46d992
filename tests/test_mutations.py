"""The checker finds faults put into the real site, and lets right changes pass: a sample of what `make mutations` puts."""

import contextlib
import io

import pytest
from mutations import measure
from mutations.right_changes import RIGHT_CHANGES

EVERY = 47  # of the faults; all of them take minutes
SAMPLE = [(area, fault) for area, faults in measure.FAULTS.items() for fault in faults][::EVERY]


@pytest.fixture(scope="module")
def copy(site, tmp_path_factory):
    """A copy of the project with its built site."""
    return measure.copy_project(tmp_path_factory.mktemp("mutations") / "copy", site)


@pytest.fixture(autouse=True)
def address(monkeypatch):
    monkeypatch.setenv("SITE_URL", measure.ADDRESS)


@pytest.mark.parametrize(("area", "fault"), SAMPLE, ids=[f"{area}-{fault.name}" for area, fault in SAMPLE])
def test_a_fault_is_caught(copy, area, fault):
    (result,) = measure.measure(copy, [(area, fault)], seed=0)
    assert (result.caught, result.file) == (True, True), result.said


@pytest.mark.parametrize("change", RIGHT_CHANGES[::12], ids=lambda change: change.__name__)
def test_a_right_change_raises_nothing(copy, change):
    with contextlib.redirect_stdout(io.StringIO()):
        built = change(copy)
    problems = measure.check(copy, built=bool(built))
    copy.undo()
    assert [str(problem) for problem in problems] == []


def test_there_are_enough_kinds():
    assert len({(area, fault.name) for area, faults in measure.FAULTS.items() for fault in faults}) >= 100
    assert len(RIGHT_CHANGES) >= 20
