"""Several views of one player: all show the same, and one is told what is read out."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.modules import page_with
from tests.places import PLAYER
from tests.player.engine_page import run

THREE = """const views = new Views();
  const heard = { a: [], b: [], c: [] };
  const view = (name) => ({ tell: (...told) => heard[name].push(told), update: (screen) => heard[name].push(screen) });
  const [a, b, c] = Object.keys(heard).map(view);
  for (const one of [a, b, c]) views.join(one);"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from page_with(browser, PLAYER / "views.js")


def three(page: Page, script: str) -> Any:
    return run(page, f"{THREE} {script}")


def test_what_is_read_out_is_said_in_the_view_that_was_used_last(page: Page) -> None:
    script = "views.used = b; views.tell('alert', 'Stop.'); return heard"
    assert three(page, script) == {"a": [], "b": [["alert", "Stop.", False]], "c": []}


def test_where_none_was_used_or_that_one_is_gone_the_first_is_told(page: Page) -> None:
    untouched = three(page, "views.tell('status', 'Half.'); return heard")
    gone = three(page, "views.used = a; views.leave(a); views.tell('status', 'Half.'); return heard")
    assert untouched == {"a": [["status", "Half.", False]], "b": [], "c": []}
    assert gone == {"a": [], "b": [["status", "Half.", False]], "c": []}


def test_captions_and_pages_reach_every_view(page: Page) -> None:
    script = "views.used = b; views.tell('caption', 'Rest.'); views.update(true); return heard"
    assert three(page, script) == {name: [["caption", "Rest.", False], True] for name in "abc"}


def test_one_view_leads_and_nobody_is_told_once_all_are_gone(page: Page) -> None:
    script = """const leading = () => [a, b, c].map((one) => views.leads(one));
      const first = leading();
      views.used = c;
      const used = leading();
      for (const one of [a, b, c]) views.leave(one);
      views.tell('alert', 'Stop.');
      return [first, used, views.size, views.first, heard]"""
    first, used, size, left, heard = three(page, script)
    assert (first, used) == ([True, False, False], [False, False, True])
    assert (size, left, heard) == (0, None, {"a": [], "b": [], "c": []})
