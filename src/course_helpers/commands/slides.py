"""``python3 start.py slides``: a deck for each lesson, for the screen in front. It needs no internet to show."""

import argparse
import os
from pathlib import Path

from course_helpers.commands.output import typed_folder
from course_helpers.knowledge import load
from course_helpers.locale import VARIABLE

NOT_FOR_A_ROOM = {
    "facilitator": "is for those who lead: what it says of a group is not for the screen in front of that group",
    "appendix": "is for looking up, and has nothing to show to a room",
}
"""Why a kind of lesson gets no deck."""


def main(arguments: list[str]) -> int:
    """Write the decks of all lessons, or of the named ones."""
    from course_helpers.workshop.slides.deck import write_deck

    ready = {lesson.id: lesson for lesson in load().lessons.values() if lesson.ready}
    shown = [name for name, lesson in ready.items() if lesson.path not in NOT_FOR_A_ROOM]
    parser = argparse.ArgumentParser(prog="start.py slides", description="Writes a deck of slides for each lesson.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help=f"only these: {', '.join(shown)}")
    parser.add_argument("--locale", choices=sorted(load().locales), help="the words of your place (neutral)")
    parser.add_argument("--out", type=typed_folder, default=Path("slides"), help="the folder to write to (slides)")
    chosen = parser.parse_args(arguments)
    for name in chosen.lessons:
        if name not in ready:
            parser.error(f"there is no lesson {name}")
        if name not in shown:
            parser.error(f"lesson {name} {NOT_FOR_A_ROOM[ready[name].path]}")
    if chosen.locale:
        os.environ[VARIABLE] = chosen.locale
    for name in chosen.lessons or shown:
        print(f"wrote {write_deck(ready[name], Path.cwd(), chosen.out)}")
    print("Open a deck in a browser. S opens the speaker's notes, F fills the screen, Esc shows all slides.")
    return 0
