"""Looking and feeling: every step and every fact is shown, and its section's fold has the sources and our choices."""

from html import escape
from typing import Any

import pytest

import course_helpers as course
from course_helpers.document import Card
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Section
from course_helpers.locale import localised

STEPS = load().self_exam_steps
FACTS = load().self_exam_facts
SECTIONS = [section for lesson in load().lessons.values() for section in lesson.sections]
CHOICE = "Course choice"
PARTS = ["honest-position", "when", "usual", "before-you-press", "report-numbers"]


def fold_of(sections: list[Section]) -> str:
    """The fold of the only section that shows something."""
    [section] = sections
    return str(course.look_closer(section.id)._repr_html_())


def checking(part: str) -> str:
    return fold_of([section for section in SECTIONS if part in section.self_exam])


@pytest.mark.parametrize("part", ["look", "feel"])
def test_every_step_is_a_card_and_the_fold_has_its_sources(part: str) -> None:
    cards = course.self_exam_steps(part).blocks
    steps = [step for step in STEPS.values() if step.id.startswith(part)]
    assert [card.title for card in cards if isinstance(card, Card)] == [step.title for step in steps]
    for step in steps:
        assert escape(localised(step.how)) in course.self_exam_steps(part)._repr_html_()
        assert all(escape(load().references[reference].citation) in checking(part) for reference in step.references)


@pytest.mark.parametrize("step_id", sorted(STEPS))
def test_a_reason_and_a_choice_of_ours_stand_beside_the_name_of_their_step(step_id: str) -> None:
    part, number = step_id.split("-")
    step = STEPS[step_id]
    assert f"Step {number} of " in course.self_exam_steps(part, int(number), int(number))._repr_markdown_()
    fold = checking(part)
    named = f"<strong>{escape(step.title)}:</strong>"
    assert (named in fold) == bool(step.why or step.course_choice)
    told = fold.partition(named)[2].partition("</li>")[0]
    assert escape(localised(step.why)) in told
    assert escape(localised(step.course_choice)) in told
    assert (CHOICE in told) == bool(step.course_choice)


def test_some_steps_can_be_shown_by_themselves() -> None:
    shown = course.self_exam_steps("feel", 2, 3)
    assert [card.title for card in shown.blocks if isinstance(card, Card)] == [
        STEPS["feel-2"].title,
        STEPS["feel-3"].title,
    ]
    assert repr(shown) == "Steps of “feel”: 2 to 3 of 8"


def test_firm_pressure_is_for_checking_only() -> None:
    assert "never for massage" in course.self_exam_steps("feel", 4, 4)._repr_html_()


@pytest.mark.parametrize("part", PARTS)
def test_every_fact_stands_in_the_fold_of_one_section_with_its_sources_and_our_choice(part: str) -> None:
    fold = fold_of([section for section in SECTIONS if part in section.facts])
    for fact in (fact for fact in FACTS.values() if fact.part == part):
        told = fold.partition(escape(localised(fact.text)))[2].partition("</li>")[0]
        assert escape(localised(fact.text)) in fold
        assert escape(localised(fact.course_choice)) in told
        assert (CHOICE in told) == bool(fact.course_choice)
        assert all(escape(load().references[reference].citation) in fold for reference in fact.references)
    assert "{" not in fold


@pytest.mark.parametrize("part", ["usual", "before-you-press"])
def test_a_card_of_facts_tells_each_of_them_in_sight(part: str) -> None:
    shown = course.self_exam_facts(part)._repr_html_()
    assert "<details" not in shown
    for fact in (fact for fact in FACTS.values() if fact.part == part):
        assert escape(localised(fact.text)) in shown


@pytest.mark.parametrize("call", [("smell",), ("feel", 9)])
def test_a_wrong_part_is_a_sentence_not_a_traceback(call: tuple[Any, ...]) -> None:
    assert repr(course.self_exam_steps(*call)) == FALLBACK_TITLE


def test_a_wrong_part_of_the_facts_is_a_sentence_too() -> None:
    assert repr(course.self_exam_facts("never")) == FALLBACK_TITLE
