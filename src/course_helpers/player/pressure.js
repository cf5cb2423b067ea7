// How firmly: a word, and one to three short lines beside it. The drawing has the same lines under the hand.
import { element } from "../panel/parts.js";

/**
 * How many short lines stand for a step's pressure: none where nothing touches, else one more than the level.
 * @param {{touches: boolean, pressure_max: number | null}} turn
 * @param {number | null} cap the firmest level that is left today
 * @returns {number}
 */
function pressureLines(turn, cap) {
  if (!turn.touches) return 0;
  const level = turn.pressure_max ?? 1;
  return 1 + (cap === null ? level : Math.min(level, cap));
}

/** The word for a step's pressure, by the end of its name among the words. */
function pressureWord(turn, cap) {
  if (!turn.touches) return "none";
  if (turn.pressure_max === null) return "gentle";
  const most = cap === null ? turn.pressure_max : Math.min(turn.pressure_max, cap);
  const least = Math.min(turn.pressure_min, most);
  return least === 1 && most === 2 ? "1_2" : String(most);
}

/**
 * @param {any} turn
 * @param {number | null} cap
 * @param {Record<string, string>} words
 * @returns {Node[]}
 */
function pressureMark(turn, cap, words) {
  const mark = element("span", "course-pressure-mark");
  mark.setAttribute("aria-hidden", "true");
  for (let line = pressureLines(turn, cap); line > 0; line -= 1) mark.append(element("i"));
  return [mark, element("span", "course-pressure-word", words[`press_${pressureWord(turn, cap)}`])];
}

export { pressureLines, pressureMark, pressureWord };
