// The browser's Back button: to the lesson before, and to the home. JupyterLab writes an address for each lesson and
// does nothing when the browser goes back to one.

/** @typedef {{home: string, isHome: boolean, isLesson: boolean}} Front the path of the home, and what is in front */

/** How an entry of the history says that the home lies somewhere behind it. */
const BEHIND = { courseHomeIsBehind: true };

/**
 * The path that stands for what is in front. JupyterLab writes that of a folder where it knows no document.
 * @param {string} now the path that stands there
 * @param {string} next the path that JupyterLab wants to write
 * @param {Front} front
 */
function pathOf(now, next, { home, isHome, isLesson }) {
  if (isHome) return home;
  const isDocument = (next.split("/").pop() ?? "").includes(".");
  return isLesson && !isDocument ? now : next;
}

class PageHistory {
  /**
   * @param {Pick<History, "pushState" | "replaceState" | "state">} history
   * @param {() => string} address the path of the page
   * @param {() => Front} front
   */
  constructor(history, address, front) {
    this.history = history;
    this.address = address;
    this.push = history.pushState.bind(history);
    history.pushState = (state, title, url) => {
      const wanted = new URL(String(url ?? ""), window.location.href).pathname;
      const path = pathOf(address(), wanted, front());
      // An address that stands there already is not written twice, or the way back would lead to where one is.
      if (path !== address()) this.push({ ...state, ...BEHIND }, title, path === wanted ? url : path);
    };
  }

  /**
   * A page that opened at a lesson has the home behind it, once: a reload finds it there.
   * @param {string} home
   */
  putBehind(home) {
    if (this.history.state?.courseHomeIsBehind) return;
    const lesson = this.address();
    this.history.replaceState({}, "", home);
    this.push(BEHIND, "", lesson);
  }
}

export { PageHistory, pathOf };
