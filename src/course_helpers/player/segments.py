"""A routine as the player counts it: one segment for each side or firm area, in order, each with its own time."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec import json

from course_helpers.knowledge import RoutineText, load
from course_helpers.knowledge.routines import RoutineStep

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True)
class Segment:
    """One timed part of a step. To a learner it is a step."""

    id: str
    """The step, and the side or the area: ``a2``, ``b3-left``, ``c2-1``."""
    step: RoutineStep
    before: RoutineStep | None = None
    """A step without time of its own that belongs to the beginning of this one, such as closing the eyes."""
    side: Side | None = None
    area: int | None = None
    """Firm area, counted from 1."""
    changeover: bool = False
    """True: the hands move to the other side or area first, in time that counts for neither."""

    @property
    def seconds(self) -> int | None:
        """Planned seconds; None where the learner, the pump or the baby sets the time."""
        return self.step.seconds

    @property
    def title(self) -> str:
        """The step's title, with that of the step it takes in."""
        return f"{self.before.title}. {self.step.title}" if self.before else self.step.title


def segments(routine: RoutineText) -> tuple[Segment, ...]:
    """All segments of a routine in order, optional ones included.

    Raises:
        ValueError: if a step that the clock leads has no time and no step to join.
    """
    found: list[Segment] = []
    waiting: RoutineStep | None = None
    for step in routine.steps:
        if step.led_by == "clock" and not step.seconds:
            waiting = step
            continue
        found.extend(_segments_of(step, waiting))
        waiting = None
    if waiting:
        raise ValueError(f"{waiting.id} has no seconds and no step after it.")
    return tuple(found)


def _segments_of(step: RoutineStep, before: RoutineStep | None) -> Iterator[Segment]:
    if step.segments_of == "side":
        for number, side in enumerate(SIDES):
            yield Segment(f"{step.id}-{side}", step, before, side=side, changeover=number > 0)
    elif step.segments_of == "firm-area":
        for area in range(1, step.segments + 1):
            yield Segment(f"{step.id}-{area}", step, before, area=area, changeover=area > 1)
    else:
        yield Segment(step.id, step, before)


def version(routine_id: str) -> str:
    """A short mark that changes with every change of the routine; it goes into the learner's record."""
    routine = load().routines[routine_id]
    return hashlib.sha256(json.encode([routine.head, *routine.steps])).hexdigest()[:8]
