"""Each rule on questions refuses content that breaks it: real content, damaged in one place."""

import re
from pathlib import Path

import pytest

from course_helpers.knowledge import load, located, questions, quizzes
from course_helpers.knowledge.places import LetterPlace, Spot, spot_on
from course_helpers.knowledge.quizzes import ASKED_FIRST, FIRST_QUESTIONS, NEW_CASES, PRODUCED, VARIANTS
from tests.knowledge.damage import change, report

STOP, SAFE = "quiz/when_to_stop.toml", "quiz/safe_practice.toml"
TOUCH, FEEL = "quiz/touch_and_promises.toml", "quiz/look_feel_and_routines.toml"
BANK = (STOP, SAFE, TOUCH, FEEL)


def block(folder: Path, file: str, name: str) -> str:
    """The lines of one item."""
    parts = (folder / file).read_text(encoding="utf-8").split("[[item]]\n")
    return next(part for part in parts if part.startswith(f'id = "{name}"\n'))


def change_item(folder: Path, file: str, name: str, old: str, new: str) -> list[str]:
    """The problems after one replacement inside one item."""
    before = block(folder, file, name)
    assert old in before
    return change(folder, file, before, before.replace(old, new, 1))


def change_line(folder: Path, file: str, name: str, field: str, new: str) -> list[str]:
    """The problems after one field of an item got another line, or none."""
    line = re.search(rf"^{field} = .*\n", block(folder, file, name), re.MULTILINE)
    assert line
    return change_item(folder, file, name, line[0], f"{new}\n" if new else "")


def in_every_item(folder: Path, old: str, new: str) -> None:
    """The same change in the whole bank; it stays, for the test to look at."""
    for file in BANK:
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def told(problems: list[str], *words: str) -> bool:
    """True if one problem says all of this."""
    return any(all(word in problem for word in words) for problem in problems)


class TestFirstQuestions:
    """``first_questions_are_there`` (L10): a point can be asked alone, and asked again."""

    @pytest.mark.parametrize("objective", sorted(ASKED_FIRST))
    def test_the_bank_has_three_for_each_point(self, objective: str) -> None:
        fit = [item for item in load().items.values() if item.objective == objective and item.kind == "single"]
        assert len([item for item in fit if item.figure is None and len(item.options) == 3]) >= FIRST_QUESTIONS

    def test_too_few_are_refused(self, content: Path) -> None:
        problems = change_line(content, SAFE, "SC8-A", "kind", 'kind = "multiple"')
        assert told(problems, "SC8", "2 single questions")


class TestAnswers:
    """``questions_have_answers``."""

    def test_an_order_needs_three_steps(self, content: Path) -> None:
        steps = re.search(r"steps = \[\n(?:    \{.*\n){4}\]\n", block(content, STOP, "SC1-D"))
        assert steps
        two = "\n".join([*steps[0].splitlines()[:3], "]", ""])
        assert told(change_item(content, STOP, "SC1-D", steps[0], two), "SC1-D", "Too few steps")

    def test_two_steps_may_not_say_the_same(self, content: Path) -> None:
        problems = change_item(content, STOP, "SC1-D", "End the routine for today", "Take both hands away")
        assert told(problems, "SC1-D", "Two steps say the same")

    def test_an_order_is_explained(self, content: Path) -> None:
        assert told(change_line(content, STOP, "SC1-D", "order_why", ""), "SC1-D", "No explanation of the order")

    def test_a_scenario_is_more_than_one_question(self, content: Path) -> None:
        decisions = re.search(r"decisions = \[\n.*?\n    \] \},\n", block(content, STOP, "SC1-C"), re.DOTALL)
        rest = re.search(r"decisions = \[\n.*?\n\]\n", block(content, STOP, "SC1-C"), re.DOTALL)
        assert decisions
        assert rest
        problems = change_item(content, STOP, "SC1-C", rest[0], f"{decisions[0]}]\n")
        assert told(problems, "SC1-C", "linked decisions")

    @pytest.mark.parametrize("name", ["SC1-A", "SC2-C1"])
    def test_no_right_option_is_refused(self, content: Path, name: str) -> None:
        problems = change_item(content, STOP, name, "right = true", "right = false")
        assert told(problems, name, "0 of 3 options are right")

    def test_everything_right_is_refused(self, content: Path) -> None:
        before = block(content, STOP, "SC1-B")
        problems = change(content, STOP, before, before.replace("right = false", "right = true"))
        assert told(problems, "SC1-B", "5 of 5 options are right")

    def test_two_right_options_are_no_single_choice(self, content: Path) -> None:
        problems = change_item(content, STOP, "SC1-A", "right = false", "right = true")
        assert told(problems, "SC1-A", "2 right options in a single choice")

    def test_two_options_may_not_say_the_same(self, content: Path) -> None:
        problems = change_item(
            content, SAFE, "SC7-A", "Leave out the tablet on that day.", "Begin, and stop at the first bruise."
        )
        assert told(problems, "SC7-A", "Two options say the same")

    def test_all_of_the_above_is_banned(self, content: Path) -> None:
        """L15."""
        problems = change_item(content, SAFE, "SC7-A", "Leave out the tablet on that day.", "All of the above.")
        assert told(problems, "SC7-A", "rewards guessing")


