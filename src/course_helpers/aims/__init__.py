"""One named aim for a practice: chosen before it, looked at in one question after it, and the next one suggested."""

from course_helpers.aims.asking import aim_acts, choose_aim, tell_how_it_went
from course_helpers.aims.page import aim_page

__all__ = ["aim_acts", "aim_page", "choose_aim", "tell_how_it_went"]
