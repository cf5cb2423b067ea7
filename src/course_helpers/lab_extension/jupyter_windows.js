// Windows that JupyterLab opens by itself: none may lie over Stop.

import { HAS_STOP } from "./routine_states.js";

/** The text of a window is drawn after it was announced. */
const TEXT_MS = 250;

/**
 * Close a window of JupyterLab where it would keep somebody from Stop, or where the course tells the same in its own words.
 * @param {{resolve: (button: number) => void}} dialog
 * @param {() => boolean} isTold whether the course tells what this window tells
 */
function keepStopInReach(dialog, isTold) {
  const look = () => {
    if (document.querySelector(HAS_STOP) || isTold()) dialog.resolve(0);
  };
  requestAnimationFrame(look);
  setTimeout(look, TEXT_MS);
}

export { keepStopInReach };
