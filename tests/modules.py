"""A script of the course as a module that a test can import, with everything it needs."""

from pathlib import Path

from course_helpers.panel.bundle import bundle, taken_apart


def module_of(path: Path) -> str:
    """The bundle of a script, with the names that the script exports."""
    return f"{bundle(path)}\nexport {{ {', '.join(taken_apart(path).exports)} }};\n"
