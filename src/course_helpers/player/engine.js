// The clock of a routine. Pure: a state, an event and the time go in, a new state and what happened come out.
// All times are milliseconds. `now` never runs backwards (performance.now), `wall` is the clock on the wall.

/** A longer silence than this means that the page slept or was held up. */
const GAP_MS = 1500;
/** The wall clock may run ahead of `now` by this much before it counts as sleep. */
const WALL_JUMP_MS = 2000;
/** Two presses of Back within this time mean the segment before. */
const TWICE_MS = 2000;
const RESUME_MS = 5000;
const CHANGEOVER_MS = 5000;
/** The hand in the drawing never moves faster than this many times its own pace. */
const FASTEST_PACE = 1;

/**
 * What is told before a boundary: its name, how long before, and the shortest segment that has it.
 * A mark that was jumped over (by a change of speed, or a segment that ended meanwhile) is not told late.
 */
const MARKS = [
  { kind: "half", from: 40_000 },
  { kind: "ten", before: 10_000, from: 20_000 },
  { kind: "soon", before: 5000, from: 15_000 },
  { kind: "count", before: 3000, from: 6000 },
  { kind: "count", before: 2000, from: 6000 },
  { kind: "count", before: 1000, from: 6000 },
];
const MARK_LATE_MS = 700;

/**
 * @typedef {object} Segment
 * @property {string} id
 * @property {number | null} ms its length at speed 1; null where the learner, the pump or the baby sets the time
 * @property {number | null} most no setting lets the segment run longer than this
 * @property {number | null} [times] how often a practice may come to it; null or nothing where no hand works
 * @property {boolean} changeover true: the hands change sides before it, in time that counts for neither
 *
 * @typedef {"ready" | "get-ready" | "running" | "paused" | "changeover" | "stopped-pain" | "done"} Phase
 *
 * @typedef {object} State
 * @property {readonly Segment[]} segments
 * @property {Phase} phase
 * @property {number} segment counted from 0
 * @property {number} elapsed of the segment's own length
 * @property {number} active real time spent in this visit of the segment
 * @property {number} motion time of the hand in the drawing
 * @property {number} lead what is left of getting ready or changing sides
 * @property {number} since when the present span began
 * @property {number} seen when the engine was last asked
 * @property {number | null} wall the wall clock then
 * @property {number} speed
 * @property {number} longer
 * @property {boolean} untimed
 * @property {number} getReady
 * @property {string[]} marks what was told in this visit of the segment
 * @property {number} backAt when Back was last pressed
 * @property {boolean} begun whether the segment has been announced
 * @property {number[]} visits how often each segment was begun in this practice
 * @property {boolean} whole false once anything was skipped, jumped or finished early
 * @property {string} reason why it is paused
 *
 * @typedef {{kind: string, segment: number, at: number, [more: string]: any}} Happening
 */

const STILL = new Set(["ready", "paused", "stopped-pain", "done"]);

/**
 * A routine that waits for Start.
 * @param {readonly Segment[]} segments
 * @param {{getReady?: number, speed?: number, longer?: number, untimed?: boolean}} [settings]
 * @returns {State}
 */
function newState(segments, settings = {}) {
  if (!segments.length || segments.some((segment) => segment.ms !== null && !(segment.ms > 0))) throw new RangeError("A segment needs time.");
  /** @type {State} */
  const state = {
    segments, phase: "ready", segment: 0, elapsed: 0, active: 0, motion: 0, lead: 0, since: 0, seen: 0, wall: null,
    speed: 1, longer: 1, untimed: false, getReady: 10_000, marks: [], backAt: -Infinity, begun: false,
    visits: segments.map(() => 0), whole: true, reason: "",
  };
  PRESSES.settings(state, 0, [], settings);
  return state;
}

/**
 * A routine as it was left in an earlier page: paused at its place.
 * @param {State} state
 * @param {{segment: number, elapsed: number, visits?: unknown}} place
 * @returns {State}
 */
