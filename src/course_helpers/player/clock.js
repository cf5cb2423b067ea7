// The heartbeat of the player: a worker, because a page out of sight gets few timers of its own.

const BEAT_MS = 200;
const WORKER = `let timer; onmessage = ({ data }) => { clearInterval(timer); if (data) timer = setInterval(() => postMessage(0), data); };`;

class Heartbeat {
  /** @param {() => void} onBeat */
  constructor(onBeat) {
    this.onBeat = onBeat;
    this.worker = null;
    this.timer = 0;
    this.exact = 0;
  }

  start() {
    this.stop();
    try {
      const address = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
      this.worker = new Worker(address);
      URL.revokeObjectURL(address);
      this.worker.onmessage = () => this.onBeat();
      this.worker.onerror = () => this.fallBack();
      this.worker.postMessage(BEAT_MS);
    } catch {
      this.fallBack();
    }
  }

  /** Without a worker the page's own timer has to do; the engine pauses if it comes too late. */
  fallBack() {
    this.worker?.terminate();
    this.worker = null;
    this.timer = window.setInterval(() => this.onBeat(), BEAT_MS);
  }

  /** One beat exactly at the next boundary. A browser's timer may fire a little early: then it waits once more. */
  at(deadline) {
    window.clearTimeout(this.exact);
    if (deadline === null) return;
    const left = deadline - performance.now();
    this.exact = window.setTimeout(() => (performance.now() < deadline ? this.at(deadline) : this.onBeat()), Math.max(0, left));
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
    window.clearInterval(this.timer);
    window.clearTimeout(this.exact);
  }
}

/** Keeps the screen awake while a routine runs, where the browser can. One lock at a time: a second one would stay for good. */
class WakeLock {
  constructor(onChange) {
    this.onChange = onChange;
    this.lock = null;
    this.asking = false;
    this.wanted = false;
    this.look = () => {
      if (this.wanted && document.visibilityState === "visible") this.take();
    };
    document.addEventListener("visibilitychange", this.look);
  }

  want(wanted) {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (wanted) this.take();
    else this.letGo();
  }

  async take() {
    if (this.lock || this.asking) return;
    this.asking = true;
    try {
      this.keep(await navigator.wakeLock.request("screen"));
    } catch {
      this.onChange(false);
    } finally {
      this.asking = false;
    }
  }

  /** The browser's answer may come after a pause, or after a pause and a new start. */
  keep(lock) {
    this.lock = lock;
    lock.addEventListener("release", () => this.lost(lock));
    if (this.wanted) this.onChange(true);
    else this.letGo();
  }

  letGo() {
    const { lock } = this;
    this.lock = null;
    lock?.release().catch(() => {});
  }

  /** Let go, or taken away by the device. That of an earlier lock tells nothing of the one that holds now. */
  lost(lock) {
    if (this.lock === lock) this.lock = null;
    if (!this.lock) this.onChange(false);
  }

  end() {
    this.want(false);
    document.removeEventListener("visibilitychange", this.look);
  }
}

export { Heartbeat, WakeLock };
