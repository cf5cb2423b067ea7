// The view of the claim explorer. It shows lines and sentences that Python prepared and sends nothing back.
import { listen } from "../../panel/faults.js";
import { dropDown, element } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";

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

class ClaimsView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-claims", given.model.get("words").title);
    const { model, words } = this;
    const choices = model.get("filters").map((/** @type {Filter} */ filter) => dropDown(filter.label, words.any, filter.entries));
    this.selects = choices.map((choice) => choice.select);
    this.status.className = "course-claims-sentence";
    this.list = element("ul", "course-claims-list");
    for (const select of this.selects) listen(select, "change", () => this.showLines());
    this.root.append(
      element("p", "course-panel-title", words.title),
      element("p", "", words.intro),
      ...choices.map((choice) => choice.box),
      this.status,
      this.list,
      element("p", "course-claims-limit", words.limit),
    );
    this.showLines();
  }

  showLines() {
    const [verdict, topic, lesson] = this.selects.map((select) => select.value);
    const answer = this.model.get("answers")[verdict][topic][lesson];
    const lines = this.model.get("lines");
    this.status.textContent = answer.sentence;
    this.list.replaceChildren(...answer.ids.map((/** @type {string} */ id) => lineItem(id, lines[id])));
    this.list.hidden = answer.ids.length === 0;
  }
}

export default panel(ClaimsView);
