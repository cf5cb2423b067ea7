"""Blocks written as HTML. All text is escaped; the classes are styled by the course's stylesheet."""

from collections.abc import Iterable
from html import escape

from course_helpers.document.blocks import (
    Block,
    Board,
    Card,
    Decision,
    Details,
    Door,
    Doors,
    Inline,
    Items,
    Line,
    Link,
    Paragraph,
    Picture,
    Strong,
    Table,
)


def html(blocks: Iterable[Block]) -> str:
    """The blocks as one HTML fragment."""
    return f'<div class="course-blocks">{_blocks(blocks)}</div>'


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:  # noqa: PLR0911  # one case a kind of block
    match block:
        case Paragraph(text):
            return f"<p>{_line(text)}</p>"
        case Items(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{_line(item)}</li>' for item in items)}</{tag}>"
        case Table():
            return _table(block)
        case Details(summary, blocks, for_looking_up):
            kind = ' class="course-look-up"' if for_looking_up else ""
            return f"<details{kind}><summary>{escape(summary)}</summary>{_blocks(blocks)}</details>"
        case Card():
            return _card(block)
        case Board(cards):
            return f'<div class="course-board">{_blocks(cards)}</div>'
        case Decision(cards):
            return f'<div class="course-decision">{_blocks(cards)}</div>'
        case Picture():
            return f"<figure>{_images(block)}<figcaption>{escape(block.caption)}</figcaption></figure>"
        case Doors(doors, numbered):
            tag = "ol" if numbered else "ul"
            return f'<{tag} class="course-doors">{"".join(map(_door, doors))}</{tag}>'


def _images(picture: Picture) -> str:
    """One image, or two, of which a page shows the one that its column has room for; elsewhere one is hidden."""
    source, narrow, alt = map(escape, (picture.source, picture.narrow, picture.alt))
    if not narrow:
        return f'<img src="{source}" alt="{alt}">'
    wide = f'<img class="course-wide" src="{source}" alt="{alt}">'
    # The other one is asked for only where it is shown.
    return f'{wide}<img class="course-narrow" hidden loading="lazy" src="{narrow}" alt="{alt}">'


def _door(door: Door) -> str:
    about = f"<p>{escape(door.about)}</p>" if door.about else ""
    return f'<li class="course-door">{_inline(door.link)} <span>{escape(door.time)}</span>{about}</li>'


def _card(card: Card) -> str:
    icon = f'<span class="course-icon course-icon-{card.kind}" aria-hidden="true"></span>'
    label = f'<span class="course-card-label">{escape(card.label)}</span>'
    head = f'<p class="course-card-head">{icon}{label} <strong>{escape(card.title)}</strong></p>'
    small = card.picture
    shown = f'<img class="course-small" src="{escape(small.source)}" alt="{escape(small.alt)}">' if small else ""
    return f'<section class="course-card course-card-{card.kind}">{head}{shown}{_blocks(card.blocks)}</section>'


def _table(table: Table) -> str:
    header = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    rows = "".join(_row(row) for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>"
    inner = f"{caption}<thead><tr>{header}</tr></thead><tbody>{rows}</tbody>"
    # A wide table scrolls in a frame of its own, which has to be reachable with the keyboard.
    frame = f'<div class="course-table-frame" role="region" aria-label="{escape(table.caption)}" tabindex="0">'
    return f'{frame}<table class="course-table">{inner}</table></div>'


def _row(row: tuple[Line, ...]) -> str:
    first, *rest = row
    cells = "".join(f"<td>{_line(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{_line(first)}</th>{cells}</tr>'


def _line(parts: Line) -> str:
    return "".join(_inline(part) for part in parts)


def _inline(part: Inline) -> str:
    match part:
        case Strong(text):
            return f"<strong>{escape(text)}</strong>"
        case Link(text, target):
            return f'<a href="{escape(target)}">{escape(text)}</a>'
        case str():
            return escape(part)
