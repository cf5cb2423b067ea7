// The search of an open lesson. It marks what stands on the page, cards and panels included, and changes nothing in it.

import { fillIn } from "../panel/fill_in.js";
import { isOfAWord } from "../panel/keys.js";
import { headingOf } from "./arriving.js";
import { WORDS } from "./data.js";
import { button, element } from "./elements.js";
import { listen } from "./faults.js";
import { LONGEST_WANTED, occurrences } from "./find_text.js";

const ALL = "course-found";
const CURRENT = "course-found-now";
/** On a lesson in which words are looked for: the marks have a style there and nowhere else. */
const FINDING = "course-finding";
/** Text that belongs together: words are not looked for across the border of two of these. */
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, figcaption, caption, summary, legend, label, button, option, div, section";
const UNREAD = "script, style, noscript, select, textarea, .course-tag-hint, .course-foot, .jp-CodeCell > .jp-Cell-inputWrapper";
const TYPING_MS = 120;
/** A lesson that comes alive draws its parts anew; so often at most its text is read again meanwhile. */
const READ_AGAIN_MS = 500;
/** Stands between two blocks of text, so that no words are found over their border. */
const SEPARATOR = "\u001f";

/** A piece of text on the page and where it begins in the text of the whole lesson. */
/** @typedef {{node: Text, from: number}} Piece */

/**
 * Whether a reader sees an element, or would once the folds round it are open.
 * @param {Element} node
 * @param {Element} root
 */
function canBeSeen(node, root) {
  if (node.checkVisibility({ visibilityProperty: true })) return true;
  for (let at = node; at && at !== root; at = at.parentElement) {
    if (getComputedStyle(at).display === "none") return false;
  }
  return node.closest("details:not([open])") !== null;
}

/**
 * The text of a lesson as it is read, and its pieces.
 * @param {HTMLElement} root
 * @returns {{text: string, pieces: Piece[]}}
 */
function readText(root) {
  const seen = new Map();
  const pieces = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = "";
  let block = null;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = node.parentElement;
    if (!node.data.trim() || !parent) continue;
    if (!seen.has(parent)) seen.set(parent, !parent.closest(UNREAD) && canBeSeen(parent, root));
    if (!seen.get(parent)) continue;
    if (parent.closest(BLOCKS) !== block) text += SEPARATOR;
    block = parent.closest(BLOCKS);
    pieces.push({ node, from: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/**
 * The places of a text on the page.
 * @param {Piece[]} pieces
 * @param {[number, number]} place
 */
function rangeOf(pieces, [from, to]) {
  const range = document.createRange();
  const first = pieces.findLast((piece) => piece.from <= from);
  const last = pieces.findLast((piece) => piece.from < to);
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, Math.min(to - last.from, last.node.length));
  return range;
}

/**
 * @param {string} name
 * @param {Range[]} ranges
 */
function highlight(name, ranges) {
  // A browser without highlights still goes from place to place.
  if (typeof Highlight === "function") CSS.highlights.set(name, new Highlight(...ranges));
}

/** The row in which a reader types what to look for. */
class FindBar {
  /** @param {HTMLElement} root the lesson's own page */
  constructor(root) {
    this.root = root;
    this.onClose = () => {};
    this.ranges = [];
    this.at = 0;
    this.node = element("form", "course-find");
    this.node.setAttribute("role", "search");
    this.node.setAttribute("aria-label", WORDS.find);
    this.input = /** @type {HTMLInputElement} */ (element("input", "course-find-words"));
    this.input.type = "search";
    this.input.setAttribute("aria-label", WORDS.find_label);
    this.input.placeholder = WORDS.find_label;
    this.input.maxLength = LONGEST_WANTED;
    this.status = element("span", "course-find-status");
    this.status.setAttribute("role", "status");
    const previous = button("↑", () => this.step(-1));
    previous.setAttribute("aria-label", WORDS.find_previous);
    const next = button("↓", () => this.step(1));
    next.setAttribute("aria-label", WORDS.find_next);
    this.node.append(this.input, previous, next, this.status, button(WORDS.close, () => this.close()));
    listen(this.node, "submit", (event) => event.preventDefault());
    listen(this.node, "keydown", (event) => this.onKey(event));
    listen(this.input, "input", () => this.onInput());
  }

  open() {
    if (this.isOpen()) return this.input.select();
    this.before = document.activeElement;
    this.input.value = String(window.getSelection() ?? "").trim().slice(0, 80) || this.input.value;
    this.input.focus();
    this.input.select();
    this.look();
  }

  /**
   * Looks for words from a heading on, as the search over all lessons asks for it.
   * @param {string} words
   * @param {string} heading as an address names it; empty: from the beginning
   */
  openFor(words, heading) {
    this.before = null;
    this.heading = heading;
    this.input.value = words;
    this.input.focus({ preventScroll: true });
    this.lookFromHeading();
  }

  lookFromHeading() {
    this.readAt = performance.now();
    this.findAll();
    const from = headingOf(this.root, this.heading);
    const isBehind = (range) => Boolean(from && from.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING);
    this.goTo(Math.max(0, from ? this.ranges.findIndex(isBehind) : 0));
  }

  /** Where the present place stands, also after the lesson was drawn anew; its heading where the words are not there. */
  placeInSight() {
    const place = () => this.ranges[this.at]?.startContainer.parentElement;
    if (!place()?.isConnected && performance.now() - this.readAt > READ_AGAIN_MS) this.lookFromHeading();
    return place()?.isConnected ? place() : headingOf(this.root, this.heading);
  }

  isOpen() {
    return this.node.contains(document.activeElement);
  }

  close() {
    highlight(ALL, []);
    highlight(CURRENT, []);
    this.root.classList.remove(FINDING);
    this.ranges = [];
    this.onClose();
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus({ preventScroll: true });
  }

  onKey(event) {
    event.stopPropagation();
    if (isOfAWord(event)) return;
    if (event.key === "Escape") this.close();
    if (event.key !== "Enter" || event.target !== this.input) return;
    event.preventDefault();
    this.step(event.shiftKey ? -1 : 1);
  }

  onInput() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.look(), TYPING_MS);
  }

  /** Look anew, from the place in sight on. */
  look() {
    this.findAll();
    const top = this.root.getBoundingClientRect().top;
    const inSight = this.ranges.findIndex((range) => range.getBoundingClientRect().bottom > top);
    this.goTo(Math.max(0, inSight));
  }

  /** On to the next place, or back. The page may have changed meanwhile, so it is read again. */
  step(change) {
    clearTimeout(this.typing);
    const looked = this.words === this.input.value.trim();
    this.findAll();
    if (!looked) return this.look();
    this.goTo((this.at + change + this.ranges.length) % (this.ranges.length || 1));
  }

  findAll() {
    this.words = this.input.value.trim();
    const { text, pieces } = readText(this.root);
    this.ranges = occurrences(text, this.words).map((place) => rangeOf(pieces, place));
    highlight(ALL, this.ranges);
    this.root.classList.add(FINDING);
  }

  goTo(at) {
    this.at = Math.min(at, Math.max(0, this.ranges.length - 1));
    const range = this.ranges[this.at];
    highlight(CURRENT, range ? [range] : []);
    this.status.textContent = this.told();
    if (!range) return;
    const place = range.startContainer.parentElement;
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    place?.scrollIntoView({ block: "center" });
  }

  told() {
    if (!this.words) return "";
    if (!this.ranges.length) return WORDS.find_none;
    return fillIn(WORDS.find_at, { at: String(this.at + 1), all: String(this.ranges.length) });
  }
}

export { FindBar };
