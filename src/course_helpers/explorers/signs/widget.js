// The view of the sign explorer. It shows answers that Python prepared and sends nothing back.
import { listen } from "../../panel/faults.js";
import { dropDown, element, labelled } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";

/** @typedef {{label: string, texts: string[]}} Line */
/** @typedef {{label?: string, text?: string}} Rule */
/** @typedef {{level: string, heading?: string, lines: Line[], notes?: string[], rule?: Rule}} Answer */

/**
 * One text follows its label; several become a list below it.
 * @param {Line} line
 * @returns {HTMLElement[]}
 */
function lineParts({ label, texts }) {
  if (texts.length === 1) return [labelled(`${label}:`, texts[0])];
  const list = element("ul");
  for (const text of texts) list.append(element("li", "", text));
  return [labelled(`${label}:`, ""), list];
}

/**
 * What was chosen, in full: a closed list cuts off what is longer than itself.
 * @param {HTMLSelectElement} select
 */
function chosen(select) {
  return element("p", "course-explorer-chosen", select.selectedOptions[0].text);
}

/**
 * What of an answer is a rule of the course, to open.
 * @param {Rule} rule
 */
function fold({ label, text }) {
  const details = element("details", "course-look-up");
  details.append(element("summary", "", label), element("p", "", text));
  return details;
}

/**
 * The parts of an answer.
 * @param {Answer} answer
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function answerParts(answer, words) {
  if (answer.level === "") return [element("p", "", words.not_for)];
  const head = element("p", "course-card-head");
  const kind = { 1: "stop", 2: "care", 3: "care", none: "note" }[answer.level] ?? "note";
  const icon = element("span", `course-icon course-icon-${kind}`);
  icon.setAttribute("aria-hidden", "true");
  head.append(icon, element("strong", "", words[`level_${answer.level}`]));
  const parts = [head];
  if (answer.heading) parts.push(element("p", "course-explorer-heading", answer.heading));
  for (const line of answer.lines) parts.push(...lineParts(line));
  for (const note of answer.notes ?? []) parts.push(element("p", "", note));
  if (answer.rule?.text) parts.push(fold(answer.rule));
  return parts;
}

class SignsView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-explorer", given.model.get("words").title);
    const { model, words } = this;
    this.person = dropDown(words.person, words.choose, model.get("people"));
    this.sign = dropDown(words.sign, words.choose, model.get("signs"));
    this.result = element("div", "course-explorer-result");
    this.result.setAttribute("role", "status");
    for (const { select } of [this.person, this.sign]) listen(select, "change", () => this.showAnswer());
    this.root.append(
      element("p", "course-panel-title", words.title),
      element("p", "", words.intro),
      this.person.box,
      this.sign.box,
      this.result,
      element("p", "course-explorer-limit", words.never_all_clear),
    );
    this.showAnswer();
  }

  showAnswer() {
    const [person, sign] = [this.person.select, this.sign.select];
    /** @type {Answer | undefined} */
    const answer = this.model.get("answers")[person.value]?.[sign.value];
    this.result.dataset.level = answer?.level ?? "";
    const parts = answer
      ? [chosen(person), chosen(sign), ...answerParts(answer, this.words)]
      : [element("p", "", this.words.waiting)];
    this.result.replaceChildren(...parts);
  }
}

export default panel(SignsView);
