"""Editors that nobody sees are not made; what stands in for one is that editor as soon as anything is asked of it."""

import pytest
from playwright.sync_api import Page

from tests.lab_extension.frame_page import OpenFrame

NOTEBOOK = """() => {
  class Signal {
    constructor(sender) { this.sender = sender; this.slots = []; }
    connect(slot) { this.slots.push(slot); }
    emit(told) { for (const slot of this.slots) slot(this.sender, told); }
  }
  class Editor {
    constructor(options) {
      Object.assign(this, {host: options.host, uuid: options.uuid, set: [], edgeRequested: new Signal(this)});
      made.push(this);
    }
    setOption(name, value) { this.set.push([name, value]); }
    setBaseOptions(options) { this.set.push(options); }
    getOption(name) { return `own ${name}`; }
    getCursorPosition() { return {line: 2, column: 1}; }
    setCursorPosition(position) { this.moved = position; }
    getLine(number) { return `line ${number}`; }
    hasFocus() { return true; }
  }
  class Factory {
    constructor() { this.own = true; }
    get editorFactory() { return (options) => new Editor(options); }
    createCodeCell({contentFactory}) {
      const node = document.createElement('div');
      const editor = contentFactory.editorFactory({host: node, model: 'the model'});
      return {ready: Promise.resolve(), editor, editorWidget: {node, isVisible: false, isHidden: false, parent: null}};
    }
    createMarkdownCell(options) { return this.createCodeCell(options); }
  }
  window.Editor = Editor;
  window.made = [];
  window.hooks = new Map();
  window.lumino = {Signal, MessageLoop: {installMessageHook: (widget, hook) => hooks.set(widget, hook)}};
  window.notebook = {contentFactory: new Factory()};
  window.late = new frame.LateEditors(lumino);
  window.cell = (kind = 'createCodeCell') => notebook.contentFactory[kind]({contentFactory: notebook.contentFactory});
  window.said = (one, type) => hooks.get(one.editorWidget)(one.editorWidget, {type});
  window.settled = () => new Promise((done) => setTimeout(done, 20));
}"""


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    opened = frame("", "late_editors.js")
    opened.evaluate(NOTEBOOK)
    opened.evaluate("late.waitIn(notebook)")
    return opened


def test_what_jupyterlab_asks_of_every_editor_makes_none(page: Page) -> None:
    asked = """(kind) => {
      const {editor} = window.one = cell(kind);
      editor.edgeRequested.connect(() => {});
      editor.setBaseOptions({lineNumbers: false});
      if (editor.getOption('readOnly') !== true) editor.setOption('readOnly', true);
      const at = editor.getCursorPosition();
      editor.setCursorPosition(at, {scroll: false});
      return [made.length, editor.model, editor.getOption('readOnly'), editor.hasFocus(), at, typeof editor.uuid];
    }"""
    for kind in ("createCodeCell", "createMarkdownCell"):
        assert page.evaluate(asked, kind) == [0, "the model", True, False, {"line": 0, "column": 0}, "string"]
    # An editor that is waited for, as in what JupyterLab gives on from one part to another, is none either.
    assert page.evaluate("async () => { await Promise.all([one.editor]); return made.length; }") == 0


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("one.editor.getLine(3)", "line 3"),
        ("one.editor.getOption('lineNumbers')", "own lineNumbers"),
        ("(one.editor.setCursorPosition({line: 1, column: 0}), made[0].moved.line)", 1),
        ("(one.editor.own = 7, made[0].own)", 7),
        ("'getLine' in one.editor", True),
        ("one.editor instanceof Editor", True),
    ],
)
def test_anything_else_makes_the_editor_with_what_was_set(page: Page, asked: str, answer: object) -> None:
    page.evaluate("""() => {
      window.one = cell();
      window.before = one.editor.uuid;
      one.editor.setBaseOptions({lineNumbers: false});
      one.editor.setOption('readOnly', true);
    }""")
    assert page.evaluate(asked) == answer
    assert page.evaluate("made.map(({set}) => set)") == [[{"lineNumbers": False}, ["readOnly", True]]]
    assert page.evaluate("[made[0].uuid === before, one.editor.uuid === before, one.editor.hasFocus()]") == [True] * 3


def test_who_listened_before_there_was_an_editor_hears_of_its_edge(page: Page) -> None:
    heard = page.evaluate("""() => {
      const heard = [];
      const {editor} = cell();
      editor.edgeRequested.connect((sender, edge) => heard.push([sender === editor, edge]));
      editor.getLine(0);
      made[0].edgeRequested.emit('bottom');
      return heard;
    }""")
    assert heard == [[True, "bottom"]]


@pytest.mark.parametrize(
    ("shown", "message", "count"),
    [
        ("", "after-attach", 1),
        ("", "after-show", 1),
        ("", "resize", 0),
        ("isHidden = true", "after-attach", 0),
        ("parent = {isVisible: false}", "after-attach", 0),
    ],
)
def test_it_is_made_when_it_comes_into_sight(page: Page, shown: str, message: str, count: int) -> None:
    page.evaluate("async (shown) => { window.one = cell(); await settled(); }")
    if shown:
        page.evaluate(f"one.editorWidget.{shown}")
    assert page.evaluate("(type) => [said(one, type), made.length]", message) == [True, count]


def test_a_text_that_is_still_being_drawn_needs_none_until_it_is_written(page: Page) -> None:
    page.evaluate("""async () => {
      window.one = cell('createMarkdownCell');
      one.rendered = true;
      one.editorWidget.isVisible = true;
      await settled();
      said(one, 'after-attach');
    }""")
    assert page.evaluate("made.length") == 0
    assert page.evaluate("(one.rendered = false, said(one, 'after-show'), made.length)") == 1


def test_one_that_is_in_sight_already_is_made_at_once(page: Page) -> None:
    page.evaluate("async () => { const one = cell(); one.editorWidget.isVisible = true; await settled(); }")
    assert page.evaluate("made.length") == 1


def test_a_notebook_that_is_no_lesson_gets_all_of_them(page: Page) -> None:
    page.evaluate("() => { cell(); cell('createMarkdownCell'); late.bring(); }")
    assert page.evaluate("made.length") == 2
    assert page.evaluate("cell().editor instanceof Editor && made.length") == 3


def test_a_cell_that_has_gone_gets_none(page: Page) -> None:
    page.evaluate("async () => { const one = cell(); one.editor.dispose(); one.isDisposed = true; await settled(); }")
    assert page.evaluate("(late.bring(), made.length)") == 0


def test_a_jupyterlab_that_is_built_otherwise_makes_its_editors_itself(page: Page) -> None:
    """Neither a part that is missing when a cell is made, nor one that is missing later, costs a cell its editor."""
    page.evaluate("() => { delete late.Signal; window.one = cell(); }")
    assert page.evaluate("[made.length, one.editor instanceof Editor]") == [1, True]
    page.evaluate("""async () => {
      window.late = new frame.LateEditors({Signal: lumino.Signal});
      notebook.contentFactory = Object.getPrototypeOf(notebook.contentFactory);
      late.waitIn(notebook);
      cell();
      await settled();
    }""")
    assert page.evaluate("made.length") == 2
