"""The short way: a question for each safety point, asked until it is right, and what that opens."""

import msgspec

from course_helpers.knowledge import load
from course_helpers.quiz import quiz_session, still_missing
from course_helpers.quiz.grading import choices, key
from course_helpers.quiz.mastery import GradedAnswer, RoundResult, latest_status
from course_helpers.quiz.option_order import to_page
from course_helpers.quiz.session import Session
from course_helpers.quiz.view_model import page
from course_helpers.record import Record
from tests.player.mastered import master
from tests.quiz.invented_bank import BANK, PLAN
from tests.quiz.test_session import Learner
from tests.record.clock import Clock

SEVEN = ("SC1", "SC2", "SC4", "SC5", "SC6", "SC7", "SC8")


def until_right(record: Record) -> Session:
    seeds = iter(range(100, 10_000))
    plan = msgspec.structs.replace(PLAN, until_right=True)
    return Session("safety", BANK, record, lambda: next(seeds), plan)


def miss(learner: Learner) -> None:
    """Answer a question of the course wrongly, whatever its kind."""
    state = learner.session.snapshot().state
    assert state.question is not None
    right = key(state.question)
    wrong: tuple[tuple[int, ...], ...]
    if state.question.kind == "order":
        wrong = (tuple(reversed(right[0])),)
    else:
        wrong = tuple(
            next((n,) for n in range(len(options)) if n not in chosen)
            for options, chosen in zip(choices(state.question), right, strict=True)
        )
    assert learner.press("submit", to_page(state.shown, wrong)) == "done"


def test_a_wrong_answer_brings_another_question_on_the_same_point_at_once(record: Record) -> None:
    learner = Learner(until_right(record))
    learner.press("begin")
    missed = learner.session.snapshot().state.question
    assert missed is not None
    learner.answer(right=False)
    assert not learner.session.snapshot().standing.safety_mastered
    learner.press("next")
    asked = learner.session.snapshot().state.question
    assert asked is not None
    assert asked.id != missed.id
    assert learner.session.snapshot().objective_of(asked.id) == learner.session.snapshot().objective_of(missed.id)


def test_all_right_on_the_latest_try_is_mastery_however_many_were_wrong_before(record: Record) -> None:
    learner = Learner(until_right(record))
    learner.press("begin")
    for _ in range(3):
        learner.answer(right=False)
        learner.press("next")
    learner.whole_round()
    assert learner.session.snapshot().standing.safety_mastered
    assert sum(not answer.right for answer in learner.session.snapshot().answers()) == 3


def test_progress_counts_points_not_tries(record: Record) -> None:
    learner = Learner(quiz_session("seven", record))
    learner.press("begin")
    assert page(learner.session.snapshot(), [])["progress"] == "Question 1 of 7"
    miss(learner)
    learner.press("next")
    assert page(learner.session.snapshot(), [])["progress"] == "Question 1 of 7"


def test_the_same_press_twice_asks_one_more_question_not_two(record: Record) -> None:
    learner = Learner(until_right(record))
    learner.press("begin")
    before = learner.session.snapshot().state
    assert before.round is not None
    learner.answer(right=False, confidence=1)
    learner.presses -= 1
    learner.press("submit", [[9]], state=before)
    after = learner.session.snapshot().state
    assert after.round is not None
    assert len(after.round.items) == len(before.round.items) + 1


def test_seven_right_open_the_quiet_routine_and_not_the_milk_routines(record: Record) -> None:
    relax, milk = (load().routines[name].head.needs for name in ("relax", "between_feeds"))
    assert still_missing(relax, record) == SEVEN
    master(record, "seven")
    assert still_missing(relax, record) == ()
    assert still_missing(milk, record) == ("SC3", "SC9")
    master(record, "milk")
    assert still_missing(milk, record) == ()


def test_the_full_quiz_counts_for_both(record: Record) -> None:
    master(record, "safety")
    assert still_missing(load().routines["relax"].head.needs, record) == ()
    assert still_missing(load().routines["before_feed"].head.needs, record) == ("SC9",)


def test_one_of_seven_wrong_opens_nothing(record: Record) -> None:
    learner = Learner(quiz_session("seven", record))
    learner.press("begin")
    for number in range(7):
        if number < 6:
            learner.answer()
        else:
            miss(learner)
        learner.press("next")
    assert len(still_missing(SEVEN, record)) == 1
    assert learner.session.snapshot().state.screen == "question", "the point is asked again"
    learner.answer()
    assert still_missing(SEVEN, record) == ()


def result(place: int, *, right: bool) -> RoundResult:
    return RoundResult({"SC2": 1}, (GradedAnswer("SC2-A", "SC2", right, place=place),))


def test_the_quiz_answered_last_decides() -> None:
    earlier, later = 4, 7
    assert latest_status("SC2", [result(later, right=False), result(earlier, right=True)]) == "missed"
    assert latest_status("SC2", [result(later, right=True), result(earlier, right=False)]) == "right"
    assert latest_status("SC2", []) == "open"


def test_every_routine_needs_its_points() -> None:
    """The seven for each; the milk routines also the limits for fever and the milk decision."""
    for routine, text in load().routines.items():
        extra = () if routine == "relax" else ("SC3", "SC9")
        assert tuple(text.head.needs) == (*SEVEN, *extra)


def test_a_miss_under_a_clock_that_was_set_back_closes_the_routine() -> None:
    """Nor does a right answer under a clock years ahead hide every later miss until then."""
    clock = Clock()
    record = Record(None, now=clock)
    master(record, "safety")
    assert still_missing(SEVEN, record) == ()
    clock.forward(days=-400)
    learner = Learner(quiz_session("seven", record))
    learner.press("begin")
    miss(learner)
    assert len(still_missing(SEVEN, record)) == 1
