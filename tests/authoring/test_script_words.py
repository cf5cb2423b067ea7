"""A script that asks for a word which its panel does not send would show a button without a name."""

import pytest

from course_helpers.authoring import script_words
from course_helpers.authoring.script_words import Use, panels, script_problems, uses_in, word_problems
from course_helpers.commands import check
from course_helpers.knowledge import CONTENT
from course_helpers.player.widget import PlayerPanel
from tests.places import ROOT

SENT = {"stop", "paused_gap", "paused_hidden", "go"}


def test_every_word_of_every_script_is_sent() -> None:
    assert list(script_problems()) == []


def test_every_script_with_a_view_belongs_to_a_panel_that_is_looked_at() -> None:
    views = [p for p in script_words.PACKAGE.rglob("*.js") if "export default" in p.read_text(encoding="utf-8")]
    joined = [str(vars(kind)["_esm"]) for kind in panels()]
    last = [max(path.read_text(encoding="utf-8").splitlines(), key=len) for path in views]
    assert all(any(line in script for script in joined) for line in last)
    assert len(views) == len(panels())


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("button(words.stop)", ["stop"]),
        ("button(this.words.stop)", ["stop"]),
        ('words["stop"]', ["stop"]),
        ("words[`paused_${one.reason}`] ?? words.stop", ["stop", "paused_*"]),
        ("words[`pace_${name}_then`]", ["pace_*_then"]),
        ('words[state.right ? "stop" : "go"]', ["stop", "go"]),
        ('words[kind === "x" ? "stop" : `paused_${kind}`]', ["stop", "paused_*"]),
        ("const { stop, go: onwards } = this.words;", ["stop", "go"]),
        ("WORDS.stop", ["stop"]),
        ("words[name]", [""]),
        ("words[names[level]]", []),
        ("turn.words, inWords.stop", []),
    ],
)
def test_the_ways_to_ask_for_a_word(script: str, names: list[str]) -> None:
    assert [use.name for use in uses_in(script)] == names


def test_a_use_is_at_its_line() -> None:
    assert list(uses_in("\n\nwords.stop")) == [Use(3, "stop")]


@pytest.mark.parametrize(
    "script", ["words.halt", "words[`stopped_${x}`]", "words[name]", "const { stop, halt } = words;"]
)
def test_a_word_that_is_not_sent_is_one_problem(script: str) -> None:
    assert len(list(word_problems(script, SENT, "The panel"))) == 1


@pytest.mark.parametrize("script", ["words.stop", "words[`paused_${x}`]", "const { stop, go } = words;"])
def test_a_word_that_is_sent_is_none(script: str) -> None:
    assert list(word_problems(script, SENT, "The panel")) == []


@pytest.mark.parametrize("kind", panels(), ids=lambda kind: kind.__name__)
def test_a_word_taken_from_any_panel_is_named_with_its_script(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first word that its script asks for is not sent any more: file, line and word are named."""
    script, sent = str(vars(kind)["_esm"]), kind.page_words()  # type: ignore[attr-defined]
    lost = next(use.name for use in uses_in(script) if use.name in sent)
    less = {name: text for name, text in sent.items() if name != lost}
    monkeypatch.setattr(kind, "page_words", classmethod(lambda _kind: less))
    problems = list(script_problems())
    assert problems
    for problem in problems:
        lines = (script_words.PACKAGE / problem.file).read_text(encoding="utf-8").splitlines()
        assert problem.record == lost
        assert lost in lines[problem.line - 1]


def test_two_groups_with_the_same_word_hide_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlayerPanel, "word_groups", ("panel", "quiz", "readiness", "player"))
    assert {p.record for p in script_problems()} >= {"stop", "next"}


def test_it_is_a_line_of_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlayerPanel, "word_groups", ("panel", "player"))
    problems, _ = check.check(CONTENT, ROOT / "notebooks")
    assert any(
        problem.file == "readiness/readiness_form.js" and problem.record == "kept_nowhere" for problem in problems
    )
