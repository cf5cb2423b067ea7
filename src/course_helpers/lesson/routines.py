"""The steps of a routine in words, for reading and for print: they run no clock and begin nothing."""

from course_helpers.document import Block, Card, Document, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import RoutineText, load
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson.cards import verdict_label
from course_helpers.lesson.sources import sources
from course_helpers.locale import localised


def routine_steps(routine: str) -> Document:
    """Purpose, total time and every step of a routine, in order."""
    text = load().routines[routine]
    words = load().strings.routine
    table = Table(
        caption=text.head.title,
        header=(words.step, words.instruction, words.time_and_pressure, words.leave_out),
        rows=tuple(_row(number, step) for number, step in enumerate(text.steps, 1)),
    )
    references = dict.fromkeys(reference for step in text.steps for reference in step.references)
    total = (Paragraph(line(localised(text.head.total_note))),) if text.head.total_note else ()
    blocks: tuple[Block, ...] = (Paragraph(line(text.head.purpose)), *total, table, sources(references))
    return Document(f"{text.head.title}: {len(text.steps)} steps", blocks)


def routine_step(routine: str, step_id: str) -> Document:
    """The card of one step."""
    text = load().routines[routine]
    number, step = _numbered(text, step_id)
    words = load().strings.routine
    told = (
        (words.time, step_time(step)),
        (words.pressure, pressure(step)),
        (words.direction, step.direction),
        (words.motion, step.motion),
    )
    lines = Items(tuple(line(Strong(f"{label}:"), f" {localised(value)}") for label, value in told if value))
    avoid = (Paragraph(line(Strong(f"{words.leave_out}:"))), _avoid_list(step)) if step.avoid else ()
    label = " · ".join((f"{words.step} {number}", *marks(step)))
    told_by_sheet = tuple(sheet_line(claim) for claim in claims_told_by(text, step))
    blocks = (Paragraph(line(localised(step.instruction))), lines, *avoid, *told_by_sheet)
    return Document(f"Step {number}: {step.title}", (Card("note", label, step.title, blocks),))


def claims_told_by(text: RoutineText, step: RoutineStep) -> list[Claim]:
    """The lines of the sheet that this step is the first to put into practice, and that have no card of their own."""
    earlier = {claim for other in text.steps[: text.steps.index(step)] for claim in other.claims}
    told = (load().claims[claim] for claim in step.claims if claim in text.head.claims and claim not in earlier)
    return [claim for claim in told if claim.card == "short"]


def sheet_line(claim: Claim) -> Paragraph:
    """A line of the sheet with its verdict and what the evidence says, in one paragraph."""
    says = load().strings.card.source_says
    return Paragraph(
        line(Strong(f"{says}:"), f" {claim.source_says} ", Strong(verdict_label(claim)), f": {claim.in_short}")
    )


def _numbered(text: RoutineText, step_id: str) -> tuple[int, RoutineStep]:
    for number, step in enumerate(text.steps, 1):
        if step.id == step_id:
            return number, step
    raise KeyError(f"{text.head.id} has no step {step_id}")


def _avoid_list(step: RoutineStep) -> Items:
    return Items(tuple(line(localised(avoid)) for avoid in step.avoid))


def marks(step: RoutineStep) -> tuple[str, ...]:
    """What sets a step apart: that it is optional or off, and a label such as "experts differ"."""
    words = load().strings.routine
    optional = (words.optional if step.on_at_start else words.off_at_start,) if step.optional else ()
    return (*optional, step.label) if step.label else optional


def pressure(step: RoutineStep) -> str:
    """The level of pressure with what it feels like."""
    if step.pressure_min is None or step.pressure_max is None:
        return step.pressure_note or load().strings.routine.no_massage
    same = step.pressure_min == step.pressure_max
    levels = str(step.pressure_max) if same else f"{step.pressure_min} to {step.pressure_max}"
    return f"{levels}. {step.pressure_note}" if step.pressure_note else f"{levels}."


def step_time(step: RoutineStep) -> str:
    """How long a step takes, and where the time comes from."""
    note = _sentence(step.time_note)
    if step.led_by != "clock":
        led = load().strings.routine.of(f"led_by_{step.led_by}")
        return f"{led} {note}" if step.led_by == "learner" else note or led
    if not step.seconds:
        return note
    return f"{_seconds(step)} {note}".strip()


def avoided(step: RoutineStep) -> str:
    """What to leave out, as one sentence; empty where there is nothing."""
    return localised(_sentence("; ".join(step.avoid)))


def _seconds(step: RoutineStep) -> str:
    words = load().strings.routine
    seconds = step.seconds or 0
    length = f"{seconds} seconds" if seconds < 120 or seconds % 60 else f"{seconds // 60} minutes"
    where = {
        "once": "",
        "side": f" {words.each_side}",
        "firm-area": f" {words.each_area.format(turns=step.turns)}",
    }[step.turns_of]
    basis = words.from_source if step.time_basis == "source" else words.our_choice
    return f"{length}{where} ({basis})."


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith(".") else f"{text}."


def _row(number: int, step: RoutineStep) -> tuple[Line, Line, Line, Line]:
    words = load().strings.routine
    marked = f" ({', '.join(marks(step))})" if marks(step) else ""
    avoid = avoided(step) if step.avoid else words.nothing_to_avoid
    pressed = f"{words.pressure}: {pressure(step)}" if step.pressure_min is not None else pressure(step)
    directed = f"{words.direction}: {_sentence(step.direction)}" if step.direction else ""
    how = " ".join(part for part in (step_time(step), pressed, directed) if part)
    return (
        line(f"{number}. {step.title}{marked}"),
        line(localised(step.instruction)),
        line(localised(how)),
        line(localised(avoid)),
    )
