// What is stored about the learner, and how to erase it: a press, a typed word, and a second press.
import { listen } from "../panel/faults.js";
import { button, element } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { forgetInBrowser } from "./in_browser.js";

class StoredView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-stored", given.model.get("words").title);
    this.connect();
    const { words } = this;
    this.details = /** @type {HTMLDetailsElement} */ (element("details"));
    this.list = element("div");
    this.forget = button(words.forget, () => this.question(true));
    this.sure = element("div", "course-actions");
    const label = element("label", "course-choice");
    this.word = /** @type {HTMLInputElement} */ (element("input", "course-typed"));
    this.word.type = "text";
    this.word.autocomplete = "off";
    label.append(element("span", "course-choice-label", words.forget_type), this.word);
    this.sure.append(
      element("p", "", words.forget_sure),
      label,
      button(words.forget_no, () => this.question(false), "course-button-main"),
      button(words.forget_yes, () => this.erase()),
    );
    const always = element("ul");
    const { body, knowledge, text_size: textSize, player, leaves } = words;
    for (const text of [body, knowledge, textSize, player, leaves]) always.append(element("li", "", text));
    this.details.append(element("summary", "", words.show), this.list, always, this.forget, this.sure);
    // The record may have grown since the lesson ran.
    listen(this.details, "toggle", () => this.details.open && this.ask({ kind: "look" }));
    this.root.append(element("p", "course-panel-title", words.title), this.details);
    this.follow("view", () => this.show());
    this.sure.hidden = true;
    this.show();
  }

  show() {
    const { lines } = this.model.get("view");
    const list = element("ul");
    for (const line of lines) list.append(element("li", "", line));
    this.list.replaceChildren(
      ...(lines.length ? [element("p", "", this.words.kept), list] : [element("p", "", this.words.nothing)]),
    );
  }

  /**
   * Ask once more, with the harmless answer first.
   * @param {boolean} asked
   */
  question(asked) {
    this.sure.hidden = !asked;
    this.word.value = "";
    this.forget.hidden = asked;
    const next = asked ? this.sure.querySelector("button") : this.forget;
    next?.focus();
  }

  erase() {
    this.status.textContent = "";
    this.ask({ kind: "forget", word: this.word.value });
  }

  /** @param {import("../panel/connection.js").Reply} reply */
  reply(reply) {
    super.reply(reply);
    if (reply.text === this.words.forget_other_word) return this.word.focus();
    if (reply.text === this.words.forgotten) forgetInBrowser();
    if (reply.text && !this.sure.hidden) this.question(false);
  }
}

export default panel(StoredView);
