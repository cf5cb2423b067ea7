// "How is your body today?" The answers live in this page's memory and cross once to the kernel; nothing keeps them.
import { listen } from "../panel/faults.js";
import { button, element, labelled, optionLabel, ownName, sourceList } from "../panel/parts.js";

const CALLS_FOR_HELP = ["help-now", "help-today"];
const KINDS = { "help-now": "stop", "help-today": "stop", "not-today": "care", "go-with-changes": "care", go: "go", stop: "stop", calm: "note" };

/**
 * A care card: who, how soon, do now, what to say.
 * @param {any} card
 * @param {Record<string, string>} words
 */
function careCard(card, words) {
  const kind = KINDS[card.urgency];
  const node = element("section", `course-card course-card-${kind}`);
  node.dataset.card = card.id;
  const head = element("p", "course-card-head");
  const icon = element("span", `course-icon course-icon-${kind}`);
  icon.setAttribute("aria-hidden", "true");
  const labels = { "not-today": words.card_not_today, stop: words.card_stop_now, calm: words.card_calm };
  const label = labels[card.urgency] ?? words[`card_${kind}`];
  head.append(icon, element("span", "course-card-label", label), " ", element("strong", "", card.title));
  node.append(head);
  if (card.cannot_wait) node.append(labelled(`${words.card_cannot_wait}:`, card.cannot_wait));
  if (card.sooner_for) node.append(labelled(`${words.card_sooner_for}:`, card.sooner_for));
  if (card.who) node.append(labelled(`${words.card_who}:`, card.who));
  if (card.how_soon) node.append(labelled(`${words.card_how_soon}:`, card.how_soon));
  const list = element("ul");
  for (const line of card.do_now) list.append(element("li", "", line));
  node.append(list);
  if (card.say) node.append(labelled(`${words.card_say}:`, card.say));
  if (card.sources.length || card.rule) node.append(foldOfSources(card, words));
  return node;
}

/**
 * What a card rests on, to open: a card that calls for help carries no doubt in sight.
 * @param {any} card
 * @param {Record<string, string>} words
 */
function foldOfSources(card, words) {
  const fold = sourceList(card.sources, words.card_sources);
  if (card.rule) fold.querySelector("summary")?.after(element("p", "course-small", card.rule));
  return fold;
}

/** One question with its second question and the card that fits a yes. */
class ReadinessQuestion {
  constructor(question, number, total, readiness, words, changed, toHelp) {
    this.question = question;
    this.readiness = readiness;
    this.words = words;
    this.changed = changed;
    this.toHelp = toHelp;
    /** The card of two answers that mean more together; the form sets it. @type {(() => string) | null} */
    this.together = null;
    this.name = ownName();
    this.reply = "";
    this.node = element("fieldset", "course-readiness-question");
    this.node.dataset.question = question.id;
    const legend = element("legend");
    const count = words.question.replace("{number}", number).replace("{total}", total);
    legend.append(element("span", "course-small", count), element("span", "course-stem", question.stem));
    this.signs = element("ul", "course-readiness-signs");
    for (const sign of question.signs) this.signs.append(element("li", "", sign));
    this.note = element("p", "course-small course-readiness-note", question.note);
    this.note.hidden = !question.note;
    this.card = element("div", "course-readiness-card");
    this.second = this.secondQuestion();
    this.all = element("p", "course-small", words.all_of_them);
    this.node.append(legend, this.signs, this.note, this.replies(), this.second, this.all, this.card, this.foot());
    // With the keys alone: a card that comes up between pressing and letting go of a mouse would take the click away.
    listen(this.node, "keydown", () => void (this.byKeys = true));
    listen(this.node, "pointerdown", () => void (this.byKeys = false));
    listen(this.node, "focusout", ({ relatedTarget }) => {
      if (this.byKeys && relatedTarget instanceof Node && !this.node.contains(relatedTarget)) this.leave();
      this.byKeys = false;
    });
    this.update();
  }

  replies() {
    const box = element("div", "course-readiness-replies");
    const { words } = this;
    for (const [value, text] of [["yes", words.yes], ["no", words.no], ["not-sure", words.not_sure]]) {
      box.append(optionLabel("radio", this.name, text, () => {
        this.reply = value;
        this.update();
      }).label);
    }
    return box;
  }

