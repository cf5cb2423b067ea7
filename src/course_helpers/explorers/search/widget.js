// The search trainer: the pads are moved here and the trail is kept here. Python is asked for nothing but the result.
import { listen } from "../../panel/faults.js";
import { fillIn } from "../../panel/fill_in.js";
import { letterOrKey } from "../../panel/keys.js";
import { button, element, optionLabel, ownName, statusRegion } from "../../panel/parts.js";
import { newRequestId } from "../../panel/messenger.js";
import { PanelView, panel } from "../../panel/view.js";
import { SearchBoard } from "./board.js";
import { buttonsToMove, radios, settings } from "./controls.js";
import { FarView } from "./far_view.js";
import { comesOver, kept, moved, regionAt, rowAt, stripAt } from "./places.js";
import { coveredNodes, spotNodes } from "./result.js";
import { ShownSearch } from "./shown_search.js";
import { PadTrail, Turns, pressureOf } from "./trail.js";

/** @typedef {import("./board.js").Chest} Chest */
/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {import("./trail.js").Pressure} Pressure */
/** @typedef {"show" | "hint" | "unaided"} Way */

/** All three in turn. */
const IN_TURN = 4;

class SearchView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-search", given.model.get("words").title);
    /** @type {Chest[]} */
    this.chests = this.model.get("chests");
    this.measures = this.model.get("measures");
    [this.chest] = this.chests;
    /** @type {Record<string, string>} */
    this.tone = this.model.get("tones")[0];
    /** @type {"left" | "right"} */
    this.side = "left";
    /** @type {Way} */
    this.way = "hint";
    this.pressure = 1;
    this.trail = new PadTrail(this.measures);
    this.turns = new Turns(this.measures.finger);
    /** @type {number[][]} */
    this.spots = [];
    /** Which of the spots have shown. @type {Set<number>} */
    this.shownSpots = new Set();
    this.pressing = false;
    this.staysDown = false;
    this.byPen = false;
    this.toldLength = false;
    /** The mark of the open question: what another page asked, or this one about another chest, is not shown here. */
    this.asked = "";
    /** @type {{x: number, y: number, pressure: number}[]} */
    this.waiting = [];
    this.frame = 0;
    this.onFrame = this.guard(() => this.drawFrame());
    this.connect();
    this.build();
    this.spot = this.firstSpot();
    this.showChest();
    this.tell(this.words.ready);
  }

  // What stands on the page

  build() {
    const { words } = this;
    const how = element("p", "course-small", words.how);
    how.id = ownName();
    this.board = new SearchBoard(this.measures, how.id);
    this.where = statusRegion();
    this.result = element("div", "course-search-result");
    this.result.tabIndex = -1;
    this.choices = this.pressures();
    this.demo = new ShownSearch(this.board, words, {
      place: (spot) => this.placeInWords(spot),
      region: (spot) => regionAt(this.chest.cells, this.measures, spot),
      tell: (text) => this.tell(text),
      nextFrame: () => this.nextFrame(),
    });
    this.moving = buttonsToMove(words, {
      step: (key) => this.step(key),
      circle: () => this.circleHere(),
      down: () => this.keepDown(),
      where: () => this.tellPlace(),
    });
    this.actions = this.actionNode();
    const forRoom = element("div", "course-actions");
    forRoom.append(new FarView(this.root, words).press);
    this.root.append(
      element("p", "course-panel-title", words.title),
      element("p", "course-search-intro", words.intro),
      element("p", "course-search-limit", words.limit),
      this.settings(),
      this.demo.node,
      this.choices.box,
      this.penChoice().label,
      element("p", "course-search-firm", words.firm_only),
      this.board.node,
      this.where,
      this.moving.fold,
      how,
      this.actions,
      forRoom,
      this.status,
      this.alert,
      this.result,
      element("p", "course-small", words.privacy),
    );
    this.takeInput();
  }

  settings() {
    return settings(this.chests, this.way, this.words, {
      chest: (number) => this.another({ chest: this.chests[number] }),
      skin: (number) => this.wear(this.model.get("tones")[number]),
      side: (number) => this.another({ side: number === 0 ? "left" : "right" }),
      way: (way) => this.help(/** @type {Way} */ (way)),
    });
  }

  pressures() {
    const { words } = this;
    const entries = /** @type {[string, string][]} */ ([1, 2, 3, IN_TURN].map((value) => [String(value), words[`pressure_${value}`]]));
    const made = radios(words.pressure, entries, "1", (value) => this.press(Number(value)));
    made.box.classList.add("course-search-pressures");
    return made;
  }

  /** Offered once a pen or a finger has shown that it can tell how hard it presses. */
  penChoice() {
    const { label, input } = optionLabel("checkbox", ownName(), this.words.device, (checked) => (this.byPen = checked));
    label.hidden = true;
    this.pen = { label, input };
    return this.pen;
  }

  actionNode() {
    const { words } = this;
    const box = element("div", "course-actions");
    this.hideButton = button(words.hide, () => this.hideOrReveal());
    box.append(
      button(words.show, () => this.askCovered(), "course-button-main"),
      this.hideButton,
      button(words.again, () => this.startOver(words.cleared)),
    );
    return box;
  }

  // Choices

  /** @param {{chest?: Chest, side?: "left" | "right"}} chosen */
  another({ chest = this.chest, side = this.side }) {
    this.chest = chest;
    this.side = side;
    this.showChest();
    this.startOver(this.words.ready);
  }

  /** @param {Record<string, string>} tone */
  wear(tone) {
    this.tone = tone;
    this.showChest();
  }

  showChest() {
    const { words } = this;
    this.board.show(this.chest, this.mirrored, this.tone);
    this.board.node.setAttribute("aria-label", fillIn(words.board, { side: words[`side_${this.side}`] }));
    this.board.showHint(this.way === "hint");
    this.demo.show(this.chest);
    this.redraw();
  }

  get mirrored() {
    return this.side === "left";
  }

  /** @param {Way} way */
  help(way) {
    this.way = way;
    this.demo.show(this.chest);
    this.demo.node.hidden = way !== "show";
    this.choices.box.hidden = way === "show";
    this.actions.hidden = way === "show";
    this.board.showHint(way === "hint");
    this.redraw();
  }

  /** @param {number} pressure */
  press(pressure) {
    this.pressure = pressure;
    this.byPen = false;
    if (this.pen) this.pen.input.checked = false;
    this.turns.reset();
    this.choices.set(String(pressure));
    this.tell(fillIn(this.words.pressure_now, { pressure: this.words[`name_${pressure}`] }));
    this.board.place(this.spot, 0);
  }

  /** @param {string} said */
  startOver(said) {
    this.asked = "";
    this.trail.clear();
    this.turns.reset();
    this.forgetSpots();
    this.result.replaceChildren();
    this.spot = this.firstSpot();
    this.redraw();
    this.tell(said);
  }

  forgetSpots() {
    this.spots = [];
    this.shownSpots.clear();
    this.board.forgetMarks();
    this.hideButton.textContent = this.words.hide;
  }

  /** @returns {Spot} */
  firstSpot() {
    const [x, y] = this.chest.search[0];
    return { x, y };
  }

  // The pads

  takeInput() {
    const { node } = this.board;
    listen(node, "keydown", (event) => this.key(event));
    listen(node, "pointerdown", (event) => this.down(event));
    listen(node, "pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) listen(node, end, () => this.up());
    // A finger on the area searches; beside it, it scrolls the page as everywhere.
    const keepStill = this.guard((event) => {
      const [touch] = event.changedTouches;
      if (touch && this.isOnArea(this.board.spotOf(touch))) event.preventDefault();
    });
    node.addEventListener("touchstart", keepStill, { passive: false });
  }

  /** @param {Spot} spot */
  isOnArea(spot) {
    const half = this.measures.padWidth / 2;
    const around = [[0, 0], [half, 0], [-half, 0], [0, half], [0, -half]];
    return around.some(([x, y]) => regionAt(this.chest.cells, this.measures, { x: spot.x + x, y: spot.y + y }) !== null);
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (this.way === "show" || event.button > 0) return;
    const spot = this.board.spotOf(event);
    if (event.pointerType === "touch" && !this.isOnArea(spot)) return;
    this.board.node.focus({ preventScroll: true });
    event.preventDefault();
    if (event.isTrusted) this.board.node.setPointerCapture(event.pointerId);
    this.pressing = true;
    this.touch(event);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (this.way === "show") return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) {
      if (this.pressing) this.touch(one);
      else if (one.pointerType !== "touch") this.spot = kept(this.board.spotOf(one));
    }
    this.nextFrame();
  }

  up() {
    if (!this.pressing) return;
    this.pressing = false;
    this.trail.lift(performance.now());
    this.waiting.push({ ...this.spot, pressure: 0 });
    this.nextFrame();
  }

  /** @param {PointerEvent} event */
  touch(event) {
    const spot = kept(this.board.spotOf(event));
    this.spot = spot;
    const pressure = this.pressureFor(event, spot);
    this.waiting.push({ ...spot, pressure });
    const circle = this.trail.add(performance.now(), spot.x, spot.y, pressure);
    if (circle) this.made(circle);
    this.nextFrame();
  }

  /**
   * @param {PointerEvent} event
   * @param {Spot} spot
   * @returns {Pressure}
   */
  pressureFor(event, spot) {
    const given = pressureOf(event.pointerType, event.pressure);
    if (given && this.pen?.label.hidden) {
      this.pen.label.hidden = false;
      this.byPen = event.pointerType === "pen";
      this.pen.input.checked = this.byPen;
    }
    if (given && this.byPen) return given;
    return this.pressureAt(spot);
  }

  /** @param {Spot} spot @returns {Pressure} */
  pressureAt({ x, y }) {
    return this.pressure === IN_TURN ? this.turns.at(x, y) : /** @type {Pressure} */ (this.pressure);
  }

  /** @param {import("./trail.js").SmallCircle} circle */
  made(circle) {
    this.turns.after(circle);
    for (const [number, [x, y, pressure]] of this.spots.entries()) {
      if (pressure !== circle.pressure || !comesOver({ x, y }, circle, this.measures)) continue;
      this.board.mark({ x, y });
      if (this.shownSpots.has(number)) continue;
      this.shownSpots.add(number);
      this.status.textContent = fillIn(this.words.felt, { pressure: this.words[`name_${pressure}`], place: this.placeInWords({ x, y }) });
    }
  }

  // Keys

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = letterOrKey(event);
    if (!this.acts(key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key @returns {boolean} whether it did something */
  acts(key) {
    if (key.startsWith("Arrow")) this.step(key);
    else if (key >= "1" && key <= "4" && key.length === 1) this.press(Number(key));
    else if (key === " " || key === "Enter") this.circleHere();
    else if (key === "p") this.keepDown();
    else if (key === "w") this.tellPlace();
    else return false;
    return true;
  }

  /** @param {string} key */
  step(key) {
    if (this.way === "show") return;
    const to = moved(this.spot, key, this.mirrored, this.measures.finger);
    if (!to) return;
    const still = to.x === this.spot.x && to.y === this.spot.y;
    this.spot = to;
    if (this.staysDown && !still) this.circleHere();
    else this.tell(still ? this.words.edge : this.placeInWords(to));
    this.nextFrame();
  }

  circleHere() {
    if (this.way === "show") return;
    const { words, spot } = this;
    const pressures = /** @type {Pressure[]} */ (this.pressure === IN_TURN ? [1, 2, 3] : [this.pressure]);
    for (const pressure of pressures) {
      this.made(this.trail.circleAt(performance.now(), spot.x, spot.y, pressure));
      this.board.drawCircle(spot, pressure);
    }
    // The way to the next spot is no part of the trail: the pads are lifted in between.
    this.trail.lift(performance.now());
    this.board.place(spot, pressures[0]);
    this.tell(`${this.placeInWords(spot)} ${fillIn(words.circled, { pressure: words[`name_${this.pressure}`] })}`);
  }

  keepDown() {
    this.staysDown = !this.staysDown;
    this.moving.down.setAttribute("aria-pressed", String(this.staysDown));
    this.tell(this.staysDown ? this.words.pads_down : this.words.pads_up);
  }

  tellPlace() {
    this.tell(this.placeInWords(this.spot));
  }

  /** @param {Spot} spot */
  placeInWords(spot) {
    const { words } = this;
    const region = regionAt(this.chest.cells, this.measures, spot);
    const name = region ? words[`region_${region}`] : words.outside;
    const told = { side: words[`side_${this.side}`], row: rowAt(this.measures, spot.y), strip: stripAt(this.measures, spot.x) };
    return fillIn(words.place, { ...told, region: name.charAt(0).toUpperCase() + name.slice(1) });
  }

  /** @param {string} text */
  tell(text) {
    this.where.textContent = text;
  }

  // Drawing

  /** Draw what waits with the next picture of the screen. */
  nextFrame() {
    this.frame ||= requestAnimationFrame(this.onFrame);
  }

  drawFrame() {
    this.frame = 0;
    if (this.way === "show") return this.demo.frame();
    for (const { x, y, pressure } of this.waiting.splice(0)) this.board.draw(x, y, pressure);
    const pressure = this.pressing ? this.pressureAt(this.spot) : 0;
    this.board.place(this.spot, pressure);
    if (this.trail.roughened && !this.toldLength) this.tell(this.words.too_long);
    this.toldLength = this.trail.roughened;
  }

  redraw() {
    this.board.measure();
    this.board.wipe();
    this.waiting = [];
    if (this.way !== "show") for (const [, x, y, pressure] of this.trail.samples) this.board.draw(x, y, pressure);
    this.board.place(this.spot, 0);
  }

  opened() {
    const size = new ResizeObserver(this.guard(() => this.board.measure() && this.redraw()));
    size.observe(this.board.node);
    this.hear(this.demo.lessMotion, "change", () => this.demo.show(this.chest));
    this.hear(document, "visibilitychange", () => document.visibilityState === "hidden" && this.demo.halt());
    this.endings.push(() => size.disconnect(), () => cancelAnimationFrame(this.frame));
    this.redraw();
  }

  // What Python is asked

  about() {
    return { chest: this.chest.id, side: this.side, ...this.trail.told() };
  }

  askCovered() {
    this.question({ kind: "covered", ...this.about() });
  }

  hideOrReveal() {
    if (this.spots.length) this.question({ kind: "reveal", spots: this.spots, ...this.about() });
    else this.question({ kind: "hide", chest: this.chest.id });
  }

  /** @param {object} content */
  question(content) {
    this.asked = newRequestId();
    this.ask({ ...content, mark: this.asked });
  }

  /** @param {any} message */
  message(message) {
    if (!this.asked || message.mark !== this.asked) return;
    this.asked = ""; // the same answer may come twice
    const { words } = this;
    const acts = {
      covered: () => this.result.replaceChildren(...coveredNodes(message, this.chest, this.mirrored, this.tone, this.model.get("trials"), words)),
      nothing: () => this.result.replaceChildren(),
      hidden: () => this.takeSpots(message.spots),
      revealed: () => this.reveal(message.told),
    };
    /** @type {Record<string, (() => void) | undefined>} */ (acts)[message.kind]?.();
  }

  /** @param {number[][]} spots */
  takeSpots(spots) {
    this.startOver(this.words.ready);
    this.spots = spots;
    this.hideButton.textContent = this.words.reveal;
  }

  /** @param {string[]} told */
  reveal(told) {
    const { spots } = this;
    this.result.replaceChildren(...spotNodes(told, this.words));
    this.forgetSpots();
    for (const [x, y] of spots) this.board.mark({ x, y });
  }
}

export default panel(SearchView);
