"""Signs that call for the same help, together: the screen of level 1, the families of level 2, the table to print."""

from course_helpers.document import Block, Board, Card, Details, Document, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.sign_groups import SignGroup
from course_helpers.locale import localised


def sign_cards(place: str) -> Document:
    """The cards of a level or of the rules for milk, side by side.

    Raises:
        KeyError: if no group stands in that place.
    """
    groups = [group for group in load().sign_groups.values() if group.place == place]
    if not groups:
        raise KeyError(place)
    make = _help_card if place == "level-1" else _family_card
    signs = sum(len(group.rows) + len(group.apart) for group in groups)
    name = load().strings.card.sign_cards.format(signs=signs, cards=len(groups))
    cards = tuple(make(group) for group in groups)
    return Document(name, (Board(cards),) if len(cards) > 1 else cards)


def _help_card(group: SignGroup) -> Card:
    """A card headed by how soon and whom to call, so that this is read before the signs."""
    signs = (*(line(_sign(row_id)) for row_id in group.rows), *(line(localised(text)) for text in group.also))
    more = (Paragraph(line(localised(group.who))),) if group.who else ()
    return Card("stop", localised(group.how_soon), localised(group.title), (Items(signs), *more))


def _family_card(group: SignGroup) -> Card:
    """A card headed by the kind of sign: those that agree with their help, then those that need other help."""
    words = load().strings.card
    shared: tuple[Block, ...] = ()
    if group.rows:
        help_line = line(
            Strong(f"{words.who}:"),
            f" {localised(group.who)} ",
            Strong(f"{words.how_soon}:"),
            f" {localised(group.how_soon)}",
        )
        shared = (Items(tuple(line(_sign(row_id)) for row_id in group.rows)), Paragraph(help_line))
    apart = (Items(tuple(_apart(row_id) for row_id in group.apart)),) if group.apart else ()
    return Card("care", words.not_today, localised(group.title), (*shared, *apart))


def _sign(row_id: str) -> str:
    return localised(load().tier_rows[row_id].sign)


def _apart(row_id: str) -> Line:
    """A sign with its own words for who and how soon."""
    row = load().tier_rows[row_id]
    return line(Strong(f"{localised(row.sign)}:"), f" {localised(f'{row.who} {row.how_soon}')}")


def report_table() -> Document:
    """What to report, to whom and how soon: ten lines for levels 1 and 2, to open and to print."""
    words = load().strings.card
    groups = [group for group in load().sign_groups.values() if group.place == "report"]
    table = Table(
        caption=words.report_title,
        header=(words.how_soon, words.who, words.signs),
        rows=tuple(_report_line(group) for group in groups),
    )
    return Document(words.report_title, (Details(words.report_title, (table,)),))


def _report_line(group: SignGroup) -> tuple[Line, Line, Line]:
    signs = "; ".join([*(_sign(row_id) for row_id in group.rows), *_told_elsewhere(group)])
    return (
        line(f"{localised(group.how_soon)}."),
        line(localised(f"{group.title} {group.who}".strip())),
        line(f"{signs}."),
    )


def _told_elsewhere(group: SignGroup) -> list[str]:
    """Single signs that the other places add for the same rows: one who reads only the table needs them as well."""
    others = (other for other in load().sign_groups.values() if other.place != group.place)
    return [localised(text) for other in others if {*other.rows} & {*group.rows} for text in other.also]
