"""A tab that one test after another takes: whatever the last one left, the next one meets nothing of it."""

import pytest

from course_helpers.player import PlayerPanel
from tests.player.player_page import PlayerPage
from tests.player.practising import WORDS
from tests.player.tab import ClockedTab, TakeTab
from tests.tab import Tabs

LEAVES_MUCH = """() => {
  localStorage.left = sessionStorage.left = window.name = window.left = 'left';
  document.cookie = 'left=left';
  document.title = 'left';
  document.body.append(Object.assign(document.createElement('input'), { id: 'left' }));
  document.getElementById('left').focus();
  addEventListener('pagehide', () => { localStorage.late = 'left'; });
  setInterval(() => { localStorage.late = 'left'; }, 100);
  history.pushState('left', '', '/left');
  scrollTo(0, 100);
  fetch('/left');
}"""
MEETS = """() => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, window.name, window.left ?? null, document.cookie, document.title,
  document.activeElement.tagName, Date.now(), performance.now() < 1000, location.pathname, history.state,
  scrollY, innerWidth, innerHeight, window.sounds.length,
  ...[':hover', '#left', '.course-player'].map((name) => document.querySelectorAll(name).length)])"""
pytestmark = pytest.mark.usefixtures("own_record")


def test_the_next_test_meets_nothing_of_the_last(tab: TakeTab) -> None:
    one = tab()
    player = PlayerPage(one, PlayerPanel("relax"))
    met = player.page.evaluate(MEETS)
    player.watch()
    player.set(WORDS.tones, value=False)
    player.wait(30)
    player.sleep(24 * 3600)
    player.page.evaluate("() => { queueMicrotask(() => { throw new Error('left'); }); }")
    player.page.evaluate(LEAVES_MUCH)
    player.wait(1)
    assert player.errors
    assert player.requests
    player.page.set_viewport_size({"width": 500, "height": 400})
    player.page.mouse.move(250, 200)
    assert player.page.evaluate(MEETS) != met
    after = PlayerPage(one, PlayerPanel("relax"))
    assert after.page.evaluate(MEETS) == met
    after.wait(1)
    assert (after.errors, after.page.evaluate("localStorage.late ?? null")) == ([], None)
    assert [url for url in after.requests if not url.startswith("blob:")] == []


def test_a_clock_that_was_moved_for_all_is_told(tab: TakeTab) -> None:
    one = tab()
    PlayerPage(one, PlayerPanel("relax")).page.clock.run_for(1000)
    with pytest.raises(Exception, match="The clock of the tab was moved"):
        PlayerPage(one, PlayerPanel("relax"))
    one.page.close()


def test_two_tabs_at_once_are_two_and_what_is_given_back_is_taken_again(tabs: Tabs[ClockedTab]) -> None:
    first, second, dark = tabs.take(), tabs.take(), tabs.take(forced_colors="active")
    assert len({first.context, second.context, dark.context}) == 3
    beside = first.context.new_page()
    for one in (first, second, dark):
        tabs.give_back(one)
    assert beside.is_closed()
    assert tabs.take(forced_colors="active") is dark
    tabs.give_back(dark)
    assert {tabs.take(), tabs.take()} == {first, second}
    for one in (first, second):
        tabs.give_back(one)
