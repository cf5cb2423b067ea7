// The six questions before the lessons. A guess is kept; nothing tells whether it is right.
import { button, element, labelled, lessonLink, ownName } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";

class WarmUpView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-warm-up", given.model.get("words").short_name_warm_up);
    this.connect();
    this.name = ownName();
    this.progress = element("p", "course-small");
    const view = this.model.get("view");
    this.cards = view.questions.map((question, number) => this.card(question, number));
    const notices = view.notices.map((text) => element("p", "course-notice", text));
    const nodes = this.cards.map((card) => card.node);
    this.root.append(...notices, element("p", "", this.words.warm_up_note), ...nodes, this.status, this.alert, this.progress);
    this.follow("view", () => this.update());
    this.update();
  }

  card(question, number) {
    const node = element("fieldset", "course-part course-guess");
    const legend = element("legend", "course-stem", `${number + 1}. ${question.stem}`);
    node.append(legend);
    const inputs = question.options.map((text, place) => {
      const label = element("label", "course-option-label");
      const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
      input.type = "radio";
      input.name = `${this.name}-${question.id}`;
      input.value = String(place);
      label.append(input, element("span", "course-option-text", text));
      node.append(label);
      return input;
    });
    const keep = button(this.words.warm_up_keep, () => this.keep(question.id, inputs));
    const where = labelled(this.words.warm_up_answer_in, "");
    where.append(lessonLink(question.answered_in));
    node.append(keep, where);
    return { id: question.id, node, inputs, keep };
  }

  keep(question, inputs) {
    const chosen = inputs.findIndex((input) => input.checked);
    if (chosen < 0) {
      this.status.textContent = this.words.not_answered;
      return;
    }
    this.ask({ kind: "guess", question, chosen });
  }

  /** A guess that is kept stands; after the record was erased, every question is open again. */
  update() {
    const view = this.model.get("view");
    this.progress.textContent = view.progress;
    for (const [number, { guess }] of view.questions.entries()) {
      const { inputs, keep } = this.cards[number];
      const kept = guess !== null;
      const wasKept = keep.getAttribute("aria-disabled") === "true";
      if (!kept && !wasKept) continue;
      for (const [place, input] of inputs.entries()) {
        input.checked = place === guess;
        input.disabled = kept;
      }
      // It stays a button, so that the focus stays where it is.
      keep.textContent = this.words[kept ? "warm_up_kept" : "warm_up_keep"];
      keep.setAttribute("aria-disabled", String(kept));
    }
  }
}

export default panel(WarmUpView);