class TestFewOptions:
    """``few_options``: L15."""

    @pytest.mark.parametrize("name", ["c06a"])
    def test_a_fourth_option_needs_a_reason(self, content: Path, name: str) -> None:
        text = (content / "checks.toml").read_text(encoding="utf-8")
        record = text[text.index(f'id = "{name}"') :].partition("[[check]]")[0]
        reason = re.search(r"^more_options_because = .*\n", record, re.MULTILINE)
        assert reason
        problems = change(content, "checks.toml", reason[0], "")
        assert told(problems, "[c06a]", "4 options for one choice", "more_options_because")

    def test_so_does_a_fourth_option_of_a_decision(self, content: Path) -> None:
        first = re.search(r" {8}\{ text = .*right = false.*\n", block(content, STOP, "SC1-C"))
        assert first
        another = re.sub('text = "', 'text = "And then: ', first[0]).replace('why = "', 'why = "Once more: ')
        problems = change_item(content, STOP, "SC1-C", first[0], first[0] + another)
        assert told(problems, "SC1-C", "4 options for one choice")

    def test_a_reason_without_a_fourth_option_is_refused(self, content: Path) -> None:
        hint = re.search(r"^hint = .*\n", block(content, SAFE, "SC7-A"), re.MULTILINE)
        assert hint
        problems = change_item(content, SAFE, "SC7-A", hint[0], f'more_options_because = "It tempts."\n{hint[0]}')
        assert told(problems, "SC7-A", "No choice here has more options")


