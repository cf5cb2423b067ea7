// "Show me": a whole search as a hand would make it, or as still pictures where less motion is asked for.
import { button, element } from "../../panel/parts.js";
import { fillIn } from "../../panel/fill_in.js";
import { searchAt, searchMs } from "./whole_search.js";

/** @typedef {import("./board.js").Chest} Chest */
/** @typedef {import("./places.js").Spot} Spot */

const MINUTE_MS = 60_000;

class ShownSearch {
  /**
   * @param {import("./board.js").SearchBoard} board
   * @param {Record<string, string>} words
   * @param {object} page
   * @param {(spot: Spot) => string} page.place a place in words
   * @param {(spot: Spot) => string | null} page.region
   * @param {(text: string) => void} page.tell
   * @param {() => void} page.nextFrame
   */
  constructor(board, words, page) {
    this.board = board;
    this.words = words;
    this.page = page;
    this.lessMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.node = element("div", "course-search-demo");
    this.time = element("p");
    this.play = button("", () => this.press());
    this.node.append(element("p", "", words.show_intro), this.time, this.play);
    this.node.hidden = true;
    /** @type {Chest | null} */
    this.chest = null;
    /** @type {number | null} */
    this.since = null;
    this.still = -1;
    /** @type {string | null} */
    this.region = null;
  }

  /** @param {Chest} chest */
  show(chest) {
    this.chest = chest;
    this.halt();
    this.still = -1;
    const minutes = Math.ceil(searchMs(chest.search) / MINUTE_MS);
    this.time.textContent = this.lessMotion.matches ? this.words.show_steps : fillIn(this.words.show_time, { minutes });
    this.name();
  }

  name() {
    const { words } = this;
    this.play.textContent = this.lessMotion.matches ? words.next_still : this.since === null ? words.play : words.stop;
  }

  press() {
    if (this.lessMotion.matches) return this.nextStill();
    if (this.since !== null) return this.halt();
    this.board.wipe();
    this.since = performance.now();
    this.region = null;
    this.name();
    this.page.nextFrame();
  }

  halt() {
    if (this.since === null) return;
    this.since = null;
    this.name();
  }

  /** One more picture of the search, if it plays. */
  frame() {
    if (this.since === null || !this.chest) return;
    // A lesson in another tab of JupyterLab is out of sight while the page itself is in sight.
    if (!this.board.node.offsetParent) return this.halt();
    const ms = performance.now() - this.since;
    const { search } = this.chest;
    const at = searchAt(ms, search, this.board.measures.circle);
    this.board.draw(at.x, at.y, at.moving ? 0 : at.pressure);
    this.board.place(at, at.moving ? 0 : at.pressure);
    this.tellRegion({ x: search[at.number][0], y: search[at.number][1] });
    if (ms < searchMs(search)) return this.page.nextFrame();
    this.halt();
    this.page.tell(this.words.played);
  }

  /** A word when the pads come into another region, and not at every spot. @param {Spot} spot */
  tellRegion(spot) {
    const region = this.page.region(spot);
    if (region === this.region) return;
    this.region = region;
    this.page.tell(fillIn(this.words.playing, { place: this.page.place(spot) }));
  }

  nextStill() {
    const { stills, search } = /** @type {Chest} */ (this.chest);
    this.still = (this.still + 1) % stills.length;
    this.board.wipe();
    for (const [x, y] of search.slice(0, stills[this.still] + 1)) {
      for (const pressure of [1, 2, 3]) this.board.drawCircle({ x, y }, pressure);
    }
    const [x, y] = search[stills[this.still]];
    this.board.place({ x, y }, 3);
    const number = this.still + 1;
    this.page.tell(fillIn(this.words.still, { number, count: stills.length, text: this.words[`still_${number}`] }));
  }
}

export { ShownSearch };
