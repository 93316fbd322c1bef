"""The inspector's sheet for cards: one or several at once."""

from __future__ import annotations

from functools import partial
from typing import Any

from app.desk import Desk
from app.panels.card_lists import action_list, measure_list, source_list
from app.panels.chip import OwnerChip
from app.panels.choice_fields import CheckField, ChoiceField
from app.panels.detailed import DetailedIn
from app.panels.feeling_text import feeling_of, feeling_text, felt
from app.panels.fields import LineField, NumberField, TextField
from app.panels.involved import Involved
from app.panels.neighbours import Neighbours, Quotes
from app.panels.picker import Fresh
from app.panels.pickers import channel_picker, chosen_owner, owner_picker, word_picker
from app.panels.portrait_field import PortraitField
from app.panels.sheet import Sheet, When
from app.panels.verdict_lists import verdict_list, vote_list
from journey import edits
from journey.edits import accountable
from journey.edits.records import in_turn
from journey.layout.numbers import number
from journey.model import Asset, Card, CardKind, CardStatus, Change, Contact, Knowledge, MapData
from journey.terms import options, word
from resources.theme import Theme
from resources.words import _, _n, spoken

_NOBODYS = frozenset({CardKind.QUOTE, CardKind.PICTURE, CardKind.ACTOR})
_WITH_CHANNEL = frozenset({CardKind.TOUCHPOINT, CardKind.PHYSICAL_EVIDENCE, CardKind.FRONTSTAGE_ACTION})
_JUDGED = frozenset({CardKind.IDEA, CardKind.ACTION, CardKind.GAIN})
_WITH_PICTURE = frozenset({CardKind.PICTURE, CardKind.ACTOR, CardKind.PHYSICAL_EVIDENCE})
_TOUCHPOINTS = frozenset({CardKind.TOUCHPOINT})
_PAINS = frozenset({CardKind.PAIN_POINT})


