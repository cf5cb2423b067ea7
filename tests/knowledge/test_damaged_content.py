"""Whatever happens to a content file ends in a report, never in a traceback and never in half a course."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course_helpers.knowledge import CONTENT, ContentError, Problem, load, problems_in
from course_helpers.knowledge.reading import read_file
from course_helpers.knowledge.sources import FILES
from tests.knowledge.damage import change, refused, report
from tests.letters import ANY_LETTER

SLOW_ON_PURPOSE = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_the_real_content_has_no_problem(content: Path) -> None:
    assert problems_in(content) == []


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    problems: list[Problem] = []
    read_file(tmp_path, file, [], problems)
    assert [str(problem).startswith(f"{file}:1:") for problem in problems] == [True]


def test_without_one_file_there_is_no_course(content: Path) -> None:
    (content / "tiers.toml").unlink()
    with pytest.raises(ContentError, match=r"tiers\.toml:1:"):
        load(content)


@SLOW_ON_PURPOSE
@given(file=st.sampled_from(FILES), share=st.floats(0, 1))
def test_a_cut_file_is_always_reported(tmp_path: Path, file: str, share: float) -> None:
    """A cut between two records leaves valid TOML that lacks warning signs: it must be noticed too."""
    whole = (CONTENT / file).read_bytes().rstrip()
    cut = whole[: int(len(whole) * share)]
    if cut != whole:
        assert refused(file, cut, tmp_path)


@SLOW_ON_PURPOSE
@given(file=st.sampled_from(FILES), noise=st.binary(min_size=1, max_size=200), seed=st.integers())
def test_binary_noise_never_ends_in_a_traceback(content: Path, file: str, noise: bytes, seed: int) -> None:
    whole = (content / file).read_bytes()
    place = random.Random(seed).randrange(len(whole))
    report(content, file, whole[:place] + noise + whole[place:])


@SLOW_ON_PURPOSE
@given(text=st.text(ANY_LETTER, max_size=300))
def test_any_text_in_place_of_a_file_is_reported(tmp_path: Path, text: str) -> None:
    assert refused("claims.toml", text.encode("utf-8", "surrogatepass"), tmp_path)


def test_a_file_that_is_no_text_says_on_which_line(content: Path) -> None:
    problems = report(content, "terms.toml", b"# fine\n# fine\nuse = \xff\xfe\n# end\n")
    assert any("terms.toml:3:" in problem and "UTF-8" in problem for problem in problems)


def test_a_huge_file_is_refused_before_it_is_parsed(content: Path) -> None:
    problems = report(content, "terms.toml", b"# " + b"x" * 3_000_000)
    assert any("far too large" in problem for problem in problems)


def test_a_deeply_nested_file_is_refused(content: Path) -> None:
    problems = report(content, "terms.toml", b"term = " + b"[" * 20_000 + b"\n# end\n")
    assert any(problem.startswith("terms.toml:1:") for problem in problems)


def test_a_file_without_its_last_line_was_cut_short(content: Path) -> None:
    assert any("cut short" in problem for problem in change(content, "tiers.toml", "\n# end", "\n"))


def test_a_syntax_error_gives_its_line(content: Path) -> None:
    problems = change(content, "claims.toml", 'id = "S05"', 'id = "S05')
    line = (CONTENT / "claims.toml").read_text(encoding="utf-8").split('id = "S05"')[0].count("\n") + 1
    assert any(problem.startswith(f"claims.toml:{line}:") for problem in problems)


def test_a_wrong_type_gives_file_line_id_and_remedy(content: Path) -> None:
    problems = change(content, "claims.toml", 'references = ["M03", "L34"]', "references = 3")
    line = (CONTENT / "claims.toml").read_text(encoding="utf-8").split('references = ["M03"')[0].count("\n") + 1
    assert any(problem.startswith(f"claims.toml:{line}: [S01]") for problem in problems)


def test_an_unknown_field_is_refused_with_the_known_ones(content: Path) -> None:
    problems = change(content, "claims.toml", 'id = "S01"', 'id = "S01"\nverdikt = "mixed"')
    assert any("verdikt" in problem and "verdict" in problem for problem in problems)


def test_an_unknown_reference_is_named(content: Path) -> None:
    problems = change(content, "claims.toml", '"L34"]', '"L99"]')
    assert any('[S01] There is no reference with the id "L99"' in problem for problem in problems)


def test_a_withdrawn_source_is_refused_as_such(content: Path) -> None:
    problems = change(content, "claims.toml", '"L34"]', '"M02"]')
    assert any("M02 is a withdrawn source" in problem for problem in problems)


def test_who_names_a_section_of_a_lesson_that_cannot_be_read_is_not_blamed(content: Path) -> None:
    problems = change(content, "lessons.toml", 'title = "Start here', 'titel = "Start here')
    assert sum(problem.startswith("lessons.toml:") for problem in problems) == 1
    assert not any("There is no section" in problem for problem in problems)


def test_all_problems_of_a_run_are_reported_together(content: Path) -> None:
    (content / "terms.toml").write_bytes(b"\xff")
    (content / "glossary.toml").write_text("[[word]\n# end\n", encoding="utf-8")
    text = (content / "claims.toml").read_text(encoding="utf-8")
    (content / "claims.toml").write_text(
        text.replace('verdict = "mixed"', 'verdict = "maybe"').replace('"L34"]', '"L99"]'), encoding="utf-8"
    )
    found = "\n".join(str(problem) for problem in problems_in(content))
    assert "terms.toml:1:" in found
    assert "glossary.toml:1:" in found
    assert found.count("maybe") > 1
    assert "L99" in found


def test_an_emergency_number_in_a_text_is_refused(content: Path) -> None:
    """S9: the number comes from the locale, never from prose."""
    problems = change(content, "care_cards.toml", "{emergency_number}", "999")
    assert any("{emergency_number}" in problem for problem in problems)


def test_an_unknown_placeholder_is_refused(content: Path) -> None:
    problems = change(content, "care_cards.toml", "{emergency_number}", "{emergency_nummer}")
    assert any("emergency_nummer" in problem for problem in problems)


def test_a_row_without_who_to_contact_is_refused(content: Path) -> None:
    text = (content / "tiers.toml").read_text(encoding="utf-8")
    who = next(line for line in text.splitlines() if line.startswith("who = "))
    assert any('"who" is empty' in problem for problem in change(content, "tiers.toml", who, 'who = ""'))
