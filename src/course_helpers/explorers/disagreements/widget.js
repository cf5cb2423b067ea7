// The view of the explorer "Where authorities disagree". It shows what Python prepared and sends nothing back.
import { dropDown, element, panelRoot, sourceList } from "../../panel/parts.js";

/** @typedef {{text: string, sources: Source[]}} Position */
/** @typedef {{id: string, text: string, one: Position, other: Position, stance: string}} Question */

/**
 * One side of a question, with its sources to open.
 * @param {string} label
 * @param {Position} position
 * @param {Record<string, string>} words
 * @returns {HTMLElement}
 */
function side(label, position, words) {
  const box = element("div", "course-position");
  const sources = sourceList(position.sources, words.sources);
  box.append(element("p", "course-position-label", label), element("p", "", position.text), sources);
  return box;
}

/**
 * Both positions and the course's stance.
 * @param {Question} question
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function answer(question, words) {
  const sides = element("div", "course-positions");
  sides.append(side(words.one, question.one, words), side(words.other, question.other, words));
  const stance = element("div", "course-stance");
  stance.append(element("p", "course-position-label", words.stance), element("p", "", question.stance));
  return [sides, stance];
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {Question[]} */
  const questions = model.get("questions");
  const root = panelRoot("course-disagreement", words.title);
  const { box, select } = dropDown(words.question, words.choose, questions);
  const status = element("p", "course-disagreement-status");
  status.setAttribute("role", "status");
  const result = element("div", "course-disagreement-result");
  const showAnswer = () => {
    const chosen = questions.find((question) => question.id === select.value);
    status.textContent = chosen ? words.shown.replace("{question}", () => chosen.text) : words.waiting;
    result.replaceChildren(...(chosen ? answer(chosen, words) : []));
  };
  select.addEventListener("change", showAnswer);
  root.append(
    element("p", "course-panel-title", words.title),
    element("p", "", words.intro),
    box,
    status,
    result,
    element("p", "course-disagreement-limit", words.limit),
  );
  el.append(root);
  showAnswer();
}

export default { render };
