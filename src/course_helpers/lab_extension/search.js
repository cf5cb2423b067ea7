// The window of the search over all lessons. Its index is fetched when it is first asked for; no kernel is needed.

import { fillIn } from "../panel/fill_in.js";
import { DATA, WORDS } from "./data.js";
import { button, element, list } from "./elements.js";
import { listen } from "./faults.js";
import { LONGEST_WANTED } from "./find_text.js";
import { readyPlaces, search } from "./search_text.js";
import { lessonNamed } from "./way.js";

const MOST = 40;
const WHILE_TYPING_MS = 150;

/**
 * A field for the words, as it stands in a bar, on the home page and in the window itself.
 * @param {(words: string) => void} onEnter
 * @returns {{form: HTMLFormElement, input: HTMLInputElement}}
 */
function searchField(onEnter) {
  const form = /** @type {HTMLFormElement} */ (element("form", "course-search-field"));
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", WORDS.search);
  const input = /** @type {HTMLInputElement} */ (element("input", "course-find-words"));
  input.type = "search";
  input.setAttribute("aria-label", WORDS.search_label);
  input.placeholder = WORDS.search_label;
  input.maxLength = LONGEST_WANTED;
  const press = button(WORDS.search, () => onEnter(input.value));
  listen(form, "submit", (event) => {
    event.preventDefault();
    onEnter(input.value);
  });
  form.append(input, press);
  return { form, input };
}

class SearchWindow {
  /**
   * @param {() => Promise<import("./search_text.js").Place[]>} fetchIndex
   * @param {(hit: import("./search_text.js").Hit) => void} openHit
   */
  constructor(fetchIndex, openHit) {
    this.fetchIndex = fetchIndex;
    this.openHit = openHit;
    /** @type {import("./search_text.js").ReadyPlace[] | null} */
    this.places = null;
    this.dialog = /** @type {HTMLDialogElement} */ (element("dialog", "course-help course-search"));
    const title = element("h2", "", WORDS.search_label);
    title.id = "course-search-title";
    this.dialog.setAttribute("aria-labelledby", title.id);
    const close = button(WORDS.close, () => this.dialog.close());
    close.classList.add("course-button-main");
    const head = element("div", "course-help-head");
    head.append(title, close);
    const { form, input } = searchField(() => this.look());
    this.input = input;
    this.status = element("p", "course-search-status", WORDS.search_hint);
    this.status.setAttribute("role", "status");
    this.results = element("div", "course-search-results");
    this.dialog.append(head, form, this.status, this.results);
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    listen(input, "input", () => this.onInput());
    // In the page only while it is open, so that there is one window at a time.
    this.dialog.addEventListener("close", () => this.dialog.remove());
  }

  /** @param {string} words */
  open(words) {
    if (!this.dialog.open) {
      document.body.append(this.dialog);
      this.dialog.showModal();
    }
    this.input.value = words || this.input.value;
    this.input.focus();
    this.input.select();
    return this.look();
  }

  onInput() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.look(), WHILE_TYPING_MS);
  }

  /** Shows what there is; an answer that comes late counts for the words that stand there then. */
  async look() {
    clearTimeout(this.typing);
    if (!this.places) this.status.textContent = WORDS.search_wait;
    try {
      this.places ??= readyPlaces(await this.fetchIndex());
    } catch (error) {
      console.warn("course-helpers:", error);
      this.status.textContent = WORDS.search_failed;
      return;
    }
    this.show(search(this.places, this.input.value, MOST));
  }

  show({ lessons, all }) {
    this.status.textContent = this.told(all);
    this.results.replaceChildren(...lessons.flatMap((found) => this.lessonPart(found)));
    this.dialog.scrollTop = 0;
  }

  told(all) {
    if (!this.input.value.trim()) return WORDS.search_hint;
    if (!all) return WORDS.search_none;
    if (all > MOST) return fillIn(WORDS.search_some, { shown: MOST, number: all });
    return fillIn(WORDS.search_many, { number: all });
  }

  /** @param {import("./search_text.js").HitsOfLesson} found */
  lessonPart({ lesson, hits }) {
    const { id, title } = lessonNamed(DATA.lessons, lesson);
    return [element("h3", "", `${id} ${title}`), list("course-search-hits", hits.map((hit) => this.line(hit)))];
  }

  /** @param {import("./search_text.js").Hit} hit */
  line(hit) {
    const { kind, title } = hit.place;
    const line = element("li");
    const press = button("", () => {
      this.dialog.close();
      this.openHit(hit);
    });
    press.classList.add("course-search-hit");
    const kinds = { word: WORDS.search_word, figure: WORDS.search_figure };
    const name = element("span", "course-search-title", kinds[kind] ? `${kinds[kind]}: ${title}` : title);
    const excerpt = element("span", "course-search-excerpt");
    excerpt.append(hit.excerpt.before, element("mark", "", hit.excerpt.hit), hit.excerpt.after);
    press.append(name, excerpt);
    line.append(press);
    return line;
  }
}

export { SearchWindow, searchField };
