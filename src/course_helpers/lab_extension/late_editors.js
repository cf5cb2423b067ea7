// Editors that nobody sees are not made: a lesson shows no code and its texts as they are read, and an editor is most of the
// work of making a cell. A stand-in answers what JupyterLab asks of each editor while nobody sees it. Whatever else is asked,
// and its first moment in sight, makes the editor; from then on the stand-in hands everything on to it.

const BEGINNING = { line: 0, column: 0 };
const SIGHTS = new Set(["after-attach", "after-show"]);

/** What is true of an editor that was just made and that nobody has seen. */
class Unseen {
  /**
   * @param {any} options what JupyterLab makes the editor with
   * @param {string} uuid
   */
  constructor({ host, model }, uuid) {
    this.host = host;
    this.model = model;
    this.uuid = uuid;
    /** Tells that the keys pass the edge of the editor. @type {any} */
    this.edgeRequested = null;
    this.isDisposed = false;
    /** What was set meanwhile. @type {((editor: any) => void)[]} */
    this.settings = [];
  }

  setOption(option, value) {
    if (option === "readOnly") this.readOnly = value;
    this.settings.push((editor) => editor.setOption(option, value));
  }

  setBaseOptions(options) {
    this.settings.push((editor) => editor.setBaseOptions(options));
  }

  hasFocus() {
    return false;
  }

  getCursorPosition() {
    return { ...BEGINNING };
  }

  dispose() {
    this.isDisposed = true;
  }
}

const ANSWERS = new Set(["host", "model", "uuid", "isDisposed", "setOption", "setBaseOptions", "hasFocus", "getCursorPosition", "dispose"]);

/** One editor, made or not. */
class LateEditor {
  /**
   * @param {Unseen} unseen
   * @param {() => any} make makes the editor
   */
  constructor(unseen, make) {
    this.unseen = unseen;
    this.makeNow = make;
    this.editor = null;
    /** Stands where JupyterLab expects the editor. */
    this.standIn = new Proxy(unseen, {
      get: (_, name) => this.answer(name),
      set: (_, name, value) => Reflect.set(this.made(), name, value),
      has: (_, name) => name in this.made(),
      getPrototypeOf: () => Reflect.getPrototypeOf(this.made()),
    });
  }

  made() {
    if (this.editor) return this.editor;
    const editor = this.makeNow();
    this.editor = editor;
    for (const set of this.unseen.settings) set(editor);
    editor.edgeRequested.connect((_, edge) => this.unseen.edgeRequested.emit(edge));
    return editor;
  }

  answer(name) {
    const { unseen } = this;
    // Who listens to it has listened before there was an editor.
    if (name === "edgeRequested") return unseen.edgeRequested;
    // Where an editor is handed on, the browser asks whether it is something to wait for.
    if (name === "then") return undefined;
    if (this.editor || unseen.isDisposed) return handedOn(this.editor ?? unseen, name);
    if (ANSWERS.has(name)) return handedOn(unseen, name);
    if (name === "getOption") return (option) => (option === "readOnly" ? unseen.readOnly : this.made().getOption(option));
    if (name === "setCursorPosition") return (position, options) => this.moveTo(position, options);
    return handedOn(this.made(), name);
  }

  moveTo(position, options) {
    const stays = !this.editor && position.line === BEGINNING.line && position.column === BEGINNING.column;
    if (!stays) this.made().setCursorPosition(position, options);
  }
}

function handedOn(object, name) {
  const value = object[name];
  return typeof value === "function" ? value.bind(object) : value;
}

/** The editors of one notebook. */
class LateEditors {
  /**
   * @param {{MessageLoop: any, Signal: any}} lumino what JupyterLab's parts are built of
   */
  constructor({ MessageLoop, Signal }) {
    this.MessageLoop = MessageLoop;
    this.Signal = Signal;
    /** By the node in which each stands. @type {Map<HTMLElement, LateEditor>} */
    this.late = new Map();
    this.wanted = false;
  }

  /** From now on the notebook makes its cells with stand-ins. */
  waitIn(notebook) {
    const factory = notebook.contentFactory;
    notebook.contentFactory = Object.create(factory, {
      editorFactory: { get: () => (options) => this.editorOf(options, factory.editorFactory) },
      createCodeCell: { value: (options) => this.watched(factory.createCodeCell(options)) },
      createMarkdownCell: { value: (options) => this.watched(factory.createMarkdownCell(options)) },
    });
  }

  editorOf(options, make) {
    if (this.wanted) return make(options);
    try {
      return this.standIn(options, make);
    } catch (error) {
      this.giveUp(error);
      return make(options);
    }
  }

  standIn(options, make) {
    const uuid = `unseen-${this.late.size}-${Math.random().toString(36).slice(2)}`;
    const unseen = new Unseen(options, uuid);
    const late = new LateEditor(unseen, () => make({ uuid, ...options }));
    unseen.edgeRequested = new this.Signal(late.standIn);
    this.late.set(options.host, late);
    return late.standIn;
  }

  /** A cell whose editor is made once it is in sight. */
  watched(cell) {
    this.watch(cell).catch((error) => this.giveUp(error));
    return cell;
  }

  async watch(cell) {
    await cell.ready;
    const widget = cell.isDisposed ? null : cell.editorWidget;
    if (!widget) return;
    if (widget.isVisible && !isText(cell)) this.make(widget.node);
    this.MessageLoop.installMessageHook(widget, (_, message) => {
      if (SIGHTS.has(message.type) && comesIntoSight(widget) && !isText(cell)) this.make(widget.node);
      return true;
    });
  }

  /** This JupyterLab is not as we know it. */
  giveUp(error) {
    console.warn("course-helpers:", error);
    this.bring();
  }

  /** @param {HTMLElement} node in which the editor stands */
  make(node) {
    const late = this.late.get(node);
    if (late && !late.unseen.isDisposed) late.made();
  }

  /** Somebody may work with this notebook: it is as JupyterLab makes it. */
  bring() {
    this.wanted = true;
    for (const node of this.late.keys()) this.make(node);
  }
}

/** The place of an editor stands there until the text is drawn in it. */
function isText(cell) {
  return cell.rendered === true;
}

/** While JupyterLab tells a part that it comes into sight, the part itself does not know it yet. */
function comesIntoSight(widget) {
  return !widget.isHidden && (!widget.parent || widget.parent.isVisible);
}

export { LateEditors };
