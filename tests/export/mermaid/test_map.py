"""A Mermaid journey becomes a consistent map, and a map becomes a Mermaid journey that says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.mermaid.mermaid_in import read_mermaid
from export.mermaid.mermaid_out import write_mermaid
from export.mermaid.parse import parse
from export.notices import Imported
from journey.clean import one_line
from journey.model import (
    Card,
    CardKind,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    LaneKind,
    MapData,
    Persona,
    Stage,
    Step,
    Workshop,
    check_all,
    map_of,
)
from journey.rank import spread
from resources.errors import Fault
from resources.templates import lane_title
from resources.words import speaking

DIAGRAM = """journey
title Kjøp av sykkel
section Før
  Leter: 2: Kunde, Venn
  Spør: 3.5: Kunde
section Kjøp
  Betaler: 5
section Før
  Sykler: 1: Venn
"""

Told = tuple[str, list[tuple[str, list[tuple[str, float | None, list[str]]]]]]


def told(map_data: MapData, journey_id: str) -> Told:
    """What a map tells of a journey in Mermaid's terms: title; stages; steps with feeling and actors."""
    grid = map_data.grid(journey_id)
    feelings = {feeling.step: feeling.score for feeling in map_data.of(Feeling)}
    people: dict[str, list[str]] = {step.id: [] for step in grid.steps}
    for lane in grid.lanes:
        for card in map_data.of(Card).by("lane").get(lane.id, ()):
            people[card.step].append(card.text)
    stages = [
        (
            stage.title,
            [(step.title, feelings.get(step.id), people[step.id]) for step in grid.steps_of(stage.id)],
        )
        for stage in grid.stages
    ]
    return map_data.of(Journey)[journey_id].title, stages


def a_map(title: str, stages: list[tuple[str, list[tuple[str, float | None, list[str]]]]]) -> MapData:
    """A map that tells this, its ids being counted."""
    lane = Lane(id="actors", journey="j", kind=LaneKind.ACTORS, title="Actors")
    records: list[Workshop | Journey | Lane | Stage | Step | Feeling | Card] = [Workshop(id="w"), lane]
    records.append(Journey(id="j", title=title))
    for number, ((name, steps), rank) in enumerate(zip(stages, spread(len(stages)), strict=True)):
        records.append(Stage(id=f"{number}", journey="j", title=name, rank=rank))
        for place, ((step, score, people), step_rank) in enumerate(
            zip(steps, spread(len(steps)), strict=True)
        ):
            own = f"{number}.{place}"
            records.append(Step(id=own, stage=f"{number}", title=step, rank=step_rank))
            if score is not None:
                records.append(Feeling(id=f"f{own}", journey="j", step=own, score=score))
            for nth, (person, card_rank) in enumerate(zip(people, spread(len(people)), strict=True)):
                actor = CardKind.ACTOR
                card = Card(
                    id=f"{own}.{nth}", lane="actors", step=own, kind=actor, text=person, rank=card_rank
                )
                records.append(card)
    return map_of(records)


def imported(text: str) -> tuple[Imported, MapData]:
    """What an import gives, and its records as a map found consistent."""
    result = read_mermaid(text)
    map_data = map_of(result.records)
    check_all(map_data)
    return result, map_data


def test_runs_of_a_section_are_stages_tasks_are_steps_scores_are_feelings_people_are_actors() -> None:
    result, map_data = imported(DIAGRAM)
    assert told(map_data, map_data.journeys()[0].id) == (
        "Kjøp av sykkel",
        [
            ("Før", [("Leter", -1.0, ["Kunde", "Venn"]), ("Spør", 0.5, ["Kunde"])]),
            ("Kjøp", [("Betaler", 2.0, [])]),
            ("Før", [("Sykler", -2.0, ["Venn"])]),
        ],
    )
    assert map_data.workshop.title == "Kjøp av sykkel"
    assert result.notices == ()


