"""Evidence cards, tier cards and care cards, rendered from the knowledge."""

from course_helpers.document import (
    Block,
    Card,
    CardKind,
    Details,
    Document,
    Items,
    Paragraph,
    Strong,
    Table,
    line,
)
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.safety import CareCard, CareChoice, TierRow, WarningSign
from course_helpers.lesson.section_links import section_link
from course_helpers.lesson.source_text import MARKS
from course_helpers.lesson.sources import source_fold, sources
from course_helpers.locale import localised

_KIND_OF_URGENCY: dict[str, CardKind] = {
    "help-now": "stop",
    "help-today": "stop",
    "not-today": "care",
    "go-with-changes": "care",
    "go": "go",
    "stop": "stop",
    "calm": "note",
}


def evidence_card(claim_id: str) -> Document:
    """A claim in short: what the sheet says, what the evidence says, what to do; the verdict as mark and word."""
    claim, words = load().claims[claim_id], load().strings.card
    told = (
        _labelled(words.source_says, f" {claim.source_says}"),
        _labelled(words.evidence_says, f" {claim.in_short}"),
        _labelled(words.what_to_do, f" {localised(claim.do_in_short)}"),
    )
    return Document(f"Evidence card: {claim.title}", (Card("evidence", verdict_label(claim), claim.title, told),))


def verdict_label(claim: Claim) -> str:
    """The verdict of a claim as its mark and its word, such as "✕ contradicted"."""
    return f"{MARKS[claim.verdict]} {load().strings.sureness.of(claim.verdict)}"


def full_card(claim: Claim) -> Card:
    """All that is known about a claim, for the fold of its section and for the appendix."""
    parts = (*_four_lines(claim), sources(claim.references))
    return Card("evidence", load().strings.card.evidence, f"{claim.title} ({claim.id})", parts)


def claim_line(claim_id: str) -> Document:
    """One line on a claim that has its home in another lesson, with a link to it."""
    claim, words = load().claims[claim_id], load().strings.card
    verdict = claim.in_one_line or f"{load().strings.verdict.of(claim.verdict).capitalize()}{_note(claim)}."
    text = line(Strong(f"{words.source_says}:"), f" {claim.source_says} ", Strong(verdict), " ")
    return Document(f"In one line: {claim.title}", (Paragraph((*text, section_link(claim.section))),))


def _four_lines(claim: Claim) -> tuple[Block, ...]:
    words = load().strings
    sure = f" {words.verdict.of(claim.verdict)}{_note(claim)}."
    return (
        _labelled(words.card.source_says, f" {claim.source_says}"),
        _labelled(words.card.evidence_says, f" {claim.evidence_says}"),
        Paragraph(
            line(Strong(f"{words.card.how_sure}: {words.sureness.of(claim.verdict)}"), f" ·{sure}"),
        ),
        _labelled(words.card.what_to_do, f" {localised(claim.what_to_do)}"),
    )


def _note(claim: Claim) -> str:
    return f" ({claim.verdict_note})" if claim.verdict_note else ""


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph(line(Strong(f"{label}:"), text))


def tier_table(tier: int) -> Document:
    """All situations of tier 3 with their one change, as a table; the fold of the section has the rest of each."""
    words = load().strings.card
    rows = [row for row in load().tier_rows.values() if row.tier == tier]
    table = Table(
        caption=load().strings.explorer.of(f"level_{tier}"),
        header=(words.situation, words.change),
        rows=tuple((line(localised(row.sign)), line(localised(row.change))) for row in rows),
    )
    return Document(f"{len(rows)} situations of level {tier}, each with one change", (table,))


def row_card(row: TierRow) -> Card:
    """All that is known about a sign or situation."""
    words = load().strings.card
    kind: CardKind = "stop" if row.tier == 1 else "care"
    signs = (Items(tuple(line(localised(sign)) for sign in row.signs)),) if row.signs else ()
    told = (
        (words.change, row.change),
        (words.why, row.why),
        (words.who, row.who),
        (words.how_soon, row.how_soon),
    )
    lines = tuple(_labelled(label, f" {localised(text)}") for label, text in told if text)
    closing = _what_it_rests_on(row.references, row.course_rule)
    return Card(kind, _level_label(row), localised(row.sign), (*signs, *lines, *closing))


