"""The pre-flight of a machine: can a lesson run here, and what to do if not."""

from course_helpers.doctor.checks import Machine, examine
from course_helpers.doctor.finding import Finding

__all__ = ["Finding", "Machine", "examine"]
