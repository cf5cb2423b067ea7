"""Looking and feeling: every step and every fact is shown, with its sources, and our own choices are named."""

from typing import Any

import pytest

import course_helpers as course
from course_helpers.document import Card
from course_helpers.knowledge import load
from course_helpers.shown import FALLBACK_TITLE

STEPS = load().self_exam_steps
FACTS = load().self_exam_facts
CHOICE = "Course choice"


@pytest.mark.parametrize("part", ["look", "feel"])
def test_every_step_is_a_card_with_its_sources(part: str) -> None:
    cards = course.self_exam_steps(part).blocks
    steps = [step for step in STEPS.values() if step.id.startswith(part)]
    assert [card.title for card in cards if isinstance(card, Card)] == [step.title for step in steps]
    shown = course.self_exam_steps(part)._repr_markdown_()
    for step in steps:
        assert all(reference in shown for reference in step.references)


@pytest.mark.parametrize("step_id", sorted(STEPS))
def test_a_choice_of_ours_is_named_on_its_own_step(step_id: str) -> None:
    part, number = step_id.split("-")
    shown = course.self_exam_steps(part, int(number), int(number))._repr_markdown_()
    assert (CHOICE in shown) == bool(STEPS[step_id].course_choice)
    assert f"Step {number} of " in shown


def test_some_steps_can_be_shown_by_themselves() -> None:
    shown = course.self_exam_steps("feel", 2, 3)
    assert [card.title for card in shown.blocks if isinstance(card, Card)] == [
        STEPS["feel-2"].title,
        STEPS["feel-3"].title,
    ]
    assert repr(shown) == "Steps of “feel”: 2 to 3 of 8"


def test_firm_pressure_is_for_checking_only() -> None:
    assert "never for massage" in course.self_exam_steps("feel", 4, 4)._repr_html_()


@pytest.mark.parametrize("part", ["honest-position", "when", "usual", "before-you-press", "report-numbers"])
def test_every_fact_is_shown_with_its_references(part: str) -> None:
    shown = course.self_exam_facts(part)._repr_markdown_()
    facts = [fact for fact in FACTS.values() if fact.part == part]
    for fact in facts:
        assert f"[{', '.join(fact.references)}]" in shown.replace("\\", "")
    assert shown.count(CHOICE) == sum(bool(fact.course_choice) for fact in facts)
    assert "{" not in shown


def test_a_long_list_is_folded_and_a_short_one_is_not() -> None:
    assert course.self_exam_facts("honest-position")._repr_html_().count("<details") == 2
    assert course.self_exam_facts("usual")._repr_html_().count("<details") == 1


@pytest.mark.parametrize("call", [("smell",), ("feel", 9)])
def test_a_wrong_part_is_a_sentence_not_a_traceback(call: tuple[Any, ...]) -> None:
    assert repr(course.self_exam_steps(*call)) == FALLBACK_TITLE


def test_a_wrong_part_of_the_facts_is_a_sentence_too() -> None:
    assert repr(course.self_exam_facts("never")) == FALLBACK_TITLE
