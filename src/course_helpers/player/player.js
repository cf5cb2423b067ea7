// One routine of one kernel's panel: the engine, its clock, its sounds and its journal. Views only show it.
import { Connection } from "../panel/connection.js";
import { letterOrKey } from "../panel/keys.js";
import { newRequestId } from "../panel/messenger.js";
import { onNews } from "../panel/news.js";
import { fillIn } from "../panel/fill_in.js";
import { Heartbeat, WakeLock } from "./clock.js";
import { STILL, advance, deadline, isOpen, mayBegin, moment, newState, restored, stepLength } from "./engine.js";
import { Journal } from "./journal.js";
import { PageTitle } from "./page_title.js";
import { Tones, Voice } from "./sound.js";

const SETTINGS_KEY = "course-helpers:player-settings";
const BEGINS = "course-player-begins";
/** Where a letter is written, or chooses an entry of a list. */
const WRITES = "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable=true]";
const PLACE_EVERY_MS = 900;
const SAID_APART_MS = 3000;
const WATCH = { speed: 1, longer: 1, untimed: false, getReady: 3000 };
/** A demonstration shows so much of every step, at the step's own pace; too little to practise along with. */
const WATCH_STEP_MS = 10_000;
const USUAL = {
  speed: 1, longer: 1, untimed: false, getReady: 10_000,
  tones: true, volume: 0.5, voice: true, captions: true, vibration: false, reader: false, still: null, keys: true,
  help: "full",
};
/** What a stored setting may be; anything else, from an older course or a damaged store, is left aside. */
const FITS = {
  speed: (value) => [0.5, 0.75, 1, 1.25, 1.5, 2].includes(value),
  longer: (value) => [1, 2, 5, 10].includes(value),
  getReady: (value) => Number.isFinite(value) && value >= 0 && value <= 60_000,
  volume: (value) => Number.isFinite(value) && value >= 0 && value <= 1,
  help: (value) => ["full", "titles", "none"].includes(value),
  still: (value) => value === null || typeof value === "boolean",
};
const PAGE = Symbol.for("course-helpers.players");
/**
 * Every player of this page: the key for Stop belongs to the one that moves, or to the one that moved last. Each panel
 * has a copy of this script of its own, so the page keeps them.
 * @type {{living: Set<Player>, lastMoved: Player | null}}
 */
const page = (window[PAGE] ??= { living: new Set(), lastMoved: null });
const VIBRATIONS = { boundary: [180], half: [60, 80, 60], done: [400] };

class Player {
  constructor(model) {
    this.model = model;
    this.name = model.get("panel");
    this.routine = model.get("routine");
    this.words = model.get("words");
    this.views = new Set();
    this.settings = { ...USUAL, ...storedSettings() };
    /** @type {"choice" | "check" | "outcome" | "run" | "pain"} */
    this.screen = "choice";
    this.mode = "practise";
    this.engine = null;
    this.plan = null;
    /** What the check came to, as Python says it. @type {any} */
    this.verdict = null;
    /** Why nothing is practised today whatever is answered, in a sentence; and the day that holds for. */
    this.shut = { sentence: "", day: "" };
    this.pain = null;
    this.off = new Set(this.routine.turns.filter((turn) => turn.optional && !turn.on).map((turn) => turn.step));
    this.caption = "";
    /** Milliseconds of practice since Start. */
    this.practised = 0;
    this.whole = false;
    /** What the answers of the check change, in words: they never leave this page. @type {string[]} */
    this.changesSaid = [];
    /** The day on which the check was answered; it opens nothing on another one. */
    this.day = "";
    /** The view that was used last: what is said is said there, once. */
    this.active = null;
    this.id = newRequestId();
    this.title = new PageTitle();
    this.heartbeat = new Heartbeat(this.guard(() => this.act({ kind: "tick" })));
    this.tones = new Tones(this.guard(() => this.planTonesIfAny()));
    const missing = this.guard((gone) => this.tell("caption", gone ? this.words.voice_missing : ""));
    this.voice = new Voice(this.routine.language, missing, (act) => this.guard(act));
    this.awake = false;
    this.wakeLock = new WakeLock(this.guard((awake) => {
      this.awake = awake;
      this.changed();
    }));
    this.journal = new Journal({
      ...browserStorage(),
      page: crypto.getRandomValues(new Uint32Array(1))[0] || 1,
      key: `course-helpers:practice:${this.routine.routine}`,
      send: (content, again) => this.connection.tell(content, again),
      wall: () => Date.now(),
      later: (act, ms) => window.setTimeout(this.guard(act), ms),
      cancel: (timer) => window.clearTimeout(timer),
      onKept: (kept) => this.tell("alert", kept ? this.words.not_saved : this.words.saved),
    });
    this.connection = new Connection(model, {
      reply: (reply) => this.reply(reply),
      message: (message) => this.hear(message),
      state: (name, value) => this.views.forEach((view) => view.take(name, value)),
      timeout: (late) => this.timeout(late),
      unknown: () => this.unknown(),
      guard: (act) => this.guard(act),
    });
    this.listen();
  }

