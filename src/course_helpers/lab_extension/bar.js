// The row of course tools above a lesson, and the size of its text.

import { browserStorage } from "../panel/browser_storage.js";
import { fillIn } from "../panel/fill_in.js";
import { WORDS } from "./data.js";
import { nextTextSize } from "./decisions.js";
import { button, element } from "./elements.js";
import { SIZE_KEY } from "./kept_names.js";
import { keepFromJupyter } from "./read_only.js";
import { searchField } from "./search.js";

/** Letters of a note that stands below the tools. */
const LONG = 60;

/** The row of course tools above a lesson. */
class LessonBar {
  /**
   * @param {any} help the help window
   * @param {any} lesson the lesson that the tools act on
   * @param {boolean} facilitator whether this is the facilitators' edition
   */
  constructor(help, lesson, facilitator) {
    const panelNode = lesson.panel.node;
    this.node = element("div", "course-bar");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", WORDS.bar_name);
    const worried = button(WORDS.worried, () => help.open());
    worried.classList.add("course-button-help");
    this.again = button(WORDS.start_again, () => lesson.startAgain());
    this.again.classList.add("course-button-main");
    this.again.hidden = true;
    this.status = element("span", "course-bar-status");
    this.status.setAttribute("role", "status");
    this.here = button(WORDS.read_here, () => lesson.jupyter.reader.takeOver());
    this.here.classList.add("course-button-main");
    this.here.hidden = true;
    this.back = button(WORDS.go_back, () => this.goBack());
    this.back.classList.add("course-bar-back");
    this.back.hidden = true;
    this.lesson = lesson;
    /** @type {{text: string, offers: {offerStart?: boolean, offerHere?: boolean}}} */
    this.told = { text: "", offers: {} };
    this.silence = "";
    const more = element("span", "course-bar-more");
    more.append(this.searchField(), ...this.moreTools());
    this.node.append(...this.wayButtons(), worried, this.back, this.status, this.again, this.here, more);
    if (facilitator) this.node.append(this.facilitatorButton(panelNode));
    this.node.addEventListener("keydown", keepFromJupyter);
  }

  /** To the other lessons: their list, the home, the one before and the next one. */
  wayButtons() {
    const { ways, neighboursOf } = this.lesson.way;
    const { before, after } = neighboursOf.call(this.lesson.way, this.lesson);
    const around = element("span", "course-bar-group course-bar-around");
    for (const [sign, which, lesson] of [["←", WORDS.lesson_before, before], ["→", WORDS.lesson_after, after]]) {
      if (!lesson) continue;
      const press = button(String(sign), () => ways.openLesson(lesson.notebook, ""));
      press.title = fillIn(WORDS.lesson_named, { which, lesson: lesson.title });
      press.setAttribute("aria-label", press.title);
      around.append(press);
    }
    return [button(WORDS.lessons, ways.showList), button(WORDS.home, ways.goHome), around];
  }

  searchField() {
    const { form, input } = searchField((words) => {
      input.value = "";
      this.lesson.way.ways.search(words);
    });
    return form;
  }

  /**
   * For the lesson in front. A narrow page has them in its drawer.
   * @param {() => void} [first] what happens before one of them is used
   */
  moreTools(first = () => {}) {
    const { lesson } = this;
    const find = button(WORDS.find, () => {
      first();
      lesson.openFind();
    });
    const print = button(WORDS.print, () => {
      first();
      lesson.choosePrint();
    });
    return [find, print, this.sizeButtons(lesson.panel.node)];
  }

  sizeButtons(panelNode) {
    const group = element("span", "course-bar-group");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", WORDS.text_size);
    for (const [sign, name, change] of [["A−", WORDS.text_smaller, -1], ["A+", WORDS.text_larger, 1]]) {
      const press = button(String(sign), () => changeTextSize(panelNode, Number(change)));
      press.setAttribute("aria-label", String(name));
      group.append(press);
    }
    return group;
  }

  /** Only the facilitators' edition has it: there the notes show until they are hidden, for a screen that all see. */
  facilitatorButton(panelNode) {
    const toggle = button("", () => show(!panelNode.classList.contains("course-facilitator")));
    toggle.classList.add("course-button-facilitator");
    function show(shown) {
      panelNode.classList.toggle("course-facilitator", shown);
      toggle.textContent = shown ? WORDS.facilitator_hide : WORDS.facilitator_show;
    }
    show(true);
    return toggle;
  }

  /**
   * The reader came here by a link: one press leads back to where it stood.
   * @param {() => void} go
   */
  offerBack(go) {
    this.showBack(true);
    this.leadBack = go;
  }

  goBack() {
    this.showBack(false);
    this.leadBack?.();
  }

  /** @param {boolean} shown */
  showBack(shown) {
    this.back.hidden = !shown;
    this.node.classList.toggle("course-bar-leads-back", shown);
  }

  /**
   * @param {string} text
   * @param {{offerStart?: boolean, offerHere?: boolean}} [offers]
   */
  tell(text, offers = {}) {
    this.told = { text, offers };
    this.show();
  }

  /**
   * The course's program does not answer any more, or answers again. No press could help meanwhile; what was told before
   * holds again afterwards.
   * @param {string} note nothing once it answers
   */
  tellSilence(note) {
    this.silence = note;
    this.show();
  }

  show() {
    const { text, offers } = this.silence ? { text: this.silence, offers: {} } : this.told;
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("course-bar-long", text.length > LONG);
    this.again.hidden = !offers.offerStart;
    this.here.hidden = !offers.offerHere;
  }
}

function storedTextSize() {
  return Number(browserStorage().storage.getItem(SIZE_KEY));
}

function changeTextSize(panelNode, change) {
  const size = nextTextSize(storedTextSize(), change);
  browserStorage().storage.setItem(SIZE_KEY, String(size));
  for (const lesson of document.querySelectorAll(".course-lesson")) {
    /** @type {HTMLElement} */ (lesson).style.setProperty("--course-text-size", `${size}px`);
  }
}

export { LessonBar, storedTextSize };
