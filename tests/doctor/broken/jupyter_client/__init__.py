"""Stands in for a package that does not load."""

raise ImportError("ipykernel is broken here")
