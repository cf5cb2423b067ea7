"""What a browser shows until JupyterLab has drawn something: the course's colours and one sentence, no white window.

Where it opens at a lesson, the first words of that lesson stand where they will stand in it.
"""

import html
from pathlib import Path
from typing import Any

from course_helpers.design_tokens import DARK, LIGHT
from course_helpers.knowledge import ContentError, load
from course_helpers.server.words_ahead import WordsAhead, words_styles

PAGE = "index.html"
ID = "course-opening"
FIRST_WORDS = "course_first_words"
"""What the page calls for the first words of its lesson."""
FONT = 'system-ui,-apple-system,blinkmacsystemfont,"Segoe UI",helvetica,arial,sans-serif'
"""That of JupyterLab's texts."""

EXTENSION_STYLES = "course-helpers-styles"
GONE_AFTER_SECONDS = 20
"""The extension takes it away. Where it cannot, the page shows what JupyterLab has drawn all the same."""


def opening_part(words: str) -> str:
    """The styles and the sentence, as they stand in JupyterLab's page, and the place for the first words."""
    return (
        # Its styles go with it. A rule with :has() that stays would look through the whole page at every change of it.
        f'{{% raw %}}<div id="{ID}" role="status">'
        f"<style>#{ID}{{align-items:center;animation:course-opened 0s {GONE_AFTER_SECONDS}s forwards;"
        f"background:{LIGHT.page};color:{LIGHT.ink};display:flex;font:18px/1.55 {FONT};inset:0;"
        "justify-content:center;pointer-events:none;position:fixed;text-align:center;z-index:99999}"
        "@keyframes course-opened{to{visibility:hidden}}"
        # JupyterLab lays itself out behind it, which nobody sees and a browser would count as a page that jumps. It
        # ends by itself, in the moment in which the cover goes, whatever becomes of the extension.
        f"body{{animation:course-covered {GONE_AFTER_SECONDS}s step-end}}"
        "@keyframes course-covered{from{--course-main:0}to{--course-main:1}}"
        f"html:has(#{EXTENSION_STYLES}):has(#{ID}) #main{{opacity:var(--course-main,1)}}"
        # JupyterLab without the extension, as for an author or where its file is broken: nobody would take it away.
        f"html:has(#main):not(:has(#{EXTENSION_STYLES})) #{ID}{{display:none}}@media print{{#{ID}{{display:none}}}}"
        f"@media screen and (prefers-color-scheme:dark){{#{ID}{{background:{DARK.page};color:{DARK.ink}}}}}"
        f"{words_styles(ID)}</style>"
        f"<p>{html.escape(words)}</p>"
        f"{{% endraw %}}{{{{ {FIRST_WORDS}(page_config) }}}}</div>"
    )


def with_opening(page: str, words: str) -> str:
    """JupyterLab's page with it; unchanged where its body is not found."""
    begin = page.find("<body")
    end = page.find(">", begin) + 1
    return page if begin < 0 or not end else page[:end] + opening_part(words) + page[end:]


def show_while_opening(application: Any, root: Path) -> None:
    """Put it into the page that this server gives. It only decorates: without it the page is as it was.

    Args:
        application: the server.
        root: the folder of the course, with its lessons.
    """
    import jinja2

    environment = application.settings.get("lab_jinja2_env")
    try:
        words = load().strings.extension.opening
    except ContentError:
        return
    if environment is None or environment.loader is None:
        return
    plain = environment.loader

    def source(name: str) -> Any:
        text, path, is_fresh = plain.get_source(environment, name)
        return (with_opening(text, words) if name == PAGE else text), path, is_fresh

    environment.globals[FIRST_WORDS] = WordsAhead(root, ID)
    environment.loader = jinja2.FunctionLoader(source)
