// The view of the claim explorer. It shows lines and sentences that Python prepared and sends nothing back.
import { dropDown, element, panelRoot } from "../../panel/parts.js";

/** @typedef {{text: string, verdict: string, mark: string, sure: string, where: string, target: string}} Line */
/** @typedef {{label: string, entries: {id: string, text: string}[]}} Filter */

/**
 * One line of the sheet: what it says, how sure we are, where it is told in full.
 * @param {string} id
 * @param {Line} line
 * @returns {HTMLElement}
 */
function lineItem(id, line) {
  const item = element("li", "course-claim");
  const said = element("p");
  said.append(element("strong", "", `${id} `), line.text);
  const sure = element("p", "course-claim-sure");
  const mark = element("span", "course-claim-mark", line.mark);
  mark.dataset.verdict = line.verdict;
  mark.setAttribute("aria-hidden", "true");
  sure.append(mark, line.sure);
  const where = line.target ? element("a", "", line.where) : element("span", "course-claim-planned", line.where);
  if (line.target) {
    where.setAttribute("href", line.target);
    [where.dataset.courseLesson, where.dataset.courseHeading = ""] = line.target.split("#");
  }
  const told = element("p", "course-claim-where");
  told.append(where);
  item.append(said, sure, told);
  return item;
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  const root = panelRoot("course-claims", words.title);
  const choices = model.get("filters").map((/** @type {Filter} */ filter) => dropDown(filter.label, words.any, filter.entries));
  const [verdict, topic, lesson] = choices.map((choice) => choice.select);
  const sentence = element("p", "course-claims-sentence");
  sentence.setAttribute("role", "status");
  const list = element("ul", "course-claims-list");
  const showLines = () => {
    const answer = model.get("answers")[verdict.value][topic.value][lesson.value];
    const lines = model.get("lines");
    sentence.textContent = answer.sentence;
    list.replaceChildren(...answer.ids.map((/** @type {string} */ id) => lineItem(id, lines[id])));
    list.hidden = answer.ids.length === 0;
  };
  for (const { select } of choices) select.addEventListener("change", showLines);
  root.append(
    element("p", "course-panel-title", words.title),
    element("p", "", words.intro),
    ...choices.map((choice) => choice.box),
    sentence,
    list,
    element("p", "course-claims-limit", words.limit),
  );
  showLines();
  el.append(root);
}

export default { render };
