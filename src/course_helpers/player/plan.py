"""Today's practice: which steps are offered, and how lightly, after the readiness check.

A step that the check leaves out looks in every stored thing like one the learner switched off.
"""

from dataclasses import dataclass

from course_helpers.knowledge import RoutineText, load
from course_helpers.knowledge.records import RoutineStep
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
    """What is different today, in words."""


def plan(routine: RoutineText, assessment: Assessment, hurt: frozenset[str] = frozenset()) -> Plan:
    """The practice that fits these answers; a step that hurt in this process stays out."""
    adjustments = [
        adjustment
        for adjustment in load().adjustments.values()
        if adjustment.routine == routine.head.id and adjustment.row in assessment.rows
    ]
    off = {step for adjustment in adjustments for step in adjustment.steps_off} | hurt
    caps = [a.pressure_max for a in adjustments if a.pressure_max is not None]
    return Plan(
        steps=tuple(step.id for step in routine.steps if step.id not in off),
        left_out=tuple(step.title for step in routine.steps if step.id in off),
        pressure_max=min(caps, default=None),
        changes=(*_changes(routine, assessment), *assessment.changes),
    )


def _changes(routine: RoutineText, assessment: Assessment) -> tuple[str, ...]:
    rows = (load().tier_rows[row] for row in assessment.rows)
    return tuple(f"{row.sign}: {row.changes[routine.head.id]}" for row in rows if routine.head.id in row.changes)


def pressure_levels(step: RoutineStep, most: int | None) -> tuple[int, int] | None:
    """The lightest and the firmest level of a step today; None where no hand presses."""
    if step.pressure_min is None or step.pressure_max is None:
        return None
    if most is None:
        return step.pressure_min, step.pressure_max
    return min(step.pressure_min, most), min(step.pressure_max, most)
