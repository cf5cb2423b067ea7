"""The drawings: each has its record, is the same on every run, and can be read."""

import colorsys
import dataclasses
import itertools
import math
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest

from course_helpers import design_tokens, figures
from course_helpers.body.geometry import NIPPLE, SEARCH_OUTLINE, Ellipse, Point, contains
from course_helpers.body.search_area import ARMPIT
from course_helpers.figures import bodies, contact_sheet, numbers, outlines, self_exam, signs, strokes, style, touch
from course_helpers.figures.bodies import Body
from course_helpers.figures.style import WIDTH
from course_helpers.knowledge import load
from tests.each import each
from tests.figures import layout

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "figures"
SVG = "{http://www.w3.org/2000/svg}"
RECORDS = {row["id"]: row for row in tomllib.loads(figures.RECORDS.read_text(encoding="utf-8"))["figure"]}
SHOWN_WIDTH = 600
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")

NARROW = " narrow"
"""Stands behind the id of a drawing where its layout for a telephone is meant."""
every_figure = each("figure_id", sorted(figures.FIGURES))
every_layout = each(
    "layout_id",
    sorted([*figures.FIGURES, *(f"{name}{NARROW}" for name, one in figures.FIGURES.items() if one.narrow)]),
)
COLUMN = 358
"""So many pixels a lesson's column has on a telephone that is 390 wide."""


@cache
def text_of(layout_id: str) -> str:
    file = RECORDS[layout_id.removesuffix(NARROW)]["file"]
    name = figures.narrow_name(file) if layout_id.endswith(NARROW) else file
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def tree(layout_id: str) -> ET.Element:
    """A drawing as it is stored, read once for all that is asked of it; nothing changes it."""
    return ET.fromstring(text_of(layout_id))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def token_colours() -> set[str]:
    palettes = (design_tokens.LIGHT, design_tokens.DARK)
    tones = (design_tokens.NEUTRAL, *design_tokens.SKIN_TONES, *design_tokens.STAGE_TONES)
    values = [value for palette in palettes for value in dataclasses.astuple(palette)]
    values += [value for tone in tones for value in dataclasses.astuple(tone)]
    values += dataclasses.astuple(design_tokens.TISSUE)
    return {value.lower() for value in values if value.startswith("#")}


def test_every_record_has_a_drawing_and_every_drawing_a_record() -> None:
    assert set(RECORDS) == set(figures.FIGURES)


def test_the_committed_files_are_what_is_drawn_now() -> None:
    assert figures.differences(FOLDER) == []


def test_a_changed_a_missing_and_a_stray_file_are_all_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {figure_id: RECORDS[figure_id] for figure_id in ("F16", "F21", "F23")}
    monkeypatch.setattr(figures, "_records", lambda: few)
    monkeypatch.setattr(figures, "_step_pictures", list)
    written = figures.write_all(tmp_path)
    written[0].write_text("changed", encoding="utf-8")
    written[1].unlink()
    (tmp_path / "stray.svg").write_text("", encoding="utf-8")
    found = figures.differences(tmp_path)
    assert len(found) == 3
    assert all(name in " ".join(found) for name in (written[0].name, written[1].name, "stray.svg"))


def test_the_contact_sheet_shows_every_drawing_once_and_says_what_it_shows() -> None:
    sheet = (FOLDER / contact_sheet.FILE).read_text(encoding="utf-8")
    shown = re.findall(r'<img [^>]*src="([^"]+)" alt="([^"]+)"', sheet)
    assert sorted(file for file, _ in shown) == sorted(path.name for path in FOLDER.glob("*.svg"))
    assert all(len(alt) > 20 for _, alt in shown)
    assert not re.search(r"<script|https?:", sheet)


def test_drawing_twice_gives_the_same_text() -> None:
    assert figures.draw("F13") == figures.draw("F13")


