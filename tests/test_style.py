"""The style page: what it shows is what is published, in light and in dark."""

import shutil
from pathlib import Path

import pytest
import style
from problems import CannotCheck
from style import COMPONENTS, GROUND, SHEET, TEXT, USES, Component, contrast, read_colours, write_style

PROJECT = Path(__file__).resolve().parents[1]
AA = 4.5  # the least contrast of text, WCAG 2.2
COLOURS = read_colours((PROJECT / SHEET).read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path, site):
    (tmp_path / "site").symlink_to(site)
    (tmp_path / SHEET).parent.mkdir(parents=True)
    shutil.copy(PROJECT / SHEET, tmp_path / SHEET)
    return tmp_path


def test_every_component_is_shown_in_light_and_in_dark(root, page):
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(write_style(root).as_uri())
    assert page.locator(".scheme > div > h1:first-child").all_inner_texts() == ["Light", "Dark"]
    papers = page.locator(".scheme").evaluate_all("nodes => nodes.map(node => getComputedStyle(node).backgroundColor)")
    assert len(set(papers)) == 2
    shown = page.locator(".scheme h2").all_inner_texts()
    assert [shown.count(each.name) for each in COMPONENTS] == [2] * len(COMPONENTS)
    assert failed == []


def test_a_component_that_no_page_has(root, monkeypatch):
    monkeypatch.setattr(style, "COMPONENTS", (Component("Term", "its names", "", "goal", ".lost"),))
    with pytest.raises(CannotCheck) as error:
        write_style(root)
    assert str(error.value) == "Term: there is no .lost in site/en/goal; correct COMPONENTS in scripts/style.py"


def test_no_site(tmp_path):
    with pytest.raises(CannotCheck) as error:
        write_style(tmp_path)
    assert str(error.value) == "there is no site/: build it with `make site`"


def test_every_colour_says_what_it_is_for():
    assert list(COLOURS) == list(USES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme):
    colours = {name: values[scheme] for name, values in COLOURS.items()}
    pairs = [(text, "paper") for text in TEXT] + [("ink", ground) for ground in GROUND]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < AA] == []


def test_contrast_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
