"""The web browser of this computer that can show lessons."""

import webbrowser

TEXT_ONLY = {"www-browser", "links", "links2", "elinks", "lynx", "w3m", "browsh"}
"""Browsers inside a terminal, by the names under which Python knows them. They cannot show a lesson."""


def lesson_browser(wanted: str | None = None) -> webbrowser.BaseBrowser | None:
    """The browser to open lessons in; None where there is none, or none with pictures.

    ``wanted`` is the one that the person asked for by name.
    """
    try:
        found = webbrowser.get(wanted)
    except webbrowser.Error:
        return None
    return None if name_of(found) in TEXT_ONLY else found


def name_of(browser: webbrowser.BaseBrowser) -> str:
    """What a person calls it."""
    return str(getattr(browser, "name", "") or type(browser).__name__).lower().removesuffix(".exe")


def open_lesson(address: str, wanted: str | None = None) -> None:
    """Open an address; where that cannot be done, the address stands on the screen anyway."""
    if browser := lesson_browser(wanted):
        browser.open(address)
