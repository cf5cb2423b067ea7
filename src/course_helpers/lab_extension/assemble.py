"""Putting the JupyterLab extension together: one script file whose name carries a hash of its content.

What the search looks in is a file beside it, which a page fetches when somebody first searches. JupyterLab serves an
extension's files as unchanging for a year, so every change needs a new name. This module uses the standard library
only, because it also runs while the wheel is built, before anything is installed.
"""

import copy
import functools
import hashlib
import json
import runpy
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PACKAGE = HERE.parent
NAME = "course-helpers"
NOTEBOOKS = HERE.parents[2] / "notebooks"

STYLES = ("lesson", "glossary_words", "drawings", "cards", "tables", "bar", "help", "home", "calm", "printing")
"""The style sheets in their order: of two rules that weigh the same, the later one holds."""

WORDS_SECTION = "10.1"
"""The section that lists every word of the glossary."""

STILL_CALLS = (
    *("all_cards", "all_signs", "care_card", "claim_line", "doors", "evidence_card", "facilitator_notes", "figure"),
    *("glossary", "lesson_link", "look_closer", "milk_decision", "notices", "passage", "reference_list"),
    *("report_table", "routine_step", "routine_steps", "screening_table", "self_exam_facts", "self_exam_steps"),
    *("sheet_line_by_line", "sign_cards", "stop_rule", "tier_table", "unconfirmed", "words", "workshop_plan"),
    "workshop_questions",
)
"""What a notebook calls for a document: the same for everybody, and nothing in it for which a kernel has to answer.
What is stored of it need not be made again. A test asks each call in the lessons which kind it is.
"""

REVIEW_SECTION = "8.2"
"""The section in which the points of a day are asked again."""

HELP_SECTIONS = (("link_now", "3.3"), ("link_check", "3.4"), ("link_slow", "3.6"), ("link_milk", "7.3"))
"""Where the help window leads: the interface word of the link, and the section."""


def extension_files() -> dict[str, str]:
    """The files of the prebuilt extension, by their path below ``labextensions/course-helpers``."""
    index = json.dumps(_search_index(), ensure_ascii=False)
    index_name = f"search.{_digest(index)}.json"
    script = assembled_script(index_name)
    entry = f"remoteEntry.{_digest(script)}.js"
    package = (HERE / "package.json").read_text(encoding="utf-8")
    package = package.replace("REMOTE_ENTRY", entry).replace("COURSE_VERSION", _version())
    return {
        f"static/{entry}": script,
        f"static/{index_name}": index,
        "package.json": package,
        "install.json": (HERE / "install.json").read_text(encoding="utf-8"),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def assembled_script(search_index: str = "") -> str:
    """The whole extension as one script that leaks no names; it knows the name of the file that it searches."""
    script = _bundle("remote_entry.js")
    data = json.dumps(extension_data() | {"searchIndex": search_index}, ensure_ascii=False, sort_keys=True)
    if script.count("COURSE_DATA") != 1:
        raise ValueError("data.js must name COURSE_DATA exactly once: it is the seam for the data.")
    return f"(() => {{\n{script.replace('COURSE_DATA', data)}\n}})();\n"


def opening_script() -> str:
    """What a page does with the first words of its lesson before the extension is there."""
    return f"(() => {{\n{_bundle('opening.js')}\n}})();\n"


def _bundle(entry: str) -> str:
    bundler = runpy.run_path(str(PACKAGE / "panel" / "bundle.py"))
    script: str = bundler["bundle"](HERE / entry)
    return script


def extension_data() -> dict[str, Any]:
    """Everything the script needs to know: words, styles, lessons and their code, doors and the help window."""
    locales = {entry.pop("id"): entry for entry in _content("locales.toml")["locale"]}
    words = _content("strings.toml")["strings"]
    return {
        "words": words["extension"] | words["way"],
        "lessons": lessons(),
        "doors": _doors(),
        "review": _review(),
        "glossary": [{key: word[key] for key in ("id", "meaning")} for word in _content("glossary.toml")["word"]],
        "locales": locales,
        "css": page_styles(),
        "printed": _printed(),
        "stopRule": _stop_rule(),
        "lessonCode": json.loads((HERE / "lesson_code.json").read_text(encoding="utf-8")),
        "stillCalls": STILL_CALLS,
        "help": {
            "concerns": _content("warning_signs.toml")["concern"],
            "signs": _help_signs(),
            "cards": _help_cards(),
            "links": _help_links(),
        },
    }


def lessons() -> list[dict[str, Any]]:
    """The lessons that are written, in their order, each with its sections as a reader finds them."""
    told = ("id", "title", "notebook", "minutes", "path")
    written = (lesson for lesson in _content("lessons.toml")["lesson"] if lesson.get("ready"))
    return [{key: lesson[key] for key in told} | {"sections": _sections(lesson)} for lesson in written]


def _sections(lesson: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": section["id"],
            "title": f"{section['id']} {section['heading']}",
            "heading": anchor(section["id"], section["heading"]),
            "figures": section.get("figures", []),
        }
        for section in lesson["sections"]
    ]


