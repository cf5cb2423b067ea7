// The view of a sorting. It shows answers that Python prepared; what is chosen stays on the page and is sent nowhere.
import { listen } from "../../panel/faults.js";
import { button, element, labelled, optionLabel, ownName, sourceList, statusRegion } from "../../panel/parts.js";
import { PanelView, panel } from "../../panel/view.js";
import { fillIn } from "../../panel/fill_in.js";

/** @typedef {import("../../panel/parts.js").Source} Source */
/** @typedef {import("../../panel/connection.js").Guard} Guard */
/** @typedef {{label: string, text: string}} Told */
/** @typedef {{kind: "agrees" | "differs" | "never-wrong" | "none", text: string, more: string}} Reply */
/** @typedef {{text: string, answer: string, replies: Reply[], why: string, told: Told[], sources: Source[]}} Statement */
/** @typedef {{columns: string[], long: boolean, statements: Statement[]}} Round */
/** @typedef {{title: string, instruction: string, vote: boolean, match: boolean, rounds: Round[], closing: string, limit: string}} Activity */
/** @typedef {Record<string, string>} Words */

/**
 * The arrow keys choose while they pass. So a choice made with one of them is answered after this rest, or when the
 * statement is left: nobody is told an answer on the way to another column. In milliseconds.
 */
const REST_MS = 1200;
/** The shape that stands with each reply: a tick, a cross, a ring. */
const MARKS = { agrees: "right", differs: "wrong", "never-wrong": "open", none: "open" };

/**
 * The reason of an answer and what it rests on.
 * @param {Statement} statement
 * @param {Words} words
 */
function reasons(statement, words) {
  const parts = statement.told.map((told) => labelled(`${told.label}:`, told.text));
  if (statement.sources.length) parts.push(sourceList(statement.sources, words.sources));
  return parts;
}

/** One statement, its columns as radio buttons, and what the course says to the choice. */
class Question {
  /**
   * @param {Statement} statement
   * @param {Round} round
   * @param {number} number counted from 1
   * @param {boolean} vote
   * @param {Words} words
   * @param {() => void} changed
   * @param {Guard} guard
   */
  constructor(statement, round, number, vote, words, changed, guard) {
    this.statement = statement;
    this.vote = vote;
    this.words = words;
    this.changed = changed;
    /** @type {number | null} */
    this.chosen = null;
    this.byArrow = false;
    this.rest = 0;
    this.node = element("fieldset", "course-sort-statement");
    this.node.append(element("legend", "course-sort-text", `${number}. ${statement.text}`));
    const columns = element("div", `course-sort-columns${round.long ? " course-sort-long" : ""}`);
    const name = ownName();
    const options = round.columns.map((column, place) => optionLabel("radio", name, column, () => this.choose(place)));
    this.radios = options.map(({ input }) => input);
    columns.append(...options.map(({ label }) => label));
    this.said = statusRegion();
    this.why = element("div", "course-sort-why");
    this.node.append(columns, this.said, this.why);
    listen(this.node, "keydown", (event) => {
      this.byArrow = event.key.startsWith("Arrow");
      if (event.key === "Enter") this.tell();
    });
    listen(this.node, "pointerdown", () => (this.byArrow = false));
    listen(this.node, "focusout", () => setTimeout(guard(() => this.left())));
    this.onRest = guard(() => this.tell());
  }

  /** @param {number} place */
  choose(place) {
    this.chosen = place;
    this.clear();
    if (this.byArrow && !this.vote) this.rest = window.setTimeout(this.onRest, REST_MS);
    else this.tell();
  }

  /** The focus is on another statement, or on none. */
  left() {
    if (this.rest && !this.node.contains(document.activeElement)) this.tell();
  }

  /** Say what the course says, in words and with a shape. */
  tell() {
    clearTimeout(this.rest);
    this.rest = 0;
    if (this.chosen === null) return;
    if (!this.vote) {
      const { kind, text, more } = this.statement.replies[this.chosen];
      const mark = element("span", `course-mark course-mark-${MARKS[kind]}`);
      mark.setAttribute("aria-hidden", "true");
      this.node.dataset.reply = kind;
      const rest = [more, this.statement.why].filter(Boolean).join(" ");
      this.said.replaceChildren(mark, element("strong", "", text), ` ${rest}`);
      this.why.replaceChildren(...reasons(this.statement, this.words));
    }
    this.changed();
  }

  /** How the course took the choice. */
  kind() {
    return this.chosen === null ? "none" : this.statement.replies[this.chosen].kind;
  }

  /** True once the choice has been answered. */
  done() {
    return this.chosen !== null && !this.rest;
  }

  clear() {
    clearTimeout(this.rest);
    this.rest = 0;
    delete this.node.dataset.reply;
    this.said.replaceChildren();
    this.why.replaceChildren();
    this.changed();
  }

