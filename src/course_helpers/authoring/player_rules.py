"""Where a routine is played: the notices stand before it, the stop rule stands once, and its time is told truly."""

import re
from collections.abc import Iterator

from course_helpers.authoring.notebooks import HEADING, Cell, Notebook, call_in
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.routines import seconds_of

TIME = re.compile(r"\b(\d+) minutes and (\d+) seconds\b")


def players_begin_with_the_notices(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """In a section with a player the notices stand once, before it; the player itself brings the stop rule."""
    for cells in _sections(notebook):
        names = [call.name if (call := call_in(cell.source)) else "" for cell in cells]
        if "play_routine" not in names:
            continue
        first = names.index("play_routine")
        if names.count("notices") != 1 or "notices" not in names[:first]:
            remedy = "Put course.notices() once into this section, before its first player."
            yield notebook.problem(cells[first], "A player without the notices before it.", remedy)
        if "stop_rule" in names:
            what = "The stop rule stands twice: the player shows it before anybody can begin."
            yield notebook.problem(cells[names.index("stop_rule")], what, "Leave this one out.")


def times_of_routines_are_true(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A time in minutes and seconds that a lesson with a player tells is one of its routines' times."""
    played = {str(call.arguments[0]) for _, call in notebook.calls() if call and call.name == "play_routine"}
    texts = [text for name, text in knowledge.routines.items() if name in played]
    known = {seconds_of(text.steps, usual=usual) for text in texts for usual in (True, False)}
    for cell in notebook.prose() if played else ():
        for minutes, seconds in TIME.findall(cell.source):
            if int(minutes) * 60 + int(seconds) not in known:
                what = f"No routine of this lesson lasts {minutes} minutes and {seconds} seconds."
                yield notebook.problem(cell, what, "Tell the time that its steps add up to.")


def _sections(notebook: Notebook) -> Iterator[list[Cell]]:
    """The cells from one heading of level 2 to the next."""
    cells: list[Cell] = []
    for cell in notebook.cells:
        if cell.kind == "markdown" and any(marks == "##" for marks, _ in HEADING.findall(cell.source)):
            yield cells
            cells = []
        cells.append(cell)
    yield cells


PLAYER_RULES = (players_begin_with_the_notices, times_of_routines_are_true)
