"""Small pure modules that every page shares: which key was pressed, and words with gaps."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.panel import panel
from tests.modules import module_of

FOLDER = Path(panel.__file__).parent
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    page = browser.new_page()
    load = """async (sources) => {
      window.course = {};
      for (const source of sources) {
        const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
        Object.assign(window.course, await import(url));
      }
    }"""
    page.evaluate(load, [module_of(FOLDER / name) for name in ("keys.js", "fill_in.js")])
    yield lambda name, *given: page.evaluate("([name, given]) => window.course[name](...given)", [name, list(given)])
    page.close()


@pytest.mark.parametrize(
    ("key", "code", "meant"),
    [
        ("h", "KeyH", "h"),
        ("H", "KeyH", "h"),
        ("h", "KeyJ", "h"),  # Dvorak: the letter that is written counts
        ("р", "KeyH", "h"),  # Russian
        ("η", "KeyH", "h"),  # Greek
        ("י", "KeyH", "h"),  # Hebrew
        ("ا", "KeyH", "h"),  # Arabic
        ("ㅗ", "KeyH", "h"),  # Korean
        ("Process", "KeyH", "h"),  # a word is being put together
        ("Unidentified", "KeyH", "h"),
        ("Dead", "KeyH", "h"),
        ("ö", "Semicolon", "Semicolon"),
        (" ", "Space", " "),
        ("Process", "Space", " "),
        ("Process", "ArrowLeft", "ArrowLeft"),
        ("Escape", "Escape", "Escape"),
        ("7", "Digit7", "7"),
        ("h", "", "h"),
        ("р", "", "р"),
    ],
)
def test_a_key_is_known_by_its_letter_or_its_place(call: Call, key: str, code: str, meant: str) -> None:
    assert call("letterOrKey", {"key": key, "code": code}) == meant


@pytest.mark.parametrize(
    ("key", "code", "figure"),
    [
        ("1", "Digit1", "1"),
        ("4", "Numpad4", "4"),
        ("&", "Digit1", "1"),  # French: the figure needs Shift
        ("é", "Digit2", "2"),
        ("ě", "Digit2", "2"),  # Czech
        ("٣", "Digit3", "3"),  # Arabic
        ("ArrowLeft", "Numpad4", ""),  # NumLock is off
        ("h", "KeyH", ""),
        ("1", "", "1"),
    ],
)
def test_a_figure_is_known_by_its_sign_or_its_place(call: Call, key: str, code: str, figure: str) -> None:
    assert call("figureOf", {"key": key, "code": code}) == figure


@pytest.mark.parametrize(
    ("press", "held"),
    [
        ({"key": "Enter", "repeat": True}, True),
        ({"key": "Enter", "repeat": False}, False),
        ({"key": "Enter"}, False),
        ({"key": "ArrowDown", "repeat": True}, False),
        ({"key": "Tab", "repeat": True}, False),
    ],
)
def test_enter_that_is_held_is_known(call: Call, press: dict[str, Any], held: bool) -> None:
    assert call("isHeldEnter", press) is held


@pytest.mark.parametrize(
    ("press", "of_a_word"),
    [
        ({"key": "Enter", "isComposing": True, "keyCode": 13}, True),
        ({"key": "Process", "isComposing": True, "keyCode": 229}, True),
        ({"key": "Enter", "isComposing": False, "keyCode": 229}, True),  # Safari, once the word is whole
        ({"key": "Enter", "isComposing": False, "keyCode": 13}, False),
        ({"key": "Enter"}, False),
    ],
)
def test_a_press_that_takes_a_word_of_an_input_method_is_known(
    call: Call, press: dict[str, Any], of_a_word: bool
) -> None:
    assert call("isOfAWord", press) is of_a_word


def test_words_are_filled_in_and_unknown_ones_stay(call: Call) -> None:
    words = {"emergency_number": "112", "number": 3}
    said = call("fillIn", "Call {emergency_number}. {number} {other} {constructor}", words)
    assert said == "Call 112. 3 {other} {constructor}"
