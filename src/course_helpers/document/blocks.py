"""A small model of what a lesson shows: text, lists, tables, cards and details.

Cards and tables are described once with these blocks and written twice, as Markdown (the readable fallback
that is stored in the notebook) and as HTML (what JupyterLab shows).
"""

from dataclasses import dataclass
from typing import Literal

CardKind = Literal["evidence", "go", "care", "stop", "question", "note"]


@dataclass(frozen=True)
class Strong:
    """Words that carry the point of a line."""

    text: str


@dataclass(frozen=True)
class Link:
    """A link to a lesson section or to a source."""

    text: str
    target: str


Inline = str | Strong | Link
Line = tuple[Inline, ...]


def line(*parts: Inline) -> Line:
    """A line of text from its parts."""
    return parts


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    text: Line


@dataclass(frozen=True)
class Items:
    """A list, numbered if the order matters."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a header row; the first cell of each row names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Details:
    """Something the reader opens if wanted. On paper it is open; what is ``for_looking_up`` is not printed."""

    summary: str
    blocks: tuple["Block", ...]
    for_looking_up: bool = False


@dataclass(frozen=True)
class Card:
    """One of the recurring cards; ``kind`` sets the shape of its icon, ``label`` says the kind in words."""

    kind: CardKind
    label: str
    title: str
    blocks: tuple["Block", ...]
    picture: "SmallPicture | None" = None


@dataclass(frozen=True)
class SmallPicture:
    """A drawing without words that stands beside the text of a card, on a page; a sheet has its own drawings."""

    source: str
    alt: str


@dataclass(frozen=True)
class Board:
    """Cards side by side in as many columns as fit, so that all of them are seen at once."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Decision:
    """Questions in their order, each as a card with what a yes means: the first yes decides. They fill one screen."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Door:
    """A way to go: a link, how long it takes, and where it leads."""

    link: Link
    time: str
    about: str = ""


@dataclass(frozen=True)
class Doors:
    """Ways to choose from, the first one filled; numbered where they are steps of one way."""

    doors: tuple[Door, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Mark:
    """A lettered ellipse on a drawing: its centre and size as shares (0-1) of the drawing's width and height.

    The letter stands at ``letter_at``, as shares (0-1) of the width and height of the ellipse.
    """

    letter: str
    x: float
    y: float
    width: float
    height: float
    letter_at: tuple[float, float]


@dataclass(frozen=True)
class PicturePart:
    """A part of a drawing: its corner and size in pixels of a drawing that is 640 pixels wide."""

    x: float
    y: float
    width: float
    height: float
    alt: str
    caption: str


@dataclass(frozen=True)
class Picture:
    """A drawing with the text that replaces it.

    Attributes:
        narrow: the same drawing for a narrow column, with words that can be read there; "" where there is none.
        share: how much of the width it takes on paper, 0-1.
        marks: places to point at with a pen. Only paper shows them: on a page a panel has its own.
        parts: on paper only these parts are shown, side by side, each with its own caption and alt text.
    """

    source: str
    alt: str
    caption: str
    narrow: str = ""
    share: float = 1.0
    marks: tuple[Mark, ...] = ()
    parts: tuple[PicturePart, ...] = ()


Block = Paragraph | Items | Table | Details | Card | Picture | Doors | Board | Decision
