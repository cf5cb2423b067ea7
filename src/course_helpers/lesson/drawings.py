"""The drawings as files, for panels that cannot link to them from a notebook's page."""

import base64
from pathlib import Path

from course_helpers.knowledge import load

FOLDERS = (Path(__file__).parents[3] / "assets" / "figures", Path(__file__).parents[1] / "drawings")
"""In the project the course is installed from, or in the package, into which a wheel brings them."""


def drawing_address(figure_id: str) -> str:
    """A drawing as an address that holds the whole drawing, so that no request is needed.

    Raises:
        FileNotFoundError: if the drawing lies in neither place.
    """
    drawing = drawing_path(figure_id).read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing).decode()}"


def drawing_path(figure_id: str) -> Path:
    """The file of a drawing.

    Raises:
        FileNotFoundError: if the drawing lies in neither place.
    """
    name = load().figures[figure_id].file
    for folder in FOLDERS:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"The drawing {name} was not found in assets/figures, nor in the package.")
