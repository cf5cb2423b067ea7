"""A spare kernel: a process that has imported what a lesson needs before anybody opens one.

Two thirds of the time until a second lesson is live are imports. The spare one is made while somebody reads, waits
(``kernel.wait_to_be_needed``), and becomes the kernel of the lesson that is opened next. It is an ordinary child of the
server, so it can be interrupted and ended like any kernel. Nothing depends on it: where it is missing, dead, late or
older than the files of the course, a kernel is started as ever.
"""

import asyncio
import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from course_helpers.server.kernel import TAKEN, WAITING

COMMAND = (sys.executable, "-P", "-m", "course_helpers.server.kernel")
"""How the kernel of a lesson is started; ``jupyter/kernels/python3`` has the same."""
UNDERSTOOD = {"cwd", "env"}
"""What a spare one can still take over of how a process is started."""
QUIET_FOR = timedelta(seconds=2)
"""So long no lesson asked anything of its kernel: the page is alive, and somebody reads."""
LOOK_SECONDS = 0.5
ANSWER_SECONDS = 10.0
"""So long a spare one may take to say that it is the kernel. One that still imports is there sooner than a new one, and
a slow computer imports for seconds; one that hangs is hardly ever met.
"""
QUIET = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
"""Jupyter's debugger would print a warning about Python itself where the course was started."""
PACKAGE = Path(__file__).parents[1]
DECIDES = (".py", ".toml", ".js", ".css", ".json", ".svg")


class Kernel(NamedTuple):
    """What the server knows of a lesson's kernel."""

    pages: int
    state: str
    used: datetime


def is_quiet(kernels: Iterable[Kernel], now: datetime) -> bool:
    """Whether somebody reads: a page is attached, and all kernels have been idle for a while."""
    known = [*kernels]
    idle = all(kernel.state == "idle" and now - kernel.used >= QUIET_FOR for kernel in known)
    return idle and any(kernel.pages for kernel in known)


def state_of_files(folder: Path = PACKAGE) -> bytes:
    """Changes with every file that a kernel may have read before: its name, size and time."""
    seen = hashlib.sha256()
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(DECIDES):
                with contextlib.suppress(OSError):
                    found = os.stat(os.path.join(here, name))  # noqa: PTH116, PTH118 - half the time for 500 files
                    seen.update(f"{here}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.digest()


def begin_waiting() -> "subprocess.Popen[bytes]":
    """Start a process that will wait to become a kernel, as Jupyter starts kernels."""
    from jupyter_client.launcher import launch_kernel

    return launch_kernel(
        [*COMMAND, WAITING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | QUIET,
        cwd=str(Path.cwd()),
    )


class SpareKeeper:
    """Keeps one spare process at most, made once after each start of a kernel."""

    def __init__(
        self,
        begin: Callable[[], "subprocess.Popen[bytes]"] = begin_waiting,
        files: Callable[[], bytes] = state_of_files,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._begin = begin
        self._files = files
        self._answer_seconds = answer_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._made_of = b""
        self.wanted = True
        """False from when one was made until a kernel has begun: one that dies is not made again and again."""
        self.starts = 0
        """How many kernels have begun."""

    def make(self) -> None:
        """Start a spare one, if there is none."""
        self.wanted = False
        if self._process is None or self._process.poll() is not None:
            self._made_of = self._files()
            self._process = self._begin()

    async def take(self, command: list[str], how: dict[str, Any]) -> "subprocess.Popen[bytes] | None":
        """The spare one, which has become the kernel of this command; nothing if a kernel has to be started."""
        process, self._process = self._process, None
        try:
            if process is None:
                return None
            if self._suits(process, command, how) and await self._becomes(process, line_for(command, how)):
                return process
            end(process)
            return None
        finally:
            # Not before: while it begins, the server does not list it yet.
            self.wanted = True
            self.starts += 1

    def _suits(self, process: "subprocess.Popen[bytes]", command: list[str], how: dict[str, Any]) -> bool:
        return (
            process.poll() is None
            and tuple(command[: len(COMMAND)]) == COMMAND
            and how.keys() <= UNDERSTOOD
            and self._made_of == self._files()
        )

    async def _becomes(self, process: "subprocess.Popen[bytes]", line: bytes) -> bool:
        try:
            return await asyncio.wait_for(asyncio.to_thread(_ask, process, line), self._answer_seconds) == TAKEN
        except (OSError, ValueError, TimeoutError):
            return False

    def close(self) -> None:
        """The course ends, and the spare one with it."""
        process, self._process = self._process, None
        self.wanted = False
        if process is not None:
            end(process)


def line_for(command: list[str], how: dict[str, Any]) -> bytes:
    """What a spare one is told: what a process that is started for this command would have from the beginning."""
    told = {
        "words": command[len(COMMAND) :],
        "environment": dict(how.get("env") or os.environ),
        "folder": str(Path(how.get("cwd") or "").absolute()),
    }
    return json.dumps(told).encode() + b"\n"


def _ask(process: Any, line: bytes) -> bytes:
    """Tell a spare one what it is, and wait for its answer; nothing else will come from there."""
    with process.stdin as to_it:
        to_it.write(line)
    answer: bytes = process.stdout.readline()
    return answer


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a spare one that is of no use. It holds nothing, so it need not be asked."""
    process.kill()
    process.wait()


KEEPER = SpareKeeper()
"""That of this server. It keeps none until ``keep`` says when."""


async def keep(
    keeper: SpareKeeper,
    kernels: Callable[[], Iterable[Kernel]],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Make a spare one whenever it is wanted and nothing is pressing, until the course ends."""
    starts, since = keeper.starts, now()
    while True:
        await pause(LOOK_SECONDS)
        if keeper.starts != starts:
            starts, since = keeper.starts, now()
        # A kernel that is just beginning cannot be described yet; a computer may refuse one more process.
        with contextlib.suppress(Exception):
            if keeper.wanted and now() - since >= QUIET_FOR and is_quiet(kernels(), now()):
                keeper.make()


def kernels_of(lab: Any) -> list[Kernel]:
    """The kernels of a running server."""
    return [
        Kernel(model["connections"], model["execution_state"], datetime.fromisoformat(model["last_activity"]))
        for model in lab.kernel_manager.list_kernels()
    ]
