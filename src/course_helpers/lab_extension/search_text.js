// The search over all lessons, without a page: which places have some words, in which order, and what to show of them.

import { LONGEST_WANTED, folded } from "./find_text.js";

/** @typedef {{kind: "lesson" | "section" | "word" | "figure", lesson: string, heading: string, title: string, text: string}} Place */
/** @typedef {{place: Place, title: string, text: string}} ReadyPlace a place with its words folded, as they are compared */
/** @typedef {{before: string, hit: string, after: string}} Excerpt */
/** @typedef {{place: Place, excerpt: Excerpt, mark: string}} Hit what to show, and what to mark once it is open */
/** @typedef {{lesson: string, hits: Hit[]}} HitsOfLesson */

const BEFORE = 50;
const AFTER = 110;
/** How well a place answers: a word of the glossary, words in a heading, the same words in this order, all the words. */
const RANKS = { word: 0, title: 1, phrase: 2, words: 3 };

/**
 * @param {Place[]} places
 * @returns {ReadyPlace[]}
 */
function readyPlaces(places) {
  return places.map((place) => ({ place, title: folded(place.title), text: folded(place.text) }));
}

/**
 * The words that are looked for, each once; of a very long text, those of its beginning.
 * @param {string} typed
 */
function wordsIn(typed) {
  const pieces = folded(typed.slice(0, LONGEST_WANTED)).split(/[^\p{L}\p{N}°.'-]+/u);
  return [...new Set(pieces.map((word) => word.replace(/^[.'-]+|[.'-]+$/g, "")).filter(Boolean))];
}

/**
 * Where some words begin in a folded text, each at the beginning of a word.
 * @param {string} text
 * @param {string[]} wanted
 * @returns {[number, number] | null}
 */
function firstIn(text, wanted) {
  const pattern = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, "u").exec(text);
  return found && [found.index, found.index + found[0].length];
}

/**
 * How well a place answers, and where; nothing where it does not.
 * @param {ReadyPlace} ready
 * @param {string[]} wanted
 * @returns {{rank: number, at: [number, number] | null} | null}
 */
function answer({ place, title, text }, wanted) {
  if (!wanted.every((word) => firstIn(title, [word]) || firstIn(text, [word]))) return null;
  const phrase = firstIn(text, wanted);
  const longest = wanted.toSorted((one, two) => two.length - one.length);
  const at = phrase ?? longest.map((word) => firstIn(text, [word])).find(Boolean) ?? null;
  if (wanted.every((word) => firstIn(title, [word]))) return { rank: place.kind === "word" ? RANKS.word : RANKS.title, at };
  return { rank: phrase ? RANKS.phrase : RANKS.words, at };
}

/**
 * The words round a place in a text, cut between words.
 * @param {string} text
 * @param {[number, number] | null} at
 * @returns {Excerpt}
 */
function excerptOf(text, at) {
  const [from, to] = at ?? [0, 0];
  const begin = from > BEFORE ? text.slice(0, from - BEFORE).search(/\S*$/) : 0;
  const end = Math.min(text.length, to + AFTER);
  const cut = end < text.length ? end - (/\S*$/.exec(text.slice(to, end))?.[0].length ?? 0) : end;
  const plain = (/** @type {string} */ piece) => piece.replace(/\s+/g, " ");
  return {
    before: `${begin ? "… " : ""}${plain(text.slice(begin, from))}`,
    hit: text.slice(from, to),
    after: `${plain(text.slice(to, cut)).trimEnd()}${cut < text.length ? " …" : ""}`,
  };
}

/**
 * The places that have all the words, by lesson: the best first, then in the order of the course.
 * @param {ReadyPlace[]} places in the order of the course
 * @param {string} typed
 * @param {number} most how many places to tell
 * @returns {{lessons: HitsOfLesson[], all: number}} `all` counts the places that were not told, too
 */
function search(places, typed, most) {
  const wanted = wordsIn(typed);
  if (!wanted.length) return { lessons: [], all: 0 };
  const answers = places.flatMap((ready) => {
    const found = answer(ready, wanted);
    return found ? [{ ...found, place: ready.place }] : [];
  });
  const told = answers.toSorted((one, two) => one.rank - two.rank).slice(0, most);
  /** @type {Map<string, Hit[]>} */
  const lessons = new Map();
  for (const { place, at } of told) {
    const excerpt = excerptOf(place.text, at);
    const mark = place.kind === "word" ? place.title : excerpt.hit || typed.trim();
    lessons.set(place.lesson, [...(lessons.get(place.lesson) ?? []), { place, excerpt, mark }]);
  }
  return { lessons: [...lessons].map(([lesson, hits]) => ({ lesson, hits })), all: answers.length };
}

export { readyPlaces, search, wordsIn };
