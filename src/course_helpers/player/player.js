// One routine of one kernel's panel: the engine, its clock, its signals and its journal. Views only show it.
import { browserStorage } from "../panel/browser_storage.js";
import { Connection } from "../panel/connection.js";
import { newRequestId } from "../panel/messenger.js";
import { onNews, onOtherTabs, tellOtherTabs } from "../panel/news.js";
import { fillIn } from "../panel/fill_in.js";
import { Heartbeat, WakeLock } from "./clock.js";
import { cueOf, regionOf } from "./cues.js";
import { STILL, advance, deadline, isOpen, mayBegin, moment, newState, restored, segmentLength } from "./engine.js";
import { Journal } from "./journal.js";
import { PageTitle } from "./page_title.js";
import { OF_A_DEMONSTRATION, USUAL, keepSettings, storedSettings } from "./settings.js";
import { Signals } from "./signals.js";
import { StopKey } from "./stop_key.js";
import { engineSegments, segmentsOfRun, segmentsTakenUp } from "./segments_of_run.js";
import { FIRST_PAGE, closedBecause, holdsToday, onward, placeAfter } from "./way_in.js";

const BEGINS = "course-player-begins";
const PLACE_EVERY_MS = 900;
/** Where Stop has something to stop. */
const UNDER_WAY = new Set(["get-ready", "running", "paused", "changeover"]);
/** Where a reload has no place to come back to. */
const NO_PLACE = new Set(["ready", "done", "stopped-pain"]);

