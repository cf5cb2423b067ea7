"""Starts the course: ``python3 start.py``.

Makes a private folder for the course's programs (``.venv``), puts the exact versions named in requirements.txt
there, and hands over to ``python -m course_helpers`` inside it. A second start installs nothing and needs no network.

This file needs the standard library only. It must stay readable for old Pythons (3.6 and newer), so that they
can print a sentence instead of a syntax error: no ``match``, no ``:=``, no ``X | Y``, no ``list[str]``.
"""

import ast
import difflib
import errno
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO, Dict, Iterator, List, Optional, Set, TextIO, Tuple

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

FOR_SLIDES = "course-slides"
"""The folder of the private Python for what slides need."""

SHARED_FOLDER = "src/course_helpers/lab_extension"
SHARED_FILES = (
    "pyproject.toml",
    "hatch_build.py",
    "src/course_helpers/design_tokens.py",
    "src/course_helpers/document/apostrophes.py",
    "src/course_helpers/content/care_cards.toml",
    "src/course_helpers/content/doors.toml",
    "src/course_helpers/content/figures.toml",
    "src/course_helpers/content/glossary.toml",
    "src/course_helpers/content/lessons.toml",
    "src/course_helpers/content/locales.toml",
    "src/course_helpers/content/review.toml",
    "src/course_helpers/content/strings.toml",
    "src/course_helpers/content/tiers.toml",
    "src/course_helpers/content/warning_signs.toml",
    "src/course_helpers/panel/browser_storage.js",
    "src/course_helpers/panel/bundle.py",
    "src/course_helpers/panel/fill_in.js",
    "src/course_helpers/panel/keys.js",
    "src/course_helpers/panel/news.js",
    "src/course_helpers/panel/page_events.js",
    "src/course_helpers/version.py",
)
"""What JupyterLab's part of the course is made from. It is copied at installation, so a change means a new one."""

SEARCHED = "notebooks"
"""The lessons: the search over all of them looks in an index that is made at installation too."""

NEEDED = ("requirements.txt", "pyproject.toml", "hatch_build.py", "src/course_helpers/__main__.py", "notebooks")
"""What lies beside this file in a course that is whole."""

WORDS_FILE = "src/course_helpers/__main__.py"
"""Where the course keeps its words, as ``COMMANDS``."""

OWN_OPTIONS = ("--no-browser", "--port", "--facilitator", "--help")

REACHES_OTHERS = (22, 3)
"""The version of pip that first could install into another Python."""

ANOTHER_WAY = "That did not work. Trying another way, which takes longer."

STRANGE_LETTERS = "[]*?" + os.pathsep
"""JupyterLab cannot find its own files in a folder with one of these, and Python makes no private folder there."""

LONGEST_PLACE = 120
"""Letters before which a folder of Windows may begin: the packages need the rest of the 260 that it allows."""

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


def main(arguments: List[str]) -> int:
    """Install what is missing, then become the course. The result is the exit code."""
    try:
        speak_everywhere()
        if arguments[:1] in (["--help"], ["-h"]):
            print(HELP, end="")
            return 0
        check_python(sys.version_info[:2])
        check_whole(ROOT)
        words = command_words(arguments)
        what = check_words(words, known_words(ROOT))
        if words[0] == "help":
            print(what)
            return 0
        check_place(str(ROOT))
        course = Course(ROOT)
        asks = bool({"--help", "-h"} & set(words[1:]))
        if asks and not course.is_installed():
            print("{}\nMore about it can be told once the course is installed: python3 start.py".format(what))
            return 0
        course.prepare(extras_for(words[0], asks))
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


