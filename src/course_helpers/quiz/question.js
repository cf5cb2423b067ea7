// One question on the page: what can be chosen, and after checking, why each option fits or does not.
import { listen } from "../panel/faults.js";
import { button, element, labelled, lessonLink, sourceList } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { choose, letterOf, moveStep, openParts } from "./answering.js";

/** @typedef {import("./answering.js").Asked} Asked */
/** @typedef {import("./answering.js").Draft} Draft */
/** @typedef {{right: boolean, chosen: boolean, why: string}} Explained */
/** @typedef {Record<string, string>} Words */

/** The inputs of one question. It keeps the draft on the page and tells every change. */
class QuestionForm {
  /**
   * @param {any} view
   * @param {Words} words
   * @param {string} name own name of this view, for its inputs
   * @param {Draft} draft
   * @param {{changed: (draft: Draft) => void, say: (text: string) => void}} tell
   */
  constructor(view, words, name, draft, tell) {
    this.view = view;
    this.words = words;
    this.name = name;
    this.draft = draft;
    this.tell = tell;
    this.node = element("div", `course-question-form course-question-${view.kind}`);
    /** @type {HTMLElement[]} */
    this.parts = view.parts.map((/** @type {any} */ part, /** @type {number} */ number) => this.partNode(part, number));
    this.node.append(...this.parts);
    this.show(draft);
  }

  partNode(part, number) {
    if (this.view.kind === "order") return this.orderNode(part);
    const set = element("fieldset", "course-part");
    const legend = element("legend", "course-legend");
    if (part.legend) legend.append(element("strong", "", fillIn(this.words.decision, { number: number + 1 })), ` ${part.legend}`);
    else legend.textContent = this.view.instruction;
    // Round buttons show by themselves that one is chosen.
    legend.classList.toggle("course-unseen", this.view.kind === "single");
    set.append(legend);
    if (this.view.kind === "point") set.append(this.drawingNode(part, number));
    else for (const [place, option] of part.options.entries()) set.append(this.choiceNode(option, number, place));
    return set;
  }

  input(number, place) {
    const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
    input.type = this.view.one ? "radio" : "checkbox";
    input.name = `${this.name}-${number}`;
    input.dataset.part = String(number);
    input.dataset.place = String(place);
    listen(input, "change", () => this.change(choose(this.view, this.draft, number, place, input.checked)));
    return input;
  }

  choiceNode(option, number, place) {
    const box = element("div", "course-option");
    const label = element("label", "course-option-label");
    label.append(this.input(number, place), element("span", "course-option-text", option.text));
    box.append(label, element("div", "course-why"));
    return box;
  }

  drawingNode(part, number) {
    const figure = element("figure", "course-pointing");
    const { src, narrow, alt } = this.view.figure;
    const frame = element("div", `course-pointing-frame ${narrow ? "course-pointing-two" : ""}`.trim());
    frame.append(drawing(src, alt, "course-pointing-wide"), ...(narrow ? [drawing(narrow, alt, "course-pointing-narrow")] : []));
    for (const [place, option] of part.options.entries()) frame.append(this.spotNode(option, number, place));
    this.chosenText = element("figcaption", "course-pointing-chosen");
    figure.append(frame, this.chosenText, element("div", "course-why"));
    return figure;
  }

  spotNode(option, number, place) {
    const spot = element("label", "course-spot");
    for (const [layout, box] of Object.entries({ wide: option.spot, narrow: option.narrow ?? option.spot })) lay(spot, layout, box);
    const input = this.input(number, place);
    input.setAttribute("aria-label", fillIn(this.words.place, { letter: letterOf(place), text: option.text }));
    const badge = element("span", "course-spot-letter", letterOf(place));
    badge.setAttribute("aria-hidden", "true");
    spot.append(input, badge);
    return spot;
  }

