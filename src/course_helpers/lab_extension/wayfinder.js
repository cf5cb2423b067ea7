// The way through the course in JupyterLab: its home, the list at the side, the search over all lessons, back and forth.

import { onNews } from "../panel/news.js";
import { arrive, hold } from "./arriving.js";
import { Colours } from "./colours.js";
import { DATA, WORDS } from "./data.js";
import { fileName, holdsRoutine } from "./decisions.js";
import { Drawer } from "./drawer.js";
import { pause } from "./elements.js";
import { CalmFrame } from "./frame.js";
import { LateGrammars } from "./grammars.js";
import { HomePage } from "./home.js";
import { PageHistory } from "./page_history.js";
import { KernelKeeper } from "./kernels.js";
import { keepPlace, lastPlace, placeOfTab, watchPlace } from "./places.js";
import { ReadMarks } from "./read_marks.js";
import { SearchWindow } from "./search.js";
import { SideList } from "./side_list.js";
import { leftOff, lessonInAddress, lessonNamed, neighbours, standsInFront } from "./way.js";

const HOME = "course-home";
const SIDE = "course-side";
const OPENING = "course-opening";
const IS_THERE_MS = 50;
/** So long after the page began, whatever is there is shown. */
const OPENED_MS = 20_000;
const NARROW_PX = 760;
/** After so long, the home is there without the lesson that was asked for. */
const COMES_WITHIN_MS = 10_000;

class Wayfinder {
  /**
   * @param {any} jupyter
   * @param {any} course which lessons are open, and how one is opened
   * @param {any} help the help window
   */
  constructor(jupyter, course, help) {
    this.jupyter = jupyter;
    this.course = course;
    this.begun = false;
    /** Notebooks that were looked at and are no lessons. */
    this.strangers = new WeakSet();
    /** Whether this is the course's own server, on which there is nothing else. */
    this.isOwn = jupyter.PageConfig.getOption("courseMarks") === "true";
    this.sections = new Map();
    /** @type {import("./home.js").Ways & {goHome: () => void}} */
    this.ways = {
      openLesson: (lesson, heading) => this.leave(() => course.openLesson(lesson, heading)),
      goOn: () => this.goOn(),
      goHome: () => this.leave(() => this.goHome()),
      search: (words) => this.openSearch(words),
      help: () => help.open(),
      showList: () => this.showList(),
      changeDesk: () => this.changeDesk(),
      changeColours: () => this.colours.change(),
    };
    // On another server editors are somebody's tools.
    this.grammars = new LateGrammars(this.isOwn ? jupyter.languages : null);
    // On another server the colours are the reader's own settings.
    this.colours = new Colours(this.isOwn ? jupyter.themes : null);
    this.home = new HomePage(this.ways);
    this.side = new SideList(this.ways);
    this.drawer = new Drawer(this.ways);
    this.searching = new SearchWindow(() => fetchIndex(jupyter.PageConfig), (hit) => this.openHit(hit));
    this.marks = new ReadMarks(asksForMarks(jupyter));
    /** The lessons of this page as they were in front, the last one first. @type {any[]} */
    this.inFrontLast = [];
    /** The files that proved to be lessons: no other session is touched. @type {Set<string>} */
    this.provedPaths = new Set();
    this.kernels = new KernelKeeper({
      list: () => {
        this.broughtBack();
        return sessionsOf(jupyter.app.serviceManager.sessions, (session) => this.isOurs(session));
      },
      stop: (id) => jupyter.app.serviceManager.sessions.shutdown(id),
      lessons: () => this.openLessons(),
      holdsRoutine: (path) => holdsRoutine(DATA.lessonCode, path),
    });
  }