def test_the_machines_own_plotting_settings_change_nothing() -> None:
    import matplotlib as mpl

    plain = figures.draw("F16")
    with mpl.rc_context({"lines.linewidth": 9, "font.size": 30, "svg.fonttype": "path", "path.simplify": True}):
        assert figures.draw("F16") == plain


def test_areas_and_paths_need_no_plotting_library() -> None:
    code = "import sys, course_helpers.body.geometry; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@every_figure
def test_a_drawing_names_itself(figure_id: str) -> None:
    root = tree(figure_id)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == RECORDS[figure_id]["title"]
    assert root.findtext(f"{SVG}desc") == RECORDS[figure_id]["alt"]


WITHOUT_WORDS = {"F28"}
"""Drawings that need none."""


@every_layout
def test_no_text_is_under_12_px_at_600_px_width_nor_under_11_in_a_narrow_column(layout_id: str) -> None:
    sizes = [float(text.get("font-size", "0")) for text in tree(layout_id).iter(f"{SVG}text")]
    assert sizes or layout_id in WITHOUT_WORDS
    if layout_id.endswith(NARROW):
        assert all(size * COLUMN / style.NARROW >= 11 for size in sizes)
    else:
        assert all(size * SHOWN_WIDTH / WIDTH >= 12 for size in sizes)


def smallest_words(root: ET.Element, shown: float) -> float:
    """The smallest words in pixels where the drawing is shown ``shown`` pixels wide; without words, a large number."""
    width = float(root.get("viewBox", "0 0 0 0").split()[2])
    return min((float(text.get("font-size", "0")) * shown / width for text in root.iter(f"{SVG}text")), default=99.0)


@every_figure
def test_on_a_telephone_no_words_are_under_11_px(figure_id: str) -> None:
    """Whichever layout a page shows there; a drawing that is too wide for it needs a narrow one."""
    shown = f"{figure_id}{NARROW}" if RECORDS[figure_id].get("narrow") else figure_id
    assert smallest_words(tree(shown), COLUMN) >= 11


def test_the_check_of_small_words_sees_a_drawing_that_is_too_wide() -> None:
    wide = f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 640 90">{words(20, 40, "small")}</svg>'
    assert smallest_words(ET.fromstring(wide), COLUMN) < 8
    assert smallest_words(tree("F16"), COLUMN) < 11
    assert smallest_words(tree("F28"), COLUMN) > 11


def test_lessons_and_questions_change_to_the_narrow_layout_at_the_same_width_and_before_words_are_too_small() -> None:
    sheets = ("lab_extension/styles/lesson.css", "quiz/widget.css")
    rule = re.compile(r"@container \(max-width: (\d+)px\) \{\s*\.course-(?:lesson .*img\.course-wide|pointing-two)")
    texts = [(ROOT / "src/course_helpers" / sheet).read_text(encoding="utf-8") for sheet in sheets]
    [last] = {int(width) for text in texts for width in rule.findall(text)}
    assert all(rule.search(text) for text in texts)
    for figure_id, record in RECORDS.items():
        assert not record.get("narrow") or smallest_words(tree(figure_id), last + 1) >= 11


def test_a_record_says_whether_there_is_a_narrow_layout() -> None:
    said = {figure_id for figure_id, record in RECORDS.items() if record.get("narrow")}
    assert said == {figure_id for figure_id, one in figures.FIGURES.items() if one.narrow}
    assert all(load().figures[name].narrow_file == figures.narrow_name(RECORDS[name]["file"]) for name in said)


