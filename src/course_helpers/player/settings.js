// What may be set in the player, how it is at first, and what of it this browser keeps. Pure: the storage is given.

/** @typedef {import("../panel/browser_storage.js").Store} Store */

const SETTINGS_KEY = "course-helpers:player-settings";
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const LONGER = [1, 2, 5, 10];
const HELP = ["full", "titles", "none"];
const LONGEST_COUNTDOWN_MS = 60_000;
/** Nobody practises along with a demonstration, so it has settings of its own. */
const OF_A_DEMONSTRATION = { speed: 1, longer: 1, untimed: false, getReady: 3000 };

/**
 * `still`: null follows the device until the learner chooses.
 * @typedef {{
 *   speed: number, longer: number, untimed: boolean, getReady: number, tones: boolean, volume: number, voice: boolean,
 *   captions: boolean, vibration: boolean, reader: boolean, still: boolean | null, keys: boolean, help: string,
 * }} Settings
 */

/** @type {Settings} */
const USUAL = {
  speed: 1, longer: 1, untimed: false, getReady: 10_000,
  tones: true, volume: 0.5, voice: true, captions: true, vibration: false, reader: false, still: null, keys: true,
  help: "full",
};
/** What a stored setting may be; anything else, from an older course or a damaged store, is left aside. */
const FITS = {
  speed: (value) => SPEEDS.includes(value),
  longer: (value) => LONGER.includes(value),
  getReady: (value) => Number.isFinite(value) && value >= 0 && value <= LONGEST_COUNTDOWN_MS,
  volume: (value) => Number.isFinite(value) && value >= 0 && value <= 1,
  help: (value) => HELP.includes(value),
  still: (value) => value === null || typeof value === "boolean",
};

/**
 * The settings of this browser; the usual ones where it keeps none.
 * @param {Store} storage
 * @returns {Settings}
 */
function storedSettings(storage) {
  try {
    const stored = JSON.parse(storage.getItem(SETTINGS_KEY) ?? "{}");
    const known = Object.entries(stored).filter(([name, value]) => Object.hasOwn(USUAL, name) && fits(name, value));
    return { ...USUAL, ...Object.fromEntries(known) };
  } catch {
    return { ...USUAL };
  }
}

function fits(name, value) {
  return FITS[name]?.(value) ?? typeof value === typeof USUAL[name];
}

/**
 * @param {Store} storage
 * @param {Settings} settings
 */
function keepSettings(storage, settings) {
  try {
    storage.setItem(SETTINGS_KEY, JSON.stringify(settings));
  } catch {
    // The choice holds until the page is closed.
  }
}

export { HELP, LONGER, OF_A_DEMONSTRATION, SPEEDS, USUAL, keepSettings, storedSettings };
