// What a player and Python say to each other: what holds today, what the check came to, what was practised, what hurt.
// A routine that is under way needs no Python: whatever is late or lost here stops nobody.
import { Connection } from "../panel/connection.js";
import { Journal } from "./journal.js";
import { today } from "./today.js";

/** @typedef {import("./player.js").Player} Player */

class Conversation {
  /**
   * @param {Player} player
   * @param {{storage: import("../panel/browser_storage.js").Store, keys: () => string[]}} kept
   */
  constructor(player, kept) {
    this.player = player;
    /** Whether the kernel may know what hurt, or an answered check. It does until it says that it does not. */
    this.remembers = true;
    this.connection = new Connection(player.model, {
      reply: (reply) => this.reply(reply),
      message: (message) => this.hear(message),
      state: (name, value) => player.views.take(name, value),
      timeout: (late) => this.timeout(late),
      unknown: () => this.unknown(),
      guard: (act) => player.guard(act),
    });
    this.journal = this.newJournal(kept);
  }

  newJournal({ storage, keys }) {
    const { player, connection } = this;
    return new Journal({
      storage,
      keys,
      page: crypto.getRandomValues(new Uint32Array(1))[0] || 1,
      key: `course-helpers:practice:${player.routine.routine}`,
      send: (content, again) => connection.tell(content, again),
      wall: () => Date.now(),
      later: (act, ms) => window.setTimeout(player.guard(act), ms),
      cancel: (timer) => window.clearTimeout(timer),
      onKept: (kept) => player.tell("alert", kept ? player.words.not_saved : player.words.saved),
    });
  }

  end() {
    this.connection.end();
    this.journal.end();
  }

  // What the player asks

  /**
   * @param {object} content
   * @param {{must?: boolean}} [options]
   */
  ask(content, options) {
    return this.connection.ask(content, options);
  }

  /** A page opens: what waits here is sent, and what holds since before it was opened is asked. */
  begin() {
    this.journal.flush();
    this.askStanding();
  }

  /** Only where a practice waits does anybody wait for the answer. */
  askStanding() {
    const place = this.journal.place();
    if (place) this.ask({ kind: "look", session: place.session });
    else {
      try {
        this.connection.tell({ kind: "look", session: null }, false);
      } catch {
        // The outcome of the check says the same later.
      }
    }
  }

  /** What opens the practice may have been answered meanwhile; a routine on its way asks at its end. */
  lookAgain() {
    if (!this.player.engine) this.ask({ kind: "look", session: this.journal.place()?.session ?? null });
  }

  /**
   * It hurts, or what hurt ends the day.
   * @param {string | null} segment
   * @param {boolean} over
   */
  tellStopped(segment, over) {
    this.ask({ kind: "stopped", segment, over }, { must: true });
  }

  // What Python says

  hear(message) {
    if (typeof message?.remembers === "boolean") this.remembers = message.remembers;
    if (message?.kind === "stored") this.journal.acknowledge(message.session, message.numbers);
    if (message?.kind === "standing") this.takeStanding(message);
    if (message?.kind === "outcome") this.takeOutcome(message);
    if (message?.kind === "closed") this.closedElsewhere(message.session);
  }

  takeStanding(message) {
    const { player, journal } = this;
    player.shutToday(message.shut);
    const place = journal.place();
    if (message.known && place && !player.engine) player.takeUp(place, message.plan);
    else if (!message.known && place && !player.engine) journal.forgetPlace();
    player.changed();
  }

  takeOutcome(message) {
    const { request, verdict, plan, shut } = message;
    const { player } = this;
    const before = player.way;
    player.go({ kind: "outcome", request, verdict, plan, sentence: shut, day: today() });
    if (player.way.screen !== before.screen) player.show();
  }

  /** Another tab had the same practice, and it was ended there: because it hurt, or to begin anew. It goes on nowhere. */
  closedElsewhere(session) {
    const { player } = this;
    if (!player.engine || player.way.mode !== "practise" || player.way.plan?.session !== session) return;
    player.fallStill();
    player.toFirstPage();
    player.tell("alert", player.words.closed_elsewhere);
  }

  reply(reply) {
    const { player, journal } = this;
    if (journal.waiting && journal.told) journal.flush();
    if (player.engine?.phase === "done") player.sayOfAim(reply.text);
    if (reply.text) player.tell(reply.fault ? "alert" : "status", reply.text);
  }

  timeout(late) {
    const { player } = this;
    if (late && player.engine?.phase === "done") player.sayOfAim(player.words.silent);
    else if (late) player.tell("status", player.words.silent_gate);
  }

  /**
   * The kernel knows no such routine any more. A routine under way needs no kernel, so it is left alone, and so is its
   * last page until somebody has read it: what it told waits on this computer for the next kernel.
   */
  unknown() {
    const { player } = this;
    if (player.moving || player.engine?.phase === "done") return;
    player.views.first?.startAgain();
  }
}

export { Conversation };