  // --- the page around --------------------------------------------------------------------------------

  listen() {
    page.living.add(this);
    this.onOther = this.guard((event) => event.detail !== this.id && this.pauseFor("other"));
    this.onHidden = this.guard(() => this.lookAtPage());
    this.onKey = this.guard((event) => this.stopKey(event));
    this.noMoreNews = [
      onNews("forget", this.guard(() => this.forgotten())),
      onNews("answered", this.guard(() => this.lookAgain())),
    ];
    window.addEventListener(BEGINS, this.onOther);
    document.addEventListener("visibilitychange", this.onHidden);
    window.addEventListener("pageshow", this.onHidden);
    document.addEventListener("keydown", this.onKey, true);
  }

  /** A view came: the first one asks whether a practice waits to be taken up again. */
  join(view) {
    this.views.add(view);
    if (this.views.size > 1 || this.engine) return;
    this.journal.flush();
    this.askStanding();
  }

  /** What holds since before this page was opened; only where a practice waits does anybody wait for the answer. */
  askStanding() {
    const place = this.journal.place();
    if (place) this.connection.ask({ kind: "look", session: place.session });
    else {
      try {
        this.connection.tell({ kind: "look", session: null }, false);
      } catch {
        // The outcome of the check says the same later.
      }
    }
  }

  /** A view went: with the last one, nothing sounds or runs on. */
  leave(view) {
    this.views.delete(view);
    if (this.active === view) this.active = null;
    if (this.views.size) return;
    this.pauseFor("reload");
    this.quiet();
    this.heartbeat.stop();
    this.wakeLock.want(false);
  }

  end() {
    page.living.delete(this);
    this.leave(null);
    this.connection.end();
    for (const end of this.noMoreNews) end();
    this.journal.end();
    this.tones.close();
    this.voice.end();
    this.wakeLock.end();
    this.title.restore();
    window.removeEventListener(BEGINS, this.onOther);
    document.removeEventListener("visibilitychange", this.onHidden);
    window.removeEventListener("pageshow", this.onHidden);
    document.removeEventListener("keydown", this.onKey, true);
  }

  /** Out of sight with no sound that leads on, nobody follows: pause. In sight again: look at the clock at once. */
  lookAtPage() {
    if (document.visibilityState === "visible") {
      this.title.restore();
      if (this.engine) this.act({ kind: "tick" });
    } else if (this.moving && !(this.settings.tones && this.tones.works)) {
      this.pauseFor("hidden");
      this.title.say(this.words.hidden_title);
    }
  }

  /** The second way to stop, heard even while a window of JupyterLab lies over the page. */
  stopKey(event) {
    if (letterOrKey(event) !== "h" || event.ctrlKey || event.metaKey || event.altKey || !this.settings.keys) return;
    const writes = event.target instanceof HTMLElement && event.target.closest(WRITES);
    if (writes || !this.views.size || !this.engine || !["get-ready", "running", "paused", "changeover"].includes(this.engine.phase)) return;
    const moves = [...page.living].find((player) => player.moving) ?? page.lastMoved;
    if (moves && moves !== this && page.living.has(moves)) return;
    event.preventDefault();
    event.stopPropagation();
    this.stop();
  }

  // --- what comes from Python -------------------------------------------------------------------------

  hear(message) {
    if (message?.kind === "stored") this.journal.acknowledge(message.session, message.numbers);
    if (message?.kind === "standing") this.takeStanding(message);
    if (message?.kind === "outcome") this.takeOutcome(message);
  }

