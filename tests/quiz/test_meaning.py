"""B16: questions whose key a careful reader could argue with, read for what they mean."""

import re

import pytest

from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item

CALLED_LESS_LIKELY = re.compile(r"\b(?:lower|less likely)\b", re.IGNORECASE)


def decided(item: Item, number: int) -> tuple[str, str]:
    """The right answer of a decision, counted from 1, and its reason."""
    [right] = [option for option in item.decisions[number - 1].options if option.right]
    return right.text, right.why


def test_b16_a_normal_mammogram_makes_cancer_less_likely_for_a_while_and_rules_nothing_out() -> None:
    text, why = decided(load().items["SC5-C"], 3)
    assert "less likely for a while" in text
    assert "never ruled out" in text
    for share in ("a third", "half", "four fifths"):
        assert share in why
    assert "today or the next working day" in decided(load().items["SC5-C"], 2)[0]


def test_b16_no_question_calls_it_wrong_that_the_chance_is_lower_after_a_normal_mammogram() -> None:
    about = [item for item in load().items.values() if "mammogram" in item.stem.lower()]
    assert about
    for item in about:
        options = [*item.options, *(option for decision in item.decisions for option in decision.options)]
        assert not [option.text for option in options if not option.right and CALLED_LESS_LIKELY.search(option.text)]


def test_b16_a_hot_sore_part_without_milk_is_for_today_whether_or_not_there_is_diabetes() -> None:
    item = load().items["SC2-A"]
    [right] = [option for option in item.options if option.right]
    assert "makes no milk" in item.hint
    assert "diabetes" not in item.hint.lower()
    assert "does not make milk" in item.stem
    assert "today" in right.text
    assert load().tier_rows["T1-hot"].how_soon.startswith("Today")


def test_b16_two_leaflets_are_explained_without_blame_and_the_sore_breast_has_its_two_clocks() -> None:
    item = load().items["K14-C"]
    text, why = decided(item, 1)
    assert "many experts" in text
    assert "Not every expert agrees" in why
    text, why = decided(item, 2)
    assert text.startswith("No massage there")
    assert why.index("Worse: call") < why.index("Not clearly better in 24 hours") < why.index("Fever or ill")
    touched = [option for option in item.decisions[1].options if "strokes" in option.text]
    assert touched
    assert not any(option.right for option in touched)


@pytest.mark.parametrize("item_id", ["SC2-A", "SC5-C", "K14-C"])
def test_b16_each_has_one_right_answer_a_decision(item_id: str) -> None:
    item = load().items[item_id]
    for options in [item.options, *(decision.options for decision in item.decisions)]:
        assert not options or sum(option.right for option in options) == 1
