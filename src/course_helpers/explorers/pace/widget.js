// The view of the pace bar. The marker's place follows from the time since Start; nothing is sent anywhere.
import { button, element, labelled, optionLabel, ownName, panelRoot, sourceList, statusRegion } from "../../panel/parts.js";
import { PX_PER_CM, pacesFor, placeAt, shownTime } from "./pace.js";

/** @typedef {{id: string, cm: number, name: string, about: string, choice: string, sources: Source[], atStart: boolean}} Pace */
/** @typedef {Record<string, string>} Words */

/** Every so many marks one has its number. */
const NUMBERED = 5;
/** The bar is measured in whole centimetres. */
const LONGEST_CM = 15;

/** The bar with its marks, and the marker on it. */
class Bar {
  /** @param {Words} words */
  constructor(words) {
    this.node = element("div", "course-pace-bar");
    this.node.setAttribute("role", "img");
    this.node.setAttribute("aria-label", words.bar);
    this.track = element("div", "course-pace-track");
    this.marker = element("div", "course-pace-marker");
    this.track.append(this.marker);
    this.node.append(this.track);
    this.length = 0;
  }

  /** Take as many whole centimetres as there is room for. */
  measure() {
    const room = Math.floor(this.node.clientWidth / PX_PER_CM);
    const length = Math.max(1, Math.min(LONGEST_CM, room));
    if (length === this.length) return;
    this.length = length;
    this.track.style.width = `${length}cm`;
    const marks = Array.from({ length: length + 1 }, (_, cm) => this.mark(cm));
    this.track.replaceChildren(...marks, this.marker);
  }

  /** @param {number} cm */
  mark(cm) {
    const mark = element("span", "course-pace-mark", cm % NUMBERED === 0 ? String(cm) : "");
    mark.style.left = `${cm}cm`;
    return mark;
  }

  /** @param {number} cm */
  place(cm) {
    this.marker.style.transform = `translateX(${cm}cm)`;
  }
}

/** Starts, stops and moves the marker. */
class Mover {
  /**
   * @param {Bar} bar
   * @param {(kind: "moving" | "stopped" | "hidden") => void} tell
   */
  constructor(bar, tell) {
    this.bar = bar;
    this.tell = tell;
    this.pace = 0;
    this.stepped = false;
    /** @type {number | null} */
    this.since = null;
    this.frame = 0;
  }

  start() {
    this.halt();
    this.since = performance.now();
    this.tell("moving");
    this.show();
  }

  /** @param {"stopped" | "hidden"} kind */
  stop(kind) {
    if (this.since === null) return;
    this.halt();
    this.tell(kind);
  }

  halt() {
    cancelAnimationFrame(this.frame);
    this.since = null;
  }

  show() {
    if (this.since === null) return;
    // A lesson in another tab of JupyterLab is out of sight while the page itself is in sight.
    if (!this.bar.node.offsetParent) return this.stop("hidden");
    const time = shownTime(performance.now() - this.since, this.stepped);
    this.bar.place(placeAt(time, this.pace, this.bar.length));
    this.frame = requestAnimationFrame(() => this.show());
  }
}

/**
 * The paces as radio buttons.
 * @param {Pace[]} paces
 * @param {Words} words
 * @param {(pace: Pace) => void} choose
 */
function choices(paces, words, choose) {
  const box = element("fieldset", "course-pace-choices");
  box.append(element("legend", "", words.legend));
  const name = ownName();
  const options = paces.map((pace) => {
    const { label, input } = optionLabel("radio", name, pace.name, () => choose(pace));
    input.checked = pace.atStart;
    box.append(label);
    return { label, input, pace };
  });
  const offer = (/** @type {Pace[]} */ offered) => {
    for (const { label, pace } of options) label.hidden = !offered.includes(pace);
  };
  const set = (/** @type {Pace} */ pace) => void (options[paces.indexOf(pace)].input.checked = true);
  return { box, offer, set };
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  /** @type {Words} */
  const words = model.get("words");
  /** @type {Pace[]} */
  const paces = model.get("paces");
  const root = panelRoot("course-pace", words.title);
  const status = statusRegion();
  const about = element("div", "course-pace-about");
  const steps = element("p", "course-small", words.steps);
  const bar = new Bar(words);
  const first = paces.find((pace) => pace.atStart) ?? paces[0];
  let chosen = first;
  const told = { moving: words.moving, stopped: words.stopped, hidden: words.hidden };
  const mover = new Mover(bar, (kind) => {
    status.textContent = told[kind].replace("{pace}", chosen.name);
    press.textContent = kind === "moving" ? words.stop : words.start;
  });
  const press = button(words.start, () => (mover.since === null ? mover.start() : mover.stop("stopped")), "course-button-main");
  const choose = (/** @type {Pace} */ pace) => {
    chosen = pace;
    mover.pace = pace.cm;
    const parts = [element("p", "", pace.about)];
    if (pace.choice) parts.push(labelled(`${words.course_choice}:`, pace.choice));
    if (pace.sources.length) parts.push(sourceList(pace.sources, words.sources));
    about.replaceChildren(...parts);
    if (mover.since !== null) mover.start();
  };
  const { box, offer, set } = choices(paces, words, choose);
  const lessMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  const fit = () => {
    bar.measure();
    mover.stepped = lessMotion.matches;
    steps.hidden = !mover.stepped;
    const offered = pacesFor(paces, bar.length, mover.stepped);
    offer(offered);
    if (offered.includes(chosen)) return;
    set(first);
    choose(first);
  };
  const sight = () => document.visibilityState === "hidden" && mover.stop("hidden");
  const size = new ResizeObserver(fit);
  lessMotion.addEventListener("change", fit);
  document.addEventListener("visibilitychange", sight);
  const actions = element("div", "course-actions");
  actions.append(press);
  root.append(element("p", "course-panel-title", words.title), element("p", "", words.intro));
  root.append(element("p", "course-pace-stop", words.stop_rule), box, bar.node, actions, status, about, steps);
  root.append(element("p", "", words.measured), element("p", "course-small", words.measure));
  el.append(root);
  status.textContent = words.waiting;
  choose(chosen);
  size.observe(bar.node);
  fit();
  return () => {
    mover.halt();
    size.disconnect();
    lessMotion.removeEventListener("change", fit);
    document.removeEventListener("visibilitychange", sight);
  };
}

export default { render };
