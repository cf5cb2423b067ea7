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
    this.following = false;
    this.push = history.pushState.bind(history);
    history.pushState = (state, title, url) => {
      const wanted = new URL(String(url ?? ""), window.location.href).pathname;
      const path = pathOf(address(), wanted, front());
      // A path that stands there already is not written twice, or the way back would lead to where one is. What follows
      // it may change: JupyterLab takes words away that would have it begin anew at each reload.
      const told = path === wanted ? url : path;
      if (path !== address() && this.following) history.replaceState(history.state, title, told);
      else if (path !== address()) this.push({ ...state, ...BEHIND }, title, told);
      else if (path === wanted) history.replaceState(history.state, title, url);
    };
  }

  /**
   * While the page follows the browser to another entry, that entry is written anew, and no new one behind it: the way
   * forth stays open.
   * @param {() => unknown} go
   */
  async follow(go) {
    this.following = true;
    try {
      await go();
    } finally {
      this.following = false;
    }
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