  orderNode(part) {
    const box = element("div", "course-part");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", this.view.instruction);
    this.steps = element("ol", "course-steps");
    this.stepNodes = part.options.map((option, place) => {
      const item = element("li", "course-step");
      const up = button("", () => this.move(place, -1, option.text), "course-move course-move-up");
      const down = button("", () => this.move(place, 1, option.text), "course-move course-move-down");
      up.setAttribute("aria-label", `${this.words.move_up}: ${option.text}`);
      down.setAttribute("aria-label", `${this.words.move_down}: ${option.text}`);
      up.title = this.words.move_up;
      down.title = this.words.move_down;
      const buttons = element("span", "course-moves");
      buttons.append(up, down);
      item.append(element("span", "course-step-text", option.text), buttons);
      return item;
    });
    box.append(element("p", "course-instruction", this.view.instruction), this.steps);
    return box;
  }

  move(place, by, text) {
    if (this.view.feedback) return;
    const next = moveStep(this.draft, place, by);
    if (next === this.draft) return;
    this.change(next);
    const number = next.parts[0].indexOf(place) + 1;
    this.tell.say(fillIn(this.words.moved, { text, number, total: next.parts[0].length }));
  }

  change(draft) {
    this.show(draft);
    this.tell.changed(draft);
  }

  /** Show a draft; nodes stay, so that the focus stays. */
  show(draft) {
    this.draft = draft;
    if (this.view.kind === "order") return this.showOrder();
    const open = openParts(this.view, draft);
    for (const [number, part] of this.parts.entries()) {
      part.hidden = number >= open;
      for (const input of part.querySelectorAll("input")) input.checked = draft.parts[number].includes(Number(input.dataset.place));
    }
    if (this.chosenText) {
      const options = this.view.parts[0].options;
      const chosen = draft.parts[0].map((place) => `${letterOf(place)} (${options[place].text})`).join(", ");
      this.chosenText.textContent = chosen ? fillIn(this.words.chosen_places, { text: chosen }) : "";
    }
  }

  /** Neighbours move around the step that has the focus, never the step itself. */
  showOrder() {
    const order = this.draft.parts[0];
    const focused = this.stepNodes.findIndex((node) => node.contains(document.activeElement));
    const at = order.indexOf(focused);
    const before = order.slice(0, Math.max(at, 0)).map((place) => this.stepNodes[place]);
    const after = order.slice(at + 1).map((place) => this.stepNodes[place]);
    if (at < 0) this.steps.replaceChildren(...order.map((place) => this.stepNodes[place]));
    else {
      this.stepNodes[focused].before(...before);
      this.stepNodes[focused].after(...after);
    }
    for (const [number, place] of order.entries()) {
      const [up, down] = this.stepNodes[place].querySelectorAll("button");
      up.setAttribute("aria-disabled", String(number === 0));
      down.setAttribute("aria-disabled", String(number === order.length - 1));
    }
  }

  /** No change any more; every option says whether it fits, and why. */
  explain(view) {
    this.view = view;
    this.node.dataset.checked = "true";
    if (view.kind === "order") return this.explainOrder(view.feedback.order);
    this.show({ parts: view.feedback.given, moved: true, confidence: view.feedback.confidence });
    for (const input of this.node.querySelectorAll("input")) input.disabled = true;
    for (const part of this.parts) part.hidden = false;
    for (const [number, explained] of view.feedback.parts.entries()) {
      if (view.kind === "point") this.explainDrawing(explained);
      else this.explainChoices(this.parts[number], explained);
    }
  }

  explainChoices(part, explained) {
    for (const [place, box] of part.querySelectorAll(".course-option").entries()) {
      const { right, chosen, why } = explained[place];
      box.dataset.right = String(right);
      box.dataset.chosen = String(chosen);
      box.querySelector(".course-why").replaceChildren(this.reason(right, chosen, why, this.view.one && !right && !chosen));
    }
  }

