"""``python3 start.py test``: everything that must hold before the course may be given to anyone.

``--quick`` leaves out what opens a browser, starts the whole course or runs the notebooks. A path runs pytest on it and
nothing else: ``python3 start.py test tests/quiz/test_grading.py``. Further words go to pytest: ``python3 start.py
test -k quiz``. Where a browser must not be missing, as on a build server, set ``CI=true``.
"""

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from course_helpers.locale import NEUTRAL, VARIABLE

TYPES = "types"
CHECKS = {
    "formatting": ("ruff", "format", "--check", "."),
    "style": ("ruff", "check", "."),
    TYPES: ("mypy",),
    "content and lessons": ("course_helpers", "check"),
}
"""What is asked before the tests, and the module that answers."""

QUICK = "--quick"
WITHOUT_A_BROWSER = ("-m", "not browser and not lab", "tests")
"""Tests are marked by the fixtures they use (tests/conftest.py)."""
EVERYTHING = ("--nbval", "notebooks", "tests")

BY_TURNS = ("-p", "tests.by_turns", "--quiet", "--override-ini=console_output_style=classic")
"""Two files of tests at a time: two processes take file after file (tests/by_turns.py), and no third one listens. The
browser tests often wait; with three, two processors were no sooner done. A file is never split, as one kernel runs a
lesson.
"""
MARKS = "COURSE_TEST_MARKS"
"""Names the folder in which these two mark what they begin."""
FROM_THE_END = "COURSE_TEST_FROM_THE_END"
"""Set for the one of them that begins with the last file."""
NO_TESTS = 5
"""What pytest says where it found none."""

PLUGINS = ("pytest_timeout", "_hypothesis_pytestplugin")
"""What the tests use of pytest's plugins. Each process would load all that are installed, and nbval takes 2 seconds."""
FOR_NOTEBOOKS = "nbval.plugin"

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - tempfile makes a folder of its own in it
"""A folder that lies in memory, where the system has one."""
ROOM_BYTES = 8_000_000_000
"""Far more than the tests write: whole courses among it, and one with all its packages."""


def main(arguments: list[str]) -> int:
    """Run all checks and all tests, also when one fails. Any failure makes the result 1."""
    # The lessons are stored, and so compared, in words for any place.
    os.environ[VARIABLE] = NEUTRAL
    compile_the_course()
    words = words_for_pytest(arguments)
    if not set(BY_TURNS) <= set(words):
        return 0 if succeeds("tests", words) else 1
    return 0 if in_two_rows(words, {} if paths_in(arguments) else CHECKS) else 1


def in_two_rows(words: tuple[str, ...], checks: Mapping[str, tuple[str, ...]]) -> bool:
    """Run checks and tests in two rows: whichever has done its checks begins to test.

    One row checks types, which takes long where nothing is kept of the last time, and the other one all else. That one
    speaks while it works; what the first found is told as soon as it can be, its tests at the end.
    """
    with (
        in_memory() as folder,
        tempfile.TemporaryDirectory(dir=folder) as marks,
        tempfile.TemporaryFile() as said,
        ThreadPoolExecutor(max_workers=1) as beside,
    ):
        settings = environment(words) | {"TMPDIR": folder, MARKS: marks, FROM_THE_END: ""}
        silent = {name: beside.submit(answer, module) for name, module in checks.items() if name == TYPES}
        other = beside.submit(pytest_ends, words, settings | {FROM_THE_END: "1"}, said)
        right = tell_all((name, answer(module)) for name, module in checks.items() if name not in silent)
        known = {name for name, check in silent.items() if check.done()}
        right &= tell_all((name, silent[name].result()) for name in known)
        print("\n— tests", flush=True)
        ended = [pytest_ends(words, settings), other.result()]
        right &= tell_all((name, check.result()) for name, check in silent.items() if name not in known)
        said.seek(0)
        print(said.read().decode(errors="replace"), end="", flush=True)
    if ended[0] not in (0, NO_TESTS):
        # The last line is that of the other row, and may look as if all were well.
        print("\nNot right yet: tests of the first row. See above.", flush=True)
    return right and 0 in ended and set(ended) <= {0, NO_TESTS}


def tell_all(answers: Iterable[tuple[str, "subprocess.CompletedProcess[str]"]]) -> bool:
    """Print what each check said, and which of them found something; True where none did."""
    failed = [name for name, said in answers if not tell(name, said)]
    if failed:
        # The last line belongs to pytest, so this is said before it.
        print(f"\nNot right yet: {', '.join(failed)}. See above.", flush=True)
    return not failed


def pytest_ends(words: tuple[str, ...], settings: dict[str, str], said: IO[bytes] | None = None) -> int:
    """Run pytest, and give what it ends with. What it says goes to a file, or is seen."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, env=settings, stdout=said, stderr=said, check=False).returncode


def in_memory() -> AbstractContextManager[str]:
    """A folder in memory for what the tests write, which is gone with them; where there is no room, the usual one.

    They write thousands of small files and records, and a disk takes its time for each. What a single file of tests
    writes stays on the disk, to be looked at.
    """
    if not IN_MEMORY.is_dir() or shutil.disk_usage(IN_MEMORY).free < ROOM_BYTES or not programs_run_in(IN_MEMORY):
        return nullcontext(tempfile.gettempdir())
    made = tempfile.TemporaryDirectory(prefix="course-tests-", dir=IN_MEMORY, ignore_cleanup_errors=True)
    # As where tests write otherwise: some run a program as another user, who comes through.
    Path(made.name).chmod(0o755)
    return made


def programs_run_in(folder: Path) -> bool:
    """Whether a program that lies there may be run, as some tests write one."""
    return sys.platform != "win32" and not os.statvfs(folder).f_flag & getattr(os, "ST_NOEXEC", 0)


def compile_the_course() -> None:
    """Compile the course once for the hundreds of processes that the tests start, and that may not write there."""
    compileall.compile_dir(Path(__file__).parents[1], quiet=2)


def words_for_pytest(arguments: list[str]) -> tuple[str, ...]:
    """What is tested: the paths that are named, what needs no browser, or everything."""
    given = [word for word in arguments if word != QUICK]
    if paths := paths_in(given):
        notebooks = ("--nbval",) if any("notebooks" in path.parts for path in paths) else ()
        several = BY_TURNS if any(path.is_dir() for path in paths) else ()
        return ("pytest", *notebooks, *several, *given)
    return ("pytest", *BY_TURNS, *given, *(WITHOUT_A_BROWSER if QUICK in arguments else EVERYTHING))


def paths_in(arguments: list[str]) -> list[Path]:
    """The files and folders among the words."""
    named = (Path(word.partition("::")[0]) for word in arguments if not word.startswith("-"))
    return [path for path in named if path.exists()]


def answer(module: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
    """Run a module of this Python, and keep what it says."""
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def tell(name: str, said: "subprocess.CompletedProcess[str]") -> bool:
    """Print what a check said, under its name; True where it found nothing."""
    print(f"\n— {name}\n{said.stdout}", end="", flush=True)
    return said.returncode == 0


def succeeds(name: str, module: tuple[str, ...]) -> bool:
    """Run a module of this Python, and tell its name before it speaks."""
    print(f"\n— {name}", flush=True)
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, env=environment(module), check=False).returncode == 0


def environment(words: tuple[str, ...]) -> dict[str, str]:
    """That of the tests: with the plugins they use, and what is compiled of the tests themselves is kept.

    Compiling them takes each of the two processes longer than loading everything they import.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    plugins = (*PLUGINS, FOR_NOTEBOOKS) if "--nbval" in words else PLUGINS
    return kept | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": ",".join(plugins)}