@every_figure
def test_on_a_dark_ground_every_colour_of_the_light_one_has_its_twin_and_signs_keep_theirs(figure_id: str) -> None:
    rules = tree(figure_id).findtext(f"{SVG}style") or ""
    twins = {light.lower(): dark.lower() for light, dark in design_tokens.on_dark().items()}
    for part in tree(figure_id).iter():
        for ink in ("fill", "stroke"):
            twin = twins.get(part.get(ink, "").lower())
            assert not twin or f'[{ink}="{part.get(ink, "").lower()}" i]{{{ink}:{twin}}}' in rules
    signs = (design_tokens.TISSUE.blood, design_tokens.TISSUE.clear, design_tokens.TISSUE.flake)
    tones = [value for tone in design_tokens.SKIN_TONES for value in dataclasses.astuple(tone)[1:]]
    assert not twins.keys() & {value.lower() for value in (*signs, *ON_SKIN, *tones)}


ON_SKIN = (design_tokens.TISSUE.way, design_tokens.TISSUE.away, design_tokens.TISSUE.edge)


@pytest.mark.parametrize("layout_id", ["F14", "F20", "F08", "F14 narrow"])
def test_an_arrow_on_a_tone_of_skin_has_a_light_round_its_whole_length_on_every_ground(layout_id: str) -> None:
    """On a dark ground skin keeps its tone: light arrows would be lost on light skin, dark heads on deep skin."""
    way, away, edge = (colour.lower() for colour in ON_SKIN)
    paths = list(tree(layout_id).iter(f"{SVG}path"))
    heads = [n for n, path in enumerate(paths) if path.get("fill") in {way, away}]
    assert heads
    for n in heads:
        light = [path for path in paths[:n] if path.get("d") == paths[n].get("d") and path.get("fill") == edge]
        assert len(light) == 1
        assert float(light[0].get("stroke-width", "1")) > float(paths[n].get("stroke-width", "1"))
    assert min(contrast(colour, edge) for colour in (way, away)) >= 4.5


def test_words_and_lines_are_seen_on_the_dark_twin_of_skin() -> None:
    dark = design_tokens.NEUTRAL_DARK
    assert contrast(design_tokens.DARK.ink, dark.fill) >= 4.5
    assert contrast(dark.line, design_tokens.DARK.panel) >= 3
    assert contrast(dark.inner, dark.fill) >= 3
    assert contrast(design_tokens.DARK.ink, design_tokens.TISSUE_DARK.fat) >= 4.5
    assert contrast(design_tokens.TISSUE_DARK.node, dark.fill) >= 3


def test_hair_and_features_are_darker_than_skin_on_a_dark_ground_too() -> None:
    """A body with white hair and dark skin would look like a negative."""
    dark = design_tokens.NEUTRAL_DARK
    assert luminance(dark.inner) < luminance(dark.areola) < luminance(dark.fill) < luminance(dark.line)
    assert design_tokens.on_dark()[design_tokens.NEUTRAL.inner] == dark.inner


@every_layout
def test_words_keep_clear_of_the_edge_of_each_other_and_of_lines(layout_id: str) -> None:
    root = tree(layout_id)
    assert layout.outside(root, 8) == []
    assert layout.overlapping(root) == []
    assert layout.crossed(root) == []


@every_layout
def test_boxes_stand_on_the_drawing_and_hold_their_words(layout_id: str) -> None:
    """What to do in an emergency has once stood half under the border of its box."""
    root = tree(layout_id)
    assert layout.past_the_edge(root) == []
    assert layout.across_a_border(root) == []
    assert layout.overlapping_boxes(root) == []
    assert layout.too_near_a_border(root, 4) == [], "a box that grows with its words has once met those above it"


