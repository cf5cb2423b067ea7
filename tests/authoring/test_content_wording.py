"""Wording rules for the content, and the warnings that never fail a run."""

import datetime
from dataclasses import replace

import msgspec
import pytest

from course_helpers.authoring.content_wording import wording_problems
from course_helpers.commands import check
from course_helpers.knowledge import CONTENT, load
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.located import Located
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.rules import RULES
from course_helpers.knowledge.safety import CareCard
from course_helpers.knowledge.urgency import nobody_is_urged_on_through_pain


def located_with(kind: type, field: str, text: str) -> list[Located]:
    """The first record of a kind, with one field changed."""
    item = next(item for item in read_all(CONTENT)[0] if isinstance(item.record, kind))
    return [replace(item, record=msgspec.structs.replace(item.record, **{field: text}))]


@pytest.mark.parametrize("text", ["Push through the sting.", "No pain, no gain.", "Ignore any pain."])
def test_urging_on_through_pain_is_found(text: str) -> None:
    """S18: no cue text urges anyone on through pain."""
    (found,) = nobody_is_urged_on_through_pain(located_with(CareCard, "say", text))
    assert "through pain" in str(found)
    assert nobody_is_urged_on_through_pain in RULES


def test_an_avoided_term_may_stand_only_where_the_sheet_speaks() -> None:
    text = "Massage detoxes the breast."
    assert list(wording_problems(located_with(Claim, "source_says", text), load())) == []
    assert list(wording_problems(located_with(Claim, "what_to_do", text), load()))


@pytest.mark.parametrize("text", ["Keep your screening appointments.", "It feels thorough, so it tempts."])
def test_nobody_is_ordered_to_screening_or_blamed_for_an_answer(text: str) -> None:
    assert list(wording_problems(located_with(Claim, "what_to_do", text), load()))


def somebody_calls(text: str) -> list[str]:
    """What the rule says about somebody else before a {word} of a place."""
    problems = map(str, wording_problems(located_with(CareCard, "say", text), load()))
    return [problem for problem in problems if "someone else calls" in problem]


@pytest.mark.parametrize(
    "text",
    [
        "She calls {family_doctor} today.",
        "If it grows: he rests, and rings {midwife}.",
        "She phones her clinic or {maternity_unit}.",
    ],
)
def test_nobody_else_calls_the_readers_own_doctor(text: str) -> None:
    """A place word begins with “your”, so it follows a command and never “she calls”."""
    assert somebody_calls(text)


@pytest.mark.parametrize(
    "text", ["Call {family_doctor} today.", "She feels ill: call {midwife}.", "He rests. Ring {family_doctor}."]
)
def test_a_command_may_name_the_readers_own_doctor(text: str) -> None:
    assert somebody_calls(text) == []


def test_an_overdue_review_only_warns() -> None:
    due = load().review.review_by
    assert not any("due by" in text for text in check.warnings(due))
    assert any("due by" in text for text in check.warnings(due + datetime.timedelta(days=1)))


def test_a_missing_signature_is_said() -> None:
    assert any("no clinician" in text for text in check.warnings(load().review.checked_on))
