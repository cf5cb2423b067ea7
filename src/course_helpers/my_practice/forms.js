// Parts that the panels of lesson 08 share: tables and fields to fill in.
import { listen } from "../panel/faults.js";
import { element } from "../panel/parts.js";

/**
 * A table that scrolls by itself where the page is narrow.
 * @param {string} caption
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 */
function tableNode(caption, head, rows) {
  const table = element("table", "course-table");
  table.append(element("caption", "", caption));
  const first = element("tr");
  for (const text of head) {
    const cell = element("th", "", text);
    cell.setAttribute("scope", "col");
    first.append(cell);
  }
  const top = element("thead");
  top.append(first);
  const body = element("tbody");
  for (const cells of rows) {
    const row = element("tr");
    for (const [number, content] of cells.entries()) {
      const cell = element(number ? "td" : "th");
      if (!number) cell.setAttribute("scope", "row");
      cell.append(content);
      row.append(cell);
    }
    body.append(row);
  }
  table.append(top, body);
  const frame = element("div", "course-table-frame");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", caption);
  frame.append(table);
  return frame;
}

/**
 * A field with its name above it.
 * @param {string} type
 * @param {string} text
 * @param {() => void} [entered] Enter was pressed in it
 */
function fieldNode(type, text, entered) {
  const label = element("label", "course-choice");
  const input = /** @type {HTMLInputElement} */ (element("input", "course-field"));
  input.type = type;
  input.autocomplete = "off";
  label.append(element("span", "course-choice-label", text), input);
  if (entered) {
    listen(input, "keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === "Enter") entered();
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
