"""Each rule on what the course says about evidence refuses content that breaks it, damaged in one place."""

import re
from pathlib import Path

import pytest

from course_helpers.knowledge import CONTENT, load
from course_helpers.knowledge.evidence import every_claim_has_a_record
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.wording import changes_of_risk_without_relative
from tests.knowledge.damage import change, report

CLAIMS, SCREENING = "claims.toml", "screening.toml"


def change_claim(folder: Path, name: str, field: str, line: str) -> list[str]:
    """The problems after one field of a claim got another line, or none."""
    text = (folder / CLAIMS).read_text(encoding="utf-8")
    before = next(part for part in text.split("[[claim]]\n") if part.startswith(f'id = "{name}"\n'))
    after, times = re.subn(rf"^{field} = .*\n", line and f"{line}\n", before, flags=re.MULTILINE)
    assert times == 1
    return report(folder, CLAIMS, text.replace(before, after).encode())


def told(problems: list[str], *words: str) -> bool:
    """True if one problem says all of this."""
    return any(all(word in problem for word in words) for problem in problems)


def test_each_of_the_41_statements_has_its_record() -> None:
    located = [item for item in read_all(CONTENT)[0] if item.id != "S02"]
    (problem,) = every_claim_has_a_record(located)
    assert "The claim S02 is missing." in str(problem)


class TestMixed:
    """``mixed_names_two_sides``: no claim is called mixed where the sources do not differ."""

    def test_the_content_keeps_to_it(self) -> None:
        mixed = {claim.id for claim in load().claims.values() if claim.verdict == "mixed"}
        assert mixed == {"S02", "S12", "S14", "S31", "S33", "S35", "S36"}

    @pytest.mark.parametrize("field", ["points_this_way", "points_the_other_way"])
    @pytest.mark.parametrize("line", ["", "{field} = []"])
    def test_one_side_alone_is_not_mixed(self, content: Path, field: str, line: str) -> None:
        problems = change_claim(content, "S12", field, line.format(field=field))
        assert told(problems, "S12", "no source differs")

    def test_a_source_stands_on_one_side(self, content: Path) -> None:
        problems = change_claim(content, "S02", "points_this_way", 'points_this_way = ["M07", "M08"]')
        assert told(problems, "S02", "M07: on both sides")

    def test_a_side_is_among_the_sources(self, content: Path) -> None:
        problems = change_claim(content, "S02", "points_this_way", 'points_this_way = ["L01"]')
        assert told(problems, "S02", "L01: not in the sources")

    def test_a_verdict_that_is_not_mixed_has_no_sides(self, content: Path) -> None:
        problems = change_claim(content, "S35", "verdict", 'verdict = "unsupported"')
        assert told(problems, "S35", "the verdict is not “mixed”")

    def test_a_claim_newly_called_mixed_needs_two_sides(self, content: Path) -> None:
        assert told(change_claim(content, "S11", "verdict", 'verdict = "mixed"'), "S11", "no source differs")


class TestRelativeRisk:
    """``relative_risk_is_called_so``."""

    @pytest.mark.parametrize(
        "text",
        [
            "For every 12 months of breastfeeding the risk is 4.3% lower.",
            "The risk falls by 4.3 % for each year.",
            "It cuts the risk of cancer by 20%. That is much.",
            "Nothing here. Risks are 30% higher in some.",
        ],
    )
    def test_a_change_of_risk_without_the_word_is_found(self, text: str) -> None:
        assert len(changes_of_risk_without_relative(text)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "The relative risk is 4.3% lower (likely range 2.9% to 5.8%).",
            "The risk is lower, relatively by 4.3%.",
            "About 4 of 100 are called back. The risk is small.",
            "Daily milk rose by 48%. The risk is another matter.",
            "Cancer was found in 0.4% of 1,972 people.",
        ],
    )
    def test_other_sentences_are_left_alone(self, text: str) -> None:
        assert changes_of_risk_without_relative(text) == ()

    @pytest.mark.parametrize("file", [CLAIMS, "quiz/facts.toml", "quiz/touch_and_promises.toml"])
    def test_the_content_is_refused_without_it(self, content: Path, file: str) -> None:
        problems = change(content, file, "relative risk", "risk")
        assert told(problems, file, "does not say “relative”")


class TestScreening:
    """``notes_rest_on_something`` and ``every_part_is_told``."""

    def test_a_note_cites_or_says_that_it_is_our_choice(self, content: Path) -> None:
        problems = change(content, SCREENING, 'references = ["B60"]', "references = []")
        assert told(problems, "gene", "No source and no label")

    def test_an_offer_cites(self, content: Path) -> None:
        assert change(content, SCREENING, 'references = ["B52"]', "references = []")

    @pytest.mark.parametrize("part", ["choice", "harm"])
    def test_neither_the_choice_nor_the_harm_may_be_left_out(self, content: Path, part: str) -> None:
        problems = change(content, SCREENING, f'part = "{part}"', 'part = "your-body"')
        assert told(problems, f"“{part}”")
