"""Stored text is neutral: a reader elsewhere would call a number that nobody answers."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from course_helpers.__main__ import main
from course_helpers.authoring import execute as execute_module
from course_helpers.authoring.lesson_rules import LessonRule
from course_helpers.authoring.notebooks import read_notebook
from course_helpers.authoring.place_words import (
    every_word_of_a_place_is_filled_in,
    no_place_is_stored,
    pattern,
    words_of_places,
)
from course_helpers.commands import author, lab
from course_helpers.knowledge import load
from course_helpers.locale import chosen_locale, localised, unknown_place
from tests.places import NOTEBOOKS

LESSON = "03"


def with_words(tmp_path: Path, changes: dict[str, str], rule: LessonRule = no_place_is_stored) -> list[str]:
    """What the rule says of lesson 03 with other words in its file."""
    path = tmp_path / load().lessons[LESSON].notebook
    shutil.copy(NOTEBOOKS / path.name, path)
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    read_notebook.cache_clear()
    return [str(problem) for problem in rule(read_notebook(path), load().lessons[LESSON], load())]


@pytest.mark.parametrize("place", ["uk", "us", "eu"])
def test_words_of_a_place_in_a_stored_lesson_are_found(tmp_path: Path, place: str) -> None:
    """Each of them alone, at the beginning of a sentence too; “your doctor” stands in the content for all places."""
    neutral, words = load().locales["neutral"], load().locales[place]
    for name in ("emergency_number", "family_doctor", "support_line"):
        there, here = getattr(words, name), getattr(neutral, name)
        if there in (here, "your doctor") or here not in (NOTEBOOKS / load().lessons[LESSON].notebook).read_text(
            encoding="utf-8"
        ):
            continue
        found = with_words(tmp_path, {here: there})
        assert found, (place, name)
        assert "a word of one place" in found[0]
        assert "execute" in found[0]


def test_the_lessons_as_they_are_hold_none(tmp_path: Path) -> None:
    assert with_words(tmp_path, {}) == []


@pytest.mark.parametrize("there", ["{emergency_number}", "{family_doctor}"])
def test_a_word_that_nobody_filled_in_is_found_in_outputs_and_in_written_text(tmp_path: Path, there: str) -> None:
    """A paragraph after a loss began with “Call {emergency_number} now”, and all tests passed."""
    rule = every_word_of_a_place_is_filled_in
    here = getattr(load().locales["neutral"], there.strip("{}"))
    assert any(f"“{there}” was not filled in" in one for one in with_words(tmp_path, {here: there}, rule))
    title = f"# {load().lessons[LESSON].title}"
    assert any(f"“{there}” was not filled in" in one for one in with_words(tmp_path, {title: f"{title} {there}"}, rule))
    assert with_words(tmp_path, {title: f"{title} {{something}}"}, rule) == []


def test_a_number_of_a_page_is_no_number_to_call() -> None:
    assert not pattern("999").search("Menopause 19(9):995-999.")
    assert pattern("999").search("call 999.")
    assert pattern("your GP").search("Your GP today")


def test_every_place_has_words_of_its_own() -> None:
    assert {place for place, _ in words_of_places(load())} == load().locales.keys() - {"neutral"}


def test_stored_text_is_neutral_whatever_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel that runs a lesson is told so."""
    given: list[dict[str, str]] = []

    class Client:
        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        def execute(self, *, cwd: str, env: dict[str, str]) -> None:
            given.append(env)

    monkeypatch.setenv("COURSE_LOCALE", "us")
    monkeypatch.setattr("nbclient.NotebookClient", Client)
    path = tmp_path / "a.ipynb"
    notebook = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    execute_module.execute(path)
    assert given[0]["COURSE_LOCALE"] == "neutral"
    assert given[0]["PATH"] == os.environ["PATH"]


def test_what_an_author_saves_is_neutral(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COURSE_LOCALE", "us")
    monkeypatch.setenv("COURSE_AUTHOR", "")

    def opened(words: list[str]) -> int:
        assert os.environ["COURSE_LOCALE"] == "neutral"
        return 0

    monkeypatch.setattr(lab, "main", opened)
    assert author.main([]) == 0


@pytest.mark.parametrize("typed", ["uk", "UK", " uk ", "Uk"])
def test_a_place_is_known_however_it_is_written(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LOCALE", typed)
    assert chosen_locale() == "uk"
    assert localised("Call {emergency_number}.") == "Call 999."
    assert unknown_place() == ""


@pytest.mark.parametrize("typed", ["uks", "gb", "en_GB"])
def test_an_unknown_place_is_told(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It counts as neutral, so no number to call is shown: whoever chose it has to know."""
    monkeypatch.setenv("COURSE_LOCALE", typed)
    monkeypatch.setattr("course_helpers.__main__.enter_course_environment", lambda root: None)
    monkeypatch.setattr("course_helpers.__main__.find", lambda word: lambda rest: 0)
    assert chosen_locale() == "neutral"
    assert main(["handouts"]) == 0
    said = capsys.readouterr().err
    assert f"COURSE_LOCALE is “{typed}”" in said
    assert "It knows: " in said
    assert "uk" in said


@pytest.mark.parametrize("typed", ["", " ", "neutral", "us"])
def test_a_known_place_needs_no_word(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_LOCALE", typed)
    monkeypatch.setattr("course_helpers.__main__.enter_course_environment", lambda root: None)
    monkeypatch.setattr("course_helpers.__main__.find", lambda word: lambda rest: 0)
    assert main(["handouts"]) == 0
    assert capsys.readouterr().err == ""
