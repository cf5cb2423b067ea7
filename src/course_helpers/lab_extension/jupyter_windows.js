// Windows that JupyterLab opens by itself: none may lie over Stop.

import { UNDER_WAY } from "./routine_states.js";

/** The text of a window is drawn after it was announced. */
const TEXT_MS = 250;

/** A lesson behind another one keeps its routine, and nobody sees its Stop. */
function isRoutineInSight() {
  return [...document.querySelectorAll(UNDER_WAY)].some((routine) => routine.checkVisibility());
}

/**
 * Close a window of JupyterLab where it would keep somebody from Stop, or where the course tells the same in its own words.
 * Nothing that it offers is chosen: on a Hub its first button starts the server anew.
 * @param {{reject: () => void}} dialog
 * @param {() => boolean} isTold whether the course tells what this window tells
 */
function keepStopInReach(dialog, isTold) {
  const look = () => {
    if (isRoutineInSight() || isTold()) dialog.reject();
  };
  requestAnimationFrame(look);
  setTimeout(look, TEXT_MS);
}

export { keepStopInReach };
