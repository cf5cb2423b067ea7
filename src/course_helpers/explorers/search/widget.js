// The search trainer: the pads are moved here and the trail is kept here. Python is asked for nothing but the result.
import { listen } from "../../panel/faults.js";
import { fillIn } from "../../panel/fill_in.js";
import { figureOf, letterOrKey } from "../../panel/keys.js";
import { button, element, ownName, statusRegion } from "../../panel/parts.js";
import { newRequestId } from "../../panel/messenger.js";
import { PanelView, panel } from "../../panel/view.js";
import { SearchBoard } from "./board.js";
import { buttonsToMove, radios, settings } from "./controls.js";
import { FarView } from "./far_view.js";
import { IN_TURN, OneSearch } from "./one_search.js";
import { PadInput } from "./pad_input.js";
import { coveredNodes, spotNodes } from "./result.js";
import { ShownSearch } from "./shown_search.js";

/** @typedef {import("./board.js").Chest} Chest */
/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {"show" | "hint" | "unaided"} Way */

/** Keys that are one press however long they are held. An arrow that is held walks on. */
const ONE_PRESS = [" ", "Enter", "p", "w"];

class SearchView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-search", given.model.get("words").title);
    /** @type {Chest[]} */
    this.chests = this.model.get("chests");
    this.measures = this.model.get("measures");
    /** @type {Record<string, string>} */
    this.tone = this.model.get("tones")[0];
    /** @type {Way} */
    this.way = "hint";
    this.search = new OneSearch(this.chests[0], this.measures, this.words);
    this.staysDown = false;
    this.toldLength = false;
    /** The mark of the open question: what another page asked, or this one about another chest, is not shown here. */
    this.asked = "";
    /** @type {{x: number, y: number, pressure: number}[]} */
    this.waiting = [];
    this.frame = 0;
    this.onFrame = this.guard(() => this.drawFrame());
    this.connect();
    this.build();
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
    this.pads = this.padInput();
    this.demo = new ShownSearch(this.board, words, {
      place: (spot) => this.search.placeInWords(spot),
      region: (spot) => this.search.regionAt(spot),
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
      this.pads.choice,
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
    listen(this.board.node, "keydown", (event) => this.key(event));
  }

  padInput() {
    return new PadInput(this.board, this.words.device, {
      hears: () => this.way !== "show",
      isOnArea: (spot) => this.search.isOnArea(spot),
      press: (spot, given) => this.touch(spot, given),
      hover: (spot) => (this.search.spot = spot),
      moved: () => this.nextFrame(),
      lift: () => this.lift(),
      guard: (act) => this.guard(act),
    });
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
  another(chosen) {
    Object.assign(this.search, chosen);
    this.showChest();
    this.startOver(this.words.ready);
  }

  /** @param {Record<string, string>} tone */
  wear(tone) {
    this.tone = tone;
    this.showChest();
  }

  showChest() {
    const { words, search } = this;
    this.board.show(search.chest, search.mirrored, this.tone);
    this.board.node.setAttribute("aria-label", fillIn(words.board, { side: words[`side_${search.side}`] }));
    this.board.showHint(this.way === "hint");
    this.demo.show(search.chest);
    this.redraw();
  }

  /** @param {Way} way */
  help(way) {
    this.way = way;
    this.demo.show(this.search.chest);
    this.demo.node.hidden = way !== "show";
    this.choices.box.hidden = way === "show";
    this.actions.hidden = way === "show";
    this.board.showHint(way === "hint");
    this.redraw();
  }

  /** @param {number} pressure */
  press(pressure) {
    this.search.press(pressure);
    this.pads.forgetPen();
    this.choices.set(String(pressure));
    this.tell(fillIn(this.words.pressure_now, { pressure: this.words[`name_${pressure}`] }));
    this.board.place(this.search.spot, 0);
  }

  /**
   * @param {string} said
   * @param {number[][]} spots that are hidden
   */
  startOver(said, spots = []) {
    this.asked = "";
    this.search.startOver(spots);
    this.marksGone();
    this.result.replaceChildren();
    this.redraw();
    this.tell(said);
  }

  marksGone() {
    this.board.forgetMarks();
    this.hideButton.textContent = this.search.spots.length ? this.words.reveal : this.words.hide;
  }

  // The pads

  /**
   * @param {Spot} spot
   * @param {import("./trail.js").Pressure | null} given by a pen; none: the pressure that was chosen
   */
  touch(spot, given) {
    const pressure = given ?? this.search.pressureAt(spot);
    this.waiting.push({ ...spot, pressure });
    this.showSpots(this.search.touch(performance.now(), spot, pressure));
    this.nextFrame();
  }

  lift() {
    this.search.lift(performance.now());
    this.waiting.push({ ...this.search.spot, pressure: 0 });
    this.nextFrame();
  }

  /** @param {import("./one_search.js").Shown[]} shown */
  showSpots(shown) {
    const { words } = this;
    for (const { spot, pressure, first } of shown) {
      this.board.mark(spot);
      if (!first) continue;
      this.status.textContent = fillIn(words.felt, { pressure: words[`name_${pressure}`], place: this.search.placeInWords(spot) });
    }
  }

  // Keys

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = figureOf(event) || letterOrKey(event);
    const holdsOn = event.repeat && ONE_PRESS.includes(key);
    if (!holdsOn && !this.acts(key)) return;
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
    const done = this.search.step(key);
    if (!done) return;
    if (this.staysDown && done === "moved") this.circleHere();
    else this.tell(done === "edge" ? this.words.edge : this.search.placeInWords(this.search.spot));
    this.nextFrame();
  }

  circleHere() {
    if (this.way === "show") return;
    const { words, search } = this;
    const { pressures, shown } = search.circleHere(performance.now());
    this.showSpots(shown);
    for (const pressure of pressures) this.board.drawCircle(search.spot, pressure);
    this.board.place(search.spot, pressures[0]);
    this.tell(`${search.placeInWords(search.spot)} ${fillIn(words.circled, { pressure: words[`name_${search.pressure}`] })}`);
  }

  keepDown() {
    this.staysDown = !this.staysDown;
    this.moving.down.setAttribute("aria-pressed", String(this.staysDown));
    this.tell(this.staysDown ? this.words.pads_down : this.words.pads_up);
  }

  tellPlace() {
    this.tell(this.search.placeInWords(this.search.spot));
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
    const { spot, trail } = this.search;
    this.board.place(spot, this.pads.pressing ? this.search.pressureAt(spot) : 0);
    if (trail.roughened && !this.toldLength) this.tell(this.words.too_long);
    this.toldLength = trail.roughened;
  }

  redraw() {
    this.board.measure();
    this.board.wipe();
    this.waiting = [];
    if (this.way !== "show") for (const [, x, y, pressure] of this.search.trail.samples) this.board.draw(x, y, pressure);
    this.board.place(this.search.spot, 0);
  }

  opened() {
    const size = new ResizeObserver(this.guard(() => this.board.measure() && this.redraw()));
    size.observe(this.board.node);
    this.hear(this.demo.lessMotion, "change", () => this.demo.show(this.search.chest));
    this.hear(document, "visibilitychange", () => document.visibilityState === "hidden" && this.demo.halt());
    this.endings.push(() => size.disconnect(), () => cancelAnimationFrame(this.frame));
    this.redraw();
  }

  // What Python is asked

  askCovered() {
    this.question({ kind: "covered", ...this.search.told() });
  }

  hideOrReveal() {
    const { spots, chest } = this.search;
    if (spots.length) this.question({ kind: "reveal", spots, ...this.search.told() });
    else this.question({ kind: "hide", chest: chest.id });
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
    const acts = {
      covered: () => this.showCovered(message),
      nothing: () => this.result.replaceChildren(),
      hidden: () => this.startOver(this.words.ready, message.spots),
      revealed: () => this.reveal(message.told),
    };
    /** @type {Record<string, (() => void) | undefined>} */ (acts)[message.kind]?.();
  }

  /** @param {any} message */
  showCovered(message) {
    const { chest, mirrored } = this.search;
    this.result.replaceChildren(...coveredNodes(message, chest, mirrored, this.tone, this.model.get("trials"), this.words));
  }

  /** @param {string[]} told */
  reveal(told) {
    const { spots } = this.search;
    this.result.replaceChildren(...spotNodes(told, this.words));
    this.search.hide([]);
    this.marksGone();
    for (const [x, y] of spots) this.board.mark({ x, y });
  }
}

export default panel(SearchView);
