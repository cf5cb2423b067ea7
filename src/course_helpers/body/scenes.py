"""What the small picture beside a step shows where no movement of a hand tells it."""

from typing import Literal

Scene = Literal[
    "sit",
    "lowered-eyes",
    "picture-warmth",
    "hands-on-thighs",
    "look-at-breasts",
    "wash-hands",
    "baby-drinks",
    "baby-is-held",
    "baby-opens-wide",
    "cold-pack",
    "arms-down",
    "arms-up",
    "hands-on-hips",
    "lift-breasts",
    "orange-peel",
    "lie-down",
    "three-pads",
    "small-circle",
    "three-pressures",
    "strips",
    "strips-on-other-side",
    "whole-area",
    "pads-on-nipple",
]
