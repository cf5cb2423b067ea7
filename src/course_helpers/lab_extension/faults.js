// No press in the frame of a lesson fails in silence: one sentence stands where the reader pressed.

import { WORDS } from "./data.js";

/** Where a sentence has room: a window, a page of the course, a row of tools. */
const PLACES = "dialog, .course-home, .course-side, .course-bar, .course-find, .course-foot";
/** What is in sight where the pressed place has gone meanwhile, such as a window that closed itself first. */
const STANDING = ".course-bar, .course-home";
const SAYS = "course-frame-fault";

/**
 * Listen to what a reader does. The act may take a while; it fails when it is done.
 * @param {EventTarget} node
 * @param {string} type
 * @param {(event: any) => unknown} act
 */
function listen(node, type, act) {
  node.addEventListener(type, (event) => {
    // The act may take its node off the page before it fails.
    const place = node instanceof Element ? node.closest(PLACES) : null;
    const failed = (error) => tell(place, error);
    try {
      Promise.resolve(act(event)).catch(failed);
    } catch (error) {
      failed(error);
    }
  });
}

/**
 * @param {Element | null} place
 * @param {unknown} error
 */
function tell(place, error) {
  console.error("course-helpers:", error);
  const shown = place && isInSight(place) ? place : [...document.querySelectorAll(STANDING)].find(isInSight);
  for (const old of document.querySelectorAll(`.${SAYS}`)) old.remove();
  const said = document.createElement("p");
  said.className = SAYS;
  said.setAttribute("role", "alert");
  (shown ?? document.body).prepend(said);
  // What is said after the node stands is read out.
  said.textContent = WORDS.fault;
}

/** @param {Element} node */
function isInSight(node) {
  return node.isConnected && node.getClientRects().length > 0;
}

export { listen };
