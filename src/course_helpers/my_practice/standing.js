// Where the learner stands: the lessons with their marks, the points of the quiz, what was practised.
import { element, lessonLink } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { tableNode } from "./forms.js";

const MARKS = { read: "right", begun: "begun", open: "open", right: "right", missed: "wrong" };

class StandingView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-standing", given.model.get("words").title);
    this.connect();
    this.body = element("div");
    this.root.append(this.body);
    this.lookAfterAnswers();
    this.follow("view", () => this.show());
    this.show();
  }

  /** What was done in another lesson meanwhile is seen when the panel comes into sight again. */
  opened() {
    this.lookWhenSeenAgain();
  }

  show() {
    const view = this.model.get("view");
    const { words } = this;
    const nodes = [];
    if (view.trouble) nodes.push(element("p", "course-notice", view.trouble));
    if (view.go_on) {
      const door = lessonLink(view.go_on);
      door.className = "course-button course-button-main";
      nodes.push(door);
    }
    nodes.push(this.lessonsNode(view.lessons));
    nodes.push(element("p", "course-small", words.when_read));
    if (view.objectives) nodes.push(...this.pointsNodes(view), ...this.practisedNodes(view));
    this.body.replaceChildren(...nodes);
  }

  lessonsNode(lessons) {
    const { words } = this;
    const head = [words.map_lesson, words.map_minutes, words.map_for, words.where];
    const rows = lessons.map((lesson) => [
      lessonLink(lesson.place),
      lesson.minutes,
      lesson.for,
      markNode(lesson.mark, [lesson.told, lesson.checks].filter(Boolean).join(": ")),
    ]);
    return tableNode(words.lessons, head, rows);
  }

  pointsNodes(view) {
    const list = element("ul", "course-objectives");
    for (const objective of view.objectives) {
      const item = element("li", "course-objective");
      item.append(markNode(objective.status, objective.mark), ". ");
      if (objective.safety) item.append(element("span", "course-tag-safety", objective.safety), " ");
      item.append(objective.text);
      if (objective.reread) item.append(" ", lessonLink(objective.reread));
      list.append(item);
    }
    const fold = element("details");
    fold.append(element("summary", "", this.words.know), element("p", "course-small", this.words.know_note), list);
    return [element("p", "", view.known), fold];
  }

  practisedNodes(view) {
    const { words } = this;
    const places = [...view.practised, view.searched].filter(Boolean);
    const none = view.practised.length ? [] : [element("p", "", words.not_practised)];
    if (!places.length) return none;
    const list = element("ul");
    for (const place of places) {
      const item = element("li");
      item.append(lessonLink(place));
      list.append(item);
    }
    return [...none, element("p", "course-legend", words.practised), list];
  }
}

/**
 * A mark by shape and by word.
 * @param {keyof typeof MARKS} mark
 * @param {string} text
 */
function markNode(mark, text) {
  const node = element("span", "course-standing-mark");
  const shape = element("span", `course-mark course-mark-${MARKS[mark]}`);
  shape.setAttribute("aria-hidden", "true");
  node.dataset.mark = MARKS[mark];
  node.append(shape, element(MARKS[mark] === "open" ? "span" : "strong", "", text));
  return node;
}

export default panel(StandingView);
