// One open lesson: how it is dressed, run, and kept as it is.

import { fillIn } from "../panel/fill_in.js";
import { MAY_REST, START_AGAIN } from "../panel/page_events.js";
import { LessonBar, storedTextSize } from "./bar.js";
import { DATA, WORDS } from "./data.js";
import { cellsToRun, fileName, holdsRoutine, lessonPlace, nextTextSize, onKernelStatus } from "./decisions.js";
import { offerLargeDrawings } from "./drawings.js";
import { button, element, pause } from "./elements.js";
import { listen } from "./faults.js";
import { FindBar } from "./find.js";
import { holdRoom } from "./held.js";
import { keepAsItIs } from "./read_only.js";
import { LEADS, PLAYING, UNDER_WAY } from "./routine_states.js";
import { FittingRow } from "./row.js";
import { lessonNamed } from "./way.js";

const HIDDEN_TAGS = ["course-tag-facilitator", "course-tag-hint"];
const LOOK_FOR_END_MS = 1_000;
const SLOW_START_MS = 30_000;
const DIALOG_WATCH_MS = 10_000;
const WIDGETS_BACK_MS = 20_000;
const LOOK_EVERY_MS = 50;

/** One open lesson: it runs when it opens, and again when its kernel was lost. */
class Lesson {
  constructor(panel, jupyter, help, way, openLesson) {
    this.panel = panel;
    this.path = panel.context.path;
    this.known = lessonNamed(DATA.lessons, fileName(this.path));
    this.jupyter = jupyter;
    this.way = way;
    this.openLesson = openLesson;
    this.lost = false;
    /** Its kernel was let go. @type {Promise<void> | null} */
    this.resting = null;
    this.lookForPlace = () => {};
    this.expectDialogUntil = 0;
    this.find = new FindBar(panel.content.node);
    this.bar = new LessonBar(help, this, jupyter.facilitator);
    this.dressUp();
    this.watchKernel();
    keepAsItIs(panel);
    this.printAsRead();
  }

  dressUp() {
    const { node, content, contentHeader, toolbar } = this.panel;
    // It is for writing, and draws itself anew whenever a kernel begins or ends to work, also while nobody sees it.
    toolbar.parent = null;
    node.classList.add("course-lesson");
    this.nameTab();
    node.style.setProperty("--course-text-size", `${nextTextSize(storedTextSize(), 0)}px`);
    node.style.setProperty("--course-part-waits", JSON.stringify(WORDS.part_waits));
    contentHeader.insertWidget(0, new this.jupyter.Widget({ node: this.bar.node }));
    this.findRow = new this.jupyter.Widget({ node: this.find.node });
    this.findRow.hide();
    contentHeader.insertWidget(1, this.findRow);
    this.find.onClose = () => this.findRow.hide();
    this.rows = [this.bar, this.find].map(({ node: row }) => new FittingRow(row, () => contentHeader.fit()));
    for (const cell of content.widgets) this.markCell(cell);
    listen(content.node, "click", (event) => this.followLink(event));
    this.addFoot();
  }

  /** Where to go from the end of the lesson. */
  addFoot() {
    const shown = this.panel.content.widgets.filter((cell) => !HIDDEN_TAGS.some((tag) => cell.node.classList.contains(tag)));
    const foot = element("nav", "course-foot");
    foot.setAttribute("aria-label", WORDS.at_the_end);
    const { before, after } = this.way.neighboursOf(this);
    const home = button(WORDS.home, () => this.way.ways.goHome());
    foot.append(...[before && this.leading(WORDS.lesson_before, before), home, after && this.leading(WORDS.lesson_after, after)].filter(Boolean));
    if (after) foot.lastElementChild?.classList.add("course-button-main");
    shown.at(-1)?.node.append(foot);
  }

  leading(which, lesson) {
    const text = fillIn(WORDS.lesson_named, { which, lesson: lesson.title });
    return button(text, () => this.way.ways.openLesson(lesson.notebook, ""));
  }

  /** The tab shows the title by its style sheet: whoever sets the label of a document's tab renames its file. */
  nameTab() {
    const { title } = this.panel;
    title.dataset = { ...title.dataset, "course-title": this.known.title };
    title.caption = this.known.title;
  }

  openFindFor(words, heading) {
    this.findRow.show();
    this.find.openFor(words, heading);
  }

  openFind() {
    this.findRow.show();
    this.find.open();
  }

