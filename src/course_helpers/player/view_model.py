"""What the browser shows of a routine: the same for everybody, ready to display. Nothing about a body is in it."""

from typing import Any

from course_helpers.body import stage
from course_helpers.body.drawn import chest_shapes
from course_helpers.design_tokens import STAGE_TONES
from course_helpers.knowledge import load
from course_helpers.knowledge.safety import WarningSign
from course_helpers.lesson.routines import marks, pressure, step_time
from course_helpers.lesson.section_links import section_place
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.player.motion import motion, shapes, told
from course_helpers.player.plan import pressure_levels
from course_helpers.player.segments import Segment, segments, version
from course_helpers.readiness import readiness_page
from course_helpers.readiness.view_model import card_page

STAGE = "F24"
REPORT = "3.2"
"""The section that says whom to tell of something new, and how soon."""
LANGUAGE = "en"


def routine_page(routine_id: str) -> dict[str, Any]:
    """Everything the player needs to run a routine with no kernel."""
    routine = load().routines[routine_id]
    return {
        "routine": routine_id,
        "title": routine.head.title,
        "version": version(routine_id),
        "language": LANGUAGE,
        "stop_rule": load().strings.card.stop_rule,
        "segments": [_segment(segment) for segment in segments(routine)],
        "stage": _stage(),
        "report": section_place(REPORT) | {"text": load().strings.player.door_report},
        "readiness": readiness_page(routine.head.gate_id, routine.head.id),
        "pain": _pain(),
    }


def _stage() -> dict[str, Any]:
    """The chest, the hands and the colours of skin, all of it for the page to draw."""
    tones = [{"fill": t.fill, "shade": t.shade, "areola": t.areola, "line": t.line} for t in STAGE_TONES]
    alt = load().figures[STAGE].alt
    return {
        "alt": alt,
        "size": list(stage.SIZE),
        "frame": list(stage.VIEW),
        "chest": chest_shapes(),
        "tones": tones,
        **shapes(),
    }


def _segment(segment: Segment) -> dict[str, Any]:
    step = segment.step
    words = load().strings
    most = step.longest_seconds
    parts = [part for part in (segment.before, step) if part]
    levels = pressure_levels(step, None)
    return {
        "id": segment.id,
        "step": step.id,
        "title": segment.title,
        "side": words.player.of(f"side_{segment.side}") if segment.side else _area(segment),
        "cue": localised(" ".join(part.cue for part in parts)),
        "instruction": localised(" ".join(part.instruction for part in parts)),
        "pressure": pressure(step),
        "pressure_min": levels[0] if levels else None,
        "pressure_max": levels[1] if levels else None,
        "touches": step.pressure_max is not None or bool(step.pressure_note),
        "avoid": [localised(avoid) for part in parts for avoid in part.avoid],
        "direction": step.direction,
        "time": step_time(step),
        "led": step.led_by,
        "ms": None if segment.seconds is None else segment.seconds * 1000,
        "most": None if most is None else most * 1000,
        "times": step.most_times,
        "changeover": segment.changeover,
        "area": segment.area is not None,
        "optional": step.optional,
        "on": step.on_at_start,
        "marks": list(marks(step)),
        "words": told(segment),
        "motion": motion(segment),
        "sources": source_entries(step.references),
    }


def _area(segment: Segment) -> str:
    return load().strings.player.area.format(number=segment.area) if segment.area else ""


def _pain() -> dict[str, Any]:
    """What follows "Stop: it hurts": all of it is in the page, because the kernel may be gone."""
    card = load().care_cards["STOP-pain"]
    return {
        "card": card_page(card),
        "choices": [
            {
                "text": choice.choice,
                "then": localised(choice.then),
                "card": choice.card or "",
                "ends_day": choice.ends_day,
                "signs": choice.warning_signs,
            }
            for choice in card.choices
        ],
        "signs": [_sign(sign) for sign in load().warning_signs.values()],
        "upset": card_page(load().care_cards["STOP-upset"]),
    }


def _sign(sign: WarningSign) -> dict[str, Any]:
    """A sign to tap and the one card that its rows share."""
    return {"text": localised(sign.text), "card": load().tier_rows[sign.rows[0]].care_card, "first": sign.first}