  reply(reply) {
    if (this.journal.waiting && this.journal.told) this.journal.flush();
    if (reply.text) this.tell(reply.fault ? "alert" : "status", reply.text);
  }

  /** The kernel knows no such routine any more. A routine under way needs no kernel, so it is left alone. */
  unknown() {
    if (this.moving) return;
    const [view] = this.views;
    view?.startAgain();
  }

  /** The record was erased, or somebody else learns now: a check that was answered opens nothing any more. */
  forgotten() {
    // A practice that moves may be another person's than the one who sits here now. Stop stays where it is.
    if (this.mode === "practise") this.pauseFor("person");
    this.journal.forget();
    this.settings = { ...USUAL };
    if (!this.engine && this.mode === "practise") this.restart();
    else this.connection.ask({ kind: "look" });
    this.changed();
  }

  // --- what goes wrong --------------------------------------------------------------------------------

  /**
   * The same act, whose failure becomes a sentence in every view.
   * @param {import("../panel/connection.js").Act} act
   */
  guard(act) {
    return (...given) => {
      try {
        act(...given);
      } catch (error) {
        this.fault(error);
      }
    };
  }

  /** Nobody is led on by a player that has failed: what sounds ends. Stop works as before. */
  fault(error) {
    this.quiet();
    for (const view of this.views) view.fault(error);
  }

  takeStanding(message) {
    this.shutToday(message.shut);
    const place = this.journal.place();
    if (message.known && place && !this.engine) this.takeUp(place, message.plan);
    else if (!message.known && place && !this.engine) this.journal.forgetPlace();
    this.changed();
  }

  /** Only the answer to the check that is open counts: a late one belongs to answers that were taken back. */
  takeOutcome(message) {
    if (this.screen !== "check" || message.request !== this.asked) return;
    this.asked = null;
    this.verdict = message.verdict;
    this.shutToday(message.shut);
    this.plan = message.plan;
    this.day = today();
    this.show("outcome");
  }

  shutToday(sentence) {
    this.shut = { sentence, day: today() };
  }

  /** Why "Practise" leads nowhere now; empty if it does. */
  get closed() {
    const { sentence, day } = this.shut;
    if (sentence && day === today()) return sentence;
    return this.standing.missing.map(({ text }) => text).join(" ");
  }

  timeout(late) {
    if (late) this.tell("status", this.words.silent_gate);
  }

  // --- the way in -------------------------------------------------------------------------------------

  show(screen) {
    this.screen = screen;
    if (screen !== "run" && screen !== "pain") this.caption = "";
    this.changed(true);
  }

  beginWatch() {
    this.mode = "watch";
    this.plan = null;
    if (this.prepare()) this.start();
  }

  beginCheck() {
    this.mode = "practise";
    Object.assign(this, { verdict: null, plan: null, asked: null, changesSaid: [] });
    this.show("check");
  }

  submit(answers, changes) {
    this.tell("status", this.words.checking);
    this.changesSaid = changes;
    this.asked = this.connection.ask({ kind: "answers", answers });
  }

  /** What the quiz and the record say about this learner. */
  get standing() {
    return this.model.get("standing");
  }

  /** What opens the practice may have been answered meanwhile; a routine on its way asks at its end. */
  lookAgain() {
    if (!this.engine) this.connection.ask({ kind: "look", session: this.journal.place()?.session ?? null });
  }

  /** Back to the first page; a check that was answered counts no longer. What hurt stays behind. */
  restart() {
    if (this.mode === "practise") this.connection.ask({ kind: "again" }, { must: true });
    Object.assign(this, { engine: null, plan: null, verdict: null, pain: null, asked: null, changesSaid: [] });
    this.journal.forgetPlace();
    this.show("choice");
  }

  // --- the routine ------------------------------------------------------------------------------------

  /** The turns of this run: what is on offer and switched on. */
  get turns() {
    const offered = this.mode === "watch" || !this.plan ? null : new Set(this.plan.steps);
    return this.routine.turns.filter((turn) => {
      if (this.mode === "watch") return turn.on;
      return offered?.has(turn.step) && !this.off.has(turn.step);
    });
  }

