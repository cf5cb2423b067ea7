"""The explorers of the lessons, one folder each: rules (pure), the widget and its view.

All of them keep what is chosen in the browser. It is no trait, so no notebook, file or log can hold it.
"""
