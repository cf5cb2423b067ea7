"""Tools for those who write the course: checks of the lessons, and storing their outputs."""
