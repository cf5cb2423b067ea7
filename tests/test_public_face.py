"""What a notebook may call: every name works, twice, and none is hidden by a module of the same name."""

import importlib.util

import course_helpers as course
from course_helpers.authoring.notebooks import call_in, read_notebook
from course_helpers.knowledge import load
from tests.each import each
from tests.places import NOTEBOOKS

CALLS = sorted(
    {
        cell.source
        for lesson in load().lessons.values()
        if lesson.ready
        for cell in read_notebook(NOTEBOOKS / lesson.notebook).cells
        if cell.kind == "code"
    }
)


@each("name", course.__all__)
def test_no_module_has_the_name_of_a_call(name: str) -> None:
    """Importing course_helpers.x puts the module in place of a function x: the second call would fail."""
    assert importlib.util.find_spec(f"course_helpers.{name}") is None


@each("source", CALLS)
def test_every_call_of_the_lessons_works_twice(source: str) -> None:
    call = call_in(source)
    assert call is not None
    first, second = (getattr(course, call.name)(*call.arguments) for _ in range(2))
    assert repr(first) == repr(second)
    assert "cannot be shown" not in repr(first)


def test_every_public_call_is_used_by_a_lesson() -> None:
    used = {call.name for source in CALLS if (call := call_in(source))}
    assert set(course.__all__) - used == set()
