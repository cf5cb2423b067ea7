// The page of a running routine: a stage whose parts keep their places in every step and state. Everything that is not
// followed with the eyes while hands move opens from "More", over the drawing. The engine's time leads; this page shows.
import { element, labelled, sourceList } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { Controls, Settings, StepList } from "./controls.js";
import { fit } from "./fitting.js";
import { More } from "./more.js";
import { endPage } from "./pages.js";
import { myPicture } from "./picture.js";
import { PictureChoice } from "./picture_choice.js";
import { pressureLines, pressureMark } from "./pressure.js";
import { Stage } from "./stage.js";

/** @typedef {import("./player.js").Player} Player */

class RunningPage {
  /**
   * @param {Player} player
   * @param {{far: () => void, full: () => void, note: HTMLElement}} view `note`: what is told once, such as a missing voice
   */
  constructor(player, view) {
    this.player = player;
    const { words } = player;
    this.more = new More(words);
    this.controls = new Controls(player, view, this.more.opener);
    this.steps = new StepList(player, this.controls);
    this.settings = new Settings(player, this.controls);
    const picture = myPicture(window);
    this.stage = new Stage(player.routine.stage, words, picture);
    this.picture = new PictureChoice(picture, player.routine.stage, words, () => player.changed());
    this.buildHead();
    this.buildWords();
    this.details = element("div", "course-step-details");
    this.awake = element("p", "course-small course-awake");
    this.more.fill(this.controls.more, this.details, this.picture.node, this.steps.node, this.settings.node, this.awake);
    this.end = element("div", "course-player-end");
    this.end.hidden = true;
    this.rule = element("p", "course-player-rule-line", `${words.stop_rule_title}: ${player.routine.stop_rule}`);
    this.said = element("div", "course-stage-said");
    this.said.append(view.note, this.caption);
    this.stage.frame.append(this.said);
    this.nodes = [this.head, this.stage.node, this.told, this.end, this.more.node, this.controls.node, this.controls.nav, this.rule];
  }

  buildHead() {
    const { words } = this.player;
    this.head = element("div", "course-player-head");
    this.count = element("span", "course-player-count");
    this.phase = element("span", "course-player-phase");
    this.handsOff = element("strong", "course-hands-off", words.hands_off);
    this.heading = element("p", "course-step-title");
    this.heading.tabIndex = -1;
    this.side = element("p", "course-step-side");
    const line = element("p", "course-player-line");
    line.append(this.count, this.phase, this.handsOff);
    this.named = element("div", "course-step-name");
    this.named.append(this.heading, this.side);
    this.progress = element("div", "course-progress");
    this.progress.setAttribute("role", "progressbar");
    this.progress.setAttribute("aria-label", words.progress_label);
    this.progress.setAttribute("aria-valuemin", "0");
    this.progress.setAttribute("aria-valuemax", "100");
    this.bar = element("span");
    this.progress.append(this.bar);
    this.head.append(line, this.named, this.progress);
  }

  buildWords() {
    const { words } = this.player;
    this.cue = element("div", "course-cue");
    this.pressure = element("div", "course-pressure");
    this.timeBox = element("p", "course-time");
    this.digits = element("span", "course-digits");
    this.digits.setAttribute("role", "timer");
    this.digits.setAttribute("aria-label", words.timer_label);
    this.unit = element("span", "course-unit");
    this.timeBox.append(this.digits, " ", this.unit);
    this.told = element("div", "course-player-words");
    this.told.append(this.cue, this.pressure, this.timeBox);
    this.caption = element("p", "course-caption");
    this.caption.setAttribute("aria-label", words.caption_label);
  }

  /** After a press, a boundary or a change of settings. */
  refresh() {
    const { player } = this;
    this.controls.refresh();
    this.steps.refresh();
    this.settings.refresh();
    this.picture.refresh();
    this.stage.dress();
    this.showStep();
    this.showPhase();
    this.caption.textContent = player.caption;
    this.caption.hidden = !player.settings.captions || !player.caption;
    this.frame();
  }

  showPhase() {
    const { player } = this;
    const { words } = player;
    const { phase } = player.engine;
    const done = phase === "done";
    // Who starts wants to see what the hands do.
    if (phase === "get-ready" && this.showedPhase === "ready") this.more.close();
    this.showedPhase = phase;
    const changeover = player.run[player.engine.segment].area ? words.next_area : words.changeover;
    const names = { "get-ready": words.get_ready, changeover, paused: words.paused, running: words.running, done: words.done };
    this.phase.textContent = names[phase] ?? "";
    this.handsOff.hidden = player.way.mode !== "watch" || done;
    this.awake.textContent = player.moving ? words[player.awake ? "awake_on" : "awake_off"] : "";
    this.stage.node.hidden = done;
    this.told.hidden = done;
    if (done && this.end.hidden) this.showEnd();
    if (done) this.endPage.refresh();
    this.end.hidden = !done;
  }

