// Which turns of a routine a run has, and as which steps the engine gets them. Pure.

/** @typedef {{id: string, step: string, on: boolean, changeover: boolean, ms: number | null, most: number | null, times: number | null, [more: string]: any}} Turn */
/** @typedef {import("./way_in.js").Plan} Plan */

/** A demonstration shows so much of every step, at the step's own pace; too little to practise along with. */
const SHOWN_MS = 10_000;

/**
 * What a demonstration shows; or what today's check leaves, without what was switched off.
 * @param {readonly Turn[]} turns
 * @param {{mode: "watch" | "practise", plan: Plan | null}} way
 * @param {Set<string>} off the steps that are switched off
 */
function turnsOfRun(turns, { mode, plan }, off) {
  if (mode === "watch") return turns.filter((turn) => turn.on);
  return turns.filter((turn) => plan?.steps.includes(turn.step) && !off.has(turn.step));
}

/**
 * What is left of a practice that was under way when the page was left.
 * @param {readonly Turn[]} turns
 * @param {string[] | undefined} kept the turns it had
 * @param {Plan} plan
 */
function turnsTakenUp(turns, kept, plan) {
  return turns.filter((turn) => kept?.includes?.(turn.id) && plan.steps.includes(turn.step));
}

/**
 * @param {readonly Turn[]} run
 * @param {"watch" | "practise"} mode
 * @returns {import("./engine.js").Step[]}
 */
function engineSteps(run, mode) {
  const shows = mode === "watch";
  return run.map((turn, index) => {
    // The step after one that was left out may begin on the other side: then there is nothing to change over from.
    const changeover = turn.changeover && run[index - 1]?.step === turn.step;
    const ms = shows ? Math.min(turn.ms ?? SHOWN_MS, SHOWN_MS) : turn.ms;
    return { id: turn.id, ms, most: shows ? null : turn.most, times: shows ? null : turn.times, changeover };
  });
}

export { engineSteps, turnsOfRun, turnsTakenUp };
