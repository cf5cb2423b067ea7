"""Which level and which one care card a sign means for an invented person, and for nobody else."""

from dataclasses import dataclass

from course_helpers.knowledge.activities import Person, Sign
from course_helpers.knowledge.safety import CareCard, TierRow

OWN_CARD_BEFORE_ALL = frozenset({"CARE"})
"""For "take care" rows the one change is the answer; the general card would only repeat it."""


@dataclass(frozen=True)
class SignReply:
    """What the explorer says about one sign in one person. There is no answer that means "safe"."""

    level: int | None
    row: TierRow | None
    card: CareCard | None
    note: str
    also: str = ""
    """What holds for this person alone."""
    applies: bool = True


def answer(person: Person, sign: Sign, rows: dict[str, TierRow], cards: dict[str, CareCard]) -> SignReply:
    """The level, row and care card for a sign in a person."""
    if person.id in sign.not_for:
        return SignReply(None, None, None, "", applies=False)
    row_id = sign.row_for.get(person.id, sign.row)
    row = rows[row_id] if row_id else None
    if row is None:
        return SignReply(None, None, None, sign.note)
    card = cards[row.care_card] if row.care_card and row.care_card not in OWN_CARD_BEFORE_ALL else None
    return SignReply(row.tier, row, card, sign.note, sign.also_for.get(person.id, ""))
