"""The size of a stored drawing."""

import re
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets/figures"


def drawing_size(figure: str) -> tuple[int, int]:
    """Width and height in pixels, from the view box."""
    [path] = ASSETS.glob(f"{figure}_*.svg")
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', path.read_text(encoding="utf-8"))
    assert found
    width, height = (float(number) for number in found.groups())
    return round(width), round(height)
