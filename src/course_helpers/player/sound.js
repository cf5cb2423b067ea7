// Tones and voice. Both only decorate: the engine's time leads, and captions say everything that is heard.

const SILENT_VOICE_MS = 1500;
const TONE_BEFORE_VOICE_MS = 450;
/** Pitch in hertz and length in seconds of each tone. */
const TONES = { count: [620, 0.09], boundary: [880, 0.35], half: [740, 0.12], done: [520, 0.7] };

/** Tones that are planned one boundary ahead, so that a press can silence all of them. */
class Tones {
  constructor() {
    this.context = null;
    this.planned = [];
    this.volume = 0.5;
  }

  /** Only a press may begin sound. */
  unlock() {
    try {
      this.context ??= new AudioContext();
      if (this.context.state === "suspended" || this.context.state === "interrupted") this.context.resume().catch(() => {});
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
  constructor(language, onMissing) {
    this.language = language;
    this.onMissing = onMissing;
    this.missing = false;
    this.timers = [];
  }

  voice() {
    const voices = window.speechSynthesis?.getVoices() ?? [];
    return voices.find((one) => one.localService && one.lang.toLowerCase().startsWith(this.language)) ?? null;
  }

  /** @param {string} text */
  say(text) {
    if (this.missing || !text) return;
    this.silence();
    this.timers.push(window.setTimeout(() => this.speak(text), TONE_BEFORE_VOICE_MS));
  }

  speak(text) {
    const voice = this.voice();
    if (!voice) return this.giveUp();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const patience = window.setTimeout(() => this.giveUp(), SILENT_VOICE_MS);
    utterance.onstart = () => window.clearTimeout(patience);
    utterance.onerror = (event) => {
      window.clearTimeout(patience);
      if (event.error !== "canceled" && event.error !== "interrupted") this.giveUp();
    };
    this.timers.push(patience);
    window.speechSynthesis.speak(utterance);
  }

  giveUp() {
    if (this.missing) return;
    this.missing = true;
    this.onMissing();
  }

  silence() {
    for (const timer of this.timers) window.clearTimeout(timer);
    this.timers = [];
    window.speechSynthesis?.cancel();
  }
}

export { Tones, Voice };