@pytest.mark.parametrize("score", ["10", "-1", "happy", "5.01", "Infinity"])
def test_a_score_that_is_none_gives_no_feeling_and_a_notice_with_its_line(score: str) -> None:
    result, map_data = imported(f"journey\nDo: 3\nFall: {score}: Me")
    assert [feeling.score for feeling in map_data.of(Feeling)] == [0.0]
    assert [notice.line for notice in result.notices] == [3]
    assert "Fall" in result.notices[0].message


def test_tasks_without_a_score_are_told_of_together() -> None:
    result, map_data = imported("journey\nDo: : Me\nRest: 0\nEnd: 3")
    assert len(map_data.of(Feeling)) == 1
    ((line, message),) = [(notice.line, notice.message) for notice in result.notices]
    assert (line, "2, 3" in message) == (2, True)


def test_a_score_between_tenths_is_rounded_and_told_of() -> None:
    result, map_data = imported("journey\nDo: 3.26")
    assert [feeling.score for feeling in map_data.of(Feeling)] == [0.3]
    assert "rounded" in result.notices[0].message


def test_a_section_without_tasks_is_told_of() -> None:
    result, map_data = imported("journey\nsection A\nsection B\nDo: 3\nsection C")
    assert [stage.title for stage in map_data.of(Stage)] == ["B"]
    assert [(notice.line, "“A”" in notice.message) for notice in result.notices] == [(2, True), (5, False)]


def test_a_diagram_without_tasks_gives_a_map_to_begin_with() -> None:
    result, map_data = imported("journey\ntitle Tom")
    assert told(map_data, map_data.journeys()[0].id) == ("Tom", [("", [("", None, [])])])
    assert len(result.notices) == 1


def test_the_name_of_the_file_is_the_title_of_what_has_none() -> None:
    map_data = map_of(read_mermaid(b"journey\nDo: 3", "sykkel").records)
    assert map_data.journeys()[0].title == "sykkel"


def test_the_map_speaks_the_language_of_the_one_who_imports() -> None:
    with speaking("nb"):
        map_data = map_of(read_mermaid(DIAGRAM).records)
    assert map_data.workshop.language == "nb"
    kinds = [LaneKind.STEPS, LaneKind.ACTORS, LaneKind.FEELINGS]
    with speaking("nb"):
        titles = [lane_title(kind) for kind in kinds]
    lanes = map_data.grid(map_data.journeys()[0].id).lanes
    assert [(lane.kind, lane.title) for lane in lanes] == list(zip(kinds, titles, strict=True))


def test_each_diagram_of_a_text_becomes_a_journey_in_order() -> None:
    _result, map_data = imported("journey\ntitle A\nDo: 3\njourney\ntitle B\nDo: 4")
    assert [journey.title for journey in map_data.journeys()] == ["A", "B"]


def test_what_cannot_be_shown_is_removed_and_told_of() -> None:
    result, map_data = imported("journey\nDo\x00 \u202ethis<br/>now: 3: M\x07e")
    assert [step.title for step in map_data.of(Step)] == ["Do this now"]
    assert [card.text for card in map_data.of(Card)] == ["Me"]
    assert [notice.line for notice in result.notices] == [2, 2]


def test_a_title_that_is_too_long_is_cut_and_told_of() -> None:
    result, map_data = imported(f"journey\n{'a' * 3000}: 3")
    assert [len(step.title) for step in map_data.of(Step)] == [2000]
    assert [notice.line for notice in result.notices] == [2]
    assert len(result.notices[0].message) < 200


def test_thousands_of_tasks_are_read() -> None:
    lines = [f"section S{number}\nT{number}: {number % 5 + 1}: A, B" for number in range(5000)]
    _result, map_data = imported("\n".join(["journey", *lines]))
    assert len(map_data.of(Step)) == len(map_data.of(Stage)) == 5000
    assert len(map_data.of(Card)) == 10000


def test_a_map_is_written_as_a_person_would_write_it() -> None:
    _result, map_data = imported(DIAGRAM)
    lines = [line.strip() for line in write_mermaid(map_data, map_data.journeys()[0].id).splitlines()]
    assert lines == [line.strip() for line in DIAGRAM.splitlines()]


