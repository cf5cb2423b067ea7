"""The drawings as files, for panels that cannot link to them from a notebook's page."""

import base64
from pathlib import Path

from course_helpers.knowledge import load

FOLDERS = (Path(__file__).parents[3] / "assets" / "figures", Path(__file__).parents[1] / "drawings")
"""In the project the course is installed from, or in the package, into which a wheel brings them."""


def drawing_address(figure_id: str, *, narrow: bool = False) -> str:
    """A drawing as an address that holds the whole drawing, so that no request is needed; ``narrow``: its layout so.

    Raises:
        FileNotFoundError: if the drawing lies in neither place.
    """
    drawing = drawing_path(figure_id, narrow=narrow).read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing).decode()}"


def drawing_path(figure_id: str, *, narrow: bool = False) -> Path:
    """The file of a drawing, or of its narrow layout.

    Raises:
        FileNotFoundError: if the drawing lies in neither place.
    """
    figure = load().figures[figure_id]
    name = figure.narrow_file if narrow else figure.file
    for folder in FOLDERS:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"The drawing {name} was not found in assets/figures, nor in the package.")
