// The window behind "Print": the whole lesson, a section of it, or one table or card.

import { wordsOf } from "./arriving.js";
import { WORDS } from "./data.js";
import { button, choice, element, list } from "./elements.js";

/** What stands alone on paper and has a name. A panel needs the screen, so nothing of it is among these. */
const NAMED_PARTS = ".course-card, .course-table";
const NAME_OF_PART = ".course-card-head, caption";

/**
 * What can be printed for itself.
 * @typedef {object} Printable
 * @property {string} name
 * @property {HTMLElement[]} nodes
 */

/** Asks what to print, and prints it. */
class PrintChoice {
  /** @param {() => void} print opens the browser's own window for printing */
  constructor(print) {
    this.print = print;
    /** What was chosen; empty: the whole lesson. @type {HTMLElement[]} */
    this.chosen = [];
  }

  /** @param {HTMLElement[]} cells the cells of the lesson in front */
  open(cells) {
    const dialog = this.dialog();
    const sections = sectionsIn(cells).map((section) => choice(section.name, () => this.inside(section, dialog)));
    this.show(dialog, WORDS.print_what, [choice(WORDS.print_all, () => this.take([], dialog)), ...sections]);
    dialog.showModal();
  }

  /** @param {Printable} section */
  inside(section, dialog) {
    const parts = partsIn(section.nodes);
    if (!parts.length) return this.take(section.nodes, dialog);
    const whole = choice(WORDS.print_section, () => this.take(section.nodes, dialog));
    this.show(dialog, section.name, [whole, ...parts.map((part) => choice(part.name, () => this.take(part.nodes, dialog)))]);
  }

  take(nodes, dialog) {
    dialog.close();
    this.chosen = nodes;
    this.print();
  }

  /** It is made for each opening, and goes when it is closed. */
  dialog() {
    const dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help course-print-choice"));
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    return dialog;
  }

  show(dialog, title, choices) {
    const heading = element("h2", "", title);
    heading.id = "course-print-title";
    heading.tabIndex = -1;
    dialog.setAttribute("aria-labelledby", heading.id);
    const close = button(WORDS.close, () => dialog.close());
    close.classList.add("course-button-main");
    const head = element("div", "course-help-head");
    head.append(heading, close);
    dialog.replaceChildren(head, list("course-help-choices", choices));
    heading.focus();
  }
}

/**
 * The sections of a lesson: each begins at a heading of its own and ends before the next.
 * @param {HTMLElement[]} cells
 * @returns {Printable[]}
 */
function sectionsIn(cells) {
  const sections = [];
  for (const cell of cells.filter((one) => one.checkVisibility())) {
    const heading = cell.querySelector("h2");
    if (heading) sections.push({ name: nameOf(heading), nodes: [] });
    sections.at(-1)?.nodes.push(cell);
  }
  return sections;
}

/**
 * The tables and cards of a section that have a name, one inside another left out.
 * @param {HTMLElement[]} cells
 * @returns {Printable[]}
 */
function partsIn(cells) {
  const found = cells.flatMap((cell) => [.../** @type {NodeListOf<HTMLElement>} */ (cell.querySelectorAll(NAMED_PARTS))]);
  const parts = found.filter((part) => !part.closest(".course-widget") && !part.parentElement.closest(NAMED_PARTS));
  const named = parts.map((part) => ({ name: nameOf(part.querySelector(NAME_OF_PART)), nodes: [part] }));
  return named.filter((part) => part.name);
}

/** What the head of a part says: its words, without a picture of its kind. */
function nameOf(head) {
  const copy = head?.cloneNode(true);
  for (const picture of copy?.querySelectorAll("svg, [aria-hidden=true]") ?? []) picture.remove();
  return copy ? wordsOf(copy).replace(/\s+/g, " ").trim() : "";
}

/**
 * A part with empty copies of what surrounds it, so that it looks on paper as in the lesson.
 * @param {HTMLElement} part
 */
function withSurroundings(part) {
  let copy = part.cloneNode(true);
  let around = part;
  while (!around.matches(".jp-Cell") && around.parentElement) {
    around = around.parentElement;
    const frame = around.cloneNode(false);
    frame.appendChild(copy);
    copy = frame;
  }
  return copy;
}

export { PrintChoice, withSurroundings };
