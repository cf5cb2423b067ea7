"""The readiness check: no strict answer may be lost."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import (
    CareCardId,
    PressureLevel,
    ReadinessId,
    ReadinessKey,
    Record,
    ReferenceId,
    Routine,
    Slug,
    StepId,
    Text,
    TierRowId,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.knowledge.safety import CareCard, TierRow
from course_helpers.knowledge.urgency import rank

ReadinessLevel = Literal["help-now", "not-today", "go-with-changes", "go"]
"""What the readiness check may say, most urgent first. It is no diagnosis, no score and no probability."""


PREGNANCY, SORE_NIPPLES = "T3-pregnancy", "T3-nipples"
"""The situations in which every step on the nipple is off."""


class ReadinessChoice(Record, frozen=True, kw_only=True):
    """An answer to the second question that follows a yes."""

    id: Slug
    text: Text
    outcome: ReadinessLevel
    card: CareCardId | None = None
    rows: list[TierRowId] = []
    """Outcome ``go-with-changes``: the situations whose changes are said before Start."""
    change: str = ""
    """Outcome ``go-with-changes``: a change that belongs to no tier row."""


class ReadinessPick(Record, frozen=True, kw_only=True):
    """A situation that a learner may tick; each brings its change."""

    text: Text
    row: TierRowId


class ReadinessQuestion(Record, frozen=True, kw_only=True):
    """One question of the readiness check: a short stem and its signs, one a line."""

    id: ReadinessKey
    stem: Text
    signs: list[Text] = []
    """What the question asks about; where it has situations to tick, those are its list."""
    note: str = ""
    """What is usual, or long settled, and no reason to say yes."""
    rows: list[TierRowId]
    references: list[ReferenceId] = []
    """Sources where the question rests on no tier row; otherwise the rows carry them."""
    outcome: ReadinessLevel
    """The strictest outcome of a yes; it holds until the second question is answered."""
    card: CareCardId
    """The strictest card of a yes."""
    follow_up: str = ""
    """The second question after a yes; empty where there is none."""
    choices: list[ReadinessChoice] = []
    picks: list[ReadinessPick] = []
    """Situations to tick after a yes; "not sure" means all of them."""
    course_rule: str = ""
    reviewed_on: datetime.date


class ReadinessCombination(Record, frozen=True, kw_only=True):
    """Two answers that mean more together than each alone."""

    id: Slug
    question: ReadinessId
    """A question answered with yes or not sure ..."""
    except_choices: list[str] = []
    """... but with none of these choices, which already ask for those who are meant ..."""
    with_question: ReadinessId
    with_choices: list[str]
    """... together with one of these choices of another question."""
    outcome: ReadinessLevel
    card: CareCardId


class Adjustment(Record, frozen=True, kw_only=True):
    """What a situation changes in the player of a routine."""

    id: Annotated[str, Meta(pattern=r"^T[23]-[a-z-]+\.(relax|before_feed|between_feeds)$")]
    row: TierRowId
    routine: Routine
    steps_off: list[StepId] = []
    pressure_max: PressureLevel | None = None


LEVELS: tuple[ReadinessLevel, ...] = ("help-now", "not-today", "go-with-changes", "go")
"""From the strictest to the mildest."""


def strictest_holds_while_open(located: list[Located]) -> Iterator[Problem]:
    """Until the second question is answered, the strictest of its answers counts."""
    for item, question in of_type(located, ReadinessQuestion):
        if bool(question.follow_up) != bool(question.choices or question.picks):
            yield item.problem("A second question without answers, or the other way round.", "Give both.", "follow_up")
        outcomes = [choice.outcome for choice in question.choices]
        if outcomes and LEVELS.index(question.outcome) > min(map(LEVELS.index, outcomes)):
            yield item.problem("A choice is stricter than the question itself.", "Give its outcome here.", "outcome")
        if question.picks and question.outcome != "go-with-changes":
            yield item.problem("Situations to tick only bring changes.", "Write go-with-changes.", "outcome")


def open_card_covers_each_answer(located: list[Located]) -> Iterator[Problem]:
    """What holds until the second question is answered is as urgent as any answer, or names what cannot wait."""
    cards = {card.id: card for _, card in of_type(located, CareCard)}
    for item, question in of_type(located, ReadinessQuestion):
        own = cards.get(question.card)
        named = [cards[choice.card] for choice in question.choices if choice.card in cards]
        sooner = [card.id for card in named if own and rank(card) < rank(own)]
        if own and sooner and not own.cannot_wait:
            what = f"{own.id} is less urgent than {', '.join(sooner)}, and names nothing that cannot wait."
            yield item.problem(what, "Name the most urgent card of its answers.", "card")


def strict_answers_name_a_card(located: list[Located]) -> Iterator[Problem]:
    """Nobody is told "not today" without being told whom to ask."""
    for item, question in of_type(located, ReadinessQuestion):
        for choice in question.choices:
            if choice.outcome != "go" and choice.card is None:
                yield item.problem(f'The choice "{choice.id}" names no card.', "Name its care card.", "choices")
        ids = [choice.id for choice in question.choices]
        if len(ids) != len(set(ids)):
            yield item.problem("Two choices share an id.", "Give each an id of its own.", "choices")


def questions_show_their_list(located: list[Located]) -> Iterator[Problem]:
    """What a question asks about stands in sight before anybody answers: its signs, or its situations to tick."""
    for item, question in of_type(located, ReadinessQuestion):
        if not question.signs and not question.picks:
            yield item.problem("Nothing stands under the question.", "List its signs, one a line.", "signs")


def questions_name_their_source(located: list[Located]) -> Iterator[Problem]:
    """Each question rests on tier rows or on sources of its own."""
    for item, question in of_type(located, ReadinessQuestion):
        if not question.rows and not question.references:
            yield item.problem("No tier row and no source.", "Cite what the question rests on.", "rows")


def combinations_name_real_choices(located: list[Located]) -> Iterator[Problem]:
    """A combination points at choices that exist."""
    choices = {q.id: {choice.id for choice in q.choices} for _, q in of_type(located, ReadinessQuestion)}
    for item, combination in of_type(located, ReadinessCombination):
        unknown = set(combination.with_choices) - choices.get(combination.with_question, set())
        if unknown or not combination.with_choices:
            yield item.problem(f"Unknown choices: {sorted(unknown)}.", "Name choices of that question.", "with_choices")
        unknown = set(combination.except_choices) - choices.get(combination.question, set())
        if unknown:
            yield item.problem(
                f"Unknown choices: {sorted(unknown)}.", "Name choices of that question.", "except_choices"
            )


def adjustments_fit_their_routine(located: list[Located]) -> Iterator[Problem]:
    """An adjustment leaves out steps of its own routine, and its row says the change in words."""
    steps: dict[str, set[str]] = {}
    for item, step in of_type(located, RoutineStep):
        steps.setdefault(item.source.file, set()).add(step.id)
    rows = {row.id: row for _, row in of_type(located, TierRow)}
    for item, adjustment in of_type(located, Adjustment):
        foreign = set(adjustment.steps_off) - steps.get(f"routines/{adjustment.routine}.toml", set())
        if foreign:
            yield item.problem(f"Not in this routine: {sorted(foreign)}.", "Name steps of the routine.", "steps_off")
        row = rows.get(adjustment.row)
        if row and adjustment.routine not in row.changes:
            what = f"{adjustment.row} says no change for {adjustment.routine}."
            yield item.problem(what, "Say the change in tiers.toml: nothing is changed without a word.", "row")


def nipple_steps_are_left_out(located: list[Located]) -> Iterator[Problem]:
    """A step on the nipple is off in any pregnancy and on a sore nipple, also a step that was added later."""
    adjustments = [adjustment for _, adjustment in of_type(located, Adjustment)]
    for item, step in of_type(located, RoutineStep):
        for row in (PREGNANCY, SORE_NIPPLES) if step.on_nipple else ():
            off = [name for one in adjustments if one.row == row for name in one.steps_off]
            if step.id not in off:
                what = f"{step.id} is on the nipple, and {row} does not leave it out."
                yield item.problem(what, f"Name it in steps_off of {row} in readiness.toml.", "on_nipple")


RULES = (
    strictest_holds_while_open,
    open_card_covers_each_answer,
    strict_answers_name_a_card,
    questions_show_their_list,
    questions_name_their_source,
    combinations_name_real_choices,
    adjustments_fit_their_routine,
    nipple_steps_are_left_out,
)
