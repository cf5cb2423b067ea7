// The view of the explorer "When is a good day to look and feel?". It sends nothing back.

/** @typedef {{id: string, address: string, text: string}} Source */
/** @typedef {{id: string, text: string, answer: string, choice: string, sources: Source[]}} Person */

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
 * @param {Person[]} people
 */
function choice(words, people) {
  const box = element("label", "course-choice");
  box.append(element("span", "course-choice-label", words.person));
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.append(new Option(words.choose, ""));
  for (const person of people) select.append(new Option(person.text, person.id));
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
 * What is our own choice, and the sources to open.
 * @param {Person} person
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function basis(person, words) {
  const list = element("ul");
  for (const source of person.sources) {
    const item = element("li");
    item.append(sourceName(source), ` ${source.text}`);
    list.append(item);
  }
  const sources = element("details");
  sources.append(element("summary", "", `${words.sources} (${person.sources.length})`), list);
  if (!person.choice) return [sources];
  const own = element("p");
  own.append(element("strong", "", `${words.course_choice}: `), person.choice);
  return [own, sources];
}

/** @param {{model: {get(name: string): any}, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {Person[]} */
  const people = model.get("people");
  const root = element("section", "course-widget course-good-day");
  root.setAttribute("aria-label", words.title);
  const { box, select } = choice(words, people);
  const status = element("p", "course-good-day-answer");
  status.setAttribute("role", "status");
  const rest = element("div");
  const showAnswer = () => {
    const chosen = people.find((person) => person.id === select.value);
    status.textContent = chosen ? chosen.answer : words.waiting;
    rest.replaceChildren(...(chosen ? basis(chosen, words) : []));
  };
  select.addEventListener("change", showAnswer);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
  root.append(
    element("p", "course-good-day-title", words.title),
    element("p", "", words.intro),
    box,
    status,
    rest,
    element("p", "course-good-day-limit", words.no_schedule),
  );
  el.append(root);
  showAnswer();
}

export default { render };
