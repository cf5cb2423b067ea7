// The window behind the help button of every lesson: a few large choices, then the signs, then the one card that fits.

import { DATA, WORDS } from "./data.js";
import { inWordsOf, withNumbers } from "./decisions.js";
import { button, choice, element, list } from "./elements.js";

/** The words of the learner's place, as the server names it. */
function localWords(PageConfig) {
  return DATA.locales[PageConfig.getOption("courseLocale")] ?? DATA.locales.neutral;
}

/** The window behind "Worried about something now?". It needs no kernel and no network. */
class HelpWindow {
  /**
   * @param {Record<string, string>} places the words of the learner's place
   * @param {(path: string, heading: string) => void} openLesson
   */
  constructor(places, openLesson) {
    this.places = places;
    this.openLesson = openLesson;
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help"));
    this.dialog.setAttribute("aria-labelledby", "course-help-title");
    this.title = element("h2", "", "");
    this.title.id = "course-help-title";
    // Reading begins at the heading of what is shown, not at the first button.
    this.title.tabIndex = -1;
    this.back = button(WORDS.back, () => this.goBack());
    const close = button(WORDS.close, () => this.dialog.close());
    close.classList.add("course-button-main");
    const head = element("div", "course-help-head");
    head.append(this.back, this.title, close);
    this.body = element("div", "course-help-body");
    this.dialog.append(head, this.told("p", "course-help-call", WORDS.worried_call), this.body);
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(this.dialog);
  }

  open() {
    /** What was gone through, the last on top: each makes its own screen. */
    this.way = [];
    this.dialog.showModal();
    this.show(() => this.concerns());
  }

  /** @param {() => {title: string, parts: HTMLElement[]}} screen */
  show(screen) {
    this.way.push(screen);
    this.draw();
  }

  goBack() {
    this.way.pop();
    this.draw();
  }

  draw() {
    const { title, parts } = this.way.at(-1)();
    this.title.textContent = title;
    this.back.hidden = this.way.length === 1;
    this.body.replaceChildren(...parts);
    this.dialog.scrollTop = 0;
    this.title.focus();
  }

  concerns() {
    const choices = DATA.help.concerns.map((concern) => choice(concern.text, () => this.show(() => this.signs(concern))));
    const parts = [element("p", "", WORDS.worried_intro), list("course-help-choices", choices), this.links()];
    return { title: WORDS.worried_title, parts };
  }

  signs(concern) {
    const chosen = concern.signs.map((id) => DATA.help.signs.find((sign) => sign.id === id));
    const choices = chosen.map((sign) => choice(inWordsOf(sign.sign, this.places), () => this.show(() => this.card(sign))));
    const parts = [element("p", "", WORDS.worried_which), list("course-help-choices", choices), this.links()];
    return { title: concern.text, parts };
  }

  card(sign) {
    const card = DATA.help.cards[sign.card];
    const parts = [this.told("p", "course-help-sign", sign.sign)];
    if (card.cannot_wait) parts.push(this.told("p", "course-help-call", card.cannot_wait));
    if (card.sooner_for) parts.push(this.told("p", "", card.sooner_for));
    const facts = element("dl", "course-help-facts");
    for (const [name, text] of [[WORDS.card_who, sign.who], [WORDS.card_how_soon, sign.how_soon]]) {
      facts.append(element("dt", "", name), this.told("dd", "", text));
    }
    parts.push(facts);
    if (card.do_now.length) {
      const steps = card.do_now.map((step) => this.told("li", "", step));
      parts.push(element("h3", "", WORDS.card_do_now), list("course-help-steps", steps));
    }
    if (card.say) parts.push(element("h3", "", WORDS.card_say), this.told("p", "", card.say));
    return { title: inWordsOf(card.title, this.places), parts };
  }

  links() {
    const links = DATA.help.links.map((link) => {
      const item = element("li");
      item.append(button(link.text, () => this.leaveFor(() => this.openLesson(link.path, link.heading))));
      return item;
    });
    const part = element("div", "course-help-else");
    part.append(element("p", "", WORDS.worried_else), list("course-help-links", links));
    return part;
  }

  leaveFor(go) {
    this.dialog.close();
    go();
  }

  /** A text in the words of the place, in which each of the place's numbers can be tapped. */
  told(tag, className, text) {
    const node = element(tag, className);
    for (const { text: piece, number } of withNumbers(inWordsOf(text, this.places), this.places)) {
      if (!number) {
        node.append(piece);
        continue;
      }
      const call = /** @type {HTMLAnchorElement} */ (element("a", "course-help-number", piece));
      call.href = `tel:${number}`;
      node.append(call);
    }
    return node;
  }
}

export { HelpWindow, localWords };
