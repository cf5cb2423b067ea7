// What the frame of a lesson has to know of a routine: whether it leads somebody on, and whether its page has to stay.

const LEADING = ["running", "get-ready", "changeover"];

/** @param {string[]} states */
function inStates(states) {
  return states.map((state) => `[data-state=${state}]`).join();
}

/** A routine that leads somebody on: its Stop has to stay in reach. */
const LEADS = inStates(LEADING);
/** A routine under way, just stopped, or on its last page: nothing may run the lesson again underneath it. */
const PLAYING = inStates([...LEADING, "paused", "done", "stopped-pain"]);

export { LEADS, PLAYING };
