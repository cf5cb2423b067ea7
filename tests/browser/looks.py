"""How a page is looked at: views, themes, what runs off the page, pictures for a person."""

import os
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

SCREENSHOTS = os.environ.get("COURSE_SCREENSHOTS", "")
VIEWS: dict[str, tuple[ViewportSize, str]] = {
    "light": ({"width": 1300, "height": 900}, "light"),
    "dark-zoom200": ({"width": 650, "height": 450}, "dark"),
    "narrow320": ({"width": 320, "height": 640}, "light"),
}
"""To a page, a zoom of 200 % is a screen half as wide and half as high."""


def show_as(page: Page, view: str) -> None:
    """Show an open page in one of the views. Opening JupyterLab anew for each costs far more than all else."""
    size, theme = VIEWS[view]
    page.set_viewport_size(size)
    set_theme(page, dark=theme == "dark")


def open_everything(page: Page) -> None:
    """Open every part of the lesson that opens."""
    page.evaluate("document.querySelectorAll('.course-lesson details').forEach((node) => { node.open = true; })")


def set_theme(page: Page, *, dark: bool) -> None:
    """Switch JupyterLab's theme as its own settings would, for this page only.

    Each theme is fetched once: a page with dozens of stylesheets is slow to lay out.
    """
    page.evaluate(
        """async (dark) => {
          const [light, label] = [String(!dark), dark ? 'JupyterLab Dark' : 'JupyterLab Light'];
          const name = `theme-${dark ? 'dark' : 'light'}-extension`;
          const address = `${location.origin}/lab/api/themes/@jupyterlab/${name}/index.css`;
          const chosen = [...document.querySelectorAll('link[data-chosen-by-tests]')];
          let wanted = chosen.find((link) => link.href === address);
          const { jpThemeLight, jpThemeName } = document.body.dataset;
          if (jpThemeLight === light && jpThemeName === label && wanted?.sheet?.disabled === false) return;
          Object.assign(document.body.dataset, { jpThemeLight: light, jpThemeName: label });
          if (!wanted) {
            wanted = document.createElement('link');
            Object.assign(wanted, { rel: 'stylesheet', href: address });
            wanted.dataset.chosenByTests = '';
            const loaded = new Promise((done) => { wanted.onload = done; wanted.onerror = done; });
            document.head.append(wanted);
            await loaded;
          }
          for (const link of chosen) if (link.sheet) link.sheet.disabled = link !== wanted;
        }""",
        dark,
    )


def off_the_page(page: Page) -> list[str]:
    """What is wider than the lesson, tables apart: they scroll in themselves."""
    found: list[str] = page.evaluate(
        """() => {
          const notebook = document.querySelector('.course-lesson .jp-Notebook');
          const limit = notebook.getBoundingClientRect().right + 1;
          return [...notebook.querySelectorAll('p, li, img, figure, section, select, summary, h1, h2, h3')]
            .filter((node) => !node.closest('table') && node.getBoundingClientRect().right > limit)
            .map((node) => node.outerHTML.slice(0, 120));
        }"""
    )
    return found


def save_screenshots(page: Page, name: str) -> None:
    """Pictures of a whole lesson, one screen after the other, for a person to look at."""
    folder = Path(SCREENSHOTS)
    folder.mkdir(parents=True, exist_ok=True)
    scroller = page.locator(".course-lesson .jp-WindowedPanel-outer").first
    height = scroller.evaluate("node => node.scrollHeight")
    step = max(200, scroller.evaluate("node => node.clientHeight") - 60)
    for number, top in enumerate(range(0, height, step)):
        scroller.evaluate("(node, top) => { node.scrollTop = top; }", top)
        page.wait_for_timeout(120)
        page.screenshot(path=folder / f"{name}-{number:02d}.png")
