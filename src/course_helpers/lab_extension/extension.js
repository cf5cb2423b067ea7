// The course's JupyterLab extension: lessons come alive by themselves, and read like pages.
// `hatch_build.py` joins this file with decisions.js and the course's data into one prebuilt file.

import { fillIn } from "../panel/fill_in.js";
import { inWordsOf, isChangedLesson, isCourseLesson, isKeptFromJupyter, isSave, nextTextSize, onKernelStatus } from "./decisions.js";

const DATA = COURSE_DATA;
const WORDS = DATA.words;
const SIZE_KEY = "course-helpers:text-size";
const NARROW_PX = 760;
/** A routine under way, or one that was just stopped: nothing may run the lesson again underneath it. */
const PLAYING = ["running", "get-ready", "changeover", "paused", "stopped-pain"].map((state) => `[data-state=${state}]`).join();
const SLOW_START_MS = 30_000;
const DIALOG_WATCH_MS = 10_000;
const WIDGETS_BACK_MS = 20_000;
const LOOK_EVERY_MS = 50;
/** Questions stay questions on paper, and a sorting has its answers below; other panels need the screen. */
const PRINTED_WIDGETS = ".course-quiz[data-screen=question], .course-warm-up, .course-sort";
/** A mark of reading has nothing to say on paper. */
const UNPRINTED_WIDGETS = ".course-read-mark";
/** The height of a block that may be kept on one page, as part of the height of the paper. */
const WHOLE_PART = 0.7;
/** What fits on both A4 and US Letter inside the margins of course.css. */
const PAPER = { width: "18cm", heightPx: 920 };

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * @param {string} text
 * @param {() => void} onPress
 */
function button(text, onPress) {
  const made = /** @type {HTMLButtonElement} */ (element("button", "course-button", text));
  made.type = "button";
  made.addEventListener("click", onPress);
  return made;
}

/** The words of the learner's place, as the server names it. */
function localWords(PageConfig) {
  return DATA.locales[PageConfig.getOption("courseLocale")] ?? DATA.locales.neutral;
}

/** The window behind "Worried about something now?". It needs no kernel and no network. */
class HelpWindow {
  constructor(places, openLesson) {
    const local = (text) => inWordsOf(text, places);
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help"));
    this.dialog.setAttribute("aria-labelledby", "course-help-title");
    const title = element("h2", "", WORDS.worried_title);
    title.id = "course-help-title";
    // Reading begins at the top, not at the first button far below.
    title.tabIndex = -1;
    title.autofocus = true;
    const signs = element("ul", "course-help-signs");
    for (const sign of DATA.help.signs) signs.append(this.signItem(sign, local));
    const links = element("ul", "course-help-links");
    for (const link of DATA.help.links) {
      const item = element("li");
      item.append(button(link.text, () => this.leaveFor(() => openLesson(link.path, link.heading))));
      links.append(item);
    }
    const close = button(WORDS.close, () => this.dialog.close());
    close.classList.add("course-button-main");
    this.dialog.append(
      title,
      element("p", "course-help-call", local(WORDS.worried_call)),
      element("p", "", WORDS.worried_intro),
      signs,
      element("p", "", WORDS.worried_rule),
      element("p", "", WORDS.worried_else),
      links,
      close,
    );
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(this.dialog);
  }

  signItem(sign, local) {
    const item = element("li");
    item.append(element("strong", "", `${sign.sign}: `), local(`${sign.who} ${sign.how_soon}`));
    return item;
  }

  leaveFor(go) {
    this.dialog.close();
    go();
  }

  open() {
    this.dialog.showModal();
  }
}

/** The row of course tools above a lesson. */
class LessonBar {
  constructor(help, startAgain, panelNode, facilitator) {
    this.node = element("div", "course-bar");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", WORDS.bar_name);
    const worried = button(WORDS.worried, () => help.open());
    worried.classList.add("course-button-help");
    this.again = button(WORDS.start_again, startAgain);
    this.again.classList.add("course-button-main");
    this.again.hidden = true;
    this.status = element("span", "course-bar-status");
    this.status.setAttribute("role", "status");
    this.node.append(worried, this.status, this.again, this.sizeButtons(panelNode));
    if (facilitator) this.node.append(this.facilitatorButton(panelNode));
    this.node.addEventListener("keydown", (event) => {
      if (isKeptFromJupyter(event)) event.stopPropagation();
    });
  }

