"""What axe-core finds on a page."""

import json
from collections.abc import Set as AbstractSet
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.contrast import too_pale

PAGE_WIDE = frozenset({"landmark-one-main", "page-has-heading-one", "region"})
"""What axe finds about a page that is no lesson."""

IS_THERE = "() => Boolean(window.axe)"
RUN = """async ([parts, preload]) => {
  const missing = parts.filter((part) => !document.querySelector(part));
  if (missing.length) throw new Error(`Nothing to look at: ${missing}`);
  const options = { resultTypes: ['violations'], preload: preload && { assets: ['media'] } };
  const { violations } = await axe.run(parts.length ? { include: parts.map((part) => [part]) } : document, options);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return JSON.stringify(grave.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) })));
}"""
"""As text, and no more of it than is told: Playwright takes an object apart value by value."""


def violations(page: Page, *parts: str, apart_from: AbstractSet[str] = frozenset(), preload: bool = True) -> list[str]:
    """Serious and critical violations inside some parts of the page, or on all of it.

    Many parts cost little more than one, as axe-core goes through the whole page first. Each of them has to be there.
    With ``preload`` axe-core looks into sound and films first; a page from a file cannot. It would also read all
    stylesheets once more, which takes half as long as all else, for one rule that is an experiment and does not run.
    """
    if not page.evaluate(IS_THERE):
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = json.loads(page.evaluate(RUN, [list(parts), preload]))
    return too_pale(page, *parts) + [
        f"{entry['id']}: {entry['help']}: {[html[:200] for html in entry['nodes'][:3]]}"
        for entry in found
        if entry["id"] not in apart_from
    ]
