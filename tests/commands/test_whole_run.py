"""The whole run: what the tests wait for, and one failure is enough."""

import subprocess
import threading

import pytest

from course_helpers.commands import test as command

WAIT_SECONDS = 10


@pytest.mark.parametrize("failing", [None, "tests", *command.CHECKS])
def test_the_tests_wait_for_what_is_kept_of_the_content_and_not_for_types(
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

    def succeeds(name: str, module: tuple[str, ...]) -> bool:
        begun.append(name)
        tests_begun.set()
        return failing != "tests"

    monkeypatch.setattr(command, "answer", answer)
    monkeypatch.setattr(command, "succeeds", succeeds)
    assert command.with_the_types_beside(("pytest",)) == (failing is None)
    assert begun.index("tests") > begun.index("content and lessons")
    told = capsys.readouterr().out
    assert all(f"— {name}\nsaid" in told for name in command.CHECKS)
    assert ("Not right yet" in told) == (failing in command.CHECKS)
