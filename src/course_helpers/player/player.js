// One routine of one kernel's panel: the engine, its clock, its signals and its journal. Views only show it.
import { browserStorage } from "../panel/browser_storage.js";
import { newRequestId } from "../panel/messenger.js";
import { fillIn } from "../panel/fill_in.js";
import { AfterStop } from "./after_stop.js";
import { Heartbeat, WakeLock } from "./clock.js";
import { Conversation } from "./conversation.js";
import { cueOf, regionOf } from "./cues.js";
import { STILL, advance, deadline, isOpen, mayBegin, moment, newState, segmentLength } from "./engine.js";
import { PageAround } from "./page_around.js";
import { PageTitle } from "./page_title.js";
import { PlaceKeeper, takenUp } from "./place_kept.js";
import { OF_A_DEMONSTRATION, USUAL, keepSettings, storedSettings } from "./settings.js";
import { Signals } from "./signals.js";
import { StopKey } from "./stop_key.js";
import { engineSegments, segmentsOfRun } from "./segments_of_run.js";
import { closedBecause, holdsToday, isEnoughToday, today } from "./today.js";
import { Views } from "./views.js";
import { FIRST_PAGE, onward } from "./way_in.js";

/** Where Stop has something to stop. */
const UNDER_WAY = new Set(["get-ready", "running", "paused", "changeover"]);

class Player {
  constructor(model) {
    this.model = model;
    this.name = model.get("panel");
    /** @type {any} */
    this.routine = model.get("routine");
    this.words = model.get("words");
    this.views = new Views();
    const kept = browserStorage();
    this.storage = kept.storage;
    this.settings = storedSettings(kept.storage);
    this.way = FIRST_PAGE;
    /** @type {import("./engine.js").State | null} */
    this.engine = null;
    /** The segments of this run. @type {any[]} */
    this.run = [];
    this.off = new Set(this.routine.segments.filter((segment) => segment.optional && !segment.on).map((segment) => segment.step));
    this.caption = "";
    /** What came of telling how it went with the aim, where that was not written down. */
    this.aimSaid = "";
    /** What was told of a voice and of tones that nobody can hear. */
    this.silenceTold = "";
    /** Milliseconds of practice since Start. */
    this.practised = 0;
    this.whole = false;
    this.title = new PageTitle();
    this.heartbeat = new Heartbeat(this.guard(() => this.act({ kind: "tick" })));
    this.signals = new Signals({
      language: this.routine.language,
      settings: () => this.settings,
      onReady: () => {
        this.planTones();
        this.tellWhatIsSilent();
      },
      onMissing: () => this.tellWhatIsSilent(),
      guard: (act) => this.guard(act),
    });
    this.awake = false;
    this.wakeLock = new WakeLock(this.guard((awake) => {
      this.awake = awake;
      this.changed();
    }));
    this.python = new Conversation(this, kept);
    this.journal = this.python.journal;
    this.afterStop = new AfterStop(this);
    this.placeKeeper = new PlaceKeeper((place) => this.journal.keepPlace(place));
    this.listen();
  }

  // --- the page around --------------------------------------------------------------------------------

  listen() {
    this.stopKey = new StopKey({
      moves: () => this.moving,
      hears: () => this.settings.keys && this.views.size > 0 && this.engine !== null && UNDER_WAY.has(this.engine.phase),
      stop: () => this.stop(),
      guard: (act) => this.guard(act),
    });
    this.around = new PageAround({
      id: newRequestId(),
      otherBegan: () => this.pauseFor("other"),
      seenOrHidden: () => this.lookAtPage(),
      // On a busy computer the last beat may be long ago. What stands still is kept already, or was forgotten.
      leaving: () => this.moving && this.keepPlace(performance.now(), true),
      forgotten: () => this.forgotten(),
      answered: () => this.lookAgain(),
      guard: (act) => this.guard(act),
    });
  }

  /** A view came: the first one asks whether a practice waits to be taken up again. */
  join(view) {
    this.views.join(view);
    if (this.views.size === 1 && !this.engine) this.python.begin();
  }

  /** A view went: with the last one, nothing sounds or runs on. */
  leave(view) {
    this.views.leave(view);
    if (this.views.size) return;
    this.pauseFor("reload");
    this.fallStill();
  }

  /** Nothing sounds, runs on or keeps the screen awake any more. */
  fallStill() {
    this.signals.quiet();
    this.heartbeat.stop();
    this.wakeLock.want(false);
  }

  end() {
    this.leave(null);
    this.stopKey.end();
    this.around.end();
    this.python.end();
    this.signals.end();
    this.wakeLock.end();
    this.title.restore();
  }

  /** Out of sight with no sound that leads on, nobody follows: pause. In sight again: look at the clock at once. */
  lookAtPage() {
    if (document.visibilityState === "visible") {
      this.title.restore();
      if (this.engine) this.act({ kind: "tick" });
    } else if (this.moving && !this.signals.lead) {
      this.pauseFor("hidden");
      this.title.say(this.words.hidden_title);
    }
  }

