"""Drawing whole bodies and hands with a pen: silhouettes, chests, hands and their skin."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from course_helpers.body.drawn import HandShape, PoseName, hand_shapes
from course_helpers.body.geometry import Curve, Ellipse, Knot, Point, joined
from course_helpers.body.movements import NIPPLE_RADIUS, Hand
from course_helpers.body.posing import ELBOW as ELBOW_AT
from course_helpers.body.posing import drawn, laid, turn_at
from course_helpers.design_tokens import LINES, NEUTRAL, TISSUE, TROUSERS, SkinTone
from course_helpers.figures import heads, outlines
from course_helpers.figures.heads import Hair, Look
from course_helpers.figures.marks import round_of
from course_helpers.figures.outlines import Breast, Trunk

if TYPE_CHECKING:
    from course_helpers.figures.pen import Pen
    from course_helpers.figures.things import Shape


@dataclass(frozen=True)
class Body:
    """A body to draw: its trunk, both sides of its chest and its skin."""

    trunk: Trunk = outlines.MIDDLE
    right: Breast = outlines.MEDIUM
    left: Breast | None = None
    """None: like the right side, a little larger and lower."""
    skin: SkinTone = NEUTRAL
    hair: Hair = "short"
    grey: bool = False
    """Whether the hair is grey."""
    look: Look = "lowered"
    """Where the eyes look; those of somebody before a mirror look ahead."""

    @property
    def thickness(self) -> float:
        """How thick the arms are, against the middle body."""
        return self.trunk.arm / outlines.MIDDLE.arm

    def in_skin(self, skin: SkinTone) -> "Body":
        """The same body in another skin."""
        return replace(self, skin=skin)


WOMAN = Body()
SLIM = Body(outlines.NARROW, outlines.SMALL)
ROUND = Body(outlines.FULL, outlines.LARGE)
OLD = Body(outlines.MIDDLE, outlines.OLDER)
MAN = Body(outlines.BROAD, outlines.FLAT)
AFTER_TOP_SURGERY = Body(outlines.MIDDLE, outlines.TOP_SURGERY)


def chest(pen: "Pen", body: Body, *, nipples: bool = True, at_work: Sequence[str] = (), only: str = "") -> None:
    """The front of a body from the neck down, arms hanging.

    ``at_work``: the sides whose arm is bent, with its elbow beside the waist. ``only``: the one side whose breast is
    seen.
    """
    if at_work:
        _with_bent_arms(pen, body, at_work)
    else:
        silhouette(pen, body)
    landmarks(pen, body.skin)
    for side, breast in sides(body):
        if only in {"", side}:
            draw_breast(side_pen(pen, side), breast, body.skin, nipple=nipples)


def _with_bent_arms(pen: "Pen", body: Body, at_work: Sequence[str]) -> None:
    """Neck, shoulders and trunk; arms that work are drawn to the elbow, and others hang."""
    skin, trunk = body.skin, outlines.bare_trunk(body.trunk)
    arms = [(side_pen(pen, side), upper_arm(body) if side in at_work else hanging_arm(body)) for side in SIDES]
    for half, arm in arms:
        half.shape(arm, None, skin.line, 2 * LINES.body)
    pen.shape(trunk, None, skin.line, 2 * LINES.body)
    pen.shape(trunk, skin.fill)
    for half, arm in arms:
        half.shape(arm, skin.fill)
    for half, _ in arms:
        half.line(_armpit(body), skin.line)


def _armpit(body: Body) -> Curve:
    return Curve(tuple(knot for knot in outlines.flank(body.trunk).knots if knot[1] < ARMPIT_ENDS))


def _bent_arm(half: "Pen", body: Body) -> None:
    """The fill of an upper arm over the forearm's line, and the line of the armpit."""
    half.shape(upper_arm(body), body.skin.fill)
    half.line(_armpit(body), body.skin.line)


SIDES = ("right", "left")
ARMPIT_ENDS = 200.0
"""Down to here (y) an arm lies against the trunk."""


def upper_arm(body: Body) -> Curve:
    """From the shoulder to an elbow beside the waist."""
    x, y = ELBOW_AT["right"]
    wide = 36 * body.thickness
    return outlines.limb((158, 28, wide), (190, 150, wide), (x, y, wide))


