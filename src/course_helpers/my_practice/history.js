// Practice in a few words, charts with tables when they are asked for, and one aim for the next time.
import { button, element } from "../panel/parts.js";
import { PanelView, panel } from "../panel/view.js";
import { tableNode } from "./forms.js";

class HistoryView extends PanelView {
  /** @param {import("../panel/view.js").Given} given */
  constructor(given) {
    super(given, "course-history", given.model.get("words").title);
    this.connect();
    const { words } = this;
    this.summary = element("p");
    this.charts = element("div");
    this.show = button(words.show, () => this.askForCharts());
    this.aim = element("div");
    this.root.append(this.summary, this.show, this.status, this.alert, this.charts);
    this.root.append(element("p", "course-panel-title", words.aim_title), this.aim);
    this.follow("view", () => this.draw());
    this.draw();
  }

  /** What was drawn of an erased record goes with it. */
  forgotten() {
    this.charts.replaceChildren();
    super.forgotten();
  }

  draw() {
    const { summary, aim } = this.model.get("view");
    this.summary.textContent = summary;
    const hadFocus = this.aim.contains(document.activeElement);
    this.aim.replaceChildren(...(aim ? this.aimNodes(aim) : []));
    if (hadFocus) /** @type {HTMLElement | null} */ (this.aim.querySelector("button"))?.focus();
  }

  askForCharts() {
    this.status.textContent = this.words.drawing;
    this.ask({ kind: "charts", dark: isDark(this.root), width: this.charts.clientWidth });
  }

  reply(reply) {
    if (!reply.text && !reply.fault) this.status.textContent = "";
    super.reply(reply);
  }

  message(message) {
    if (message?.kind !== "charts") return;
    this.charts.replaceChildren(...message.charts.map((chart) => this.chartNode(chart)));
  }

  chartNode({ title, alt, src, caption, head, rows }) {
    const figure = element("figure", "course-chart");
    const image = /** @type {HTMLImageElement} */ (element("img"));
    image.src = src;
    image.alt = alt;
    const table = element("details");
    table.append(element("summary", "", this.words.as_table), tableNode(caption, head, rows));
    figure.append(element("figcaption", "course-legend", title), image, ...(rows.length ? [table] : []));
    return figure;
  }

  aimNodes({ step, text, options }) {
    const { words } = this;
    const actions = element("div", "course-actions");
    if (step === "ask") {
      for (const went of ["often", "sometimes", "no"]) {
        actions.append(button(words[`aim_${went}`], () => this.ask({ kind: "went", went })));
      }
      return [element("p", "", text), actions];
    }
    for (const { id, text: aim, first } of options) {
      actions.append(button(aim, () => this.ask({ kind: "aim", aim: id }), first && step === "choose" ? "course-button-main" : ""));
    }
    if (step === "choose") return [element("p", "", text), actions];
    const fold = element("details");
    actions.append(button(words.aim_none, () => this.ask({ kind: "aim", aim: "" })));
    fold.append(element("summary", "", words.aim_change), actions);
    return [element("p", "", text), fold];
  }
}

/**
 * Whether the page is dark, told by its own colour.
 * @param {Element} node
 */
function isDark(node) {
  const [red, green, blue] = window.getComputedStyle(node).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
  return red + green + blue < 384;
}

export default panel(HistoryView);