  /** Stand ready, with everything still; false if every step is switched off. */
  prepare() {
    this.run = this.turns;
    if (!this.run.length) return false;
    const watches = this.mode === "watch";
    // The step after one that was left out may begin on the other side: then there is nothing to change over from.
    const steps = this.run.map((turn, index) => {
      const changeover = turn.changeover && this.run[index - 1]?.step === turn.step;
      const ms = watches ? Math.min(turn.ms ?? WATCH_STEP_MS, WATCH_STEP_MS) : turn.ms;
      return { id: turn.id, ms, most: watches ? null : turn.most, times: watches ? null : turn.times, changeover };
    });
    this.engine = newState(steps, watches ? WATCH : this.settings);
    this.practised = 0;
    this.caption = this.words.ready;
    this.show("run");
    return true;
  }

  /** A practice that was under way when the page was left. */
  takeUp(place, plan) {
    this.mode = "practise";
    this.plan = plan;
    const turns = this.routine.turns.filter((turn) => place.steps?.includes?.(turn.id) && plan.steps.includes(turn.step));
    if (!turns.length) return;
    this.run = turns;
    const step = Math.max(0, turns.findIndex((turn) => turn.id === place.step));
    this.practised = 0;
    this.day = today();
    this.engine = restored(newState(turns, this.settings), { step, elapsed: place.elapsed, visits: place.visits });
    this.journal.goOn(place.session, this.routine.version);
    this.caption = this.words.paused_reload;
    this.show("run");
  }

  /** Whether this practice may come to a turn once more. */
  mayBegin(index) {
    return this.engine !== null && mayBegin(this.engine, index);
  }

  get moving() {
    return this.engine !== null && !STILL.has(this.engine.phase);
  }

  get turn() {
    return this.run?.[this.engine?.step ?? 0];
  }

  get moment() {
    return this.engine ? moment(this.engine, performance.now()) : null;
  }

  get untimed() {
    return this.engine !== null && isOpen(this.engine);
  }

  start() {
    // To make ready for sound takes a moment the first time; it is not taken from the learner's time.
    const pressed = performance.now();
    if (this.isAnotherDay()) return;
    this.tones.unlock();
    if (this.mode === "practise") this.journal.begin(this.plan.session, this.routine.version);
    this.act({ kind: "start" }, pressed);
  }

  press(kind, more = {}) {
    if (kind === "resume" && (this.isAnotherDay() || this.isEnough())) return;
    if (kind === "resume") this.tones.unlock();
    this.act({ kind, ...more });
  }

  /** A check holds for one day: on the next one the beginning is shown, and why. */
  isAnotherDay() {
    if (this.mode !== "practise" || this.day === today()) return false;
    this.restart();
    this.tell("status", this.words.another_day);
    return true;
  }

  /** Whether as much was practised today as the course guides in a day. */
  isEnough() {
    if (this.mode !== "practise" || !this.plan || !this.engine) return false;
    const enough = this.practised + this.engine.active >= this.plan.left_ms;
    if (enough) this.tell("status", this.words.paused_today);
    return enough;
  }

  pauseFor(reason) {
    if (this.moving) this.act({ kind: "pause", reason });
  }

  /** It hurts: silence and stillness first, everything else after. */
  stop() {
    this.quiet();
    const step = this.engine && this.run ? this.turn.id : null;
    if (this.engine) this.act({ kind: "stop" });
    this.heartbeat.stop();
    this.wakeLock.want(false);
    this.pain = { step, choice: null, sign: null, over: false };
    if (this.mode === "practise") {
      this.journal.forgetPlace();
      this.plan = null;
      this.connection.ask({ kind: "stopped", step, over: false }, { must: true });
    }
    this.tell("alert", `${this.routine.pain.card.title}. ${this.routine.pain.card.do_now[0]}`, true);
    this.show("pain");
  }

  /** Stop was pressed while only watching, by mistake: back to where it was, and still. */
  takeBackStop() {
    if (this.mode !== "watch") return;
    this.pain = null;
    this.act({ kind: "mistake" });
    this.caption = this.words.paused_mistake;
    this.show("run");
  }

  /** @param {number} choice */
  choosePain(choice) {
    Object.assign(this.pain, { choice, sign: null });
    const ends = this.routine.pain.choices[choice].ends_day && this.mode === "practise";
    if (ends && !this.pain.over) {
      this.pain.over = true;
      this.shutToday(this.words.ended_today);
      this.connection.ask({ kind: "stopped", step: this.pain.step, over: true }, { must: true });
    }
    this.changed();
  }

