"""What one row of a sheet adds to a journey: a lane, a step, a feeling, cards and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from export.notices import quoted
from export.sheets.card_cells import BELONGS_TO, CARD_CELLS, card_kind_read, lane_kind_read, place_number
from export.sheets.columns import lane_of
from export.sheets.draft import CardDraft, StepDraft
from export.sheets.feeling_cells import take_feeling
from export.sheets.measure_cell import bounded, measure_kind, measures_read
from export.sheets.owner_cell import NAME_LENGTH, owners_read
from export.sheets.place import (
    amend_skeleton,
    amend_stage,
    go_to_place,
    has_content,
    is_about_a_lane,
    is_adrift,
    take_lane,
)
from export.sheets.reading import Reading
from export.sheets.sheet import SheetRow
from journey.ids import new_id
from journey.model import CARDS_OF_LANE, Card, CardKind, Lane, LaneKind, Measure, Ownership, OwnershipRole
from journey.model.fields import LONG_TEXT_LIMIT, TEXT_LIMIT
from resources.words import _

MEASURES = ("nps", "csat", "ces")
OF_A_TOUCHPOINT = frozenset({"channel", "owner", "involved", "moment_of_truth", "contact", *MEASURES})
OF_ANY_CARD = OF_A_TOUCHPOINT | CARD_CELLS.keys() | {"measures", "links"}


def take_row(reading: Reading, row: SheetRow) -> None:
    """Add what a row says to the journey; what has no field is kept in a note, what has no place is told."""
    reading.remarks.line = row.line
    if is_about_a_lane(row):
        take_lane(reading, row.fields)
        return
    if not row.cards and not row.strange and row.fields.keys() <= {"journey", "persona"}:
        _take_persona(reading, row.fields["persona"])
        return
    step = go_to_place(reading, row)
    if step is not None:
        if is_adrift(reading, row):
            _say_adrift(reading, row, step)
        _take_step(reading, row, step)
    elif has_content(row):
        _say_homeless(reading, row)
    else:
        amend_stage(reading, row.fields)


def _take_persona(reading: Reading, name: str) -> None:
    reading.draft.personas[reading.people.persona(reading.title(name)).id] = None


def _say_homeless(reading: Reading, row: SheetRow) -> None:
    sentence = _("There is no stage or step on this row or above it, so it was left out: “{text}”")
    reading.remarks.say(sentence.format(text=_told(row)))


def _say_adrift(reading: Reading, row: SheetRow, step: StepDraft) -> None:
    sentence = _("No stage and no step is named here; it was put at the step above, “{step}”: “{text}”")
    reading.remarks.say(sentence.format(step=quoted(step.record.title), text=_told(row)))


def _told(row: SheetRow) -> str:
    """All that a row says, to be quoted."""
    texts = [
        *row.fields.values(),
        *(text for _kind, text in row.cards),
        *(text for _head, text in row.strange),
    ]
    return quoted("; ".join(texts))


def _take_step(reading: Reading, row: SheetRow, step: StepDraft) -> None:
    """Add what a row tells of its step: minutes, feeling, cards; the rest goes into a note."""
    left = [f"{heading}: {text}" for heading, text in row.strange]
    left += amend_skeleton(reading, row.fields, step)
    left += take_feeling(reading, row.fields, step)
    if "persona" in row.fields:
        _take_persona(reading, row.fields["persona"])
    cards = [_made(reading, row, step, *wanted) for wanted in _wanted(reading, row, step)]
    if cards:
        left += _fill(reading, row, cards)
    else:
        left += [reading.unfit(name, row.fields[name]) for name in sorted(OF_ANY_CARD & row.fields.keys())]
    note = "\n".join([*([row.fields["note"]] if "note" in row.fields else []), *left])
    if note and not cards:
        cards = [_made(reading, row, step, CardKind.NOTE, note, reading.draft.usual_lane(LaneKind.NOTES))]
    elif note:
        _add_note(reading, cards[0], note)
    reading.draft.cards += cards


def _wanted(reading: Reading, row: SheetRow, step: StepDraft) -> Iterator[tuple[CardKind, str, Lane]]:
    """Tell the kind, text and lane of each card of a row, the one its fields are about first."""
    draft = reading.draft
    if row.fields.keys() & {"text", "kind"}:
        yield _long(reading, row)
    elif not row.cards and row.fields.keys() & OF_A_TOUCHPOINT:
        yield CardKind.TOUCHPOINT, step.record.title, draft.usual_lane(LaneKind.TOUCHPOINTS)
    for kind, text in sorted(row.cards, key=lambda card: card[0] != CardKind.TOUCHPOINT):
        yield kind, text, draft.usual_lane(lane_of(kind))


def _long(reading: Reading, row: SheetRow) -> tuple[CardKind, str, Lane]:
    """Tell the card of a row of a sheet that has a column for the text, whatever the kind."""
    fields = row.fields
    title = reading.title(fields.get("lane", ""))
    told = lane_kind_read(fields.get("lane_kind", ""), title)
    kind_told = card_kind_read(fields.get("kind", ""))
    kind = kind_told or _kind_in(told, reading.sheet.meanings & {"lane", "kind"} == frozenset())
    lane_kind = told if told is not None and kind in CARDS_OF_LANE[told] else lane_of(kind)
    if not title and "lane_no" not in fields:
        return kind, fields.get("text", ""), reading.draft.usual_lane(lane_kind)
    number, known = place_number(fields.get("lane_no", "")), told is not None or kind_told is not None
    return kind, fields.get("text", ""), reading.lane(number, title, lane_kind, known=known)


def _kind_in(lane: LaneKind | None, bare: bool) -> CardKind:
    """Give the kind of a card whose row does not tell: what its lane takes; in a bare sheet a touchpoint."""
    if lane is not None and CARDS_OF_LANE[lane]:
        return CARDS_OF_LANE[lane][0]
    return CardKind.TOUCHPOINT if bare else CardKind.NOTE


def _made(
    reading: Reading, row: SheetRow, step: StepDraft, kind: CardKind, text: str, lane: Lane
) -> CardDraft:
    card = Card(id=new_id(), lane=lane.id, step=step.record.id, kind=kind, text=text[:TEXT_LIMIT].rstrip())
    draft = CardDraft(card, row.line, row.fields.get("card_no", ""))
    if len(text) > TEXT_LIMIT:
        sentence = _(
            "A text is too long for a card; what follows its first {limit} characters is in its note."
        )
        reading.remarks.say(sentence.format(limit=TEXT_LIMIT))
        _add_note(reading, draft, text[TEXT_LIMIT:].strip())
    return draft


def _add_note(reading: Reading, card: CardDraft, text: str) -> None:
    """Put text under what a card's note says; what a note cannot hold is cut, with a remark."""
    note = f"{card.record.note}\n{text}".strip()
    if len(note) > LONG_TEXT_LIMIT:
        sentence = _("A note has room for {limit} characters; {count} more were left out.")
        count = len(note) - LONG_TEXT_LIMIT
        reading.remarks.say(sentence.format(limit=LONG_TEXT_LIMIT, count=count))
    card.record = replace(card.record, note=note[:LONG_TEXT_LIMIT].rstrip())


