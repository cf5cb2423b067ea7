"""The real course in a real browser: ``start.py`` of a copy of the project, JupyterLab, Chromium."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).parents[2]
NOT_COPIED = (".venv", ".git", ".course", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__", "build")
START_SECONDS = 120
END_SECONDS = 20
LIVE_MS = 60_000


@dataclass
class RunningCourse:
    """A course started by ``start.py``, and how to ask its server something."""

    root: Path
    url: str
    token: str
    screenshots: Path = field(default_factory=lambda: Path(os.environ.get("COURSE_SCREENSHOTS", "")))

    def lab(self, lesson: str) -> str:
        """The address of a lesson, in a workspace of its own so that no earlier tab hides it."""
        reset = f"reset&token={self.token}"
        return f"{self.url}/lab/workspaces/test-{time.time_ns()}/tree/notebooks/{lesson}?{reset}"

    def api(self, path: str, method: str = "GET") -> object:
        """Ask the server's own interface."""
        request = Request(f"{self.url}/api/{path}", method=method, headers={"Authorization": f"token {self.token}"})
        with urlopen(request, timeout=20) as answer:
            text = answer.read().decode()
        return json.loads(text) if text else None

    def shut_all_kernels(self) -> None:
        """Begin the next test without kernels of the last one; one that is just restarting is asked again."""
        deadline = time.monotonic() + START_SECONDS
        while (kernels := self.api("kernels")) and time.monotonic() < deadline:
            for kernel in kernels:  # type: ignore[attr-defined]
                with contextlib.suppress(HTTPError):
                    self.api(f"kernels/{kernel['id']}", "DELETE")


def free_port() -> int:
    """A port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def start_course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., RunningCourse]]:
    """Starts the course from a copy of the project; an optional function may spoil the copy first."""
    processes: list[subprocess.Popen[str]] = []
    # The copies share the real .venv. It must be up to date, or a copy would install itself into it.
    subprocess.run([sys.executable, "start.py", "doctor", "--help"], cwd=ROOT, check=True, capture_output=True)

    def start(
        spoil: Callable[[Path], None] | None = None, environment: dict[str, str] | None = None, *options: str
    ) -> RunningCourse:
        root = tmp_path_factory.mktemp("course") / "project"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*NOT_COPIED))
        (root / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
        if spoil:
            spoil(root)
        command = [sys.executable, "start.py", "--no-browser", "--port", str(free_port()), *options]
        log = (root / "start.log").open("w", encoding="utf-8")
        processes.append(
            subprocess.Popen(
                command,
                cwd=root,
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
                env=dict(os.environ) | (environment or {}),
            )
        )
        return _when_ready(root, processes[-1])

    yield start
    for process in processes:
        process.terminate()
    for process in processes:
        end(process)


def end(process: "subprocess.Popen[str]") -> None:
    """Wait for a course that was asked to end; on a busy machine its kernels may take longer than the tests wait."""
    try:
        process.wait(timeout=END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _when_ready(root: Path, process: "subprocess.Popen[str]") -> RunningCourse:
    """Wait until the address is printed and the server answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        printed = (root / "start.log").read_text(encoding="utf-8")
        if found := re.search(r"(http://[\w.]+:\d+)\S*[?&]token=(\w+)", printed):
            course = RunningCourse(root, found.group(1), found.group(2))
            try:
                course.api("status")
            except OSError:
                pass
            else:
                return course
        time.sleep(0.2)
    raise AssertionError("The course did not start:\n" + (root / "start.log").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def course(start_course: Callable[..., RunningCourse]) -> RunningCourse:
    """The course as it is; tests may ask JupyterLab itself, as ``window.jupyterapp``."""
    return start_course(None, None, "--LabApp.expose_app_in_browser=True")


@dataclass
class Watched:
    """A page with what it complained of and what it asked the network for."""

    page: Page
    errors: list[str]
    outside: list[str]


@pytest.fixture
def watched(browser: Browser, course: RunningCourse) -> Iterator[Watched]:
    """A fresh page, watched for errors and for requests that leave this computer."""
    course.shut_all_kernels()
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    seen = Watched(page, [], [])
    watch(page, seen)
    yield seen
    context.close()


def watch(page: Page, seen: Watched) -> None:
    """Write down errors and outside requests of a page."""

    def on_console(message: ConsoleMessage) -> None:
        if (message.type == "error" or "course-helpers" in message.text) and not is_harmless(message):
            seen.errors.append(message.text)

    def on_request(url: str) -> None:
        if not re.match(r"(?:https?|wss?)://(?:127\.0\.0\.1|localhost)[:/]|data:|blob:", url):
            seen.outside.append(url)

    # Pages of these tests are tabs of one browser: a second browser would be told to wait.
    page.add_init_script("try { localStorage.setItem('course-helpers:browser', 'tests'); } catch {}")
    page.on("console", on_console)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: on_request(request.url))


def is_harmless(message: ConsoleMessage) -> bool:
    """JupyterLab speaks of an earlier page's widget that the kernel closed, or warns that this computer is slow."""
    of_an_earlier_page = message.text.startswith("Comm not found")
    is_slow = re.search(r"^Plugin \S+ (?:is taking too long|\(with .+ took \S+ms) to activate\.$", message.text)
    return of_an_earlier_page or (message.type == "warning" and is_slow is not None)


def open_lesson(course: RunningCourse, page: Page, lesson: str) -> None:
    """Open a lesson and wait until all its code cells ran, without pressing anything."""
    page.goto(course.lab(lesson))
    wait_until_live(page)


def wait_until_live(page: Page, timeout: float = LIVE_MS) -> None:
    """The lesson in front ran all its cells in this page, and the first part shows."""
    page.wait_for_selector(".course-lesson[data-course-state=live]:not(.lm-mod-hidden)", timeout=timeout)
    page.wait_for_selector(".course-lesson:not(.lm-mod-hidden) .course-blocks", timeout=timeout)
