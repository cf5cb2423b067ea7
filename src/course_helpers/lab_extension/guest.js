// A guest (`--guest`) finds nothing of anybody in this browser and leaves nothing to anybody. What others have here is
// put aside when a guest comes, and back at the first start without one. Pure: the storages are given.

/** Where it is written which sitting of a guest this is. A course of an earlier version put things aside in there, too. */
const GUEST = "course-helpers:guest";
/** What the course keeps about a person. Which browser this is belongs to nobody. */
const A_PERSONS = /^course-(?!helpers:(?:browser|guest)$)/;
/**
 * How a name begins, and how it begins while it is put aside. Both are equally long: moving takes no room, so that it
 * works in a browser that is full.
 */
const IN_USE = "course-";
const ASIDE = "aside--";

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
  const isAside = before !== null || namesIn(browser, isPutAside).length > 0;
  if (sitting && before?.sitting !== sitting) {
    if (isAside) clear(browser);
    else moveNames(browser, isAPersons, IN_USE, ASIDE);
    noteSitting(browser, { sitting, aside: before?.aside ?? {} });
  } else if (!sitting && isAside) {
    clear(browser);
    browser.removeItem(GUEST);
    for (const [name, value] of Object.entries(before?.aside ?? {})) browser.setItem(name, value);
    moveNames(browser, isPutAside, ASIDE, IN_USE);
  }
  if ((tab.getItem(GUEST) ?? "") === sitting) return;
  clear(tab);
  if (sitting) tab.setItem(GUEST, sitting);
  else tab.removeItem(GUEST);
}

/** In a browser without room for it, each page of a guest begins fresh. @param {Store} browser @param {Sitting} sitting */
function noteSitting(browser, sitting) {
  try {
    browser.setItem(GUEST, JSON.stringify(sitting));
  } catch {
    // What others have here is put aside all the same.
  }
}

/** @param {Store} store @returns {Sitting | null} */
function sittingIn(store) {
  const kept = store.getItem(GUEST);
  if (kept === null) return null;
  try {
    const { sitting, aside } = JSON.parse(kept);
    return { sitting: String(sitting), aside: Object.fromEntries(Object.entries(aside).filter(([name]) => isAPersons(name))) };
  } catch {
    return { sitting: "", aside: {} };
  }
}

/** @param {string} name */
function isAPersons(name) {
  return A_PERSONS.test(name);
}

/** @param {string} name */
function isPutAside(name) {
  return name.startsWith(ASIDE) && isAPersons(IN_USE + name.slice(ASIDE.length));
}

/**
 * @param {Store} store
 * @param {(name: string) => boolean} which
 * @param {string} from how the names begin
 * @param {string} to how they begin afterwards
 */
function moveNames(store, which, from, to) {
  for (const name of namesIn(store, which)) {
    const value = store.getItem(name) ?? "";
    // Taken away first: that makes the room it needs.
    store.removeItem(name);
    store.setItem(to + name.slice(from.length), value);
  }
}

/** @param {Store} store */
function clear(store) {
  for (const name of namesIn(store, isAPersons)) store.removeItem(name);
}

/** @param {Store} store @param {(name: string) => boolean} which */
function namesIn(store, which) {
  return Object.keys(store).filter(which);
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
