"""The small pictures beside the cards of steps: one for each step, told in words, without words in it."""

import dataclasses
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from course_helpers import design_tokens
from course_helpers.body.drawn import PoseName, hand_shapes
from course_helpers.body.geometry import NIPPLE, Ellipse, Point, contains
from course_helpers.body.movements import AREOLA_RADIUS, Movement, hands
from course_helpers.body.scenes import Scene
from course_helpers.design_tokens import SkinTone
from course_helpers.figures import bodies, step_pictures, strokes, style_sheet
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.pen import Pen
from course_helpers.figures.step_pictures import StepPicture
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import SelfExamStep
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson.pages import FIGURE_FOLDER
from course_helpers.lesson.routines import routine_step
from course_helpers.lesson.self_exam import self_exam_steps
from tests.each import each
from tests.figures import layout
from tests.figures.test_figures import COLOUR, FOLDER, SVG, token_colours

PICTURES = {picture.file: picture for picture in step_pictures.pictures()}


def steps() -> Iterator[RoutineStep | SelfExamStep]:
    for text in load().routines.values():
        yield from text.steps
    yield from load().self_exam_steps.values()


def file_of(step: RoutineStep | SelfExamStep) -> Path:
    return FOLDER / f"step_{step.id.replace('-', '_')}.svg"


def test_every_step_has_one_picture_and_every_picture_a_step() -> None:
    assert sorted(file_of(step).name for step in steps()) == sorted(PICTURES)


@each("step", list(steps()), named=lambda step: str(step.id))
def test_a_small_picture_is_named_told_and_has_no_words(step: RoutineStep | SelfExamStep) -> None:
    root = ET.fromstring(file_of(step).read_text(encoding="utf-8"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == step.title
    told = root.findtext(f"{SVG}desc") or ""
    assert len(told) >= 25
    assert not re.search(r"[{}]|F\d\d", told)
    assert not list(root.iter(f"{SVG}text"))
    drawn = "".join(ET.tostring(part, encoding="unicode") for part in root.iter(f"{SVG}path"))
    assert {value.lower() for value in COLOUR.findall(drawn)} <= token_colours()


def test_the_card_of_a_step_shows_its_picture_with_the_same_words() -> None:
    routine = routine_step("relax", "a2")._repr_html_()
    assert f'<img class="course-small" src="{FIGURE_FOLDER}/step_a2.svg" alt="' in routine
    assert PICTURES["step_a2.svg"].alt in routine
    cards = self_exam_steps("look")._repr_html_()
    assert cards.count('class="course-small"') == 5
    assert PICTURES["step_look_4.svg"].alt in cards


def test_every_scene_is_drawn_and_shown_by_a_step() -> None:
    assert set(step_pictures.SCENES) == set(get_args(Scene))
    assert {step.scene for step in steps() if step.scene} == set(get_args(Scene))


def test_the_other_way_round_is_another_picture() -> None:
    one, other = ((FOLDER / f"step_{name}.svg").read_text(encoding="utf-8") for name in ("a2", "a3"))
    paths = [re.findall(r' d="([^"]+)"', text) for text in (one, other)]
    assert paths[0] != paths[1]


def test_where_hands_work_on_one_side_the_picture_is_nearer() -> None:
    near, _ = step_pictures.view_of(hands("spiral-on-area"))
    far, _ = step_pictures.view_of(hands("palm-circle"))
    assert near > far


@pytest.mark.parametrize("name", ["c3x", "c6"])
def test_where_one_hand_works_after_the_other_each_side_shows_its_own(name: str) -> None:
    root = ET.fromstring((FOLDER / f"step_{name}.svg").read_text(encoding="utf-8"))
    nails = [path.get("clip-path") for path in root.iter(f"{SVG}path") if path.get("stroke-width") == "0.6"]
    frames = {clip.get("id") for clip in root.iter(f"{SVG}clipPath")}
    assert len(frames) == 2
    assert {f"url(#{frame})" for frame in frames} == set(nails)


@pytest.mark.parametrize("movement", step_pictures.TO_NIPPLE)
def test_ways_to_the_nipple_are_long_enough_to_be_seen_and_end_before_the_darker_ring(movement: Movement) -> None:
    moving = hands(movement)
    scale, _ = step_pictures.view_of(moving)
    for stroke in moving[0].strokes:
        begin, end = strokes.to_the_ring(stroke[0], NIPPLE, AREOLA_RADIUS)
        assert scale * math.dist(begin, end) > 24
        assert math.dist(end, NIPPLE) == pytest.approx(AREOLA_RADIUS + strokes.BEFORE_RING)


OFF_THE_NIPPLE = ("a2", "a3", "b3", "b4", "c1", "c2", "c3x", "c4", "c6", "feel_3")
"""Steps whose hands pass beside the darker ring, or end before it."""


@pytest.mark.parametrize("name", OFF_THE_NIPPLE)
def test_no_drawn_finger_lies_on_the_darker_ring_of_a_step_that_keeps_off_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands_seen, rings = drawn_on(PICTURES[f"step_{name}.svg"], monkeypatch)
    assert hands_seen
    assert rings
    for hand in hands_seen:
        assert not [place for ring in rings for place in ring if contains(hand, place)]


def drawn_on(picture: StepPicture, monkeypatch: pytest.MonkeyPatch) -> tuple[list[list[Point]], list[list[Point]]]:
    """The outlines of the hands and of the darker rings in a picture, in pixels, as far as they are in its frame."""
    found: list[list[Point]] = []
    rings: list[list[Point]] = []
    ink_hand, ink_nipple = bodies.hand, bodies.draw_nipple

    def hand(pen: Pen, skin: SkinTone, pose: PoseName = "flat", *, palm: bool = False) -> None:
        found.append([pen.place.to_canvas(place) for place in bodies.places(hand_shapes()[pose].outline)])
        ink_hand(pen, skin, pose, palm=palm)

    def nipple(
        pen: Pen, place: Point, skin: SkinTone, areola: tuple[float, float] = (17, 16), size: float = 5.5
    ) -> None:
        ring = [pen.place.to_canvas(at) for at in Ellipse(place, *areola).points()]
        rings.append([at for at in ring if 0 < at.x < picture.width and 0 < at.y < picture.height])
        ink_nipple(pen, place, skin, areola, size)

    monkeypatch.setattr(bodies, "hand", hand)
    monkeypatch.setattr(bodies, "draw_nipple", nipple)
    picture.ink(Canvas(picture.height, picture.width))
    return found, rings


def test_the_sheet_of_the_style_shows_every_colour_of_the_drawings() -> None:
    text = (FOLDER / style_sheet.FILE).read_text(encoding="utf-8")
    groups = (design_tokens.LIGHT, design_tokens.NEUTRAL, *design_tokens.SKIN_TONES, design_tokens.TISSUE)
    colours = {value for group in groups for value in dataclasses.astuple(group) if value.startswith("#")}
    assert {colour for colour in colours if f'"{colour.lower()}"' not in text.lower()} == set()
    root = ET.fromstring(text)
    assert layout.outside(root, 8) == []
    assert layout.overlapping(root) == []
