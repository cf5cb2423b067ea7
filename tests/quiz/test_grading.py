"""Grading is set equality: nothing ticked is no answer, everything ticked is no right answer."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_helpers.knowledge.questions import Question
from course_helpers.quiz.grading import ResponseRefused, grade, key, sizes
from course_helpers.quiz.option_order import from_page, layout, to_page
from tests.quiz.invented_bank import BANK, item

QUESTIONS = st.sampled_from([item("K1-X"), item("K1-M", "multiple", (1, 3)), BANK["SC2-C"], item("K1-O", "order")])


@pytest.mark.parametrize("right", [chosen for size in (1, 2, 3) for chosen in combinations(range(4), size)])
def test_several_choices_are_right_only_as_the_whole_set(right: tuple[int, ...]) -> None:
    """L4, L15: every subset of four options against every key; everything ticked fails."""
    question = item("K1-M", "multiple", right)
    for size in range(1, 5):
        for chosen in permutations(range(4), size):
            assert (grade(question, (chosen,)).verdict == "right") == (set(chosen) == set(right))


def test_nothing_ticked_is_not_answered_and_no_mark() -> None:
    assert grade(item("K1-M", "multiple", (0,)), ((),)).verdict == "not_answered"
    assert grade(BANK["SC2-C"], ((0,), ())).verdict == "not_answered"


def test_an_order_is_right_in_one_order_only() -> None:
    question = item("K1-O", "order")
    verdicts = [grade(question, (order,)).verdict for order in permutations(range(4))]
    assert verdicts.count("right") == 1
    assert grade(question, ((0, 1, 2, 3),)).verdict == "right"


def test_a_scenario_needs_all_its_decisions() -> None:
    scenario = BANK["SC2-C"]
    assert grade(scenario, ((0,), (1,))).verdict == "right"
    half = grade(scenario, ((0,), (0,)))
    assert (half.verdict, half.parts) == ("wrong", (True, False))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (item("K1-X"), ((4,),)),
        (item("K1-X"), ((-1,),)),
        (item("K1-X"), ((0, 1),)),
        (item("K1-X"), ()),
        (item("K1-X"), ((0,), (0,))),
        (item("K1-M", "multiple", (0, 1)), ((0, 0),)),
        (item("K1-O", "order"), ((0, 1),)),
        (item("K1-O", "order"), ((0, 1, 2, 2),)),
    ],
)
def test_answers_that_no_page_can_give_are_refused(question: Question, answer: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ResponseRefused):
        grade(question, answer)


@given(question=QUESTIONS, seed=st.integers(0, 2**31))
def test_the_key_is_right_wherever_the_options_stand(question: Question, seed: int) -> None:
    """L15: the page's places and the file's numbers belong together for every seed."""
    shown = layout(question, seed)
    assert [sorted(places) for places in shown] == [list(range(size)) for size in sizes(question)]
    on_page = to_page(shown, key(question))
    assert from_page(shown, on_page) == key(question)
    assert grade(question, from_page(shown, on_page)).verdict == "right"


@given(question=QUESTIONS, answer=st.lists(st.lists(st.integers(-2, 6), max_size=5), max_size=3))
def test_any_answer_is_graded_or_refused(question: Question, answer: list[list[int]]) -> None:
    try:
        verdict = grade(question, from_page(layout(question, 7), answer)).verdict
    except ResponseRefused:
        return
    assert verdict in {"right", "wrong", "not_answered"}


@given(seed=st.integers(0, 2**31))
def test_steps_never_stand_in_their_right_order(seed: int) -> None:
    """An untouched order could otherwise be right without a thought."""
    assert layout(item("K1-O", "order"), seed) != ((0, 1, 2, 3),)


def test_the_same_seed_gives_the_same_page_and_others_differ() -> None:
    question = item("K1-M", "multiple", (0, 1))
    assert len({layout(question, seed) for seed in range(50)}) > 5
    assert layout(question, 3) == layout(question, 3)


def test_an_order_that_means_something_stays() -> None:
    question = item("K1-F", fixed_order=True)
    assert {layout(question, seed) for seed in range(20)} == {((0, 1, 2, 3),)}


@pytest.mark.parametrize("answer", [[["a"]], [[None]], [[1.5]], [[True]], ["x"], [[9]], [[-1]], None, 3])
def test_what_is_no_answer_is_refused(answer: object) -> None:
    with pytest.raises(ResponseRefused):
        from_page(layout(item("K1-X"), 1), answer)  # type: ignore[arg-type]
