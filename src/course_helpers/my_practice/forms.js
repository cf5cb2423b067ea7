// Parts that the panels of lesson 08 share: tables and fields to fill in.
import { listen } from "../panel/faults.js";
import { isOfAWord } from "../panel/keys.js";
import { dataTable, element } from "../panel/parts.js";

/**
 * A table that scrolls by itself where the page is narrow.
 * @param {string} caption
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 */
function tableNode(caption, head, rows) {
  const frame = element("div", "course-table-frame");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", caption);
  frame.append(dataTable("course-table", caption, head, rows));
  return frame;
}

/**
 * A field with its name above it.
 * @param {string} type
 * @param {string} text
 * @param {() => void} [entered] Enter was pressed in it, and not to take a word that is being put together
 */
function fieldNode(type, text, entered) {
  const label = element("label", "course-choice");
  const input = /** @type {HTMLInputElement} */ (element("input", "course-field"));
  input.type = type;
  input.autocomplete = "off";
  label.append(element("span", "course-choice-label", text), input);
  if (entered) {
    listen(input, "keydown", (event) => {
      if (event.key === "Enter" && !event.repeat && !isOfAWord(event)) entered();
    });
  }
  return { label, input };
}

/**
 * Radio buttons; the first is chosen.
 * @param {string} name
 * @param {string} legend
 * @param {{value: string, text: string}[]} options
 * @param {() => void} changed
 */
function radiosNode(name, legend, options, changed) {
  const set = element("fieldset", "course-radios");
  set.append(element("legend", "course-choice-label", legend));
  for (const [number, { value, text }] of options.entries()) {
    const label = element("label", "course-option-label");
    const input = /** @type {HTMLInputElement} */ (element("input"));
    input.type = "radio";
    input.name = name;
    input.value = value;
    input.checked = number === 0;
    listen(input, "change", () => changed());
    label.append(input, element("span", "", text));
    set.append(label);
  }
  const chosen = () => /** @type {HTMLInputElement} */ (set.querySelector("input:checked")).value;
  return { set, chosen };
}

export { fieldNode, radiosNode, tableNode };
