// Whether the course's program still answers. Nobody is frightened by a short silence: it is told only after several asks
// in a row came to nothing, and it is over with the first answer, however late. Knows no page: server and time are given.

import { WORDS } from "./data.js";

/** Asked again so long after an ask came to nothing. */
const ASK_AGAIN_MS = 4_000;
/** An ask that nobody has answered by then came to nothing. */
const ASK_WAITS_MS = 10_000;
/** So many asks in a row that came to nothing are told. */
const ASKS_BEFORE_TOLD = 5;
/** Nothing is looked at for so long only while the computer sleeps or nobody sees the page: what came before tells nothing. */
const SLEPT_MS = 20_000;
/** A window that JupyterLab opens about a failure comes so soon after it, whatever is known by then. */
const JUST_FAILED_MS = 1_000;

class ServerWatch {
  /**
   * @param {object} around
   * @param {() => Promise<boolean>} around.ask whether the course's program is there; may fail, be late, or never come back
   * @param {(silent: boolean) => void} around.tell told once when it is silent, and once when it answers again
   * @param {(work: () => void, milliseconds: number) => unknown} around.later
   * @param {() => number} around.now milliseconds, also while the computer sleeps
   */
  constructor(around) {
    this.around = around;
    /** The ask that counts now; none while nothing speaks for a silence. @type {object | null} */
    this.open = null;
    this.failed = 0;
    this.told = false;
    this.lookedAt = 0;
    this.doubtedAt = -Infinity;
  }

  /** Whether something did not get through just now, and nobody has answered since. */
  get doubts() {
    return this.open !== null || this.around.now() - this.doubtedAt < JUST_FAILED_MS;
  }

  /** Something did not get through. Whether the program is silent is asked, unless that is so already. */
  doubt() {
    this.doubtedAt = this.around.now();
    if (this.open) return;
    this.failed = 0;
    this.lookedAt = this.doubtedAt;
    this.ask();
  }

  ask() {
    const mine = {};
    this.open = mine;
    this.look();
    const failed = () => this.open === mine && this.silent();
    this.around.ask().then((answers) => (answers ? this.answered() : failed()), failed);
    this.around.later(failed, ASK_WAITS_MS);
  }

  silent() {
    this.look();
    this.failed += 1;
    const waiting = {};
    this.open = waiting;
    if (this.failed >= ASKS_BEFORE_TOLD) this.say(true);
    this.around.later(() => this.open === waiting && this.ask(), ASK_AGAIN_MS);
  }

  /** Any answer counts, also one to an ask that was given up. */
  answered() {
    this.open = null;
    this.say(false);
  }

  /** After a sleep the count begins anew. */
  look() {
    const now = this.around.now();
    if (now - this.lookedAt > SLEPT_MS) this.failed = 0;
    this.lookedAt = now;
  }

  /** @param {boolean} silent */
  say(silent) {
    if (silent === this.told) return;
    this.told = silent;
    this.around.tell(silent);
  }
}

/**
 * How the program of this page is asked. Its address for this needs no key, so a course that was started again answers
 * too; a foreign program at the same place does not.
 * @param {{ServerConnection: any, app: any}} jupyter
 */
function asksServer({ ServerConnection, app }) {
  const settings = app.serviceManager.serverSettings;
  return async () => {
    const answer = await ServerConnection.makeRequest(`${settings.baseUrl}api`, { cache: "no-store" }, settings);
    return answer.ok && typeof (await answer.json()).version === "string";
  };
}

/**
 * What is told of the silence. A guest's record goes with the program, so nobody tells a guest that it is stored.
 * @param {{getOption: (name: string) => string}} PageConfig of JupyterLab
 */
function silenceNote(PageConfig) {
  const { course_silent: ended, course_silent_stored: stored, course_silent_go_on: goOn } = WORDS;
  return [ended, ...(PageConfig.getOption("courseGuest") ? [] : [stored]), goOn].join(" ");
}

export { ServerWatch, asksServer, silenceNote };
