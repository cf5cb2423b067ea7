// The home of the course: where to begin, where to go on, all lessons, and help. It needs no kernel.

import { fillIn } from "../panel/fill_in.js";
import { DATA, WORDS } from "./data.js";
import { button, element, list } from "./elements.js";
import { searchField } from "./search.js";

/**
 * @typedef {object} Ways what a press leads to
 * @property {(lesson: string, heading: string) => void} openLesson
 * @property {() => void} goOn
 * @property {(words: string) => void} search
 * @property {() => void} help
 * @property {() => void} showList
 * @property {() => void} changeDesk
 * @property {() => void} changeColours
 */

/** @typedef {import("./read_marks.js").ReadMarks} ReadMarks */
/** @typedef {{left: ReturnType<typeof import("./way.js").leftOff>, marks: Pick<ReadMarks, "lessons" | "due" | "goOn" | "standing">,
 * full: boolean, colours: string}} Known `left` is the place that this browser knows to the line */

class HomePage {
  /** @param {Ways} ways */
  constructor(ways) {
    this.ways = ways;
    this.node = element("div", "course-home");
    // It takes the keys when it comes to the front, so that they scroll it.
    this.node.tabIndex = -1;
    this.bar = element("div", "course-home-bar");
    this.bar.setAttribute("role", "region");
    this.bar.setAttribute("aria-label", WORDS.bar_name);
    const help = button(WORDS.worried, ways.help);
    help.classList.add("course-button-help");
    this.bar.append(button(WORDS.lessons, ways.showList), help);
    this.silence = element("p", "course-home-silence");
    this.silence.setAttribute("role", "status");
    this.field = searchField(ways.search);
    this.page = element("div", "course-home-known");
    this.drawn = "";
    const page = element("div", "course-home-page");
    page.append(element("h1", "", WORDS.course_name), element("p", "", WORDS.home_intro), this.field.form, this.page);
    this.node.append(this.bar, this.silence, page);
    this.node.addEventListener("keydown", (event) => event.target === this.field.input && event.stopPropagation());
  }

  /** @param {string} note that the course's program does not answer any more; nothing once it does */
  tellSilence(note) {
    this.silence.textContent = note;
  }

