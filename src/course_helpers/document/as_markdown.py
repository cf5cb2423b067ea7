"""Blocks written as Markdown."""

import re
from collections.abc import Iterable, Iterator
from html import escape as html_escape

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
    Strong,
    Table,
)

ICONS = {"evidence": "◆", "go": "●", "care": "▲", "stop": "■", "question": "?", "note": "–"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$#])")


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as one Markdown text; everything in it is escaped."""
    return "\n\n".join("\n".join(_block(block)) for block in blocks) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield _line(text)
        case Items(items, numbered):
            for number, item in enumerate(items, 1):
                yield f"{f'{number}.' if numbered else '-'} {_line(item)}"
        case Table():
            yield from _table(block)
        case Details(summary, blocks):
            yield f"<details><summary>{html_escape(summary)}</summary>"
            yield ""
            yield markdown(blocks).rstrip()
            yield ""
            yield "</details>"
        case Card(kind, label, title, blocks, picture):
            shown = f"![{escape(picture.alt)}]({picture.source})\n\n" if picture else ""
            yield from _card(f"{ICONS[kind]} **{escape(label)}: {escape(title)}**", shown + markdown(blocks))
        case Board(cards) | Decision(cards):
            yield markdown(cards).rstrip()
        case Picture(source, alt, caption):
            yield f"![{escape(alt)}]({source})"
            yield ""
            yield f"*{escape(caption)}*"
        case Doors(doors, numbered):
            for number, door in enumerate(doors, 1):
                about = f" {escape(door.about)}" if door.about else ""
                yield f"{f'{number}.' if numbered else '-'} {_inline(door.link)} · {escape(door.time)}.{about}"


def _card(head: str, inside: str) -> Iterator[str]:
    for text in (head, "", *inside.rstrip().split("\n")):
        yield f"> {text}".rstrip()


def _table(table: Table) -> Iterator[str]:
    yield f"*{escape(table.caption)}*"
    yield ""
    yield f"| {' | '.join(escape(cell) for cell in table.header)} |"
    yield f"|{' --- |' * len(table.header)}"
    for row in table.rows:
        yield f"| {' | '.join(_line(cell) for cell in row)} |"


def _line(parts: Line) -> str:
    return "".join(_inline(part) for part in parts)


def _inline(part: Inline) -> str:
    match part:
        case Strong(text):
            return f"**{escape(text)}**{' ' if text[-1:].isspace() else ''}"
        case Link(text, target):
            return f"[{escape(text)}]({target.replace(' ', '%20').replace(')', '%29')})"
        case str():
            lead = " " if part[:1].isspace() else ""
            tail = " " if part[-1:].isspace() and part.strip() else ""
            return f"{lead}{escape(part)}{tail}"
