// The course's JupyterLab extension: lessons come alive by themselves, and read like pages.
// `hatch_build.py` joins the files of this folder with the course's data into one prebuilt file.

import { arrive, goBackTo, placeIn } from "./arriving.js";
import { DATA, WORDS } from "./data.js";
import { actsOnNotebook, fileName, isChangedLesson, isCourseLesson, isFind } from "./decisions.js";
import { offerLargeDrawings } from "./drawings.js";
import { element, nextFrame, pause } from "./elements.js";
import { seatReader } from "./guest.js";
import { HelpWindow, localWords } from "./help.js";
import { keepStopInReach } from "./jupyter_windows.js";
import { LateEditors } from "./late_editors.js";
import { Lesson } from "./lesson.js";
import { readerOf } from "./one_reader.js";
import { PrintChoice } from "./print_choice.js";
import { clearPrint, layOutForPrint } from "./printing.js";
import { guardCommands } from "./read_only.js";
import { ServerWatch, asksServer, silenceNote } from "./server_watch.js";
import { Wayfinder } from "./wayfinder.js";
import { explainWords } from "./glossary_words.js";

const LESSON_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/** Watches notebooks as they open and takes care of the course's own. */
class Course {
  constructor(jupyter) {
    this.jupyter = jupyter;
    this.lessons = new Set();
    const places = localWords(jupyter.PageConfig);
    this.help = new HelpWindow(places, (path, heading) => this.openLesson(path, heading));
    addStyles();
    /** The folder of the lessons, as long as none was opened: where the course keeps them. */
    this.folder = "notebooks";
    /** Lessons that the course itself opened in this page. */
    this.asked = new Set();
    /** Paths of lessons for which the server has a session, as it told this page. */
    this.begun = new Set();
    this.way = new Wayfinder(jupyter, this, this.help);
    this.watchServer();
    if (this.way.isOwn) {
      this.way.begin();
      jupyter.app.restored.then(guarded(() => this.way.settleUnlessLessonComes()));
    }
    window.addEventListener("beforeprint", () => layOutForPrint(this.lessonInFront(), jupyter.printChoice.chosen));
    window.addEventListener("afterprint", () => this.printed());
    jupyter.Dialog.tracker.widgetAdded.connect((_, dialog) => this.dismiss(dialog));
    guardCommands(jupyter.app.commands, (command) => this.isForLesson(command), () => this.lessonInFront()?.openFind());
    document.addEventListener("keydown", (event) => this.find(event), true);
  }

  /** Both JupyterLab and the course's own wire notice that the program behind the page is gone. */
  watchServer() {
    const { app, reader } = this.jupyter;
    this.server = new ServerWatch({
      ask: asksServer(this.jupyter),
      tell: (silent) => this.tellSilence(silent),
      later: (work, milliseconds) => setTimeout(work, milliseconds),
      now: () => Date.now(),
    });
    app.serviceManager.connectionFailure.connect(() => this.server.doubt());
    reader.whenLost(() => this.server.doubt());
  }

  /** In the lessons and on the home, where it covers nothing. */
  tellSilence(silent) {
    const note = silent ? silenceNote(this.jupyter.PageConfig) : "";
    for (const lesson of this.lessons) lesson.tellSilence(note);
    this.way.home.tellSilence(note);
  }

  /** The page as it was; the next printing begins with the whole lesson. */
  printed() {
    clearPrint();
    this.jupyter.printChoice.chosen = [];
  }

  /** Whether a command of JupyterLab would act on one of the open lessons. */
  isForLesson(command) {
    if (!actsOnNotebook(command)) return false;
    const { shell } = this.jupyter.app;
    const target = command.startsWith("notebook:") ? this.jupyter.tracker.currentWidget : shell.currentWidget;
    return [...this.lessons].some((lesson) => lesson.panel === target);
  }

  /** Ctrl+F asks the lesson in front, wherever the keys are; pressed once more, it asks the browser. */
  find(event) {
    const lesson = isFind(event) && this.way.lessonInFront();
    if (!lesson) return;
    event.stopPropagation();
    if (lesson.find.isOpen() || document.querySelector("dialog[open], :popover-open")) return;
    event.preventDefault();
    lesson.openFind();
  }

  /** Open a lesson at a heading, from anywhere; its bar then leads back to where the reader was. */
  async openLesson(path, heading) {
    const left = this.lessonInFront();
    const place = left && placeIn(left.panel);
    const lesson = await this.showLesson(path);
    if (!lesson) return;
    const { panel } = lesson;
    if (place) lesson.bar.offerBack(() => this.goBack(left, place));
    if (heading) await arrive(panel, heading, () => panel.node.dataset.courseState === "live");
  }

  /** Bring a lesson to the front; what its file turns out to be no lesson of the course is none. */
  async showLesson(path) {
    this.asked.add(path);
    const { folder } = this;
    const whole = folder ? `${folder}/${path}` : path;
    await this.beginSession(whole, path);
    const panel = await this.jupyter.app.commands.execute("docmanager:open", { path: whole });
    await panel?.revealed;
    return panel && this.lessonOf(panel);
  }

