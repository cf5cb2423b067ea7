"""Lessons come alive by themselves, stay alive, and leave no trace."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
from playwright.sync_api import Page, Route, WebSocket, expect

from course_helpers.knowledge import load
from tests.browser.conftest import LIVE_MS, OPENED, Frame, RunningCourse, Watched, open_lesson, wait_until_live

EXPLORER = ".course-explorer select"


@dataclass
class Safety(Watched):
    """Lesson 03, open, with what its page told the server."""

    sent: list[str] = field(default_factory=list)
    editors: tuple[int, int] = (0, 0)
    """How many cells had an editor when it had come alive, and how many had none."""


@pytest.fixture(scope="class")
def safety(frame: Frame, course: RunningCourse) -> Iterator[Safety]:
    """Lesson 03 for tests that leave it as it was."""
    with frame.lent() as lent:
        seen = Safety(lent.page, lent.errors, lent.outside, lent.asked)

        def listen(socket: WebSocket) -> None:
            socket.on("framesent", lambda frame: seen.sent.append(str(frame)))

        seen.page.on("websocket", listen)
        open_lesson(course, seen.page, "03_when_not_to_massage.ipynb")
        seen.page.remove_listener("websocket", listen)
        seen.editors = seen.page.evaluate(EDITORS)
        yield seen


STORED = "() => JSON.stringify(jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON())"
EDITORS = """() => {
  const cells = jupyterapp.shell.currentWidget.content.widgets.filter(({ model }) => model.sharedModel.getSource());
  const made = cells.filter((cell) => cell.editorWidget.node.querySelector('.cm-editor'));
  return [made.length, cells.length - made.length];
}"""
"""How many cells with something in them have an editor, and how many have none."""
CODE_SHOWN = """(shown) => {
  const cell = jupyterapp.shell.currentWidget.content.widgets.find(({ model }) => model.type === 'code');
  cell.inputHidden = !shown;
  const lines = [...cell.editorWidget.node.querySelectorAll('.cm-line')].map((line) => line.textContent);
  return [lines.join('\\n'), cell.model.sharedModel.getSource(), cell.editor.getOption('readOnly')];
}"""
FRAMES = """(cell) => [...cell.querySelectorAll('*')].filter((node) => node.checkVisibility()).map((node) => {
  const { borderColor, borderWidth, boxShadow, outlineStyle, backgroundColor } = getComputedStyle(node);
  return [node.className, borderColor, borderWidth, boxShadow, outlineStyle, backgroundColor].join(' ');
})"""
"""What is drawn round and behind each part of a cell. The cell itself has a ring while the keys are in it."""
CELLS = """() => jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells
  .map((cell) => [cell.id, cell.cell_type, cell.source, (cell.outputs ?? []).length, cell.metadata.tags ?? []])"""
RUN_ALL_COMMANDS = """async () => {
  const { commands } = jupyterapp;
  const ending = /close|shutdown|restart|reconnect|interrupt|new-untitled|create-new|:open|download|show-in-file/;
  const families = /^(notebook|editmenu|runmenu|kernelmenu|docmanager|documentsearch|toc|celltags|cell-toolbar):/;
  const meant = commands.listCommands().filter((id) => families.test(id) && !ending.test(id));
  for (const id of meant) {
    commands.isEnabled(id);
    await Promise.race([commands.execute(id).catch(() => null), new Promise((done) => setTimeout(done, 500))]);
    for (const dialog of document.querySelectorAll('.jp-Dialog .jp-mod-reject')) dialog.click();
  }
  return meant;
}"""
CHANGE_THE_MODEL = """() => {
  const model = jupyterapp.shell.currentWidget.content.model.sharedModel;
  const cell = { cell_type: 'code', source: 'evil()' };
  model.insertCell(0, cell); model.insertCells(0, [cell]); model.addCell(cell);
  model.deleteCell(0); model.deleteCellRange(0, 3); model.moveCell(0, 4); model.moveCells(0, 4, 2); model.undo();
}"""
RENAME_THE_TAB = """async () => {
  const { title, context } = jupyterapp.shell.currentWidget;
  const before = context.path;
  title.label = 'another name';
  await new Promise((done) => setTimeout(done, 300));
  await jupyterapp.serviceManager.contents.get(before, { content: false });
  if (context.path !== before) throw new Error('renamed');
}"""
PRINTED = """() => {
  const { print } = window;
  window.printsAgain = () => { window.print = print; };
  window.print = () => {
    dispatchEvent(new Event('beforeprint'));
    window.onPaper = document.querySelector('.course-print').textContent;
    dispatchEvent(new Event('afterprint'));
  };
}"""
HIT_IN = """(part) => [...CSS.highlights.get('course-found')]
  .some((range) => range.startContainer.parentElement.closest(part))"""


class TestALessonThatStaysAsItWas:
    """Lesson 03 is opened once."""

    def test_an_editor_is_made_when_its_code_is_shown_and_no_other(self, safety: Safety) -> None:
        """What other tests ask of JupyterLab may have made some since."""
        made, unmade = safety.editors
        assert (made, unmade > 0) == (0, True), "none was made when the lesson came alive"
        page = safety.page
        before, _ = page.evaluate(EDITORS)
        stored = page.evaluate(STORED)
        shown, source, is_read_only = page.evaluate(CODE_SHOWN, True)
        assert source
        assert shown == source
        assert is_read_only is True
        assert page.evaluate(EDITORS)[0] <= before + 1
        page.evaluate(CODE_SHOWN, False)
        assert page.evaluate(STORED) == stored

    def test_plain_keys_never_change_the_lesson(self, safety: Safety) -> None:
        page = safety.page
        cells = page.locator(".course-lesson .jp-Cell").count()
        text = page.inner_text(".course-lesson .jp-Notebook")
        page.locator(".course-lesson .jp-MarkdownCell").nth(1).click()
        for key in ("d", "d", "b", "a", "x", "m", "y", "Enter", "0", "0", "Shift+Enter"):
            page.keyboard.press(key)
        page.locator(EXPLORER).first.focus()
        for key in ("d", "d", "b", "x", "j", "k"):
            page.keyboard.press(key)
        page.locator(".course-lesson .jp-MarkdownCell h2").first.dblclick()
        page.wait_for_timeout(500)
        assert page.locator(".course-lesson .jp-Cell").count() == cells
        assert page.inner_text(".course-lesson .jp-Notebook").split("Show the level")[0][:2000] == text[:2000]
        assert (
            page.locator(".course-lesson .jp-mod-editMode, .course-lesson .jp-MarkdownCell .cm-editor:visible").count()
            == 0
        )

    def test_text_that_was_pressed_is_not_framed(self, safety: Safety) -> None:
        """JupyterLab shows which cell is chosen. A lesson has no cells to choose."""
        page = safety.page
        pressed, other = (page.locator(".course-lesson .jp-MarkdownCell:has(p)").nth(place) for place in (1, 2))
        other.click()
        before = pressed.evaluate(FRAMES)
        pressed.click()
        page.mouse.move(0, 0)
        assert "jp-mod-active" in (pressed.get_attribute("class") or "")
        assert pressed.evaluate(FRAMES) == before

    def test_no_command_of_jupyterlab_changes_the_lesson(self, safety: Safety) -> None:
        """Each command that acts on a notebook, whoever asks for it: a menu, a key, the list of commands."""
        page = safety.page
        page.locator(".course-lesson .jp-MarkdownCell").nth(2).click()
        before, text = page.evaluate(CELLS), page.inner_text(".course-lesson .jp-Notebook")
        tried = page.evaluate(RUN_ALL_COMMANDS)
        assert len(tried) > 90
        assert {"notebook:delete-cell", "notebook:run-cell-and-insert-below", "editmenu:clear-all"} <= set(tried)
        page.evaluate(CHANGE_THE_MODEL)
        page.evaluate(RENAME_THE_TAB)
        assert page.evaluate(CELLS) == before
        assert page.inner_text(".course-lesson .jp-Notebook") == text
        assert (
            page.locator(".course-lesson .jp-mod-editMode, .course-lesson .jp-MarkdownCell .cm-editor:visible").count()
            == 0
        )
        page.keyboard.press("Escape")

    def test_no_desk_of_a_programmer_stands_around_a_lesson(self, safety: Safety) -> None:
        """No terminal, no debugger, no console, no line of status; the lessons' own ways and the search are there."""
        commands = safety.page.evaluate("jupyterapp.commands.listCommands()")
        assert not [name for name in commands if name.startswith(("terminal:", "debugger:", "console:", "inspector:"))]
        assert {"notebook:restart-run-all", "documentsearch:start", "filebrowser:open"} <= set(commands)
        assert safety.page.locator("#jp-main-statusbar").count() == 0

    def test_keys_with_a_meaning_in_jupyterlab_change_nothing(self, safety: Safety) -> None:
        page = safety.page
        before = page.evaluate(CELLS)
        page.locator(".course-lesson .jp-MarkdownCell").nth(2).click()
        for key in (
            "Delete",
            "Alt+Enter",
            "Control+Enter",
            "Control+Backspace",
            "Control+Shift+M",
            "Control+Shift+ArrowDown",
            "Control+a",
            "Delete",
            "Control+x",
            "Control+v",
            "Control+z",
            "Control+Shift+-",
        ):
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        assert page.evaluate(CELLS) == before
        assert page.locator(".course-lesson .jp-Notebook .jp-mod-selected").count() <= 1

    def test_one_table_is_printed_alone_and_then_the_whole_lesson(self, safety: Safety) -> None:
        page, words = safety.page, load().strings.extension
        page.evaluate(PRINTED)
        page.get_by_role("button", name=words.print, exact=True).click()
        page.get_by_role("dialog").get_by_role("button", name=re.compile(r"^3\.5 ")).click()
        page.get_by_role("dialog").locator(".course-help-choice").nth(1).click()
        alone = page.evaluate("onPaper")
        page.evaluate("print()")
        whole = page.evaluate("onPaper")
        page.evaluate("printsAgain()")
        assert load().review.in_short in alone
        assert len(alone) < len(whole) / 5
        assert alone.split(load().review.in_short)[1].strip()[:40] in whole
        expect(page.locator(".course-print")).to_have_count(0)

    def test_the_right_button_leaves_the_menu_to_the_browser(self, safety: Safety) -> None:
        page = safety.page
        page.evaluate(
            "addEventListener('contextmenu', (event) => { window.prevented = event.defaultPrevented; }, true)"
        )
        for part in (".jp-MarkdownCell h2", ".course-card", ".course-explorer"):
            page.locator(f".course-lesson {part}").first.click(button="right")
            expect(page.locator(".lm-Menu")).to_have_count(0)
        page.locator(".course-bar").click(button="right")
        expect(page.locator(".lm-Menu")).to_have_count(0)

    def test_the_search_finds_what_stands_in_cards_and_leaves_the_text_as_it_is(self, safety: Safety) -> None:
        """The words are those of a card; the text of the lesson has them too, and stays text."""
        page = safety.page
        before = page.evaluate(CELLS)
        page.locator(".course-lesson .jp-MarkdownCell").nth(2).click()
        page.keyboard.press("Control+f")
        field = page.get_by_label(load().strings.extension.find_label)
        expect(field).to_be_focused()
        expect(page.locator(".jp-DocumentSearch-overlay")).to_have_count(0)
        for words, part in ((load().care_cards["HELP-now"].title, ".course-card"), ("massage", ".jp-MarkdownOutput")):
            field.fill(words)
            page.keyboard.press("Enter")
            expect(page.locator(".course-find-status")).to_have_text(re.compile(r"^\d+ of \d+$"))
            assert page.evaluate(HIT_IN, part)
        expect(page.locator(".jp-MarkdownCell .cm-editor:visible")).to_have_count(0)
        page.keyboard.press("Control+f")
        expect(page.locator(".jp-DocumentSearch-overlay")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(field).to_be_hidden()
        page.evaluate("jupyterapp.commands.execute('documentsearch:start')")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        assert page.evaluate(CELLS) == before

    def test_the_explorer_is_worked_with_keys_alone(self, safety: Safety) -> None:
        page = safety.page
        for select in page.locator(EXPLORER).all():
            select.select_option(index=0)
        result = page.locator(".course-explorer-result")
        expect(result).to_contain_text(load().strings.explorer.waiting)
        page.locator(EXPLORER).first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(result).to_contain_text("Level")
        assert page.evaluate("document.activeElement.tagName") == "SELECT"

    def test_the_choice_of_the_explorer_is_kept_nowhere(self, safety: Safety) -> None:
        """S19: not in the notebook's model, widget state or the browser's stores."""
        page = safety.page
        page.wait_for_timeout(500)
        assert safety.sent != [], "the messages are really heard"
        safety.sent.clear()
        page.locator(EXPLORER).first.select_option(index=1)
        page.locator(EXPLORER).nth(1).select_option(index=2)
        page.wait_for_timeout(500)
        stored = page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
        chosen = page.locator(EXPLORER).nth(1).evaluate("node => node.selectedOptions[0].text")
        assert chosen not in stored
        assert safety.sent == []

    def test_a_match_is_worked_with_keys_and_sends_nothing(self, safety: Safety) -> None:
        page = safety.page
        page.wait_for_timeout(500)
        safety.sent.clear()
        first = page.locator(".course-sort-statement").first
        first.get_by_role("radio").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(first.get_by_role("status")).to_contain_text(load().tier_rows["T3-numb"].why)
        page.wait_for_timeout(500)
        assert safety.sent == []
        page.locator(".course-quiz").first.get_by_role("button", name=load().strings.quiz.check_answer).click()
        page.wait_for_timeout(500)
        assert safety.sent != [], "the messages are really heard"

    def test_a_killed_kernel_comes_back_by_itself(self, safety: Safety, course: RunningCourse) -> None:
        """The last of these tests: the lesson has another kernel afterwards."""
        page = safety.page
        course.kernel().kill()
        page.wait_for_function(
            "document.querySelector('.course-lesson').dataset.courseState !== 'live'", timeout=LIVE_MS
        )
        wait_until_live(page)
        expect(page.locator(".jp-Dialog")).to_have_count(0)
        expect(page.locator(EXPLORER)).to_have_count(2)
        page.locator(EXPLORER).first.select_option(index=1)
        a_playing_part_is_not_run_over(course, page)


SLOW_TO_BEGIN = """() => {
  const create = URL.createObjectURL;
  const wait = 'await new Promise((done) => setTimeout(done, 4000));';
  URL.createObjectURL = (blob) => create.call(URL, new Blob([wait, blob], { type: blob.type }));
}"""
"""Every script of a widget begins four seconds late; anywidget gives up after two."""
LATE_BACK = """() => {
  const { get, set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  const text = (data) => typeof data === 'string' ? data : new TextDecoder('latin1').decode(data);
  Object.defineProperty(WebSocket.prototype, 'onmessage', { get, set(hear) {
    set.call(this, hear && ((event) => {
      const late = text(event.data).includes('comm_info_reply');
      if (late) setTimeout(() => hear.call(this, event), 3000); else hear.call(this, event);
    }));
  } });
  const create = URL.createObjectURL;
  URL.createObjectURL = (...given) => {
    const holding = new XMLHttpRequest();
    holding.open('GET', '{address}', false);
    holding.send();
    return create.apply(URL, given);
  };
}"""
"""What the kernel says of the widgets that are there comes three seconds late, and each script holds the page up.

The page waits for a slow answer: to count away the time would hold up as well, and cost the computer all of it.
"""
HELD_UP_SECONDS = 0.4


class SlowAnswer(BaseHTTPRequestHandler):
    """Says nothing to any page, and takes its time."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        time.sleep(HELD_UP_SECONDS)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Leave the terminal to the tests."""


@pytest.fixture
def slow_address() -> Iterator[str]:
    """An address that answers late."""
    SlowAnswer.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), SlowAnswer) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
    assert SlowAnswer.asked != [], "a page was really held up"


