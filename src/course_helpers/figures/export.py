"""From a canvas to SVG text that is the same on every run and, as far as can be, on every machine."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

from course_helpers.design_tokens import FONT_STACK, on_dark
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.drawing import Drawing
from course_helpers.figures.style import NARROW, WIDTH, settings

SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?|-?\d+e-?\d+")
_FONT = re.compile(r"^(?:(?P<weight>bold|normal|\d+) )?(?P<size>[\d.]+)px")


_NOTHING = 0.005
_PLAIN = {("stroke-linecap", "butt"), ("stroke-miterlimit", "100000"), ("stroke-dashoffset", "0")}


def svg_text(drawing: Drawing, title: str, description: str, *, narrow: bool = False) -> str:
    """The finished SVG: named for screen readers, without dates, versions and generated ids.

    Raises:
        ValueError: if the drawing has no narrow layout and one is asked for.
    """
    if narrow and drawing.narrow is None:
        raise ValueError(f"{drawing.id} has no narrow layout.")
    height, width = (drawing.narrow, NARROW) if narrow and drawing.narrow else (drawing.height, WIDTH)
    return inked(drawing, (width, height), title, description)


def inked(ink: Callable[[Canvas], None], size: tuple[int, int], title: str, description: str) -> str:
    """What ``ink`` draws on a canvas of this width and height in pixels, as finished SVG."""
    raw = io.BytesIO()
    with settings():
        canvas = Canvas(size[1], size[0])
        ink(canvas)
        canvas.figure.savefig(raw, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    root = ET.fromstring(raw.getvalue())  # noqa: S314 - our own text, made two lines above
    clean = ET.Element("svg", _root_attributes(canvas))
    ET.SubElement(clean, "title").text = title
    ET.SubElement(clean, "desc").text = description
    names = _copy_clips(root, clean)
    for element in root:
        _copy(element, clean, names)
    _add_dark_ground(clean)
    ET.indent(clean, " ")
    return ET.tostring(clean, encoding="unicode") + "\n"


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


def _copy_clips(root: ET.Element, clean: ET.Element) -> dict[str, str]:
    """Copy each clip shape once, in the order of use, and return the new names by the old ones."""
    used = dict.fromkeys(re.findall(r"url\(#([^)]+)\)", ET.tostring(root, encoding="unicode")))
    shapes = {clip.get("id", ""): clip for clip in root.iter(f"{{{SVG}}}clipPath")}
    names: dict[str, str] = {}
    copied: dict[str, str] = {}
    defs = ET.SubElement(clean, "defs") if used else clean
    for old in used:
        outline = _rounded(" ".join(next(shapes[old].iter(f"{{{SVG}}}path")).get("d", "").split()))
        if outline not in copied:
            copied[outline] = f"clip{len(copied) + 1}"
            clip = ET.SubElement(defs, "clipPath", {"id": copied[outline]})
            ET.SubElement(clip, "path", {"d": outline})
        names[old] = copied[outline]
    return names


def _copy(element: ET.Element, into: ET.Element, names: dict[str, str]) -> None:
    """Copy what is seen, without the groups and definitions around it."""
    tag = _tag(element)
    if tag in {"g", "svg"}:
        for child in element:
            _copy(child, into, names)
    elif tag == "text":
        ET.SubElement(into, tag, _text_attributes(element)).text = "".join(element.itertext())
    elif tag == "path":
        attributes = _attributes(element, names)
        if attributes.get("fill") != "none" or "stroke" in attributes:
            ET.SubElement(into, tag, attributes)


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _styles(element: ET.Element) -> dict[str, str]:
    pairs = (pair.partition(":") for pair in element.get("style", "").split(";") if pair.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _attributes(element: ET.Element, names: dict[str, str]) -> dict[str, str]:
    found = {"d": _rounded(" ".join(element.get("d", "").split()))}
    for name, value in sorted(_styles(element).items()):
        if (name, value) not in _PLAIN:
            found[name] = value if value.startswith("#") else _rounded(value)
    clip = element.get("clip-path", "")
    if clip:
        found["clip-path"] = f"url(#{names[clip[5:-1]]})"
    return found


def _text_attributes(element: ET.Element) -> dict[str, str]:
    styles = _styles(element)
    font = _FONT.match(styles.get("font", ""))
    size = font["size"] if font else styles.get("font-size", "").removesuffix("px")
    weight = (font["weight"] if font else None) or styles.get("font-weight", "normal")
    x, y = _text_place(element)
    found = {"x": x, "y": y, "font-size": _rounded(size), "fill": styles.get("fill", "")}
    if weight in {"bold", "700"}:
        found["font-weight"] = "bold"
    if styles.get("text-anchor", "start") != "start":
        found["text-anchor"] = styles["text-anchor"]
    return found


def _text_place(element: ET.Element) -> tuple[str, str]:
    if element.get("x"):
        return _rounded(element.get("x", "")), _rounded(element.get("y", ""))
    moved = re.search(r"translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)", element.get("transform", ""))
    return (_rounded(moved[1]), _rounded(moved[2])) if moved else ("0", "0")


def _rounded(text: str) -> str:
    """Every number with at most two decimals."""
    return _NUMBER.sub(lambda found: _short(float(found[0])), text)


def _short(number: float) -> str:
    return "0" if abs(number) < _NOTHING else f"{number:.2f}".rstrip("0").rstrip(".")
