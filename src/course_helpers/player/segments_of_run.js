// Which segments of a routine a run has, and how the engine gets them. Pure.

/** @typedef {{id: string, step: string, on: boolean, changeover: boolean, ms: number | null, most: number | null, times: number | null, [more: string]: any}} Segment */
/** @typedef {import("./way_in.js").Plan} Plan */

/** A demonstration shows so much of every step, at the step's own pace; too little to practise along with. */
const SHOWN_MS = 10_000;

/**
 * What a demonstration shows; or what today's check leaves, without what was switched off.
 * @param {readonly Segment[]} segments
 * @param {{mode: "watch" | "practise", plan: Plan | null}} way
 * @param {Set<string>} off the steps that are switched off
 */
function segmentsOfRun(segments, { mode, plan }, off) {
  if (mode === "watch") return segments.filter((segment) => segment.on);
  return segments.filter((segment) => plan?.steps.includes(segment.step) && !off.has(segment.step));
}

/**
 * What is left of a practice that was under way when the page was left.
 * @param {readonly Segment[]} segments
 * @param {string[] | undefined} kept the segments it had
 * @param {Plan} plan
 */
function segmentsTakenUp(segments, kept, plan) {
  return segments.filter((segment) => kept?.includes?.(segment.id) && plan.steps.includes(segment.step));
}

/**
 * @param {readonly Segment[]} run
 * @param {"watch" | "practise"} mode
 * @returns {import("./engine.js").Segment[]}
 */
function engineSegments(run, mode) {
  const shows = mode === "watch";
  return run.map((segment, index) => {
    // The step after one that was left out may begin on the other side: then there is nothing to change over from.
    const changeover = segment.changeover && run[index - 1]?.step === segment.step;
    const ms = shows ? Math.min(segment.ms ?? SHOWN_MS, SHOWN_MS) : segment.ms;
    return { id: segment.id, ms, most: shows ? null : segment.most, times: shows ? null : segment.times, changeover };
  });
}

export { engineSegments, segmentsOfRun, segmentsTakenUp };
