"""Sheets to print: what each holds, and how it becomes a PDF that everyone can read."""
