"""Stored outputs are the same on every machine, and follow the knowledge."""

import json
import shutil
from pathlib import Path
from typing import Any

from course_helpers.authoring.execute import execute, normalise
from course_helpers.knowledge import CONTENT, load

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def test_normalising_takes_out_what_differs_from_run_to_run() -> None:
    notebook: dict[str, Any] = {
        "metadata": {"widgets": {"state": 1}, "course": {"lesson": "00"}, "language_info": {"version": "3.11"}},
        "cells": [
            {
                "cell_type": "code",
                "execution_count": 7,
                "metadata": {"trusted": True},
                "outputs": [
                    {
                        "output_type": "execute_result",
                        "execution_count": 7,
                        "metadata": {"x": 1},
                        "data": {"text/plain": "a", "application/vnd.jupyter.widget-view+json": {"model_id": "1"}},
                    }
                ],
            }
        ],
    }
    normalise(notebook)
    text = json.dumps(notebook)
    assert "widget" not in text
    assert "3.11" not in text
    assert "trusted" not in text
    assert notebook["metadata"]["course"] == {"lesson": "00"}


def test_executing_again_changes_nothing(tmp_path: Path) -> None:
    """One lesson, to the byte; nbval compares the outputs of all of them."""
    lesson = load().lessons["03"].notebook
    copy = tmp_path / lesson
    shutil.copy(NOTEBOOKS / lesson, copy)
    execute(copy)
    assert copy.read_text(encoding="utf-8") == (NOTEBOOKS / lesson).read_text(encoding="utf-8")


def test_a_changed_fact_makes_the_stored_outputs_stale(tmp_path: Path) -> None:
    """The stored text comes from the knowledge: the words of every shown claim are in the file."""
    stored = (NOTEBOOKS / load().lessons["03"].notebook).read_text(encoding="utf-8")
    claim = load().claims["S17"]
    assert json.dumps(claim.evidence_says.split(".")[0], ensure_ascii=False).strip('"') in stored
    assert (CONTENT / "claims.toml").exists()
