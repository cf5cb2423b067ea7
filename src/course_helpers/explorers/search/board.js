// The drawn chest with the trail on it. The trail is a canvas that only grows, so a frame costs the same after an hour.
import { element, ownName } from "../../panel/parts.js";
import { layerNodes, svgNode, wearTone } from "./drawing.js";
import { ring } from "./trail.js";

/** @typedef {import("./places.js").Measures} Measures */
/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {import("./drawing.js").Layer} Layer */
/** @typedef {{id: string, name: string, layers: Layer[], outline: string[], cells: string[], search: number[][], stills: number[]}} Chest */

/** What of the drawing is shown, in millimetres: one side, with a little of the other. */
const VIEW = { left: -36, top: -56, width: 252, height: 372 };
/** How wide a trail is drawn at light, medium and firm, in millimetres. */
const TRAIL_MM = [0, 1.4, 3, 5];
const HALO_MM = 2.4;
/** From one spot of a search to the next. */
const LONGEST_STEP_MM = 45;
const PAD_ALPHA = [0.1, 0.2, 0.45, 0.75];

/** The way of a whole search; where the pads are lifted, the line has a gap. @param {number[][]} search */
function hintLine(search) {
  const isNext = (/** @type {number} */ n) => n > 0 && Math.hypot(search[n][0] - search[n - 1][0], search[n][1] - search[n - 1][1]) <= LONGEST_STEP_MM;
  return search.map(([x, y], n) => `${isNext(n) ? "L" : "M"}${x} ${y}`).join("");
}

/** The view box of one side. @param {boolean} mirrored */
function viewBox(mirrored) {
  const left = mirrored ? -VIEW.left - VIEW.width : VIEW.left;
  return `${left} ${VIEW.top} ${VIEW.width} ${VIEW.height}`;
}

/**
 * The area with what is missing in it hatched.
 * @param {Chest} chest
 * @param {boolean} mirrored
 * @param {{title: string, label: string, missing: string}} map
 */
