"""What a line of text says of a measure: its name, its value, its goal, in four languages."""

from __future__ import annotations

import pytest

from app.panels.measure_text import Told, measure_told, told_words
from journey.model import Measure, MeasureKind
from resources.words import speaking

NPS, CSAT, COUNT = MeasureKind.NPS, MeasureKind.CSAT, MeasureKind.COUNT
PERCENT, MINUTES, MONEY = MeasureKind.PERCENT, MeasureKind.MINUTES, MeasureKind.MONEY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NPS 12 goal 40", Told("NPS", NPS, 12, 40)),
        ("NPS -12", Told("NPS", NPS, -12)),
        ("NPS −12, mål +40", Told("NPS", NPS, -12, 40)),
        ("CSAT of letters: 4,2 (mål 4,5)", Told("CSAT of letters", CSAT, 4.2, 4.5)),
        ("Besvart innen 60 s 82 % mål 90 %", Told("Besvart innen 60 s", PERCENT, 82, 90)),
        ("Answered in 60 s: 82% target 90", Told("Answered in 60 s", PERCENT, 82, 90)),
        ("Väntetid 12 min mål 5", Told("Väntetid", MINUTES, 12, 5)),
        ("Cost 1 200 kr goal 900 kr", Told("Cost", MONEY, 1200, 900)),
        ("Calls = 12,500", Told("Calls", COUNT, 12500)),
        ("CSAT 4.125", Told("CSAT", CSAT, 4.125)),
        ("Cost: 1.250.000 kr", Told("Cost", MONEY, 1250000)),
        ("NPS 2024 goal 40", Told("NPS 2024", NPS, None, 40)),
        ("Invoices 2024 goal 40", Told("Invoices 2024", COUNT, None, 40)),
        ("Process step 3 goal 5", Told("Process step 3", COUNT, None, 5)),
        ("Answered within 5 min: 80 %", Told("Answered within 5 min", PERCENT, 80)),
        ("Phase 2: 4", Told("Phase 2", COUNT, 4)),
        ("Success rate: 82", Told("Success rate", COUNT, 82)),
        ("NPS goal 40", Told("NPS", NPS, None, 40)),
        ("Ventetid mål: 2,5 min", Told("Ventetid", MINUTES, None, 2.5)),
    ],
)
def test_numbers_are_read(text: str, told: Told) -> None:
    assert measure_told(text) == told


@pytest.mark.parametrize(
    "name",
    [
        *(
            "NPS",
            "CSAT of letters",
            "Top 10",
            "Answered in 60 s",
            "Goal",
            "Målstyring",
            "Goal 3",
            "24/7",
            "12",
        ),
        *("Process step 3", "Invoices 2024", "Success rate 2024", "Access level 2", "Services 24"),
        *("Wait 5 - 10 min", "Wait 5 – 10 min", "Wait 5 -10 min", "Wait 5-10 min", "Wait 5 to 10 min"),
        *("Time 1:30 goal 1:00", "Time 1:30 min", "Answered within 5 min", "NPS after step 3"),
        *("NPS 2024", "NPS 12 goal 400", "CES 2024", "CSAT: 4125", "Wait: -5 min", "NPS 3 goal 5 – 10"),
    ],
)
def test_what_is_no_value_stays_in_the_name(name: str) -> None:
    told = measure_told(name)
    assert (told.name, told.value, told.goal) == (name, None, None)


def test_it_is_told_how_a_line_was_read() -> None:
    read = Measure(id="m", card="c", name="NPS", value=12, goal=40.5)
    assert told_words(read) == "Read as “NPS”: +12, goal +40.5"
    assert told_words(Measure(id="m", card="c", name="NPS", value=12)) == "Read as “NPS”: +12"
    assert told_words(Measure(id="m", card="c", name="NPS", goal=4)) == "Read as “NPS”: goal +4"
    assert told_words(Measure(id="m", card="c", name="NPS")) == ""
    with speaking("nb"):
        assert "+40,5" in told_words(read)