def speak_everywhere() -> None:
    """Let no letter that an old console or a file does not know end the course."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def check_whole(root: Path) -> None:
    """Refuse a folder in which the course is not whole, before anything is made there."""
    missing = [name for name in NEEDED if not (root / name).exists()]
    if len(missing) == len(NEEDED):
        raise Trouble(
            "start.py is alone in {}. If you opened it inside a ZIP file: unpack the whole ZIP file first, "
            "then start it in the unpacked folder.".format(root)
        )
    if missing:
        raise Trouble(
            "The course folder is not whole: {} is missing in {}. Unpack or copy the whole course again, "
            "then start it there.".format(missing[0], root)
        )


def check_place(place: str) -> None:
    """Refuse a folder in which the course could be installed but would not run, and say which name is in the way."""
    strange = sorted(letter for letter in set(place[2:] if ON_WINDOWS else place) if letter in STRANGE_LETTERS)
    if strange or not place.isprintable():
        raise Trouble(
            "The course cannot run in {!r}, because the name of a folder there has {} in it. "
            "Rename that folder or move the course, then start again.".format(
                place, " and ".join(strange) or "a letter that cannot be written"
            )
        )
    if ON_WINDOWS and len(place) > LONGEST_PLACE and not long_names_allowed():
        raise Trouble(
            "The way to the course folder is too long for Windows: {} letters, and {} are the most. "
            "Move it to a shorter place, such as C:\\course, then start again.".format(len(place), LONGEST_PLACE)
        )


def long_names_allowed() -> bool:
    """True where this Windows was told to allow them."""
    try:
        winreg = importlib.import_module("winreg")
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except (ImportError, OSError):
        return False


def known_words(root: Path) -> Dict[str, str]:
    """Each word of the course with what it does, read and not run: nothing needs to be installed for that."""
    tree = ast.parse((root / WORDS_FILE).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "COMMANDS":
            return dict(ast.literal_eval(node.value))
    return {}


def check_words(words: List[str], known: Dict[str, str]) -> str:
    """What a word does. One that is not known is refused with the one that was probably meant."""
    everything = "\n".join("  {:<11} {}".format(word, what) for word, what in known.items())
    if words[0] == "help":
        return HELP + "\nAll commands:\n" + everything
    if words[0] not in known:
        near = difflib.get_close_matches(words[0].lower().lstrip("-"), [*known, "help"], 1)
        meant = (
            "Did you mean: python3 start.py {}".format(near[0]) if near else "These are the commands:\n" + everything
        )
        raise Trouble("There is no command “{}”. {}".format(words[0], meant))
    for option in words[1:] if words[0] == "lab" else []:
        name = option.partition("=")[0]
        near = difflib.get_close_matches(name, OWN_OPTIONS, 1, 0.75)
        if name.startswith("-") and name != "-h" and near and name not in OWN_OPTIONS:
            raise Trouble("“{}” is not known. Did you mean: python3 start.py {}".format(name, near[0]))
    return "python3 start.py {:<11} {}".format(words[0], known[words[0]])


def extras_for(word: str, asks: bool) -> Tuple[str, ...]:
    """What a command needs on top of the course. To tell about slides, nothing more is needed."""
    return () if asks and word == "slides" else EXTRAS_OF.get(word, ())


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
    kind = kind_of_number(error.errno, getattr(error, "winerror", None))
    if kind == "refused":
        return (
            "The course may not write to {}. Copy the course folder to a place of your own, "
            "such as your documents folder, and start it there.".format(place)
        )
    if kind in SENTENCES:
        return SENTENCES[kind]
    return "The course could not start: {} ({}). Check that place, then start again.".format(error.strerror, place)


class Course:
    """The course's folder, its private Python, and what is installed there."""

    def __init__(self, root: Path) -> None:
        """Only names places; nothing is read or made yet."""
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
        self.own_uv = self.venv / ("Scripts/uv.exe" if ON_WINDOWS else "bin/uv")
        self.stamp = self.venv / "course-stamp.json"
        self.state = root / ".course"
        self.unfinished = self.state / "install-unfinished"
        self.log = self.state / "install.log"
        self.only_pip = False

    # What is needed

    def is_installed(self) -> bool:
        """True if the course was installed here, whatever has changed since."""
        return "packages" in self.read_stamp() and not self.unfinished.exists() and self.python_works()

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
        except OSError:
            return False
        except subprocess.TimeoutExpired:
            return True  # a computer that is very busy; what works must not be deleted for that
        return answer.stdout.strip() == b"True"

    def fingerprints(self) -> Dict[str, str]:
        """A hash for each part of an installation. It changes when that part has to be installed anew."""
        shared = list(SHARED_FILES)
        shared += ["{}/{}".format(SEARCHED, path.name) for path in (self.root / SEARCHED).glob("*.ipynb")]
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
        uv = find_uv()
        if uv:
            command = [uv, "venv", "--quiet", "--python", base_python(), str(self.venv)]
        else:
            check_venv_module()
            # To put pip there takes longer than all the rest; the pip of this computer's Python can do its part.
            lean = ["--without-pip"] if pip_version(base_python()) >= REACHES_OTHERS else []
            command = [base_python(), "-m", "venv", *lean, str(self.venv)]
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
        if step == "packages" and not find_uv():
            self.make_installer_ready()
        self.carry_out(step)
        stamp[step] = wanted[step]
        if step == "packages":
            stamp["course"] = wanted["course"]
        self.write_stamp(stamp)
        self.unfinished.unlink(missing_ok=True)

    def make_installer_ready(self) -> None:
        """Bring the uv that the course pins. Where it cannot be had, bring the pip that it pins."""
        saying = "Making the installer ready."
        pip = self.pip()
        if self.wheels().is_dir() or not asks_a_mirror(pip):
            # For a kind of computer that nobody made it for, it would have to be built, which takes very long.
            command = [*pip_install(pip), "--only-binary", "uv", *self.offline_options(), self.pin("uv")]
            tail = self.attempt(command, saying)
            if tail is None and self.uv():
                return
            if tail is not None and kind_of_failure(tail) in (*OF_THE_DISK, *OF_THE_WAY):
                self.check_end(tail)
            saying = ANOTHER_WAY
        self.turn_to_pip(saying)

    def turn_to_pip(self, saying: str) -> None:
        """From here on pip installs: the pinned one, for those inside older Pythons take twice as long."""
        self.only_pip = True
        self.check_pip()
        self.run([*pip_install(self.pip()), *self.offline_options(), self.pin("pip")], saying)

    def carry_out(self, step: str) -> None:
        """Install one part. What the course's own uv cannot do, pip may: it knows this computer's certificates."""
        total = self.package_count() if step == "packages" else 0
        command, saying = self.installer(step)
        tail = self.attempt(command, saying, total)
        if tail is not None and command[0] == str(self.own_uv) and kind_of_failure(tail) not in OF_THE_DISK:
            self.turn_to_pip(ANOTHER_WAY)
            tail = self.attempt(*self.installer(step), total)
        self.check_end(tail)
        # A virus scanner may still hold a file there; it does no harm, and the next installation clears it away.
        shutil.rmtree(str(self.uv_cache()), ignore_errors=True)

    def installer(self, step: str) -> Tuple[List[str], str]:
        """The command that installs one part, and what to tell meanwhile."""
        uv = self.uv()
        command = [*uv, "pip", "install", "--python", str(self.python)]
        if not uv:
            self.check_pip()
            command = pip_install(self.pip())
        if step == "packages":
            command += ["--reinstall-package", "course-helpers"] if uv else []
            command += self.offline_options()
            return [*command, "-r", "requirements.txt"], "Installing what the course needs. This takes a few minutes."
        if step in EXTRAS:
            command += self.offline_options() if step == "slides" else []
            # Only files are taken from that package. Among the others it would miss what it needs in turn.
            command += ["--no-deps", "--upgrade", "--target", str(self.venv / FOR_SLIDES)] if step == "slides" else []
            return [*command, "-r", str(Path(EXTRAS[step]))], "Installing what the {} need.".format(step)
        # No network here: what builds the course is pinned in requirements.txt, so it is installed already.
        command += ["--no-deps", "--no-build-isolation"]
        command += ["--offline", "--reinstall-package", "course-helpers"] if uv else ["--no-index"]
        return [*command, "-e", "."], "Taking over the changes of the course. This takes a few seconds."

    def uv(self) -> List[str]:
        """How uv is called: this computer's, or the course's own, which keeps nothing outside; empty without one."""
        uv = find_uv()
        if uv:
            return [uv]
        if self.only_pip or not runs(str(self.own_uv)):
            return []
        return [str(self.own_uv), "--cache-dir", str(self.uv_cache())]

    def uv_cache(self) -> Path:
        """Where the course's own uv unpacks: on the disk of the packages, so that nothing is copied."""
        return self.venv / "uv-cache"

    def pip(self) -> List[str]:
        """How pip is called: the private Python's, or from outside, where that has none."""
        if pip_version(str(self.python)):
            return [str(self.python), "-m", "pip"]
        if pip_version(base_python()) >= REACHES_OTHERS:
            return [base_python(), "-m", "pip", "--python", str(self.python)]
        self.check_pip()
        return [str(self.python), "-m", "pip"]

    def pin(self, name: str) -> str:
        """A package with the version that the course pins."""
        pins = (self.root / "requirements.txt").read_text(encoding="utf-8").split()
        return next((pin for pin in pins if pin.startswith(name + "==")), name)

    def wheels(self) -> Path:
        """Where a bundle keeps its packages."""
        return self.root / WHEELS

    def offline_options(self) -> List[str]:
        """In a bundle, everything comes from its folder and nothing from the internet."""
        if not self.wheels().is_dir():
            return []
        check_wheels(self.wheels())
        return ["--no-index", "--find-links", str(self.wheels())]

    def package_count(self) -> int:
        """About how many packages the course needs; some are for other systems."""
        return (self.root / "requirements.txt").read_text(encoding="utf-8").count("==")

    def check_pip(self) -> None:
        """A private Python without pip gets it from Python's own copy."""
        if pip_version(str(self.python)):
            return
        command = [str(self.python), "-m", "ensurepip", "--default-pip"]
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
            raise Trouble("The installer pip is missing. Delete the folder .venv, then start again.")

    def run(self, command: List[str], saying: str) -> None:
        """Run an installer that has to succeed."""
        self.check_end(self.attempt(command, saying))

    def attempt(self, command: List[str], saying: str, total: int = 0) -> Optional[str]:
        """Run an installer: its own words go to a log, a line of progress to the screen. What it said if it failed."""
        print(saying, flush=True)
        with self.log.open("w", encoding="utf-8") as log:
            log.write(" ".join(command) + "\n")
            return follow(command, self.root, log, Progress(total))

    def check_end(self, tail: Optional[str]) -> None:
        """Say what an installer's last words mean, if it failed."""
        if tail is None:
            return
        # The installer ended by itself and put back what it had begun, so the next start can go on from here.
        if self.python_works() and kind_of_failure(tail) != "full":
            self.unfinished.unlink(missing_ok=True)
        raise Trouble(sentence_for_installer(tail, self.log))

    # Handing over

    def hand_over(self, words: List[str]) -> int:
        """Become the course. On Windows, wait for it instead."""
        command = [str(self.python), "-m", "course_helpers", *words]
        environment = clean_environment()
        environment.update(places_as_typed())
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


