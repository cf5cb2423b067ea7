// An explorer with one list: choose an entry, and read what the course says to it. Nothing is sent anywhere.
import { listen } from "../panel/faults.js";
import { dropDown, element } from "../panel/parts.js";
import { PanelView } from "../panel/view.js";

/** @typedef {{id: string, text: string}} Entry */

/** @template {Entry} E */
class ChooseAndRead extends PanelView {
  /**
   * @param {import("../panel/view.js").Given} given
   * @param {{name: string, entries: E[], label: string, limit: string}} told `name`: the class of the panel, from
   *   which those of its parts are made
   */
  constructor(given, { name, entries, label, limit }) {
    super(given, name, given.model.get("words").title);
    const { words } = this;
    this.entries = entries;
    const { box, select } = dropDown(label, words.choose, entries);
    this.select = select;
    this.status.className = `${name}-answer`;
    this.result = element("div", `${name}-result`);
    listen(select, "change", () => this.showAnswer());
    this.root.append(element("p", "course-panel-title", words.title), element("p", "", words.intro), box);
    this.root.append(this.status, this.result, element("p", "course-limit", limit));
    this.showAnswer();
  }

  showAnswer() {
    const chosen = this.entries.find((entry) => entry.id === this.select.value);
    this.status.textContent = chosen ? this.sentence(chosen) : this.words.waiting;
    this.result.replaceChildren(...(chosen ? this.nodes(chosen) : []));
  }

  /**
   * What is read out.
   * @param {E} _chosen
   * @returns {string}
   */
  sentence(_chosen) {
    throw new Error("An explorer says what it reads out.");
  }

  /**
   * What stands below it.
   * @param {E} _chosen
   * @returns {HTMLElement[]}
   */
  nodes(_chosen) {
    return [];
  }
}

export { ChooseAndRead };
