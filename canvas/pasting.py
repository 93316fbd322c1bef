"""What the clipboard holds as a change of the map, from the cursor on: lines, tables, cards, a picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from canvas.choosing import chosen, step_here
from canvas.clipboard import cells_of
from canvas.places import Cell, Kind
from canvas.stage import Stage
from journey import edits
from journey.clean import clean
from journey.edits.cards import FIELDS
from journey.edits.records import in_turn
from journey.model import (
    CARDS_OF_LANE,
    Asset,
    Card,
    CardKind,
    Change,
    Lane,
    Link,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Record,
    Refused,
    joined,
    replacing,
)
from journey.plain import from_plain
from resources.words import _, _n

Edit = Callable[[MapData], Change]
_COPIED = tuple(name for name in FIELDS if name not in ("text", "code", "status"))
"""A copy has a code of its own, and nobody has judged it yet."""


def pasted_text(stage: Stage, text: str) -> Change:
    """Lines as cards under one another, or as steps beside one another where a step is selected.

    Cells with tabs between them keep their shape: each row a lane further down, steps are added at the
    end where there are too few. Raises Refused where nothing can stand.
    """
    rows = [[clean(cell) for cell in row] for row in cells_of(text)]
    if not any(any(row) for row in rows):
        raise Refused(_("The clipboard holds no text."))
    step = chosen(stage, Kind.STEP)
    if step is not None and all(len(row) == 1 for row in rows):
        return _steps(stage, step, [row[0] for row in rows])
    if all(len(row) == 1 for row in rows):
        cell = _cursor(stage)
        return edits.add_cards(stage.map, [(cell.lane, cell.step, row[0]) for row in rows if row[0]])
    return _table(stage, rows)


def pasted_cards(stage: Stage, own: str) -> Change:
    """Cards with all their fields, links among them, owners and pictures, as far apart as they were.

    Raises Refused for what is no such text.
    """
    read = _read(own)
    cards = [made for made in read.cards if isinstance(made, Card)]
    cell = _cursor(stage, cards[0].kind)
    made: dict[str, str] = {}
    adding = [
        partial(_add, card=card, cell=_beside(stage, cell, read.places[0], place), made=made)
        for card, place in zip(cards, read.places, strict=True)
    ]
    others = [partial(_join, other=other, made=made) for other in read.others]
    label = _n("Paste {n} card", "Paste {n} cards", len(cards)).format(n=len(cards))
    return in_turn(stage.map, label, [*adding, *others, partial(_dress, read=read, made=made)])


def pasted_picture(stage: Stage, picture: Asset) -> Change:
    """A picture as a card of its own in the cursor's cell, or in the lane for pictures of its step."""
    step = step_here(stage)
    lanes = [lane for _a, _b, lane in stage.places.rows]
    here = stage.map.of(Lane).get(stage.cell.lane) if stage.cell else None
    taking = [lane for lane in lanes if CardKind.PICTURE in CARDS_OF_LANE[lane.kind]]
    lane = here if here is not None and CARDS_OF_LANE[here.kind] else next(iter(taking), None)
    if lane is None or step is None:
        raise Refused(_("Go to a cell that takes cards, then paste the picture."))
    adding = edits.add_card(stage.map, lane.id, step)
    card = adding.touches[0].record.id
    return joined(_("Paste a picture"), [adding, edits.set_picture(stage.map.apply(adding), card, picture)])


@dataclass(slots=True)
class _Read:
    """What own JSON tells."""

    cards: list[Record]
    places: list[tuple[int, int]]
    others: list[Record]
    pictures: dict[str, Asset] = field(default_factory=dict)


def _read(own: str) -> _Read:
    try:
        told: dict[str, Any] = json.loads(own)
        cards = [from_plain("card", plain) for plain in told["cards"]]
        places = [(int(row), int(column)) for row, column in told["places"]]
        others = [from_plain(sort, plain) for sort, plain in told["others"]]
    except (ValueError, KeyError, TypeError, Refused):
        raise Refused(_("The clipboard holds no cards that can be pasted here.")) from None
    if not cards or len(cards) != len(places):
        raise Refused(_("The clipboard holds no cards that can be pasted here."))
    pictures = {one.id: one for one in others if isinstance(one, Asset)}
    return _Read(cards, places, [one for one in others if not isinstance(one, Asset)], pictures)


def _add(m: MapData, card: Card, cell: Cell, made: dict[str, str]) -> Change:
    """A copy of a card in a cell, of the kind that stands there."""
    lane = m.of(Lane)[cell.lane]
    kind = card.kind if card.kind in CARDS_OF_LANE[lane.kind] else CARDS_OF_LANE[lane.kind][0]
    values = {name: getattr(card, name) for name in _COPIED}
    change = edits.add_card(m, cell.lane, cell.step, card.text, kind=kind, **values)
    made[card.id] = change.touches[0].record.id
    following = m.apply(change)
    return joined("", [change, edits.set_span(following, made[card.id], card.span)])


