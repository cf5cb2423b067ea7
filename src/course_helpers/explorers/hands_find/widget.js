// The view of the explorer "What hands find". It shows counts that Python prepared and sends nothing back.
import { element, optionLabel, ownName, sourceList } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";

/** @typedef {import("../../panel/parts.js").Source} Source */
/** @typedef {{people: number, found: number | null, label: string, sentence: string, dots: string}} Setting */
/** @typedef {{id: string, group: string, settings: Setting[], meaning: string, sources: Source[]}} Count */

const SVG = "http://www.w3.org/2000/svg";
const STEP = 10; // one dot with the space around it, in units of the drawing
const WIDEST = 40; // dots in a row of the largest group

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * One dot for each person: filled, or an empty ring. A single person is a question mark.
 * @param {Setting} setting
 */
function dots(setting) {
  const columns = setting.people > 100 ? WIDEST : Math.min(10, setting.people);
  const rows = Math.ceil(setting.people / columns);
  const drawing = svg("svg", {
    viewBox: `0 0 ${columns * STEP} ${rows * STEP}`,
    role: "img",
    "aria-label": setting.dots,
    class: `course-dots course-dots-${columns === WIDEST ? "many" : "few"}`,
  });
  drawing.style.setProperty("--course-dots-wide", String(columns));
  for (let person = 0; person < setting.people; person += 1) {
    const filled = setting.found !== null && person < setting.found;
    const place = { cx: (person % columns) * STEP + STEP / 2, cy: Math.floor(person / columns) * STEP + STEP / 2 };
    drawing.append(svg("circle", { ...place, r: filled ? 4 : 3.4, class: filled ? "course-dot-filled" : "course-dot" }));
  }
  if (setting.found === null) {
    const mark = svg("text", { x: STEP / 2, y: STEP / 2 + 2, "text-anchor": "middle" });
    mark.textContent = "?";
    drawing.append(mark);
  }
  return drawing;
}

/**
 * The groups of one count as radio buttons; all counts of a view share one name, so that one group is chosen.
 * @param {Count} count
 * @param {string} name
 * @param {(setting: Setting) => void} choose
 */
function groups(count, name, choose) {
  const box = element("fieldset", "course-hands-groups");
  box.append(element("legend", "", count.group));
  for (const setting of count.settings) {
    box.append(optionLabel("radio", name, setting.label, () => choose(setting)).label);
  }
  return box;
}

class HandsFindView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-hands-find", given.model.get("words").title);
    const { model, words } = this;
    /** @type {Count[]} */
    const counts = model.get("counts");
    const name = ownName();
    this.status.className = "course-hands-answer";
    this.status.textContent = words.waiting;
    this.rest = element("div");
    this.root.append(element("p", "course-panel-title", words.title), element("p", "", words.intro));
    for (const count of counts) this.root.append(groups(count, name, (setting) => this.choose(count, setting)));
    this.root.append(this.status, this.rest, element("p", "course-limit", words.limit));
  }

  /**
   * @param {Count} count
   * @param {Setting} setting
   */
  choose(count, setting) {
    const sources = sourceList(count.sources, this.words.sources);
    this.status.textContent = setting.sentence;
    this.rest.replaceChildren(dots(setting), element("p", "", count.meaning), sources);
  }
}

export default panel(HandsFindView);
