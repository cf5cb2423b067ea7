// The view of "Look first". It shows answers that Python prepared; what is chosen stays on the page and is sent nowhere.
import { fillIn } from "../../panel/fill_in.js";
import { button, element, labelled, optionLabel, ownName, sourceList } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";
import { layerNodes, svgNode, wearTone } from "../search/drawing.js";

/** @typedef {{choice: "report" | "wait" | "leave", kind: "agrees" | "differs" | "open", reply: string, why: string}} LookOption */
/** @typedef {import("../search/drawing.js").Layer} Layer */
/** @typedef {{layers: Layer[], view: number[], tone: Record<string, string>, story: string, seen: string, options: LookOption[], told: {label: string, text: string}[], sources: import("../../panel/parts.js").Source[]}} LookCase */

/** The shape that stands with each answer: a tick, a cross, a ring. */
const SHAPES = { agrees: "right", differs: "wrong", open: "open" };

class LookView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-look", given.model.get("words").title);
    const { words } = this;
    /** @type {LookCase[]} */
    this.cases = this.model.get("cases");
    this.shown = 0;
    /** @type {LookOption | null} */
    this.chosen = null;
    this.number = element("p", "course-small");
    this.picture = element("div", "course-look-picture");
    this.story = element("p");
    this.seen = element("p", "course-small");
    this.choices = element("fieldset");
    this.answer = element("div", "course-look-answer");
    this.before = button(words.previous, () => this.turn(-1));
    this.next = button(words.next, () => this.turn(1));
    const turning = element("div", "course-actions");
    turning.append(this.before, this.next);
    const tell = element("div", "course-actions");
    tell.append(button(words.tell, () => this.tell(), "course-button-main"));
    this.root.append(
      element("p", "course-panel-title", words.title),
      element("p", "", words.intro),
      this.number,
      this.picture,
      this.story,
      this.seen,
      this.choices,
      tell,
      this.status,
      this.answer,
      turning,
      element("p", "course-look-limit", words.limit),
    );
    this.show();
  }

  get case() {
    return this.cases[this.shown];
  }

  /** @param {number} by */
  turn(by) {
    const to = this.shown + by;
    if (to < 0 || to >= this.cases.length) return;
    this.shown = to;
    this.show();
    this.choices.querySelector("input")?.focus();
  }

  show() {
    const { words } = this;
    const { layers, view, tone, story, seen, options } = this.case;
    this.chosen = null;
    this.number.textContent = fillIn(words.number, { number: this.shown + 1, total: this.cases.length });
    const svg = svgNode("svg", { viewBox: view.join(" "), role: "img", "aria-label": seen });
    wearTone(svg, tone);
    svg.append(...layerNodes(layers));
    this.picture.replaceChildren(svg);
    this.story.replaceChildren(element("strong", "", `${words.story} `), story);
    this.seen.replaceChildren(element("strong", "", `${words.seen} `), seen);
    const name = ownName();
    const labels = options.map((option) => optionLabel("radio", name, words[`choice_${option.choice}`], () => (this.chosen = option)).label);
    this.choices.replaceChildren(element("legend", "", words.choose), ...labels);
    this.status.textContent = "";
    this.answer.replaceChildren();
    this.before.setAttribute("aria-disabled", String(this.shown === 0));
    this.next.setAttribute("aria-disabled", String(this.shown === this.cases.length - 1));
  }

  /** What the course says to the choice, and why it would or would not do each of the others. */
  tell() {
    const { words, chosen } = this;
    if (!chosen) {
      this.status.textContent = words.choose_first;
      return;
    }
    const mark = element("span", `course-mark course-mark-${SHAPES[chosen.kind]}`);
    mark.setAttribute("aria-hidden", "true");
    this.status.replaceChildren(mark, element("strong", "", chosen.reply), ` ${chosen.why}`);
    const others = element("ul");
    for (const option of this.case.options.filter((one) => one !== chosen)) {
      const item = element("li", "", `${words[`choice_${option.choice}`]}: `);
      item.append(element("strong", "", option.reply), ` ${option.why}`);
      others.append(item);
    }
    const told = this.case.told.map(({ label, text }) => labelled(`${label}:`, text));
    this.answer.replaceChildren(...told, element("p", "course-look-others", words.others), others, sourceList(this.case.sources, words.sources));
  }
}

export default panel(LookView);
