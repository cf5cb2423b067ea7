// What a player hears from the page around it: the page goes out of sight or is left, another routine begins, the record
// is erased, a question is answered. Each panel has a copy of this script of its own, so players talk by the window.
import { onNews, onOtherTabs, tellOtherTabs } from "../panel/news.js";

const BEGINS = "course-player-begins";

class PageAround {
  /**
   * @param {object} given
   * @param {string} given.id the player's own, which tells its beginning from another's
   * @param {() => void} given.otherBegan here or in another tab
   * @param {() => void} given.seenOrHidden
   * @param {() => void} given.leaving
   * @param {() => void} given.forgotten
   * @param {() => void} given.answered
   * @param {import("../panel/connection.js").Guard} given.guard
   */
  constructor({ id, otherBegan, seenOrHidden, leaving, forgotten, answered, guard }) {
    this.id = id;
    this.endings = [onNews("forget", guard(forgotten)), onNews("answered", guard(answered)), onOtherTabs("begins", guard(otherBegan))];
    this.hear(window, BEGINS, guard((event) => event.detail !== id && otherBegan()));
    this.hear(document, "visibilitychange", guard(seenOrHidden));
    this.hear(window, "pageshow", guard(seenOrHidden));
    this.hear(window, "pagehide", guard(leaving));
  }

  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {import("../panel/connection.js").Act} act
   */
  hear(target, type, act) {
    target.addEventListener(type, act);
    this.endings.push(() => target.removeEventListener(type, act));
  }

  /** This player begins to lead somebody on: every other one pauses. */
  tellBegins() {
    window.dispatchEvent(new CustomEvent(BEGINS, { detail: this.id }));
    tellOtherTabs("begins");
  }

  end() {
    for (const ending of this.endings.splice(0)) ending();
  }
}

export { PageAround };