  again() {
    this.chosen = null;
    for (const radio of this.radios) radio.checked = false;
    this.clear();
  }
}

/** The statements of one round and the line that sums them up. */
class Part {
  /**
   * @param {Round} round
   * @param {Activity} activity
   * @param {Words} words
   * @param {Guard} guard
   */
  constructor(round, activity, words, guard) {
    this.activity = activity;
    this.words = words;
    this.node = element("div", "course-part course-sort-part");
    /** @type {Question[]} */
    this.questions = [];
    this.questions = round.statements.map(
      (statement, place) => new Question(statement, round, place + 1, activity.vote, words, () => this.sumUp(), guard),
    );
    this.summary = element("div", "course-sort-summary");
    this.summary.setAttribute("role", "status");
    this.node.append(...this.questions.map((question) => question.node), this.summary);
    this.sumUp();
  }

  sumUp() {
    if (!this.summary) return;
    const open = this.questions.some((question) => !question.done());
    const parts = open ? [element("p", "course-small", this.words.waiting)] : this.closing();
    // What has not changed is left alone, or it would be read out again at every choice.
    const text = parts.map((part) => part.textContent).join("");
    if (this.summary.textContent !== text) this.summary.replaceChildren(...parts);
  }

  closing() {
    const { match, vote, closing } = this.activity;
    const others = this.questions.filter((question) => question.kind() === "differs");
    const freely = this.questions.some((question) => question.kind() === "never-wrong");
    const { words } = this;
    const differ = match ? words.match_some_differ : words.some_differ;
    const agree = match ? words.match_all_agree : words.all_agree;
    const told = others.length ? differ : freely ? words.some_never_wrong : agree;
    const parts = [element("p", "", vote ? words.vote_done : told)];
    if (others.length) {
      const list = element("ul");
      for (const { statement } of others) list.append(element("li", "", statement.text));
      parts.push(list);
    }
    parts.push(element("p", "", closing));
    return parts;
  }

  again() {
    for (const question of this.questions) question.again();
    this.questions[0].radios[0].focus();
  }
}

/**
 * All statements with the course's answer, for those who would rather read, and for paper.
 * @param {Activity} activity
 * @param {Words} words
 */
function answers(activity, words) {
  const list = element("ul");
  for (const round of activity.rounds) {
    for (const statement of round.statements) {
      const item = element("li", "", `${statement.text} `);
      item.append(element("strong", "", statement.answer), ` ${statement.why}`);
      for (const told of statement.told) item.append(labelled(`${told.label}:`, told.text));
      list.append(item);
    }
  }
  const details = element("details", "course-sort-answers");
  details.append(element("summary", "", words.answers), list);
  return details;
}

/**
 * Which part is shown, and the buttons to the others. Nothing where there is one part only.
 * @param {Part[]} parts
 * @param {Words} words
 */
function turning(parts, words) {
  const where = statusRegion();
  const turn = (/** @type {number} */ by) => show(shown + by, true);
  const before = button(words.previous_round, () => turn(-1));
  const next = button(words.next_round, () => turn(1));
  let shown = 0;
  const show = (/** @type {number} */ number, /** @type {boolean} */ pressed) => {
    if (number < 0 || number >= parts.length) return;
    shown = number;
    for (const [place, part] of parts.entries()) part.node.hidden = place !== number;
    before.setAttribute("aria-disabled", String(number === 0));
    next.setAttribute("aria-disabled", String(number === parts.length - 1));
    where.textContent = fillIn(words.round, { number: number + 1, total: parts.length });
    if (pressed) parts[number].questions[0].radios[0].focus();
  };
  show(0, false);
  return { where, buttons: parts.length > 1 ? [before, next] : [], current: () => parts[shown] };
}

class SortView extends PanelView {
  /** @param {import("../../panel/view.js").Given} given */
  constructor(given) {
    /** @type {Activity} */
    const activity = given.model.get("activity");
    super(given, "course-sort", activity.title);
    const { words } = this;
    const parts = activity.rounds.map((round) => new Part(round, activity, words, (act) => this.guard(act)));
    const turns = turning(parts, words);
    const actions = element("div", "course-actions");
    actions.append(...turns.buttons, button(words.again, () => turns.current().again()));
    this.root.append(element("p", "course-panel-title", activity.title), element("p", "", activity.instruction));
    this.root.append(element("p", "course-small", words.privacy));
    if (parts.length > 1) this.root.append(turns.where);
    this.root.append(...parts.map((part) => part.node), actions);
    // The answers of a match are the table that stands above it.
    if (!activity.vote && !activity.match) this.root.append(answers(activity, words));
    if (activity.limit) this.root.append(element("p", "course-sort-limit", activity.limit));
  }
}

export default panel(SortView);