  /** The home and the list, on the course's own server at once, elsewhere with the first lesson. */
  begin() {
    if (this.begun) return;
    this.begun = true;
    const { app, Widget } = this.jupyter;
    this.homeWidget = new Widget({ node: this.home.node });
    this.homeWidget.id = HOME;
    this.homeWidget.title.label = WORDS.home;
    this.homeWidget.title.caption = WORDS.course_name;
    // It is always there: where the last lesson was closed, and where the way back ends.
    this.homeWidget.onCloseRequest = () => {};
    this.homeWidget.onActivateRequest = () => this.home.node.focus({ preventScroll: true });
    this.sideWidget = new Widget({ node: this.side.node });
    this.sideWidget.id = SIDE;
    this.sideWidget.title.label = WORDS.lessons;
    this.sideWidget.title.caption = WORDS.lessons_of;
    app.shell.add(this.sideWidget, "left", { rank: 1 });
    if (this.isOwn) this.jupyter.restorer?.add(this.sideWidget, SIDE);
    this.frame = new CalmFrame(this.jupyter, () => this.inFront());
    this.history = new PageHistory(window.history, () => window.location.pathname, () => ({
      home: this.homePath(),
      isHome: this.isHome(),
      isLesson: this.isOwn || Boolean(this.lessonInFront()),
    }));
    app.shell.currentChanged.connect(() => this.onFront());
    window.addEventListener("popstate", () => this.history.follow(() => this.followAddress()));
    window.addEventListener("resize", () => this.makeRoom());
    this.jupyter.themes?.themeChanged.connect(() => this.show());
    // A page that opened behind another window is looked at now.
    window.addEventListener("focus", () => this.lookedAt());
    this.frame.update();
    if (this.frame.full) this.grammars.bring();
    this.lookUntilAway();
    for (const news of /** @type {const} */ (["marked", "answered", "forget"])) onNews(news, () => this.refresh());
  }

  /** What the server showed while JupyterLab came is not needed once something of the course, or anything else, is there. */
  lookAway() {
    const opening = document.getElementById(OPENING);
    if (!opening) return;
    const { currentWidget } = this.jupyter.app.shell;
    const lesson = this.lessonInFront();
    const isThere = this.isHome() || this.strangers.has(currentWidget) || lesson?.panel.node.classList.contains("course-seen");
    if (isThere || performance.now() > OPENED_MS) opening.remove();
  }

  /** A lesson tells when it is there. A window without the keys hears of nothing that comes to its front, such as the home. */
  async lookUntilAway() {
    while (document.getElementById(OPENING)) {
      this.lookAway();
      await pause(IS_THERE_MS);
    }
  }

  /** A lesson that the page was opened with comes first, and the home behind it: nobody sees one page turn into another. */
  async settleUnlessLessonComes() {
    const isAsked = Boolean(lessonInAddress(DATA.lessons, window.location.pathname));
    if (isAsked) await pause(COMES_WITHIN_MS);
    this.settle();
    // Whatever else JupyterLab brought back from another day stands behind the home.
    if (!isAsked) this.goHome();
  }

  /** The home among the tabs: first of all, and in front where no lesson is. */
  settle() {
    const { shell } = this.jupyter.app;
    if (this.homeWidget.isAttached) return;
    const first = [...shell.widgets("main")][0];
    const beside = first ? { mode: "tab-before", ref: first.id } : {};
    shell.add(this.homeWidget, "main", { activate: !first, ...beside });
    if (lessonInAddress(DATA.lessons, window.location.pathname)) this.history.putBehind(this.homePath());
    this.onFront();
  }

  homePath() {
    return new URL(this.jupyter.PageConfig.getUrl({ treePath: "" }), window.location.href).pathname;
  }

  isHome() {
    return Boolean(this.homeWidget) && this.widgetInFront() === this.homeWidget;
  }

  lessonInFront() {
    const front = this.widgetInFront();
    return [...this.course.lessons].find((lesson) => lesson.panel === front);
  }

  widgetInFront() {
    const ours = [...[...this.course.lessons].map((lesson) => lesson.panel), ...(this.homeWidget ? [this.homeWidget] : [])];
    return standsInFront(this.jupyter.app.shell.currentWidget, ours);
  }

  /** What of the course stands in front. */
  inFront() {
    if (this.isHome()) return { name: WORDS.home, scroller: this.home.node };
    const lesson = this.lessonInFront();
    if (!lesson) return this.coming();
    const scroller = lesson.panel.content.node.querySelector(".jp-WindowedPanel-outer");
    return { name: lesson.known.title, scroller };
  }

  /** Where nobody but the course can be, the desk does not show before the first lesson does. */
  coming() {
    const { currentWidget } = this.jupyter.app.shell;
    if (!this.isOwn || this.strangers.has(currentWidget)) return null;
    if (!currentWidget) return { name: WORDS.home, scroller: null };
    const known = lessonNamed(DATA.lessons, fileName(currentWidget.context?.path ?? ""));
    return known ? { name: known.title, scroller: null } : null;
  }

