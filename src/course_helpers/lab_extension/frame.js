// JupyterLab's frame round the course: while somebody reads, nothing of a programmer's desk stands there. One press
// brings all of it back, and a notebook that is not the course's has it anyway.

import { fillIn } from "../panel/fill_in.js";
import { WORDS } from "./data.js";
import { DESK_KEY } from "./kept_names.js";
import { windowsToMove } from "./way.js";

const CALM = "course-calm";
/** Whoever has the keys here needs them for something else. */
const OWN_KEYS = "input, select, textarea, button, a[href], summary, [contenteditable=true], [role=menu], [role=listbox], dialog";

class CalmFrame {
  /**
   * @param {any} jupyter
   * @param {() => {name: string, scroller: HTMLElement | null} | null} inFront what of the course stands in front: its
   * name, and what scrolls it; nothing while something else does
   */
  constructor(jupyter, inFront) {
    this.shell = jupyter.app.shell;
    this.inFront = inFront;
    this.calm = false;
    this.full = storedDesk();
    // Before the lesson, which keeps its keys from JupyterLab.
    document.addEventListener("keydown", (event) => this.scroll(event), true);
    // Whoever else watches the name is answered in a task of its own: two that answer each other at once stop the page.
    new MutationObserver(() => setTimeout(() => this.namePage())).observe(document.head, { childList: true, subtree: true, characterData: true });
  }

  /** All of JupyterLab, or only the course. */
  changeDesk() {
    this.full = !this.full;
    storeDesk(this.full);
    this.update();
  }

  /** What is in front has changed. */
  update() {
    const calm = this.inFront() !== null && !this.full;
    if (calm !== this.calm) {
      this.calm = calm;
      document.body.classList.toggle(CALM, calm);
      this.fit();
    }
    this.namePage();
  }

  /** The rows and columns that are hidden take no room: JupyterLab asks the styles how large each of them may be. */
  fit() {
    for (const part of [this.shell, ...(this.shell.layout?.widgets ?? [])]) part.fit?.();
  }

  /** The course's name for the page, in the end of it: a routine that waits says so before it. */
  namePage() {
    const front = this.inFront();
    const name = front && fillIn(WORDS.page_name, { page: front.name });
    if (name && !document.title.endsWith(name)) document.title = name;
  }

  /** The keys that turn pages work before anything was clicked, as on every page. */
  scroll(event) {
    const front = this.inFront();
    const share = windowsToMove(event);
    if (!front?.scroller || !share) return;
    const { activeElement } = document;
    if (activeElement?.closest(OWN_KEYS) || document.querySelector("dialog[open], :popover-open")) return;
    // Whoever has the keys inside is scrolled by the browser.
    if (activeElement && activeElement !== document.body && front.scroller.contains(activeElement)) return;
    event.preventDefault();
    const { scroller } = front;
    scroller.scrollTop = Math.min(scroller.scrollHeight, Math.max(0, scroller.scrollTop + share * scroller.clientHeight));
  }
}

function storedDesk() {
  try {
    return localStorage.getItem(DESK_KEY) === "true";
  } catch {
    return false;
  }
}

function storeDesk(full) {
  try {
    localStorage.setItem(DESK_KEY, String(full));
  } catch {
    // A browser that keeps nothing shows the course alone at its next start.
  }
}

export { CalmFrame };
