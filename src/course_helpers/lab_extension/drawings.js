// A drawing can be opened large: by a press on it, or by the button in its corner, which keys reach as well.

import { WORDS } from "./data.js";
import { button, element } from "./elements.js";
import { listen } from "./faults.js";
import { LEADS } from "./routine_states.js";

const FIGURE = "figure:has(> img)";

class LargeDrawing {
  constructor() {
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help course-large"));
    this.dialog.setAttribute("aria-label", WORDS.drawing);
    const close = button(WORDS.close, () => this.dialog.close());
    close.classList.add("course-button-main");
    this.image = document.createElement("img");
    this.caption = element("p", "course-large-caption");
    this.dialog.append(close, this.image, this.caption);
    this.dialog.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
    listen(this.dialog, "click", (event) => event.target === this.dialog && this.dialog.close());
    // In the page only while it is open, so that there is one window at a time.
    this.dialog.addEventListener("close", () => this.closed());
    /** @type {HTMLElement | null} */
    this.from = null;
  }

  /** @param {HTMLElement} figure @param {HTMLElement} from what gets the keys back */
  open(figure, from) {
    if (document.querySelector(LEADS)) return;
    const image = /** @type {HTMLImageElement} */ (figure.querySelector("img"));
    this.image.src = image.currentSrc || image.src;
    this.image.alt = image.alt;
    this.caption.textContent = figure.querySelector("figcaption")?.textContent ?? "";
    this.from = from;
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  closed() {
    this.dialog.remove();
    this.from?.focus({ preventScroll: true });
    this.from = null;
  }
}

/**
 * Give every drawing its button, once.
 * @param {ParentNode} part
 * @param {LargeDrawing} large
 */
function offerLarge(part, large) {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(FIGURE))) {
    if (figure.querySelector(".course-larger") || figure.closest(".course-widget, a, button, summary")) continue;
    const press = button("", () => large.open(figure, press));
    press.className = "course-larger";
    press.title = WORDS.drawing_larger;
    press.setAttribute("aria-label", WORDS.drawing_larger);
    const image = figure.querySelector("img");
    if (image) listen(image, "click", () => large.open(figure, press));
    figure.append(press);
    figure.classList.add("course-enlargeable");
  }
}

/** @type {LargeDrawing | null} */
let largeOfPage = null;

/**
 * The drawings of a lesson, as soon as each is drawn.
 * @param {any} panel the notebook's panel
 */
async function offerLargeDrawings(panel) {
  largeOfPage ??= new LargeDrawing();
  for (const cell of panel.content.widgets) {
    await cell.ready;
    offerLarge(cell.node, largeOfPage);
  }
}

export { LargeDrawing, offerLarge, offerLargeDrawings };
