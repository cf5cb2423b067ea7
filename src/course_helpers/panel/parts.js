// What every panel of a lesson is built from. Text never becomes markup.
import { listen } from "./faults.js";
import { isHeldEnter } from "./keys.js";
import { newRequestId } from "./messenger.js";

/** @typedef {{get(name: string): any, set(name: string, value: any): void, on(event: string, act: Function): void, off(event: string, act: Function): void, send(content: object): void, widget_manager?: {kernel?: any}}} Model */
/** @typedef {{id: string, address: string, text: string}} Source */
/** @typedef {{text: string, lesson: string, heading: string}} Place */

/** Every kind of panel is a module with its own copy of this file, so a number alone would not be its own. */
const MODULE = newRequestId();
let panels = 0; // gives the inputs and labels of each view names of their own

/** A name that no other view on the page has. */
function ownName() {
  panels += 1;
  return `course-panel-${MODULE}-${panels}`;
}

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElement}
 */
function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} [className]
 */
function button(text, act, className = "") {
  const made = /** @type {HTMLButtonElement} */ (element("button", `course-button ${className}`.trim(), text));
  made.type = "button";
  listen(made, "click", () => act());
  return made;
}

/**
 * A radio button or a check box with its words.
 * @param {"radio" | "checkbox"} type
 * @param {string} name that the buttons of one choice share
 * @param {string} text
 * @param {(checked: boolean) => void} changed
 */
function optionLabel(type, name, text, changed) {
  const label = element("label", "course-option-label");
  const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
  input.type = type;
  input.name = name;
  listen(input, "change", () => changed(input.checked));
  label.append(input, element("span", "", text));
  return { label, input };
}

/**
 * A bold word and a text after it.
 * @param {string} label
 * @param {string} text
 */
function labelled(label, text) {
  const made = element("p");
  made.append(element("strong", "", `${label} `), text);
  return made;
}

/**
 * The name of a source, as a link if it has a web address.
 * @param {Source} source
 */
function sourceName(source) {
  if (!source.address.startsWith("https://")) return element("span", "", source.id);
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", source.id));
  link.href = source.address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

/**
 * Sources to open.
 * @param {Source[]} sources
 * @param {string} label
 */
function sourceList(sources, label) {
  const list = element("ul");
  for (const source of sources) {
    const item = element("li");
    item.append(sourceName(source), ` ${source.text}`);
    list.append(item);
  }
  const details = element("details", "course-look-up");
  details.append(element("summary", "", `${label} (${sources.length})`), list);
  return details;
}

/**
 * A table with its caption; the first cell of a row names it.
 * @param {string} className
 * @param {string} caption
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 */
function dataTable(className, caption, head, rows) {
  const table = element("table", className);
  const top = element("thead");
  top.append(tableRow(head.map((text) => headCell("col", text))));
  const body = element("tbody");
  for (const [name, ...cells] of rows) {
    body.append(tableRow([headCell("row", name), ...cells.map((content) => filledCell("td", content))]));
  }
  table.append(element("caption", "", caption), top, body);
  return table;
}

/** @param {HTMLElement[]} cells */
function tableRow(cells) {
  const row = element("tr");
  row.append(...cells);
  return row;
}

/**
 * @param {"col" | "row"} scope
 * @param {string | Node} content
 */
function headCell(scope, content) {
  const cell = filledCell("th", content);
  cell.setAttribute("scope", scope);
  return cell;
}

/**
 * @param {"td" | "th"} tag
 * @param {string | Node} content
 */
function filledCell(tag, content) {
  const cell = element(tag);
  cell.append(content);
  return cell;
}

/**
 * A link to a section of a lesson; the course's extension opens it.
 * @param {Place} place
 */
function lessonLink(place) {
  if (!place.lesson) return element("span", "", place.text);
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", place.text));
  link.href = `${place.lesson}#${place.heading}`;
  link.dataset.courseLesson = place.lesson;
  link.dataset.courseHeading = place.heading;
  return link;
}

/**
 * A labelled drop-down whose first entry is no choice.
 * @param {string} label
 * @param {string} prompt
 * @param {{id: string, text: string}[]} entries
 */
function dropDown(label, prompt, entries) {
  const box = element("label", "course-choice");
  box.append(element("span", "course-choice-label", label));
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.append(new Option(prompt, ""));
  for (const entry of entries) select.append(new Option(entry.text, entry.id));
  box.append(select);
  return { box, select };
}

/**
 * The frame of a panel. Its keys stay inside, so that none of them moves or deletes a cell of the notebook;
 * Escape goes on, as it leads out of the panel. A key that is held presses once.
 * @param {string} className
 * @param {string} label
 */
function panelRoot(className, label) {
  const root = element("section", `course-widget course-panel ${className}`);
  root.setAttribute("aria-label", label);
  root.addEventListener("keydown", (event) => {
    if (isHeldEnter(event)) event.preventDefault();
    if (event.key !== "Escape") event.stopPropagation();
  });
  return root;
}

/** A region that is read out when its text changes; it exists before it is needed. */
function statusRegion() {
  const region = element("p", "course-status");
  region.setAttribute("role", "status");
  return region;
}

export { button, dataTable, dropDown, element, labelled, lessonLink, optionLabel, ownName, panelRoot, sourceList, sourceName, statusRegion };
