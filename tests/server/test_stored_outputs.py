"""Stored outputs are shown as they are only where they are, to the letter, what the course stored."""

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from course_helpers.knowledge import ContentError
from course_helpers.server import making, stored_outputs
from course_helpers.server.stored_outputs import is_as_stored, lessons_as_stored, sign
from tests.places import ROOT

LESSON = "05_safety_quiz.ipynb"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A lesson of its own."""
    return Path(shutil.copy(ROOT / "notebooks" / LESSON, tmp_path / LESSON))


@pytest.fixture(autouse=True)
def own_signatures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures that nobody else has."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))


def changed(lesson: Path, change: dict[str, Any]) -> None:
    """Add to the first output of a lesson."""
    notebook = json.loads(lesson.read_text(encoding="utf-8"))
    output = next(cell for cell in notebook["cells"] if cell.get("outputs"))["outputs"][0]
    output["data"] |= change
    lesson.write_text(json.dumps(notebook), encoding="utf-8")


def is_signed(lesson: Path) -> bool:
    notary: Any = NotebookNotary()
    return bool(notary.check_signature(nbformat.read(lesson, as_version=4)))


def test_every_lesson_is_as_stored() -> None:
    lessons = sorted((ROOT / "notebooks").glob("*.ipynb"))
    assert lessons_as_stored(ROOT / "notebooks") == lessons


def test_a_lesson_with_other_line_ends_is_the_same(lesson: Path) -> None:
    lesson.write_bytes(lesson.read_bytes().replace(b"\n", b"\r\n"))
    assert is_as_stored(lesson)


def test_what_the_course_stored_is_signed(lesson: Path) -> None:
    assert not is_signed(lesson)
    sign([lesson])
    assert is_signed(lesson)
    sign([lesson])


@pytest.mark.parametrize("change", [{"text/html": "<img src=x onerror=alert(1)>"}, {"text/plain": "other"}])
def test_foreign_html_beside_our_code_is_not_signed(lesson: Path, change: dict[str, Any]) -> None:
    changed(lesson, change)
    sign([lesson])
    assert not is_as_stored(lesson)
    assert not is_signed(lesson)


def test_what_comes_into_a_lesson_while_it_is_signed_is_not(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = nbformat.reads

    def late(text: str, *given: Any, **more: Any) -> Any:
        changed(lesson, {"text/html": "<script>alert(1)</script>"})
        return reads(text, *given, **more)  # type: ignore[no-untyped-call]

    with monkeypatch.context() as busy:
        busy.setattr(nbformat, "reads", late)
        sign([lesson])
    assert not is_signed(lesson)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"cells": "\\ud83d"}', '{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}"]
)
def test_a_file_that_is_no_notebook_is_not_as_stored(lesson: Path, text: str) -> None:
    lesson.write_text(text, encoding="utf-8")
    assert not is_as_stored(lesson)


def test_a_lesson_that_is_gone_and_one_of_another_name_are_not_as_stored(lesson: Path) -> None:
    other = lesson.rename(lesson.with_name("other.ipynb"))
    assert not is_as_stored(lesson)
    assert not is_as_stored(other)


def test_the_words_of_a_place_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LESSON in making.shown_as_stored(ROOT / "notebooks")
    monkeypatch.setenv("COURSE_LOCALE", "uk")
    assert making.shown_as_stored(ROOT / "notebooks") == []


def test_damaged_content_is_told_by_running(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> None:
        raise ContentError([])

    monkeypatch.setattr(making, "load", damaged)
    assert making.shown_as_stored(ROOT / "notebooks") == []


def test_digests_lie_beside_each_other_one_a_lesson() -> None:
    names = {path.stem for path in stored_outputs.DIGESTS.glob("*")}
    assert names == {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