  secondQuestion() {
    const { question, words } = this;
    const box = element("fieldset", "course-readiness-second");
    box.append(element("legend", "", question.follow_up));
    if (question.choices.length) box.append(element("p", "course-small", words.second_first));
    for (const choice of question.choices) {
      box.append(optionLabel("radio", `${this.name}-choice`, choice.text, () => {
        this.choice = choice;
        this.update();
      }).label);
    }
    this.picks = new Set();
    for (const pick of question.picks) {
      box.append(optionLabel("checkbox", `${this.name}-pick`, pick.text, (on) => {
        if (on) this.picks.add(pick.id);
        else this.picks.delete(pick.id);
        this.update();
      }).label);
    }
    return box;
  }

  foot() {
    const { question, words } = this;
    const foot = element("details", "course-look-up");
    foot.append(element("summary", "", words.looked_up));
    if (question.rule) foot.append(element("p", "course-small", question.rule));
    foot.append(element("p", "course-small", words.review.replace("{date}", question.reviewed)));
    const list = sourceList(question.sources, words.card_sources);
    list.setAttribute("open", "");
    foot.append(...list.querySelectorAll("ul"));
    return foot;
  }

  get saidYes() {
    return this.reply === "yes" || this.reply === "not-sure";
  }

  /** Whether nothing is left to answer here. */
  get done() {
    if (!this.reply || this.reply === "no") return this.reply === "no";
    const { question } = this;
    if (question.choices.length) return Boolean(this.choice);
    return !question.picks.length || this.reply === "not-sure" || this.picks.size > 0;
  }

  update() {
    const { question } = this;
    const asks = this.saidYes && question.follow_up && !(question.picks.length && this.reply === "not-sure");
    this.second.hidden = !asks;
    // What was a list to read becomes the same list to tick.
    this.signs.hidden = Boolean(asks && question.picks.length);
    this.all.hidden = !(question.picks.length && this.reply === "not-sure");
    this.showCard(this.saidYes ? this.cardId() : "");
    this.changed(this);
  }

  /** Another question was answered: an answer may mean more together with this one, and what is open here is left open. */
  lookAgain() {
    if (this.asksMore) this.left = true;
    this.showCard(this.saidYes ? this.cardId() : "");
  }

  /** A yes whose second question is still open. */
  get asksMore() {
    return this.saidYes && this.question.choices.length > 0 && !this.choice;
  }

  /**
   * The learner is elsewhere. A second question that was left open counts as its strictest answer: until then nobody is
   * alarmed who is just about to say that all is usual.
   */
  leave() {
    if (!this.asksMore || this.left) return;
    this.left = true;
    this.showCard(this.cardId());
    this.changed(this);
  }

  /** The card of a yes. While the second question is being answered only what is always urgent shows its card. */
  cardId() {
    const together = this.together?.();
    if (together) return together;
    if (this.asksMore && !this.left && !this.question.at_once) return "";
    const id = this.choice && !this.second.hidden ? this.choice.card : this.question.card;
    return this.readiness.cards[id]?.urgency === "go-with-changes" ? "" : id;
  }

  /** Whether this answer alone sends the learner to a card, whatever else is still open. */
  get settled() {
    return Boolean(this.shown) && this.question.urgent && (this.done || this.question.at_once);
  }

  /** Whether the card that fits calls for help; such a card stands above the whole form. */
  get asksForHelp() {
    return Boolean(this.shown) && CALLS_FOR_HELP.includes(this.readiness.cards[this.shown].urgency);
  }

  showCard(id) {
    if (this.shown === id) return;
    this.shown = id;
    const { words } = this;
    if (!id) this.card.replaceChildren();
    else if (this.asksForHelp) {
      this.card.replaceChildren(element("p", "course-readiness-now", words.help_above), button(words.go_to_card, () => this.toHelp(id)));
    } else this.card.replaceChildren(element("p", "course-readiness-now", words.shown_at_once), careCard(this.readiness.cards[id], words));
  }

  /** What this answer changes in the routine; "not sure" brings the changes of all situations. */
  get changes() {
    if (!this.saidYes) return [];
    const { picks } = this.question;
    const ticked = picks.filter((pick) => this.reply === "not-sure" || this.picks.has(pick.id));
    const chosen = this.second.hidden ? [] : this.choice?.changes ?? [];
    return [...ticked.map((pick) => pick.change), ...chosen].filter(Boolean);
  }

  /** The answer as it crosses to the kernel; nothing if the question is open. */
  get answer() {
    if (!this.reply) return null;
    const second = this.second.hidden ? {} : { choice: this.choice?.id, picks: [...this.picks] };
    return { reply: this.reply, ...second };
  }
}

/**
 * The one place for cards that call for help: above all questions, and in sight while one scrolls.
 * The most urgent card stands on top. It is read out, and takes no focus: an answer must stay easy to change.
 */
