// The few elements that the frame of a lesson is built from.

import { isHeldEnter } from "../panel/keys.js";
import { listen } from "./faults.js";

/** A page that nobody sees draws no frames. */
const HIDDEN_FRAME_MS = 250;
const BUSY_MS = 2_000;

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * A button that a held key presses once.
 * @param {string} text
 * @param {(event: MouseEvent) => unknown} onPress
 */
function button(text, onPress) {
  const made = /** @type {HTMLButtonElement} */ (element("button", "course-button", text));
  made.type = "button";
  listen(made, "click", onPress);
  listen(made, "keydown", (event) => isHeldEnter(event) && event.preventDefault());
  return made;
}

/**
 * @param {string} className
 * @param {HTMLElement[]} items
 */
function list(className, items) {
  const made = element("ul", className);
  made.append(...items);
  return made;
}

/**
 * A large choice of a window, as one line of its list.
 * @param {string} text
 * @param {() => unknown} onPress
 */
function choice(text, onPress) {
  const press = button(text, onPress);
  press.classList.add("course-help-choice");
  const item = element("li");
  item.append(press);
  return item;
}

/** The next frame; where the browser draws none, because nobody sees the page, a moment. */
function nextFrame() {
  return new Promise((done) => {
    const frame = requestAnimationFrame(() => end());
    const moment = setTimeout(() => end(), HIDDEN_FRAME_MS);
    function end() {
      cancelAnimationFrame(frame);
      clearTimeout(moment);
      done(undefined);
    }
  });
}

/** When the page has nothing else to do; where the browser cannot tell, or is never idle, soon. */
function whenIdle() {
  return new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: BUSY_MS }) : setTimeout(done)));
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export { button, choice, element, list, nextFrame, pause, whenIdle };