def _level_label(row: TierRow) -> str:
    words = load().strings.card
    return {1: words.stop, 2: words.not_today, 3: words.care}[row.tier]


def _what_it_rests_on(references: list[str], rule: str) -> tuple[Block, ...]:
    """Sources, and what is a course rule, in one fold: a card that calls for help carries no doubt in sight."""
    words = load().strings.card
    label = _labelled(words.course_rule, without_label(rule)) if rule else None
    if not references:
        return (Details(words.sources, (label,), for_looking_up=True),) if label else ()
    fold = source_fold(references)
    return (Details(fold.summary, (*fold.blocks, *((label,) if label else ())), for_looking_up=True),)


def without_label(rule: str) -> str:
    """The rule without its opening words "Course safety rule", which the label already says."""
    return " " + localised(rule.removeprefix("Course safety rule").lstrip(",: "))


def care_card(card_id: str) -> Document:
    """What to do: who, how soon, do now, what to say."""
    card = load().care_cards[card_id]
    return Document(f"Care card: {card.title}", (care_card_block(card),))


def care_card_block(card: CareCard) -> Card:
    """A care card as a block, for use inside other documents."""
    words = load().strings.card
    first = (
        ("cannot_wait", card.cannot_wait),
        ("sooner_for", card.sooner_for),
        ("who", card.who),
        ("how_soon", card.how_soon),
    )
    lines = [_labelled(words.of(label), f" {localised(text)}") for label, text in first if text]
    do_now = Items(tuple(line(localised(text)) for text in card.do_now))
    after = [_labelled(words.say, f" {localised(card.say)}")] if card.say else []
    choices = tuple(_choice(choice) for choice in card.choices)
    closing = _what_it_rests_on(card.references, card.course_rule)
    blocks = (*lines, _labelled(words.do_now, ""), do_now, *choices, *after, *closing)
    return Card(_KIND_OF_URGENCY[card.urgency], _urgency_label(card), card.title, blocks)


def _choice(choice: CareChoice) -> Paragraph:
    """A choice and what follows it."""
    ends = load().strings.player.enough if choice.ends_day else ""
    told = " ".join(text for text in (ends, localised(choice.then)) if text)
    return Paragraph(line(Strong(f"{choice.choice}:"), f" {told}"))


def _urgency_label(card: CareCard) -> str:
    own = {"not-today": "not_today", "calm": "calm"}
    return load().strings.card.of(own.get(card.urgency, _KIND_OF_URGENCY[card.urgency]))


def stop_rule() -> Document:
    """The stop rule in its fixed wording."""
    words = load().strings.card
    card = Card("stop", words.stop, words.stop_rule_title, (Paragraph(line(words.stop_rule)),))
    return Document(words.stop_rule_title, (card,))


def notices() -> Document:
    """The four notices every part of the course carries, and who has signed the course off."""
    words = load().strings.notice
    points = (words.teaches, words.not_all_clear, words.new_change, words.fever)
    blocks = (Items(tuple(line(localised(text)) for text in points)), Paragraph(line(Strong(load().review.statement))))
    card = Card("care", load().strings.card.note, words.title, blocks)
    return Document(words.title, (card,))


def card_of(sign: WarningSign) -> CareCard:
    """The one care card of a warning sign: that of its rows."""
    row = load().tier_rows[sign.rows[0]]
    return load().care_cards[row.care_card or ""]


def report_rows(tier: int) -> Table:
    """The signs of a level, each with whom to contact, for which of its signs at the emergency number, and how soon."""
    words, strings = load().strings.card, load().strings
    rows = [row for row in load().tier_rows.values() if row.tier == tier]
    return Table(
        caption=strings.explorer.of(f"level_{tier}"),
        header=(words.signs, words.who, words.how_soon),
        rows=tuple(
            (line(localised(row.sign)), line(localised(_whom(row))), line(localised(row.how_soon))) for row in rows
        ),
    )


def _whom(row: TierRow) -> str:
    """Whom to contact, and which of its single signs go straight to the emergency number."""
    emergencies = (f"{sign}." for sign in row.signs if "{emergency_number}" in sign)
    return " ".join([row.who, *emergencies])
