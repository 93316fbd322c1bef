"""All findings together: their order, their words in four languages, and their summary for paper."""

from __future__ import annotations

import json
import random

import pytest

from journey.analysis import IMPORTANCE, find, summary
from journey.finding import Finding, Severity
from journey.model import (
    Card,
    CardKind,
    Contact,
    Journey,
    Lane,
    LaneKind,
    LinkKind,
    MapData,
    Owner,
    Ownership,
    Stage,
    Step,
    check_all,
    map_of,
)
from journey.plain import from_plain
from resources.samples import SAMPLES, sample_bytes
from resources.words import LANGUAGES, speaking
from tests.journey.analysis.maps import a_map, about, changed, felt, having, linked, owned


def everything(times: int) -> MapData:
    """A map in which every kind of finding is made at least so many times."""
    made = _bare(times)
    for card in list(made.of(Card)):
        if card.id.startswith(("truth", "chase")):
            chase = card.id.startswith("chase")
            contact = Contact.PREVENTABLE if chase else Contact.NEUTRAL
            made = changed(made, card.id, moment_of_truth=not chase, contact=contact)
        if card.id.startswith("gap"):
            made = changed(made, card.id, kind=CardKind.GAP)
        if card.id.startswith("db"):
            made = changed(made, card.id, span=3)
    made = felt(made, *[2, -2, 2, -2, 2, -2][: 2 * times])
    for n in range(times):
        made = linked(made, (f"A{n}", f"truth b{n}"), (f"A{n}", f"C{n}"), kind=LinkKind.NEXT)
        made = linked(made, (f"truth b{n}", f"C{n}"), kind=LinkKind.NEXT)
    return owned(made, **{f"A{n}": f"owner {n}" for n in range(times)}, C0="owner of C0")


def _bare(times: int) -> MapData:
    """Eight steps for each time round, the last two of them a stage of their own."""
    rounds = range(times)
    touchpoints = [["truth a", "A", "truth b", "C", "chase", "", "", ""] for _round in rounds]
    systems = [["db", "", "", "", "", "idle", "", ""] for _round in rounds]
    pains = [["ache", "", "", "", "", "", "", ""] for _round in rounds]
    gaps = [["gap", "", "", "", "", "", "", ""] for _round in rounds]
    ideas = [["", "", "", "", "", "", "idea", ""] for _round in rounds]
    rows = {"touchpoints": touchpoints, "systems": systems, "pains": pains, "questions": gaps, "ideas": ideas}
    named = {
        kind: [text and f"{text}{n}" for n, texts in enumerate(row) for text in texts]
        for kind, row in rows.items()
    }
    return a_map(stages=[6, 2] * times, **named)


def test_findings_come_by_severity_and_then_along_the_journey() -> None:
    made = a_map(4, touchpoints=("A", "", "B", "C"), pains=("slow", "", "", ""), ideas=("", "", "", "new"))
    made = changed(owned(made, A="IT"), "slow", severity=2)
    assert [(one.severity, one.records) for one in find(made, "j")] == [
        (Severity.PROBLEM, ("B",)),
        (Severity.PROBLEM, ("C",)),
        (Severity.WARNING, ("slow",)),
        (Severity.NOTE, ("s1",)),
    ]


def test_findings_do_not_depend_on_the_order_of_the_records() -> None:
    made = everything(2)
    records = list(made.records())
    random.Random(7).shuffle(records)
    assert find(map_of(records), "j") == find(made, "j")


def test_a_journey_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        find(a_map(), "nowhere")


def test_an_arrow_from_another_journey_carries_nothing_here() -> None:
    made = a_map(2, touchpoints=("A", "B"), systems=("", "db"))
    other = having(
        made,
        Journey(id="k", title="another"),
        Stage(id="kg", journey="k", title="a stage"),
        Step(id="ks", stage="kg", title="a step"),
        Lane(id="kl", journey="k", kind=LaneKind.SYSTEMS, title="systems"),
        Card(id="far", lane="kl", step="ks", kind=CardKind.SYSTEM),
    )
    assert find(linked(other, ("far", "A")), "j") == find(made, "j")
    assert about(find(made, "j"), "unsupported-touchpoint") == [("A",)]
    assert find(other, "k") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_every_kind_of_finding_has_its_sentence_in_every_language(language: str, times: int) -> None:
    made = everything(times)
    with speaking(language):
        findings = find(made, "j")
        told = summary(findings, made, limit=len(IMPORTANCE))
    assert {finding.id for finding in findings} >= set(IMPORTANCE) - {"bottleneck"}
    assert sorted(finding.id for finding in told) == sorted({finding.id for finding in findings})
    for finding in (*findings, *told):
        assert finding.message.endswith(".")
        assert not set("{}") & set(finding.message)


