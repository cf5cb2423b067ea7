// Which key was pressed, whatever the keyboard writes with it. Pure.

/** What `keyCode` is while an input method has the keys (UI Events). */
const PUT_TOGETHER = 229;

/**
 * The letter of a press in small, or the name of a key that writes none, as `KeyboardEvent.key` has it. Where the key
 * writes no Latin letter (another script, or a word that is being put together), its place on the keyboard counts.
 * @param {{key: string, code?: string}} press
 * @returns {string}
 */
function letterOrKey({ key, code = "" }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const named = key.length > 1 && !["Process", "Unidentified", "Dead"].includes(key);
  if (named || /^[\x20-\x7e]$/.test(key)) return key;
  if (code === "Space") return " ";
  const letter = /^Key([A-Z])$/.exec(code);
  return letter ? letter[1].toLowerCase() : code || key;
}

/**
 * The figure of a press, or nothing. Where the row of figures writes other signs, as in France, or figures of another
 * script, its place on the keyboard counts.
 * @param {{key: string, code?: string}} press
 */
function figureOf({ key, code = "" }) {
  return /^\d$/.test(key) ? key : (/^Digit(\d)$/.exec(code)?.[1] ?? "");
}

/**
 * Whether Enter only goes on being held. The computer then says it again and again, and each time would press the button
 * that has the keys, which by then may be another one.
 * @param {{key: string, repeat?: boolean}} press
 */
function isHeldEnter({ key, repeat }) {
  return key === "Enter" && repeat === true;
}

/**
 * Whether a press belongs to a word that an input method puts together: there Enter takes the word and Escape lets go of
 * it. Some browsers say so by a number alone, and only after the word is whole.
 * @param {{isComposing?: boolean, keyCode?: number}} press
 */
function isOfAWord({ isComposing, keyCode }) {
  return isComposing === true || keyCode === PUT_TOGETHER;
}

export { figureOf, isHeldEnter, isOfAWord, letterOrKey };
