"""Outlines of bodies and hands as knots of smooth curves, in millimetres; see ``geometry`` for the axes.

Each chest is drawn from its right half; the left half is the mirror image, a little larger or lower,
because no chest is even.
"""

import math
from dataclasses import dataclass

from course_helpers.body.geometry import Corner, Curve, Point, curve, loop

# --- the trunk, seen from the front -------------------------------------------------------------------


@dataclass(frozen=True)
class Trunk:
    """Half widths of a trunk at some heights."""

    neck: float = 48
    shoulder: float = 196
    arm: float = 216
    armpit: float = 148
    ribs: float = 134
    waist: float = 124
    hip: float = 142


NARROW = Trunk(46, 186, 204, 144, 128, 116, 138)
MIDDLE = Trunk()
BROAD = Trunk(54, 208, 230, 158, 150, 146, 152)
FULL = Trunk(52, 200, 226, 156, 150, 148, 164)

BOTTOM = 400.0
"""How far down the trunk is drawn; the picture is cropped above."""


def outer_side(trunk: Trunk) -> Curve:
    """Neck, shoulder and the outside of the hanging arm, right side."""
    n, s, a = trunk.neck, trunk.shoulder, trunk.arm
    return curve(
        (n, -130),
        (n, -84),
        (n + 10, -52),
        (n + 46, -34),
        (s - 44, -20),
        (s - 8, 6),
        (a - 6, 50),
        (a, 110),
        (a - 4, 180),
        (a - 10, 240),
        (a - 4, 310),
        (a - 2, BOTTOM),
    )


def inner_arm(trunk: Trunk) -> Curve:
    """The inside of the hanging arm, from where it leaves the trunk, right side."""
    p, a = trunk.armpit, trunk.arm
    return curve((p - 2, 166), (p + 4, 192), (a - 62, 244), (a - 63, 310), (a - 60, BOTTOM))


def flank(trunk: Trunk) -> Curve:
    """The side of the trunk below the armpit, right side."""
    p = trunk.armpit
    return curve(
        (p - 4, 92),
        (p, 130),
        (p - 3, 180),
        (trunk.ribs, 250),
        (trunk.waist, 320),
        (trunk.hip - 8, 372),
        (trunk.hip, BOTTOM),
    )


def collarbone(lift: float = 0.0) -> Curve:
    """The right collarbone; ``lift`` raises its outer end with the arm."""
    return curve((15, 8), (40, 1), (76, -2), (110, -8 - lift * 0.5), (138, -9 - lift))


# --- the breast or flat chest, right side --------------------------------------------------------------


@dataclass(frozen=True)
class Breast:
    """The lines of one breast or one side of a flat chest."""

    contour: Curve
    """The line under the breast or muscle, from the armpit side to the breastbone side."""
    shade: Curve
    """The soft shadow inside that line."""
    nipple: Point
    areola: tuple[float, float] = (17, 16)
    """Half width and half height of the darker ring."""
    nipple_size: float = 5.5
    scar: Curve | None = None


SMALL = Breast(
    curve((145, 132), (145, 166), (138, 196), (120, 216), (96, 222), (70, 215), (54, 198)),
    loop((141, 160), (139, 192), (120, 215), (96, 221), (70, 214), (82, 209), (108, 203), (129, 186)),
    Point(96, 180),
    (15, 14),
    5,
)
MEDIUM = Breast(
    curve((147, 118), (153, 158), (150, 196), (134, 226), (104, 240), (70, 234), (46, 212), (36, 184)),
    loop(
        (150, 156),
        (149, 196),
        (133, 225),
        (104, 239),
        (70, 233),
        (50, 214),
        (76, 222),
        (108, 219),
        (133, 198),
    ),
    Point(98, 184),
)
LARGE = Breast(
    curve((154, 118), (163, 158), (167, 208), (152, 254), (112, 276), (66, 268), (34, 238), (22, 198)),
    loop(
        (160, 156),
        (166, 208),
        (151, 253),
        (112, 275),
        (66, 267),
        (38, 242),
        (72, 252),
        (112, 250),
        (146, 220),
    ),
    Point(104, 222),
    (21, 20),
    6.5,
)
OLDER = Breast(
    curve((147, 124), (152, 172), (152, 222), (138, 262), (108, 276), (76, 264), (58, 232), (56, 196)),
    loop(
        (148, 172),
        (151, 222),
        (137, 261),
        (108, 275),
        (78, 264),
        (66, 246),
        (90, 258),
        (114, 256),
        (138, 226),
    ),
    Point(108, 248),
    (15, 12),
    5.5,
)
FLAT = Breast(
    curve((155, 112), (152, 150), (140, 180), (112, 198), (74, 200), (40, 190)),
    loop((149, 146), (140, 179), (112, 197), (74, 199), (50, 194), (84, 190), (116, 182), (138, 162)),
    Point(98, 164),
    (12, 9),
    4,
)
TOP_SURGERY = Breast(
    curve((148, 140), (148, 141)),
    loop((60, 196), (96, 200), (124, 194), (140, 182), (122, 196), (96, 205), (70, 202)),
    Point(98, 158),
    (10, 8),
    3.5,
    curve((146, 176), (124, 192), (96, 198), (66, 194), (44, 184)),
)

# --- trunk and limbs in other poses -----------------------------------------------------------------


def bare_trunk(trunk: Trunk, lift: float = 0.0, bottom: float = BOTTOM) -> Curve:
    """The trunk with rounded shoulders and without arms; ``lift`` raises the shoulders."""
    n, s, p = trunk.neck, trunk.shoulder, trunk.armpit
    half = (
        (n, -130),
        (n, -84 - lift * 0.4),
        (n + 10, -52 - lift * 0.6),
        (n + 46, -34 - lift * 0.8),
        (s - 44, -20 - lift),
        (s - 16, 4 - lift),
        (s - 14, 40 - lift * 0.8),
        (p + 8, 84),
        (p - 2, 112),
        (p, 140),
        (p - 3, 180),
        (trunk.ribs, 250),
        (trunk.waist, 320),
        (trunk.hip - 8, 372),
        (trunk.hip, bottom),
    )
    other = tuple((-x, y) for x, y in reversed(half))
    return Curve(
        (
            Corner(*half[0]),
            *half[1:-1],
            Corner(*half[-1]),
            Corner(*other[0]),
            *other[1:-1],
            Corner(*other[-1]),
        ),
        closed=True,
    )


def limb(*path: tuple[float, float, float]) -> Curve:
    """A limb along a path of places ``(x, y, half width)``, rounded at both ends."""
    left, right = [], []
    for number, (x, y, half) in enumerate(path):
        ax, ay, _ = path[max(number - 1, 0)]
        bx, by, _ = path[min(number + 1, len(path) - 1)]
        far = math.hypot(bx - ax, by - ay)
        nx, ny = -(by - ay) / far * half, (bx - ax) / far * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return loop(_cap(path[1], path[0]), *left, _cap(path[-2], path[-1]), *reversed(right))


def _cap(inner: tuple[float, float, float], end: tuple[float, float, float]) -> tuple[float, float]:
    """The tip of a limb, a little beyond its last place."""
    far = math.hypot(end[0] - inner[0], end[1] - inner[1])
    share = 0.95 * end[2] / far
    return end[0] + (end[0] - inner[0]) * share, end[1] + (end[1] - inner[1]) * share
