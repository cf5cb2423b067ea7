// The view of the sign explorer. It shows answers that Python prepared and sends nothing back.

/** @typedef {{label: string, text: string}} Line */
/** @typedef {{level: string, heading?: string, lines: Line[], steps?: string[], note?: string}} Answer */

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
 * A labelled drop-down whose first entry is no choice.
 * @param {string} label
 * @param {string} prompt
 * @param {{id: string, text: string}[]} entries
 */
function choice(label, prompt, entries) {
  const box = element("label", "course-choice", "");
  box.append(element("span", "course-choice-label", label));
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.append(new Option(prompt, ""));
  for (const entry of entries) select.append(new Option(entry.text, entry.id));
  box.append(select);
  return { box, select };
}

/**
 * The parts of an answer.
 * @param {Answer} answer
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function answerParts(answer, words) {
  if (answer.level === "") return [element("p", "", words.not_for)];
  const head = element("p", "course-card-head");
  const kind = { 1: "stop", 2: "care", 3: "care", none: "note" }[answer.level] ?? "note";
  const icon = element("span", `course-icon course-icon-${kind}`);
  icon.setAttribute("aria-hidden", "true");
  head.append(icon, element("strong", "", words[`level_${answer.level}`]));
  const parts = [head];
  if (answer.heading) parts.push(element("p", "course-explorer-heading", answer.heading));
  for (const line of answer.lines) {
    const paragraph = element("p");
    paragraph.append(element("strong", "", `${line.label}: `), line.text);
    parts.push(paragraph);
  }
  if (answer.steps?.length) {
    const list = element("ul");
    for (const step of answer.steps) list.append(element("li", "", step));
    parts.push(list);
  }
  if (answer.note) parts.push(element("p", "", answer.note));
  return parts;
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  const root = element("section", "course-widget course-explorer");
  root.setAttribute("aria-label", words.title);
  const person = choice(words.person, words.choose, model.get("people"));
  const sign = choice(words.sign, words.choose, model.get("signs"));
  const result = element("div", "course-explorer-result");
  result.setAttribute("role", "status");
  const showAnswer = () => {
    const answer = model.get("answers")[person.select.value]?.[sign.select.value];
    result.dataset.level = answer?.level ?? "";
    const parts = answer ? answerParts(answer, words) : [element("p", "", words.waiting)];
    result.replaceChildren(...parts);
  };
  person.select.addEventListener("change", showAnswer);
  sign.select.addEventListener("change", showAnswer);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
  root.append(
    element("p", "course-explorer-title", words.title),
    element("p", "", words.intro),
    person.box,
    sign.box,
    result,
    element("p", "course-explorer-limit", words.never_all_clear),
  );
  showAnswer();
  el.append(root);
}

export default { render };