def find_uv() -> Optional[str]:
    """This computer's own uv, where there is one that runs."""
    uv = shutil.which("uv")
    return uv if uv and runs(uv) else None


def runs(program: str) -> bool:
    """Whether an installer is there and may be run."""
    return ask([program, "--version"]) is not None


def pip_version(python: str) -> Tuple[int, ...]:
    """The version of a Python's pip, such as ``(26, 3)``; empty where it has none."""
    found = re.match(r"pip (\d+)\.(\d+)", ask([python, "-m", "pip", "--version"]) or "")
    return tuple(map(int, found.groups())) if found else ()


def pip_install(pip: List[str]) -> List[str]:
    """How pip is asked. Python compiles what it uses by itself; to compile all takes half of an installation."""
    return [*pip, "install", "--no-input", "--progress-bar", "off", "--no-compile"]


def asks_a_mirror(pip: List[str]) -> bool:
    """Whether pip was told to fetch from another place than the usual one, which uv would not know of."""
    return bool(re.search(r"^\S*\.(?:index-url|no-index)=", ask([*pip, "config", "list"]) or "", re.MULTILINE))


def ask(command: List[str]) -> Optional[str]:
    """What a program answers; nothing where it is not there, fails, or takes a minute."""
    try:
        answer = subprocess.run(
            command,
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode("utf-8", "replace") if answer.returncode == 0 else None


def clean_environment() -> Dict[str, str]:
    """The environment without what would lead Python or its installer elsewhere."""
    lead_python = {"VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    lead_pip = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_HASHES", "PIP_USER"}
    lead_uv = {"UV_TARGET", "UV_PREFIX", "UV_SYSTEM_PYTHON", "UV_REQUIRE_HASHES"}
    strangers = lead_python | lead_pip | lead_uv
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() not in strangers and not name.upper().startswith("PYTHON")
    }
    environment["PYTHONNOUSERSITE"] = "1"
    # On Windows, Python reads the way to the course in an older alphabet otherwise.
    environment["PYTHONUTF8"] = "1"
    environment["PIP_USER"] = "0"
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return environment


