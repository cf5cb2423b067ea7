"""What all style sheets of the course keep to, because every page of JupyterLab pays for it."""

import re
from pathlib import Path

import pytest

import course_helpers

SHEETS = sorted(Path(course_helpers.__file__).parent.rglob("*.css"))
SELECTORS = re.compile(r"(?:^|[{};])\s*([^{};@]*:has\([^{};]*)\{")
SPACED = re.compile(r"\s*([>+~,\s])\s*")


def parts(selector: str) -> list[str]:
    """The compounds of a selector; what stands inside brackets stays whole."""
    found, depth = [""], 0
    for sign in SPACED.sub(r"\1", selector.strip()):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and sign in " >+~":
            found.append("")
        else:
            found[-1] += sign
    return found


def alternatives(selectors: str) -> list[str]:
    """The selectors of a rule, one by one."""
    return re.split(r",(?![^(]*\))", selectors)


def test_a_style_that_asks_with_has_is_for_the_element_that_it_asks() -> None:
    """A style for something inside it has the browser look anew at all such things of the page at each change.

    One rule for the buttons of a bar with a way back had 44 elements worked out again for each word that was added
    anywhere; ``html:has`` does the same. A class says it without that.
    """
    found = asking(SHEETS)
    assert len(found) > 10
    assert [selector for selector in found if is_for_something_else(selector)] == []


def asking(sheets: list[Path]) -> list[str]:
    """Each selector with ``:has``."""
    texts = [re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL) for sheet in sheets]
    rules = [rule for text in texts for rule in SELECTORS.findall(text)]
    return [one.strip() for rule in rules for one in alternatives(rule) if ":has(" in one]


def is_for_something_else(selector: str) -> bool:
    """Whether it gives a style to another element than the one that it asks, or asks the whole page."""
    *outer, subject = parts(selector)
    return any(":has(" in part for part in outer) or bool(re.match(r"html|body|:root", subject))


@pytest.mark.parametrize(
    "selector",
    [
        "html:has(.course-print)",
        "body:has(> .course-print) > :not(.course-print)",
        ".course-bar:has(.course-bar-back:not([hidden])) .course-button",
        "figure:has(> .course-larger)>img",
    ],
)
def test_what_the_browser_would_look_through_the_page_for_is_noticed(selector: str) -> None:
    assert is_for_something_else(selector)
    assert not is_for_something_else(".course-lesson .jp-Notebook .jp-Cell:has(> .course-player)")
