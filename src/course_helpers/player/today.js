// What holds for one day: what its check opened, what is shut until it is over, and how much may be practised in it.
// Pure but for `today`.

/** @typedef {import("./way_in.js").Way} Way */

/** The day on this device. */
function today() {
  return new Date().toDateString();
}

/**
 * Why "Practise" leads nowhere now; empty if it does.
 * @param {Way} way
 * @param {{text: string}[]} missing what of the quiz is still open
 * @param {string} day
 */
function closedBecause(way, missing, day) {
  const { shut } = way;
  return shut.sentence && shut.day === day ? shut.sentence : missing.map(({ text }) => text).join(" ");
}

/**
 * Whether the check of this day opened this practice; a demonstration needs none.
 * @param {Way} way
 * @param {string} day
 */
function holdsToday(way, day) {
  return way.mode === "watch" || way.day === day;
}

/**
 * Whether a practice has used up what the course guides in a day.
 * @param {Way} way
 * @param {number} practised milliseconds of this practice
 */
function isEnoughToday(way, practised) {
  return way.mode === "practise" && way.plan !== null && practised >= way.plan.left_ms;
}

export { closedBecause, holdsToday, isEnoughToday, today };
