"""Lesson 08: where the learner stands, practice as charts, a reminder, a certificate, and the record in their hands."""
