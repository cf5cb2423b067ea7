"""A quiz survives all a learner can do: reload, two windows, presses twice, stopping, any sequence of presses."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_helpers.knowledge.questions import Question
from course_helpers.quiz.grading import key
from course_helpers.quiz.option_order import to_page
from course_helpers.quiz.session import KINDS, Request, RequestKind, Session, request_from
from course_helpers.quiz.snapshot import State
from course_helpers.record import Record, history
from tests.quiz.invented_bank import BANK, PLAN, item


def quiz(record: Record, bank: Mapping[str, Question] | None = None) -> Session:
    seeds = iter(range(100, 10_000))
    return Session("safety", bank or BANK, record, lambda: next(seeds), PLAN)


def check(record: Record) -> Session:
    question = item("K1-check", "multiple", (0, 1))
    return Session("check:c00a", {question.id: question}, record, lambda: 77)


class Learner:
    """Presses with ids of their own, always from the page as it stands."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.presses = 0

    def press(
        self, kind: RequestKind, answer: object = (), confidence: int | None = None, state: State | None = None
    ) -> str:
        self.presses += 1
        page = state or self.session.snapshot().state
        parts = tuple(map(tuple, answer))  # type: ignore[call-overload]
        request = Request(f"press-{id(self)}-{self.presses}", kind, page.number, page.position, parts, confidence)
        return self.session.act(request)[0]

    def answer(self, *, right: bool = True, confidence: int | None = None) -> str:
        state = self.session.snapshot().state
        assert state.question is not None
        if right:
            return self.press("submit", to_page(state.shown, key(state.question)), confidence)
        wrong = [[0, 1, 2, 3]] if state.question.kind == "multiple" else [[3]]
        if state.question.kind == "order":
            wrong = to_page(state.shown, ((3, 2, 1, 0),))
        if state.question.kind == "scenario":
            wrong = to_page(state.shown, ((2,), (2,)))
        if state.question.kind == "single":
            wrong = to_page(state.shown, ((3,),))
        return self.press("submit", wrong, confidence)

    def whole_round(self, *, wrong: frozenset[str] = frozenset(), sure: frozenset[str] = frozenset()) -> None:
        while (state := self.session.snapshot().state).screen == "question":
            assert state.question is not None
            name = state.question.id.split("-")[0]
            assert self.answer(right=name not in wrong, confidence=3 if name in sure else None) == "done"
            assert self.press("next") == "done"


def test_a_round_from_the_first_page_to_the_summary(record: Record) -> None:
    learner = Learner(quiz(record))
    assert learner.session.snapshot().state.screen == "start"
    assert learner.press("begin") == "done"
    learner.whole_round()
    assert learner.session.snapshot().state.screen == "summary"
    assert learner.session.snapshot().standing.mastered
    assert [a.right for a in learner.session.snapshot().answers()] == [True] * 8


def test_the_same_round_meets_every_reader(record: Record) -> None:
    """L17: a reload, a restarted kernel and a second notebook see the same question in the same order."""
    Learner(quiz(record)).press("begin")
    first = quiz(record).snapshot().state
    assert record.path is not None
    second = quiz(Record(record.path)).snapshot().state
    assert (first.round, first.question, first.shown) == (second.round, second.question, second.shown)