  /** @param {Known} known */
  show({ left, marks, full, colours }) {
    const { lessons, due, goOn, standing } = marks;
    // A button that is replaced while it is pressed does nothing, and a reading voice would lose its place.
    const drawn = JSON.stringify([left, lessons, due, goOn, standing, full, colours]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const held = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.goes;
    const again = left ? this.goOn(left) : goOn && this.goOnAt(goOn);
    const points = this.page.querySelector("details");
    this.page.replaceChildren(
      ...(again ? [again] : []),
      ...(due > 0 && DATA.review ? [this.review(due)] : []),
      element("h2", "", again ? WORDS.doors_again : WORDS.doors),
      this.doors(Boolean(again)),
      element("h2", "", WORDS.lessons),
      this.lessons(lessons),
      ...(standing ? this.standing(standing, points?.open ?? false) : []),
      this.choices(full, colours),
    );
    if (held) /** @type {HTMLElement} */ (this.page.querySelector(`[data-goes="${held}"]`))?.focus();
  }

  /** @param {NonNullable<Known["left"]>} left */
  goOn({ lesson, section }) {
    const press = button("", this.ways.goOn);
    press.classList.add("course-button-main", "course-home-go-on");
    press.dataset.goes = "on";
    const where = section ? `${lesson.title}: ${section.title}` : lesson.title;
    press.append(element("strong", "", WORDS.go_on), element("span", "", where));
    return press;
  }

  /**
   * This browser knows no place to the line; the record knows the section.
   * @param {import("./read_marks.js").Place} place
   */
  goOnAt({ text, lesson, heading }) {
    const press = this.leading("", lesson, heading, "on");
    press.classList.add("course-button-main", "course-home-go-on");
    press.append(element("strong", "", text));
    return press;
  }

  /** @param {number} due */
  review(due) {
    const text = due === 1 ? WORDS.review_one : fillIn(WORDS.review_many, { number: due });
    const press = this.leading(text, DATA.review.lesson, DATA.review.heading, "review");
    const line = element("p", "course-home-review");
    line.append(press);
    return line;
  }

  /** @param {boolean} again the filled button is another one */
  doors(again) {
    const doors = DATA.doors.map((door, number) => {
      const press = this.leading(door.title, door.lesson, door.heading, `door-${number}`);
      press.classList.toggle("course-button-main", !again && number === 0);
      const item = element("li", "course-home-door");
      item.append(press, element("p", "course-home-small", door.time), element("p", "", door.about));
      return item;
    });
    return list("course-home-doors", doors);
  }

  /**
   * What was answered, practised and searched: each line leads to its place.
   * @param {import("./read_marks.js").Standing} standing
   * @param {boolean} open whether the points were unfolded
   */
  standing({ title, whole, known, know, points, done }, open) {
    const nodes = [element("h2", "", title)];
    nodes.push(this.places([...done, ...(known ? [{ ...whole, text: known }] : [])], "done"));
    if (points.length) {
      const fold = /** @type {HTMLDetailsElement} */ (element("details", "course-home-points"));
      fold.open = open;
      const summary = element("summary", "", know);
      summary.dataset.goes = "points";
      fold.append(summary, this.places(points, "point"));
      nodes.push(fold);
    }
    return nodes;
  }

  /** @param {import("./read_marks.js").Place[]} places @param {string} kind */
  places(places, kind) {
    const items = places.map(({ text, lesson, heading }, number) => {
      const press = this.leading(text, lesson, heading, `${kind}-${number}`);
      press.classList.add("course-home-place");
      const item = element("li");
      item.append(press);
      return item;
    });
    return list("course-home-lessons", items);
  }

  /** @param {ReadMarks["lessons"]} marks */
  lessons(marks) {
    const lessons = DATA.lessons.map(({ id, title, notebook, minutes, path }) => {
      const press = this.leading("", notebook, "", id);
      press.classList.add("course-way-lesson");
      press.append(...lessonLine({ id, title, minutes, path, mark: marks[id] }));
      const item = element("li");
      item.append(press);
      return item;
    });
    return list("course-home-lessons", lessons);
  }

  leading(text, lesson, heading, name) {
    const press = button(text, () => this.ways.openLesson(lesson, heading));
    press.dataset.goes = name;
    return press;
  }

  choices(full, colours) {
    const foot = element("p", "course-home-foot");
    foot.append(...frameChoices({ full, colours }, this.ways));
    return foot;
  }
}

/** A lesson in one line: its number, its title, its time, and how far it was read. */
function lessonLine({ id, title, minutes, path, mark }) {
  const counted = minutes === 1 ? WORDS.one_minute : fillIn(WORDS.minutes, { minutes });
  const time = path === "appendix" ? WORDS.to_look_up : counted;
  const told = mark?.mark === "read" ? `✓ ${WORDS.read}` : (mark?.told ?? "");
  const shown = element("span", "course-way-read", told);
  if (mark) shown.dataset.mark = mark.mark;
  return [element("span", "course-way-number", id), element("span", "course-way-title", title), element("span", "course-way-time", time), shown];
}

/**
 * How the frame looks: light or dark, and how much of JupyterLab is there.
 * @param {{full: boolean, colours: string}} now `colours`: what a press on them would do
 * @param {Ways} ways
 */
function frameChoices({ full, colours }, ways) {
  const desk = button(full ? WORDS.only_the_course : WORDS.all_of_jupyterlab, ways.changeDesk);
  desk.dataset.goes = "desk";
  const change = button(colours, ways.changeColours);
  change.dataset.goes = "colours";
  const choices = colours ? [change, desk] : [desk];
  for (const press of choices) press.classList.add("course-way-desk");
  return choices;
}

export { HomePage, frameChoices, lessonLine };
