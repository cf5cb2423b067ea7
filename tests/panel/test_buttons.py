"""Buttons look alike in panels and in the rows of course tools, from one source."""

import re

import pytest

from course_helpers.lab_extension.assemble import page_styles
from course_helpers.panel.panel import styles

LOOK = {"background", "border-radius", "cursor", "font"}
PANEL, PAGE = ".course-panel .course-button", "button.course-button"


def said_of(selector: str, sheet: str) -> list[tuple[str, str]]:
    """Everything that a sheet says of the buttons of a place: properties with their values, in order."""
    blocks = re.findall(rf"^{re.escape(selector)} \{{\n(.*?)^\}}", sheet, re.MULTILINE | re.DOTALL)
    return re.findall(r"^ +([a-z-]+): (.*);$", "".join(blocks), re.MULTILINE)


@pytest.mark.parametrize(("sheet", "selector"), [(styles(), PANEL), (page_styles(), PAGE)], ids=["panel", "page"])
@pytest.mark.parametrize("end", ["", "-main"])
def test_no_sheet_says_again_what_is_shared(sheet: str, selector: str, end: str) -> None:
    names = [name for name, _ in said_of(f"{selector}{end}", sheet)]
    assert "background" in names
    assert len(names) == len(set(names))


def test_both_places_have_the_same_look() -> None:
    panel, page = dict(said_of(PANEL, styles())), dict(said_of(PAGE, page_styles()))
    assert {name: panel[name] for name in LOOK} == {name: page[name] for name in LOOK}
    assert (panel["min-height"], page["min-height"]) == ("44px", "36px")