  /**
   * The kernel of a lesson begins before the page reads its file; the lesson attaches to it by its path. It is waited
   * for, because two that ask at once could get two kernels. Elsewhere a kernel may cost somebody something, so there
   * the lesson asks for it itself.
   */
  async beginSession(path, name) {
    const isOpen = [...this.lessons].some((lesson) => lesson.path === path);
    if (isOpen || !this.isNamedAsLesson(path)) return;
    const { ServerConnection, app } = this.jupyter;
    const settings = app.serviceManager.serverSettings;
    const body = JSON.stringify({ path, name, type: "notebook", kernel: { name: "python3" } });
    try {
      // Where there is a session with this path, the server gives that one.
      const answer = await ServerConnection.makeRequest(`${settings.baseUrl}api/sessions`, { method: "POST", body }, settings);
      if (answer.ok) this.begun.add(path);
    } catch (error) {
      console.warn("course-helpers:", error);
    }
  }

  async goBack(lesson, place) {
    const { shell } = this.jupyter.app;
    // A lesson that was closed meanwhile opens anew, at its beginning.
    if (!this.lessons.has(lesson)) return this.openLesson(fileName(lesson.path), "");
    shell.activateById(lesson.panel.id);
    await goBackTo(lesson.panel, place);
  }

  /** The lesson in a panel; one that was just opened takes a moment. */
  async lessonOf(panel) {
    const until = performance.now() + LESSON_MS;
    for (;;) {
      const found = [...this.lessons].find((open) => open.panel === panel);
      if (found || performance.now() > until) return found;
      await pause(LOOK_AGAIN_MS);
    }
  }

  lessonInFront() {
    return [...this.lessons].find((open) => open.panel.isVisible);
  }

  dismiss(dialog) {
    const isSilent = () => this.way.isOwn && this.server.doubts;
    keepStopInReach(dialog, () => isSilent() || [...this.lessons].some((lesson) => lesson.ownsDialog(dialog)));
  }

  async watch(panel) {
    guarded((opened) => this.attachNow(opened))(panel);
    const followAgain = rememberFragment(panel);
    const lesson = await this.lessonIn(panel);
    if (!lesson) return;
    this.lessons.add(lesson);
    whenFirstScreenIsDrawn(panel).then(() => {
      panel.node.classList.add(SEEN);
      this.way.lookAway();
    });
    this.folder = panel.context.path.split("/").slice(0, -1).join("/");
    guarded(explainWords)(panel);
    guarded(offerLargeDrawings)(panel);
    this.way.lessonOpened(lesson, this.asked.has(lesson.known.notebook));
    this.asked.add(lesson.known.notebook);
    panel.disposed.connect(() => {
      this.lessons.delete(lesson);
      lesson.end();
    });
    await lesson.begin();
    this.way.tidyKernels();
    this.way.refresh();
    lesson.lookForPlace();
    followAgain();
  }

  /**
   * JupyterLab looks for the session of a lesson when its file has come, and that is when the page has most to do. One that
   * was just begun is attached to while the file still comes. Only such a one: for any other, JupyterLab reads first which
   * kernel to begin.
   */
  attachNow({ context }) {
    if (this.begun.delete(context.path)) return context.sessionContext.initialize();
  }

  /**
   * The lesson that a notebook proves to be, dressed as one; none where it proves to be something else. While its cells are
   * made, JupyterLab asks of each one how high it is, and the browser would lay out all those before it for every answer.
   * So what is called as a lesson takes no room until it stands, and is laid out once.
   */
  async lessonIn(panel) {
    const { node } = panel.content;
    const editors = this.isNamedAsLesson(panel.context.path) ? this.waitWithEditors(panel) : null;
    node.classList.toggle(BUILDING, editors !== null);
    try {
      await panel.context.ready;
      await panel.revealed;
      const code = codeOf(panel);
      const marked = Boolean(panel.context.model.getMetadata("course"));
      const isLesson = marked && isCourseLesson(DATA.lessonCode, panel.context.path, code);
      if (isChangedLesson(DATA.lessonCode, panel.context.path, code, marked)) this.warn(panel);
      if (isLesson) return new Lesson(panel, this.jupyter, this.help, this.way, (path, heading) => this.openLesson(path, heading));
      editors?.bring();
      this.way.noLesson(panel);
      return null;
    } finally {
      node.classList.remove(BUILDING);
    }
  }

  /** Editors are made when somebody sees them; where that fails, JupyterLab makes them as always. */
  waitWithEditors(panel) {
    const editors = new LateEditors(this.jupyter);
    guarded((notebook) => editors.waitIn(notebook))(panel.content);
    return editors;
  }

  /** Whether a file on the course's own server is called as a lesson is; what is in it tells whether it is one. */
  isNamedAsLesson(path) {
    return this.way.isOwn && Object.hasOwn(DATA.lessonCode, fileName(path));
  }

