"""The readiness check on paper: the same questions, and what a yes means."""

from course_helpers.document import Block, Card, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.base import Gate, Routine
from course_helpers.knowledge.safety import TierRow
from course_helpers.lesson import cards
from course_helpers.lesson.readiness import GATES, cards_table, questions_of, questions_table
from course_helpers.locale import localised

ROUTINES: dict[Gate, tuple[Routine, ...]] = {"relax": ("relax",), "milk": ("before_feed", "between_feeds")}
"""The routines that each gate opens."""


def may_i_massage_today() -> tuple[Block, ...]:
    """Both gates with what each situation changes, what a no to everything means, and every card they name."""
    words = load().strings.handout
    go = Card("go", load().strings.card.go, words.may_i, (Paragraph(line(words.may_i_go)),))
    return (
        Paragraph(line(words.may_i_intro)),
        *cards.stop_rule().blocks,
        *(table for gate in GATES for table in (questions_table(gate, words.with_changes), _changes(gate))),
        go,
        cards_table(GATES),
        Paragraph(line(words.course_rule)),
    )


def _changes(gate: Gate) -> Table:
    """What each situation changes in the routines of a gate; the text of a choice holds for all of them."""
    words, routines = load().strings.handout, ROUTINES[gate]
    asked = questions_of(gate)
    choices = [(question, choice) for question in asked for choice in question.choices]
    named = [row for _, choice in choices for row in choice.rows]
    named += [pick.row for question in asked for pick in question.picks]
    rows = [_changed(load().tier_rows[row], routines) for row in dict.fromkeys(named)]
    rows += [
        (line(Strong(f"{question.stem} {choice.text}")), *(line(localised(choice.change)) for _ in routines))
        for question, choice in choices
        if choice.change
    ]
    return Table(
        caption=words.changes_title,
        header=(words.fits_you, *(load().routines[routine].head.title for routine in routines)),
        rows=tuple(row for row in rows if row),
    )


def _changed(entry: TierRow, routines: tuple[Routine, ...]) -> tuple[Line, ...]:
    """A row of the table; empty where the situation changes nothing in these routines."""
    if not any(routine in entry.changes for routine in routines):
        return ()
    none = load().strings.handout.no_change
    told = (line(localised(entry.changes.get(routine, none))) for routine in routines)
    return line(Strong(localised(entry.sign))), *told
