"""The plotting settings of the drawings, all taken from the design tokens."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from course_helpers.design_tokens import LIGHT, LINES

WIDTH = 640
"""Natural width of every drawing in pixels; pages show it at about 600."""
NARROW = 336
"""Natural width of a narrow layout: a telephone of 390 pixels shows it at about its own size."""
SMALL, BODY, HEAD = 13.0, 14.0, 16.0
"""Text sizes in pixels at natural width; the smallest is 12 px when shown 600 px wide."""
LEADING = 1.32
"""Line height in units of the text size."""
DASH = (8.0, 5.5)
DOT = (0.1, 6.0)
"""Line patterns, in pixels."""


def rc_params() -> dict[Any, Any]:
    """Settings for one drawing: text stays text, and nothing depends on the machine."""
    return {
        "svg.fonttype": "none",
        "svg.hashsalt": "course figures",
        "font.family": ["DejaVu Sans"],
        "font.size": BODY,
        "text.color": LIGHT.ink,
        "text.parse_math": False,
        "lines.linewidth": LINES.body,
        "lines.scale_dashes": False,
        "patch.linewidth": LINES.body,
        "axes.edgecolor": LIGHT.line,
        "axes.labelcolor": LIGHT.ink,
        "figure.facecolor": "none",
        "path.simplify": False,
        "path.sketch": None,
    }


@contextmanager
def settings() -> Iterator[None]:
    """Draw with these settings alone, whatever the machine's own plotting settings are."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(rc_params())
        yield
