// The path of the finger pads, the small circles in it, and the pressure of the next moment. Pure: tested without a page.

/** @typedef {1 | 2 | 3} Pressure */
/** @typedef {{x: number, y: number, pressure: Pressure}} SmallCircle */
/** @typedef {{mostSamples: number, mostCircles: number, circle: number, finger: number}} TrailMeasures */

/** Millimetres between two samples; it doubles each time that the list is full. */
const SPACING_MM = 1.5;
/** A circle has turned so far, in radians: nearly round. */
const ROUND = 5.2;
/** Its sides, in millimetres: a smaller one is a tremble, a larger one a way. */
const SMALLEST_MM = 5;
const LARGEST_MM = 46;
/** Where the force of a pen, from 0 to 1, becomes medium and firm. */
const MEDIUM_FORCE = 0.34;
const FIRM_FORCE = 0.67;
/** A device without a gauge says one of these all the time. */
const NO_GAUGE = [0, 0.5, 1];

/** Finds small circles in the places that it is told one after the other. */
class CircleFinder {
  constructor() {
    this.restart();
  }

  restart() {
    /** @type {{x: number, y: number} | null} */
    this.last = null;
    /** @type {number | null} */
    this.heading = null;
    this.begin(0, 0);
  }

  /** @param {number} x @param {number} y */
  begin(x, y) {
    this.turned = 0;
    this.box = { left: x, right: x, top: y, bottom: y };
  }

  /**
   * @param {number} x millimetres
   * @param {number} y millimetres
   * @returns {{x: number, y: number} | null} the middle of a circle that is complete
   */
  feed(x, y) {
    if (!this.last) {
      this.last = { x, y };
      this.begin(x, y);
      return null;
    }
    const dx = x - this.last.x;
    const dy = y - this.last.y;
    if (Math.hypot(dx, dy) < SPACING_MM) return null;
    const heading = Math.atan2(dy, dx);
    if (this.heading !== null) this.turned += turnBetween(this.heading, heading);
    this.heading = heading;
    this.last = { x, y };
    return this.complete(x, y);
  }

  /** @param {number} x @param {number} y */
  complete(x, y) {
    const { box } = this;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    const wide = box.right - box.left;
    const high = box.bottom - box.top;
    if (Math.max(wide, high) > LARGEST_MM) {
      this.begin(x, y);
      return null;
    }
    if (Math.abs(this.turned) < ROUND || Math.min(wide, high) < SMALLEST_MM) return null;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    this.begin(x, y);
    return middle;
  }
}

/**
 * The turn from one heading to another, in radians from -π to π.
 * @param {number} from
 * @param {number} to
 */
function turnBetween(from, to) {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

/** Samples and circles, in bounded memory whatever the time. */
class PadTrail {
  /** @param {TrailMeasures} measures */
  constructor(measures) {
    this.measures = measures;
    this.clear();
  }

  clear() {
    /** Time in seconds, x and y in millimetres, pressure; 0 is lifted. @type {number[][]} */
    this.samples = [];
    /** @type {Map<string, number[]>} */
    this.circles = new Map();
    this.spacing = SPACING_MM;
    this.finder = new CircleFinder();
    /** @type {number | null} */
    this.began = null;
    this.roughened = false;
  }

  get isEmpty() {
    return this.samples.length === 0;
  }

  /**
   * The pads are at a place and press.
   * @param {number} ms
   * @param {number} x
   * @param {number} y
   * @param {Pressure} pressure
   * @returns {SmallCircle | null} a circle that this completes
   */
  add(ms, x, y, pressure) {
    const last = this.samples.at(-1);
    const same = last && last[3] === pressure;
    if (same && Math.hypot(x - last[1], y - last[2]) < this.spacing) return null;
    if (!last || last[3] === 0) this.finder.restart();
    this.push(ms, x, y, pressure);
    const middle = this.finder.feed(x, y);
    return middle ? this.round(middle.x, middle.y, pressure) : null;
  }

  /** @param {number} ms */
  lift(ms) {
    const last = this.samples.at(-1);
    if (last && last[3] !== 0) this.push(ms, last[1], last[2], 0);
  }

  /**
   * A whole small circle at a place, as a key makes it.
   * @param {number} ms
   * @param {number} x
   * @param {number} y
   * @param {Pressure} pressure
   */
  circleAt(ms, x, y, pressure) {
    for (const place of ring(x, y, this.measures.circle)) this.push(ms, place.x, place.y, pressure);
    this.finder.restart();
    return this.round(x, y, pressure);
  }

  /** @param {number} x @param {number} y @param {Pressure} pressure @returns {SmallCircle} */
  round(x, y, pressure) {
    // One circle beside another of the same pressure says nothing new.
    const key = `${Math.round(x / 4)} ${Math.round(y / 4)} ${pressure}`;
    if (this.circles.size < this.measures.mostCircles) this.circles.set(key, [short(x), short(y), pressure]);
    return { x, y, pressure };
  }

  /** @param {number} ms @param {number} x @param {number} y @param {number} pressure */
  push(ms, x, y, pressure) {
    this.began ??= ms;
    this.samples.push([Math.round(ms - this.began) / 1000, short(x), short(y), pressure]);
    if (this.samples.length >= this.measures.mostSamples) this.roughen();
  }

  /** Half of the samples go; where a stroke begins or ends, or the pressure changes, they stay. */
  roughen() {
    const { samples } = this;
    const borders = (/** @type {number} */ n) => n === 0 || n === samples.length - 1 || samples[n][3] !== samples[n - 1][3] || samples[n][3] !== samples[n + 1][3];
    this.samples = samples.filter((_, n) => n % 2 === 0 || borders(n));
    this.spacing *= 2;
    this.roughened = true;
  }

  /** What a question to Python carries. */
  told() {
    return { samples: this.samples, circles: [...this.circles.values()] };
  }
}

/** @param {number} number */
function short(number) {
  return Math.round(number * 10) / 10;
}

/**
 * The places of one small circle, closed.
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function ring(x, y, radius) {
  return Array.from({ length: 17 }, (_, n) => {
    const angle = (n / 16) * 2 * Math.PI - Math.PI / 2;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** Light, medium, firm, one circle each; at a new spot it begins with light again. */
class PressuresInTurn {
  /** @param {number} finger */
  constructor(finger) {
    this.finger = finger;
    this.reset();
  }

  reset() {
    /** @type {Pressure} */
    this.now = 1;
    /** @type {{x: number, y: number} | null} */
    this.spot = null;
  }

  /** @param {number} x @param {number} y @returns {Pressure} */
  at(x, y) {
    if (this.spot && Math.hypot(x - this.spot.x, y - this.spot.y) > 1.5 * this.finger) this.reset();
    return this.now;
  }

  /** @param {SmallCircle} circle */
  after({ x, y, pressure }) {
    this.spot = pressure === 1 || !this.spot ? { x, y } : this.spot;
    this.now = /** @type {Pressure} */ ((pressure % 3) + 1);
  }
}

/**
 * The pressure that a pen or a finger gives; none from a device that has no gauge.
 * @param {string} kind of pointer
 * @param {number} force from 0 to 1
 * @returns {Pressure | null}
 */
function pressureOf(kind, force) {
  if (kind === "mouse" || NO_GAUGE.includes(force)) return null;
  return force >= FIRM_FORCE ? 3 : force >= MEDIUM_FORCE ? 2 : 1;
}

export { CircleFinder, PadTrail, PressuresInTurn, pressureOf, ring };