def _join(m: MapData, other: Record, made: dict[str, str]) -> Change:
    """A link among the copies, or the owner of one, where this map knows it."""
    if isinstance(other, Link) and {other.source, other.target} <= made.keys():
        return edits.add_link(m, made[other.source], made[other.target], other.kind, other.label)
    if isinstance(other, Ownership) and other.owner in m.of(Owner) and other.card in made:
        if other.role is OwnershipRole.ACCOUNTABLE:
            return edits.set_accountable(m, [made[other.card]], other.owner)
        return edits.involve(m, made[other.card], other.owner, other.role)
    return replacing("", [])


def _dress(m: MapData, read: _Read, made: dict[str, str]) -> Change:
    """Put pictures on the copies."""
    wanted = [
        partial(edits.set_picture, card=made[card.id], picture=read.pictures[card.picture])
        for card in read.cards
        if isinstance(card, Card) and card.picture in read.pictures
    ]
    return in_turn(m, "", wanted)


def _steps(stage: Stage, step: str, titles: Sequence[str]) -> Change:
    """New steps after one, from left to right."""
    after = [step]

    def add(m: MapData, title: str) -> Change:
        change = edits.add_step_after(m, after[-1], title)
        after.append(change.touches[0].record.id)
        return change

    label = _n("Add {n} step", "Add {n} steps", len(titles)).format(n=len(titles))
    return in_turn(stage.map, label, [partial(add, title=title) for title in titles])


def _table(stage: Stage, rows: Sequence[Sequence[str]]) -> Change:
    """Cells in their shape; under a selected step the first row names new steps."""
    m, step = stage.map, chosen(stage, Kind.STEP)
    if step is None:
        cell, head = _cursor(stage), replacing("", [])
        first, lane = m.grid(stage.journey).column[cell.step], cell.lane
    else:
        head = _steps(stage, step, [title or _("New step") for title in rows[0]])
        m, rows, first = m.apply(head), rows[1:], m.grid(stage.journey).column[step] + 1
        lane = _lanes_from(stage, None)[0]
    columns = [one.id for one in m.grid(stage.journey).steps]
    missing = first + max(map(len, rows), default=0) - len(columns)
    longer = _steps_at_end(m, columns[-1], missing)
    columns = [one.id for one in m.apply(longer).grid(stage.journey).steps]
    lanes = _lanes_from(stage, lane)
    cells = [
        (lanes[min(r, len(lanes) - 1)], columns[first + c], text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    ]
    cards = edits.add_cards(m.apply(longer), cells)
    return joined(cards.label, [head, longer, cards])


def _steps_at_end(m: MapData, last: str, count: int) -> Change:
    after = [last]

    def add(following: MapData) -> Change:
        change = edits.add_step_after(following, after[-1])
        after.append(change.touches[0].record.id)
        return change

    return in_turn(m, "", [add] * max(count, 0))


def _lanes_from(stage: Stage, lane: str | None) -> list[str]:
    """The lanes that take cards from one down; from the top where it is None."""
    lanes = [one for _a, _b, one in stage.places.rows]
    start = next((i for i, one in enumerate(lanes) if one.id == lane), 0)
    found = [one.id for one in lanes[start:] if CARDS_OF_LANE[one.kind]]
    if not found:
        raise Refused(_("There is no lane here that takes cards."))
    return found


def _cursor(stage: Stage, kind: CardKind | None = None) -> Cell:
    """The cell where pasting begins; Refused where the cursor is at none that takes cards."""
    cell = stage.cell
    step = step_here(stage)
    if cell is None and kind is not None and step is not None:
        lanes = [lane for _a, _b, lane in stage.places.rows if kind in CARDS_OF_LANE[lane.kind]]
        cell = Cell(lanes[0].id, step) if lanes else None
    if cell is None:
        raise Refused(_("Go to a cell first: what is pasted begins there."))
    if not CARDS_OF_LANE[stage.map.of(Lane)[cell.lane].kind]:
        raise Refused(_("This lane takes no cards; go to one that does, then paste."))
    return cell


def _beside(stage: Stage, cell: Cell, first: tuple[int, int], place: tuple[int, int]) -> Cell:
    """The cell as far from the cursor's as a card stood from the first one, kept on the map."""
    lanes = [lane for _a, _b, lane in stage.places.rows]
    columns = [step.id for _a, _b, step in stage.places.columns]
    row = [lane.id for lane in lanes].index(cell.lane) + place[0] - first[0]
    column = columns.index(cell.step) + place[1] - first[1]
    taking = [i for i, lane in enumerate(lanes) if CARDS_OF_LANE[lane.kind]]
    nearest = min(taking, key=lambda i: (abs(i - row), -i))
    return Cell(lanes[nearest].id, columns[max(0, min(column, len(columns) - 1))])
