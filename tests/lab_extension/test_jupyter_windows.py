"""A window that JupyterLab opens by itself never lies over Stop."""

from playwright.sync_api import Browser

from tests.lab_extension.frame_page import frame_page

OPENED = """([state, told]) => {
  document.querySelector('.course-player').dataset.state = state;
  window.pressed = [];
  frame.keepStopInReach({ reject: () => { pressed.push('closed'); } }, () => told);
}"""
STOPS = ("running", "get-ready", "changeover", "paused", "stopped-pain")


def test_it_is_closed_where_a_routine_has_a_stop(browser: Browser) -> None:
    """Whatever it says: a server that is gone opens one too, and the first press on Stop was lost to it."""
    page = frame_page(browser, "<div class='course-player'></div>", "jupyter_windows.js")
    page.clock.install()
    closed = {}
    for state, told in (*((state, False) for state in STOPS), ("gate", False), ("done", False), ("gate", True)):
        page.evaluate(OPENED, [state, told])
        page.clock.run_for(300)
        closed[state, told] = bool(page.evaluate("pressed.length"))
    page.close()
    assert closed == {(state, False): True for state in STOPS} | {
        ("gate", False): False,
        ("done", False): False,
        ("gate", True): True,
    }


def test_a_routine_behind_another_lesson_closes_nothing(browser: Browser) -> None:
    """Nobody would see its Stop, and what a window asks may be meant for the lesson in front."""
    page = frame_page(browser, "<div hidden><div class='course-player'></div></div>", "jupyter_windows.js")
    page.clock.install()
    page.evaluate(OPENED, ["paused", False])
    page.clock.run_for(300)
    assert page.evaluate("pressed.length") == 0
    page.close()