CUT = """() => {
  const lines = new Set();
  const text = (data) => typeof data === 'string' ? data : new TextDecoder('latin1').decode(data);
  const isLost = (data) => window.cut && /comm_msg/.test(data) && ![...lines].some((line) => data.includes(line));
  const { get, set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', { get, set(hear) {
    set.call(this, hear && ((event) => {
      if (isLost(text(event.data))) window.lost += 1;
      else hear.call(this, event);
    }));
  } });
  const send = WebSocket.prototype.send;
  window.lost = 0;
  WebSocket.prototype.send = function (data) {
    const message = text(data);
    const ours = /comm_open/.test(message) && /"course-helpers"/.test(message);
    const opened = ours && /"comm_id": ?"([\\w-]+)"/.exec(message);
    if (opened) lines.add(opened[1]);
    if (isLost(message)) window.lost += 1;
    else send.call(this, data);
  };
}"""
"""While ``window.cut`` holds, no message of any widget passes in either direction."""


WAITS = """(text) => getComputedStyle(text, '::before').content"""


def test_a_part_that_waits_for_its_lesson_names_no_button_of_plain_jupyterlab(watched: Watched) -> None:
    """The notebook stores how to begin there; in the course the lesson begins by itself."""
    page = watched.page
    held: list[Route] = []
    page.route(
        "**/api/sessions*", lambda route: held.append(route) if route.request.method == "POST" else route.continue_()
    )
    # Its words may stand there before it asks for its kernel.
    with page.expect_request(lambda request: request.method == "POST" and "/api/sessions" in request.url):
        page.evaluate(OPENED, "notebooks/05_safety_quiz.ipynb")
    stored = page.locator(".course-lesson [data-mime-type='text/plain']").first
    expect(stored).to_be_visible(timeout=LIVE_MS)
    expect(stored.get_by_text("double arrow")).to_be_hidden()
    assert stored.evaluate(WAITS) == json.dumps(load().strings.extension.part_waits)
    assert held, "the lesson was really kept waiting"
    for route in held:
        route.continue_()
    wait_until_live(page)
    expect(stored).to_have_count(0)


