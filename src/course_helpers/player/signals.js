// What is heard and felt of one player: tones, a voice, vibration. They only decorate: captions say everything.
import { VIBRATIONS, tonesUntil } from "./cues.js";
import { STILL, deadline } from "./engine.js";
import { Tones, Voice } from "./sound.js";

/** @typedef {import("./settings.js").Settings} Settings */

class Signals {
  /**
   * @param {object} given
   * @param {string} given.language
   * @param {() => Settings} given.settings as they are now
   * @param {() => void} given.onReady sound begins to work
   * @param {() => void} given.onMissing no voice is heard, or there is one after all
   * @param {import("../panel/connection.js").Guard} given.guard
   */
  constructor({ language, settings, onReady, onMissing, guard }) {
    this.settings = settings;
    this.tones = new Tones(guard(onReady));
    this.voice = new Voice(language, guard(onMissing), guard);
  }

  /** Only a press may begin sound. */
  unlock() {
    this.tones.unlock();
  }

  /** Whether a voice was asked for, looked for, and none is heard. */
  get silent() {
    const { voice, reader } = this.settings();
    return voice && !reader && this.voice.missing;
  }

  /** Whether somebody who sees nothing is led on by tones. */
  get lead() {
    return this.settings().tones && this.tones.works;
  }

  /**
   * Plan the tones up to the next boundary, and no others.
   * @param {import("./engine.js").State} engine
   */
  plan(engine) {
    if (["paused", "stopped-pain"].includes(engine.phase)) this.tones.silence();
    else this.tones.takeBack();
    const end = deadline(engine);
    const { tones, volume } = this.settings();
    if (STILL.has(engine.phase) || end === null || !tones) return;
    this.tones.volume = volume;
    const isLast = engine.phase === "running" && engine.segment + 1 === engine.segments.length;
    for (const [kind, at] of tonesUntil(end, performance.now(), isLast)) this.tones.plan(kind, at);
  }

  /** @param {string} text */
  say(text) {
    const { voice, reader } = this.settings();
    if (voice && !reader) this.voice.say(text);
  }

  /** @param {string} kind of what happened */
  vibrate(kind) {
    if (this.settings().vibration && VIBRATIONS[kind]) navigator.vibrate?.(VIBRATIONS[kind]);
  }

  stopSpeaking() {
    this.voice.silence();
  }

  quiet() {
    this.tones.silence();
    this.voice.silence();
    try {
      if (this.settings().vibration) navigator.vibrate?.(0);
    } catch {
      // Some browsers refuse; there is nothing to silence then.
    }
  }

  end() {
    this.tones.close();
    this.voice.end();
  }
}

export { Signals };