  sizeButtons(panelNode) {
    const group = element("span", "course-bar-group");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", WORDS.text_size);
    for (const [sign, name, change] of [["A−", WORDS.text_smaller, -1], ["A+", WORDS.text_larger, 1]]) {
      const press = button(String(sign), () => changeTextSize(panelNode, Number(change)));
      press.setAttribute("aria-label", String(name));
      group.append(press);
    }
    return group;
  }

  /** Only the facilitators' edition has it: there the notes show until they are hidden, for a screen that all see. */
  facilitatorButton(panelNode) {
    const toggle = button("", () => show(!panelNode.classList.contains("course-facilitator")));
    toggle.classList.add("course-button-facilitator");
    function show(shown) {
      panelNode.classList.toggle("course-facilitator", shown);
      toggle.textContent = shown ? WORDS.facilitator_hide : WORDS.facilitator_show;
    }
    show(true);
    return toggle;
  }

  tell(text, { offerStart = false } = {}) {
    this.status.textContent = text;
    this.again.hidden = !offerStart;
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function storedTextSize() {
  try {
    return Number(localStorage.getItem(SIZE_KEY));
  } catch {
    return 0;
  }
}

function changeTextSize(panelNode, change) {
  const size = nextTextSize(storedTextSize(), change);
  try {
    localStorage.setItem(SIZE_KEY, String(size));
  } catch {
    // A browser that keeps nothing still shows the new size until the page is closed.
  }
  for (const lesson of document.querySelectorAll(".course-lesson")) {
    /** @type {HTMLElement} */ (lesson).style.setProperty("--course-text-size", `${size}px`);
  }
}

/** One open lesson: it runs when it opens, and again when its kernel was lost. */
class Lesson {
  constructor(panel, jupyter, help, openLesson) {
    this.panel = panel;
    this.jupyter = jupyter;
    this.openLesson = openLesson;
    this.lost = false;
    this.expectDialogUntil = 0;
    this.bar = new LessonBar(help, () => this.startAgain(), panel.node, jupyter.facilitator);
    this.dressUp();
    this.watchKernel();
    this.keepClean();
    this.printAsRead();
  }

  dressUp() {
    const { node, content, contentHeader, toolbar } = this.panel;
    toolbar.hide();
    node.classList.add("course-lesson");
    node.style.setProperty("--course-text-size", `${nextTextSize(storedTextSize(), 0)}px`);
    const header = new this.jupyter.Widget({ node: this.bar.node });
    contentHeader.insertWidget(0, header);
    for (const cell of content.widgets) this.markCell(cell);
    for (const type of ["keydown", "dblclick"]) {
      content.node.addEventListener(type, (event) => this.keepFromJupyter(event), type === "dblclick");
    }
    content.node.addEventListener("click", (event) => this.followLink(event));
  }

  /** A widget cannot resolve links by itself, as JupyterLab does for text: it marks them, and they open here. */
  followLink(event) {
    const link = event.target.closest("a[data-course-lesson]");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    this.openLesson(link.dataset.courseLesson, link.dataset.courseHeading ?? "");
  }

  /** JupyterLab would print the stored file with its code; the lesson prints as it is read. */
  printAsRead() {
    this.panel[this.jupyter.Printing.symbol] = () => async () => window.print();
  }

  markCell(cell) {
    for (const tag of cell.model.getMetadata("tags") ?? []) cell.node.classList.add(`course-tag-${tag}`);
  }

  keepFromJupyter(event) {
    if (event.type === "dblclick" && event.target.closest(".jp-MarkdownCell")) event.stopPropagation();
    if (event.type === "keydown" && isKeptFromJupyter(event)) {
      event.stopPropagation();
      if (isSave(event)) event.preventDefault();
    }
  }

  /** A lesson is read, not written: nothing needs saving, and no key or menu can change the file. */
  keepClean() {
    const { context } = this.panel;
    const { model } = context;
    context.save = async () => {};
    const clean = () => {
      if (model.dirty) model.dirty = false;
    };
    model.stateChanged.connect(clean);
    clean();
  }

  isPlaying() {
    return this.panel.node.querySelector(PLAYING) !== null;
  }

  async begin() {
    const { sessionContext } = this.panel;
    await sessionContext.ready;
    if (sessionContext.session?.kernel) await this.run();
    else this.bar.tell(WORDS.stopped, { offerStart: true });
  }

  async run() {
    this.panel.node.dataset.courseState = "starting";
    this.bar.tell(WORDS.starting);
    const slow = setTimeout(() => this.bar.tell(WORDS.too_slow, { offerStart: true }), SLOW_START_MS);
    const { content, sessionContext } = this.panel;
    const code = content.widgets.filter((cell) => cell.model.type === "code");
    try {
      await Promise.race([this.widgetsAreBack(), pause(WIDGETS_BACK_MS)]);
      await this.jupyter.NotebookActions.runCells(content, code, sessionContext);
      this.bar.tell("");
      this.panel.node.dataset.courseState = "live";
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * In a kernel that lived before this page, JupyterLab first fetches the widgets that are there. A lesson that runs
   * meanwhile would show an error in the place of its panels, on a slow computer for good.
   */
  async widgetsAreBack() {
    const kernel = this.panel.sessionContext.session?.kernel;
    const answer = await kernel?.requestCommInfo({ target_name: "jupyter.widget" }).catch(() => null);
    const ids = Object.keys(answer?.content.comms ?? {});
    const until = Date.now() + WIDGETS_BACK_MS;
    while (ids.some((id) => !kernel.hasComm(id)) && Date.now() < until) await pause(LOOK_EVERY_MS);
  }

  async startAgain() {
    this.bar.tell(WORDS.starting);
    const { sessionContext } = this.panel;
    if (!sessionContext.session?.kernel || sessionContext.session.kernel.status === "dead") {
      this.lost = false;
      await sessionContext.restartKernel();
    }
    await this.run();
  }

  watchKernel() {
    const { sessionContext } = this.panel;
    sessionContext.statusChanged.connect((_, status) => this.onStatus(status));
    this.panel.node.addEventListener("course-start-again", () => this.startAgain());
  }

  onStatus(status) {
    if (status === "autorestarting" || status === "dead") this.expectDialogUntil = Date.now() + DIALOG_WATCH_MS;
    const next = onKernelStatus({ lost: this.lost, playing: this.isPlaying() }, status);
    this.lost = next.lost;
    if (this.lost) this.panel.node.dataset.courseState = "lost";
    if (next.action === "run") this.run();
    if (next.action === "offer") this.bar.tell(WORDS.playing, { offerStart: true });
    if (next.action === "tell") this.bar.tell(WORDS.stopped, { offerStart: true });
  }

  /** JupyterLab's "kernel died" window names the notebook's path, whatever its language. */
  ownsDialog(dialog) {
    return Date.now() < this.expectDialogUntil && dialog.node.textContent.includes(this.panel.context.path);
  }
}

/** Watches notebooks as they open and takes care of the course's own. */
class Course {
  constructor(jupyter) {
    this.jupyter = jupyter;
    this.lessons = new Set();
    const places = localWords(jupyter.PageConfig);
    this.help = new HelpWindow(places, (path, heading) => this.openLesson(path, heading));
    addStyles();
    window.addEventListener("beforeprint", () => this.layOutForPrint());
    window.addEventListener("afterprint", () => document.querySelector(".course-print")?.remove());
    window.addEventListener("resize", () => makeRoom(jupyter.app.shell, this.lessons.size > 0));
    jupyter.Dialog.tracker.widgetAdded.connect((_, dialog) => this.dismiss(dialog));
  }

  async openLesson(path, heading) {
    const folder = [...this.lessons][0]?.panel.context.path.split("/").slice(0, -1).join("/") ?? "";
    const panel = await this.jupyter.app.commands.execute("docmanager:open", { path: folder ? `${folder}/${path}` : path });
    await panel.revealed;
    if (heading) panel.setFragment(`#${heading}`);
  }

  /** What is printed is a copy of the lesson in front, with everything in it opened; the page stays as it is. */
  layOutForPrint() {
    document.querySelector(".course-print")?.remove();
    const lesson = [...this.lessons].find((open) => open.panel.isVisible);
    if (!lesson) return;
    const copy = element("div", "course-lesson course-print");
    for (const cell of lesson.panel.content.widgets) copy.append(cell.node.cloneNode(true));
    for (const details of copy.querySelectorAll("details")) details.open = !details.matches(".course-look-up");
    for (const widget of copy.querySelectorAll(".course-widget")) {
      if (widget.matches(UNPRINTED_WIDGETS)) widget.remove();
      else if (!widget.matches(PRINTED_WIDGETS)) widget.replaceWith(screenOnly(widget));
    }
    // A copied button would otherwise belong to the group on the page, and take the choice there away.
    for (const input of copy.querySelectorAll("input")) input.name = `print-${input.name}`;
    for (const link of copy.querySelectorAll("a[href^=http]")) {
      link.classList.toggle("course-print-address", link.host !== location.host);
    }
    document.body.append(copy);
    keepSmallBlocksWhole(copy);
  }

  dismiss(dialog) {
    const seen = () => {
      for (const lesson of this.lessons) if (lesson.ownsDialog(dialog)) dialog.resolve(0);
    };
    // The dialog's text is drawn after it was announced.
    requestAnimationFrame(seen);
    setTimeout(seen, 250);
  }

  async watch(panel) {
    const followAgain = rememberFragment(panel);
    await panel.context.ready;
    await panel.revealed;
    const code = codeOf(panel);
    const marked = Boolean(panel.context.model.getMetadata("course"));
    if (isChangedLesson(DATA.lessonCode, panel.context.path, code, marked)) return this.warn(panel);
    if (!marked || !isCourseLesson(DATA.lessonCode, panel.context.path, code)) return;
    const lesson = new Lesson(panel, this.jupyter, this.help, (path, heading) => this.openLesson(path, heading));
    this.lessons.add(lesson);
    makeRoom(this.jupyter.app.shell, true);
    panel.disposed.connect(() => this.lessons.delete(lesson));
    await lesson.begin();
    followAgain();
  }

  warn(panel) {
    const note = element("div", "course-bar course-bar-changed", WORDS.changed);
    panel.contentHeader.insertWidget(0, new this.jupyter.Widget({ node: note }));
  }
}

/** What stands on paper in the place of a panel: its name, and that it needs the screen. */
function screenOnly(widget) {
  return element("p", "course-print-note", fillIn(WORDS.screen_only, { panel: widget.getAttribute("aria-label") }));
}

/**
 * A short card stays on one page; a long one may go over two, because moving it would leave half a page empty.
 * The copy is measured at the width of the paper, out of sight.
 */
function keepSmallBlocksWhole(copy) {
  Object.assign(copy.style, { display: "block", left: "-100vw", position: "absolute", width: PAPER.width });
  for (const block of copy.querySelectorAll(".course-card, .course-panel, figure, details, table, blockquote")) {
    block.classList.toggle("course-print-whole", block.offsetHeight < PAPER.heightPx * WHOLE_PART);
  }
  copy.removeAttribute("style");
}

/**
 * On a narrow screen, or a screen at 200 % zoom, JupyterLab's side areas would cover the lesson.
 * @param {any} shell JupyterLab's shell
 * @param {boolean} reading whether a lesson is open
 */
function makeRoom(shell, reading) {
  const narrow = reading && window.innerWidth < NARROW_PX;
  for (const side of ["left", "right"]) {
    if (shell.isSideTabBarVisible?.(side) === narrow) shell.toggleSideTabBarVisibility(side);
  }
  if (narrow) {
    shell.collapseLeft?.();
    shell.collapseRight?.();
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
  const [notebook, apputils, coreutils, widgets] = await Promise.all(
    ["@jupyterlab/notebook", "@jupyterlab/apputils", "@jupyterlab/coreutils", "@lumino/widgets"].map(load),
  );
  return {
    id: "course-helpers:lessons",
    description: DATA.words.bar_name,
    autoStart: true,
    optional: [notebook.INotebookTracker],
    activate: guarded((app, tracker) => {
      const isForAuthors = coreutils.PageConfig.getOption("courseAuthor") === "true";
      if (!tracker || isForAuthors) return;
      giveWidgetsTime();
      const course = new Course({
        app,
        NotebookActions: notebook.NotebookActions,
        Dialog: apputils.Dialog,
        Printing: apputils.Printing,
        PageConfig: coreutils.PageConfig,
        facilitator: coreutils.PageConfig.getOption("courseFacilitator") === "true",
        Widget: widgets.Widget,
      });
      const watch = guarded((panel) => course.watch(panel));
      tracker.forEach(watch);
      tracker.widgetAdded.connect((_, panel) => watch(panel));
    }),
  };
}

export { makePlugin };
