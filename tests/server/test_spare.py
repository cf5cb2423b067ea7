"""The spare kernel: made when nothing is pressing, becomes what is asked for, and is missed by nobody."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from course_helpers.commands.environment import OWN_JUPYTER, course_environment
from course_helpers.server import spare
from course_helpers.server.spare import COMMAND, Kernel, SpareKeeper, begin_waiting, is_quiet, keep, state_of_files
from tests.aside import run_aside

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
KERNEL = [*COMMAND, "-f", "connection.json"]


def used(seconds_ago: float, state: str = "idle", pages: int = 1) -> Kernel:
    return Kernel(pages, state, NOON - timedelta(seconds=seconds_ago))


# When one is made


@pytest.mark.parametrize(
    ("kernels", "quiet"),
    [
        ([], False),
        ([used(2)], True),
        ([used(1.9)], False),
        ([used(60, "busy")], False),
        ([used(60, "starting")], False),
        ([used(60, pages=0)], False),
        ([used(60), used(1)], False),
        ([used(60), used(60, "busy")], False),
        ([used(60), used(5, pages=0)], True),
    ],
)
def test_nothing_is_pressing_when_somebody_reads_and_all_kernels_have_rested(
    kernels: list[Kernel], quiet: bool
) -> None:
    assert is_quiet(kernels, NOON) is quiet


class FakeDay:
    """A server whose clock goes on by half a second at each look; notes when a spare one was made."""

    def __init__(self, kernels: Callable[[float], list[Kernel]], at: dict[float, Callable[[], object]]) -> None:
        self.made: list[float] = []
        self.passed = 0.0
        self.kernels = kernels
        self.at = at
        self.keeper = SpareKeeper(begin=self.begin, files=bytes)

    def begin(self) -> Any:
        """Begin a process that is none."""
        self.made.append(self.passed)
        return FakeProcess()

    async def pause(self, seconds: float) -> None:
        """Let that time pass; the day has ten seconds."""
        self.passed += seconds
        if self.passed > 10:
            raise asyncio.CancelledError
        self.at.get(self.passed, lambda: None)()

    def live(self) -> list[float]:
        """When spare ones were made on this day."""
        now = lambda: NOON + timedelta(seconds=self.passed)  # noqa: E731
        with contextlib.suppress(asyncio.CancelledError):
            run_aside(keep(self.keeper, lambda: self.kernels(self.passed), now, self.pause))
        return self.made


class FakeProcess:
    """Waits, unless it is told to have ended."""

    ended = False

    def poll(self) -> int | None:
        """What it ended with, if it did."""
        return 0 if self.ended else None


def lesson_used_at(*seconds: float) -> Callable[[float], list[Kernel]]:
    """One lesson, whose kernel is asked something at these seconds."""
    return lambda now: [Kernel(1, "idle", NOON + timedelta(seconds=max(s for s in seconds if s <= now)))]


def test_one_is_made_two_seconds_after_the_last_request_and_no_second_one() -> None:
    assert FakeDay(lesson_used_at(0, 1, 1.5), {}).live() == [3.5]


def test_one_that_ended_by_itself_is_not_made_again_until_a_kernel_has_begun() -> None:
    """The server lists a new kernel a moment after its start, so the clock begins with the start itself."""
    day = FakeDay(lesson_used_at(0), {})
    day.at = {
        4: lambda: setattr(day.keeper._process, "ended", True),
        7: lambda: vars(day.keeper).update(wanted=True, starts=1),
    }
    assert day.live() == [2, 9]


def test_a_server_that_cannot_tell_its_kernels_now_is_asked_again() -> None:
    def kernels(now: float) -> list[Kernel]:
        if now < 5:
            raise AttributeError("a kernel that is just beginning")
        return [used(60)]

    assert FakeDay(kernels, {}).live() == [5]


# What becomes of it

IMPORTS = "import json, os, sys, time\n"
READS = "line = sys.stdin.buffer.readline()\n"
TAKES = "os.write(1, b'taken\\n')\ntime.sleep(600)\n"


def acting(code: str, *, ended: bool = False) -> tuple[SpareKeeper, "subprocess.Popen[bytes]"]:
    """A keeper whose spare process does this."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", IMPORTS + code], **pipes)  # type: ignore[call-overload]
    if ended:
        process.wait()
    keeper = SpareKeeper(begin=lambda: process, files=lambda: b"now", answer_seconds=2)
    keeper.make()
    return keeper, process


def test_a_spare_one_is_given_what_a_new_process_would_have(tmp_path: Path) -> None:
    keeper, process = acting(f"{READS}open({str(tmp_path / 'told')!r}, 'wb').write(line)\n{TAKES}")
    how = {"cwd": str(tmp_path), "env": {"JPY_SESSION_NAME": "brüste\udcff"}}
    taken = run_aside(keeper.take(KERNEL, how))
    try:
        assert taken is process
        told = json.loads((tmp_path / "told").read_bytes())
        assert told == {"words": ["-f", "connection.json"], "environment": how["env"], "folder": str(tmp_path)}
        assert run_aside(keeper.take(KERNEL, how)) is None, "one process was given to two lessons"
        assert process.poll() is None
    finally:
        spare.end(process)