def _fill(reading: Reading, row: SheetRow, cards: list[CardDraft]) -> list[str]:
    """Give the cards of a row their fields, owners, measures and links; what does not fit is given back."""
    values, left = reading.values(row.fields, CARD_CELLS)
    for about, own in _shared_out(values, cards):
        about.record = replace(about.record, **own)
    cards[0].links = row.fields.get("links", "")
    if (kind_told := row.fields.get("kind", "")) and card_kind_read(kind_told) is None:
        left.append(reading.unfit("kind", kind_told))
    return left + _fill_owners(reading, row, cards[0]) + _fill_measures(reading, row, cards[0])


def _shared_out(values: dict[str, Any], cards: list[CardDraft]) -> Iterator[tuple[CardDraft, dict[str, Any]]]:
    """Tell which of the values is about which card: the first, but for those of a pain or an idea."""
    of_kind = {card.record.kind: card for card in reversed(cards)}
    about = {
        name: of_kind.get(BELONGS_TO[name], cards[0]) if name in BELONGS_TO else cards[0] for name in values
    }
    for card in cards:
        if own := {name: value for name, value in values.items() if about[name] is card}:
            yield card, own


def _fill_owners(reading: Reading, row: SheetRow, card: CardDraft) -> list[str]:
    left, answered = [], False
    for name, role in owners_read(
        row.fields.get("owner", ""), row.fields.get("involved", ""), reading.commas
    ):
        key = (card.record.id, name)
        taken = answered and role == OwnershipRole.ACCOUNTABLE
        if taken or len(name) > NAME_LENGTH or key in reading.draft.ownerships:
            left.append(reading.unfit("owner", name))
            continue
        answered = answered or role == OwnershipRole.ACCOUNTABLE
        owner = reading.people.owner(name)
        reading.draft.ownerships[key] = Ownership(id=new_id(), card=card.record.id, owner=owner.id, role=role)
    return left


def _fill_measures(reading: Reading, row: SheetRow, card: CardDraft) -> list[str]:
    left = []
    if told := row.fields.get("measures"):
        read = measures_read(told, card.record.id)
        left += [reading.unfit("measures", told)] if read is None else []
        reading.draft.measures += read or []
    for name in (name for name in MEASURES if name in row.fields):
        value, kind = bounded(row.fields[name]), measure_kind(name)
        if value is None or kind is None:
            left.append(reading.unfit(name, row.fields[name]))
        else:
            measure = Measure(id=new_id(), card=card.record.id, name=str(kind), kind=kind, value=value)
            reading.draft.measures.append(measure)
    return left