  /** Ask what of this lesson to print. */
  choosePrint() {
    this.jupyter.printChoice.open(this.panel.content.widgets.map((cell) => cell.node));
  }

  /** Every link to a lesson opens here: JupyterLab leads to no heading of the same lesson, nor of one that was closed. */
  followLink(event) {
    const link = event.target.closest("a[href]");
    const place = link?.origin === location.origin && this.placeOf(link);
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    this.openLesson(place.lesson, place.heading);
  }

  /** An address of nothing but a heading is one of this lesson, whichever lesson the page was opened with. */
  placeOf(link) {
    const own = link.getAttribute("href").startsWith("#");
    return lessonPlace(DATA.lessonCode, own ? `${fileName(this.path)}${link.hash}` : link.href);
  }

  /** JupyterLab would print the stored file with its code; the lesson prints as it is read. */
  printAsRead() {
    this.panel[this.jupyter.Printing.symbol] = () => async () => window.print();
  }

  markCell(cell) {
    // What folds an output has no place in a lesson, and at each change of one JupyterLab asks how high it is.
    cell.node.querySelector(".jp-OutputArea-promptOverlay")?.remove();
    for (const tag of cell.model.getMetadata("tags") ?? []) cell.node.classList.add(`course-tag-${tag}`);
  }

  isPlaying() {
    return this.panel.node.querySelector(PLAYING) !== null;
  }

  async begin() {
    const { sessionContext } = this.panel;
    await sessionContext.ready;
    await new Promise((known) => {
      this.jupyter.reader.whenKnown((reads) => known(this.readHere(reads)));
    });
    await this.first;
  }

  async runOrOffer() {
    // A tab of another day may have let its kernel go before anybody looked at it.
    if (this.way.isOwn && !this.panel.sessionContext.session?.kernel) await this.panel.sessionContext.startKernel();
    if (this.panel.sessionContext.session?.kernel) await this.run();
    else this.bar.tell(WORDS.stopped, { offerStart: true });
  }

  /** This browser begins to read, or another one reads: then the text stays, and what would move that one waits. */
  readHere(reads) {
    clearInterval(this.looking);
    this.holdPanels(!reads);
    if (!reads) {
      this.bar.tell(WORDS.elsewhere, { offerHere: true });
      this.looking = setInterval(() => this.holdPanels(true), LOOK_FOR_END_MS);
    } else if (!this.first) {
      this.first = this.runOrOffer();
    } else {
      this.bar.tell("");
      if (this.runLater) this.run();
      this.runLater = false;
      this.wakeWhereItIsRead();
    }
  }

  /** No panel can be pressed while it is held, but for a routine that goes on: its Stop has to work. */
  holdPanels(held) {
    for (const widget of this.panel.node.querySelectorAll(".course-widget")) {
      widget.inert = held && !widget.matches(UNDER_WAY) && widget.querySelector(UNDER_WAY) === null;
    }
  }

  /**
   * The course's program does not answer any more, or answers again. Under hands that are led nothing moves: there it is
   * told at the next pause, and what leads needs no program.
   * @param {string} note nothing once it answers
   */
  tellSilence(note) {
    clearTimeout(this.tellingLater);
    if (this.panel.node.querySelector(LEADS)) {
      this.tellingLater = setTimeout(() => this.tellSilence(note), LOOK_FOR_END_MS);
      return;
    }
    this.bar.tellSilence(note);
    if (!note) this.lookForKernel().catch((error) => console.warn("course-helpers:", error));
  }

  /** A course that was started again knows nothing of the kernels of before, and JupyterLab would try them for ever. */
  async lookForKernel() {
    await this.jupyter.app.serviceManager.sessions.refreshRunning();
    if (!this.panel.isDisposed && !this.panel.sessionContext.session?.kernel) this.onStatus("dead");
  }

  end() {
    clearInterval(this.looking);
    clearTimeout(this.tellingLater);
    for (const row of this.rows) row.end();
    // What is off the page does not go with it.
    this.panel.toolbar.dispose();
  }

