"""What a drawing is in the end: numbers that no machine writes otherwise, frames once, and nothing unseen."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from course_helpers.figures.canvas import Canvas
from course_helpers.figures.export import inked
from course_helpers.figures.paths import CLOSE, Step, cubics, cut_at_edge, path_data, polyline, written
from course_helpers.figures.svg_parts import Paint

SVG = "{http://www.w3.org/2000/svg}"
FRAME = (10.0, 10.0, 50.0, 50.0)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (12.0, "12"),
        (-0.5, "-0.5"),
        (3.14159, "3.14"),
        (1e-17, "0"),
        (-1e-17, "0"),
        (100.0, "100"),
        (0.0049, "0"),
        (1234567.891, "1234567.89"),
    ],
)
def test_a_number_has_two_decimals_at_most(number: float, text: str) -> None:
    assert written(number) == text


def test_the_last_digits_of_a_sum_decide_nothing() -> None:
    assert {written(half + noise) for half in (0.125, 2.675, 4.005) for noise in (-1e-12, 0, 1e-12)} == {
        written(0.125),
        written(2.675),
        written(4.005),
    }


def test_lines_and_curves_name_each_step() -> None:
    assert path_data(polyline([(0, 0), (1, 0.5), (2, 0)])) == "M 0 0 L 1 0.5 L 2 0"
    assert path_data([*cubics([(0, 0), (1, 1), (2, 1), (3, 0)]), CLOSE]) == "M 0 0 C 1 1 2 1 3 0 z"


@pytest.mark.parametrize(
    ("path", "left"),
    [
        (polyline([(10, 10), (10, 90)]), "M 10 10 L 10 51"),
        (polyline([(-20, 10), (20, 10)]), "M -1 10 L 20 10"),
        (polyline([(10, 10), (10, 90), (20, 90), (20, 10)]), "M 10 10 L 10 51 M 20 51 L 20 10"),
        (polyline([(-9, -9), (-9, 90), (120, 90)]), ""),
        ([*polyline([(10, 10), (20, 10), (10, 20)]), CLOSE], "M 10 10 L 20 10 L 10 20 L 10 10 z"),
        ([*polyline([(10, 10), (120, 10), (10, 20)]), CLOSE], "M 10 10 L 101 10 M 101 11.73 L 10 20 L 10 10"),
        (cubics([(10, 10), (10, 90), (20, 90), (20, 10)]), "M 10 10 C 10 90 20 90 20 10"),
        ([*cubics([(0, 0), (1, 1), (2, 1), (0, 0)]), CLOSE], "M 0 0 C 1 1 2 1 0 0 L 0 0 z"),
        ([*polyline([(1, 1), (2, 2)]), *polyline([(3, 3), (4, 4)])], "M 1 1 L 2 2 M 3 3 L 4 4"),
    ],
)
def test_straight_lines_end_at_the_edge_of_the_canvas(path: list[Step], left: str) -> None:
    assert path_data(cut_at_edge(path, 100, 50)) == left


def drawn(ink: Callable[[Canvas], None]) -> ET.Element:
    return ET.fromstring(inked(ink, (100, 80), "A title", "What it shows"))


def test_a_frame_is_there_once_and_what_is_not_seen_is_not_there() -> None:
    def ink(canvas: Canvas) -> None:
        for _ in range(2):
            canvas.at(0, 0, clip=FRAME).box((0, 0, 90, 70), "#AABBCC", None)
        canvas.at(0, 0, clip=(0, 0, 9, 9)).box((0, 0, 90, 70), None, None)

    root = drawn(ink)
    assert [clip.get("id") for clip in root.iter(f"{SVG}clipPath")] == ["clip1"]
    cut = [path for path in root.iter() if path.get("clip-path")]
    assert [(path.get("fill"), path.get("stroke"), path.get("clip-path")) for path in cut] == [
        ("#aabbcc", None, "url(#clip1)")
    ] * 2


def test_paint_says_what_svg_does_not_take_for_granted() -> None:
    line = Paint(None, "#ABCDEF", 2.5, (8, 5.5), 0.5, cap="round")
    assert list(line.attributes()) == [
        ("fill", "none"),
        ("opacity", "0.5"),
        ("stroke", "#abcdef"),
        ("stroke-dasharray", "8,5.5"),
        ("stroke-linecap", "round"),
        ("stroke-linejoin", "miter"),
        ("stroke-width", "2.5"),
    ]
    assert list(Paint("#ABCDEF", "#000000", 0).attributes()) == [("fill", "#abcdef")]
    assert not Paint(None, "#000000", 0).is_seen


def test_words_stand_line_by_line() -> None:
    def ink(canvas: Canvas) -> None:
        canvas.text(10, 20, "one\n\ntwo <&>", 10.0, "#112233", "center", bold=True)

    texts = list(drawn(ink).iter(f"{SVG}text"))
    assert [(text.text, text.get("y")) for text in texts] == [("one", "20"), ("two <&>", "46.4")]
    assert {text.get("text-anchor") for text in texts} == {"middle"}
    assert {text.get("font-weight") for text in texts} == {"bold"}
