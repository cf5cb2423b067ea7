// What a routine says and sounds at each moment. Pure: what happened goes in; words, regions and times come out.
import { fillIn } from "../panel/fill_in.js";

/** @typedef {import("./engine.js").Happening} Happening */
/** @typedef {import("./engine.js").State} State */

/** What is read out besides standing in the caption. */
const MILESTONES = new Set(["begins", "half", "ten", "paused", "refused", "done", "get-ready"]);
/** Told at fixed times; the first to be left out where something was just said. */
const AT_FIXED_TIMES = new Set(["half", "ten"]);
const SAID_APART_MS = 3000;
const COUNT_BEFORE_MS = [3000, 2000, 1000];
const VIBRATIONS = { boundary: [180], half: [60, 80, 60], done: [400] };

/**
 * The sentence for what happened; empty where nothing is said.
 * @param {Happening} one
 * @param {{run: any[], words: Record<string, string>, engine: State}} routine `run`: the segments of this practice
 */
function cueOf(one, { run, words, engine }) {
  const segment = run[one.segment];
  const next = run[one.segment + 1];
  const named = ({ title, side }) => (side ? `${title}, ${side}` : title);
  const at = (text) => fillIn(text, { title: named(segment), side: segment.side });
  const hints = {
    "get-ready": () => (engine.begun ? fillIn(words.said_resumed, { seconds: Math.round(engine.lead / 1000) }) : at(words.said_get_ready)),
    changeover: () => at(segment.area ? words.said_next_area : words.said_changeover),
    begins: () => at(one.segment + 1 === run.length && run.length > 1 ? `${words.said_begin} ${words.said_last}` : words.said_begin),
    half: () => words.said_half,
    ten: () => words.said_ten,
    soon: () => (next ? fillIn(words.said_next, { title: named(next) }) : words.said_last),
    paused: () => words[`paused_${one.reason}`] ?? words.said_paused,
    refused: () => words.said_once_only,
    done: () => words.said_done,
  };
  return (hints[one.kind]?.() ?? "").replace(/\s+/g, " ").trim();
}

/**
 * Where a cue is read out: at once if nobody pressed for it, politely at milestones, and nowhere where the caption does.
 * @param {Happening} one
 * @param {number} sinceSaid milliseconds since something was last said politely
 * @returns {"alert" | "status" | null}
 */
function regionOf(one, sinceSaid) {
  if (one.kind === "paused" && one.reason !== "pressed") return "alert";
  if (!MILESTONES.has(one.kind)) return null;
  return AT_FIXED_TIMES.has(one.kind) && sinceSaid < SAID_APART_MS ? null : "status";
}

/**
 * The tones up to a boundary, each with its time.
 * @param {number} end when the boundary is
 * @param {number} now
 * @param {boolean} isLast whether the routine ends there
 * @returns {["count" | "boundary" | "done", number][]}
 */
function tonesUntil(end, now, isLast) {
  const counts = COUNT_BEFORE_MS.map((before) => end - before).filter((at) => at > now);
  return [...counts.map((at) => /** @type {["count", number]} */ (["count", at])), [isLast ? "done" : "boundary", end]];
}

export { VIBRATIONS, cueOf, regionOf, tonesUntil };
