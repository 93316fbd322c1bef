"""Which prints there are, and each of them drawn up for a journey in its own language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journey.drawing import Drawing
from journey.handouts.asked import Asked
from journey.handouts.ballots import ballots
from journey.handouts.board import board
from journey.handouts.cards import NOTE, card_sheets
from journey.handouts.hiding import shown_owner, without
from journey.handouts.interview import interview_guide
from journey.handouts.owners import owner_sheets
from journey.handouts.second_names import with_second_names
from journey.handouts.stages import stage_sheets
from journey.handouts.template import COLUMNS, wall_template
from journey.model import MapData
from resources.words import speaking


class Handout(StrEnum):
    """A print beside the whole map."""

    STAGES = "stages"
    OWNERS = "owners"
    BOARD = "board"
    INTERVIEW = "interview"
    CARDS = "cards"
    TEMPLATE = "template"
    BALLOTS = "ballots"


@dataclass(frozen=True, slots=True)
class Special:
    """What only some prints know: an owner's id; the size of cards and notes in mm, blank or not, of which
    kinds; for the wall template a preset, so many columns, and whether the paper is a roll.
    """

    owner: str | None = None
    card: tuple[float, float] = NOTE
    blank: bool = False
    kinds: tuple[str, ...] = ()
    preset: str | None = None
    columns: int = COLUMNS
    roll: bool = False


def drawn_up(
    handout: Handout, map_data: MapData, journey: str, asked: Asked, special: Special | None = None
) -> tuple[Drawing, ...]:
    """The pages of a print, in the map's language; none where there is nothing of what it is about.

    Raises KeyError if the map has no such journey or there is no such preset, Fault for a paper that is too
    small.
    """
    own = special or Special()
    with speaking(map_data.workshop.language):
        shown = without(map_data, asked.hide)
        match handout:
            case Handout.STAGES:
                return stage_sheets(with_second_names(shown, asked.second), journey, asked)
            case Handout.OWNERS:
                owner = shown_owner(map_data, own.owner, asked.hide) if own.owner else None
                return owner_sheets(shown, journey, asked, owner)
            case Handout.BOARD:
                return board(shown, journey, asked)
            case Handout.INTERVIEW:
                return interview_guide(shown, journey, asked)
            case Handout.CARDS:
                return card_sheets(shown, journey, asked, own.card, blank=own.blank, kinds=own.kinds)
            case Handout.TEMPLATE:
                return wall_template(
                    *(shown, journey, asked, own.card),
                    preset=own.preset,
                    columns=own.columns,
                    roll=own.roll,
                )
            case Handout.BALLOTS:
                return ballots(shown, journey, asked)
