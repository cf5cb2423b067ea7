"""A guest finds nothing of anybody in the browser, leaves nothing, and takes nothing away from those who come back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers import lab_extension
from tests.modules import module_of

SEATED = """async ([source, browser, sittings, full]) => {
  const { seat } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  // As a browser's own: methods that are no entries.
  const methods = {
    getItem(name) { return name in this ? this[name] : null; },
    setItem(name, value) {
      const before = this[name];
      this[name] = String(value);
      if (room === null || size(this) <= room) return;
      if (before === undefined) delete this[name];
      else this[name] = before;
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem(name) { delete this[name]; },
  };
  const store = (entries = {}) => Object.assign(Object.create(methods), entries);
  const size = (one) => Object.entries(one).flat().join('').length;
  let room = null;
  const all = store(browser);
  if (full) room = size(all);
  const tabs = {};
  return sittings.map(([sitting, tab, leaves]) => {
    tabs[tab] ??= store();
    seat(sitting, all, tabs[tab]);
    const found = { browser: { ...all }, tab: { ...tabs[tab] } };
    for (const kept of full ? [tabs[tab]] : [all, tabs[tab]]) Object.assign(kept, leaves);
    return found;
  });
}"""
GUEST = "course-helpers:guest"
OWNERS = {
    "course-helpers:player-settings": '{"speed": 2}',
    "course-helpers:practice:relax:7": "unsent",
    "course-helpers:last-place": "{}",
    "course-helpers:text-size": "20",
    "course-quiz:safety:1": "[1]",
}
NOBODYS = {"course-helpers:browser": "b-1", "jupyterlab:other": "x"}
LEFT = {"course-helpers:player-settings": '{"voice": true}', "course-helpers:places": "p", "course-quiz:x": "[0]"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def seated(
    page: Page, sittings: list[Any], browser: dict[str, str] | None = None, *, full: bool = False
) -> list[dict[str, dict[str, str]]]:
    """What the browser and the tab hold after each start: the guest's sitting, the tab, and what is left there then."""
    source = module_of(Path(lab_extension.__file__).parent / "guest.js")
    found: list[dict[str, dict[str, str]]] = page.evaluate(
        SEATED, [source, browser or OWNERS | NOBODYS, sittings, full]
    )
    return found


def of_persons(store: dict[str, str]) -> dict[str, str]:
    """What a course that is open finds of anybody."""
    ours = {name: value for name, value in store.items() if name.startswith("course-")}
    return {name: value for name, value in ours.items() if name not in {GUEST, *NOBODYS}}


def test_without_guests_nothing_changes(page: Page) -> None:
    (first, second) = seated(page, [["", "a", {"course-helpers:places": "p"}], ["", "a"]])
    assert first["browser"] == OWNERS | NOBODYS
    assert second["tab"] == {"course-helpers:places": "p"}


def test_a_guest_begins_fresh_and_a_reload_or_a_second_tab_changes_nothing(page: Page) -> None:
    first, again, tab = seated(page, [["g1", "a", LEFT], ["g1", "a"], ["g1", "b"]])
    assert of_persons(first["browser"]) == {}
    assert {name: first["browser"][name] for name in NOBODYS} == NOBODYS
    assert of_persons(again["browser"]) == of_persons(again["tab"]) == LEFT
    assert of_persons(tab["browser"]) == LEFT
    assert of_persons(tab["tab"]) == {}


def test_the_next_guest_finds_nothing_of_the_last_one(page: Page) -> None:
    _, second = seated(page, [["g1", "a", LEFT], ["g2", "a"]])
    assert of_persons(second["browser"]) == {}
    assert of_persons(second["tab"]) == {}


def test_whoever_comes_back_has_what_was_theirs_and_nothing_of_the_guests(page: Page) -> None:
    *_, back, later = seated(page, [["g1", "a", LEFT], ["g2", "a", LEFT], ["", "a"], ["", "b"]])
    assert back["browser"] == OWNERS | NOBODYS
    assert back["tab"] == {}
    assert later["browser"] == OWNERS | NOBODYS


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "null", '{"sitting": "g0", "aside": null}', '{"aside": {"other": "x"}}']
)
def test_a_damaged_note_of_a_guest_counts_as_a_guest_that_is_gone(page: Page, kept: str) -> None:
    (fresh,) = seated(page, [["g1", "a"]], LEFT | NOBODYS | {GUEST: kept})
    assert of_persons(fresh["browser"]) == {}
    (back,) = seated(page, [["", "a"]], LEFT | NOBODYS | {GUEST: kept})
    assert back["browser"] == NOBODYS


def test_a_guest_finds_nothing_in_a_browser_that_is_full_and_nothing_is_lost(page: Page) -> None:
    """Putting aside takes no room: where it did, a guest found everything of the person before."""
    first, again, back = seated(page, [["g1", "a", LEFT], ["g1", "a"], ["", "a"]], full=True)
    assert of_persons(first["browser"]) == of_persons(first["tab"]) == {}
    assert of_persons(again["browser"]) == {}, "without room for a note each page of a guest begins fresh"
    assert back["browser"] == OWNERS | NOBODYS


def test_what_an_earlier_course_put_aside_comes_back(page: Page) -> None:
    kept = json.dumps({"sitting": "g0", "aside": OWNERS})
    second, back = seated(page, [["g1", "a", LEFT], ["", "a"]], LEFT | NOBODYS | {GUEST: kept})
    assert of_persons(second["browser"]) == {}
    assert back["browser"] == OWNERS | NOBODYS


def test_a_browser_that_keeps_nothing_is_no_fault(page: Page) -> None:
    source = module_of(Path(lab_extension.__file__).parent / "guest.js")
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    told = page.evaluate(
        """async (source) => {
          const { seatReader } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
          return seatReader({ getOption: () => 'g1' }) ?? 'nothing';
        }""",
        source,
    )
    assert told == "nothing", "a page without an address has no storage at all"
