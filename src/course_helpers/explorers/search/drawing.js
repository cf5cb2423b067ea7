// A drawing that Python wrote down as layers, as nodes of SVG.

/** @typedef {{d: string, fill: string, line: string, width: number, alpha: number}} Layer */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @returns {SVGElement}
 */
function svgNode(tag, attributes = {}) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** A colour of a drawing: a role of the chosen skin, or a colour as it is. @param {string} name */
function paint(name) {
  return name.startsWith("#") ? name : `var(--skin-${name})`;
}

/** @param {Layer[]} layers */
function layerNodes(layers) {
  return layers.map(({ d, fill, line, width, alpha }) => {
    const path = svgNode("path", { d, "stroke-width": width, "fill-opacity": alpha });
    path.style.fill = fill ? paint(fill) : "none";
    path.style.stroke = line ? paint(line) : "none";
    path.setAttribute("stroke-linecap", "round");
    return path;
  });
}

/** @param {HTMLElement | SVGElement} node @param {Record<string, string>} tone */
function wearTone(node, tone) {
  for (const [role, colour] of Object.entries(tone)) node.style.setProperty(`--skin-${role}`, colour);
}

export { layerNodes, svgNode, wearTone };