def test_two_bottlenecks_have_a_sentence_together() -> None:
    made = a_map(3, touchpoints=("A", "B", "C"), systems=("db", "crm", ""))
    made = linked(made, *((system, touchpoint) for system in ("db", "crm") for touchpoint in "ABC"))
    told = [finding.message for finding in summary(find(made, "j"), made)]
    assert told == ["Two bottlenecks: “db” and “crm”."]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_have_findings_of_known_kinds_about_what_they_hold(name: str) -> None:
    plain = json.loads(sample_bytes(name))["records"]
    made = map_of(from_plain(sort, one) for sort, ones in plain.items() for one in ones)
    check_all(made)
    ids = {record.id for record in made.records()}
    findings = [finding for journey in made.journeys() for finding in find(made, journey.id)]
    assert findings
    assert {finding.id for finding in findings} <= set(IMPORTANCE)
    assert {record for finding in findings for record in finding.records} <= ids


def test_a_summary_says_findings_of_a_kind_in_one_sentence() -> None:
    made = owned(a_map(touchpoints=("the fridge magnet", "A", "the text message")), A="IT")
    told = summary(find(made, "j"), made)
    assert told == (
        Finding(
            "unowned-touchpoint",
            Severity.PROBLEM,
            ("the fridge magnet", "the text message"),
            "Two touchpoints nobody owns: “the fridge magnet” and “the text message”.",
        ),
    )


def test_a_summary_leaves_a_single_finding_as_it_is() -> None:
    made = owned(a_map(touchpoints=("A", "B")), A="IT")
    assert about(summary(find(made, "j"), made), "unowned-touchpoint") == [("B",)]
    assert summary(find(made, "j"), made)[0] == find(made, "j")[0]


def test_a_summary_may_hold_a_lane_beside_cards() -> None:
    bare = find(a_map(touchpoints=("A",), owners=()), "j")
    made = owned(a_map(touchpoints=("A", "B"), owners=()), A="IT")
    told = summary((*find(made, "j"), *bare), made)
    assert told[0].message == "Two touchpoints nobody owns: “B” and “owners”."


def test_a_summary_counts_what_it_does_not_name() -> None:
    made = owned(a_map(6, touchpoints=("A", "B", "C", "D", "E", "F")), A="IT")
    message = summary(find(made, "j"), made)[0].message
    assert message == "Five touchpoints nobody owns: “B”, “C” and 3 more."


def test_a_summary_tells_the_largest_fall() -> None:
    made = felt(a_map(4), 2, 0, 1, -2)
    (told,) = summary(find(made, "j"), made)
    assert told.message == "The feeling falls 3 points from “step 2” to “step 3”."
    assert told.records == ("f1", "f0", "f3", "f2")


def test_a_summary_is_as_grave_as_the_gravest_and_keeps_to_its_limit() -> None:
    made = changed(a_map(pains=("slow", "dear"), ideas=("", "", "new")), "dear", severity=3)
    made = felt(made, 2, -2)
    told = summary(find(made, "j"), made, limit=5)
    assert [(one.id, one.severity) for one in told] == [
        ("feeling-drop", Severity.PROBLEM),
        ("pain-without-plan", Severity.PROBLEM),
    ]
    assert [one.severity for one in summary(reversed(find(made, "j")), made)] == [Severity.PROBLEM] * 2
    assert summary(find(made, "j"), made, limit=1) == told[:1]
    assert summary((), made) == ()


def test_who_is_only_an_owner_elsewhere_does_not_start_the_talk_of_owners() -> None:
    made = having(a_map(1, touchpoints=("A",), pains=("slow",)), Owner(id="IT", name="IT"))
    assert find(made, "j") == ()
    assert about(
        find(having(made, Ownership(id="w", card="slow", owner="IT")), "j"), "unowned-touchpoint"
    ) == [("A",)]