  /** @param {number | null} sign of the signs to choose from; null: the list again */
  chooseSign(sign) {
    this.pain.sign = sign;
    this.changed();
  }

  /** The place in the routine after the step that hurt; none if it was the last. */
  get afterPain() {
    const { turns } = this.routine;
    const hurt = turns.find((turn) => turn.id === this.pain?.step)?.step;
    if (!hurt) return 0;
    const later = turns.findLastIndex((turn) => turn.step === hurt) + 1;
    return later < turns.length ? later : null;
  }

  goOnLater() {
    this.engine = null;
    this.pain = null;
    this.beginCheck();
  }

  /** Every press and every beat goes through here. */
  act(event, now = performance.now()) {
    if (!this.engine) return;
    const before = this.engine;
    const { state, happened } = advance(before, event, now, Date.now());
    this.engine = state;
    for (const one of happened) this.happen(one);
    if (this.moving && this.isEnough()) return this.act({ kind: "pause", reason: "today" }, now);
    const moved = happened.length > 0 || event.kind !== "tick";
    if (event.kind !== "tick" || isElsewhere(before, state)) this.rearrange(before);
    else if (this.moving) this.keepPlace(now);
    if (moved) this.changed();
  }

  /** After a change: plan the next boundary anew. */
  rearrange(before) {
    const { engine } = this;
    if (this.moving) page.lastMoved = this;
    if (this.moving && STILL.has(before.phase)) {
      this.heartbeat.start();
      window.dispatchEvent(new CustomEvent(BEGINS, { detail: this.id }));
    }
    if (!this.moving) this.heartbeat.stop();
    this.wakeLock.want(this.moving);
    this.planTones();
    this.heartbeat.at(deadline(engine));
    if (engine.phase === "paused") this.voice.silence();
    this.keepPlace(performance.now(), true);
  }

  planTones() {
    if (["paused", "stopped-pain"].includes(this.engine.phase)) this.tones.silence();
    else this.tones.takeBack();
    const end = deadline(this.engine);
    if (!this.moving || end === null || !this.settings.tones) return;
    this.tones.volume = this.settings.volume;
    const now = performance.now();
    for (const before of [3000, 2000, 1000]) if (end - before > now) this.tones.plan("count", end - before);
    const last = this.engine.phase === "running" && this.engine.step + 1 === this.run.length;
    this.tones.plan(last ? "done" : "boundary", end);
  }

  quiet() {
    this.tones.silence();
    this.voice.silence();
    try {
      if (this.settings.vibration) navigator.vibrate?.(0);
    } catch {
      // Some browsers refuse; there is nothing to silence then.
    }
  }

  // --- what happened ----------------------------------------------------------------------------------

  happen(one) {
    const turn = this.run[one.step];
    const named = ({ title, side }) => (side ? `${title}, ${side}` : title);
    const at = (text) => fillIn(text, { title: named(turn), side: turn.side });
    const { words } = this;
    const next = this.run[one.step + 1];
    const hints = {
      "get-ready": () => (this.engine.begun ? fillIn(words.said_resumed, { seconds: Math.round(this.engine.lead / 1000) }) : at(words.said_get_ready)),
      changeover: () => at(turn.area ? words.said_next_area : words.said_changeover),
      begins: () => at(one.step + 1 === this.run.length && this.run.length > 1 ? `${words.said_begin} ${words.said_last}` : words.said_begin),
      half: () => words.said_half,
      ten: () => words.said_ten,
      soon: () => (next ? fillIn(words.said_next, { title: named(next) }) : words.said_last),
      paused: () => words[`paused_${one.reason}`] ?? words.said_paused,
      refused: () => words.said_once_only,
      done: () => words.said_done,
    };
    const text = hints[one.kind]?.();
    if (text) this.say(one, text.replace(/\s+/g, " ").trim());
    if (one.kind === "spent") this.practised += one.ms;
    if (one.kind === "spent" && this.mode === "practise") this.journal.add("step", turn.id, Math.round(one.ms) / 1000, one.done);
    if (one.kind === "done") this.finished(one.whole);
    if (this.settings.vibration && VIBRATIONS[one.kind]) navigator.vibrate?.(VIBRATIONS[one.kind]);
  }

