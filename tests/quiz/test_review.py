"""What comes back, when, and in which order. The clock is the tests' own, and so is the place on earth."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_helpers.knowledge import load
from course_helpers.quiz import schedule as schedule_of
from course_helpers.quiz import still_missing
from course_helpers.quiz.grading import key
from course_helpers.quiz.mastery import GradedAnswer
from course_helpers.quiz.option_order import to_page
from course_helpers.quiz.review_panel import ReviewPanel
from course_helpers.quiz.reviewing import MOST_AT_ONCE, ReviewSession
from course_helpers.quiz.schedule import Point, Schedule, after, first_to_ask, point_from
from course_helpers.quiz.session import Request, Result
from course_helpers.record import Record, StoredAnswer, changing
from course_helpers.record.copies import copied, take_in
from tests.record.clock import Clock

NUMBERS = count()
BERLIN = ZoneInfo("Europe/Berlin")


def told(at: datetime, *, right: bool = True, confidence: int | None = None, objective: str = "SC1") -> GradedAnswer:
    return GradedAnswer(f"{objective}-A", objective, right, confidence, at.isoformat(timespec="seconds"))


def days_until_due(schedule: Schedule, since: datetime, objective: str = "SC1") -> int:
    return (schedule.points[objective].due - since).days


# The schedule, pure


def test_a_point_comes_back_on_a_later_day_and_later_each_time() -> None:
    """L6: the gaps grow while the point is known."""
    clock, schedule, gaps = Clock(), Schedule(), []
    for _ in range(5):
        schedule = after(schedule, [told(clock())], UTC)
        gaps.append(days_until_due(schedule, clock()))
        clock.now = schedule.points["SC1"].due
    assert gaps == sorted(gaps)
    assert gaps[0] >= 1
    assert len(set(gaps)) == 5


def test_a_repeat_on_the_same_day_is_no_review() -> None:
    """L6: cramming moves nothing."""
    clock = Clock()
    once = after(Schedule(), [told(clock())], UTC)
    crammed = after(once, [told(clock() + timedelta(hours=number)) for number in range(1, 12)], UTC)
    assert crammed.points["SC1"].due == once.points["SC1"].due
    assert crammed.points["SC1"].card == once.points["SC1"].card


def test_a_few_minutes_over_midnight_are_no_later_day() -> None:
    late = datetime(2026, 3, 2, 23, 55, tzinfo=UTC)
    once = after(Schedule(), [told(late)], UTC)
    again = after(once, [told(late + timedelta(minutes=10))], UTC)
    assert again.points["SC1"].card == once.points["SC1"].card


def test_a_miss_on_the_same_day_brings_the_point_back_tomorrow() -> None:
    clock = Clock()
    schedule = after(Schedule(), [told(clock(), confidence=3)], UTC)
    assert days_until_due(schedule, clock()) > 1
    schedule = after(schedule, [told(clock() + timedelta(hours=1), right=False)], UTC)
    assert schedule.due(clock() + timedelta(days=1, hours=1), UTC)


def test_who_was_not_sure_sees_it_sooner_and_a_miss_soonest() -> None:
    clock = Clock()
    first = after(Schedule(), [told(clock())], UTC)
    clock.now = first.points["SC1"].due
    gaps = [
        days_until_due(after(first, [told(clock(), right=right, confidence=level)], UTC), clock())
        for right, level in ((False, 3), (True, 1), (True, 3))
    ]
    assert gaps == sorted(gaps)
    assert len(set(gaps)) == 3


def test_the_schedule_is_the_same_every_time() -> None:
    """L7: no chance is in it, and the state is the library's own JSON."""
    clock = Clock()
    answers = [told(clock() + timedelta(days=3 * number), right=number != 2) for number in range(6)]
    assert after(Schedule(), answers, UTC) == after(Schedule(), answers, UTC)
    step_by_step = Schedule()
    for answer in answers:
        step_by_step = after(step_by_step, [answer], UTC)
        (point,) = step_by_step.points.values()
        again = point_from(point.objective, point.card, point.answered_at.isoformat(), point.right, point.confidence)
        assert again == point
    assert step_by_step == after(Schedule(), answers, UTC)


def test_nine_in_ten_is_what_the_scheduler_aims_for() -> None:
    """L7: when a point is due, the library itself expects nine in ten to know it."""
    from fsrs import Card, Scheduler

    clock = Clock()
    point = after(Schedule(), [told(clock())], UTC).points["SC1"]
    expected = Scheduler().get_card_retrievability(Card.from_json(point.card), point.due)
    assert expected == pytest.approx(0.9, abs=0.02)


