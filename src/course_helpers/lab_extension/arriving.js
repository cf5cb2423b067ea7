// Arriving at a heading of a lesson, and going back to where one was: whatever still grows around the place.

import { pause } from "./elements.js";
import { folded } from "./find_text.js";

const WATCH_EVERY_MS = 50;
/** JupyterLab moves a notebook that comes to the front once more, a moment later. */
const STILL_MS = 1_500;
const HOLD_MS = 60_000;
const ROOM_ABOVE_PX = 8;
const HEADINGS = "h1, h2, h3, h4";
/** Whoever moves the page has taken over. */
const MOVES = ["wheel", "pointerdown", "keydown", "touchstart"];

/** @typedef {{cell: Element, above: number, keys: Element | null}} Place a cell, how far its top stands below the top of the
 * window, and where the keys are */

/**
 * The heading that an address names, in JupyterLab's own way: its words with hyphens between them.
 * @param {Element} root
 * @param {string} fragment
 */
function headingOf(root, fragment) {
  const wanted = plain(fragment);
  return [...root.querySelectorAll(HEADINGS)].find((heading) => plain(wordsOf(heading)) === wanted);
}

/** @param {Element} heading */
function wordsOf(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  // JupyterLab puts a link to itself behind every heading.
  for (const own of copy.querySelectorAll(".jp-InternalAnchorLink")) own.remove();
  return copy.textContent ?? "";
}

/** @param {string} text */
function plain(text) {
  return folded(text).trim().replace(/[\s-]+/g, "-");
}

/**
 * Bring a heading to the top of the window and the keys to it, and keep it there while the lesson comes alive around it.
 * @param {any} panel the notebook's panel
 * @param {string} fragment
 * @param {() => boolean} isDone whether the lesson has stopped growing
 */
async function arrive(panel, fragment, isDone) {
  const find = () => headingOf(panel.content.node, fragment);
  await hold(panel, find, ROOM_ABOVE_PX, isDone, takeKeysTo);
}

/** @param {Element} target */
function takeKeysTo(target) {
  if (!(target instanceof HTMLElement)) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * Where a reader of a lesson is.
 * @param {any} panel
 * @returns {Place | null}
 */
function placeIn(panel) {
  const cells = [...panel.content.node.querySelectorAll(".jp-Cell")];
  const scroller = cells.length ? scrollerOf(cells[0]) : null;
  if (!scroller) return null;
  const { top } = scroller.getBoundingClientRect();
  const cell = cells.find((one) => one.getBoundingClientRect().bottom > top + 1);
  const keys = panel.content.node.contains(document.activeElement) ? document.activeElement : null;
  return cell ? { cell, above: cell.getBoundingClientRect().top - top, keys } : null;
}

/**
 * Back to a place where the reader was.
 * @param {any} panel
 * @param {Place} place
 */
async function goBackTo(panel, place) {
  const takeKeysBack = () => place.keys instanceof HTMLElement && place.keys.focus({ preventScroll: true });
  await hold(panel, () => place.cell, place.above, () => true, takeKeysBack);
}

/**
 * Keep something at a height of the window until nothing moves it any more, or the reader moves the page.
 * @param {any} panel
 * @param {() => Element | undefined} find
 * @param {number} above pixels from the top of the window
 * @param {() => boolean} isDone
 * @param {(target: Element) => void} [reached] told when it first stands there, and when it stays
 */
async function hold(panel, find, above, isDone, reached = () => {}) {
  const hands = new AbortController();
  for (const move of MOVES) panel.node.addEventListener(move, () => hands.abort(), { capture: true, passive: true, signal: hands.signal });
  const until = performance.now() + HOLD_MS;
  let still = performance.now();
  let stood = NaN;
  while (!hands.signal.aborted && performance.now() < until) {
    const target = find();
    const scroller = target && scrollerOf(target);
    if (scroller?.clientHeight) {
      const { top } = scroller.getBoundingClientRect();
      scroller.scrollTop += target.getBoundingClientRect().top - top - above;
      const stands = target.getBoundingClientRect().top;
      if (Number.isNaN(stood)) reached(target);
      if (!(Math.abs(stands - stood) <= 1)) still = performance.now();
      stood = stands;
      if (isDone() && performance.now() - still > STILL_MS) {
        reached(target);
        break;
      }
    }
    await pause(WATCH_EVERY_MS);
  }
  hands.abort();
}

/** @param {Element} node */
function scrollerOf(node) {
  for (let box = node.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && ["auto", "scroll"].includes(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}

export { arrive, goBackTo, headingOf, hold, placeIn, wordsOf };
