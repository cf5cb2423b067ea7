"""The things of a drawing: their names stand where they are drawn, and what points at them goes along with them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from course_helpers import figures
from course_helpers.body.drawn import hand_shapes
from course_helpers.body.geometry import Ellipse, Place, Point, contains, distance, evenly
from course_helpers.figures import anatomy, bodies, latch
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.export import canvas_with
from course_helpers.figures.svg_parts import Parts, Things
from course_helpers.figures.things import LEAST, MARGIN, Leader, Thing
from course_helpers.knowledge import load
from course_helpers.knowledge.places import THINGS
from tests.each import each

STORED = json.loads(THINGS.read_text(encoding="utf-8"))
every_layout = each(
    "figure, narrow", [(figure, layout == "narrow") for figure, layouts in STORED.items() for layout in layouts]
)


def parts_of(figure: str, *, narrow: bool) -> Parts:
    """What a drawing leaves when it is drawn now."""
    return canvas_with(figures.FIGURES[figure], narrow=narrow, kept=Things).parts


def test_the_stored_places_are_those_of_what_is_drawn_now() -> None:
    """``python3 start.py figures`` writes them anew."""
    assert json.loads(json.dumps(figures.things_drawn())) == STORED


def test_every_drawing_that_is_pointed_at_names_as_much_on_both_layouts() -> None:
    asked = {one.figure for one in (*load().items.values(), *load().check_questions.values()) if one.kind == "point"}
    assert len(asked) == 13
    for figure in asked:
        assert set(STORED[figure]["wide"]) == set(STORED[figure]["narrow"])


@every_layout
def test_a_ring_lies_on_its_thing_and_on_the_drawing(figure: str, *, narrow: bool) -> None:
    canvas = canvas_with(figures.FIGURES[figure], narrow=narrow, kept=Things)
    for thing in canvas.parts.things.values():
        (x, y), rx, ry = thing.ring.centre, thing.ring.rx, thing.ring.ry
        left, right = min(at.x for at in thing.outline), max(at.x for at in thing.outline)
        top, low = min(at.y for at in thing.outline), max(at.y for at in thing.outline)
        assert left <= x <= right
        assert top <= y <= low
        assert min(rx, ry) >= LEAST
        assert rx <= x <= canvas.width - rx
        assert ry <= y <= canvas.height - ry


# Moved parts

MOVED = 12.0


def hold_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand of the C-hold lies further in."""
    before = bodies.holding
    monkeypatch.setattr(bodies, "holding", lambda pen, skin, at, turn: before(pen, skin, Point(at.x - 20, at.y), turn))


def cluster_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lobe lies elsewhere."""
    first, (x, y), *rest = anatomy.CLUSTERS
    monkeypatch.setattr(anatomy, "CLUSTERS", (first, (x + MOVED, y), *rest))


def mouth_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ducts end elsewhere."""
    monkeypatch.setattr(anatomy, "MOUTH", Point(anatomy.MOUTH.x - MOVED, anatomy.MOUTH.y))


