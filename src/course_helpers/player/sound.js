// Tones and voice. Both only decorate: the engine's time leads, and captions say everything that is heard.

/** A device may need this long for its first word, and for each word after that, before it counts as silent. */
const FIRST_WORD_MS = 6000;
const WORD_MS = 2500;
/** The list of voices may come after the page. */
const VOICES_MS = 4000;
const TONE_BEFORE_VOICE_MS = 450;
/** Voices made for fun. One of them leads nobody as long as there is another. */
const NOVELTY = new Set(
  ("Albert,Bad News,Bahh,Bells,Boing,Bubbles,Cellos,Deranged,Eddy,Flo,Fred,Good News,Grandma,Grandpa,Hysterical,Jester," +
    "Junior,Kathy,Organ,Pipe Organ,Princess,Ralph,Reed,Rocko,Sandy,Shelley,Superstar,Trinoids,Whisper,Wobble,Zarvox").split(","),
);
/** Pitch in hertz and length in seconds of each tone. */
const TONES = { count: [620, 0.09], boundary: [880, 0.35], half: [740, 0.12], done: [520, 0.7] };

/** Tones that are planned one boundary ahead, so that a press can silence all of them. */
class Tones {
  /** @param {() => void} onReady called when sound begins to work; what was planned before that was not taken */
  constructor(onReady) {
    this.onReady = onReady;
    /** @type {AudioContext | null} */
    this.context = null;
    this.planned = [];
    this.volume = 0.5;
  }

  /** Only a press may begin sound. */
  unlock() {
    try {
      if (!this.context) {
        this.context = new AudioContext();
        this.context.addEventListener("statechange", () => this.works && this.onReady());
      }
      // Safari has a state of its own for a call or another app.
      const state = /** @type {string} */ (this.context.state);
      if (state === "suspended" || state === "interrupted") this.context.resume().catch(() => {});
    } catch {
      this.context = null;
    }
  }

  get works() {
    return this.context?.state === "running";
  }

  /** Plan a tone for a time of performance.now(). */
  plan(kind, at) {
    if (!this.context || !this.works) return;
    const [pitch, length] = TONES[kind];
    const start = this.context.currentTime + Math.max(0, at - performance.now()) / 1000;
    const tone = this.context.createOscillator();
    const loudness = this.context.createGain();
    tone.frequency.value = pitch;
    // A soft beginning and end: a hard edge is heard as a click and startles.
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.35 * this.volume, start + 0.02);
    loudness.gain.setValueAtTime(0.35 * this.volume, start + length - 0.05);
    loudness.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(loudness).connect(this.context.destination);
    tone.start(start);
    tone.stop(start + length);
    this.planned.push({ tone, start, end: start + length });
    this.planned = this.planned.filter(({ end }) => end > this.context.currentTime);
  }

  /** Take back what has not begun; what sounds now may end. */
  takeBack() {
    const now = this.context?.currentTime ?? 0;
    const sounding = this.planned.filter(({ start }) => start <= now);
    this.planned = this.planned.filter(({ start }) => start > now);
    this.silence();
    this.planned = sounding;
  }

  silence() {
    for (const { tone } of this.planned) {
      try {
        tone.stop();
        tone.disconnect();
      } catch {
        // It has ended already.
      }
    }
    this.planned = [];
  }

  close() {
    this.silence();
    this.context?.close().catch(() => {});
    this.context = null;
  }
}

/** Speech from a voice of this device; a voice from the network is never used. */
class Voice {
  /**
   * @param {string} language
   * @param {() => void} onMissing called when nothing is heard, and when there is a voice after all
   * @param {import("../panel/connection.js").Guard} guard
   */
  constructor(language, onMissing, guard) {
    this.language = language;
    this.onMissing = onMissing;
    this.guard = guard;
    this.missing = false;
    this.spoke = false;
    /** What waits for a voice. */
    this.waiting = "";
    /** @type {number[]} */
    this.timers = [];
    this.onVoices = guard(() => this.lookForVoice());
    this.speech?.addEventListener?.("voiceschanged", this.onVoices);
    // Asking makes some browsers begin to look for their voices.
    this.voice();
  }

  get speech() {
    return window.speechSynthesis ?? null;
  }

  /** The device's own choice first, a novelty last. */
  voice() {
    const ours = (this.speech?.getVoices() ?? []).filter(
      (one) => one.localService && one.lang.toLowerCase().startsWith(this.language),
    );
    return ours.find((one) => one.default) ?? ours.find((one) => !isNovelty(one)) ?? ours[0] ?? null;
  }

  /** @param {string} text */
  say(text) {
    if (!text) return;
    this.silence();
    this.later(() => this.speak(text), TONE_BEFORE_VOICE_MS);
  }

  /** @param {string} text */
  speak(text) {
    const voice = this.voice();
    if (!voice) {
      this.waiting = text;
      this.later(() => this.giveUp(), this.speech ? VOICES_MS : 0);
      return;
    }
    this.waiting = "";
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const patience = this.later(() => this.giveUp(), this.spoke ? WORD_MS : FIRST_WORD_MS);
    utterance.onstart = this.guard(() => {
      window.clearTimeout(patience);
      this.heard();
    });
    utterance.onerror = this.guard((event) => {
      window.clearTimeout(patience);
      if (event.error !== "canceled" && event.error !== "interrupted") this.giveUp();
    });
    this.speech.speak(utterance);
  }

  lookForVoice() {
    if (this.waiting && this.voice()) {
      this.clear();
      this.speak(this.waiting);
    }
  }

  heard() {
    this.spoke = true;
    this.sayMissing(false);
  }

  /** Said once; every later cue tries again, as a voice may come late. */
  giveUp() {
    this.sayMissing(true);
  }

  /** @param {boolean} missing */
  sayMissing(missing) {
    if (missing === this.missing) return;
    this.missing = missing;
    this.onMissing();
  }

  silence() {
    this.waiting = "";
    this.clear();
    this.speech?.cancel();
  }

  /**
   * @param {() => void} act
   * @param {number} milliseconds
   */
  later(act, milliseconds) {
    const timer = window.setTimeout(this.guard(act), milliseconds);
    this.timers.push(timer);
    return timer;
  }

  clear() {
    for (const timer of this.timers) window.clearTimeout(timer);
    this.timers = [];
  }

  end() {
    this.silence();
    this.speech?.removeEventListener?.("voiceschanged", this.onVoices);
  }
}

/** @param {SpeechSynthesisVoice} voice */
function isNovelty(voice) {
  return NOVELTY.has(voice.name.replace(/ \(.*\)$/, ""));
}

export { Tones, Voice };
