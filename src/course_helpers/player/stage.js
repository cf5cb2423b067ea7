// The drawing of a step: a chest as in a mirror, and on it the paths and the hands. What does not move is drawn once.
import { element } from "../panel/parts.js";
import { armTurn, breath, crop, handAt, lie, stillAt } from "./motion.js";

const SVG = "http://www.w3.org/2000/svg";
/** A lifted hand is nearer to the eye, so it is seen a little larger. */
const LIFTED_SIZE = 0.07;
/** What shows the pressure stays on the back of a hand that lies whole: further down it would be on the wrist. */
const ON_HAND = 22;
/** A forearm that hangs down from its wrist, in pixels of the stage; its other end is outside the picture. */
const ARM = "M-30 0L-52 420L52 420L30 0Z";

function shape(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function path(className, d) {
  return shape("path", { class: className, d });
}

class Stage {
  /**
   * @param {any} stage what is drawn, from Python
   * @param {Record<string, string>} words
   * @param {import("./picture.js").Picture} picture
   */
  constructor(stage, words, picture) {
    this.stage = stage;
    this.words = words;
    this.picture = picture;
    this.node = element("figure", "course-stage");
    this.frame = element("div", "course-stage-frame");
    this.canvas = shape("svg", { role: "img", "aria-label": stage.alt, class: "course-chest" });
    // What moves lies on a sheet of its own, so that the body is not painted anew for every frame.
    this.moving = shape("svg", { "aria-hidden": "true", class: "course-chest course-chest-moving" });
    this.body = shape("g", { class: "course-chest-body" });
    this.works = shape("g");
    this.marks = shape("g", { class: "course-chest-marks" });
    this.canvas.append(this.body);
    this.moving.append(this.works, this.marks);
    this.tags = element("div", "course-stage-tags");
    this.rest = element("span", "course-stage-tag course-stage-rest");
    this.tags.append(element("span", "course-stage-tag", words.side_left), this.rest, element("span", "course-stage-tag", words.side_right));
    this.cropped = element("div", "course-stage-cropped");
    this.cropped.append(this.canvas, this.moving, this.tags);
    this.frame.append(this.cropped);
    this.node.append(this.frame);
    this.hands = [];
    this.numbers = [];
    this.dress();
  }

  /** As much of the drawing as fits its place: what is cut away are the arms at its sides. */
  fit() {
    const [left, top, wide, high] = this.stage.frame;
    const { width, height, share } = crop(this.frame.clientWidth, this.frame.clientHeight, [wide, high]);
    if (!width) return;
    this.cropped.style.width = `${width}px`;
    this.cropped.style.height = `${height}px`;
    const box = [left + (wide - wide * share) / 2, top, wide * share, high].map((part) => part.toFixed(1)).join(" ");
    for (const sheet of [this.canvas, this.moving]) sheet.setAttribute("viewBox", box);
  }

  // The body

  /** Drawn anew only when my picture, or what the step needs of it, is another one. */
  dress() {
    const { chest, tones } = this.stage;
    const { clothed, tone, left, right } = this.picture;
    const wanted = JSON.stringify([this.picture, this.segment?.motion.bare]);
    if (wanted === this.dressed) return;
    this.dressed = wanted;
    for (const [name, colour] of Object.entries(tones[tone])) this.cropped.style.setProperty(`--skin-${name}`, colour);
    const bare = clothed && !this.segment?.motion.bare ? null : { left, right };
    this.canvas.classList.toggle("course-chest-clothed", !bare);
    const half = (side) => [
      path("course-skin-fill", chest.fill), path("course-skin-line", chest.lines), path("course-skin-line course-skin-fine", chest.collar),
      ...(bare ? breast(chest.breasts[bare[side]]) : shirt(chest, this.picture[side])),
    ];
    this.body.replaceChildren(this.mirrored(half("left")), plain(half("right")));
    const rings = (side) => [ring(chest.breasts[this.picture[side]].nipple)];
    this.marks.replaceChildren(this.mirrored(rings("left")), plain(rings("right")));
  }

  /** What is drawn for the right side, on the left one. */
  mirrored(nodes) {
    const group = shape("g", { transform: `translate(${this.stage.size[0]} 0) scale(-1 1)` });
    group.append(...nodes);
    return group;
  }

  // The hands

  /** Another step: its paths and its hands. */
  show(segment, still, lines = 0) {
    this.segment = segment;
    this.still = still;
    this.dress();
    this.works.replaceChildren();
    this.hands = segment.motion.hands.map((hand) => this.hand(hand, lines));
    this.numbers = still ? this.hands.flatMap(({ hand }) => this.pictures(hand)) : [];
    const rests = segment.motion.hands.length ? segment.motion.rests && this.words.hands_lie : this.words.hands_off_body;
    this.rest.textContent = rests || "";
    this.rest.hidden = !rests;
    this.place(0);
  }

  /** Edges lie below all fills, so that no line crosses a wrist. */
  hand(hand, lines) {
    const paths = hand.strokes.map((stroke) => this.path(stroke));
    const [rx, ry] = hand.size;
    const marker = shape("g", { class: `course-hand course-hand-${hand.marker}` });
    const layer = shape("g", { class: "course-hand-layer" });
    const parts = { hand, marker, paths, layer, edge: null, arm: null, touch: null };
    if (hand.drawn) {
      const pose = this.stage.poses[hand.drawn.pose];
      const edge = shape("g");
      edge.append(path("course-hand-ground", pose.outline), path("course-hand-edge", pose.outline));
      parts.arm = shape("g");
      parts.arm.append(path("course-hand-ground", ARM), path("course-hand-edge", ARM), path("course-hand-skin", ARM));
      marker.append(path("course-hand-skin", pose.outline), path("course-hand-line", pose.lines), path("course-hand-nail", pose.nails));
      layer.append(edge, parts.arm);
      parts.edge = edge;
    }
    const cloth = hand.marker === "cloth";
    parts.touch = cloth
      ? shape("rect", { class: "course-cloth", x: -rx, y: -ry, width: 2 * rx, height: 2 * ry, rx: 14 })
      : shape("ellipse", { class: `course-touch course-touch-${hand.marker}`, rx, ry });
    const mark = shape("g");
    // Between thumb and fingers that hold lies the nipple, and no mark may lie there: the word says how light they press.
    const holds = hand.marker === "thumb" || hand.around;
    mark.append(parts.touch, ...(cloth || holds ? [] : pressureTicks(lines, ry)));
    parts.touch = mark;
    layer.append(marker, mark);
    this.works.append(...paths, layer);
    return parts;
  }

  path(stroke) {
    const points = stroke.map((place) => place.join(",")).join(" ");
    const line = shape("g");
    // A light edge, or a dark line would be lost on dark skin.
    line.append(shape("polyline", { class: "course-hand-path-ground", points }), shape("polyline", { class: "course-hand-path", points }));
    line.style.display = "none";
    return line;
  }

  /** Numbers 1 to 3 at the start, the middle and the end, for still pictures. */
  pictures(hand) {
    return [0, 1, 2].map((number) => {
      const text = shape("text", { class: "course-hand-number", "text-anchor": "middle", dy: 6 });
      text.textContent = hand.strokes[0].length > 1 ? String(number + 1) : "";
      this.works.append(text);
      return { hand, text, number };
    });
  }

  // Time

  /** @param {number} motion milliseconds of motion in this step */
  place(motion) {
    this.breathe(motion);
    for (const parts of this.hands) this.placeHand(parts, motion);
    for (const { hand, text, number } of this.numbers) {
      const at = stillAt(hand, motion);
      const line = hand.strokes[at.stroke];
      const [x, y] = line[Math.round(((line.length - 1) * number) / 2)];
      text.setAttribute("x", String(x));
      text.setAttribute("y", String(y));
      text.dataset.now = String(number === at.picture);
    }
  }

  /** Where no hand moves, the shoulders show a slow breath. */
  breathe(motion) {
    const rise = this.still || !this.segment?.motion.rests ? 0 : breath(motion);
    const bottom = this.stage.size[1];
    const risen = `translate(0 ${(-rise * bottom).toFixed(2)}) scale(1 ${(1 + rise).toFixed(4)})`;
    if (risen !== this.risen) this.body.setAttribute("transform", risen);
    this.risen = risen;
  }

  placeHand(parts, motion) {
    const { hand, marker, paths, layer, touch } = parts;
    const at = this.still ? stillAt(hand, motion) : handAt(hand, motion);
    if (parts.stroke !== at.stroke) for (const [number, line] of paths.entries()) line.style.display = number === at.stroke ? "" : "none";
    parts.stroke = at.stroke;
    if (parts.lifted !== at.lifted) {
      layer.classList.toggle("course-hand-lifted", at.lifted > 0);
      layer.style.opacity = (1 - 0.35 * at.lifted).toFixed(2);
      touch.style.opacity = (1 - at.lifted).toFixed(2);
    }
    parts.lifted = at.lifted;
    const turn = hand.drawn ? this.placeDrawn(parts, at) : hand.angles[at.stroke];
    const own = hand.around ? hand.angles[at.stroke] : turn;
    touch.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${own.toFixed(1)})`);
    if (!hand.drawn) marker.setAttribute("transform", touch.getAttribute("transform") ?? "");
  }

  /** The hand that makes the stroke, and its forearm; how it is turned comes back, in degrees. */
  placeDrawn({ hand, marker, edge, arm }, at) {
    const [x, y] = hand.around ? hand.around[at.stroke] : [at.x, at.y];
    const { side, turn, wrist, elbow } = lie(hand.drawn, this.stage.elbows, { x, y, stroke: at.stroke });
    const [tx, ty] = hand.drawn.touch;
    const size = 1 + LIFTED_SIZE * at.lifted;
    const flip = side === "left" ? 1 : -1;
    const moved = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${(flip * size).toFixed(3)} ${size.toFixed(3)}) translate(${-tx} ${-ty})`;
    marker.setAttribute("transform", moved);
    edge.setAttribute("transform", moved);
    const [wx, wy] = wrist;
    arm.setAttribute("transform", `translate(${wx.toFixed(1)} ${wy.toFixed(1)}) rotate(${armTurn(wrist, elbow).toFixed(1)})`);
    return turn;
  }
}