  /** Whether nothing is lost if the kernel goes: nobody is under way here, and Python knows nothing that only it knows. */
  get mayRest() {
    return !this.python.remembers && !this.engine && this.way.screen === "choice";
  }

  /** The record was erased, or somebody else learns now: a check that was answered opens nothing any more. */
  forgotten() {
    // A practice that moves may be another person's than the one who sits here now. Stop stays where it is.
    if (this.way.mode === "practise") this.pauseForAnotherPerson();
    this.journal.forget();
    this.settings = { ...USUAL };
    if (this.way.mode === "practise" && (!this.engine || this.engine.phase === "ready")) this.restart();
    else this.python.ask({ kind: "look" });
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
    this.signals.quiet();
    this.views.fault(error);
  }

  // --- the way in -------------------------------------------------------------------------------------

  /** One step on the way in or out; `show` brings its page. */
  go(event) {
    this.way = onward(this.way, event);
  }

  show() {
    if (this.way.screen !== "run" && this.way.screen !== "pain") this.caption = "";
    this.changed(true);
  }

  shutToday(sentence) {
    this.go({ kind: "shut", sentence, day: today() });
  }

  /** Why "Practise" leads nowhere now; empty if it does. */
  get closed() {
    return closedBecause(this.way, this.standing.missing, today());
  }

  beginWatch() {
    const pressed = performance.now();
    this.go({ kind: "watch" });
    if (this.prepare()) this.start(pressed);
  }

  beginReadiness() {
    this.go({ kind: "readiness" });
    this.show();
  }

  submit(answers, changes) {
    this.tell("status", this.words.checking);
    this.go({ kind: "asked", request: this.python.ask({ kind: "answers", answers }), changes });
  }

  /** What the quiz and the record say about this learner. */
  get standing() {
    return this.model.get("standing");
  }

  lookAgain() {
    this.python.lookAgain();
  }

  /** Back to the first page; a check that was answered counts no longer. What hurt stays behind. */
  restart() {
    if (this.way.mode === "practise") this.python.ask({ kind: "again" }, { must: true });
    this.toFirstPage();
  }

  toFirstPage() {
    this.engine = null;
    this.go({ kind: "restart" });
    this.journal.forgetPlace();
    this.show();
  }

  // --- the aim ----------------------------------------------------------------------------------------

  chooseAim(aim) {
    this.python.ask({ kind: "aim", aim });
  }

  tellAim(went) {
    this.python.ask({ kind: "went", went });
  }

  sayOfAim(text) {
    this.aimSaid = text;
    this.changed();
  }

  // --- the routine ------------------------------------------------------------------------------------

  /** Stand ready, with everything still; false if every step is switched off. */
  prepare() {
    this.run = segmentsOfRun(this.routine.segments, this.way, this.off);
    if (!this.run.length) return false;
    this.engine = newState(engineSegments(this.run, this.way.mode), this.way.mode === "watch" ? OF_A_DEMONSTRATION : this.settings);
    this.practised = 0;
    this.caption = this.ready;
    this.aimSaid = "";
    this.go({ kind: "run" });
    this.show();
    return true;
  }

  /** What stands there before Start: the aim of a practice among it, if there is one. */
  get ready() {
    const { name } = this.standing.aim;
    return name && this.way.mode === "practise" ? fillIn(this.words.ready_aim, { aim: name }) : this.words.ready;
  }

  /** A practice that was under way when the page was left. */
  takeUp(place, plan) {
    const found = takenUp(this.routine.segments, place, plan, this.settings);
    if (!found) return;
    Object.assign(this, found, { practised: 0 });
    this.journal.goOn(place.session, this.routine.version);
    this.caption = this.words.paused_reload;
    this.go({ kind: "takenUp", plan, day: today() });
    this.show();
  }

  /** Whether this practice may come to a segment once more. */
  mayBegin(index) {
    return this.engine !== null && mayBegin(this.engine, index);
  }

  get moving() {
    return this.engine !== null && !STILL.has(this.engine.phase);
  }

  get segment() {
    return this.run?.[this.engine?.segment ?? 0];
  }

  get moment() {
    return this.engine ? moment(this.engine, performance.now()) : null;
  }

  get untimed() {
    return this.engine !== null && isOpen(this.engine);
  }

  /**
   * The time runs from the press: to draw the stage and to make ready for sound takes a moment, and no step ends later for it.
   * @param {number} [pressed] on the clock of `performance.now`
   */
  start(pressed = performance.now()) {
    if (this.isAnotherDay()) return;
    this.signals.unlock();
    if (this.way.mode === "practise") this.journal.begin(this.way.plan.session, this.routine.version);
    this.act({ kind: "start" }, pressed);
  }

  press(kind, more = {}) {
    if (kind === "resume" && (this.isAnotherDay() || this.isEnough())) return;
    if (kind === "resume") this.signals.unlock();
    this.act({ kind, ...more });
  }

  /** A check holds for one day: on the next one the beginning is shown, and why. */
  isAnotherDay() {
    if (holdsToday(this.way, today())) return false;
    this.restart();
    this.tell("status", this.words.another_day);
    return true;
  }

