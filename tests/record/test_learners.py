"""Two people on one computer: each has a record, the name stands in one list, and erasing takes both away."""

import os
from pathlib import Path

import pytest

from course_helpers.knowledge import load
from course_helpers.record import open_record, record_file
from course_helpers.record.guest import GUESTS, forget_guests, guest_record
from course_helpers.record.learners import MOST_LEARNERS, NameRefused, add, is_here, learners, switch
from course_helpers.record.panel import StoredPanel, erase
from course_helpers.record.path import FOLDER_VARIABLE, learners_file, record_folder
from course_helpers.record.store import NotStored

pytestmark = pytest.mark.usefixtures("own_record")


def test_without_a_choice_there_is_one_record_without_a_name() -> None:
    assert record_file().name == "record.sqlite3"
    assert not learners().names
    assert not learners_file().exists()


def test_each_person_sees_their_own_record_and_nothing_of_the_other() -> None:
    open_record().store_warm_up("w1", 1)
    known = add("  Ana\u0301  María ")
    assert known.names[known.current] == "Aná María"
    assert open_record().warm_up_answers() == {}
    open_record().store_warm_up("w1", 2)
    switch("")
    assert open_record().warm_up_answers() == {"w1": 1}
    switch(known.current)
    assert open_record().warm_up_answers() == {"w1": 2}


def test_a_name_is_in_the_list_and_nowhere_else() -> None:
    add("Grace-Ann")
    open_record().store_warm_up("w1", 1)
    holding = [path.name for path in record_folder().iterdir() if b"Grace" in path.read_bytes()]
    assert holding == ["learners.json"]
    assert "Grace" not in record_file().name


def test_erasing_takes_the_record_its_file_and_the_name() -> None:
    open_record().store_warm_up("w1", 1)
    add("Ana")
    open_record().store_warm_up("w1", 2)
    erase()
    assert {path.stem for path in record_folder().iterdir()} == {"record"}, "something of hers is left"
    assert open_record().warm_up_answers() == {"w1": 1}, "the other person's record is as it was"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "name_empty"),
        (" \t ", "name_empty"),
        ("a" * 41, "name_long"),
        ("a\x00b", "name_signs"),
        ("a\u202eb", "name_signs"),  # turns the direction of the whole sentence in which it stands
        ("a\u200bb", "name_signs"),
        ("\u200d", "name_empty"),
        ("\u3164", "name_empty"),  # a letter without a shape: its button would be empty
        ("ana", "name_taken"),
    ],
)
def test_a_name_that_will_not_do_is_refused_in_words(name: str, why: str) -> None:
    add("Ana")
    with pytest.raises(NameRefused) as refused:
        add(name)
    assert str(refused.value) == why
    assert load().strings.own_record.of(why)
    assert list(learners().names.values()) == ["Ana"]


@pytest.mark.parametrize("name", ["می\u200cخواهم", "👩\u200d⚕️", "{name}", "<b>", "🙂", "O’Brien", "ﷺ"])
def test_a_name_of_any_script_can_be_chosen(name: str) -> None:
    known = add(name)
    assert known.names[known.current] == name


def test_there_is_an_end_to_names() -> None:
    for number in range(MOST_LEARNERS):
        add(f"person {number}")
    with pytest.raises(NameRefused, match="name_many"):
        add("one more")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"current": 3}', '{"current": "../..", "names": {"../..": "x"}}'])
def test_a_damaged_list_leads_to_the_record_without_a_name_and_is_kept(text: str) -> None:
    record_folder().mkdir(exist_ok=True)
    learners_file().write_text(text, encoding="utf-8")
    assert record_file().name == "record.sqlite3"
    add("Ana")
    kept = [path.read_text(encoding="utf-8") for path in record_folder().glob("learners.json.damaged")]
    assert kept == [text] or "names" in text


def test_a_guest_leaves_nothing(tmp_path: Path) -> None:
    before = os.environ[FOLDER_VARIABLE]
    with guest_record(tmp_path, {"COURSE_GUEST_LAYOUT": "layout"}) as folder:
        assert record_folder() == folder
        assert os.environ["COURSE_GUEST_LAYOUT"] == str(folder / "layout")
        open_record().store_warm_up("w1", 1)
        assert record_file().exists()
    assert not folder.exists()
    assert os.environ[FOLDER_VARIABLE] == before
    assert "COURSE_GUEST_LAYOUT" not in os.environ
    with guest_record(tmp_path):
        assert open_record().warm_up_answers() == {}, "the next guest begins with nothing"


def test_what_a_guest_left_when_the_computer_was_switched_off_goes_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / GUESTS / "guest-1"
    left.mkdir(parents=True)
    (left / "record.sqlite3").write_bytes(b"answers")
    (tmp_path / "settings.json").write_bytes(b"{}")
    forget_guests(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["settings.json"]
    forget_guests(tmp_path)


def test_a_guest_who_is_still_here_keeps_everything(tmp_path: Path) -> None:
    """A course that is slow to answer counts as gone for a second start; its guest is not."""
    with guest_record(tmp_path) as folder:
        open_record().store_warm_up("w1", 1)
        forget_guests(tmp_path)
        assert open_record().warm_up_answers() == {"w1": 1}
        assert folder.exists()
    assert not folder.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"names": 1}'])
def test_nobody_is_taken_for_gone_where_the_list_cannot_be_read(text: str) -> None:
    """What they practised is not acknowledged then, and stays in their browser."""
    key = add("Ana").current
    assert is_here(key)
    assert not is_here("0" * 8)
    learners_file().write_text(text, encoding="utf-8")
    with pytest.raises(NotStored):
        is_here(key)
    assert is_here("")
    learners_file().unlink()
    assert not is_here(key)


def test_a_guest_leaves_nothing_after_a_failure_either(tmp_path: Path) -> None:
    folders = []

    def fail() -> None:
        with guest_record(tmp_path):
            folders.append(record_folder())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert not folders[0].exists()


def test_everything_is_erased_only_after_the_typed_word() -> None:
    """A press alone erases nothing, and neither does another word."""
    words = load().strings.stored
    open_record().store_warm_up("w1", 1)
    panel = StoredPanel.current()
    for typed in (None, "", "yes", ["erase"]):
        assert panel.answer_request({"kind": "forget", "word": typed}) == words.forget_other_word
    assert open_record().warm_up_answers() == {"w1": 1}
    assert panel.answer_request({"kind": "forget", "word": f" {words.forget_word.upper()} "}) == words.forgotten
    assert open_record().warm_up_answers() == {}


@pytest.mark.parametrize("name", ["Ana", ""])
def test_after_erasing_nothing_is_left_anywhere_on_the_disk(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the file, its log or journal, not in what SQLite or Python put into the folder for temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for variable in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporary))
    mark = "a-mark-that-is-easy-to-find"
    if name:
        add(name)
    record = open_record()
    with record.write() as db:
        db.executemany("INSERT INTO practice VALUES (?, ?, '1', 't')", [(f"{mark}{n}", mark) for n in range(3000)])
        db.execute("INSERT INTO search_best VALUES (1, 83, '2099-07-23')")
    erase()
    looked_through = [path for folder in (record_folder(), temporary) for path in folder.rglob("*") if path.is_file()]
    assert [path for path in looked_through if mark.encode() in path.read_bytes()] == []
    assert [path for path in looked_through if b"2099-07-23" in path.read_bytes()] == []
