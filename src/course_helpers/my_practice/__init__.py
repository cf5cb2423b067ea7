"""Lesson 08: where the learner stands, practice as charts, a reminder, a certificate, and the record in their hands."""

from course_helpers.my_practice.certificate_panel import CertificatePanel
from course_helpers.my_practice.history_panel import HistoryPanel
from course_helpers.my_practice.own_record import OwnRecordPanel
from course_helpers.my_practice.reminder_panel import ReminderPanel
from course_helpers.my_practice.standing_panel import StandingPanel

__all__ = ["CertificatePanel", "HistoryPanel", "OwnRecordPanel", "ReminderPanel", "StandingPanel"]
