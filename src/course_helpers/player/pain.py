"""What hurt since this kernel began: for all routines together, in memory only, and gone with the kernel.

A step that hurt is not offered again. On the same day the practice goes on from a later step and lighter, or not at
all. The rules are course safety rules, to be confirmed by a clinician.
"""

from dataclasses import dataclass, field
from datetime import date

from course_helpers.knowledge import RoutineText

LIGHTER = 1
"""The most pressure on a day on which something hurt: barely touching."""


@dataclass
class Pain:
    """Its fields are read by nobody but the methods, and never leave this process."""

    _steps: dict[str, set[str]] = field(default_factory=dict)
    """Ids of the steps that hurt, by routine."""
    _places: dict[str, tuple[date, int]] = field(default_factory=dict)
    """By routine: the day, and how many of its steps are over and done with on that day."""
    _hurt_on: date | None = None
    _ended_on: date | None = None

    def note(self, routine: RoutineText, step_id: str | None, today: date) -> None:
        """It hurt, in this step or in none that is known."""
        self._hurt_on = today
        ids = [step.id for step in routine.steps]
        if step_id not in ids:
            return
        name = routine.head.id
        self._steps.setdefault(name, set()).add(step_id)
        day, place = self._places.get(name, (today, 0))
        done = ids.index(step_id) + 1
        self._places[name] = (today, max(done, place) if _holds(day, today) else done)

    def end(self, today: date) -> None:
        """It did not ease at once: that is enough for today, in every routine."""
        self._hurt_on = self._ended_on = today

    def ended(self, today: date) -> bool:
        """Whether practice is over for today."""
        return _holds(self._ended_on, today)

    def is_known(self) -> bool:
        """Whether anything hurt since this kernel began. Then the kernel has to stay: it alone knows."""
        return self._hurt_on is not None

    def hurt(self, today: date) -> bool:
        """Whether anything hurt today."""
        return _holds(self._hurt_on, today)

    def left_out(self, routine: RoutineText, today: date) -> frozenset[str]:
        """Steps that are not offered: what hurt, and today also what comes before it."""
        day, place = self._places.get(routine.head.id, (today, 0))
        before = [step.id for step in routine.steps[:place]] if _holds(day, today) else []
        return frozenset(self._steps.get(routine.head.id, ())) | frozenset(before)


def _holds(since: date | None, today: date) -> bool:
    """Whether a day is not over yet. On a clock that was set back, or across a border, it is still to come."""
    return since is not None and since >= today


PAIN = Pain()
"""That of this kernel. A panel may come and go; what hurt stays known."""
