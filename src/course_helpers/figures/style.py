"""The measures that all drawings share."""

WIDTH = 640
"""Natural width of every drawing in pixels; pages show it at about 600."""
NARROW = 336
"""Natural width of a narrow layout: a telephone of 390 pixels shows it at about its own size."""
SMALL, BODY, HEAD = 13.0, 14.0, 16.0
"""Text sizes in pixels at natural width; the smallest is 12 px when shown 600 px wide."""
LEADING = 1.32
"""Line height in units of the text size."""
DASH = (8.0, 5.5)
DOT = (0.1, 6.0)
"""Line patterns, in pixels."""
