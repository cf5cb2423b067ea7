"""Starts the course: ``python3 start.py``.

Makes a private folder for the course's programs (``.venv``), puts the exact versions named in requirements.txt
there, and hands over to ``python -m course_helpers`` inside it. A second start installs nothing and needs no network.

This file needs the standard library only. It must stay readable for old Pythons (3.6 and newer), so that they
can print a sentence instead of a syntax error: no ``match``, no ``:=``, no ``X | Y``, no ``list[str]``.
"""

import errno
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Set, TextIO, Tuple

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
ON_WINDOWS = os.name == "nt"
NEEDED_BYTES = 1_000_000_000
"""Free space asked for before an installation: the packages take about half of it, the download the rest."""

WHEELS = "wheels"
"""The folder of a bundle: every package as a file, so that nothing has to be fetched."""

FITS = "fits.json"
"""In that folder: the kind of computer for which the packages are."""

EXTRAS = {
    "slides": "src/course_helpers/workshop/slides/requirements.txt",
    "tests": "tests/requirements.txt",
}
"""What only some commands need, and the file that lists it."""

EXTRAS_OF = {"test": ("slides", "tests"), "bench": ("tests",), "slides": ("slides",)}
"""Which of them a command needs."""

SHARED_FOLDER = "src/course_helpers/lab_extension"
SHARED_FILES = (
    "pyproject.toml",
    "hatch_build.py",
    "src/course_helpers/design_tokens.py",
    "src/course_helpers/content/lessons.toml",
    "src/course_helpers/content/locales.toml",
    "src/course_helpers/content/strings.toml",
    "src/course_helpers/content/tiers.toml",
)
"""What JupyterLab's part of the course is made from. It is copied at installation, so a change means a new one."""

HELP = """\
python3 start.py                 opens the course in your web browser
python3 start.py --no-browser    starts it, and prints the address to open
python3 start.py --port 9000     uses another port of this computer
python3 start.py --facilitator   shows the notes for those who lead a group

The first start installs what the course needs into the folder .venv. It needs the internet,
about 1 GB of free space and a few minutes. Every later start needs neither.
To end the course, close the terminal or press Ctrl+C in it.
To remove everything that was installed, delete the folders .venv and .course.

For authors: python3 start.py WORD runs one of the course's other commands, for example
python3 start.py test            all checks and tests
python3 start.py help            lists every command
"""


class Trouble(Exception):
    """Something a person can act on. The text says what happened and what to do."""


class InstallerFailed(Exception):
    """The installer stopped by itself. The text is what it printed last."""


def main(arguments: List[str]) -> int:
    """Install what is missing, then become the course. The result is the exit code."""
    try:
        if arguments[:1] in (["--help"], ["-h"]):
            print(HELP, end="")
            return 0
        check_python(sys.version_info[:2])
        course = Course(ROOT)
        words = command_words(arguments)
        course.prepare(EXTRAS_OF.get(words[0], ()))
        return course.hand_over(words)
    except KeyboardInterrupt:
        print()
        return 130
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(sentence_for(error), file=sys.stderr)
    except Exception as error:  # a learner never meets a traceback
        print(
            "The course could not start: {} ({}). Delete the folder .venv and start again.".format(
                error, type(error).__name__
            ),
            file=sys.stderr,
        )
    return 1


def command_words(arguments: List[str]) -> List[str]:
    """The command and its arguments; options alone mean ``lab``."""
    if arguments and not arguments[0].startswith("-"):
        return arguments
    return ["lab", *arguments]


def check_python(version: Tuple[int, ...]) -> None:
    """Refuse a Python that is too old, and name a newer one if this computer has it."""
    if version >= OLDEST_PYTHON:
        return
    have = ".".join(map(str, version))
    need = ".".join(map(str, OLDEST_PYTHON))
    text = "The course needs Python {} or newer. This is Python {}. ".format(need, have)
    for minor in range(OLDEST_PYTHON[1] + 5, OLDEST_PYTHON[1] - 1, -1):
        name = "python3.{}".format(minor)
        if shutil.which(name):
            raise Trouble(text + "This computer has a newer one. Type: {} start.py".format(name))
    raise Trouble(text + "Install a newer Python from python.org, then start again.")


