"""What axe-core is asked; and the check of contrast sees what a reader scrolls to, and fails where words are pale."""

import pytest

from tests.axe import LEFT_OUT, violations
from tests.lab_extension.frame_page import OpenFrame

LONG = """
<main style="height: 200px; overflow: hidden; background: white">
  <div style="height: 200px; overflow: auto"><p>Words that anybody can read</p>
    <div style="height: 3000px"></div>{far}</div>
</main>
"""


@pytest.mark.parametrize(
    ("far", "number"),
    [
        ("<p style='color: #767676'>grey enough</p>", 0),
        ("<p style='color: #777777'>a little too pale</p>", 1),
        ("<p style='color: #949494; font-size: 24px'>pale and large</p>", 0),
        ("<p style='color: #949494; font-size: 19px'>pale and not so large</p>", 1),
        ("<div style='background: #222222'><p style='color: #444444'>dark on dark</p></div>", 1),
        ("<div style='background: #222222'><p style='background: rgb(255 255 255 / 10%)'>black on dark</p></div>", 1),
        ("<p hidden style='color: #eeeeee'>not shown</p><button disabled style='color: #eeeeee'>off</button>", 0),
    ],
)
def test_words_below_the_window_are_seen(frame: OpenFrame, far: str, number: int) -> None:
    page = frame(LONG.format(far=far), "find.js")
    found = violations(page, "main")
    assert len([one for one in found if one.startswith("contrast ")]) == number, found


def test_a_part_without_words_is_told(frame: OpenFrame) -> None:
    page = frame("<main><p hidden>nothing</p></main>", "find.js")
    with pytest.raises(AssertionError, match="No words are seen"):
        violations(page, "main")


def test_what_is_serious_is_found_and_what_is_not_is_left_out(frame: OpenFrame) -> None:
    """A button and a picture without a name, and a heading that leaves out two levels."""
    page = frame("<main><h1>Words</h1><h4>More</h4><button></button><img src='data:,'></main>", "find.js")
    assert {one.split(":")[0] for one in violations(page, "main")} == {"button-name", "image-alt"}
    left_out = page.evaluate(f"({LEFT_OUT})().map(({{ impact }}) => impact)")
    assert len(left_out) > 20
    assert {*left_out} == {"minor", "moderate"}
