// Where this browser keeps something for the course. What it does not take, because it keeps nothing or has no room left,
// stays in memory until the page is closed: for every part of the page, so that a choice holds wherever it is asked for.

/**
 * @typedef {object} Store
 * @property {(key: string) => string | null} getItem
 * @property {(key: string, value: string) => void} setItem
 * @property {(key: string) => void} removeItem
 */

const NOT_TAKEN = Symbol.for("course-helpers.not-taken");

/** @returns {{storage: Store, keys: () => string[]}} */
function browserStorage() {
  /** Each panel has a copy of this script of its own, so the page keeps it. @type {Map<string, string>} */
  const memory = (/** @type {any} */ (window)[NOT_TAKEN] ??= new Map());
  const browser = browsersOwn();
  const storage = {
    getItem: (/** @type {string} */ key) => memory.get(key) ?? browser?.getItem(key) ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ value) {
      try {
        if (!browser) throw new Error("This browser keeps nothing.");
        browser.setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    removeItem(/** @type {string} */ key) {
      memory.delete(key);
      browser?.removeItem(key);
    },
  };
  return { storage, keys: () => [...new Set([...memory.keys(), ...Object.keys(browser ?? {})])] };
}

function browsersOwn() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export { browserStorage };
