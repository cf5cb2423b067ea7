"""``python3 start.py slides``: a deck for each lesson, for the screen in front. It needs no internet to show."""

import argparse
import sys
from pathlib import Path

from course_helpers.commands.output import typed_folder
from course_helpers.knowledge import load


def main(arguments: list[str]) -> int:
    """Write the decks of all lessons, or of the named ones."""
    from course_helpers.workshop.slides.deck import NoReveal, write_deck

    lessons = {lesson.id: lesson for lesson in load().lessons.values() if lesson.ready and lesson.path != "appendix"}
    parser = argparse.ArgumentParser(prog="start.py slides", description="Writes a deck of slides for each lesson.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help=f"only these: {', '.join(lessons)}")
    parser.add_argument("--out", type=typed_folder, default=Path("slides"), help="the folder to write to (slides)")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.lessons if name not in lessons]:
        parser.error(f"there is no lesson {', '.join(unknown)}")
    for name in chosen.lessons or lessons:
        try:
            print(f"wrote {write_deck(lessons[name], Path.cwd(), chosen.out)}")
        except NoReveal as problem:
            print(problem, file=sys.stderr)
            return 1
    print("Open a deck in a browser. S opens the speaker's notes, F fills the screen, Esc shows all slides.")
    return 0
