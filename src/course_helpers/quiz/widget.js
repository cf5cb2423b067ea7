// A quiz, or one check question: start, question, summary. Python says what to show; the page says what was pressed.
import { listen } from "../panel/faults.js";
import { button, element, labelled, lessonLink, ownName } from "../panel/parts.js";
import { announce } from "../panel/news.js";
import { PanelView, panel } from "../panel/view.js";
import { fillIn } from "../panel/fill_in.js";
import { answerOf, draftName, restoredDraft } from "./answering.js";
import { QuestionForm, explanationFoot } from "./question.js";

/** @typedef {import("./answering.js").Draft} Draft */

/** After so long what was just shown has been painted, even where a frame comes late. */
const PAINTED_MS = 60;

class QuizView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-quiz", given.model.get("words").label);
    this.connect();
    this.name = ownName();
    this.notices = element("div", "course-notices");
    this.body = element("div", "course-quiz-body");
    this.main = button("", () => this.pressMain(), "course-button-main");
    this.stop = button(this.words.stop, () => this.press("stop"), "course-button-quiet");
    this.stop.title = this.words.stop_note;
    this.actions = element("div", "course-actions");
    this.actions.append(this.main, this.stop);
    this.root.append(this.notices, this.body, this.status, this.alert, this.actions);
    this.follow("view", () => this.update(this.model.get("view")));
    this.follow("draft", () => this.takeDraft(this.model.get("draft")));
    this.show(this.model.get("view"));
  }

  // What comes from Python

  update(view) {
    const before = this.view;
    const same = ["screen", "round", "position"].every((key) => before[key] === view[key]);
    if (!same) return this.show(view, true);
    // Another draw of the same place: the record was erased meanwhile.
    if (before.draft !== view.draft || (before.feedback && !view.feedback)) return this.show(view, true);
    this.showNotices(view);
    if (view.screen !== "question" || !view.feedback || before.feedback) return;
    this.view = view;
    this.explain();
    // For the ear: the eye has the verdict itself.
    this.status.textContent = view.feedback.status;
    this.status.classList.add("course-unseen");
    if (this.pressed) this.bringVerdictIntoSight();
    // The explanation is painted first: who hears the news, on this page too, has work of their own with it.
    setTimeout(this.guard(() => announce("answered")), PAINTED_MS);
  }

  /**
   * In the frame that paints it and not before: to find out where it is, the browser lays the page out, and what else
   * Python says meanwhile would go before that frame.
   */
  bringVerdictIntoSight() {
    const { verdict } = this;
    requestAnimationFrame(this.guard(() => verdict.scrollIntoView({ block: "nearest" })));
  }

  /** What was chosen and not checked goes with the record. */
  forgotten() {
    if (this.form) this.forgetDraft();
    super.forgotten();
  }

  // The three pages

  /** A new page; if the learner was here, the focus goes to its heading. */
  show(view, moved = false) {
    const hadFocus = moved && this.root.contains(document.activeElement);
    this.view = view;
    this.form = null;
    this.root.dataset.screen = view.screen;
    this.showNotices(view);
    this.status.textContent = "";
    this.status.classList.remove("course-unseen");
    const pages = { start: () => this.startPage(), question: () => this.questionPage(), summary: () => this.summaryPage() };
    this.body.replaceChildren(...pages[view.screen]());
    this.stop.hidden = view.screen !== "question" || view.progress === "";
    if (view.screen === "question" && view.feedback) this.explain();
    this.labelMain();
    if (hadFocus) this.heading?.focus();
  }

  showNotices(view) {
    this.notices.replaceChildren(...view.notices.map((text) => element("p", "course-notice", text)));
  }

  headingNode(text, className = "course-quiz-heading") {
    this.heading = element("p", className, text);
    this.heading.tabIndex = -1;
    return this.heading;
  }

  startPage() {
    const list = element("ul");
    for (const line of this.view.lines) list.append(element("li", "", line));
    return [this.headingNode(this.view.title ?? this.words.label), list];
  }

  questionPage() {
    const { view, words } = this;
    const head = element("p", "course-card-head");
    const icon = element("span", "course-icon course-icon-question");
    icon.setAttribute("aria-hidden", "true");
    head.append(icon, element("span", "course-quiz-label", view.progress || words.label));
    if (view.part) head.append(element("span", "course-quiz-part", view.part));
    const draft = restoredDraft(view, this.storedDraft());
    this.form = new QuestionForm(view, words, `${this.name}-${view.round}-${view.position}`, draft, {
      changed: (changed) => this.keepDraft(changed),
      say: (text) => {
        this.status.textContent = text;
      },
    });
    this.hint = element("details", "course-hint");
    this.hint.append(element("summary", "", words.hint), element("p", "", view.hint));
    this.sureness = view.feedback || !view.ask_confidence ? null : this.confidenceNode(draft);
    return [head, this.headingNode(view.stem, "course-stem"), this.form.node, this.hint, ...(this.sureness ? [this.sureness] : [])];
  }

  confidenceNode(draft) {
    const set = element("fieldset", "course-confidence");
    set.append(element("legend", "", this.words.confidence));
    for (const level of [1, 2, 3]) {
      const label = element("label");
      const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
      input.type = "radio";
      input.name = `${this.name}-sure-${this.view.round}-${this.view.position}`;
      input.value = String(level);
      input.checked = draft.confidence === level;
      listen(input, "change", () => this.form.change({ ...this.form.draft, confidence: level }));
      label.append(input, ` ${this.words[`confidence_${level}`]}`);
      set.append(label);
    }
    const meaning = element("details");
    meaning.append(element("summary", "", this.words.confidence_meaning), element("p", "", this.words.confidence_note));
    set.append(meaning);
    return set;
  }

  /** In place: the verdict above everything, the reasons, and the button that leads on. */
  explain() {
    const { view, words } = this;
    const lost = this.body.contains(document.activeElement);
    this.form.explain(view);
    this.sureness?.remove();
    this.hint.remove();
    this.verdict = element("p", "course-verdict");
    this.verdict.dataset.right = String(view.feedback.right);
    const mark = element("span", `course-mark course-mark-${view.feedback.right ? "right" : "wrong"}`);
    mark.setAttribute("aria-hidden", "true");
    this.verdict.append(mark, element("strong", "", view.feedback.verdict));
    this.body.prepend(this.verdict);
    this.body.append(explanationFoot(view, words));
    this.labelMain();
    if (lost) this.main.focus({ preventScroll: true });
    this.forgetDraft();
  }

  labelMain() {
    const { view, words } = this;
    const explained = view.screen === "question" && view.feedback;
    const next = view.progress === "" ? words.again : view.last ? words.finish : words.next;
    this.main.hidden = view.screen === "summary" || (view.screen === "start" && Boolean(view.closed));
    this.main.textContent = view.screen === "start" ? words.begin : explained ? next : words.check_answer;
  }

  summaryPage() {
    const { view } = this;
    const mastery = element("p", "course-mastery", view.mastery.text);
    mastery.dataset.done = String(view.mastery.done);
    const parts = [this.headingNode(view.title), element("p", "course-counts", view.counts), mastery, this.summaryButtons()];
    if (view.mastery.done) parts.unshift(joyNode());
    if (view.sure.length) parts.push(this.sureNode());
    const list = element("ul", "course-objectives");
    for (const objective of view.objectives) list.append(this.objectiveNode(objective));
    const more = [view.calibration, view.comparison].filter(Boolean).map((text) => element("p", "", text));
    return [...parts, ...this.pointByPoint(list, more)];
  }

  /** Who has reached the goal need not go through every point once more. */
  pointByPoint(list, more) {
    if (!this.view.mastery.done) return [element("p", "course-legend", this.words.objectives_title), list, ...more];
    const fold = element("details");
    fold.append(element("summary", "", this.words.objectives_title), list, ...more);
    return [fold];
  }

  summaryButtons() {
    const { view, words } = this;
    const box = element("div", "course-actions");
    const filled = () => (box.childElementCount ? "" : "course-button-main");
    const add = (text, kind) => box.append(button(text, () => this.press(kind), filled()));
    for (const place of view.onward) {
      const door = lessonLink(place);
      door.className = `course-button ${filled()}`.trim();
      box.append(door);
    }
    if (view.left) add(words.go_on, "continue");
    if (view.retry) add(words.retry, "retry");
    if (!view.closed) add(words.new, "begin");
    if (view.retry) box.append(element("p", "course-small", fillIn(words.retry_note, { number: view.retry })));
    return box;
  }

  sureNode() {
    const box = element("section", "course-sure");
    box.append(element("p", "course-legend", this.words.sure_title));
    for (const entry of this.view.sure) {
      box.append(element("p", "course-stem", entry.stem));
      for (const reason of entry.reasons) box.append(element("p", "", reason));
      const reread = labelled(this.words.reread, "");
      reread.append(lessonLink(entry.reread));
      box.append(reread);
    }
    return box;
  }

  objectiveNode(objective) {
    const item = element("li", "course-objective");
    item.dataset.status = objective.status;
    const mark = element("span", `course-mark course-mark-${{ right: "right", missed: "wrong", open: "open" }[objective.status]}`);
    mark.setAttribute("aria-hidden", "true");
    item.append(mark, element("strong", "", `${objective.mark}. `));
    if (objective.safety) item.append(element("span", "course-tag-safety", objective.safety), " ");
    item.append(objective.text);
    if (objective.reread) item.append(" ", lessonLink(objective.reread));
    return item;
  }

  // What the learner does

  pressMain() {
    if (this.view.screen === "start") return this.press("begin");
    if (this.view.feedback) return this.press(this.view.progress === "" ? "begin" : "next");
    const { draft } = this.form;
    return this.press("submit", { answer: answerOf(this.view, draft), confidence: draft.confidence });
  }

  press(kind, more = {}) {
    const { round, position } = this.view;
    this.pressed = true;
    this.status.textContent = "";
    this.status.classList.remove("course-unseen");
    this.ask({ kind, round, position, ...more });
  }

  // What is chosen but not yet checked stays in this tab: a reload or a restarted kernel finds it again.

  keepDraft(draft) {
    // What was said about an answer that was missing is over.
    this.status.textContent = "";
    const stored = JSON.stringify(draft);
    try {
      sessionStorage.setItem(draftName(this.view), stored);
    } catch {
      // A browser that stores nothing still keeps the choice on the page.
    }
    this.model.set("draft", { name: draftName(this.view), stored });
  }

  storedDraft() {
    try {
      return sessionStorage.getItem(draftName(this.view));
    } catch {
      return null;
    }
  }

  forgetDraft() {
    try {
      sessionStorage.removeItem(draftName(this.view));
    } catch {
      // A browser that stores nothing has nothing to remove.
    }
  }

  /** Another view of the same quiz has chosen something. */
  takeDraft(shared) {
    if (!this.form || this.view.feedback || shared?.name !== draftName(this.view)) return;
    if (JSON.stringify(this.form.draft) === shared.stored) return;
    this.form.show(restoredDraft(this.view, shared.stored));
    for (const input of this.sureness?.querySelectorAll("input") ?? []) {
      input.checked = Number(input.value) === this.form.draft.confidence;
    }
  }
}

/** A moment of quiet joy: three slow circles that open once, and stand still for whoever wants no movement. */
function joyNode() {
  const joy = element("div", "course-joy");
  joy.setAttribute("aria-hidden", "true");
  for (let ring = 0; ring < 3; ring += 1) joy.append(element("span"));
  return joy;
}

export default panel(QuizView);