def test_the_check_of_boxes_sees_planted_faults() -> None:
    box = (
        "M 14 10 L 90 10 C 94 10 98 14 98 18 L 98 {0} C 98 {0} 94 {0} 90 {0} "
        "L 14 {0} C 10 {0} 6 {0} 6 {0} L 6 18 C 6 14 10 10 14 10 z"
    )
    low, tall = (f'<path d="{box.format(end)}" stroke="#000000" />' for end in (95, 60))
    assert layout.past_the_edge(planted(low)) == [(98.0, 95.0)]
    assert layout.past_the_edge(planted(tall, low.replace("/>", 'clip-path="url(#c)" />'))) == []
    assert layout.across_a_border(planted(tall, words(20, 63, "cut"), words(20, 40, "whole"))) == ["cut"]
    assert layout.too_near_a_border(planted(tall, words(20, 72, "met"), words(20, 84, "clear")), 4) == ["met"]
    assert layout.too_near_a_border(planted(tall, words(100, 40, "met"), words(104, 60, "clear")), 4) == ["met"]
    assert layout.too_near_a_border(planted(tall, words(20, 40, "inside")), 4) == []
    down = re.sub(r"([\d.]+) ([\d.]+)", lambda at: f"{at[1]} {float(at[2]) + 40}", box.format(60))
    assert layout.overlapping_boxes(planted(tall, f'<path d="{down}" stroke="#000000" />')) == [(6.0, 50.0)]
    assert layout.overlapping_boxes(planted(tall, low)) == [], "one lies in the other"