def places_as_typed() -> Dict[str, str]:
    """Places that a person named from where they are: the course itself runs in its own folder."""
    places = {"COURSE_STARTED_IN": str(Path.cwd())}
    for name in ("COURSE_RECORD_FOLDER", "COURSE_CACHE_FOLDER"):
        if os.environ.get(name, "").strip():
            places[name] = str(Path(os.environ[name].strip()).expanduser().absolute())
    return places


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
        check_tags(wheels)
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


def check_tags(wheels: Path) -> None:
    """Compare what every package says of itself with what this very Python can take, such as one of 32 bits."""
    found = sorted(wheels.glob("packaging-*.whl"))
    if not found:
        return  # a bundle of other packages; the installer will say what is missing
    sys.path.insert(0, str(found[0]))
    try:
        tags = importlib.import_module("packaging.tags")
        names = importlib.import_module("packaging.utils")
        mine = set(tags.sys_tags())
        strange = [path.name for path in wheels.glob("*.whl") if not names.parse_wheel_filename(path.name)[3] & mine]
    finally:
        sys.path.remove(str(found[0]))
    if strange:
        raise Trouble(
            "The packages in the folder wheels are for another kind of Python or system: {} does not fit, "
            "and {} more. Make a bundle on a computer like this one. Or delete the folder wheels and start again "
            "with the internet.".format(min(strange), len(strange) - 1)
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


OF_THE_DISK = ("full", "long", "links", "cloud", "busy", "refused")
"""Failures that every installer meets alike."""

OF_THE_WAY = ("network", "proxy", "certificate")
"""Failures on the way to the internet, which pip meets alike whatever it fetches."""

POSIX_KINDS = {
    "full": ("ENOSPC", "EDQUOT"),
    "long": ("ENAMETOOLONG",),
    "links": ("EOPNOTSUPP", "ENOTSUP", "ENOSYS"),
    "busy": ("EBUSY", "ETXTBSY"),
    "refused": ("EACCES", "EPERM", "EROFS"),
    "network": ("ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "ETIMEDOUT"),
}
"""What the numbers of other systems mean, by the names of ``errno``."""

WINDOWS_KINDS = {
    "full": {39, 112, 1295},
    "long": {111, 206},
    "cloud": {*range(358, 399), 404, 426, 434},
    "links": {1, 50, 1314},
    "busy": {32, 33},
    "refused": {5, 19},
    "network": {10050, 10051, 10052, 10053, 10054, 10060, 10061, 10064, 10065, 11001, 11002, 11003, 11004},
}
"""What the numbers of Windows mean. Its words depend on its language, so only the numbers are read."""

TOLD = {
    "proxy": r"Tunnel connection failed: 407|\b407 Proxy|status code:? 407",
    "certificate": r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|invalid peer certificate",
    "network": r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|getaddrinfo|gaierror"
    r"|Connection(?:Reset|Refused|Aborted)Error|ProtocolError|IncompleteRead|RemoteDisconnected|dns error"
    r"|error sending request|client error \(Connect\)|ProxyError|\[Errno -\d+\]",
    "package": r"No matching distribution found|no wheels with a matching|no usable wheels|No solution found"
    r"|Failed building wheel|Failed to build",
}
"""What pip and uv call things. They speak English everywhere; what they pass on from the system does not."""

SENTENCES = {
    "full": "The disk is full. Free about 1 GB, then start again.",
    "long": "The names of the folders on the way to the course are too long for this computer. "
    "Move the course to a shorter place, then start again.",
    "links": "The course cannot be installed on this kind of disk, such as a stick or a shared folder. "
    "Copy the course folder to your own disk, then start it there.",
    "cloud": "A cloud service keeps the course folder in step with the internet, and got in the way. "
    "Copy the course to a folder that is on this computer only, then start it there.",
    "busy": "Another program uses a file of the course. Close other windows of the course and editors, "
    "wait for a virus scanner to end, then start again.",
    "refused": "The course may not write to its own folder. Copy it to a place of your own, "
    "such as your documents folder, and start it there.",
    "proxy": "The way to the internet asks for a password (a proxy). Ask whoever looks after your network for the "
    "address with name and password, and put it into the variable HTTPS_PROXY. Then start again.",
    "certificate": "The course does not trust who answers from the internet: a program or a network stands in "
    "between. Check date and time of this computer, or use another network. Then start again.",
    "network": "The course could not reach the internet, which it needs for this one step. "
    "Check the connection, then start again. Later starts work without it.",
    "package": "There is no ready package for this Python ({}). Install the usual Python of 64 bits, version 3.11 or a "
    "few newer, from python.org. Then delete the folder .venv and start again.".format(
        "{}, {} bits".format(platform.python_version(), 64 if sys.maxsize > 2**32 else 32)
    ),
}
"""What happened, and what to do."""


def kind_of_number(number: Optional[int], of_windows: Optional[int] = None) -> str:
    """What the number of a failure means; empty where it means nothing in particular."""
    for kind, numbers in WINDOWS_KINDS.items():
        if of_windows in numbers:
            return kind
    for kind, names in POSIX_KINDS.items():
        if number is not None and number in [getattr(errno, name, None) for name in names]:
            return kind
    return ""


def kind_of_line(line: str) -> str:
    """What one line of an installer tells about its failure."""
    for kind, words in TOLD.items():
        if re.search(words, line):
            return kind
    for way, number in re.findall(r"(\[Errno |\[WinError |\(os error )(\d+)", line):
        windows = way == "[WinError " or (ON_WINDOWS and way == "(os error ")
        kind = kind_of_number(None, int(number)) if windows else kind_of_number(int(number))
        if kind:
            # Two places in one failure are a link that could not be made.
            return "links" if kind == "refused" and re.search(r"['\"] -> ['\"]", line) else kind
    return ""


def kind_of_failure(text: str) -> str:
    """Why an installer ended: the last line that tells. That a package was not found may only follow from that."""
    kinds = [kind for kind in map(kind_of_line, reversed(text.splitlines())) if kind]
    return next((kind for kind in kinds if kind != "package"), kinds[0] if kinds else "")


def sentence_for_installer(text: str, log: Path) -> str:
    """What an installer's last words mean, and what to do."""
    return SENTENCES.get(
        kind_of_failure(text),
        "The installation did not succeed. Start again; if that does not help, "
        "show the file {} to someone who knows Python.".format(log),
    )


NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)
"""How a place says that it knows no locks, as some network shares do."""


class InstallLock:
    """Keeps two starts from installing into one folder at the same time. It ends with its process.

    Where a place knows no locks, nothing is held: waiting there would never end.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is a small file that stays."""
        self.path = path
        self.file: Optional[BinaryIO] = None

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
        if not self.file:
            self.file = self.path.open("a+b")
        try:
            take_lock(self.file.fileno())
        except OSError as error:
            if error.errno in NO_LOCKS:
                return True
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            return False
        return True

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        if self.file:
            self.file.close()


def take_lock(number: int) -> None:
    """Lock an open file for this process alone, or fail at once."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
