// Which key was pressed, whatever the keyboard writes with it. Pure.

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

export { letterOrKey };
