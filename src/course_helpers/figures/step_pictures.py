"""The small picture of each step, as it stands beside its card: the movement of its hands, or a scene.

Which step has which is said by the steps themselves, in ``content``. No picture has words.
"""

import math
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from course_helpers.body import geometry
from course_helpers.body.geometry import NIPPLE, SEARCH_OUTLINE, Ellipse, Point, Side, joined
from course_helpers.body.movements import AREOLA_RADIUS, LAID_CLOTH, Hand, Movement, hands, told
from course_helpers.body.scenes import Scene
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, SKIN_TONES, TISSUE, SkinTone
from course_helpers.document.apostrophes import all_typographic
from course_helpers.figures import bodies, heads, latch, outlines, self_exam, signs
from course_helpers.figures.bodies import Arm, Body, on_skin
from course_helpers.figures.marks import drop, going_round, ring, round_of, seen_round, turning, wave, way
from course_helpers.figures.safety import chair, pack, sitting
from course_helpers.figures.self_exam import pillow
from course_helpers.figures.strokes import open_spiral, to_the_ring, way_of_circles
from course_helpers.figures.style import DASH

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

CONTENT = Path(__file__).parent.parent / "content"
FAIR, BROWN, DEEP = SKIN_TONES
WIDTH, HEIGHT = 302, 208
"""Natural size in pixels; a page shows it at about two thirds."""
SKINS: dict[str, SkinTone] = {"relax": NEUTRAL, "before_feed": FAIR, "between_feeds": BROWN}
"""The skin in the pictures of each routine: the course shows many people."""


@dataclass(frozen=True)
class StepPicture:
    """The picture of one step: its file, its words for screen readers, and how it is drawn."""

    file: str
    title: str
    alt: str
    ink: "Callable[[Canvas], None]"
    width: int = WIDTH
    height: int = HEIGHT


def pictures() -> Iterator[StepPicture]:
    """All small pictures, in the order of the steps."""
    for path in sorted((CONTENT / "routines").glob("*.toml")):
        read = all_typographic(tomllib.loads(path.read_text(encoding="utf-8")))
        for row in read["step"]:
            yield _of(row, SKINS[read["routine"]["id"]])
    own = all_typographic(tomllib.loads((CONTENT / "self_exam.toml").read_text(encoding="utf-8")))
    for row in own["self_exam_step"]:
        yield _of(row, NEUTRAL)


def _of(row: dict[str, str], skin: SkinTone) -> StepPicture:
    scene, movement = row.get("scene"), row.get("hand", "none")
    name = f"step_{row['id'].replace('-', '_')}.svg"
    if scene:
        return StepPicture(name, row["title"], row["scene_words"], SCENES[scene])  # type: ignore[index]
    moving = hands(movement)  # type: ignore[arg-type]
    return StepPicture(name, row["title"], told(row["hand_words"], moving), _movement(movement, moving, skin))


# --- hands that move ----------------------------------------------------------------------------------


def _movement(name: str, moving: tuple[Hand, ...], skin: SkinTone) -> "Callable[[Canvas], None]":
    if any(hand.taps for hand in moving):
        return lambda canvas: _tapping(canvas, skin)
    if [hand.marker for hand in moving] == ["thumb", "pads"]:
        return lambda canvas: _hold(canvas, skin)
    if moving[0].marker == "cloth":
        return lambda canvas: _warm_cloth(canvas, moving, skin)
    if len(moving) == 1 and sides_of(moving) > 1:
        return lambda canvas: _by_turns(canvas, name, moving[0], skin)

    def ink(canvas: "Canvas") -> None:
        near = _inside(canvas).at(*_view(moving), clip=_box(canvas))
        _hands_at_work(near, name, moving, skin, "" if len(moving) > 1 else own_side(moving))

    return ink


