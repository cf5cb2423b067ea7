// What changes in a lesson while it comes alive keeps its room until its new content stands there: nothing below jumps.

import { pause } from "./elements.js";

/** A panel that has not been drawn by then gives its room back all the same. */
const LONGEST_MS = 3_000;
const DRAWN_YET_MS = 50;
const DRAWN = ".course-widget, .jp-RenderedHTMLCommon, .jp-RenderedText";
const ROOM = ".jp-Cell-outputWrapper";

/**
 * Keep the room of some cells as it is now.
 * @param {HTMLElement[]} cells
 * @returns {() => Promise<void>} gives it back, to each as soon as something stands in it
 */
function holdRoom(cells) {
  const rooms = cells.flatMap((cell) => /** @type {HTMLElement | null} */ (cell.querySelector(ROOM)) ?? []);
  // All are measured before one is changed, so that the page is laid out once.
  const heights = rooms.map((room) => room.getBoundingClientRect().height);
  rooms.forEach((room, at) => {
    room.style.minHeight = `${heights[at]}px`;
  });
  return async () => {
    const until = performance.now() + LONGEST_MS;
    let held = rooms;
    while (held.length && performance.now() < until) {
      held = held.filter((room) => !giveBack(room));
      if (held.length) await pause(DRAWN_YET_MS);
    }
    for (const room of held) room.style.minHeight = "";
  };
}

/** @param {HTMLElement} room */
function giveBack(room) {
  const isDrawn = room.querySelector(DRAWN) !== null;
  if (isDrawn) room.style.minHeight = "";
  return isDrawn;
}

export { holdRoom };
