"""The first words of a lesson are those that its page will show, and nothing among them can be pressed."""

import json
import shutil
from pathlib import Path

import pytest

from course_helpers.knowledge import load
from course_helpers.server import stored_outputs
from course_helpers.server.first_words import first_words
from tests.places import ROOT

LESSON = "05_safety_quiz.ipynb"


def lesson_beginning(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> Path:
    """A lesson that begins with a text, as if the course had stored it so."""
    path = folder / "lesson.ipynb"
    path.write_text(json.dumps({"cells": [{"source": "A hint."}, {"source": [source]}]}), encoding="utf-8")
    monkeypatch.setattr(stored_outputs, "DIGESTS", folder)
    digest = stored_outputs.digest_of(json.loads(path.read_text(encoding="utf-8")))
    stored_outputs.digest_file(path.name).write_text(digest, encoding="ascii")
    return path


@pytest.mark.parametrize("lesson", load().lessons.values(), ids=lambda lesson: lesson.id)
def test_every_lesson_begins_with_its_title(lesson: object) -> None:
    notebook, title = lesson.notebook, lesson.title  # type: ignore[attr-defined]
    words = first_words(ROOT / "notebooks" / notebook)
    assert words is not None
    assert words.startswith(f"<h1>{title}</h1><p>Lesson ")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "# Title\n\nWords that are **bold** and not.",
            "<h1>Title</h1><p>Words that are <strong>bold</strong> and not.</p>",
        ),
        ("# One & two\n\n“5 < 6”", "<h1>One &amp; two</h1>"),
        ("# Title\n\nFirst.\n\nSee [a link](there).\n\nLast.", "<h1>Title</h1><p>First.</p>"),
        ("# Title\n\n- A list.", "<h1>Title</h1>"),
        ("# Title\n\n1. A list.", "<h1>Title</h1>"),
        ("# Title\n\n## Another", "<h1>Title</h1>"),
        ("# Title\n\n<img src=x onerror=alert(1)>", "<h1>Title</h1>"),
        ("# *Title*\n\nWords.", None),
        ("## No title", None),
    ],
)
def test_what_is_more_than_text_ends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, shown: str | None
) -> None:
    assert first_words(lesson_beginning(tmp_path, monkeypatch, source)) == shown


def test_a_lesson_that_is_not_as_stored_has_none(tmp_path: Path) -> None:
    lesson = Path(shutil.copy(ROOT / "notebooks" / LESSON, tmp_path))
    assert first_words(lesson) is not None
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("A routine opens", "A door opens"), encoding="utf-8")
    assert first_words(lesson) is None
    lesson.unlink()
    assert first_words(lesson) is None
