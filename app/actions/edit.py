"""What can be done to the map by way of the Edit menu: back and forth, removing, doubling, marking."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from app.actions.deed import Deed
from app.desk import Desk
from canvas.places import Kind
from journey import edits
from journey.document import Entry
from journey.layout.days import spoken_day
from journey.model import Card, Change, Feeling, Link, Refused
from resources.words import _


def edit_deeds(desk: Desk) -> list[Deed]:
    """What can be done to the map."""
    menu, history = _("Edit"), desk.document

    def some() -> bool:
        return bool(cards(desk))

    return [
        Deed(
            *("undo", menu, _("Undo"), ("Ctrl+Z",), desk.undo),
            can=lambda: history.next_undo is not None,
            now=lambda: named_step(_("Undo {step}"), _("Undo"), history.next_undo),
            icon="undo",
        ),
        Deed(
            *("redo", menu, _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), desk.redo),
            can=lambda: history.next_redo is not None,
            now=lambda: named_step(_("Redo {step}"), _("Redo"), history.next_redo),
            icon="redo",
        ),
        Deed(
            *("write", menu, _("Edit text"), ("F2",), lambda: desk.editor.edit(desk.selected[0])),
            can=lambda: len(desk.selected) == 1,
            parted=True,
        ),
        Deed("duplicate", menu, _("Duplicate"), ("Ctrl+D",), lambda: _duplicate(desk), some),
        Deed("star", menu, _("Moment of truth"), ("Ctrl+M",), lambda: _star(desk), some, icon="star"),
        Deed("remove", menu, _("Remove"), ("Delete",), lambda: remove(desk), lambda: bool(desk.selected)),
        Deed(
            *("reverse", menu, _("Turn the link round"), (), lambda: _reverse(desk)),
            can=lambda: len(desk.selected) == 1 and desk.selected[0] in desk.map.of(Link),
        ),
    ]


def named_step(words: str, bare: str, entry: Entry | None) -> str:
    """The words with a step’s own, and the day of one of an earlier day; ``bare`` where there is no step."""
    if entry is None:
        return bare
    day = earlier_day(entry.at, datetime.now(UTC))
    label = f"{entry.label} ({day})" if day else entry.label
    return words.format(step=label)


def earlier_day(at: str, now: datetime, zone: tzinfo | None = None) -> str:
    """The day of a moment in words, empty if it is today's or not known. ``at`` as the history has it."""
    if not at:
        return ""
    then = datetime.fromisoformat(at).astimezone(zone).date()
    return "" if then == now.astimezone(zone).date() else spoken_day(then.isoformat())


def cards(desk: Desk) -> list[str]:
    """The cards among what is selected."""
    return [one for one in desk.selected if one in desk.map.of(Card)]


def remove(desk: Desk) -> None:
    """Take away what is selected, with all that hangs on it, as one step."""
    chosen = cards(desk)
    if chosen:
        desk.attempt(lambda: edits.remove_cards(desk.map, chosen))
    elif desk.selected:
        record = desk.selected[0]
        desk.attempt(lambda: _removal(desk, record))


def _removal(desk: Desk, record: str) -> Change:
    kind = desk.editor.places.kinds.get(record)
    if kind is Kind.STEP:
        return edits.remove_step(desk.map, record)
    if kind is Kind.STAGE:
        return edits.remove_stage(desk.map, record)
    if kind is Kind.LANE:
        return edits.remove_lane(desk.map, record)
    if kind is Kind.FEELING:
        one = desk.map.of(Feeling)[record]
        return edits.clear_feeling(desk.map, one.journey, one.step, one.persona)
    if record in desk.map.of(Link):
        return edits.remove_link(desk.map, record)
    raise Refused(_("This cannot be removed by itself."))


def _duplicate(desk: Desk) -> None:
    desk.attempt(lambda: edits.duplicate_cards(desk.map, cards(desk)))


def _reverse(desk: Desk) -> None:
    desk.attempt(lambda: edits.reverse_link(desk.map, desk.selected[0]))


def _star(desk: Desk) -> None:
    chosen = cards(desk)
    starred = all(desk.map.of(Card)[one].moment_of_truth for one in chosen)
    desk.attempt(lambda: edits.edit_cards(desk.map, chosen, moment_of_truth=not starred))
