// The view of the explorer "What hands find". It shows counts that Python prepared and sends nothing back.

/** @typedef {{id: string, address: string, text: string}} Source */
/** @typedef {{people: number, found: number | null, label: string, sentence: string, dots: string}} Setting */
/** @typedef {{id: string, group: string, settings: Setting[], meaning: string, sources: Source[]}} Count */

const SVG = "http://www.w3.org/2000/svg";
const STEP = 10; // one dot with the space around it, in units of the drawing
const WIDEST = 40; // dots in a row of the largest group

let views = 0; // gives the radio buttons of each view a name of their own

/**
 * Make an element with text; text never becomes markup.
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
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * One dot for each person: filled, or an empty ring. A single person is a question mark.
 * @param {Setting} setting
 */
function dots(setting) {
  const columns = setting.people > 100 ? WIDEST : Math.min(10, setting.people);
  const rows = Math.ceil(setting.people / columns);
  const drawing = svg("svg", {
    viewBox: `0 0 ${columns * STEP} ${rows * STEP}`,
    role: "img",
    "aria-label": setting.dots,
    class: `course-dots course-dots-${columns === WIDEST ? "many" : "few"}`,
  });
  drawing.style.setProperty("--course-dots-wide", String(columns));
  for (let person = 0; person < setting.people; person += 1) {
    const filled = setting.found !== null && person < setting.found;
    const place = { cx: (person % columns) * STEP + STEP / 2, cy: Math.floor(person / columns) * STEP + STEP / 2 };
    drawing.append(svg("circle", { ...place, r: filled ? 4 : 3.4, class: filled ? "course-dot-filled" : "course-dot" }));
  }
  if (setting.found === null) {
    const mark = svg("text", { x: STEP / 2, y: STEP / 2 + 2, "text-anchor": "middle" });
    mark.textContent = "?";
    drawing.append(mark);
  }
  return drawing;
}

/**
 * The name of a source, as a link if it has a web address.
 * @param {Source} source
 * @returns {HTMLElement}
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
 * The sources of a count, to open.
 * @param {Count} count
 * @param {Record<string, string>} words
 * @returns {HTMLElement}
 */
function sources(count, words) {
  const list = element("ul");
  for (const source of count.sources) {
    const item = element("li");
    item.append(sourceName(source), ` ${source.text}`);
    list.append(item);
  }
  const details = element("details");
  details.append(element("summary", "", `${words.sources} (${count.sources.length})`), list);
  return details;
}

/**
 * The groups of one count as radio buttons; all counts of a view share one name, so that one group is chosen.
 * @param {Count} count
 * @param {string} name
 * @param {(setting: Setting) => void} choose
 */
function groups(count, name, choose) {
  const box = element("fieldset", "course-hands-groups");
  box.append(element("legend", "", count.group));
  for (const setting of count.settings) {
    const label = element("label");
    const radio = /** @type {HTMLInputElement} */ (document.createElement("input"));
    radio.type = "radio";
    radio.name = name;
    radio.addEventListener("change", () => choose(setting));
    label.append(radio, ` ${setting.label}`);
    box.append(label);
  }
  return box;
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {Count[]} */
  const counts = model.get("counts");
  views += 1;
  const name = `course-hands-find-${views}`;
  const root = element("section", "course-widget course-hands-find");
  root.setAttribute("aria-label", words.title);
  const status = element("p", "course-hands-answer");
  status.setAttribute("role", "status");
  const rest = element("div");
  root.append(element("p", "course-hands-title", words.title), element("p", "", words.intro));
  for (const count of counts) {
    const choose = (/** @type {Setting} */ setting) => {
      status.textContent = setting.sentence;
      rest.replaceChildren(dots(setting), element("p", "", count.meaning), sources(count, words));
    };
    root.append(groups(count, name, choose));
  }
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
  root.append(status, rest, element("p", "course-hands-limit", words.limit));
  el.append(root);
  status.textContent = words.waiting;
}

export default { render };
