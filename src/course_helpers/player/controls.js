// What is pressed while a routine runs. The two large buttons keep their place in every state.
import { listen } from "../panel/faults.js";
import { button, element, ownName } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { HELP, LONGER, SPEEDS } from "./settings.js";

/** @typedef {import("./player.js").Player} Player */

function enable(press, enabled) {
  press.setAttribute("aria-disabled", String(!enabled));
}

/** A button that stays in the tab order when it does nothing, so that the focus is never lost. */
function guarded(text, act, className = "") {
  const press = button(text, () => press.getAttribute("aria-disabled") !== "true" && act(), className);
  return press;
}

function row(...buttons) {
  const box = element("div", "course-controls-small");
  box.append(...buttons);
  return box;
}

class Controls {
  /**
   * @param {Player} player
   * @param {{far: () => void, full: () => void}} view
   * @param {HTMLElement} opener what opens everything else
   */
  constructor(player, view, opener) {
    this.player = player;
    this.locked = false;
    const { words } = player;
    this.main = button("", () => this.pressMain(), "course-button-main course-big");
    this.stop = button(words.stop, () => player.stop(), "course-button-stop course-big");
    this.back = guarded(words.back, () => player.press("back"));
    this.skip = guarded(words.skip, () => player.press("skip"));
    this.next = guarded(words.next, () => player.press("next"), "course-button-main");
    this.finish = guarded(words.finish, () => player.press("finish"));
    this.far = button(words.far, view.far, "course-far");
    this.full = button(words.full, view.full);
    this.lock = button(words.lock, () => this.toggleLock());
    this.lock.setAttribute("aria-pressed", "false");
    this.node = element("div", "course-controls");
    this.node.append(this.main, this.stop);
    this.coming = element("p", "course-coming");
    this.comingPlace = element("div", "course-coming-place");
    this.comingPlace.append(this.coming);
    this.nav = element("div", "course-nav");
    this.nav.append(this.back, this.skip, this.next, this.comingPlace, opener);
    this.more = row(this.finish, this.far, this.full, this.lock);
  }

  pressMain() {
    const { player } = this;
    const acts = {
      ready: () => player.start(),
      paused: () => player.press("resume"),
      done: () => (player.way.mode === "watch" ? player.beginWatch() : player.restart()),
    };
    (acts[player.engine.phase] ?? (() => player.press("pause")))();
  }

  toggleLock() {
    this.locked = !this.locked;
    this.lock.setAttribute("aria-pressed", String(this.locked));
    this.player.changed();
  }

  refresh() {
    const { player } = this;
    const { words } = player;
    const { phase } = player.engine;
    const names = { ready: words.start, paused: words.resume, done: player.way.mode === "watch" ? words.watch_again : words.again };
    this.main.textContent = names[phase] ?? words.pause;
    const under = !["ready", "done"].includes(phase) && !this.locked;
    for (const press of [this.back, this.skip, this.finish]) enable(press, under);
    enable(this.next, under && (phase === "running" || phase === "paused"));
    this.next.hidden = !player.untimed;
    this.coming.hidden = phase === "done";
    this.lock.textContent = this.locked ? words.unlock : words.lock;
  }
}

/** The list of steps: where we are, and a way to go to another one. */
class StepList {
  constructor(player, controls) {
    this.player = player;
    this.controls = controls;
    this.node = element("details", "course-step-list");
    const list = element("ol");
    this.buttons = player.run.map((segment, index) => {
      const line = element("li");
      const title = segment.side ? `${segment.title}, ${segment.side}` : segment.title;
      const press = guarded(title, () => player.press("jump", { to: index }), "course-step-jump");
      press.setAttribute("aria-label", fillIn(player.words.jump_to, { number: index + 1, title }));
      line.append(press);
      list.append(line);
      return press;
    });
    this.node.append(element("summary", "", player.words.step_list), list);
  }

  refresh() {
    const { engine } = this.player;
    const can = !["ready", "done"].includes(engine.phase) && !this.controls.locked;
    for (const [index, press] of this.buttons.entries()) {
      enable(press, can && this.player.mayBegin(index));
      if (index === engine.segment) press.setAttribute("aria-current", "step");
      else press.removeAttribute("aria-current");
    }
  }
}

/** Everything that may be set, each with its own switch. */
class Settings {
  constructor(player, controls) {
    this.player = player;
    this.controls = controls;
    this.fields = [];
    const { words } = player;
    this.node = element("details", "course-settings");
    const box = element("div", "course-settings-box");
    if (player.way.mode === "practise") {
      this.choice(box, "speed", words.speed, SPEEDS.map((value) => [value, `${value}×`]));
      this.choice(box, "longer", words.longer, LONGER.map((value) => [value, words[`longer_${value}`]]));
      this.choice(box, "getReady", words.countdown, [0, 5, 10, 20, 30, 60].map((value) => [value * 1000, String(value)]));
      if (player.standing.whole > 0) this.choice(box, "help", words.help_level, HELP.map((value) => [value, words[`help_${value}`]]));
      this.toggle(box, "untimed", words.no_limit);
    }
    this.toggle(box, "tones", words.tones);
    this.volume(box);
    const { voice, captions, vibration, reader, still, keys } = words;
    for (const [name, text] of Object.entries({ voice, captions, vibration, reader, still, keys })) this.toggle(box, name, text);
    this.node.append(element("summary", "", words.settings), box, element("p", "course-small", words.music_note));
  }

  /** A labelled field that shows the player's value and sets it. */
  field(box, name, label, input, read, show) {
    const line = element("div", "course-setting");
    const named = /** @type {HTMLLabelElement} */ (element("label", "", label));
    input.id = named.htmlFor = ownName();
    listen(input, "change", () => {
      if (this.controls.locked) this.refresh();
      else this.player.set(name, read(input));
    });
    line.append(...(input.type === "checkbox" ? [input, named] : [named, input]));
    box.append(line);
    this.fields.push(() => show(input, this.player.setting(name)));
  }

  choice(box, name, label, entries) {
    const select = document.createElement("select");
    for (const [value, text] of entries) select.append(new Option(text, String(value)));
    const read = (one) => (typeof entries[0][0] === "number" ? Number(one.value) : one.value);
    this.field(box, name, label, select, read, (one, value) => {
      one.value = String(value);
    });
  }

  toggle(box, name, label) {
    const input = document.createElement("input");
    input.type = "checkbox";
    this.field(box, name, label, input, (one) => one.checked, (one, value) => {
      one.checked = value;
    });
  }

  volume(box) {
    const input = document.createElement("input");
    Object.assign(input, { type: "range", min: "0", max: "1", step: "0.1" });
    this.field(box, "volume", this.player.words.volume, input, (one) => Number(one.value), (one, value) => {
      one.value = String(value);
    });
  }

  refresh() {
    for (const show of this.fields) show();
  }
}

export { Controls, Settings, StepList };
