// Where a reader is, kept in the browser: for a reload, in this tab; for another day, in this browser. It is a place in
// a text, and nothing that anybody answered.

import { placeIn } from "./arriving.js";
import { PLACES_KEY } from "./kept_names.js";
import { sectionAbove, understoodStore, usablePlace } from "./way.js";

const LAST = "course-helpers:last-place";
const REST_MS = 200;
/** A heading counts as reached when it stands in the upper third of the window. */
const REACHED = 1 / 3;
const NOT_READING = ".course-bar, .course-side, .lm-TabBar, dialog";
const HANDS = ["wheel", "pointerdown", "keydown", "touchstart"];

/** @typedef {import("./way.js").KeptPlace} KeptPlace */

/** @param {"localStorage" | "sessionStorage"} storage @param {string} name */
function storedIn(storage, name) {
  try {
    return understoodStore(window[storage].getItem(name));
  } catch {
    return {};
  }
}

/** @param {"localStorage" | "sessionStorage"} storage @param {string} name @param {object} what */
function storeIn(storage, name, what) {
  try {
    window[storage].setItem(name, JSON.stringify(what));
  } catch {
    // A browser that keeps nothing opens each lesson at its beginning.
  }
}

/**
 * @param {string} notebook
 * @param {KeptPlace} place
 * @param {boolean} moved whether the reader went there: a lesson that only opened was not read
 */
function keepPlace(notebook, place, moved) {
  storeIn("sessionStorage", PLACES_KEY, { ...storedIn("sessionStorage", PLACES_KEY), [notebook]: place });
  if (moved) storeIn("localStorage", LAST, { lesson: notebook, ...place });
}

/**
 * Where this tab was in a lesson.
 * @param {string} notebook
 */
function placeOfTab(notebook) {
  return usablePlace(storedIn("sessionStorage", PLACES_KEY)[notebook]);
}

/** Where somebody read last in this browser. */
function lastPlace() {
  return storedIn("localStorage", LAST);
}

/**
 * The place in an open lesson, as it is kept.
 * @param {any} panel the notebook's panel
 * @param {import("./way.js").KnownSection[]} sections
 * @returns {KeptPlace | null}
 */
function placeNow(panel, sections) {
  const place = placeIn(panel);
  const cell = place && panel.content.widgets.find((widget) => widget.node === place.cell);
  if (!cell) return null;
  const { top, height } = panel.content.node.getBoundingClientRect();
  const headings = [...panel.content.node.querySelectorAll("h2")].map((heading) => ({
    id: sections.find((section) => heading.textContent?.startsWith(`${section.id} `))?.id ?? "",
    top: heading.getBoundingClientRect().top - top,
  }));
  const section = sectionAbove(headings.filter((heading) => heading.id), height * REACHED);
  return { cell: cell.model.id, above: Math.round(place.above), section };
}

/**
 * Tells the place whenever the page has come to rest. While a lesson comes alive, only what a reader moves counts.
 * @param {any} panel
 * @param {import("./way.js").KnownSection[]} sections
 * @param {(place: KeptPlace, moved: boolean) => void} tell
 * @returns {() => void} looks anew, when something else than the reader has changed
 */
function watchPlace(panel, sections, tell) {
  let moved = false;
  let resting = 0;
  const look = () => {
    const isLive = panel.node.dataset.courseState === "live";
    const place = panel.isVisible && (isLive || moved) ? placeNow(panel, sections) : null;
    if (place) tell(place, moved);
  };
  // The keys that turn pages may stand anywhere; a press on a tool or in a list is no reading.
  const onHand = (event) => {
    moved ||= panel.isVisible && !event.target.closest?.(NOT_READING);
  };
  for (const hand of HANDS) document.addEventListener(hand, onHand, { capture: true, passive: true });
  panel.disposed.connect(() => {
    for (const hand of HANDS) document.removeEventListener(hand, onHand, { capture: true });
  });
  const rest = () => {
    clearTimeout(resting);
    resting = window.setTimeout(look, REST_MS);
  };
  panel.node.addEventListener("scroll", rest, { capture: true, passive: true });
  return rest;
}

export { keepPlace, lastPlace, placeOfTab, watchPlace };
