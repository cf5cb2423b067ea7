// Where a hand is in the drawing at a time of its motion. Pure: the engine's time goes in, a place comes out.

/**
 * @typedef {object} Hand
 * @property {string} marker
 * @property {[number, number][][]} strokes pixels of the stage
 * @property {number[]} ms the time of each stroke
 * @property {number} lift milliseconds off the skin between two strokes
 * @property {number[]} angles how the marker lies during each stroke, in degrees
 * @property {[number, number]} size half width and half height in pixels of the stage
 * @property {boolean} taps
 *
 * @typedef {{x: number, y: number, lifted: number, stroke: number}} Place `lifted` is 0 on the skin and 1 fully off
 */

/** With still pictures each of start, middle and end stays this long. */
const STILL_MS = 2500;

/**
 * @param {Hand} hand
 * @param {number} time milliseconds of motion, 0 or more
 * @returns {Place}
 */
function handAt(hand, time) {
  const last = hand.strokes.length - 1;
  if (hand.taps) {
    const [x, y] = hand.strokes[0][0];
    return { x, y, lifted: (1 - Math.cos((2 * Math.PI * time) / hand.ms[0])) / 2, stroke: 0 };
  }
  const whole = hand.ms.reduce((sum, ms) => sum + ms + hand.lift, 0);
  let left = whole > 0 ? time % whole : 0;
  for (let stroke = 0; stroke <= last; stroke += 1) {
    if (left < hand.ms[stroke] || (stroke === last && !hand.lift)) {
      const [x, y] = along(hand.strokes[stroke], Math.min(1, left / hand.ms[stroke]));
      return { x, y, lifted: 0, stroke };
    }
    left -= hand.ms[stroke];
    if (left < hand.lift) return between(hand, stroke, left / hand.lift);
    left -= hand.lift;
  }
  const [x, y] = hand.strokes[last].at(-1);
  return { x, y, lifted: 0, stroke: last };
}

/** The hand is off the skin, on its way to where the next stroke begins. */
function between(hand, stroke, share) {
  const [x1, y1] = hand.strokes[stroke].at(-1);
  const next = (stroke + 1) % hand.strokes.length;
  const [x2, y2] = hand.strokes[next][0];
  const arch = Math.sin(Math.PI * share);
  return { x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share, lifted: arch, stroke: share < 0.5 ? stroke : next };
}

/**
 * For still pictures: start, middle and end of one stroke after the other.
 * @param {Hand} hand
 * @param {number} time
 * @returns {Place & {picture: number}} `picture` is 0, 1 or 2
 */
function stillAt(hand, time) {
  const count = Math.floor(time / STILL_MS);
  const picture = count % 3;
  const stroke = Math.floor(count / 3) % hand.strokes.length;
  const [x, y] = along(hand.strokes[stroke], picture / 2);
  return { x, y, lifted: 0, stroke, picture };
}

/**
 * The point at a share (0-1) of a polyline's length.
 * @param {[number, number][]} line
 * @param {number} share
 * @returns {[number, number]}
 */
function along(line, share) {
  const lengths = line.slice(1).map(([x, y], n) => Math.hypot(x - line[n][0], y - line[n][1]));
  let left = lengths.reduce((sum, one) => sum + one, 0) * Math.min(Math.max(share, 0), 1);
  for (const [n, length] of lengths.entries()) {
    if (length > 0 && left <= length) {
      const [from, to] = [line[n], line[n + 1]];
      return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length];
    }
    left -= length;
  }
  return line[line.length - 1];
}

export { STILL_MS, along, handAt, stillAt };
