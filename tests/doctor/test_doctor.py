"""The pre-flight: a healthy machine passes, each broken one is told with its remedy, nothing ends in a traceback."""

import datetime
import importlib.metadata
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path

import pytest

from course_helpers.commands import doctor as command
from course_helpers.doctor import Finding, Machine, checks, examine
from course_helpers.record import FOLDER_VARIABLE
from course_helpers.server.browser import open_lesson
from course_helpers.trouble import Trouble

ROOT = Path(__file__).parents[2]
HEALTHY = Machine(ROOT)


@pytest.mark.lab  # JupyterLab is started in a process of its own, which no fixture shows
def test_a_healthy_machine_can_run_every_lesson(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert command.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "The course can run here."
    assert [line.split("  ")[1].split(":")[0] for line in lines[:-2]] == list(checks.CHECKS)
    assert not any(line.startswith("STOP") for line in lines)


def test_what_stops_a_lesson_is_the_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(command, "examine", lambda machine: [checks.disk(machine), checks.port(machine)])
    with socket.create_server(("localhost", 0)) as taken:
        number = taken.getsockname()[1]
        assert command.main(["--port", str(number)]) == 1
    printed = capsys.readouterr().out
    assert f"STOP  Port: {number} cannot be used" in printed
    assert "1 of 2 would keep a lesson from running" in printed


def is_stop(finding: Finding, *said: str) -> bool:
    return finding.level == "stop" and bool(finding.remedy) and all(text in str(finding) for text in said)


def test_an_old_python() -> None:
    assert is_stop(checks.python(Machine(ROOT, python=(3, 10, 4))), "3.10.4 is too old", "3.11")


def test_a_full_disk() -> None:
    assert is_stop(checks.disk(Machine(ROOT, free_bytes=lambda path: 3_000_000)), "3 MB are free")


def test_a_missing_package_and_a_strange_version() -> None:
    def version(name: str) -> str:
        if name == "anywidget":
            raise importlib.metadata.PackageNotFoundError(name)
        return "0.0.1" if name == "jupyterlab" else importlib.metadata.version(name)

    found = checks.packages(Machine(ROOT, version_of=version))
    assert is_stop(found, "anywidget is missing", "jupyterlab is 0.0.1", "(2 of ")


@pytest.mark.parametrize("place", ["course", "record"])
def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """A file in the place of a folder: that stops everyone, also whoever may write everywhere."""
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    root = blocked if place == "course" else tmp_path
    monkeypatch.setenv(FOLDER_VARIABLE, str(blocked / "in" if place == "record" else tmp_path))
    assert is_stop(checks.write_access(Machine(root)), "cannot be written", str(blocked))


def in_a_folder_of_rights(rights: int, place: str) -> str:
    """What the check of write access says where the folder of the course or of the record has these rights.

    Rights do not hold for whoever may do everything, so then another user asks.
    """
    program = "import sys; from pathlib import Path; from course_helpers.doctor import Machine, checks\n"
    program += "print(checks.write_access(Machine(Path(sys.argv[1]))))"
    # Not below pytest's own folder: nobody else may enter that one.
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folders = {name: Path(made) / name for name in ("course", "record")}
        for name, folder in folders.items():
            folder.mkdir()
            folder.chmod(rights if name == place else 0o777)
        environment = os.environ | {FOLDER_VARIABLE: str(folders["record"]), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [*as_another_user(), sys.executable, "-c", program, str(folders["course"])]
        answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        folders[place].chmod(0o777)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def as_another_user() -> list[str]:
    """What a command begins with so that it runs as a user for whom rights hold; nothing if this one is such."""
    if os.geteuid():
        return []
    words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if not shutil.which("setpriv"):
        pytest.skip("this user may write everywhere, and there is no setpriv to become another one")
    if subprocess.run([*words, sys.executable, "-c", "import course_helpers"], check=False).returncode:
        pytest.skip("no other user may read the course here")
    return words


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
@pytest.mark.parametrize("place", ["course", "record"])
def test_a_folder_that_may_only_be_read(place: str) -> None:
    said = in_a_folder_of_rights(0o555, place)
    assert said.startswith("STOP  Writing")
    assert f"/{place}" in said
    assert "Permission denied" in said
    assert in_a_folder_of_rights(0o777, place).startswith("well  Writing")


def test_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: object) -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    found = checks.browser(HEALTHY)
    assert (found.level, found.found) == ("note", "none was found.")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert "no screen" in checks.browser(HEALTHY).found


@pytest.mark.parametrize("name", ["w3m", "lynx", "links", "www-browser"])
def test_a_browser_without_pictures_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would also take the terminal in which the course runs."""
    opened: list[str] = []
    browser = webbrowser.GenericBrowser(name)
    monkeypatch.setattr(browser, "open", lambda url, *_: opened.append(url))
    monkeypatch.setattr(webbrowser, "get", lambda _: browser)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert checks.browser(HEALTHY).found == "none was found."
    open_lesson("http://localhost:8888/")
    assert opened == []
    monkeypatch.setattr(browser, "name", "firefox")
    assert checks.browser(HEALTHY).level == "well"
    open_lesson("http://localhost:8888/")
    assert opened == ["http://localhost:8888/"]


def test_what_is_no_port_is_told_and_no_folder_is_to_be_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "examine", lambda machine: pytest.fail("it was looked at"))
    for typed in ("99999", "many", "0", "²"):
        with pytest.raises(Trouble, match=f"“{typed}” is not a port") as told:
            command.main(["--port", typed])
        assert ".venv" not in str(told.value)


def test_sound_is_never_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    cards = tmp_path / "cards"
    assert checks.sound(Machine(ROOT, sound_cards=cards)).level == "note"
    cards.write_text("--- no soundcards ---\n", encoding="utf-8")
    assert checks.sound(Machine(ROOT, sound_cards=cards)).level == "note"
    cards.write_text(" 0 [PCH]: HDA-Intel\n", encoding="utf-8")
    assert checks.sound(Machine(ROOT, sound_cards=cards)).level == "well"


@pytest.mark.parametrize(("year", "said"), [(2020, "is before the day"), (2099, "should have been checked again")])
def test_a_wrong_clock_and_an_overdue_review(year: int, said: str) -> None:
    now = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    found = checks.clock(Machine(ROOT, now=lambda: now))
    assert found.level == "note"
    assert said in found.found


def test_the_extension_is_missing(tmp_path: Path) -> None:
    assert is_stop(checks.version(Machine(ROOT, prefix=tmp_path)), "not installed")


@pytest.mark.parametrize("harm", ["missing", "cut"])
def test_a_lesson_that_is_missing_or_cut_short(tmp_path: Path, harm: str) -> None:
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    lesson = tmp_path / "notebooks" / "03_when_not_to_massage.ipynb"
    if harm == "missing":
        lesson.unlink()
    else:
        lesson.write_text(lesson.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    assert is_stop(checks.content(Machine(tmp_path)), "03_when_not_to_massage.ipynb")


def test_a_kernel_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests" / "doctor" / "broken"))
    assert is_stop(checks.kernel(HEALTHY), "could not run a lesson", "ipykernel is broken here")


def test_a_check_that_breaks_is_a_finding_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(machine: Machine) -> Finding:
        raise ImportError("no module named packaging")

    monkeypatch.setattr(checks, "CHECKS", {"Packages": breaks, "Disk": checks.disk})
    broken, disk = examine(HEALTHY)
    assert is_stop(broken, "no module named packaging")
    assert disk.level == "well"
