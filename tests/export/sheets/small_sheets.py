"""Sheets of the tests, and what there is to see in the maps they become."""

from __future__ import annotations

import pytest

from export.sheets.csv_in import read_csv
from journey.model import Card, CardKind, MapData, map_of
from resources.errors import Fault

WIDE = """\
Fase;Steg;Kontaktpunkt;Kanal;Eier;Følelse;Ord;Smertepunkt;Idé;Sitat
Før;Ser annonsen;Annonse;Web;Marked;1;nysgjerrig;"Vanskelig å
finne pris";;
;Søker pris;Nettside;Web;Digital;-1,5;;=1+1;Vis prisen;«Hva koster det?»
Etter;Bestiller;Skjema;Web;;;;;;
;;Kvittering;E-post;Digital;;;;;
"""


def read(text: str | bytes, name: str = "A sheet") -> MapData:
    return map_of(read_csv(text, name).records)


def told(text: str | bytes) -> list[tuple[int, str]]:
    return [(notice.line, notice.message) for notice in read_csv(text, "A sheet").notices]


def texts(map_data: MapData, kind: CardKind) -> list[str]:
    return [card.text for card in map_data.of(Card) if card.kind == kind]


def titles(map_data: MapData, journey: int = 0) -> list[tuple[str, list[str]]]:
    grid = map_data.grid(map_data.journeys()[journey].id)
    return [(stage.title, [step.title for step in grid.steps_of(stage.id)]) for stage in grid.stages]


def only_card(text: str) -> Card:
    (card,) = read(text).of(Card)
    return card


def refused(text: str | bytes) -> str:
    with pytest.raises(Fault) as caught:
        read_csv(text, "A sheet")
    return caught.value.sentence
