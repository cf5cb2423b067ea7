// The record in the learner's hands: save a copy, bring one in, who is learning, where it is.
import { listen } from "../panel/faults.js";
import { button, element } from "../panel/parts.js";
import { announce } from "../panel/news.js";
import { PanelView, panel } from "../panel/view.js";
import { fillIn } from "../panel/fill_in.js";
import { forgetInBrowser } from "../record/in_browser.js";
import { fieldNode } from "./forms.js";
import { saveFile } from "./save_file.js";

/** Bytes; Python takes no more from a page. */
const LARGEST = 6 * 1024 * 1024;

class OwnRecordView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-own-record", given.model.get("words").title);
    this.connect();
    const { words } = this;
    this.asked = "";
    this.root.append(element("p", "course-panel-title", words.title), this.status, this.alert);
    this.root.append(this.fold(words.save, this.savePart()), this.fold(words.bring, this.bringPart()));
    this.root.append(this.fold(words.who, this.whoPart()), this.fold(words.where, this.wherePart()));
    this.follow("view", () => this.show());
    this.show();
  }

  opened() {
    this.ask({ kind: "look" });
  }

  fold(summary, nodes) {
    const fold = element("details");
    fold.append(element("summary", "", summary), ...nodes);
    return fold;
  }

  savePart() {
    const { words } = this;
    const actions = element("div", "course-actions");
    actions.append(
      button(words.save_json, () => this.press({ kind: "save", form: "json" })),
      button(words.save_csv, () => this.press({ kind: "save", form: "csv" })),
    );
    return [element("p", "", words.save_note), actions];
  }

  bringPart() {
    const { words } = this;
    const { label, input } = fieldNode("file", words.bring_choose);
    input.accept = ".json,application/json";
    listen(input, "change", () => void this.bring(input));
    return [element("p", "", words.bring_note), label];
  }

  whoPart() {
    const { words } = this;
    this.who = element("div", "course-actions");
    this.name = fieldNode("text", words.who_new, () => this.add());
    this.name.input.maxLength = 60;
    return [element("p", "", words.who_note), this.who, this.name.label, button(words.who_add, () => this.add())];
  }

  wherePart() {
    this.where = element("p");
    return [this.where];
  }

  show() {
    const { who, where } = this.model.get("view");
    const held = this.who.contains(document.activeElement);
    this.who.replaceChildren(...who.map(({ key, text, now }) => this.personNode(key, text, now)));
    this.where.textContent = where;
    if (held) /** @type {HTMLElement | null} */ (this.who.querySelector("[data-now=true]"))?.focus();
  }

  personNode(key, text, now) {
    const node = button(now ? fillIn(this.words.who_now, { name: text }) : text, () => this.press({ kind: "switch", key }));
    node.dataset.now = String(now);
    node.setAttribute("aria-pressed", String(now));
    return node;
  }

  add() {
    this.press({ kind: "add", name: this.name.input.value });
  }

  press(content) {
    this.status.textContent = "";
    this.asked = content.kind;
    this.before = JSON.stringify(this.model.get("view").who.find(({ now }) => now)?.key ?? "");
    this.ask(content);
  }

  async bring(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      if (file.size > LARGEST) this.status.textContent = this.words.import_large;
      else this.press({ kind: "bring", file: inBase64(new Uint8Array(await file.arrayBuffer())) });
    } catch (error) {
      this.fault(error);
    }
    input.value = "";
  }

  /** Another record is used from now on, or more is in it: every panel in every tab looks again. */
  reply(reply) {
    super.reply(reply);
    const { asked } = this;
    this.asked = "";
    if (reply.fault) return;
    const now = JSON.stringify(this.model.get("view").who.find((person) => person.now)?.key ?? "");
    if ((asked === "add" || asked === "switch") && now !== this.before) {
      this.name.input.value = "";
      forgetInBrowser();
    } else if (asked === "bring") announce("answered");
  }

  message(message) {
    if (message?.kind === "file") saveFile(message.file);
  }
}

/** @param {Uint8Array} bytes */
function inBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export default panel(OwnRecordView);
