// What the course keeps in this browser, and how it is erased with the record.
import { browserStorage } from "../panel/browser_storage.js";
import { announce } from "../panel/news.js";

/** What stays in this browser: settings of the player, places in a routine and in the lessons, what was not written down. */
const KEPT = /^course-helpers:(?:practice:|player-settings$|last-place$)/;
/** What stays in this tab: choices of a quiz that were not checked yet, and places in the lessons. */
const CHOSEN = /^course-quiz:|^course-helpers:places$/;

function forgetInBrowser() {
  const { storage, keys } = browserStorage();
  for (const key of keys()) if (KEPT.test(key)) storage.removeItem(key);
  forgetInTab();
  announce("forget");
}

function forgetInTab() {
  try {
    for (const key of Object.keys(window.sessionStorage)) if (CHOSEN.test(key)) window.sessionStorage.removeItem(key);
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

export { forgetInBrowser };