class TestPlaces:
    """``places_are_on_the_drawing``."""

    def test_a_question_to_point_at_needs_a_drawing(self, content: Path) -> None:
        assert told(change_line(content, SAFE, "SC7-D", "figure", ""), "SC7-D", "no drawing")

    def test_every_option_needs_a_place(self, content: Path) -> None:
        problems = change_item(content, SAFE, "SC7-D", ', on = "3 Take care"', "")
        assert told(problems, "SC7-D", "has no place on F16", '"1 Stop and get help now"')

    def test_a_name_that_the_drawing_does_not_draw_is_told_at_its_line_with_those_that_it_draws(
        self, content: Path
    ) -> None:
        problems = change_item(content, FEEL, "K13-E", "4: tip of the thumb", "4: tip of the thum")
        text = (content / FEEL).read_text(encoding="utf-8").splitlines()
        line = next(number for number, line in enumerate(text, 1) if "4: tip of the thumb" in line)
        [problem] = problems
        assert problem.startswith(f'{FEEL}:{line}: [K13-E] F14 names no "panel 4: tip of the thum".')
        assert '"panel 4: tip of the thumb"' in problem

    @pytest.fixture
    def as_never_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A changed drawing is met by a new process alone: what rules found among these records is not known yet."""
        monkeypatch.setattr(located, "LAST", {})

    @pytest.mark.usefixtures("as_never_looked_at")
    def test_a_name_has_to_be_on_both_layouts(self, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def no_thumb(figure: str, thing: str, letter: LetterPlace, *, narrow: bool = False) -> Spot | None:
            return None if narrow and "thumb" in thing else spot_on(figure, thing, letter, narrow=narrow)

        monkeypatch.setattr(questions, "spot_on", no_thumb)
        [problem] = report(content, SAFE, (content / SAFE).read_bytes())
        assert '[K13-E] F14 for a telephone names no "panel 4: tip of the thumb"' in problem

    @pytest.mark.usefixtures("as_never_looked_at")
    @pytest.mark.parametrize("ring", [(0.5, 0.98, 0.1, 0.1), (0.02, 0.5, 0.1, 0.1)])
    def test_a_place_may_not_reach_over_the_edge(
        self, content: Path, monkeypatch: pytest.MonkeyPatch, ring: tuple[float, float, float, float]
    ) -> None:
        """Only a drawing that changed can do so."""
        monkeypatch.setattr(questions, "spot_on", lambda *_, **__: Spot(*ring))
        assert told(report(content, SAFE, (content / SAFE).read_bytes()), "SC7-D", "lies beyond F16")

    def test_two_places_may_not_overlap(self, content: Path) -> None:
        problems = change_item(content, SAFE, "SC7-D", "2 Not until checked", "3 Take care")
        assert told(problems, "SC7-D", "overlap")


class TestSources:
    """``items_explain_and_cite`` and ``second_hand_is_said``."""

    def test_the_id_begins_with_the_objective(self, content: Path) -> None:
        problems = change_item(content, STOP, "SC1-A", 'objective = "SC1"', 'objective = "SC2"')
        assert told(problems, "SC1-A", "does not begin with SC2")

    def test_an_item_rests_on_something(self, content: Path) -> None:
        assert told(change_line(content, TOUCH, "K2-A", "facts", ""), "K2-A", "rests on no claim, row or fact")

    def test_an_item_names_the_line_of_the_sheet(self, content: Path) -> None:
        assert told(change_line(content, SAFE, "SC7-A", "claims", ""), "SC7-A", "names no line of the sheet")

    def test_an_item_cites_a_source_that_was_read(self, content: Path) -> None:
        problems = change_line(content, STOP, "SC2-G", "references", "references = []")
        assert told(problems, "SC2-G", "No primary source and no basis")

    def test_each_step_of_an_item_is_explained(self, content: Path) -> None:
        """L1, L2."""
        why = re.search(r', why = "[^"]*"', block(content, STOP, "SC1-D"))
        assert why
        assert told(change_item(content, STOP, "SC1-D", why[0], ""), "SC1-D", "has no explanation")

    def test_a_second_hand_source_is_said(self, content: Path) -> None:
        problems = change_line(content, STOP, "SC2-B", "references", 'references = ["M13", "M15"]')
        assert told(problems, "SC2-B", "M15: known second-hand only")

    def test_a_second_hand_fact_is_said_even_beside_sources_that_were_read(self, content: Path) -> None:
        assert told(change_line(content, SAFE, "SC7-A", "basis", ""), "SC7-A", "Q81: known second-hand only")

    def test_a_check_says_it_in_a_reason(self, content: Path) -> None:
        problems = change(content, "checks.toml", ", which we know second-hand,", "")
        assert told(problems, "c07b", "known second-hand only")


class TestReasons:
    """``reasons_teach``: L1, L2, L16."""

    @pytest.mark.parametrize("why", ["   ", "Well done!", "That is not right.", "Yes, this is the right answer.", "…!"])
    def test_praise_and_verdicts_are_no_reason(self, content: Path, why: str) -> None:
        given = re.search(r'why = "[^"]*"', block(content, SAFE, "SC7-A"))
        assert given
        problems = change_item(content, SAFE, "SC7-A", given[0], f'why = "{why}"')
        assert told(problems, "SC7-A", "explains nothing")

    def test_two_options_may_not_share_a_reason(self, content: Path) -> None:
        first, second = re.findall(r'why = "[^"]*"', block(content, SAFE, "SC7-A"))[:2]
        assert told(change_item(content, SAFE, "SC7-A", second, first), "SC7-A", "stands 2 times")

    def test_the_reason_of_a_check_is_looked_at_too(self, content: Path) -> None:
        whole = (content / "checks.toml").read_text(encoding="utf-8")
        why = re.search(r'order_why = "[^"]*"', whole)
        assert why
        assert told(change(content, "checks.toml", why[0], 'order_why = "Good!"'), "c00a", "explains nothing")


class TestNewCases:
    """``new_cases_are_new``: L3."""

    @pytest.mark.parametrize(
        ("name", "file", "old", "item", "met"),
        [
            ("Abeni", SAFE, "Rafael, 54", "SC7-A", "abeni"),
            ("Hiro", SAFE, "Rafael, 54", "SC7-A", "SC8-A"),
            ("Amara", SAFE, "Rafael, 54", "SC7-A", "c03e"),
            ("Lena", SAFE, "Rafael, 54", "SC7-A", "3.7"),
            ("Viktor", SAFE, "Rafael, 54", "SC7-A", "w1"),
            ("Grace", SAFE, "Rafael, 54", "SC7-A", "08"),
            ("Kit", SAFE, "Rafael, 54", "SC7-A", "irregular"),
            ("Mei", STOP, "Haruka, 29", "SC1-B", "mei"),
        ],
    )
    def test_a_person_met_elsewhere_is_refused(
        self, content: Path, name: str, file: str, old: str, item: str, met: str
    ) -> None:
        problems = change_item(content, file, item, old, f"{name}, {old[-2:]}")
        assert told(problems, f"[{item}] {name} is also in", met)


def first_alone(content: Path, file: str) -> bytes:
    """A file with its first question and no other."""
    head, first, *_ = (content / file).read_text(encoding="utf-8").split("[[item]]\n")
    return f"{head}[[item]]\n{first.rstrip()}\n# end\n".encode()


class TestBank:
    """``the_bank_is_rich``: L3, L4, L10."""

    def test_too_few_items(self, content: Path) -> None:
        safe, touch = (first_alone(content, file) for file in (SAFE, TOUCH))
        (content / SAFE).write_bytes(safe)
        assert told(report(content, TOUCH, touch), "The bank has", "items")

    def test_too_few_new_cases(self, content: Path) -> None:
        in_every_item(content, "new_case = true", "new_case = false")
        assert told(change(content, STOP, "Petra", "Petra"), "new case", f"{NEW_CASES:.0%}")

    def test_too_few_items_to_produce(self, content: Path) -> None:
        in_every_item(content, 'kind = "scenario"', 'kind = "single"')
        in_every_item(content, 'kind = "point"', 'kind = "single"')
        assert told(change(content, STOP, "Petra", "Petra"), "order, point or decide", f"{PRODUCED:.0%}")

    def test_too_few_variants_of_a_safety_objective(self, content: Path) -> None:
        path = content / SAFE
        whole = path.read_text(encoding="utf-8")
        for name in ("SC5-B", "SC5-D", "SC5-E", "SC5-F", "SC5-G"):
            whole = whole.replace(f"[[item]]\n{block(content, SAFE, name)}", "")
        path.write_text(whole, encoding="utf-8")
        assert told(change(content, STOP, "Petra", "Petra"), "[SC5]", f"Write {VARIANTS}")


class TestPlans:
    """``quizzes_can_be_drawn`` and ``items_send_back_to_what_was_taught``."""

    def test_a_quiz_finds_its_items(self, content: Path) -> None:
        old, new = '{ objective = "K7", items = 1 }', '{ objective = "K7", items = 4 }'
        assert told(change(content, "quiz/plans.toml", old, new), "K7 has 2 items, not 4")

    def test_a_quiz_asks_nothing_of_later_lessons(self, content: Path) -> None:
        old, new = '{ objective = "K9", items = 1 }', '{ objective = "K10", items = 1 }'
        assert told(change(content, "quiz/plans.toml", old, new), "K10 is taught after lesson 05")

    def test_an_objective_is_drawn_once(self, content: Path) -> None:
        old, new = '{ objective = "K9", items = 1 }', '{ objective = "K8", items = 1 }'
        assert told(change(content, "quiz/plans.toml", old, new), "K8 is drawn in two places")

    def test_an_item_sends_back_to_what_was_taught(self, content: Path) -> None:
        problems = change_line(content, SAFE, "SC7-A", "reread", 'reread = "7.3"')
        assert told(problems, "[SC7-A] Section 7.3 comes after its quiz")


class TestTwins:
    """``twins_fit_their_warm_ups``: L12."""

    def test_the_right_option_exists(self, content: Path) -> None:
        assert told(change(content, "warm_up.toml", "right = 1", "right = 4"), "[w1]", "does not exist")

    def test_each_warm_up_has_one_twin(self, content: Path) -> None:
        assert told(change_line(content, SAFE, "SC5-A", "twin_of", ""), "[w4]", "exactly one item as its twin")

    def test_a_twin_is_on_the_same_objective(self, content: Path) -> None:
        problems = change(content, "warm_up.toml", 'objective = "SC5"', 'objective = "SC4"')
        assert told(problems, "[SC5-A]", "not like its warm-up question")


def test_every_rule_is_named_here() -> None:
    """A new rule gets its damage here."""
    rules = (*questions.RULES, *quizzes.RULES)
    assert not [rule.__name__ for rule in rules if rule.__name__ not in Path(__file__).read_text("utf-8")]
    load.cache_clear()
