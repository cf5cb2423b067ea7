// Finding words in text as a reader means them: letters alike in size, with any accents, spaces and quotation marks.

/** Signs that a reader types in one way and the lessons write in another. */
const SIGNS = { "‘’‚‛′": "'", "“”„‟″": '"', "‐‑‒–—−": "-" };
/** Letters of what is looked for: more is a page that was pasted, whose search could stop the browser. */
const LONGEST_WANTED = 300;
/** @type {Map<string, string>} */
const ALIKE = new Map();
for (const [signs, typed] of Object.entries(SIGNS)) for (const sign of signs) ALIKE.set(sign, typed);

/**
 * A text in which each sign stands at its own place, folded: what reads alike is alike.
 * @param {string} text
 */
function folded(text) {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(/[^\x21-\x7e]/g, foldedSign);
}

/** @param {string} sign one that is no plain letter, figure or mark */
function foldedSign(sign) {
  if (/\s/.test(sign)) return " ";
  // Only the letter of what Unicode takes apart: its accents would move every place behind it.
  const small = (sign.normalize("NFD")[0] ?? sign).toLowerCase();
  return ALIKE.get(sign) ?? (small.length === 1 ? small : sign);
}

/**
 * Where words stand in a text: pairs of beginning and end. Any number of spaces in the text counts as one.
 * @param {string} text
 * @param {string} words what to look for; of a very long text, its beginning
 * @returns {[number, number][]}
 */
function occurrences(text, words) {
  const wanted = folded(words).slice(0, LONGEST_WANTED).trim().split(/ +/).filter(Boolean);
  if (!wanted.length) return [];
  const pattern = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join(" +");
  return [...folded(text).matchAll(new RegExp(pattern, "g"))].map((found) => [found.index, found.index + found[0].length]);
}

export { LONGEST_WANTED, folded, occurrences };
