"""A tab that one test hands to the next: whatever was left in it, the next one meets nothing of it."""

from typing import Any

import pytest

from course_helpers.knowledge import load
from course_helpers.quiz.widget import CheckPanel
from tests.quiz.stage import UNCAUGHT, Stage, StageTab, put_on_stage
from tests.tab import Tabs

pytestmark = pytest.mark.usefixtures("own_record")
CHECK = next(iter(load().check_questions))
LEAVES_MUCH = """() => {
  localStorage.left = sessionStorage.left = window.name = window.left = 'left';
  document.cookie = 'left=left';
  document.body.append(Object.assign(document.createElement('input'), { id: 'left' }));
  document.getElementById('left').focus();
  addEventListener('pagehide', () => { localStorage.late = 'left'; });
  setInterval(() => { localStorage.late = 'left'; window.toPython({ id: 'late', kind: 'look' }); }, 50);
}"""
MEETS = """() => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, window.name, window.left ?? null, document.cookie, location.href,
  document.activeElement.tagName, scrollY, innerWidth, innerHeight,
  ...[':hover', '#left', 'style', '.course-quiz'].map((name) => document.querySelectorAll(name).length)])"""


def put(tab: StageTab) -> Stage:
    tab.size(1000, 900)
    return put_on_stage(tab, CheckPanel.current(CHECK))


def test_the_next_test_meets_nothing_of_the_last(stage_tabs: Tabs[StageTab], monkeypatch: pytest.MonkeyPatch) -> None:
    tab = stage_tabs.take()
    first = put(tab)
    met = first.page.evaluate(MEETS)
    first.page.evaluate(LEAVES_MUCH)
    first.page.set_viewport_size({"width": 500, "height": 400})
    first.page.mouse.move(250, 200)
    assert first.page.evaluate(MEETS) != met
    stage_tabs.give_back(tab)
    again = stage_tabs.take()
    assert again is tab
    heard: list[Any] = []
    second = put(again)
    monkeypatch.setattr(second.panel, "_hear", lambda *said: heard.append(said))
    second.page.wait_for_timeout(100)
    assert (heard, UNCAUGHT) == ([], [])
    assert second.page.evaluate(MEETS) == met
    stage_tabs.give_back(again)


def test_what_would_outlive_a_test_is_told(stage_tabs: Tabs[StageTab]) -> None:
    tab = stage_tabs.take()
    tab.page.emulate_media(media="print")
    with pytest.raises(AssertionError, match="The next test would meet this"):
        stage_tabs.give_back(tab)
    tab.page.close()
    stage_tabs.give_back(tab)
    other = stage_tabs.take()
    assert other is not tab
    stage_tabs.give_back(other)
