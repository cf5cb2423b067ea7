// The certificate: what is still open, or a name and two buttons. The name stays in its field and goes with the page.
import { button, element, lessonLink } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { fieldNode } from "./forms.js";
import { saveFile } from "./save_file.js";

class CertificateView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-certificate", given.model.get("words").title);
    this.connect();
    const { words } = this;
    this.told = element("p");
    this.missing = element("ul");
    this.form = element("div");
    this.name = fieldNode("text", words.name, () => this.make("pdf"));
    const actions = element("div", "course-actions");
    actions.append(
      button(words.make_pdf, () => this.make("pdf"), "course-button-main"),
      button(words.make_png, () => this.make("png")),
    );
    this.form.append(this.name.label, element("p", "course-small", words.name_note), actions);
    this.root.append(element("p", "course-panel-title", words.title), this.told, this.missing, this.form);
    this.lookAfterAnswers();
    this.follow("view", () => this.show());
    this.show();
  }

  show() {
    const { complete, told, missing } = this.model.get("view");
    this.told.textContent = told;
    this.form.hidden = !complete;
    this.missing.hidden = missing.length === 0;
    this.missing.replaceChildren(...missing.map((place) => {
      const item = element("li");
      item.append(lessonLink(place));
      return item;
    }));
  }

  make(form) {
    this.status.textContent = "";
    this.ask({ kind: "make", form, name: this.name.input.value });
  }

  message(message) {
    if (message?.kind === "file") saveFile(message.file);
  }

  forgotten() {
    this.name.input.value = "";
    super.forgotten();
  }
}

export default panel(CertificateView);