CHECKS = 4
"""In lesson 03."""


def test_opening_again_is_harmless(course: RunningCourse, watched_alone: Watched, slow_address: str) -> None:
    """In a living kernel, and the text is as large as the reader made it; then as on a slow computer."""
    page = watched_alone.page
    page.add_init_script(f"({CUT})()")
    open_lesson(course, page, "03_when_not_to_massage.ipynb")
    page.get_by_role("button", name="Larger text").click()
    paragraph = page.locator(".course-lesson .jp-MarkdownOutput p").first
    expect(paragraph).to_have_css("font-size", "20px")
    is_whole_after_a_reload(page)
    expect(paragraph).to_have_css("font-size", "20px")
    an_answer_comes_with_every_widgets_wire_cut(page)
    for slowness in (LATE_BACK.replace("{address}", slow_address), SLOW_TO_BEGIN):
        page.add_init_script(f"({slowness})()")
        is_whole_after_a_reload(page)
    an_answer_is_heard(page)
    assert watched_alone.errors == []


def is_whole_after_a_reload(page: Page) -> None:
    """Also where widgets come back after the page is ready, and begin after anywidget gives up."""
    page.reload()
    wait_until_live(page)
    expect(page.locator(EXPLORER)).to_have_count(2)
    assert "Error displaying widget" not in page.inner_text(".course-lesson")


