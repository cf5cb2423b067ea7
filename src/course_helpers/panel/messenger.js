// Requests to Python, and whether they were answered. No DOM: tested with a fake clock.

/** How long the page waits for an answer before it says so, in milliseconds. */
const TIMEOUT_MS = 1500;
/**
 * When an unanswered request is looked at again, in milliseconds since the press; the last gap repeats. The first look
 * comes before the page says anything: an idle Python that did not answer by then has not heard.
 */
const LOOKS_MS = [700, TIMEOUT_MS, 3000, 5000, 8000, 13_000];

/**
 * @typedef {object} Surroundings
 * @property {(content: object) => void} send may throw when the connection is gone
 * @property {(content: object) => void} sendAgain by every way there is; may throw
 * @property {() => boolean} isBusy whether Python is known to be at work, so that an answer may still come
 * @property {(act: () => void, milliseconds: number) => unknown} later
 * @property {(timer: any) => void} cancel
 * @property {() => string} newId
 * @property {(late: boolean) => void} onTimeout called when an answer is late, and when Python answers again
 *
 * @typedef {object} Request
 * @property {string} id
 * @property {object} content
 * @property {boolean} must
 * @property {number} looked how often it was looked at
 * @property {unknown} timer
 */

class Messenger {
  /** @param {Surroundings} surroundings */
  constructor(surroundings) {
    this.around = surroundings;
    /** Requests without an answer, oldest first. @type {Request[]} */
    this.open = [];
    this.late = false;
  }

  /**
   * Ask Python for something. The same request pressed again is sent again under the same id, so that it counts once;
   * another request takes the place of an unanswered one, unless that one must arrive.
   * @param {object} content
   * @param {{must?: boolean}} [options] `must`: it is kept and sent until it is answered, whatever is asked after it
   * @returns {string} the id under which it was sent
   */
  ask(content, { must = false } = {}) {
    const same = this.open.find((request) => JSON.stringify(request.content) === JSON.stringify(content));
    const request = same ?? { id: this.around.newId(), content, must, looked: 0, timer: null };
    for (const other of this.open) if (other === request || !other.must) this.around.cancel(other.timer);
    this.open = [...this.open.filter((other) => other !== request && other.must), request];
    request.looked = 0;
    this.plan(request);
    this.send(request, false);
    return request.id;
  }

  /**
   * An answer came. True if it belongs to an open request.
   * @param {string} id
   */
  acknowledge(id) {
    this.setLate(false);
    const answered = this.open.find((request) => request.id === id);
    if (!answered) return false;
    this.around.cancel(answered.timer);
    this.open = this.open.filter((request) => request !== answered);
    return true;
  }

  /** Nothing more is to be said, because the page goes away. */
  end() {
    for (const request of this.open) this.around.cancel(request.timer);
    this.open = [];
  }

  /** @param {Request} request */
  plan(request) {
    const { looked } = request;
    const at = (/** @type {number} */ number) => LOOKS_MS[number] ?? LOOKS_MS[LOOKS_MS.length - 1];
    const gap = looked < LOOKS_MS.length ? at(looked) - (LOOKS_MS[looked - 1] ?? 0) : at(looked) - at(LOOKS_MS.length - 2);
    request.timer = this.around.later(() => this.look(request), gap);
  }

  /** @param {Request} request */
  look(request) {
    request.looked += 1;
    if (request.looked > 1) this.setLate(true);
    this.plan(request);
    if (!this.around.isBusy()) this.send(request, true);
  }

  /**
   * @param {Request} request
   * @param {boolean} again
   */
  send({ id, content }, again) {
    try {
      if (again) this.around.sendAgain({ ...content, id });
      else this.around.send({ ...content, id });
    } catch {
      this.setLate(true);
    }
  }

  /** @param {boolean} late */
  setLate(late) {
    if (this.late === late) return;
    this.late = late;
    this.around.onTimeout(late);
  }
}

/** An id that no other request has; works on pages without https as well. */
function newRequestId() {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (number) => number.toString(36)).join("-");
}

export { LOOKS_MS, Messenger, TIMEOUT_MS, newRequestId };
