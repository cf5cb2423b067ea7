// One search: the chest, where the pads are, how hard they press, and which hidden spots have shown. Pure.
import { fillIn } from "../../panel/fill_in.js";
import { comesOver, moved, regionAt, rowAt, stripAt } from "./places.js";
import { PadTrail, PressuresInTurn } from "./trail.js";

/** @typedef {import("./board.js").Chest} Chest */
/** @typedef {import("./places.js").Measures} Measures */
/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {import("./trail.js").Pressure} Pressure */
/** @typedef {{spot: Spot, pressure: Pressure, first: boolean}} Shown a hidden spot under a circle; whether for the first time */

/** The choice of all three pressures in turn. */
const IN_TURN = 4;

class OneSearch {
  /**
   * @param {Chest} chest
   * @param {Measures} measures
   * @param {Record<string, string>} words
   */
  constructor(chest, measures, words) {
    this.chest = chest;
    this.measures = measures;
    this.words = words;
    /** @type {"left" | "right"} */
    this.side = "left";
    this.pressure = 1;
    this.trail = new PadTrail(measures);
    this.inTurn = new PressuresInTurn(measures.finger);
    this.startOver();
  }

  /** Whether outwards is to the left of the drawing. */
  get mirrored() {
    return this.side === "left";
  }

  /** @param {number[][]} spots that are hidden, each with the pressure at which it shows */
  startOver(spots = []) {
    this.trail.clear();
    this.inTurn.reset();
    this.hide(spots);
    const [x, y] = this.chest.search[0];
    /** @type {Spot} */
    this.spot = { x, y };
  }

  /** @param {number[][]} spots */
  hide(spots) {
    this.spots = spots;
    /** @type {Set<number>} */
    this.shown = new Set();
  }

  /** @param {number} pressure */
  press(pressure) {
    this.pressure = pressure;
    this.inTurn.reset();
  }

  /** @param {Spot} spot @returns {Pressure} */
  pressureAt({ x, y }) {
    return this.pressure === IN_TURN ? this.inTurn.at(x, y) : /** @type {Pressure} */ (this.pressure);
  }

  /** @param {Spot} spot */
  regionAt(spot) {
    return regionAt(this.chest.cells, this.measures, spot);
  }

  /** Whether the pads would lie on the area, if only by an edge. @param {Spot} spot */
  isOnArea({ x, y }) {
    const half = this.measures.padWidth / 2;
    const around = [[0, 0], [half, 0], [-half, 0], [0, half], [0, -half]];
    return around.some(([across, down]) => this.regionAt({ x: x + across, y: y + down }) !== null);
  }

  /**
   * The pads press at a place.
   * @param {number} ms
   * @param {Spot} spot
   * @param {Pressure} pressure
   * @returns {Shown[]} what a circle that this completes comes over
   */
  touch(ms, spot, pressure) {
    this.spot = spot;
    const circle = this.trail.add(ms, spot.x, spot.y, pressure);
    return circle ? this.shownBy(circle) : [];
  }

  /** @param {number} ms */
  lift(ms) {
    this.trail.lift(ms);
  }

  /**
   * A small circle where the pads are; in turn, one with each pressure.
   * @param {number} ms
   * @returns {{pressures: Pressure[], shown: Shown[]}}
   */
  circleHere(ms) {
    const { x, y } = this.spot;
    const pressures = /** @type {Pressure[]} */ (this.pressure === IN_TURN ? [1, 2, 3] : [this.pressure]);
    const shown = pressures.flatMap((pressure) => this.shownBy(this.trail.circleAt(ms, x, y, pressure)));
    // The way to the next spot is no part of the trail: the pads are lifted in between.
    this.lift(ms);
    return { pressures, shown };
  }

  /**
   * A finger width on, as an arrow key says.
   * @param {string} key
   * @returns {"moved" | "edge" | null} none for another key
   */
  step(key) {
    const to = moved(this.spot, key, this.mirrored, this.measures.finger);
    if (!to) return null;
    const still = to.x === this.spot.x && to.y === this.spot.y;
    this.spot = to;
    return still ? "edge" : "moved";
  }

  /** @param {import("./trail.js").SmallCircle} circle @returns {Shown[]} */
  shownBy(circle) {
    this.inTurn.after(circle);
    const over = [];
    for (const [number, [x, y, pressure]] of this.spots.entries()) {
      if (pressure !== circle.pressure || !comesOver({ x, y }, circle, this.measures)) continue;
      over.push({ spot: { x, y }, pressure: circle.pressure, first: !this.shown.has(number) });
      this.shown.add(number);
    }
    return over;
  }

  /** @param {Spot} spot */
  placeInWords(spot) {
    const { words } = this;
    const region = this.regionAt(spot);
    const name = region ? words[`region_${region}`] : words.outside;
    const told = { side: words[`side_${this.side}`], row: rowAt(this.measures, spot.y), strip: stripAt(this.measures, spot.x) };
    return fillIn(words.place, { ...told, region: name.charAt(0).toUpperCase() + name.slice(1) });
  }

  /** What a question to Python carries. */
  told() {
    return { chest: this.chest.id, side: this.side, ...this.trail.told() };
  }
}

export { IN_TURN, OneSearch };