  /** Whether as much was practised today as the course guides in a day. */
  isEnough() {
    const enough = this.engine !== null && isEnoughToday(this.way, this.practised + this.engine.active);
    if (enough) this.tell("status", this.words.paused_today);
    return enough;
  }

  pauseFor(reason) {
    if (this.moving) this.act({ kind: "pause", reason });
  }

  /** Who pressed Pause may be another than who sits here now, so a practice that stands still says the same. */
  pauseForAnotherPerson() {
    const stood = this.engine?.phase === "paused";
    this.pauseFor("person");
    if (!stood) return;
    this.caption = this.words.paused_person;
    this.tell("alert", this.words.paused_person);
  }

  /** It hurts: silence and stillness first, everything else after. */
  stop() {
    this.signals.quiet();
    const segment = this.engine && this.run ? this.segment.id : null;
    if (this.engine) this.act({ kind: "stop" });
    this.heartbeat.stop();
    this.wakeLock.want(false);
    this.go({ kind: "stopped", segment });
    if (this.way.mode === "practise") {
      this.journal.forgetPlace();
      this.python.tellStopped(segment, false);
    }
    this.tell("alert", `${this.routine.pain.card.title}. ${this.routine.pain.card.do_now[0]}`, true);
    this.show();
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
    if (this.moving) this.stopKey.moved();
    if (this.moving && STILL.has(before.phase)) {
      this.heartbeat.start();
      this.around.tellBegins();
    }
    if (!this.moving) this.heartbeat.stop();
    this.wakeLock.want(this.moving);
    this.planTones();
    this.heartbeat.at(deadline(engine));
    if (engine.phase === "paused") this.signals.stopSpeaking();
    this.keepPlace(performance.now(), true);
  }

  // --- what happened ----------------------------------------------------------------------------------

  happen(one) {
    const text = cueOf(one, this);
    if (text) this.say(one, text);
    if (one.kind === "spent") this.practised += one.ms;
    if (one.kind === "spent" && this.way.mode === "practise") this.journal.add("step", this.run[one.segment].id, Math.round(one.ms) / 1000, one.done);
    if (one.kind === "done") this.finished(one.whole);
    if (one.kind === "begins" && one.segment > 0) this.clearSilenceNote();
    this.signals.vibrate(one.kind);
  }

  /** Caption always; a region that is read out at milestones; voice where it is wanted. */
  say(one, text) {
    this.caption = text;
    const now = performance.now();
    const region = regionOf(one, now - (this.saidAt ?? -Infinity));
    if (region === "status") this.saidAt = now;
    if (region) this.tell(region, one.kind === "begins" ? `${text} ${this.lengthOf(one.segment)}`.trim() : text);
    if (one.kind !== "paused") this.signals.say(text);
  }

  /** How long a segment lasts, for the ear; for the eye the clock says it, so that two times never stand together. */
  lengthOf(segment) {
    const ms = segmentLength(this.engine, segment);
    return ms === null ? "" : fillIn(this.words.length, { seconds: Math.round(ms / 1000) });
  }

  finished(whole) {
    this.journal.forgetPlace();
    this.whole = whole;
    // A routine that began after a step that hurt was not done whole.
    if (this.way.mode === "practise") this.journal.add("ended", "", 0, whole && !this.way.plan?.changes.length);
    this.go({ kind: "ended" });
  }

  /** Where we are, once a second, at every change and on leaving, so that a reload comes back here. */
  keepPlace(now, always = false) {
    this.placeKeeper.look(this, now, always);
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
    keepSettings(this.storage, this.settings);
    if (this.way.mode === "practise" && this.engine) this.act({ kind: "settings", ...this.settings });
    if (name === "voice" || name === "reader") this.signals.stopSpeaking();
    this.planTones();
    this.tellWhatIsSilent();
    this.changed();
  }

  /** A device without a voice says so, and what leads instead: only what really sounds is promised. */
  tellWhatIsSilent() {
    const { silent, lead } = this.signals;
    const text = silent ? this.words[lead ? "voice_missing" : "sound_missing"] : "";
    if (text === this.silenceTold) return;
    this.silenceTold = text;
    this.tell("caption", text);
  }

  /** The note lies over the drawing. It was read during the first step; from the second on the hands are to be seen. */
  clearSilenceNote() {
    if (this.silenceTold) this.tell("caption", "");
  }

  planTones() {
    if (this.engine) this.signals.plan(this.engine);
  }

  switchStep(step, on) {
    if (on) this.off.delete(step);
    else this.off.add(step);
    if (this.engine?.phase === "ready") this.prepare();
  }

  /** A caption stands in every view; what is read out is said once, in the view that was used last. */
  tell(region, text, unseen = false) {
    this.views.tell(region, text, unseen);
  }

  changed(screen = false) {
    this.views.update(screen);
  }
}

/** Whether the next boundary is another one than before. */
function isElsewhere(before, after) {
  if (before.phase !== after.phase || before.segment !== after.segment) return true;
  return Math.abs((deadline(before) ?? 0) - (deadline(after) ?? 0)) > 1;
}

export { Player };
