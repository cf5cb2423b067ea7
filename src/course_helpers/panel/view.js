// The base of every panel's page: what it asks Python, what it hears, and what it says when something goes wrong.
import { Connection } from "./connection.js";
import { FAULT } from "./faults.js";
import { onNews } from "./news.js";
import { MAY_REST, START_AGAIN } from "./page_events.js";
import { element, panelRoot, statusRegion } from "./parts.js";

/** @typedef {import("./parts.js").Model} Model */
/** @typedef {import("./connection.js").Act} Act */
/** @typedef {{model: Model, el: HTMLElement}} Given */

/**
 * A subclass builds its nodes into `root` in its constructor. Every handler that it hangs on a node is made with
 * `listen` or with the parts of parts.js, and every other one with `guard`, so that none fails in silence.
 */
class PanelView {
  /**
   * @param {Given} given
   * @param {string} className
   * @param {string} label
   */
  constructor({ model }, className, label) {
    this.model = model;
    /** @type {Record<string, string>} */
    this.words = model.get("words");
    /** @type {(() => void)[]} */
    this.endings = [];
    this.root = panelRoot(className, label);
    this.status = statusRegion();
    this.alert = element("p", "course-silence");
    this.alert.setAttribute("role", "alert");
    this.root.addEventListener(FAULT, (event) => this.fault(/** @type {CustomEvent} */ (event).detail));
    /** @type {Connection | null} */
    this.connection = null;
    this.startsAgain = false;
    /** What the view shows of each thing that moves. @type {Map<string, {act: Act, shown: string}>} */
    this.followed = new Map();
  }

  // What a subclass may say differently

  /** The panel is on the page. */
  opened() {}

  /**
   * The answer to the open request.
   * @param {import("./connection.js").Reply} reply
   */
  reply(reply) {
    if (reply.fault) this.root.dataset.fault = "true";
    // What could not be shown is not covered by the words that came with it.
    else if (this.root.dataset.fault === "true") return;
    if (reply.text) this.status.textContent = reply.text;
  }

  /**
   * Something that Python says besides an answer, such as a file that was made.
   * @param {any} _message
   */
  message(_message) {}

  /**
   * Python does not answer, or answers again.
   * @param {boolean} late
   */
  timeout(late) {
    this.alert.textContent = late ? this.words.silent : "";
  }

  /** The record was erased. A panel that shows what Python holds asks what there is now. */
  forgotten() {
    if (this.connection) this.ask({ kind: "look" });
  }

  /**
   * Something failed. One sentence says so; the details are for whoever looks into the browser's console.
   * @param {unknown} error
   */
  fault(error) {
    console.error(error);
    this.root.dataset.fault = "true";
    this.status.textContent = this.words.fault;
  }

  // What a subclass calls

  /**
   * The same act, whose failure becomes a sentence on the page.
   * @param {Act} act
   * @returns {Act}
   */
  guard(act) {
    return (...given) => {
      try {
        act(...given);
      } catch (error) {
        this.fault(error);
      }
    };
  }

  /**
   * Listen to something outside the panel until it goes.
   * @param {{addEventListener: Function, removeEventListener: Function}} target
   * @param {string} type
   * @param {Act} act
   */
  hear(target, type, act) {
    const guarded = this.guard(act);
    target.addEventListener(type, guarded);
    this.endings.push(() => target.removeEventListener(type, guarded));
  }

  /**
   * Do something at every change of what Python shows under a name.
   * @param {string} name
   * @param {Act} act
   */
  follow(name, act) {
    const followed = { act: this.guard(act), shown: JSON.stringify(this.model.get(name)) };
    const changed = () => this.catchUp(name);
    this.followed.set(name, followed);
    this.model.on(`change:${name}`, changed);
    this.endings.push(() => this.model.off(`change:${name}`, changed));
  }

  /**
   * Show what the model holds, if that is not what is shown.
   * @param {string} name
   */
  catchUp(name) {
    const followed = this.followed.get(name);
    const now = JSON.stringify(this.model.get(name));
    if (!followed || followed.shown === now) return;
    followed.shown = now;
    followed.act();
  }

  /**
   * What Python shows now; the model may have missed it, or may tell nobody.
   * @param {string} name
   * @param {any} value
   */
  take(name, value) {
    if (JSON.stringify(this.model.get(name)) !== JSON.stringify(value)) this.model.set(name, value);
    this.catchUp(name);
  }

  /** Talk with Python; a panel that only shows prepared text needs no connection. */
  connect() {
    this.connection = new Connection(this.model, {
      reply: (reply) => this.reply(reply),
      message: (message) => this.message(message),
      state: (name, value) => this.take(name, value),
      timeout: (late) => this.timeout(late),
      unknown: () => this.startAgain(),
      guard: (act) => this.guard(act),
    });
    this.endings.push(this.connection.listen(this.model), () => this.connection?.end());
    this.endings.push(onNews("forget", this.guard(() => this.forgotten())));
    // The page around may let the kernel go, but not before what was asked is answered.
    this.hear(this.root, MAY_REST, (event) => this.connection?.messenger.open.length && event.preventDefault());
  }

  /**
   * @param {object} content
   * @param {{must?: boolean}} [options]
   * @returns {string} the id of the request
   */
  ask(content, options) {
    if (!this.connection) throw new Error("A panel that asks has to connect first.");
    this.root.dataset.fault = "false";
    return this.connection.ask(content, options);
  }

  /** An answer that was checked elsewhere changes what Python shows: ask what there is now. */
  lookAfterAnswers() {
    this.endings.push(onNews("answered", this.guard(() => this.ask({ kind: "look" }))));
  }

  /** Ask what there is now each time the panel comes into sight again; for a panel that is on the page. */
  lookWhenSeenAgain() {
    let seen = true;
    const eye = new IntersectionObserver(this.guard((entries) => {
      const sees = entries.at(-1).isIntersecting;
      if (sees && !seen) this.ask({ kind: "look" });
      seen = sees;
    }));
    eye.observe(this.root);
    this.endings.push(() => eye.disconnect());
  }

  /** The lesson runs again and makes the panel anew; once is enough to ask for. */
  startAgain() {
    if (this.startsAgain) return;
    this.startsAgain = true;
    this.root.dispatchEvent(new CustomEvent(START_AGAIN, { bubbles: true }));
  }

  // What the page around calls

  /** @param {HTMLElement} el */
  open(el) {
    // A panel that gives its regions no place of their own has them at its end.
    for (const region of [this.status, this.alert]) if (!this.root.contains(region)) this.root.append(region);
    el.append(this.root);
    this.guard(() => this.opened())();
  }

  end() {
    for (const ending of this.endings.splice(0)) ending();
  }
}

/**
 * What a panel's script exports: a view of it for every place where the panel is shown.
 * @param {new (given: Given) => PanelView} View
 */
function panel(View) {
  /** @param {Given} given */
  function render(given) {
    const view = made(View, given);
    view.open(given.el);
    return () => view.end();
  }
  return { render };
}

/**
 * @param {new (given: Given) => PanelView} View
 * @param {Given} given
 */
function made(View, given) {
  try {
    return new View(given);
  } catch (error) {
    const empty = new PanelView(given, "", given.model.get("words").title ?? "");
    empty.fault(error);
    return empty;
  }
}

export { PanelView, panel };
