// A second way to Python. A widget's own channel can be lost on one side without a word: its model may be given up,
// taken away or made twice while the page still shows. This one is opened by the panel's name and asks nobody else.

/** The name under which the kernel answers; `panel/wire.py` registers it. */
const TARGET = "course-helpers";
/** What a kernel that is at work calls its state. */
const BUSY = ["busy", "starting", "restarting", "autorestarting"];

class Line {
  /**
   * @param {import("./parts.js").Model} model
   * @param {{hear: (message: any) => void, unknown: () => void}} act `unknown`: the kernel has no panel of this name
   */
  constructor(model, act) {
    this.model = model;
    this.act = act;
    /** @type {any} */
    this.comm = null;
    this.answered = false;
  }

  /** The kernel behind the panel; null where the page around does not show it. */
  get kernel() {
    return this.model.widget_manager?.kernel ?? null;
  }

  get isBusy() {
    return BUSY.includes(this.kernel?.status);
  }

  /**
   * False if there is no second way here.
   * @param {object} content
   */
  send(content) {
    if (!this.kernel) return false;
    // A line over which nothing came back may be as lost as the widget's own.
    if (!this.answered) this.close();
    this.comm ??= this.open();
    this.answered = false;
    this.comm.send({ content });
    return true;
  }

  open() {
    const comm = this.kernel.createComm(TARGET);
    // A thread of its own would be one more thing that can be lost.
    comm.commsOverSubshells = "disabled";
    comm.onMsg = (/** @type {any} */ message) => this.hear(message.content.data);
    comm.onClose = () => {
      if (this.comm !== comm) return;
      this.comm = null;
      this.act.unknown();
    };
    comm.open({ panel: this.model.get("panel") });
    return comm;
  }

  /** @param {any} message */
  hear(message) {
    this.answered = true;
    if (message?.kind === "unknown") this.act.unknown();
    else this.act.hear(message);
  }

  close() {
    const { comm } = this;
    this.comm = null;
    try {
      if (comm && !comm.isDisposed) comm.close();
    } catch {
      // The kernel is gone, and the line with it.
    }
  }
}

export { Line, TARGET };
