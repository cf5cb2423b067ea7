"""A place that refuses, and an output that lacks letters, end in a sentence."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course_helpers import __main__ as start_page
from course_helpers.__main__ import main
from course_helpers.commands import handouts
from course_helpers.commands.output import said_plainly, typed_folder
from course_helpers.files import write_atomic
from course_helpers.trouble import Trouble
from course_helpers.workshop.handouts.sheets import sheets

WRITING = [["handouts", "words"], ["export-quiz", "--format", "gift"], ["slides", "01"], ["bundle"]]


@pytest.fixture(autouse=True)
def same_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command does to its environment stays out of the other tests."""
    monkeypatch.setattr("course_helpers.__main__.enter_course_environment", lambda root: None)


@pytest.mark.parametrize("words", WRITING)
@pytest.mark.parametrize("below", ["", "in it"])
def test_a_file_where_a_folder_is_needed(
    words: list[str], below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "letter.txt"
    blocked.write_text("mine", encoding="utf-8")
    assert main([*words, "--out", str(blocked / below)]) == 1
    said = capsys.readouterr().err
    assert "letter.txt" in said
    assert "Traceback" not in said
    assert "--out" in said
    assert blocked.read_text(encoding="utf-8") == "mine"


def test_a_sheet_that_is_open_elsewhere_keeps_no_other_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on Windows, where a PDF reader holds its file."""
    first, second = list(sheets())[:2]

    def held(path: Path, content: bytes) -> None:
        if path.stem == first:
            raise PermissionError(errno.EACCES, "Zugriff verweigert", f"{path}.123.partial", None, str(path))
        path.write_bytes(content)

    monkeypatch.setattr(handouts, "write_atomic", held)
    monkeypatch.setattr(handouts, "pdf", lambda sheet, paper: b"a sheet")
    assert main(["handouts", first, second, "--paper", "a4", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert f"{first}.pdf cannot be written. If it is open in another program" in said.err
    assert ".partial" not in said.err
    assert [path.name for path in (tmp_path / "a4").iterdir()] == [f"{second}.pdf"]


def test_ctrl_c_while_a_file_is_written_leaves_the_one_before_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"before")

    def interrupted(partial: Path, _content: bytes) -> int:
        partial.touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"after")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"sheet.pdf": b"before"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot be written"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "It did not work"),
    ],
)
def test_each_failure_has_its_sentence(number: int, said: str) -> None:
    assert said in said_plainly(OSError(number, os.strerror(number), "sheet.pdf.77.partial"))
    assert ".partial" not in said_plainly(OSError(number, os.strerror(number), "sheet.pdf.77.partial"))


def test_a_folder_is_meant_from_where_the_person_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COURSE_STARTED_IN", str(tmp_path))
    monkeypatch.setenv("HOME", "/home/someone")
    assert typed_folder("sheets") == tmp_path / "sheets"
    assert typed_folder("~/sheets") == Path("/home/someone/sheets")
    assert typed_folder("/srv/sheets") == Path("/srv/sheets")


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
def test_an_old_console_ends_no_command(encoding: str, tmp_path: Path) -> None:
    """Names of lessons and the course's quotation marks have letters that it lacks."""
    words = [sys.executable, "-m", "course_helpers", "handouts", "--out", str(tmp_path / "größe ⚕")]
    environment = dict(os.environ) | {"PYTHONIOENCODING": encoding, "COURSE_LOCALE": "ⓤⓚ"}
    answer = subprocess.run([*words, "no-such-sheet"], env=environment, capture_output=True, timeout=60, check=False)
    assert b"UnicodeEncodeError" not in answer.stderr
    assert b"COURSE_LOCALE is" in answer.stderr
    assert answer.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
def test_whoever_has_seen_enough_ends_it_quietly() -> None:
    command = f'{sys.executable} -c \'import course_helpers.__main__ as m; m.command_list = lambda: "x\\n" * 99999; '
    command += 'raise SystemExit(m.main(["help"]))\' | head -1'
    answer = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert answer.stdout == "x\n"
    assert answer.stderr == ""


def test_a_trouble_of_any_command_is_a_sentence_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command has to catch it: no traceback reaches the terminal."""

    def troubled(_arguments: list[str]) -> int:
        raise Trouble("The bundle cannot be made. Plug the stick in again.")

    monkeypatch.setattr(start_page, "enter_course_environment", lambda _folder: None)
    monkeypatch.setattr(start_page, "find", lambda _word: troubled)
    assert start_page.main(["bundle"]) == 1
    assert capsys.readouterr().err == "The bundle cannot be made. Plug the stick in again.\n"
