// How firmly: a word, and one to three short lines beside it. The drawing has the same lines under the hand.
import { element } from "../panel/parts.js";

/**
 * How many short lines stand for a segment's pressure: none where nothing touches, else one more than the level.
 * @param {{touches: boolean, pressure_max: number | null}} segment
 * @param {number | null} cap the firmest level that is left today
 * @returns {number}
 */
function pressureLines(segment, cap) {
  if (!segment.touches) return 0;
  const level = segment.pressure_max ?? 1;
  return 1 + (cap === null ? level : Math.min(level, cap));
}

/** The word for a segment's pressure, by the end of its name among the words. */
function pressureWord(segment, cap) {
  if (!segment.touches) return "none";
  if (segment.pressure_max === null) return "gentle";
  const most = cap === null ? segment.pressure_max : Math.min(segment.pressure_max, cap);
  const least = Math.min(segment.pressure_min, most);
  return least === 1 && most === 2 ? "1_2" : String(most);
}

/**
 * @param {any} segment
 * @param {number | null} cap
 * @param {Record<string, string>} words
 * @returns {Node[]}
 */
function pressureMark(segment, cap, words) {
  const mark = element("span", "course-pressure-mark");
  mark.setAttribute("aria-hidden", "true");
  for (let line = pressureLines(segment, cap); line > 0; line -= 1) mark.append(element("i"));
  return [mark, element("span", "course-pressure-word", words[`press_${pressureWord(segment, cap)}`])];
}

export { pressureLines, pressureMark, pressureWord };
