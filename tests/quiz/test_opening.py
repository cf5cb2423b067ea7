"""Where a learner goes who has reached the goal of a quiz, and what a shut door leads to."""

import json
from collections.abc import Iterator

import pytest

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_with
from course_helpers.quiz.opening import OPENED_BY, onward, what_opens
from course_helpers.record import open_record
from tests.places import NOTEBOOKS
from tests.player.mastered import master

pytestmark = pytest.mark.usefixtures("own_record")
WORDS = load().strings


def led_to(quiz: str) -> list[str]:
    """The words on the doors after this quiz."""
    return [door["text"] for door in onward(load().quizzes[quiz])]


@pytest.mark.parametrize("quiz", ["seven", "safety"])
def test_what_opens_the_quiet_routine_leads_to_it(quiz: str) -> None:
    master(open_record(), quiz)
    assert led_to(quiz) == [WORDS.quiz.practise_now]


def test_a_quiz_that_opens_only_a_part_leads_to_what_is_missing() -> None:
    master(open_record(), "milk")
    assert led_to("milk") == [WORDS.player.door_seven]
    master(open_record(), "seven")
    assert led_to("milk") == [WORDS.quiz.practise_now]
    assert [door["lesson"] for door in onward(load().quizzes["milk"])] == ["07_gentle_help_with_milk.ipynb"]


def test_every_door_says_how_long_it_takes() -> None:
    needs = tuple({need for routine in load().routines.values() for need in routine.head.needs})
    doors = what_opens(needs)
    assert [door["place"]["text"] for door in doors] == [WORDS.player.door_seven, WORDS.player.door_milk]
    assert all("minutes" in door["text"] for door in doors)


def calls_in(section_id: str) -> Iterator[tuple[str, ...]]:
    """The calls of the section, each with its words."""
    lesson, section = section_with(section_id)
    inside = False
    for cell in json.loads((NOTEBOOKS / lesson.notebook).read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and "\n## " in f"\n{text}":
            inside = f"## {section.id} {section.heading}" in text
        elif inside:
            yield tuple(text.rpartition("course.")[2].rstrip(")").split("("))


def test_the_doors_lead_to_sections_that_have_the_quiz_and_the_player() -> None:
    for quiz, section in OPENED_BY.items():
        assert ("take_quiz", f'"{quiz}"') in [*calls_in(section)]
    for name, routine in load().routines.items():
        assert ("play_routine", f'"{name}"') in [*calls_in(routine.head.practised_in)]
