"""``python3 start.py export-quiz --format gift``: the quiz for other places."""

import argparse
from pathlib import Path

from course_helpers.commands.output import typed_folder
from course_helpers.exporting import FORMATS, Export, export
from course_helpers.files import write_atomic
from course_helpers.knowledge import load
from course_helpers.lesson.printed import about_this_print


def main(arguments: list[str]) -> int:
    """Write the files, and say what was left out and why."""
    parser = argparse.ArgumentParser(prog="start.py export-quiz", description="Writes the quiz for other places.")
    parser.add_argument("--format", required=True, choices=sorted(FORMATS), help="what to write")
    parser.add_argument("--out", type=typed_folder, default=Path("exports"), help="the folder to write to (exports)")
    chosen = parser.parse_args(arguments)
    made = export(chosen.format, load().items.values())
    folder: Path = chosen.out
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.files.items():
        write_atomic(folder / name, text.encode())
        print(f"wrote {folder / name}")
    for line in report(chosen.format, made):
        print(line)
    return 0


def report(name: str, made: Export) -> list[str]:
    """What the format could not hold, kind by kind, and what to know about the marks."""
    lines = []
    for kind in sorted({item.kind for item in made.left_out}):
        ids = ", ".join(item.id for item in made.left_out if item.kind == kind)
        lines.append(f"left out, because {name} has no way to say it truly: {kind}: {ids}")
    if name in {"gift", "moodle-xml"}:
        lines.append("note: Moodle adds up shares. Several right answers give full marks only when all are ticked,")
        lines.append("      and any wrong tick takes all of it. This course grades the same set as right or not right.")
    if name == "jupyterquiz":
        lines.append(
            "note: this format has no place for what every sheet of the course says, so tell it beside the quiz:"
        )
        lines.append(f"      {about_this_print()}")
    return lines
