"""Damage to a copy of the content, and what is reported about it."""

from pathlib import Path

from course_helpers.knowledge import Problem, problems_in
from course_helpers.knowledge.reading import read_file


def report(folder: Path, file: str, damaged: bytes) -> list[str]:
    """The problems of the content with one file replaced, as text; the file is put back afterwards."""
    path = folder / file
    original = path.read_bytes()
    path.write_bytes(damaged)
    try:
        return [str(problem) for problem in problems_in(folder)]
    finally:
        path.write_bytes(original)


def refused(file: str, damaged: bytes, folder: Path) -> list[str]:
    """What is said about one damaged file, read alone: any of it refuses the course."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(damaged)
    problems: list[Problem] = []
    read_file(folder, file, [], problems)
    return [str(problem) for problem in problems]


def change(folder: Path, file: str, old: str, new: str) -> list[str]:
    """The problems after one replacement in a file; ``old`` must be there."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    return report(folder, file, text.replace(old, new, 1).encode())
