"""The whole run: two rows that work beside each other, what they wait for, and one failure is enough."""

import subprocess
import threading
from typing import Any

import pytest

from course_helpers.commands import test as command
from tests.places import ROOT

WAIT_SECONDS = 10


@pytest.mark.parametrize("failing", [None, "tests", *command.CHECKS])
def test_no_row_waits_for_the_checks_of_the_other(
    failing: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tests_begun = threading.Event()
    begun: list[str] = []

    def answer(module: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
        [name] = [name for name, asked in command.CHECKS.items() if asked == module]
        if name == command.TYPES:
            assert tests_begun.wait(WAIT_SECONDS), "the tests waited for the types"
        begun.append(name)
        return subprocess.CompletedProcess(module, int(name == failing), stdout="said\n")

    def pytest_ends(words: tuple[str, ...], settings: dict[str, str], *_: Any) -> int:
        begun.append("tests")
        tests_begun.set()
        return int(failing == "tests")

    monkeypatch.setattr(command, "answer", answer)
    monkeypatch.setattr(command, "pytest_ends", pytest_ends)
    assert command.in_two_rows(("pytest",), command.CHECKS) == (failing is None)
    assert begun.index("tests") > begun.index("content and lessons")
    assert begun.count("tests") == 2
    told = capsys.readouterr().out
    assert all(f"— {name}\nsaid" in told for name in command.CHECKS)
    assert ("Not right yet" in told) == (failing is not None)


def test_types_that_are_known_by_then_are_told_before_the_tests(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other_row_tests = threading.Event()

    def answer(module: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
        if module != command.CHECKS[command.TYPES]:
            assert other_row_tests.wait(WAIT_SECONDS)
        return subprocess.CompletedProcess(module, 0, stdout="said\n")

    def pytest_ends(words: tuple[str, ...], settings: dict[str, str], *_: Any) -> int:
        other_row_tests.set()
        return 0

    monkeypatch.setattr(command, "answer", answer)
    monkeypatch.setattr(command, "pytest_ends", pytest_ends)
    assert command.in_two_rows(("pytest",), command.CHECKS)
    told = capsys.readouterr().out
    assert told.index("— types") < told.index("— tests")
    assert told.count("— types") == 1


def test_a_folder_is_tested_in_two_rows_without_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def in_two_rows(words: tuple[str, ...], checks: object) -> bool:
        asked.append((words, checks))
        return True

    monkeypatch.setattr(command, "in_two_rows", in_two_rows)
    monkeypatch.chdir(ROOT)
    assert command.main(["tests/quiz"]) == 0
    assert asked == [(("pytest", *command.BY_TURNS, "tests/quiz"), {})]
