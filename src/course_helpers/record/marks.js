// One button that marks a lesson as read.
import { button, element } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";

class ReadMark extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-read-mark", given.model.get("words").title);
    this.connect();
    this.told = element("p", "course-small");
    this.mark = button("", () => this.ask({ kind: "mark", read: !this.model.get("view").read }));
    this.root.append(this.mark, this.told);
    this.follow("view", () => this.show());
    this.show();
  }

  show() {
    const { read, told } = this.model.get("view");
    this.mark.textContent = this.words[read ? "take_back" : "mark"];
    this.told.textContent = told;
  }
}

export default panel(ReadMark);
