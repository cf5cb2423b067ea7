"""Numbers as counts that can be seen: deaths, biopsies, what hands find, verdicts."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Ellipse, Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import corners
from course_helpers.figures.style import BODY, HEAD, LEADING, SMALL
from course_helpers.figures.wrapping import unbroken, wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen
    from course_helpers.figures.things import Box

CLAIMS = Path(__file__).parent.parent / "content" / "claims.toml"


def _grid(left: float, top: float, columns: int, rows: int, step: float) -> list[Point]:
    """Places of a grid of dots, row by row."""
    return [Point(left + step * c, top + step * r) for r in range(rows) for c in range(columns)]


def _filled_dots(
    pen: "Pen", places: list[Point], filled: set[int], radius: float, colour: str, *, grow: float = 1.0
) -> None:
    """Dots of which some are filled; the filled ones are darker and may be larger."""
    pen.dots([place for n, place in enumerate(places) if n not in filled], radius, LIGHT.line)
    inner = [place for n, place in enumerate(places) if n not in filled]
    pen.dots(inner, radius - 0.9, LIGHT.raised)
    pen.dots([places[n] for n in sorted(filled)], radius * grow, colour)


# --- F12 --------------------------------------------------------------------------------------------

TAUGHT, NOT_TAUGHT = (135, 132_979), (131, 133_085)
"""Shanghai trial: deaths from breast cancer and women, over 10 to 11 years."""
BIOPSIES = (("Taught self-exam", 3_406), ("Not taught", 1_856))
"""Biopsies of harmless lumps in both trials."""


@drawing("F12", 430, 708)
def draw_f12(canvas: "Canvas") -> None:
    """Two trials in counts: deaths were the same, biopsies of harmless lumps were not."""
    left, whole = _margin(canvas)
    title = wrapped("Deaths from breast cancer: about 1 in 1,000 on each side", whole, HEAD, bold=True)
    canvas.text(left, 36, title, HEAD, bold=True)
    top = 66 + HEAD * LEADING * title.count("\n")
    for number, (heading, (deaths, women)) in enumerate((("Taught self-exam", TAUGHT), ("Not taught", NOT_TAUGHT))):
        x, y = (left, top + 184.0 * number) if canvas.narrow else (left + 308.0 * number, top)
        canvas.text(x, y, heading, BODY, bold=True)
        places = _grid(x + 4, y + 18, 50, 20, 5.6)
        field = (places[0].x, places[0].y, places[-1].x - places[0].x, places[-1].y - places[0].y)
        canvas.name(f"dots: {heading}", corners(field), _middle_of(field, 58, 32))
        per_thousand = round(1000 * deaths / women)
        spots = {525} if per_thousand == 1 else set()
        _filled_dots(canvas, places, spots, 1.9, LIGHT.ink, grow=2.4)
        canvas.text(x, y + 150, f"{deaths} of {women:,} women died of it.", BODY)
    top += 358 if canvas.narrow else 174
    words = "Shanghai, 10 to 11 years. Each picture has 1,000 dots, one for each woman; 1 is filled."
    lines = wrapped(words, whole, SMALL)
    canvas.text(left, top, lines, SMALL, LIGHT.muted)
    top += 20 + SMALL * LEADING * lines.count("\n")
    canvas.line([Point(left, top), Point(left + whole, top)], LIGHT.line, LINES.fine)
    title = "Biopsies of lumps that were harmless"
    canvas.text(left, top + 30, title, BODY if canvas.narrow else HEAD, bold=True)
    for number, (words, count) in enumerate(BIOPSIES):
        if canvas.narrow:
            canvas.text(left, top + 58 + number * 60, words, BODY)
            bar = _bar(canvas, (left, top + 66 + number * 60), 240, count)
        else:
            canvas.text(left, top + 68 + number * 42, words, BODY)
            bar = _bar(canvas, (left + 142, top + 46 + number * 42), 380, count)
        canvas.name(f"bar: {words}", corners(bar), _middle_of(bar, 30 if canvas.narrow else 56, 12))
    closing = wrapped("Shanghai and Russia together: 388,535 women.", whole, SMALL)
    below = SMALL * LEADING * closing.count("\n")
    canvas.text(left, canvas.height - 20 - below, closing, SMALL, LIGHT.muted)


def _margin(canvas: "Canvas") -> tuple[float, float]:
    """Where the words begin, and how wide they may be."""
    return (16.0, 304.0) if canvas.narrow else (24.0, 592.0)


def _middle_of(box: "Box", rx: float, ry: float) -> Ellipse:
    """The middle of a box, as the part of it that is pointed at."""
    left, top, wide, high = box
    return Ellipse(Point(left + wide / 2, top + high / 2), rx, ry)


def _bar(canvas: "Canvas", at: tuple[float, float], longest: float, count: int) -> "Box":
    """A bar that says its count; ``longest``: the length of 3,500. Gives where it is."""
    left, top = at
    width = longest * count / 3_500
    canvas.box((left, top, width, 32), LIGHT.accent if count > 2_000 else LIGHT.primary, None, radius=3)
    canvas.text(left + width + 10, top + 22, f"{count:,}", BODY, bold=True)
    return left, top, width, 32


# --- F17 --------------------------------------------------------------------------------------------

VERDICTS = (
    ("supported", "Supported", LIGHT.ok),
    ("mixed", "Mixed", LIGHT.caution),
    ("unsupported", "Unsupported", LIGHT.accent),
    ("contradicted", "Contradicted", LIGHT.danger),
    ("tradition-only", "Tradition only", LIGHT.muted),
    ("practical", "Practical step", LIGHT.info),
)


def verdict_counts() -> dict[str, int]:
    """How many statements of the source text have each verdict."""
    rows = tomllib.loads(CLAIMS.read_text(encoding="utf-8"))["claim"]
    return dict(Counter(str(row["verdict"]) for row in rows))


@drawing("F17", 330, 512)
def draw_f17(canvas: "Canvas") -> None:
    """One square for each statement of the source text, sorted by verdict."""
    counts = verdict_counts()
    left, _ = _margin(canvas)
    title = f"{sum(counts.values())} statements on one sheet of paper"
    canvas.text(left, 38, title, BODY if canvas.narrow else HEAD, bold=True)
    y = 62.0
    for number, (verdict, words, colour) in enumerate(VERDICTS):
        count = counts.get(verdict, 0)
        if canvas.narrow:
            canvas.text(left, y + 16, f"{words}: {count}", BODY, bold=True)
            for n in range(count):
                _verdict_mark(canvas, number, left + n % IN_ROW * 33.0, y + 24 + n // IN_ROW * 33.0, colour)
            y += 62 + (count - 1) // IN_ROW * 33.0
            continue
        canvas.text(left, y + 21, words, BODY)
        for n in range(count):
            _verdict_mark(canvas, number, 190 + n * 33.0, y, colour)
        canvas.text(190 + count * 33.0 + 8, y + 21, str(count), HEAD, bold=True)
        y += 42


IN_ROW = 8
"""So many squares stand in a row where the canvas is narrow."""


def _verdict_mark(canvas: "Canvas", kind: int, left: float, top: float, colour: str) -> None:
    """A square with a pattern of its own, so that colour is not alone."""
    pen = canvas.at(left + 14, top + 15)
    canvas.box((left, top + 1, 28, 28), colour, None, radius=4)
    white = LIGHT.raised
    if kind == 0:
        pen.line([Point(-6, 0), Point(-2, 4.5), Point(6, -5)], white, 2.6)
    elif kind == 1:
        pen.shape([Point(-14, 14), Point(14, -14), Point(14, 14), Point(-14, 14)], LIGHT.caution_soft)
        canvas.box((left, top + 1, 28, 28), None, colour, LINES.body, 4)
    elif kind == 2:
        canvas.box((left + 2, top + 3, 24, 24), LIGHT.raised, None, radius=3)
        pen.text(0, 5, "?", BODY, colour, "center", bold=True)
    elif kind == 3:
        pen.line([Point(-5, -5), Point(5, 5)], white, 2.6)
        pen.line([Point(-5, 5), Point(5, -5)], white, 2.6)
    elif kind == 4:
        pen.dots([Point(-6, 0), Point(0, 0), Point(6, 0)], 1.8, white)
    else:
        pen.lines([[Point(-7, y), Point(7, y)] for y in (-5, 0, 5)], white, 2.0)


# --- F18 --------------------------------------------------------------------------------------------


@drawing("F18", 372, 716)
def draw_f18(canvas: "Canvas") -> None:
    """What hands find: 54 of 100 cancers; and pain alone: cancer in 4 of 1,000."""
    left, whole = _margin(canvas)
    right, top = (left, 356.0) if canvas.narrow else (320.0, 0.0)
    canvas.text(left, 38, "What trained hands find", HEAD, bold=True)
    places = _grid(left + 12, 66, 10, 10, 22)
    _filled_dots(canvas, places, set(range(54)), 8.2, LIGHT.primary)
    canvas.text(left, 306, "54 of 100 cancers were found", BODY, bold=True)
    canvas.text(left, 327, "when clinicians examined by hand.\nThe other 46 were not.", SMALL)
    border = [Point(left, 366), Point(left + whole, 366)] if canvas.narrow else [Point(296, 24), Point(296, 348)]
    canvas.line(border, LIGHT.line, LINES.fine)
    canvas.text(right, top + 38, "Pain and no other sign", HEAD, bold=True)
    places = _grid(right + 4, top + 62, 40, 25, 7.5)
    _filled_dots(canvas, places, {387, 388, 427, 428}, 2.5, LIGHT.accent, grow=1.45)
    canvas.text(right, top + 272, "4 of 1,000 had cancer", BODY, bold=True)
    canvas.text(
        right,
        top + 293,
        "of the women sent to one clinic for\npain. Pain alone rarely means cancer,\n"
        "and no pain is no all-clear. A pain\nthat stays in one spot: show it.",
        SMALL,
    )


# --- F27 --------------------------------------------------------------------------------------------

BLOCK = 10
"""Dots are laid out in blocks of ten by ten, so that they can be counted."""


@dataclass(frozen=True)
class Tested:
    """What was tested for one complaint: the people in each group of trials, and where the hands were."""

    complaint: str
    words: str
    people: tuple[tuple[int, str], ...] = ()


TRIALS = (
    Tested("Lumpy, tender breasts", "We found no trial of\nbreast massage for this."),
    Tested(
        "Periods",
        "32 trials of period pain.\nHands on other parts\nof the body.\n\n"
        "No clear difference from\na placebo. Most of the\nevidence was of low or\nvery low quality.",
        ((2_566, "2,566 women in 32 trials"),),
    ),
    Tested(
        "The days before a period",
        "Two small trials. Massage\nof the body in general.",
        ((24, "24 women"), (30, "30 students")),
    ),
    Tested("The menopause", "One trial. Massage of\nbelly, thighs and arms.", ((90, "90 women"),)),
)
"""The four complaints of lesson 2.4 with the trials behind them (C05, C11, C07 and C08, C09)."""
_DOT_STEP, _BLOCK_STEP, _DOTS_LEFT = 4.7, 52.0, 248.0
_ACROSS = 5
"""So many blocks stand in a row where the canvas is narrow."""


@drawing("F27", 634, 1050)
def draw_f27(canvas: "Canvas") -> None:
    """One dot for each person in the trials behind four complaints; none was about massage of the breast."""
    left, whole = _margin(canvas)
    title = wrapped("Who was in the trials? One dot is one person.", whole, HEAD, bold=True)
    words = wrapped("A full block is 100 people. All dots have the same size.", whole, SMALL)
    canvas.text(left, 36, title, HEAD, bold=True)
    below = 57 + HEAD * LEADING * title.count("\n")
    canvas.text(left, below, words, SMALL, LIGHT.muted)
    top = below + 17 + SMALL * LEADING * words.count("\n")
    for tested, high in zip(TRIALS, (76.0, 250.0, 80.0, 96.0), strict=True):
        canvas.line([Point(left, top), Point(left + whole, top)], LIGHT.line, LINES.fine)
        canvas.text(left, top + 24, tested.complaint, BODY, bold=True)
        if canvas.narrow:
            top = _trials_below(canvas, tested, top)
        else:
            canvas.text(left, top + 44, tested.words, SMALL)
            _people(canvas, tested, (_DOTS_LEFT, top + 24), 7)
            top += high
    none = wrapped("None of these trials tested massage of the breast.", whole, BODY, bold=True)
    high = 34 + BODY * LEADING * none.count("\n")
    top = canvas.height - 14 - high
    canvas.box((14, top, canvas.width - 28, high), LIGHT.accent_soft, LIGHT.accent, LINES.body)
    canvas.text(canvas.width / 2, top + 22, none, BODY, LIGHT.accent, "center", bold=True)


def _trials_below(canvas: "Canvas", tested: Tested, top: float) -> float:
    """A complaint, its trials and below them the people; gives where the next complaint begins."""
    left, whole = _margin(canvas)
    paragraphs = "\n".join(unbroken(part) for part in tested.words.split("\n\n"))
    words = wrapped(paragraphs, whole, SMALL)
    canvas.text(left, top + 44, words, SMALL)
    top += 66 + SMALL * LEADING * (words.count("\n") + 1)
    _people(canvas, tested, (left, top - 12), _ACROSS)
    rows = max((-(-people // (BLOCK * BLOCK * _ACROSS)) for people, _ in tested.people), default=0)
    return top + 8 + rows * _BLOCK_STEP


def _people(canvas: "Canvas", tested: Tested, at: tuple[float, float], across: int) -> None:
    """A dot for each person of each group, ``across`` blocks of a hundred in a row."""
    left, top = at
    for people, words in tested.people:
        canvas.text(left, top, words, SMALL, LIGHT.primary, bold=True)
        canvas.dots(dots_in_blocks(people, left + 2, top + 12, across), 1.8, LIGHT.primary)
        left += 3 * _BLOCK_STEP
    if not tested.people:
        canvas.text(left, top, "0 people", SMALL, LIGHT.primary, bold=True)


def dots_in_blocks(people: int, left: float, top: float, across: int = 7) -> list[Point]:
    """One place for each person, in blocks of 100, ``across`` blocks in a row."""
    places = []
    for number in range(people):
        block, inside = divmod(number, BLOCK * BLOCK)
        row, column = divmod(inside, BLOCK)
        x = left + (block % across) * _BLOCK_STEP + column * _DOT_STEP
        places.append(Point(x, top + (block // across) * _BLOCK_STEP + row * _DOT_STEP))
    return places