def sentence_for(error: OSError) -> str:
    """What went wrong with a file or folder, and what to do."""
    place = error.filename or ROOT
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "The disk is full. Free about 1 GB, then start again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            "The course may not write to {}. Copy the course folder to a place of your own, "
            "such as your documents folder, and start it there.".format(place)
        )
    return "The course could not start: {} ({}). Check that place, then start again.".format(error.strerror, place)


class Course:
    """The course's folder, its private Python, and what is installed there."""

    def __init__(self, root: Path) -> None:
        """Only names places; nothing is read or made yet."""
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
        self.stamp = self.venv / "course-stamp.json"
        self.state = root / ".course"
        self.unfinished = self.state / "install-unfinished"
        self.log = self.state / "install.log"

    # What is needed

    def prepare(self, extras: Tuple[str, ...] = ()) -> None:
        """Bring the private Python to where it should be; nothing is run if it is there already."""
        if not self.steps_needed(extras):
            return
        self.state.mkdir(exist_ok=True)
        with InstallLock(self.state / "install.lock"):
            # Another start may have done the work while this one waited.
            steps = self.steps_needed(extras)
            if "python" in steps:
                self.make_python()
            for step in ("packages", "course", *EXTRAS):
                if step in steps:
                    self.install(step)

    def steps_needed(self, extras: Tuple[str, ...] = ()) -> Set[str]:
        """Which of python, packages, course and these extras have to be done."""
        if self.unfinished.exists() or not self.python_works():
            return {"python", "packages", *extras}
        if self.venv.is_symlink():
            return set()  # a link leads to an environment that belongs to another folder, which keeps it up to date
        wanted, done = self.fingerprints(), self.read_stamp()
        if done.get("packages") != wanted["packages"]:
            return {"packages", *extras}
        return {step for step in ("course", *extras) if done.get(step) != wanted[step]}

    def python_works(self) -> bool:
        """False if the private Python is missing, broken by an upgrade, or too old."""
        question = "import sys; print(sys.version_info >= {!r} and sys.prefix != sys.base_prefix)".format(OLDEST_PYTHON)
        try:
            answer = subprocess.run(
                [str(self.python), "-I", "-c", question],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=60,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return answer.stdout.strip() == b"True"

    def fingerprints(self) -> Dict[str, str]:
        """A hash for each part of an installation. It changes when that part has to be installed anew."""
        shared = list(SHARED_FILES)
        for path in (self.root / SHARED_FOLDER).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                shared.append(path.relative_to(self.root).as_posix())
        # The place counts too: a folder that was moved has to be installed in place again.
        return {
            "packages": self.fingerprint(["requirements.txt"]),
            **{extra: self.fingerprint([names]) for extra, names in EXTRAS.items()},
            "course": self.fingerprint(sorted(shared)) + " " + str(self.root),
        }

    def fingerprint(self, names: List[str]) -> str:
        """One hash for the names and contents of files."""
        digest = hashlib.sha256()
        for name in names:
            path = self.root / name
            content = path.read_bytes() if path.exists() else b""
            digest.update("{}\n{}\n".format(name, len(content)).encode() + content)
        return digest.hexdigest()

    def read_stamp(self) -> Dict[str, str]:
        """What was installed last; empty if there is no readable stamp."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def write_stamp(self, stamp: Dict[str, str]) -> None:
        """Note what is installed now."""
        partial = self.stamp.with_suffix(".partial")
        partial.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
        partial.replace(self.stamp)

    # Doing it

    def make_python(self) -> None:
        """Make the private Python anew."""
        check_space(self.root)
        if self.venv.is_symlink() or self.venv.exists():
            cut_off = self.unfinished.exists()
            broken = "The folder .venv does not work any more, so it is made anew."
            ours = cut_off or self.stamp.exists() or self.venv.is_symlink()
            print("The last installation did not end, so it is begun again." if cut_off else broken)
            if ours:
                remove(self.venv)
            else:
                set_aside(self.venv)
        self.mark_unfinished()
        uv = shutil.which("uv")
        if uv:
            command = [uv, "venv", "--quiet", "--python", base_python(), str(self.venv)]
        else:
            check_venv_module()
            command = [base_python(), "-m", "venv", str(self.venv)]
        self.run(command, "Making the folder .venv.")

    def mark_unfinished(self) -> None:
        """From here on, an installation that is cut off leaves a mark, and the next start begins it again."""
        self.unfinished.write_text("An installation was begun and has not ended.\n", encoding="utf-8")

    def install(self, step: str) -> None:
        """Install one part, and note that it is done."""
        wanted, stamp = self.fingerprints(), self.read_stamp()
        stamp.pop(step, None)
        if step == "packages":
            check_space(self.root)
            stamp = {}
            self.mark_unfinished()
        self.write_stamp(stamp)
        command, saying = self.installer(step)
        self.run(command, saying, self.package_count() if step == "packages" else 0)
        stamp[step] = wanted[step]
        if step == "packages":
            stamp["course"] = wanted["course"]
        self.write_stamp(stamp)
        self.unfinished.unlink(missing_ok=True)

    def installer(self, step: str) -> Tuple[List[str], str]:
        """The command that installs one part, and what to tell meanwhile."""
        uv = shutil.which("uv")
        if uv:
            command = [uv, "pip", "install", "--python", str(self.python)]
        else:
            self.check_pip()
            command = [str(self.python), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
        if step == "packages":
            command += ["--reinstall-package", "course-helpers"] if uv else []
            command += self.offline_options()
            return [*command, "-r", "requirements.txt"], "Installing what the course needs. This takes a few minutes."
        if step in EXTRAS:
            command += self.offline_options() if step == "slides" else []
            command += ["--no-deps"] if step == "slides" else []
            return [*command, "-r", str(Path(EXTRAS[step]))], "Installing what the {} need.".format(step)
        # No network here: what builds the course is pinned in requirements.txt, so it is installed already.
        command += ["--no-deps", "--no-build-isolation"]
        command += ["--offline", "--reinstall-package", "course-helpers"] if uv else ["--no-index"]
        return [*command, "-e", "."], "Taking over the changes of the course. This takes a few seconds."

    def offline_options(self) -> List[str]:
        """In a bundle, everything comes from its folder and nothing from the internet."""
        wheels = self.root / WHEELS
        if not wheels.is_dir():
            return []
        check_wheels(wheels)
        return ["--no-index", "--find-links", str(wheels)]

    def package_count(self) -> int:
        """About how many packages the course needs; some are for other systems."""
        return (self.root / "requirements.txt").read_text(encoding="utf-8").count("==")

    def check_pip(self) -> None:
        """A private Python made by uv has no pip. Give it one when uv is gone."""
        for module in (["pip", "--version"], ["ensurepip", "--default-pip"]):
            command = [str(self.python), "-m", *module]
            answer = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if answer.returncode == 0:
                return
        raise Trouble("The installer pip is missing. Delete the folder .venv, then start again.")

    def run(self, command: List[str], saying: str, total: int = 0) -> None:
        """Run an installer. Its own words go to a log, a line of progress to the screen."""
        print(saying, flush=True)
        with self.log.open("w", encoding="utf-8") as log:
            log.write(" ".join(command) + "\n")
            tail = follow(command, self.root, log, Progress(total))
        if tail is None:
            return
        # The installer ended by itself and put back what it had begun, so the next start can go on from here.
        if self.python_works() and not disk_is_full(tail):
            self.unfinished.unlink(missing_ok=True)
        raise Trouble(sentence_for_installer(tail, self.log))

    # Handing over

    def hand_over(self, words: List[str]) -> int:
        """Become the course. On Windows, wait for it instead."""
        command = [str(self.python), "-m", "course_helpers", *words]
        environment = clean_environment()
        os.chdir(str(self.root))
        sys.stdout.flush()
        if not ON_WINDOWS:
            os.execve(command[0], command, environment)  # noqa: S606 - a list of words, no shell
        process = subprocess.Popen(command, env=environment)
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the course hears Ctrl+C too, and ends by itself


def base_python() -> str:
    """The Python of this computer, also when the private one runs this file."""
    return getattr(sys, "_base_executable", None) or sys.executable


def clean_environment() -> Dict[str, str]:
    """The environment without what would lead Python or its installer elsewhere."""
    lead_python = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV"}
    lead_pip = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_HASHES"}
    lead_uv = {"UV_TARGET", "UV_PREFIX", "UV_SYSTEM_PYTHON", "UV_REQUIRE_HASHES"}
    strangers = lead_python | lead_pip | lead_uv
    environment = {name: value for name, value in os.environ.items() if name not in strangers}
    environment["PYTHONNOUSERSITE"] = "1"
    environment["PIP_USER"] = "0"
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return environment


def check_space(folder: Path) -> None:
    """Refuse to begin an installation that cannot end."""
    free = shutil.disk_usage(str(folder)).free
    if free < NEEDED_BYTES:
        raise Trouble(
            "There is too little free space: {} MB. The course needs about 1000 MB. "
            "Free some space, then start again.".format(free // 1_000_000)
        )


def this_computer() -> Dict[str, str]:
    """What packages have to fit: the system, the processor and the Python."""
    return {
        "system": platform.system(),
        "machine": platform.machine().lower(),
        "python": ".".join(map(str, sys.version_info[:2])),
    }


def check_wheels(wheels: Path) -> None:
    """Refuse a bundle that was made for another kind of computer, before it fails half-way."""
    try:
        fits = json.loads((wheels / FITS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        fits = {}
    here = this_computer()
    if fits == here:
        return
    theirs, ours = (
        "{} {} with Python {}".format(*(str(one.get(key, "?")) for key in ("system", "machine", "python")))
        for one in (fits if isinstance(fits, dict) else {}, here)
    )
    raise Trouble(
        "The packages in the folder wheels are for {}. This computer is {}. "
        "Make a bundle on a computer like this one. Or delete the folder wheels and start again with "
        "the internet.".format(theirs, ours)
    )


def check_venv_module() -> None:
    """Some systems leave out the part of Python that makes private folders."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    raise Trouble(
        "This Python lacks a part that the course needs (venv). "
        "On Debian or Ubuntu type: sudo apt install python{}.{}-venv - "
        "elsewhere install Python from python.org. Then start again.".format(*sys.version_info[:2])
    )


