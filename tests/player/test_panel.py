"""The player's panel in Python: who may practise, what is kept, and what is never kept."""

import json
import logging
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course_helpers.aims import choose_aim
from course_helpers.knowledge import load
from course_helpers.player import PlayerPanel
from course_helpers.player.segments import segments
from course_helpers.readiness import Gate, questions_of
from course_helpers.record import NotStored, open_record, practices, record_file
from course_helpers.record.learners import add, switch
from course_helpers.record.panel import erase, stored_lines
from tests.letters import ANY_LETTER
from tests.player.mastered import master

pytestmark = pytest.mark.usefixtures("own_record")

WORDS = load().strings.player
NOON = datetime(2026, 11, 24, 12, 0).astimezone()
"""Noon where the tests run, as a day is the learner's own."""


class Kernel:
    """A panel and what it sends to the page."""

    def __init__(self, routine: str = "relax", **more: Any) -> None:
        self.panel = PlayerPanel(routine, **more)
        self.sent: list[dict[str, Any]] = []
        self.number = 0
        self.panel.send = self.sent.append

    def ask(self, kind: str, **content: Any) -> dict[str, Any]:
        """One request of the page; what came back before the reply."""
        self.number += 1
        before = len(self.sent)
        self.panel._hear(self.panel, {"id": f"r{self.number}", "kind": kind, **content}, [])
        answers = [one for one in self.sent[before:] if one["kind"] != "closed"]
        assert answers[-1]["kind"] == "reply"
        return answers[0]

    def check(self, **answers: Any) -> dict[str, Any]:
        """The check with no everywhere but where something else is given, by number."""
        gate: Gate = "relax" if self.panel.routine["routine"] == "relax" else "milk"
        given_answers: dict[str, Any] = {q.id: {"reply": "no"} for q in questions_of(gate)}
        given_answers |= {f"{gate}-{number[1:]}": answer for number, answer in answers.items()}
        return self.ask("answers", answers=given_answers)

    def events(
        self, session: str, *events: tuple[int, str, str, float, bool], at: float | None = None
    ) -> dict[str, Any]:
        """Events of a practice as the page's journal sends them."""
        when = at or datetime.now(UTC).timestamp() * 1000
        keys = ("number", "kind", "step", "seconds", "whole")
        entries = [{**dict(zip(keys, event, strict=True)), "at": when} for event in events]
        return self.ask("events", session=session, version=self.panel.routine["version"], events=entries)


def shut_because(outcome: dict[str, Any]) -> str:
    """The sentence of an outcome that says why nothing is practised although no answer speaks against it."""
    assert outcome["verdict"]["state"] == "shut"
    return str(outcome["verdict"]["sentence"])


@pytest.fixture
def mastered(own_record: None) -> None:
    master(open_record(), "safety", "milk")


