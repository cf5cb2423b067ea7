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
 * @property {DrawnHand | null} drawn the hand that is seen making the strokes
 * @property {[number, number][]} [around] for a hold: the place that thumb and fingers are laid round, for each stroke
 *
 * @typedef {object} DrawnHand
 * @property {string} pose
 * @property {[number, number]} touch the place of the hand that follows the stroke, of the left side with fingers up
 * @property {("left" | "right")[]} by whose hand makes each stroke
 * @property {Record<string, number>} facing how each hand is turned in the middle of its strokes, in degrees
 * @property {number[]} turns how the hand is turned for each stroke, where the whole arm goes round; else empty
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

/** A wrist turns no further from the middle way of its strokes than so many degrees. */
const MOST_TURN = 15;
/** Six breaths a minute, and how much the shoulders rise with one. */
const BREATH_MS = 10_000;
const BREATH_RISE = 0.02;
/** Where the whole arm goes round, the forearm is straight behind the hand, so long in pixels of the stage. */
const FOREARM = 300;

/**
 * Where a drawn hand lies: whose it is, how it is turned, and where its wrist and its elbow are.
 * @param {DrawnHand} drawn
 * @param {Record<string, [number, number]>} elbows
 * @param {{x: number, y: number, stroke: number}} at the place that it touches
 */
function lie(drawn, elbows, { x, y, stroke }) {
  const side = drawn.by[stroke];
  const [tx, ty] = side === "left" ? drawn.touch : [-drawn.touch[0], drawn.touch[1]];
  const turn = drawn.turns.length ? drawn.turns[stroke] : turnTowards(elbows[side], [tx, ty], drawn.facing[side], x, y);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const wrist = [x - tx * cos + ty * sin, y - tx * sin - ty * cos];
  const length = Math.hypot(x - wrist[0], y - wrist[1]);
  const behind = [wrist[0] + ((wrist[0] - x) / length) * FOREARM, wrist[1] + ((wrist[1] - y) / length) * FOREARM];
  return { side, turn, wrist, elbow: drawn.turns.length ? behind : elbows[side] };
}

/** With the forearm, but never far from the middle way. */
function turnTowards([ex, ey], [tx, ty], facing, x, y) {
  const turn = ((Math.atan2(y - ey, x - ex) - Math.atan2(ty, tx)) * 180) / Math.PI;
  const away = ((((turn - facing + 180) % 360) + 360) % 360) - 180;
  return facing + Math.min(Math.max(away, -MOST_TURN), MOST_TURN);
}

/**
 * How high the shoulders stand at a time of motion: 0 is breathed out.
 * @param {number} time
 * @returns {number} a share of the body's height
 */
function breath(time) {
  return (BREATH_RISE * (1 - Math.cos((2 * Math.PI * time) / BREATH_MS))) / 2;
}

/** So much of the drawing's width is always seen: all strokes and the hands that make them. */
const LEAST_SHARE = 0.74;

/**
 * The largest size of the drawing in a place, when what is cut away are only its sides.
 * @param {number} width of the place
 * @param {number} height
 * @param {[number, number]} size of the drawing
 * @returns {{width: number, height: number, share: number}} `share` is how much of the drawing's width is seen
 */
function crop(width, height, [wide, high]) {
  if (!width || !height) return { width: 0, height: 0, share: 1 };
  const share = Math.min(1, Math.max(LEAST_SHARE, (width * high) / (height * wide)));
  const scale = Math.min(width / (wide * share), height / high);
  return { width: wide * share * scale, height: high * scale, share };
}

/**
 * How a forearm that hangs down from its wrist is turned so that it comes from the elbow, in degrees.
 * @param {number[]} wrist
 * @param {number[]} elbow
 */
function armTurn([wx, wy], [ex, ey]) {
  return (Math.atan2(ey - wy, ex - wx) * 180) / Math.PI - 90;
}

export { BREATH_MS, BREATH_RISE, MOST_TURN, STILL_MS, armTurn, breath, crop, lie, turnTowards, along, handAt, stillAt };