function plain(nodes) {
  const group = shape("g");
  group.append(...nodes);
  return group;
}

function breast(one) {
  const [x, y, rx, ry, size] = one.nipple;
  return [
    path("course-skin-fill", one.fill), path("course-skin-shade", one.shade), path("course-skin-line", one.line),
    path("course-skin-line", one.scar),
    shape("ellipse", { class: "course-areola", cx: x, cy: y, rx, ry }),
    shape("circle", { class: "course-areola course-skin-fine-line", cx: x, cy: y, r: size }),
  ];
}

/** A plain shirt; how a breast lies under it is one soft line. */
function shirt(chest, name) {
  const lines = [path("course-shirt-fill", chest.shirt.fill), path("course-shirt-line", chest.shirt.lines)];
  const under = ["flat", "scars"].includes(name) ? chest.shirt.folds : chest.breasts[name].line;
  return [...lines, path("course-shirt-fold", under)];
}

/** Where the nipple is, also under a shirt and under a hand: what passes beside it is seen to. */
function ring([x, y, rx, ry]) {
  const place = { cx: x, cy: y, rx, ry };
  const group = shape("g");
  group.append(shape("ellipse", { class: "course-nipple-ground", ...place }), shape("ellipse", { class: "course-nipple-ring", ...place }));
  return group;
}

/** One, two or three short lines below what touches. */
function pressureTicks(lines, reach) {
  const below = Math.min(reach, ON_HAND);
  return Array.from({ length: lines }, (_, number) => shape("rect", { class: "course-tick", x: -12, y: below + 5 + 7 * number, width: 24, height: 3.5, rx: 1.5 }));
}

export { Stage };
