"""The routine player as a panel: the readiness check, the way in, and the record of what was practised.

The clock runs in the browser. Here live the answers of the check and what hurt, in memory only: they are never
traits, never logged, never written.
"""

import math
import secrets
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import traitlets

from course_helpers.aims import aim_acts, aim_page
from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.panel import Act, Panel, script, styles
from course_helpers.player.day import day_of, midnight_before
from course_helpers.player.pain import PAIN
from course_helpers.player.plan import Plan, plan
from course_helpers.player.segments import segments
from course_helpers.player.verdict import Shut, Verdict, verdict
from course_helpers.player.view_model import routine_page
from course_helpers.quiz import latest_statuses, what_opens
from course_helpers.readiness import Assessment, Gate, answers_from, assess, questions_of, readiness_words
from course_helpers.record import NotStored, PracticeEvent, open_record, seconds_since, store_events, times_whole
from course_helpers.record.learners import is_here
from course_helpers.record.path import current_key
from course_helpers.record.practice import EVENT_KINDS

HERE = Path(__file__).parent
READINESS = HERE.parent / "readiness"
MOST_EVENTS = 200
"""So many events of a practice are taken at once."""
SESSION_LETTERS = 16
"""The length of a practice's name without the key of its owner."""
LARGEST_NUMBER = 2**53
"""The largest whole number that a page counts exactly; every page numbers in a range of its own."""
LATEST_MS = 4e12
"""A time of an event beyond this, in the year 2096, comes from a damaged message."""
LONGEST_SECONDS = 7200.0
"""No visit of a step lasts longer; a larger number is a damaged message."""


class PlayerPanel(Panel):
    """One routine: watch it, or practise it."""

    word_groups = ("readiness", "player", "aim")
    _esm = script(HERE / "widget.js")
    _css = styles(READINESS / "readiness_form.css", HERE / "widget.css")

    routine = traitlets.Dict(read_only=True).tag(sync=True)
    """The routine as it is for everybody."""
    standing = traitlets.Dict(read_only=True).tag(sync=True, moves=True)
    """What of the quiz is missing, how often the routine was done whole, the aim, and what the record has to say."""

    def __init__(
        self,
        routine_id: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        zone: tzinfo | None = None,
    ) -> None:
        """A panel of one routine; without a zone the learner's day is that of this computer."""
        super().__init__()
        self._text = load().routines[routine_id]
        self._now = now
        self._zone = zone
        self._cleared: str | None = None
        """The session that today's check opened; one check opens one practice."""
        self._cleared_on: date | None = None
        self._plan: Plan | None = None
        self.set_trait("routine", routine_page(routine_id))
        self.refresh()

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """The words of the care cards in the check."""
        return readiness_words()

    def __repr__(self) -> str:
        return load().strings.player.short_name.format(title=self._text.head.title)

    def refresh(self, *, aim: bool = True) -> None:
        """Look at the record again; at the aim only where it may have changed."""
        record = open_record()
        whole = times_whole(record, self._id)
        notices = [load().strings.record.of(notice) for notice in record.notices]
        missing = what_opens(latest_statuses(self._text.head.needs))
        standing = {"missing": missing, "whole": whole, "notices": notices, "overdue": self._overdue()}
        self.set_trait("standing", standing | {"aim": aim_page(record) if aim else self.standing["aim"]})

    def acts(self) -> dict[str, Act]:
        """The check, the way back, a stop, what was practised, and the aim."""
        own = {"answers": self._answers, "again": self._again, "stopped": self._stopped, "events": self._events}
        return own | aim_acts(self.refresh)

    # What the page asks for

    def look(self, content: dict[str, Any]) -> str:
        """A page opened: may it go on with the practice it was in the middle of?"""
        self.refresh()
        session = content.get("session")
        known = self._plan is not None and session is not None and session == self._cleared
        known = known and self._cleared_on == self._today and not self._shut()
        known = known and _whose(str(session)) == current_key()
        self._send_state("standing", known=known, plan=self._plan_page() if known else None)
        return ""

    def _answers(self, content: dict[str, Any]) -> str:
        """Today's check. The answers end here; the outcome goes back once."""
        self._close()
        self.refresh()
        assessment = assess(self._gate, answers_from(self._gate, content.get("answers")))
        self._plan = plan(self._text, assessment, PAIN, self._today)
        found = self._verdict(assessment)
        if found.may_start:
            self._cleared, self._cleared_on = _new_session(), self._today
        shown = self._plan_page() if found.may_start else None
        self._send_state("outcome", request=content.get("id"), verdict=asdict(found), plan=shown)
        return ""

    def _again(self, _content: dict[str, Any]) -> str:
        """The learner goes back to the beginning: the next practice needs a new check."""
        self._close()
        self.refresh()
        self._send_state("standing", known=False, plan=None)
        return ""

    def _stopped(self, content: dict[str, Any]) -> str:
        """It hurt: the check is asked again, and the step is not offered again while this process lives."""
        steps = {segment.id: segment.step.id for segment in segments(self._text)}
        PAIN.note(self._text, steps.get(str(content.get("segment"))), self._today)
        if content.get("over") is True:
            PAIN.end(self._today)
        self._close()
        self._send_state("standing", known=False, plan=None)
        return ""

    def _events(self, content: dict[str, Any]) -> str:
        """Write down what was practised, and say which events are safe; a damaged one is let go of."""
        session, numbers, events = _events_from(content, {segment.id for segment in segments(self._text)})
        whose = _whose(session)
        try:
            # Whose record was erased meanwhile has none any more, and what they did goes into nobody else's.
            if is_here(whose):
                store_events(open_record(whose), session, self._id, str(content.get("version"))[:16], events)
        except NotStored:
            return load().strings.player.not_saved
        if any(event.kind == "ended" for event in events) and session == self._cleared:
            self._close()
        # Steps on the way change nothing of the aim. A beginning makes it one that was practised with, and at the end
        # the page asks about it.
        self.refresh(aim=any(event.kind != "step" for event in events))
        self.say({"kind": "stored", "session": session, "numbers": numbers})
        return ""

    # Inside

    @property
    def _id(self) -> str:
        return self._text.head.id

    @property
    def _gate(self) -> Gate:
        return self._text.head.gate_id

    @property
    def _today(self) -> date:
        """The learner's day: a check holds for no longer."""
        return day_of(self._now(), self._zone)

    def _close(self) -> None:
        """What today's check opened is closed, in every tab in which it stands."""
        if self._cleared:
            self.say({"kind": "closed", "session": self._cleared})
        self._cleared = None
        self._plan = None

    def _shut(self) -> Shut | None:
        """Why there is no practice although nothing in the answers speaks against it; None if there is one."""
        words = load().strings.player
        today = self._shut_today()
        if today:
            return today
        if self._plan is not None and not self._plan.steps:
            return Shut("no-later-step", words.no_later_step)
        if self.standing["missing"]:
            return Shut("quiz", " ".join(entry["text"] for entry in self.standing["missing"]))
        return None

    def _shut_today(self) -> Shut | None:
        """What shuts every practice until tomorrow, whether or not the check is answered."""
        words = load().strings.player
        if PAIN.ended(self._today):
            return Shut("hurt", words.ended_today)
        if self._seconds_left() <= 0:
            return Shut("enough", words.enough_today.format(minutes=self._text.head.most_minutes_a_day))
        return None

    def _seconds_left(self) -> float:
        """How much longer may be practised today, in seconds."""
        now = self._now()
        practised = seconds_since(open_record(), midnight_before(now, self._zone), now)
        return self._text.head.most_minutes_a_day * 60 - practised

    def _verdict(self, assessment: Assessment) -> Verdict:
        numbers = {question.id: number for number, question in enumerate(questions_of(self._gate), 1)}
        still_open = [numbers[name] for name in assessment.unanswered]
        return verdict(assessment, self._shut(), hurt_today=PAIN.hurt(self._today), open_numbers=still_open)

    def _plan_page(self) -> dict[str, Any] | None:
        if self._plan is None:
            return None
        return {
            "session": self._cleared,
            "steps": list(self._plan.steps),
            "left_out": list(self._plan.left_out),
            "pressure_max": self._plan.pressure_max,
            "left_ms": max(0, int(self._seconds_left() * 1000)),
            "changes": [localised(change) for change in self._plan.changes],
        }

    def _send_state(self, kind: str, **content: Any) -> None:
        """As a message, never as a trait: what is in it is gone with the page.

        ``remembers`` tells the page that this kernel knows what nothing else knows, so that it is not let go.
        """
        shut = self._shut_today()
        remembers = PAIN.is_known() or self._plan is not None
        self.say({"kind": kind, "shut": shut.sentence if shut else "", "remembers": remembers, **content})

    def _overdue(self) -> str:
        review = load().review
        if self._today <= review.review_by:
            return ""
        return load().strings.readiness.overdue.format(date=review.review_by.isoformat())


