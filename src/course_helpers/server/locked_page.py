"""What a browser shows where the key in the address is missing or of another day: the way in, in the course's words.

JupyterLab's own page asks for a password or token and names commands, which a reader of lessons has never seen.
"""

import html
from typing import Any

from course_helpers.design_tokens import DARK, LIGHT
from course_helpers.knowledge import ContentError, load

PAGE = "login.html"


def locked_page(title: str, paragraphs: list[str]) -> str:
    """The whole page, as a template in which nothing is filled in."""
    told = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return (
        '{% raw %}<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>:root{{color-scheme:light dark}}"
        f"body{{background:{LIGHT.page};color:{LIGHT.ink};font:18px/1.55 system-ui,sans-serif;margin:0 auto;"
        "max-width:36rem;padding:12vh 24px}"
        f"@media screen and (prefers-color-scheme:dark){{body{{background:{DARK.page};color:{DARK.ink}}}}}"
        "</style></head>"
        f"<body><main><h1>{html.escape(title)}</h1>{told}</main></body></html>{{% endraw %}}"
    )


def show_where_locked(application: Any) -> None:
    """Give it in the place of the server's own page. Without it, that page stands as it was."""
    import jinja2

    environment = application.settings.get("jinja2_env")
    try:
        words = load().strings.extension
    except ContentError:
        return
    if environment is None or environment.loader is None:
        return
    own = jinja2.DictLoader({PAGE: locked_page(words.locked_title, [words.locked, words.locked_closed])})
    environment.loader = jinja2.ChoiceLoader([own, environment.loader])
