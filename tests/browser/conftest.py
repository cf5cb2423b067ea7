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
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from tests.browser.looks import VIEWS, show_as

ROOT = Path(__file__).parents[2]
NOT_COPIED = (".venv", ".git", ".course", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__", "build")
START_SECONDS = 120
END_SECONDS = 20
LIVE_MS = 60_000
LOOK_MS = 250


@dataclass
class RunningCourse:
    """A course started by ``start.py``, and how to ask its server something."""

    root: Path
    url: str
    token: str
    screenshots: Path = field(default_factory=lambda: Path(os.environ.get("COURSE_SCREENSHOTS", "")))

    def lab(self, lesson: str) -> str:
        """The address of a lesson (or of none), in a workspace of its own so that no earlier tab hides it."""
        reset = f"reset&token={self.token}"
        return f"{self.url}/lab/workspaces/test-{time.time_ns()}{f'/tree/notebooks/{lesson}' if lesson else ''}?{reset}"

    def api(self, path: str, method: str = "GET") -> object:
        """Ask the server's own interface."""
        request = Request(f"{self.url}/api/{path}", method=method, headers={"Authorization": f"token {self.token}"})
        with urlopen(request, timeout=20) as answer:
            text = answer.read().decode()
        return json.loads(text) if text else None

    def kernel(self) -> psutil.Process:
        """The one kernel that runs, to be killed or held."""
        [found] = self.kernel_processes(self.root / "notebooks")
        return found

    def kernel_processes(self, folder: Path) -> list[psutil.Process]:
        """The processes of kernels that work in a folder."""
        return [
            process
            for process in psutil.process_iter(["cmdline", "cwd"])
            if "course_helpers.server.kernel" in (process.info["cmdline"] or ())
            and process.info["cwd"] == str(folder.resolve())
        ]

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
    courses: list[RunningCourse] = []
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
        courses.append(_when_ready(root, processes[-1]))
        return courses[-1]

    yield start
    for process in processes:
        process.terminate()
    for process in processes:
        end(process)
    left = [spare for course in courses for spare in course.kernel_processes(course.root)]
    assert psutil.wait_procs(left, timeout=END_SECONDS)[1] == [], "a spare kernel outlived its course"


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
    """A page with what it complained of, and which addresses it asked for: those outside this computer, and all."""

    page: Page
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def forget(self) -> None:
        """Begin anew, in the same lists."""
        for noted in (self.errors, self.outside, self.asked):
            noted.clear()


BROWSER_NAME = "localStorage.setItem('course-helpers:browser', 'tests')"
"""Pages of these tests are tabs of one browser: a second browser would be told to wait."""
TAKEN_BACK = f"""async () => {{
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  // A notebook that JupyterLab has changed would ask whether to save it.
  for (const {{ context }} of jupyterapp.shell.widgets('main')) if (context?.model?.dirty) context.model.dirty = false;
  await jupyterapp.commands.execute('application:close-all');
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.drawRarely?.(0);
  localStorage.clear();
  sessionStorage.clear();
  {BROWSER_NAME};
}}"""
KERNELS_KNOWN = """() => Promise.all([
  jupyterapp.serviceManager.sessions.refreshRunning(), jupyterapp.serviceManager.kernels.refreshRunning(),
])"""
WAS_RELOADED = "() => performance.getEntriesByType('navigation')[0].type === 'reload'"
OPENED = "(path) => jupyterapp.commands.execute('docmanager:open', {path}).then(() => null)"


class Frame:
    """JupyterLab, open once for many tests; each of them opens its lesson in it anew, with a new kernel.

    Opening JupyterLab costs twice as much as opening a lesson in it. What a test leaves is cleared away: the lesson,
    its kernel, what the browser keeps. A page that cannot be cleared is not handed on.
    """

    MOST = 30
    """Lessons that one page sees. JupyterLab forgets none of them whole; the thirtieth opens as fast as the second."""

    def __init__(self, browser: Browser, course: RunningCourse) -> None:
        self.browser = browser
        self.course = course
        self.seen: Watched | None = None
        self.uses = 0

    def empty(self) -> Watched:
        """The page without a lesson."""
        self.course.shut_all_kernels()
        if self.seen is None:
            self.seen = self._opened()
        self.uses += 1
        self.seen.page.evaluate(KERNELS_KNOWN)
        self.seen.forget()
        return self.seen

    def take_back(self) -> None:
        """After a test."""
        if self.seen is None:
            return
        page = self.seen.page
        for other in page.context.pages:
            if other is not page:
                other.close()
        try:
            page.emulate_media(reduced_motion="null", media="null")
            page.unroute_all()
            page.evaluate(TAKEN_BACK)
            show_as(page, "light")
            page.mouse.move(0, 0)
            # JupyterLab brings back after a reload what was open, and may do so when the next test has begun.
            as_new = page.locator(".course-lesson, .jp-Dialog").count() == 0 and not page.evaluate(WAS_RELOADED)
        except Error:
            as_new = False
        if not as_new or self.uses >= self.MOST:
            self.close()

    @contextlib.contextmanager
    def lent(self) -> Iterator[Watched]:
        """The page without a lesson, taken back afterwards."""
        yield self.empty()
        self.take_back()

    def close(self) -> None:
        """Close the page; the next test gets a new one."""
        if self.seen is not None:
            self.seen.page.context.close()
        self.seen = None
        self.uses = 0

    def _opened(self) -> Watched:
        page = self.browser.new_context(viewport=VIEWS["light"][0]).new_page()
        seen = Watched(page)
        watch(page, seen)
        page.goto(self.course.lab(""))
        page.wait_for_function("window.jupyterapp")
        page.evaluate("jupyterapp.restored.then(() => null)")
        # Before it has taken this word away, JupyterLab writes no address of a lesson, and a reload would not find it.
        page.wait_for_function("!location.search")
        return seen


WHAT_IS_SEEN = """() => JSON.stringify({
  address: location.pathname,
  lessons: [...document.querySelectorAll('.course-lesson')].map((lesson) => ({
    inFront: !lesson.matches('.lm-mod-hidden'),
    state: lesson.dataset.courseState,
    panels: [...lesson.querySelectorAll('.jp-OutputArea-output')].map((output) => output.innerText.slice(0, 160)),
  })),
}, null, 1)"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say with a failure what stood on the page: what fails once in thirty runs cannot be looked at afterwards."""
    report = yield
    seen = next((one for one in getattr(item, "funcargs", {}).values() if isinstance(one, Watched)), None)
    if report.when == "call" and report.failed and seen:
        try:
            stood = seen.page.evaluate(WHAT_IS_SEEN)
        except Error as problem:
            stood = str(problem)
        report.sections.append(("the page", "\n".join([stood, *seen.errors, *seen.asked[-5:]])))
    return report


@pytest.fixture(scope="session")
def frame(browser: Browser, course: RunningCourse) -> Iterator[Frame]:
    """JupyterLab for tests that open their lesson in it."""
    shared = Frame(browser, course)
    yield shared
    shared.close()


@pytest.fixture
def watched(frame: Frame) -> Iterator[Watched]:
    """JupyterLab without a lesson, watched for errors and for requests that leave this computer."""
    with frame.lent() as seen:
        yield seen


@pytest.fixture
def watched_alone(browser: Browser, course: RunningCourse) -> Iterator[Watched]:
    """A page of one's own: for what must be there before JupyterLab."""
    with in_a_page_of_its_own(browser, course) as seen:
        yield seen


@contextlib.contextmanager
def in_a_page_of_its_own(browser: Browser, course: RunningCourse) -> Iterator[Watched]:
    """A watched page that is not yet at any address."""
    course.shut_all_kernels()
    context = browser.new_context(viewport=VIEWS["light"][0])
    seen = Watched(context.new_page())
    watch(seen.page, seen)
    yield seen
    context.close()


def watch(page: Page, seen: Watched) -> None:
    """Write down errors and outside requests of a page."""

    def on_console(message: ConsoleMessage) -> None:
        if (message.type == "error" or "course-helpers" in message.text) and not is_harmless(message):
            seen.errors.append(message.text)

    def on_request(url: str) -> None:
        seen.asked.append(url)
        if not re.match(r"(?:https?|wss?)://(?:127\.0\.0\.1|localhost)[:/]|data:|blob:", url):
            seen.outside.append(url)

    page.add_init_script(f"try {{ {BROWSER_NAME}; }} catch {{}}")
    page.on("console", on_console)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: on_request(request.url))


