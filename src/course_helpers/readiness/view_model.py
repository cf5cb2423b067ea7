"""What the browser shows of the readiness check: questions and care cards, the same for everybody, and no answer."""

from typing import Any

from course_helpers.knowledge import load
from course_helpers.knowledge.base import Gate, Routine
from course_helpers.knowledge.readiness import LEVELS, ReadinessChoice, ReadinessQuestion
from course_helpers.knowledge.safety import CareCard
from course_helpers.lesson.readiness import questions_of
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.readiness.rules import card_order


def readiness_page(gate: Gate, routine: Routine) -> dict[str, Any]:
    """Questions, cards and their order of urgency, and what each answer changes in a routine.

    The page puts the changes together from its own answers, so that no message has to bring them back.
    """
    questions = questions_of(gate)
    ids = {question.id for question in questions}
    combinations = [c for c in load().readiness_combinations.values() if {c.question, c.with_question} <= ids]
    return {
        "questions": [_question(question, routine) for question in questions],
        "combinations": [
            {
                "question": c.question,
                "except": c.except_choices,
                "with": c.with_question,
                "choices": c.with_choices,
                "card": c.card,
            }
            for c in combinations
        ],
        "cards": {name: card_page(load().care_cards[name]) for name in card_order()},
        "order": list(card_order()),
    }


def readiness_words() -> dict[str, str]:
    """Words of the cards, and the check's own title, under names that no other group uses."""
    cards = load().strings.card
    names = (
        "go",
        "care",
        "stop",
        "stop_now",
        "not_today",
        "who",
        "how_soon",
        "cannot_wait",
        "sooner_for",
        "say",
        "calm",
        "sources",
    )
    return {f"card_{name}": cards.of(name) for name in names} | {"readiness_title": load().strings.readiness.title}


def _question(question: ReadinessQuestion, routine: Routine) -> dict[str, Any]:
    rows = [load().tier_rows[row] for row in question.rows]
    references = dict.fromkeys([*(r for row in rows for r in row.references), *question.references])
    return {
        "id": question.id,
        "stem": localised(question.stem),
        "signs": [localised(sign) for sign in question.signs or [pick.text for pick in question.picks]],
        "note": localised(question.note),
        "urgent": LEVELS.index(question.outcome) < LEVELS.index("go-with-changes"),
        "card": question.card,
        "at_once": all(choice.outcome == "help-now" for choice in question.choices),
        "follow_up": localised(question.follow_up),
        "choices": [
            {"id": c.id, "text": localised(c.text), "card": c.card or "", "changes": _changes(c, routine)}
            for c in question.choices
        ],
        "picks": [{"id": p.row, "text": localised(p.text), "change": _change(p.row, routine)} for p in question.picks],
        "rule": localised(question.course_rule),
        "reviewed": f"{question.reviewed_on.day} {question.reviewed_on:%B %Y}",
        "sources": source_entries(references),
    }


def _changes(choice: ReadinessChoice, routine: Routine) -> list[str]:
    rows = [_change(row, routine) for row in choice.rows]
    return [change for change in (*rows, localised(choice.change)) if change]


def _change(row: str, routine: Routine) -> str:
    """What a situation changes in a routine, with the situation; empty where it changes nothing."""
    entry = load().tier_rows[row]
    change = entry.changes.get(routine, "")
    return localised(f"{entry.sign}: {change}") if change else ""


def card_page(card: CareCard) -> dict[str, Any]:
    """A care card as plain texts."""
    return {
        "id": card.id,
        "title": card.title,
        "urgency": card.urgency,
        "cannot_wait": localised(card.cannot_wait),
        "sooner_for": localised(card.sooner_for),
        "who": localised(card.who),
        "how_soon": localised(card.how_soon),
        "do_now": [localised(text) for text in card.do_now],
        "say": localised(card.say),
        "rule": localised(card.course_rule),
        "sources": source_entries(card.references),
    }
