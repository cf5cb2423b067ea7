// The view of the explorer "Where authorities disagree". It shows what Python prepared and sends nothing back.

/** @typedef {{id: string, address: string, text: string}} Source */
/** @typedef {{text: string, sources: Source[]}} Position */
/** @typedef {{id: string, text: string, one: Position, other: Position, stance: string}} Question */

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
 * @param {Record<string, string>} words
 * @param {Question[]} questions
 */
function choice(words, questions) {
  const box = element("label", "course-choice");
  box.append(element("span", "course-choice-label", words.question));
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.append(new Option(words.choose, ""));
  for (const question of questions) select.append(new Option(question.text, question.id));
  box.append(select);
  return { box, select };
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
 * One side of a question, with its sources to open.
 * @param {string} label
 * @param {Position} position
 * @param {Record<string, string>} words
 * @returns {HTMLElement}
 */
function side(label, position, words) {
  const box = element("div", "course-position");
  const list = element("ul");
  for (const source of position.sources) {
    const item = element("li");
    item.append(sourceName(source), ` ${source.text}`);
    list.append(item);
  }
  const sources = element("details");
  sources.append(element("summary", "", `${words.sources} (${position.sources.length})`), list);
  box.append(element("p", "course-position-label", label), element("p", "", position.text), sources);
  return box;
}

/**
 * Both positions and the course's stance.
 * @param {Question} question
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function answer(question, words) {
  const sides = element("div", "course-positions");
  sides.append(side(words.one, question.one, words), side(words.other, question.other, words));
  const stance = element("div", "course-stance");
  stance.append(element("p", "course-position-label", words.stance), element("p", "", question.stance));
  return [sides, stance];
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {Question[]} */
  const questions = model.get("questions");
  const root = element("section", "course-widget course-disagreement");
  root.setAttribute("aria-label", words.title);
  const { box, select } = choice(words, questions);
  const status = element("p", "course-disagreement-status");
  status.setAttribute("role", "status");
  const result = element("div", "course-disagreement-result");
  const showAnswer = () => {
    const chosen = questions.find((question) => question.id === select.value);
    status.textContent = chosen ? words.shown.replace("{question}", () => chosen.text) : words.waiting;
    result.replaceChildren(...(chosen ? answer(chosen, words) : []));
  };
  select.addEventListener("change", showAnswer);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
  root.append(
    element("p", "course-disagreement-title", words.title),
    element("p", "", words.intro),
    box,
    status,
    result,
    element("p", "course-disagreement-limit", words.limit),
  );
  el.append(root);
  showAnswer();
}

export default { render };