def hanging_arm(body: Body) -> Curve:
    """From the shoulder down past the edge of every picture."""
    wide = body.thickness
    return outlines.limb((158, 28, 36 * wide), (190, 150, 34 * wide), (196, 250, 30 * wide), (196, 480, 26 * wide))


FOLDED_ABOVE = 120.0
"""Hands that rest higher than this (y) have forearms that lie over the upper arms and over the nipples."""


def folded(moving: Sequence[Hand]) -> bool:
    """Whether the arms of these hands are folded up, so that no elbow is joined and no nipple is seen."""
    return all(stroke[0].y < FOLDED_ABOVE for hand in moving for stroke in hand.strokes)


ARM_LEAVES = 150.0
"""From here down (y) there is air between the trunk and a hanging arm."""
SOFT = 0.15
"""Above it an area may reach out so many millimetres a millimetre, so that its border has no step."""


def on_skin(area: Sequence[Point], body: Body) -> tuple[Point, ...]:
    """An area of the right side as far as there is skin under it: it ends at the trunk or at the breast."""
    edges = (outlines.flank(body.trunk).points(), body.right.contour.points())

    def kept(place: Point) -> Point:
        edge = max(edge_at(edge, max(place.y, ARM_LEAVES)) for edge in edges)
        return Point(min(place.x, edge + SOFT * max(ARM_LEAVES - place.y, 0)), place.y)

    return tuple(kept(place) for place in dense(area))


def dense(line: Sequence[Point], step: float = 3.0) -> list[Point]:
    """The same closed line with a place every few millimetres."""
    found: list[Point] = []
    for a, b in zip(line, (*line[1:], line[0]), strict=True):
        count = max(1, round(math.hypot(b.x - a.x, b.y - a.y) / step))
        found.extend(Point(a.x + (b.x - a.x) * n / count, a.y + (b.y - a.y) * n / count) for n in range(count))
    return found


def edge_at(edge: Sequence[Point], y: float) -> float:
    """How far out (x) an edge reaches at a height; far inside where it has nothing at that height."""
    found = [0.0]
    for (a_x, a_y), (b_x, b_y) in itertools.pairwise(edge):
        if (a_y <= y <= b_y or b_y <= y <= a_y) and a_y != b_y:
            found.append(a_x + (b_x - a_x) * (y - a_y) / (b_y - a_y))
    return max(found)


def sides(body: Body) -> tuple[tuple[str, Breast], tuple[str, Breast]]:
    """Both sides of the chest."""
    return ("right", body.right), ("left", body.left or _larger(body.right))


def side_pen(pen: "Pen", side: str) -> "Pen":
    """A pen that draws right-side shapes on the given side."""
    place = pen.place
    return pen.at(place.x, place.y, place.scale, turn=place.turn, flip=side == "left")


def silhouette(pen: "Pen", body: Body) -> None:
    """Neck, shoulders, hanging arms and trunk."""
    trunk, skin = body.trunk, body.skin
    bottom = outlines.BOTTOM
    for side in ("right", "left"):
        half = side_pen(pen, side)
        outer, inner, flank = (f(trunk) for f in (outlines.outer_side, outlines.inner_arm, outlines.flank))
        half.shape(joined(outer.knots, inner.knots[::-1], [(0, 166)], [(0, -130)]), skin.fill)
        half.shape(joined([(0, 80)], flank.knots, [(0, bottom)]), skin.fill)
    pen.shape([Point(-8, -130), Point(8, -130), Point(8, bottom), Point(-8, bottom)], skin.fill)
    for side in ("right", "left"):
        half = side_pen(pen, side)
        half.line(outlines.outer_side(trunk), skin.line)
        half.line(outlines.inner_arm(trunk), skin.line)
        half.line(outlines.flank(trunk), skin.line)


def landmarks(pen: "Pen", skin: SkinTone, lift: float = 0.0) -> None:
    """Collarbones and the notch between them."""
    for side in ("right", "left"):
        side_pen(pen, side).line(outlines.collarbone(lift), skin.inner, LINES.fine)
    pen.line(Curve(((-13, 6), (-5, 15), (5, 15), (13, 6))), skin.inner, LINES.fine)


