"""Pages that nobody looks at: all is laid out and can be pressed, and nothing is drawn."""

UNPAINTED = "html { opacity: 0; }"
"""Drawing a page in software costs a fifth of a test. Not for a page whose colours axe-core is to see."""
