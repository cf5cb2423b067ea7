// A whole search as it is shown: where the pads are at a time. Pure: tested with a fake clock.

/** One small circle, and the way to the next spot, in milliseconds: a side takes between two and three minutes. */
const ROUND_MS = 420;
const ON_MS = 140;
const ROUNDS = 3;
const SPOT_MS = ROUNDS * ROUND_MS + ON_MS;

/**
 * How long the whole search takes, in milliseconds.
 * @param {number[][]} spots
 */
function searchMs(spots) {
  return spots.length * SPOT_MS;
}

/**
 * Where the pads are, and how hard they press.
 * @param {number} ms since it began
 * @param {number[][]} spots in the order of the search, millimetres
 * @param {number} radius of a small circle
 */
function searchAt(ms, spots, radius) {
  const number = Math.min(Math.floor(Math.max(ms, 0) / SPOT_MS), spots.length - 1);
  const [x, y] = spots[number];
  const within = Math.min(Math.max(ms - number * SPOT_MS, 0), SPOT_MS);
  if (within >= ROUNDS * ROUND_MS) {
    const [nextX, nextY] = spots[Math.min(number + 1, spots.length - 1)];
    const part = (within - ROUNDS * ROUND_MS) / ON_MS;
    const from = { x, y: y - radius };
    return { number, x: from.x + (nextX - from.x) * part, y: from.y + (nextY - radius - from.y) * part, pressure: 1, moving: true };
  }
  const angle = ((within % ROUND_MS) / ROUND_MS) * 2 * Math.PI - Math.PI / 2;
  const pressure = Math.floor(within / ROUND_MS) + 1;
  return { number, x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), pressure, moving: false };
}

export { searchAt, searchMs };
