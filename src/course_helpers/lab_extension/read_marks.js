// Which lessons a learner has read, and where they stand, as the course's own server tells. Another server tells nothing,
// and then no marks are shown.

/** @typedef {{mark: "read" | "begun" | "open", told: string}} Mark */
/** @typedef {{text: string, lesson: string, heading: string}} Place */
/** @typedef {{title: string, whole: Place, known: string, know: string, points: Place[], done: Place[]}} Standing `whole` is
 * where all of it is told, `known` is one line on the points of safety, `points` are all points; `done` is what was practised
 * and searched */
/** @typedef {{lessons?: Record<string, Mark>, due?: unknown, go_on?: Place | null, standing?: Standing | null}} Told */

class ReadMarks {
  /** @param {(() => Promise<Told>) | null} ask the server, if it can be asked */
  constructor(ask) {
    this.ask = ask;
    /** @type {Record<string, Mark>} */
    this.lessons = {};
    /** How many points come back for review today. */
    this.due = 0;
    /** The section that was read last, for a browser that does not know it. @type {Place | null} */
    this.goOn = null;
    /** @type {Standing | null} */
    this.standing = null;
    this.asked = 0;
  }

  /**
   * Ask anew. An answer that comes after a later one was asked for counts for nothing.
   * @param {() => void} changed
   */
  async refresh(changed) {
    if (!this.ask) return;
    this.asked += 1;
    const question = this.asked;
    /** @type {Told} */
    let told;
    try {
      told = await this.ask();
    } catch {
      // The marks that are known stay; the lessons need none.
      return;
    }
    if (question !== this.asked || typeof told?.lessons !== "object") return;
    this.lessons = told.lessons ?? {};
    this.due = Number.isInteger(told.due) ? Number(told.due) : 0;
    this.goOn = told.go_on ?? null;
    this.standing = told.standing ?? null;
    changed();
  }
}

export { ReadMarks };
