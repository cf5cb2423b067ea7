"""The readiness check on paper: the same questions, and what a yes means."""

from course_helpers.document import Block, Card, Inline, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.records import ReadinessChoice, ReadinessLevel, ReadinessQuestion
from course_helpers.lesson import cards
from course_helpers.locale import localised

CHECKS = {"relax": "may_i_relax", "milk": "may_i_milk"}
"""The beginning of the ids of a check's questions, and the word that names it."""


def may_i_massage_today() -> tuple[Block, ...]:
    """Both checks, what a no to everything means, and every card they name."""
    words = load().strings.handout
    go = Card("go", load().strings.card["go"], words["may_i"], (Paragraph(line(words["may_i_go"])),))
    return (
        Paragraph(line(words["may_i_intro"])),
        *cards.stop_rule().blocks,
        *(_questions(check) for check in CHECKS),
        go,
        _cards_named(),
        Paragraph(line(words["course_rule"])),
    )


def _questions(check: str) -> Table:
    words = load().strings.handout
    asked = [question for question in load().readiness.values() if question.id.startswith(f"{check}-")]
    return Table(
        caption=f"{words[CHECKS[check]]}: {words['may_i_caption'].lower()}",
        header=(words["ask_yourself"], words["yes_means"]),
        rows=tuple((_asked(number, question), _meaning(question)) for number, question in enumerate(asked, 1)),
    )


def _asked(number: int, question: ReadinessQuestion) -> Line:
    signs = question.signs or [pick.text for pick in question.picks]
    return line(Strong(f"{number}. {question.stem}"), f" {'; '.join(signs)}." if signs else "")


def _meaning(question: ReadinessQuestion) -> Line:
    """The card of a yes; where a second question follows, the card of each of its answers."""
    if not question.choices:
        return line(Strong(_outcome(question.outcome, question.card)))
    parts: list[Inline] = [f"{question.follow_up} "]
    for choice in question.choices:
        parts += [f"{choice.text}: ", Strong(_outcome(choice.outcome, choice.card)), " "]
    return tuple(parts)


def _outcome(level: ReadinessLevel, card: str | None) -> str:
    words = load().strings.handout
    if level == "go":
        return words["go_on"]
    if level == "go-with-changes" or card is None:
        return words["with_changes"]
    strings = load().strings.card
    said = {"help-now": strings["stop"], "not-today": strings["not_today"]}[level]
    return f"{said} ({load().care_cards[card].title})."


def _cards_named() -> Table:
    """Who and how soon, for every card that an answer leads to, the most urgent first."""
    words, strings = load().strings.handout, load().strings.card
    named = {card for question in load().readiness.values() for card in _cards_of(question)}
    found = [card for card in load().care_cards.values() if card.id in named and card.who]
    return Table(
        caption=words["may_i_cards"],
        header=(words["card"], strings["who"], strings["how_soon"]),
        rows=tuple((line(card.title), line(localised(card.who)), line(localised(card.how_soon))) for card in found),
    )


def _cards_of(question: ReadinessQuestion) -> set[str]:
    choices: list[ReadinessChoice] = question.choices
    return {question.card, *(choice.card for choice in choices if choice.card)}
