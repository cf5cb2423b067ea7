// What is stored about the learner, and how to erase it in two presses.
import { Messenger, newRequestId } from "../panel/messenger.js";
import { button, element, panelRoot, statusRegion } from "../panel/parts.js";

/** What the player keeps in this browser: settings, the place in a routine, and what was not written down yet. */
const KEPT = /^course-helpers:(?:practice:|player-settings$)/;
/** What the quiz keeps in this tab: choices that were not checked yet. */
const CHOSEN = /^course-quiz:/;

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {RegExp} names
 */
function removeFrom(storage, names) {
  try {
    for (const key of Object.keys(window[storage])) if (names.test(key)) window[storage].removeItem(key);
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

function forgetInBrowser() {
  removeFrom("localStorage", KEPT);
  removeFrom("sessionStorage", CHOSEN);
  window.dispatchEvent(new Event("course-forget"));
}

class StoredView {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    const { words } = this;
    this.root = panelRoot("course-stored", words.title);
    this.details = element("details");
    this.list = element("div");
    this.status = statusRegion();
    this.forget = button(words.forget, () => this.question(true));
    this.sure = element("div", "course-actions");
    this.sure.append(
      element("p", "", words.forget_sure),
      button(words.forget_no, () => this.question(false), "course-button-main"),
      button(words.forget_yes, () => this.messenger.ask({ kind: "forget" })),
    );
    this.messenger = new Messenger({
      send: (content) => model.send(content),
      later: (act, milliseconds) => setTimeout(act, milliseconds),
      cancel: (timer) => clearTimeout(timer),
      newId: newRequestId,
      onSilence: (silent) => {
        if (silent) this.status.textContent = words.silent;
      },
    });
    const always = element("ul");
    const { body, knowledge, text_size: textSize, player, leaves } = words;
    for (const text of [body, knowledge, textSize, player, leaves]) always.append(element("li", "", text));
    this.details.append(element("summary", "", words.show), this.list, always, this.forget, this.sure);
    // The record may have grown since the lesson ran.
    this.details.addEventListener("toggle", () => {
      if (this.details.open) this.messenger.ask({ kind: "look" });
    });
    this.root.append(element("p", "course-panel-title", words.title), this.details, this.status);
    this.onView = () => this.show();
    this.onReply = (message) => this.reply(message);
    model.on("change:view", this.onView);
    model.on("msg:custom", this.onReply);
    el.append(this.root);
    this.sure.hidden = true;
    this.show();
  }

  end() {
    this.messenger.end();
    this.model.off("change:view", this.onView);
    this.model.off("msg:custom", this.onReply);
  }

  show() {
    const { lines } = this.model.get("view");
    const list = element("ul");
    for (const line of lines) list.append(element("li", "", line));
    this.list.replaceChildren(
      ...(lines.length ? [element("p", "", this.words.kept), list] : [element("p", "", this.words.nothing)]),
    );
  }

  /** Ask once more, with the harmless answer first. */
  question(asked) {
    this.sure.hidden = !asked;
    this.forget.hidden = asked;
    const next = asked ? this.sure.querySelector("button") : this.forget;
    next?.focus();
  }

  reply(message) {
    if (message?.kind !== "reply" || !this.messenger.heard(message.id)) return;
    this.status.textContent = message.text;
    if (message.text === this.words.forgotten) forgetInBrowser();
    if (message.text && !this.sure.hidden) this.question(false);
  }
}

/** @param {{model: any, el: HTMLElement}} view */
function render({ model, el }) {
  const view = new StoredView(model, el);
  return () => view.end();
}

export default { render };
