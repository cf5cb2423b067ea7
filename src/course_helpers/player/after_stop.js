// After "Stop: it hurts": what somebody chooses there, and what follows for this day.
import { placeAfter } from "./way_in.js";

/** @typedef {import("./player.js").Player} Player */

class AfterStop {
  /** @param {Player} player */
  constructor(player) {
    this.player = player;
  }

  /** Stop was pressed while only watching, by mistake: back to where it was, and still. */
  takeBack() {
    const { player } = this;
    if (player.way.mode !== "watch") return;
    player.act({ kind: "mistake" });
    player.caption = player.words.paused_mistake;
    player.go({ kind: "mistake" });
    player.show();
  }

  /** @param {number} choice of what hurts */
  choose(choice) {
    const { player } = this;
    const before = player.way.pain;
    player.go({ kind: "hurts", choice, endsDay: player.routine.pain.choices[choice].ends_day });
    const { pain } = player.way;
    if (pain.over && !before.over) {
      player.shutToday(player.words.ended_today);
      player.python.tellStopped(pain.segment, true);
    }
    player.changed();
  }

  /** @param {number | null} sign of the signs to choose from; null: the list again */
  chooseSign(sign) {
    this.player.go({ kind: "sign", sign });
    this.player.changed();
  }

  /** The place in the routine after the step that hurt; none if it was the last. */
  get later() {
    return placeAfter(this.player.routine.segments, this.player.way.pain?.segment);
  }

  goOnLater() {
    this.player.engine = null;
    this.player.beginReadiness();
  }
}

export { AfterStop };