class HelpPlace {
  constructor(readiness, words) {
    this.readiness = readiness;
    this.words = words;
    this.shown = [];
    this.node = element("section", "course-readiness-help");
    this.node.setAttribute("aria-label", words.help_place);
    this.node.tabIndex = 0;
    this.node.hidden = true;
    this.alarm = element("p", "course-unseen");
    this.alarm.setAttribute("role", "alert");
  }

  /**
   * @param {string[]} ids cards in any order
   * @returns {boolean} whether something changed here
   */
  show(ids) {
    const { cards, order } = this.readiness;
    const sorted = [...new Set(ids)].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    if (sorted.join() === this.shown.join()) return false;
    this.shown = sorted;
    this.node.hidden = !sorted.length;
    const first = sorted.length ? [element("p", "course-readiness-now", this.words.shown_at_once)] : [];
    this.node.replaceChildren(...first, ...sorted.map((id) => careCard(cards[id], this.words)));
    this.node.scrollTop = 0;
    this.alarm.textContent = sorted.length ? this.spoken(cards[sorted[0]]) : "";
    return true;
  }

  spoken({ title, who, how_soon: soon }) {
    return [this.words.shown_at_once, `${title}.`, who, soon].filter(Boolean).join(" ");
  }

  /** Lead the keys to a card, because someone asked for it. */
  focus(id) {
    const title = /** @type {HTMLElement} */ (this.node.querySelector(`[data-card="${id}"] strong`));
    title.tabIndex = -1;
    title.focus();
  }
}

/** The whole readiness check. */
class ReadinessForm {
  /**
   * @param {any} readiness its questions, cards and combinations
   * @param {Record<string, string>} words
   * @param {{submit: (answers: object, changes: string[]) => void, say: (text: string) => void}} act
   */
  constructor(readiness, words, act) {
    this.words = words;
    this.act = act;
    this.node = element("div", "course-readiness");
    this.heading = element("p", "course-panel-title", words.readiness_title);
    this.heading.tabIndex = -1;
    this.help = new HelpPlace(readiness, words);
    const total = readiness.questions.length;
    const said = (one) => {
      if (!this.questions) return;
      for (const other of this.questions) if (other !== one) other.lookAgain();
      const urgent = this.questions.filter(({ asksForHelp }) => asksForHelp).map(({ shown }) => shown);
      const moved = this.help.show(urgent);
      const read = one.shown && one.shown !== this.help.shown[0];
      if (read) act.say(`${words.shown_at_once} ${readiness.cards[one.shown].title}.`);
      this.open.replaceChildren();
      // The card must not lie over the answer that called it.
      if (moved) one.node.querySelector(":focus")?.scrollIntoView({ block: "nearest" });
    };
    const toHelp = (id) => this.help.focus(id);
    this.questions = readiness.questions.map((question, index) => new ReadinessQuestion(question, index + 1, total, readiness, words, said, toHelp));
    for (const one of this.questions) one.together = () => this.cardOfBoth(readiness.combinations, one);
    this.open = element("p", "course-readiness-open");
    const actions = element("div", "course-actions");
    actions.append(button(words.see_result, () => this.submit(), "course-button-main"));
    this.node.append(this.help.alarm, this.help.node, this.heading, element("p", "", words.kept_nowhere), element("p", "", words.not_sure_rule));
    this.node.append(...this.questions.map(({ node }) => node), actions);
  }

  /** The card of two answers that mean more together than each alone; the page knows them with no kernel. */
  cardOfBoth(combinations, one) {
    const said = (id) => this.questions.find(({ question, saidYes }) => question.id === id && saidYes);
    for (const both of combinations) {
      const [first, second] = [said(both.question), said(both.with)];
      if (!first || !second || (one !== first && one !== second)) continue;
      if (!both.except.includes(first.choice?.id ?? "") && both.choices.includes(second.choice?.id)) return both.card;
    }
    return "";
  }

  submit() {
    const open = this.questions.map((question, index) => (question.done ? 0 : index + 1)).filter(Boolean);
    for (const one of this.questions) one.leave();
    if (open.length && !this.questions.some(({ settled }) => settled)) {
      const text = this.words.some_open.replace("{numbers}", open.join(", "));
      this.open.textContent = text;
      this.act.say(text);
      const first = this.questions[open[0] - 1].node;
      // The page goes to the first open question, so the words stand there and not at the button, screens below.
      first.querySelector(".course-readiness-replies")?.before(this.open);
      first.querySelector("input")?.focus();
      return;
    }
    const answers = this.questions.filter((one) => one.answer).map((one) => [one.question.id, one.answer]);
    this.act.submit(Object.fromEntries(answers), this.questions.flatMap((question) => question.changes));
  }
}

export { ReadinessForm, careCard };
