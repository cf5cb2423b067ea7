"""The short way to a first practice, with its place kept: which steps are done, and where to go on.

What is kept is what the record has anyway: right answers, a practice, and which step was gone to. Nothing about a body.
"""

from pathlib import Path
from typing import Any

from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import ShortWayStep
from course_helpers.lesson import doors
from course_helpers.lesson.section_links import section_place
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.quiz.bank import still_missing
from course_helpers.record import NotStored, Record, open_record, practices

HERE = Path(__file__).parent
ROUTINE = "relax"
"""The routine that the short way leads to."""


class ShortWayPanel(ViewPanel):
    """A row of links; the one to go on with is filled."""

    word_groups = ("short_way",)
    _esm = script(HERE / "short_way.js")
    _css = styles(HERE / "short_way.css")

    def page(self) -> View:
        """What the record holds now."""
        return {"steps": way_page(open_record())}

    def acts(self) -> dict[str, Act]:
        """The learner goes to a step."""
        return {"go": self._go}

    def _go(self, content: dict[str, Any]) -> str:
        step = content.get("step")
        if step not in load().short_way:
            return load().strings.panel.refused
        try:
            open_record().go_to_step(step)
        except NotStored:
            return load().strings.short_way.not_stored
        self.refresh()
        return ""

    def fallback(self) -> Document:
        """The row of links, with nothing known of a learner."""
        return doors.short_way()


def way_page(record: Record) -> list[dict[str, Any]]:
    """Each step with its link; whether it is done, and which one comes next."""
    done = {step.id: is_done(step, record) for step in load().short_way.values()}
    following = next((name for name, ready in done.items() if not ready), "")
    return [
        {
            "id": step.id,
            "place": section_place(step.section) | {"text": step.title},
            "minutes": doors.time_of(step),
            "done": done[step.id],
            "next": step.id == following,
        }
        for step in load().short_way.values()
    ]


def is_done(step: ShortWayStep, record: Record) -> bool:
    """Whether the record has what a step asks for."""
    if step.done_when == "known":
        return not still_missing(load().routines[ROUTINE].head.needs, record)
    if step.done_when == "practised":
        return any(practice.events for practice in practices(record, ROUTINE))
    return step.id in record.steps_gone_to()