@pytest.mark.parametrize(
    ("code", "ended", "answer_seconds"),
    [
        pytest.param("", True, 60, id="dead before"),
        pytest.param(READS, False, 60, id="dies when asked"),
        pytest.param("time.sleep(600)", False, 0.1, id="hears nothing"),
        pytest.param(f"{READS}time.sleep(600)", False, 0.1, id="never answers"),
        pytest.param(f"{READS}print('an old word', flush=True)\n{TAKES}", False, 60, id="says something else"),
    ],
)
def test_one_that_is_dead_late_or_wrong_is_ended_and_a_kernel_is_started_as_ever(
    code: str, ended: bool, answer_seconds: float
) -> None:
    keeper, process = acting(code, ended=ended)
    keeper._answer_seconds = answer_seconds
    assert run_aside(keeper.take(KERNEL, {})) is None
    assert process.returncode is not None, "what nobody needs is still there"
    assert keeper.wanted


@pytest.mark.parametrize(
    ("command", "how"),
    [
        (["another-python", *KERNEL[1:]], {}),
        ([*COMMAND[:-1], "ipykernel_launcher", "-f", "connection.json"], {}),
        (KERNEL, {"stdout": subprocess.PIPE}),
        (KERNEL, {"independent": True}),
    ],
)
def test_what_it_cannot_become_is_started_as_ever(command: list[str], how: dict[str, Any]) -> None:
    keeper, process = acting(f"{READS}{TAKES}")
    assert run_aside(keeper.take(command, how)) is None
    assert process.returncode is not None


def test_one_that_read_older_files_is_not_used() -> None:
    keeper, process = acting(f"{READS}{TAKES}")
    keeper._files = lambda: b"later"
    assert run_aside(keeper.take(KERNEL, {})) is None
    assert process.returncode is not None