def draw_breast(pen: "Pen", breast: Breast, skin: SkinTone, *, nipple: bool = True) -> None:
    """One breast or one side of a flat chest."""
    pen.shape(joined(breast.contour.knots), skin.fill)
    pen.shape(breast.shade, skin.shade)
    pen.line(breast.contour, skin.inner)
    if breast.scar:
        pen.line(breast.scar, skin.inner, LINES.body)
    if nipple:
        draw_nipple(pen, breast.nipple, skin, breast.areola, breast.nipple_size)


def draw_nipple(
    pen: "Pen", place: Knot, skin: SkinTone, areola: tuple[float, float] = (17, 16), size: float = 5.5
) -> None:
    """The darker ring and the nipple."""
    centre = Point(place[0], place[1])
    pen.shape(Ellipse(centre, *areola), skin.areola)
    pen.shape(Ellipse(centre, size, size), skin.areola, skin.inner, LINES.fine)


def hand(pen: "Pen", skin: SkinTone = NEUTRAL, pose: PoseName = "flat", *, palm: bool = False) -> None:
    """The fill of a hand with the lines between its fingers; the wrist is at the pen's origin. A palm has no nails."""
    shape = hand_shapes()[pose]
    pen.shape(places(shape.outline), skin.fill)
    if palm:
        pen.lines([Curve(tuple(places(line))) for line in shape.creases], skin.line, LINES.fine)
        pen.lines([places(line) for line in shape.partings], skin.line, LINES.fine)
        return
    for nail in shape.nails:
        pen.shape(places(nail), skin.fill, skin.line, 0.6 * LINES.fine)
    pen.lines([places(line) for line in (*shape.partings, *shape.folds)], skin.line, LINES.fine)


def reaching(pen: "Pen", skin: SkinTone, place: Point, of: Body | None = None) -> None:
    """The pads of a hand that reaches across to a place on the chest, with its forearm, as the player draws it."""
    working(pen, skin, _reaching(place), alone=True, of=of)


def _reaching(place: Point) -> Hand:
    return Hand("pads", ((place,),), (1.0,), (0.0,))


def three_tips(place: Point) -> tuple[Point, ...]:
    """The tips of the three fingers that feel, of a hand that reaches across to a place."""
    shown = drawn(_reaching(place), alone=True)
    return laid(shown, shown.by[0], place).three_tips if shown else ()


OUT = 1.4
"""So much wider than it is the circle of a hand is drawn that must not be taken for one on the nipple."""
BESIDE, LOWER = 1.08, 14.0
"""So far out, against the circle, lies the middle of a hand that does not reach across, and so many degrees lower
than the nipple: its fingers cross the circle."""
ROUND_SHOWN = 285.0
"""So many degrees of it are drawn: the arrow ends before it comes back to the hand."""
ACROSS_FROM, ACROSS_SHOWN = 264.0, 196.0
"""Where the arrow of a hand that reaches across to the right begins, just past its fingers, and how far it is seen:
the rest lies under the hand. On the left it is mirrored, so that both are equally long."""


@dataclass(frozen=True)
class WideRound:
    """The circle of a hand round a nipple, as it is drawn."""

    around: Ellipse
    hand: Point
    start: float
    """Where on it the arrow begins, in degrees clockwise from the right."""
    far: float
    """How far round the arrow goes from there, in degrees; below 0: counter-clockwise."""


def wide_round(moving: Hand, *, alone: bool) -> WideRound | None:
    """The circle of a hand that goes round a nipple and keeps off it; None for every other movement.

    A hand that reaches across lies above and inside the nipple, one of two outside it: no finger lies on the darker
    ring.
    """
    found = round_of(moving.strokes[0])
    if found is None or moving.touches(found[0].centre, NIPPLE_RADIUS):
        return None
    wide, clockwise = found[0].scaled(OUT), found[1]
    on_right = wide.centre.x > 0
    if alone:
        first = ACROSS_FROM if on_right else 180 - ACROSS_FROM - ACROSS_SHOWN
        hand_at, far = wide.at(228.0 if on_right else 312.0), ACROSS_SHOWN
        start = first if clockwise else first + far
    else:
        start, far = (LOWER if on_right else 180.0 - LOWER), ROUND_SHOWN
        hand_at = wide.scaled(BESIDE).at(start)
    return WideRound(wide, hand_at, start, far if clockwise else -far)