def _new_session() -> str:
    """A name for a practice. It ends with the key of whose it is, so a page that outlives this process knows it."""
    return secrets.token_hex(SESSION_LETTERS // 2) + current_key()


def _whose(session: str) -> str:
    """The key of the record that a practice belongs to; empty for the one without a name."""
    return session[SESSION_LETTERS:]


def _events_from(content: dict[str, Any], known: set[str]) -> tuple[str, list[int], list[PracticeEvent]]:
    """The session of a message, the numbers in it, and its events as far as they are whole.

    Raises:
        ValueError: if nothing in the message can be told apart.
    """
    session, raw = content.get("session"), content.get("events")
    if not isinstance(session, str) or not 8 <= len(session) <= 32 or not session.isalnum():
        raise ValueError("Events without a session.")
    if not isinstance(raw, list) or not 0 < len(raw) <= MOST_EVENTS:
        raise ValueError("Events without a list.")
    entries = [entry for entry in raw if isinstance(entry, dict) and _is_number(entry.get("number"))]
    found = [event for event in (_event(entry, known) for entry in entries) if event]
    return session, [entry["number"] for entry in entries], found


def _is_number(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 < number <= LARGEST_NUMBER


def _event(entry: dict[str, Any], known: set[str]) -> PracticeEvent | None:
    """The event, or None if it is damaged."""
    kind: Any
    kind, segment, seconds, at = (entry.get(key, "") for key in ("kind", "step", "seconds", "at"))
    fits = kind in EVENT_KINDS and (segment in known if kind == "step" else segment == "")
    numeric = all(isinstance(value, int | float) and math.isfinite(value) for value in (seconds, at))
    if not (fits and numeric and 0 <= seconds <= LONGEST_SECONDS and 0 < at < LATEST_MS):
        return None
    when = datetime.fromtimestamp(at / 1000, UTC)
    return PracticeEvent(entry["number"], kind, segment, float(seconds), entry.get("whole") is True, when)