function restored(state, place) {
  const segment = Math.min(Math.max(0, Math.trunc(place.segment) || 0), state.segments.length - 1);
  const longest = state.segments[segment].ms ?? 0;
  const elapsed = Math.min(Math.max(0, Number(place.elapsed) || 0), longest);
  const kept = Array.isArray(place.visits) ? place.visits : [];
  // What nobody knows any more counts as done: the segments before this one were come to once at least.
  const visits = state.segments.map((_, at) => Math.max(at <= segment ? 1 : 0, Math.trunc(kept[at]) || 0));
  return { ...state, phase: "paused", segment, elapsed, visits, begun: true, reason: "reload", whole: false };
}

/** Whether a practice may come to a segment once more. */
function mayBegin(state, segment) {
  const { times } = state.segments[segment];
  return times === null || times === undefined || state.visits[segment] < times;
}

/** The next segment after one that may still be begun; none if the routine ends here. */
function following(state, segment) {
  const found = state.segments.findIndex((_, at) => at > segment && mayBegin(state, at));
  return found < 0 ? null : found;
}

/** How fast a segment's own time passes. Speed and stretching never reach beyond the segment's longest time. */
function rate(state, segment = state.segment) {
  const { ms, most } = state.segments[segment];
  const wanted = state.speed / state.longer;
  return ms !== null && most !== null ? Math.max(wanted, ms / most) : wanted;
}

/** How long a segment lasts as things are set, in real time; null where no clock ends it. */
function segmentLength(state, segment = state.segment) {
  const { ms } = state.segments[segment];
  return state.untimed || ms === null ? null : ms / rate(state, segment);
}

/** A segment that no clock ends. */
function isOpen(state) {
  return state.untimed || state.segments[state.segment].ms === null;
}

/** Real time until the present span ends by itself; null if only a press ends it. */
function untilBoundary(state, now = state.since) {
  const spent = Math.max(0, now - state.since);
  if (state.phase === "get-ready" || state.phase === "changeover") return Math.max(0, state.lead - spent);
  if (state.phase !== "running") return null;
  const { ms, most } = state.segments[state.segment];
  if (isOpen(state)) return most === null ? null : Math.max(0, most - state.active - spent);
  return Math.max(0, (/** @type {number} */ (ms) - state.elapsed) / rate(state) - spent);
}

/** When the present span ends by itself, on the clock of `now`; null if only a press ends it. */
function deadline(state) {
  const left = untilBoundary(state);
  return left === null ? null : state.since + left;
}

/**
 * What to show at this moment. Asking changes nothing.
 * @param {State} state
 * @param {number} now
 */
function moment(state, now) {
  const { ms } = state.segments[state.segment];
  const spent = STILL.has(state.phase) ? 0 : Math.max(0, Math.min(now, state.seen + GAP_MS) - state.since);
  const running = state.phase === "running";
  const elapsed = running ? state.elapsed + spent * rate(state) : state.elapsed;
  const open = isOpen(state);
  const remaining = open || ms === null ? null : Math.max(0, (ms - elapsed) / rate(state));
  const share = open || ms === null ? 0 : Math.min(1, elapsed / ms);
  const leading = state.phase === "get-ready" || state.phase === "changeover";
  return {
    phase: state.phase,
    segment: state.segment,
    remaining,
    lead: leading ? Math.max(0, state.lead - spent) : 0,
    share,
    progress: state.phase === "done" && state.whole ? 1 : (state.segment + share) / state.segments.length,
    motion: running ? state.motion + spent * Math.min(state.speed, FASTEST_PACE) : state.motion,
  };
}

/**
 * The next state and what happened on the way to it.
 * @param {State} before
 * @param {{kind: string, [more: string]: any}} event
 * @param {number} now
 * @param {number} [wall]
 * @returns {{state: State, happened: Happening[]}}
 */
function advance(before, event, now, wall) {
  /** @type {Happening[]} */
  const happened = [];
  const state = { ...before, marks: [...before.marks] };
  const time = Math.max(now, state.seen);
  catchUp(state, time, wall, happened);
  PRESSES[event.kind]?.(state, time, happened, event);
  state.seen = time;
  if (wall !== undefined) state.wall = wall;
  return { state, happened };
}