def working(pen: "Pen", skin: SkinTone, moving: Hand, *, alone: bool, of: Body | None = None) -> list[Point]:
    """A hand on its first stroke, with its forearm, as the player draws it; ``alone``: it reaches across.

    It is drawn where the stroke begins; one that goes round a nipple and keeps off it, on its wide round. ``of``: the
    body whose upper arm is already drawn and becomes one with the forearm. Gives the outline of the hand in pixels of
    the drawing.
    """
    shown = drawn(moving, alone=alone)
    if shown is None:
        raise ValueError(f"No hand is drawn for {moving.marker}.")
    side, stroke = shown.by[0], moving.strokes[0]
    found = wide_round(moving, alone=alone)
    place = found.hand if found else stroke[0]
    lies = laid(shown, side, place)
    elbow = ELBOW_AT[side]
    wrist = pen.place.to_canvas(lies.wrist)
    held = pen.at(wrist.x, wrist.y, pen.place.scale, turn=turn_at(shown, side, place), flip=side == "right")
    middle = ((elbow.x + lies.wrist.x) / 2, (elbow.y + lies.wrist.y) / 2)
    arm = outlines.limb((*elbow, 36), (*middle, 36), (*lies.wrist, 27))
    _one_piece(pen, arm, held, skin, shown.pose, partial(_bent_arm, side_pen(pen, side), of) if of else None)
    return held.place.line_to_canvas(hand_shapes()[shown.pose].outline)


def working_sides(moving: Sequence[Hand], *, alone: bool) -> tuple[str, ...]:
    """The sides whose hands are drawn at work."""
    shown = (drawn(hand, alone=alone) for hand in moving)
    return tuple(dict.fromkeys(one.by[0] for one in shown if one))


def holding(pen: "Pen", skin: SkinTone, nipple: Point, turn: float) -> None:
    """The right side's own hand in a wide C round the nipple, its forearm straight behind it."""
    shape = hand_shapes()["hold"]
    x, y = shape.touch["hold"]
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    away = Point(x * c + y * s, x * s - y * c)
    wrist = Point(nipple.x + away.x, nipple.y + away.y)
    spot = pen.place.to_canvas(wrist)
    held = pen.at(spot.x, spot.y, pen.place.scale, turn=turn, flip=True)
    elbow = Point(wrist.x + 1.5 * away.x, wrist.y + 1.5 * away.y)
    middle = (wrist.x + 0.75 * away.x, wrist.y + 0.75 * away.y)
    _one_piece(pen, outlines.limb((*elbow, 41), (*middle, 37), (*wrist, 27)), held, skin, "hold")
    _name_hold(held, shape)


FINGERTIP = 9.0
"""Half as wide as a fingertip that is pointed at, in millimetres."""


def _name_hold(held: "Pen", shape: HandShape) -> None:
    """What presses in a C-hold, and what does not; ``held``: the pen of the hand."""
    for words, (x, y) in (("tip of the thumb", shape.thumb), ("tips of the fingers", shape.fingers)):
        held.name(words, Ellipse(Point(x, y), FINGERTIP, FINGERTIP))
    x, y = shape.tips["little"]
    half_way = Ellipse(Point(x / 2, y / 2), 1.5 * FINGERTIP, 1.5 * FINGERTIP)
    held.name("back of the hand", places(shape.outline), half_way)


def from_the_side(pen: "Pen", pose: PoseName, tilt: float, skin: SkinTone = NEUTRAL) -> None:
    """A hand and its forearm, seen from the side of the thumb; the wrist is at the pen's origin.

    ``tilt``: how steeply the forearm goes up behind it, in degrees.
    """
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    arm = outlines.limb((20 * c, -20 * s, 22), (110 * c, -110 * s, 27), (220 * c, -220 * s, 34))
    _one_piece(pen, arm, pen, skin, pose)


def resting(pen: "Pen", pose: PoseName, tilt: float, scale: float, skin: SkinTone = NEUTRAL) -> None:
    """A hand seen from the side of its thumb, ``scale`` pixels a millimetre, whose lowest place is the pen's origin."""
    low = max(hand_shapes()[pose].outline, key=lambda place: place[1])
    size = pen.place.scale * scale
    from_the_side(pen.at(pen.place.x - low[0] * size, pen.place.y - low[1] * size, size), pose, tilt, skin)


