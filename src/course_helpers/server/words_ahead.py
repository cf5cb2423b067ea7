"""The first words of a lesson in the page that opens it: in sight before JupyterLab is, and where they will stand.

The lesson comes a second later or more, so whoever opens it reads meanwhile. Nothing may move under a reader: the words
have the place, the letters and the width that the lesson gives them, and they are not shown where that is not known.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from course_helpers.commands.environment import NOTEBOOKS
from course_helpers.design_tokens import DARK, LIGHT
from course_helpers.lab_extension.assemble import opening_script
from course_helpers.server.first_words import first_words

OTHER_FRAMES = ("courseAuthor", "courseFacilitator")
"""Settings of a page whose lessons stand below more tools than a learner has."""

WORDS_PX = 646
"""The measure of a lesson, without the line round a text."""

LIST_LEAST_PX = 250
"""JupyterLab makes a list at its side no narrower, and one of which it has kept no width no wider."""


class WordsAhead:
    """What JupyterLab's page calls for the first words of its lesson."""

    def __init__(self, root: Path, opening: str) -> None:
        """Know where the lessons are, and the id of what covers the page."""
        self.root = root
        self.opening = opening
        self.script = opening_script()

    def __call__(self, page: Mapping[str, Any]) -> Markup:
        """The words with what shows them; nothing in a page that opens at no lesson.

        Args:
            page: the settings of JupyterLab's page.
        """
        lesson = self._lesson(page)
        words = first_words(lesson) if lesson else None
        share = list_share(page) if words else None
        if share is None:
            return Markup("")
        # A screen reader reads the lesson, and not these words before it.
        article = f'<article aria-hidden="true">{words}</article>'
        style = f"<style>#{self.opening}{{--course-list:{share:.6f}}}</style>"
        return Markup(f"{style}{article}<script>{self.script}</script>")  # noqa: S704 - the words are escaped

    def _lesson(self, page: Mapping[str, Any]) -> Path | None:
        path = Path(page.get("treePath", ""))
        is_known = page.get("mode") == "multiple-document" and "true" not in map(page.get, OTHER_FRAMES)
        return self.root / path if is_known and path.parent == Path(NOTEBOOKS) else None


def list_share(page: Mapping[str, Any]) -> float | None:
    """How much of the window the list of lessons had; 0 in a new one, None where it was closed or cannot be known."""
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    try:
        kept = WorkspacesManager(page["workspacesDir"]).load(page["workspace"])["data"]
        sizes = kept.get("layout-restorer:data", {}).get("relativeSizes")
        return sizes[0] / sum(sizes) or None if sizes else 0.0
    except Exception:  # a layout can hold anything, and JupyterLab tells what is wrong with it
        return None


def words_styles(opening: str) -> str:
    """How the words stand in a page, and the sentence where the tools of the lesson will be, once they are shown.

    The numbers are those of JupyterLab's frame and of the styles of a lesson; a test compares both in JupyterLab.

    Args:
        opening: the id of what covers the page.
    """
    shown = f"#{opening}.course-with-words"
    return (
        f"#{opening} article{{display:none}}{shown}{{display:block;text-align:left;"
        f"--course-begin:max({LIST_LEAST_PX}px,(100vw - 6px)*var(--course-list))}}"
        f"{shown}>p{{align-items:center;background:{LIGHT.panel};border-bottom:1px solid {LIGHT.line};"
        f"box-sizing:border-box;color:{LIGHT.muted};"
        "display:flex;font-size:15px;height:49px;left:calc(var(--course-begin) + 8px);margin:0;padding:0 12px;"
        "position:absolute;right:6px;top:31px}"
        # As much room at the side as the bar takes that scrolls a lesson, where a browser shows one; here it is unseen.
        f"{shown} article{{bottom:6px;box-sizing:border-box;display:block;left:calc(var(--course-begin) + 24px);"
        "overflow:hidden scroll;overflow-wrap:anywhere;padding:13px 10px;position:absolute;right:22px;"
        "scrollbar-color:transparent transparent;top:88px}"
        f"{shown} article>*{{box-sizing:border-box;margin:0 auto 1em;max-width:min({WORDS_PX}px,100% - 2px)}}"
        f"{shown} article>h1{{font-size:1.7em;font-weight:500;line-height:1.25;margin-block:.8em .4em}}"
        f"@media screen and (prefers-color-scheme:dark){{{shown}>p{{background:{DARK.panel};"
        f"border-color:{DARK.line};color:{DARK.muted}}}}}"
    )
