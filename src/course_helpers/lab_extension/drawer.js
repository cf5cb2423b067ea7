// The list of lessons over a narrow page, with the tools for which its bar has no room.

import { WORDS } from "./data.js";
import { button, element } from "./elements.js";
import { searchField } from "./search.js";
import { SideList } from "./side_list.js";

class Drawer {
  /** @param {import("./home.js").Ways & {goHome: () => void}} ways */
  constructor(ways) {
    this.list = new SideList(ways);
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help course-drawer"));
    const title = element("h2", "", WORDS.lessons);
    title.id = "course-drawer-title";
    title.tabIndex = -1;
    this.title = title;
    this.dialog.setAttribute("aria-labelledby", title.id);
    const close = button(WORDS.close, () => this.close());
    close.classList.add("course-button-main");
    const head = element("div", "course-help-head");
    head.append(title, close);
    this.tools = element("div", "course-drawer-tools");
    this.tools.setAttribute("role", "group");
    this.tools.setAttribute("aria-label", WORDS.tools);
    this.dialog.append(head, searchField(ways.search).form, this.list.node, this.tools);
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    // In the page only while it is open, so that there is one window at a time.
    this.dialog.addEventListener("close", () => this.dialog.remove());
  }

  /** @param {import("./side_list.js").Seen} seen @param {any} lesson the lesson in front, if there is one */
  show(seen, lesson) {
    this.list.show(seen);
    if (lesson === this.lesson) return;
    this.lesson = lesson;
    this.tools.replaceChildren(...(lesson?.bar.moreTools(() => this.close()) ?? []));
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.title.focus();
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }
}

export { Drawer };