  /** A notebook that is no lesson, whatever its name, is JupyterLab's. */
  noLesson(panel) {
    this.strangers.add(panel);
    this.grammars.bring();
    if (this.begun) this.onFront();
  }

  onFront() {
    // With the last lesson nothing has the keys any more, and JupyterLab calls nothing the page in front.
    if (!this.jupyter.app.shell.currentWidget) setTimeout(() => this.homeWhereNothingIs());
    if (this.isHome()) this.refresh();
    this.lookedAt();
    this.makeRoom();
  }

  /** The list and the name follow; the room for the list stays as the reader left it. */
  lookedAt() {
    this.wakeInFront();
    this.show();
    this.frame.update();
  }

  homeWhereNothingIs() {
    if (!this.jupyter.app.shell.currentWidget && this.homeWidget.isVisible) this.goHome();
  }

  refresh() {
    return this.marks.refresh(() => this.show());
  }

  /** Draw what is known. */
  show() {
    const lesson = this.lessonInFront();
    const front = lesson?.known.notebook ?? "";
    const section = this.sections.get(front) ?? "";
    const seen = { front, section, marks: this.marks, full: this.frame.full, colours: this.colours.label() };
    this.side.show(seen);
    this.drawer.show(seen, lesson);
    this.home.show({ left: leftOff(DATA.lessons, lastPlace()), ...seen });
  }

  changeDesk() {
    this.drawer.close();
    this.frame.changeDesk();
    if (this.frame.full) this.grammars.bring();
    this.show();
    this.makeRoom();
  }

  /** The list stands at the side where there is room, and is a drawer where there is none. */
  makeRoom() {
    const { shell } = this.jupyter.app;
    const narrow = window.innerWidth < NARROW_PX;
    if (!this.frame.calm && !(narrow && this.inFront())) return;
    shell.collapseRight?.();
    if (narrow) shell.collapseLeft?.();
    else if (!this.closedByReader) shell.activateById(SIDE);
  }

  showList() {
    const { shell } = this.jupyter.app;
    if (window.innerWidth < NARROW_PX) return this.drawer.open();
    this.closedByReader = this.sideWidget.isVisible;
    if (this.closedByReader) shell.collapseLeft();
    else shell.activateById(SIDE);
  }

  leave(go) {
    this.drawer.close();
    return go();
  }

  goHome() {
    this.jupyter.app.shell.activateById(HOME);
  }

  async goOn() {
    const left = leftOff(DATA.lessons, lastPlace());
    if (!left) return;
    const lesson = await this.course.showLesson(left.lesson.notebook);
    if (lesson) await this.goToPlace(lesson, left.place);
  }

  goToPlace(lesson, place) {
    const { panel } = lesson;
    const cell = () => panel.content.widgets.find((one) => one.model.id === place.cell)?.node;
    return cell() && hold(panel, cell, place.above, () => panel.node.dataset.courseState === "live");
  }

  openSearch(words) {
    this.drawer.close();
    return this.searching.open(words);
  }

  /** A place of the search: its words are marked, and the first of them in its section stands in sight. */
  async openHit({ place, mark }) {
    const lesson = await this.course.showLesson(place.lesson);
    if (!lesson) return;
    const { panel } = lesson;
    const isLive = () => panel.node.dataset.courseState === "live";
    if (place.kind === "figure") return arrive(panel, place.heading, isLive);
    lesson.openFindFor(mark, place.heading);
    await hold(panel, () => lesson.find.placeInSight(), window.innerHeight / 4, isLive);
  }

  /** A lesson opened: its name, its place, its foot; and where a reload left it. */
  lessonOpened(lesson, wasAsked) {
    const { known, panel } = lesson;
    const kept = wasAsked || window.location.hash ? null : placeOfTab(known.notebook);
    lesson.lookForPlace = watchPlace(panel, known.sections, (place, moved) => {
      keepPlace(known.notebook, place, moved);
      this.sections.set(known.notebook, place.section);
      this.show();
    });
    this.provedPaths.add(lesson.path);
    this.begin();
    this.settle();
    this.onFront();
    if (kept) this.goToPlace(lesson, kept);
  }

