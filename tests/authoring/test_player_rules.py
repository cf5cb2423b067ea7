"""Where a routine is played, the notices stand before it, the stop rule once, and its time is true."""

from dataclasses import replace
from pathlib import Path

import pytest

from course_helpers.authoring.lesson_rules import LESSON_RULES
from course_helpers.authoring.notebooks import Cell, Notebook, read_notebook
from course_helpers.authoring.player_rules import (
    PLAYER_RULES,
    players_begin_with_the_notices,
    times_of_routines_are_true,
)
from course_helpers.knowledge import load
from tests.places import NOTEBOOKS

RELAX = load().lessons["06"]
NOTICES, STOP_RULE, PLAYER = "notices()", "stop_rule()", 'play_routine("relax")'


def lesson_of(*parts: str) -> Notebook:
    """A lesson of headings, text and calls; a part that ends in a bracket is a call."""
    cells = [
        Cell(f"c{n}", "code", f"import course_helpers as course\n\ncourse.{part}", (), (), {}, n)
        if part.endswith(")")
        else Cell(f"c{n}", "markdown", part, (), (), {}, n)
        for n, part in enumerate(parts, 1)
    ]
    return Notebook(Path("06.ipynb"), "", {}, tuple(cells))


def said(notebook: Notebook) -> list[str]:
    return [problem.what for problem in players_begin_with_the_notices(notebook, RELAX, load())]


def test_every_lesson_with_a_player_keeps_these_rules() -> None:
    assert set(PLAYER_RULES) <= set(LESSON_RULES)
    played = 0
    for lesson in load().lessons.values():
        if not lesson.ready:
            continue
        notebook = read_notebook(NOTEBOOKS / lesson.notebook)
        played += "course.play_routine" in "".join(cell.source for cell in notebook.cells)
        assert [problem for rule in PLAYER_RULES for problem in rule(notebook, lesson, load())] == []
    assert played == 2


def test_a_player_without_its_notices_is_found_in_the_real_lesson() -> None:
    notebook = read_notebook(NOTEBOOKS / RELAX.notebook)
    without = replace(notebook, cells=tuple(cell for cell in notebook.cells if "course.notices()" not in cell.source))
    assert said(without) == ["A player without the notices before it."]


@pytest.mark.parametrize(
    "parts",
    [
        ("## 6.4 Watch", PLAYER, NOTICES),
        ("## 6.3 Steps", NOTICES, "## 6.4 Watch", PLAYER),
        ("## 6.4 Watch", NOTICES, NOTICES, PLAYER),
        ("## 6.4 Watch", "### Before", "words", PLAYER),
    ],
)
def test_notices_that_come_late_twice_or_in_another_section_do_not_count(parts: tuple[str, ...]) -> None:
    assert said(lesson_of(*parts)) == ["A player without the notices before it."]


def test_two_players_of_a_section_share_the_notices_and_the_stop_rule_is_theirs() -> None:
    assert said(lesson_of(STOP_RULE, "## 6.4 Watch", NOTICES, "### One", PLAYER, "### Two", PLAYER)) == []
    (twice,) = said(lesson_of("## 6.4 Watch", NOTICES, STOP_RULE, PLAYER))
    assert "stands twice" in twice


def test_a_time_that_no_routine_has_is_found() -> None:
    true = lesson_of("It takes 7 minutes and 50 seconds.", PLAYER)
    assert not list(times_of_routines_are_true(true, RELAX, load()))
    (problem,) = times_of_routines_are_true(lesson_of("It takes 6 minutes and 50 seconds.", PLAYER), RELAX, load())
    assert "6 minutes and 50 seconds" in problem.what
    assert not list(times_of_routines_are_true(lesson_of("It takes 6 minutes and 50 seconds."), RELAX, load()))
