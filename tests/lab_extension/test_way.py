"""The way through the course, without a page: neighbours, where a reader was, what an address names."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.knowledge import load
from course_helpers.lab_extension import assemble
from tests.modules import module_of

WAY = Path(assemble.__file__).with_name("way.js")
Decide = Callable[..., Any]
LESSONS = [
    {
        "id": number,
        "title": f"Lesson {number}",
        "notebook": f"{number}_a.ipynb",
        "path": path,
        "sections": [{"id": f"{int(number)}.1", "title": f"{int(number)}.1 One", "heading": f"{int(number)}.1-One"}],
    }
    for number, path in (("00", "everyone"), ("07", "milk"), ("09", "facilitator"), ("10", "appendix"))
]
PLACE = {"cell": "s3-1-01", "above": -40, "section": "7.1"}


@pytest.fixture(scope="module")
def decide(browser: Browser) -> Iterator[Decide]:
    """Calls a function of way.js."""
    page = browser.new_page()
    page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          window.way = await import(url);
        }""",
        module_of(WAY),
    )
    yield lambda name, *arguments: page.evaluate("([n, a]) => window.way[n](...a)", [name, list(arguments)])
    page.close()


@pytest.mark.parametrize(
    ("notebook", "before", "after"),
    [
        ("00_a.ipynb", None, "07"),
        ("07_a.ipynb", "00", "10"),
        ("09_a.ipynb", "07", "10"),
        ("10_a.ipynb", "07", None),
        ("other.ipynb", None, None),
    ],
)
def test_a_lesson_has_its_neighbours_and_a_learner_none_for_facilitators(
    decide: Decide, notebook: str, before: str | None, after: str | None
) -> None:
    around = decide("neighbours", LESSONS, notebook)
    assert [(around.get(side) or {}).get("id") for side in ("before", "after")] == [before, after]


@pytest.mark.parametrize(("line", "section"), [(-1, ""), (0, "a"), (99, "a"), (100, "b"), (5000, "c")])
def test_the_section_is_the_last_one_that_began_above(decide: Decide, line: int, section: str) -> None:
    headings = [{"id": "a", "top": 0}, {"id": "b", "top": 100}, {"id": "c", "top": 300}]
    assert decide("sectionAbove", headings, line) == section


@pytest.mark.parametrize(
    "kept",
    [
        None,
        5,
        "x",
        [],
        {},
        {"cell": "a"},
        {"cell": "", "above": 1},
        {"cell": 7, "above": 1},
        {"cell": "a", "above": "1"},
        {"cell": "a" * 65, "above": 1},
        {"cell": "a", "above": None},
    ],
)
def test_what_a_browser_kept_and_nobody_can_use_is_no_place(decide: Decide, kept: object) -> None:
    assert decide("usablePlace", kept) is None


def test_a_place_without_its_section_is_still_a_place(decide: Decide) -> None:
    assert decide("usablePlace", {"cell": "a", "above": 3, "section": 5}) == {"cell": "a", "above": 3, "section": ""}


@pytest.mark.parametrize("text", [None, "", "{", "[]", "7", "null", '"x"'])
def test_a_store_that_cannot_be_read_is_empty(decide: Decide, text: str | None) -> None:
    assert decide("understoodStore", text) == {}


def test_going_on_names_lesson_and_section(decide: Decide) -> None:
    left = decide("leftOff", LESSONS, {"lesson": "07_a.ipynb", **PLACE})
    assert (left["lesson"]["id"], left["section"]["id"], left["place"]) == ("07", "7.1", PLACE)


@pytest.mark.parametrize(
    ("kept", "lesson"),
    [
        ({"lesson": "07_a.ipynb", **PLACE, "section": "7.9"}, "07"),
        ({"lesson": "gone.ipynb", **PLACE}, None),
        ({"lesson": "07_a.ipynb"}, None),
        ({}, None),
    ],
)
def test_going_on_leads_nowhere_that_is_gone(decide: Decide, kept: object, lesson: str | None) -> None:
    left = decide("leftOff", LESSONS, kept)
    assert (left and left["lesson"]["id"]) == lesson
    assert not (left or {}).get("section")


@pytest.mark.parametrize(
    ("address", "lesson"),
    [
        ("/lab/tree/notebooks/00_a.ipynb", "00_a.ipynb"),
        ("/user/ann/lab/workspaces/w/tree/course/07_a.ipynb", "07_a.ipynb"),
        ("/lab/tree/notebooks/foreign.ipynb", ""),
        ("/lab/tree/notebooks", ""),
        ("/lab", ""),
        ("/lab/tree/constructor.ipynb", ""),
    ],
)
def test_an_address_names_a_lesson_of_the_course_or_none(decide: Decide, address: str, lesson: str) -> None:
    assert decide("lessonInAddress", LESSONS, address) == lesson


@pytest.mark.parametrize(
    ("press", "windows"),
    [
        ({"key": "PageDown"}, 0.9),
        ({"key": " "}, 0.9),
        ({"key": " ", "shiftKey": True}, -0.9),
        ({"key": "PageUp"}, -0.9),
        ({"key": " ", "ctrlKey": True}, 0),
        ({"key": "PageDown", "altKey": True}, 0),
        ({"key": "a"}, 0),
    ],
)
def test_keys_that_turn_pages(decide: Decide, press: object, windows: float) -> None:
    assert decide("windowsToMove", press) == windows


def test_the_doors_of_the_home_are_those_of_lesson_00() -> None:
    doors = assemble.extension_data()["doors"]
    told = [(door.title, door.time, door.about) for door in load().doors.values()]
    assert [(door["title"], door["time"], door["about"]) for door in doors] == told


def test_the_home_knows_every_lesson_that_is_written_and_each_section() -> None:
    known = assemble.extension_data()["lessons"]
    ready = [lesson for lesson in load().lessons.values() if lesson.ready]
    assert [(lesson["id"], lesson["title"], lesson["minutes"]) for lesson in known] == [
        (lesson.id, lesson.title, lesson.minutes) for lesson in ready
    ]
    assert [[section["id"] for section in lesson["sections"]] for lesson in known] == [
        [section.id for section in lesson.sections] for lesson in ready
    ]
