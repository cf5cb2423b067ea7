// The view of the explorer "Where authorities disagree". It shows what Python prepared and sends nothing back.
import { element, sourceList } from "../../panel/parts.js";
import { panel } from "../../panel/view.js";
import { fillIn } from "../../panel/fill_in.js";
import { ChooseAndRead } from "../choose_and_read.js";

/** @typedef {import("../../panel/parts.js").Source} Source */
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

/** @augments {ChooseAndRead<Question>} */
class DisagreementView extends ChooseAndRead {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    const words = given.model.get("words");
    const entries = given.model.get("questions");
    super(given, { name: "course-disagreement", entries, label: words.question, limit: words.limit });
  }

  /** @param {Question} chosen */
  sentence(chosen) {
    return fillIn(this.words.shown, { question: chosen.text });
  }

  /** @param {Question} chosen */
  nodes(chosen) {
    return answer(chosen, this.words);
  }
}

export default panel(DisagreementView);
