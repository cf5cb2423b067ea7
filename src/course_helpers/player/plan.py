"""Today's practice: which steps are offered, and how lightly, after the readiness check.

A step that the check leaves out looks in every stored thing like one the learner switched off.
"""

from dataclasses import dataclass
from datetime import date

from course_helpers.knowledge import RoutineText, load
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.player.pain import LIGHTER, Pain
from course_helpers.readiness import Assessment


@dataclass(frozen=True)
class Plan:
    """What may be practised today."""

    steps: tuple[str, ...]
    """Ids of the steps on offer, in order."""
    left_out: tuple[str, ...]
    """Titles of the steps that are not on offer today."""
    pressure_max: int | None
    changes: tuple[str, ...]
    """What is different because something hurt today. What the answers change, the page knows from its answers."""


def plan(routine: RoutineText, assessment: Assessment, pain: Pain, today: date) -> Plan:
    """The practice that fits these answers and what hurt in this process."""
    adjustments = [
        adjustment
        for adjustment in load().adjustments.values()
        if adjustment.routine == routine.head.id and adjustment.row in assessment.rows
    ]
    off = {step for adjustment in adjustments for step in adjustment.steps_off} | pain.left_out(routine, today)
    caps = [a.pressure_max for a in adjustments if a.pressure_max is not None]
    lighter = (_lighter(),) if pain.hurt(today) else ()
    if lighter:
        caps.append(LIGHTER)
    return Plan(
        steps=tuple(step.id for step in routine.steps if step.id not in off),
        left_out=tuple(step.title for step in routine.steps if step.id in off),
        pressure_max=min(caps, default=None),
        changes=lighter,
    )


def _lighter() -> str:
    """What changes after a hurt that eased: the words of the check's own question, whatever was answered to it."""
    return next(choice.change for q in load().readiness.values() for choice in q.choices if choice.id == "eased")


def pressure_levels(step: RoutineStep, most: int | None) -> tuple[int, int] | None:
    """The lightest and the firmest level of a step today; None where no hand presses."""
    if step.pressure_min is None or step.pressure_max is None:
        return None
    if most is None:
        return step.pressure_min, step.pressure_max
    return min(step.pressure_min, most), min(step.pressure_max, most)
