"""What is said about a search: shares, gaps, pattern and time, in words and as a map. It is about a path alone."""

from collections.abc import Iterator
from typing import Any

from course_helpers.body.geometry import Point, Side
from course_helpers.body.search_area import Region, SearchArea
from course_helpers.explorers.search import grid
from course_helpers.explorers.search.coverage import Coverage, covered
from course_helpers.explorers.search.gaps import Gap, finger_row, gaps, runs
from course_helpers.explorers.search.grid import CELL, LEFT, TOP, Board
from course_helpers.explorers.search.pattern import pattern_of
from course_helpers.explorers.search.spots import Spot, fate
from course_helpers.explorers.search.trail import PRESSURES, Trail
from course_helpers.knowledge.strings.explorers import SearchWords


def summary(found: Coverage, board: Board, words: SearchWords) -> str:
    """All shares in one sentence."""
    light, medium, firm = (percent(found.share(board, pressure)) for pressure in PRESSURES)
    return words.summary.format(light=light, medium=medium, firm=firm, all=percent(found.share_at_all(board)))


def report(trail: Trail, area: SearchArea, side: Side, words: SearchWords) -> dict[str, Any]:
    """Everything a page shows about a search; what its map shows, its words say too."""
    board, found = grid.board(area), covered(trail)
    side_name = words.of(f"side_{side}")
    return {
        "summary": summary(found, board, words),
        "all_three": percent(found.share_at_all(board)),
        "shares": list(_shares(found, board, words)),
        "gaps": [gap_in_words(gap, side_name, words) for gap in gaps(found, board)] or [words.gaps_none],
        "how": list(_how(trail, found, board, area.nipple, words)),
        "maps": [_map(found, board, pressure, words) for pressure in PRESSURES],
        "table": list(_table(found, board, words)),
    }


def percent(share: float) -> int:
    """A share (0 to 1) in whole percent; 100 is kept for all of it, 0 for nothing."""
    return 99 if 0.99 <= share < 1 else 1 if 0 < share < 0.01 else round(100 * share)


def _shares(found: Coverage, board: Board, words: SearchWords) -> Iterator[str]:
    for pressure in PRESSURES:
        name = words.of(f"name_{pressure}").capitalize()
        yield words.share.format(pressure=name, percent=percent(found.share(board, pressure)))
    yield words.share.format(pressure=words.all_three.capitalize(), percent=percent(found.share_at_all(board)))


def gap_in_words(gap: Gap, side_name: str, words: SearchWords) -> str:
    """One region with what is missing there, such as "Armpit, your left: not reached."."""
    told = {"region": region_name(gap.region, words), "side": side_name, "what": _missing(gap, words)}
    if gap.rows is None:
        return words.gap.format(**told)
    first, last = gap.rows
    template = words.gap_row if first == last else words.gap_rows
    return template.format(**told, first=first, last=last)


def _missing(gap: Gap, words: SearchWords) -> str:
    if gap.untouched:
        return words.not_reached
    if set(gap.reach.values()) == {"part"}:
        return words.all_in_part
    template = {"none": words.not_done, "part": words.in_part}
    parts = [
        template[reach].format(pressure=words.of(f"name_{pressure}"))
        for pressure, reach in gap.reach.items()
        if reach != "whole"
    ]
    return ", ".join(parts)


def region_name(region: Region, words: SearchWords) -> str:
    """The name of a region at the beginning of a sentence."""
    name = words.of(f"region_{region}")
    return name[0].upper() + name[1:]


def _how(trail: Trail, found: Coverage, board: Board, nipple: Point, words: SearchWords) -> Iterator[str]:
    yield words.of(f"pattern_{pattern_of(trail, nipple)}")
    circled = percent(found.circles(board))
    yield words.small_circles.format(percent=circled)
    if circled < 100:
        yield words.sliding
    yield words.overlap.format(percent=percent(found.overlap(board)))
    minutes, seconds = divmod(round(found.seconds), 60)
    yield words.time.format(minutes=minutes, seconds=seconds)


def _map(found: Coverage, board: Board, pressure: int, words: SearchWords) -> dict[str, str]:
    name = words.of(f"name_{pressure}")
    share = percent(found.share(board, pressure))
    return {
        "title": words.map_title.format(pressure=name.capitalize()),
        "label": words.map.format(pressure=name, percent=share),
        "missing": runs(grid.without(board.whole, found.rows[pressure])),
    }


def _table(found: Coverage, board: Board, words: SearchWords) -> Iterator[list[str]]:
    for region, cells in board.regions.items():
        shares = (grid.share(found.rows[pressure], cells) for pressure in PRESSURES)
        yield [region_name(region, words), *(str(percent(share)) for share in shares)]


def spot_report(spots: tuple[Spot, ...], trail: Trail, area: SearchArea, side: Side, words: SearchWords) -> list[str]:
    """Where each hidden spot was, under which pressure it shows, and whether it did."""
    return [_told(spot, trail, area, words.of(f"side_{side}"), words) for spot in spots]


def _told(spot: Spot, trail: Trail, area: SearchArea, side_name: str, words: SearchWords) -> str:
    where = words.spot.format(
        region=region_name(region_at(area, spot), words),
        side=side_name,
        row=finger_row(spot.y),
        pressure=words.of(f"name_{spot.pressure}"),
    )
    return f"{where} {words.of(f'spot_{fate(spot, trail)}')}"


def region_at(area: SearchArea, spot: Spot) -> Region:
    """The region in which a spot lies.

    Raises:
        ValueError: if it lies outside the area.
    """
    row, bit = int((spot.y - TOP) // CELL), 1 << max(0, int((spot.x - LEFT) // CELL))
    for region, rows in grid.board(area).regions.items():
        if 0 <= row < len(rows) and rows[row] & bit:
            return region
    raise ValueError("A spot lies outside the area to check.")
