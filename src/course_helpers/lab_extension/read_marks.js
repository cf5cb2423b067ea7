// Which lessons a learner has marked as read, as the course's own server tells. Another server tells nothing, and then
// no marks are shown.

class ReadMarks {
  /** @param {(() => Promise<{read: string[], due?: unknown}>) | null} ask the server, if it can be asked */
  constructor(ask) {
    this.ask = ask;
    /** @type {Set<string>} */
    this.read = new Set();
    /** How many points come back for review today. */
    this.due = 0;
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
    let read, due;
    try {
      ({ read, due } = await this.ask());
    } catch {
      // The marks that are known stay; the lessons need none.
      return;
    }
    if (question !== this.asked || !Array.isArray(read)) return;
    this.read = new Set(read.map(String));
    this.due = Number.isInteger(due) ? Number(due) : 0;
    changed();
  }
}

export { ReadMarks };