class Player {
  constructor(model) {
    this.model = model;
    this.name = model.get("panel");
    /** @type {any} */
    this.routine = model.get("routine");
    this.words = model.get("words");
    this.views = new Set();
    const { storage, keys } = browserStorage();
    this.storage = storage;
    this.settings = storedSettings(storage);
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
    /** The view that was used last: what is said is said there, once. */
    this.active = null;
    this.id = newRequestId();
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
    /** Whether the kernel may know what hurt, or an answered check. It does until it says that it does not. */
    this.remembers = true;
    this.awake = false;
    this.wakeLock = new WakeLock(this.guard((awake) => {
      this.awake = awake;
      this.changed();
    }));
    this.journal = new Journal({
      storage,
      keys,
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
    this.stopKey = new StopKey({
      moves: () => this.moving,
      hears: () => this.settings.keys && this.views.size > 0 && this.engine !== null && UNDER_WAY.has(this.engine.phase),
      stop: () => this.stop(),
      guard: (act) => this.guard(act),
    });
    this.onOther = this.guard((event) => event.detail !== this.id && this.pauseFor("other"));
    this.onHidden = this.guard(() => this.lookAtPage());
    // On a busy computer the last beat may be long ago. What stands still is kept already, or was forgotten.
    this.onLeaving = this.guard(() => this.moving && this.keepPlace(performance.now(), true));
    this.noMoreNews = [
      onNews("forget", this.guard(() => this.forgotten())),
      onNews("answered", this.guard(() => this.lookAgain())),
      onOtherTabs("begins", this.guard(() => this.pauseFor("other"))),
    ];
    window.addEventListener(BEGINS, this.onOther);
    document.addEventListener("visibilitychange", this.onHidden);
    window.addEventListener("pageshow", this.onHidden);
    window.addEventListener("pagehide", this.onLeaving);
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
    this.signals.quiet();
    this.heartbeat.stop();
    this.wakeLock.want(false);
  }

  end() {
    this.leave(null);
    this.stopKey.end();
    this.connection.end();
    for (const end of this.noMoreNews) end();
    this.journal.end();
    this.signals.end();
    this.wakeLock.end();
    this.title.restore();
    window.removeEventListener(BEGINS, this.onOther);
    document.removeEventListener("visibilitychange", this.onHidden);
    window.removeEventListener("pageshow", this.onHidden);
    window.removeEventListener("pagehide", this.onLeaving);
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
    return !this.remembers && !this.engine && this.way.screen === "choice";
  }

  // --- what comes from Python -------------------------------------------------------------------------

  hear(message) {
    if (typeof message?.remembers === "boolean") this.remembers = message.remembers;
    if (message?.kind === "stored") this.journal.acknowledge(message.session, message.numbers);
    if (message?.kind === "standing") this.takeStanding(message);
    if (message?.kind === "outcome") this.takeOutcome(message);
    if (message?.kind === "closed") this.closedElsewhere(message.session);
  }

  reply(reply) {
    if (this.journal.waiting && this.journal.told) this.journal.flush();
    if (this.engine?.phase === "done") this.sayOfAim(reply.text);
    if (reply.text) this.tell(reply.fault ? "alert" : "status", reply.text);
  }

  /**
   * The kernel knows no such routine any more. A routine under way needs no kernel, so it is left alone, and so is its
   * last page until somebody has read it: what it told waits on this computer for the next kernel.
   */
  unknown() {
    if (this.moving || this.engine?.phase === "done") return;
    const [view] = this.views;
    view?.startAgain();
  }

  /** The record was erased, or somebody else learns now: a check that was answered opens nothing any more. */
  forgotten() {
    // A practice that moves may be another person's than the one who sits here now. Stop stays where it is.
    if (this.way.mode === "practise") this.pauseForAnotherPerson();
    this.journal.forget();
    this.settings = { ...USUAL };
    if (this.way.mode === "practise" && (!this.engine || this.engine.phase === "ready")) this.restart();
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
    this.signals.quiet();
    for (const view of this.views) view.fault(error);
  }

  takeStanding(message) {
    this.shutToday(message.shut);
    const place = this.journal.place();
    if (message.known && place && !this.engine) this.takeUp(place, message.plan);
    else if (!message.known && place && !this.engine) this.journal.forgetPlace();
    this.changed();
  }

  takeOutcome(message) {
    const { request, verdict, plan, shut } = message;
    const before = this.way;
    this.go({ kind: "outcome", request, verdict, plan, sentence: shut, day: today() });
    if (this.way.screen !== before.screen) this.show();
  }

  /** Another tab had the same practice, and it was ended there: because it hurt, or to begin anew. It goes on nowhere. */
  closedElsewhere(session) {
    if (!this.engine || this.way.mode !== "practise" || this.way.plan?.session !== session) return;
    this.signals.quiet();
    this.heartbeat.stop();
    this.wakeLock.want(false);
    this.engine = null;
    this.go({ kind: "restart" });
    this.journal.forgetPlace();
    this.show();
    this.tell("alert", this.words.closed_elsewhere);
  }

  shutToday(sentence) {
    this.go({ kind: "shut", sentence, day: today() });
  }

  /** Why "Practise" leads nowhere now; empty if it does. */
  get closed() {
    return closedBecause(this.way, this.standing.missing, today());
  }

  timeout(late) {
    if (late && this.engine?.phase === "done") this.sayOfAim(this.words.silent);
    else if (late) this.tell("status", this.words.silent_gate);
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

  beginWatch() {
    this.go({ kind: "watch" });
    if (this.prepare()) this.start();
  }

  beginCheck() {
    this.go({ kind: "check" });
    this.show();
  }

  submit(answers, changes) {
    this.tell("status", this.words.checking);
    this.go({ kind: "asked", request: this.connection.ask({ kind: "answers", answers }), changes });
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
    if (this.way.mode === "practise") this.connection.ask({ kind: "again" }, { must: true });
    this.engine = null;
    this.go({ kind: "restart" });
    this.journal.forgetPlace();
    this.show();
  }

  // --- the aim ----------------------------------------------------------------------------------------

  chooseAim(aim) {
    this.connection.ask({ kind: "aim", aim });
  }

  tellAim(went) {
    this.connection.ask({ kind: "went", went });
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
    const segments = segmentsTakenUp(this.routine.segments, place.steps, plan);
    if (!segments.length) return;
    this.run = segments;
    const index = Math.max(0, segments.findIndex((segment) => segment.id === place.step));
    this.practised = 0;
    this.engine = restored(newState(segments, this.settings), { segment: index, elapsed: place.elapsed, visits: place.visits });
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

  start() {
    // To make ready for sound takes a moment the first time; it is not taken from the learner's time.
    const pressed = performance.now();
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
    if (this.way.mode !== "practise" || !this.way.plan || !this.engine) return false;
    const enough = this.practised + this.engine.active >= this.way.plan.left_ms;
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
      this.connection.ask({ kind: "stopped", segment, over: false }, { must: true });
    }
    this.tell("alert", `${this.routine.pain.card.title}. ${this.routine.pain.card.do_now[0]}`, true);
    this.show();
  }

  /** Stop was pressed while only watching, by mistake: back to where it was, and still. */
  takeBackStop() {
    if (this.way.mode !== "watch") return;
    this.act({ kind: "mistake" });
    this.caption = this.words.paused_mistake;
    this.go({ kind: "mistake" });
    this.show();
  }

  /** @param {number} choice */
  choosePain(choice) {
    const before = this.way.pain;
    this.go({ kind: "hurts", choice, endsDay: this.routine.pain.choices[choice].ends_day });
    if (this.way.pain.over && !before.over) {
      this.shutToday(this.words.ended_today);
      this.connection.ask({ kind: "stopped", segment: this.way.pain.segment, over: true }, { must: true });
    }
    this.changed();
  }

  /** @param {number | null} sign of the signs to choose from; null: the list again */
  chooseSign(sign) {
    this.go({ kind: "sign", sign });
    this.changed();
  }

  /** The place in the routine after the step that hurt; none if it was the last. */
  get afterPain() {
    return placeAfter(this.routine.segments, this.way.pain?.segment);
  }

  goOnLater() {
    this.engine = null;
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
    if (this.moving) this.stopKey.moved();
    if (this.moving && STILL.has(before.phase)) {
      this.heartbeat.start();
      window.dispatchEvent(new CustomEvent(BEGINS, { detail: this.id }));
      tellOtherTabs("begins");
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
    if (this.way.mode !== "practise" || !this.way.plan || !this.engine) return;
    if (!always && now - (this.placeAt ?? -Infinity) < PLACE_EVERY_MS) return;
    if (NO_PLACE.has(this.engine.phase)) return;
    this.placeAt = now;
    const elapsed = Math.round(this.moment.share * (this.segment.ms ?? 0));
    this.journal.keepPlace({ session: this.way.plan.session, step: this.segment.id, elapsed, steps: this.run.map((segment) => segment.id), visits: this.engine.visits });
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
  if (before.phase !== after.phase || before.segment !== after.segment) return true;
  return Math.abs((deadline(before) ?? 0) - (deadline(after) ?? 0)) > 1;
}

export { Player };