@pytest.mark.usefixtures("mastered")
class TestGate:
    """S1, S5, S7."""

    def test_nothing_speaks_against_it(self) -> None:
        outcome = Kernel().check()
        assert (outcome["verdict"]["state"], outcome["verdict"]["act"]) == ("go", "start")
        assert outcome["shut"] == ""
        assert len(outcome["plan"]["session"]) == 16
        assert outcome["plan"]["steps"] == [step.id for step in load().routines["relax"].steps]

    @pytest.mark.parametrize("number", range(1, 10))
    def test_not_sure_never_starts_a_practice_where_yes_would_not(self, number: int) -> None:
        """S2: "not sure" counts as yes, and an open question is not a no."""
        question = questions_of("relax")[number - 1]
        outcome = Kernel().check(**{f"q{number}": {"reply": "not-sure"}})
        if question.outcome in {"help-now", "not-today"}:
            assert outcome["plan"] is None
            assert outcome["verdict"]["act"] != "start"
            assert question.choices or outcome["verdict"]["cards"] == (question.card,)
        assert outcome["verdict"]["state"] != "go"

    @pytest.mark.parametrize("answers", [{}, None, [], "no", 5, {"relax-1": "no"}, {"relax-1": {"reply": "NO"}}])
    def test_a_damaged_check_opens_nothing(self, answers: object) -> None:
        outcome = Kernel().ask("answers", answers=answers)
        assert outcome.get("plan") is None
        assert outcome["kind"] == "reply" or outcome["verdict"]["state"] == "open"

    def test_the_check_is_asked_again_for_each_practice(self) -> None:
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        assert kernel.ask("look", session=session)["known"]
        kernel.events(session, (1, "begun", "", 0, False), (2, "ended", "", 0, True))
        assert not kernel.ask("look", session=session)["known"]

    def test_and_again_after_a_stop(self) -> None:
        """S13: the step that hurt is not offered again while this process lives."""
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        kernel.ask("stopped", segment="a2", over=False)
        assert not kernel.ask("look", session=session)["known"]
        again = kernel.check()["plan"]
        assert again["steps"][0] == "a3"
        assert load().routines["relax"].steps[1].title in again["left_out"]

    def test_a_page_is_told_whether_the_kernel_knows_what_nothing_else_knows(self) -> None:
        """S13: a kernel that knows what hurt, or an answered check, is not let go."""
        kernel, other = Kernel("before_feed"), Kernel("between_feeds")
        assert kernel.ask("look", session=None)["remembers"] is False
        assert kernel.check()["remembers"] is True
        assert kernel.ask("look", session=None)["remembers"] is True
        assert other.ask("look", session=None)["remembers"] is False
        assert kernel.ask("again")["remembers"] is False
        kernel.check()
        kernel.ask("stopped", step=None, over=False)
        assert kernel.ask("again")["remembers"] is True
        assert other.ask("look", session=None)["remembers"] is True, "one place for all routines of the kernel"

    def test_no_way_round_leads_back_to_what_hurt(self) -> None:
        """S13: not by going back to the beginning, not by a panel made anew, not by saying no to the last question."""
        kernel = Kernel()
        kernel.check()
        kernel.ask("stopped", segment="a3", over=False)
        kernel.ask("again")
        for panel in (kernel, Kernel()):
            outcome = panel.check()
            assert outcome["plan"]["steps"][0] == "a4"
            assert outcome["plan"]["pressure_max"] == 1
            assert outcome["verdict"]["state"] == "go-with-changes"
        kernel.ask("stopped", segment="a9", over=False)
        outcome = Kernel().check()
        assert (outcome["plan"], shut_because(outcome)) == (None, WORDS.no_later_step)

    def test_a_hurt_that_stays_ends_the_day_in_every_routine(self) -> None:
        """S13: the milk routines share a stroke, so one cannot go on where the other had to end."""
        now = [NOON]
        kernel, other = (Kernel(name, now=lambda: now[0]) for name in ("before_feed", "between_feeds"))
        kernel.check()
        kernel.ask("stopped", segment="b3-left", over=True)
        assert (other.check()["plan"], shut_because(other.check())) == (None, WORDS.ended_today)
        now[0] += timedelta(days=1)
        assert other.check()["plan"] is not None
        assert "b3" not in kernel.check()["plan"]["steps"]

    def test_a_clock_that_is_set_back_opens_nothing_that_hurt_has_shut(self) -> None:
        """S13: nor does a journey to where it is still yesterday."""
        now = [NOON]
        kernel = Kernel(now=lambda: now[0])
        kernel.check()
        kernel.ask("stopped", segment="a3", over=False)
        now[0] -= timedelta(days=1)
        outcome = kernel.check()
        assert outcome["plan"]["steps"][0] == "a4"
        assert outcome["plan"]["pressure_max"] == 1
        kernel.ask("stopped", segment="a4", over=True)
        now[0] -= timedelta(days=400)
        assert (kernel.check()["plan"], shut_because(kernel.check())) == (None, WORDS.ended_today)

    def test_what_ends_a_practice_says_so_to_every_tab(self) -> None:
        """S13: a second tab stood paused in it, and Resume would have gone on with the step that hurt."""
        for ending in ({"kind": "stopped", "segment": "a2", "over": False}, {"kind": "again"}):
            kernel = Kernel()
            session = kernel.check()["plan"]["session"]
            kernel.ask(**ending)
            closed = [one["session"] for one in kernel.sent if one["kind"] == "closed"]
            assert closed == [session]
            kernel.ask(**ending)
            assert len([one for one in kernel.sent if one["kind"] == "closed"]) == 1, "there is nothing left to close"

    def test_yesterdays_check_opens_nothing_today(self) -> None:
        """S1."""
        now = [NOON]
        kernel = Kernel(now=lambda: now[0])
        session = kernel.check()["plan"]["session"]
        now[0] += timedelta(hours=1)
        assert kernel.ask("look", session=session)["known"]
        now[0] += timedelta(hours=14)
        assert not kernel.ask("look", session=session)["known"]

    def test_an_outcome_names_the_request_it_belongs_to(self) -> None:
        kernel = Kernel()
        assert kernel.check()["request"] == "r1"
        assert kernel.check()["request"] == "r2"

    def test_mastery_that_was_lost_closes_the_practice(self) -> None:
        """SC1 to SC8: the record is looked at anew for each check."""
        kernel = Kernel()
        assert kernel.check()["plan"] is not None
        open_record().forget()
        outcome = kernel.check()
        assert (outcome["plan"], shut_because(outcome)) == (None, WORDS.missing_seven)

    def test_still_hurting_ends_the_day(self) -> None:
        kernel = Kernel()
        kernel.check()
        kernel.ask("stopped", segment="a2", over=True)
        outcome = kernel.check()
        assert outcome["plan"] is None
        assert shut_because(outcome) == outcome["shut"] == WORDS.ended_today

    def test_a_check_half_done_then_asked_anew_opens_nothing(self) -> None:
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        kernel.check(q1={"reply": "yes"})
        assert not kernel.ask("look", session=session)["known"]

    def test_an_hour_a_day_is_the_most(self) -> None:
        """S16."""
        now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
        kernel = Kernel(now=lambda: now)
        session = kernel.check()["plan"]["session"]
        kernel.events(session, (1, "step", "a2", 3599, True), at=now.timestamp() * 1000)
        assert kernel.check()["plan"]["left_ms"] == 1000
        kernel.events("b" * 16, (1, "step", "a2", 1, True), at=now.timestamp() * 1000)
        outcome = kernel.check()
        assert outcome["plan"] is None
        assert shut_because(outcome) == outcome["shut"] == WORDS.enough_today.format(minutes=60)
        assert kernel.ask("look")["shut"] == outcome["shut"]
        tomorrow = Kernel(now=lambda: now + timedelta(days=1))
        assert tomorrow.check()["plan"] is not None

    def test_an_hour_under_a_clock_that_was_years_ahead_shuts_no_day_of_now(self) -> None:
        """S16: otherwise each day until then would be a day on which enough was practised."""
        now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
        kernel = Kernel(now=lambda: now)
        ahead = datetime(2031, 1, 1, 12, 0, tzinfo=UTC).timestamp() * 1000
        kernel.events("a" * 16, (1, "step", "a2", 3600, True), at=ahead)
        assert kernel.check()["plan"]["left_ms"] == 3_600_000
        soon = (now + timedelta(minutes=5)).timestamp() * 1000
        kernel.events("b" * 16, (1, "step", "a2", 600, True), at=soon)
        assert kernel.check()["plan"]["left_ms"] == 3_000_000, "a browser's clock may be some minutes ahead"

    def test_the_days_limit_is_no_hour_off_after_the_clocks_changed(self) -> None:
        """S16: an hour of practice before midnight is yesterday's; one after it is today's, change or no change."""
        berlin = ZoneInfo("Europe/Berlin")
        for day in (datetime(2026, 3, 29, 12, 0, tzinfo=berlin), datetime(2026, 10, 25, 12, 0, tzinfo=berlin)):
            open_record().forget()
            master(open_record(), "safety", "milk")
            kernel = Kernel(now=lambda day=day: day.astimezone(UTC), zone=berlin)
            begun = day.replace(hour=0).astimezone(UTC).timestamp() * 1000
            kernel.events("a" * 16, (1, "step", "a2", 3600, True), at=begun - 60_000)
            assert kernel.check()["plan"]["left_ms"] == 3_600_000
            kernel.events("b" * 16, (1, "step", "a2", 600, True), at=begun + 60_000)
            assert kernel.check()["plan"]["left_ms"] == 3_000_000

    def test_an_overdue_review_is_told_and_locks_nothing(self) -> None:
        """S4."""
        late = Kernel(now=lambda: datetime(2099, 1, 1, tzinfo=UTC))
        assert "compared with its sources" in late.panel.standing["overdue"]
        assert late.check()["plan"] is not None