def planted(*parts: str) -> ET.Element:
    """A small drawing with a clip in which lines end at x = 50."""
    clip = '<clipPath id="c"><path d="M 0 0 L 50 0 L 50 90 L 0 90 z" /></clipPath>'
    return ET.fromstring(f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 200 90">{clip}{"".join(parts)}</svg>')


def words(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" font-size="13" text-anchor="{anchor}">{text}</text>'


def test_the_check_of_words_sees_planted_faults() -> None:
    assert layout.outside(planted(words(150, 40, "too long for it")), 8) == ["too long for it"]
    assert layout.outside(planted(words(40, 40, "too long", "end")), 8) == ["too long"]
    assert layout.outside(planted(words(60, 40, "in")), 8) == []
    assert layout.overlapping(planted(words(60, 40, "upper"), words(60, 46, "lower"))) == [("upper", "lower")]
    assert layout.overlapping(planted(words(60, 40, "upper"), words(60, 57, "lower"))) == []


def test_the_check_of_lines_sees_planted_faults() -> None:
    line = '<path d="M 20 36 L 120 36" fill="none" stroke="#000000"{} />'
    border = '<path d="M 20 36 L 120 36 C 124 36 128 40 128 44 z" fill="#ffffff" stroke="#000000" />'
    assert layout.crossed(planted(words(60, 40, "struck"), line.format(""))) == ["struck"]
    assert layout.crossed(planted(words(60, 40, "struck"), border)) == ["struck"]
    assert layout.crossed(planted(words(60, 40, "clear"), line.format(' clip-path="url(#c)"'))) == []
    assert layout.crossed(planted(words(60, 60, "clear"), line.format(""))) == []


LABELLED = {"F01": 8, "F02": 11, "F04": 6, "F15": 6}
"""Drawings with words beside them, and how many leaders each has at least."""


@every_layout
def test_leaders_do_not_cross(layout_id: str) -> None:
    root = tree(layout_id)
    assert len(layout.leaders(root)) >= LABELLED.get(layout_id.removesuffix(NARROW), 0)
    assert layout.crossing_leaders(root) == []


def test_the_check_of_leaders_sees_planted_faults() -> None:
    ink = design_tokens.LIGHT.ink
    dot = '<path d="M {0} {1} C {0} {1} {2} {3} {2} {3} z" fill="' + ink + '" />'

    def leader(x1: float, y1: float, x2: float, y2: float) -> str:
        line = f'<path d="M {x1} {y1} L {x2} {y2}" stroke="{ink}" />'
        return line + dot.format(x2 - 2, y2 - 2, x2 + 2, y2 + 2)

    assert len(layout.crossing_leaders(planted(leader(10, 10, 50, 50), leader(10, 50, 50, 10)))) == 1
    assert layout.crossing_leaders(planted(leader(10, 10, 50, 50), leader(10, 20, 50, 60))) == []
    assert len(layout.leaders(planted(leader(10, 10, 50, 50)))) == 1


SHADED = tuple(
    Body(trunk, breast)
    for trunk in (outlines.NARROW, outlines.MIDDLE, outlines.BROAD, outlines.FULL)
    for breast in (outlines.SMALL, outlines.MEDIUM, outlines.LARGE, outlines.FLAT)
)


@pytest.mark.parametrize("body", SHADED)
def test_a_shaded_area_ends_where_the_body_ends(body: Body) -> None:
    """Below the armpit there is air between trunk and arm."""
    skin = [outlines.flank(body.trunk).points(), body.right.contour.points()]
    low = [place for place in bodies.on_skin(SEARCH_OUTLINE, body) if place.y > bodies.ARM_LEAVES]
    assert low
    for place in low:
        assert place.x <= max(at.x for edge in skin for at in edge if abs(at.y - place.y) < 12) + 0.5
    assert bodies.on_skin([Point(400, 200)], body)[0].x < 200


@pytest.mark.parametrize("breast", [outlines.SMALL, outlines.MEDIUM, outlines.FLAT])
def test_the_area_to_check_goes_round_the_armpit_and_the_outer_edge_of_the_breast(breast: outlines.Breast) -> None:
    whole = self_exam.round_it_all(bodies.on_skin(SEARCH_OUTLINE, Body(right=breast)), breast)
    assert all(contains(whole, place) for place in ARMPIT.points())
    for place in breast.contour.points():
        if place.x > self_exam.BESIDE_ARM:
            assert bodies.edge_at(whole, place.y) >= place.x - 0.5


def test_dents_lie_inside_their_patch_and_apart_from_each_other() -> None:
    area, step = signs.patch_outline(0, 0, 40, 30), 12.0
    places = signs.uneven_rows(area.points(6), step)
    assert len(places) > 15
    assert all(contains(area.points(6), place) for place in places)
    assert min(math.dist(a, b) for a, b in itertools.combinations(places, 2)) > 0.6 * step
    assert len({round(place.y) for place in places}) > 10, "no rows as of a net or a tread"


def test_the_older_patterns_have_the_nipple_as_their_middle_and_stay_on_the_breast() -> None:
    around = self_exam.AROUND_NIPPLE
    assert around.centre == NIPPLE
    edge = max(place.x for place in outlines.MEDIUM.contour.points())
    assert around.centre.x + 0.94 * around.rx <= edge


@every_figure
def test_no_machine_and_no_version_is_left_in_the_file(figure_id: str) -> None:
    text = (FOLDER / RECORDS[figure_id]["file"]).read_text(encoding="utf-8")
    assert not re.search(r"matplotlib|<metadata|<!--|<!DOCTYPE|dc:date", text, re.IGNORECASE)
    assert not re.search(r"\d\.\d{3}", text), "coordinates have two decimals at most"


@every_figure
def test_every_colour_is_a_token(figure_id: str) -> None:
    text = "".join(ET.tostring(part, encoding="unicode") for part in tree(figure_id).iter(f"{SVG}path"))
    used = {value.lower() for value in COLOUR.findall(text)}
    assert used <= token_colours()


@every_figure
def test_the_words_on_a_drawing_name_no_emergency_number(figure_id: str) -> None:
    words = " ".join(text.text or "" for text in tree(figure_id).iter(f"{SVG}text"))
    assert not re.search(r"\b(999|911|112|111)\b|[{}]|!", words)


def test_only_the_tokens_name_colours() -> None:
    package = ROOT / "src" / "course_helpers" / "figures"
    found = [path.name for path in package.glob("*.py") if COLOUR.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("palette", [design_tokens.LIGHT, design_tokens.DARK])
@pytest.mark.parametrize("name", ["ink", "muted", "primary", "accent", "ok", "caution", "danger", "info"])
def test_text_is_readable_on_every_background(palette: design_tokens.Palette, name: str) -> None:
    colour = getattr(palette, name)
    soft = getattr(palette, f"{name}_soft", palette.panel)
    for background in (palette.page, palette.panel, palette.raised, soft):
        assert contrast(colour, background) >= 4.5


@pytest.mark.parametrize("palette", [design_tokens.LIGHT, design_tokens.DARK])
def test_lines_and_filled_buttons_are_seen(palette: design_tokens.Palette) -> None:
    for background in (palette.page, palette.panel, palette.raised):
        assert contrast(palette.line, background) >= 3
    assert contrast(palette.on_primary, palette.primary) >= 4.5


@pytest.mark.parametrize("tone", [design_tokens.NEUTRAL, *design_tokens.SKIN_TONES], ids=lambda tone: tone.name)
def test_body_lines_are_seen_on_the_panel_and_on_the_skin(tone: design_tokens.SkinTone) -> None:
    assert contrast(tone.line, design_tokens.LIGHT.panel) >= 3
    assert contrast(tone.inner, tone.fill) >= 3


def test_a_change_is_red_on_light_skin_and_dark_on_deep_skin() -> None:
    light, _, deep = design_tokens.SKIN_TONES
    hue, _, _ = colorsys.rgb_to_hls(*(int(light.change[n : n + 2], 16) / 255 for n in (1, 3, 5)))
    assert min(hue, 1 - hue) < 0.05
    assert luminance(deep.change) < luminance(deep.fill) / 2


def test_css_has_every_token_in_both_themes() -> None:
    css = design_tokens.css_variables()
    light, dark = css.split('body[data-jp-theme-light="false"]')
    for field in dataclasses.fields(design_tokens.Palette):
        name = f"--course-{field.name.replace('_', '-')}:"
        assert name in light
        assert name in dark


@pytest.mark.parametrize("pad", [strokes.THUMB, strokes.FINGERS])
def test_who_expresses_presses_to_the_ribs_and_never_pinches(pad: Ellipse) -> None:
    """A pinch brings thumb and fingers together, a slide takes them to the nipple, on the right of that section."""
    begin, end = strokes.pressed_back(pad)
    assert end.x < begin.x < pad.centre.x
    assert end.y == begin.y
    assert begin.x - end.x > 30


def test_the_verdict_drawing_and_its_words_count_the_claims() -> None:
    counts = numbers.verdict_counts()
    assert sum(counts.values()) == 41
    words = RECORDS["F17"]["description"]
    for verdict, heading, _ in numbers.VERDICTS:
        assert f"{heading}: {counts.get(verdict, 0)}" in words


def test_the_deaths_drawn_are_one_in_a_thousand_on_each_side() -> None:
    for deaths, women in (numbers.TAUGHT, numbers.NOT_TAUGHT):
        assert round(1000 * deaths / women) == 1


def test_the_trial_drawing_has_one_dot_for_each_person() -> None:
    people = [count for tested in numbers.TRIALS for count, _ in tested.people]
    assert people == [2_566, 24, 30, 90]
    dots = [path for path in tree("F27").iter(f"{SVG}path") if path.get("stroke-linecap") == "round"]
    drawn = [path.get("d", "").count("M") for path in dots if path.get("fill") == "none"]
    assert [count for count in drawn if count > 1] == people


def test_dots_are_laid_out_in_blocks_of_a_hundred() -> None:
    places = numbers.dots_in_blocks(230, 0, 0)
    assert len(set(places)) == 230
    assert max(place.x for place in places[:100]) < places[100].x
    assert places[0].y == places[100].y == places[200].y


def test_the_marks_of_the_pace_bar_are_evenly_spaced() -> None:
    texts = {text.text: float(text.get("x", "0")) for text in tree("F26").iter(f"{SVG}text")}
    marks = [texts[word] for word in ("start", "one", "two", "three")]
    left, right = touch.BAR
    assert (marks[0], marks[-1]) == (left, right)
    assert all(abs(b - a - (right - left) / touch.SECONDS) < 0.02 for a, b in itertools.pairwise(marks))
