"""The appendix holds every word and every source, each once, with all its uses."""

import course_helpers as course
from course_helpers.document import Details, Items
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.knowledge.linking import WITHDRAWN
from course_helpers.lesson.appendix import uses_of_references

GROUPS = "ABCHLMPU"


def listed(group: str) -> list[str]:
    """The sources of a group as plain text, one a line."""
    (block,) = course.reference_list(group).blocks
    assert isinstance(block, Details)
    (items,) = block.blocks
    assert isinstance(items, Items)
    return ["".join(part if isinstance(part, str) else part.text for part in item) for item in items.items]


def test_every_source_stands_once_and_says_what_was_checked() -> None:
    lines = [text for group in GROUPS for text in listed(group)]
    assert [text[:3] for text in lines] == list(load().references)
    assert all("Checked: " in text for text in lines)


def test_a_source_names_all_its_uses() -> None:
    uses = uses_of_references(load())
    for claim in load().claims.values():
        assert all(claim.id in uses[reference][claim.home] for reference in claim.references)
    for row in load().tier_rows.values():
        assert all(row.id in uses[reference]["03"] for reference in row.references)
    for count in load().hands_counts.values():
        assert all(count.id in uses[reference]["04"] for reference in count.references)
    line = next(text for text in listed("L") if text.startswith("L02"))
    for lesson, places in uses["L02"].items():
        assert f"Lesson {lesson}" in line
        assert all(place in line for place in places)


def test_a_source_names_the_lessons_whose_text_rests_on_it() -> None:
    uses = uses_of_references(load())
    cited = 0
    for lesson in load().lessons.values():
        for section in lesson.sections:
            for reference in section.references:
                assert load().strings.appendix.in_text in uses[reference][lesson.id]
                cited += 1
    assert cited > 150


def test_an_item_is_used_where_its_quiz_stands() -> None:
    uses = uses_of_references(load())
    for objective, lesson in (("K10", "06"), ("K13", "07"), ("SC9", "07"), ("SC2", "05")):
        for item in load().items.values():
            if item.objective == objective:
                assert all(item.id in uses[reference][lesson] for reference in item.references)


def test_a_source_without_a_use_says_so() -> None:
    unused = load().references.keys() - uses_of_references(load()).keys()
    for reference in unused:
        line = next(text for text in listed(reference[0]) if text.startswith(reference))
        assert load().strings.appendix.not_used in line


def test_withdrawn_sources_are_not_listed() -> None:
    assert not WITHDRAWN & {text[:3] for group in GROUPS for text in listed(group)}


def test_every_word_stands_once_from_a_to_z() -> None:
    shown = course.glossary()._repr_markdown_()
    places = [shown.index(f"**{word}:**") for word in sorted(load().words, key=str.casefold)]
    assert places == sorted(places)
    (items,) = course.glossary().blocks
    assert isinstance(items, Items)
    assert len(items.items) == len(load().words)


def test_an_unknown_group_is_a_sentence_not_a_traceback() -> None:
    assert repr(course.reference_list("Z")) == FALLBACK_TITLE