def _one_piece(
    pen: "Pen",
    arm: Curve,
    held: "Pen",
    skin: SkinTone,
    pose: PoseName,
    join: Callable[[], None] | None = None,
) -> None:
    """A forearm and its hand: no line crosses the wrist; ``join`` takes away the line that crosses the elbow."""
    pen.shape(arm, None, skin.line, 2 * LINES.body)
    if join:
        join()
    held.shape(places(hand_shapes()[pose].outline), None, skin.line, 2 * LINES.body)
    pen.shape(arm, skin.fill)
    hand(held, skin, pose)


def places(line: Sequence[tuple[float, float]]) -> list[Point]:
    """A stored line as places to draw."""
    return [Point(x, y) for x, y in line]


def head(pen: "Pen", body: Body) -> None:
    """The head of a body, from the front."""
    heads.head(pen, body.skin, body.hair, grey=body.grey, look=body.look)


def trousers(pen: "Pen", trunk: Trunk, length: float = 320) -> None:
    """The upper part of a pair of trousers; ``length`` below the hip in millimetres."""
    hip = trunk.hip + 3
    half = (hip + 6) / 2
    leg = outlines.limb((half, 500, half), (half, 600, half), (half - 2, 440 + length, half - 6))
    waist = joined(
        [(-hip, 404), (0, 416), (hip, 404)],
        [(hip + 4, 450), (hip + 2, 540)],
        [(0, 560)],
        [(-hip - 2, 540), (-hip - 4, 450)],
    )
    merged(pen, [waist, leg, leg.mirrored()], TROUSERS)
    pen.line([Point(0, 556), Point(0, 440 + length)], TROUSERS.line, LINES.body)


def merged(pen: "Pen", parts: "Sequence[Shape]", skin: SkinTone, width: float = LINES.body) -> None:
    """Several shapes as one: only the outline of the whole is seen."""
    for part in parts:
        pen.shape(part, None, skin.line, 2 * width)
    for part in parts:
        pen.shape(part, skin.fill)


@dataclass(frozen=True)
class Arm:
    """A bent arm of the right side: elbow and wrist, and the turn of the hand (0 is fingers up)."""

    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hand_turn: float = 0.0
    palm_seen: bool = False
    """True: one looks at the palm, as of a hand behind the head; else at the back, with the thumb on its own side."""
    pose: PoseName = "flat"
    shoulder: tuple[float, float] = (160, 26)
    hand_size: float = 0.9

    def upper(self, thickness: float = 1.0) -> Curve:
        """The upper arm."""
        (sx, sy), (ex, ey) = self.shoulder, self.elbow
        third = (sx + (ex - sx) * 0.36, sy + (ey - sy) * 0.36, 37 * thickness)
        return outlines.limb((sx, sy, 34 * thickness), third, (ex, ey, 0.94 * ELBOW * thickness))

    def lower(self, thickness: float = 1.0) -> Curve:
        """The forearm."""
        (ex, ey), (wx, wy) = self.elbow, self.wrist
        near = (ex + (wx - ex) * 0.4, ey + (wy - ey) * 0.4, 1.04 * ELBOW * thickness)
        return outlines.limb((ex, ey, ELBOW * thickness), near, (wx, wy, WRIST * self.hand_size))


ELBOW, WRIST = 30.0, 25.0
"""Half widths in millimetres: of an elbow, and of the wrist of a hand of full size."""


def forearm(pen: "Pen", arm: Arm, skin: SkinTone, thickness: float = 1.0, sleeve: SkinTone | None = None) -> None:
    """A forearm and its hand as one shape: no line crosses the wrist, but for the hem of a sleeve."""
    held, lower, cloth = _held(pen, arm), arm.lower(thickness), sleeve or skin
    pen.shape(lower, None, cloth.line, 2 * LINES.body)
    held.shape(places(hand_shapes()[arm.pose].outline), None, skin.line, 2 * LINES.body)
    if sleeve:
        hand(held, skin, arm.pose, palm=arm.palm_seen)
        pen.shape(lower, sleeve.fill, sleeve.line, LINES.body)
        return
    pen.shape(lower, skin.fill)
    hand(held, skin, arm.pose, palm=arm.palm_seen)


