"""What axe-core finds on a page."""

from collections.abc import Set as AbstractSet

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGE_WIDE = frozenset({"landmark-one-main", "page-has-heading-one", "region"})
"""What axe finds about a page that is no lesson."""


def violations(
    page: Page, part: str | None = None, apart_from: AbstractSet[str] = frozenset(), *, preload: bool = True
) -> list[str]:
    """Serious and critical violations inside one part of the page, or on all of it.

    Without ``preload`` axe-core does not fetch the stylesheets once more; a page from a file cannot.
    """
    options = {"resultTypes": ["violations"], "preload": preload}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [
        f"{entry['id']}: {entry['help']}: {[node['html'][:200] for node in entry['nodes'][:3]]}"
        for entry in found
        if entry["impact"] in {"serious", "critical"} and entry["id"] not in apart_from
    ]