def test_a_checked_answer_stays_checked_after_a_reload(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    learner.answer(right=False)
    state = quiz(record).snapshot().state
    assert state.answer is not None
    assert not state.answer.right


def test_nothing_chosen_is_told_and_not_counted(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    state = learner.session.snapshot().state
    assert learner.press("submit", [[] for _ in state.shown]) == "not_answered"
    assert learner.session.snapshot().answers() == []


def test_the_same_press_twice_counts_once(record: Record) -> None:
    session = check(record)
    page = session.snapshot().state
    press = Request("one-id", "submit", page.number, page.position, ((0, 1),), None)
    assert session.act(press)[0] == session.act(press)[0] == "done"
    assert len(session.snapshot().answers()) == 1


def test_a_second_window_cannot_answer_again(record: Record) -> None:
    """A stale page is told so; the first answer stands."""
    learner = Learner(quiz(record))
    learner.press("begin")
    stale = learner.session.snapshot().state
    learner.answer(right=False)
    other = Learner(quiz(record))
    assert other.press("submit", [[0]], state=stale) == "refused"
    learner.press("next")
    assert other.press("submit", [[0]], state=stale) == "moved_on"
    assert other.press("next", state=stale) == "moved_on"
    assert len(learner.session.snapshot().answers()) == 1


def test_stopping_keeps_what_was_done_and_going_on_continues(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    learner.answer()
    learner.press("next")
    asked = learner.session.snapshot().state.question
    assert learner.press("stop") == "done"
    assert learner.session.snapshot().state.screen == "summary"
    assert len(learner.session.snapshot().answers()) == 1
    assert learner.press("continue") == "done"
    assert learner.session.snapshot().state.question == asked


def test_stopping_after_a_checked_answer_continues_with_the_next(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    learner.answer()
    learner.press("stop")
    learner.press("continue")
    state = learner.session.snapshot().state
    assert (state.position, state.answer) == (1, None)


def test_a_retry_asks_other_questions_on_what_was_missed(record: Record) -> None:
    """L9, L10."""
    learner = Learner(quiz(record))
    learner.press("begin")
    learner.whole_round(wrong=frozenset({"SC1", "K2"}), sure=frozenset({"K2"}))
    before = {answer.item for answer in learner.session.snapshot().answers()}
    assert learner.press("retry") == "done"
    state = learner.session.snapshot().state
    assert state.round is not None
    assert [name.split("-")[0] for name in state.round.items] == ["K2", "SC1"]  # sure and wrong first
    assert not before & set(state.round.items)
    learner.whole_round()
    assert learner.session.snapshot().standing.mastered
    assert learner.session.snapshot().missed == []
    assert learner.press("retry") == "refused"


def test_a_check_is_asked_at_once_and_again_in_another_order(record: Record) -> None:
    session = check(record)
    learner = Learner(session)
    first = session.snapshot().state
    assert (first.screen, first.number, first.round) == ("question", 1, None)
    learner.answer(right=False)
    assert session.snapshot().state.number == first.number, "the page stays the same page when the answer is checked"
    assert learner.press("begin") == "done"
    again = session.snapshot().state
    assert (again.number, again.answer) == (2, None)
    assert learner.press("begin") == "refused", "an open question is not thrown away"


def test_a_quiz_in_progress_is_not_thrown_away(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    assert learner.press("begin") == "refused"
    learner.answer()
    assert learner.press("begin") == "refused"


def test_a_bank_that_changed_begins_anew_and_keeps_the_past(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    learner.answer()
    learner.press("next")
    state = learner.session.snapshot().state
    assert state.round is not None
    smaller = {name: entry for name, entry in BANK.items() if name != state.round.items[-1]}
    changed = quiz(record, smaller)
    assert (changed.snapshot().state.screen, changed.snapshot().state.changed) == ("start", True)
    assert Learner(changed).press("begin") == "done"
    assert changed.snapshot().state.screen == "question"
    assert len(changed.snapshot().answers()) == 1


def test_a_question_that_lost_an_option_begins_anew(record: Record) -> None:
    learner = Learner(quiz(record))
    learner.press("begin")
    state = learner.session.snapshot().state
    assert state.question is not None
    assert learner.press("submit", to_page(state.shown, key(state.question))) == "done"
    other_kind = BANK | {state.question.id: item(state.question.id, "order")}
    assert quiz(record, other_kind).snapshot().state.changed


PRESSES = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.lists(st.lists(st.integers(-1, 5), max_size=4), max_size=3),
        st.sampled_from([None, 0, 1, 2, 3, 4]),
        st.booleans(),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(presses=PRESSES)
def test_any_sequence_of_presses_ends_in_a_valid_state(
    presses: list[tuple[RequestKind, list[list[int]], int | None, bool]],
) -> None:
    """Nothing raises, nothing answered is lost, and the page always shows one of its three screens."""
    record = Record(None)
    learner = Learner(quiz(record))
    answers = 0
    for kind, answer, confidence, sensible in presses:
        state = learner.session.snapshot().state
        if sensible and state.screen == "question" and state.answer is None:
            learner.answer()
        else:
            learner.press(kind, answer, confidence)
        now = len(history(record, "safety").answers)
        assert now >= answers
        answers = now
        after = learner.session.snapshot().state
        assert after.screen in {"start", "question", "summary"}
        assert (after.question is not None) == (after.screen == "question")
        missed = {name.split("-")[0] for name in learner.session.snapshot().missed}
        assert all(learner.session.snapshot().standing.status[name] == "missed" for name in missed)
    record.close()


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"id": 3, "kind": "submit", "round": 1, "position": 0},
        {"id": "", "kind": "submit", "round": 1, "position": 0},
        {"id": "a", "kind": "erase", "round": 1, "position": 0},
        {"id": "a", "kind": "submit", "round": "1", "position": 0},
        {"id": "a", "kind": "submit", "round": True, "position": 0},
        {"id": "a", "kind": "submit", "round": 1, "position": -1},
        {"id": "a", "kind": "submit", "round": 1, "position": 0, "answer": 5},
        {"id": "a", "kind": "submit", "round": 1, "position": 0, "answer": [5]},
        {"id": "a", "kind": "submit", "round": 1, "position": 0, "confidence": "sure"},
    ],
)
def test_a_message_that_is_no_request_is_refused(content: object) -> None:
    assert request_from(content) is None


def test_confidence_beyond_the_three_levels_is_refused(record: Record) -> None:
    assert Learner(check(record)).press("submit", [[0]], 4) == "refused"
