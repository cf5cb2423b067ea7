"""Blocks say the same as Markdown and as HTML, and no text can become markup."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from course_helpers.document import (
    Card,
    Details,
    Document,
    Items,
    Link,
    Paragraph,
    Picture,
    SmallPicture,
    Strong,
    Table,
    line,
)

EXAMPLE = Document(
    "An example",
    (
        Card(
            "stop", "Stop", "A title", (Paragraph(line(Strong("Who:"), " a nurse")), Items((line("one"), line("two"))))
        ),
        Table("A table", ("Sign", "Who"), ((line("Lump"), line("Doctor")),)),
        Details("More", (Paragraph(line(Link("L02", "https://example.org/a b"))),)),
        Picture("../assets/x.svg", "What it teaches", "Its caption"),
    ),
)


class Tags(HTMLParser):
    """Collects the tags and the text of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += f" {data}"


def test_both_forms_say_the_same() -> None:
    words = re.findall(r"\w+", Tags(EXAMPLE._repr_html_()).text)
    for word in words:
        assert word in EXAMPLE._repr_markdown_()


def test_a_card_names_its_kind_in_words() -> None:
    assert "■ **Stop: A title**" in EXAMPLE._repr_markdown_()
    assert '<span class="course-card-label">Stop</span>' in EXAMPLE._repr_html_()


def test_bold_words_keep_the_space_after_them() -> None:
    assert "**A.** It" in Document("x", (Paragraph(line(Strong("A. "), "It")),))._repr_markdown_()


def test_a_table_has_a_caption_and_headers_for_both_directions() -> None:
    html = EXAMPLE._repr_html_()
    assert "<caption>A table</caption>" in html
    assert '<th scope="col">Sign</th>' in html
    assert '<th scope="row">Lump</th>' in html


def test_a_picture_carries_its_alt_text_in_both_forms() -> None:
    assert 'alt="What it teaches"' in EXAMPLE._repr_html_()
    assert "![What it teaches](../assets/x.svg)" in EXAMPLE._repr_markdown_()


def test_the_plain_form_is_its_name() -> None:
    assert repr(EXAMPLE) == "An example"


MARKUP = st.lists(st.sampled_from(["<b>", "</p>", "<script>", '" onload="x', "'", "&lt;", "&", ">", "a", " "])).map(
    "".join
)
PLAIN = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]))


@given(MARKUP | PLAIN)
def test_any_text_stays_text_in_html(text: str) -> None:
    document = Document("x", (Paragraph(line(Strong(text), text)), Picture("a.svg", text, text)))
    parsed = Tags(document._repr_html_())
    assert parsed.tags == ["div", "p", "strong", "figure", "img", "figcaption"]
    assert text.strip() in parsed.text


def test_a_drawing_with_a_narrow_layout_is_two_images_of_which_one_is_hidden() -> None:
    shown = Document("x", (Picture("a.svg", "what it shows", "its title", "a_narrow.svg"),))._repr_html_()
    assert shown.count('alt="what it shows"') == shown.count("<img") == 2
    assert '<img class="course-narrow" hidden loading="lazy" src="a_narrow.svg"' in shown


@given(st.sampled_from(["<script>alert(1)</script>", "[x](javascript:1)", "a | b", "*b*", "`c`", "1 < 2 & 3", "$x$"]))
def test_markdown_marks_in_a_text_are_escaped(text: str) -> None:
    shown = Document("x", (Paragraph(line(text)),))._repr_markdown_()
    assert text not in shown or not re.search(r"[<\[|*`$]", text)


def test_the_small_picture_of_a_card_stands_before_its_words() -> None:
    card = Card("note", "Step 1", "Sit", (Paragraph(line("How to sit.")),), SmallPicture("a.svg", 'a "chair"'))
    shown = Document("x", (card,))
    small = '<img class="course-small" src="a.svg" alt="a &quot;chair&quot;">'
    assert small in shown._repr_html_()
    assert shown._repr_html_().index(small) < shown._repr_html_().index("How to sit.")
    assert '> ![a "chair"](a.svg)\n>\n> How to sit.' in shown._repr_markdown_()