  openLessons() {
    const open = [...this.course.lessons];
    const seen = this.inFrontLast.filter((lesson) => open.includes(lesson));
    const unseen = open.filter((lesson) => !seen.includes(lesson));
    const told = [...seen, ...unseen].map((lesson) => ({ path: lesson.path, held: () => lesson.isHeld(), rest: () => lesson.rest() }));
    return [...told, ...this.broughtBack()];
  }

  /** Tabs of another day that nobody has looked at yet: JupyterLab gives each a kernel. */
  broughtBack() {
    const looked = [...this.course.lessons].map((lesson) => lesson.panel);
    const tabs = [];
    this.jupyter.tracker.forEach((panel) => {
      if (looked.includes(panel) || !this.mayBeLesson(panel)) return;
      this.provedPaths.add(panel.context.path);
      tabs.push({ path: panel.context.path, held: () => panel.isVisible || holdsRoutine(DATA.lessonCode, panel.context.path), rest: () => panel.sessionContext.shutdown() });
    });
    return tabs;
  }

  /** On the course's own server a file with the name of a lesson is one, until it was seen to be none. */
  mayBeLesson(panel) {
    return !this.strangers.has(panel) && this.isNamedLikeLesson(panel.context?.path ?? "");
  }

  isNamedLikeLesson(path) {
    const isInFolder = path === `${this.course.folder}/${fileName(path)}`;
    return this.isOwn && isInFolder && Boolean(lessonNamed(DATA.lessons, fileName(path)));
  }

  /**
   * A session of a lesson that was seen to be one. What has a lesson's name may be a stranger's: on the course's own server
   * it is ours as well while nobody ever asked its kernel anything, as the launcher starts one ahead.
   */
  isOurs({ path, kernel }) {
    if (!kernel || this.provedPaths.has(path)) return Boolean(kernel);
    return kernel.execution_state === "starting" && kernel.connections === 0 && this.isNamedLikeLesson(path);
  }

  /** Two lessons keep their kernel; one that comes to the front gets its own back. */
  tidyKernels() {
    return this.kernels.tidy();
  }

  wakeInFront() {
    const lesson = this.lessonInFront();
    if (!lesson || lesson === this.inFrontLast[0]) return;
    this.inFrontLast = [lesson, ...this.inFrontLast.filter((one) => one !== lesson && this.course.lessons.has(one))];
    // Where all tabs are closed, each of them is in front for a moment.
    setTimeout(() => this.wakeIfStillInFront(lesson));
  }

  async wakeIfStillInFront(lesson) {
    if (lesson !== this.lessonInFront()) return;
    try {
      await lesson.wake();
      await this.tidyKernels();
    } catch (error) {
      // A lesson that was closed meanwhile needs no kernel.
      if (!lesson.panel.isDisposed) console.warn("course-helpers:", error);
    }
  }

  neighboursOf(lesson) {
    return neighbours(DATA.lessons, lesson.known.notebook);
  }

  /** The browser went back or forth: what the address names comes to the front. */
  followAddress() {
    const name = lessonInAddress(DATA.lessons, window.location.pathname);
    if (name) return this.course.showLesson(name);
    if (!fileName(window.location.pathname).includes(".")) this.goHome();
  }
}

/**
 * The sessions of some files, as the server tells them now.
 * @param {any} manager JupyterLab's manager of sessions
 * @param {(session: any) => boolean} isOurs
 * @returns {Promise<import("./kernels.js").Session[]>}
 */
async function sessionsOf(manager, isOurs) {
  await manager.refreshRunning();
  return [...manager.running()]
    .filter(isOurs)
    .map(({ id, path, kernel }) => ({
      id,
      path,
      connections: kernel.connections,
      state: kernel.execution_state ?? "",
      used: kernel.last_activity ?? "",
    }));
}

/** How the course's own server is asked for the marks; another one is not. */
function asksForMarks({ PageConfig, ServerConnection, app }) {
  if (PageConfig.getOption("courseMarks") !== "true") return null;
  const settings = app.serviceManager.serverSettings;
  return async () => {
    const answer = await ServerConnection.makeRequest(`${settings.baseUrl}course/marks`, {}, settings);
    return answer.json();
  };
}

async function fetchIndex(PageConfig) {
  const folder = PageConfig.getOption("fullLabextensionsUrl");
  const answer = await fetch(`${folder}/course-helpers/static/${DATA.searchIndex}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

export { Wayfinder };
