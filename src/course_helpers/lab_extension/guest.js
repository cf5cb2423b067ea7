// A guest (`--guest`) finds nothing of anybody in this browser and leaves nothing to anybody. What others have here is
// put aside when a guest comes, and back at the first start without one. Pure: the storages are given.

/** Where it is written that a guest sits here: which sitting it is, and what was put aside. */
const GUEST = "course-helpers:guest";
/** What the course keeps about a person. Which browser this is belongs to nobody. */
const A_PERSONS = /^course-(?!helpers:(?:browser|guest)$)/;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Store */
/** @typedef {{sitting: string, aside: Record<string, string>}} Sitting */

/**
 * Before anything of the course looks into the browser's memory.
 * @param {string} sitting the name of this guest's sitting; empty without a guest
 * @param {Store} browser for all tabs
 * @param {Store} tab
 */
function seat(sitting, browser, tab) {
  const before = sittingIn(browser);
  if (sitting && before?.sitting !== sitting) {
    const aside = before?.aside ?? personsIn(browser);
    // Written first: a browser that is closed in between has what was put aside.
    browser.setItem(GUEST, JSON.stringify({ sitting, aside }));
    clear(browser);
  } else if (!sitting && before) {
    clear(browser);
    for (const [name, value] of Object.entries(before.aside)) browser.setItem(name, value);
    browser.removeItem(GUEST);
  }
  if ((tab.getItem(GUEST) ?? "") === sitting) return;
  clear(tab);
  if (sitting) tab.setItem(GUEST, sitting);
  else tab.removeItem(GUEST);
}

/** @param {Store} store @returns {Sitting | null} */
function sittingIn(store) {
  const kept = store.getItem(GUEST);
  if (kept === null) return null;
  try {
    const { sitting, aside } = JSON.parse(kept);
    return { sitting: String(sitting), aside: Object.fromEntries(Object.entries(aside).filter(([name]) => A_PERSONS.test(name))) };
  } catch {
    return { sitting: "", aside: {} };
  }
}

/** @param {Store} store @returns {Record<string, string>} */
function personsIn(store) {
  return Object.fromEntries(namesIn(store).map((name) => [name, store.getItem(name) ?? ""]));
}

/** @param {Store} store */
function clear(store) {
  for (const name of namesIn(store)) store.removeItem(name);
}

/** @param {Store} store */
function namesIn(store) {
  return Object.keys(store).filter((name) => A_PERSONS.test(name));
}

/** @param {{getOption: (name: string) => string}} PageConfig of JupyterLab */
function seatReader(PageConfig) {
  try {
    seat(PageConfig.getOption("courseGuest"), window.localStorage, window.sessionStorage);
  } catch {
    // A browser that keeps nothing has nothing of anybody.
  }
}

export { seat, seatReader };
