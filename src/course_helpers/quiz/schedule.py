"""When each point of the quiz comes back: cards of the FSRS scheduler, one for each objective that was asked.

Points come back on later days, because spaced retrieval lasts longer than the same number of repeats in a row (Latimier
et al. 2021). The scheduler is the `fsrs` library with its defaults, no random shift, and a wish to remember nine
in ten. With a few dozen cards nothing can be tuned, so we claim no gain over fixed gaps.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import TYPE_CHECKING

from course_helpers.quiz.mastery import CERTAINTY_WRONG, GradedAnswer

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""The share (0-1) of points that should still be known when they come back."""

SHORTEST_GAP = timedelta(hours=4)
"""An answer sooner after the last one is no review, even if midnight or a border lay between (a course choice)."""

AHEAD = timedelta(days=1)
"""A last answer further in the future than this was given under a wrong clock."""

NOT_SURE = 1
NOT_TOLD = 2
"""Who does not say how sure they are counts as fairly sure."""


@dataclass(frozen=True)
class Point:
    """One objective, and when it comes back."""

    objective: str
    card: str
    """The state of the scheduler, in its own JSON."""
    answered_at: datetime
    """When the point was answered last, whether or not that was a review."""
    due: datetime
    right: bool
    """Whether the last answer was right, and how sure the learner was of it."""
    confidence: int | None


@dataclass(frozen=True)
class Schedule:
    """All points that were ever asked."""

    points: Mapping[str, Point] = field(default_factory=dict)

    def due(self, now: datetime, zone: tzinfo | None = None) -> list[Point]:
        """What comes back today or is late, the longest due first."""
        return sorted(
            (point for point in self.points.values() if due_day(point, now, zone) <= day_of(now, zone)),
            key=lambda point: (point.due, point.objective),
        )

    def forecast(self, now: datetime, days: int, zone: tzinfo | None = None) -> list[int]:
        """How many points come back today and on each of the days after it; late ones count today."""
        today = day_of(now, zone)
        counts = [0] * days
        for point in self.points.values():
            away = max(0, (due_day(point, now, zone) - today).days)
            if away < days:
                counts[away] += 1
        return counts

    def next_day(self, now: datetime, zone: tzinfo | None = None) -> date | None:
        """The day on which the next point comes back; None if no point was ever asked."""
        return min((due_day(point, now, zone) for point in self.points.values()), default=None)


def after(schedule: Schedule, answers: Iterable[GradedAnswer], zone: tzinfo | None = None) -> Schedule:
    """The schedule after these answers, oldest first. A repeat on the same day moves nothing."""
    points = dict(schedule.points)
    for answer in answers:
        points[answer.objective] = _answered(points.get(answer.objective), answer, zone)
    return replace(schedule, points=points)


def point_from(objective: str, card: str, answered_at: str, right: bool, confidence: int | None) -> Point:
    """A point as the record keeps it.

    Raises:
        ValueError: if it is damaged.
    """
    try:
        due = _card(card).due
    except (KeyError, TypeError) as error:
        raise ValueError(f"The card of {objective} cannot be read.") from error
    return Point(objective, card, datetime.fromisoformat(answered_at), due, right, confidence)


def due_day(point: Point, now: datetime, zone: tzinfo | None = None) -> date:
    """The learner's day on which a point comes back. One that was answered under a clock far ahead comes back now."""
    if point.answered_at > now + AHEAD:
        return day_of(now, zone)
    return day_of(point.due, zone)


def day_of(moment: datetime, zone: tzinfo | None = None) -> date:
    """The date where the learner is; without a zone, that of this computer."""
    return moment.astimezone(zone).date()


def first_to_ask(points: Iterable[Point]) -> list[Point]:
    """Due points in the order in which to ask them: what was sure and wrong first, then wrong, then the longest due."""

    def urgency(point: Point) -> int:
        return 1 if point.right else CERTAINTY_WRONG[point.confidence or NOT_TOLD]

    return sorted(points, key=lambda point: (urgency(point), point.due, point.objective))


def _answered(before: Point | None, answer: GradedAnswer, zone: tzinfo | None) -> Point:
    at = datetime.fromisoformat(answer.at)
    if before is None:
        return _reviewed(_new_card(at), answer, at)
    if before.answered_at > at + AHEAD:
        # The clock was ahead when the point was answered last. What is known of it stays, and it is counted from now.
        return _reviewed(_counted_from(before, at), answer, at)
    if at - before.answered_at < SHORTEST_GAP or day_of(at, zone) <= day_of(before.answered_at, zone):
        return _repeated(before, answer, at)
    return _reviewed(_card(before.card), answer, at)


def _repeated(before: Point, answer: GradedAnswer, at: datetime) -> Point:
    """The same day once more: no review. A miss brings the point back tomorrow, and changes nothing else."""
    card = _card(before.card)
    if not answer.right:
        card.due = min(card.due, at.astimezone(UTC) + timedelta(days=1))
    return _point(card, answer, max(at, before.answered_at))


def _reviewed(card: "Card", answer: GradedAnswer, at: datetime) -> Point:
    from fsrs import Rating

    right = Rating.Hard if answer.confidence == NOT_SURE else Rating.Good
    rating = right if answer.right else Rating.Again
    reviewed, _ = _scheduler().review_card(card, rating, at.astimezone(UTC))
    return _point(reviewed, answer, at)


def _point(card: "Card", answer: GradedAnswer, at: datetime) -> Point:
    return Point(answer.objective, card.to_json(), at, card.due, answer.right, answer.confidence)


def _new_card(at: datetime) -> "Card":
    from fsrs import Card

    # The point it stands for is its name; without a number the library would wait for the clock to make one.
    return Card(card_id=1, due=at.astimezone(UTC))


def _counted_from(point: Point, at: datetime) -> "Card":
    card = _card(point.card)
    card.last_review = at.astimezone(UTC)
    return card


def _card(text: str) -> "Card":
    from fsrs import Card

    return Card.from_json(text)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    # Days are the smallest step here, so the library's steps of minutes are left out.
    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
