"""Damage to a copy of the content, and what is reported about it."""

from pathlib import Path

from course_helpers.knowledge import ContentError, load


def report(folder: Path, file: str, damaged: bytes) -> list[str]:
    """The problems of the content with one file replaced, as text; the file is put back afterwards."""
    path = folder / file
    original = path.read_bytes()
    path.write_bytes(damaged)
    load.cache_clear()
    try:
        load(folder)
    except ContentError as refused:
        return [str(problem) for problem in refused.problems]
    else:
        return []
    finally:
        path.write_bytes(original)


def change(folder: Path, file: str, old: str, new: str) -> list[str]:
    """The problems after one replacement in a file; ``old`` must be there."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    return report(folder, file, text.replace(old, new, 1).encode())