def test_a_damaged_card_is_told_from_a_whole_one() -> None:
    for text in ("", "{}", "[]", '{"card_id": 1}'):
        with pytest.raises(ValueError, match=r"Expecting|cannot be read|card"):
            point_from("SC1", text, "2026-01-01T00:00:00+00:00", right=True, confidence=None)


def test_a_clock_set_back_loses_nothing() -> None:
    """L7: what was answered under a clock a year ahead comes back now, and not in a year."""
    clock = Clock()
    ahead = after(Schedule(), [told(clock() + timedelta(days=365))], UTC)
    assert [point.objective for point in ahead.due(clock(), UTC)] == ["SC1"]
    back = after(ahead, [told(clock())], UTC)
    assert back.points["SC1"].answered_at == clock()
    assert 1 <= days_until_due(back, clock()) < 60


def test_another_time_zone_loses_nothing() -> None:
    """L7: the day is that of where the learner is now."""
    evening = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
    schedule = after(Schedule(), [told(evening, right=False)], UTC)
    east, west = timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))
    next_day = evening + timedelta(hours=20)
    for zone in (east, west, UTC, BERLIN):
        assert set(schedule.points) == {"SC1"}
        assert schedule.forecast(next_day, 4, zone)[0] + schedule.forecast(next_day, 4, zone)[1] == 1
        assert schedule.next_day(next_day, zone) in {date(2026, 3, 3), date(2026, 3, 4)}


