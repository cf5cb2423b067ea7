"""The version of the course: the one place that names it. Packaging, JupyterLab's part and `doctor` read it here."""

VERSION = "0.1.0"
