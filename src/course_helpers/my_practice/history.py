"""What was practised and answered, counted: the numbers behind each chart and its table. No drawing here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from course_helpers.knowledge import load
from course_helpers.player.segments import segments
from course_helpers.quiz import schedule
from course_helpers.quiz.schedule import day_of
from course_helpers.record import Record

WEEKS = 53
"""The calendar shows so many weeks, the last one being this one."""

DAYS_AHEAD = 28
"""The forecast shows so many days from today on."""

LEVELS = (3, 2, 1)


@dataclass(frozen=True)
class History:
    """Everything that the charts show."""

    today: date
    days: Mapping[date, int]
    """Sessions on each day that has any, all years."""
    seconds: float
    steps: Mapping[tuple[str, str], float]
    """Seconds at each step: routine and step, in words, the longest first."""
    reviews: tuple[int, ...]
    """Points that come back on each of the next days, today first."""
    answers: Mapping[int, tuple[int, int]]
    """By how sure somebody was, 3 to 1: how many answers were right, and how many were not."""

    @property
    def sessions(self) -> int:
        """All sessions; one that was ended early counts like any other."""
        return sum(self.days.values())

    @property
    def first_shown(self) -> date:
        """The Monday with which the calendar begins."""
        return self.today - timedelta(days=self.today.weekday(), weeks=WEEKS - 1)

    def shown(self) -> dict[date, int]:
        """Sessions of the days that the calendar shows."""
        return {day: number for day, number in self.days.items() if self.first_shown <= day <= self.today}

    def months(self) -> dict[date, int]:
        """Sessions of each month that has any, by its first day, the latest first."""
        counted: Counter[date] = Counter()
        for day, number in self.days.items():
            counted[day.replace(day=1)] += number
        return dict(sorted(counted.items(), reverse=True))


def history_of(record: Record, now: datetime, zone: tzinfo | None = None) -> History:
    """Count what the record holds.

    Raises:
        NotStored: if the record cannot be read now.
    """
    with record.read() as db:
        begun = [row[0] for row in db.execute("SELECT begun_at FROM practice")]
        spent = db.execute(
            "SELECT routine, step, total(seconds) FROM practice JOIN practice_event USING (session) "
            "WHERE step <> '' GROUP BY routine, step"
        ).fetchall()
        told = db.execute(
            "SELECT confidence, sum(right), sum(1 - right) FROM answer WHERE confidence IS NOT NULL GROUP BY confidence"
        ).fetchall()
    answers = {level: (right, wrong) for level, right, wrong in told}
    by_step: Counter[tuple[str, str]] = Counter()
    for routine, segment, seconds in spent:
        by_step[in_words(routine, segment)] += seconds
    return History(
        today=day_of(now, zone),
        days=Counter(day_of(datetime.fromisoformat(at), zone) for at in begun),
        seconds=by_step.total(),
        steps=dict(sorted(by_step.items(), key=lambda entry: (-entry[1], entry[0]))),
        reviews=tuple(schedule(record, zone).forecast(now, DAYS_AHEAD, zone)),
        answers={level: answers.get(level, (0, 0)) for level in LEVELS},
    )


def in_words(routine: str, segment: str) -> tuple[str, str]:
    """The titles of a routine and of a segment's step; the name itself if the course no longer has it."""
    text = load().routines.get(routine)
    if text is None:
        return routine, segment
    steps = {entry.id: entry.step.title for entry in segments(text)}
    return text.head.title, steps.get(segment, segment)
