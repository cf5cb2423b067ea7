"""Blocks written as Typst, the typesetting language behind the printed handouts.

Every text becomes a string of Typst, so nothing in it can act as markup. The functions named here (``card``,
``lines`` and so on) are those of ``workshop/handouts/style.typ``.
"""

from collections.abc import Iterable

from course_helpers.document.apostrophes import typographic
from course_helpers.document.blocks import (
    Block,
    Board,
    Card,
    Decision,
    Details,
    Doors,
    Inline,
    Items,
    Line,
    Link,
    Paragraph,
    Picture,
    PicturePart,
    Strong,
    Table,
    line,
)
from course_helpers.document.degrees import with_degrees

TICKS = ("☐", "____")
"""How a line begins that is ticked or numbered with a pen; it needs no bullet."""

LONGEST_WHOLE = 2500
"""Details up to so many characters of markup stay together on a page; longer ones may go over two."""

NARROWEST = 0.55
"""The least share of an even width that a column of a table gets."""


def typst(blocks: Iterable[Block]) -> str:
    """The blocks as Typst markup. Details are open on paper; what is only for looking up is left out."""
    return "\n".join(_block(block) for block in blocks)


def literal(text: str) -> str:
    """A name or an address as a Typst string, to the letter."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def text_literal(text: str) -> str:
    """Words as a Typst string, with the signs of print."""
    return literal(with_degrees(typographic(text)))


def _block(block: Block) -> str:  # noqa: PLR0911  # one case a kind of block
    match block:
        case Paragraph(text):
            return f"#par[{_line(text)}]"
        case Items(items, numbered):
            entries = ", ".join(f"[{_line(item)}]" for item in items)
            ticked = all(_plain(item[0]).startswith(TICKS) for item in items)
            name = "enum" if numbered else "ticks" if ticked else "list"
            return f"#{name}({entries})"
        case Table():
            return _table(block)
        case Details():
            return _details(block)
        case Card(kind, label, title, blocks, _):
            head = ", ".join(text_literal(text) for text in (kind, label, title))
            return f"#card({head})[\n{typst(blocks)}\n]"
        case Board(cards) | Decision(cards):
            return typst(cards)
        case Picture():
            return _drawing(block)
        case Doors(doors, numbered):
            lines = tuple(line(door.link, f" · {door.time}. {door.about}".rstrip()) for door in doors)
            return _block(Items(lines, numbered))


def _drawing(picture: Picture) -> str:
    if picture.parts:
        return f"#parts({picture.share:.0%}{''.join(_part(picture, part) for part in picture.parts)})"
    marks = "".join(
        f"({text_literal(mark.letter)}, {mark.x:.4f}, {mark.y:.4f}, {mark.width:.4f}, {mark.height:.4f},"
        f" {mark.letter_at[0]:g}, {mark.letter_at[1]:g}),"
        for mark in picture.marks
    )
    texts = f"{literal(picture.source)}, {text_literal(picture.alt)}, {text_literal(picture.caption)}"
    return f"#drawing({texts}, share: {picture.share:.0%}, marks: ({marks}))"


def part_file(picture: Picture, part: PicturePart) -> str:
    """The name of the file that holds one part of a drawing."""
    stem = picture.source.rpartition("/")[2].removesuffix(".svg")
    return f"{stem}_{part.x:g}_{part.y:g}.svg"


def _part(picture: Picture, part: PicturePart) -> str:
    texts = ", ".join(map(text_literal, (part.alt, part.caption)))
    return f", ({literal(part_file(picture, part))}, {part.width / part.height:.4f}, {texts})"


def _details(details: Details) -> str:
    if details.for_looking_up:
        return ""
    inside = typst(details.blocks)
    whole = "true" if len(inside) < LONGEST_WHOLE else "false"
    return f"#detail({text_literal(details.summary)}, {whole})[\n{inside}\n]"


def _table(table: Table) -> str:
    header = ", ".join(f"[#{text_literal(cell)}]" for cell in table.header)
    rows = ",\n".join(", ".join(f"[{_line(cell)}]" for cell in row) for row in table.rows)
    widths = ", ".join(f"{share:.2f}fr" for share in column_shares(table))
    return f"#lines({text_literal(table.caption)}, ({widths}), ({header},),\n{rows})"


def column_shares(table: Table) -> list[float]:
    """How wide each column should be, as shares: the square root of its longest text, so that none is a thread."""
    longest = [
        max(len("".join(_plain(part) for part in row[n])) for row in table.rows) for n in range(len(table.header))
    ]
    wide = [max(length, len(head)) ** 0.5 for length, head in zip(longest, table.header, strict=True)]
    even = sum(wide) / len(wide)
    return [max(width / even, NARROWEST) for width in wide]


def _line(parts: Line) -> str:
    return "".join(_inline(part) for part in parts)


def _inline(part: Inline) -> str:
    match part:
        case Strong(text):
            return f"#strong[#{text_literal(text)}]"
        case Link(text, target) if target.startswith("https://"):
            return f"#link({literal(target)})[#{text_literal(text)}]"
        case Link(text, _):
            return f"#{text_literal(text)};"
        case str():
            return f"#{text_literal(part)};"


def _plain(part: Inline) -> str:
    return part if isinstance(part, str) else part.text
