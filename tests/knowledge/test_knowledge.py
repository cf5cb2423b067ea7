"""The knowledge holds what the course promises to teach."""

import json
from typing import get_args, get_type_hints

import msgspec
import pytest

from course_helpers.knowledge import CONTENT, base, load
from course_helpers.knowledge.assembled import Knowledge
from course_helpers.knowledge.evidence import ALL_CLAIMS, Claim
from course_helpers.knowledge.lessons import Section
from course_helpers.knowledge.linking import WITHDRAWN
from course_helpers.knowledge.safety import COURSE_RULE_LABEL
from course_helpers.knowledge.schema import schema_file, schemas
from course_helpers.knowledge.sources import FILES, SOURCES
from course_helpers.knowledge.walking import links_of

TIER_ROWS = [
    "T1-birth-fever",
    "T1-after-birth",
    "T1-pregnancy-fever",
    "T1-treatment",
    "T1-ill",
    "T1-leg",
    "T1-hot",
    "T1-baby",
    "T1-baby-today",
    "T1-infection-ill",
    "T1-fluid-lump",
    "T1-spreading",
    "T1-immune",
    "T1-chest-leg",
    "T1-pregnancy",
    "T1-bleed",
    "T1-allergy",
    "T2-lump",
    "T2-skin",
    "T2-third",
    "T2-nipple",
    "T2-fluid",
    "T2-milky",
    "T2-milky-sooner",
    "T2-scaly",
    "T2-cord",
    "T2-pain-spot",
    "T2-milk-lump",
    "T2-waiting",
    "T2-cancer",
    "T2-implant",
    "T2-unhealed",
    "T2-radio",
    "T2-skin-infection",
    "T2-pregnancy-risk",
    "T2-fever",
    "T3-pregnancy",
    "T3-blood",
    "T3-tender",
    "T3-implant",
    "T3-nodes",
    "T3-heart-kidney-clot",
    "T3-nipples",
    "T3-oversupply",
    "T3-device",
    "T3-examined",
    "T3-skin",
    "T3-numb",
    "T3-distress",
    "T3-under18",
    "M-24h",
    "M-375",
    "M-fever",
    "M-blisters",
]

UNVERIFIED = ("T1-chest-leg", "T1-pregnancy", "T1-allergy", "T2-skin-infection", "T3-heart-kidney-clot", "T2-fever")


def test_all_41_claims_are_there_in_the_order_of_the_text() -> None:
    assert tuple(load().claims) == ALL_CLAIMS


def test_every_tier_row_is_there() -> None:
    assert set(load().tier_rows) == set(TIER_ROWS)


@pytest.mark.parametrize("row", UNVERIFIED)
def test_unverified_red_flags_are_shown_and_labelled(row: str) -> None:
    assert load().tier_rows[row].course_rule.startswith(COURSE_RULE_LABEL)


def test_withdrawn_sources_are_gone() -> None:
    assert not WITHDRAWN & load().references.keys()


def test_all_facts_are_there_and_numbered_without_a_gap() -> None:
    assert list(load().facts) == [f"Q{number:02d}" for number in range(1, 114)]


def test_routines_last_as_long_as_their_steps() -> None:
    assert load().routines["relax"].head.total_seconds == 470
    assert load().routines["before_feed"].head.total_seconds == 250


@pytest.mark.parametrize(("routine", "step"), [("relax", "a4"), ("relax", "a5"), ("between_feeds", "c3")])
def test_nipple_and_tapping_steps_are_off_until_switched_on(routine: str, step: str) -> None:
    found = next(entry for entry in load().routines[routine].steps if entry.id == step)
    assert found.optional
    assert not found.on_at_start


def test_massage_never_presses_harder_than_level_2() -> None:
    for routine in load().routines.values():
        assert all((step.pressure_max or 0) <= 2 for step in routine.steps)


def test_links_are_found_in_lists_options_and_nested_records() -> None:
    links = {(kind, target) for kind, target, _ in links_of(load().lessons["03"])}
    assert ("claim", "S13") in links
    assert ("section", "3.4") in {(kind, target) for kind, target, _ in links_of(load().claims["S17"])}
    sign = next(sign for sign in load().signs.values() if sign.row_for)
    person, row = next(iter(sign.row_for.items()))
    assert {("person", person), ("tier_row", row)} <= {(kind, target) for kind, target, _ in links_of(sign)}
    card = load().care_cards["STOP-pain"]
    assert ("care_card", "SEE-change") in {(kind, target) for kind, target, _ in links_of(card)}


def test_every_kind_of_record_is_held_by_a_field() -> None:
    """A new table of a content file is not read for nothing."""
    held = {kind for hint in get_type_hints(Knowledge).values() for kind in (hint, *get_args(hint))}
    of_routines = {"RoutineHead", "RoutineStep"}
    assert {source.record.__name__ for source in SOURCES if source.record not in held} == of_routines


def test_loading_twice_reads_once() -> None:
    assert load() is load()


def test_records_cannot_be_changed_by_accident() -> None:
    with pytest.raises(AttributeError):
        load().claims["S01"].verdict = "mixed"  # type: ignore[misc]


def test_schemas_are_up_to_date_and_describe_the_records() -> None:
    for name, text in schemas().items():
        assert (CONTENT / name).read_text(encoding="utf-8") == text
    assert {path.relative_to(CONTENT).as_posix() for path in CONTENT.glob("schema/*.json")} == set(schemas())
    for file in FILES:
        first = (CONTENT / file).read_text(encoding="utf-8").partition("\n")[0]
        assert (CONTENT / file).parent.joinpath(first.removeprefix("#:schema ")).resolve() == CONTENT / schema_file(
            file
        )
    claims = json.loads(schemas()["schema/claims.json"])
    assert "verdict" in claims["$defs"]["Claim"]["properties"]
    assert msgspec.json.schema(Claim)["$defs"]["Claim"]["required"]


def test_how_an_id_looks_is_said_once() -> None:
    """Where a record is named, its id looks as it does in the record: else one of the two would be refused."""
    links = {hint.__metadata__[-1].extra["refers_to"]: hint for name, hint in vars(base).items() if name.endswith("Id")}
    records = {source.kind: source.record for source in SOURCES} | {"section": Section}
    assert len(links) > 10
    for kind, link in links.items():
        own = get_type_hints(records[kind], include_extras=True)["id"]
        assert own.__metadata__ == link.__metadata__[:1], kind
