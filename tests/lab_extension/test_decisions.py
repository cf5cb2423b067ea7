"""The extension's decisions, run as the browser runs them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.knowledge.walking import texts_of
from course_helpers.knowledge.wording import filled
from course_helpers.lab_extension import assemble
from tests.modules import module_of

DECISIONS = Path(assemble.__file__).with_name("decisions.js")
LISTED = {"00_start.ipynb": ["a", "b"], "empty.ipynb": []}

Decide = Callable[..., Any]
DecideEach = Callable[[str, list[tuple[Any, ...]]], list[Any]]


@pytest.fixture(scope="module")
def decide(browser: Browser) -> Iterator[Decide]:
    """Calls a function of decisions.js, loaded as the plain module it is."""
    page = browser.new_page()
    page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          const decisions = await import(url);
          const each = (name, calls) => calls.map((call) => decisions[name](...call));
          window.decisions = { ...decisions, each };
        }""",
        module_of(DECISIONS),
    )
    yield lambda name, *arguments: page.evaluate("([n, a]) => window.decisions[n](...a)", [name, list(arguments)])
    page.close()


@pytest.fixture
def decide_each(decide: Decide) -> DecideEach:
    """Calls a function many times; to ask the page costs more than any call."""

    def ask(name: str, calls: list[tuple[Any, ...]]) -> list[Any]:
        return list(decide("each", name, [list(arguments) for arguments in calls]))

    return ask


@pytest.mark.parametrize("path", ["00_start.ipynb", "notebooks/00_start.ipynb", "RTC:course/00_start.ipynb"])
def test_a_lesson_is_known_by_its_name_and_all_its_code(decide: Decide, path: str) -> None:
    assert decide("isCourseLesson", LISTED, path, ["a", "b"])


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("other.ipynb", ["a", "b"]),
        ("00_start.ipynb", ["a"]),
        ("00_start.ipynb", ["b", "a"]),
        ("00_start.ipynb", ["a", "b", "evil()"]),
        ("00_start.ipynb", ["a", "b "]),
        ("00_start.ipynb", []),
        ("constructor", []),
        ("__proto__", []),
        ("", []),
    ],
)
def test_anything_else_is_foreign(decide: Decide, path: str, code: list[str]) -> None:
    assert not decide("isCourseLesson", LISTED, path, code)


def test_only_a_marked_lesson_with_other_code_counts_as_changed(decide: Decide) -> None:
    assert decide("isChangedLesson", LISTED, "x/00_start.ipynb", ["evil()"], True)
    assert not decide("isChangedLesson", LISTED, "x/00_start.ipynb", ["evil()"], False)
    assert not decide("isChangedLesson", LISTED, "x/mine.ipynb", ["evil()"], True)
    assert not decide("isChangedLesson", LISTED, "x/00_start.ipynb", ["a", "b"], True)


@pytest.mark.parametrize(
    ("playing", "statuses", "last"),
    [
        (False, ["restarting", "starting", "idle"], "run"),
        (False, ["autorestarting", "unknown", "starting", "busy", "idle"], "run"),
        (True, ["autorestarting", "starting", "idle"], "offer"),
        (False, ["busy", "idle"], "none"),
        (True, ["busy", "idle"], "none"),
        (False, ["dead"], "tell"),
        (False, ["restarting", "idle", "busy", "idle"], "none"),
    ],
)
def test_a_lost_kernel_is_made_good_once(decide: Decide, playing: bool, statuses: list[str], last: str) -> None:
    lost = False
    action = "none"
    for status in statuses:
        next_step = decide("onKernelStatus", {"lost": lost, "playing": playing}, status)
        lost, action = next_step["lost"], next_step["action"]
    assert action == last


@pytest.mark.parametrize("key", ["d", "b", "x", "Enter", "ArrowDown", "0", "Delete", " "])
def test_plain_keys_are_kept_from_jupyter(decide: Decide, key: str) -> None:
    assert decide("isKeptFromJupyter", {"key": key})
    assert decide("isKeptFromJupyter", {"key": key, "shiftKey": True})


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("Enter", "altKey"),
        ("ArrowUp", "altKey"),
        *((key, "ctrlKey") for key in ("f", "g", "a", "c", "x", "v", "z", "s", "Enter", "Backspace", "m", "h")),
        *((key, "metaKey") for key in ("c", "f", "v")),
    ],
)
def test_keys_that_would_act_on_cells_or_mean_something_to_the_browser_are_kept(
    decide: Decide, key: str, held: str
) -> None:
    assert decide("isKeptFromJupyter", {"key": key, held: True})


@pytest.mark.parametrize("key", ["M", "-", "_", "ArrowDown", "ArrowLeft", "Z", "S", "G", "Q"])
def test_keys_that_would_change_cells_with_shift_are_kept(decide: Decide, key: str) -> None:
    assert decide("isKeptFromJupyter", {"key": key, "ctrlKey": True, "shiftKey": True})


@pytest.mark.parametrize(
    "press",
    [
        {"key": "Escape"},
        {"key": "Tab"},
        {"key": "Tab", "shiftKey": True},
        {"key": "b", "ctrlKey": True},
        {"key": "C", "ctrlKey": True, "shiftKey": True},
        {"key": "]", "ctrlKey": True, "shiftKey": True},
        {"key": "w", "altKey": True},
    ],
)
def test_escape_tab_and_what_moves_about_the_frame_keep_their_meaning(decide: Decide, press: dict[str, Any]) -> None:
    assert not decide("isKeptFromJupyter", press)