def is_harmless(message: ConsoleMessage) -> bool:
    """JupyterLab speaks of an earlier page's widget that the kernel closed, or warns that this computer is slow."""
    of_an_earlier_page = message.text.startswith("Comm not found")
    is_slow = re.search(r"^Plugin \S+ (?:is taking too long|\(with .+ took \S+ms) to activate\.$", message.text)
    return of_an_earlier_page or (message.type == "warning" and is_slow is not None)


def open_lesson(course: RunningCourse, page: Page, lesson: str) -> None:
    """Open a lesson and wait until all its code cells ran, without pressing anything.

    Where JupyterLab is open, the lesson opens in it.
    """
    if page.evaluate("() => Boolean(window.jupyterapp)"):
        page.evaluate(OPENED, f"notebooks/{lesson}")
    else:
        page.goto(course.lab(lesson))
    wait_until_live(page)


def reload(page: Page, lesson: str) -> None:
    """Reload a lesson and wait until it is live again."""
    page.wait_for_url(f"**/notebooks/{lesson}")
    page.reload()
    wait_until_live(page)


def read_until_a_kernel_waits(course: RunningCourse, page: Page) -> psutil.Process:
    """Open the first lesson and stay there until there is a spare kernel, which that of the next lesson will be.

    It waits in the course's folder; a kernel works in its lesson's. It may be there since another test has read.
    """
    if spare := course.kernel_processes(course.root):
        return spare[0]
    open_lesson(course, page, "00_start_here.ipynb")
    for _ in range(LIVE_MS // LOOK_MS):
        if spare := course.kernel_processes(course.root):
            return spare[0]
        page.wait_for_timeout(LOOK_MS)
    raise AssertionError("Nobody made a spare kernel.")


@contextlib.contextmanager
def held(kernel: psutil.Process) -> Iterator[None]:
    """A kernel that does nothing meanwhile.

    It is asked to stop, and its first thread does so when it gets its turn. Another one, in which JupyterLab has
    widgets answered, works on until then.
    """
    kernel.suspend()
    try:
        deadline = time.monotonic() + END_SECONDS
        while kernel.status() != psutil.STATUS_STOPPED:
            assert time.monotonic() < deadline, "the kernel did not stop"
            time.sleep(0.001)
        yield
    finally:
        kernel.resume()


def wait_until_live(page: Page, timeout: float = LIVE_MS) -> None:
    """The lesson in front ran all its cells in this page, and the first part shows."""
    page.wait_for_selector(".course-lesson[data-course-state=live]:not(.lm-mod-hidden)", timeout=timeout)
    page.wait_for_selector(".course-lesson:not(.lm-mod-hidden) .course-blocks", timeout=timeout)
