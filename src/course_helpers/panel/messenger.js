// Requests to the kernel and whether they were heard. No DOM: tested with a fake clock.

/** How long the page waits for an answer before it says so, in milliseconds. */
const SILENCE_MS = 1500;

/**
 * @typedef {object} Surroundings
 * @property {(content: object) => void} send may throw when the connection is gone
 * @property {(act: () => void, milliseconds: number) => unknown} later
 * @property {(timer: any) => void} cancel
 * @property {() => string} newId
 * @property {(silent: boolean) => void} onSilence called when the kernel falls silent and when it answers again
 */

class Messenger {
  /** @param {Surroundings} surroundings */
  constructor(surroundings) {
    this.around = surroundings;
    /** @type {{id: string, content: object, timer: unknown} | null} */
    this.open = null;
    this.silent = false;
  }

  /**
   * Ask the kernel for something. The same request pressed again is sent again under the same id, so that it
   * counts once; another request takes the place of the unanswered one.
   * @param {object} content
   * @returns {string} the id under which it was sent
   */
  ask(content) {
    const same = this.open && JSON.stringify(this.open.content) === JSON.stringify(content);
    const id = same && this.open ? this.open.id : this.around.newId();
    if (this.open) this.around.cancel(this.open.timer);
    const timer = this.around.later(() => this.setSilent(true), SILENCE_MS);
    this.open = { id, content, timer };
    try {
      this.around.send({ ...content, id });
    } catch {
      this.setSilent(true);
    }
    return id;
  }

  /**
   * An answer came. True if it belongs to the open request.
   * @param {string} id
   */
  heard(id) {
    this.setSilent(false);
    if (this.open?.id !== id) return false;
    this.around.cancel(this.open.timer);
    this.open = null;
    return true;
  }

  /** Nothing more is to be said, because the page goes away. */
  end() {
    if (this.open) this.around.cancel(this.open.timer);
    this.open = null;
  }

  /** @param {boolean} silent */
  setSilent(silent) {
    if (this.silent === silent && !silent) return;
    this.silent = silent;
    this.around.onSilence(silent);
  }
}

/** An id that no other request has; works on pages without https as well. */
function newRequestId() {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (number) => number.toString(36)).join("-");
}

export { Messenger, SILENCE_MS, newRequestId };