def an_answer_comes_with_every_widgets_wire_cut(page: Page) -> None:
    page.evaluate("window.cut = true")
    an_answer_is_heard(page)
    assert page.evaluate("window.lost") > 0, "the wire was really cut"
    page.evaluate("window.cut = false")


def an_answer_is_heard(page: Page) -> None:
    """The last check of the lesson gets its reasons from Python."""
    checks = page.locator(".course-lesson .course-quiz")
    # They come one after the other: while one is missing, the last would be another one at the next press.
    expect(checks).to_have_count(CHECKS, timeout=LIVE_MS)
    check = checks.last
    again = check.get_by_role("button", name=load().strings.quiz.again, exact=True)
    press = check.get_by_role("button", name=load().strings.quiz.check_answer)
    # A part may be drawn anew once it is there: what it offers is read from what is in sight, and not looked for again.
    offered = again.or_(press).inner_text(timeout=LIVE_MS)
    if offered == load().strings.quiz.again:  # another test of this course answered it
        again.click()
        expect(check.locator(".course-reason")).to_have_count(0)
    expect(check.locator("fieldset.course-part").first).to_be_visible()
    for part in check.locator("fieldset.course-part").all():
        part.locator("input").first.check()
    press.click()
    expect(check.locator(".course-reason").first).to_be_visible(timeout=LIVE_MS)


