"""What a panel shows leaves the kernel before its reply is made: the page can paint meanwhile."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from course_helpers.quiz.widget import CheckPanel

pytestmark = pytest.mark.usefixtures("own_record")


def test_what_is_shown_has_left_before_the_reply_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel("c00b")
    done: list[str] = []

    def sent(data: dict[str, Any], **_: object) -> None:
        done.append(data["method"])

    def scheduled(act: Callable[[], None]) -> None:
        done.append("has left")
        act()

    monkeypatch.setattr(panel.comm, "send", sent)
    monkeypatch.setattr(panel.comm, "kernel", SimpleNamespace(iopub_thread=SimpleNamespace(schedule=scheduled)), False)
    panel._hear(panel, {"id": "one", "kind": "submit", "round": 1, "position": 0, "answer": [[0]]}, [])
    assert done == ["update", "has left", "custom"]


def test_a_kernel_that_sends_nothing_more_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel("c00b")
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(
        panel.comm, "kernel", SimpleNamespace(iopub_thread=SimpleNamespace(schedule=waiting.append)), False
    )
    panel._hear(panel, {"id": "two", "kind": "submit", "round": 1, "position": 0, "answer": [[0]]}, [])
    assert len(waiting) == 1
    assert panel.view["feedback"]
