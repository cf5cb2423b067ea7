// The window behind the help button of every lesson.

import { DATA, WORDS } from "./data.js";
import { inWordsOf } from "./decisions.js";
import { button, element } from "./elements.js";

/** The words of the learner's place, as the server names it. */
function localWords(PageConfig) {
  return DATA.locales[PageConfig.getOption("courseLocale")] ?? DATA.locales.neutral;
}

/** The window behind "Worried about something now?". It needs no kernel and no network. */
class HelpWindow {
  constructor(places, openLesson) {
    const local = (text) => inWordsOf(text, places);
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help"));
    this.dialog.setAttribute("aria-labelledby", "course-help-title");
    const title = element("h2", "", WORDS.worried_title);
    title.id = "course-help-title";
    // Reading begins at the top, not at the first button far below.
    title.tabIndex = -1;
    title.autofocus = true;
    const signs = element("ul", "course-help-signs");
    for (const sign of DATA.help.signs) signs.append(this.signItem(sign, local));
    const links = element("ul", "course-help-links");
    for (const link of DATA.help.links) {
      const item = element("li");
      item.append(button(link.text, () => this.leaveFor(() => openLesson(link.path, link.heading))));
      links.append(item);
    }
    const close = button(WORDS.close, () => this.dialog.close());
    close.classList.add("course-button-main");
    this.dialog.append(
      title,
      element("p", "course-help-call", local(WORDS.worried_call)),
      element("p", "", WORDS.worried_intro),
      signs,
      element("p", "", WORDS.worried_else),
      links,
      close,
    );
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(this.dialog);
  }

  signItem(sign, local) {
    const item = element("li");
    item.append(element("strong", "", `${local(sign.sign)}: `), local(`${sign.who} ${sign.how_soon}`));
    return item;
  }

  leaveFor(go) {
    this.dialog.close();
    go();
  }

  open() {
    this.dialog.showModal();
  }
}

export { HelpWindow, localWords };
