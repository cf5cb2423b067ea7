"""The questions of the readiness check as tables, for reading: in the lessons, and on paper."""

from collections.abc import Iterable

from course_helpers.document import Inline, Line, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.base import Gate
from course_helpers.knowledge.readiness import ReadinessLevel, ReadinessQuestion
from course_helpers.locale import localised

GATES: dict[Gate, str] = {"relax": "may_i_relax", "milk": "may_i_milk"}
"""The gates in their order, and the word that names each."""


def questions_of(gate: Gate) -> list[ReadinessQuestion]:
    """The questions of a gate in their order."""
    of_gate = f"{gate}-"
    return [question for question in load().readiness.values() if question.id.startswith(of_gate)]


def questions_table(gate: Gate, with_changes: str) -> Table:
    """Each question with its list, and what each answer to it means; ``with_changes`` says where the changes are."""
    words = load().strings.handout
    asked = questions_of(gate)
    return Table(
        caption=f"{words.of(GATES[gate])}: {words.may_i_caption.lower()}",
        header=(words.ask_yourself, words.yes_means),
        rows=tuple(
            (_asked(number, question), _meaning(question, with_changes)) for number, question in enumerate(asked, 1)
        ),
    )


def cards_table(gates: Iterable[Gate]) -> Table:
    """Who and how soon, for every card that an answer leads to, the most urgent first."""
    words, strings = load().strings.handout, load().strings.card
    named = {card for gate in gates for question in questions_of(gate) for card in _cards_of(question)}
    found = [card for card in load().care_cards.values() if card.id in named and card.who]
    return Table(
        caption=words.may_i_cards,
        header=(words.card, strings.who, strings.how_soon),
        rows=tuple((line(card.title), line(localised(card.who)), line(localised(card.how_soon))) for card in found),
    )


def _cards_of(question: ReadinessQuestion) -> set[str]:
    return {question.card, *(choice.card for choice in question.choices if choice.card)}


def _asked(number: int, question: ReadinessQuestion) -> Line:
    """The question with its list, and what is no reason to say yes."""
    signs = question.signs or [pick.text for pick in question.picks]
    listed = "; ".join(localised(sign) for sign in signs)
    note = f" {localised(question.note)}" if question.note else ""
    return line(Strong(f"{number}. {localised(question.stem)}"), f" {listed}.{note}")


def _meaning(question: ReadinessQuestion, with_changes: str) -> Line:
    """The card of a yes; where a second question follows, the card of each of its answers."""
    if not question.choices:
        return line(Strong(_outcome(question.outcome, question.card, with_changes)))
    parts: list[Inline] = [localised(f"{question.follow_up} ")]
    for choice in question.choices:
        parts += [f"{localised(choice.text)}: ", Strong(_outcome(choice.outcome, choice.card, with_changes)), " "]
    return tuple(parts)


def _outcome(level: ReadinessLevel, card: str | None, with_changes: str) -> str:
    if level == "go":
        return load().strings.handout.go_on
    if level == "go-with-changes" or card is None:
        return with_changes
    strings = load().strings.card
    said = {"help-now": strings.stop, "not-today": strings.not_today}[level]
    return f"{said} ({load().care_cards[card].title})."
