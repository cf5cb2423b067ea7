// Where the pads are, in words and rows, and where a key moves them. Pure.

/** @typedef {{finger: number, padWidth: number, padHeight: number, circle: number, cell: number, left: number, top: number, firstRow: number, lastRow: number, mostSamples: number, mostCircles: number, regions: string[]}} Measures */
/** @typedef {{x: number, y: number}} Spot millimetres outwards from the midline and down from the notch */

/** How far the pads can go, in millimetres: a little over the edge of the area. */
const REACH = { left: -12, right: 190, top: -30, bottom: 304 };
const FIRST_LETTER = "a".charCodeAt(0);

/**
 * The name of the region at a place; none outside.
 * @param {string[]} cells rows of letters, a letter a cell
 * @param {Measures} measures
 * @param {Spot} spot
 */
function regionAt(cells, measures, { x, y }) {
  const row = cells[Math.floor((y - measures.top) / measures.cell)] ?? "";
  const letter = row[Math.floor((x - measures.left) / measures.cell)] ?? ".";
  return letter === "." ? null : measures.regions[letter.charCodeAt(0) - FIRST_LETTER];
}

/**
 * The finger row, from 1 at the top.
 * @param {Measures} measures
 * @param {number} y
 */
function rowAt(measures, y) {
  const row = Math.floor((y - measures.firstRow) / measures.finger) + 1;
  return Math.min(Math.max(row, 1), measures.lastRow);
}

/**
 * The strip, from 1 beside the breastbone.
 * @param {Measures} measures
 * @param {number} x
 */
function stripAt(measures, x) {
  return Math.max(1, Math.floor(x / measures.finger) + 1);
}

/**
 * A place that is kept on the drawing.
 * @param {Spot} spot
 * @returns {Spot}
 */
function kept({ x, y }) {
  return { x: Math.min(Math.max(x, REACH.left), REACH.right), y: Math.min(Math.max(y, REACH.top), REACH.bottom) };
}

/**
 * The place after an arrow key, a finger width away. Left and right are those of the screen.
 * @param {Spot} spot
 * @param {string} key
 * @param {boolean} mirrored whether outwards is to the left, as on the learner's left side
 * @param {number} finger
 * @returns {Spot | null} none for another key
 */
function moved(spot, key, mirrored, finger) {
  const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const way = Object.hasOwn(ways, key) ? ways[/** @type {keyof typeof ways} */ (key)] : null;
  if (!way) return null;
  return kept({ x: spot.x + way[0] * finger * (mirrored ? -1 : 1), y: spot.y + way[1] * finger });
}

/**
 * Whether a small circle of the pads comes over a spot.
 * @param {Spot} spot
 * @param {Spot} circle its middle
 * @param {Measures} measures
 */
function comesOver(spot, circle, measures) {
  const half = measures.padWidth / 2;
  const beyond = Math.max(0, Math.abs(spot.y - circle.y) - (measures.padHeight / 2 - half));
  return Math.hypot(spot.x - circle.x, beyond) <= half + measures.circle;
}

export { comesOver, kept, moved, regionAt, rowAt, stripAt };
