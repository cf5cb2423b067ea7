// What was practised, kept in this browser until the course has written it down. Pure: storage and sending are given.
// Nothing about a body is in it: no answer of the check, no pain, no reason for leaving a step out.

/** Unheard events are told after this long, and sent again after the other. */
const UNHEARD_MS = 1500;
const AGAIN_MS = 15_000;

/**
 * @typedef {object} Event
 * @property {number} number counted from 1 in each session
 * @property {"begun" | "step" | "ended"} kind
 * @property {string} step
 * @property {number} seconds
 * @property {boolean} whole
 * @property {number} at wall clock, milliseconds
 *
 * @typedef {object} Around
 * @property {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} storage
 * @property {string} key
 * @property {(content: object, again: boolean) => void} send may throw; `again`: nobody answered the last time
 * @property {() => number} wall
 * @property {(act: () => void, ms: number) => unknown} later
 * @property {(timer: any) => void} cancel
 * @property {(kept: boolean) => void} onKept true: events wait in this browser; false: all is written down
 */

class Journal {
  /** @param {Around} around */
  constructor(around) {
    this.around = around;
    this.kept = onlyWhole(this.read(around.key) ?? {});
    this.timer = null;
    this.told = false;
  }

  /** A new practice. */
  begin(session, version) {
    this.session = session;
    this.kept[session] ??= { version, next: 1, events: [] };
    this.add("begun", "", 0, false);
  }

  /** Go on with a practice that this browser knows. */
  goOn(session, version) {
    this.session = session;
    this.kept[session] ??= { version, next: 1 + Math.floor(this.around.wall() / 1000) % 50_000, events: [] };
  }

  add(kind, step, seconds, whole) {
    const of = this.kept[this.session];
    if (!of) return;
    of.events.push({ number: of.next, kind, step, seconds, whole, at: this.around.wall() });
    of.next += 1;
    this.write();
    this.flush();
  }

  /** Send everything that was not acknowledged yet. */
  flush(again = this.told) {
    const open = Object.entries(this.kept).filter(([, of]) => of.events.length);
    for (const [session, of] of open) {
      try {
        this.around.send({ kind: "events", session, version: of.version, events: of.events }, again);
      } catch {
        // The connection is gone. The timer below tells it, and the events stay here.
      }
    }
    if (open.length) this.wait();
  }

  wait() {
    if (this.timer !== null) this.around.cancel(this.timer);
    this.timer = this.around.later(() => {
      if (!this.waiting) return;
      this.told = true;
      this.around.onKept(true);
      this.timer = this.around.later(() => this.flush(), AGAIN_MS);
    }, UNHEARD_MS);
  }

  /** Python has written these down. */
  acknowledge(session, numbers) {
    const of = this.kept[session];
    if (!of) return;
    of.events = of.events.filter((event) => !numbers.includes(event.number));
    if (!of.events.length && session !== this.session) delete this.kept[session];
    this.write();
    if (this.waiting) return;
    if (this.timer !== null) this.around.cancel(this.timer);
    this.timer = null;
    if (this.told) this.around.onKept(false);
    this.told = false;
  }

  /** The learner has everything erased: what was practised until now is told to nobody any more. */
  forget() {
    for (const of of Object.values(this.kept)) of.events = [];
    this.end();
    this.forgetPlace();
  }

  /** How many events are not written down yet. */
  get waiting() {
    return Object.values(this.kept).reduce((sum, of) => sum + of.events.length, 0);
  }

  end() {
    if (this.timer !== null) this.around.cancel(this.timer);
    this.timer = null;
  }

  // Where the learner is, so that a reload comes back to the same place

  /** @param {{session: string, step: string, elapsed: number, steps: string[]}} place */
  keepPlace(place) {
    this.put(`${this.around.key}:place`, place);
  }

  place() {
    return this.read(`${this.around.key}:place`);
  }

  forgetPlace() {
    try {
      this.around.storage.removeItem(`${this.around.key}:place`);
    } catch {
      // A browser that stores nothing has nothing to forget.
    }
  }

  // Storage that may be full, forbidden or damaged

  write() {
    const open = Object.fromEntries(Object.entries(this.kept).filter(([name, of]) => of.events.length || name === this.session));
    this.put(this.around.key, open);
  }

  put(key, value) {
    try {
      this.around.storage.setItem(key, JSON.stringify(value));
    } catch {
      // The events are still in memory and are sent as before.
    }
  }

  read(key) {
    try {
      const found = JSON.parse(this.around.storage.getItem(key) ?? "null");
      return found && typeof found === "object" && !Array.isArray(found) ? found : null;
    } catch {
      return null;
    }
  }
}

/** Sessions that can be read; what is damaged in the browser's storage is left behind. */
function onlyWhole(kept) {
  const whole = Object.entries(kept).filter(([, of]) => Array.isArray(of?.events) && Number.isInteger(of.next));
  return Object.fromEntries(whole);
}

export { AGAIN_MS, Journal, UNHEARD_MS };
