"""A routine on one sheet: what comes before it, its drawing and its steps."""

from dataclasses import replace

from course_helpers.document import Block, Paragraph, Picture, PicturePart, Strong, line
from course_helpers.figures.strokes import panel_of_f14
from course_helpers.knowledge import load
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson import cards, routines
from course_helpers.lesson.milk_decision import decision_table
from course_helpers.lesson.pages import picture
from course_helpers.lesson.routines import numbered_steps, numbered_title
from course_helpers.locale import localised

SHARES = {"relax": 0.64, "before_feed": 0.38, "between_feeds": 0.7}
"""How much of the width the drawing of a routine takes, 0-1."""


def before_the_steps(routine: str) -> tuple[Block, ...]:
    """Purpose, the decision where milk is made, the stop rule, the drawing and what the pressures mean."""
    words = load().strings.handout
    head = load().routines[routine].head
    before = words.before_relax if routine == "relax" else words.before_milk
    decision = () if routine == "relax" else (decision_table(), Paragraph(line(localised(words.decide_rule))))
    notice = load().strings.notice
    # The milk decision says more of a fever than the notice does.
    notices = [notice.new_change, *([notice.fever] if routine == "relax" else [])]
    return (
        Paragraph(line(Strong(head.purpose), f" {localised(head.total_note)}")),
        *decision,
        *cards.stop_rule().blocks,
        Paragraph(line(localised(before), f" {localised(' '.join(notices))}")),
        _drawing(routine),
        Paragraph(line(f"{words.pressures} {words.mirror}")),
    )


def _drawing(routine: str) -> Picture:
    if routine == "relax":
        return replace(picture("F13"), share=SHARES[routine])
    numbered = numbered_steps(load().routines[routine])
    parts = (_panel(number, step, step.picture) for number, step in numbered if step.picture)
    return replace(picture("F14"), share=SHARES[routine], parts=tuple(parts))


def _panel(number: int | None, step: RoutineStep, picture_number: int) -> PicturePart:
    title = numbered_title(number, step)
    mirror = load().strings.handout.mirror
    return PicturePart(*panel_of_f14(picture_number - 1), alt=f"{title}. {step.motion} {mirror}", caption=title)


def steps(routine: str) -> tuple[Block, ...]:
    """Each step as a paragraph of its own."""
    return tuple(_step(number, step) for number, step in numbered_steps(load().routines[routine]))


def _step(number: int | None, step: RoutineStep) -> Paragraph:
    words = load().strings.routine
    marks = routines.marks(step)
    marked = f" ({', '.join(marks)})" if marks else ""
    pressed = f"{words.pressure}: {routines.pressure(step)}" if step.pressure_min is not None else ""
    told = " ".join(
        part for part in (localised(step.instruction), localised(routines.time_in_short(step)), pressed) if part
    )
    avoid = (Strong(f" {words.leave_out}: "), routines.avoided(step)) if step.avoid else ()
    return Paragraph(line(Strong(f"{numbered_title(number, step)}{marked}. "), told, *avoid))
