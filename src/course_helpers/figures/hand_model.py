"""A hand that can be posed: bones in three dimensions, seen from the front, and the lines that an eye sees of it.

Centimetres; the wrist is at 0, ``y`` goes to the finger tips, ``z`` comes out of the back of the hand, the thumb is at
-``x``: a right hand seen from its back. Each bone is a round cone (two balls and what lies between them), whose outline
seen from the front is the outline of two discs, so a pose needs no rendering in three dimensions: the outlines are
joined smoothly where flesh joins (finger and palm), and not where skin only touches (finger and finger).

Lengths and widths are those of a middle-sized adult hand, 19 cm long and 8.5 cm across the knuckles.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import contourpy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Triple = tuple[float, float, float]
FINGERS = ("index", "middle", "ring", "little")
KNUCKLES: dict[str, Triple] = {
    "index": (-2.9, 9.2, 0.05),
    "middle": (-0.95, 9.6, 0.35),
    "ring": (1.0, 9.2, 0.2),
    "little": (2.75, 8.2, -0.2),
}
LENGTHS: dict[str, Triple] = {
    "index": (4.3, 2.5, 2.1),
    "middle": (4.8, 2.9, 2.2),
    "ring": (4.4, 2.7, 2.2),
    "little": (3.4, 2.0, 1.9),
}
RADII: dict[str, tuple[float, float, float, float]] = {
    "index": (1.05, 0.95, 0.87, 0.74),
    "middle": (1.08, 0.97, 0.89, 0.75),
    "ring": (1.03, 0.93, 0.85, 0.72),
    "little": (0.92, 0.82, 0.75, 0.64),
}
"""At the knuckle, the two joints and the tip."""
THUMB_BASE: Triple = (-2.0, 1.6, -0.5)
THUMB_LENGTHS: Triple = (4.3, 3.3, 2.9)
THUMB_RADII = (1.45, 1.15, 1.02, 0.78)
WEB = 1.5
"""So much of each finger is inside the web of skin between the fingers."""
PARTED = 1.5
"""From here on a line parts a finger from its neighbour."""
STEP = 0.05
"""The grid on which outlines are found."""
JOINT, ROOT, THUMB_ROOT = 0.25, 0.9, 1.2
"""How softly flesh joins: bone to bone, finger to palm, thumb to palm."""


@dataclass(frozen=True)
class Cone:
    """A bone with its flesh: two balls and what lies between them."""

    start: Array
    end: Array
    wide: float
    thin: float


@dataclass(frozen=True)
class Pose:
    """How a hand is bent and turned."""

    bends: dict[str, Triple]
    """Degrees towards the palm at the knuckle and the two joints of each finger."""
    spread: dict[str, float] = field(
        default_factory=lambda: {"index": 2.0, "middle": 0.0, "ring": -1.0, "little": -4.0}
    )
    """Degrees towards the side of the thumb."""
    thumb: tuple[Triple, Triple, Triple] = ((-0.62, 0.74, -0.25), (-0.45, 0.88, -0.12), (-0.30, 0.95, -0.1))
    """The directions of the thumb's three bones."""
    turn: Array = field(default_factory=lambda: np.eye(3))
    """How the whole hand is turned before one looks at it."""
    forearm: Triple = (0.0, -1.0, 0.0)
    """Where the forearm goes from the wrist."""


@dataclass(frozen=True)
class Seen:
    """What an eye sees of a posed hand, in millimetres with ``y`` downwards, as drawings have it; the wrist is at 0."""

    outline: list[tuple[float, float]]
    partings: list[list[tuple[float, float]]]
    """Where one finger lies beside or before another."""
    folds: list[list[tuple[float, float]]]
    """On the backs of the joints."""
    nails: list[list[tuple[float, float]]]
    creases: list[list[tuple[float, float]]]
    """What the palm's side shows instead of folds and nails: the lines of the palm, and one at each joint."""
    tips: dict[str, tuple[float, float]]
    """The pads of the five fingers."""
    knuckles: dict[str, tuple[float, float]]


