"""The command line: ``python -m course_helpers WORD``, which is what ``python3 start.py WORD`` runs."""

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

from course_helpers.commands.environment import enter_course_environment
from course_helpers.commands.output import said_plainly, speak_everywhere
from course_helpers.slow_imports import leave_out
from course_helpers.trouble import Trouble

COMMANDS = {
    "lab": "opens the course in JupyterLab (what start.py does without a word)",
    "test": "checks everything: formatting, types, content, lessons, tests",
    "check": "checks the content and the lessons, and names each problem with its place",
    "figures": "draws all figures into assets/figures",
    "execute": "runs the lessons and stores their outputs",
    "schema": "writes the schemas that help an editor of the content files",
    "bench": "measures how long things take and how much memory they need",
    "export-quiz": "writes the quiz for Moodle, jupyterquiz or paper: --format gift, moodle-xml, jupyterquiz or paper",
    "record": "your own record: where it is, export, import, erase, who is learning",
    "doctor": "looks whether the course can run on this machine",
    "slides": "writes a deck of slides for each lesson, for the screen in front",
    "bundle": "packs the course with all its packages, for a room without internet",
    "handouts": "writes sheets to print as PDF: routines, cards, quiz and more",
    "author": "opens the lessons as notebooks that can be edited and saved",
}
"""Each word with what it does. The word, with _ for -, is also the name of a module in ``course_helpers.commands``."""

HELP_WORDS = ("help", "--help", "-h")


def main(arguments: list[str]) -> int:
    """Run one command, or tell all; the result is the exit code."""
    speak_everywhere()
    try:
        return run(arguments)
    except KeyboardInterrupt:
        print()
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except OSError as error:
        print(said_plainly(error), file=sys.stderr)
        return 1


def run(arguments: list[str]) -> int:
    """Run one command in the course's own environment."""
    leave_out()
    word, *rest = arguments or ["lab"]
    if word in HELP_WORDS:
        print(command_list())
        return 0
    if word not in COMMANDS or not is_written(word):
        print(f"There is no command “{word}”. These are the commands:\n{command_list()}", file=sys.stderr)
        return 2
    enter_course_environment(Path.cwd())
    tell_of_unknown_place()
    return find(word)(rest)


def tell_of_unknown_place() -> None:
    """Say so where a place was chosen that the course does not know: no number for an emergency is shown then."""
    from course_helpers.knowledge import ContentError
    from course_helpers.locale import VARIABLE, unknown_place

    if not os.environ.get(VARIABLE, "").strip():
        return
    with contextlib.suppress(ContentError):  # whoever shows the content says what is wrong with it
        if sentence := unknown_place():
            print(sentence, file=sys.stderr)


def find(word: str) -> Callable[[list[str]], int]:
    """The function behind a word. It is imported only now, so that no command waits for another's packages."""
    command: Callable[[list[str]], int] = importlib.import_module(module_of(word)).main
    return command


def module_of(word: str) -> str:
    """The module behind a word."""
    return f"course_helpers.commands.{word.replace('-', '_')}"


def is_written(word: str) -> bool:
    """False for a command whose module is not part of this copy of the course."""
    return importlib.util.find_spec(module_of(word)) is not None


def command_list() -> str:
    """One line for each command that this copy has."""
    return "\n".join(f"  {word:<11} {what}" for word, what in COMMANDS.items() if is_written(word))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
