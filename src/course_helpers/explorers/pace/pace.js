// Where the marker of the pace bar is. Pure: times and lengths in, a place out. Tested with a fake clock.

/** A CSS centimetre in pixels. On a real screen it is only about a centimetre. */
const PX_PER_CM = 96 / 2.54;
/** With less motion the marker stands still for so long between two places. */
const STEP_MS = 1000;

/**
 * The place of a marker that goes to and fro along a bar.
 * @param {number} ms milliseconds since it began at the left end, 0 or more
 * @param {number} pace centimetres a second
 * @param {number} length of the bar, in centimetres
 * @returns {number} centimetres from the left end
 */
function placeAt(ms, pace, length) {
  if (length <= 0) return 0;
  const way = ((ms / 1000) * pace) % (2 * length);
  return way <= length ? way : 2 * length - way;
}

/**
 * The time at which the marker is shown: every moment, or whole seconds with less motion.
 * @param {number} ms
 * @param {boolean} stepped
 */
function shownTime(ms, stepped) {
  return stepped ? Math.floor(ms / STEP_MS) * STEP_MS : ms;
}

/**
 * The paces that the bar can show. In steps of a second a pace needs a bar that is longer than one step, or the
 * marker would seem to jump about.
 * @template {{cm: number}} P
 * @param {P[]} paces
 * @param {number} length of the bar, in centimetres
 * @param {boolean} stepped
 * @returns {P[]}
 */
function pacesFor(paces, length, stepped) {
  return stepped ? paces.filter((pace) => pace.cm <= length) : paces;
}

export { PX_PER_CM, pacesFor, placeAt, shownTime };