def test_practice_waits_for_the_quiz() -> None:
    kernel = Kernel()
    assert [entry["place"]["lesson"] for entry in kernel.panel.standing["missing"]] == ["05_safety_quiz.ipynb"]
    outcome = kernel.check()
    assert outcome["plan"] is None
    assert shut_because(outcome) == WORDS.missing_seven
    master(open_record(), "safety")
    kernel.ask("look")
    assert kernel.panel.standing["missing"] == []
    assert kernel.check()["plan"] is not None


@pytest.mark.parametrize("routine", ["before_feed", "between_feeds"])
def test_the_milk_routines_wait_for_the_milk_questions_too(routine: str) -> None:
    """SC9."""
    master(open_record(), "safety")
    kernel = Kernel(routine)
    assert [entry["place"]["lesson"] for entry in kernel.panel.standing["missing"]] == [
        "07_gentle_help_with_milk.ipynb"
    ]
    assert kernel.check()["plan"] is None
    master(open_record(), "milk")
    kernel.ask("look")
    assert kernel.check()["plan"] is not None


@pytest.mark.usefixtures("mastered")
class TestEvents:
    """T8, T12, T16: exactly once, in order, and only what is no health information."""

    def test_steps_on_the_way_leave_the_aim_and_a_beginning_or_an_end_looks_at_it(self) -> None:
        """One look at the record less for each step; what lesson 08 changed meanwhile is asked about at the end."""
        kernel, session = Kernel(), "a" * 16
        choose_aim({"aim": "slow"})
        kernel.events(session, (1, "step", "a1", 60.0, True))
        assert kernel.panel.standing["aim"]["chosen"] == ""
        kernel.events(session, (2, "begun", "", 0, False))
        assert kernel.panel.standing["aim"]["chosen"] == "slow"
        choose_aim({"aim": "light"})
        kernel.events(session, (3, "step", "a2", 12.5, False))
        assert kernel.panel.standing["aim"]["chosen"] == "slow"
        kernel.events(session, (4, "ended", "", 0, False))
        assert kernel.panel.standing["aim"]["chosen"] == "light"

    def test_they_are_written_once_however_often_they_come(self) -> None:
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        events = [(1, "begun", "", 0, False), (2, "step", "a1", 60.0, True), (3, "step", "a2", 12.5, False)]
        assert kernel.events(session, *events)["numbers"] == [1, 2, 3]
        assert kernel.events(session, *events)["numbers"] == [1, 2, 3]
        kernel.events(session, (3, "step", "a2", 99.0, True), (4, "ended", "", 0, False))
        [practice] = practices(open_record())
        assert [(e.number, e.kind, e.segment, e.seconds, e.whole) for e in practice.events] == [
            (1, "begun", "", 0.0, False),
            (2, "step", "a1", 60.0, True),
            (3, "step", "a2", 12.5, False),
            (4, "ended", "", 0.0, False),
        ]
        assert practice.seconds == 72.5
        assert not practice.whole

    def test_a_practice_of_an_earlier_kernel_is_taken(self) -> None:
        """T12: the page kept it; this kernel never opened it."""
        assert Kernel().events("c" * 16, (1, "step", "a1", 5, False))["kind"] == "stored"
        assert practices(open_record(), "relax")[0].session == "c" * 16

    @pytest.mark.parametrize(
        "event",
        [
            (0, "step", "a1", 5, True),
            (True, "step", "a1", 5, True),
            (1, "step", "b3-left", 5, True),
            (1, "pain", "a1", 5, True),
            (1, "step", "a1", -1, True),
            (1, "step", "a1", 1e9, True),
            (1, "step", "a1", float("nan"), True),
            (1, "step", "a1", "5", True),
            (1, "ended", "a1", 0, True),
        ],
    )
    def test_a_damaged_event_is_let_go_and_the_others_are_written(self, event: tuple[Any, ...]) -> None:
        """One that can never be written must not hold up the rest for ever."""
        kernel = Kernel()
        answer = kernel.events("d" * 16, (2, "step", "a1", 5, True), event)
        assert answer["kind"] == "stored"
        assert answer["numbers"] == ([2, 1] if event[0] == 1 and event[0] is not True else [2])
        assert [e.number for e in practices(open_record())[0].events] == [2]

    def test_what_somebody_practised_goes_into_their_record_whoever_learns_now(self) -> None:
        """Another person was chosen, in another lesson, while the routine went on; or even the process is another."""
        known = add("Ana")
        master(open_record(), "safety")
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        kernel.events(session, (1, "begun", "", 0, False))
        switch("")
        assert not kernel.ask("look", session=session)["known"], "the one person's check opens nothing for the other"
        assert kernel.events(session, (2, "step", "a1", 60.0, True))["numbers"] == [2]
        Kernel().events(session, (3, "step", "a2", 30.0, True))
        assert practices(open_record()) == []
        (practice,) = practices(open_record(known.current))
        assert [event.number for event in practice.events] == [1, 2, 3]

    def test_what_was_practised_by_nobody_in_particular_stays_there_too(self) -> None:
        kernel = Kernel()
        master(open_record(), "safety")
        session = kernel.check()["plan"]["session"]
        add("Ana")
        kernel.events(session, (1, "step", "a1", 60.0, True))
        assert practices(open_record()) == []
        assert len(practices(open_record(""))) == 1

    def test_a_record_that_was_erased_gets_nothing_and_nobody_else_does(self) -> None:
        """The page lets the event go, and no file of the person comes back."""
        known = add("Ana")
        master(open_record(), "safety")
        kernel = Kernel()
        session = kernel.check()["plan"]["session"]
        erase()
        assert kernel.events(session, (1, "step", "a1", 60.0, True))["numbers"] == [1]
        assert practices(open_record()) == []
        assert not record_file(known.current).exists()

    @pytest.mark.parametrize("session", [None, "", "x", "../../etc", 5, "a" * 99])
    def test_a_damaged_session_is_not_written(self, session: Any) -> None:
        assert Kernel().events(session, (1, "step", "a1", 5, True))["kind"] == "reply"
        assert practices(open_record()) == []

    def test_a_full_disk_is_told_and_nothing_is_acknowledged(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise NotStored

        monkeypatch.setattr("course_helpers.player.widget.store_events", full)
        answer = Kernel().events("e" * 16, (1, "step", "a1", 5, True))
        assert (answer["kind"], answer["text"]) == ("reply", WORDS.not_saved)

    def test_whole_runs_count_and_the_learner_sees_and_deletes_them(self) -> None:
        """S20."""
        kernel = Kernel()
        kernel.events("f" * 16, (1, "step", "a1", 60, True), (2, "ended", "", 0, True))
        assert kernel.panel.standing["whole"] == 1
        assert any(line == load().strings.stored.practices.format(number=1) for line in stored_lines(open_record()))
        open_record().forget()
        kernel.ask("look")
        assert kernel.panel.standing["whole"] == 0


@pytest.mark.usefixtures("mastered")
class TestPrivacy:
    """S19, S20, S22."""

    def test_answers_and_pain_leave_no_trace(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("COURSE_RECORD_FOLDER", str(tmp_path))
        master(open_record(), "safety")
        caplog.set_level(logging.DEBUG)
        kernel = Kernel()
        synced = json.dumps(kernel.panel.get_state(), default=str)
        outcome = kernel.check(q8={"reply": "yes", "picks": ["T3-implant"]})
        session = outcome["plan"]["session"]
        kernel.events(session, (1, "begun", "", 0, False), (2, "step", "a2", 3.5, False))
        kernel.ask("stopped", segment="a2", over=True)
        kernel.check(q1={"reply": "yes"})
        state = {name: json.dumps(value, default=str) for name, value in kernel.panel.get_state().items()}
        assert {name for name, text in state.items() if text not in synced} <= {"standing"}
        written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()).decode("latin-1")
        told = caplog.text + "".join(capsys.readouterr())
        for secret in ("T3-implant", "reply", "stopped", "hurt", "picks", '"over"'):
            assert secret not in told
            assert secret not in written
            assert secret not in state["standing"]
        assert session not in "".join(state.values()) + told
        with sqlite3.connect(tmp_path / "record.sqlite3") as db:
            rows = db.execute("SELECT number, kind, step FROM practice_event").fetchall()
        assert rows == [(1, "begun", ""), (2, "step", "a2")]

    def test_a_step_left_out_looks_like_one_switched_off(self) -> None:
        """S20: the check takes both nipple steps away from one learner, another leaves them off: the same record."""
        found = []
        for answers in ({}, {"q8": {"reply": "yes", "picks": ["T3-nipples"]}}):
            open_record().forget()
            master(open_record(), "safety")
            kernel = Kernel()
            plan = kernel.check(**answers)["plan"]
            assert ("a4" in plan["steps"]) is not bool(answers)
            segments_on = [t for t in kernel.panel.routine["segments"] if t["on"] and t["step"] in plan["steps"]]
            steps = [(n, "step", t["id"], 60, True) for n, t in enumerate(segments_on, 2)]
            kernel.events("a" * 16, (1, "begun", "", 0, False), *steps, (99, "ended", "", 0, True), at=1e12)
            [practice] = practices(open_record())
            found.append((practice.routine, practice.version, practice.events, kernel.panel.standing))
        assert found[0] == found[1]

    def test_no_message_brings_an_answer_back(self) -> None:
        """S19: neither ids nor words of signs and situations are in what Python sends."""
        for name, routine in load().routines.items():
            gate, kernel = routine.head.gate_id, Kernel(name)
            for question in questions_of(gate):
                picks = [pick.row for pick in question.picks]
                for choice in [choice.id for choice in question.choices] or [""]:
                    kernel.check(**{f"q{question.id[-1]}": {"reply": "yes", "choice": choice or None, "picks": picks}})
            told = json.dumps(kernel.sent)
            for question in questions_of(gate):
                texts = [*question.signs, *(pick.text for pick in question.picks), *(c.text for c in question.choices)]
                rows = [*question.rows, *(row for choice in question.choices for row in choice.rows)]
                for secret in (*(text for text in texts if len(text) > 8), *rows):
                    assert secret not in told
            for row in load().tier_rows.values():
                assert row.sign not in told

    def test_a_fault_tells_the_log_nothing_of_the_answers(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr("course_helpers.player.widget.plan", broken)
        kernel = Kernel()
        answer = kernel.check(q8={"reply": "yes", "picks": ["T3-implant"]})
        assert answer["fault"]
        assert "T3-implant" not in caplog.text
        assert "picks" not in caplog.text


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(ANY_LETTER, max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(ANY_LETTER, max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["look", "answers", "again", "stopped", "events", "else", 7]),
    content=st.dictionaries(st.sampled_from(["session", "answers", "segment", "over", "events", "version"]), ANYTHING),
)
def test_no_message_breaks_the_panel_or_opens_a_practice(kind: Any, content: dict[str, Any]) -> None:
    kernel = Kernel()
    kernel.ask(kind, **content)
    assert not any(message.get("plan") for message in kernel.sent)
    assert kernel.sent[-1]["kind"] == "reply"


def test_every_segment_that_the_page_may_name_is_known() -> None:
    for routine in load().routines.values():
        ids = [segment.id for segment in segments(routine)]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [name for name in WORDS.__struct_fields__ if name.startswith("paused")])
def test_who_is_told_to_press_what_is_not_in_sight_is_told_where_it_is(name: str) -> None:
    """Finish, far view and the lock open from “More”."""
    told = str(getattr(WORDS, name))
    if any(re.search(rf"\b{word}\b", told) for word in (WORDS.finish, WORDS.far, WORDS.full, WORDS.lock)):
        assert WORDS.more in told
