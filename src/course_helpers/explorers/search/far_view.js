// For a room: the chest, its trail and what was covered, as large as the screen in front allows.
import { listen } from "../../panel/faults.js";
import { button } from "../../panel/parts.js";

class FarView {
  /**
   * @param {HTMLElement} root the whole panel
   * @param {Record<string, string>} words
   */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.press = button(words.far, () => (this.isOn ? this.near() : this.goFar()));
    listen(root, "keydown", (event) => {
      if (event.key === "Escape" && this.isOn) this.near();
    });
  }

  get isOn() {
    return this.root.dataset.far === "true";
  }

  /** The top layer is the only place that a notebook's cells cannot cut off. */
  goFar() {
    this.root.popover = "manual";
    this.root.showPopover();
    this.root.dataset.far = "true";
    this.press.textContent = this.words.near;
    this.press.focus();
  }

  near() {
    this.root.hidePopover();
    this.root.removeAttribute("popover");
    this.root.dataset.far = "false";
    this.press.textContent = this.words.far;
    this.press.focus();
  }
}

export { FarView };
