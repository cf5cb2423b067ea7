// No handler fails in silence: what goes wrong inside one reaches its panel, which says so in a sentence.

/** What a part of a panel sends up when a handler of it failed; `detail` is the error. */
const FAULT = "course-fault";
const PANEL = ".course-panel";

/**
 * Listen to an event of a node inside a panel.
 * @param {EventTarget} node
 * @param {string} type
 * @param {(event: any) => void} act
 */
function listen(node, type, act) {
  node.addEventListener(type, (event) => {
    // The handler may take its node off the page before it fails.
    const panel = node instanceof Element ? node.closest(PANEL) : null;
    try {
      act(event);
    } catch (error) {
      reportFault(panel ?? node, error);
    }
  });
}

/**
 * @param {EventTarget} node
 * @param {unknown} error
 */
function reportFault(node, error) {
  node.dispatchEvent(new CustomEvent(FAULT, { bubbles: true, detail: error }));
}

export { FAULT, listen };
