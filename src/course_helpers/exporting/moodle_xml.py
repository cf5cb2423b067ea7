"""Moodle's XML format, with hints and the place to read again."""

from xml.etree import ElementTree as ET  # writing only; nothing foreign is read

from course_helpers.exporting.shares import share_of_right, share_of_wrong
from course_helpers.exporting.sureness import sureness
from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.printed import about_this_print
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised

PLAIN = {"format": "plain_text"}


def moodle_xml(items: list[Item]) -> str:
    """All items as one file, which tells how old it is and who signed it."""
    quiz = ET.Element("quiz")
    quiz.append(ET.Comment(f" {about_this_print()} "))
    for item in items:
        quiz.append(_question(item))
    ET.indent(quiz)
    return ET.tostring(quiz, encoding="unicode", xml_declaration=True) + "\n"


def _question(item: Item) -> ET.Element:
    question = ET.Element("question", {"type": "multichoice"})
    _text(ET.SubElement(question, "name"), item.id)
    _text(ET.SubElement(question, "questiontext", PLAIN), localised(item.stem))
    reread = f"{load().strings.quiz.reread} {section_place(item.reread)['text']}"
    _text(ET.SubElement(question, "generalfeedback", PLAIN), f"{sureness(item)} {reread}".strip())
    for name, value in (
        ("defaultgrade", "1"),
        ("single", "true" if item.kind == "single" else "false"),
        ("shuffleanswers", "false" if item.fixed_order else "true"),
        ("answernumbering", "abc"),
    ):
        ET.SubElement(question, name).text = value
    for option in item.options:
        answer = ET.SubElement(question, "answer", PLAIN | {"fraction": _fraction(item, right=option.right)})
        ET.SubElement(answer, "text").text = localised(option.text)
        _text(ET.SubElement(answer, "feedback", PLAIN), localised(option.why))
    _text(ET.SubElement(question, "hint", PLAIN), localised(item.hint))
    return question


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text


def _fraction(item: Item, *, right: bool) -> str:
    if item.kind == "single":
        return "100" if right else "0"
    return share_of_right(item) if right else share_of_wrong(item)