class CardSheet(Sheet):
    """Everything about a card, or what several have in common."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        title = TextField(_("Write what happens"), title=True)
        self.add_title(_("Text"), title, _value("text"), self._write_text)
        self._title = title
        self._add_service()
        self._add_worth()
        self._lists = [measure_list(desk, theme), source_list(desk, theme)]
        for part in (*self._lists, Quotes(desk, theme), Neighbours(desk, theme), DetailedIn(desk, theme)):
            self.add_part(part)
        self._add_judgement()
        self.add_part(action_list(desk, theme))
        self._add_rest()

    def refresh(self) -> None:
        """Show the cards as they are; the text is that of one."""
        super().refresh()
        self._title.setVisible(len(self.records) == 1)
        owners = {one.owner for card in self.records if (one := accountable(self.desk.map, card))}
        self._chip.show_owner(next(iter(owners)) if len(owners) == 1 else None)

    def _add_service(self) -> None:
        desk, theme = self.desk, self.theme
        channel = channel_picker(desk, theme)
        self.add_row(_("Channel"), channel, _value("channel"), _write("channel"), _all_of(_WITH_CHANNEL))
        self._chip = OwnerChip(desk, theme)
        owner = owner_picker(desk, theme, _("nobody yet"), _("Nobody"))
        self.add_row(_("Owner"), owner, _owner, _answer, _none_of(_NOBODYS), beside=self._chip)
        self.add_part(Involved(desk, theme))
        moment = CheckField(_("Moment of truth"), theme, "star")
        self.add_row(_("Moment"), moment, _value("moment_of_truth"), _write("moment_of_truth"))
        self.add_row(
            _("Feeling"), LineField(_("such as +1 relieved")), self._feeling, self._feel, self._has_feeling
        )
        contact = ChoiceField(options(Contact))
        self.add_row(_("Contact"), contact, _value("contact"), _write("contact"), _all_of(_TOUCHPOINTS))

    def _add_worth(self) -> None:
        grades = [(n, str(n)) for n in range(6)]
        severity = ChoiceField([(0, "–"), (1, "1"), (2, "2"), (3, "3")])
        self.add_row(_("Severity"), severity, _value("severity"), _write("severity"), _all_of(_PAINS))
        for name, field in ((_("Value"), "value"), (_("Effort"), "effort")):
            self.add_row(name, ChoiceField(grades), _value(field), _write(field), _all_of(_JUDGED))
        for name, field in ((_("Cost"), "cost"), (_("Benefit"), "gain")):
            self.add_row(name, NumberField(), _value(field), _write(field), _all_of(_JUDGED))

    def _add_judgement(self) -> None:
        self.add_rule()
        known = ChoiceField(options(Knowledge))
        self.add_wide(_("How well it is known"), known, _value("evidence"), _write("evidence"))
        status = ChoiceField(options(CardStatus))
        self.add_wide(_("What the room says"), status, _value("status"), _write("status"))
        self.add_part(verdict_list(self.desk, self.theme))
        self.add_part(vote_list(self.desk, self.theme))

    def _add_rest(self) -> None:
        self.add_rule()
        self.add_wide(_("Note"), TextField(_("What else should be known")), _value("note"), _write("note"))
        self.add_wide(_("Picture"), PortraitField(self.desk), _value("picture"), _picture, _pictured)
        self.add_row(_("Tags"), LineField(_("with commas between")), _tags, _write_tags)
        self.add_row(_("Code"), LineField(), _value("code"), _write("code"), _single)
        self.add_row(_("Kind"), word_picker(CardKind, self.theme), _value("kind"), _convert)
        self.add_row(_("Steps wide"), NumberField(whole=True), _value("span"), _widen, _single)

    def _write_text(self, m: MapData, cards: tuple[str, ...], text: str) -> Change:
        return edits.set_text(m, cards[0], text)

    # What is felt at a card's step

    def _has_feeling(self, m: MapData, cards: tuple[str, ...]) -> bool:
        return len(cards) == 1 and m.of(Card)[cards[0]].kind in (CardKind.TOUCHPOINT, CardKind.QUOTE)

    def _feeling(self, m: MapData, card: str) -> str:
        feeling = feeling_of(m, self.desk.journey.id, m.of(Card)[card].step, self.desk.editor.persona)
        return feeling_text(feeling) if feeling else ""

    def _feel(self, m: MapData, cards: tuple[str, ...], text: str) -> Change:
        step = m.of(Card)[cards[0]].step
        return felt(m, self.desk.journey.id, step, self.desk.editor.persona, text)


def head_of(m: MapData, cards: tuple[str, ...]) -> tuple[str, str]:
    """What stands above the sheet: words and the kind whose sign stands there, empty for several kinds."""
    kinds = {m.of(Card)[card].kind for card in cards}
    kind = str(next(iter(kinds))) if len(kinds) == 1 else ""
    if len(cards) == 1:
        return word(next(iter(kinds))), kind
    return _n("{n} card", "{n} cards", len(cards)).format(n=number(len(cards), spoken())), kind


def _value(field: str) -> Any:
    return lambda m, card: getattr(m.of(Card)[card], field)


def _write(field: str) -> Any:
    def edit(m: MapData, cards: tuple[str, ...], value: object) -> Change:
        if len(cards) == 1:
            return edits.edit_card(m, cards[0], **{field: value})
        return edits.edit_cards(m, cards, **{field: value})

    return edit


def _tags(m: MapData, card: str) -> str:
    return ", ".join(m.of(Card)[card].tags)


def _write_tags(m: MapData, cards: tuple[str, ...], text: str) -> Change:
    edit: Change = _write("tags")(m, cards, tuple(text.split(",")))
    return edit


def _owner(m: MapData, card: str) -> str:
    present = accountable(m, card)
    return present.owner if present else ""


def _answer(m: MapData, cards: tuple[str, ...], chosen: str | Fresh) -> Change:
    if chosen:
        return chosen_owner(m, chosen, lambda after, owner: edits.set_accountable(after, cards, owner))
    owned = [(card, present.owner) for card in cards if (present := accountable(m, card))]
    label = _("Take the owner away")
    return in_turn(m, label, [partial(edits.release, card=card, owner=owner) for card, owner in owned])


def _convert(m: MapData, cards: tuple[str, ...], kind: str) -> Change:
    label = _n("Convert {n} card", "Convert {n} cards", len(cards)).format(n=len(cards))
    turns = [partial(edits.convert_card, card=card, kind=CardKind(kind)) for card in cards]
    return in_turn(m, label, turns) if len(cards) > 1 else turns[0](m)


def _widen(m: MapData, cards: tuple[str, ...], span: int | None) -> Change:
    return edits.set_span(m, cards[0], span or 1)


def _picture(m: MapData, cards: tuple[str, ...], picture: Asset | None) -> Change:
    return edits.set_picture(m, cards[0], picture)


def _pictured(m: MapData, cards: tuple[str, ...]) -> bool:
    """Whether there is a card that shows, or may want to show, a picture."""
    card = m.of(Card)[cards[0]]
    return len(cards) == 1 and (card.picture is not None or card.kind in _WITH_PICTURE)


def _single(_m: MapData, cards: tuple[str, ...]) -> bool:
    return len(cards) == 1


def _all_of(kinds: frozenset[CardKind]) -> When:
    return lambda m, cards: all(m.of(Card)[card].kind in kinds for card in cards)


def _none_of(kinds: frozenset[CardKind]) -> When:
    return lambda m, cards: not any(m.of(Card)[card].kind in kinds for card in cards)
