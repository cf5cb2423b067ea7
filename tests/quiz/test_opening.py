"""Where a learner goes who has reached the goal of a quiz, and what a shut door leads to."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_with
from course_helpers.quiz import latest_statuses, quiz_session
from course_helpers.quiz.opening import OPENED_BY, after_round, what_opens
from course_helpers.record import open_record
from tests.places import NOTEBOOKS
from tests.player.mastered import master
from tests.quiz.test_session import Learner
from tests.quiz.test_until_right import miss

pytestmark = pytest.mark.usefixtures("own_record")
WORDS = load().strings


def led_to(quiz: str) -> list[str]:
    """The words on the doors after this quiz."""
    return [door["text"] for door in at_the_end_of(quiz)["onward"]]


def at_the_end_of(quiz: str, *, done: bool = True) -> dict[str, Any]:
    """The last page of a quiz whose goal is reached or not."""
    mastery = {"done": done, "text": WORDS.quiz.mastered_all if done else WORDS.quiz.not_yet}
    return {"mastery": mastery} | after_round(load().quizzes[quiz], mastery)


def miss_one_of_the_seven() -> None:
    """Begin the long quiz, which asks for other points too, and answer wrongly until one of the seven is missed."""
    learner = Learner(quiz_session("safety"))
    learner.press("begin")
    miss(learner)
    needs = load().routines["relax"].head.needs
    while "missed" not in latest_statuses(needs).values():
        learner.press("next")
        miss(learner)


@pytest.mark.parametrize("quiz", ["seven", "safety"])
def test_what_opens_the_quiet_routine_leads_to_it(quiz: str) -> None:
    master(open_record(), quiz)
    assert led_to(quiz) == [WORDS.quiz.practise_now]


def test_a_quiz_that_opens_only_a_part_leads_to_what_is_missing() -> None:
    master(open_record(), "milk")
    assert led_to("milk") == [WORDS.player.door_seven]
    master(open_record(), "seven")
    assert led_to("milk") == [WORDS.quiz.practise_now]
    assert [door["lesson"] for door in at_the_end_of("milk")["onward"]] == ["07_gentle_help_with_milk.ipynb"]


def test_every_door_says_how_long_it_takes() -> None:
    needs = tuple({need for routine in load().routines.values() for need in routine.head.needs})
    doors = what_opens(dict.fromkeys(needs, "open"))
    assert [door["place"]["text"] for door in doors] == [WORDS.player.door_seven, WORDS.player.door_milk]
    assert all("minutes" in door["text"] for door in doors)


def test_one_miss_later_shuts_the_way_and_every_page_says_so() -> None:
    """Neither the old summary nor the player speaks as if nothing had been answered, or as if the way were open."""
    master(open_record(), "seven")
    assert at_the_end_of("seven")["mastery"]["text"] == WORDS.quiz.mastered_all
    miss_one_of_the_seven()
    [door] = what_opens(latest_statuses(load().routines["relax"].head.needs))
    assert door["text"] == f"{WORDS.player.missed} {WORDS.player.missing_seven}"
    old = at_the_end_of("seven")
    assert old["mastery"]["text"] == f"{WORDS.quiz.mastered_waits} {door['text']}"
    assert old["onward"] == [], "the same quiz begins anew on this page"
    assert at_the_end_of("safety", done=False)["mastery"]["text"].endswith(WORDS.quiz.practice_waits)


def test_who_has_points_never_asked_is_told_of_no_miss() -> None:
    miss_one_of_the_seven()
    [door] = what_opens(latest_statuses(load().routines["relax"].head.needs))
    assert door["text"] == WORDS.player.missing_seven


def test_a_quiz_missed_where_nothing_is_shut_says_nothing_of_practice() -> None:
    master(open_record(), "seven")
    assert at_the_end_of("relax", done=False)["mastery"]["text"] == WORDS.quiz.not_yet


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
