"""What the pre-flight looks at. Each check gives one finding, and none of them ends in a traceback.

Nothing of the course is imported at the top: a missing package has to be told, not run into.
"""

import datetime
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from course_helpers.doctor.finding import Finding, note, stop, well
from course_helpers.version import VERSION

OLDEST_PYTHON = (3, 11)
FREE_MB = 200
"""What a day of lessons may write at most: settings, layouts, records and a margin."""

DRAWING_FONT = "DejaVuSans.ttf"
EXTENSION = Path("share", "jupyter", "labextensions", "course-helpers", "package.json")
BROWSERS = ("firefox", "chromium", "chromium-browser", "google-chrome", "microsoft-edge")
OPEN_IT_YOURSELF = "Run python3 start.py --no-browser, and open the address it prints."
KERNEL_SECONDS = 60
INSTALL_AGAIN = "Delete the folder .venv, then run: python3 start.py"


@dataclass(frozen=True)
class Machine:
    """Where to look. Tests put other places here."""

    root: Path
    port: int | None = None
    prefix: Path = field(default_factory=lambda: Path(sys.prefix))
    python: tuple[int, ...] = tuple(sys.version_info[:3])
    free_bytes: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
    version_of: Callable[[str], str] = importlib.metadata.version
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)
    sound_cards: Path = Path("/proc/asound/cards")


Check = Callable[[Machine], Finding]


def examine(machine: Machine) -> list[Finding]:
    """All findings, in the order in which a person would repair things."""
    return [_guarded(name, check, machine) for name, check in CHECKS.items()]


def _guarded(name: str, check: Check, machine: Machine) -> Finding:
    try:
        return check(machine)
    except Exception as error:  # a check that fails is a finding too
        return stop(name, f"could not be looked at ({type(error).__name__}: {error}).", INSTALL_AGAIN)


def python(machine: Machine) -> Finding:
    """The Python that runs the lessons."""
    have = ".".join(map(str, machine.python))
    if machine.python[:2] < OLDEST_PYTHON:
        return stop("Python", f"{have} is too old.", "Install Python 3.11 or newer from python.org.")
    return well("Python", f"{have} on {platform.system()}.")


def packages(machine: Machine) -> Finding:
    """Every package that requirements.txt names for this system, in that version."""
    from packaging.requirements import Requirement

    wrong = []
    lines = (machine.root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if "==" in line and not line.startswith("#")]
    fitting = [one for one in wanted if one.marker is None or one.marker.evaluate()]
    for requirement in fitting:
        try:
            version = machine.version_of(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
        else:
            if not requirement.specifier.contains(version, prereleases=True):
                wrong.append(f"{requirement.name} is {version}")
    if wrong:
        return stop("Packages", f"{'; '.join(wrong[:5])} ({len(wrong)} of {len(fitting)}).", INSTALL_AGAIN)
    return well("Packages", f"all {len(fitting)} are there.")


def disk(machine: Machine) -> Finding:
    """Free space beside the course."""
    free = machine.free_bytes(machine.root) // 1_000_000
    if free < FREE_MB:
        return stop("Disk", f"{free} MB are free.", f"Free {FREE_MB} MB or more.")
    return well("Disk", f"{free} MB are free.")


def write_access(machine: Machine) -> Finding:
    """The folders in which the course and the learner's record are kept."""
    from course_helpers.commands.environment import state_folder
    from course_helpers.record.path import record_file

    kept, state = record_file(), state_folder(machine.root)
    for folder in (state, kept.parent):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder):
                pass
        except OSError as error:
            remedy = "Copy the course to a folder of your own, or set COURSE_RECORD_FOLDER to one."
            return stop("Writing", f"{folder} cannot be written ({error.strerror}).", remedy)
    return well("Writing", f"settings go to {state}, a learner's record to {kept.parent}.")


def port(machine: Machine) -> Finding:
    """A port of this computer on which the course can speak to the browser."""
    from course_helpers.server.address import check_port, own_host
    from course_helpers.trouble import Trouble

    host = own_host()
    try:
        number = check_port(host, machine.port)
    except Trouble as trouble:
        return stop("Port", f"{machine.port or 'none'} cannot be used.", str(trouble))
    return well("Port", f"{number} of {host} can be used.")


def browser(machine: Machine) -> Finding:
    """A web browser with pictures that Python can open."""
    from course_helpers.server.browser import lesson_browser, name_of

    if found := lesson_browser():
        return well("Browser", f"{name_of(found)}.")
    named = next(filter(None, map(shutil.which, BROWSERS)), None)
    if named:
        return note("Browser", f"{named} is there, but this session has no screen to open it on.", OPEN_IT_YOURSELF)
    return note("Browser", "none was found.", f"Install Firefox, Chrome or Edge. Or: {OPEN_IT_YOURSELF}")


def fonts(machine: Machine) -> Finding:
    """The fonts of drawings and handouts, which come with matplotlib."""
    import matplotlib as mpl

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    if not (folder / DRAWING_FONT).is_file():
        return note("Fonts", f"{DRAWING_FONT} is missing in {folder}, so handouts cannot be made.", INSTALL_AGAIN)
    return well("Fonts", "those of drawings and handouts are there.")


