"""What axe-core finds on a page."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.contrast import too_pale

IS_THERE = "() => Boolean(window.axe)"
LEFT_OUT = """() => axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate')"""
"""The rules whose findings nobody is told of: what axe-core says of a finding is what it says of its rule."""
RUN = f"""async (parts) => {{
  const missing = parts.filter((part) => !document.querySelector(part));
  if (missing.length) throw new Error(`Nothing to look at: ${{missing}}`);
  const rules = Object.fromEntries(({LEFT_OUT})().map(({{ id }}) => [id, {{ enabled: false }}]));
  const options = {{ resultTypes: ['violations'], preload: false, rules }};
  const {{ violations }} = await axe.run(parts.length ? {{ include: parts.map((part) => [part]) }} : document, options);
  const grave = violations.filter(({{ impact }}) => impact === 'serious' || impact === 'critical');
  return JSON.stringify(grave.map(({{ id, help, nodes }}) => ({{ id, help, nodes: nodes.map(({{ html }}) => html) }})));
}}"""
"""As text, and no more of it than is told: Playwright takes an object apart value by value."""


def violations(page: Page, *parts: str) -> list[str]:
    """Serious and critical violations inside some parts of the page, or on all of it.

    Many parts cost little more than one, as axe-core goes through the whole page first. Each of them has to be there.
    What is neither serious nor critical is not looked for, nor are stylesheets, sound and films read ahead: a fifth of
    the time would go to that, for rules of which nothing is told.
    """
    if not page.evaluate(IS_THERE):
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = json.loads(page.evaluate(RUN, list(parts)))
    return too_pale(page, *parts) + [
        f"{entry['id']}: {entry['help']}: {[html[:200] for html in entry['nodes'][:3]]}" for entry in found
    ]
