// Where this browser keeps something for the player; where it keeps nothing, memory has to do until the page is closed.

/**
 * @typedef {object} Store
 * @property {(key: string) => string | null} getItem
 * @property {(key: string, value: string) => void} setItem may throw where the browser's room is full
 * @property {(key: string) => void} removeItem
 */

/** @returns {{storage: Store, keys: () => string[]}} */
function browserStorage() {
  try {
    const storage = window.localStorage;
    return { storage, keys: () => Object.keys(storage) };
  } catch {
    const kept = new Map();
    const storage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
    return { storage, keys: () => [...kept.keys()] };
  }
}

export { browserStorage };
