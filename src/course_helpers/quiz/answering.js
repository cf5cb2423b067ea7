// What the learner has chosen so far, before it is checked. Pure functions: no DOM.

/** @typedef {{x: number, y: number, width: number, height: number, letter: [number, number]}} Spot */
/** @typedef {{text: string, spot: Spot | null}} QuestionOption */
/** @typedef {{legend: string, options: QuestionOption[]}} Part */
/** @typedef {{kind: string, one: boolean, parts: Part[]}} Asked */
/** @typedef {{parts: number[][], moved: boolean, confidence: number | null}} Draft */

/**
 * Nothing chosen; the steps to order as they stand on the page.
 * @param {Asked} asked
 * @returns {Draft}
 */
function emptyDraft(asked) {
  const standing = (/** @type {Part} */ part) => part.options.map((_, place) => place);
  return { parts: asked.parts.map((part) => (asked.kind === "order" ? standing(part) : [])), moved: false, confidence: null };
}

/**
 * The draft after an option was switched on or off.
 * @param {Asked} asked
 * @param {Draft} draft
 * @param {number} part
 * @param {number} option
 * @param {boolean} on
 * @returns {Draft}
 */
function choose(asked, draft, part, option, on) {
  const others = asked.one ? [] : draft.parts[part].filter((place) => place !== option);
  const chosen = on ? [...others, option].sort((a, b) => a - b) : draft.parts[part].filter((place) => place !== option);
  return { ...draft, parts: draft.parts.map((places, number) => (number === part ? chosen : places)) };
}

/**
 * The draft after a step was moved; at either end nothing moves.
 * @param {Draft} draft
 * @param {number} place the option, by its first place on the page
 * @param {-1 | 1} by
 * @returns {Draft}
 */
function moveStep(draft, place, by) {
  const order = [...draft.parts[0]];
  const from = order.indexOf(place);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return draft;
  [order[from], order[to]] = [order[to], order[from]];
  return { ...draft, parts: [order], moved: true };
}

/**
 * How many parts are open: a scenario opens the next decision when the one before is made.
 * @param {Asked} asked
 * @param {Draft} draft
 */
function openParts(asked, draft) {
  if (asked.kind !== "scenario") return asked.parts.length;
  const made = draft.parts.findIndex((places) => places.length === 0);
  return made < 0 ? asked.parts.length : made + 1;
}

/**
 * What is sent: an order that nobody touched is no answer.
 * @param {Asked} asked
 * @param {Draft} draft
 * @returns {number[][]}
 */
function answerOf(asked, draft) {
  return asked.kind === "order" && !draft.moved ? [[]] : draft.parts;
}

/**
 * A draft that was put away, if it fits the question; otherwise an empty one.
 * @param {Asked} asked
 * @param {string | null} stored
 * @returns {Draft}
 */
function restoredDraft(asked, stored) {
  try {
    const draft = JSON.parse(stored ?? "null");
    return fits(asked, draft) ? draft : emptyDraft(asked);
  } catch {
    return emptyDraft(asked);
  }
}

/**
 * @param {Asked} asked
 * @param {any} draft
 */
function fits(asked, draft) {
  if (!Array.isArray(draft?.parts) || draft.parts.length !== asked.parts.length) return false;
  if (typeof draft.moved !== "boolean" || ![null, 1, 2, 3].includes(draft.confidence)) return false;
  return draft.parts.every((/** @type {any} */ places, /** @type {number} */ number) => {
    if (!Array.isArray(places) || new Set(places).size !== places.length) return false;
    const size = asked.parts[number].options.length;
    if (!places.every((place) => Number.isInteger(place) && place >= 0 && place < size)) return false;
    if (asked.kind === "order") return places.length === size;
    return !asked.one || places.length <= 1;
  });
}

/**
 * Under which name a draft is put away in this tab. Python's token stands for this asking of this question.
 * @param {{quiz: string, round: number, position: number, draft: string}} view
 */
function draftName(view) {
  return `course-quiz:${view.quiz}:${view.round}:${view.position}:${view.draft}`;
}

/** @param {number} place */
function letterOf(place) {
  return String.fromCharCode(65 + place);
}

export { answerOf, choose, draftName, emptyDraft, letterOf, moveStep, openParts, restoredDraft };
