// The view for the screen in front: a small panel in the lesson, and one question that fills the screen.
import { listen } from "../../panel/faults.js";
import { letterOrKey } from "../../panel/keys.js";
import { button, element } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";

/** @typedef {{text: string, right?: boolean, why?: string}} Choice */
/** What each key asks for; the letters stand on the screen beside their buttons. */
const KEYS = { " ": "show", r: "reveal", n: "next", p: "back", ArrowRight: "next", ArrowLeft: "back", Escape: "end" };
const SMALLEST_PX = 16;
const LETTERS = "ABCDEFGH";

class Projector extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-projector", given.model.get("words").projector);
    this.connect();
    this.isOpen = false;
    /** The presenter has ended it, whether Python has heard of it or not. */
    this.left = false;
    this.screen = element("div", "course-projector-screen");
    this.screen.hidden = true;
    this.alert.className = "course-projector-note";
    this.follow("view", () => this.update());
    listen(this.root, "keydown", (event) => this.press(event));
    this.root.append(...this.entry(), this.screen);
  }

  opened() {
    this.hear(window, "resize", () => this.isOpen && this.fit());
    this.update();
  }

  /**
   * A set that is begun again may show what Python showed before: that is no change, and opens the screen all the same.
   * @param {import("../../panel/connection.js").Reply} reply
   */
  reply(reply) {
    super.reply(reply);
    if (!this.isOpen) this.update();
  }

  /** @param {boolean} late */
  timeout(late) {
    this.alert.textContent = late ? this.words.projector_silent : "";
  }

  /**
   * Where the room sees it as well.
   * @param {unknown} error
   */
  fault(error) {
    super.fault(error);
    this.status.textContent = "";
    this.alert.textContent = this.words.fault;
  }

  /** What stands in the lesson. */
  entry() {
    const { words } = this;
    const sets = element("div", "course-actions");
    for (const name of ["closing", "safety"]) sets.append(button(words[`projector_${name}`], () => this.begin(name), "course-button-main"));
    this.sets = sets;
    return [
      element("p", "course-panel-title", words.projector),
      element("p", "", words.projector_intro),
      element("p", "", words.projector_keys),
      element("strong", "", words.projector_choose),
      sets,
    ];
  }

  begin(name) {
    this.opener = document.activeElement;
    this.status.textContent = "";
    this.left = false;
    this.ask({ kind: "begin", set: name });
  }

  /** @param {string} kind */
  turn(kind) {
    if (!this.isOpen) return;
    this.status.textContent = "";
    if (kind === "end") this.leave();
    this.ask({ kind });
  }

  /** Give the screen back at once: in front of a room nobody waits for a kernel that may be dead. */
  leave() {
    this.left = true;
    this.update();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = letterOrKey(event);
    const kind = KEYS[key];
    if (!kind) return;
    // On a button, Space presses that button, as everywhere.
    if (key === " " && event.target instanceof HTMLElement && event.target.closest("button")) return;
    event.preventDefault();
    event.stopPropagation();
    // A room that sees ten questions fly past has seen none.
    if (!event.repeat) this.turn(kind);
  }

  update() {
    const view = this.model.get("view");
    if (view.stage === "choice") this.left = false;
    const open = view.stage !== "choice" && !this.left;
    this.root.dataset.stage = open ? view.stage : "choice";
    if (open) this.draw(view);
    if (open !== this.isOpen) this.fill(open);
    if (open) this.fit();
  }

  /** As large as the screen allows: from the size of the stylesheet down to one that a front row can still read. */
  fit() {
    const { screen } = this;
    screen.style.fontSize = "";
    let size = Number.parseFloat(getComputedStyle(screen).fontSize);
    while (screen.scrollHeight > screen.clientHeight && size > SMALLEST_PX) {
      size -= 1;
      screen.style.fontSize = `${size}px`;
    }
  }

  /** Fill the screen, or give it back. A popover lies above all parts of the page; not every browser has it. */
  fill(open) {
    this.isOpen = open;
    this.screen.hidden = !open;
    if (open) {
      this.screen.popover = "manual";
      this.screen.showPopover?.();
      this.screen.focus();
      return;
    }
    this.screen.hidePopover?.();
    this.screen.replaceChildren();
    this.root.append(this.alert);
    if (this.opener instanceof HTMLElement) this.opener.focus();
  }

  draw(view) {
    const { words } = this;
    this.screen.tabIndex = -1;
    this.screen.setAttribute("role", "dialog");
    this.screen.setAttribute("aria-label", words.projector);
    const choices = element("ol", "course-projector-choices");
    choices.append(...view.options.map((/** @type {Choice} */ choice, index) => this.choice(choice, LETTERS[index])));
    const told = view.stage === "asked" ? words.projector_talk : view.instruction;
    const main = element("div", "course-projector-main");
    main.append(
      element("p", "course-projector-progress", view.progress),
      element("p", "course-projector-stem", view.stem),
      element("p", "course-projector-told", told),
      choices,
    );
    if (view.basis) main.append(element("p", "course-projector-basis", view.basis));
    if (view.reread) main.append(element("p", "course-projector-basis", view.reread));
    const had = this.screen.contains(document.activeElement) ? document.activeElement?.getAttribute("data-press") : null;
    this.screen.replaceChildren(main, this.alert, this.buttons(view));
    const again = had && this.screen.querySelector(`[data-press="${had}"]`);
    if (again instanceof HTMLElement) again.focus();
    else if (this.isOpen) this.screen.focus();
  }

  choice(choice, letter) {
    const item = element("li", "course-projector-choice");
    item.append(element("strong", "course-projector-letter", letter), element("span", "", choice.text));
    if (choice.right === undefined) return item;
    item.dataset.right = String(choice.right);
    const mark = element("strong", "course-projector-mark", this.words[choice.right ? "projector_right" : "projector_other"]);
    item.append(mark, element("p", "course-projector-why", choice.why));
    return item;
  }

  buttons(view) {
    const box = element("div", "course-projector-buttons");
    const off = { show: view.stage !== "asked", reveal: view.stage === "revealed", next: view.last, back: view.first, end: false };
    for (const kind of ["back", "show", "reveal", "next", "end"]) {
      const press = button(this.words[`projector_${kind}`], () => this.turn(kind));
      press.dataset.press = kind;
      press.setAttribute("aria-disabled", String(off[kind]));
      box.append(press);
    }
    return box;
  }
}

export default panel(Projector);
