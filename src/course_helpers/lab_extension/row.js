// A row of tools above a lesson that is as high as its contents need.

/**
 * JupyterLab gives such a row a fixed height. Larger letters, wider spacing or a narrow window make its tools take more
 * lines, and those would be cut.
 */
class FittingRow {
  /**
   * @param {HTMLElement} node the row
   * @param {() => void} changed what to do when it needs another height
   */
  constructor(node, changed) {
    this.node = node;
    this.changed = changed;
    this.height = 0;
    this.sizes = new ResizeObserver(() => this.fit());
    for (const watched of [node, ...node.children]) this.sizes.observe(watched);
  }

  fit() {
    const shown = [...this.node.children].filter((tool) => tool.checkVisibility());
    if (!shown.length) return;
    const { paddingBottom, borderBottomWidth } = getComputedStyle(this.node);
    const top = this.node.getBoundingClientRect().top - this.node.scrollTop;
    const bottom = Math.max(...shown.map((tool) => tool.getBoundingClientRect().bottom));
    const height = Math.ceil(bottom - top + parseFloat(paddingBottom) + parseFloat(borderBottomWidth));
    if (height === this.height) return;
    this.height = height;
    this.node.style.setProperty("--course-row-needs", `${height}px`);
    this.changed();
  }

  end() {
    this.sizes.disconnect();
  }
}

export { FittingRow };
