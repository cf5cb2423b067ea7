// The list at the side: all lessons, and the sections of the one in front.

import { DATA, WORDS } from "./data.js";
import { button, element, list } from "./elements.js";
import { frameChoices, lessonLine } from "./home.js";

/** @typedef {{front: string, section: string, marks: Pick<import("./read_marks.js").ReadMarks, "lessons" | "standing">, full: boolean, colours: string}} Seen `front` is the file of the lesson */

class SideList {
  /** @param {import("./home.js").Ways & {goHome: () => void}} ways */
  constructor(ways) {
    this.ways = ways;
    this.node = element("nav", "course-side");
    this.node.setAttribute("aria-label", WORDS.lessons_of);
    this.node.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
  }

  /** @param {Seen} seen */
  show(seen) {
    const drawn = JSON.stringify([seen.front, seen.marks.lessons, seen.marks.standing, seen.full, seen.colours]);
    if (drawn !== this.drawn) this.draw(seen);
    this.drawn = drawn;
    for (const press of this.node.querySelectorAll("[data-section]")) {
      const isHere = /** @type {HTMLElement} */ (press).dataset.section === seen.section;
      if (isHere) press.setAttribute("aria-current", "location");
      else press.removeAttribute("aria-current");
    }
  }

  /** @param {Seen} seen */
  draw({ front, marks, full, colours }) {
    const held = this.node.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset.goes
      : "";
    const home = button(WORDS.home, this.ways.goHome);
    home.dataset.goes = "home";
    home.classList.add("course-side-home");
    if (!front) home.setAttribute("aria-current", "page");
    const lessons = DATA.lessons.map((lesson) => this.lesson(lesson, lesson.notebook === front, marks.lessons[lesson.id]));
    const standing = marks.standing ? [this.standing(marks.standing)] : [];
    this.node.replaceChildren(home, list("course-side-lessons", lessons), ...standing, ...frameChoices({ full, colours }, this.ways));
    if (held) /** @type {HTMLElement} */ (this.node.querySelector(`[data-goes="${held}"]`))?.focus();
  }

  /** @param {import("./read_marks.js").Standing} standing */
  standing({ title, whole }) {
    const press = button(title, () => this.ways.openLesson(whole.lesson, whole.heading));
    press.classList.add("course-side-section");
    press.dataset.goes = "standing";
    return press;
  }

  lesson({ id, title, notebook, minutes, path, sections }, isFront, mark) {
    const item = element("li");
    const press = button("", () => this.ways.openLesson(notebook, ""));
    press.classList.add("course-way-lesson");
    press.dataset.goes = id;
    press.append(...lessonLine({ id, title, minutes, path, mark }));
    item.append(press);
    if (isFront) {
      press.setAttribute("aria-current", "page");
      item.append(list("course-side-sections", sections.map((section) => this.section(notebook, section))));
    }
    return item;
  }

  section(notebook, { id, title, heading }) {
    const item = element("li");
    const press = button(title, () => this.ways.openLesson(notebook, heading));
    press.classList.add("course-side-section");
    press.dataset.goes = press.dataset.section = id;
    item.append(press);
    return item;
  }
}

export { SideList };
