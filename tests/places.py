"""Where things are in this project."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
PLAYER = ROOT / "src/course_helpers/player"
