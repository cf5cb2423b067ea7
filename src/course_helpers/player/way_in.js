// The way into a routine and out of it: which page is shown, what the readiness check came to, what follows when it hurt.
// Pure: a way and an event go in, a new way comes out. Nothing of it leaves the page or is kept.

/**
 * @typedef {"choice" | "readiness" | "outcome" | "run" | "pain"} Screen
 * @typedef {{session: string, steps: string[], left_out: string[], pressure_max: number | null, left_ms: number, changes: string[]}} Plan
 * @typedef {{segment: string | null, choice: number | null, sign: number | null, over: boolean}} Pain
 *
 * @typedef {object} Way
 * @property {Screen} screen
 * @property {"watch" | "practise"} mode
 * @property {string | null} asked the request with the answers of the check, until the outcome is there
 * @property {any} verdict what the check came to, as Python says it
 * @property {Plan | null} plan
 * @property {string[]} changesSaid what the answers of the check change, in words
 * @property {string} day the day on which the check was answered; it opens nothing on another one
 * @property {{sentence: string, day: string}} shut why nothing is practised today whatever is answered; and the day that holds for
 * @property {Pain | null} pain what was chosen after "Stop: it hurts"
 */

/** Nothing left of an earlier readiness check. */
const NOTHING_ASKED = { asked: null, verdict: null, plan: null, changesSaid: [] };

/** @type {Way} */
const FIRST_PAGE = { ...NOTHING_ASKED, screen: "choice", mode: "practise", day: "", shut: { sentence: "", day: "" }, pain: null };

/**
 * What each event changes. What does not fit changes nothing.
 * @type {Record<string, (way: Way, event: any) => Partial<Way>>}
 */
const CHANGES = {
  watch: () => ({ mode: "watch", plan: null }),
  /** The readiness check is opened, for the first time or once more. */
  readiness: () => ({ ...NOTHING_ASKED, mode: "practise", pain: null, screen: "readiness" }),
  asked: (_, { request, changes }) => ({ asked: request, changesSaid: changes }),
  /** Only the answer to the check that is open counts: a late one belongs to answers that were taken back. */
  outcome(way, { request, verdict, plan, sentence, day }) {
    if (way.screen !== "readiness" || request !== way.asked) return {};
    return { asked: null, verdict, plan, day, shut: { sentence, day }, screen: "outcome" };
  },
  shut: (_, { sentence, day }) => ({ shut: { sentence, day } }),
  run: () => ({ screen: "run" }),
  /** A practice that was under way when the page was left. */
  takenUp: (_, { plan, day }) => ({ mode: "practise", plan, day, screen: "run" }),
  /** "Stop: it hurts": what the check opened is closed. */
  stopped: (way, { segment }) => ({
    pain: { segment, choice: null, sign: null, over: false },
    plan: way.mode === "practise" ? null : way.plan,
    screen: "pain",
  }),
  /** Stop was pressed by mistake. Only a demonstration goes on as if nothing had been said. */
  mistake: (way) => (way.mode === "watch" ? { pain: null, screen: "run" } : {}),
  /** Some of what hurts ends the practice of this day, for good. */
  hurts(way, { choice, endsDay }) {
    if (!way.pain) return {};
    return { pain: { ...way.pain, choice, sign: null, over: way.pain.over || (Boolean(endsDay) && way.mode === "practise") } };
  },
  sign: (way, { sign }) => (way.pain ? { pain: { ...way.pain, sign } } : {}),
  ended: () => ({ plan: null }),
  /** Back to the first page. What hurt stays behind. */
  restart: () => ({ ...NOTHING_ASKED, pain: null, screen: "choice" }),
};

/**
 * @param {Way} way
 * @param {{kind: string, [more: string]: any}} event
 * @returns {Way}
 */
function onward(way, event) {
  return { ...way, ...CHANGES[event.kind](way, event) };
}

/**
 * The place in the routine after the step that hurt; none if it was the last.
 * @param {{id: string, step: string}[]} segments
 * @param {string | null | undefined} segment the one in which Stop was pressed
 */
function placeAfter(segments, segment) {
  const hurt = segments.find(({ id }) => id === segment)?.step;
  if (!hurt) return 0;
  const later = segments.findLastIndex(({ step }) => step === hurt) + 1;
  return later < segments.length ? later : null;
}

export { FIRST_PAGE, onward, placeAfter };
