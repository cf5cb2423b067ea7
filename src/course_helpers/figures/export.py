"""From a canvas to SVG text that is the same on every run and on every machine."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

from course_helpers.design_tokens import FONT_STACK, on_dark
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.drawing import Drawing
from course_helpers.figures.style import NARROW, WIDTH
from course_helpers.figures.svg_parts import Parts

SVG = "http://www.w3.org/2000/svg"


def svg_text(drawing: Drawing, title: str, description: str, *, narrow: bool = False) -> str:
    """The finished SVG, named for screen readers.

    Raises:
        ValueError: if the drawing has no narrow layout and one is asked for.
    """
    return _written(canvas_with(drawing, narrow=narrow), title, description)


def canvas_with(drawing: Drawing, *, narrow: bool = False, kept: type[Parts] = Parts) -> Canvas:
    """The canvas with a drawing, which knows what its things are; ``Things`` keeps nothing else.

    Raises:
        ValueError: if the drawing has no narrow layout and one is asked for.
    """
    if narrow and drawing.narrow is None:
        raise ValueError(f"{drawing.id} has no narrow layout.")
    size = (drawing.narrow, NARROW) if narrow and drawing.narrow else (drawing.height, WIDTH)
    canvas = Canvas(*size, kept)
    drawing(canvas)
    return canvas


def inked(ink: Callable[[Canvas], None], size: tuple[int, int], title: str, description: str) -> str:
    """What ``ink`` draws on a canvas of this width and height in pixels, as finished SVG."""
    canvas = Canvas(size[1], size[0])
    ink(canvas)
    return _written(canvas, title, description)


def _written(canvas: Canvas, title: str, description: str) -> str:
    drawing = ET.Element("svg", _root_attributes(canvas))
    ET.SubElement(drawing, "title").text = title
    ET.SubElement(drawing, "desc").text = description
    canvas.parts.into(drawing)
    _add_dark_ground(drawing)
    ET.indent(drawing, " ")
    return ET.tostring(drawing, encoding="unicode") + "\n"


def _add_dark_ground(drawing: ET.Element) -> None:
    """The colours on a dark ground, for a page that gives the picture ``color-scheme: dark``; paper ignores them."""
    used = {part.get(ink, "").lower() for part in drawing.iter() for ink in ("fill", "stroke")}
    rules = "".join(
        f'[{ink}="{light.lower()}" i]{{{ink}:{dark.lower()}}}'
        for light, dark in on_dark().items()
        if light.lower() in used
        for ink in ("fill", "stroke")
    )
    style = ET.Element("style")
    style.text = f"@media (prefers-color-scheme: dark){{{rules}}}"
    drawing.insert(2, style)


def _root_attributes(canvas: Canvas) -> dict[str, str]:
    return {
        "xmlns": SVG,
        "width": str(canvas.width),
        "height": str(canvas.height),
        "viewBox": f"0 0 {canvas.width} {canvas.height}",
        "role": "img",
        "font-family": ", ".join(f"'{name}'" if " " in name else name for name in FONT_STACK),
    }
