// A reminder: which day, what the calendar says, and the file. Nothing is kept on the page.
import { button, dropDown, element, ownName } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { fieldNode, radiosNode } from "./forms.js";
import { saveFile } from "./save_file.js";

const LAST_DAY = 28;

class ReminderView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-reminder", given.model.get("words").title);
    this.connect();
    const { words } = this;
    const name = ownName();
    this.rule = radiosNode(`${name}-rule`, words.rule, [
      { value: "once", text: words.rule_once },
      { value: "month", text: words.rule_month },
    ], () => this.showRule());
    this.date = fieldNode("date", words.date);
    const days = Array.from({ length: LAST_DAY }, (_, number) => String(number + 1));
    this.day = dropDown(words.day, words.day, days.map((day) => ({ id: day, text: day })));
    this.title = radiosNode(`${name}-title`, words.name, [
      { value: "private", text: words.name_private },
      { value: "plain", text: words.name_plain },
    ], () => {});
    const make = button(words.make, () => this.make(), "course-button-main");
    this.root.append(
      element("p", "course-panel-title", words.title),
      element("p", "", words.note),
      this.rule.set,
      this.date.label,
      this.day.box,
      this.title.set,
      make,
    );
    this.showRule();
  }

  showRule() {
    const once = this.rule.chosen() === "once";
    this.date.label.hidden = !once;
    this.day.box.hidden = once;
    this.status.textContent = "";
  }

  make() {
    this.status.textContent = "";
    const chosen = { rule: this.rule.chosen(), date: this.date.input.value, day: this.day.select.value || "0" };
    this.ask({ kind: "make", title: this.title.chosen(), ...chosen });
  }

  message(message) {
    if (message?.kind === "file") saveFile(message.file);
  }

  /** Nothing here comes from the record. */
  forgotten() {
    this.status.textContent = "";
  }
}

export default panel(ReminderView);
