"""``start.py`` installs once, notices what changed, and says in one sentence what is wrong."""

import ast
import errno
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]


def load_start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start: Any = load_start()


class Installer:
    """Stands in for pip and uv: notes what it is asked, and answers as the test wishes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: str | None = None
        self.raises: BaseException | None = None

    def follow(self, command: list[str], folder: Path, _log: object, _progress: object) -> str | None:
        self.asked.append(kind_of(command))
        if self.raises:
            raise self.raises
        if "venv" in command:
            python = folder / ".venv" / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.write_text("works", encoding="utf-8")
        return self.answer


def kind_of(command: list[str]) -> str:
    for word, kind in (("venv", "python"), ("requirements.txt", "packages"), ("-e", "course")):
        if word in command:
            return kind
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
    for name in (*start.SHARED_FILES, *start.EXTRAS.values(), "requirements.txt", "start.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    extension = tmp_path / start.SHARED_FOLDER / "labconfig"
    extension.mkdir(parents=True)
    (extension / "page_config.json").write_text("{}", encoding="utf-8")
    installer = Installer()
    monkeypatch.setattr(start, "follow", installer.follow)
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(9 * 10**12, 0, 9 * 10**12))
    monkeypatch.setattr(start.Course, "python_works", lambda self: self.python.exists())
    monkeypatch.setattr(start.Course, "check_pip", lambda self: None)
    monkeypatch.setattr(start, "ON_WINDOWS", False)
    return Place(start.Course(tmp_path), installer, tmp_path)


def run_main(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of ``start.py`` and what it printed as its complaint."""
    code = start.main(list(words))
    return code, capsys.readouterr().err


# What is installed, and when


def test_a_fresh_folder_gets_everything_once(place: Place) -> None:
    place.course.prepare()
    assert place.installer.asked == ["python", "packages"]
    place.course.prepare()
    assert place.installer.asked == ["python", "packages"]


def test_the_packages_of_the_tests_come_with_the_first_test(place: Place) -> None:
    place.course.prepare()
    place.course.prepare(start.EXTRAS_OF["test"])
    assert place.installer.asked == ["python", "packages", "slides", "tests"]
    place.course.prepare(start.EXTRAS_OF["test"])
    assert len(place.installer.asked) == 4


def test_the_slides_bring_one_package_and_nothing_else(place: Place) -> None:
    place.course.prepare()
    place.course.prepare(start.EXTRAS_OF["slides"])
    assert place.installer.asked == ["python", "packages", "slides"]
    command, _ = place.course.installer("slides")
    assert "--no-deps" in command


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        ("requirements.txt", "packages"),
        ("pyproject.toml", "course"),
        ("hatch_build.py", "course"),
        ("src/course_helpers/content/strings.toml", "course"),
        ("src/course_helpers/lab_extension/labconfig/page_config.json", "course"),
        ("src/course_helpers/lab_extension/new_file.js", "course"),
        ("tests/requirements.txt", None),
        ("src/course_helpers/content/claims.toml", None),
    ],
)
def test_a_change_installs_what_depends_on_it(place: Place, changed: str, step: str | None) -> None:
    place.course.prepare()
    place.installer.asked.clear()
    with (place.root / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    for _ in range(2):
        place.course.prepare()
    assert place.installer.asked == ([step] if step else [])


def test_a_folder_that_was_moved_is_installed_in_place_again(place: Place, tmp_path: Path) -> None:
    place.course.prepare()
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    tmp_path.rename(moved)
    start.Course(moved).prepare()
    assert place.installer.asked == ["python", "packages", "course"]


def test_a_deleted_shared_file_is_a_change(place: Place) -> None:
    place.course.prepare()
    (place.root / start.SHARED_FOLDER / "labconfig" / "page_config.json").unlink()
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
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
    uv, _ = place.course.installer("course")
    assert uv[:3] == ["/usr/bin/uv", "pip", "install"]
    assert {"--no-deps", "--no-build-isolation", "--offline", "-e", "."} < set(uv)


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
    assert place.installer.asked == ["python", "packages"]


def test_an_installer_that_gave_up_is_resumed(place: Place) -> None:
    begin(place)
    place.installer.answer = "Temporary failure in name resolution"
    with pytest.raises(start.Trouble, match="could not reach the internet"):
        place.course.install("packages")
    place.installer.answer = None
    place.installer.asked.clear()
    place.course.prepare()
    assert place.installer.asked == ["packages"]


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


def test_two_starts_do_not_install_at_the_same_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "install.lock"
    order = []

    def second() -> None:
        with start.InstallLock(path):
            order.append("second")

    with start.InstallLock(path):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(timeout=1.2)
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
        assert lock.connection.in_transaction


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
    with pytest.raises(OSError, match="unable to open"), start.InstallLock(tmp_path / "no" / "lock"):
        pass


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure", "the internet"),
        ("  cause: dns error", "the internet"),
        ("ReadTimeoutError: Read timed out.", "the internet"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("error: failed to create file: No space left on device (os error 28)", "The disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "may not write to its own folder"),
        ("error: Microsoft Visual C++ 14.0 or greater is required", "did not succeed"),
    ],
)
def test_the_last_words_of_an_installer_become_a_sentence(printed: str, expected: str) -> None:
    assert expected in start.sentence_for_installer(printed, Path("install.log"))


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


@pytest.mark.skipif(os.name == "nt", reason="Windows waits for the course instead of becoming it")
def test_the_course_is_handed_a_clean_environment(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[Any] = []
    monkeypatch.setattr(start.os, "execve", lambda *all_of_it: became.extend(all_of_it))
    monkeypatch.setattr(start.subprocess, "Popen", lambda *_, **__: FinishedProcess())
    monkeypatch.chdir(here.root)
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PIP_TARGET"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("COURSE_LOCALE", "uk")
    start.main(["check", "--fast"])
    program, words, environment = became
    assert program == str(here.root / ".venv" / "bin" / "python")
    assert words[1:] == ["-m", "course_helpers", "check", "--fast"]
    assert "/elsewhere" not in environment.values()
    assert environment["COURSE_LOCALE"] == "uk"
    assert environment["PYTHONNOUSERSITE"] == "1"


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