def turned(axis: str, degrees: float) -> Array:
    """The turn about one axis; about ``z`` it is counter-clockwise as one looks at the hand."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    rows = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }
    return np.array(rows[axis], dtype=float)


def _unit(vector: Sequence[float] | Array) -> Array:
    found: Array = np.array(vector, dtype=float)
    return np.asarray(found / np.linalg.norm(found))


@dataclass(frozen=True)
class _Bones:
    palm: list[Cone]
    fingers: dict[str, list[Cone]]
    """The thumb among them."""
    backs: dict[str, tuple[Array, Array]]
    """Of each last bone: the way along it, and out of its back."""


def _bones(pose: Pose) -> _Bones:
    """The bones of a posed hand, turned as one looks at them."""
    palm: list[Cone] = []
    fingers: dict[str, list[Cone]] = {}
    backs: dict[str, tuple[Array, Array]] = {}
    for name, x in zip(FINGERS, (-1.5, -0.5, 0.5, 1.4), strict=True):
        knuckle = np.array(KNUCKLES[name])
        palm.append(Cone(np.array((x, 0.8, -0.1)), knuckle, 1.35, RADII[name][0] + 0.08))
        chain, along, out = _finger(pose, name, knuckle)
        palm.append(Cone(knuckle, knuckle + _unit(chain[0].end - knuckle) * WEB, RADII[name][0], RADII[name][0] * 0.8))
        fingers[name], backs[name] = chain, (along, out)
    palm.append(Cone(np.array((-1.9, 3.0, -1.0)), np.array((-1.2, 6.5, -0.8)), 1.3, 1.1))
    palm.append(Cone(np.array((2.0, 1.8, -0.6)), np.array((2.6, 6.8, -0.5)), 1.25, 1.1))
    arm = _unit(pose.forearm)
    for side in (-0.75, 0.75):
        across = np.array((side, 0.0, 0.0))
        palm.append(Cone(np.array((0, 0.6, -0.1)) + across, arm * 2.4 + across, 1.95, 2.0))
    fingers["thumb"], backs["thumb"] = _thumb(pose)
    base = fingers["thumb"][0]
    palm.append(Cone(base.start, base.start + 0.9 * (base.end - base.start), 1.45, 1.1))

    def look(cone: Cone) -> Cone:
        return Cone(pose.turn @ cone.start, pose.turn @ cone.end, cone.wide, cone.thin)

    return _Bones(
        [look(cone) for cone in palm],
        {name: [look(cone) for cone in chain] for name, chain in fingers.items()},
        {name: (pose.turn @ along, pose.turn @ out) for name, (along, out) in backs.items()},
    )


def _finger(pose: Pose, name: str, knuckle: Array) -> tuple[list[Cone], Array, Array]:
    aside = turned("z", pose.spread[name])
    radii, bent, at = RADII[name], 0.0, knuckle
    chain: list[Cone] = []
    way = out = np.zeros(3)
    for bone, bend in enumerate(pose.bends[name]):
        bent += bend
        frame = aside @ turned("x", -bent)
        way, out = frame @ np.array((0.0, 1, 0)), frame @ np.array((0.0, 0, 1))
        end = at + way * (LENGTHS[name][bone] - (radii[3] if bone == 2 else 0))
        chain.append(Cone(at, end, radii[bone], radii[bone + 1]))
        at = end
    return chain, way, out


def _thumb(pose: Pose) -> tuple[list[Cone], tuple[Array, Array]]:
    at, chain = np.array(THUMB_BASE), []
    way = np.zeros(3)
    for bone, direction in enumerate(pose.thumb):
        way = _unit(direction)
        end = at + way * (THUMB_LENGTHS[bone] - (THUMB_RADII[3] if bone == 2 else 0))
        chain.append(Cone(at, end, THUMB_RADII[bone], THUMB_RADII[bone + 1]))
        at = end
    out = np.array((-0.55, 0.1, 0.85))
    return chain, (way, _unit(out - way * (out @ way)))


# --- outlines -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Grid:
    x: Array
    y: Array

    @property
    def places(self) -> tuple[Array, Array]:
        across, up = np.meshgrid(self.x, self.y)
        return across, up

    def level(self, values: Array) -> list[Array]:
        """The lines on which values are 0."""
        found = contourpy.contour_generator(self.x, self.y, values).lines(0.0)
        return [np.asarray(line) for line in found]


def _distance(grid: _Grid, cone: Cone) -> Array:
    """How far each place of the grid lies from the outline of a cone; negative inside."""
    px, py = (place - start for place, start in zip(grid.places, cone.start[:2], strict=True))
    bx, by = cone.end[:2] - cone.start[:2]
    length, less = bx * bx + by * by, cone.wide - cone.thin
    from_start = np.hypot(px, py) - cone.wide
    from_end = np.hypot(px - bx, py - by) - cone.thin
    if length <= less * less + 1e-9:
        return np.asarray(np.minimum(from_start, from_end))
    qx, qy = np.abs(px * by - py * bx) / length, (px * bx + py * by) / length
    slope = math.sqrt(length - less * less)
    side = slope * qy - less * qx
    between = slope * qx + less * qy - cone.wide
    return np.asarray(np.where(side < 0, from_start, np.where(side > slope, from_end, between)))


def _joined(a: Array, b: Array, soft: float) -> Array:
    """Two shapes as one whose inner corners are rounded."""
    near = np.maximum(soft - np.abs(a - b), 0) / soft
    return np.asarray(np.minimum(a, b) - near * near * soft / 4)


def _chain(grid: _Grid, cones: Sequence[Cone], soft: float) -> Array:
    found = _distance(grid, cones[0])
    for cone in cones[1:]:
        found = _joined(found, _distance(grid, cone), soft)
    return found


def _grid(bones: _Bones) -> _Grid:
    cones = [*bones.palm, *(cone for chain in bones.fingers.values() for cone in chain)]
    ends = np.array([[*end[:2], width] for c in cones for end, width in ((c.start, c.wide), (c.end, c.thin))])
    low, high = (ends[:, :2] - ends[:, 2:]).min(0) - 0.5, (ends[:, :2] + ends[:, 2:]).max(0) + 0.5
    return _Grid(np.arange(low[0], high[0], STEP), np.arange(low[1], high[1], STEP))


def seen(pose: Pose) -> Seen:
    """The lines of a posed hand."""
    bones = _bones(pose)
    grid = _grid(bones)
    palm = _chain(grid, bones.palm, 1.6)
    chains = {name: _chain(grid, chain, JOINT) for name, chain in bones.fingers.items()}
    whole = palm
    for name, chain in chains.items():
        whole = np.minimum(whole, _joined(chain, palm, THUMB_ROOT if name == "thumb" else ROOT))
    outline = max(grid.level(whole), key=len)
    return Seen(
        _on_paper(outline),
        [_on_paper(line) for line in _partings(grid, bones, chains, whole)],
        [_on_paper(line) for line in _folds(bones)],
        [_on_paper(nail) for nail in _nails(bones)],
        [_on_paper(crease) for crease in _creases(bones, pose)],
        {name: _place(chain[-1].end) for name, chain in bones.fingers.items()},
        {name: _place(chain[0].start) for name, chain in bones.fingers.items()},
    )


def _partings(grid: _Grid, bones: _Bones, chains: dict[str, Array], whole: Array) -> list[Array]:
    """The edge of the finger that lies before its neighbour, as far as it is inside the outline of the hand."""
    found: list[Array] = []
    pairs = [*itertools.pairwise(FINGERS), ("thumb", "index")]
    for one, other in pairs:
        front, behind = sorted((one, other), key=lambda name: -bones.fingers[name][1].start[2])
        for line in grid.level(chains[front]):
            beside = _at(grid, chains[behind], line) < 0.08
            inside = _at(grid, whole, line) < -0.03
            root = bones.fingers[front][0]
            along = (line - root.start[:2]) @ (root.end[:2] - root.start[:2]) / np.linalg.norm(root.end - root.start)
            beyond = along > PARTED * np.linalg.norm((root.end - root.start)[:2]) / np.linalg.norm(
                root.end - root.start
            )
            found.extend(_runs(line, beside & inside & beyond))
    return found


def _at(grid: _Grid, values: Array, line: Array) -> Array:
    columns = np.clip(np.rint((line[:, 0] - grid.x[0]) / STEP).astype(int), 0, len(grid.x) - 1)
    rows = np.clip(np.rint((line[:, 1] - grid.y[0]) / STEP).astype(int), 0, len(grid.y) - 1)
    return np.asarray(values[rows, columns])


def _runs(line: Array, kept: NDArray[np.bool_], shortest: float = 0.6) -> list[Array]:
    """The parts of a line that are kept and long enough to be seen."""
    if kept.all():
        return [line]
    start = int(np.argmin(kept))
    line, kept = np.roll(line, -start, 0), np.roll(kept, -start)
    edges = np.flatnonzero(np.diff(kept.astype(int)))
    ends = [*(edges + 1), len(line)]
    parts = [line[a:b] for a, b in itertools.pairwise(ends) if kept[a]]
    return [part for part in parts if len(part) > 1 and np.hypot(*np.diff(part, axis=0).T).sum() > shortest]


def _folds(bones: _Bones) -> list[Array]:
    """A short arc on the back of each middle joint, where one looks at the backs of the fingers."""
    found: list[Array] = []
    for name, chain in bones.fingers.items():
        joint, width = (chain[1].end, chain[1].thin) if name == "thumb" else (chain[0].end, chain[0].thin)
        along = _unit([*(chain[1].end - chain[1].start)[:2], 0.0])
        across = np.array((-along[1], along[0]))
        if bones.backs[name][1][2] > 0.5:
            bow = [
                joint[:2] + across * width * x + along[:2] * 0.16 * (1 - (x / 0.5) ** 2)
                for x in (-0.5, -0.25, 0, 0.25, 0.5)
            ]
            found.append(np.array(bow))
    return found


PALM_LINES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((3.1, 6.4), (1.6, 6.7), (0.2, 7.3), (-1.2, 8.5)),
    ((-3.4, 7.1), (-1.8, 6.0), (0.2, 5.3), (2.4, 4.4)),
    ((-3.3, 6.9), (-1.7, 5.6), (-0.8, 3.9), (-0.7, 1.6)),
)
"""The three lines across a palm, in the plane of the hand."""


def _creases(bones: _Bones, pose: Pose) -> list[Array]:
    """The lines of the palm, and a line across each joint."""
    found = [np.array([(pose.turn @ np.array((x, y, -1.0)))[:2] for x, y in line]) for line in PALM_LINES]
    for name, chain in bones.fingers.items():
        for bone in chain[1 if name == "thumb" else 0 : 2]:
            along = _unit([*(bone.end - bone.start)[:2], 0.0])[:2]
            across = np.array((-along[1], along[0]))
            bow = ((-0.8, 0.0), (0.0, 0.1), (0.8, 0.0))
            found.append(np.array([bone.end[:2] + across * bone.thin * x + along * up for x, up in bow]))
    return found


def _nails(bones: _Bones) -> list[Array]:
    found: list[Array] = []
    for name, chain in bones.fingers.items():
        along, out = bones.backs[name]
        if out[2] < 0.35:
            continue
        across, width = np.cross(along, out), chain[-1].thin
        middle = chain[-1].end + along * 0.1 + out * 0.42
        angles = np.linspace(0, 2 * math.pi, 15)
        rim = [middle + across * width * 0.62 * math.cos(a) + along * width * 0.82 * math.sin(a) for a in angles]
        found.append(np.array(rim)[:, :2])
    return found


def _place(point: Array) -> tuple[float, float]:
    """Millimetres with ``y`` downwards."""
    return round(float(point[0]) * 10, 1) + 0.0, round(-float(point[1]) * 10, 1) + 0.0


def _on_paper(line: Array, off: float = 0.012) -> list[tuple[float, float]]:
    """As few points as keep a line within an eighth of a millimetre."""
    kept = np.zeros(len(line), dtype=bool)
    kept[[0, -1]] = True
    parts = [(0, len(line) - 1)]
    if np.allclose(line[0], line[-1]):
        far = int(np.argmax(np.hypot(*(line - line[0]).T)))
        kept[far] = True
        parts = [(0, far), (far, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        way = line[last] - line[first]
        rest = line[first + 1 : last] - line[first]
        away = np.abs(rest[:, 0] * way[1] - rest[:, 1] * way[0]) / (np.hypot(*way) + 1e-12)
        worst = int(np.argmax(away))
        if away[worst] > off:
            kept[first + 1 + worst] = True
            parts += [(first, first + 1 + worst), (first + 1 + worst, last)]
    return [_place(point) for point in line[kept]]
