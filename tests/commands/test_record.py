"""The learner's own record on the command line: the same as in lesson 08, in words, with nothing lost on the way."""

import json
import sqlite3
from pathlib import Path

import pytest

from course_helpers.commands import record as command
from course_helpers.commands.output import STARTED_IN
from course_helpers.knowledge import load
from course_helpers.record import open_record, record_file
from course_helpers.record.learners import learners
from course_helpers.record.migrations import MIGRATIONS

pytestmark = pytest.mark.usefixtures("own_record")
WORDS = load().strings.own_record


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which somebody types."""
    monkeypatch.setenv(STARTED_IN, str(tmp_path))
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, answer: str | None) -> None:
    def answered(_prompt: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("builtins.input", answered)


def test_where_it_is_and_what_is_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["where"]) == 0
    said = capsys.readouterr().out
    assert load().strings.stored.nothing in said
    assert str(record_file()) in said
    open_record().store_warm_up("w1", 1)
    command.main(["where"])
    assert load().strings.stored.warm_ups.format(number=1) in capsys.readouterr().out


def test_a_copy_goes_out_and_comes_in(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_record().store_warm_up("w1", 1)
    assert command.main(["export"]) == 0
    file = here / "my-record.json"
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "gentle-hands-record"
    open_record().forget()
    assert command.main(["import", "my-record.json"]) == 0
    assert WORDS.import_done.format(number=1) in capsys.readouterr().out
    assert open_record().warm_up_answers() == {"w1": 1}
    command.main(["import", str(file)])
    assert WORDS.import_none in capsys.readouterr().out


def test_a_copy_takes_the_place_of_no_other_one(here: Path) -> None:
    """Two people save theirs in one folder; somebody erases their record, and saves what is left."""
    open_record().store_warm_up("w1", 1)
    assert command.main(["export"]) == 0
    first = (here / "my-record.json").read_bytes()
    open_record().forget()
    assert command.main(["export"]) == command.main(["export"]) == 0
    assert (here / "my-record.json").read_bytes() == first
    kept = [json.loads((here / f"my-record-{number}.json").read_text("utf-8"))["warm_ups"] for number in (2, 3)]
    assert kept == [[], []]


@pytest.mark.parametrize("file", ["my-recrd.json", "."])
def test_a_copy_that_is_not_there_is_told_in_words(here: Path, capsys: pytest.CaptureFixture[str], file: str) -> None:
    """Not with what helps somebody who writes a file."""
    assert command.main(["import", file]) == 1
    assert capsys.readouterr().err.strip() == WORDS.import_missing.format(file=here / file)


def test_tables_go_to_a_folder_that_is_made(here: Path) -> None:
    assert command.main(["export", "--format", "csv", "--out", "a/b"]) == 0
    assert (here / "a/b/my-record-tables.zip").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("something else", "import_foreign"),
        ('{"format": "gentle-hands-record", "schema": 99}', "import_newer"),
        ('{"format": "gentle-hands-record", "schema": 1, "rounds": [1]}', "import_damaged"),
    ],
)
def test_what_is_no_copy_is_refused_in_words(
    here: Path, capsys: pytest.CaptureFixture[str], content: str, word: str
) -> None:
    open_record().store_warm_up("w1", 1)
    (here / "copy.json").write_text(content, encoding="utf-8")
    assert command.main(["import", "copy.json"]) == 1
    assert capsys.readouterr().err.strip() == WORDS.of(word)
    assert open_record().warm_up_answers() == {"w1": 1}


@pytest.mark.parametrize("answer", [None, "", "yes"])
def test_without_the_word_nothing_is_erased(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str | None
) -> None:
    open_record().store_warm_up("w1", 1)
    typed(monkeypatch, answer)
    assert command.main(["erase"]) == 1
    assert load().strings.stored.forget_typed_other in capsys.readouterr().err
    assert open_record().warm_up_answers() == {"w1": 1}


def test_with_the_word_everything_is(monkeypatch: pytest.MonkeyPatch) -> None:
    open_record().store_warm_up("w1", 1)
    typed(monkeypatch, "Erase")
    assert command.main(["erase"]) == 0
    assert open_record().warm_up_answers() == {}


def test_who_is_learning(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["who"]) == 0
    assert capsys.readouterr().out.strip() == WORDS.who_now.format(name=WORDS.who_nameless)
    assert command.main(["who", "Ana"]) == 0
    assert WORDS.who_now.format(name="Ana") in capsys.readouterr().out
    command.main(["who", "--nameless"])
    assert learners().current == ""
    command.main(["who", "ANA"])
    assert list(learners().names.values()) == ["Ana"], "a name that is there is used and not made twice"
    assert command.main(["who", "x" * 41]) == 1
    assert WORDS.name_long in capsys.readouterr().err


def test_a_record_of_a_newer_course_is_left_alone_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    path = record_file()
    path.parent.mkdir(exist_ok=True)
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = path.read_bytes()
    for words in (["export"], ["where"], ["import", "copy.json"]):
        assert command.main(words) == 1
        assert load().strings.record.newer in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_record_that_is_held_by_another_program_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_record()
    monkeypatch.setattr("course_helpers.record.store.BUSY_SECONDS", 0.0)
    open_record()._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(record_file(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert command.main(["where"]) == 1
    other.execute("ROLLBACK")
    other.close()
    assert capsys.readouterr().err.strip() == WORDS.not_now
