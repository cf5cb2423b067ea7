"""Heads from the front: one face of few calm lines, and different hair. Millimetres, as bodies are."""

from typing import TYPE_CHECKING, Literal

from course_helpers.body.geometry import Curve, Ellipse, Point, curve, joined, loop
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, TISSUE, SkinTone

if TYPE_CHECKING:
    from course_helpers.figures.pen import Pen

Look = Literal["lowered", "ahead", "down"]
"""The eyes: closed or nearly, open, or open and turned to what lies below."""
Hair = Literal["short", "bob", "long", "bun", "curls", "none", "scarf"]
SHAPE = loop(
    (-69, -226), (-64, -272), (-42, -306), (0, -319), (42, -306), (64, -272), (69, -226), (64, -178), (47, -136),
    (22, -112), (0, -107), (-22, -112), (-47, -136), (-64, -178),
)  # fmt: skip
"""A head from the front, chin at the bottom."""
_SIDE = (-71, -206), (-79, -262), (-60, -316), (0, -340), (60, -316), (79, -262), (71, -206)
"""Round the back of the head, from ear to ear."""
_CAP = joined(_SIDE, [(71, -206), (66, -244), (44, -276), (4, -284), (-40, -272), (-64, -244), (-71, -206)])
_PARTED = joined(_SIDE, [(71, -206), (62, -250), (20, -292), (-26, -286), (-56, -256), (-71, -206)])
_BEHIND: dict[Hair, Curve] = {
    "bob": loop(
        (0, -342), (62, -320), (88, -262), (94, -190), (88, -128), (58, -112), (0, -118), (-58, -112), (-88, -128),
        (-94, -190), (-88, -262), (-62, -320),
    ),
    "long": loop(
        (0, -342), (62, -320), (86, -262), (94, -170), (104, -70), (96, -22), (62, -20), (0, -60), (-62, -20),
        (-96, -22), (-104, -70), (-94, -170), (-86, -262), (-62, -320),
    ),
    "scarf": loop(
        (0, -344), (66, -322), (88, -256), (86, -170), (78, -96), (96, -40), (54, -2), (0, 8), (-54, -2), (-96, -40),
        (-78, -96), (-86, -170), (-88, -256), (-66, -322),
    ),
}  # fmt: skip
"""What is seen beside and below the face."""
_CURLS = tuple(
    Ellipse(Point(x, y), r, r)
    for x, y, r in (
        (-74, -226, 24), (-82, -264, 28), (-68, -304, 30), (-36, -334, 32), (0, -346, 32), (36, -334, 32),
        (68, -304, 30), (82, -264, 28), (74, -226, 24),
    )
)  # fmt: skip


def behind(pen: "Pen", skin: SkinTone, hair: Hair, *, grey: bool = False) -> None:
    """The hair or scarf that lies behind neck and face; drawn before the body."""
    shape = _BEHIND.get(hair)
    if shape:
        fill, line = _tint(skin, hair, grey=grey)
        pen.shape(shape, fill, line, LINES.fine)


def head(pen: "Pen", skin: SkinTone, hair: Hair = "short", *, grey: bool = False, look: Look = "lowered") -> None:
    """A head from the front; what lies behind it is drawn with ``behind``."""
    fill, line = _tint(skin, hair, grey=grey)
    if hair == "curls":
        for ball in _CURLS:
            pen.shape(ball, None, line, 2 * LINES.fine)
        for ball in _CURLS:
            pen.shape(ball, fill)
    if hair == "bun":
        pen.shape(Ellipse(Point(0, -334), 36, 26), fill, line, LINES.fine)
    if hair != "scarf":
        for side in (-1, 1):
            pen.shape(Ellipse(Point(71 * side, -208), 9, 20, -8 * side), skin.fill, skin.line, LINES.fine)
    pen.shape(SHAPE, skin.fill, skin.line)
    _face(pen, skin, look)
    _front(pen, hair, fill, line)


def _tint(skin: SkinTone, hair: Hair, *, grey: bool) -> tuple[str, str]:
    """Its fill and its edge; the edge is seen on every ground, also that of black hair on a dark one."""
    if hair == "scarf":
        return TISSUE.trousers, TISSUE.cloth_line
    return (LIGHT.line, LIGHT.muted) if grey else (skin.inner, LIGHT.line)


def _face(pen: "Pen", skin: SkinTone, look: Look) -> None:
    """Brows, lowered or open eyes, a nose and a mouth at rest."""
    for side in (-1, 1):
        pen.line(curve((15 * side, -232), (29 * side, -239), (44 * side, -233)), skin.inner, LINES.fine)
        if look == "lowered":
            pen.line(curve((17 * side, -212), (29 * side, -206), (42 * side, -212)), skin.inner, LINES.fine)
        else:
            _open_eye(pen, skin, side, down=look == "down")
    pen.line(curve((-3, -208), (-10, -184), (-3, -178), (7, -180)), skin.inner, 0.8 * LINES.fine)
    pen.line(curve((-20, -150), (0, -145), (20, -150)), skin.inner, LINES.fine)


def _open_eye(pen: "Pen", skin: SkinTone, side: int, *, down: bool) -> None:
    lid, low = (29 * side, -218), (29 * side, -205)
    eye = joined([(14 * side, -211), lid, (45 * side, -211)], [(45 * side, -211), low, (14 * side, -211)])
    pen.shape(eye, TISSUE.edge if skin is not NEUTRAL else LIGHT.raised, skin.line, LINES.fine)
    pen.dot((29 * side, -208 if down else -211), 4.5 if down else 6, skin.line)


def _front(pen: "Pen", hair: Hair, fill: str, line: str) -> None:
    """The hair over the brow."""
    if hair == "scarf":
        rim = joined(
            [(-87, -250), (-64, -322), (0, -344), (64, -322), (87, -250), (84, -170), (64, -104), (0, -82),
             (-64, -104), (-84, -170), (-87, -250)],
            [(-62, -228), (-56, -180), (-40, -134), (0, -114), (40, -134), (56, -180), (62, -228), (46, -272),
             (0, -290), (-46, -272), (-62, -228)],
        )  # fmt: skip
        pen.shape(rim, fill, line, LINES.fine)
    elif hair in {"bob", "long", "bun"}:
        pen.shape(_PARTED, fill, line, LINES.fine)
    elif hair in {"short", "curls"}:
        pen.shape(_CAP, fill, fill if hair == "curls" else line, LINES.fine)