@pytest.mark.parametrize(
    ("press", "asks"),
    [
        ({"key": "f", "ctrlKey": True}, True),
        ({"key": "F", "metaKey": True}, True),
        ({"key": "f"}, False),
        ({"key": "F", "ctrlKey": True, "shiftKey": True}, False),
        ({"key": "f", "ctrlKey": True, "altKey": True}, False),
    ],
)
def test_the_search_has_its_usual_keys(decide: Decide, press: dict[str, Any], asks: bool) -> None:
    assert decide("isFind", press) is asks


@pytest.mark.parametrize(
    ("command", "may"),
    [
        ("notebook:delete-cell", False),
        ("notebook:run-cell-and-insert-below", False),
        ("notebook:something-new", False),
        ("editmenu:clear-all", False),
        ("docmanager:reload", False),
        ("docmanager:save-as", False),
        ("toc:run-cells", False),
        ("documentsearch:startWithReplace", False),
        ("docmanager:open", True),
        ("notebook:restart-kernel", True),
        ("toc:show-panel", True),
        ("application:activate-next-tab", True),
    ],
)
def test_what_jupyterlab_may_do_while_a_lesson_is_in_front(decide: Decide, command: str, may: bool) -> None:
    """A command of a known family that nobody thought of is refused."""
    assert decide("mayRunOnLesson", command) is may


def test_text_sizes_have_two_ends(decide: Decide) -> None:
    sizes = [18]
    for change in (1, 1, 1, 1, -1, -1, -1, -1, -1):
        sizes.append(decide("nextTextSize", sizes[-1], change))
    assert sizes == [18, 20, 23, 23, 23, 20, 18, 16, 16, 16]
    assert decide("nextTextSize", 0, 0) == 18
    assert decide("nextTextSize", 999, 0) == 18


@pytest.mark.parametrize("place", ["neutral", "uk", "us", "eu"])
def test_the_help_window_says_it_in_the_words_of_the_place_as_python_does(
    decide: Decide, decide_each: DecideEach, place: str
) -> None:
    """E22, A9: two writers of the same sentence never differ, capital letters and °F included."""
    told = [*load().care_cards.values(), *load().tier_rows.values(), *load().warning_signs.values()]
    texts = [text for record in told for _, text in texts_of(record)]
    words, written = assemble.extension_data()["locales"][place], load().locales[place]
    assert decide("inWordsOf", "{midwife}? {midwife}, {id}", words).startswith(written.midwife.capitalize())
    assert decide_each("inWordsOf", [(text, words) for text in texts]) == [filled(text, written) for text in texts]


def test_the_key_for_saving_is_known_by_its_place(decide: Decide) -> None:
    """Where another script is written, the letter is another one; Ctrl and the same key save all the same."""
    assert decide("isSave", {"key": "ы", "code": "KeyS", "ctrlKey": True})
    assert decide("isKeptFromJupyter", {"key": "ы", "code": "KeyS", "ctrlKey": True})
    assert not decide("isSave", {"key": "o", "code": "KeyS", "ctrlKey": True}), "a Dvorak keyboard writes its own"


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("http://h/files/notebooks/00_start.ipynb", ""),
        ("http://h/files/notebooks/00_start.ipynb?_xsrf=1", ""),
        ("http://h/files/notebooks/00_start.ipynb#0.1-A:-%E2%80%9Cb%E2%80%9D", "0.1-A:-“b”"),
        ("http://h/files/notebooks/00_start.ipynb%230.1-A#0.1-A", "0.1-A"),
        ("00_start.ipynb#0.1-A", "0.1-A"),
        ("http://h/files/00_start.ipynb#100%", "100%"),
    ],
)
def test_a_link_to_a_lesson_is_known_whatever_was_made_of_it(decide: Decide, address: str, heading: str) -> None:
    assert decide("lessonPlace", LISTED, address) == {"lesson": "00_start.ipynb", "heading": heading}


@pytest.mark.parametrize(
    "address", ["http://h/other.ipynb#a", "http://h/00_start.ipynb.txt", "#0.1-A", "constructor.ipynb", ""]
)
def test_a_link_elsewhere_is_left_alone(decide: Decide, address: str) -> None:
    assert decide("lessonPlace", LISTED, address) is None


# What has to run


def cell(call: str, **but: Any) -> dict[str, Any]:
    return {"code": f"import course_helpers as course\n\ncourse.{call}()", "trusted": True, "shows": True} | but


def test_what_is_stored_as_it_would_come_is_not_made_anew(decide: Decide) -> None:
    cells = [cell("figure"), cell("check"), cell("look_closer"), cell("read_mark")]
    assert decide("cellsToRun", cells, ["figure", "look_closer"], True) == [1, 3]


@pytest.mark.parametrize("but", [{"trusted": False}, {"shows": False}, {"code": "evil()"}, {"code": "figure()"}])
def test_any_doubt_about_a_stored_output_has_it_run(decide: Decide, but: dict[str, Any]) -> None:
    assert decide("cellsToRun", [cell("figure", **but)], ["figure"], True) == [0]


def test_a_lesson_that_is_not_as_the_course_stored_it_is_run_whole(decide: Decide) -> None:
    assert decide("cellsToRun", [cell("figure"), cell("check")], ["figure"], False) == [0, 1]


def test_only_documents_stay_and_every_panel_runs() -> None:
    code = [one for cells in assemble.extension_data()["lessonCode"].values() for one in cells]
    found: dict[str, bool] = {}
    for one in code:
        name = one.partition("course.")[2].partition("(")[0]
        if name not in found:
            given: dict[str, Any] = {}
            exec(one.replace("course.", "result = course.", 1), given)
            found[name] = isinstance(given["result"], Document)
    assert {name for name, is_document in found.items() if is_document} == set(assemble.STILL_CALLS)
    assert not found["check"]
