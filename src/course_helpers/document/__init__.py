"""What a call in a notebook returns: something that shows itself as Markdown and as HTML."""

from dataclasses import dataclass

from course_helpers.document.as_html import html
from course_helpers.document.as_markdown import markdown
from course_helpers.document.blocks import (
    Block,
    Board,
    Card,
    CardKind,
    Decision,
    Details,
    Door,
    Doors,
    Inline,
    Items,
    Line,
    Link,
    Mark,
    Paragraph,
    Picture,
    PicturePart,
    SmallPicture,
    Strong,
    Table,
    line,
)

__all__ = [
    "Block",
    "Board",
    "Card",
    "CardKind",
    "Decision",
    "Details",
    "Document",
    "Door",
    "Doors",
    "Inline",
    "Items",
    "Line",
    "Link",
    "Mark",
    "Paragraph",
    "Picture",
    "PicturePart",
    "SmallPicture",
    "Strong",
    "Table",
    "line",
]


@dataclass(frozen=True, repr=False)
class Document:
    """A part of a lesson, ready to be shown.

    Attributes:
        name: what it is, in words; the plain-text form.
        blocks: what it shows.
    """

    name: str
    blocks: tuple[Block, ...]

    def __repr__(self) -> str:
        return self.name

    def _repr_markdown_(self) -> str:
        return markdown(self.blocks)

    def _repr_html_(self) -> str:
        return html(self.blocks)
