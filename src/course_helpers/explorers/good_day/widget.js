// The view of the explorer "When is a good day to look and feel?". It sends nothing back.
import { labelled, sourceList } from "../../panel/parts.js";
import { panel } from "../../panel/view.js";
import { ChooseAndRead } from "../choose_and_read.js";

/** @typedef {import("../../panel/parts.js").Source} Source */
/** @typedef {{id: string, text: string, answer: string, choice: string, sources: Source[]}} Person */

/**
 * What is our own choice, and the sources to open.
 * @param {Person} person
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function basis(person, words) {
  const sources = sourceList(person.sources, words.sources);
  if (!person.choice) return [sources];
  return [labelled(`${words.course_choice}:`, person.choice), sources];
}

/** @augments {ChooseAndRead<Person>} */
class GoodDayView extends ChooseAndRead {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    const words = given.model.get("words");
    const entries = given.model.get("people");
    super(given, { name: "course-good-day", entries, label: words.person, limit: words.no_schedule });
  }

  /** @param {Person} chosen */
  sentence(chosen) {
    return chosen.answer;
  }

  /** @param {Person} chosen */
  nodes(chosen) {
    return basis(chosen, this.words);
  }
}

export default panel(GoodDayView);
