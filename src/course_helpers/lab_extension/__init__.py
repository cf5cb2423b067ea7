"""The JupyterLab extension of the course: plain JavaScript, assembled without a bundler."""
