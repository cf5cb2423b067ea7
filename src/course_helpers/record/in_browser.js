// What the course keeps in this browser, and how it is erased with the record.
import { announce } from "../panel/news.js";

/** What the player keeps in this browser: settings, the place in a routine, and what was not written down yet. */
const KEPT = /^course-helpers:(?:practice:|player-settings$)/;
/** What the quiz keeps in this tab: choices that were not checked yet. */
const CHOSEN = /^course-quiz:/;

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