  warn(panel) {
    const note = element("div", "course-bar course-bar-changed", WORDS.changed);
    panel.contentHeader.insertWidget(0, new this.jupyter.Widget({ node: note }));
  }
}

/**
 * A lesson grows while it comes alive, so a link to one of its sections would lead astray. The returned
 * function goes to the last section that was asked for once more.
 */
function rememberFragment(panel) {
  const goTo = panel.setFragment.bind(panel);
  let last = "";
  panel.setFragment = (fragment) => {
    last = fragment;
    goTo(fragment);
  };
  return () => {
    if (last) goTo(last);
  };
}

function codeOf(panel) {
  return panel.content.widgets
    .filter((cell) => cell.model.type === "code")
    .map((cell) => cell.model.sharedModel.getSource());
}

const SEEN = "course-seen";
const BUILDING = "course-building";
const DRAWN_WITHIN_MS = 10_000;

/** The texts of a lesson are drawn one after the other; it is shown once those of its first screen stand. */
async function whenFirstScreenIsDrawn(panel) {
  const { content } = panel;
  const until = performance.now() + DRAWN_WITHIN_MS;
  while (performance.now() < until && !isFirstScreenDrawn(content)) await nextFrame();
}

function isFirstScreenDrawn(content) {
  const { bottom } = content.node.getBoundingClientRect();
  for (const { model, node } of content.widgets) {
    const isText = model.type === "markdown";
    if (!node.isConnected || (isText && !node.querySelector(".jp-RenderedMarkdown > *"))) return false;
    if ([...node.querySelectorAll("img")].some((image) => image.checkVisibility() && !image.complete)) return false;
    if (node.getBoundingClientRect().bottom > bottom) return true;
  }
  return true;
}

function addStyles() {
  const styles = element("style", "", DATA.css);
  styles.id = "course-helpers-styles";
  document.head.append(styles);
}

/** A failure of the course must never take JupyterLab with it. */
function guarded(work) {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      console.warn("course-helpers:", error);
    }
  };
}

/** Milliseconds after which anywidget gives a widget up whose script has not begun. */
const GIVEN_UP_MS = 2_000;
const PATIENCE_MS = 120_000;

/**
 * On a slow computer the many widgets of a lesson begin later than anywidget waits. It then drops, without a word,
 * every message of Python to such a widget: a panel shows, and never hears an answer. It asks the browser for the
 * time, so that is where it gets more.
 */
function giveWidgetsTime() {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (milliseconds) => timeout(milliseconds === GIVEN_UP_MS ? PATIENCE_MS : milliseconds);
}

/** The JupyterLab plugin. The tracker is optional: where there is none, there are no lessons to run. */
async function makePlugin(load) {
  const [
    notebook, application, apputils, coreutils, services, widgets, messaging, signaling, codemirror, rendermime,
  ] = await Promise.all(
    [
      "@jupyterlab/notebook", "@jupyterlab/application", "@jupyterlab/apputils", "@jupyterlab/coreutils",
      "@jupyterlab/services", "@lumino/widgets", "@lumino/messaging", "@lumino/signaling", "@jupyterlab/codemirror",
      "@jupyterlab/rendermime",
    ].map(load),
  );
  return {
    id: "course-helpers:lessons",
    description: DATA.words.bar_name,
    autoStart: true,
    optional: [
      notebook.INotebookTracker, application.ILayoutRestorer, apputils.IThemeManager, codemirror.IEditorLanguageRegistry,
      rendermime.IMarkdownParser,
    ],
    activate: guarded((app, tracker, restorer, themes, languages, markdown) => {
      const isForAuthors = coreutils.PageConfig.getOption("courseAuthor") === "true";
      if (!tracker || isForAuthors) return;
      giveWidgetsTime();
      // Its scripts come while JupyterLab still begins; otherwise the first text of a lesson would wait for them.
      markdown?.render("");
      seatReader(coreutils.PageConfig);
      const course = new Course({
        app,
        tracker,
        restorer,
        themes,
        languages,
        NotebookActions: notebook.NotebookActions,
        Dialog: apputils.Dialog,
        Printing: apputils.Printing,
        ServerConnection: services.ServerConnection,
        PageConfig: coreutils.PageConfig,
        reader: readerOf(coreutils.PageConfig),
        printChoice: new PrintChoice(() => window.print()),
        storedLessons: JSON.parse(coreutils.PageConfig.getOption("courseStored") || "[]"),
        facilitator: coreutils.PageConfig.getOption("courseFacilitator") === "true",
        Widget: widgets.Widget,
        MessageLoop: messaging.MessageLoop,
        Signal: signaling.Signal,
      });
      const watch = guarded((panel) => course.watch(panel));
      tracker.forEach(watch);
      tracker.widgetAdded.connect((_, panel) => watch(panel));
    }),
  };
}

export { makePlugin };
