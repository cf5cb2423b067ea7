// The drawing of a step: the stage as a picture, and on it the paths and the hands.
import { element } from "../panel/parts.js";
import { handAt, stillAt } from "./motion.js";

const SVG = "http://www.w3.org/2000/svg";
const LIFTED_SIZE = 0.25;

function shape(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

class Stage {
  constructor(stage, words) {
    this.words = words;
    this.node = element("figure", "course-stage");
    const frame = element("div", "course-stage-frame");
    const picture = /** @type {HTMLImageElement} */ (element("img"));
    picture.src = stage.address;
    picture.alt = stage.alt;
    picture.width = stage.size[0];
    picture.height = stage.size[1];
    this.canvas = shape("svg", { viewBox: `0 0 ${stage.size.join(" ")}`, "aria-hidden": "true" });
    frame.append(picture, this.canvas);
    this.caption = element("details", "course-stage-words");
    this.told = element("p");
    this.caption.append(element("summary", "", words.in_words), this.told);
    this.node.append(frame, this.caption);
    this.hands = [];
  }

  /** Another step: its paths and its hands. */
  show(turn, still) {
    this.turn = turn;
    this.still = still;
    this.told.textContent = turn.words;
    this.canvas.replaceChildren();
    this.hands = turn.motion.hands.map((hand) => this.hand(hand));
    this.numbers = still ? this.hands.flatMap(({ hand }) => this.pictures(hand)) : [];
  }

  hand(hand) {
    const paths = hand.strokes.map((stroke) => this.path(stroke));
    const [rx, ry] = hand.size;
    const marker = shape("g", { class: `course-hand course-hand-${hand.marker}` });
    const body = hand.marker === "cloth" ? shape("rect", { x: -rx, y: -ry, width: 2 * rx, height: 2 * ry, rx: 14 }) : shape("ellipse", { rx, ry });
    marker.append(body);
    this.canvas.append(...paths, marker);
    return { hand, marker, paths };
  }

  path(stroke) {
    const line = shape("polyline", { class: "course-hand-path", points: stroke.map((place) => place.join(",")).join(" ") });
    line.style.display = "none";
    return line;
  }

  /** Numbers 1 to 3 at the start, the middle and the end, for still pictures. */
  pictures(hand) {
    return [0, 1, 2].map((number) => {
      const text = shape("text", { class: "course-hand-number", "text-anchor": "middle", dy: 6 });
      text.textContent = hand.strokes[0].length > 1 ? String(number + 1) : "";
      this.canvas.append(text);
      return { hand, text, number };
    });
  }

  /** @param {number} motion milliseconds of motion in this step */
  place(motion) {
    for (const { hand, marker, paths } of this.hands) {
      const at = this.still ? stillAt(hand, motion) : handAt(hand, motion);
      const size = 1 + LIFTED_SIZE * at.lifted;
      marker.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${hand.angles[at.stroke]}) scale(${size.toFixed(3)})`);
      marker.style.opacity = String(1 - 0.6 * at.lifted);
      for (const [number, path] of paths.entries()) path.style.display = number === at.stroke ? "" : "none";
    }
    for (const { hand, text, number } of this.numbers) {
      const at = stillAt(hand, motion);
      const line = hand.strokes[at.stroke];
      const [x, y] = line[Math.round(((line.length - 1) * number) / 2)];
      text.setAttribute("x", String(x));
      text.setAttribute("y", String(y));
      text.dataset.now = String(number === at.picture);
    }
  }
}

export { Stage };