  async run() {
    if (!this.jupyter.reader.reads) return;
    this.panel.node.dataset.courseState = "starting";
    this.bar.tell(WORDS.starting);
    const slow = setTimeout(() => this.bar.tell(WORDS.too_slow, { offerStart: true }), SLOW_START_MS);
    const { content, sessionContext } = this.panel;
    const code = this.cellsToRun();
    const giveBack = holdRoom(code.map((cell) => cell.node));
    try {
      await Promise.race([this.widgetsAreBack(), pause(WIDGETS_BACK_MS)]);
      await this.jupyter.NotebookActions.runCells(content, code, sessionContext);
      if (this.jupyter.reader.reads) this.bar.tell("");
      this.panel.node.dataset.courseState = "live";
    } finally {
      clearTimeout(slow);
      // Drawings of what came anew have no button yet.
      giveBack()
        .then(() => offerLargeDrawings(this.panel))
        .catch((error) => console.warn("course-helpers:", error));
    }
  }

  /** What the course stored and JupyterLab shows whole need not be made anew. */
  cellsToRun() {
    const code = this.panel.content.widgets.filter((cell) => cell.model.type === "code");
    const told = code.map(({ model }) => ({
      code: model.sharedModel.getSource(),
      trusted: model.trusted,
      shows: model.outputs.length > 0,
    }));
    const isStored = this.jupyter.storedLessons.includes(this.known.notebook);
    return cellsToRun(told, DATA.stillCalls, isStored).map((at) => code[at]);
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

  /** A panel whose kernel does not know it asks for this; a routine that goes on, or was just stopped, stays in sight. */
  startAgainUnlessPlaying() {
    if (this.isPlaying()) this.bar.tell(WORDS.playing, { offerStart: true });
    else this.startAgain();
  }

  async startAgain() {
    this.bar.tell(WORDS.starting);
    const { sessionContext } = this.panel;
    const kernel = sessionContext.session?.kernel;
    if (!kernel || kernel.status === "dead") {
      this.lost = false;
      // JupyterLab restarts only what is there.
      await (kernel ? sessionContext.restartKernel() : sessionContext.startKernel());
    }
    await this.run();
  }

  /** Whether its kernel has to stay: something plays, comes alive, or waits for an answer. */
  isHeld() {
    const { node } = this.panel;
    if (this.isPlaying() || node.dataset.courseState !== "live") return true;
    // A routine that is not on its page cannot say that nothing hurt.
    if (holdsRoutine(DATA.lessonCode, this.path) && !node.querySelector(".course-player")) return true;
    const panels = [...node.querySelectorAll(".course-widget")];
    return panels.some((panel) => !panel.dispatchEvent(new CustomEvent(MAY_REST, { cancelable: true })));
  }

  /** Let its kernel go while nobody reads it. The text and the place stay. */
  async rest() {
    this.resting = this.panel.sessionContext.shutdown();
    this.panel.node.dataset.courseState = "resting";
    await this.resting;
  }

  /** Somebody reads it again. */
  async wake() {
    const { resting } = this;
    if (!resting || !this.jupyter.reader.reads) return;
    this.panel.node.dataset.courseState = "starting";
    await resting.catch(() => {});
    // Two calls at once begin one kernel.
    if (this.resting !== resting) return;
    this.resting = null;
    await this.startAgain();
  }

  /** Its kernel may have gone while another browser was the one that reads. */
  wakeWhereItIsRead() {
    if (this.resting && this.panel.isVisible) this.wake().catch((error) => console.warn("course-helpers:", error));
  }

  watchKernel() {
    const { sessionContext } = this.panel;
    sessionContext.statusChanged.connect((_, status) => this.onStatus(status));
    this.panel.node.addEventListener(START_AGAIN, () => this.startAgainUnlessPlaying());
  }

  onStatus(status) {
    if (status === "autorestarting" || status === "dead") this.expectDialogUntil = Date.now() + DIALOG_WATCH_MS;
    if (this.resting) return;
    // A running lesson reports hundreds of these; the page is searched only where the answer counts.
    const next = onKernelStatus({ lost: this.lost, playing: this.lost && this.isPlaying() }, status);
    this.lost = next.lost;
    if (this.lost) this.panel.node.dataset.courseState = "lost";
    if (!this.jupyter.reader.reads) {
      this.runLater ||= next.action === "run";
      return;
    }
    if (next.action === "run") this.run();
    if (next.action === "offer") this.bar.tell(WORDS.playing, { offerStart: true });
    if (next.action === "tell") this.bar.tell(WORDS.stopped, { offerStart: true });
  }

  /** JupyterLab's "kernel died" window names the notebook's path, whatever its language. */
  ownsDialog(dialog) {
    return Date.now() < this.expectDialogUntil && dialog.node.textContent.includes(this.panel.context.path);
  }
}

export { Lesson };
