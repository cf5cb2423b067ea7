// Where a practice is, kept so that a reload comes back to the same place. Pure: the time and the keeping are given.
import { moment, newState, restored } from "./engine.js";
import { segmentsTakenUp } from "./segments_of_run.js";

/**
 * @typedef {import("./engine.js").State} State
 * @typedef {import("./way_in.js").Way} Way
 * @typedef {import("./way_in.js").Plan} Plan
 * @typedef {{session: string, step: string, elapsed: number, steps: string[], visits: number[]}} Place `step`, `steps`: segments
 */

const PLACE_EVERY_MS = 900;
/** Where a reload has no place to come back to. */
const NO_PLACE = new Set(["ready", "done", "stopped-pain"]);

/**
 * @param {{way: Way, engine: State | null, run: any[]}} practice `run`: its segments
 * @param {number} now
 * @returns {Place | null} null where there is nothing to come back to
 */
function placeOf({ way, engine, run }, now) {
  if (way.mode !== "practise" || !way.plan || !engine || NO_PLACE.has(engine.phase)) return null;
  const segment = run[engine.segment];
  const elapsed = Math.round(moment(engine, now).share * (segment.ms ?? 0));
  return { session: way.plan.session, step: segment.id, elapsed, steps: run.map(({ id }) => id), visits: engine.visits };
}

/**
 * The practice that was left at a place, paused there.
 * @param {readonly any[]} segments all of the routine
 * @param {Place} place
 * @param {Plan} plan
 * @param {import("./settings.js").Settings} settings
 * @returns {{run: any[], engine: State} | null} null where nothing of it is on offer any more
 */
function takenUp(segments, place, plan, settings) {
  const run = segmentsTakenUp(segments, place.steps, plan);
  if (!run.length) return null;
  const segment = Math.max(0, run.findIndex(({ id }) => id === place.step));
  return { run, engine: restored(newState(run, settings), { segment, elapsed: place.elapsed, visits: place.visits }) };
}

/** Keeps the place no more often than is of use. */
class PlaceKeeper {
  /** @param {(place: Place) => void} keep */
  constructor(keep) {
    this.keep = keep;
    this.keptAt = -Infinity;
  }

  /**
   * @param {{way: Way, engine: State | null, run: any[]}} practice
   * @param {number} now
   * @param {boolean} [always] at a change, and on leaving
   */
  look(practice, now, always = false) {
    if (!always && now - this.keptAt < PLACE_EVERY_MS) return;
    const place = placeOf(practice, now);
    if (!place) return;
    this.keptAt = now;
    this.keep(place);
  }
}

export { PlaceKeeper, placeOf, takenUp };