  /** Caption always; status region at milestones; voice where it is wanted. */
  say(one, text) {
    this.caption = text;
    const automatic = one.kind === "paused" && one.reason !== "pressed";
    const milestone = ["begins", "half", "ten", "paused", "refused", "done", "get-ready"].includes(one.kind);
    const now = performance.now();
    const routine = one.kind === "half" || one.kind === "ten";
    if (automatic) this.tell("alert", text);
    else if (milestone && !(routine && now - (this.saidAt ?? -Infinity) < SAID_APART_MS)) {
      this.saidAt = now;
      this.tell("status", one.kind === "begins" ? `${text} ${this.lengthOf(one.step)}`.trim() : text);
    }
    if (this.settings.voice && !this.settings.reader && one.kind !== "paused") this.voice.say(text);
  }

  /** How long a step lasts, for the ear; for the eye the clock says it, so that two times never stand together. */
  lengthOf(step) {
    const ms = stepLength(this.engine, step);
    return ms === null ? "" : fillIn(this.words.length, { seconds: Math.round(ms / 1000) });
  }

  finished(whole) {
    this.journal.forgetPlace();
    this.whole = whole;
    // A routine that began after a step that hurt was not done whole.
    if (this.mode === "practise") this.journal.add("ended", "", 0, whole && !this.plan?.changes.length);
    this.plan = null;
  }

  /** Where we are, once a second and at every change, so that a reload comes back here. */
  keepPlace(now, always = false) {
    if (this.mode !== "practise" || !this.plan || !this.engine) return;
    if (!always && now - (this.placeAt ?? -Infinity) < PLACE_EVERY_MS) return;
    if (["ready", "done", "stopped-pain"].includes(this.engine.phase)) return;
    this.placeAt = now;
    const elapsed = Math.round(this.moment.share * (this.turn.ms ?? 0));
    this.journal.keepPlace({ session: this.plan.session, step: this.turn.id, elapsed, steps: this.run.map((turn) => turn.id), visits: this.engine.visits });
  }

  // --- settings ---------------------------------------------------------------------------------------

  /** How much the player tells: less only where this very routine was done whole before. */
  get help() {
    return this.standing.whole > 0 ? this.settings.help : "full";
  }

  /** A setting as it holds now; still pictures follow the device until the learner chooses. */
  setting(name) {
    return name === "still" ? this.still : this.settings[name];
  }

  get still() {
    return this.settings.still ?? window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  set(name, value) {
    this.settings[name] = value;
    try {
      window.localStorage.setItem(SETTINGS_KEY, JSON.stringify(this.settings));
    } catch {
      // The choice holds until the page is closed.
    }
    if (this.mode === "practise" && this.engine) this.act({ kind: "settings", ...this.settings });
    if (name === "voice" || name === "reader") this.voice.silence();
    this.planTonesIfAny();
    this.changed();
  }

  planTonesIfAny() {
    if (this.engine) this.planTones();
  }

  switchStep(step, on) {
    if (on) this.off.delete(step);
    else this.off.add(step);
    if (this.engine?.phase === "ready") this.prepare();
  }

  /** A caption stands in every view; what is read out is said once, in the view that was used last. */
  tell(region, text, unseen = false) {
    const [first] = this.views;
    const heard = region === "caption" ? this.views : [this.active ?? first].filter(Boolean);
    for (const view of heard) view.tell(region, text, unseen);
  }

  changed(screen = false) {
    for (const view of this.views) view.update(screen);
  }
}

/** The day on this device. */
function today() {
  return new Date().toDateString();
}

/** Whether the next boundary is another one than before. */
function isElsewhere(before, after) {
  if (before.phase !== after.phase || before.step !== after.step) return true;
  return Math.abs((deadline(before) ?? 0) - (deadline(after) ?? 0)) > 1;
}

/** What this browser keeps; where it keeps nothing, memory has to do until the page is closed. */
function browserStorage() {
  try {
    const storage = window.localStorage;
    return { storage, keys: () => Object.keys(storage) };
  } catch {
    const kept = new Map();
    const storage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
    return { storage, keys: () => [...kept.keys()] };
  }
}

function storedSettings() {
  try {
    const stored = JSON.parse(window.localStorage.getItem(SETTINGS_KEY) ?? "{}");
    const known = Object.entries(stored).filter(([name, value]) => name in USUAL && (FITS[name]?.(value) ?? typeof value === typeof USUAL[name]));
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

export { Player };