  explainDrawing(explained) {
    const list = element("ul", "course-pointed");
    const options = this.view.parts[0].options;
    /** @type {NodeListOf<HTMLElement>} */
    const spots = this.node.querySelectorAll(".course-spot");
    for (const [place, spot] of spots.entries()) {
      const { right, chosen, why } = explained[place];
      spot.dataset.right = String(right);
      spot.dataset.chosen = String(chosen);
      const item = element("li", "course-option");
      item.dataset.right = String(right);
      item.dataset.chosen = String(chosen);
      item.append(element("strong", "", `${letterOf(place)} `), options[place].text, this.reason(right, chosen, why));
      list.append(item);
    }
    this.node.querySelector(".course-why").replaceChildren(list);
  }

  /**
   * Right and wrong by word and by shape; the colour comes on top. Where one answer was chosen, why the others do not fit
   * is one press away.
   */
  reason(right, chosen, why, folded = false) {
    const mark = element("span", `course-mark course-mark-${right ? "right" : "wrong"}`);
    mark.setAttribute("aria-hidden", "true");
    const reason = element("p", "course-reason");
    const word = this.words[right ? "mark_right" : "mark_wrong"];
    const own = chosen ? ` (${this.words.your_choice})` : "";
    reason.append(mark, element("strong", "", `${word}${own}. `), folded ? "" : why);
    if (!folded) return reason;
    const fold = element("details", "course-other");
    const summary = element("summary");
    summary.append(reason);
    fold.append(summary, element("p", "course-reason", why));
    return fold;
  }

  /** The right order takes the place of the one that was given: each step says where it stood. */
  explainOrder(order) {
    const list = element("ol", "course-right-order");
    for (const [number, step] of order.steps.entries()) {
      const here = step.stood === number + 1;
      const item = element("li", "course-option", "");
      item.dataset.right = String(here);
      const mark = element("span", `course-mark course-mark-${here ? "right" : "wrong"}`);
      mark.setAttribute("aria-hidden", "true");
      const stood = here ? this.words.stood_right : fillIn(this.words.stood, { number: step.stood });
      const line = element("p", "course-reason");
      line.append(mark, ...(this.view.feedback.right ? [] : [element("strong", "", `${stood} `)]), step.why);
      item.append(element("span", "course-option-text", step.text), line);
      list.append(item);
    }
    const box = element("div", "course-order-explained");
    box.append(element("p", "course-legend", this.words.right_order), list, labelled(`${this.words.because}:`, order.why));
    this.node.replaceChildren(box);
  }
}

function drawing(src, alt, className) {
  const image = /** @type {HTMLImageElement} */ (element("img", className));
  return Object.assign(image, { src, alt });
}

/** Where a ring and its letter lie on a layout of the drawing; the style sheet takes those of the one that is shown. */
function lay(spot, layout, { x, y, width, height, letter: [across, down] }) {
  for (const [name, share] of Object.entries({ x, y, width, height, across, down })) spot.style.setProperty(`--${layout}-${name}`, `${share * 100}%`);
}

/**
 * How sure we are and what was read, for whoever opens it.
 * @param {any} feedback
 * @param {Words} words
 */
function foldOfBasis(feedback, words) {
  const fold = sourceList(feedback.sources, words.looked_up);
  if (feedback.basis) fold.querySelector("summary")?.after(labelled(words.basis, feedback.basis));
  return fold;
}

/**
 * What stands below every explained question.
 * @param {any} view
 * @param {Words} words
 */
function explanationFoot(view, words) {
  const { feedback } = view;
  const foot = element("div", "course-explained");
  if (feedback.calibration) foot.append(element("p", "course-calibration", feedback.calibration));
  if (!feedback.right) {
    const reread = labelled(words.reread, "");
    reread.append(lessonLink(view.reread));
    foot.append(reread);
  }
  if (feedback.sources.length || feedback.basis) foot.append(foldOfBasis(feedback, words));
  return foot;
}

export { QuestionForm, explanationFoot };
