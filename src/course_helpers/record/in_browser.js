// What the course keeps in this browser, and how it is erased with the record.
import { announce } from "../panel/news.js";

/** What stays in this browser: settings of the player, places in a routine and in the lessons, what was not written down. */
const KEPT = /^course-helpers:(?:practice:|player-settings$|last-place$)/;
/** What stays in this tab: choices of a quiz that were not checked yet, and places in the lessons. */
const CHOSEN = /^course-quiz:|^course-helpers:places$/;

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
  announce("forget");
}

export { forgetInBrowser };
