"""Numbers as counts that can be seen: deaths, biopsies, what hands find, verdicts."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.drawing import drawing
from course_helpers.figures.style import BODY, HEAD, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Pen, Sheet

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


@drawing("F12", 430)
def draw_f12(sheet: "Sheet") -> None:
    """Two trials in counts: deaths were the same, biopsies of harmless lumps were not."""
    sheet.text(24, 36, "Deaths from breast cancer: about 1 in 1,000 on each side", HEAD, bold=True)
    for left, heading, (deaths, women) in ((24, "Taught self-exam", TAUGHT), (332, "Not taught", NOT_TAUGHT)):
        sheet.text(left, 66, heading, BODY, bold=True)
        places = _grid(left + 4, 84, 50, 20, 5.6)
        per_thousand = round(1000 * deaths / women)
        spots = {525} if per_thousand == 1 else set()
        _filled_dots(sheet, places, spots, 1.9, LIGHT.ink, grow=2.4)
        sheet.text(left, 216, f"{deaths} of {women:,} women died of it.", BODY)
    sheet.text(
        24,
        240,
        "Shanghai, 10 to 11 years. Each picture has 1,000 dots, one for each woman; 1 is filled.",
        SMALL,
        LIGHT.muted,
    )
    sheet.line([Point(24, 260), Point(616, 260)], LIGHT.line, LINES.fine)
    sheet.text(24, 290, "Biopsies of lumps that were harmless", HEAD, bold=True)
    for number, (words, count) in enumerate(BIOPSIES):
        _bar(sheet, 306 + number * 42, words, count)
    sheet.text(24, 410, "Shanghai and Russia together: 388,535 women.", SMALL, LIGHT.muted)


def _bar(sheet: "Sheet", top: float, words: str, count: int) -> None:
    width = 380 * count / 3_500
    sheet.text(24, top + 22, words, BODY)
    sheet.box((166, top, width, 32), LIGHT.accent if count > 2_000 else LIGHT.primary, None, radius=3)
    sheet.text(166 + width + 10, top + 22, f"{count:,}", BODY, bold=True)


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


@drawing("F17", 330)
def draw_f17(sheet: "Sheet") -> None:
    """One square for each statement of the source text, sorted by verdict."""
    counts = verdict_counts()
    sheet.text(24, 38, f"{sum(counts.values())} statements on one sheet of paper", HEAD, bold=True)
    for number, (verdict, words, colour) in enumerate(VERDICTS):
        y = 62 + number * 42.0
        sheet.text(24, y + 21, words, BODY)
        count = counts.get(verdict, 0)
        for n in range(count):
            _verdict_mark(sheet, number, 190 + n * 33.0, y, colour)
        sheet.text(190 + count * 33.0 + 8, y + 21, str(count), HEAD, bold=True)


def _verdict_mark(sheet: "Sheet", kind: int, left: float, top: float, colour: str) -> None:
    """A square with a pattern of its own, so that colour is not alone."""
    pen = sheet.at(left + 14, top + 15)
    sheet.box((left, top + 1, 28, 28), colour, None, radius=4)
    white = LIGHT.raised
    if kind == 0:
        pen.line([Point(-6, 0), Point(-2, 4.5), Point(6, -5)], white, 2.6)
    elif kind == 1:
        pen.shape([Point(-14, 14), Point(14, -14), Point(14, 14), Point(-14, 14)], LIGHT.caution_soft)
        sheet.box((left, top + 1, 28, 28), None, colour, LINES.body, 4)
    elif kind == 2:
        sheet.box((left + 2, top + 3, 24, 24), LIGHT.raised, None, radius=3)
        pen.text(0, 5, "?", BODY, colour, "center", bold=True)
    elif kind == 3:
        pen.line([Point(-5, -5), Point(5, 5)], white, 2.6)
        pen.line([Point(-5, 5), Point(5, -5)], white, 2.6)
    elif kind == 4:
        pen.dots([Point(-6, 0), Point(0, 0), Point(6, 0)], 1.8, white)
    else:
        pen.lines([[Point(-7, y), Point(7, y)] for y in (-5, 0, 5)], white, 2.0)


# --- F18 --------------------------------------------------------------------------------------------


@drawing("F18", 372)
def draw_f18(sheet: "Sheet") -> None:
    """What hands find: 54 of 100 cancers; and pain alone: cancer in 4 of 1,000."""
    sheet.text(24, 38, "What trained hands find", HEAD, bold=True)
    places = _grid(36, 66, 10, 10, 22)
    _filled_dots(sheet, places, set(range(54)), 8.2, LIGHT.primary)
    sheet.text(24, 306, "54 of 100 cancers were found", BODY, bold=True)
    sheet.text(24, 327, "when clinicians examined by hand.\nThe other 46 were not.", SMALL)
    sheet.line([Point(296, 24), Point(296, 348)], LIGHT.line, LINES.fine)
    sheet.text(320, 38, "Pain and no other sign", HEAD, bold=True)
    places = _grid(324, 62, 40, 25, 7.5)
    _filled_dots(sheet, places, {387, 388, 427, 428}, 2.5, LIGHT.accent, grow=1.45)
    sheet.text(320, 272, "4 of 1,000 had cancer", BODY, bold=True)
    sheet.text(
        320,
        293,
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


@drawing("F27", 634)
def draw_f27(sheet: "Sheet") -> None:
    """One dot for each person in the trials behind four complaints; none was about massage of the breast."""
    sheet.text(24, 36, "Who was in the trials? One dot is one person.", HEAD, bold=True)
    sheet.text(24, 57, "A full block is 100 people. All dots have the same size.", SMALL, LIGHT.muted)
    top = 74.0
    for tested, high in zip(TRIALS, (76.0, 250.0, 80.0, 96.0), strict=True):
        sheet.line([Point(24, top), Point(616, top)], LIGHT.line, LINES.fine)
        sheet.text(24, top + 24, tested.complaint, BODY, bold=True)
        sheet.text(24, top + 44, tested.words, SMALL)
        left = _DOTS_LEFT
        for people, words in tested.people:
            sheet.text(left, top + 24, words, SMALL, LIGHT.primary, bold=True)
            sheet.dots(dots_in_blocks(people, left + 2, top + 36), 1.8, LIGHT.primary)
            left += 3 * _BLOCK_STEP
        if not tested.people:
            sheet.text(left, top + 24, "0 people", SMALL, LIGHT.primary, bold=True)
        top += high
    sheet.box((14, 586, 612, 34), LIGHT.accent_soft, LIGHT.accent, LINES.body)
    sheet.text(320, 608, "None of these trials tested massage of the breast.", BODY, LIGHT.accent, "center", bold=True)


def dots_in_blocks(people: int, left: float, top: float, across: int = 7) -> list[Point]:
    """One place for each person, in blocks of 100, ``across`` blocks in a row."""
    places = []
    for number in range(people):
        block, inside = divmod(number, BLOCK * BLOCK)
        row, column = divmod(inside, BLOCK)
        x = left + (block % across) * _BLOCK_STEP + column * _DOT_STEP
        places.append(Point(x, top + (block // across) * _BLOCK_STEP + row * _DOT_STEP))
    return places