def _hands_at_work(
    near: "Pen", name: str, moving: tuple[Hand, ...], skin: SkinTone, only: Side | Literal[""] = ""
) -> None:
    """A chest, the hands on it where they begin, and their ways; ``only``: the one side whose breast is seen."""
    body, both = Body(skin=skin), len(moving) > 1
    working = bodies.working_sides(moving, alone=not both)
    bodies.chest(near, body, nipples=not bodies.folded(moving), at_work=working, only=only)
    if name in ON_AN_AREA:
        near.shape(Ellipse(moving[0].strokes[0][-1], 29, 27), skin.shade, skin.inner, LINES.body, DASH)
    if name == "feel-round":
        for (place,) in moving[0].strokes[1 : len(moving[0].strokes) // 2]:
            _felt_place(near, place)
    wide = [found for hand in moving if (found := bodies.wide_round(hand, alone=not both))]
    for found in wide:
        going_round(near, found.around, found.start, found.far, skin)
    if name == "sweep-outward":
        _ways(near, _paths(moving), skin, to_nipple=False)
    for hand in moving:
        of = None if bodies.folded(moving) else body
        bodies.working(near, skin, SHOWN_AT.get(name, _as_it_is)(hand), alone=not both, of=of)
    if name == "spiral-on-area":
        way(near, open_spiral(moving[0].strokes[0][-1]), skin, head=10)
    elif not wide and name not in {"feel-round", "sweep-outward"}:
        _ways(near, _paths(moving), skin, to_nipple=name in TO_NIPPLE)


def _hold(canvas: "Canvas", skin: SkinTone) -> None:
    """Thumb above and fingers below the nipple, in a wide C."""
    near = _inside(canvas).at(*_view(hands("hold-and-press")), clip=_box(canvas))
    bodies.chest(near, Body(skin=skin), at_work=("right",))
    bodies.holding(near, skin, NIPPLE, -16)
    bodies.draw_nipple(near, NIPPLE, skin)


def _warm_cloth(canvas: "Canvas", moving: tuple[Hand, ...], skin: SkinTone) -> None:
    near = _inside(canvas).at(*_view(moving), clip=_box(canvas))
    bodies.chest(near, Body(skin=skin), only="right")
    _cloth(near)


def _by_turns(canvas: "Canvas", name: str, hand: Hand, skin: SkinTone) -> None:
    """One hand on one side, then the other hand on the other: a picture each, and an arrow between them.

    The order is that of the strokes.
    """
    first: Side = "right" if hand.strokes[0][0].x > 0 else "left"
    second: Side = "left" if first == "right" else "right"
    wide, high = (canvas.width - TURNS_APART) / 2, canvas.height - 2.0
    canvas.box((1.0, 1.0, canvas.width - 2.0, high), LIGHT.panel, None)
    for number, side in enumerate((first, second)):
        box = (1.0 + number * (wide + TURNS_APART - 2), 1.0, wide, high)
        canvas.box(box, LIGHT.raised, None)
        middle = TURN_MIDDLE if side == "right" else -TURN_MIDDLE
        near = canvas.at(box[0] + wide / 2 - TURN_SCALE * middle, TURN_DOWN, TURN_SCALE, clip=box)
        _hands_at_work(near, name, (_on_one_side(hand, side),), skin, side)
        canvas.box(box, None, LIGHT.line)
    middle = canvas.width / 2
    canvas.box((middle - 20, 12, 40, 24), LIGHT.raised, LIGHT.line, LINES.fine, 12)
    canvas.arrow([Point(middle - 12, 24), Point(middle + 13, 24)], LIGHT.ink, LINES.taught, head=12)


TURN_SCALE, TURN_MIDDLE, TURN_DOWN = 0.52, 78.0, 20.0
"""Of each side of a chest: pixels for a millimetre, what (x) lies in the middle of its picture, and how far down it
begins. The other side is out of sight, so that no arm seems to lie on its nipple."""
TURNS_APART = 12.0
"""So many pixels lie between them."""


def _on_one_side(hand: Hand, side: Side) -> Hand:
    """The same hand with its strokes on one side only."""
    kept = [number for number, stroke in enumerate(hand.strokes) if (stroke[0].x > 0) == (side == "right")]
    strokes, seconds, angles = (
        tuple(one[number] for number in kept) for one in (hand.strokes, hand.seconds, hand.angles)
    )
    return replace(hand, strokes=strokes, seconds=seconds, angles=angles)  # type: ignore[arg-type]


def _as_it_is(hand: Hand) -> Hand:
    return hand


def _at(hand: Hand, place: Point) -> Hand:
    """The hand as it lies at a place."""
    return replace(hand, strokes=((place,), *hand.strokes[1:]))


def _beside(hand: Hand) -> Hand:
    """The hand of a spiral, drawn beside the area: its fingers hide neither which way it goes nor the nipple."""
    middle = hand.strokes[0][-1]
    inwards = -1 if middle.x > 0 else 1
    return _at(hand, Point(middle.x + 40 * inwards, middle.y - 56))


def _before_the_way(hand: Hand) -> Hand:
    """The hand of ways to the nipple, drawn before the first that is seen, so that no finger hides it."""
    begin = hand.strokes[FIRST_SHOWN][0]
    return _at(hand, Point(begin.x - (28 if begin.x > 0 else -28), begin.y - 18))


def _on_its_way(hand: Hand) -> Hand:
    """The hand of a sweep, drawn where it has left the nipple behind and goes up."""
    places = [geometry.along(stroke, 0.6) for stroke in hand.strokes]
    x, y = (sum(axis) / len(places) for axis in zip(*places, strict=True))
    return _at(hand, Point(x - (12 if x > 0 else -12), y - 4))


SHOWN_AT: dict[str, Callable[[Hand], Hand]] = {
    "spiral-on-area": _beside,
    "circles-to-nipple": _before_the_way,
    "strokes-to-nipple": _before_the_way,
    "sweep-outward": _on_its_way,
}
"""Where a hand is drawn that would hide what it does where it begins."""


def _ways(near: "Pen", paths: "Sequence[tuple[Point, ...]]", skin: SkinTone, *, to_nipple: bool) -> None:
    """The ways of the hands; small circles on a way to the nipple are a coil."""
    for path in paths:
        if (found := round_of(path)) is not None:
            turning(near, seen_round(found[0]), clockwise=found[1], skin=skin)
            continue
        shown: Sequence[Point] = path
        if to_nipple:
            nipple = NIPPLE if path[0].x > 0 else Point(-NIPPLE.x, NIPPLE.y)
            shown = to_the_ring(path[0], nipple, AREOLA_RADIUS)
            if geometry.length(path) > 3 * geometry.distance(path[0], path[-1]):
                way_of_circles(near, shown, skin)
                continue
        way(near, shown, skin)


def _felt_place(near: "Pen", place: Point) -> None:
    """Where three finger pads were laid down."""
    for dx, dy in ((-11, 3), (0, 0), (11, 3)):
        near.shape(Ellipse(Point(place.x + dx, place.y + dy), 5, 8), LIGHT.primary_soft, LIGHT.primary, LINES.body)


def sides_of(moving: tuple[Hand, ...]) -> int:
    """On how many sides of the chest hands move."""
    return len({place.x > 0 for hand in moving for stroke in hand.strokes for place in stroke})


def own_side(moving: tuple[Hand, ...]) -> Side:
    """The side on which a hand moves that stays on one."""
    return "right" if moving[0].strokes[0][0].x > 0 else "left"


def _view(moving: tuple[Hand, ...]) -> tuple[float, float, float]:
    scale, (x, y) = view_of(moving)
    return x, y, scale


def view_of(moving: tuple[Hand, ...]) -> tuple[float, tuple[float, float]]:
    """Scale and origin: the whole chest with its elbows, or one side where the hands stay on it."""
    sides = {place.x > 0 for hand in moving for stroke in hand.strokes for place in stroke}
    if len(sides) > 1:
        return 0.54, (WIDTH / 2, 20.0)
    middle = 74 if True in sides else -74
    return 0.86, (WIDTH / 2 - 0.86 * middle, HEIGHT / 2 - 0.86 * 172)


def _tapping(canvas: "Canvas", skin: SkinTone) -> None:
    """Fingertips over a firm area, from the side: they have just lifted, and fall again."""
    pen = _inside(canvas)
    self_exam.layers(pen.at(0, 108, clip=_box(canvas)), 0, WIDTH)
    pen.shape(Ellipse(Point(118, 168), 44, 15), TISSUE.gland, TISSUE.duct, LINES.body, DASH)
    bodies.resting(pen.at(118, 124, clip=_box(canvas)), "side-tips", 14, 0.78, skin)
    for x, down in ((40, True), (60, False)):
        ends = [Point(x, 82), Point(x, 134)]
        pen.arrow(ends if down else ends[::-1], LIGHT.primary, LINES.taught, head=12)
    for x, y in ((-22, -7), (-8, -13), (8, -13), (22, -7)):
        pen.line([Point(118 + 0.6 * x, 142 + 0.45 * y), Point(118 + x, 142 + y)], LIGHT.primary, LINES.taught)


TO_NIPPLE: tuple[Movement, ...] = ("circles-to-nipple", "strokes-to-nipple")
ON_AN_AREA: tuple[Movement, ...] = ("spiral-on-area", "tap-on-area")
MOST_PATHS, FIRST_SHOWN = 4, 1
"""Of the lines round a breast only so many are drawn, so that each is seen; the first is that from above."""


def _paths(moving: tuple[Hand, ...]) -> list[tuple[Point, ...]]:
    """The lines that the hands follow, of many only some."""
    found = []
    for hand in moving:
        strokes = [stroke for stroke in hand.strokes if len(stroke) > 1]
        every = max(1, -(-len(strokes) // MOST_PATHS))
        found += strokes[FIRST_SHOWN if every > 1 else 0 :: every]
    return found


def _chest(canvas: "Canvas", body: Body, scale: float = 0.62, at: tuple[float, float] = (WIDTH / 2, 30)) -> "Pen":
    near = _inside(canvas).at(*at, scale, clip=_box(canvas))
    bodies.chest(near, body)
    return near


def _box(canvas: "Canvas") -> tuple[float, float, float, float]:
    return (1.0, 1.0, canvas.width - 2.0, canvas.height - 2.0)


def _inside(canvas: "Canvas") -> "Pen":
    """A light ground inside the frame of the canvas."""
    canvas.box(_box(canvas), LIGHT.raised, None)
    return canvas.at(0, 0, clip=_box(canvas))


def _cloth(near: "Pen") -> None:
    """A folded cloth, and warmth that rises from it."""
    x, y = LAID_CLOTH
    cloth = joined(
        [(x - 50, y - 28), (x, y - 36), (x + 48, y - 30)],
        [(x + 52, y + 30)],
        [(x, y + 36), (x - 48, y + 32)],
    )
    near.shape(cloth, TISSUE.cloth, TISSUE.cloth_line, LINES.taught)
    near.line(geometry.curve((x - 49, y + 6), (x, y), (x + 50, y + 4)), TISSUE.cloth_line)
    _warmth(near.place.to_canvas((x, y - 46)), near)


def _warmth(at: Point, pen: "Pen") -> None:
    """Warmth that rises from a place, in pixels."""
    for dx in (-24, 0, 24):
        pen.at(at.x + dx, at.y, 0.86, turn=-90).line(wave(0, 0, 34, 6), LIGHT.accent, LINES.taught)


# --- scenes -------------------------------------------------------------------------------------------


def _picture_warmth(canvas: "Canvas") -> None:
    """Palms that rest on the chest, and between them a small sun, which nobody takes for pain."""
    _movement("palm-on-chest", hands("palm-on-chest"), NEUTRAL)(canvas)
    x, y = WIDTH / 2, 112.0
    for number in range(10):
        turn = math.tau * number / 10
        ray = [Point(x + far * math.cos(turn), y + far * math.sin(turn)) for far in (15, 22)]
        canvas.line(ray, LIGHT.caution, LINES.taught)
    canvas.shape(Ellipse(Point(x, y), 10, 10), TISSUE.edge, LIGHT.caution, LINES.taught)


def _person(ink: "Callable[[Pen], None]", y: float = 88.0) -> "Callable[[Canvas], None]":
    """Somebody from the front, from the head to the hips."""
    return lambda canvas: ink(_inside(canvas).at(WIDTH / 2, y, 0.25, clip=_box(canvas)))


def _seated(body: Body) -> "Callable[[Canvas], None]":
    def ink(canvas: "Canvas") -> None:
        near = _inside(canvas).at(WIDTH / 2, 80, 0.22, clip=_box(canvas))
        chair(near)
        sitting(near, body)

    return ink


def _lowered_eyes(canvas: "Canvas") -> None:
    """Somebody with lowered eyes, whose palms rest on the chest."""
    body, moving = Body(skin=BROWN, hair="bob"), hands("palm-on-chest")
    near = _inside(canvas).at(WIDTH / 2, 122, 0.34, clip=_box(canvas))
    heads.behind(near, body.skin, body.hair)
    bodies.chest(near, body, nipples=False, at_work=bodies.SIDES)
    bodies.head(near, body)
    for hand in moving:
        bodies.working(near, body.skin, hand, alone=False)


def _look_at_breasts(canvas: "Canvas") -> None:
    """Somebody whose own look goes down to both breasts; the hands hang down."""
    body = Body(outlines.FULL, outlines.LARGE, skin=BROWN, hair="bun", look="down")
    near = _inside(canvas).at(WIDTH / 2, 112, 0.3, clip=_box(canvas))
    self_exam.arms_down(near, body)
    for side, breast in bodies.sides(body):
        half = bodies.side_pen(near, side)
        look = [Point(30, -84), Point(breast.nipple.x - 12, breast.nipple.y - breast.areola[1] - 22)]
        way(half, look, body.skin, dash=DASH, head=12)


def _wash_hands(canvas: "Canvas") -> None:
    """Two hands below a tap."""
    pen = _inside(canvas)
    spout = [(56, 24), (150, 22), (178, 34), (180, 62)], [(156, 62), (154, 48), (138, 44), (56, 46)]
    pen.shape(joined(*spout), TISSUE.cloth, LIGHT.ink, LINES.body)
    pen.box((96, 8, 34, 12), TISSUE.cloth, LIGHT.ink, LINES.body, 4)
    pen.line([Point(113, 20), Point(113, 26)], LIGHT.ink, LINES.taught)
    for x in (160, 168, 176):
        pen.line([Point(x, 66), Point(x, 112)], LIGHT.info, LINES.body)
    bodies.from_the_side(pen.at(252, 128, 0.7, clip=_box(canvas)), "side-flat", -14, DEEP)
    bodies.from_the_side(pen.at(244, 158, 0.7, clip=_box(canvas)), "side-flat", -22, DEEP)
    for x, y in ((84, 150), (112, 182), (150, 186), (70, 178)):
        pen.shape(drop(x, y, 9), LIGHT.info_soft, LIGHT.info)


def _baby(scene: latch.Scene) -> "Callable[[Canvas], None]":
    return lambda canvas: latch.show(_inside(canvas), scene)


def _cold_pack(canvas: "Canvas") -> None:
    near = _chest(canvas, Body(outlines.FULL, outlines.LARGE, skin=DEEP), 0.8, (90, -40))
    pack(near)


def _orange_peel(canvas: "Canvas") -> None:
    near = _chest(canvas, Body(outlines.FULL, outlines.LARGE, skin=BROWN), 0.9, (56, -62))
    area = signs.patch_outline(92, 162, 40, 24)
    near.shape(area, BROWN.shade)
    signs.dents(near, area, BROWN)
    ring(near, (92, 162), 54, 37)


def _lie_down(canvas: "Canvas") -> None:
    _inside(canvas).box((1, 14, 300, 180), LIGHT.info_soft, TISSUE.cloth_line, LINES.fine, 10)
    near = canvas.at(122, 112, 0.33, turn=-90, clip=_box(canvas))
    near.shape(pillow(0, -250, 130, 100), LIGHT.raised, TISSUE.cloth_line)
    near.shape(pillow(160, 50, 82, 96), TISSUE.cloth, TISSUE.cloth_line)
    raised = Arm(elbow=(250, -96), wrist=(112, -216), hand_turn=-62, shoulder=(176, 2))
    self_exam.lying(near, Body(skin=FAIR, hair="bun", grey=True), raised)
    bodies.trousers(near, outlines.MIDDLE)


def _three_pads(canvas: "Canvas") -> None:
    self_exam.three_pads(_inside(canvas).at(WIDTH / 2 - 10, 226, 1.02, flip=True, clip=_box(canvas)))


def _small_circle(canvas: "Canvas") -> None:
    """Three fingers, each marked, and before them the small circles that they make, one beside the other."""
    spot, around = Point(66, 104), Point(112, 98)
    near = _chest(canvas, Body(skin=NEUTRAL), 1.25, (WIDTH / 2 - 1.25 * 70, 108 - 1.25 * 130))
    bodies.reaching(near, NEUTRAL, spot)
    for tip in bodies.three_tips(spot):
        near.shape(Ellipse(tip, 8, 8), LIGHT.primary, alpha=0.45)
    turning(near, Ellipse(around, 17, 17), clockwise=True, skin=NEUTRAL, head=11)
    for down in (-37, 37):
        near.shape(
            Ellipse(Point(around.x + 0.1 * down, around.y + down), 12, 12), None, LIGHT.primary, LINES.body, DASH
        )


def _three_pressures(canvas: "Canvas") -> None:
    pen = _inside(canvas)
    self_exam.layers(pen.at(0, 98, 1.0, clip=_box(canvas)), 24, WIDTH)
    self_exam.pad(pen.at(152, 160, clip=_box(canvas)))
    for number, low in enumerate((146, 166, 184)):
        x = 30 + 30 * number
        pen.line([Point(x - 11, low), Point(x + 11, low)], LIGHT.accent, LINES.taught)
        pen.arrow([Point(x, 92), Point(x, low)], LIGHT.accent, LINES.taught, head=11)


def _strips(side: str) -> "Callable[[Canvas], None]":
    def ink(canvas: "Canvas") -> None:
        near = _chest(canvas, Body(skin=NEUTRAL))
        half = bodies.side_pen(near, side)
        half.shape(on_skin(SEARCH_OUTLINE, Body()), LIGHT.primary, alpha=0.14)
        self_exam.up_and_down(half)

    return ink


def _whole_area(canvas: "Canvas") -> None:
    self_exam.shade_search_area(_chest(canvas, Body()))


def _pads_on_nipple(canvas: "Canvas") -> None:
    near, body = _inside(canvas).at(WIDTH / 2, 20, 0.5, clip=_box(canvas)), Body(skin=BROWN)
    bodies.chest(near, body, at_work=("left",))
    bodies.reaching(near, BROWN, NIPPLE, body)


SCENES: "dict[Scene, Callable[[Canvas], None]]" = {
    "sit": _seated(Body(outlines.NARROW, outlines.SMALL)),
    "lowered-eyes": _lowered_eyes,
    "picture-warmth": _picture_warmth,
    "hands-on-thighs": _seated(Body(outlines.BROAD, outlines.FLAT, skin=DEEP)),
    "look-at-breasts": _look_at_breasts,
    "wash-hands": _wash_hands,
    "baby-drinks": _baby(latch.GOOD),
    "baby-is-held": _baby(latch.START),
    "baby-opens-wide": _baby(latch.WIDE),
    "cold-pack": _cold_pack,
    "arms-down": _person(self_exam.arms_down),
    "arms-up": _person(self_exam.arms_up, 102.0),
    "hands-on-hips": _person(self_exam.hands_on_hips),
    "lift-breasts": _person(self_exam.lift_breasts, 96.0),
    "orange-peel": _orange_peel,
    "lie-down": _lie_down,
    "three-pads": _three_pads,
    "small-circle": _small_circle,
    "three-pressures": _three_pressures,
    "strips": _strips("right"),
    "strips-on-other-side": _strips("left"),
    "whole-area": _whole_area,
    "pads-on-nipple": _pads_on_nipple,
}
"""How each scene is drawn."""