def remove(folder: Path) -> None:
    """Delete a folder, or a link to one without what it leads to."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    else:
        shutil.rmtree(str(folder))


def set_aside(folder: Path) -> None:
    """Give way to what somebody else made: it keeps everything, under another name."""
    for number in range(1, 1000):
        other = folder.with_name("{}-before-{}".format(folder.name, number))
        if not other.exists():
            folder.rename(other)
            print("It was not made by the course, so it is kept: {}".format(other))
            return


class Progress:
    """One line that tells how far the installer is."""

    def __init__(self, total: int, screen: Optional[TextIO] = None) -> None:
        """``total`` is about how many packages there are; 0 for a step too short to tell about."""
        self.total = total
        self.seen = set()  # type: Set[str]
        self.screen = screen or sys.stdout
        self.live = self.screen.isatty()

    def take(self, line: str) -> None:
        """Understand a line of pip or uv."""
        found = re.match(r"\s*(?:Collecting|Downloading)\s+([A-Za-z0-9][\w.-]*)", line)
        if found:
            self.count(re.split(r"[-=]\d", found.group(1))[0].lower().replace("_", "-"))
        elif self.total and line.startswith(("Installing collected packages", "Prepared ")):
            self.tell("Unpacking the parts. This can take a minute or two.", last=True)

    def count(self, name: str) -> None:
        """One package more."""
        if not self.total or name in self.seen:
            return
        self.seen.add(name)
        done = min(len(self.seen), self.total)
        if self.live or done % 20 == 0:
            self.tell("Part {} of about {}: {}".format(done, self.total, name))

    def tell(self, text: str, last: bool = False) -> None:
        """Write over the line before, or below it where that cannot be done."""
        if not self.live:
            print("  " + text, file=self.screen, flush=True)
            return
        print("\r  {:<70}".format(text[:70]), end="\n" if last else "", file=self.screen, flush=True)


def follow(command: List[str], folder: Path, log: TextIO, progress: Progress) -> Optional[str]:
    """Run a command line by line. The result is None if all went well, else the end of its output."""
    process = subprocess.Popen(
        command,
        cwd=str(folder),
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    lines = []  # type: List[str]
    try:
        for line in read_lines(process):
            log.write(line)
            lines.append(line)
            progress.take(line)
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        if progress.live and progress.seen:
            print(file=progress.screen)
    return None if code == 0 else "".join(lines[-80:])


def read_lines(process: "subprocess.Popen[bytes]") -> Iterator[str]:
    """What a process prints, as text."""
    if process.stdout:
        for line in process.stdout:
            yield line.decode("utf-8", "replace")


def disk_is_full(text: str) -> bool:
    """True if an installer ended because of that."""
    return bool(re.search(r"no space left|not enough space|errno 28|disk quota", text, re.IGNORECASE))


NO_NETWORK = (
    r"name resolution|name or service not known|failed to establish a new connection|dns error|newconnectionerror"
    r"|network is unreachable|error sending request|connection (?:refused|reset|timed out|broken)|getaddrinfo"
    r"|read timed out|client error \(connect\)|failed to fetch|no route to host|proxyerror|certificate verify failed"
)


def sentence_for_installer(text: str, log: Path) -> str:
    """What an installer's last words mean, and what to do."""
    if disk_is_full(text):
        return "The disk is full. Free about 1 GB, then start again."
    if re.search(NO_NETWORK, text, re.IGNORECASE):
        return (
            "The course could not reach the internet, which it needs for this one step. "
            "Check the connection, then start again. Later starts work without it."
        )
    if re.search(r"permission denied|read-only file system|access is denied", text, re.IGNORECASE):
        return (
            "The course may not write to its own folder. Copy it to a place of your own, "
            "such as your documents folder, and start it there."
        )
    return (
        "The installation did not succeed. Start again; if that does not help, "
        "show the file {} to someone who knows Python.".format(log)
    )


class InstallLock:
    """Keeps two starts from installing into one folder at the same time. It ends with its process.

    SQLite locks a file in the same way on every system, so it is used here as a lock and nothing else.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is a small file that stays."""
        self.path = path
        self.connection = None  # type: Optional[sqlite3.Connection]

    def __enter__(self) -> "InstallLock":
        """Wait for the other start, and say so."""
        told = False
        while not self.taken():
            if not told:
                print("Another start of the course is installing. Waiting for it to end.", flush=True)
                told = True
            time.sleep(0.5)
        return self

    def taken(self) -> bool:
        """True if the lock is ours now, False if another process has it."""
        try:
            if not self.connection:
                self.connection = sqlite3.connect(str(self.path), timeout=0, isolation_level=None)
            self.connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return False
            raise OSError(errno.EACCES, str(error), str(self.path)) from error
        return True

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        if self.connection:
            self.connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
