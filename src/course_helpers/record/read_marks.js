// The end of a lesson: it is noted when it comes into sight, and which section is being read. One button marks it by hand.
import { button, element } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { announce } from "../panel/news.js";
import { sectionAt } from "./reading.js";

/** Whoever stays this long in one place reads there, in milliseconds. */
const READS_MS = 4000;

class ReadMark extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-read-mark", given.model.get("words").title);
    this.connect();
    this.pressed = false;
    this.reading = "";
    this.told = element("p", "course-small");
    this.mark = button("", () => this.press());
    this.root.append(this.mark, this.told);
    this.lookAfterAnswers();
    this.follow("view", () => {
      this.show();
      announce("marked");
    });
    this.show();
  }

  opened() {
    const eye = new IntersectionObserver(this.guard((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.later(() => this.atEnd());
    }));
    eye.observe(this.root);
    this.endings.push(() => eye.disconnect(), () => window.clearTimeout(this.timer));
    // Scrolling does not bubble; the page around is heard on its way down.
    const scrolled = this.guard(() => this.later(() => this.notePlace()));
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    this.endings.push(() => document.removeEventListener("scroll", scrolled, { capture: true }));
  }

  later(act) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.guard(act), READS_MS);
  }

  inSight() {
    const { top, bottom } = this.root.getBoundingClientRect();
    return this.root.isConnected && bottom > top && top < window.innerHeight && bottom > 0;
  }

  atEnd() {
    this.notePlace();
    if (this.inSight()) this.quietly({ kind: "end" });
  }

  notePlace() {
    const lesson = this.root.closest(".jp-Notebook");
    if (!lesson || !lesson.getClientRects().length) return;
    const headings = Array.from(lesson.querySelectorAll("h2"), (node) => ({
      text: node.textContent ?? "",
      top: node.getBoundingClientRect().top,
    }));
    const section = sectionAt(headings, window.innerHeight / 2, this.model.get("view").sections);
    if (this.inSight()) this.quietly({ kind: "end" });
    else if (section && section !== this.reading) {
      this.reading = section;
      this.quietly({ kind: "place", section });
    }
  }

  /** What is only noted never takes the place of a press, and nobody is told if it does not arrive. */
  quietly(content) {
    if (this.pressed) return;
    try {
      this.connection?.tell(content, false);
    } catch {
      // Without Python nothing is noted; the next time it is.
    }
  }

  press() {
    this.pressed = true;
    this.ask({ kind: "mark", read: !this.model.get("view").read });
  }

  reply(reply) {
    this.pressed = false;
    super.reply(reply);
  }

  show() {
    const { read, told } = this.model.get("view");
    this.mark.textContent = this.words[read ? "take_back" : "mark"];
    this.told.textContent = told;
  }
}

export default panel(ReadMark);
