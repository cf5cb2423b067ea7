"""Layers for a page: drawn with the pen of the figures, in tenths of a millimetre, and refused where a page cannot."""

import pytest

from course_helpers.body.geometry import Ellipse, Point
from course_helpers.explorers.search.layers import Layers, closed_path


def test_a_shape_becomes_a_path_with_its_paint() -> None:
    layers = Layers()
    layers.pen().at(100, 0, flip=True).shape([Point(1.04, 2), Point(-3.26, 4)], "shade", alpha=0.5)
    layers.pen().line([Point(0, 0), Point(0, 1)], "inner", 2.0)
    assert layers.drawn == [
        {"d": "M 99 2 L 103.3 4", "fill": "shade", "line": "", "width": 0.0, "alpha": 0.5},
        {"d": "M 0 0 L 0 1", "fill": "", "line": "inner", "width": 2.0, "alpha": 1.0},
    ]


def test_an_ellipse_is_round_and_closed() -> None:
    layers = Layers()
    layers.pen().shape(Ellipse(Point(0, 0), 10, 10), "areola")
    (layer,) = layers.drawn
    assert str(layer["d"]).startswith("M 10 0 C 10 5.5 5.5 10 0 10 C")
    assert str(layer["d"]).endswith("z")


def test_what_a_page_cannot_show_is_refused() -> None:
    pen = Layers().pen()
    with pytest.raises(ValueError, match="cut"):
        pen.at(0, 0, clip=(0, 0, 5, 5)).line([Point(0, 0), Point(1, 1)])
    with pytest.raises(ValueError, match="dashed"):
        pen.line([Point(0, 0), Point(1, 1)], dash=(2, 2))
    with pytest.raises(ValueError, match="words"):
        pen.text(0, 0, "Here")


def test_an_outline_has_no_two_points_nearer_than_two_millimetres() -> None:
    line = [Point(0, 0), Point(1, 0), Point(2, 0), Point(3.5, 0), Point(5, 0)]
    assert closed_path(line) == "M 0 0 L 2 0 L 5 0 z"