@given(
    st.lists(st.tuples(st.integers(-48, 400), st.booleans(), st.sampled_from([None, 1, 2, 3])), min_size=1, max_size=25)
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_clock_did_the_point_is_there_and_comes_back(steps: list[tuple[int, bool, int | None]]) -> None:
    """L7: hours forward and back, in any order: nothing is lost, nothing waits longer than ten years."""
    clock, schedule = Clock(), Schedule()
    for hours, right, confidence in steps:
        clock.forward(hours=hours)
        schedule = after(schedule, [told(clock(), right=right, confidence=confidence)], UTC)
    (point,) = schedule.points.values()
    assert (point.right, point.confidence) == steps[-1][1:]
    assert schedule.due(clock() + timedelta(days=3650), UTC)
    assert sum(schedule.forecast(clock(), 3650, UTC)) == 1


def test_sure_and_wrong_is_asked_first_then_wrong_then_the_longest_due() -> None:
    """L9: the error that somebody was sure of."""
    at = Clock()()

    def point(name: str, days: int, *, right: bool, confidence: int | None) -> Point:
        return Point(name, "", at, at - timedelta(days=days), right, confidence)

    points = [
        point("known", 9, right=True, confidence=3),
        point("known-long-due", 30, right=True, confidence=None),
        point("unsure-and-wrong", 1, right=False, confidence=1),
        point("wrong", 1, right=False, confidence=None),
        point("sure-and-wrong", 0, right=False, confidence=3),
    ]
    asked = [entry.objective for entry in first_to_ask(points)]
    assert asked == ["sure-and-wrong", "wrong", "unsure-and-wrong", "known-long-due", "known"]


# The session, with a record


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def review(record: Record, clock: Clock) -> ReviewSession:
    return ReviewSession(record, new_seed=lambda: 7, now=clock, zone=UTC)


def answer_in_quiz(record: Record, items: list[str], *, wrong: tuple[str, ...] = (), sure: int | None = None) -> None:
    """A round of the safety quiz as it was answered before."""
    number = 1 + len(copied(record).rounds)
    with changing(record, "safety") as change:
        change.begin_round(number, "new", 1, items)
        for place, item in enumerate(items):
            right = item not in wrong
            change.store_answer(StoredAnswer("safety", number, place, item, ((0,),), right, sure, f"{number}-{place}"))


def act(session: ReviewSession, kind: str, *, right: bool = True, confidence: int | None = None) -> Result:
    state = session.snapshot().state
    answer: tuple[tuple[int, ...], ...] = ()
    if kind == "submit" and state.question:
        chosen = key(state.question)
        if not right:
            part = next(n for n in range(9) if n not in chosen[0])
            chosen = ((part,), *chosen[1:])
            if state.question.kind == "order":
                chosen = (tuple(reversed(key(state.question)[0])),)
        answer = tuple(map(tuple, to_page(state.shown, chosen)))
    request = Request(f"request-{next(NUMBERS)}", kind, state.number, state.position, answer, confidence)  # type: ignore[arg-type]
    return session.act(request)[0]


def test_nothing_is_due_before_anything_was_asked(review: ReviewSession) -> None:
    assert act(review, "begin") == "refused"
    assert review.schedule().points == {}


def test_what_was_asked_in_a_quiz_comes_back_another_day(record: Record, review: ReviewSession, clock: Clock) -> None:
    answer_in_quiz(record, ["SC1-A", "K1-A"])
    assert act(review, "begin") == "refused", "the same day is no review"
    clock.forward(days=30)
    assert act(review, "begin") == "done"
    state = review.snapshot().state
    assert state.round is not None
    assert {load().items[item].objective for item in state.round.items} == {"SC1", "K1"}


def test_new_variants_come_before_old_ones(record: Record, review: ReviewSession, clock: Clock) -> None:
    """L9: the point is the same, the question is another."""
    variants = sorted(item.id for item in load().items.values() if item.objective == "SC1")
    answer_in_quiz(record, variants[:-1])
    clock.forward(days=60)
    act(review, "begin")
    state = review.snapshot().state
    assert state.round is not None
    assert state.round.items == (variants[-1],)


def test_the_sure_error_is_the_first_question(record: Record, review: ReviewSession, clock: Clock) -> None:
    """L9: it is asked before everything else that is due."""
    answer_in_quiz(record, ["SC1-A", "SC4-A", "K1-A"], wrong=("K1-A",), sure=3)
    clock.forward(days=60)
    act(review, "begin")
    state = review.snapshot().state
    assert state.question is not None
    assert load().items[state.question.id].objective == "K1"


def test_a_round_is_five_minutes_and_the_rest_waits(record: Record, review: ReviewSession, clock: Clock) -> None:
    answer_in_quiz(record, [f"{name}-A" for name in load().objectives if f"{name}-A" in load().items])
    clock.forward(days=60)
    act(review, "begin")
    state = review.snapshot().state
    assert state.round is not None
    assert len(state.round.items) == MOST_AT_ONCE
    for _ in range(MOST_AT_ONCE):
        assert act(review, "submit") == "done"
        assert act(review, "next") == "done"
    assert review.snapshot().state.screen == "summary"
    assert 0 < len(review.schedule().due(clock(), UTC)) == len(review.schedule().points) - MOST_AT_ONCE


def test_the_state_is_kept_in_the_record_and_survives_a_restart(record: Record, clock: Clock) -> None:
    """L7: another kernel, and a record that was brought in, have the same schedule."""
    answer_in_quiz(record, ["SC1-A", "K1-A"], wrong=("K1-A",))
    before = schedule_of(record, UTC)
    assert schedule_of(Record(record.path, now=clock), UTC) == before
    elsewhere = Record(None, now=clock)
    take_in(elsewhere, copied(record))
    assert schedule_of(elsewhere, UTC) == before


def test_answers_that_were_brought_in_are_part_of_the_schedule(record: Record, clock: Clock) -> None:
    """L7: whether they came before or after, as if all had been answered here in the order of their times."""
    elsewhere = Record(None, now=clock)
    answer_in_quiz(elsewhere, ["SC1-A", "SC4-A"], wrong=("SC4-A",))
    clock.forward(days=3)
    answer_in_quiz(record, ["SC1-B"])
    alone = schedule_of(record, UTC)
    take_in(record, copied(elsewhere))
    joined = schedule_of(record, UTC)
    assert set(joined.points) == {"SC1", "SC4"}
    assert joined.points["SC1"].due > alone.points["SC1"].due, "it was known a second time, three days later"


def test_a_card_that_was_spoiled_begins_anew(record: Record) -> None:
    answer_in_quiz(record, ["SC1-A", "K1-A"])
    schedule_of(record, UTC)
    with record.write() as db:
        db.execute("UPDATE review_card SET card = '{' WHERE objective = 'K1'")
    assert set(schedule_of(record, UTC).points) == {"SC1"}


def test_a_miss_in_review_shuts_the_routine_until_it_is_right_again(
    record: Record, review: ReviewSession, clock: Clock
) -> None:
    answer_in_quiz(record, ["SC1-A"])
    assert still_missing(["SC1"], record) == ()
    clock.forward(days=30)
    act(review, "begin")
    act(review, "submit", right=False, confidence=3)
    assert still_missing(["SC1"], record) == ("SC1",)
    clock.forward(days=1)
    act(review, "next")
    act(review, "begin")
    act(review, "submit")
    assert still_missing(["SC1"], record) == ()


@pytest.mark.usefixtures("own_record")
def test_the_panel_tells_what_is_due_and_never_counts_days() -> None:
    panel = ReviewPanel.current()
    words = load().strings.review
    assert panel.view["lines"][0] == words.nothing_yet
    assert panel.view["closed"]
    said = " ".join(words.by_name().values()).casefold()
    assert not {"streak", "missed day", "in a row", "overdue", "late"} & set(said.split(" "))
    assert panel.faults == []
