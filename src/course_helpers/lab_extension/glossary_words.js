// Words of the glossary explain themselves where they stand in the text of a lesson: pressed, or pointed at. The text
// stays as it is for a search, for paper and for a screen reader; only the first of each word in a section can be pressed.

import { DATA } from "./data.js";
import { element, pause, whenIdle } from "./elements.js";
import { listen } from "./faults.js";

/** @typedef {{id: string, meaning: string}} Word */
/** @typedef {{at: number, end: number, word: Word}} Place */

const WRITTEN_MS = 200;
const ALL_WRITTEN_MS = 60_000;
const POINTED_MS = 300;
const GAP_PX = 6;
const EDGE_PX = 8;
const PROSE = ".jp-RenderedMarkdown";
const LEFT_ALONE = "a, button, summary, label, code, pre, h1, h2, h3, h4, h5, h6, figcaption, .course-word";

/**
 * Where words of the glossary stand in a text, each the first time, also with the s of several. The longest counts:
 * a lymph node is no lymph.
 * @param {string} text
 * @param {Word[]} glossary
 * @returns {Place[]} from the beginning on
 */
function wordPlaces(text, glossary) {
  /** @type {Place[]} */
  const found = [];
  for (const word of [...glossary].sort((one, two) => two.id.length - one.id.length)) {
    const places = [...text.matchAll(patternOf(word.id))].map(({ index, 0: { length } }) => ({ at: index, end: index + length, word }));
    const free = places.find((place) => !found.some(({ at, end }) => place.at < end && at < place.end));
    if (free) found.push(free);
  }
  return found.sort((one, two) => one.at - two.at);
}

/** A name is written as it is; any other word may begin a sentence. @param {string} id */
function patternOf(id) {
  const first = `[${id[0]}${id[0].toUpperCase()}]`;
  const rest = id.slice(1).replace(/ /g, "\\s+").replace(/-/g, "[-‑]");
  return new RegExp(`(?<![\\p{L}\\p{N}\\-‑])${first}${rest}(?:s|es)?(?![\\p{L}\\p{N}\\-‑])`, "gu");
}

/** The one note of the page, and the word that it explains. */
class WordNote {
  constructor() {
    this.node = element("div", "course-word-note");
    this.node.id = "course-word-note";
    this.node.setAttribute("role", "status");
    this.node.setAttribute("popover", "manual");
    /** @type {HTMLElement | null} */
    this.shownFor = null;
    this.stays = false;
    this.pointing = 0;
    document.addEventListener("keydown", (event) => this.onKey(event), true);
    document.addEventListener("pointerdown", (event) => this.closeUnless(event), true);
    document.addEventListener("scroll", () => this.close(), { capture: true, passive: true });
  }

  /** @param {HTMLElement} node @param {Word} word */
  explain(node, word) {
    listen(node, "click", () => this.press(node, word));
    listen(node, "keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (!event.repeat) this.press(node, word);
    });
    node.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse" || this.shownFor === node) return;
      this.pointing = window.setTimeout(() => this.open(node, word, false), POINTED_MS);
    });
    node.addEventListener("pointerleave", () => {
      clearTimeout(this.pointing);
      if (!this.stays && this.shownFor === node) this.close();
    });
    node.addEventListener("blur", () => this.shownFor === node && this.close());
  }

  press(node, word) {
    clearTimeout(this.pointing);
    if (this.shownFor === node && this.stays) this.close();
    else this.open(node, word, true);
  }

  open(node, word, stays) {
    this.close();
    // In the page only while it is open: nothing is found, printed or read out in it otherwise.
    document.body.append(this.node);
    this.node.showPopover?.();
    this.node.replaceChildren(element("strong", "", word.id), document.createTextNode(`: ${word.meaning}`));
    this.shownFor = node;
    this.stays = stays;
    node.setAttribute("aria-expanded", "true");
    this.place(node);
  }

  /** Below the word, or above it where there is no room; always whole in the window. */
  place(node) {
    const word = node.getBoundingClientRect();
    const { width, height } = this.node.getBoundingClientRect();
    const below = word.bottom + GAP_PX;
    const top = below + height > window.innerHeight - EDGE_PX ? word.top - GAP_PX - height : below;
    const left = Math.max(EDGE_PX, Math.min(word.left, window.innerWidth - EDGE_PX - width));
    Object.assign(this.node.style, { top: `${Math.max(EDGE_PX, top)}px`, left: `${left}px` });
  }

  close() {
    clearTimeout(this.pointing);
    this.shownFor?.setAttribute("aria-expanded", "false");
    this.shownFor = null;
    this.stays = false;
    this.node.remove();
  }

  onKey(event) {
    if (event.key !== "Escape" || !this.shownFor) return;
    event.stopPropagation();
    this.close();
  }

  closeUnless(event) {
    if (this.shownFor && !this.shownFor.contains(event.target) && !this.node.contains(event.target)) this.close();
  }
}

/**
 * Mark the words in the text of a lesson. A section begins with a heading of the second level.
 * @param {Iterable<Element>} texts rendered texts, in their order
 * @param {Word[]} glossary
 * @param {WordNote} note
 * @param {Set<string>} known the words that were marked in the section so far
 */
function markWords(texts, glossary, note, known = new Set()) {
  for (const text of texts) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    /** @type {(Text | null)[]} */
    const nodes = [];
    while (walker.nextNode()) {
      const at = walker.currentNode;
      if (at instanceof Element && at.matches("h1, h2")) nodes.push(null);
      if (at instanceof Text && at.data.trim() && !at.parentElement?.closest(LEFT_ALONE)) nodes.push(at);
    }
    for (const node of nodes) {
      if (node) markIn(node, glossary, note, known);
      else known.clear();
    }
  }
}

/** @param {Text} node @param {Word[]} glossary @param {WordNote} note @param {Set<string>} known */
function markIn(node, glossary, note, known) {
  const places = wordPlaces(node.data, glossary.filter(({ id }) => !known.has(id)));
  // From the end, so that the places before stay right.
  for (const { at, end, word } of places.reverse()) {
    known.add(word.id);
    node.splitText(end);
    const found = node.splitText(at);
    const mark = element("span", "course-word", found.data);
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-expanded", "false");
    note.explain(mark, word);
    found.replaceWith(mark);
  }
}

/** @type {WordNote | null} */
let note = null;

/**
 * Mark the words of a lesson once its texts stand, which may take a while behind its first screen.
 * @param {any} panel the notebook's panel
 */
async function explainWords(panel) {
  note ??= new WordNote();
  const known = new Set();
  const until = performance.now() + ALL_WRITTEN_MS;
  const cells = panel.content.widgets.filter((cell) => cell.model.type === "markdown");
  for (const cell of cells) {
    while (!cell.node.querySelector(`${PROSE} > *`)) {
      if (panel.isDisposed || performance.now() > until) return;
      await pause(WRITTEN_MS);
    }
    // A hint of an author is not read.
    if (cell.node.classList.contains("course-tag-hint")) continue;
    // A page that comes alive has more to do, and no text moves when a word is marked.
    await whenIdle();
    markWords(cell.node.querySelectorAll(PROSE), DATA.glossary, note, known);
  }
}

export { WordNote, explainWords, markWords, wordPlaces };
