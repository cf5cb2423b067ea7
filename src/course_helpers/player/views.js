// The views of one player. All of them show the same; what is read out is said in one, once.

/**
 * @typedef {object} View
 * @property {(region: "status" | "alert" | "caption", text: string, unseen?: boolean) => void} tell
 * @property {(screen: boolean) => void} update
 * @property {(error: unknown) => void} fault
 * @property {(name: string, value: any) => void} take
 * @property {() => void} startAgain
 */

class Views {
  constructor() {
    /** @type {Set<View>} */
    this.all = new Set();
    /** The one that was used last. @type {View | null} */
    this.used = null;
  }

  get size() {
    return this.all.size;
  }

  get first() {
    return this.all.values().next().value ?? null;
  }

  /** @param {View} view */
  join(view) {
    this.all.add(view);
  }

  /** @param {View | null} view */
  leave(view) {
    this.all.delete(view);
    if (this.used === view) this.used = null;
  }

  /**
   * Whether the focus and the eyes go to this one.
   * @param {View} view
   */
  leads(view) {
    return (this.used ?? this.first) === view;
  }

  /**
   * A caption stands in every view.
   * @param {"status" | "alert" | "caption"} region
   * @param {string} text
   * @param {boolean} [unseen] for the ear alone
   */
  tell(region, text, unseen = false) {
    const heard = region === "caption" ? this.all : [this.used ?? this.first].filter(Boolean);
    for (const view of heard) view.tell(region, text, unseen);
  }

  /** @param {boolean} screen another page is to be shown */
  update(screen) {
    for (const view of this.all) view.update(screen);
  }

  /** @param {unknown} error */
  fault(error) {
    for (const view of this.all) view.fault(error);
  }

  /**
   * @param {string} name
   * @param {any} value what Python shows under that name
   */
  take(name, value) {
    for (const view of this.all) view.take(name, value);
  }
}

export { Views };
