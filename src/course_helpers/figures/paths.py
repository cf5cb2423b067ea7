"""Paths in pixels of a canvas: how they are made, where the edge of the canvas cuts them, how SVG has them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Spot = tuple[float, float]
"""A place in pixels of the canvas."""
DECIMALS = 2
"""A hundredth of a pixel is finer than a screen or a printer shows."""


class Step(NamedTuple):
    """One step of a path, by its letter in SVG: M begins, L is straight, C has two handles and an end, z closes."""

    letter: Literal["M", "L", "C", "z"]
    spots: tuple[Spot, ...] = ()


Path = Iterable[Step]
CLOSE = Step("z")


def polyline(spots: Sequence[Spot]) -> list[Step]:
    """Straight lines from spot to spot."""
    return [Step("L" if number else "M", (spot,)) for number, spot in enumerate(spots)]


def cubics(spots: Sequence[Spot], *, begin: Literal["M", "L"] = "M") -> list[Step]:
    """A start and, for each Bezier piece, two handles and an end."""
    pieces = zip(spots[1::3], spots[2::3], spots[3::3], strict=True)
    return [Step(begin, (spots[0],)), *(Step("C", piece) for piece in pieces)]


def written(number: float, decimals: int = DECIMALS) -> str:
    """A number with so many decimals at most, and no sign where nothing is left of it.

    It is rounded to six first: the last digits of a computed place depend on the machine, and must not decide
    which way a half is rounded.
    """
    text = f"{round(number, 6):.{decimals}f}"
    if text[-1] != "0":
        return text
    short = text.rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def path_data(path: Path, decimals: int = DECIMALS) -> str:
    """The path as SVG has it."""
    words: list[str] = []
    for letter, spots in path:
        words.append(letter)
        for x, y in spots:
            words += written(x, decimals), written(y, decimals)
    return " ".join(words)


def cut_at_edge(path: Path, width: float, height: float) -> Iterator[Step]:
    """What a line leaves on a canvas: straight steps end one pixel beyond its edge, curves are left whole.

    Closing is a straight step as well; where the line was never cut, it also joins its ends.
    """
    start = last = (0.0, 0.0)
    begun = whole = True
    for step in path:
        end = step.spots[-1] if step.spots else start
        if step.letter == "M":
            start, begun, whole = end, False, True
        elif step.letter == "C":
            yield from () if begun else (Step("M", (last,)),)
            yield step
            begun = True
        else:
            kept = _kept(last, end, width, height)
            whole &= kept == (last, end)
            if kept:
                yield from () if begun and kept[0] == last else (Step("M", (kept[0],)),)
                yield Step("L", (kept[1],))
                begun = True
                yield from (CLOSE,) if step.letter == "z" and whole else ()
        last = end


def _kept(start: Spot, end: Spot, width: float, height: float) -> tuple[Spot, Spot] | None:
    """The piece of a straight line that lies on the canvas, or nothing: the usual clipping of its parameter."""
    if all(-1 <= x <= width + 1 and -1 <= y <= height + 1 for x, y in (start, end)):
        return start, end  # as nearly all are
    first, last = 0.0, 1.0
    for begin, finish, size in ((start[0], end[0], width), (start[1], end[1], height)):
        low, high = -1 - begin, size + 1 - begin
        way = finish - begin
        if way == 0:
            if low > 0 or high < 0:
                return None
            continue
        one, other = sorted((low / way, high / way))
        first, last = max(first, one), min(last, other)
    if first > last:
        return None
    return start if first == 0 else _on(start, end, first), end if last == 1 else _on(start, end, last)


def _on(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
