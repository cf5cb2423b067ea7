"""A fault in any panel, on the page or in Python, becomes one sentence on the page."""

import importlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import course_helpers
from course_helpers.authoring.script_words import PACKAGE, panels
from course_helpers.explorers.claims import ClaimExplorer
from course_helpers.explorers.disagreements import DisagreementExplorer
from course_helpers.explorers.good_day import GoodDayExplorer
from course_helpers.explorers.hands_find import HandsFind
from course_helpers.explorers.look_first import LookFirst
from course_helpers.explorers.pace import PaceBar
from course_helpers.explorers.search import SearchTrainer
from course_helpers.explorers.signs import SignExplorer
from course_helpers.explorers.sorting import SortPanel
from course_helpers.knowledge import load
from course_helpers.my_practice.certificate_panel import CertificatePanel
from course_helpers.my_practice.history_panel import HistoryPanel
from course_helpers.my_practice.own_record import OwnRecordPanel
from course_helpers.my_practice.reminder_panel import ReminderPanel
from course_helpers.my_practice.standing_panel import StandingPanel
from course_helpers.panel import Panel
from course_helpers.player import PlayerPanel
from course_helpers.quiz.review_panel import ReviewPanel
from course_helpers.quiz.short_way import ShortWayPanel
from course_helpers.quiz.widget import CheckPanel, QuizPanel, WarmUpPanel
from course_helpers.record import Record, open_record
from course_helpers.record.panel import StoredPanel
from course_helpers.record.read_marks import ReadMark
from course_helpers.workshop.projector import ProjectorPanel
from tests.my_practice.test_certificate import know_all, read_all
from tests.quiz.stage import UNCAUGHT, StageTab, TakeStageTab, put_on_stage, shown, stage_tab_with

pytestmark = pytest.mark.usefixtures("own_record")

PANELS: dict[type[Panel], tuple[str, ...]] = {
    ClaimExplorer: (),
    DisagreementExplorer: (),
    GoodDayExplorer: (),
    HandsFind: (),
    LookFirst: (),
    PaceBar: (),
    SearchTrainer: (),
    SignExplorer: (),
    SortPanel: ("1.1",),
    PlayerPanel: (next(iter(load().routines)),),
    CheckPanel: (next(iter(load().check_questions)),),
    QuizPanel: ("safety",),
    WarmUpPanel: (),
    ShortWayPanel: (),
    ReadMark: ("00",),
    StoredPanel: (),
    ProjectorPanel: (),
    StandingPanel: ("all",),
    ReviewPanel: (),
    HistoryPanel: (),
    ReminderPanel: (),
    CertificatePanel: (),
    OwnRecordPanel: (),
}
CONTROLS = ("button:not([aria-disabled=true])", "select", "input[type=radio], input[type=checkbox]", "a[data-step]")
ONLY_CHOSEN = {(WarmUpPanel, CONTROLS[2]), (ReminderPanel, CONTROLS[2]), (LookFirst, CONTROLS[2])}
"""A choice that does nothing until it is kept, or that is made already."""
ONLY_LINKS = {StandingPanel}
"""It leads to other places and has nothing to press."""


ASKED = re.compile(r"\.(?:ask|press|question|tell|send)\(\{\s*kind: \"(\w+)\"")
"""How a script asks for an act by its name."""
VIEW = re.compile(r"^export default panel\((\w+)\);", re.MULTILINE)
"""The page of a panel, as the last line of its script names it."""
ASKS_BY_VARIABLE = {QuizPanel, CheckPanel, ReviewPanel}
"""The kind of a press comes from the button."""


def _something_is_due() -> None:
    know_all(Record(open_record().path, now=lambda: datetime.now(UTC) - timedelta(days=40)))


def _all_is_read_and_known() -> None:
    read_all(open_record())
    know_all(open_record())


PREPARED: dict[type[Panel], Callable[[], None]] = {
    ReviewPanel: _something_is_due,
    CertificatePanel: _all_is_read_and_known,
}
"""What has to be in the record, so that there is something to press."""
BREAK = """() => {
  window.broken = 0;
  const within = (node) => node.nodeType === 1 && (node.closest('.course-panel') || !node.isConnected);
  const undo = [];
  const breaks = (owner, name, kind) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    undo.push(() => Object.defineProperty(owner, name, own));
    Object.defineProperty(owner, name, { ...own, [kind](...given) {
      if (!window.broken && within(this)) {
        window.broken += 1;
        for (const back of undo) back();
        throw new Error('A fault nobody foresaw.');
      }
      return own[kind].apply(this, given);
    } });
  };
  breaks(Node.prototype, 'textContent', 'set');
  for (const name of ['append', 'replaceChildren', 'setAttribute']) breaks(Element.prototype, name, 'value');
  breaks(HTMLElement.prototype, 'hidden', 'set');
}"""
"""The next thing that the page changes fails, once."""


def every_kind(base: type[Panel] = Panel) -> Iterator[type[Panel]]:
    for kind in base.__subclasses__():
        yield from every_kind(kind)
        whole = hasattr(kind, "_esm") and not kind.__name__.startswith("_")
        if whole and kind.__module__.startswith("course_helpers."):
            yield kind


