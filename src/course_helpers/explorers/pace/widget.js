// The view of the pace bar. The marker's place follows from the time since Start; nothing is sent anywhere.
import { button, element, labelled, optionLabel, ownName, sourceList } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";
import { fillIn } from "../../panel/fill_in.js";
import { PX_PER_CM, pacesFor, placeAt, shownTime } from "./pace.js";

/** @typedef {import("../../panel/parts.js").Source} Source */
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
   * @param {import("../../panel/connection.js").Guard} guard
   */
  constructor(bar, tell, guard) {
    this.bar = bar;
    this.tell = tell;
    this.onFrame = guard(() => this.show());
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
    this.frame = requestAnimationFrame(this.onFrame);
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

class PaceView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-pace", given.model.get("words").title);
    const { words } = this;
    /** @type {Pace[]} */
    this.paces = this.model.get("paces");
    this.first = this.paces.find((pace) => pace.atStart) ?? this.paces[0];
    this.chosen = this.first;
    this.about = element("div", "course-pace-about");
    this.steps = element("p", "course-small", words.steps);
    this.bar = new Bar(words);
    this.mover = new Mover(this.bar, (kind) => this.tell(kind), (act) => this.guard(act));
    this.press = button(words.start, () => (this.mover.since === null ? this.mover.start() : this.mover.stop("stopped")), "course-button-main");
    this.choices = choices(this.paces, words, (pace) => this.choose(pace));
    this.lessMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.build();
    this.status.textContent = words.waiting;
    this.choose(this.chosen);
  }

  build() {
    const { words } = this;
    const actions = element("div", "course-actions");
    actions.append(this.press);
    this.root.append(element("p", "course-panel-title", words.title), element("p", "", words.intro));
    this.root.append(element("p", "course-pace-stop", words.stop_rule), this.choices.box, this.bar.node, actions);
    this.root.append(this.status, this.about, this.steps);
    this.root.append(element("p", "", words.measured), element("p", "course-small", words.measure));
  }

  opened() {
    const size = new ResizeObserver(this.guard(() => this.fit()));
    size.observe(this.bar.node);
    this.hear(this.lessMotion, "change", () => this.fit());
    this.hear(document, "visibilitychange", () => document.visibilityState === "hidden" && this.mover.stop("hidden"));
    this.endings.push(() => size.disconnect(), () => this.mover.halt());
    this.fit();
  }

  /** @param {"moving" | "stopped" | "hidden"} kind */
  tell(kind) {
    const { words } = this;
    const told = { moving: words.moving, stopped: words.stopped, hidden: words.hidden };
    this.status.textContent = fillIn(told[kind], { pace: this.chosen.name });
    this.press.textContent = kind === "moving" ? words.stop : words.start;
  }

  /** @param {Pace} pace */
  choose(pace) {
    const { words } = this;
    this.chosen = pace;
    this.mover.pace = pace.cm;
    const parts = [element("p", "", pace.about)];
    if (pace.choice) parts.push(labelled(`${words.course_choice}:`, pace.choice));
    if (pace.sources.length) parts.push(sourceList(pace.sources, words.sources));
    this.about.replaceChildren(...parts);
    if (this.mover.since !== null) this.mover.start();
  }

  /** The bar is as long as there is room, and offers the paces that it can show. */
  fit() {
    this.bar.measure();
    this.mover.stepped = this.lessMotion.matches;
    this.steps.hidden = !this.mover.stepped;
    const offered = pacesFor(this.paces, this.bar.length, this.mover.stepped);
    this.choices.offer(offered);
    if (offered.includes(this.chosen)) return;
    this.choices.set(this.first);
    this.choose(this.first);
  }
}

export default panel(PaceView);
