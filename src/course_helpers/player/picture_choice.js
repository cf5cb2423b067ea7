// The choice of my picture: shirt or skin, five tones, and for each side its own shape.
import { button, element } from "../panel/parts.js";
import { SHAPES } from "./picture.js";

class PictureChoice {
  /**
   * @param {import("./picture.js").Picture} picture
   * @param {any} stage
   * @param {Record<string, string>} words
   * @param {() => void} changed
   */
  constructor(picture, stage, words, changed) {
    this.picture = picture;
    this.changed = changed;
    /** @type {(() => void)[]} */
    this.shown = [];
    this.node = element("details", "course-picture");
    this.node.append(element("summary", "", words.picture), element("p", "course-small", words.picture_kept_nowhere));
    this.group(words.picture_clothes, [[true, words.picture_shirt], [false, words.picture_line]], "clothed");
    const tones = this.group(words.picture_skin, stage.tones.map((_, number) => [number, words[`picture_tone_${number + 1}`]]), "tone");
    for (const [number, press] of tones.entries()) {
      press.classList.add("course-tone");
      press.style.setProperty("--tone", stage.tones[number].fill);
      press.style.setProperty("--tone-line", stage.tones[number].line);
    }
    for (const side of /** @type {const} */ (["left", "right"])) {
      this.group(words[`picture_${side}`], SHAPES.map((name) => [name, words[`picture_${name}`]]), side);
    }
    this.refresh();
  }

  /**
   * One choice; the button of what holds now is pressed in.
   * @param {string} label
   * @param {[any, string][]} entries
   * @param {"clothed" | "tone" | "left" | "right"} name
   */
  group(label, entries, name) {
    const box = element("div", "course-picture-group");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", label);
    const buttons = entries.map(([value, text]) => {
      const press = button(text, () => this.choose(name, value));
      this.shown.push(() => press.setAttribute("aria-pressed", String(this.picture[name] === value)));
      return press;
    });
    box.append(element("span", "course-picture-label", label), ...buttons);
    this.node.append(box);
    return buttons;
  }

  choose(name, value) {
    Object.assign(this.picture, { [name]: value });
    this.changed();
  }

  refresh() {
    for (const show of this.shown) show();
  }
}

export { PictureChoice };
