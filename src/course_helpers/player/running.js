// The page of a running routine: drawing, words, time left. The engine's time leads; this page only shows it.
import { element, labelled, sourceList } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { Controls, Settings, StepList } from "./controls.js";
import { endPage } from "./pages.js";
import { Stage } from "./stage.js";

/** @typedef {import("./player.js").Player} Player */

class RunningPage {
  /**
   * @param {Player} player
   * @param {{far: () => void, full: () => void}} view
   */
  constructor(player, view) {
    this.player = player;
    const { words } = player;
    this.controls = new Controls(player, view);
    this.steps = new StepList(player, this.controls);
    this.settings = new Settings(player, this.controls);
    this.stage = new Stage(player.routine.stage, words);
    this.heading = element("p", "course-step-title");
    this.heading.tabIndex = -1;
    this.buildWords();
    this.buildTime();
    this.end = element("div", "course-player-end");
    this.end.hidden = true;
    this.main = element("div", "course-player-main");
    this.told = element("div", "course-player-words");
    this.told.append(this.timeBox, this.caption, this.cues);
    this.main.append(this.stage.node, this.told);
    this.rule = element("p", "course-small course-player-rule-line", `${words.stop_rule_title}: ${player.routine.stop_rule}`);
    this.nodes = [this.head, this.progress, this.main, this.end, this.controls.node, this.controls.more, this.rule, this.awake, this.steps.node, this.settings.node];
  }

  buildWords() {
    const { words } = this.player;
    this.head = element("div", "course-player-head");
    this.count = element("span", "course-player-count");
    this.phase = element("span", "course-player-phase");
    this.handsOff = element("strong", "course-hands-off", words.hands_off);
    this.side = element("p", "course-step-side");
    const line = element("p", "course-player-line");
    line.append(this.count, this.phase, this.handsOff);
    this.head.append(line, this.heading, this.side);
    this.caption = element("p", "course-caption");
    this.caption.setAttribute("aria-label", words.caption_label);
    this.cues = element("div", "course-cues");
    this.awake = element("p", "course-small course-awake");
  }

  buildTime() {
    const { words } = this.player;
    this.timeBox = element("p", "course-time");
    this.digits = element("span", "course-digits");
    this.digits.setAttribute("role", "timer");
    this.digits.setAttribute("aria-label", words.timer_label);
    this.unit = element("span", "course-unit");
    this.timeBox.append(this.digits, " ", this.unit);
    this.progress = element("div", "course-progress");
    this.progress.setAttribute("role", "progressbar");
    this.progress.setAttribute("aria-label", words.progress_label);
    this.progress.setAttribute("aria-valuemin", "0");
    this.progress.setAttribute("aria-valuemax", "100");
    this.bar = element("span");
    this.progress.append(this.bar);
  }

  /** After a press, a boundary or a change of settings. */
  refresh() {
    const { player } = this;
    this.controls.refresh();
    this.steps.refresh();
    this.settings.refresh();
    this.showStep();
    this.showPhase();
    this.caption.textContent = player.caption;
    this.caption.hidden = !player.settings.captions;
    this.frame();
  }

  showPhase() {
    const { player } = this;
    const { words } = player;
    const { phase } = player.engine;
    const done = phase === "done";
    const changeover = player.run[player.engine.step].area ? words.next_area : words.changeover;
    const names = { "get-ready": words.get_ready, changeover, paused: words.paused, running: words.running, done: words.done };
    this.phase.textContent = names[phase] ?? "";
    this.handsOff.hidden = player.mode !== "watch" || done;
    this.awake.textContent = player.moving ? words[player.awake ? "awake_on" : "awake_off"] : "";
    this.main.hidden = done;
    if (done && this.end.hidden) this.showEnd();
    if (done) this.endPage.refresh();
    this.end.hidden = !done;
  }

  showEnd() {
    this.endPage = endPage(this.player);
    this.end.replaceChildren(...this.endPage.nodes);
    this.endHeading = this.endPage.heading;
  }

  /** The words of a step are made anew only when the step or the amount of help is another one. */
  showStep() {
    const { player } = this;
    const { words, turn, still } = player;
    const help = player.mode === "watch" ? "full" : player.help;
    const key = [player.engine.step, turn.id, help, still, player.untimed].join();
    if (key === this.shown) return;
    this.shown = key;
    const number = player.engine.step + 1;
    this.count.textContent = fillIn(words.steps_of, { number, total: player.run.length });
    this.heading.textContent = help === "none" ? this.count.textContent : turn.title;
    this.side.textContent = turn.side;
    this.side.hidden = !turn.side;
    this.cues.replaceChildren(...(help === "full" ? this.fullCues(turn) : []), this.coming(number));
    this.stage.show(turn, still);
    this.stage.node.hidden = help !== "full";
  }

  fullCues(turn) {
    const { player } = this;
    const { words } = player;
    const nodes = [element("p", "course-instruction", turn.instruction)];
    const cap = player.mode === "practise" ? player.plan?.pressure_max ?? null : null;
    const lighter = cap !== null && turn.pressure_max !== null && turn.pressure_max > cap;
    nodes.push(labelled(`${words.pressure}:`, lighter ? fillIn(words.pressure_at_most, { level: cap }) : turn.pressure));
    if (turn.direction) nodes.push(labelled(`${words.direction}:`, turn.direction));
    if (turn.avoid.length) nodes.push(labelled(`${words.avoid}:`, turn.avoid.join("; ")));
    nodes.push(labelled(`${player.mode === "watch" ? words.time_in_practice : words.time}:`, turn.time));
    if (turn.sources.length) nodes.push(sourceList(turn.sources, words.card_sources));
    return nodes;
  }

  coming(number) {
    const { player } = this;
    const next = player.run[number];
    const title = next && (next.side ? `${next.title}, ${next.side}` : next.title);
    return element("p", "course-coming", next ? fillIn(player.words.coming, { title }) : player.words.last_step);
  }

  /** Whether the words of the step end above the buttons. */
  get fits() {
    const text = this.told.getBoundingClientRect();
    const drawing = this.stage.node.getBoundingClientRect();
    return Math.max(text.bottom, drawing.bottom) <= this.controls.node.getBoundingClientRect().top;
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
    const led = player.turn.led;
    return led === "clock" ? words.your_pace : words[`led_by_${led}`];
  }
}

export { RunningPage };
