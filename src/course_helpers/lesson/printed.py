"""What stands on every page that is printed: sheets get apart, and each has to say how old it is and who signed it."""

from course_helpers.knowledge import load
from course_helpers.version import VERSION


def about_this_print() -> str:
    """The version, the day on which its facts were checked, and who has signed the course off."""
    review = load().review
    words = load().strings.extension
    return words.printed.format(version=VERSION, date=review.checked_on.isoformat(), review=review.in_short)
