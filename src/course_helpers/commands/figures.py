"""``python3 start.py figures``: draw every figure of the course into ``assets/figures``."""

from pathlib import Path


def main(arguments: list[str]) -> int:
    """Draw all figures."""
    from course_helpers.figures import write_all, write_shapes, write_things

    write_shapes()
    write_things()
    written = write_all(Path.cwd() / "assets" / "figures")
    print(f"drew {len(written)} figures")
    return 0
