// The six questions before the lessons. A guess is kept; nothing tells whether it is right.
import { Messenger, newRequestId } from "../panel/messenger.js";
import { button, element, labelled, lessonLink, ownName, panelRoot, statusRegion } from "../panel/parts.js";

class WarmUpView {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    this.name = ownName();
    this.root = panelRoot("course-warm-up", this.words.short_name_warm_up);
    this.silence = element("p", "course-silence");
    this.silence.setAttribute("role", "alert");
    this.progress = element("p", "course-small");
    this.status = statusRegion();
    this.messenger = new Messenger({
      send: (content) => model.send(content),
      later: (act, milliseconds) => setTimeout(act, milliseconds),
      cancel: (timer) => clearTimeout(timer),
      newId: newRequestId,
      onSilence: (silent) => {
        this.silence.textContent = silent ? this.words.silent : "";
      },
    });
    const view = model.get("view");
    this.cards = view.questions.map((question, number) => this.card(question, number));
    const notices = view.notices.map((text) => element("p", "course-notice", text));
    const nodes = this.cards.map((card) => card.node);
    this.root.append(...notices, element("p", "", this.words.warm_up_note), ...nodes, this.status, this.silence, this.progress);
    this.onView = this.guarded(() => this.update());
    this.onReply = this.guarded((message) => this.reply(message));
    model.on("change:view", this.onView);
    model.on("msg:custom", this.onReply);
    el.append(this.root);
    this.update();
  }

  /**
   * The same act, whose failure becomes one sentence on the page.
   * @param {(...given: any[]) => void} act
   */
  guarded(act) {
    return (/** @type {any[]} */ ...given) => {
      try {
        act(...given);
      } catch (error) {
        console.error(error);
        this.status.textContent = this.words.fault;
      }
    };
  }

  end() {
    this.messenger.end();
    this.model.off("change:view", this.onView);
    this.model.off("msg:custom", this.onReply);
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
    const keep = button(this.words.warm_up_keep, this.guarded(() => this.keep(question.id, inputs)));
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
    this.messenger.ask({ kind: "guess", question, chosen });
  }

  update() {
    const view = this.model.get("view");
    this.progress.textContent = view.progress;
    for (const [number, { guess }] of view.questions.entries()) {
      if (guess === null) continue;
      const { inputs, keep } = this.cards[number];
      for (const [place, input] of inputs.entries()) {
        input.checked = place === guess;
        input.disabled = true;
      }
      // It stays a button, so that the focus stays where it is.
      keep.textContent = this.words.warm_up_kept;
      keep.setAttribute("aria-disabled", "true");
    }
  }

  reply(message) {
    if (message?.kind !== "reply" || !this.messenger.heard(message.id)) return;
    if (message.text) this.status.textContent = message.text;
  }
}

/** @param {{model: any, el: HTMLElement}} view */
function render({ model, el }) {
  const view = new WarmUpView(model, el);
  return () => view.end();
}

export default { render };
