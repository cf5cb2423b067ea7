"""Which questions a round asks, and what counts as mastered."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from course_helpers.knowledge import load
from course_helpers.quiz.mastery import (
    GradedAnswer,
    RoundResult,
    before_and_after,
    calibration,
    missed_first_what_was_sure,
    standing,
)
from course_helpers.quiz.sampling import draw, draw_retry
from tests.each import each
from tests.quiz.invented_bank import BANK, PLAN

ITEMS = tuple(BANK.values())
OBJECTIVES = ("SC1", "SC2", "K1", "K2", "K3", "K4", "K5")


def answered(objective: str, *, right: bool, confidence: int | None = None, letter: str = "A") -> GradedAnswer:
    return GradedAnswer(f"{objective}-{letter}", objective, right, confidence)


def one_round(*answers: GradedAnswer, unanswered: tuple[str, ...] = ()) -> RoundResult:
    return RoundResult(Counter([*(a.objective for a in answers), *unanswered]), answers)


@settings(deadline=None)
@given(seed=st.integers(0, 2**31), asked=st.lists(st.sampled_from(sorted(BANK)), max_size=30), twins=st.booleans())
def test_every_round_asks_what_its_plan_says(seed: int, asked: list[str], twins: bool) -> None:
    drawn = draw(PLAN, ITEMS, seed, asked, twins=twins)
    assert len(set(drawn)) == len(drawn)
    assert Counter(BANK[name].objective for name in drawn) == {"SC1": 1, "SC2": 2} | {f"K{n}": 1 for n in range(1, 6)}
    assert [BANK[name].objective.startswith("SC") for name in drawn] == [True] * 3 + [False] * 5


REAL = tuple(load().items.values())
SHORT = load().quizzes["seven"]


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**31), asked=st.lists(st.sampled_from([item.id for item in REAL]), max_size=20))
def test_the_seven_are_single_questions_whatever_was_asked_before(seed: int, asked: list[str]) -> None:
    drawn = draw(SHORT, REAL, seed, asked, twins=not asked)
    assert [load().items[name].kind for name in drawn] == ["single"] * 7
    assert all(load().items[name].figure is None for name in drawn)


@each("item", [item.id for item in REAL if item.objective in SHORT.objectives])
def test_a_missed_one_of_the_seven_is_followed_by_another_single_question(item: str) -> None:
    (following,) = draw_retry([item], REAL, 3, [item], alone=True)
    assert following != item
    assert load().items[following].stands_alone
    assert load().items[following].objective == load().items[item].objective


@given(seed=st.integers(0, 2**31))
def test_the_same_seed_draws_the_same_round(seed: int) -> None:
    assert draw(PLAN, ITEMS, seed, [], twins=True) == draw(PLAN, reversed(ITEMS), seed, [], twins=True)


def test_other_seeds_draw_other_rounds() -> None:
    assert len({draw(PLAN, ITEMS, seed, [], twins=False) for seed in range(40)}) > 10


@given(seed=st.integers(0, 2**31))
def test_the_first_round_asks_the_partners_of_the_warm_up(seed: int) -> None:
    """L12: before and after are different questions on the same point."""
    assert "SC2-W" in draw(PLAN, ITEMS, seed, [], twins=True)


@given(seed=st.integers(0, 2**31))
def test_a_retry_asks_new_variants_first(seed: int) -> None:
    """L10: never the same question while there is another."""
    asked = ["SC1-A", "SC1-B"]
    assert draw_retry(["SC1-B"], ITEMS, seed, asked) == ("SC1-C",)
    everything = [*asked, "SC1-C"]
    assert draw_retry(["SC1-C"], ITEMS, seed, everything) == ("SC1-A",)  # all known: the oldest comes back
    assert len(set(draw_retry(["SC2-A", "SC2-B"], ITEMS, seed, ["SC2-A", "SC2-B"]))) == 2


def test_a_retry_passes_over_items_that_are_gone() -> None:
    assert draw_retry(["SC9-Z"], ITEMS, 1, []) == ()


def test_safety_needs_everything_right_on_the_latest_attempt() -> None:
    """L10."""
    right = [answered(name, right=True) for name in OBJECTIVES]
    assert standing(OBJECTIVES, [one_round(*right)]).mastered
    spoiled = [one_round(*right), one_round(answered("SC2", right=False, letter="B"))]
    assert not standing(OBJECTIVES, spoiled).safety_mastered
    again = [*spoiled, one_round(answered("SC2", right=True, letter="D"))]
    assert standing(OBJECTIVES, again).mastered


def test_one_of_two_right_is_not_right() -> None:
    mixed = one_round(answered("SC2", right=True), answered("SC2", right=False, letter="B"))
    assert standing(OBJECTIVES, [mixed]).status["SC2"] == "missed"
    half = one_round(answered("SC2", right=True), unanswered=("SC2",))
    assert standing(OBJECTIVES, [half]).status["SC2"] == "open"


def test_four_in_five_of_the_rest_are_enough_and_three_are_not() -> None:
    """L10: the 80 % boundary, exactly."""
    for wrong, enough in ((0, True), (1, True), (2, False)):
        rest = [answered(f"K{n}", right=n > wrong) for n in range(1, 6)]
        found = standing(OBJECTIVES, [one_round(answered("SC1", right=True), answered("SC2", right=True), *rest)])
        assert found.mastered is enough
        assert (found.rest_right, found.rest_asked, found.rest_needed) == (5 - wrong, 5, 4)


def test_nothing_answered_masters_nothing() -> None:
    found = standing(OBJECTIVES, [])
    assert set(found.status.values()) == {"open"}
    assert not found.mastered


def test_sure_and_wrong_comes_back_first() -> None:
    """L9."""
    answers = [
        answered("K1", right=False, confidence=1),
        answered("K2", right=False),
        answered("K3", right=True, confidence=3),
        answered("K4", right=False, confidence=3),
    ]
    assert missed_first_what_was_sure(answers) == ["K4-A", "K2-A", "K1-A"]


def test_confidence_is_shown_as_counts() -> None:
    """L8: no marks, no minus."""
    answers = [
        answered("K1", right=True, confidence=3),
        answered("K2", right=False, confidence=3),
        answered("K3", right=True, confidence=1),
        answered("K4", right=True),
    ]
    assert calibration(answers) == {"sure_right": 1, "sure_wrong": 1, "unsure_right": 1, "told": 3}


def test_before_and_after_count_pairs_only() -> None:
    """L12: a guess without its partner, and a partner without a guess, count for nothing."""
    assert before_and_after({"w1": True, "w2": False, "w3": True}, {"w1": True, "w2": True, "w4": True}) == (1, 2, 2)


def test_each_quiz_of_the_course_can_be_drawn_many_times() -> None:
    knowledge = load()
    bank = tuple(knowledge.items.values())
    for plan in knowledge.quizzes.values():
        asked: list[str] = []
        for seed in range(30):
            drawn = draw(plan, bank, seed, asked, twins=seed == 0)
            assert len(set(drawn)) == sum(entry.items for part in plan.parts for entry in part.draws)
            asked += drawn
        of_plan = {item.id for item in bank if item.objective in plan.objectives}
        short = {item.id for item in bank if item.stands_alone}
        assert set(asked) == (of_plan & short if plan.until_right else of_plan)
