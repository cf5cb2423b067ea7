// The second way to stop: a key that is heard even while a window of JupyterLab lies over the page.
import { letterOrKey } from "../panel/keys.js";

const KEY = "h";
/** Where a letter is written, or chooses an entry of a list. */
const WRITES = "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable=true]";
const PAGE = Symbol.for("course-helpers.players");
/**
 * Every player of this page: the key for Stop belongs to the one that moves, or to the one that moved last. Each panel
 * has a copy of this script of its own, so the page keeps them.
 * @type {{living: Set<StopKey>, lastMoved: StopKey | null}}
 */
const page = (window[PAGE] ??= { living: new Set(), lastMoved: null });

class StopKey {
  /**
   * @param {object} given
   * @param {() => boolean} given.moves whether this player moves now
   * @param {() => boolean} given.hears whether there is something to stop, and the key is switched on
   * @param {() => void} given.stop
   * @param {import("../panel/connection.js").Guard} given.guard
   */
  constructor({ moves, hears, stop, guard }) {
    this.moves = moves;
    this.hears = hears;
    this.stop = stop;
    this.onKey = guard((event) => this.press(event));
    page.living.add(this);
    document.addEventListener("keydown", this.onKey, true);
  }

  get moving() {
    return this.moves();
  }

  /** This player moves: from now on the key is its own. */
  moved() {
    page.lastMoved = this;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (letterOrKey(event) !== KEY || event.ctrlKey || event.metaKey || event.altKey) return;
    const writes = event.target instanceof HTMLElement && event.target.closest(WRITES);
    if (writes || !this.hears()) return;
    const mine = [...page.living].find((one) => one.moving) ?? page.lastMoved;
    if (mine && mine !== this && page.living.has(mine)) return;
    event.preventDefault();
    event.stopPropagation();
    this.stop();
  }

  end() {
    page.living.delete(this);
    document.removeEventListener("keydown", this.onKey, true);
  }
}

export { StopKey };