BROKEN = """() => {
  const create = Object.create;
  Object.create = (above, own) => {
    if (own?.editorFactory) throw new Error('not as it was');
    return create(above, own);
  };
  window.mended = () => { Object.create = create; };
}"""


def test_where_editors_cannot_wait_jupyterlab_makes_them_and_the_lesson_comes_alive(
    course: RunningCourse, watched: Watched
) -> None:
    watched.page.evaluate(BROKEN)
    open_lesson(course, watched.page, "03_when_not_to_massage.ipynb")
    watched.page.evaluate("mended()")
    made, unmade = watched.page.evaluate(EDITORS)
    assert made
    assert unmade == 0
    assert [error for error in watched.errors if "not as it was" not in error] == []


def a_playing_part_is_not_run_over(course: RunningCourse, page: Page) -> None:
    """While something plays, a restarted kernel leaves the page alone and offers a button."""
    page.evaluate("document.querySelector('.course-lesson .jp-OutputArea-output').dataset.state = 'running'")
    course.kernel().kill()
    again = page.get_by_role("button", name="Start this lesson again")
    expect(again).to_be_visible(timeout=LIVE_MS)
    assert page.locator("[data-state=running]").count() == 1
    again.click()
    wait_until_live(page)
    expect(again).to_be_hidden()