function mapNode(chest, mirrored, map) {
  const box = element("figure", "course-search-map");
  const svg = svgNode("svg", { viewBox: viewBox(mirrored), role: "img", "aria-label": map.label });
  const name = ownName();
  const pattern = svgNode("pattern", { id: name, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgNode("rect", { width: 8, height: 8, class: "course-search-hatch-ground" }));
  pattern.append(svgNode("rect", { width: 1.7, height: 8, class: "course-search-hatch" }));
  const side = svgNode("g", { transform: mirrored ? "scale(-1 1)" : "scale(1 1)" });
  for (const d of chest.outline) side.append(svgNode("path", { d, class: "course-search-covered" }));
  side.append(svgNode("path", { d: map.missing || "M0 0", fill: `url(#${name})` }));
  for (const d of chest.outline) side.append(svgNode("path", { d, class: "course-search-edge" }));
  const definitions = svgNode("defs");
  definitions.append(pattern);
  const body = svgNode("g", { opacity: 0.55 });
  body.append(...layerNodes(chest.layers));
  svg.append(definitions, body, side);
  box.append(svg, element("figcaption", "", map.title));
  return box;
}

class SearchBoard {
  /**
   * @param {Measures} measures
   * @param {string} describedBy the id of the words on its keys
   */
  constructor(measures, describedBy) {
    this.measures = measures;
    this.node = element("div", "course-search-board");
    this.node.tabIndex = 0;
    this.node.setAttribute("role", "application");
    this.node.setAttribute("aria-describedby", describedBy);
    this.drawing = svgNode("svg", { "aria-hidden": "true" });
    this.canvas = /** @type {HTMLCanvasElement} */ (document.createElement("canvas"));
    this.over = svgNode("svg", { "aria-hidden": "true" });
    this.hint = svgNode("path", { class: "course-search-hint" });
    this.hintHalo = svgNode("path", { class: "course-search-hint-halo" });
    this.found = svgNode("g");
    this.pad = this.padNode();
    this.over.append(this.found, this.pad);
    this.node.append(this.drawing, this.canvas, this.over);
    this.mirrored = false;
    this.scale = 0;
    /** @type {{x: number, y: number, pressure: number} | null} */
    this.drawn = null;
  }

  padNode() {
    const { padWidth, padHeight } = this.measures;
    const group = svgNode("g", { class: "course-search-pad" });
    const apart = (padHeight - padWidth) / 2;
    for (const y of [-apart, 0, apart]) group.append(svgNode("ellipse", { cx: 0, cy: y, rx: padWidth / 2, ry: apart * 0.62 }));
    return group;
  }

  /**
   * @param {Chest} chest
   * @param {boolean} mirrored
   * @param {Record<string, string>} tone
   */
  show(chest, mirrored, tone) {
    this.mirrored = mirrored;
    wearTone(this.node, tone);
    for (const svg of [this.drawing, this.over]) svg.setAttribute("viewBox", viewBox(mirrored));
    const side = this.side();
    for (const name of ["course-search-area-halo", "course-search-area"]) {
      for (const d of chest.outline) side.append(svgNode("path", { d, class: name }));
    }
    const line = hintLine(chest.search);
    for (const path of [this.hint, this.hintHalo]) path.setAttribute("d", line);
    side.append(this.hintHalo, this.hint);
    this.drawing.replaceChildren(...layerNodes(chest.layers), side);
  }

  side() {
    return svgNode("g", { transform: this.mirrored ? "scale(-1 1)" : "scale(1 1)" });
  }

  /** @param {boolean} shown */
  showHint(shown) {
    for (const path of [this.hint, this.hintHalo]) path.style.display = shown ? "" : "none";
  }

  /** Take the size that the page gives; true if it is another one, and all that was drawn is gone. */
  measure() {
    const width = this.node.clientWidth;
    const dots = window.devicePixelRatio || 1;
    const scale = (width / VIEW.width) * dots;
    if (!width || scale === this.scale) return false;
    this.scale = scale;
    this.canvas.width = Math.round(width * dots);
    this.canvas.height = Math.round(((width * VIEW.height) / VIEW.width) * dots);
    this.wipe();
    return true;
  }

  wipe() {
    const context = this.context();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const left = this.mirrored ? -VIEW.left : VIEW.left;
    // Millimetres outwards and down become dots of the canvas.
    if (this.mirrored) context.setTransform(-this.scale, 0, 0, this.scale, (VIEW.width + VIEW.left) * this.scale, -VIEW.top * this.scale);
    else context.setTransform(this.scale, 0, 0, this.scale, -left * this.scale, -VIEW.top * this.scale);
    const style = getComputedStyle(this.node);
    this.ink = style.getPropertyValue("--course-drawing-primary").trim();
    this.halo = style.getPropertyValue("--course-drawing-page").trim();
    context.lineCap = "round";
    this.drawn = null;
  }

  context() {
    return /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
  }

  /**
   * Draw on from where the last call ended.
   * @param {number} x
   * @param {number} y
   * @param {number} pressure 0 ends the line
   */
  draw(x, y, pressure) {
    const { drawn } = this;
    this.drawn = pressure ? { x, y, pressure } : null;
    if (!pressure) return;
    const from = drawn && drawn.pressure === pressure ? drawn : { x: x - 0.01, y };
    this.stroke("destination-over", this.halo ?? "", TRAIL_MM[pressure] + HALO_MM, from, { x, y });
    this.stroke("source-over", this.ink ?? "", TRAIL_MM[pressure], from, { x, y });
  }

  /**
   * @param {GlobalCompositeOperation} order
   * @param {string} colour
   * @param {number} width
   * @param {Spot} from
   * @param {Spot} to
   */
  stroke(order, colour, width, from, to) {
    const context = this.context();
    context.globalCompositeOperation = order;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }

  /**
   * @param {Spot} spot
   * @param {number} pressure 0 while they are lifted
   */
  place({ x, y }, pressure) {
    this.pad.setAttribute("transform", `translate(${this.mirrored ? -x : x} ${y})`);
    this.pad.style.setProperty("--pad-alpha", String(PAD_ALPHA[pressure]));
  }

  /** Show where a spot was found. @param {Spot} spot */
  mark({ x, y }) {
    this.found.append(svgNode("circle", { cx: this.mirrored ? -x : x, cy: y, r: 9, class: "course-search-spot" }));
  }

  forgetMarks() {
    this.found.replaceChildren();
  }

  /**
   * A place of the page in millimetres, outwards from the midline.
   * @param {{clientX: number, clientY: number}} event
   * @returns {Spot}
   */
  spotOf({ clientX, clientY }) {
    const box = this.node.getBoundingClientRect();
    const across = ((clientX - box.left) / box.width) * VIEW.width;
    const left = this.mirrored ? -VIEW.left - VIEW.width : VIEW.left;
    const x = left + across;
    return { x: this.mirrored ? -x : x, y: VIEW.top + ((clientY - box.top) / box.width) * VIEW.width };
  }

  /**
   * A small circle of a key.
   * @param {Spot} spot
   * @param {number} pressure
   */
  drawCircle({ x, y }, pressure) {
    this.draw(0, 0, 0);
    for (const place of ring(x, y, this.measures.circle)) this.draw(place.x, place.y, pressure);
    this.draw(0, 0, 0);
  }
}

export { SearchBoard, mapNode };
