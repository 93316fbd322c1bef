"""Small maps made by hand, each for one thing that a drawing must show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from journey.finding import Finding, Severity
from journey.layout import Beside
from journey.model import (
    CARDS_OF_LANE,
    Action,
    ActionStatus,
    Asset,
    Card,
    CardKind,
    CardStatus,
    Contact,
    Feeling,
    Journey,
    JourneyPersona,
    Knowledge,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Measure,
    MeasureKind,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    Phase,
    Record,
    Stage,
    Step,
    check_all,
    map_of,
)
from journey.rank import spread


def a_grid(
    titles: Sequence[str], lanes: Iterable[tuple[LaneKind, str]], title: str = "A journey"
) -> list[Record]:
    """A journey "j" of one stage with these steps s0, s1 ..., and lanes called by their kinds."""
    records: list[Record] = [
        Journey(id="j", title=title),
        Stage(id="g", journey="j", title="Something leaks"),
    ]
    for at, (name, rank) in enumerate(zip(titles, spread(len(titles)), strict=True)):
        records.append(Step(id=f"s{at}", stage="g", title=name, rank=rank))
    named = list(lanes)
    for (kind, name), rank in zip(named, spread(len(named)), strict=True):
        records.append(Lane(id=kind, journey="j", kind=kind, title=name, rank=rank))
    return records


def a_card(card: str, lane: LaneKind, step: int, text: str, **values: Any) -> Card:
    kind = values.pop("kind", CARDS_OF_LANE[lane][0])
    return Card(id=card, lane=lane, step=f"s{step}", kind=kind, text=text, **values)


def checked(records: Iterable[Record]) -> MapData:
    made = map_of(records)
    check_all(made)
    return made


def untitled() -> MapData:
    """Nothing but the three phases, and rows without a card."""
    records: list[Record] = [Journey(id="j", title="")]
    for at, phase in enumerate(Phase):
        records.append(Stage(id=f"g{at}", journey="j", title="", phase=phase, rank=f"{at}1"))
        records.append(Step(id=f"s{at}", stage=f"g{at}", title="", rank=f"{at}1"))
    kinds = (LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.FEELINGS, LaneKind.OWNERS, LaneKind.MEASURES)
    for kind, rank in zip(kinds, spread(len(kinds)), strict=True):
        records.append(Lane(id=kind, journey="j", kind=kind, title=kind.title(), rank=rank))
    return checked(records)


_LOOKS: dict[str, dict[str, Any]] = {
    "line": {
        "moment_of_truth": True,
        "channel": "Phone",
        "evidence": Knowledge.RESEARCHED,
        "picture": "photo",
    },
    "sms": {
        "contact": Contact.PREVENTABLE,
        "status": CardStatus.NEEDS_EVIDENCE,
        "evidence": Knowledge.TOLD,
    },
    "open": {"status": CardStatus.REJECTED},
    "queue": {"status": CardStatus.APPROVED, "evidence": Knowledge.PARTLY},
    "gap": {"kind": CardKind.GAP},
}


def small() -> MapData:
    """Two steps with a card of each look: badges, chips, measures, edges, a picture, a link with a label."""
    lanes = [
        (LaneKind.STEPS, "What Maja does"),
        (LaneKind.TOUCHPOINTS, "Touchpoints"),
        (LaneKind.LINE, "Line of visibility"),
        (LaneKind.BACKSTAGE, "Backstage"),
        (LaneKind.OWNERS, "Owners"),
        (LaneKind.QUESTIONS, "Questions"),
    ]
    records = a_grid(["Calls", "Waits for a time"], lanes, "Water damage at home")
    records += [
        Asset(id="photo", media_type="image/png", width=4, height=3, data=b"photo"),
        a_card("line", LaneKind.TOUCHPOINTS, 0, "Emergency line answers", **_LOOKS["line"]),
        a_card("sms", LaneKind.TOUCHPOINTS, 1, "“We will contact you”", **_LOOKS["sms"]),
        a_card("open", LaneKind.BACKSTAGE, 0, "Open the claim", **_LOOKS["open"]),
        a_card("queue", LaneKind.BACKSTAGE, 1, "Queue by hand", **_LOOKS["queue"]),
        a_card("gap", LaneKind.QUESTIONS, 1, "Who tells her?", **_LOOKS["gap"]),
        Owner(id="cc", name="Contact centre", initials="CC", colour="#0E6E6E"),
        Owner(id="fa", name="field assessors", colour="#FFE08A"),
        Ownership(id="a", card="line", owner="cc"),
        Ownership(id="b", card="line", owner="fa", role=OwnershipRole.INFORMED),
        Measure(id="nps", card="line", name="NPS", value=31, goal=40),
        Link(id="k1", source="line", target="open", kind=LinkKind.NEXT),
        Link(id="k2", source="queue", target="line", kind=LinkKind.CAUSES, label="no news, so she calls"),
        Link(id="k3", source="open", target="queue", kind=LinkKind.HANDS_OVER),
    ]
    return checked(records)


def wide_spans() -> MapData:
    """Four steps, systems that carry several of them, and links that must go around."""
    lanes = [
        (LaneKind.TOUCHPOINTS, "Touchpoints"),
        (LaneKind.BACKSTAGE, "Backstage"),
        (LaneKind.SYSTEMS, "Systems"),
        (LaneKind.MEASURES, "Numbers"),
        (LaneKind.OWNERS, "Owners"),
        (LaneKind.PAINS, "Pain points"),
        (LaneKind.NOTES, "Notes"),
    ]
    records = a_grid(["Calls", "Waits", "Shows", "Gets paid"], lanes)
    records += [
        a_card("line", LaneKind.TOUCHPOINTS, 0, "Emergency line", span=2),
        a_card("visit", LaneKind.TOUCHPOINTS, 2, "Visit"),
        a_card("open", LaneKind.BACKSTAGE, 0, "Open the claim"),
        a_card("queue", LaneKind.BACKSTAGE, 1, "Queue"),
        a_card("claims", LaneKind.SYSTEMS, 0, "Claims system", span=4, rank="a"),
        a_card("portal", LaneKind.SYSTEMS, 1, "Portal", span=2, rank="b"),
        a_card("pay", LaneKind.SYSTEMS, 3, "Payments", rank="b"),
        a_card("silence", LaneKind.PAINS, 1, "Nine days of silence", severity=3),
        a_card("free", LaneKind.NOTES, 0, "A note"),
        Owner(id="cc", name="Contact centre"),
        Ownership(id="a", card="line", owner="cc"),
        Measure(id="nps", card="line", name="NPS", value=31, goal=40),
        Measure(id="wait", card="visit", name="Days", kind=MeasureKind.COUNT, value=9),
        Link(id="to-open", source="line", target="open"),
        Link(id="to-queue", source="silence", target="queue", kind=LinkKind.CAUSES),
        Link(id="to-line", source="claims", target="line"),
        Link(id="to-pay", source="visit", target="pay", kind=LinkKind.NEXT, label="invoice"),
    ]
    return checked(records)


def long_texts() -> MapData:
    """Titles, names and cards that need many lines, of words that do not fit a line."""
    compound = "Arbeidsmiljøundersøkelsesresultatbehandlingsprosessen"
    lanes = [
        (LaneKind.STEPS, f"Det kunden gjør i {compound}"),
        (LaneKind.LINE, "Linjen for det som kunden verken ser eller hører noe om før brevet kommer"),
        (LaneKind.TOUCHPOINTS, compound),
    ]
    records = a_grid([f"Leser om {compound}", "Venter"], lanes, compound)
    records += [
        a_card(
            "letter",
            LaneKind.TOUCHPOINTS,
            0,
            f"Brev om {compound} " * 3,
            channel="brev, e-post og tekstmelding",
        ),
        a_card("x", LaneKind.TOUCHPOINTS, 1, "x" * 200),
    ]
    return checked(records)


def nordic() -> MapData:
    """Letters and words of the north, with emoji and a text from right to left beside them."""
    lanes = [(LaneKind.STEPS, "Gör"), (LaneKind.QUOTES, "Säger"), (LaneKind.FEELINGS, "Kjensler")]
    records = a_grid(["Ærlig Øyvind på Åsen", "Sjukförsäkringskassehandläggare"], lanes, "Sånn føles det")
    records += [
        a_card("a", LaneKind.QUOTES, 0, "«Jeg ante ikke hvem jeg skulle ringe» 🚒"),
        a_card("b", LaneKind.QUOTES, 1, "הלקוחה מתקשרת 24/7"),
        Feeling(id="f0", journey="j", step="s0", score=-1.5, word="rådvill"),
        Feeling(id="f1", journey="j", step="s1", score=1.0, word="lättad"),
    ]
    return checked(records)


def several_personas() -> MapData:
    """Three curves through the same steps, two of them through the same point."""
    records = a_grid(["Calls", "Waits", "Shows"], [(LaneKind.FEELINGS, "How it feels")])
    scores = {"maja": (-1.0, 2.0, 0.5), "ola": (1.0, 2.0, -2.0), "ine": (0.0, -0.5, -1.0)}
    for at, (persona, felt) in enumerate(scores.items()):
        records.append(
            Persona(id=persona, name=persona.title(), colour=("#0E6E6E", "#8A5A00", "#9C2A63")[at])
        )
        records.append(JourneyPersona(id=f"sees-{persona}", journey="j", persona=persona, rank=f"{at}1"))
        records += [
            Feeling(
                id=f"{persona}{step}",
                journey="j",
                step=f"s{step}",
                persona=persona,
                score=score,
                word=f"{persona} feels {step}",
            )
            for step, score in enumerate(felt)
        ]
    return checked(records)


def furnished() -> MapData:
    """The small map with a persona, a purpose and an action, for paper."""
    records = [record for record in small().records() if not isinstance(record, Journey)]
    records += [
        Journey(id="j", title="Water damage at home", purpose="Make it stop, and get my kitchen back."),
        Persona(
            id="maja",
            name="Maja, 34",
            segment="first-time claimant",
            quote="It will cost me.",
            colour="#0E6E6E",
        ),
        JourneyPersona(id="sees", journey="j", persona="maja"),
        Action(
            id="act",
            card="line",
            title="Say who calls back, and when",
            owner="cc",
            due="2027-03-01",
            status=ActionStatus.AGREED,
            measure_name="NPS",
            measure_goal=50,
        ),
        Action(id="open-act", card="line", title="Ask again"),
        Action(id="dropped", card="line", title="Not this", status=ActionStatus.DROPPED),
    ]
    return checked(records)


def beside(findings: int = 2, message: str = "Nine days of silence after the best moment.") -> Beside:
    """What a print says of a map: so many findings, and a foot."""
    says = tuple(
        Finding(f"f{at}", list(Severity)[at % 3], ("line",), f"{at + 1}. {message}") for at in range(findings)
    )
    return Beside(says, 3, 5, "12 interviews", ("Current state", "Sheet 1 of 1"))
