"""The readiness check on paper: the same questions, and what a yes means."""

from course_helpers.document import Block, Card, Inline, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.base import Routine
from course_helpers.knowledge.readiness import ReadinessChoice, ReadinessLevel, ReadinessQuestion
from course_helpers.knowledge.safety import TierRow
from course_helpers.lesson import cards
from course_helpers.locale import localised

CHECKS = {"relax": "may_i_relax", "milk": "may_i_milk"}
"""The beginning of the ids of a check's questions, and the word that names it."""

ROUTINES: dict[str, tuple[Routine, ...]] = {"relax": ("relax",), "milk": ("before_feed", "between_feeds")}
"""The routines that each check opens."""


def may_i_massage_today() -> tuple[Block, ...]:
    """Both checks with what each situation changes, what a no to everything means, and every card they name."""
    words = load().strings.handout
    go = Card("go", load().strings.card.go, words.may_i, (Paragraph(line(words.may_i_go)),))
    return (
        Paragraph(line(words.may_i_intro)),
        *cards.stop_rule().blocks,
        *(table for check in CHECKS for table in (_questions(check), _changes(check))),
        go,
        _cards_named(),
        Paragraph(line(words.course_rule)),
    )


def _questions(check: str) -> Table:
    words = load().strings.handout
    return Table(
        caption=f"{words.of(CHECKS[check])}: {words.may_i_caption.lower()}",
        header=(words.ask_yourself, words.yes_means),
        rows=tuple(
            (_asked(number, question), _meaning(question)) for number, question in enumerate(_asked_in(check), 1)
        ),
    )


def _asked_in(check: str) -> list[ReadinessQuestion]:
    return [question for question in load().readiness.values() if question.id.startswith(f"{check}-")]


def _changes(check: str) -> Table:
    """What each situation changes in the routines of a check; the text of a choice holds for all of them."""
    words, routines = load().strings.handout, ROUTINES[check]
    asked = _asked_in(check)
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


def _asked(number: int, question: ReadinessQuestion) -> Line:
    signs = question.signs or [pick.text for pick in question.picks]
    listed = f" {'; '.join(signs)}." if signs else ""
    return line(Strong(localised(f"{number}. {question.stem}")), localised(listed))


def _meaning(question: ReadinessQuestion) -> Line:
    """The card of a yes; where a second question follows, the card of each of its answers."""
    if not question.choices:
        return line(Strong(_outcome(question.outcome, question.card)))
    parts: list[Inline] = [localised(f"{question.follow_up} ")]
    for choice in question.choices:
        parts += [localised(f"{choice.text}: "), Strong(_outcome(choice.outcome, choice.card)), " "]
    return tuple(parts)


def _outcome(level: ReadinessLevel, card: str | None) -> str:
    words = load().strings.handout
    if level == "go":
        return words.go_on
    if level == "go-with-changes" or card is None:
        return words.with_changes
    strings = load().strings.card
    said = {"help-now": strings.stop, "not-today": strings.not_today}[level]
    return f"{said} ({load().care_cards[card].title})."


def _cards_named() -> Table:
    """Who and how soon, for every card that an answer leads to, the most urgent first."""
    words, strings = load().strings.handout, load().strings.card
    named = {card for question in load().readiness.values() for card in _cards_of(question)}
    found = [card for card in load().care_cards.values() if card.id in named and card.who]
    return Table(
        caption=words.may_i_cards,
        header=(words.card, strings.who, strings.how_soon),
        rows=tuple((line(card.title), line(localised(card.who)), line(localised(card.how_soon))) for card in found),
    )


def _cards_of(question: ReadinessQuestion) -> set[str]:
    choices: list[ReadinessChoice] = question.choices
    return {question.card, *(choice.card for choice in choices if choice.card)}
