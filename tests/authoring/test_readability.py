"""The measure of reading: what counts as a sentence, and what makes a text harder."""

import pytest

from course_helpers.authoring.readability import grade, paragraph_grade, sentences_in, short_share, syllables_in

ONE_SENTENCE = "She rests her hands in her lap, because she likes to sit there for a while before she begins."


def test_the_grade_rises_with_long_words_and_sentences() -> None:
    assert grade("The cat sat. The dog ran.") < 2
    assert grade("Epidemiological investigations demonstrate heterogeneity across multidisciplinary cohorts.") > 15
    assert [syllables_in(word) for word in ("breast", "massage", "doctor", "examination")] == [1, 2, 2, 5]


def test_a_text_without_words_has_no_grade() -> None:
    assert (grade("12. 13."), paragraph_grade("- Go.\n- Stop."), short_share("# Stop")) == (0, 0, 0)


@pytest.mark.parametrize(
    "beside",
    [
        "## Stop now",
        "- Stop.\n- Go.",
        "1. Stop.\n2. Go.\n   Wait there.",
        "| Stop | Go |\n| --- | --- |\n| Wait. | Sit. |",
        "![Stop. Go.](stop.svg)",
        "<div>Stop. Go.</div>",
        "Lesson 00 · 12 minutes · nothing needed before it",
    ],
)
def test_only_paragraphs_have_sentences(beside: str) -> None:
    assert list(sentences_in(f"{beside}\n\n{ONE_SENTENCE}")) == list(sentences_in(ONE_SENTENCE))
    assert paragraph_grade(f"{ONE_SENTENCE}\n\n{beside}") == paragraph_grade(ONE_SENTENCE) > 5


def test_a_paragraph_right_under_its_heading_counts() -> None:
    assert list(sentences_in("## Stop\nRest your hands. Sit.")) == ["Rest your hands", " Sit"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two steps: rest, then go.", 1),
        ("It is 37.6 °C (99.7 °F) and you rest.", 1),
        ("He says: “Will you look?” She says no.", 2),
        ("**Can she start?** Choose.", 2),
        ("A sentence that an author\nwrote over two lines.", 1),
        ("> We teach you. You choose.", 2),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    assert len(list(sentences_in(text))) == count


def test_the_share_of_short_sentences() -> None:
    assert short_share(f"Hands away. {ONE_SENTENCE}") == 0.5
    assert short_share("One two three four five six.") == 1
    assert short_share("One two three four five six seven.") == 0
