// One learner at a time: two browsers on one course would move each other's quiz and routine. The server says which
// browser reads. This part is told, and asks to take over; it knows nothing of lessons.

const BROWSER_KEY = "course-helpers:browser";
const ADDRESS = "course/reader";
const AGAIN_MS = 2_000;

/**
 * @typedef {object} Wire a WebSocket, or what stands for one
 * @property {(word: string) => void} send
 * @property {((message: {data: string}) => void) | null} onmessage
 * @property {(() => void) | null} onclose
 */

class OneReader {
  /**
   * @param {() => Wire} connect begins to speak to the server
   * @param {(work: () => void, milliseconds: number) => void} later
   */
  constructor(connect, later = (work, milliseconds) => setTimeout(work, milliseconds)) {
    this.connect = connect;
    this.later = later;
    /** Whether this browser reads. Until the server has spoken, nobody knows. @type {boolean | null} */
    this.reads = null;
    /** @type {Array<(reads: boolean) => void>} */
    this.listeners = [];
    /** @type {Array<() => void>} */
    this.lostListeners = [];
    this.speak();
  }

  speak() {
    this.wire = this.connect();
    this.wire.onmessage = ({ data }) => this.know(Boolean(JSON.parse(data).reads));
    this.wire.onclose = () => {
      // A server that cannot be asked must keep nobody from the lesson.
      if (this.reads === null) this.know(true);
      for (const listener of this.lostListeners) listener();
      this.later(() => this.speak(), AGAIN_MS);
    };
  }

  /** @param {boolean} reads */
  know(reads) {
    if (reads === this.reads) return;
    this.reads = reads;
    for (const listener of this.listeners) listener(reads);
  }

  /** @param {(reads: boolean) => void} listener hears what is known now, and each change */
  whenKnown(listener) {
    this.listeners.push(listener);
    if (this.reads !== null) listener(this.reads);
  }

  /** @param {() => void} listener hears each time that the server could not be spoken to */
  whenLost(listener) {
    this.lostListeners.push(listener);
  }

  takeOver() {
    this.wire?.send("take over");
  }
}

/** A course that has no such server, as on a Hub: each learner has one of their own there. */
const ALONE = { reads: true, whenKnown: (listener) => listener(true), whenLost() {}, takeOver() {} };

/**
 * @param {{getOption: (name: string) => string, getWsUrl: () => string}} PageConfig of JupyterLab
 */
function readerOf(PageConfig) {
  if (PageConfig.getOption("courseOneReader") !== "true") return ALONE;
  const address = `${PageConfig.getWsUrl()}${ADDRESS}?browser=${encodeURIComponent(browserId())}`;
  return new OneReader(() => /** @type {Wire} */ (/** @type {unknown} */ (new WebSocket(address))));
}

/** The same for all tabs of a browser; a browser that keeps nothing has one for each page. */
function browserId() {
  const fresh = `${Date.now()}-${Math.random()}`;
  try {
    const kept = localStorage.getItem(BROWSER_KEY) ?? fresh;
    localStorage.setItem(BROWSER_KEY, kept);
    return kept;
  } catch {
    return fresh;
  }
}

export { ALONE, OneReader, readerOf };
