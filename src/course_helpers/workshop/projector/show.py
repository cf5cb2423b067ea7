"""Which question is on the screen in front, and how much of it: pure rules, no record, no widget."""

from dataclasses import dataclass, replace
from typing import Literal

from course_helpers.knowledge import Knowledge
from course_helpers.knowledge.quizzes import Item

SetName = Literal["closing", "safety"]
Stage = Literal["asked", "shown", "revealed"]
"""The question alone; with its choices; with the answer and every reason."""

STAGES: tuple[Stage, ...] = ("asked", "shown", "revealed")
PRESSES = ("show", "reveal", "next", "back", "end")
"""What may be pressed while a set is shown."""
ON_A_SCREEN = ("single", "multiple")
"""The kinds a room can answer by raising hands."""


@dataclass(frozen=True)
class Show:
    """Where a facilitator is. ``items`` are the ids of the chosen set; none means that no set is chosen."""

    items: tuple[str, ...] = ()
    position: int = 0
    stage: Stage = "asked"


def items_of(name: SetName, knowledge: Knowledge) -> tuple[Item, ...]:
    """The questions of a set, in the order of the course's objectives.

    ``closing``: the twins of the six warm-up questions, so that a count before and after compares like with like.
    ``safety``: every safety-critical question that needs no drawing and no row of decisions.
    """
    order = list(knowledge.objectives)
    fitting = [item for item in knowledge.items.values() if item.kind in ON_A_SCREEN]
    if name == "closing":
        chosen = [item for item in fitting if item.twin_of]
    else:
        chosen = [item for item in fitting if knowledge.objectives[item.objective].safety_critical]
    return tuple(sorted(chosen, key=lambda item: order.index(item.objective)))


def begun(items: tuple[Item, ...]) -> Show:
    """The first question of a set, without its choices."""
    return Show(tuple(item.id for item in items))


def moved(show: Show, press: str) -> Show:
    """After one of the presses; what does not fit changes nothing."""
    if not show.items:
        return show
    match press:
        case "show" if show.stage == "asked":
            return replace(show, stage="shown")
        case "reveal" if show.stage != "revealed":
            return replace(show, stage=STAGES[STAGES.index(show.stage) + 1])
        case "next" | "back":
            position = show.position + (1 if press == "next" else -1)
            return replace(show, position=position, stage="asked") if 0 <= position < len(show.items) else show
        case "end":
            return Show()
    return show
