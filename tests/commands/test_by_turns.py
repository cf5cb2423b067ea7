"""Two processes test one file after the other: every test once, and each file with what its folders give it."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from course_helpers.commands.test import BY_TURNS, FROM_THE_END, MARKS
from tests import by_turns
from tests.places import ROOT

CONFTEST = """
import pytest

@pytest.fixture(scope="session")
def shared():
    with open({told!r} + ".shared", "a") as told:
        told.write("made ")
    yield
    with open({told!r} + ".shared", "a") as told:
        told.write("ended ")

@pytest.fixture
def given(request, shared):
    with open({told!r}, "a") as told:
        told.write(request.node.nodeid.rpartition("/")[2] + "\\n")
    return 7
"""
FILE = """
import pytest

@pytest.mark.parametrize("number", range(3))
def test_given(given, number):
    assert given == 7

def test_left_out(given):
    raise AssertionError("nobody asked for it")
"""
FAILS = """
def test_given_no_more(given):
    assert given == 8
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Where the tests of a small project say that they ran."""
    inside = tmp_path / "project" / "inside"
    inside.mkdir(parents=True)
    (tmp_path / "marks").mkdir()
    (inside.parent / "conftest.py").write_text(CONFTEST.format(told=str(tmp_path / "told.txt")), encoding="utf-8")
    for path in (inside / "test_a.py", inside / "test_b.py", inside.parent / "test_c.py"):
        path.write_text(FILE, encoding="utf-8")
    return tmp_path / "told.txt"


def test_every_chosen_test_runs_once_whatever_fails(told: Path) -> None:
    """A failure and a file that cannot be read fail them, and all others are tested."""
    project, marks = told.parent / "project", told.parent / "marks"
    (project / "test_d.py").write_text(FAILS, encoding="utf-8")
    (project / "test_e.py").write_text("import no_such_module\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *BY_TURNS, "-k", "given", str(project)]
    settings = os.environ | {MARKS: str(marks), "PYTEST_PLUGINS": ""}
    ends = ({FROM_THE_END: ""}, {FROM_THE_END: "1"})
    both = [subprocess.Popen(command, cwd=ROOT, env=settings | one, stdout=subprocess.DEVNULL) for one in ends]
    assert 1 in {one.wait() for one in both}
    ran = Counter(told.read_text(encoding="utf-8").splitlines())
    chosen = {f"test_{file}.py::test_given[{number}]": 1 for file in "abc" for number in range(3)}
    assert ran == chosen | {"test_d.py::test_given_no_more": 1}


def test_what_all_files_share_is_made_once_in_a_process(told: Path) -> None:
    """Such as the browser, and the course with its server."""
    command = [sys.executable, "-m", "pytest", *BY_TURNS, "-k", "given", str(told.parent / "project")]
    settings = os.environ | {MARKS: str(told.parent / "marks"), "PYTEST_PLUGINS": "", FROM_THE_END: ""}
    assert subprocess.run(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, check=False).returncode == 0
    assert Path(f"{told}.shared").read_text(encoding="utf-8") == "made ended "


@pytest.mark.parametrize("from_the_end", ["", "1"])
def test_each_process_begins_at_an_end_of_its_own(from_the_end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FROM_THE_END, from_the_end)
    session: Any = SimpleNamespace(stash=pytest.Stash())
    found: Any = [
        SimpleNamespace(nodeid=f"tests/{name}")
        for name in ("a.py", "player/b.py", "c.py", "browser/d.py", "workshop/test_bundle.py")
    ]
    by_turns.pytest_collection_modifyitems(session, found)
    assert found == []
    order = ["workshop/test_bundle.py", "browser/d.py", "a.py", "c.py", "player/b.py"]
    names = [file.nodeid.partition("/")[2] for file in session.stash[by_turns.FILES]]
    assert names == (order[::-1] if from_the_end else order)


def test_what_takes_long_is_tested_at_the_ends() -> None:
    """Each name in the order is that of a folder or of a file."""
    names = [*by_turns.AT_THE_BEGINNING, "lesson", *by_turns.AT_THE_END]
    assert all(list((ROOT / "tests").rglob(name)) for name in names)
    places = [by_turns.place_of(f"tests/folder/{name}") for name in names]
    assert places == sorted(set(places))
    assert by_turns.place_of("tests/quiz/inside/test_x.py") == by_turns.place_of("tests/quiz/test_x.py") > 0
    assert by_turns.place_of("tests/test_project.py") == by_turns.place_of("tests/lesson/test_x.py")
