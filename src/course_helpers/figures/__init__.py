"""The drawings of the course, made by code so that they can be changed, checked and redrawn.

``draw("F10")`` gives one drawing as SVG text, ``write_all(folder)`` writes them all. Of the plotting library only the
letters are used, and they are loaded only where words are wrapped; areas and hand paths in ``geometry`` need nothing.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from course_helpers.body.geometry import Ellipse
from course_helpers.document.apostrophes import all_typographic
from course_helpers.figures import (
    anatomy,
    contact_sheet,
    course_way,
    latch,
    milk_decision,
    numbers,
    safety,
    self_exam,
    stage,
    strokes,
    style_sheet,
    touch,
    welcome,
)
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.drawing import Drawing
from course_helpers.figures.export import canvas_with, inked, svg_text
from course_helpers.figures.step_pictures import StepPicture, pictures
from course_helpers.figures.svg_parts import Things

RECORDS = Path(__file__).parent.parent / "content" / "figures.toml"

FIGURES: dict[str, Drawing] = {
    item.id: item
    for module in (
        anatomy,
        course_way,
        self_exam,
        strokes,
        latch,
        milk_decision,
        safety,
        numbers,
        stage,
        touch,
        welcome,
    )
    for item in vars(module).values()
    if isinstance(item, Drawing)
}
"""Every drawing by its id."""

__all__ = ["FIGURES", "differences", "draw", "things_drawn", "write_all", "write_shapes", "write_things"]


def draw(figure_id: str, *, narrow: bool = False) -> str:
    """One drawing as SVG text, with the title and alternative text of its record; ``narrow``: for a telephone."""
    record = _records()[figure_id]
    return svg_text(FIGURES[figure_id], record["title"], record["alt"], narrow=narrow)


def narrow_name(file: str) -> str:
    """The name of the file with the narrow layout of a drawing."""
    return f"{file.removesuffix('.svg')}_narrow.svg"


def _files() -> Iterator[tuple[str, Callable[[], str]]]:
    """Every file: its name, and what draws it."""
    for figure_id, record in _records().items():
        yield record["file"], partial(draw, figure_id)
        if FIGURES[figure_id].narrow:
            yield narrow_name(record["file"]), partial(draw, figure_id, narrow=True)
    for picture in _step_pictures():
        yield picture.file, partial(_draw_step, picture)
    yield style_sheet.FILE, _draw_style_sheet
    yield contact_sheet.FILE, _draw_contact_sheet


def _step_pictures() -> list[StepPicture]:
    return list(pictures())


def _draw_contact_sheet() -> str:
    return contact_sheet.page(_entries())


def _entries() -> Iterator[contact_sheet.Entry]:
    """Every drawing, for the sheet that shows them all."""
    for figure_id, record in _records().items():
        yield contact_sheet.Entry(record["file"], record["title"], record["alt"])
        if FIGURES[figure_id].narrow:
            yield contact_sheet.Entry(narrow_name(record["file"]), record["title"], record["alt"], "narrow")
    for picture in _step_pictures():
        yield contact_sheet.Entry(picture.file, picture.title, picture.alt, "step")
    yield contact_sheet.Entry(style_sheet.FILE, style_sheet.TITLE, style_sheet.WORDS)


def _draw_style_sheet() -> str:
    return inked(style_sheet.draw_style_sheet, style_sheet.SIZE, style_sheet.TITLE, style_sheet.WORDS)


def _draw_step(picture: StepPicture) -> str:
    return inked(picture.ink, (picture.width, picture.height), picture.title, picture.alt)


def write_all(folder: Path) -> list[Path]:
    """Draw everything into ``folder`` and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, drawn in _files():
        path = folder / name
        path.write_text(drawn(), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def write_shapes() -> list[Path]:
    """Compute the hands and the chest that the player moves, and store them where it finds them."""
    import json

    from course_helpers.body import drawn
    from course_helpers.figures import hand_poses, stage_shapes

    made = {drawn.HANDS: hand_poses.shapes(), drawn.CHEST: stage_shapes.shapes()}
    for path, shapes in made.items():
        path.write_text(json.dumps(shapes, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
    return list(made)


Rings = dict[str, tuple[float, ...]]
"""Round each thing, by its name: centre and size as shares (0-1) of the drawing's width and height."""


def things_drawn() -> dict[str, dict[str, Rings]]:
    """What every drawing that names things says of them now, by its id and its layout."""
    found: dict[str, dict[str, Rings]] = {}
    for figure_id, drawing in sorted(FIGURES.items()):
        for layout in ("wide", "narrow") if drawing.narrow else ("wide",):
            canvas = canvas_with(drawing, narrow=layout == "narrow", kept=Things)
            if canvas.parts.things:
                found.setdefault(figure_id, {})[layout] = {
                    name: _shares(thing.ring, canvas) for name, thing in canvas.parts.things.items()
                }
    return found


def _shares(ring: Ellipse, canvas: Canvas) -> tuple[float, ...]:
    (x, y), wide, high = ring.centre, canvas.width, canvas.height
    return tuple(round(share, 4) for share in (x / wide, y / high, 2 * ring.rx / wide, 2 * ring.ry / high))


def write_things() -> Path:
    """Store where the things of all drawings are, for the questions that point at them."""
    from course_helpers.knowledge.places import THINGS

    THINGS.write_text(_stored_things(), encoding="utf-8", newline="\n")
    return THINGS


def _stored_things() -> str:
    """A line for each thing, so that a change shows which of them moved."""
    import json

    text = json.dumps(things_drawn(), indent=1, ensure_ascii=False)
    return re.sub(r"\[\s*([^]]*?)\s*\]", lambda ring: f"[{' '.join(ring[1].split())}]", text) + "\n"


def differences(folder: Path) -> list[str]:
    """What in ``folder`` is not as it would be drawn now; an empty list means that all is up to date."""
    found = []
    expected = set()
    for name, drawn in _files():
        path = folder / name
        expected.add(name)
        if not path.exists():
            found.append(f"{name} is missing.")
        elif path.read_text(encoding="utf-8") != drawn():
            found.append(f"{name} differs from what is drawn now.")
    extra = sorted(path.name for path in folder.glob("*.svg") if path.name not in expected)
    return found + [f"{name} belongs to no record." for name in extra]


@cache
def _records() -> dict[str, dict[str, str]]:
    """The figure records by id, read as plain tables: drawing must not need the rest of the content."""
    rows = all_typographic(tomllib.loads(RECORDS.read_text(encoding="utf-8"))).get("figure", [])
    return {row["id"]: row for row in rows}
