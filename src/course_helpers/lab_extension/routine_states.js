// What the frame of a lesson has to know of a routine: whether it leads somebody on, and whether its page has to stay.

const LEADING = ["running", "get-ready", "changeover"];

/** @param {string[]} states */
function inStates(states) {
  return states.map((state) => `[data-state=${state}]`).join();
}

/** A routine that leads somebody on: its Stop has to stay in reach. */
const LEADS = inStates(LEADING);
const BEFORE_THE_END = [...LEADING, "paused", "stopped-pain"];

/** A routine that goes on or was just stopped: the one thing that may be pressed on a page that reads elsewhere. */
const UNDER_WAY = inStates(BEFORE_THE_END);
/** The same, and its last page: nothing may run the lesson again underneath it. */
const PLAYING = inStates([...BEFORE_THE_END, "done"]);

export { LEADS, PLAYING, UNDER_WAY };
