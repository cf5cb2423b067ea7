// What lies over the drawing when it is asked for: the step in full, all steps, settings, far view.
import { listen } from "../panel/faults.js";
import { button, element } from "../panel/parts.js";

class More {
  constructor(words) {
    this.node = element("section", "course-more");
    this.node.hidden = true;
    this.node.setAttribute("aria-label", words.more_label);
    this.node.tabIndex = -1;
    this.words = words;
    this.opener = button(words.more, () => this.toggle(), "course-more-opener");
    this.opener.setAttribute("aria-expanded", "false");
    listen(this.node, "keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)));
  }

  fill(...nodes) {
    this.node.replaceChildren(...nodes);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    this.show(true);
    this.node.scrollTop = 0;
    this.node.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    const inside = this.node.contains(document.activeElement);
    this.show(false);
    if (inside) this.opener.focus({ preventScroll: true });
  }

  /** @param {boolean} open */
  show(open) {
    this.node.hidden = !open;
    this.opener.textContent = open ? this.words.less : this.words.more;
    this.opener.setAttribute("aria-expanded", String(open));
  }

  key(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
  }
}

export { More };