def nodes_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nodes of the armpit lie higher."""
    moved = tuple((x, y - MOVED) for x, y in anatomy.ARMPIT_NODES)
    monkeypatch.setattr(anatomy, "ARMPIT_NODES", moved)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("figure", "thing", "move"),
    [
        ("F14", "panel 4: tip of the thumb", hold_moved),
        ("F14", "panel 4: back of the hand", hold_moved),
        ("F01", "cluster of glands 2", cluster_moved),
        ("F01", "ducts", mouth_moved),
        ("F02", "nodes in the armpit", nodes_moved),
    ],
)
def test_the_ring_goes_along_with_a_part_that_is_drawn_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
    figure: str,
    thing: str,
    move: Callable[[pytest.MonkeyPatch], None],
    *,
    narrow: bool,
) -> None:
    before = parts_of(figure, narrow=narrow).things[thing].ring.centre
    move(monkeypatch)
    after = parts_of(figure, narrow=narrow).things[thing].ring.centre
    assert abs(after.x - before.x) + abs(after.y - before.y) > 0.5 * MOVED


def test_what_cannot_go_along_refuses_the_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latch, "BELOW_LIP", (60, 56))
    with pytest.raises(ValueError, match=r"skin below the lip.*does not lie on it"):
        parts_of("F15", narrow=False)
    monkeypatch.undo()
    monkeypatch.setattr(anatomy, "FAT", Point(500, 97))
    with pytest.raises(ValueError, match='"fat" is pointed at does not lie on it'):
        parts_of("F01", narrow=True)


def test_the_thumb_that_is_asked_for_is_that_of_the_drawn_hand() -> None:
    tip = parts_of("F14", narrow=False).things["panel 4: tip of the thumb"].ring.centre
    back = parts_of("F14", narrow=False).things["panel 4: back of the hand"]
    near = [at for at in back.outline if abs(at.x - tip.x) + abs(at.y - tip.y) < 12]
    assert near
    assert contains(back.outline, back.ring.centre)
    assert len(back.outline) == len(hand_shapes()["hold"].outline)


# How a name is given


def planted(draw: Callable[[Canvas], None]) -> dict[str, Thing]:
    canvas = Canvas(200, 300)
    draw(canvas)
    return canvas.parts.things


SQUARE = [Point(10, 10), Point(50, 10), Point(50, 30), Point(10, 30)]


def test_a_ring_goes_round_the_whole_or_round_the_part_that_is_pointed_at() -> None:
    whole = planted(lambda canvas: canvas.name("box", SQUARE))["box"]
    assert whole.ring == Ellipse(Point(30, 20), 20 + MARGIN, 10 + MARGIN)
    part = planted(lambda canvas: canvas.at(100, 0, 2.0).name("box", SQUARE, Ellipse(Point(40, 20), 9, 8)))["box"]
    assert part.ring.centre == pytest.approx(Place(100, 0, 2.0).to_canvas((40, 20)))
    assert part.ring.rx == pytest.approx(18 + MARGIN, abs=0.1)


def test_a_place_beside_the_thing_and_a_second_thing_of_that_name_are_refused() -> None:
    with pytest.raises(ValueError, match='"box" is pointed at does not lie on it'):
        planted(lambda canvas: canvas.name("box", SQUARE, Ellipse(Point(60, 20), 9, 8)))

    def twice(canvas: Canvas) -> None:
        canvas.name("box", SQUARE)
        canvas.name("box", SQUARE)

    with pytest.raises(ValueError, match='Two things are called "box"'):
        planted(twice)


def test_what_a_picture_cuts_off_has_no_name_and_a_ring_stays_in_its_picture() -> None:
    box = (0.0, 0.0, 40.0, 60.0)
    assert planted(lambda canvas: canvas.at(100, 0, clip=box).name("box", SQUARE)) == {}
    named = planted(lambda canvas: canvas.at(0, 0, clip=box, within="panel 1").name("a  box", SQUARE))
    assert [*named] == ["panel 1: a box"]
    ring = named["panel 1: a box"].ring
    assert ring.centre.x + ring.rx == 40


# Leaders

OTHER_WORDS = {
    "bands that hold the breast": "band",
    "gland": "cluster of glands",
    "most lymph goes to nodes in the armpit": "nodes in the armpit",
    "on to nodes below and above the collarbone": "nodes below the collarbone",
    "some goes to nodes beside the breastbone": "nodes beside the breastbone",
}
"""Labels that call a thing by other words than its drawing does."""
ON_PX = 4.0
"""So near to a thin thing, in pixels, the dot of a leader lies on it."""


def called(name: str) -> str:
    """What a thing is called where there are several of its kind, or several pictures."""
    return re.sub(r"^[^:]*: | \d+$", "", name)


def ends(parts: Parts) -> Iterator[tuple[Leader, list[Thing]]]:
    """Each leader with the things that its words name, if there are any."""
    for leader in parts.leaders:
        words = re.split(r"[:.]", leader.words)[0].lower()
        things = [thing for thing in parts.things.values() if called(thing.name) == OTHER_WORDS.get(words, words)]
        if things:
            yield leader, things


def lies_on(thing: Thing, spot: Point) -> bool:
    return contains(thing.outline, spot) or any(distance(at, spot) < ON_PX for at in evenly(thing.outline, 1.0))


def beside(parts: Parts) -> list[str]:
    """The words whose leader ends on none of the things that they name."""
    return [leader.words for leader, things in ends(parts) if not any(lies_on(one, leader.end) for one in things)]


LED_TO = {"F01": 8, "F02": 11, "F03": 3, "F04": 3, "F14": 1}
"""Drawings whose labels name things, and how many. The leaders of the others are drawn to the very place they name."""


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("figure", LED_TO)
def test_a_leader_ends_on_the_thing_that_its_words_name(figure: str, *, narrow: bool) -> None:
    parts = parts_of(figure, narrow=narrow)
    assert len(list(ends(parts))) == LED_TO[figure]
    assert beside(parts) == []


def test_a_leader_that_ends_beside_its_thing_is_found() -> None:
    """Things that are drawn elsewhere, while their words lead to the old place."""
    parts = parts_of("F02", narrow=False)
    for name in ("tail", "collarbone"):
        moved = tuple(Point(at.x, at.y + 40) for at in parts.things[name].outline)
        parts.things[name] = replace(parts.things[name], outline=moved)
    assert [words.split(":")[0] for words in beside(parts)] == ["Tail", "Collarbone"]
