// What a panel asks Python, and what Python tells it, whichever way the messages take.
import { Line } from "./line.js";
import { Messenger, newRequestId } from "./messenger.js";

/** @typedef {import("./parts.js").Model} Model */
/** @typedef {{kind: "reply", id: string, text: string, fault?: boolean, state?: Record<string, any>}} Reply */
/** @typedef {(...given: any[]) => void} Act */
/** @typedef {(act: Act) => Act} Guard the same act, whose failure is told */

/**
 * @typedef {object} Hearers
 * @property {(reply: Reply) => void} reply the answer to the open request
 * @property {(message: any) => void} message anything else that Python says
 * @property {(name: string, value: any) => void} state what Python shows now, even if the model never heard of it
 * @property {(late: boolean) => void} timeout
 * @property {() => void} unknown the kernel does not know this panel: the lesson has to run again
 * @property {Guard} guard
 */

class Connection {
  /**
   * @param {Model} model
   * @param {Hearers} hearers
   */
  constructor(model, hearers) {
    this.model = model;
    this.hearers = hearers;
    const hear = hearers.guard((message) => this.hear(message));
    this.line = new Line(model, { hear, unknown: hearers.guard(() => hearers.unknown()) });
    this.messenger = new Messenger({
      send: (content) => this.model.send(content),
      sendAgain: (content) => this.sendAgain(content),
      isBusy: () => this.line.isBusy,
      later: (act, milliseconds) => setTimeout(hearers.guard(act), milliseconds),
      cancel: (timer) => clearTimeout(timer),
      newId: newRequestId,
      onTimeout: (late) => hearers.timeout(late),
    });
    this.onMessage = hear;
  }

  /**
   * Hear what Python says to a view. Each view has a model of its own to listen to, which falls silent with it.
   * @param {Model} model
   * @returns {() => void} ends it
   */
  listen(model) {
    model.on("msg:custom", this.onMessage);
    return () => model.off("msg:custom", this.onMessage);
  }

  /**
   * @param {object} content
   * @param {{must?: boolean}} [options]
   */
  ask(content, options) {
    return this.messenger.ask(content, options);
  }

  /**
   * Send something whose arrival the caller sees to.
   * @param {object} content
   * @param {boolean} again whether it was sent before and nobody answered
   */
  tell(content, again) {
    const message = { ...content, id: newRequestId() };
    if (again) this.sendAgain(message);
    else this.model.send(message);
  }

  /**
   * By the second way; where there is none, by the first once more.
   * @param {object} content
   */
  sendAgain(content) {
    if (!this.line.send(content)) this.model.send(content);
  }

  /** @param {any} message */
  hear(message) {
    for (const [name, value] of Object.entries(message?.state ?? {})) this.hearers.state(name, value);
    if (message?.kind !== "reply") this.hearers.message(message);
    else if (this.messenger.acknowledge(message.id)) this.hearers.reply(message);
  }

  end() {
    this.messenger.end();
    this.line.close();
  }
}

export { Connection };