def test_one_whose_pipe_is_broken_is_ended_too(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    keeper, process = acting(f"os.close(0)\nopen({str(closed)!r}, 'w').close()\ntime.sleep(600)")
    when(closed.exists)
    assert run_aside(keeper.take(KERNEL, {})) is None
    assert process.returncode is not None


def test_one_that_still_imports_is_waited_for() -> None:
    keeper, process = acting(f"time.sleep(0.2)\n{READS}{TAKES}")
    taken = run_aside(keeper.take(KERNEL, {}))
    spare.end(process)
    assert taken is process


def test_none_is_made_while_a_kernel_begins() -> None:
    keeper, process = acting(f"time.sleep(0.2)\n{READS}{TAKES}")

    async def watched() -> list[tuple[bool, int]]:
        taking = asyncio.create_task(keeper.take(KERNEL, {}))
        await asyncio.sleep(0)
        seen = [(keeper.wanted, keeper.starts)]
        await taking
        return [*seen, (keeper.wanted, keeper.starts)]

    seen = run_aside(watched())
    spare.end(process)
    assert seen == [(False, 0), (True, 1)]


def test_a_second_one_is_never_made_beside_the_first() -> None:
    day = FakeDay(lesson_used_at(0), {})
    day.keeper.make()
    day.keeper.make()
    assert len(day.made) == 1
    vars(day.keeper)["_process"].ended = True
    day.keeper.make()
    assert len(day.made) == 2


def test_a_course_that_ends_takes_it_along() -> None:
    keeper, process = acting(f"{READS}{TAKES}")
    keeper.close()
    assert process.returncode is not None
    assert not keeper.wanted, "another one would be made while the course ends"


def test_without_one_a_kernel_is_started_as_ever() -> None:
    assert run_aside(SpareKeeper().take(KERNEL, {})) is None


def test_files_are_others_once_one_of_them_changed_came_or_went(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.toml").write_text("1", encoding="utf-8")
    states = [state_of_files(tmp_path)]
    (content / "a.toml").write_text("22", encoding="utf-8")
    states.append(state_of_files(tmp_path))
    os.utime(content / "a.toml", ns=(1, 1))
    states.append(state_of_files(tmp_path))
    (content / "b.py").touch()
    states.append(state_of_files(tmp_path))
    (content / "a.toml").unlink()
    states.append(state_of_files(tmp_path))
    assert len({*states}) == 5
    assert states[-1] == state_of_files(tmp_path)
    (content / "left.pyc").touch()
    assert states[-1] == state_of_files(tmp_path), "what Python itself writes makes no spare one old"


def test_the_command_is_that_of_the_courses_kernel() -> None:
    described = json.loads((OWN_JUPYTER / "kernels" / "python3" / "kernel.json").read_text(encoding="utf-8"))
    assert described["argv"][1:4] == list(COMMAND[1:])
    assert described["metadata"]["kernel_provisioner"] == {"provisioner_name": "course-helpers"}


# The real one


@pytest.fixture
def in_the_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The environment of a running course, with its state in a folder of this test."""
    for name, value in course_environment(tmp_path, os.environ).items():
        monkeypatch.setenv(name, value)
    (tmp_path / ".course").mkdir()
    monkeypatch.chdir(tmp_path)
    # Tests that run in the background may have been started to ignore it, and what they start would do so as well.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield tmp_path
    signal.signal(signal.SIGINT, before)
    spare.KEEPER.close()
    spare.KEEPER.wanted = True


def is_waiting(process: psutil.Process) -> bool:
    """It has imported everything and needs the processor no more."""
    before = process.cpu_times()
    time.sleep(0.3)
    after = process.cpu_times()
    return bool(before.user > 0.2 and after == before)


def when(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_one_that_waits_holds_no_file_and_says_nothing_and_ends_with_its_course(in_the_course: Path) -> None:
    process = begin_waiting()
    try:
        seen = psutil.Process(process.pid)
        when(lambda: is_waiting(seen))
        assert [file.path for file in seen.open_files() if Path(file.path).is_relative_to(Path.home())] == []
        assert [file.path for file in seen.open_files() if "sqlite" in file.path] == []
        assert seen.net_connections() == []
        if os.name != "nt":
            seen.send_signal(signal.SIGINT)  # as Ctrl+C does where all programs of a window get it
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=60) == 0
        assert process.stdout is not None
        assert process.stdout.read() == b""
    finally:
        spare.end(process)


SERVER = """
import sys, time
from course_helpers.server.spare import KEEPER
KEEPER.make()
print(KEEPER._process.pid, flush=True)
time.sleep(600)
"""


def test_a_course_that_is_killed_leaves_none_behind_and_nothing_was_said_in_its_window(in_the_course: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        seen = psutil.Process(int(server.stdout.readline()))
        when(lambda: is_waiting(seen))
        server.kill()
        psutil.wait_procs([seen], timeout=60)
        assert not seen.is_running()
        assert server.stderr.read() == b""


LOOK = """
import json, os, sys, comm, ipywidgets
import course_helpers as course
ready = {f"course_helpers.{module}" for module, *_ in course.PLACES.values()} <= {*sys.modules}
panel = course.sort("1.1")
print(json.dumps({
    "process": os.getpid(), "folder": os.getcwd(), "words": sys.argv[1:], "named": os.environ["JPY_SESSION_NAME"],
    "parent": os.environ["JPY_PARENT_PID"], "targets": sorted(comm.get_comm_manager().targets),
    "same": comm.get_comm_manager() is get_ipython().kernel.comm_manager,
    "channel": type(panel.comm).__module__, "input": sys.__stdin__.read(), "ready": ready,
}))
"""


async def looked_at(folder: Path) -> list[dict[str, Any]]:
    """What a lesson's kernel tells of itself; after its process was killed and Jupyter began it anew, once more."""
    from jupyter_client.manager import AsyncKernelManager

    manager = AsyncKernelManager(kernel_name="python3")
    told = []
    try:
        await manager.start_kernel(cwd=str(folder), env=os.environ | {"JPY_SESSION_NAME": "a lesson"})
        told.append(await asked(manager))
        psutil.Process(told[0]["process"]).kill()
        await manager.restart_kernel(now=True)
        told.append(await asked(manager))
    finally:
        await manager.shutdown_kernel(now=True)
    return told


async def asked(manager: Any) -> dict[str, Any]:
    """Run the cell that looks."""
    client = manager.client()
    client.start_channels()
    printed: list[str] = []

    def hear(message: dict[str, Any]) -> None:
        printed.append(message["content"].get("text") or "".join(message["content"].get("traceback", ())))

    try:
        await client.wait_for_ready(timeout=60)
        await client.execute_interactive(LOOK, output_hook=hear, timeout=60)
    finally:
        client.stop_channels()
    answer: dict[str, Any] = json.loads("".join(printed))
    return answer


def test_a_spare_one_becomes_the_kernel_of_a_lesson_and_a_killed_one_comes_back_as_ever(in_the_course: Path) -> None:
    (in_the_course / "notebooks").mkdir()
    spare.KEEPER.make()
    process = spare.KEEPER._process
    assert process is not None
    seen = psutil.Process(process.pid)
    when(lambda: is_waiting(seen))
    assert not spare.KEEPER.wanted
    starts = spare.KEEPER.starts
    became, after = run_aside(looked_at(in_the_course / "notebooks"))
    assert became.pop("process") == process.pid
    assert after.pop("process") != process.pid
    assert became.pop("ready")
    assert not after.pop("ready")
    assert became == after, "a spare one differs from a kernel that was started as ever"
    assert Path(became["folder"]) == (in_the_course / "notebooks").resolve()
    assert became["words"][0] == "-f"
    assert became["named"] == "a lesson"
    assert became["parent"] == str(os.getpid())
    assert {"jupyter.widget", "jupyter.widget.control", "course-helpers"} <= {*became["targets"]}
    assert became["same"]
    assert became["channel"].startswith("ipykernel")
    assert process.poll() is not None
    assert spare.KEEPER.starts == starts + 2, "each start of a kernel wants a new spare one, with or without one before"
    assert spare.KEEPER.wanted
