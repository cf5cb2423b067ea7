"""The command line: ``python -m course_helpers WORD``, which is what ``python3 start.py WORD`` runs."""

import importlib
import importlib.util
import sys
from collections.abc import Callable

COMMANDS = {
    "lab": "opens the course in JupyterLab (what start.py does without a word)",
    "test": "checks everything: formatting, types, content, lessons, tests",
    "check": "checks the content and the lessons, and names each problem with its place",
    "figures": "draws all figures into assets/figures",
    "execute": "runs the lessons and stores their outputs",
    "schema": "writes the schemas that help an editor of the content files",
    "bench": "measures how long things take and how much memory they need",
    "export-quiz": "writes the quiz for Moodle, jupyterquiz or paper: --format gift, moodle-xml, jupyterquiz or paper",
    "doctor": "looks whether the course can run on this machine",
    "slides": "writes a deck of slides for each lesson, for the screen in front",
    "bundle": "packs the course with all its packages, for a room without internet",
    "handouts": "writes sheets to print as PDF: routines, cards, quiz and more",
    "author": "opens the lessons as notebooks that can be edited and saved",
}
"""Each word with what it does. The word, with _ for -, is also the name of a module in ``course_helpers.commands``."""

HELP_WORDS = ("help", "--help", "-h")


def main(arguments: list[str]) -> int:
    """Run one command; the result is the exit code."""
    word, *rest = arguments or ["lab"]
    if word in HELP_WORDS:
        print(command_list())
        return 0
    command = find(word)
    if command is None:
        print(f"There is no command “{word}”. These are the commands:\n{command_list()}", file=sys.stderr)
        return 2
    try:
        return command(rest)
    except KeyboardInterrupt:
        print()
        return 130


def find(word: str) -> Callable[[list[str]], int] | None:
    """The function behind a word. It is imported only now, so that no command waits for another's packages."""
    if word not in COMMANDS or not is_written(word):
        return None
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