def test_an_actor_over_several_steps_takes_part_in_each() -> None:
    steps: list[tuple[str, float | None, list[str]]] = [
        ("One", None, []),
        ("Two", None, []),
        ("Three", None, []),
    ]
    grid = a_map("T", [("S", steps[:2]), ("S2", steps[2:])])
    actor = Card(id="c", lane="actors", step="0.1", kind=CardKind.ACTOR, text="Me", span=2)
    map_data = map_of([*grid.records(), actor])
    check_all(map_data)
    assert write_mermaid(map_data, "j").splitlines()[3:] == [
        "        One: 0",
        "        Two: 0: Me",
        "    section S2",
        "        Three: 0: Me",
    ]


def test_the_scores_are_those_of_the_persona_who_says_most() -> None:
    grid = a_map("T", [("S", [("One", 1.0, []), ("Two", None, [])])])
    persona = Persona(id="p", name="Ola")
    seen = JourneyPersona(id="jp", journey="j", persona="p")
    own = [Feeling(id=step, journey="j", step=step, persona="p", score=-2.0) for step in ("0.0", "0.1")]
    text = write_mermaid(map_of([*grid.records(), persona, seen, *own]), "j")
    assert text.splitlines()[3:] == ["        One: 1", "        Two: 1"]


def test_notes_are_written_as_the_description() -> None:
    grid = map_of([Workshop(id="w"), Journey(id="j", title="T", notes="En: {a}\n# to"), *a_stage()])
    (journey,), notices = parse(write_mermaid(grid, "j"))
    assert journey.description == "En: {a}\n# to"
    assert notices == ()


def a_stage() -> list[Stage | Step]:
    return [Stage(id="s", journey="j", title="S"), Step(id="t", stage="s", title="Do")]


AWKWARD = [
    "10:30; nå #1",
    "#58;",
    "&amp; Co",
    "% av alle",
    "a%% b",
    "%%{init}%%",
    "Title screen",
    "section",
    "journey",
    "accDescr {",
    '<b x="y">',
    "style:#a;",
    "```",
    "---",
    "",
    "Per, Kari",
]
NAMES = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=8)).map(one_line)
SCORES = st.none() | st.integers(-20, 20).map(lambda tenths: tenths / 10)
PEOPLE = st.lists(NAMES.filter(bool), max_size=3)
STEPS = st.lists(st.tuples(NAMES, SCORES, PEOPLE), min_size=1, max_size=3)
STAGES = st.lists(st.tuples(NAMES, STEPS), min_size=1, max_size=3)


@given(NAMES, STAGES)
def test_what_is_written_reads_back_as_the_same(
    title: str, stages: list[tuple[str, list[tuple[str, float | None, list[str]]]]]
) -> None:
    map_data = a_map(title, stages)
    _result, again = imported(write_mermaid(map_data, "j"))
    assert told(again, again.journeys()[0].id) == told(map_data, "j")


@pytest.mark.parametrize("name", AWKWARD)
def test_an_awkward_name_reads_back_everywhere_without_a_notice(name: str) -> None:
    map_data = a_map(name, [(name, [(name, 1.0, [name] if name else [])])])
    result, again = imported(write_mermaid(map_data, "j"))
    assert told(again, again.journeys()[0].id) == told(map_data, "j")
    assert result.notices == ()


def test_neighbouring_stages_of_one_name_stay_apart() -> None:
    one: tuple[str, float | None, list[str]] = ("Do", None, [])
    map_data = a_map("T", [("A", [one]), ("A", [one]), ("A", [one]), ("", [one]), ("", [one])])
    _result, again = imported(write_mermaid(map_data, "j"))
    assert [stage.title for stage in again.grid(again.journeys()[0].id).stages] == ["A", "A", "A", "", ""]


@given(st.binary() | st.text().map(lambda text: f"journey\n{text}".encode()))
def test_any_bytes_become_a_consistent_map_or_a_fault(data: bytes) -> None:
    try:
        result = read_mermaid(data)
    except Fault:
        return
    check_all(map_of(result.records))
