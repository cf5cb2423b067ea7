"""``start.py`` installs once, notices what changed, and says in one sentence what is wrong."""

import ast
import errno
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from course_helpers.__main__ import COMMANDS
from tests.starter import starter

ROOT = Path(__file__).parents[2]


start: Any = starter()

RUNS = start.runs


class Installer:
    """Stands in for pip and uv: notes what it is asked, and answers as the test wishes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.commands: list[list[str]] = []
        self.answer: str | None = None
        self.answers: dict[str, str] = {}
        self.pips: dict[str, tuple[int, ...]] = {start.base_python(): (23, 2)}
        self.raises: BaseException | None = None

    def follow(self, command: list[str], folder: Path, _log: object, _progress: object) -> str | None:
        kind = kind_of(command)
        self.asked.append(kind)
        self.commands.append(command)
        if self.raises:
            raise self.raises
        if kind == "python":
            python = folder / ".venv" / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.write_text("works", encoding="utf-8")
        answer = self.answers.get(kind, self.answer)
        if kind == "uv" and not answer:
            (folder / ".venv" / "bin" / "uv").write_text("works", encoding="utf-8")
        if kind == "packages" and command[0].endswith("uv"):
            return self.answers.get("packages by uv", answer)
        return answer


def kind_of(command: list[str]) -> str:
    for word, kind in (("venv", "python"), ("requirements.txt", "packages"), ("-e", "course")):
        if word in command:
            return kind
    if pinned := [word for word in command if word.startswith(("pip==", "uv=="))]:
        return pinned[0].partition("==")[0]
    extras: dict[str, str] = start.EXTRAS
    return next(extra for extra, names in extras.items() if str(Path(names)) in command)


class Place(NamedTuple):
    """A small course folder, and what pretends to be its installer."""

    course: Any
    installer: Installer
    root: Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A small course folder, with an installer and a private Python that only pretend."""
    for name in (*start.SHARED_FILES, *start.EXTRAS.values(), "requirements.txt", "start.py", start.WORDS_FILE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / start.SHARED_FOLDER).mkdir(parents=True)
    (tmp_path / start.SHARED_FOLDER / "extension.js").write_text("{}", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    installer = Installer()
    monkeypatch.setattr(start, "follow", installer.follow)
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(9 * 10**12, 0, 9 * 10**12))
    monkeypatch.setattr(start.Course, "python_works", lambda self: self.python.exists())
    monkeypatch.setattr(start.Course, "check_pip", lambda self: None)
    monkeypatch.setattr(start, "pip_version", lambda python: installer.pips.get(python, ()))
    monkeypatch.setattr(start, "asks_a_mirror", lambda pip: False)
    monkeypatch.setattr(start, "runs", lambda program: Path(program).is_file())
    monkeypatch.setattr(start, "ON_WINDOWS", False)
    return Place(start.Course(tmp_path), installer, tmp_path)


