// The way through the course, without a page: which lesson comes before and after, where a reader was, what an address
// names. Pure functions, tested alone.

import { lessonPlace } from "./decisions.js";

/** @typedef {{id: string, title: string, heading: string}} KnownSection */
/** @typedef {{id: string, title: string, notebook: string, minutes: number, path: string, sections: KnownSection[]}} KnownLesson */
/** @typedef {{cell: string, above: number, section: string}} KeptPlace a cell, how many pixels its top stands below the
 * top of the window, and the id of the section */
/** @typedef {{lesson: string} & KeptPlace} LastPlace */

const LONGEST_ID = 64;

/**
 * The lesson of a file.
 * @param {KnownLesson[]} lessons
 * @param {string} notebook
 */
function lessonNamed(lessons, notebook) {
  return lessons.find((lesson) => lesson.notebook === notebook);
}

/**
 * The lessons before and after one. What is for those who lead a group is on nobody else's way.
 * @param {KnownLesson[]} lessons in their order
 * @param {string} notebook
 * @returns {{before?: KnownLesson, after?: KnownLesson}}
 */
function neighbours(lessons, notebook) {
  const way = lessons.filter((lesson) => lesson.path !== "facilitator" || lesson.notebook === notebook);
  const at = way.findIndex((lesson) => lesson.notebook === notebook);
  return at < 0 ? {} : { before: way[at - 1], after: way[at + 1] };
}

/**
 * The section that a reader is in: the last one whose heading stands above a line.
 * @param {{id: string, top: number}[]} headings from top to bottom
 * @param {number} line
 */
function sectionAbove(headings, line) {
  return headings.findLast((heading) => heading.top <= line)?.id ?? "";
}

/**
 * What was kept, as far as it can be used: a browser's store can hold anything.
 * @param {unknown} kept
 * @returns {KeptPlace | null}
 */
function usablePlace(kept) {
  const { cell, above, section } = /** @type {any} */ (kept ?? {});
  if (typeof cell !== "string" || !cell || cell.length > LONGEST_ID || !Number.isFinite(above)) return null;
  return { cell, above, section: typeof section === "string" ? section : "" };
}

/**
 * The text of a store as what it means; nothing where it cannot be read.
 * @param {string | null} text
 * @returns {Record<string, unknown>}
 */
function understoodStore(text) {
  try {
    const told = JSON.parse(text ?? "{}");
    return told && typeof told === "object" && !Array.isArray(told) ? told : {};
  } catch {
    return {};
  }
}

/**
 * Where somebody left off: the lesson, and the section if it still stands in it.
 * @param {KnownLesson[]} lessons
 * @param {Record<string, unknown>} kept
 * @returns {{lesson: KnownLesson, section?: KnownSection, place: KeptPlace} | null}
 */
function leftOff(lessons, kept) {
  const lesson = lessonNamed(lessons, String(kept.lesson));
  const place = usablePlace(kept);
  if (!lesson || !place) return null;
  return { lesson, section: lesson.sections.find((section) => section.id === place.section), place };
}

/**
 * The lesson that an address of JupyterLab names; none where it names something else.
 * @param {KnownLesson[]} lessons
 * @param {string} address
 */
function lessonInAddress(lessons, address) {
  const named = Object.fromEntries(lessons.map((lesson) => [lesson.notebook, true]));
  return lessonPlace(named, address)?.lesson ?? "";
}

/**
 * How a key moves a page that has not got the keys yet, in windows; nothing for other keys.
 * @param {import("./decisions.js").KeyPress} press
 */
function windowsToMove({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return 0;
  if (key === "PageDown" || (key === " " && !shiftKey)) return 0.9;
  if (key === "PageUp" || (key === " " && shiftKey)) return -0.9;
  if (key === "End") return Infinity;
  return key === "Home" ? -Infinity : 0;
}

/**
 * What stands in front: what JupyterLab calls current, if it is in sight. JupyterLab goes by the keys, so a page that was
 * opened behind another window has nothing current, or what was there before; then it is what can be seen of ours.
 * @template {{isVisible: boolean}} Seen
 * @param {Seen | null} current
 * @param {Seen[]} ours
 */
function standsInFront(current, ours) {
  if (current?.isVisible) return current;
  return ours.find((one) => one.isVisible) ?? current;
}

export { leftOff, lessonInAddress, lessonNamed, neighbours, sectionAbove, standsInFront, understoodStore, usablePlace, windowsToMove };
