// The pads under a mouse, a pen or a finger: where they are on the board, and how hard they press.
import { listen } from "../../panel/faults.js";
import { optionLabel, ownName } from "../../panel/parts.js";
import { kept } from "./places.js";
import { pressureOf } from "./trail.js";

/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {import("./trail.js").Pressure} Pressure */

class PadInput {
  /**
   * @param {import("./board.js").SearchBoard} board
   * @param {string} byPen the words of the choice to let a pen say how hard it presses
   * @param {{
   *   hears: () => boolean,
   *   isOnArea: (spot: Spot) => boolean,
   *   press: (spot: Spot, given: Pressure | null) => void,
   *   hover: (spot: Spot) => void,
   *   moved: () => void,
   *   lift: () => void,
   *   guard: (act: (...given: any[]) => void) => (...given: any[]) => void,
   * }} act
   */
  constructor(board, byPen, act) {
    this.board = board;
    this.act = act;
    this.pressing = false;
    this.byPen = false;
    this.pen = optionLabel("checkbox", ownName(), byPen, (checked) => (this.byPen = checked));
    // Offered once a pen or a finger has shown that it can tell how hard it presses.
    this.pen.label.hidden = true;
    this.listen();
  }

  get choice() {
    return this.pen.label;
  }

  /** A pressure was chosen by hand. */
  forgetPen() {
    this.byPen = false;
    this.pen.input.checked = false;
  }

  listen() {
    const { node } = this.board;
    listen(node, "pointerdown", (event) => this.down(event));
    listen(node, "pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) listen(node, end, () => this.up());
    // A finger on the area searches; beside it, it scrolls the page as everywhere.
    const keepStill = this.act.guard((event) => {
      const [touch] = event.changedTouches;
      if (touch && this.act.isOnArea(this.board.spotOf(touch))) event.preventDefault();
    });
    node.addEventListener("touchstart", keepStill, { passive: false });
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (!this.act.hears() || event.button > 0) return;
    if (event.pointerType === "touch" && !this.act.isOnArea(this.board.spotOf(event))) return;
    this.board.node.focus({ preventScroll: true });
    event.preventDefault();
    if (event.isTrusted) this.board.node.setPointerCapture(event.pointerId);
    this.pressing = true;
    this.press(event);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.act.hears()) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) {
      if (this.pressing) this.press(one);
      else if (one.pointerType !== "touch") this.act.hover(kept(this.board.spotOf(one)));
    }
    this.act.moved();
  }

  up() {
    if (!this.pressing) return;
    this.pressing = false;
    this.act.lift();
  }

  /** @param {PointerEvent} event */
  press(event) {
    const given = pressureOf(event.pointerType, event.pressure);
    if (given && this.pen.label.hidden) this.offerPen(event.pointerType === "pen");
    this.act.press(kept(this.board.spotOf(event)), this.byPen ? given : null);
  }

  /** @param {boolean} chosen whether it is chosen already */
  offerPen(chosen) {
    this.pen.label.hidden = false;
    this.byPen = chosen;
    this.pen.input.checked = chosen;
  }
}

export { PadInput };