def sound(machine: Machine) -> Finding:
    """Whether tones can be heard. They are never needed: captions and pictures say the same."""
    hear = "Try the tones in lesson 06."
    if platform.system() != "Linux":
        return note("Sound", "cannot be looked at from here.", hear)
    cards = machine.sound_cards.read_text(encoding="utf-8") if machine.sound_cards.is_file() else ""
    if cards.strip() and "no soundcards" not in cards:
        return well("Sound", f"a sound device is there. {hear}")
    return note("Sound", "no sound device was found.", "Lessons run without: captions say all that tones say.")


def clock(machine: Machine) -> Finding:
    """The date: it stands in records, and says whether the clinical content is due for review."""
    from course_helpers.knowledge import load

    review, today = load().review, machine.now().date()
    if today < review.checked_on:
        found = f"{today} is before the day on which this course was checked ({review.checked_on})."
        return note("Clock", found, "Set date and time of this computer.")
    if today > review.review_by:
        found = f"{today}. The clinical content should have been checked again by {review.review_by}."
        return note("Clock", found, "Look for a newer version of the course before you teach with it.")
    return well("Clock", f"{today}. The content was last checked on {review.checked_on}.")


def version(machine: Machine) -> Finding:
    """The course itself: installed from this folder, and with JupyterLab's part of it."""
    if not (machine.prefix / EXTENSION).is_file():
        return stop("Course", "JupyterLab's part of it is not installed.", INSTALL_AGAIN)
    return well("Course", f"version {VERSION}.")


def page(machine: Machine) -> Finding:
    """What a browser would get: a running server is asked whether its page is the course."""
    from course_helpers.server.running import running_server
    from course_helpers.server.served import what_is_missing

    running = running_server(machine.root)
    missing = what_is_missing(running) if running else _of_a_trial(machine.root)
    if missing:
        return stop("Page", f"JupyterLab does not show the course's own part ({missing}).", INSTALL_AGAIN)
    return well("Page", "JupyterLab shows the course's own part.")


def _of_a_trial(root: Path) -> str | None:
    """What the page of a course would lack that is started for this question alone."""
    command = [sys.executable, "-m", "course_helpers.server.trial"]
    try:
        answer = subprocess.run(
            command, cwd=root, capture_output=True, text=True, timeout=2 * KERNEL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it did not begin within {2 * KERNEL_SECONDS} seconds"
    if answer.returncode:
        return (answer.stderr.strip().splitlines() or ["no reason was given"])[-1]
    return answer.stdout.strip() or None


def content(machine: Machine) -> Finding:
    """Facts and lessons: whole, and as they were released."""
    from course_helpers.commands.check import check
    from course_helpers.knowledge import CONTENT

    problems, _ = check(CONTENT, machine.root / "notebooks")
    missing = [name for name in _notebooks() if not (machine.root / "notebooks" / name).is_file()]
    if problems or missing:
        first = f"{missing[0]} is missing" if missing else str(problems[0])
        remedy = "Copy the course folder again. If you changed it: python3 start.py check"
        return stop("Lessons", f"{first} ({len(problems) + len(missing)} problems).", remedy)
    return well("Lessons", f"all {len(_notebooks())} are whole.")


def _notebooks() -> list[str]:
    from course_helpers.knowledge import load

    return [lesson.notebook for lesson in load().lessons.values() if lesson.ready]


def kernel(machine: Machine) -> Finding:
    """The part that brings a lesson to life: one is started and shows the stop rule."""
    code = "import course_helpers as course; print(course.stop_rule()._repr_markdown_())"
    program = (
        "from jupyter_client.manager import run_kernel\n"
        f"with run_kernel() as client:\n    reply = client.execute_interactive({code!r}, timeout={KERNEL_SECONDS})\n"
        "raise SystemExit(reply['content']['status'] != 'ok')\n"
    )
    try:
        answer = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            timeout=2 * KERNEL_SECONDS,
            check=False,
            env=os.environ | {"COURSE_LOCALE": "neutral"},
        )
    except subprocess.TimeoutExpired:
        return stop("Kernel", f"it did not answer within {2 * KERNEL_SECONDS} seconds.", INSTALL_AGAIN)
    if answer.returncode or "hands away" not in answer.stdout:
        last = (answer.stderr.strip().splitlines() or ["no reason was given"])[-1]
        return stop("Kernel", f"it could not run a lesson ({last}).", INSTALL_AGAIN)
    return well("Kernel", "it starts, and shows the stop rule.")


CHECKS: dict[str, Check] = {
    "Python": python,
    "Packages": packages,
    "Disk": disk,
    "Writing": write_access,
    "Port": port,
    "Browser": browser,
    "Fonts": fonts,
    "Sound": sound,
    "Clock": clock,
    "Course": version,
    "Page": page,
    "Lessons": content,
    "Kernel": kernel,
}
