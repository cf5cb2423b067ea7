// One view of a routine player. Several views of one player show the same; the player itself has the clock.
import { listen } from "../panel/faults.js";
import { letterOrKey } from "../panel/keys.js";
import { element } from "../panel/parts.js";
import { MAY_REST } from "../panel/page_events.js";
import { PanelView, panel } from "../panel/view.js";
import { fillIn } from "../panel/fill_in.js";
import { choicePage, outcomePage, painPage, readinessPage } from "./pages.js";
import { Player } from "./player.js";
import { RunningPage } from "./running.js";

const PAGES = { choice: choicePage, readiness: readinessPage, outcome: outcomePage, pain: painPage };
/** A region that says the same again is emptied for so long, or it would not be read out. */
const EMPTY_MS = 60;

/**
 * The player of each panel, by its name: every view has a model object of its own.
 * @type {Map<string, Player>}
 */
const players = new Map();

class PlayerView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    const { words, routine } = { words: given.model.get("words"), routine: given.model.get("routine") };
    super(given, "course-player", fillIn(words.label, { title: routine.title }));
    this.player = playerOf(given.model);
    this.root.lang = routine.language;
    // A press beside the buttons leaves the keys inside the player.
    this.root.tabIndex = -1;
    for (const use of ["pointerdown", "focusin", "keydown"]) listen(this.root, use, () => void (this.player.views.used = this));
    listen(this.root, "keydown", (event) => this.key(event));
    listen(this.root, "click", (event) => this.tap(event));
    this.body = element("div", "course-player-body");
    this.note = element("p", "course-small course-player-note");
    this.root.append(this.body, this.alert, this.status, this.note);
    this.timers = new Map();
    this.endings.push(this.player.python.connection.listen(this.model));
    this.follow("standing", () => this.update(false));
    this.hear(this.root, MAY_REST, (event) => this.player.mayRest || event.preventDefault());
  }

  opened() {
    this.hear(window.matchMedia("(prefers-reduced-motion: reduce)"), "change", () => this.update(false));
    this.hear(window, "resize", () => this.measure());
    this.watchPane();
    this.player.join(this);
    this.update(true);
  }

  end() {
    super.end();
    const { player } = this;
    player.leave(this);
    window.cancelAnimationFrame(this.frameRequest);
    this.paneWatch?.disconnect();
    for (const timer of this.timers.values()) window.clearTimeout(timer);
    if (player.views.size) return;
    player.end();
    players.delete(player.name);
  }

  /** @param {unknown} error */
  fault(error) {
    console.error(error);
    this.root.dataset.fault = "true";
    this.tell("alert", this.words.fault);
  }

  // What the player calls

  /**
   * @param {"status" | "alert" | "caption"} region
   * @param {string} text
   * @param {boolean} [unseen] for the ear alone, because the page shows the same
   */
  tell(region, text, unseen = false) {
    const node = { status: this.status, alert: this.alert, caption: this.note }[region];
    // While a routine runs, its caption shows what the status says.
    node.classList.toggle("course-unseen", unseen || (region === "status" && Boolean(this.running)));
    window.clearTimeout(this.timers.get(region));
    const same = node.textContent !== "";
    node.textContent = same ? "" : text;
    if (same) this.timers.set(region, window.setTimeout(this.guard(() => node.replaceChildren(text)), EMPTY_MS));
  }

  /** @param {boolean} screen another page is to be shown */
  update(screen) {
    const { player } = this;
    if (screen) this.showPage();
    else this.page.refresh?.();
    this.markState();
    if (player.way.screen === "run") this.afterRun();
  }

  showPage() {
    const { player } = this;
    const hadFocus = this.root.contains(document.activeElement);
    // Of several views of one player only the one that was used takes the focus and comes into sight.
    const leads = player.views.leads(this);
    if (player.way.screen !== "run" && this.isFar && player.way.screen !== "pain") this.near();
    this.running = player.way.screen === "run" ? new RunningPage(player, { far: () => this.toggleFar(), full: () => this.fullScreen(), note: this.note }) : null;
    if (!this.running) this.root.append(this.note);
    this.page = this.running ?? PAGES[player.way.screen](player);
    this.body.replaceChildren(...this.page.nodes);
    this.root.dataset.screen = player.way.screen;
    this.tell("status", "");
    if (this.running) {
      this.page.refresh();
      this.measure();
    }
    if (player.way.screen === "pain" && leads) this.page.heading.focus();
    else if (hadFocus && player.way.screen === "run" && player.engine.phase === "ready") this.running.controls.main.focus();
    else if (hadFocus) this.page.heading.focus();
    if (hadFocus || (player.way.screen === "pain" && leads)) this.root.scrollIntoView({ block: "start" });
  }

  afterRun() {
    const { player, running } = this;
    const focused = document.activeElement;
    const lost = focused instanceof HTMLElement && this.root.contains(focused) && focused.closest("[hidden]");
    if (lost) (player.engine.phase === "done" ? running.endHeading : running.controls.main).focus();
    window.cancelAnimationFrame(this.frameRequest);
    if (player.moving) this.draw();
  }

  // The pane

  /** What scrolls round the player: a notebook, or the page itself. */
  get pane() {
    let node = this.root.parentElement;
    while (node && !/auto|scroll/.test(getComputedStyle(node).overflowY)) node = node.parentElement;
    return node && node !== document.body ? node : document.documentElement;
  }

  watchPane() {
    if (!window.ResizeObserver) return;
    this.paneWatch = new ResizeObserver(this.guard(() => this.measure()));
    this.paneWatch.observe(this.pane);
    this.paneWatch.observe(this.root);
  }

  /** The stage is as high as the pane, or as the screen where it lies over everything. */
  measure() {
    if (!this.running || !this.root.isConnected) return;
    const over = this.isFar || document.fullscreenElement === this.root;
    const size = over ? [window.innerHeight, window.innerWidth] : [this.pane.clientHeight, this.root.clientWidth];
    if (String(size) === String(this.measured) && this.running === this.measuredPage) return;
    this.measured = size;
    this.measuredPage = this.running;
    this.root.style.setProperty("--course-pane", `${size[0]}px`);
    this.running.fit();
  }

  draw() {
    this.frameRequest = window.requestAnimationFrame(this.guard(() => {
      if (!this.player.moving || !this.running) return;
      this.running.frame();
      this.markState();
      this.draw();
    }));
  }

  /** The page's own styles and outside measurements read these. */
  markState() {
    const { player, root } = this;
    const { engine } = player;
    const gate = player.way.screen !== "run" && player.way.screen !== "pain";
    root.dataset.state = gate ? "gate" : player.way.screen === "pain" ? "stopped-pain" : engine.phase;
    root.dataset.screen = player.way.screen;
    root.dataset.step = engine ? String(engine.segment + 1) : "";
    const remaining = engine ? player.moment.remaining : null;
    root.dataset.remainingMs = remaining === null ? "" : String(Math.round(remaining));
    root.dataset.mode = player.way.mode;
  }

  // Far view

  get isFar() {
    return this.root.dataset.far === "true";
  }

  toggleFar() {
    if (this.isFar) this.near();
    else this.goFar();
  }

  /** The top layer is the only place that a notebook's cells cannot cut off. */
  goFar() {
    this.root.popover = "manual";
    this.root.showPopover();
    this.root.dataset.far = "true";
    this.labelFar();
    this.measure();
  }

  near() {
    if (document.fullscreenElement === this.root) document.exitFullscreen().catch(() => {});
    this.root.hidePopover?.();
    this.root.removeAttribute("popover");
    this.root.dataset.far = "false";
    this.labelFar();
    this.measure();
  }

  labelFar() {
    const { words } = this.player;
    if (!this.running) return;
    const { controls, more } = this.running;
    controls.far.textContent = this.isFar ? words.near : words.far;
    more.close();
    // In far view nothing else is left of the small buttons, so the way back stands in their place.
    (this.isFar ? controls.nav : controls.more).append(controls.far);
    // The next press from three metres away is Pause, not the way back.
    (this.isFar ? controls.main : more.opener).focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else this.root.requestFullscreen?.().catch(() => {});
  }

  /** From three metres no small button can be hit: the whole panel pauses. */
  tap(event) {
    const pressed = event.target instanceof Element && event.target.closest("button, a, input, select, label, summary, details");
    if (this.isFar && this.player.moving && !pressed) this.player.press("pause");
  }

  // Keys

  key(event) {
    if (event.key === "Escape" && this.isFar) {
      event.stopPropagation();
      this.near();
      return;
    }
    if (!this.running || !this.player.settings.keys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element) || event.target.closest("input, select, textarea")) return;
    this.shortcut(event);
  }

  shortcut(event) {
    const { player, running } = this;
    const { phase } = player.engine;
    const onButton = event.target.closest("button, summary, a");
    const { locked } = running.controls;
    const acts = {
      " ": () => !onButton && (player.moving ? player.press("pause") : phase === "paused" && player.press("resume")),
      ArrowLeft: () => locked || player.press("back"),
      ArrowRight: () => locked || player.press("skip"),
    };
    const key = letterOrKey(event);
    const act = acts[key];
    if (!act || (key === " " && onButton)) return;
    event.preventDefault();
    // A key that is held would leave out step after step, or start and stop by turns.
    if (!event.repeat) act();
  }
}

/** @param {import("../panel/parts.js").Model} model */
function playerOf(model) {
  const name = model.get("panel");
  const player = players.get(name) ?? new Player(model);
  players.set(name, player);
  return player;
}

export default panel(PlayerView);
