"""What a page may ask for about the aim; each answer is one sentence."""

from collections.abc import Callable
from typing import Any

from course_helpers.aims.kept import AIMS, WENT, choose, look_back
from course_helpers.aims.page import next_aim
from course_helpers.knowledge import load
from course_helpers.record import NotStored, open_record


def aim_acts(refresh: Callable[[], None]) -> dict[str, Callable[[dict[str, Any]], str]]:
    """What a panel that shows the aim lets its page ask for; ``refresh`` shows what there is afterwards."""

    def then_refreshed(act: Callable[[dict[str, Any]], str]) -> Callable[[dict[str, Any]], str]:
        def acted(content: dict[str, Any]) -> str:
            told = act(content)
            refresh()
            return told

        return acted

    return {"aim": then_refreshed(choose_aim), "went": then_refreshed(tell_how_it_went)}


def choose_aim(content: dict[str, Any]) -> str:
    """Keep an aim for the next practice, or none."""
    words, aim = load().strings.aim, content.get("aim")
    if aim not in (*AIMS, ""):
        return load().strings.panel.refused
    try:
        choose(open_record(), str(aim))
    except NotStored:
        return words.aim_not_stored
    return words.aim_kept if aim else ""


def tell_how_it_went(content: dict[str, Any]) -> str:
    """Keep how often the aim was thought of, and suggest the next one."""
    words, went = load().strings.aim, content.get("went")
    if went not in WENT:
        return load().strings.panel.refused
    try:
        look_back(open_record(), str(went))
        return next_aim(open_record())
    except NotStored:
        return words.aim_not_stored