def test_no_panel_is_left_out() -> None:
    """Whoever adds one meets this: beside which script, or behind which call of a lesson, it may stand."""
    panels()  # imports whatever stands beside a script
    for module, *kind in course_helpers.PLACES.values():
        if kind:
            importlib.import_module(f"course_helpers.{module}")
    assert {kind.__name__ for kind in every_kind()} == {kind.__name__ for kind in PANELS}


def test_no_script_of_a_page_is_left_out() -> None:
    written = {found for script in PACKAGE.rglob("*.js") for found in VIEW.findall(script.read_text(encoding="utf-8"))}
    assert written == {found for kind in PANELS for found in VIEW.findall(str(kind._esm))}


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.__name__)
def test_what_is_not_in_the_table_of_acts_is_refused(kind: type[Panel]) -> None:
    assert "answer_request" not in vars(kind), "every panel names its acts in one table"
    panel = kind.current(*PANELS[kind])
    before = shown(panel)
    for asked in ("", "erase", None, ["check"]):
        assert panel.answer_request({"kind": asked}) == load().strings.panel.refused
    assert shown(panel) == before


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.__name__)
def test_what_a_script_asks_for_is_in_the_table(kind: type[Panel]) -> None:
    asked = set(ASKED.findall(str(kind._esm)))
    panel = kind.current(*PANELS[kind])
    assert asked <= {"look", *panel.acts()}
    assert asked - {"look"} or not panel.acts() or kind in ASKS_BY_VARIABLE


@pytest.fixture
def tab(stage_tab: TakeStageTab) -> Iterator[StageTab]:
    UNCAUGHT.clear()
    tab = stage_tab_with(stage_tab)
    tab.size(1000, 900)
    yield tab
    assert [str(error) for error in UNCAUGHT] == []


def says_so(page: Page) -> None:
    """One sentence, in sight."""
    sentence = page.locator(".course-panel").get_by_text(load().strings.panel.fault)
    expect(sentence).to_have_count(1)
    expect(sentence).to_be_visible()


def forget_the_fault(page: Page) -> None:
    page.evaluate(
        """(fault) => { for (const node of document.querySelectorAll('[role=status], [role=alert]'))
          if (node.textContent === fault) node.replaceChildren(); }""",
        load().strings.panel.fault,
    )


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.__name__)
def test_a_handler_that_fails_on_the_page(kind: type[Panel], tab: StageTab) -> None:
    PREPARED.get(kind, lambda: None)()
    stage = put_on_stage(tab, kind.current(*PANELS[kind]))
    page = stage.page
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.evaluate("document.addEventListener('click', (event) => event.target.closest('a') && event.preventDefault())")
    pressed = 0
    for control in CONTROLS:
        found = page.locator(f".course-panel :is({control}):visible")
        if not found.count() or (kind, control) in ONLY_CHOSEN:
            continue
        page.evaluate(BREAK)
        if control == "select":
            found.first.select_option(index=1)
        else:
            found.first.click()
        page.wait_for_function("window.broken === 1")
        says_so(page)
        forget_the_fault(page)
        pressed += 1
    assert pressed or kind in ONLY_LINKS, stage.panel


SHOWING = [kind for kind in PANELS if set(kind.class_trait_names(sync=True)) - set(Panel.class_trait_names(sync=True))]


@pytest.mark.parametrize("kind", SHOWING, ids=lambda kind: kind.__name__)
def test_a_view_that_cannot_be_built(kind: type[Panel], tab: StageTab) -> None:
    """What a panel shows is missing or of another form."""
    panel = kind.current(*PANELS[kind])
    words = {"words": shown(panel)["words"]}
    put_on_stage(tab, panel, state=words)
    says_so(tab.page)


MOVING = [kind for kind in PANELS if kind.class_trait_names(moves=True)]


@pytest.mark.parametrize("kind", MOVING, ids=lambda kind: kind.__name__)
def test_a_change_that_cannot_be_shown(kind: type[Panel], tab: StageTab) -> None:
    panel = kind.current(*PANELS[kind])
    put_on_stage(tab, panel)
    tab.page.evaluate(
        "(names) => window.arrive({ state: Object.fromEntries(names.map((n) => [n, null])), replies: [] })",
        kind.class_trait_names(moves=True),
    )
    says_so(tab.page)


@pytest.mark.parametrize("kind", MOVING, ids=lambda kind: kind.__name__)
def test_a_fault_in_python(kind: type[Panel], tab: StageTab, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = kind.current(*PANELS[kind])
    put_on_stage(tab, panel)

    def broken(*_: object) -> Any:
        raise RuntimeError("A fault nobody foresaw.")

    for name in ("refresh", "answer_request"):
        monkeypatch.setattr(panel, name, broken)
    tab.page.evaluate("window.dispatchEvent(new Event('course-forget'))")
    says_so(tab.page)
    # A page that had to wait for its answer asks once more, and meets the same fault.
    assert {str(fault) for fault in panel.faults} == {"A fault nobody foresaw."}
    assert kind.__name__ in str(panel._living), "the panel itself lives on"