/** Let the time since the last look pass: boundaries fall on their own deadlines, not on the moment of looking. */
function catchUp(state, now, wall, happened) {
  if (STILL.has(state.phase)) return;
  const silence = now - state.seen;
  const jumped = wall !== undefined && state.wall !== null && wall - state.wall - silence > WALL_JUMP_MS;
  if (silence > GAP_MS || jumped) {
    // Nothing after the last look was seen by anybody, so none of it counts.
    settle(state, state.seen);
    halt(state, "gap", state.seen, happened);
    return;
  }
  for (;;) {
    const boundary = deadline(state);
    if (boundary === null || boundary > now) break;
    settle(state, boundary);
    cross(state, boundary, happened);
    if (STILL.has(state.phase)) return;
  }
  settle(state, now);
  tellMarks(state, now, happened);
}

/** Add the span up to `at` to what was spent, and begin a new span there. */
function settle(state, at) {
  const spent = Math.max(0, at - state.since);
  if (state.phase === "running") {
    state.elapsed += spent * rate(state);
    state.active += spent;
    state.motion += spent * Math.min(state.speed, FASTEST_PACE);
  } else if (state.phase === "get-ready" || state.phase === "changeover") {
    state.lead = Math.max(0, state.lead - spent);
  }
  state.since = at;
}

/** The present span has come to its end. */
function cross(state, at, happened) {
  if (state.phase !== "running") return run(state, at, happened);
  if (isOpen(state)) return halt(state, "enough", at, happened);
  return leave(state, at, happened, { done: true });
}

function run(state, at, happened) {
  state.phase = "running";
  state.since = at;
  state.lead = 0;
  state.reason = "";
  happened.push({ kind: state.begun ? "goes-on" : "begins", segment: state.segment, at });
  if (!state.begun) state.visits = state.visits.map((times, segment) => (segment === state.segment ? times + 1 : times));
  state.begun = true;
}

function halt(state, reason, at, happened) {
  state.phase = "paused";
  state.reason = reason;
  state.since = at;
  happened.push({ kind: "paused", segment: state.segment, at, reason });
}

function prepare(state, phase, lead, at, happened) {
  state.phase = phase;
  state.lead = lead;
  state.since = at;
  state.reason = "";
  if (lead <= 0) return run(state, at, happened);
  happened.push({ kind: phase, segment: state.segment, at });
}

/** What was spent in this visit of the segment is handed over once. */
function credit(state, at, happened, done) {
  if (state.active > 0 || done) happened.push({ kind: "spent", segment: state.segment, at, ms: state.active, done });
  state.active = 0;
}

/** Stand at the beginning of a segment. */
function enter(state, segment) {
  Object.assign(state, { segment, elapsed: 0, motion: 0, marks: [], begun: false });
}

/** Leave a segment for the next one. */
function leave(state, at, happened, { done, still = false }) {
  credit(state, at, happened, done);
  if (!done) state.whole = false;
  if (!done) happened.push({ kind: "skipped", segment: state.segment, at });
  const next = following(state, state.segment);
  if (next === null) return end(state, at, happened);
  enter(state, next);
  happened.push({ kind: "boundary", segment: state.segment, at });
  if (still) return halt(state, state.reason, at, happened);
  if (state.segments[state.segment].changeover) return prepare(state, "changeover", CHANGEOVER_MS, at, happened);
  return run(state, at, happened);
}

function end(state, at, happened) {
  state.phase = "done";
  state.since = at;
  state.reason = "";
  happened.push({ kind: "done", segment: state.segment, at, whole: state.whole });
}

