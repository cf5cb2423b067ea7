"""The small picture of each step, as it stands beside its card: the movement of its hands, or a scene.

Which step has which is said by the steps themselves, in ``content``. No picture has words.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course_helpers.body import geometry
from course_helpers.body.geometry import CHECK_AREA, NIPPLE, Ellipse, Point, joined
from course_helpers.body.movements import LAID_CLOTH, Hand, Movement, hands, told
from course_helpers.body.scenes import Scene
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, SKIN_TONES, TISSUE, SkinTone
from course_helpers.document.apostrophes import all_typographic
from course_helpers.figures import bodies, latch, outlines, self_exam, signs
from course_helpers.figures.bodies import Arm, Body, on_skin
from course_helpers.figures.marks import drop, ring, wave
from course_helpers.figures.safety import chair, pack, sitting
from course_helpers.figures.self_exam import pillow
from course_helpers.figures.strokes import ON_CHEST
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
    def ink(canvas: "Canvas") -> None:
        near = _chest(canvas, Body(skin=skin), *view_of(moving))
        if name in ON_AN_AREA:
            area = moving[0].strokes[0]
            middle = Point(*area[-1]) if len(area) > 1 else area[0]
            near.shape(Ellipse(middle, 33, 31), skin.shade, skin.inner, LINES.body, DASH)
        held = [hand.marker for hand in moving] == ["thumb", "pads"]
        if moving[0].marker == "cloth":
            _cloth(near)
        elif held:
            bodies.holding(near, skin, NIPPLE, -16)
            bodies.draw_nipple(near, NIPPLE, skin)
        else:
            for hand in moving:
                bodies.working(near, skin, hand, alone=len(moving) == 1)
        for path in () if held else _paths(moving):
            curly = geometry.length(path) > 3 * geometry.distance(path[0], path[-1]) > 0
            width, head = (LINES.body, 8.0) if curly else (LINES.taught, 11.0)
            near.line(path, LIGHT.raised, width + 2)
            near.arrow(path, LIGHT.primary, width, head=head)
        places = [stroke[0] for hand in moving for stroke in hand.strokes if len(stroke) == 1]
        if len(places) > len(moving):
            near.dots(places, 4.5, LIGHT.raised)
            near.dots(places, 3.0, LIGHT.primary)

    return ink


def view_of(moving: tuple[Hand, ...]) -> tuple[float, tuple[float, float]]:
    """Scale and origin: the whole chest, or one side where the hands stay on it."""
    sides = {place.x > 0 for hand in moving for stroke in hand.strokes for place in stroke}
    if len(sides) > 1:
        return 0.62, (WIDTH / 2, 30.0)
    middle = 74 if True in sides else -74
    return 0.86, (WIDTH / 2 - 0.86 * middle, HEIGHT / 2 - 0.86 * 172)


ON_AN_AREA: tuple[Movement, ...] = ("spiral-on-area", "tap-on-area")
MOST_PATHS = 4
"""Of the lines round a breast only so many are drawn, so that each is seen."""


def _paths(moving: tuple[Hand, ...]) -> list[tuple[Point, ...]]:
    """The lines that the hands follow, of many only some."""
    found = []
    for hand in moving:
        strokes = [stroke for stroke in hand.strokes if len(stroke) > 1]
        every = max(1, -(-len(strokes) // MOST_PATHS))
        found += strokes[::every]
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
    for dx in (-28, 0, 28):
        turned = near.place.to_canvas((x + dx, y - 46))
        near.at(turned.x, turned.y, near.place.scale, turn=-90).line(wave(0, 0, 34, 6), LIGHT.accent, LINES.body)


# --- scenes -------------------------------------------------------------------------------------------


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
    body = Body(skin=BROWN, hair="bob")
    near = _inside(canvas).at(WIDTH / 2, 128, 0.36, clip=_box(canvas))
    bodies.posed(near, body, ON_CHEST, ON_CHEST)
    bodies.head(near, body)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, body.skin)
    for side in ("left", "right"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_CHEST)


def _look_at_breasts(near: "Pen") -> None:
    self_exam.arms_down(near, Body(outlines.FULL, outlines.LARGE, skin=BROWN, hair="bun"))


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
    signs.dents(near, area, BROWN, 9)
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
    pen = _inside(canvas)
    self_exam.layers(pen.at(0, 96, 1.0, clip=_box(canvas)), 8, WIDTH)
    self_exam.pad(pen.at(152, 142, clip=_box(canvas)))
    path = Ellipse(Point(142, 166), 34, 9).points(36)
    pen.arrow(path[4:], LIGHT.primary, LINES.taught, head=10)


def _three_pressures(canvas: "Canvas") -> None:
    pen = _inside(canvas)
    self_exam.layers(pen.at(0, 98, 1.0, clip=_box(canvas)), 24, WIDTH)
    self_exam.pad(pen.at(152, 160, clip=_box(canvas)))
    for number, deep in enumerate((14, 30, 48)):
        x = 216 + 26 * number
        pen.arrow([Point(x, 128), Point(x, 138 + deep)], LIGHT.accent, LINES.taught, head=9)


def _strips(side: str) -> "Callable[[Canvas], None]":
    def ink(canvas: "Canvas") -> None:
        near = _chest(canvas, Body(skin=NEUTRAL))
        half = bodies.side_pen(near, side)
        half.shape(on_skin(CHECK_AREA, Body()), LIGHT.primary, alpha=0.14)
        self_exam.up_and_down(half)

    return ink


def _whole_area(canvas: "Canvas") -> None:
    self_exam.shade_check_area(_chest(canvas, Body()))


def _pads_on_nipple(canvas: "Canvas") -> None:
    near = _chest(canvas, Body(skin=BROWN))
    bodies.reaching(near, BROWN, NIPPLE)


SCENES: "dict[Scene, Callable[[Canvas], None]]" = {
    "sit": _seated(Body(outlines.NARROW, outlines.SMALL)),
    "lowered-eyes": _lowered_eyes,
    "hands-on-thighs": _seated(Body(outlines.BROAD, outlines.FLAT, skin=DEEP)),
    "look-at-breasts": _person(_look_at_breasts),
    "wash-hands": _wash_hands,
    "baby-drinks": _baby(latch.GOOD),
    "baby-is-held": _baby(latch.START),
    "baby-opens-wide": _baby(latch.WIDE),
    "cold-pack": _cold_pack,
    "arms-down": _person(self_exam.arms_down),
    "arms-up": _person(self_exam.arms_up, 102.0),
    "hands-on-hips": _person(self_exam.hands_on_hips),
    "lift-breasts": _person(self_exam.lift_breasts),
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