def marked_pads(pen: "Pen", arm: Arm) -> None:
    """Light discs on the three fingers that feel, of a hand that is drawn already."""
    held, shape = _held(pen, arm), hand_shapes()[arm.pose]
    for finger in ("index", "middle", "ring"):
        x, y = shape.tips[finger]
        held.shape(Ellipse(Point(x, y + 4), 10, 11), TISSUE.edge, TISSUE.way, LINES.fine)


def _held(pen: "Pen", arm: Arm) -> "Pen":
    """The pen of the hand at the end of an arm: its own side's hand, as one sees it in a mirror."""
    wrist = pen.place.to_canvas(arm.wrist)
    turn = -arm.hand_turn if pen.place.flip else arm.hand_turn
    flip = pen.place.flip == arm.palm_seen
    return pen.at(wrist.x, wrist.y, pen.place.scale * arm.hand_size, turn=pen.place.turn + turn, flip=flip)


def posed(
    pen: "Pen",
    body: Body,
    right: Arm | None,
    left: Arm | None = None,
    *,
    lift: float = 0.0,
    bottom: float = 520,
    shirt: SkinTone | None = None,
) -> None:
    """A body with bent arms; what lies in front of the trunk is drawn with ``arm_in_front`` afterwards."""
    skin = body.skin
    arms = tuple((side, arm) for side, arm in (("right", right), ("left", left)) if arm)
    trunk = outlines.bare_trunk(body.trunk, lift, bottom)
    cloth = shirt or skin
    thick = body.thickness
    heads.behind(pen, skin, body.hair, grey=body.grey)
    for side, arm in arms:
        half = side_pen(pen, side)
        half.shape(arm.lower(thick), None, cloth.line, 2 * LINES.body)
        half.shape(arm.upper(thick), None, cloth.line, 2 * LINES.body)
    pen.shape(trunk, None, cloth.line, 2 * LINES.body)
    pen.shape(trunk, cloth.fill)
    for side, arm in arms:
        half = side_pen(pen, side)
        forearm(half, arm, skin, thick, shirt)
        half.shape(arm.upper(thick), cloth.fill)
    if shirt:
        _neckline(pen, body.trunk, skin, shirt)
    else:
        landmarks(pen, skin, lift * 0.5)


def arm_in_front(pen: "Pen", body: Body, arm: Arm, shirt: SkinTone | None = None) -> None:
    """A forearm and hand that lie in front of the trunk, with the upper arm that is already drawn."""
    skin, thick = body.skin, body.thickness
    forearm(pen, arm, skin, thick, shirt)
    pen.shape(arm.upper(0.97 * thick), (shirt or skin).fill)


def _neckline(pen: "Pen", trunk: Trunk, skin: SkinTone, shirt: SkinTone) -> None:
    """Neck and the round neckline of a shirt; the neck is a little wider than that of the trunk below it."""
    n = trunk.neck + 7
    neck = joined(
        [(-n, -130), (-n, -84), (-n - 10, -52), (-n - 24, -42)],
        [(-40, 2), (0, 14), (40, 2)],
        [(n + 24, -42), (n + 10, -52), (n, -84), (n, -130)],
    )
    pen.shape(neck, skin.fill, skin.line)
    pen.line(Curve(((-n - 24, -42), (-42, 0), (0, 14), (42, 0), (n + 24, -42))), shirt.line, LINES.taught)


def _larger(breast: Breast) -> Breast:
    """The same breast, four in a hundred larger: both sides of a body are hardly ever equal."""
    factor, drop = 1.03, -2.0
    scar = breast.scar.moved(0, drop, factor) if breast.scar else None
    return Breast(
        _kept_at_armpit(breast.contour.moved(0, drop, factor), breast.contour),
        breast.shade.moved(0, drop, factor),
        Point(breast.nipple.x * factor, breast.nipple.y * factor + drop),
        breast.areola,
        breast.nipple_size,
        scar,
    )


def _kept_at_armpit(grown: Curve, original: Curve) -> Curve:
    first: Knot = original.knots[0]
    return Curve((first, *grown.knots[1:]), grown.closed)