function tellMarks(state, now, happened) {
  const left = untilBoundary(state, now);
  if (left === null || (state.phase === "running" && isOpen(state))) return;
  const running = state.phase === "running";
  const whole = running ? /** @type {number} */ (segmentLength(state)) : Infinity;
  for (const mark of MARKS) {
    const before = mark.before ?? whole / 2;
    const name = `${state.phase}-${mark.kind}-${mark.before ?? ""}`;
    if (!running && mark.kind !== "count") continue;
    if (whole < mark.from || left > before || state.marks.includes(name)) continue;
    state.marks.push(name);
    if (left > before - MARK_LATE_MS) happened.push({ kind: mark.kind, segment: state.segment, at: now, left: before });
  }
}

/** What each press does. Time up to the press has passed already. */
const PRESSES = {
  start(state, now, happened) {
    if (state.phase !== "ready") return;
    prepare(state, "get-ready", state.getReady, now, happened);
  },
  pause(state, now, happened, event) {
    if (STILL.has(state.phase)) return;
    halt(state, event.reason ?? "pressed", now, happened);
  },
  resume(state, now, happened) {
    if (state.phase !== "paused") return;
    state.marks = state.marks.filter((mark) => mark.startsWith("running"));
    prepare(state, "get-ready", RESUME_MS, now, happened);
  },
  next(state, now, happened) {
    if (!isOpen(state)) return;
    if (state.phase === "running") leave(state, now, happened, { done: true });
    else if (state.phase === "paused" && state.active > 0) {
      leave(state, now, happened, { done: true, still: true });
      if (state.phase === "paused") PRESSES.resume(state, now, happened);
    }
  },
  skip(state, now, happened) {
    if (["ready", "done", "stopped-pain"].includes(state.phase)) return;
    leave(state, now, happened, { done: false, still: state.phase === "paused" });
  },
  back(state, now, happened) {
    if (["ready", "done", "stopped-pain"].includes(state.phase)) return;
    const twice = now - state.backAt < TWICE_MS;
    PRESSES.jump(state, now, happened, { to: Math.max(0, state.segment - (twice ? 1 : 0)) });
    state.backAt = twice ? -Infinity : now;
  },
  jump(state, now, happened, event) {
    if (["ready", "done", "stopped-pain"].includes(state.phase)) return;
    if (!Number.isInteger(event.to) || event.to < 0 || event.to >= state.segments.length) return;
    if (!mayBegin(state, event.to)) return void happened.push({ kind: "refused", segment: event.to, at: now });
    const still = state.phase === "paused";
    if (event.to > state.segment) state.whole = false;
    credit(state, now, happened, false);
    enter(state, event.to);
    happened.push({ kind: "boundary", segment: state.segment, at: now });
    if (still) halt(state, state.reason, now, happened);
    else prepare(state, "get-ready", RESUME_MS, now, happened);
  },
  finish(state, now, happened) {
    if (["done", "stopped-pain", "ready"].includes(state.phase)) return;
    state.whole = false;
    credit(state, now, happened, false);
    end(state, now, happened);
  },
  stop(state, now, happened) {
    if (state.phase === "stopped-pain") return;
    if (state.phase !== "done" && state.phase !== "ready") credit(state, now, happened, false);
    state.phase = "stopped-pain";
    state.since = now;
    state.reason = "";
    happened.push({ kind: "stopped", segment: state.segment, at: now });
  },
  /** A stop that was none: as it was, and still. */
  mistake(state, now) {
    if (state.phase !== "stopped-pain") return;
    state.phase = "paused";
    state.since = now;
    state.reason = "mistake";
  },
  settings(state, now, happened, event) {
    const { speed, longer, untimed, getReady } = event;
    if ([0.5, 0.75, 1, 1.25, 1.5, 2].includes(speed)) state.speed = speed;
    if ([1, 2, 5, 10].includes(longer)) state.longer = longer;
    if (typeof untimed === "boolean") state.untimed = untimed;
    if (Number.isFinite(getReady)) state.getReady = Math.min(60_000, Math.max(0, getReady));
  },
};

export { CHANGEOVER_MS, GAP_MS, RESUME_MS, STILL, advance, deadline, isOpen, mayBegin, moment, newState, rate, restored, segmentLength };
