// How many programs the lessons leave running behind them: two. Those of the lessons that were in front last stay.
// What hurt, and that a day is over, is known in the kernel of a routine's lesson and nowhere else. It is let go only while
// its page is open and can say that there is nothing to know.
// Nothing here knows JupyterLab; what it asks can come late, be wrong, or be gone.

/** The lesson in front, and the one before it. */
const KERNELS_LEFT = 2;
/** A kernel that was started ahead is attached to within this time, also on a slow computer (the course's own choice). */
const UNUSED_MS = 60_000;

/** @typedef {{id: string, path: string, connections: unknown, state: string, used: string}} Session as the server tells:
 * how many pages hold its kernel, what the kernel does, and when it was used last */
/** @typedef {{path: string, held: () => boolean, rest: () => Promise<void>}} OpenLesson `held`: something in it plays or
 * waits for its kernel */

/**
 * Which sessions are stopped, the one that was used longest ago first. One that another page holds, that works just now,
 * or of which too little is known, is never among them.
 * @param {Session[]} sessions those of the course's lessons
 * @param {OpenLesson[]} open the lessons of this page, the one in front first, then back in time
 * @param {(path: string) => boolean} holdsRoutine whether somebody can practise in that lesson
 * @returns {Session[]}
 */
function sessionsToStop(sessions, open, holdsRoutine) {
  const placeOf = (/** @type {Session} */ { path }) => open.findIndex((lesson) => lesson.path === path);
  const rank = (/** @type {Session} */ session) => (placeOf(session) < 0 ? open.length : placeOf(session));
  const latestFirst = [...sessions].sort((one, two) => rank(one) - rank(two) || two.used.localeCompare(one.used));
  const latest = sessions.map(({ used }) => used).sort().at(-1) ?? "";
  const mayGo = (/** @type {Session} */ session) => {
    const lesson = open[placeOf(session)];
    if (session.state === "starting") return !lesson && session.connections === 0 && isUnused(session, latest);
    if (!lesson && holdsRoutine(session.path)) return false;
    return session.state === "idle" && session.connections === (lesson ? 1 : 0) && !lesson?.held();
  };
  return latestFirst.slice(KERNELS_LEFT).filter(mayGo).reverse();
}

/**
 * One that was started ahead for a lesson which nobody then opened: the server calls it “starting” until somebody asks it
 * something. It knows nothing.
 * @param {Session} session
 * @param {string} latest when any of them was used last
 */
function isUnused(session, latest) {
  // A time that cannot be read is no number, and nothing is more than that.
  return Date.parse(latest) - Date.parse(session.used) > UNUSED_MS;
}

class KernelKeeper {
  /**
   * @param {object} around
   * @param {() => Promise<Session[]>} around.list the sessions of the course's lessons, as the server tells them now
   * @param {(id: string) => Promise<void>} around.stop
   * @param {() => OpenLesson[]} around.lessons
   * @param {(path: string) => boolean} around.holdsRoutine
   */
  constructor(around) {
    this.around = around;
    this.again = false;
    /** @type {Promise<void> | null} */
    this.tidying = null;
  }

  /** Stop what is too much. Asked while it does so, it looks once more afterwards. */
  tidy() {
    this.again = true;
    this.tidying ??= this.work().finally(() => {
      this.tidying = null;
    });
    return this.tidying;
  }

  async work() {
    /** What could not be stopped is left to the next time. @type {Set<string>} */
    const tried = new Set();
    while (this.again) {
      this.again = false;
      const told = await this.around.list().catch(() => []);
      for (;;) {
        // Asked anew for each: the reader may have gone back to a lesson meanwhile.
        const [next] = sessionsToStop(told, this.around.lessons(), this.around.holdsRoutine).filter(({ id }) => !tried.has(id));
        if (!next) break;
        tried.add(next.id);
        await this.stop(next).catch(() => {});
      }
    }
  }

  /** @param {Session} session */
  stop({ id, path }) {
    const open = this.around.lessons().find((lesson) => lesson.path === path);
    return open ? open.rest() : this.around.stop(id);
  }
}

export { KernelKeeper, sessionsToStop };