  showEnd() {
    this.more.close();
    this.endPage = endPage(this.player);
    this.end.replaceChildren(...this.endPage.nodes);
    this.endHeading = this.endPage.heading;
  }

  /** The words of a step are made anew only when the step or the amount of help is another one. */
  showStep() {
    const { player } = this;
    const { words, segment, still } = player;
    const help = player.way.mode === "watch" ? "full" : player.help;
    const key = [player.engine.segment, segment.id, help, still, player.untimed].join();
    if (key === this.shown) return;
    this.shown = key;
    const number = player.engine.segment + 1;
    this.count.textContent = fillIn(words.steps_of, { number, total: player.run.length });
    this.heading.textContent = help === "none" ? this.count.textContent : segment.title;
    this.side.textContent = segment.side;
    this.side.hidden = !segment.side;
    const whole = help === "full";
    this.cue.replaceChildren(...(whole ? [element("p", "course-instruction", segment.cue)] : []));
    this.pressure.replaceChildren(...(whole ? pressureMark(segment, this.cap, words) : []));
    this.details.replaceChildren(...(whole ? this.fullCues(segment) : []));
    this.controls.coming.textContent = this.comingText(number);
    this.stage.show(segment, still, pressureLines(segment, this.cap));
    this.stage.node.classList.toggle("course-stage-empty", !whole);
    this.fit();
  }

  /** The firmest level that today's check leaves; null if it changes nothing. */
  get cap() {
    const { player } = this;
    return player.way.mode === "practise" ? player.way.plan?.pressure_max ?? null : null;
  }

  fullCues(segment) {
    const { player } = this;
    const { words } = player;
    const nodes = [element("p", "course-instruction-whole", segment.instruction)];
    const lighter = this.cap !== null && segment.pressure_max !== null && segment.pressure_max > this.cap;
    nodes.push(labelled(`${words.pressure}:`, lighter ? fillIn(words.pressure_at_most, { level: this.cap }) : segment.pressure));
    if (segment.direction) nodes.push(labelled(`${words.direction}:`, segment.direction));
    if (segment.avoid.length) nodes.push(labelled(`${words.avoid}:`, segment.avoid.join("; ")));
    nodes.push(labelled(`${player.way.mode === "watch" ? words.time_in_practice : words.time}:`, segment.time));
    nodes.push(labelled(`${words.in_words}:`, segment.words));
    if (segment.sources.length) nodes.push(sourceList(segment.sources, words.card_sources));
    return nodes;
  }

  comingText(number) {
    const { player } = this;
    const next = player.run[number];
    const title = next && (next.side ? `${next.title}, ${next.side}` : next.title);
    return next ? fillIn(player.words.coming, { title }) : player.words.last_step;
  }

  /** The words take the largest size with which they stand whole in their places, which never change. */
  fit() {
    this.stage.fit();
    for (const place of [this.head.firstElementChild, this.named, this.cue, this.pressure, this.controls.comingPlace, this.rule]) fit(place);
  }

  /** What changes with time alone. */
  frame() {
    const { player } = this;
    const at = player.moment;
    const leading = at.phase === "get-ready" || at.phase === "changeover";
    const left = leading ? at.lead : at.remaining;
    const digits = left === null || at.phase === "done" ? "" : String(Math.ceil(left / 1000));
    if (digits !== this.digits.textContent) this.digits.textContent = digits;
    const unit = this.unitText(left, leading);
    if (unit !== this.unit.textContent) this.unit.textContent = unit;
    const percent = Math.round(at.progress * 100);
    this.bar.style.width = `${(at.progress * 100).toFixed(2)}%`;
    if (percent !== this.percent) {
      this.percent = percent;
      this.progress.setAttribute("aria-valuenow", String(percent));
      this.progress.setAttribute("aria-valuetext", this.count.textContent ?? "");
    }
    if (at.phase !== "done") this.stage.place(at.motion);
    return at;
  }

  unitText(left, leading) {
    const { player } = this;
    const { words } = player;
    if (player.engine.phase === "done") return "";
    if (leading || left !== null) return words.seconds_left;
    const led = player.segment.led;
    return led === "clock" ? words.your_pace : words[`led_by_${led}`];
  }
}

export { RunningPage };
