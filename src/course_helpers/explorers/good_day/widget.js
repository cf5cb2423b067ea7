// The view of the explorer "When is a good day to look and feel?". It sends nothing back.
import { dropDown, element, panelRoot, sourceList } from "../../panel/parts.js";

/** @typedef {{id: string, text: string, answer: string, choice: string, sources: Source[]}} Person */

/**
 * What is our own choice, and the sources to open.
 * @param {Person} person
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
function basis(person, words) {
  const sources = sourceList(person.sources, words.sources);
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
  const root = panelRoot("course-good-day", words.title);
  const { box, select } = dropDown(words.person, words.choose, people);
  const status = element("p", "course-good-day-answer");
  status.setAttribute("role", "status");
  const rest = element("div");
  const showAnswer = () => {
    const chosen = people.find((person) => person.id === select.value);
    status.textContent = chosen ? chosen.answer : words.waiting;
    rest.replaceChildren(...(chosen ? basis(chosen, words) : []));
  };
  select.addEventListener("change", showAnswer);
  root.append(
    element("p", "course-panel-title", words.title),
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
