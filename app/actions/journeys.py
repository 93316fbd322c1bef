"""What can be done with the journeys of a file: the Journey menu."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.deed import Deed
from app.desk import Desk
from canvas.choosing import chosen_cards
from journey import edits
from journey.model import Card, Change, Journey, Scope
from resources.templates import PRESETS, template
from resources.words import _


def journey_deeds(desk: Desk, rename: Callable[[], object]) -> list[Deed]:
    """What can be done with whole journeys; ``rename`` opens the title of the one in view."""
    menu = _("Journey")
    return [
        *_new(desk),
        Deed("rename", menu, _("Rename"), ("Shift+F2",), rename),
        Deed("copy_journey", menu, _("Duplicate"), (), lambda: _showing(desk, edits.duplicate_journey)),
        Deed(
            "intended",
            menu,
            _("Begin the intended journey"),
            (),
            lambda: _showing(desk, edits.make_intended_copy),
        ),
        Deed(
            *("detail", menu, _("Detail the card"), (), lambda: _detail(desk)),
            can=lambda: len(chosen_cards(desk.editor)) == 1,
        ),
        *_among_others(desk, menu),
    ]


def _among_others(desk: Desk, menu: str) -> list[Deed]:
    """What can be done where there are several journeys."""

    def several() -> bool:
        return len(desk.map.of(Journey)) > 1

    return [
        Deed("earlier", menu, _("Move to the left"), (), lambda: _move(desk, -1), several, parted=True),
        Deed("later", menu, _("Move to the right"), (), lambda: _move(desk, 1), several),
        Deed("remove_journey", menu, _("Remove the journey"), (), lambda: _remove(desk), several),
        Deed(
            *("next_journey", menu, _("Next journey"), ("Ctrl+PgDown",), lambda: turn(desk, 1)),
            can=several,
            parted=True,
        ),
        Deed(
            *("previous_journey", menu, _("Previous journey"), ("Ctrl+PgUp",), lambda: turn(desk, -1)),
            can=several,
        ),
    ]


def _new(desk: Desk) -> list[Deed]:
    menu = _("Journey") + "/" + _("New journey")

    def making(preset: str) -> Callable[[], object]:
        return lambda: add_journey(desk, preset)

    return [
        Deed(f"new_{preset.replace('-', '_')}", menu, template(preset).title, (), making(preset))
        for preset in PRESETS
    ]


def add_journey(desk: Desk, preset: str) -> None:
    """Add a journey as a preset has it, and show it."""
    _show_new(desk, lambda: edits.add_journey(desk.map, "", preset))


def turn(desk: Desk, by: int) -> None:
    """Show the next journey, or the one before; after the last comes the first."""
    journeys = [one.id for one in desk.map.journeys()]
    desk.show_journey(journeys[(journeys.index(desk.journey.id) + by) % len(journeys)])


def _showing(desk: Desk, copied: Callable[..., Change]) -> None:
    _show_new(desk, lambda: copied(desk.map, desk.journey.id))


def _detail(desk: Desk) -> None:
    """Begin a journey of what a card stands for, such as a process of several steps; the card leads there."""
    card = desk.map.of(Card)[chosen_cards(desk.editor)[0]]
    _show_new(desk, lambda: edits.add_journey(desk.map, card.text, scope=Scope.PART, parent_card=card.id))


def _show_new(desk: Desk, make: Callable[[], Change]) -> None:
    before = {one.id for one in desk.map.journeys()}
    if desk.attempt(make):
        desk.show_journey(next(one.id for one in desk.map.journeys() if one.id not in before))


def _move(desk: Desk, by: int) -> None:
    journeys = [one.id for one in desk.map.journeys()]
    place = min(max(journeys.index(desk.journey.id) + by, 0), len(journeys) - 1)
    desk.attempt(lambda: edits.move_journey(desk.map, desk.journey.id, place))


def _remove(desk: Desk) -> None:
    gone = desk.journey.id
    desk.attempt(lambda: edits.remove_journey(desk.map, gone))