def run_main(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of ``start.py`` and what it printed as its complaint."""
    code = start.main(list(words))
    return code, capsys.readouterr().err


# What is installed, and when


def test_a_fresh_folder_gets_everything_once(place: Place) -> None:
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "packages"]
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "packages"]


def test_the_packages_of_the_tests_come_with_the_first_test(place: Place) -> None:
    place.course.prepare()
    place.course.prepare(start.EXTRAS_OF["test"])
    assert place.installer.asked == ["python", "uv", "packages", "slides", "tests"]
    place.course.prepare(start.EXTRAS_OF["test"])
    assert len(place.installer.asked) == 5


def test_the_slides_bring_one_package_and_nothing_else(place: Place) -> None:
    place.course.prepare()
    place.course.prepare(start.EXTRAS_OF["slides"])
    assert place.installer.asked == ["python", "uv", "packages", "slides"]
    command, _ = place.course.installer("slides")
    assert "--no-deps" in command
    apart = Path(command[command.index("--target") + 1])
    assert apart == place.course.venv / start.FOR_SLIDES, "among the packages that run, it would miss what it needs"


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ("requirements.txt", ["uv", "packages"]),
        ("pyproject.toml", ["course"]),
        ("hatch_build.py", ["course"]),
        ("src/course_helpers/content/strings.toml", ["course"]),
        ("src/course_helpers/lab_extension/extension.js", ["course"]),
        ("src/course_helpers/lab_extension/new_file.js", ["course"]),
        ("tests/requirements.txt", []),
        ("src/course_helpers/content/claims.toml", []),
    ],
)
def test_a_change_installs_what_depends_on_it(place: Place, changed: str, steps: list[str]) -> None:
    place.course.prepare()
    place.installer.asked.clear()
    with (place.root / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    for _ in range(2):
        place.course.prepare()
    assert place.installer.asked == steps


def test_a_folder_that_was_moved_is_installed_in_place_again(place: Place, tmp_path: Path) -> None:
    place.course.prepare()
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    tmp_path.rename(moved)
    start.Course(moved).prepare()
    assert place.installer.asked == ["python", "uv", "packages", "course"]


def test_a_deleted_shared_file_is_a_change(place: Place) -> None:
    place.course.prepare()
    (place.root / start.SHARED_FOLDER / "extension.js").unlink()
    assert place.course.steps_needed() == {"course"}


def test_a_linked_environment_is_used_as_it_is(place: Place, tmp_path_factory: pytest.TempPathFactory) -> None:
    place.course.prepare()
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "venv"
    (place.root / ".venv").rename(elsewhere)
    (place.root / ".venv").symlink_to(elsewhere, target_is_directory=True)
    (place.root / "requirements.txt").write_text("changed\n", encoding="utf-8")
    assert place.course.steps_needed(start.EXTRAS_OF["test"]) == set()


def test_the_offline_step_asks_for_no_network(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    pip, _ = place.course.installer("course")
    assert {"--no-deps", "--no-build-isolation", "--no-index", "-e", "."} < set(pip)
    monkeypatch.setattr(start, "find_uv", lambda: "/usr/bin/uv")
    uv, _ = place.course.installer("course")
    assert uv[:3] == ["/usr/bin/uv", "pip", "install"]
    assert {"--no-deps", "--no-build-isolation", "--offline", "-e", "."} < set(uv)


PIN = {name: re.compile(rf"^{name}==\S+$") for name in ("uv", "pip")}


def make_a_bundle(place: Place) -> list[str]:
    """Put a folder of packages there; the options that keep installers to it."""
    wheels = place.root / start.WHEELS
    wheels.mkdir()
    (wheels / start.FITS).write_text(json.dumps(start.this_computer()), encoding="utf-8")
    return ["--no-index", "--find-links", str(wheels)]


def test_uv_is_brought_first_and_does_the_rest(place: Place) -> None:
    """From outside: the private Python gets no pip of its own, which would take longer than all of it."""
    place.course.prepare()
    python, bring, packages = place.installer.commands
    assert "--without-pip" in python
    assert bring[:5] == [start.base_python(), "-m", "pip", "--python", str(place.course.python)]
    assert PIN["uv"].match(bring[-1])
    assert "--no-index" not in bring
    assert bring[bring.index("--only-binary") + 1] == "uv", "nobody waits until it is built"
    assert packages[:4] == [str(place.course.own_uv), "--cache-dir", str(place.course.venv / "uv-cache"), "pip"]


@pytest.mark.parametrize("version", [(), (22, 2)])
def test_a_computer_whose_pip_reaches_no_other_python_gets_one_inside(place: Place, version: tuple[int, ...]) -> None:
    place.installer.pips = {start.base_python(): version, str(place.course.python): (23, 2)}
    place.course.prepare()
    python, bring, _ = place.installer.commands
    assert "--without-pip" not in python
    assert bring[:3] == [str(place.course.python), "-m", "pip"]


def test_a_bundle_brings_uv_too_and_knows_no_mirror(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "asks_a_mirror", lambda pip: True)
    offline = make_a_bundle(place)
    place.course.prepare()
    _, bring, packages = place.installer.commands
    assert bring[-4:-1] == offline
    assert PIN["uv"].match(bring[-1])
    assert set(offline) < set(packages)


def test_where_pip_was_told_of_a_mirror_pip_installs(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "asks_a_mirror", lambda pip: True)
    place.course.prepare()
    assert place.installer.asked == ["python", "pip", "packages"]
    assert PIN["pip"].match(place.installer.commands[1][-1])
    assert "--no-compile" in place.installer.commands[2]


@pytest.mark.parametrize(
    ("told", "mirror"),
    [
        ("", False),
        ("global.extra-index-url='file:///more'\nglobal.cert='/x.pem'", False),
        ("global.index-url='https://mirror.test/simple'", True),
        (":env:.no-index='1'", True),
    ],
)
def test_a_mirror_is_found_in_what_pip_says_of_itself(told: str, mirror: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ask", lambda command: told)
    assert start.asks_a_mirror(["pip"]) is mirror


@pytest.mark.parametrize("answers", [{"uv": "ERROR: No matching distribution found for uv"}, {"uv": "odd words"}])
def test_a_computer_that_uv_is_not_made_for_uses_pip(place: Place, answers: dict[str, str]) -> None:
    place.installer.answers = answers
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "pip", "packages"]
    assert "--no-compile" in place.installer.commands[-1]


def test_a_uv_that_may_not_run_is_not_used(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "runs", lambda program: False)
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "pip", "packages"]


def test_what_uv_cannot_fetch_pip_may(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """It reads this computer's settings: certificates, proxies."""
    place.installer.answers = {"packages by uv": "error: invalid peer certificate: UnknownIssuer"}
    place.course.prepare(start.EXTRAS_OF["slides"])
    assert place.installer.asked == ["python", "uv", "packages", "pip", "packages", "slides"]
    assert "--no-compile" in place.installer.commands[-1], "what has failed is not tried again"
    assert capsys.readouterr().out.count(start.ANOTHER_WAY) == 1


def test_what_both_cannot_is_told_once(place: Place) -> None:
    place.installer.answers = {"packages": "invalid peer certificate", "packages by uv": "odd words"}
    with pytest.raises(start.Trouble, match="does not trust who answers"):
        place.course.prepare()


def test_a_full_disk_is_full_for_pip_too(place: Place) -> None:
    place.installer.answers = {"packages by uv": "error: No space left on device (os error 28)"}
    with pytest.raises(start.Trouble, match="The disk is full"):
        place.course.prepare()
    assert place.installer.asked == ["python", "uv", "packages"]


def test_nothing_is_left_of_what_uv_unpacked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither outside the course, where nobody would look for it, nor inside."""
    follow = place.installer.follow

    def unpack(command: list[str], folder: Path, log: object, progress: object) -> str | None:
        if "--cache-dir" in command:
            cache = Path(command[command.index("--cache-dir") + 1])
            (cache / "archive").mkdir(parents=True)
            assert place.course.venv in cache.parents
        return follow(command, folder, log, progress)

    monkeypatch.setattr(start, "follow", unpack)
    place.course.prepare()
    assert sorted(path.name for path in place.course.venv.iterdir()) == ["bin", "course-stamp.json"]


def test_pip_compiles_nothing_and_this_computers_uv_needs_no_pip(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in ("packages", "course", *start.EXTRAS):
        assert "--no-compile" in place.course.installer(step)[0]
    monkeypatch.setattr(start, "find_uv", lambda: "/usr/bin/uv")
    place.course.prepare()
    assert place.installer.asked == ["python", "packages"]
    assert "--cache-dir" not in place.installer.commands[-1]


@pytest.mark.parametrize(
    ("says", "version"),
    [("pip 23.2.1 from /usr/lib (python 3.11)", (23, 2)), ("pip 9.0 from x", (9, 0)), ("odd", ()), (None, ())],
)
def test_the_version_of_a_pip_is_read(says: str | None, version: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ask", lambda command: says)
    assert start.pip_version("python") == version


def test_every_content_file_of_the_extension_counts_as_shared() -> None:
    assembler = (ROOT / start.SHARED_FOLDER / "assemble.py").read_text(encoding="utf-8")
    read = {f"src/course_helpers/content/{name}" for name in re.findall(r'_content\("([\w.]+)"\)', assembler)}
    assert read
    assert read == {name for name in start.SHARED_FILES if "/content/" in name}


# Installations that do not end


def begin(place: Place) -> None:
    """Come as far as the private Python."""
    place.course.state.mkdir()
    place.course.make_python()


@pytest.mark.parametrize("cut_off", [KeyboardInterrupt(), OSError(errno.EIO, "unplugged")])
def test_an_installation_that_was_cut_off_is_begun_again(place: Place, cut_off: BaseException) -> None:
    begin(place)
    place.installer.raises = cut_off
    with pytest.raises(type(cut_off)):
        place.course.install("packages")
    place.installer.raises = None
    place.installer.asked.clear()
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "packages"]


def test_an_installer_that_gave_up_is_resumed(place: Place) -> None:
    begin(place)
    place.installer.answer = "NewConnectionError: [Errno -3] Temporary failure in name resolution"
    with pytest.raises(start.Trouble, match="could not reach the internet"):
        place.course.install("packages")
    place.installer.answer = None
    place.installer.asked.clear()
    place.course.prepare()
    assert place.installer.asked == ["uv", "packages"]


def test_a_full_disk_means_beginning_again(place: Place) -> None:
    begin(place)
    place.installer.answer = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    with pytest.raises(start.Trouble, match="The disk is full"):
        place.course.install("packages")
    assert "python" in place.course.steps_needed()


def test_a_damaged_stamp_counts_as_none(place: Place) -> None:
    place.course.prepare()
    for damage in ("", "[1]", "{"):
        place.course.stamp.write_text(damage, encoding="utf-8")
        assert place.course.steps_needed() == {"packages"}


@pytest.mark.skipif(os.name == "nt", reason="links and scripts of POSIX systems")
def test_a_private_python_that_an_upgrade_broke_is_seen(tmp_path: Path) -> None:
    course = start.Course(tmp_path)
    assert not course.python_works()
    course.python.parent.mkdir(parents=True)
    course.python.symlink_to(tmp_path / "python3.9-that-is-gone")
    assert not course.python_works()
    course.python.unlink()
    course.python.write_text("#!/bin/sh\necho False\n", encoding="utf-8")
    course.python.chmod(0o755)
    assert not course.python_works()
    course.python.write_text("#!/bin/sh\necho True\n", encoding="utf-8")
    assert course.python_works()


def test_a_busy_computer_loses_no_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its Python answers late: it is not broken, and must not be deleted."""

    def late(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 60)

    monkeypatch.setattr(start.subprocess, "run", late)
    assert start.Course(tmp_path).python_works()


def test_the_real_private_python_works() -> None:
    course = start.Course(ROOT)
    if not course.python.exists():
        pytest.skip("these tests run from another environment")
    assert course.python_works()


def test_the_broken_one_is_deleted_and_a_linked_one_only_unlinked(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.mkdir()
    link = tmp_path / "link"
    link.symlink_to(target, target_is_directory=True)
    start.remove(link)
    assert target.exists()
    assert not link.is_symlink()
    start.remove(target)
    assert not target.exists()


def test_an_environment_that_somebody_else_made_is_kept(place: Place) -> None:
    """Somebody's own .venv with a Python that is too old, or that is gone."""
    for diary in ("theirs", "another one"):
        shutil.rmtree(place.course.venv, ignore_errors=True)
        place.course.venv.mkdir()
        (place.course.venv / "diary").write_text(diary, encoding="utf-8")
        place.course.prepare()
        assert place.course.stamp.exists()
    kept = [(place.root / f".venv-before-{number}" / "diary").read_text(encoding="utf-8") for number in (1, 2)]
    assert kept == ["theirs", "another one"]
    place.course.python.unlink()
    place.course.prepare()
    assert not (place.root / ".venv-before-3").exists(), "our own is made anew and not kept"


def test_two_starts_do_not_install_at_the_same_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "install.lock"
    order = []
    pauses, looked_often = itertools.count(1), threading.Event()

    def pause(_: float) -> None:
        if next(pauses) == 3:
            looked_often.set()
        threading.Event().wait(0.01)

    monkeypatch.setattr(start.time, "sleep", pause)

    def second() -> None:
        with start.InstallLock(path):
            order.append("second")

    with start.InstallLock(path):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert looked_often.wait(10)
        assert waiting.is_alive()
        order.append("first")
    waiting.join(timeout=10)
    assert order == ["first", "second"]
    assert capsys.readouterr().out.count("Waiting for it to end.") == 1


def test_the_lock_of_a_start_that_died_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "install.lock"
    dying = f"""
import os, importlib.util as u
s = u.spec_from_file_location("start", {str(ROOT / "start.py")!r}); m = u.module_from_spec(s); s.loader.exec_module(m)
m.InstallLock(m.Path({str(path)!r})).__enter__(); os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", dying], check=False).returncode == 9
    with start.InstallLock(path) as lock:
        assert lock.taken()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_place_that_knows_no_locks_holds_nobody_up(
    place: Place, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some network shares: SQLite says “locked” there for ever."""

    def no_lock_service(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(start, "take_lock", no_lock_service)
    monkeypatch.setattr(start.time, "sleep", lambda seconds: pytest.fail("it waits for ever"))
    place.course.prepare()
    assert place.installer.asked == ["python", "uv", "packages"]


def test_another_trouble_of_a_lock_is_no_other_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unplugged(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(start, "take_lock", unplugged)
    with pytest.raises(OSError, match="output error"), start.InstallLock(tmp_path / "lock"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="scripts of POSIX systems")
@pytest.mark.parametrize(("says", "used"), [("exit 0", True), ("exit 127", False), ("kill -9 $$", False)])
def test_an_installer_that_cannot_run_is_not_used(
    place: Place, says: str, used: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    uv = place.root / "uv"
    uv.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
    uv.chmod(0o755)
    monkeypatch.setattr(start.shutil, "which", lambda name: str(uv) if name == "uv" else None)
    monkeypatch.setattr(start, "runs", RUNS)
    command, _ = place.course.installer("packages")
    assert (command[0] == str(uv)) == used
    assert ("pip" in command) and (("-m" in command) != used)
    uv.write_text("#!/no/such/interpreter\n", encoding="utf-8")
    assert start.find_uv() is None


# Folders in which the course cannot be


def run_copy(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a copy of ``start.py`` in a folder, with no installer on this computer."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "start.py", folder)
    environment = {"PATH": "/nowhere", "HOME": str(folder)}
    command = [sys.executable, "start.py", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


def whole(folder: Path) -> Path:
    """A folder that looks like the whole course."""
    for name in start.NEEDED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            target.mkdir()
        else:
            shutil.copy(ROOT / name, target)
    return folder


@pytest.mark.parametrize("words", [(), ("doctor",), ("lab", "--no-browser")])
def test_start_alone_in_a_folder_makes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    """As where a viewer of ZIP files unpacks only what is opened."""
    answer = run_copy(tmp_path, *words)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "unpack the whole ZIP file first" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["start.py"]


def test_a_course_of_which_something_is_missing_makes_nothing(tmp_path: Path) -> None:
    (whole(tmp_path) / "pyproject.toml").unlink()
    before = sorted(tmp_path.rglob("*"))
    answer = run_copy(tmp_path)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "pyproject.toml is missing" in answer.stderr
    assert [path for path in tmp_path.rglob("*") if path not in before] == [tmp_path / "start.py"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
@pytest.mark.parametrize("name", ["Kurs [2026]", "a:b", "what?", "all*", "two\nlines"])
def test_a_folder_in_which_it_would_not_run_is_told_before_anything_is_made(tmp_path: Path, name: str) -> None:
    """Also where the letter is in a folder further up."""
    course = whole(tmp_path / name / "course")
    before = {*course.rglob("*"), course / "start.py"}
    answer = run_copy(course)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "Rename that folder or move the course" in answer.stderr
    assert set(course.rglob("*")) == before


@pytest.mark.parametrize("name", ["/home/anna/Gentle hands (1)", "/home/anna/Übung's & größe, 100 %", "/a#b/c=d;e"])
def test_usual_names_of_folders_are_fine(name: str) -> None:
    start.check_place(name)


def test_what_windows_does_not_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ON_WINDOWS", True)
    monkeypatch.setattr(start, "STRANGE_LETTERS", "[]*?;")
    monkeypatch.setattr(start, "long_names_allowed", lambda: False)
    start.check_place("C:\\Users\\Anna\\course")
    with pytest.raises(start.Trouble, match="has ; in it"):
        start.check_place("C:\\a;b\\course")
    with pytest.raises(start.Trouble, match="too long for Windows"):
        start.check_place("C:\\" + "long\\" * 30)
    monkeypatch.setattr(start, "long_names_allowed", lambda: True)
    start.check_place("C:\\" + "long\\" * 30)


# One plain sentence


@pytest.fixture
def here(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The small course folder as the one that ``start.py`` lies in."""
    monkeypatch.setattr(start, "ROOT", place.root)
    return place


def test_an_old_python_is_told_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 10))
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    code, said = run_main(capsys=capsys)
    assert code == 1
    assert said == (
        "The course needs Python 3.11 or newer. This is Python 3.8. "
        "Install a newer Python from python.org, then start again.\n"
    )


def test_an_old_python_names_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(start.Trouble, match=r"Type: python3\.12 start\.py$"):
        start.check_python((3, 10))
    start.check_python((3, 11))
    start.check_python((4, 0))


def test_old_pythons_can_read_the_file() -> None:
    text = (ROOT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    for node in ast.walk(tree):
        notes = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        for note in filter(None, notes):
            for part in ast.walk(note):
                assert not isinstance(part, ast.BinOp), f"line {part.lineno}: X | Y"
                if isinstance(part, ast.Subscript):
                    assert ast.unparse(part.value) in {"Dict", "Iterator", "List", "Optional", "Set", "Tuple"}
    assert set(sys.stdlib_module_names) >= {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }


def test_a_python_without_venv_is_told_so(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    code, said = run_main(capsys=capsys)
    assert code == 1
    assert f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in said
    assert here.installer.asked == []


def test_too_little_space_is_told_before_anything_is_begun(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        start.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(9 * 10**12, 9 * 10**12, 80_000_000)
    )
    code, said = run_main(capsys=capsys)
    assert (code, said.count("\n")) == (1, 1)
    assert "too little free space: 80 MB" in said
    assert here.installer.asked == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.EROFS, "may not write to"),
        (errno.EACCES, "may not write to"),
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "Check that place"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    here: Place, number: int, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(start.Path, "mkdir", refuse)
    code, said = run_main(capsys=capsys)
    assert (code, said.count("\n")) == (1, 1)
    assert expected in said


def test_a_lock_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), start.InstallLock(tmp_path / "no" / "lock"):
        pass


REFUSED_CONNECTION = "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/anywidget/\n"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure", "the internet"),
        ("  cause: dns error", "the internet"),
        ("ReadTimeoutError: Read timed out.", "the internet"),
        ("OSError: [WinError 10060] Ein Verbindungsversuch ist fehlgeschlagen", "the internet"),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", "the internet"),
        ("ConnectionRefusedError: [Errno 111] Verbindungsaufbau abgelehnt", "the internet"),
        (REFUSED_CONNECTION + "ERROR: No matching distribution found for anywidget==0.11.0", "the internet"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("OSError: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar", "The disk is full"),
        ("OSError: [WinError 112] Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung", "The disk is"),
        ("error: failed to create file: No space left on device (os error 28)", "The disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "may not write to its own folder"),
        ("PermissionError: [WinError 5] Zugriff verweigert: 'C:\\\\.venv'", "may not write to its own folder"),
        ("OSError: [Errno 30] Das Dateisystem ist nur lesbar: '.venv'", "may not write to its own folder"),
        ("Error: [Errno 1] Operation not permitted: 'lib' -> '/media/stick/.venv/lib64'", "stick or a shared folder"),
        ("OSError: [Errno 95] Die Operation wird nicht unterstützt: 'a' -> 'b'", "stick or a shared folder"),
        ("OSError: [WinError 1314] Dem Client fehlt ein erforderliches Recht: 'a' -> 'b'", "stick or a shared folder"),
        ("OSError: [Errno 36] Der Dateiname ist zu lang: 'x'", "too long for this computer"),
        ("OSError: [WinError 206] Der Dateiname oder die Erweiterung ist zu lang: 'x'", "too long for this computer"),
        ("OSError: [WinError 396] Der Cloudvorgang kann nicht ausgeführt werden", "A cloud service keeps"),
        ("PermissionError: [WinError 32] Der Prozess kann nicht auf die Datei zugreifen", "Another program uses"),
        ("OSError: [Errno 26] Das Programm kann nicht ausgeführt oder verändert werden", "Another program uses"),
        ("OSError: Tunnel connection failed: 407 Authentifizierung erforderlich", "asks for a password"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "does not trust who answers"),
        ("invalid peer certificate: UnknownIssuer", "does not trust who answers"),
        ("ERROR: No matching distribution found for numpy==2.5.5", "no ready package for this Python"),
        (
            "error: subprocess-exited-with-error\nERROR: Failed building wheel for numpy",
            "no ready package for this Pyth",
        ),
        ("error: something never seen", "did not succeed"),
    ],
)
def test_the_last_words_of_an_installer_become_a_sentence(printed: str, expected: str) -> None:
    """In any language: what the system says is known by its number."""
    assert expected in start.sentence_for_installer(printed, Path("install.log"))


def test_a_number_of_windows_means_what_windows_means(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installer that writes both kinds in one way."""
    said = "error: failed to rename: Zugriff verweigert (os error 5)"
    assert start.kind_of_failure(said) == ""
    monkeypatch.setattr(start, "ON_WINDOWS", True)
    assert start.kind_of_failure(said) == "refused"
    error = OSError(errno.EINVAL, "Der Cloudanbieter wird nicht ausgeführt")
    monkeypatch.setattr(error, "winerror", 362, raising=False)
    assert "A cloud service" in start.sentence_for(error)


def test_nothing_ends_in_a_traceback(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def surprise(*_: object, **__: object) -> None:
        raise RuntimeError("never thought of")

    monkeypatch.setattr(start.Course, "prepare", surprise)
    code, said = run_main(capsys=capsys)
    assert (code, said.count("\n")) == (1, 1)
    assert "Delete the folder .venv and start again" in said


def test_ctrl_c_is_quiet(here: Place, capsys: pytest.CaptureFixture[str]) -> None:
    here.installer.raises = KeyboardInterrupt()
    assert run_main(capsys=capsys) == (130, "")


# Words


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ([], ["lab"]),
        (["--no-browser", "--port", "9000"], ["lab", "--no-browser", "--port", "9000"]),
        (["test", "-k", "quiz"], ["test", "-k", "quiz"]),
        (["help"], ["help"]),
    ],
)
def test_options_alone_mean_the_lab(given: list[str], understood: list[str]) -> None:
    assert start.command_words(given) == understood


def test_help_needs_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 6, 0))
    assert start.main(["--help"]) == 0
    assert "Ctrl+C" in capsys.readouterr().out


def test_the_words_are_those_of_the_course() -> None:
    """They are read from the file without running it."""
    assert start.known_words(ROOT) == COMMANDS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["hadnouts"], "python3 start.py handouts"),
        (["Handouts"], "python3 start.py handouts"),
        (["doctr", "--port", "9000"], "python3 start.py doctor"),
        (["hepl"], "python3 start.py help"),
        (["--hlep"], "python3 start.py --help"),
        (["--nobrowser"], "python3 start.py --no-browser"),
        (["lab", "--facilitators"], "python3 start.py --facilitator"),
        (["xyzzy"], "These are the commands:\n  lab "),
    ],
)
def test_a_misspelt_word_installs_nothing(
    here: Place, typed: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run_main(*typed, capsys=capsys)
    assert code == 1
    assert meant in said
    assert here.installer.asked == []


@pytest.mark.parametrize("typed", [["--port=9000"], ["--ip", "::1"], ["lab", "--log-level=WARN"], ["lab", "-h"]])
def test_words_that_are_fine_go_on(here: Place, typed: list[str]) -> None:
    start.check_words(start.command_words(typed), start.known_words(here.root))


@pytest.mark.parametrize("typed", [["help"], ["slides", "--help"], ["handouts", "-h"], ["lab", "--help"]])
def test_asking_for_help_installs_nothing(here: Place, typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(typed) == 0
    said = capsys.readouterr().out
    assert COMMANDS.get(typed[0], "handouts ") in said
    assert here.installer.asked == []
    assert not here.course.state.exists()


def test_asking_about_slides_brings_no_slides(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr(start.Course, "hand_over", lambda self, words: handed.append(words))
    here.course.prepare()
    start.main(["slides", "--help"])
    assert here.installer.asked == ["python", "uv", "packages"]
    start.main(["slides"])
    assert here.installer.asked == ["python", "uv", "packages", "slides"]
    assert handed == [["slides", "--help"], ["slides"]]


def test_a_console_that_lacks_letters_ends_nothing(tmp_path: Path) -> None:
    environment = dict(os.environ) | {"PYTHONIOENCODING": "ascii"}
    words = [sys.executable, str(ROOT / "start.py"), "hadnouts"]
    answer = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 1
    assert answer.stderr.startswith("There is no command ?hadnouts?. Did you mean: python3 start.py handouts")


def became(monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[str, list[str], dict[str, str]]:
    """What ``start.py`` becomes: the program, its words and its environment."""
    all_of_it: list[Any] = []
    monkeypatch.setattr(start.os, "execve", lambda *parts: all_of_it.extend(parts))
    monkeypatch.setattr(start.subprocess, "Popen", lambda *_, **__: FinishedProcess())
    start.main(list(words))
    program, said, environment = all_of_it
    return program, said, environment


@pytest.mark.skipif(os.name == "nt", reason="Windows waits for the course instead of becoming it")
def test_places_are_meant_from_where_the_person_is(
    here: Place, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = tmp_path_factory.mktemp("person")
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.setenv("COURSE_RECORD_FOLDER", "my records")
    monkeypatch.setenv("COURSE_CACHE_FOLDER", "~/kept")
    monkeypatch.chdir(person)
    _, _, environment = became(monkeypatch, "check")
    assert environment["COURSE_RECORD_FOLDER"] == str(person / "my records")
    assert environment["COURSE_CACHE_FOLDER"] == "/home/someone/kept"
    assert environment["COURSE_STARTED_IN"] == str(person)
    assert Path.cwd() == here.root


@pytest.mark.skipif(os.name == "nt", reason="Windows waits for the course instead of becoming it")
def test_the_course_is_handed_a_clean_environment(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here.root)
    lead = [
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSTARTUP",
        "PYTHONOPTIMIZE",
        "PYTHONINSPECT",
        "PythonWarnings",
        "PIP_TARGET",
    ]
    for name in (*lead, "__PYVENV_LAUNCHER__"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("COURSE_LOCALE", "uk")
    program, words, environment = became(monkeypatch, "check", "--fast")
    assert program == str(here.root / ".venv" / "bin" / "python")
    assert words[1:] == ["-m", "course_helpers", "check", "--fast"]
    assert "/elsewhere" not in environment.values()
    assert environment["COURSE_LOCALE"] == "uk"
    assert {name for name in environment if name.startswith("PYTHON")} == {"PYTHONNOUSERSITE", "PYTHONUTF8"}


class FinishedProcess:
    """A course that has ended already."""

    def wait(self) -> int:
        return 0


def test_progress_understands_pip_and_uv() -> None:
    screen = io.StringIO()
    progress = start.Progress(20, screen)
    for letter in "abcdefghij":
        progress.take(f"Collecting part-{letter}==1.0 (from -r requirements.txt (line 4))\n")
        progress.take(f"  Downloading part_{letter}-1.0-py3-none-any.whl (10 kB)\n")
    for letter in "klmnopqrst":
        progress.take(f"Downloading part-{letter} (15.0MiB)\n")
    progress.take("Installing collected packages: part-a, part-b\n")
    assert screen.getvalue() == (
        "  Part 20 of about 20: part-t\n  Unpacking the parts. This can take a minute or two.\n"
    )


# The pinned files


def names_in(lines: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", line) for line in lines)
    return {name.group().lower().replace("_", "-") for name in found if name}


def test_what_pyproject_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for_tests = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    groups = project["dependency-groups"]
    assert names_in(project["project"]["dependencies"] + groups["build"]) <= names_in(pinned)
    assert names_in(groups["test"]) <= names_in(for_tests)
    assert pinned[-1] == "-e ."


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_pinned_files_hold_versions_and_nothing_else(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert line == "-e ." or line.startswith("#") or re.match(r"[a-z0-9][\w.-]*==[\w.]+( ; .+)?$", line), line


def test_both_pinned_files_agree() -> None:
    main = set((ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines())
    for_tests = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    shared = names_in(list(main)) & names_in(for_tests)
    for line in for_tests:
        name = line.partition("==")[0]
        if name in shared:
            assert any(other.startswith(line.partition(" ;")[0]) for other in main), line
