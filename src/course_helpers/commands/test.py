"""``python3 start.py test``: everything that must hold before the course may be given to anyone.

Further words go to pytest: ``python3 start.py test -k quiz``. Paths among them replace the usual ones. Where a
browser must not be missing, as on a build server, set ``CI=true``.
"""

import os
import subprocess
import sys
from pathlib import Path

from course_helpers.locale import NEUTRAL, VARIABLE

CHECKS = {
    "formatting": ("ruff", "format", "--check", "."),
    "style": ("ruff", "check", "."),
    "types": ("mypy",),
    "content and lessons": ("course_helpers", "check"),
}
"""What is asked before the tests, and the module that answers."""

TESTED = ("notebooks", "tests")

SIDE_BY_SIDE = ("--numprocesses=2", "--dist=loadfile")
"""Two files of tests at a time: the browser tests mostly wait. A file is never split, as one kernel runs a lesson."""


def main(arguments: list[str]) -> int:
    """Run all checks and then all tests, also when one fails. Any failure makes the result 1."""
    # The lessons are stored, and so compared, in words for any place.
    os.environ[VARIABLE] = NEUTRAL
    failed = [name for name, module in CHECKS.items() if not succeeds(name, module)]
    if failed:
        # The last line belongs to pytest, so this is said before it.
        print(f"\nNot right yet: {', '.join(failed)}. See above.", flush=True)
    tests = succeeds("tests", ("pytest", "--nbval", *SIDE_BY_SIDE, *tested(arguments)))
    return 0 if tests and not failed else 1


def tested(arguments: list[str]) -> list[str]:
    """The words for pytest: those given, and what to test unless they name it."""
    named = any(Path(word.partition("::")[0]).exists() for word in arguments if not word.startswith("-"))
    return arguments if named else [*arguments, *TESTED]


def succeeds(name: str, module: tuple[str, ...]) -> bool:
    """Run a module of this Python, and tell its name before it speaks."""
    print(f"\n— {name}", flush=True)
    return subprocess.run([sys.executable, "-m", *module], check=False).returncode == 0
