// What was practised, kept in this browser until the course has written it down. Pure: storage and sending are given.
// Nothing about a body is in it: no answer of the check, no pain, no reason for leaving a step out.

/** Unheard events are told after this long, and sent again after the other. */
const UNHEARD_MS = 1500;
const AGAIN_MS = 15_000;
/** So many events go in one message; Python takes no more than twice as many at once. */
const AT_ONCE = 100;
/** Every page that goes on with a practice numbers its events in a range of its own, so that none takes another's. */
const RANGE = 100_000;

/**
 * @typedef {object} Event
 * @property {number} number its own in each session, growing
 * @property {"begun" | "step" | "ended"} kind
 * @property {string} step the segment; empty where the event belongs to none
 * @property {number} seconds
 * @property {boolean} whole
 * @property {number} at wall clock, milliseconds
 *
 * @typedef {object} Around
 * @property {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} storage
 * @property {() => string[]} keys the names of everything in the storage
 * @property {string} key
 * @property {number} page a number that no other page has, from 1
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
    /** What this page wrote, by session. @type {Record<string, {version: string, next: number, events: Event[]}>} */
    this.kept = {};
    this.timer = null;
    this.told = false;
  }

  /** Where this page keeps its events. A second page has a place of its own, or one would write over the other's. */
  get own() {
    return `${this.around.key}:${this.around.page}`;
  }

  /** A new practice. */
  begin(session, version) {
    this.session = session;
    this.kept[session] ??= { version, next: 1, events: [] };
    this.add("begun", "", 0, false);
  }

  /** Go on with a practice that this browser knows; another page may be going on with it too. */
  goOn(session, version) {
    this.session = session;
    this.kept[session] ??= { version, next: this.around.page * RANGE + 1, events: [] };
  }

  add(kind, segment, seconds, whole) {
    const of = this.kept[this.session];
    if (!of) return;
    of.events.push({ number: of.next, kind, step: segment, seconds, whole, at: this.around.wall() });
    of.next += 1;
    this.write(this.own, this.kept);
    this.flush();
  }

  /** Send everything that was not acknowledged yet, also what pages left behind that are gone. */
  flush(again = this.told) {
    const all = this.unheard();
    for (const { session, version, events } of all) {
      for (let from = 0; from < events.length; from += AT_ONCE) {
        try {
          this.around.send({ kind: "events", session, version, events: events.slice(from, from + AT_ONCE) }, again);
        } catch {
          // The connection is gone. The timer below tells it, and the events stay here.
        }
      }
    }
    if (all.length) this.wait();
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
    const known = new Set(numbers);
    for (const [key, kept] of this.places()) {
      const of = kept[session];
      if (!of) continue;
      of.events = of.events.filter((event) => !known.has(event.number));
      if (!of.events.length && (key !== this.own || session !== this.session)) delete kept[session];
      this.write(key, kept);
    }
    if (this.waiting) return;
    if (this.timer !== null) this.around.cancel(this.timer);
    this.timer = null;
    if (this.told) this.around.onKept(false);
    this.told = false;
  }

  /** The learner has everything erased: what was practised until now is told to nobody any more. */
  forget() {
    for (const [key, kept] of this.places()) {
      for (const of of Object.values(kept)) of.events = [];
      this.write(key, kept);
    }
    this.end();
    this.forgetPlace();
  }

  /** How many events are not written down yet. */
  get waiting() {
    return this.unheard().reduce((sum, { events }) => sum + events.length, 0);
  }

  unheard() {
    const sessions = this.places().flatMap(([, kept]) => Object.entries(kept));
    return sessions.filter(([, of]) => of.events.length).map(([session, { version, events }]) => ({ session, version, events }));
  }

  /** This page's events, and those that other pages keep: sending them twice is harmless, losing them is not. */
  places() {
    const { key } = this.around;
    const isPage = (name) => name === key || (name.startsWith(`${key}:`) && /^\d+$/.test(name.slice(key.length + 1)));
    const others = this.around.keys().filter((name) => isPage(name) && name !== this.own);
    /** @type {[string, Journal["kept"]][]} */
    const found = others.map((name) => [name, onlyWhole(this.read(name) ?? {})]);
    return [/** @type {[string, Journal["kept"]]} */ ([this.own, this.kept]), ...found];
  }

  end() {
    if (this.timer !== null) this.around.cancel(this.timer);
    this.timer = null;
  }

  // Where the learner is, so that a reload comes back to the same place

  /** @param {{session: string, step: string, elapsed: number, steps: string[], visits: number[]}} place `step`, `steps`: segments */
  keepPlace(place) {
    this.put(`${this.around.key}:place`, place);
  }

  place() {
    return this.read(`${this.around.key}:place`);
  }

  forgetPlace() {
    this.remove(`${this.around.key}:place`);
  }

  // Storage that may be full, forbidden or damaged

  write(key, kept) {
    const open = Object.entries(kept).filter(([, of]) => of.events.length);
    if (open.length) this.put(key, Object.fromEntries(open));
    else this.remove(key);
  }

  put(key, value) {
    try {
      this.around.storage.setItem(key, JSON.stringify(value));
    } catch {
      // The events are still in memory and are sent as before.
    }
  }

  remove(key) {
    try {
      this.around.storage.removeItem(key);
    } catch {
      // A browser that stores nothing has nothing to forget.
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
