"""The course's JupyterLab: its own settings, who may reach it, and one learner at a time."""
