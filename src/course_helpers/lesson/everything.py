"""What the appendix keeps whole: the full card of every line of the sheet, and what no clinician has confirmed yet."""

from collections.abc import Iterator

from course_helpers.document import Details, Document, Items, Line, Strong, line
from course_helpers.knowledge import Knowledge, load
from course_helpers.lesson.cards import care_card_block, full_card, row_card, without_label
from course_helpers.locale import localised


def all_cards() -> Document:
    """The full evidence cards of all lines of the sheet, in folds by topic."""
    claims, words = load().claims, load().strings.claim_explorer
    topics = dict.fromkeys(claim.topic for claim in claims.values())
    folds = tuple(
        Details(
            words.of(f"topic_{topic.replace('-', '_')}"),
            tuple(full_card(claim) for claim in claims.values() if claim.topic == topic),
            for_looking_up=True,
        )
        for topic in topics
    )
    return Document(f"All {len(claims)} lines of the sheet, each with its full card", folds)


def all_signs() -> Document:
    """Every sign and situation with all that is known about it, in one fold a level, and all care cards."""
    rows, words = load().tier_rows.values(), load().strings.explorer
    folds = tuple(
        Details(
            words.of(f"level_{tier}"), tuple(row_card(row) for row in rows if row.tier == tier), for_looking_up=True
        )
        for tier in (1, 2, 3)
    )
    cards = tuple(care_card_block(card) for card in load().care_cards.values())
    all_of_them = Details(load().strings.card.cards_in_full, cards, for_looking_up=True)
    return Document(f"All {len(rows)} signs and situations", (*folds, all_of_them))


def unconfirmed() -> Document:
    """Every rule and choice of the course that no source gives and no clinician has confirmed, in two folds."""
    words = load().strings.appendix
    rules = tuple(_titled(title, without_label(rule)) for title, rule in course_rules(load()) if rule)
    choices = tuple(_titled(title, f" {localised(text)}") for title, text in course_choices(load()) if text)
    folds = tuple(
        Details(f"{words.of(name)} ({len(items)})", (Items(items),), for_looking_up=True)
        for name, items in (("rules", rules), ("choices", choices))
    )
    return Document(words.unconfirmed, folds)


def course_rules(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Each course safety rule with the title of the sign, card or question it belongs to."""
    for row in knowledge.tier_rows.values():
        yield localised(row.sign), row.course_rule
    for card in knowledge.care_cards.values():
        yield card.title, card.course_rule
    for question in knowledge.readiness.values():
        yield question.stem, question.course_rule
    for lesson in knowledge.lessons.values():
        yield from ((section.heading, section.course_rule) for section in lesson.sections)


def course_choices(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Each choice of the course with the title of the step or fact it belongs to."""
    for step in knowledge.self_exam_steps.values():
        yield step.title, step.course_choice
    for fact in knowledge.self_exam_facts.values():
        yield fact.text, fact.course_choice


def _titled(title: str, text: str) -> Line:
    return line(Strong(f"{localised(title)}:"), text)
