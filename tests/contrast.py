"""Whether words stand out from their ground, wherever they are on a page.

axe-core takes words outside the window for hidden where what is round them clips, as each part of JupyterLab does: of a
long lesson it would look at the first screen alone. So each look that words have on the page is measured here, with the
colours as axe-core reads them. What it can do besides, such as words over another element, stays with it.
"""

from playwright.sync_api import Page

TOO_PALE = """(parts) => {
  const { Color, flattenColors, getContrast } = axe.commons.color;
  const colourOf = (text) => {
    const colour = new Color();
    colour.parseString(text);
    return colour;
  };
  const grounds = new Map();
  const groundOf = (node) => {
    if (!node) return colourOf('rgb(255, 255, 255)');
    if (!grounds.has(node)) {
      const own = colourOf(getComputedStyle(node).backgroundColor);
      grounds.set(node, own.alpha === 1 ? own : flattenColors(own, groundOf(node.parentElement)));
    }
    return grounds.get(node);
  };
  const roots = parts.length ? parts.flatMap((part) => [...document.querySelectorAll(part)]) : [document.body];
  const looks = new Map();
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || node.closest(':disabled, [aria-disabled=true]')) continue;
      if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { color, fontSize, fontWeight } = getComputedStyle(node);
      const ground = groundOf(node);
      const look = [color, fontSize, fontWeight, ground.toHexString()].join();
      if (looks.has(look)) continue;
      const ratio = getContrast(ground, flattenColors(colourOf(color), ground));
      const isLarge = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
      const told = `${ratio.toFixed(2)} to 1 (${look}): ${node.outerHTML.slice(0, 160)}`;
      looks.set(look, ratio < (isLarge ? 3 : 4.5) ? told : '');
    }
  }
  return { seen: looks.size, pale: [...looks.values()].filter(Boolean) };
}"""
"""The least contrast is that of WCAG 2.2, 1.4.3: 3 to 1 for large words, 4.5 to 1 for all others."""


def too_pale(page: Page, *parts: str) -> list[str]:
    """The looks of words, in some parts of a page or on all of it, that stand out too little. axe-core has to be there.

    Raises:
        AssertionError: if no words are seen at all, so that nothing was measured.
    """
    found = page.evaluate(TOO_PALE, list(parts))
    assert found["seen"], f"No words are seen in {parts}"
    return [f"contrast {one}" for one in found["pale"]]
