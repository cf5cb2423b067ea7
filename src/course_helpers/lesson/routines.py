"""The steps of a routine in words, for reading and for print: they run no clock and begin nothing."""

from collections.abc import Collection, Iterator

from course_helpers.body.movements import hands, told
from course_helpers.document import Block, Card, Document, Inline, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import RoutineText, load
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson.cards import verdict_label
from course_helpers.lesson.pages import small_picture
from course_helpers.lesson.sources import sources
from course_helpers.locale import localised


def routine_steps(routine: str) -> Document:
    """Purpose, total time and every step of a routine, in order."""
    text = load().routines[routine]
    words = load().strings.routine
    table = Table(
        caption=text.head.title,
        header=(words.step, words.instruction, words.time_and_pressure, words.leave_out),
        rows=tuple(_row(number, step) for number, step in numbered_steps(text)),
    )
    references = dict.fromkeys(reference for step in text.steps for reference in step.references)
    total = (Paragraph(line(localised(text.head.total_note))),) if text.head.total_note else ()
    blocks: tuple[Block, ...] = (Paragraph(line(text.head.purpose)), *total, table, sources(references))
    return Document(f"{text.head.title}: {len(text.steps)} steps", blocks)


def routine_step(routine: str, step_id: str) -> Document:
    """The one card of a step: how, time, pressure, what to leave out, and the sheet's own line."""
    text = load().routines[routine]
    name, step = _named(text, step_id)
    words = step.scene_words or told(step.hand_words, hands(step.hand))
    shown = small_picture(step.id, words)
    card = Card("note", " · ".join((name, *marks(step))), step.title, tuple(_told(text, step)), shown)
    return Document(f"{name}: {step.title}", (card,))


def _told(text: RoutineText, step: RoutineStep) -> Iterator[Block]:
    words = load().strings.routine
    yield Paragraph(line(localised(step.instruction)))
    told = (
        (words.time, time_in_short(step)),
        (words.pressure, pressure(step) if step.pressure_max is not None or step.pressure_note else ""),
        (words.leave_out, _avoided_on_card(text, step)),
    )
    parts: list[Inline] = []
    for label, value in told:
        if value:
            parts += [" " if parts else "", Strong(f"{label}:"), f" {localised(value)}"]
    if parts:
        yield Paragraph(tuple(part for part in parts if part))
    yield from (sheet_line(claim) for claim in claims_told_by(text, step))


LONG_LIST = 4
"""So many things to leave out, told once on the card before, are named together on the next one."""


def _avoided_on_card(text: RoutineText, step: RoutineStep) -> str:
    """What to leave out; a long list that the card just before tells word for word is not told again."""
    place = text.steps.index(step)
    before = text.steps[place - 1].avoid if place else []
    again = [avoid for avoid in step.avoid if avoid in before]
    if len(again) < LONG_LIST:
        return avoided(step)
    return _listed([load().strings.routine.same_as_before, *(avoid for avoid in step.avoid if avoid not in again)])


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


def _named(text: RoutineText, step_id: str) -> tuple[str, RoutineStep]:
    words = load().strings.routine
    for number, step in numbered_steps(text):
        if step.id == step_id:
            return f"{words.step} {number}" if number else words.not_on_sheet, step
    raise KeyError(f"{text.head.id} has no step {step_id}")


def steps_in_full(step_ids: Collection[str]) -> Table:
    """The times of some steps, where they come from, and how the hand moves."""
    words = load().strings.routine
    steps = (entry for text in load().routines.values() for entry in numbered_steps(text))
    rows = tuple(
        (line(numbered_title(number, step)), line(localised(step_time(step))), line(_movement(step)))
        for number, step in steps
        if step.id in step_ids
    )
    return Table(words.steps_in_full, (words.step, words.time, words.movement), rows)


def _movement(step: RoutineStep) -> str:
    told = " ".join(part for part in (step.direction, step.motion) if part)
    return localised(told) if told else load().strings.routine.no_massage


def numbered_steps(text: RoutineText) -> Iterator[tuple[int | None, RoutineStep]]:
    """The steps of a routine in order, each with its number; one that is not on the sheet has none."""
    number = 0
    for step in text.steps:
        number += not step.not_on_sheet
        yield None if step.not_on_sheet else number, step


def numbered_title(number: int | None, step: RoutineStep) -> str:
    """The title of a step with its number, or with the words that it is not on the sheet."""
    return f"{number}. {step.title}" if number else f"{step.title} ({load().strings.routine.not_on_sheet.lower()})"


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


def time_in_short(step: RoutineStep) -> str:
    """How long a step takes, in one sentence; where its time comes from is told elsewhere."""
    if step.led_by != "clock":
        return load().strings.routine.of(f"led_by_{step.led_by}")
    return f"{_length(step)}." if step.seconds else ""


def avoided(step: RoutineStep) -> str:
    """What to leave out, as one sentence; empty where there is nothing."""
    return _listed(step.avoid)


def _listed(avoid: list[str]) -> str:
    return localised(_sentence("; ".join(avoid)))


def _seconds(step: RoutineStep) -> str:
    words = load().strings.routine
    basis = words.from_source if step.time_basis == "source" else words.our_choice
    return f"{_length(step)} ({basis})."


def _length(step: RoutineStep) -> str:
    words = load().strings.routine
    seconds = step.seconds or 0
    length = f"{seconds} seconds" if seconds < 120 or seconds % 60 else f"{seconds // 60} minutes"
    where = {
        "once": "",
        "side": f" {words.each_side}",
        "firm-area": f" {words.each_area}",
    }[step.segments_of]
    return f"{length}{where}"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith(".") else f"{text}."


def _row(number: int | None, step: RoutineStep) -> tuple[Line, Line, Line, Line]:
    words = load().strings.routine
    marked = f" ({', '.join(marks(step))})" if marks(step) else ""
    avoid = avoided(step) if step.avoid else words.nothing_to_avoid
    pressed = f"{words.pressure}: {pressure(step)}" if step.pressure_min is not None else pressure(step)
    directed = f"{words.direction}: {_sentence(step.direction)}" if step.direction else ""
    how = " ".join(part for part in (step_time(step), pressed, directed) if part)
    return (
        line(f"{numbered_title(number, step)}{marked}"),
        line(localised(step.instruction)),
        line(localised(how)),
        line(localised(avoid)),
    )
