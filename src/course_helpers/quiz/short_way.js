// The short way: a row of links that keeps its place. The link to go on with is filled.
import { listen } from "../panel/faults.js";
import { element, lessonLink } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";

class ShortWayView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-short-way", given.model.get("words").label);
    this.connect();
    this.list = element("ol", "course-way-steps");
    this.told = element("p", "course-small");
    this.steps = this.model.get("view").steps.map((step) => this.stepNode(step));
    this.list.append(...this.steps.map(({ node }) => node));
    this.root.append(this.list, this.told);
    this.lookAfterAnswers();
    this.follow("view", () => this.show());
    this.show();
  }

  /** What was done in another lesson meanwhile is seen when the row comes into sight again. */
  opened() {
    this.lookWhenSeenAgain();
  }

  stepNode(step) {
    const node = element("li", "course-way-step");
    const link = lessonLink(step.place);
    link.dataset.step = step.id;
    listen(link, "click", () => this.goTo(step.id));
    const state = element("span", "course-way-state");
    node.append(link, element("span", "", step.minutes), state);
    return { node, link, state };
  }

  show() {
    const { steps } = this.model.get("view");
    for (const [number, { done, next }] of steps.entries()) {
      const { link, state } = this.steps[number];
      link.className = next ? "course-button course-button-main" : "course-button";
      state.replaceChildren(...stateNodes(done, done ? this.words.done : next && number ? this.words.go_on : ""));
    }
    this.told.textContent = steps.some(({ next }) => next) ? this.words.way_back : this.words.all_done;
  }

  /** The extension opens the link; the step is kept beside it. */
  goTo(step) {
    this.status.textContent = "";
    this.ask({ kind: "go", step });
  }
}

function stateNodes(done, text) {
  if (!done) return text ? [text] : [];
  const mark = element("span", "course-mark course-mark-right");
  mark.setAttribute("aria-hidden", "true");
  return [mark, text];
}

export default panel(ShortWayView);