def _doors() -> list[dict[str, str]]:
    """The ways into the course, as lesson 00 shows them."""
    doors = []
    for door in _content("doors.toml")["door"]:
        notebook, section = _places()[door["section"]]
        place = {"lesson": notebook, "heading": anchor(section["id"], section["heading"])}
        doors.append({key: door[key] for key in ("title", "time", "about")} | place)
    return doors


def _review() -> dict[str, str]:
    """Where what comes back is asked."""
    notebook, section = _places()[REVIEW_SECTION]
    return {"lesson": notebook, "heading": anchor(section["id"], section["heading"])}


def _search_index() -> list[dict[str, str]]:
    maker = runpy.run_path(str(HERE / "search_index.py"))["search_index"]
    words, figures = _content("glossary.toml")["word"], _content("figures.toml")["figure"]
    index: list[dict[str, str]] = maker(lessons(), words, figures, NOTEBOOKS, WORDS_SECTION)
    return index


def _places() -> dict[str, tuple[str, dict[str, Any]]]:
    """The lesson and the record of each section, by its id."""
    return {
        section["id"]: (lesson["notebook"], section)
        for lesson in _content("lessons.toml")["lesson"]
        for section in lesson["sections"]
    }


def _version() -> str:
    return str(runpy.run_path(str(PACKAGE / "version.py"))["VERSION"])


def _printed() -> dict[str, str]:
    """What every printed page says of itself."""
    review = _content("review.toml")["review"]
    return {"version": _version(), "date": review["checked_on"].isoformat(), "review": review["in_short"]}


def _stop_rule() -> dict[str, str]:
    """The stop rule in its fixed wording, for what is printed without its lesson."""
    words = _content("strings.toml")["strings"]["card"]
    return {"title": words["stop_rule_title"], "text": words["stop_rule"]}


def _content(file: str) -> dict[str, Any]:
    return copy.deepcopy(_parsed((PACKAGE / "content" / file).read_text(encoding="utf-8")))


@functools.cache  # most files are asked for several times
def _parsed(text: str) -> dict[str, Any]:
    of_print = runpy.run_path(str(PACKAGE / "document/apostrophes.py"))
    read: dict[str, Any] = of_print["all_typographic"](tomllib.loads(text))
    return read


def page_styles() -> str:
    """The colours and cards of the lessons; slides use them too."""
    tokens = runpy.run_path(str(PACKAGE / "design_tokens.py"))
    buttons = tokens["button_styles"]("button.course-button", line="line", ink="ink")
    made: str = tokens["css_variables"]() + buttons
    return made + "\n".join((HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


def _help_signs() -> list[dict[str, Any]]:
    """The warning signs, the most urgent first, each with its one card; ``first`` marks those to be seen at once."""
    card_of = {row["id"]: row.get("care_card", "") for row in _content("tiers.toml")["tier_row"]}
    cards = {card["id"]: card for card in _content("care_cards.toml")["care_card"]}
    signs = _content("warning_signs.toml")["warning_sign"]
    return [_help_sign(sign, cards[card_of[sign["rows"][0]]]) for sign in signs]


def _help_sign(sign: dict[str, Any], card: dict[str, Any]) -> dict[str, Any]:
    told = {
        "id": sign["id"],
        "sign": sign["text"],
        "who": card["who"],
        "how_soon": card["how_soon"],
        "card": card["id"],
    }
    return told | {"first": sign.get("first", False)}


def _help_cards() -> dict[str, dict[str, Any]]:
    """The care cards that the signs lead to, as they are told: what is a course rule stands in the lessons."""
    needed = {sign["card"] for sign in _help_signs()}
    told = ("title", "urgency", "cannot_wait", "sooner_for", "who", "how_soon", "do_now", "say")
    cards = {card["id"]: card for card in _content("care_cards.toml")["care_card"]}
    return {name: {key: cards[name].get(key, "") for key in told} for name in cards if name in needed}


def _help_links() -> list[dict[str, str]]:
    words = _content("strings.toml")["strings"]["extension"]
    places = _places()
    links = []
    for word, section_id in HELP_SECTIONS:
        notebook, section = places[section_id]
        links.append({"text": words[word], "path": notebook, "heading": anchor(section_id, section["heading"])})
    return links


def anchor(section_id: str, heading: str) -> str:
    """The fragment under which JupyterLab finds the heading of a section."""
    return f"{section_id} {heading}".replace(" ", "-")
